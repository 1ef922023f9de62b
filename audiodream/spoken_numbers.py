"""Numbers in words. num2words knows cardinals and ordinals; here is how a narrator says years, decimals, fractions and digits.

Every function gives a tuple of words; "twenty-one" is one word.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

Words = tuple[str, ...]
_DIGITS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MOST_DIGITS = 36
"""A longer number is read digit by digit: nobody can follow its name."""
_ENGLISH = "audiodream.num2words"
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@lru_cache(maxsize=4096)
def _named(n: int, kind: str) -> Words:
    return tuple(str(getattr(_english(), f"to_{kind}")(n)).replace(",", "").split())


@cache
def _english() -> Any:
    """num2words' English, under a name of ours: its package would load sixty other languages with it, which takes a tenth of the time in
    which a story is rendered again."""
    found = find_spec("num2words")
    if found is None or found.submodule_search_locations is None:
        raise ImportError("num2words is not installed", name="num2words")
    package = ModuleType(_ENGLISH)
    package.__path__ = found.submodule_search_locations
    sys.modules[_ENGLISH] = package
    return import_module(f"{_ENGLISH}.lang_EN").Num2Word_EN()


def cardinal(text: str) -> Words:
    """The words of a whole number, its thousands' commas left out of account: "one hundred and one"."""
    bare = text.replace(",", "")
    return _named(int(bare), "cardinal") if len(bare) <= _MOST_DIGITS else digits(bare)


def ordinal(text: str) -> Words:
    """ "first", "two hundred and thirtieth"."""
    bare = text.replace(",", "")
    return _named(int(bare), "ordinal") if len(bare) <= _MOST_DIGITS else (*digits(bare), "th")


def digits(text: str, zero: str = "oh") -> Words:
    """One word a digit; everything else is left out."""
    return tuple(zero if c == "0" else _DIGITS[int(c)] for c in text if c in "0123456789")


def pair(text: str) -> Words:
    """The last two digits of a year or of a time: "oh five", "forty-five"."""
    if text == "00":
        return ("hundred",)
    return ("oh", _DIGITS[int(text)]) if text[0] == "0" else cardinal(text)


def year(text: str) -> Words:
    """A year of three or four digits as it is read: "nineteen oh five", "two thousand and one", "twenty ten", "ten sixty-six"."""
    n = int(text)
    if n < 1000 or n > 9999 or n % 1000 < 10:
        return cardinal(text)
    return (*cardinal(text[:2]), *pair(text[2:]))


def hundreds(text: str) -> Words:
    """A room, a flight or a road of three or four digits: "one oh one", "two seventeen", "fourteen oh eight"."""
    bare = text.lstrip("0")
    if bare != text or len(bare) not in (3, 4):
        return cardinal(text) if bare == text else digits(text)
    if int(bare) % 1000 == 0:
        return cardinal(bare)
    return (*cardinal(bare[:-2]), *pair(bare[-2:]))


def plural(words: Words) -> Words:
    """The last word in the plural: "nineteen nineties", "twos", "sixes"."""
    last = words[-1]
    if last.endswith("y"):
        return (*words[:-1], last[:-1] + "ies")
    return (*words[:-1], last + ("es" if last.endswith(("x", "s", "ch")) else "s"))


def decade(text: str) -> Words:
    """The words for "1990", "90" or "1900" with the s of a decade or a century."""
    return plural(year(text) if len(text) == 4 else cardinal(text))


def decimal(whole: str, part: str) -> Words:
    """ "three point one four"; nothing before the point is nothing said."""
    return (*(cardinal(whole) if whole else ()), "point", *digits(part, "zero"))


def number(text: str) -> Words:
    """A whole number or a decimal."""
    whole, dot, part = text.partition(".")
    return decimal(whole, part) if dot and part else cardinal(whole)


def fraction(over: int, under: int, article: str = "one") -> Words:
    """ "one half", "three quarters", "five eighths", "seven over zero"; article stands for the 1: "a" after "and"."""
    if under < 2 or under > 1000:
        return (*cardinal(str(over)), "over", *cardinal(str(under)))
    one, many = _PARTS.get(under, (" ".join(ordinal(str(under))), ""))
    many = many or " ".join(plural(tuple(one.split())))
    if article == "a" and one[:1] in "aeio":
        article = "an"
    return (*((article,) if over == 1 else cardinal(str(over))), *(one if over == 1 else many).split())


def roman(text: str) -> int:
    """The value of a Roman numeral in capitals, 0 where it is none or not written as the rule is (IIII, IC)."""
    if not text or len(text) > 15 or any(c not in _ROMAN for c in text):
        return 0
    values = [_ROMAN[c] for c in text]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if 0 < total < 4000 and _to_roman(total) == text else 0


def _to_roman(n: int) -> str:
    out = ""
    for value, letters in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        out += letters * (n // value)
        n %= value
    return out
