"""A mood's words in a text: stems ("dread*") and phrases, found with their place, not counted where they are denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

DENIED = re.compile(r"(?:\b(?:no|not|never|without|nor|neither|hardly|cannot)|n['’]t)\s+(?:\w+\s+){0,1}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a mood in the text, with its source span."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=256)
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all of a preset's words, in small letters, the longest first; None for none. A "*" at the end: any ending."""
    parts = []
    for word in sorted({w.strip().lower() for w in words if w.strip("* ")}, key=lambda w: (-len(w), w)):
        stem = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
        parts.append(stem + (r"\w*" if word.endswith("*") else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


_NO_HITS: list[Hit] = []


def hits_in(patterns: Sequence[re.Pattern[str] | None], text: str, start: int) -> list[list[Hit]]:
    """For each pattern its words in the text that nobody denies; `start` is the text's source offset."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: list[list[Hit]] = []
    for pattern in patterns:
        if pattern is None or pattern.search(low) is None:
            found.append(_NO_HITS)  # one list for all the passages of a book without such a word
            continue
        found.append([Hit(text[m.start() : m.end()], start + m.start(), start + m.end()) for m in pattern.finditer(low)
                      if not DENIED.search(low, max(0, m.start() - 24), m.start())])
    return found if any(found) else _no_hits_of(len(patterns))


@cache
def _no_hits_of(moods: int) -> list[list[Hit]]:
    return [_NO_HITS] * moods
