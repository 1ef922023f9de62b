"""Words that lost the space between them: "theKnowing", "likechips"."""

from __future__ import annotations

import re
from collections import Counter

from audiodream.text import Edit
from audiodream.words import words

_CAMEL = re.compile(r"(?<![\w@#/.\\-])([a-z]{2,14})([A-Z][a-z]{1,14})(?![\w@/\\])")
_LOWER = re.compile(r"(?<![\w'’@#/.\\-])[a-z]{6,22}(?![\w'’@/\\-])")
_LEFT = (
    "the",
    "and",
    "with",
    "from",
    "that",
    "this",
    "like",
    "was",
    "were",
    "his",
    "her",
    "their",
    "your",
    "our",
    "which",
    "would",
    "could",
    "should",
    "into",
    "when",
    "then",
    "have",
    "had",
    "been",
    "they",
    "she",
    "because",
    "through",
    "of",
)
_RIGHT = tuple(word for word in _LEFT if word not in ("this", "like", "our", "she", "through"))
_NOT_HALVES = frozenset(
    ("self", "selves", "away", "most", "right", "wards", "ward", "fore", "after", "about", "soever", "ever", "some", "one")
)


def unglued(body: str) -> list[Edit]:
    """A space for each pair of common words that stand as one, where the whole is no word and the text holds it once only."""
    edits = [
        _space(m.start(2), m.group())
        for m in _CAMEL.finditer(body)
        if m.group(1) in words("common") and m.group(2).lower() in words("common")
    ]
    found = [m for m in _LOWER.finditer(body) if m.group().startswith(_LEFT) or m.group().endswith(_RIGHT)]
    seen = Counter(m.group() for m in found)
    for m in found:
        cut = _halves(m.group()) if seen[m.group()] == 1 else 0
        if cut:
            edits.append(_space(m.start() + cut, m.group()))
    return edits


def _space(at: int, word: str) -> Edit:
    return Edit(at, at, " ", "glued", f"{word!r} is two common words, and no word")


def _halves(word: str) -> int:
    """Where a word falls into two common ones, one of them a word of grammar; 0 where it does not, or is a word itself."""
    if word in words("whole"):
        return 0
    common = words("common")
    begun = [(len(left), word[len(left) :]) for left in _LEFT if word.startswith(left)]
    ended = [(len(word) - len(right), word[: -len(right)]) for right in _RIGHT if word.endswith(right)]
    whole = (cut for cut, rest in begun + ended if len(rest) >= 3 and rest in common and rest not in _NOT_HALVES)
    return next(whole, 0)
