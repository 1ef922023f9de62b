"""Units behind a number, in words."""

from __future__ import annotations

from audiodream.spoken_numbers import Words
from audiodream.spoken_parts import STARTERS, Parts, Reading, one
from audiodream.spoken_places import points_a_street
from audiodream.spoken_tables import DOTTED_UNITS, LONE_UNITS, MEASURED, NOT_PLURAL, SAME_SINGULAR, UNITS
from audiodream.words import listed

_LONE_BEFORE_WORDS = listed("W V L h g l mi ly mo ms ha cal pc")
"""Units that could also be a letter or a short word: only where the sentence goes on in small letters, or ends."""
_MACHINES = listed("GB MB TB KB kB GHz MHz W kW V mm hp")
_OWNERS = listed("the this that his her my our its your")
_NO_NOUN = STARTERS | listed("of were had are have is came went took that which")
_AT_SEA = listed(
    "sailed sailing sail sails logged log sea coast offshore ship ships boat vessel yacht port knots course harbor harbour island islands "
    "steamed submarine ocean crossing aboard aircraft airport runway")


def unit_named(name: str) -> str:
    """What is said for more than one of a unit, also for one over another: "kilograms per cubic meter"; "" where it is none."""
    if name in UNITS:
        return UNITS[name]
    over, slash, under = name.partition("/")
    if not slash or over not in UNITS:
        return ""
    if under in UNITS:
        return f"{UNITS[over]} per {_single(UNITS[under])}"
    return f"{UNITS[over]} per {_single(UNITS[under[:-1]])} squared" if under[-1:] in ("²", "2") and under[:-1] in UNITS else ""


def _single(named: str) -> str:
    said = named.split()
    if named not in SAME_SINGULAR:
        for k, word in enumerate(said):
            if word == "feet":
                said[k] = "foot"
            elif word == "inches":
                said[k] = "inch"
            elif word.endswith("s") and word != "Celsius":
                said[k] = word[:-1]
            else:
                continue
            break
    return " ".join(said)


def unit_words(name: str, singular: bool) -> Words:
    """What is said for a unit: "kilometers", "kilometer", "degree Celsius"."""
    named = unit_named(name)
    return tuple((_single(named) if singular else named).split())


def measures(parts: Parts, i: int) -> bool:
    """ "a 5 km run", "a 9mm.": an article cannot belong to many kilometers."""
    before = parts.at(i - 1)
    return before.lower in ("a", "an", "another") and not before.tail


def describes(parts: Parts, i: int, noun: int, unit: str) -> bool:
    """ "the 500 GB disk": a machine's measure before what has it."""
    behind = parts.at(noun)
    many = len(behind.core) > 3 and behind.core.endswith("s") and behind.core not in NOT_PLURAL  # "10 mm bolts"
    if unit not in _MACHINES or not (many or parts.at(i - 1).lower in _OWNERS):
        return False
    return behind.core.islower() and behind.core.isalpha() and behind.lower not in _NO_NOUN and not parts.at(noun - 1).tail.strip(".")


def _nautical(parts: Parts, i: int) -> bool:
    """True where nm are nautical miles and no nanometers: at sea and in the air."""
    near = {parts.at(k).lower for k in range(i - 9, i + 10)}
    return bool(near & _AT_SEA) or parts.at(i - 1).lower in ("made", "good")


def with_unit(parts: Parts, i: int, said: Words, singular: bool) -> Reading:
    """The words of the number at i, and the unit that follows as a word of its own."""
    part, behind, beyond = parts[i], parts.at(i + 1), parts.at(i + 2)
    name = behind.core
    if part.tail or behind.lead:
        return one(*said)
    if name == "nm" and _nautical(parts, i):
        return Reading((said, ("nautical", "mile" if singular else "miles")))
    if name == "mb" and {"hundred", "thousand"} & set(said):  # of the air: a file of a thousand is in gigabytes
        return Reading((said, ("millibars",)))
    weighed = parts.at(i - 1).lower.startswith("weigh") or parts.at(i + 3).lower in ("lb", "lbs")
    if name == "st" and behind.dotted and weighed:
        return Reading((said, ("stone",)), parts.ends(i + 1))
    goes_on = beyond.core.islower() and not parts.ends(i + 1)
    if name == "c" and behind.dotted and goes_on and beyond.lower not in STARTERS:
        return Reading((said, ("cup" if singular else "cups",)), stop=False)
    if not unit_named(name) or points_a_street(parts, i + 1):
        return one(*said)
    singular = singular or measures(parts, i) or describes(parts, i, i + 2, name) or (beyond.lower in MEASURED and not behind.tail)
    dotted = behind.dotted and name in DOTTED_UNITS
    if name in ("sq", "fl", "cu") and unit_named(beyond.core):
        return Reading((said, unit_words(name, False), unit_words(beyond.core, singular)), not beyond.dotted or parts.ends(i + 2))
    if name == "in" and parts.at(i - 1).core in ("ft", "feet", "foot") and parts.at(i - 1).tail in ("", "."):
        return Reading((said, unit_words(name, singular)), not dotted or parts.ends(i + 1))
    if name == "in" and (not dotted or (not parts.ends(i + 1) and beyond.core[:1].isupper())):
        return one(*said)
    timed = parts.at(i - 1).core in ("min", "mins", "m", "minutes", "minute") and not parts.at(i - 1).tail
    if name == "s" and ("point" in said or timed):
        return Reading((said, ("seconds",)))
    ends = not beyond.core or (behind.tail != "" and not (behind.dotted and not parts.ends(i + 1)))
    lone = name in LONE_UNITS or "/" in name or (name in _LONE_BEFORE_WORDS and (beyond.core.islower() or ends))
    if not dotted and not lone:
        return one(*said)
    return Reading((said, unit_words(name, singular)), not dotted or parts.ends(i + 1))
