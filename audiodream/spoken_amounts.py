"""Quantities with their units, fractions, ranges and scores, in words."""

from __future__ import annotations

import re

from audiodream.spoken_bare import plain_number
from audiodream.spoken_numbers import Words, cardinal, decade, decimal, fraction, hundreds, number, ordinal, pair, plural, year
from audiodream.spoken_parts import Parts, Reading, one
from audiodream.spoken_tables import (
    DOTTED_UNITS,
    LONE_UNITS,
    MEASURED,
    NOT_PLURAL,
    SAME_SINGULAR,
    SCALES,
    UNITS,
    VULGAR,
)

NUM = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
SIGN = {"": (), "-": ("minus",), "−": ("minus",), "–": ("minus",), "+": ("plus",), "±": ("plus", "or", "minus")}
BAR = "[-–—−‒]"
_RANGE = re.compile(rf"([-−]?)({NUM})(%|°)?{BAR}({NUM})([^\W\d_]{{1,3}}|%|°[CF]?)?")
_QUANTITY = re.compile(rf"([-−–+±]?)({NUM})([^\W\d_/²³°%‰¢º]*|[a-zA-Zµμ°º%‰¢/²³]+2?)")
_FRACTION = re.compile(r"([0-9]{1,6})[/⁄]([0-9]{1,4})(?:ths|th|rds|rd|nds)?(?:-([a-z]+))?")
_MIXED = re.compile(r"([0-9]+)?([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])-?([A-Za-z%]*)")
_COMPOUND = re.compile(rf"({NUM})-([A-Za-z]+(?:-[A-Za-z]+)*)")
_NTH = re.compile(r"([0-9,]+)(?:st|nd|rd|th)((?:-[A-Za-z]+)+)")
_NTHS = re.compile(r"([0-9]+)(?:st|nd|rd|th)[-–—]([0-9]+)(?:st|nd|rd|th)")
_ERA = re.compile(r"([A-Za-z]{3,})-['’‘]?(?:([0-9]{4})|([0-9]{2}|[0-9]{4})s)")
_HEIGHT = re.compile(r"([0-9]{1,3})['’′](?:([0-9]{1,2})(?:[\"”″]|''|’’)?)?[.,;:!?)]*")
_INCHES = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)[\"”″][.,;:!?)]*")


def unit_words(name: str, singular: bool) -> Words:
    """What is said for a unit: "kilometers", "kilometer", "degree Celsius"."""
    said = UNITS[name].split()
    if singular and UNITS[name] not in SAME_SINGULAR:
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
    return tuple(said)


def scaled(amount: str, scale: str | None) -> Words:
    """An amount and its scale, idle zeros left out: "three point five", "million"."""
    whole, _, part = amount.partition(".")
    part = part.rstrip("0")
    return (*(decimal(whole or "0", part) if part else cardinal(whole or "0")), *((SCALES[scale],) if scale else ()))


def fractions(parts: Parts, i: int) -> Reading | None:
    """ "1/2", "3 1/2", "3½", "½", "3/4-inch", "9/10"."""
    part, behind = parts[i], parts.at(i + 1)
    if part.core.isascii() and part.core.isdecimal() and not part.tail and not behind.lead:
        over_under = _FRACTION.fullmatch(behind.core)
        if over_under and 0 < int(over_under[1]) < int(over_under[2]) and not over_under[3]:
            return Reading(((*cardinal(part.core), "and"), fraction(int(over_under[1]), int(over_under[2]), "a")))
        if behind.core in VULGAR:
            return Reading(((*cardinal(part.core), "and"), fraction(*VULGAR[behind.core], "a")))
    if found := _MIXED.fullmatch(part.core):
        whole, sign, unit = found.groups()
        said = (*cardinal(whole), "and", *fraction(*VULGAR[sign], "a")) if whole else fraction(*VULGAR[sign])
        if unit and unit not in UNITS:
            return one(*said, unit)
        return one(*said, *(unit_words(unit, not whole) if unit else ()))
    if found := _FRACTION.fullmatch(part.core):
        over, under, noun = int(found[1]), int(found[2]), found[3]
        special = {
            "24/7": ("twenty-four", "seven"),
            "9/11": ("nine", "eleven"),
            "7/7": ("seven", "seven"),
            "50/50": ("fifty", "fifty"),
            "20/20": ("twenty", "twenty"),
        }.get(part.core)
        if special:
            return one(*special)
        if over + under == 100 and not noun and over % 10 == 0 and behind.lower in ("rule", "split", "principle", "mix", "blend", "law"):
            return one(*cardinal(found[1]), *cardinal(found[2]))
        if noun:
            unit = unit_words(noun, True) if noun in UNITS else (noun,)
            said = fraction(over, under)
            return one("-".join((*(said[1:] if over == 1 else said), *unit)))
        if behind.lower in ("vision", "sight", "eyesight", "hearing"):
            return one(*cardinal(found[1]), *cardinal(found[2]))
        if over >= under:
            link = ("out", "of") if under in (5, 10, 100) else ("over",)
            return one(*hundreds(found[1]), *link, *cardinal(found[2]))
        return one(*fraction(over, under))
    return None


def ranges(parts: Parts, i: int) -> Reading | None:
    """ "1914-18", "10–12", "3-2", "10-15%", "5-10 km"."""
    if found := _NTHS.fullmatch(parts[i].core):
        return one(*ordinal(found[1]), "to", *ordinal(found[2]))
    found = _RANGE.fullmatch(parts[i].core)
    if not found:
        return None
    sign, low, low_unit, high, unit = found.groups()
    if parts[i].core in ("50-50", "20-20", "10-4"):
        return one(*number(low), *number(high))
    if unit and unit not in UNITS and unit not in ("s", "th", "st", "nd", "rd"):
        return None
    plain = not low_unit and not sign
    if (
        plain
        and re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", low)
        and re.fullmatch(r"[0-9]{2}|1[0-9]{3}|20[0-9]{2}", high)
        and unit in (None, "s")
    ):
        second = decade(high) if unit == "s" else year(high) if len(high) == 4 else pair(high)
        return one(*year(low), "to", *second)
    if high == "0" and plain and not unit:
        return one(*number(low), "nil") if low != "0" else one("nil", "nil")
    first = (*SIGN[sign], *number(low))
    if unit in ("th", "st", "nd", "rd"):
        return one(*first, "to", *ordinal(high))
    if low == "0":
        first = ("nil",) if not unit and not low_unit and len(high) == 1 and _is_score(parts, i) else first
    if unit == "s" and parts.at(i - 1).lower in ("the", "these", "those", "all", "for", "most"):
        return one(*first, "to", *(decade(high) if len(high) == 2 and high[1] == "0" else plural(cardinal(high))))
    said = (*first, "to", *number(high), *(unit_words(unit, False) if unit else ()))
    return _with_unit(parts, i, said, False) if not unit else one(*said)


def _is_score(parts: Parts, i: int) -> bool:
    words = {parts.at(k).lower for k in range(i - 5, i)}
    return bool(words & {"won", "win", "lost", "lose", "beat", "score", "led", "lead", "drew", "defeated", "trailing"})


def _with_unit(parts: Parts, i: int, said: Words, singular: bool) -> Reading:
    """The number's words, and the unit that follows as a word of its own."""
    part, behind = parts[i], parts.at(i + 1)
    name = behind.core
    weighed = parts.at(i - 1).lower.startswith("weigh") or parts.at(i + 3).lower in ("lb", "lbs")
    if name == "st" and behind.dotted and not part.tail and weighed:
        return Reading((said, ("stone",)), parts.ends(i + 1))
    singular = singular or _measures(parts, i, i + 2) or (parts.at(i + 2).lower in MEASURED and not behind.tail)
    if part.tail or behind.lead or name not in UNITS:
        return one(*said)
    dotted = behind.dotted and name in DOTTED_UNITS
    if name in ("sq", "fl", "cu") and parts.at(i + 2).core in UNITS:
        last = parts[i + 2]
        return Reading((said, unit_words(name, False), unit_words(last.core, singular)), not last.dotted or parts.ends(i + 2))
    if name == "in" and (not dotted or (not parts.ends(i + 1) and parts.at(i + 2).core[:1].isupper())):
        return one(*said)
    timed = parts.at(i - 1).core in ("min", "mins", "m", "minutes", "minute") and not parts.at(i - 1).tail
    if name == "s" and ("point" in said or timed):
        return Reading((said, ("seconds",)))
    lone = name in LONE_UNITS or (name in ("W", "V", "L") and (parts.at(i + 2).core.islower() or not parts.at(i + 2).core))
    lone = lone or (name in ("l", "L", "g") and parts.at(i + 2).lower == "of" and not behind.tail)
    if not dotted and not lone:
        return one(*said)
    return Reading((said, unit_words(name, singular)), not dotted or parts.ends(i + 1))


def _measures(parts: Parts, i: int, noun: int) -> bool:
    """ "a 5 km run": an article that cannot belong to many kilometers, and a word behind the unit."""
    behind = parts.at(noun)
    return parts.at(i - 1).lower in ("a", "an", "another", "every") and behind.core.isalpha() and not parts.at(noun - 1).tail.strip(".")


def lengths(parts: Parts, i: int) -> Reading | None:
    """ "6'2\"" is six foot two, "5'" five feet, "12\"" twelve inches."""
    raw = parts[i].raw
    if parts[i].lead and parts[i].lead[0] in "\"“‘'(":
        raw = raw.lstrip("\"“‘'(")
        if raw.endswith(('"', "”", "'", "’")) and parts[i].lead[0] in "\"“‘'" and not re.match(r"[0-9]+['’′][0-9]", raw):
            return None
    if found := _HEIGHT.fullmatch(raw):
        feet, inches = found.groups()
        if inches:
            return one(*cardinal(feet), "foot", *cardinal(inches))
        if (
            "′" in raw
            or re.fullmatch(r"(long|tall|high|wide|deep|by|x|×)", parts.at(i + 1).lower)
            or (
                not inches
                and parts.at(i - 1).lower in ("is", "was", "stood", "about", "over", "under", "nearly", "he's", "she's", "he’s", "she’s")
            )
        ):
            return one(*cardinal(feet), "foot" if feet == "1" else "feet")
        return None
    if (found := _INCHES.fullmatch(raw)) and not any(c in '"“' for k in range(max(0, i - 40), i) for c in parts[k].raw):
        return one(*number(found[1]), "inch" if found[1] == "1" else "inches")
    return None


def quantities(parts: Parts, i: int) -> Reading | None:
    """A number with or without a unit: "10 km", "10km", "-5°C", "60%", "1,000", "1984", "007", "5K"."""
    part = parts[i]
    if found := _COMPOUND.fullmatch(part.core):
        return _compound(found[1], found[2])
    if found := _NTH.fullmatch(part.core):
        said = ordinal(found[1])
        return one(*said[:-1], said[-1] + found[2])
    if (found := _ERA.fullmatch(part.core)) and not found[1].isupper():
        return one(found[1], *(year(found[2]) if found[2] else decade(found[3])))
    found = _QUANTITY.fullmatch(part.core)
    if not found:
        return None
    sign, amount, unit = found.groups()
    about = ("about",) if "~" in part.lead else ("less", "than") if "<" in part.lead else ()
    singular = amount == "1"
    if not unit:
        head = (*about, *SIGN[sign])
        if sign and parts.at(i - 1).core[-1:].isdigit() and sign == "-":
            head = ("minus",)
        return _with_unit(parts, i, (*head, *plain_number(parts, i, amount)), singular)
    if unit in ("k", "K", "M", "bn", "mn") and unit not in ("K",):
        return one(*about, *SIGN[sign], *scaled(amount, unit))
    if unit == "m" and _counts_millions(parts, i, amount):
        return one(*about, *SIGN[sign], *scaled(amount, unit))
    if unit == "m" and re.fullmatch("[0-9]{1,2}h", parts.at(i - 1).core) and not parts[i - 1].tail:
        return one(*cardinal(amount), "minute" if singular else "minutes")
    if unit == "s" and re.fullmatch("[1-9][0-9]{2}", amount):
        return one(*plural(hundreds(amount)))
    if unit == "s" and amount.isdecimal() and (amount.endswith("0") or len(amount) == 2):
        return one(*decade(amount)) if len(amount) in (2, 4) else one(*cardinal(amount), "seconds")
    if unit in ("th", "st", "nd", "rd", "TH", "ST", "ND", "RD") and "." not in amount:
        return one(*SIGN[sign], *ordinal(amount))
    if unit in UNITS:
        behind = parts.at(i + 1)
        singular = singular or ((behind.lower in MEASURED or _measures(parts, i, i + 1)) and not part.tail)
        if unit in ("°", "º") and behind.core in tuple("CFNSEW") and not part.tail:
            return Reading(((*about, *SIGN[sign], *number(amount)), unit_words("°" + behind.core, singular)))
        return one(
            *about,
            *SIGN[sign],
            *number(amount),
            *unit_words(unit, singular),
            stop=not part.dotted or unit not in DOTTED_UNITS or parts.ends(i),
        )
    return None


def _counts_millions(parts: Parts, i: int, amount: str) -> bool:
    """ "1.3m copies", "2m people" are millions; "2m walls" and "1.3m tall" are not."""
    noun = parts.at(i + 1).core
    people = noun in ("people", "men", "women", "children")
    many = noun.islower() and len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") and noun not in NOT_PLURAL | MEASURED
    return not parts[i].tail and (people or (many and "." in amount))


def _compound(amount: str, rest: str) -> Reading:
    """ "10-year-old", "6-ft", "19-something"."""
    first, *others = rest.split("-")
    said = year(amount) if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", amount) else number(amount)
    word = (
        "-".join(unit_words(first, True)) if first in UNITS and not others and first not in ("in", "s", "h", "V", "W", "L", "l") else first
    )
    return one(*said[:-1], "-".join((said[-1], word, *others)))
