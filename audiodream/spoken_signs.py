"""Compounds, formulas, codes and lone symbols, in words."""

from __future__ import annotations

import re
import unicodedata

from audiodream.spoken_addresses import LONGEST
from audiodream.spoken_numbers import Words, cardinal, digits, hundreds, number, ordinal, plural, year
from audiodream.spoken_parts import Parts, Reading, letters, one
from audiodream.spoken_tables import BLANKS, LETTER_ACRONYMS, SYMBOLS, VULGAR
from audiodream.spoken_units import with_unit

_OPERATORS = {
    "+": "plus",
    "=": "equals",
    "×": "times",
    "÷": "divided by",
    "*": "times",
    "^": "to the power of",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "√": "the square root of",
    "²": "squared",
    "³": "cubed",
    "%": "percent",
    "π": "pi",
    "−": "minus",
    "-": "minus",
    "/": "over",
    "≈": "is about",
    "≠": "is not equal to",
    "±": "plus or minus",
}
_BOUNDS = {"<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "≈": "about"}
"""Before a figure, without anything on the other side."""
_FORMULA = re.compile(r"\^[-−]?[0-9]+|[0-9A-Za-zπ.,]+|[-+=×÷*^<>≤≥√²³%−/≈≠±()]")
_MATHS = re.compile(r"[-0-9A-Za-zπ.,+=×÷*^<>≤≥√²³%−/≈≠±()]+")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")
_SEATS = re.compile("([A-Z]?)([0-9]+)([A-Z]?)[-–]([A-Z]?)([0-9]+)([A-Z]?)")
_RUNS = re.compile(r"[0-9]+\.[0-9]+(?![.0-9])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+")
_PIECES = re.compile(r"[0-9]+|[^\W\d_]+(?:['’][^\W\d_]+)*|[&%+=@#$£€°×÷]")
def compounds(parts: Parts, i: int) -> Reading | None:
    """ "R&D", "and/or", "he/she", "s/he", "d—n": letters and words with a sign between them."""
    core = parts[i].core
    if core.lower() in BLANKS:
        return one(BLANKS[core.lower()])
    if len(core) > LONGEST:
        return None
    if "&" in core and re.fullmatch(r"[^\W\d_]+(?:&[^\W\d_]+)+", core):
        pieces = core.split("&")
        said: list[str] = []
        for k, piece in enumerate(pieces):
            said += (["and"] if k else []) + list(letters(piece) if len(piece) < 3 and piece.isupper() else [piece])
        return one(*said)
    if "/" in core and re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:/[^\W\d_]+(?:[-'’][^\W\d_]+)*)+", core):
        special = {
            "and/or": ("and", "or"),
            "s/he": ("she", "or", "he"),
            "he/she": ("he", "or", "she"),
            "his/her": ("his", "or", "her"),
            "him/her": ("him", "or", "her"),
            "n/a": ("not", "applicable"),
            "km/h": ("kilometers", "an", "hour"),
            "c/o": ("care", "of"),
            "w/o": ("without",),
            "b/c": ("because",),
            "a/c": letters("ac"),
        }.get(core.lower())
        if special:
            return one(*special)
        said = []
        for k, piece in enumerate(core.split("/")):
            said += (["slash"] if k else []) + list(letters(piece) if piece in LETTER_ACRONYMS or len(piece) == 1 else [piece])
        return one(*said)
    return None


def formulas(parts: Parts, i: int) -> Reading | None:
    """ "2+2=4", "x²", "10^6", "3×4", "4x4"."""
    core = parts[i].core
    if len(core) > LONGEST or not core.strip("-"):
        return None
    if re.fullmatch("[A-G][#♯♭]", core):
        return one(*letters(core[0]), "flat" if core[1] == "♭" else "sharp")
    if found := re.fullmatch("©(1[0-9]{3}|20[0-9]{2})", core):
        return one("copyright", *year(found[1]))
    if found := re.fullmatch(r"(UTC|GMT)([-+−])([0-9]{1,2})(?::([0-9]{2}))?", core):
        head = (*letters(found[1]), "plus" if found[2] == "+" else "minus", *cardinal(found[3]))
        return one(*head, *(cardinal(found[4]) if found[4] and found[4] != "00" else ()))
    if found := re.fullmatch(r"([0-9.]+)[x×]([0-9.]+)(?:[x×]([0-9.]+))?(s?)", core):
        if any(g and g.strip(".") == "" for g in found.groups()):
            return None
        said: Words = ()
        link = "by" if "x" in core or found[3] or _sizes(parts, i + 1) else "times"
        for k, amount in enumerate(g for g in found.groups()[:3] if g):
            said += (*((link,) if k else ()), *number(amount.strip(".")))
        return one(*plural(said)) if found[4] else with_unit(parts, i, said, False)
    if found := re.fullmatch(r"([<>≤≥≈])([0-9.,]+)(%?)", core):
        return one(*_BOUNDS[found[1]].split(), *number(found[2].replace(",", "")), *(("percent",) if found[3] else ()))
    if not re.search(r"[+=×÷*^<>≤≥√²³]", core) or not _MATHS.fullmatch(core) or not re.search(r"[0-9²³]|^[a-zA-Z][+=]", core):
        return None
    out: list[str] = []
    for run in _FORMULA.findall(core):
        if run in "()":
            continue
        if run[0] == "^" and len(run) > 1:
            out += ("to", "the", *(("minus", *cardinal(run[2:])) if run[1] in "-−" else ordinal(run[1:])))
            continue
        if run in _OPERATORS:
            out += _OPERATORS[run].split()
        elif re.fullmatch(r"[0-9,]*\.?[0-9]+", run):
            out += number(run)
        else:
            for piece in re.findall(r"[0-9]+|[A-Za-z]+|π", run):
                spelled = len(piece) < 3 or piece in LETTER_ACRONYMS
                out += cardinal(piece) if piece.isdecimal() else ("pi",) if piece == "π" else letters(piece) if spelled else (piece,)
    return with_unit(parts, i, tuple(out), False) if out and "=" not in core else one(*out) if out else None


def _sizes(parts: Parts, after: int) -> bool:
    """ "a 3×4 room", "3×4 meters": a thing that has sides stands behind the product, not its result."""
    behind = parts.at(after)
    if parts.at(after - 1).tail or not behind.core.isalpha() or not behind.core.islower():
        return False
    return behind.lower not in ("is", "was", "makes", "make", "equals", "gives", "and", "or", "but", "to", "plus", "minus", "times")


def codes(parts: Parts, i: int) -> Reading | None:
    """ "H2O", "B-52", "R2-D2", "MP3", "3D", "COVID-19": letters spelled, figures in small groups."""
    core = parts[i].core
    if re.fullmatch(r"v[0-9]+(?:\.[0-9]+)?", core):
        return one("version", *number(core[1:]))
    if (found := _SEATS.fullmatch(core)) and _spans(found):
        first, last = re.split("[-–]", core)
        return one(*_code(first), "to", *_code(last))
    if not _CODE.fullmatch(core) or len(core) > 40 or not re.search("[0-9]", core) or not re.search("[A-Za-z]", core):
        return None
    return one(*_code(core))


def _spans(found: re.Match[str]) -> bool:
    """Seats 3A-3F and rooms B1-B4, but not R2-D2."""
    row, other = (found[1], found[3]), (found[4], found[6])
    return "–" in found.string or row == other or (row[0] == other[0] == "" and found[2] == found[5])


def _code(core: str) -> Words:
    said: list[str] = []
    kind, dash, figure = core.partition("-")
    if dash and figure.isdecimal() and kind.isalpha() and re.search("[a-z][A-Z]$", kind):
        return (kind, *_code_figures(figure))  # MiG-29
    runs = _RUNS.findall(core)
    for k, run in enumerate(runs):
        if run == "s" and k == len(runs) - 1 and runs[k - 1].isdecimal():
            said = list(plural(tuple(said)))
        elif run.isdecimal():
            said += _code_figures(run)
        elif "." in run:
            said += number(run)
        elif (
            (run.isupper() and (len(run) < 5) and run not in ("COVID", "ZIP"))
            or len(run) == 1
            or (len(run) < 4 and not re.search("[aeiouy]", run.lower()))
        ):
            said += letters(run)
        else:
            said.append(run.lower() if run.isupper() else run)
    return tuple(said)


def _code_figures(run: str) -> Words:
    if (run[0] == "0" and len(run) > 1) or len(run) > 4:
        return digits(run)
    if len(run) == 4:
        return year(run) if run[2:] != "00" or run[1] != "0" else cardinal(run)
    return hundreds(run) if len(run) == 3 else cardinal(run)


def symbols(parts: Parts, i: int) -> Reading | None:
    """A token that is a symbol alone: "&", "+", "="; a dash between numbers is minus, a star or an x between them times."""
    part, before, behind = parts[i], parts.at(i - 1), parts.at(i + 1)
    raw = part.raw.strip("()[]\"“”'")
    if raw in VULGAR or not raw:
        return None
    between = (before.core[-1:].isdigit() or before.core[-1:] in VULGAR) and (
        behind.core[:1].isdigit() or (behind.core[:1] in "√π" and behind.core != "")
    )
    if raw in ("-", "–", "−", "*", "x", "X", "/", ":"):
        if not between:
            return None
        if raw in "-–−":
            sums = {"=", "+"} & {parts.at(i - 2).raw, parts.at(i + 2).raw, parts.at(i + 4).raw}
            span = re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", before.core) and not sums
            return one("to" if span else "minus")
        if raw in "xX" and parts.at(i + 2).raw == "=":
            return one("times")
        return one({"*": "times", "/": "over", ":": "to"}.get(raw, "by"))
    if raw == "×" and between and re.fullmatch("[0-9.,]+", behind.core) and _sizes(parts, i + 2):
        return one("by")
    if raw == "©" and behind.core[:1].isdigit():
        return one("copyright")
    if raw == "#" and behind.lower in ("key", "sign", "symbol", "button"):
        return one("pound")
    if raw in ("<", ">") and not before.core and behind.core[:1].isdigit():
        return one("more" if raw == ">" else "less", "than")
    if raw in ("<", ">") and not (before.core and behind.core):
        return None
    if raw in ("&", "+", "=", "@", "%", "°", "×", "÷", "±", "≤", "≥", "≈", "≠", "§", "√", "∞", "π", "<", ">", "$", "£", "€", "№", "→"):
        return one(*SYMBOLS[raw].split())
    return None


def pieces(core: str) -> Words:
    """Every run of letters as it is, every number in words, every symbol that has a name: for what no other rule knows."""
    said: list[str] = []
    for run in _PIECES.findall(core):
        if run[0].isdecimal():
            said += (
                year(run)
                if re.fullmatch("1[0-9]{3}|20[0-9]{2}", run)
                else cardinal(run)
                if len(run) < 5 and run[0] != "0" and run.isascii()
                else digits(run)
                if len(run) < 16
                else (digits(run[:15]) + digits(run[15:]))
            )
        elif run in SYMBOLS:
            said += SYMBOLS[run].split()
        else:
            said.append(run)
    return tuple(said)


def picture_words(token: str) -> Words:
    """The short names of the first three different pictures in a token: "grinning face"."""
    names = []
    for c in dict.fromkeys(token):
        name = unicodedata.name(c, "") if unicodedata.category(c) == "So" else ""
        if name and "MODIFIER" not in name and "REGIONAL" not in name:
            names.append(name.lower().replace("-", " "))
    return tuple(" ".join(names[:3]).split())
