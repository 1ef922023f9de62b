"""Chapter and verse, in words: "Rom. 8:28", "1 Cor. 13", "Matthew 5:3-10"."""

from __future__ import annotations

import re

from audiodream.spoken_numbers import cardinal, ordinal
from audiodream.spoken_parts import Parts, Reading, one
from audiodream.spoken_tables import BOOKS, SCRIPTURE

_VERSES = re.compile(r"([0-9]{1,3}):([0-9]{1,3})(?:[-–]([0-9]{1,3}))?")


def _book(parts: Parts, i: int) -> str:
    """The book that a part names, "" where it is none."""
    part = parts.at(i)
    if part.tail.strip("."):
        return ""
    return part.core if part.lower in SCRIPTURE and part.core[:1].isupper() else BOOKS.get(part.core, "")


def verses(parts: Parts, i: int) -> Reading | None:
    """A book's short name before a chapter, the number of one of two books, and the verses behind one."""
    part, behind = parts[i], parts.at(i + 1)
    if found := _VERSES.fullmatch(part.core):
        if not _book(parts, i - 1):
            return None
        chapter, first, last = found.groups()
        return one(*cardinal(chapter), *cardinal(first), *(("to", *cardinal(last)) if last else ()))
    if re.fullmatch("[123]", part.core) and not part.tail and _book(parts, i + 1) and parts.at(i + 2).core[:1].isdigit():
        return one(*ordinal(part.core))
    if part.core in BOOKS and (_VERSES.fullmatch(behind.core) or (part.dotted and parts.at(i - 1).core in ("1", "2", "3"))):
        return one(BOOKS[part.core], stop=False)
    return None
