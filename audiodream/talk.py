"""A talk: its turns so far, and who of those who take them turned out to be whom."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.person import Person
from audiodream.turn_taking import Turn

_LATELY = 12
"""So many turns back is asked who spoke."""
_TALKING = 4
"""Whoever had one of so many turns is still in the talk."""


class Talk:
    """Everything that is said, turn by turn. scenes: the number of the scene of every paragraph."""

    def __init__(self, scenes: Sequence[int]) -> None:
        self.turns: list[Turn] = []
        self._scenes = scenes
        self._same: dict[str, Person] = {}
        """Who turned out to be whom, by the id that she had."""

    def last(self, paragraph: int, within: int = 2) -> Turn | None:
        """The last turn, unless it is more paragraphs back than that."""
        return self.turns[-1] if self.turns and paragraph - self.turns[-1].paragraph <= within else None

    def near(self, a: int, b: int) -> bool:
        """Whether two turns, by their indexes, are of one talk."""
        first, second = self.turns[a].paragraph, self.turns[b].paragraph
        return second - first <= 2 and self._scenes[first] == self._scenes[second]

    def talking(self, but: Person | None = None) -> frozenset[str]:
        """The ids of those who spoke lately."""
        return frozenset(t.speaker.id for t in self.turns[-_TALKING:] if t.speaker is not None and t.speaker is not but)

    def rename(self, person: Person, known: Person, turn: Turn | None) -> None:
        """Somebody who spoke is somebody else who is known. turn: the one that is about to be taken."""
        if person is known:
            return
        self._same[person.id] = known
        for one in (*self.turns[-_LATELY:], *([turn] if turn is not None else [])):
            self.settle(one)

    def settle(self, turn: Turn) -> None:
        """A turn with those who turned out to be somebody else under who they are."""
        turn.speaker = self.known(turn.speaker.id) or turn.speaker if turn.speaker is not None else None
        turn.others = frozenset(known.id if (known := self.known(other)) is not None else other for other in turn.others)

    def known(self, name: str | None) -> Person | None:
        """Who somebody turned out to be, by the id that she had; None where it is nobody else."""
        known = self._same.get(name or "")
        while known is not None and known.id in self._same and self._same[known.id] is not known:
            known = self._same[known.id]
        return known
