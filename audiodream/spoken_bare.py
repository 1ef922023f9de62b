"""A number without a unit, by what stands around it: a year, a room, a number to dial, a quantity."""

from __future__ import annotations

import re

from audiodream.spoken_numbers import Words, cardinal, digits, hundreds, number, pair, year
from audiodream.spoken_parts import Part, Parts
from audiodream.spoken_tables import CODED, LONE_UNITS, NOT_PLURAL, POSTAL, ROOMS, WEAPONS, YEARLY


def plain_number(parts: Parts, i: int, amount: str) -> Words:
    """What is said for the amount of part i."""
    before, behind = parts.at(i - 1), parts.at(i + 1)
    if amount[0] == "." and len(amount) == 3 and (before.lower in ("a", "the", "his", "her", "my") or behind.lower in WEAPONS):
        return cardinal(amount[1:]) if amount[1] != "0" else digits(amount[1:])
    if "." in amount or "," in amount:
        return number(amount)
    if (len(amount) >= 4 and _is_coded(parts, i)) or (len(amount) == 5 and before.core in POSTAL and not before.tail):
        return digits(amount)
    if amount == "007":
        return ("double", "oh", "seven")
    if (len(amount) > 1 and amount[0] == "0") or len(amount) > 15:
        if len(amount) == 4 and behind.lower in ("hours", "hrs", "hundred"):
            return ("oh", *cardinal(amount[1]), "hundred") if amount[2:] == "00" else ("oh", *cardinal(amount[1:2]), *pair(amount[2:]))
        if re.fullmatch("0[0-9][0-5][0-9]", amount) and before.lower in ("at", "by", "until", "till", "since", "from", "before", "after"):
            return ("oh", *cardinal(amount[1]), "hundred") if amount[2:] == "00" else ("oh", *cardinal(amount[1]), *pair(amount[2:]))
        return digits(amount)
    if amount in ("911", "999", "411", "101", "112") and (before.core or before.raw) and (before.lower or before.raw) in (
        "☎",
        "☏",
        "📞",
        "call",
        "called",
        "dial",
        "dialed",
        "dialled",
        "rang",
        "ring",
        "phone",
        "phoned",
        "a",
    ):
        return digits(amount)
    if re.fullmatch("7[0-8]7", amount) and before.lower in ("a", "the", "boeing", "another"):
        return hundreds(amount)
    if len(amount) in (3, 4) and before.lower in ROOMS and not before.tail.strip("."):
        return hundreds(amount)
    if len(amount) == 3 and _in_era(before, behind):
        return cardinal(amount)
    if re.fullmatch("(?:1[0-9]|2[0-4])[0-5][0-9]", amount) and behind.lower in ("hours", "hrs"):
        return (*cardinal(amount[:2]), "hundred") if amount[2:] == "00" else (*cardinal(amount[:2]), *pair(amount[2:]))
    if len(amount) == 4 and amount <= "2099" and not _counts(parts, i, before, behind):
        return year(amount)
    if len(amount) == 4 and "2100" <= amount <= "2999" and amount[2:] != "00" and before.lower in ("in", "year", "by", "since", "until"):
        return cardinal(amount) if _counts(parts, i, before, behind) else (*cardinal(amount[:2]), *pair(amount[2:]))
    return cardinal(amount)


def _is_coded(parts: Parts, i: int) -> bool:
    """ "PIN 4821", "the code was 4711", "account number 12345"."""
    k = i - 1
    while k > i - 4 and parts.at(k).lower in ("is", "was", "number", "no", "to"):
        k -= 1
    return parts.at(k).lower in CODED and not parts.at(k).tail.strip(":.")


def _in_era(before: Part, behind: Part) -> bool:
    return {before.core, behind.core} & {"AD", "BC", "BCE", "CE", "A.D", "B.C"} != set()


def _counts(parts: Parts, i: int, before: Part, behind: Part) -> bool:
    """True where four digits count things: a plural follows, and no word that stands before years."""
    if before.lower in YEARLY - {"of", "to", "about", "around", "through"} or parts[i].tail or behind.lead:
        return False
    if behind.lower in ("men", "women", "people", "children", "feet", "sheep", "fish", "more", "or", "times"):
        return behind.lower != "or"
    noun = behind.core
    return (
        noun.islower() and len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") and noun not in NOT_PLURAL
    ) or noun in LONE_UNITS
