"""Quantities with their units, fractions, ranges and scores, in words."""

from __future__ import annotations

import re

from audiodream.spoken_bare import plain_number
from audiodream.spoken_numbers import Words, cardinal, decade, decimal, fraction, hundreds, number, ordinal, pair, plural, year
from audiodream.spoken_parts import Parts, Reading, one
from audiodream.spoken_tables import DOTTED_UNITS, MEASURED, NOT_PLURAL, SCALES, VULGAR
from audiodream.spoken_units import describes, measures, unit_named, unit_words, with_unit
from audiodream.words import listed

NUM = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
SIGN = {"": (), "-": ("minus",), "−": ("minus",), "–": ("minus",), "+": ("plus",), "±": ("plus", "or", "minus")}
BAR = "[-–—−‒]"
_RANGE = re.compile(rf"([-−]?)({NUM})(%|°)?{BAR}({NUM})([^\W\d_]{{1,3}}|%|°[CF]?)?")
_QUANTITY = re.compile(rf"([-−–+±]?)({NUM})([^\W\d_/²³°%‰¢º]*|[a-zA-Zµμ°º%‰¢/²³]+2?)")
_FRACTION = re.compile(r"([0-9]{1,6})[/⁄]([0-9]{1,4})(?:ths|th|rds|rd|nds)?(?:-([a-z]+))?")
_MIXED = re.compile(r"([0-9]+)?([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])-?([A-Za-z%]*)")
_COMPOUND = re.compile(rf"({NUM})-([A-Za-zµμ]+(?:-[A-Za-z]+)*)")
_NTH = re.compile(r"([0-9,]+)(?:st|nd|rd|th)((?:-[A-Za-z]+)+)")
_NTHS = re.compile(r"([0-9]+)(?:st|nd|rd|th)[-–—]([0-9]+)(?:st|nd|rd|th)")
_DECADES = re.compile(r"([0-9]{2}|[0-9]{4})s[-–—]['’‘]?([0-9]{2}|[0-9]{4})s")
_ERA = re.compile(r"([A-Za-z]{3,})-['’‘]?(?:([0-9]{4})|([0-9]{2}|[0-9]{4})s)")
_CRICKET = listed("wicket wickets innings stumps tea overs declared batting bowled test lunch")
_RHYTHM = listed("time signature meter metre beat beats rhythm bar bars waltz")
_NO_THING = listed("long tall high wide deep thick by of and or in at from to on was is were are x")
_PICTURED = listed("fig figure table tbl section sec exhibit plate")
"""Before numbers with a part behind the hyphen; a range goes upwards."""
_HOUR_PARTS = {"½": "half", "¼": "a quarter"}
_MARKED = listed("got get gets give gives gave given score scored scores rate rated rating solid me him her us them marks")
"""After these 9/10 is what someone or something is worth."""
_ARC = re.compile(r"([0-9]{1,3})°(?:([0-9]{1,2}(?:\.[0-9]+)?)['’′])?(?:([0-9]{1,2}(?:\.[0-9]+)?)(?:[\"”″]|''))?([NSEW])?")
_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_HEIGHT = re.compile(r"([0-9]{1,3})['’′](?:([0-9]{1,2})(?:[\"”″]|''|’’)?)?[.,;:!?)]*")
_INCHES = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]+)?|[0-9]{1,2}/[0-9]{1,2}|[0-9]{0,2}[½¼¾⅓⅔⅛⅜⅝⅞])(?:[-–]([0-9]{1,3}))?[\"”″][.,;:!?)]*")


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
        pair_ = VULGAR.get(behind.core)
        if over_under and 0 < int(over_under[1]) < int(over_under[2]) and not over_under[3]:
            pair_ = int(over_under[1]), int(over_under[2])
        if pair_:
            unit_behind = with_unit(parts, i + 1, fraction(*pair_, "a"), False)
            return Reading(((*cardinal(part.core), "and"), *unit_behind.words), unit_behind.stop)
    if found := _MIXED.fullmatch(part.core):
        whole, sign, unit = found.groups()
        if not whole and not unit and not part.tail and behind.lower in ("past", "to") and sign in _HOUR_PARTS and not measures(parts, i):
            return one(*_HOUR_PARTS[sign].split())
        said = (*cardinal(whole), "and", *fraction(*VULGAR[sign], "a")) if whole else fraction(*VULGAR[sign])
        if not unit:
            return with_unit(parts, i, said, not whole)
        return one(*said, *(unit_words(unit, not whole) if unit_named(unit) else (unit,)))
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
            unit = unit_words(noun, True) if unit_named(noun) else (noun,)
            said = fraction(over, under)
            return one("-".join((*(said[1:] if over == 1 else said), *unit)))
        if behind.lower in _RHYTHM or behind.lower in ("vision", "sight", "eyesight", "hearing"):
            return one(*cardinal(found[1]), *cardinal(found[2]))
        if under in (5, 10, 20, 100) and over <= under and (
            parts.at(i - 1).lower in _MARKED or (under == 10 and measures(parts, i) and (part.tail or not behind.core))
        ):
            return one(*cardinal(found[1]), "out", "of", *cardinal(found[2]))
        if over >= under and under <= 10 <= over and _at_cricket(parts, i):
            return one(*hundreds(found[1]), "for", *cardinal(found[2]))
        if over >= under:
            link = ("out", "of") if under in (5, 10, 100) else ("over",)
            return one(*hundreds(found[1]), *link, *cardinal(found[2]))
        return with_unit(parts, i, fraction(over, under), True)
    return None


def _comma_behind(words: Words) -> Words:
    return (*words[:-1], words[-1] + ",")


def _at_cricket(parts: Parts, i: int) -> bool:
    """True where runs and wickets are told."""
    near = {parts.at(k).lower for k in range(i - 8, i + 9)}
    return bool(near & _CRICKET)


def bearings(parts: Parts, i: int) -> Reading | None:
    """ "41°43′N": degrees, minutes and seconds of arc."""
    found = _ARC.fullmatch(parts[i].core)
    if not found or not (found[2] or found[4]):
        return None
    degrees, minutes, seconds, point = found.groups()
    said: Words = ()
    for amount, unit in ((degrees, "degree"), (minutes, "minute"), (seconds, "second")):
        said += (*number(amount), unit if amount == "1" else unit + "s") if amount else ()
    if point:
        return one(*said, _WINDS[point])
    behind = parts.at(i + 1).core
    return Reading((said, (_WINDS[behind],))) if behind in _WINDS and not parts[i].tail.strip("'’′\"”″") else one(*said)


def ranges(parts: Parts, i: int) -> Reading | None:
    """ "1914-18", "10–12", "3-2", "10-15%", "5-10 km"."""
    if found := _NTHS.fullmatch(parts[i].core):
        return one(*ordinal(found[1]), "to", *ordinal(found[2]))
    if found := _DECADES.fullmatch(parts[i].core):
        return one(*decade(found[1]), "to", *decade(found[2]))
    found = _RANGE.fullmatch(parts[i].core)
    if not found:
        return None
    sign, low, low_unit, high, unit = found.groups()
    if parts[i].core in ("50-50", "20-20", "10-4"):
        return one(*number(low), *number(high))
    if unit and not unit_named(unit) and unit not in ("s", "th", "st", "nd", "rd"):
        return None
    plain = not low_unit and not sign
    if plain and not unit and parts.at(i - 1).lower in _PICTURED and float(high.replace(",", "")) < float(low.replace(",", "")):
        return one(*_comma_behind(number(low)), *number(high))
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
    return with_unit(parts, i, said, False) if not unit else one(*said)


def _is_score(parts: Parts, i: int) -> bool:
    words = {parts.at(k).lower for k in range(i - 5, i)}
    return bool(words & {"won", "win", "lost", "lose", "beat", "score", "led", "lead", "drew", "defeated", "trailing"})


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
    if (found := _INCHES.fullmatch(raw)) and not any(c in '"“' and not _INCHES.fullmatch(parts[k].raw) for k in range(max(0, i - 40), i)
                                                     for c in parts[k].raw):
        return one(*_inches(parts, i, found[1], found[2]))
    return None


def _inches(parts: Parts, i: int, low: str, high: str | None) -> Words:
    if "/" in low:
        over, _, under = low.partition("/")
        said = fraction(int(over), int(under))
    elif low[-1] in VULGAR:
        said = (*((*cardinal(low[:-1]), "and") if low[:-1] else ()), *fraction(*VULGAR[low[-1]], "a" if low[:-1] else "one"))
    else:
        said = number(low)
    behind = parts.at(i + 1).core
    owned = parts.at(i - 1).lower in ("a", "an", "the", "his", "her", "my")
    thing = owned and behind.islower() and behind.isalpha() and behind not in _NO_THING
    one_inch = not high and (low == "1" or "/" in low or low in VULGAR or thing or (behind == "x" and not parts[i].tail.strip("\"”″")))
    return (*said, *(("to", *number(high)) if high else ()), "inch" if one_inch else "inches")


def quantities(parts: Parts, i: int) -> Reading | None:
    """A number with or without a unit: "10 km", "10km", "-5°C", "60%", "1,000", "1984", "007", "5K"."""
    part = parts[i]
    if found := _COMPOUND.fullmatch(part.core):
        return one(*_compound(found[1], found[2]), stop=not part.dotted or found[2] not in DOTTED_UNITS or parts.ends(i))
    if found := _NTH.fullmatch(part.core):
        said = ordinal(found[1])
        if found[2] in ("-c", "-cent") and part.dotted:
            return one(*said, "century", stop=parts.ends(i))
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
        return with_unit(parts, i, (*head, *plain_number(parts, i, amount)), singular)
    if unit in ("k", "K", "M", "bn", "mn") and unit not in ("K",):
        return one(*about, *SIGN[sign], *scaled(amount, unit))
    if unit == "m" and _counts_millions(parts, i, amount):
        return with_unit(parts, i, (*about, *SIGN[sign], *scaled(amount, unit)), False)
    if unit == "m" and re.fullmatch("[0-9]{1,2}h", parts.at(i - 1).core) and not parts[i - 1].tail:
        return one(*cardinal(amount), "minute" if singular else "minutes")
    if unit == "s" and re.fullmatch("[1-9][0-9]{2}", amount):
        return one(*plural(hundreds(amount)))
    if unit == "s" and amount.isdecimal() and (amount.endswith("0") or len(amount) == 2):
        return one(*decade(amount)) if len(amount) in (2, 4) else one(*cardinal(amount), "seconds")
    if unit in ("th", "st", "nd", "rd", "TH", "ST", "ND", "RD") and "." not in amount:
        return one(*SIGN[sign], *ordinal(amount))
    if unit_named(unit):
        behind = parts.at(i + 1)
        singular = singular or ((behind.lower in MEASURED and not part.tail) or measures(parts, i) or describes(parts, i, i + 1, unit))
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
    people = noun in ("people", "men", "women", "children", "km", "miles", "ly", "light-years", "tons", "tonnes")
    many = noun.islower() and len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") and noun not in NOT_PLURAL | MEASURED
    return not parts[i].tail and (people or (many and "." in amount))


def _compound(amount: str, rest: str) -> Words:
    """ "10-year-old", "6-ft", "19-something"."""
    first, *others = rest.split("-")
    said = year(amount) if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", amount) else number(amount)
    word = (
        "-".join(unit_words(first, True)) if unit_named(first) and not others and first not in ("s", "h", "V", "W", "L", "l") else first
    )
    return (*said[:-1], "-".join((said[-1], word, *others)))
