"""Which words tell of which place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from audiodream.presets import Place

_ARTICLE = "the|an?|his|her|its|their|my|our|your|this|that"
_IN_THE = re.compile(r"(in|on|into|onto|at|by|aboard|under|through|beneath|across|beside) the (\S.*)")
_LOOSELY_IN = re.compile(rf"(\w+) (?:{_ARTICLE}) (.+)")
_OUTDOORS = frozenset(("open-air", "street", "forest"))
UNEARTHLY = frozenset(("void", "underwater"))
"""Rooms (see `rooms`) by which a place is in the open air, or where nobody can stay; every other is within walls."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Which words tell of which place, and which places are "indoors", "outdoors", "void" or "underwater"."""

    pattern: re.Pattern[str] | None
    names: dict[str, str]
    airs: dict[str, str]
    shared: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def air(self, place: str) -> str:
        """What a place is of these; "" for one that is not known."""
        return self.airs.get(place, "")


def place_words(places: Mapping[str, Place]) -> PlaceWords:
    """The words of all places as one pattern. Where places share a word it is that of the one where the story is, else the first's."""
    names: dict[str, str] = {}
    shared: dict[str, tuple[str, ...]] = {}
    parts = []
    airs = {name: _air(place.room) for name, place in places.items() if place.room}
    for place in places.values():
        for word in place.words:
            key = re.sub(r"[\s-]+", " ", word.lower()).strip()
            if key and key not in names:
                names[key] = place.name
                parts.append(key)
            elif key:
                shared[key] = (*shared.get(key, (names[key],)), place.name)
    parts.sort(key=len, reverse=True)
    if not parts:
        return PlaceWords(None, names, airs)
    alternatives = "|".join(_pattern(part) for part in parts)
    return PlaceWords(re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE), names, airs, shared)


def _pattern(part: str) -> str:
    """A word or phrase in any spacing, and in the plural; "on the stage" is "on a small stage" too."""
    in_the = _IN_THE.fullmatch(part)
    head = rf"{in_the[1]}[\s-]+(?:{_ARTICLE})[\s-]+(?:[\w’'-]+[\s-]+)?" if in_the else ""
    rest = in_the[2] if in_the else part
    return head + re.escape(rest).replace(r"\ ", r"[\s-]+").replace(r"\*", r"\w*") + ("" if part.endswith("*") else r"(?:e?s)?")


def _air(room: str) -> str:
    return "outdoors" if room in _OUTDOORS else room if room in UNEARTHLY else "indoors"


def word_of(words: PlaceWords, text: str) -> str:
    """The word of a match: the whole of it, its singular, the phrase with another article or an adjective less, or the stem that it begins
    with."""
    key = re.sub(r"[\s-]+", " ", text.lower())
    loose = _LOOSELY_IN.fullmatch(key)
    rests = (loose[2], loose[2].partition(" ")[2]) if loose else ()
    for form in (key, *(f"{loose[1]} the {rest}" for rest in rests if loose)):
        for one in (form, form.removesuffix("s"), form.removesuffix("es")):
            if one in words.names:
                return one
    return max((stem for stem in words.names if stem.endswith("*") and key.startswith(stem[:-1])), key=len, default="")
