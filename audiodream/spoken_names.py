"""Abbreviations, initials, acronyms and Roman numerals, in words."""

from __future__ import annotations

import re

from audiodream.spoken_capitals import shouting_near, with_ending
from audiodream.spoken_numbers import cardinal, ordinal, roman, year
from audiodream.spoken_parts import STARTERS, Part, Parts, Reading, letters, one
from audiodream.spoken_places import is_name, street
from audiodream.spoken_tables import (
    AFTER_NAME,
    ANYWHERE,
    BARE_TITLES,
    BEFORE_NUMBER,
    LETTER_NOUNS,
    NEEDS_NO_DOT,
    NUMBERED,
    REGNAL,
    ROYAL,
    STREETS,
    TITLES,
)
from audiodream.words import listed

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ANSWERS = frozenset(["said", "say", "says", "saying", "answered", "replied", "repeated", "whispered", "cried", "shouted"])
_BARE_BEFORE_NUMBER = listed("No NO pp PP Pp Fig Figs fig figs Vol Vols vol vols Ch Yr")
_GRADED = frozenset(["a", "an", "his", "her", "my", "got", "get", "scored", "grade", "straight"])
_REIGN = listed("was is died became ruled reigned succeeded lost married granted ordered ascended himself herself")
_ROMAN = re.compile(r"([IVXLCDM]+)(['’]s)?")


def abbreviations(parts: Parts, i: int) -> Reading | None:
    """ "Dr. Jones", "Baker St.", "St. James St.", "e.g.", "No. 5", "Smith Jr."."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    short, dotted = part.lower, part.dotted
    if short == "st" and dotted and before.lower in ("madame", "monsieur", "m", "mme", "lady", "lord", "sir", "miss", "count", "sister"):
        return one("Saint", stop=False)
    if found := re.fullmatch(r"([A-Za-z]+)\.['’]s", part.core):  # "Smith Jr.'s dog"
        name = found[1].lower()
        whole = AFTER_NAME.get(name) if is_name(before) else None
        whole = whole or TITLES.get(name) or ANYWHERE.get(name)
        if whole:
            return one(*whole.split()[:-1], whole.split()[-1] + "'s")
    if not dotted and short not in BARE_TITLES and short not in NEEDS_NO_DOT and short not in BEFORE_NUMBER and short not in AFTER_NAME:
        return None
    bare = part.core in _BARE_BEFORE_NUMBER and not part.tail
    if short in BEFORE_NUMBER and (dotted or bare) and not part.tail.strip("."):
        numeral = behind.core[:1].isdigit() or (behind.core.isupper() and roman(behind.core))
        if part.core == "cat":
            return None
        if short == "no" and (behind.core == "I" or (part.core == "no" and before.lower in _ANSWERS)):
            return None  # an answer: "No. I won't.", "He said no. 10 men left."
        if numeral and not (short == "no" and not dotted and not part.core[0].isupper()):
            return one(*BEFORE_NUMBER[short].split(), stop=False)
    if (
        short in AFTER_NAME
        and (is_name(before) or before.core == "&" or (len(before.core) == 1 and before.core.isupper() and dotted and short != "co"))
        and (dotted or short in ("jr", "sr", "ltd", "inc", "plc"))
        and part.core[0].isupper()
        and not (short == "co" and not dotted)
    ):
        return one(*AFTER_NAME[short].split(), stop=not dotted or parts.ends(i))
    if part.core == "Ave" and dotted and behind.lower == "of":
        return one("Avenue", stop=False)
    if short in STREETS and (road := street(parts, i)):
        return road
    if short in TITLES and (dotted or short in BARE_TITLES) and part.core[0].isupper() and not part.tail.strip("."):
        named = before.lower in ("the", "our", "my", "dear") and dotted and not parts.ends(i) and short in BARE_TITLES
        following = behind.core[:1].isupper() or named or short in ("mr", "mrs", "ms", "messrs", "dr", "prof")
        if following and (dotted or not part.core.isupper()):
            return one(*TITLES[short].split(), stop=False)
    if part.core in ("c", "C", "cent") and re.fullmatch("[0-9]{1,2}(?:st|nd|rd|th)", before.core) and not before.tail:
        return one("century", stop=parts.ends(i))
    if short == "rt" and dotted and behind.lower in ("hon", "rev"):
        return one("Right", stop=False)
    if short == "est" and dotted and behind.core[:1].islower() and not part.tail.strip("."):
        return one("estimated", stop=False)
    if short in ANYWHERE and (dotted or short in NEEDS_NO_DOT):
        if (short == "al" and before.lower != "et") or (
            short in ("penn", "ore", "est", "conn", "temp", "tel", "anon", "esp") and parts.ends(i)
        ):
            return None
        words = ANYWHERE[short].split()
        return one(*(letters("".join(words)) if short in ("ph.d", "m.d") else words), stop=not dotted or parts.ends(i))
    return None


def initials(parts: Parts, i: int) -> Reading | None:
    """ "J. R. R. Tolkien", "U.S.A.", "a.m.", "Ph.D.s", a lone letter such as the A of "vitamin A"."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    core = part.core
    if len(core) == 1 and core.isalpha() and core.isupper():
        if core in "ABCD" and re.match("[-−](?![-−])", part.tail) and before.lower in _GRADED:
            return one(*letters(core), "minus")
        if core in "VX" and part.dotted and _counted(before) and before.core[0].isupper():
            return None
        if part.dotted:
            neighbour = (len(behind.core) == 1 and behind.core.isupper() and behind.dotted) or (len(before.core) == 1 and before.dotted)
            if core == "I" and not neighbour:
                return None
            named = is_name(behind) and (behind.lower not in STARTERS or bool(neighbour))
            return one(*letters(core), stop=not named and parts.ends(i))
        if core == "A" and ((before.lower in LETTER_NOUNS and before.core) or re.fullmatch(r"['’]s", core)) and not before.tail:
            return one("eigh")
        return None
    ending = re.search(r"['’]?s$", core)
    bare = core[: ending.start()] if ending and "." in core else core
    if _INITIALS.fullmatch(bare.rstrip(".")) and len(bare) < 16:
        bare = bare.rstrip(".")
        if bare.lower() in ANYWHERE and part.dotted:
            return None
        return one(*with_ending(letters(bare), "'s" if ending and bare != core else ""), stop=not part.dotted or parts.ends(i))
    return None


def romans(parts: Parts, i: int) -> Reading | None:
    """ "Henry VIII" is the eighth, "Chapter IV" four, "MCMXCIX" a year; "I" only where it cannot be the pronoun; never "mix"."""
    part, before = parts[i], parts.at(i - 1)
    found = _ROMAN.fullmatch(part.core)
    if not found:
        return _small_roman(parts, i)
    numeral, ending = found.groups()
    n = roman(numeral)
    if not n:
        return None
    title = before.lower if not before.tail.strip(".") else ""
    if title in NUMBERED and (n < 400 and (numeral != "I" or _numbers_i(parts, i))):
        return one(*with_ending(cardinal(str(n)), ending or ""))
    also = before.core == "and" and roman(parts.at(i - 2).core) and parts.at(i - 3).lower in REGNAL and part.tail[:1] == ","
    if also and n <= 40:  # "James VI and I, king of Scots"
        return one("the", ordinal(str(n))[0].capitalize())
    regnal = title in REGNAL or (len(numeral) > 1 and is_name(before) and not before.core.isupper() and title not in STARTERS)
    if regnal and n <= 40 and (len(numeral) > 1 or _is_regnal_letter(parts, i, numeral)) and not before.lead.startswith("#"):
        return one("the", *with_ending(tuple(w.capitalize() for w in ordinal(str(n))), ending or ""))
    if parts.at(i + 1).lower in ("century", "centuries", "dynasty", "olympiad", "legion", "corps") and not part.tail and len(numeral) > 1:
        return one(*ordinal(str(n)))
    if numeral.startswith("M") and len(numeral) >= 4:
        return one(*year(str(n)))
    owned = before.lower in ("an", "his", "her", "your")
    if re.fullmatch(r"[IVX]{2,}", numeral) and n <= 39 and not owned and not shouting_near(parts, i):
        return one(*with_ending(cardinal(str(n)), ending or ""))
    if len(parts) == 1 and numeral in ("V", "X") and part.dotted:
        return one(*cardinal(str(n)))
    return None


def _small_roman(parts: Parts, i: int) -> Reading | None:
    """ "p. iv", "(iii)" and "(b)"."""
    part, core = parts[i], parts[i].core
    before = parts.at(i - 1)
    paged = (before.lower in ("p", "pp", "page", "pages") or (_counted(before) and re.fullmatch("[ivx]+", core))) and core != "i"
    listed = part.lead.endswith("(") and part.tail.startswith(")") and (re.fullmatch("[ivx]+", core) or len(core) == 1)
    if not (paged or listed) or not core.islower() or not core.isascii() or not core.isalpha():
        return None
    behind = parts.at(i + 1)
    if paged and part.tail in ("–", "—") and not behind.lead and (last := roman(behind.core.upper())):
        return Reading(((*cardinal(str(roman(core.upper()))), "to"), cardinal(str(last))))
    n = roman(core.upper()) if core not in ("c", "d", "l", "m") else 0
    if 0 < n < 90:
        return one(*cardinal(str(n)))
    return one(*letters(core)) if listed and len(core) == 1 else None


def _counted(before: Part) -> bool:
    return before.lower in NUMBERED and not before.tail.strip(".")


def _numbers_i(parts: Parts, i: int) -> bool:
    """ "Chapter I" with a capital, and not "in the Part I wrote"."""
    behind = parts.at(i + 1)
    if parts[i - 1].core == "War" and parts.at(i - 2).core == "World":
        return True
    return parts[i - 1].core[0].isupper() and (
        bool(parts[i].tail) or not behind.core or behind.core[0].isupper() or behind.lower in ("of", "and", "was", "to")
    )


def _is_regnal_letter(parts: Parts, i: int, numeral: str) -> bool:
    """ "Charles I", "George V": after a king's title, or where a lone I cannot be who speaks."""
    titled = parts.at(i - 2).lower in ROYAL and not parts.at(i - 2).tail
    if numeral != "I":
        return numeral in "VX" and (titled or parts.at(i - 1).lower != "malcolm") and parts.at(i - 1).lower in REGNAL
    first = i < 2 or (parts[i - 2].tail[-1:] in tuple(".!?") and parts.ends(i - 2))
    return (
        titled
        or parts.at(i + 1).lower in ("of", "reigned")
        or (first and parts.at(i - 1).lower in REGNAL and parts.at(i + 1).lower in _REIGN and not parts[i - 1].tail)
        or ((parts[i].tail.startswith((",", ";", ")")) or (parts[i].dotted and parts.ends(i))) and parts.at(i - 1).lower in REGNAL)
    )
