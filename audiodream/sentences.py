"""Sentences of English prose, as spans: abbreviations, initials, decimals, ellipses, dashes, quotes and verse are minded."""

from __future__ import annotations

import re

from audiodream.words import words

_STOP = re.compile(r"(?:(?<![.!?…‽。！？])[.!?…‽。！？]++|\.(?:[ ]\.){2,3})[\"”’'»)\]*_]*+(?=\s|$)")
_NEXT = re.compile(r"\s*([\"“‘'«(\[*_—–-]*)[ ]?(\S)")
_TITLES = words("titles_short")
_ABBREVIATIONS = words("abbreviations")
_NUMBER_FIRST = frozenset(["no", "nos", "vol", "vols", "ch", "chap", "fig", "figs", "p", "pp", "op"])
_INITIAL = re.compile(r"(?:^|[\s(\"“‘'])(?:[A-Z]\.)*[A-Z]$")
_DOTTED = re.compile(r"(?:^|[\s(])(?:[a-zA-Z]\.)+[a-zA-Z]$")
_WORD = re.compile(r"[^\s\"“”‘’'(\[—–]+$")
_PRONOUN_NEXT = re.compile(
    r"\s+(?:I|He|She|It|We|They|You|The|A|An|This|That|There|But|And|Then|When|His|Her|My|In|At|On|As"
    r"|What|No|Yes|So|If)\b"
)
_SPLIT_MAX = 20_000
"""A stretch without any stop is cut at this many characters, so that nobody has to speak a book in one breath."""


def sentence_spans(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of body[start:end], in order, without the blanks between them."""
    spans: list[tuple[int, int]] = []
    begin = _skip(body, start, end)
    at = begin
    while begin < end:
        found = _STOP.search(body, at, end)
        if found is None or found.end() >= end:
            break
        at = found.end()
        if _ends_sentence(body, begin, found.start(), found.end(), end):
            spans.append((begin, at))
            begin = _skip(body, at, end)
            at = max(at, begin)
    tail = end
    while tail > begin and body[tail - 1].isspace():
        tail -= 1
    if tail > begin:
        spans.append((begin, tail))
    return [piece for span in spans for piece in _bounded(body, *span)]


def _skip(body: str, at: int, end: int) -> int:
    while at < end and body[at].isspace():
        at += 1
    return at


def _bounded(body: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _SPLIT_MAX:
        cut = body.rfind(" ", start + 1, start + _SPLIT_MAX)
        cut = cut if cut > start else start + _SPLIT_MAX
        pieces.append((start, cut))
        start = _skip(body, cut, end)
    if end > start:
        pieces.append((start, end))
    return pieces


def _ends_sentence(body: str, begin: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop at body[stop:after] ends the sentence that began at `begin`."""
    signs = body[stop:after]
    mark = signs.rstrip("\"”’'»)]*_")
    closed = len(signs) > len(mark)
    following = _NEXT.match(body, after, min(end, after + 12))
    if following is None:
        return True
    opener, first = following.groups()
    if first.islower() and not opener.strip("*_"):
        # "... only fixed": a pause. `"Who?" he asked`: the tag belongs to it. "Stop. it went on": an end that lost its capital.
        return mark == "." and not closed and not _abbreviated(body, begin, stop, after, end, first)
    if opener and set(opener) <= set("—–-") and closed:
        return False
    if first.islower() and ("…" in mark or len(mark) > 1):
        return False
    if mark == "." and not closed:
        return not _abbreviated(body, begin, stop, after, end, first)
    return True


def _abbreviated(body: str, begin: int, stop: int, after: int, end: int, first: str) -> bool:
    """Whether the single stop at `stop` belongs to an abbreviation or an initial and ends nothing."""
    head = body[max(begin, stop - 24) : stop]
    word = _WORD.search(head)
    name = word.group().lower() if word else ""
    if name in _TITLES:
        return True
    if name in _NUMBER_FIRST:
        return first.isdigit()
    if name in _ABBREVIATIONS or _DOTTED.search(head):
        return (
            first.islower()
            or first.isdigit()
            or (name not in ("etc", "a.m", "p.m") and not _PRONOUN_NEXT.match(body, after, min(end, after + 12)))
        )
    if _INITIAL.search(head):
        single = word is not None and word.group() == "I"
        if single and not re.search(r"(?:Mr|Mrs|Dr|[A-Z])\.?\s+I$|[A-Z]\.I$", head):
            return False  # "It was I. The door ..."
        return not _PRONOUN_NEXT.match(body, after, min(end, after + 12))
    return name.isdigit() and stop - len(name) == begin  # "1. The first"
