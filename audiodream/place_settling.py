"""Where each beat plays: a place holds until somebody moves, comes back, goes inside or out, wakes, or the scene ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from audiodream.place_tables import HOUSES, SURE
from audiodream.place_turns import Turn
from audiodream.place_words import UNEARTHLY, PlaceWords
from audiodream.places import Found

_BACK_FILLED = 2
"""So many beats before the first that names its place may already play there."""
_SOON = 1
"""So many beats after the curtain rose it is still told what is before it."""
_NOWHERE = PlaceWords(None, {}, {})
Told = Found | Turn


@dataclass(frozen=True, slots=True)
class BeatPlace:
    """Where a beat plays ("" unknown), and the reason."""

    place: str
    why: str


def settle(
    told: Sequence[Sequence[Told]], opens: Sequence[str], words: PlaceWords = _NOWHERE, things: Sequence[frozenset[str]] = (),
    apart: Collection[int] = (),
) -> list[BeatPlace]:
    """The place of every beat from what each one's sentences speak of, in their order.

    opens: "chapter" or "scene" where a beat is the first after one. things: nouns that each beat speaks of. apart: beats that begin
    by telling that it is another time or elsewhere.
    """
    made: list[BeatPlace] = []
    walk = _Walk(words)
    scenes: list[tuple[int, bool]] = [(0, False)]
    for beat, events in enumerate(told):
        if opens[beat]:
            walk = _Walk(words, beat)
            scenes.append((beat, opens[beat] == "scene" and beat not in apart))
        walk.beat = beat
        walk.hear([one for one in events if not one.late])
        late = [one for one in events if one.late]
        if not walk.place and any(isinstance(one, Found) and one.moves for one in late):
            walk.hear(late)
            late = []
        for back in walk.filled:
            made[back] = BeatPlace(walk.place, f"the next beats play there: {walk.why}")
        made.append(BeatPlace(walk.place, walk.why))
        walk.filled = ()
        walk.saw(things[beat] if beat < len(things) else frozenset())
        walk.after(late)
    return _gone_on(made, scenes)


def _gone_on(made: list[BeatPlace], scenes: Sequence[tuple[int, bool]]) -> list[BeatPlace]:
    """A scene that names no place at all goes on where the one before it ended. scenes: the first beat of each, and whether it may."""
    for n, (start, may) in enumerate(scenes):
        end = scenes[n + 1][0] if n + 1 < len(scenes) else len(made)
        if may and start and made[start - 1].place and not any(one.place for one in made[start:end]):
            before = made[start - 1]
            made[start:end] = [BeatPlace(before.place, "no other place is named after the break") for _ in range(start, end)]
    return made


class _Walk:
    """Goes through a scene with its people."""

    def __init__(self, words: PlaceWords, beat: int = 0) -> None:
        self.words, self.beat = words, beat
        self.place, self.why = "", ""
        self.since = beat
        """The first beat of which nobody knows where it plays."""
        self.filled: tuple[int, ...] = ()
        """Earlier beats that turn out to play here."""
        self.ground = ""
        """The last place on earth."""
        self.seen: dict[str, str] = {}
        """The place of each kind that was entered last."""
        self.named = ""
        """The place outdoors that was named last, though nobody went there."""
        self.bed: str | None = None
        """Where somebody fell asleep."""
        self.houses = frozenset(words.names[word] for word in HOUSES if word in words.names)
        self.house = ""
        """The last place with a stage."""
        self.risen = -_SOON - 1
        """The beat in which the curtain rose."""
        self.woken = -1
        """The beat in which somebody woke who had not been told to sleep."""
        self.wings, self.stage = words.names.get("in the wings", ""), words.names.get("on the stage", "")
        self.things: dict[str, list[str]] = {}
        """Where each thing was told of, the last last."""

    def hear(self, events: Sequence[Told]) -> None:
        """What a beat tells, in order: its places, weighed together from turn to turn."""
        moved = False
        heard: list[Found] = []
        for one in events:
            if isinstance(one, Found) and one.shared:
                here = next((place for place in (self.place, self.named) if place in one.shared), one.place)
                one = replace(one, place=here)
            if isinstance(one, Found) and not one.turn:
                if one.moves and (best := self._best(heard)) is not None:
                    self._enter(best)
                    heard, moved = [], True
                if self.place == self.wings and one.place == self.stage and one.strength > 0.0 and self.beat - self.risen <= _SOON:
                    one = replace(one, strength=SURE, why=f"{one.why}, and the curtain is up")
                heard.append(one)
                if one.strength > 0.0 and self.words.air(one.place) == "outdoors":
                    self.named = one.place
                continue
            best = self._best(heard)
            to = self._turned(one, best.place if best is not None else self.place)
            if to is None and isinstance(one, Turn) and one.kind == "wakes":
                self._enter(best)
                self.woken, heard = self.beat, []
            elif to is None:
                heard += [one] if isinstance(one, Found) else []
            if to is None:
                continue
            self._enter(best)
            heard, moved = [], True
            self._go(to, one.why)
        best = self._best(heard)
        self._enter(best)
        if self.place and not moved and best is None and not self.why.startswith("still"):
            self.why = f"still there: {self.why}"

    def saw(self, things: frozenset[str]) -> None:
        """What a beat tells of is where it plays."""
        for thing in sorted(things) if self.place else ():
            where = self.things.setdefault(thing, [])
            if self.place not in where:
                where.append(self.place)

    def after(self, events: Sequence[Told]) -> None:
        """What the end of a beat tells: it moves the next one."""
        if any(isinstance(one, Turn) or one.turn or one.strength >= SURE for one in events):
            self.beat += 1
            self.hear(events)
            self.filled = ()

    def _best(self, heard: Sequence[Found]) -> Found | None:
        """The place that is spoken of most surely; a place that is only named counts while none is known."""
        inside = self.words.air(self.place) == "indoors"
        sums: dict[str, float] = {}
        for one in heard:
            if one.strength >= (SURE if self.place and self.woken != self.beat else 1.0) and not (one.far and inside):
                sums[one.place] = sums.get(one.place, 0.0) + one.strength
        if not sums:
            return None
        top = max(sums.values())
        first = [one for one in heard if sums.get(one.place) == top and one.strength >= 1.0]
        strongest = max(one.strength for one in first)
        return [one for one in first if one.strength == strongest][-1]

    def _enter(self, best: Found | None) -> None:
        if best is None:
            return
        if not self.place and not best.moves:
            self.filled = tuple(range(max(self.since, self.beat - _BACK_FILLED), self.beat))
        self._go(best.place, best.why)

    def _go(self, place: str, why: str) -> None:
        if place:
            self.place, self.why = place, why
        else:
            self.place, self.why, self.since = "", why, self.beat
        air = self.words.air(place)
        if air not in UNEARTHLY:
            self.ground = place
        self.seen[air] = place
        self.house = place if place in self.houses else self.house

    def _turned(self, one: Told, place: str) -> str | None:
        """Where a turn leads from a place; None where it leads nowhere from there."""
        air = self.words.air(place)
        if isinstance(one, Found):
            if one.place != place:
                return None
            return self.ground if air in UNEARTHLY else None if one.turn == "closes" else ""
        if one.kind == "back" and air not in UNEARTHLY:
            return self._where(one.nouns, place)
        lit = one.kind == "light" or (one.kind == "out" and "light" in one.why)
        if self.wings and place == self.wings and (lit or one.kind in ("curtain", "house", "stage")):
            return self._on_stage(one, lit)
        if one.kind == "light":
            return self.seen.get("outdoors") if air == "indoors" and place not in self.houses and "back" in one.why else None
        if (one.kind == "back" and air in UNEARTHLY) or (one.kind == "ground" and air == "void"):
            return self.ground
        if one.kind == "in" and air == "outdoors":
            return self.seen.get("indoors") or self.words.names.get("indoors", "")
        if (one.kind == "out" and air in ("indoors", "")) or (one.kind == "feels" and air == "indoors"):
            return self.seen.get("outdoors") or self.named or self.words.names.get("outdoors", "")
        if one.kind in ("house", "curtain") and self.house and place not in self.houses:
            return self.house
        if one.kind == "sleeps" and self.bed is None:
            self.bed = place
        if one.kind == "wakes" and (self.bed is not None or air in UNEARTHLY):
            place, self.bed = self.ground if self.bed is None else self.bed, None
            return place
        return None

    def _where(self, nouns: Sequence[str], here: str) -> str | None:
        """Where somebody is who goes back to something: where it was told of, unless it is here too, or in several places."""
        for noun in nouns:
            where = self.things.get(noun, [])
            if len(where) == 1 and where[0] != here:
                return where[0]
            if here in where:
                return None
        return None

    def _on_stage(self, one: Turn, lit: bool) -> str | None:
        """Behind the curtain: it rises, and then it is told what one sees from the stage."""
        if one.kind == "curtain":
            self.risen = self.beat
            return None
        return self.stage if lit or self.beat - self.risen <= _SOON else None
