"""What a story file holds that is no story: licence, contents, notes, feedback. Each finder gives edits that take it out."""

from __future__ import annotations

import re

from audiodream.text import Edit

_PG_HEAD = re.compile(
    r"^[ ]*\*\*\*[ ]*START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n*]*)?\*\*\*[ ]*$", re.MULTILINE | re.IGNORECASE
)
_PG_SMALL = re.compile(r"\*END[ ]?\*?[ ]?THE SMALL PRINT![^\n]*$", re.MULTILINE)
_PG_FOOT = re.compile(
    r"^[ ]*(?:\*\*\*[ ]*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)[^\n]*", re.MULTILINE | re.IGNORECASE
)
_PG_CREDIT = re.compile(
    r"\A\s*(?:(?:Produced|Prepared|Transcribed|Scanned|Digitized|E-text prepared|This e-?text|HTML version)\b[^\n]*"
    r"|\[?Transcriber['’]?s?['’]? Notes?\b[^\n]*|\[Illustration[^\]]{0,300}\])(?:\n[^\n]+)*\n[ ]*\n",
    re.IGNORECASE,
)
_TOC_HEAD = re.compile(r"^[ ]*(?:\*\*|#+[ ]*)?(?:table of )?contents\.?:?(?:\*\*)?[ ]*$", re.MULTILINE | re.IGNORECASE)
_TOC_ENTRY = re.compile(
    r"^[ ]*(?:[-*•]?[ ]*)(?:\[?(?:chapter|part|book|volume|canto|act|letter|prologue|epilogue|introduction|preface|foreword"
    r"|appendix|afterword)\b[^\n]{0,100}"
    r"|(?:[ivxlc]+|\d{1,3})[.)]?(?:[ ]+[^\n]{1,90})?|[^\n]{1,80}?(?:[ .]{4,}|\t| {2,})(?:\d{1,4}|[ivxlc]+))[ ]*$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^[ ]*(?:chapter[ ]+)?page[ ]*$", re.IGNORECASE)

_NOTE_HEAD = re.compile(
    r"^[ ]*(?:[*_#>(\[ ]*)(?:author['’]?s?['’]? (?:note|comment)s?|a/n|notes? (?:from|by) the author|end notes?|footnotes"
    r"|acknowledge?ments?|about the author"
    r"|word count|feedback|critique|analysis|editor['’]?s? notes?|beta (?:reader )?notes?|writing notes?|revision notes?|notes?"
    r" to self|discussion questions"
    r"|strengths|areas for improvement|suggestions|prompt|transcriber['’]?s notes?)\b[^\n]{0,60}$|^[ ]*(?:[*_(\["
    r" ]*)(?:author['’]?s? note|a/n|word count|tl;dr)[*_ ]*:[^\n]*$",
    re.IGNORECASE,
)
_SIGNS = (
    (
        3,
        re.compile(
            r"\b(?:your|this|the) (?:narrative|story|piece|draft|writing|dream|prose|passage|scene|excerpt)\b[^.\n]{0,60}"
            r"\b(?:weaves|captures|evokes|explores|blends|presents|is (?:a )?(?:beautifully|compelling|rich|vivid"
            r"|powerful|strong)|does a|has a|works|offers|showcases)\b",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:here(?:'s|’s| is| are) (?:a|an|some|the|my) (?:\w+ )?(?:detailed )?(?:breakdown|analysis|critique"
            r"|suggestion|revised|expanded|feedback|thought|idea|note|version)s?)",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:would you like me to|let me know if|feel free to|i hope (?:this|you) (?:helps|enjoy)|happy to (?:help"
            r"|expand|revise)|if you(?:'d|’d| would) like,? i can)\b",
            re.IGNORECASE,
        ),
    ),
    (2, re.compile(r"^[ ]*(?:#{1,6}[ ]+|\*\*)(?:\d+[.)][ ]*)?[^*\n]{2,80}(?:\*\*:?|:\*\*)?[ ]*$", re.MULTILINE)),
    (1, re.compile(r"^[ ]*[-*•][ ]+\*\*[^*\n]{2,60}\*\*", re.MULTILINE)),
    (
        1,
        re.compile(
            r"\b(?:protagonist|worldbuilding|world-building|character (?:arc|development)|symbolism|thematic(?:ally)?"
            r"|narrative (?:arc|tension|structure)|pacing"
            r"|the reader|imagery|foreshadow\w*|word choice|emotional arc|plot twist|juxtapos\w*|sensory"
            r" details?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(
            r"\b(?:consider|perhaps include|you could|you might|could be (?:expanded|developed)|expanding on|highlight"
            r" the|deepen(?:s|ing)? the)\b",
            re.IGNORECASE,
        ),
    ),
)


def gutenberg(body: str) -> list[Edit]:
    """The head and the foot that Project Gutenberg puts around a book, and the credits that follow the head."""
    edits: list[Edit] = []
    head = _PG_HEAD.search(body) or _PG_SMALL.search(body)
    start = head.end() if head else 0
    foot = _PG_FOOT.search(body, start)
    if head:
        while credit := _PG_CREDIT.match(body[start : start + 4000]):
            start += credit.end()
        edits.append(Edit(0, start, "", "gutenberg", "Project Gutenberg's head is not story"))
    if foot and (head or "gutenberg" in body[foot.start() :].lower()):
        edits.append(Edit(foot.start(), len(body), "", "gutenberg", "Project Gutenberg's foot and licence are not story"))
    return edits


def contents(body: str) -> list[Edit]:
    """A table of contents: its heading and the run of entries under it."""
    edits = []
    for head in list(_TOC_HEAD.finditer(body, 0, min(len(body), 40_000)))[:3]:
        at, entries, end = head.end() + 1, 0, head.end()
        while at < len(body):
            stop = body.find("\n", at)
            stop = len(body) if stop < 0 else stop
            line = body[at:stop]
            if line.strip() and not _PAGE.match(line):
                if not _TOC_ENTRY.match(line) or (entries > 1 and _again(body, at, stop, head.end())):
                    break
                entries += 1
                end = stop
            at = stop + 1
        if entries >= 2 and end > head.end():
            edits.append(Edit(head.start(), end, "", "contents", f"a table of contents with {entries} entries is not story"))
    return edits


def _again(body: str, at: int, stop: int, first: int) -> bool:
    """Whether a line stood in the table already: then the table is over and the chapter begins."""
    line = " ".join(body[at:stop].split()).lower().rstrip(".")
    rows = [" ".join(row.split()).lower().rstrip(".") for row in body[first:at].split("\n")]
    return any(row == line or row.startswith((line + " ", line + ".")) for row in rows if row)


def commentary(body: str) -> list[Edit]:
    """Notes, feedback and analysis after the story, or a chatty line before it."""
    blocks = [(m.start(), m.end()) for m in re.finditer(r"(?:[^\n]+\n?)+", body)]
    edits: list[Edit] = []
    cut = _tail(body, blocks)
    if cut is not None:
        edits.append(Edit(cut, len(body), "", "commentary", "notes or feedback after the story are not story"))
    if len(blocks) > 1 and _is_preface(body[blocks[0][0] : blocks[0][1]]):
        edits.append(Edit(0, blocks[1][0], "", "commentary", "a remark before the story is not story"))
    return edits


def _is_preface(block: str) -> bool:
    return len(block) < 400 and bool(
        re.match(
            r"\s*(?:(?:sure|certainly|of course|absolutely)[!,.][^\n]{0,200}|here(?:'s|’s| is) (?:a|an|the|your|my)"
            r" [^\n]{0,120}(?:story|narrative|dream|version|draft)[^\n]{0,120}:)\s*$",
            block,
            re.IGNORECASE,
        )
    )


def _tail(body: str, blocks: list[tuple[int, int]]) -> int | None:
    """Where the trailing notes begin: at a note's heading, or where most of the blocks that follow speak about the story."""
    if len(blocks) < 2:
        return None
    scores = [_weight(body[a:b]) for a, b in blocks]
    after = [(0, 0)]
    for score in reversed(scores):
        after.append((after[-1][0] + (score > 0), after[-1][1] + score))
    after.reverse()  # how many blocks speak about the story from here on, and with what weight
    for n in range(1, len(blocks)):
        begin, end = blocks[n]
        line = body[begin:end].split("\n", 1)[0]
        rest = len(body) - begin
        if _NOTE_HEAD.match(line) and rest < max(1500, len(body) * 0.25) and begin > len(body) * 0.3:
            return begin
        about, weight = after[n]
        size = len(blocks) - n
        if scores[n] >= 3 and begin > 200 and about >= 0.6 * size and (weight >= 6 or size <= 2):
            return _rule_before(body, blocks, n)
    return None


def _rule_before(body: str, blocks: list[tuple[int, int]], n: int) -> int:
    before = body[blocks[n - 1][0] : blocks[n - 1][1]].strip()
    return blocks[n - 1][0] if before and not any(c.isalnum() for c in before) else blocks[n][0]


def _weight(block: str) -> int:
    return sum(weight for weight, sign in _SIGNS if sign.search(block[:4000]))
