"""Times of day, dates, telephone numbers and other figures that are read group by group."""

from __future__ import annotations

import re

from audiodream.spoken_numbers import Words, cardinal, digits, number, ordinal, pair, year
from audiodream.spoken_parts import STARTERS, Parts, Reading, letters, one
from audiodream.spoken_tables import DAYS, MONTH_NAMES, MONTHS, NOT_PLURAL, SCRIPTURE, UNITS
from audiodream.words import listed

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])(?::([0-5][0-9]))?(am|pm|a\.m|p\.m|AM|PM|A\.M|P\.M)?")
_BOTH_HALVES = re.compile(
    r"([0-9]{1,2}(?::[0-5][0-9])?)(am|pm|a\.m\.?|p\.m\.?)[-–]([0-9]{1,2}(?::[0-5][0-9])?)(am|pm|a\.m|p\.m)", re.IGNORECASE)
_STOPWATCH = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-5][0-9])\.([0-9]{1,3})")
_HOUR = re.compile(r"([0-9]{1,2})(am|pm|a\.m|p\.m|AM|PM|A\.M|P\.M)")
_CLOCKS = re.compile(r"([0-9]{1,2}:[0-5][0-9]|[0-9]{1,2})[-–]([0-9]{1,2}:[0-5][0-9]|[0-9]{1,2})(am|pm|a\.m|p\.m)?")
_RATIO = re.compile(r"([0-9]{1,3}):([0-9]{1,5})")
_UNTIL = re.compile(r"([ap]\.?m)\.?[-–]([0-9]{1,2})", re.I)
_HALF = re.compile(r"[ap]\.?m", re.I)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SLASHED = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_DAY = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_SPAN = re.compile(r"([A-Z][a-z]{2,4})\.?[-–]([A-Z][a-z]{2,4})")
_DAYS = re.compile(r"([0-9]{1,2})[-–]([0-9]{1,2})")
_PHONE = re.compile(r"(?:\+?([0-9]{1,3})[-.])?(?:\(?([0-9]{3})\)?[-.])?([0-9]{3})[-.]([0-9]{4})")
_GROUPS = re.compile(r"[0-9]+(?:[-–][0-9]+){2,}")
_DOTTED = re.compile(r"v?[0-9]+(?:\.[0-9]+){2,}")
_AFTER_NIGHT = ("hundred",)


def clock(hour: str, minute: str, half: bool) -> Words:
    """ "five thirty", "five o'clock", "five" before a.m. and p.m., "fourteen hundred", "zero fifteen"."""
    h = int(hour)
    said = (
        ("zero",)
        if h == 0
        else ("oh", *cardinal(hour))
        if hour[0] == "0" and len(hour) == 2 and not half and minute != "00"
        else cardinal(hour)
    )
    if minute == "00":
        if h == 0 or h > 24:
            return ("midnight",) if h == 0 else (*said, *_AFTER_NIGHT)
        return said if half else (*said, "o'clock") if h <= 12 else (*said, *_AFTER_NIGHT)
    return (*said, *pair(minute))


def times(parts: Parts, i: int) -> Reading | None:
    """ "5:30 p.m.", "5.30pm", "7am", "17:45", "10:30:15", "9:00-17:00", "3:1"."""
    part, behind = parts[i], parts.at(i + 1)
    core = part.core
    after = not part.tail and not behind.lead and _HALF.fullmatch(behind.core) and (behind.dotted or "." not in behind.core)
    stop = parts.ends(i + 1) if behind.dotted else True
    found = _CLOCK.fullmatch(core)
    if found and (":" in core or found[4] or after or _dotted_clock(parts, i)) and int(found[1]) <= 24:
        half = found[4] or ""
        said = clock(found[1], found[2], bool(half or after))
        if found[3]:
            said = (*said, "and", *cardinal(found[3].lstrip("0") or "0"), "second" if found[3] == "01" else "seconds")
        if half:
            return one(*said, *letters(half), stop=not part.dotted or parts.ends(i))
        if after:
            return Reading((said, letters(behind.core)), stop)
        if re.fullmatch(r"[o0][’']clock|hours|hrs", behind.lower):
            said = clock(found[1], found[2], True)
            if behind.lower[0] == "h" and found[2] == "00":
                said = (*(("oh",) if found[1][0] == "0" and found[1] != "00" else ()), *said, "hundred")
        return one(*said)
    if found := _BOTH_HALVES.fullmatch(core):
        first, second = (clock(t.partition(":")[0], t.partition(":")[2] or "00", True) for t in (found[1], found[3]))
        said = (*first, *letters(found[2]), "to", *second, *letters(found[4]))
        return one(*said, stop=not part.dotted or parts.ends(i))
    if found := _STOPWATCH.fullmatch(core):
        hours, minutes, seconds, rest = found.groups()
        head = (*cardinal(hours), "hours", *cardinal(minutes), "minutes") if hours else cardinal(minutes)
        return one(*head, *pair(seconds), "point", *digits(rest))
    if found := _HOUR.fullmatch(core):
        return one(*cardinal(found[1]), *letters(found[2]), stop=not part.dotted or parts.ends(i))
    if after and re.fullmatch(r"[0-9]{1,2}", core) and (behind.core.islower() or behind.core.isupper()):
        return Reading((cardinal(core), letters(behind.core)), stop)
    if (found := _CLOCKS.fullmatch(core)) and (":" in core or found[3] or after):
        late = bool(found[3] or after)
        first, second = (clock(t.split(":")[0], t.split(":")[1], late) if ":" in t else cardinal(t) for t in (found[1], found[2]))
        said = (*first, "to", *second)
        if found[3]:
            return one(*said, *letters(found[3]), stop=not part.dotted or parts.ends(i))
        return Reading((said, letters(behind.core)), stop) if after else one(*said)
    if re.fullmatch("[0-9]{1,2}", core) and not part.tail and (joined := _UNTIL.fullmatch(behind.core)):
        return Reading((cardinal(core), (*letters(joined[1]), "to", *cardinal(joined[2]))))
    if found := re.fullmatch(r"([0-9]{1,3}\.[0-9]{1,4}):([0-9]{1,3})", core):
        return one(*number(found[1]), "to", *cardinal(found[2]))
    if found := _RATIO.fullmatch(core):
        ratio = len(found[2]) == 1 and parts.at(i - 1).lower not in SCRIPTURE
        return one(*cardinal(found[1]), *(("to",) if ratio else ()), *cardinal(found[2]))
    return None


_TRAINS = listed("to from train bus express ferry boat coach tram slow service")
"""Behind "the 8.15"."""


def _dotted_clock(parts: Parts, i: int) -> bool:
    """ "at 7.30", "2.30 in the afternoon": a time with a dot, as the British write it."""
    found = re.fullmatch(r"([1-9]|1[0-2])\.[0-5][05]", parts[i].core)
    if not found:
        return False
    if parts.at(i + 1).lower == "in" and parts.at(i + 3).lower in ("morning", "afternoon", "evening"):
        return True
    behind = parts.at(i + 1).core
    if parts.at(i - 1).lower in ("the", "my", "his", "her", "our", "your") and behind in _TRAINS and not parts[i].tail:
        return True
    return parts.at(i - 1).lower in ("at", "until", "by") and (bool(parts[i].tail) or not behind or behind.lower() in STARTERS)


def month_of(core: str, dotted: bool) -> str:
    """The month a core names, short or whole, in capitals as names are; "" where it is none."""
    if core in MONTH_NAMES:
        return core
    return (
        MONTHS.get(core.lower(), "")
        if core[:1].isupper() and (dotted or core in ("Sept", "Jan", "Feb", "Aug", "Oct", "Nov", "Dec", "Apr", "Mar", "Jun", "Jul"))
        else ""
    )


def dates(parts: Parts, i: int) -> Reading | None:
    """ "Jan. 3rd", "January 3", "3 January", "3rd Jan.", "Dec. '41", "1999-12-25", "25/12/1999"."""
    part, behind = parts[i], parts.at(i + 1)
    if found := _ISO.fullmatch(part.core):
        if 1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31:
            return one(MONTH_NAMES[int(found[2]) - 1], *_comma(ordinal(str(int(found[3])))), *year(found[1]))
    elif found := _SLASHED.fullmatch(part.core):
        return _slashed(int(found[1]), int(found[3]), found[4])
    if name := month_of(part.core, part.dotted):
        return _after_month(parts, i, name)
    if (found := _DAY.fullmatch(part.core)) and not part.tail and 1 <= int(found[1]) <= 31 and not behind.lead:
        name = month_of(behind.core, behind.dotted)
        if name:
            article = () if parts.at(i - 1).lower in ("the", "this", "that", "every") else ("the",)
            head = (*article, *ordinal(found[1]), "of")
            stop = not behind.dotted or behind.core in MONTH_NAMES or parts.ends(i + 1)
            if parts.at(i + 2).core.isascii() and re.fullmatch(r"[0-9]{4}", parts.at(i + 2).core) and not behind.tail.strip("."):
                return Reading((head, (name,), year(parts[i + 2].core)))
            return Reading((head, (name,)), stop)
    return None


def _comma(words: Words) -> Words:
    return (*words[:-1], words[-1] + ",")


def _slashed(first: int, second: int, last: str) -> Reading | None:
    spoken = year(last) if len(last) == 4 else pair(last) if last != "00" else ("two", "thousand")
    if 1 <= first <= 12 and 1 <= second <= 31:
        return one(MONTH_NAMES[first - 1], *_comma(ordinal(str(second))), *spoken)
    if 1 <= second <= 12 and 1 <= first <= 31:
        return one("the", *ordinal(str(first)), "of", MONTH_NAMES[second - 1], *spoken)
    return None


def _after_month(parts: Parts, i: int, name: str) -> Reading | None:
    part, behind = parts[i], parts.at(i + 1)
    rest = part.tail.strip(".")
    short = part.core not in MONTH_NAMES
    beyond = parts.at(i + 2).core
    if name in ("March", "May") and not behind.tail and beyond.islower() and beyond.endswith("s") and beyond not in NOT_PLURAL:
        return None
    if (
        not rest
        and (found := _DAY.fullmatch(behind.core))
        and 1 <= int(found[1]) <= 31
        and behind.lead not in ("'", "’", "‘")
        and (parts.at(i + 2).core not in UNITS or behind.tail)
    ):
        final = re.fullmatch(r"[0-9]{4}", parts.at(i + 2).core) and behind.tail in ("", ",") and not parts.at(i + 2).lead
        words = ((name,), ordinal(found[1]))
        return Reading((*words, year(parts[i + 2].core))) if final else Reading(words)
    if not rest and (joint := re.fullmatch("([0-9]{1,2}),(1[0-9]{3}|20[0-9]{2})", behind.core)) and 1 <= int(joint[1]) <= 31:
        return Reading(((name,), (*_comma(ordinal(joint[1])), *year(joint[2]))))
    if not rest and (found := _DAYS.fullmatch(behind.core)):
        return Reading(((name,), (*ordinal(found[1]), "to", *ordinal(found[2]))))
    if not rest and re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", behind.core) and not behind.lead:
        return Reading(((name,), year(behind.core)))
    if not short:
        return None
    if (
        (part.dotted and part.core not in ("Mar", "Jun", "Jul", "Apr", "Dec", "Sep"))
        or behind.core[:1].isdigit()
        or parts.at(i - 1).core[:1].isdigit()
        or (part.dotted and _among_dates(parts, i))
    ):
        return one(name, stop=parts.ends(i))
    return None


def _among_dates(parts: Parts, i: int) -> bool:
    """ "in Dec.", "Jan. and Mar.", "Dec. or": what tells a month from a short name or the end of a sentence."""
    before, behind = parts.at(i - 1), parts.at(i + 1)
    joins = ("and", "or", "to", "&", "through")
    if before.lower in ("in", "since", "until", "till", "during", "last", "next", "early", "late", "mid", "of", "by") and not before.tail:
        return True
    other = parts.at(i + 2), parts.at(i - 2)
    return any(join.raw in joins and month_of(month.core, month.dotted) for join, month in zip((behind, before), other, strict=True))


def spans(parts: Parts, i: int) -> Reading | None:
    """ "Mon.–Fri.", "Jan.–Mar.": a dash between two days or two months is said."""
    part, behind = parts[i], parts.at(i + 1)
    if not part.core[:1].isupper() or not behind.core[:1].isupper() or behind.lead or not re.fullmatch(r"\.?[–—]", part.tail):
        return None
    for short, whole in ((DAYS, tuple(DAYS.values())), (MONTHS, MONTH_NAMES)):
        first, last = (short.get(p.lower, p.core if p.core in whole else "") for p in (part, behind))
        if first and last:
            return Reading(((first, "to"), (last,)), not behind.dotted or behind.core in whole or parts.ends(i + 1))
    return None


def weekdays(parts: Parts, i: int) -> Reading | None:
    """ "Mon., Jan. 5", "Tues. 9 a.m."."""
    part, behind = parts[i], parts.at(i + 1)
    if span := _SPAN.fullmatch(part.core):
        for names in (DAYS, MONTHS):
            if span[1].lower() in names and span[2].lower() in names:
                return one(names[span[1].lower()], "to", names[span[2].lower()], stop=parts.ends(i))
    name = DAYS.get(part.lower, "") if part.core[:1].isupper() and part.dotted else ""
    near = behind.core[:1].isdigit() or month_of(behind.core, behind.dotted) or part.tail == ".," or part.lower in ("tues", "thurs", "thur")
    listed = parts.at(i - 1).lower in ("every", "on", "next", "last", "each") or (
        parts.at(i - 1).lower in ("and", "or", "to", "from", "by") and part.lower not in ("sat", "sun")
    ) or _beside_day(parts, i)
    every = (behind.lower in ("and", "or", "to") and part.lower not in ("sat", "sun")) or (
        i > 0 and behind.core.islower() and part.tail == "." and not parts[i - 1].dotted)
    return one(name, stop=parts.ends(i)) if name and (near or listed or every) else None


def _beside_day(parts: Parts, i: int) -> bool:
    """ "Fri. & Sat.": another day beside it, with a sign between."""
    pairs = ((parts.at(i - 2), parts.at(i - 1)), (parts.at(i + 2), parts.at(i + 1)))
    signs = ("&", "-", "–", "and", "or", "to")
    return any(day.lower in DAYS and day.dotted and day.core[:1].isupper() and sign.raw in signs for day, sign in pairs)


def telephones(parts: Parts, i: int) -> Reading | None:
    """ "555-1234", "(212) 555-0199", "1-800-555-1212", "+44 20 7946 0958", "020 7946 0958"; each group with a comma."""
    part = parts[i]
    if found := _PHONE.fullmatch(part.core):
        return one(*_joined([g for g in found.groups() if g]))
    if re.fullmatch(r"[0-9]{3}", part.core) and part.lead.endswith("(") and part.tail == ")" and _PHONE.fullmatch(parts.at(i + 1).core):
        rest = _joined(parts[i + 1].core.replace(".", "-").split("-"))
        return Reading((_comma(_group(part.core)), rest))
    if re.fullmatch(r"\+[0-9]{1,3}|0[0-9]{2,4}", part.core) and not part.tail:
        run = i + 1
        while run < i + 6 and re.fullmatch(r"[0-9]{2,6}", parts.at(run).core) and not parts[run].lead:
            run += 1
            if parts[run - 1].tail:
                break
        if run - i >= 2:
            said = [_group(parts[k].core) for k in range(i, run)]
            first = ("plus", *said[0]) if part.core[0] == "+" else said[0]
            return Reading((_comma(first), *(_comma(group) for group in said[1:-1]), said[-1]))
    return None


def _group(text: str) -> Words:
    bare = text.strip("+()")
    return (*cardinal(bare[0]), "hundred") if len(bare) == 3 and bare[1:] == "00" and bare[0] != "0" else digits(bare)


def _joined(groups: list[str]) -> Words:
    said: Words = ()
    for k, text in enumerate(groups):
        said += _comma(_group(text)) if k + 1 < len(groups) else _group(text)
    return said


def figures(parts: Parts, i: int) -> Reading | None:
    """What has many groups: "123-45-6789" digit by digit, "192.168.0.1" and "2.0.1" with their dots."""
    core = parts[i].core
    if re.fullmatch("(?:0|[1-9][0-9]?)(?:[-–](?:0|[1-9][0-9]?)){2,}", core):  # games won, lost and drawn; a combination
        groups = [("oh",) if g == "0" else cardinal(g) for g in re.split("[-–]", core)]
        return one(*(word for group in groups[:-1] for word in _comma(group)), *groups[-1])
    apart = re.fullmatch(r"([0-9]{4,5})-([0-9]{4})", core)  # a postal code, or eight digits to dial
    if apart and (len(apart[1]) == 5 or apart[1] > "2099") and not re.fullmatch("1[0-9]{3}|20[0-9]{2}", apart[2]):
        return one(*_joined([apart[1], apart[2]]))
    if _GROUPS.fullmatch(core) and len(core) < 100:
        return one(*_joined(re.split("[-–]", core)))
    if _DOTTED.fullmatch(core) and len(core) < 60:
        said: Words = ("version",) if core[0] == "v" else ()
        for k, text in enumerate(core.lstrip("v").split(".")):
            said += (*(("point" if core.count(".") == 2 else "dot",) if k else ()), *(cardinal(text) if len(text) < 3 else digits(text)))
        return one(*said)
    return None
