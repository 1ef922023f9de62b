"""Addresses and tags, in words: "www.example.com", "john.smith@example.com", "#MeToo"."""

from __future__ import annotations

import re

from audiodream.spoken_numbers import Words, cardinal, digits, hundreds, number
from audiodream.spoken_parts import Parts, Reading, letters, one
from audiodream.spoken_tables import FILE_TYPES, LETTER_ACRONYMS, TLDS

LONGEST = 120
"""A core of more characters is read piece by piece, without looking for sense."""
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"(?:https?://|ftp://|www\.)\S+", re.I)
_DOMAIN = re.compile(r"([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)\.([A-Za-z0-9]{2,5})((?:/[^\s]*)?)")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+")
_SYMBOL_PATH = {
    ".": "dot",
    "/": "slash",
    "-": "dash",
    "_": "underscore",
    "@": "at",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "#": "hash",
    "~": "tilde",
    "%": "percent",
    "+": "plus",
    ":": "colon",
}
_URL_RUNS = re.compile(r"[A-Za-z]+|[0-9]+|[^\W\d_]+|[./\-_@?=&#~%+:]")


def addresses(parts: Parts, i: int) -> Reading | None:
    """ "www.example.com", "john.smith@example.com", "notes.txt"; the scheme is not said."""
    core = parts[i].core
    if not ("." in core or "://" in core) or len(core) > LONGEST:
        return None
    found = _DOMAIN.fullmatch(core)
    known = (
        found
        and (found[2].lower() in TLDS | FILE_TYPES)
        and (found[2].islower() or found[2].isupper())
        and any(c.isalpha() for c in found[1])
    )
    if _WEB.fullmatch(core) or _EMAIL.fullmatch(core) or known:
        return one(*_address(re.sub(r"^[a-z]+://", "", core, flags=re.I).rstrip("/")))
    return None


def _address(text: str) -> Words:
    said: list[str] = []
    for run in _URL_RUNS.findall(text):
        if run in _SYMBOL_PATH:
            said += _SYMBOL_PATH[run].split()
        elif run.isdecimal():
            said += cardinal(run) if len(run) < 3 and run[0] != "0" else hundreds(run) if len(run) < 5 else digits(run)
        elif (
            run.lower() == "www"
            or (len(run) < 5 and not re.search("[aeiouy]", run.lower()))
            or run.upper() in ("UK", "US", "EU", "AI", "IO", "TV", "LY")
            or (len(run) < 5 and run[1:] != run[1:].lower() and run[0].islower())
        ):
            said += letters(run)
        else:
            said.append(run)
    return tuple(said)


def tags(parts: Parts, i: int) -> Reading | None:
    """ "#MeToo" is hashtag me too, "#5" number five, "@name" at name."""
    core = parts[i].core
    if len(core) < 2 or core[0] not in "#@№" or len(core) > LONGEST:
        return None
    if core[1:].isascii() and core[1:].isdecimal():
        return one("number", *(cardinal(core[1:])))
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+\.[0-9]+", core[1:]):
        return one("number", *number(core[1:]))
    runs: list[str] = []
    for run in _CAMEL.findall(core[1:]):
        runs += cardinal(run) if run.isdecimal() else letters(run) if run in LETTER_ACRONYMS else (run,)
    return one("hashtag" if core[0] == "#" else "at", *runs) if runs else None
