"""Turns of a talk: who answers whom, where no tag says who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from audiodream.person import Person

_SILENCE = 3
"""After so many paragraphs without a word another talk may have begun."""
People = Callable[[frozenset[str]], list[Person]]


@dataclass(slots=True)
class Turn:
    """What is said in one paragraph. voices: indexes of its quotations; sure: a tag says whose; others: ids of those addressed in it;
    stranger: it is said by "somebody"."""

    paragraph: int
    voices: list[int]
    speaker: Person | None = None
    why: str = ""
    sure: bool = False
    others: frozenset[str] = frozenset()
    stranger: bool = False


def answer(
    turn: Turn, before: Turn | None, turns: Sequence[Turn], people: People, narrator: Person | None = None, around: Sequence[Person] = ()
) -> tuple[Person, str] | None:
    """Who answers the turn before, with the reason: whom it addressed, or who spoke before it, where two talk; or the narrator of a story
    in the first person, whom somebody alone speaks to; or the only other one around.

    around: who is told of between the last two turns, where something is."""
    if before is None or before.speaker is None:
        return None
    called = [p for p in people(before.others - turn.others) if p is not before.speaker]
    if len(called) == 1 and called[0].count:
        return called[0], f"was called by {before.speaker.id}"
    lately = [t.speaker for t in _of_one_talk(turns[-4:]) if t.speaker is not None and before.paragraph - t.paragraph < 8]
    parties = list(dict.fromkeys(p for p in reversed(lately) if p is not before.speaker))
    here = [p for p in around if p is not before.speaker and p.id not in turn.others]
    if here and not any(p in parties for p in here):
        parties = here if len(here) == 1 else []
    elif here and len(parties) > 1:
        parties = [p for p in parties if p in here]
    in_turn = len(turns) > 1 and before is turns[-1] and before.paragraph - turns[-2].paragraph == 1 == turn.paragraph - before.paragraph
    if (len(parties) == 1 or (in_turn and parties[:1] == [turns[-2].speaker])) and parties[0].id not in turn.others:
        return parties[0], f"takes turns with {before.speaker.id}"
    if len(called) == 1:
        called[0].count += 1
        return called[0], f"was called by {before.speaker.id}"
    if narrator is not None and not parties and not called and before.speaker is not narrator and turn.paragraph == before.paragraph + 1:
        return narrator, f"takes turns with {before.speaker.id}"
    return None


def _of_one_talk(turns: Sequence[Turn]) -> Sequence[Turn]:
    """The last of some turns that follow each other closely: whoever spoke before a longer silence may have gone."""
    first = len(turns) - 1
    while first > 0 and turns[first].paragraph - turns[first - 1].paragraph <= _SILENCE:
        first -= 1
    return turns[max(0, first) :]


def fill(turns: Sequence[Turn], people: People, near: Callable[[int, int], bool]) -> Iterator[Turn]:
    """Gives a speaker to the turns that have none, from the turns that follow; each that got one. near: whether two turns, by their
    indexes, are of one talk."""
    for n in range(len(turns) - 2, -1, -1):
        turn, after = turns[n], turns[n + 1]
        if turn.speaker is not None or turn.stranger or after.speaker is None or not near(n, n + 1):
            continue
        ahead = [t.speaker for t in turns[n + 1 : n + 5] if t.speaker is not None]
        parties = [p for p in dict.fromkeys(ahead) if p is not after.speaker]
        called = [p for p in people(after.others) if p is not after.speaker and p.count]
        parties = called if len(called) == 1 else parties
        before = turns[n - 1].speaker if n and near(n - 1, n) else None
        if len(parties) == 1 and parties[0].id not in turn.others and parties[0] is not before:
            turn.speaker, turn.why = parties[0], f"takes turns with {after.speaker.id}"
            yield turn
