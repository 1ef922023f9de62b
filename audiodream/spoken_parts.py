"""A text cut into the parts that are read one by one: a token's opening marks, its core and its closing marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audiodream.words import listed

OPENERS = "\"'’“‘„«‹([{<*_~`¿¡"
CLOSERS = "\"'”’»›)]}>*_~`"
STOPS = ".,;:!?…—–-‒―"
_OPEN = '["“‘(\\[]*'
_INNER = re.compile(
    rf"((?<=[^\s\d—])—+|(?<=[^\s\d―])―+|(?<=[^\s\d-])-{{2,}}|(?<=[^\s\d…])…+|(?<=[^\s\d.])\.{{2,}})(?={_OPEN}['’]?\w)"
    rf"|(?<=[^\s\d–])(–)(?={_OPEN}[^\W\d])|(?<=\d)(—+|-{{2,}}|…+|\.{{2,}})(?={_OPEN}[^\W\d])"
    r"|(?<=[a-z])([.!?]+[\"”’]?)(?=[“\"]?[A-Z][a-z])|(?<=[a-z])([,;!?])(?=[A-Za-z])"
)
"""Where a token falls into parts: dashes and ellipses between words, stops and commas without a space behind them."""
STARTERS = listed(
    "the a an he she it they we i you his her their our my your this that these those there then but and so if when while after "
    "before as at in on no not yes what why how who where for from with all one some nobody everyone everything nothing now later "
    "soon suddenly once perhaps maybe still only even just two three was is did do let never to by outside inside behind"
)


@dataclass(frozen=True, slots=True)
class Part:
    """raw == lead + core + tail; token: the index of the token it is a part of, or all of."""

    raw: str
    lead: str
    core: str
    tail: str
    token: int

    @property
    def lower(self) -> str:
        return self.core.lower()

    @property
    def dotted(self) -> bool:
        return self.tail.startswith(".") and not self.tail.startswith("..")


NO_PART = Part("", "", "", "", -1)


class Parts(list[Part]):
    """Parts in order; outside of the text `at` gives an empty part."""

    def at(self, i: int) -> Part:
        return self[i] if 0 <= i < len(self) else NO_PART

    def ends(self, i: int) -> bool:
        """True where the dot behind an abbreviation also ends a sentence: at the end, in a closing quote, before a word that starts one."""
        if self[i].tail[1:2] in (",", ";", ":"):
            return False
        if i + 1 >= len(self):
            return True
        if any(c in '"”’' for c in self[i].tail):
            return "," not in self[i].tail
        following = self[i + 1]
        return bool(following.lead[:1] in tuple('"“‘') and following.lead) or (
            following.core[:1].isupper() and following.lower.partition("'")[0].partition("’")[0] in STARTERS
        )


def part_of(piece: str, token: int) -> Part:
    """A piece of text without spaces as a part. Opening and closing marks are taken off as far as they go."""
    closing = CLOSERS + STOPS
    core = piece.lstrip(OPENERS + "—–…")
    lead = piece[: len(piece) - len(core)]
    if core[:3] == "...":
        core = core.lstrip(".")
        lead = piece[: len(piece) - len(core)]
    bare = core.rstrip(closing)
    return Part(piece, lead, bare, core[len(bare) :], token)


def parts_of(tokens: list[str]) -> Parts:
    """The parts of all tokens: one each, more where a dash, an ellipsis or a full stop without a space stands inside."""
    parts = Parts()
    for index, token in enumerate(tokens):
        start = 0
        if len(token) > 4 and not token.isalpha() and "@" not in token and "://" not in token and "www." not in token.lower():
            for inner in _INNER.finditer(token):
                parts.append(part_of(token[start : inner.end()], index))
                start = inner.end()
        parts.append(part_of(token[start:], index))
    return parts


def marks(tail: str) -> str:
    """The one mark of a tail that shapes how the word is said: the strongest of its kind, "" where there is none."""
    if "…" in tail or "..." in tail or ". . ." in tail:
        strong = next((c for c in tail if c in "?!"), "")
        return "…" + strong
    for c in "?!":
        if c in tail:
            return c
    for c in tail:
        if c in ".,;:":
            return c
        if c in "—–―‒" or tail.startswith("--"):
            return "—"
    return ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one part or of several that follow each other. stop: whether a dot behind the last of them ends a sentence;
    the dots behind the others are those of abbreviations."""

    words: tuple[tuple[str, ...], ...]
    stop: bool = True


def one(*words: str, stop: bool = True) -> Reading:
    """The reading of a single part."""
    return Reading((words,), stop)


def letters(text: str) -> tuple[str, ...]:
    """A word for each letter or digit, as one spells. A is spelled so that no voice takes it for the article."""
    names = {
        "A": "eigh",
        "0": "oh",
        "1": "one",
        "2": "two",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six",
        "7": "seven",
        "8": "eight",
        "9": "nine",
    }
    return tuple(names.get(c.upper(), c.upper()) for c in text if c.isalnum())
