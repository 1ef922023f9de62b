"""What family trees and old letters write short: births, deaths, "the 14th inst.", "Yr. obt. servt.", "M. Dubois"."""

from __future__ import annotations

import re

from audiodream.spoken_dates import month_of
from audiodream.spoken_parts import Parts, Reading, one
from audiodream.spoken_places import is_name
from audiodream.words import listed

_EVENTS = {
    "b": "born", "d": "died", "m": "married", "bp": "baptized", "bap": "baptized", "bapt": "baptized", "bur": "buried", "r": "reigned",
    "fl": "flourished", "div": "divorced",
}
_MONTHS_OF_LETTERS = {"inst": "instant", "ult": "ultimo", "prox": "proximo"}
_AGES = listed("c ca abt about circa before after bef aft in on at s.p unmarried young")
_KIN = {"bro": "brother", "bros": "brothers", "dau": "daughter", "daur": "daughter"}
_OWNERS = listed("my his her our your their the thy")
_FRENCH = listed("monsieur madame mademoiselle mme mlle messieurs comte comtesse abbé de du des la le")
_NTH = re.compile("[0-9]{1,2}(?:st|nd|rd|th)")
_UNITS_OF_ARMS = {
    "bn": "Battalion", "regt": "Regiment", "div": "Division", "bde": "Brigade", "inf": "Infantry", "cav": "Cavalry", "fl": "Floor",
    "ed": "edition", "edn": "edition",
}
"""Behind an ordinal: "3rd Bn.", "3rd Fl."."""
_RANKS = {"lt": "Lieutenant", "sgt": "Sergeant", "cpl": "Corporal", "pvt": "Private"}


def lives(parts: Parts, i: int) -> Reading | None:
    """The word for one of them where what stands beside tells that it is none of another sort."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    if not part.dotted:
        return None
    low = part.lower
    stop = parts.ends(i)
    if low in _EVENTS and part.core.islower() and not (before.core[-1:].isdigit() and not before.tail) and _dated(parts, i + 1):
        return one(_EVENTS[low], stop=False)
    if low in _MONTHS_OF_LETTERS and (_NTH.fullmatch(before.core) or before.core.isdecimal()) and not before.tail:
        return one(_MONTHS_OF_LETTERS[low], stop=stop)
    if low in _KIN and before.lower in _OWNERS and is_name(behind) and not stop:
        return one(_KIN[low], stop=False)
    if low == "yr" and not before.core[-1:].isdigit() and behind.core.islower():
        return one("Your" if part.core[0].isupper() else "your", stop=False)
    if low == "yrs" and behind.lower in ("truly", "sincerely", "faithfully", "ever", "affectionately", "respectfully", "etc", "affly"):
        return one("Yours", stop=False)
    counted = {**_RANKS, **_UNITS_OF_ARMS}.get(low, "")
    if counted and re.fullmatch("[0-9]{1,3}(?:st|nd|rd|th)", before.core) and not before.tail:
        return one(counted, stop=stop)
    if low in _RANKS and part.core[0].isupper() and _NTH.fullmatch(behind.core) and parts.at(i + 2).lower == "class":
        return one(_RANKS[low], stop=False)
    if part.core == "M" and (is_name(behind) or behind.lower in ("de", "du", "le", "la")) and not stop and _french(parts, i):
        return one("Monsieur", stop=False)
    return None


def _dated(parts: Parts, i: int) -> bool:
    """True where a year, a date or a guess at one begins."""
    part = parts.at(i)
    return bool(re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", part.core)) or bool(month_of(part.core, part.dotted)) or (
        part.core in _AGES or (part.core.isdecimal() and bool(month_of(parts.at(i + 1).core, parts.at(i + 1).dotted)))
    )


def _french(parts: Parts, i: int) -> bool:
    """True where the other names are French, or this one says so by its particle."""
    near = [parts.at(k) for k in range(i - 12, i + 13) if k != i]
    return any(p.lower in _FRENCH and (len(p.core) > 2 or parts.at(i + 1).lower == p.lower) for p in near)
