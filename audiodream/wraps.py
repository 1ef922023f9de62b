"""Lines and paragraphs: which line ends belong to the layout only, and which paragraphs were broken by accident."""

from __future__ import annotations

import re
from itertools import pairwise

from audiodream.text import Edit, Mark, Text

# a run of blanks is tried at its first one only, and never again in part: a megabyte of blanks is a text too
_BLANK = re.compile(r"(?<![ ])[ ]*+\n(?:[ ]*+\n)++[ ]*+")
_TRAILING = re.compile(r"(?<![ ])[ ]++(?=\n)|(?<=\n)[ ]++")
_END = re.compile(r"[.!?…:;\"”’'»)\]*—–-]\s*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]_*]*\s*$")
_HEAD = re.compile(r"(?:chapter|part|book|volume|prologue|epilogue|act|scene|letter)\b", re.IGNORECASE)
_OPENER = re.compile(r"[\"“‘«—–]")
WRAP_MAX = 120
"""Lines longer than this were not wrapped by hand: each is a paragraph."""


def spaced(text: Text) -> Text:
    """One empty line between paragraphs, no blank at a line's edge; larger gaps than the text's own habit mark a scene break."""
    gaps = [(m.start(), m.end(), m.group().count("\n") - 1) for m in _BLANK.finditer(text.body)]
    usual = _median([n for _, _, n in gaps])
    marks = [Mark("break", *text.span(a, b)) for a, b, n in gaps if n >= usual + 2 and len(gaps) > 4]
    edits = [Edit(a, b, "\n\n", "blank", "") for a, b, _ in gaps]
    taken = {a for a, _, _ in gaps}
    edits += [Edit(m.start(), m.end(), "", "blank", "") for m in _TRAILING.finditer(text.body) if m.start() not in taken]
    return text.edited((e for e in edits if text.body[e.start : e.end] != e.after), silent=True).marked(marks)


def trimmed(text: Text) -> Text:
    """Nothing blank before the first word or after the last."""
    lead, size = len(text.body) - len(text.body.lstrip()), len(text.body.rstrip())
    if size <= lead:
        return text
    edits = [Edit(0, lead, "", "blank", ""), Edit(size, len(text.body), "", "blank", "")]
    return text.edited((e for e in edits if e.end > e.start), silent=True)


def _median(values: list[int]) -> int:
    return sorted(values)[len(values) // 2] if values else 1


def unwrapped(body: str) -> list[Edit]:
    """The line ends that only the page asked for, as edits; those of verse, letters and lists stay."""
    lines = body.split("\n")
    inner = [len(a) for a, b in pairwise(lines) if a and b]
    if not inner:
        return []
    width = sorted(inner)[int(len(inner) * 0.97)]
    whole = width > WRAP_MAX or _line_is_paragraph(lines)
    verse = _verse(lines)
    edits: list[Edit] = []
    at = 0
    for n, (line, after) in enumerate(pairwise(lines)):
        end = at + len(line)
        at = end + 1
        if not line or not after:
            continue
        if whole:
            if _SENTENCE_END.search(line) or not after[0].islower():
                edits.append(Edit(end, end + 1, "\n\n", "hard-wrap", ""))
            else:
                edits.append(Edit(end, end + 1, " ", "hard-wrap", ""))
            continue
        if n not in verse and _wraps(line, after, width):
            hyphen = line.endswith("-") and len(line) > 1 and line[-2].isalpha() and after[0].islower()
            edits.append(Edit(end, end + 1, "" if hyphen or line.endswith(("--", "—")) else " ", "hard-wrap", ""))
    return edits


def _verse(lines: list[str]) -> set[int]:
    """The lines of blocks in which nearly every line begins with a capital and none is long: verse, addresses, lists."""
    found: set[int] = set()
    start = 0
    for n in range(len(lines) + 1):
        if n < len(lines) and lines[n]:
            continue
        block = lines[start:n]
        if len(block) >= 3:
            capital = sum(not line.lstrip("\"“‘'([—").lstrip()[:1].islower() for line in block[1:])
            if capital >= 0.8 * (len(block) - 1) and max(map(len, block)) < 64:
                found.update(range(start, n))
        start = n + 1
    return found


def _wraps(line: str, after: str, width: int) -> bool:
    """Whether the next word would not have fitted on the line; or the next line goes on in lower case."""
    first = after.split(" ", 1)[0]
    if len(line) + 1 + len(first) > width - max(2, width // 16):
        return True
    if after[0].islower():
        return len(line) > width // 2 or not _END.search(line)
    return len(line) > width * 0.75 and not _SENTENCE_END.search(line) and not line.endswith(",")


def _line_is_paragraph(lines: list[str]) -> bool:
    """Whether a text without empty lines gives each paragraph one line of its own."""
    filled = [line for line in lines if line]
    blank = "\n".join(lines).strip("\n").count("\n\n")
    if len(filled) < 2 or blank > len(filled) // 4:
        return False
    ends = sum(bool(_SENTENCE_END.search(line)) for line in filled)
    starts = sum(not line[0].islower() for line in filled)
    return ends > 0.7 * len(filled) and starts > 0.9 * len(filled)


def joined(body: str) -> list[Edit]:
    """Paragraph breaks that fall into the middle of a sentence, as edits that close them."""
    edits = []
    at = body.find("\n\n")
    while at >= 0:
        begin = body.rfind("\n", 0, at) + 1
        before, after = body[begin:at], body[at + 2 : at + 80]
        goes_on = bool(re.match(r"[a-z]", after)) and not re.match(r"[a-z]\)|[ivx]+\.", after)
        heading = bool(_HEAD.match(before)) or before.isupper()
        if goes_on and len(before) > 20 and not heading and (before.endswith((",", "-")) or not _END.search(before)):
            edits.append(Edit(at, at + 2, " ", "broken-paragraph", f"{before[-20:].strip()!r} goes on with {after[:20].strip()!r}"))
        at = body.find("\n\n", at + 2)
    return edits
