"""Quotes: what in a story is said aloud, what is thought, and what merely stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from audiodream.story import Paragraph, Story
from audiodream.words import words

_DASH_OPEN = re.compile(r"(?:—|–|―|--|-(?= ))[ ]?(?=[\w\"“‘'¡¿(.…])")
_DASH_TAG = re.compile(r"(?:[,.!?…—–-][ ]*|\s)(?=(?:%s)\b)")
_ELIDED = re.compile(
    r"['’‘](?:tis|twas|twere|twill|twould|twixt|em|im|er|un|n|bout|cause|til|till|round|gainst|neath|pon|ere"
    r"|op|ard|ow|ave|is|ad|s|nuff|ud|stead|sides|fore|cos|cuz|coz|\d\ds?)\b",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"\b(?:thought|thinks?|wondered|wonders?|mused|muses|reflected|told (?:my|her|him|them)sel(?:f|ves)|said"
    r" to (?:my|her|him)self|asked (?:my|her|him)self)\b"
)
_THOUGHT_BEFORE = re.compile(r"\b(?:thought|thinks?|wondered|mused)\b[^.!?]{0,30}[,:]\s*$")
_NEAR = re.compile(r"[\s,]*(?:\w+ )?(?:\w+ )?(?:\w+)")
_SAYING = words("saying")
_END_MARK = re.compile(r"[.,!?…;:—–-][*_]*$")


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """A quotation in the body, marks included.

    kind: "speech", "thought", or "mention" (a title, a word in scare quotes; not spoken by anybody). paragraph: index in
    `story.paragraphs()`. continued: it goes on in the next paragraph; continues: it goes on from the one before. inner: spans of
    quotes inside it.
    """

    start: int
    end: int
    paragraph: int
    kind: str = "speech"
    continued: bool = False
    continues: bool = False
    inner: tuple[tuple[int, int], ...] = ()


def find_quotes(story: Story) -> tuple[QuoteSpan, ...]:
    """Every outermost quotation in order, those that are no speech too (see kind)."""
    paragraphs = list(story.paragraphs())
    style = _style(story.body, paragraphs)
    found: list[QuoteSpan] = []
    open_before = False
    for n, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            open_before = False
            continue
        spans, open_before = _spans(story.body, paragraph, style, open_before)
        found += [
            QuoteSpan(s.start, s.end, n, _kind(story.body, paragraph, s), s.continued, s.continues, s.inner) for s in spans
        ]
    return tuple(_linked(paragraphs, found))


def _style(body: str, paragraphs: list[Paragraph]) -> str:
    """Which marks open speech in this story: "double", "single", "guillemet", "low" or "dash"."""
    doubles = (body.count('"') + body.count("“") + body.count("”")) // 2
    lows = body.count("„")
    guillemets = min(body.count("«"), body.count("»"))
    dashes = sum(bool(_DASH_OPEN.match(body, p.start)) for p in paragraphs)
    singles = len(re.findall(r"(?:(?<=[\s(—–-])|^)['‘](?=[A-Z\"“_*])", body)) if doubles < 400 else 0
    closers = len(re.findall(r"(?<=[.,!?…—-])['’](?=[\s)—–-]|$)", body, re.MULTILINE))
    singles = min(singles, closers)
    ranked = [("double", doubles), ("single", singles), ("guillemet", guillemets), ("dash", dashes), ("low", lows)]
    best = max(ranked, key=lambda pair: pair[1])
    if best[0] == "dash" and dashes < 3 and not doubles and not singles:
        return "dash" if dashes >= 2 or dashes * 2 >= len(paragraphs) else "double"
    if best[0] == "single" and doubles * 2 >= singles:
        return "double"
    return best[0]


def _spans(body: str, paragraph: Paragraph, style: str, open_before: bool) -> tuple[list[QuoteSpan], bool]:
    start, end = paragraph.start, paragraph.end
    if style == "single":
        return _paired(body, start, end, _single_marks(body, start, end), open_before)
    if style == "dash":
        spans = _dashed(body, start, end)
        return (spans, False) if spans else _paired(body, start, end, _double_marks(body, start, end), open_before)
    if style == "guillemet":
        marks = [(i, "open" if body[i] == "«" else "close") for i in range(start, end) if body[i] in "«»"]
        return _paired(body, start, end, iter(marks), open_before)
    if style == "low":
        marks = [(i, "open" if body[i] == "„" else "close") for i in range(start, end) if body[i] in "„“”"]
        return _paired(body, start, end, iter(marks), open_before)
    return _paired(body, start, end, _double_marks(body, start, end), open_before)


def _double_marks(body: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The double marks of a paragraph with what each may do: open, close, or either by its turn."""
    for m in re.finditer(r"[\"“”]|''|``|‟", body[start:end]):
        at, sign = start + m.start(), m.group()
        if sign in ("“", "``", "‟"):
            yield at, "open"
        elif sign in ("”", "''"):
            yield at, "close"
        else:
            before = body[at - 1] if at > start else " "
            after = body[at + 1] if at + 1 < end else " "
            if before.isdigit() and not after.isalpha():
                yield at, "close"
            elif (before.isspace() or before in "([—–-*_") and not after.isspace() and after not in ",.;:!?)":
                yield at, "open?"
            elif after.isspace() or after in ",.;:!?)]—–-*_":
                yield at, "close?"
            else:
                yield at, "either"


def _single_marks(body: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The single marks that can open or close a quotation; apostrophes and elisions are left out."""
    for m in re.finditer(r"['‘’]", body[start:end]):
        at = start + m.start()
        before = body[at - 1] if at > start else " "
        after = body[at + 1] if at + 1 < end else " "
        if before.isalnum() and after.isalnum():
            continue
        opens = (before.isspace() or before in '([—–-*_"“') and not after.isspace() and m.group() != "’"
        if opens and (m.group() == "‘" or not _ELIDED.match(body, at, end) or _opens_paragraph(body, start, at, end)):
            yield at, "open"
        elif opens:
            yield at, "elision"
        elif m.group() == "‘":
            continue
        elif before in ".,!?…;:—–-*_)" or (before.isalpha() and (after in ".,;:!?)—–-" or at + 1 >= end)):
            yield at, "close"
        elif before.isalnum() and after.isspace():
            yield at, "weak"  # the end of a quoted phrase, or of "the boys' "


def _opens_paragraph(body: str, start: int, at: int, end: int) -> bool:
    """ "'Is it far?' said Tom": a mark before what might be "his" without its h, that another one closes."""
    return at == start and re.search(r"[.,!?…—-]['’](?=[\s)—–-]|$)", body[at + 1 : end]) is not None


def _paired(body: str, start: int, end: int, marks: Iterator[tuple[int, str]], open_before: bool) -> tuple[list[QuoteSpan], bool]:
    """Pairs marks to spans; also whether the last one stays open at the end of the paragraph."""
    spans: list[QuoteSpan] = []
    opened = -1
    pending = -1
    first = True
    for at, role in marks:
        continues = open_before and first and at == start
        first = False
        if opened < 0:
            if role in ("open", "open?", "either") or continues:
                opened, pending = at, -1
            elif role == "close?" and at == start:
                opened = at
        elif role in ("close", "close?", "either") or (role == "open?" and body[at - 1] in ".,!?…"):
            spans.append(_span(body, opened, at + 1, open_before and opened == start))
            opened = -1
        elif role == "weak":
            pending = at
        elif role in ("open", "open?") and pending > opened:
            spans.append(_span(body, opened, pending + 1, False))
            opened, pending = at, -1
    if opened >= 0 and pending > opened:
        spans.append(_span(body, opened, pending + 1, False))
        opened = -1
    if opened >= 0:
        spans.append(_span(body, opened, end, open_before and opened == start))
    return spans, opened >= 0


_INNER = re.compile(
    r"(?<![\w'’])['‘](?=\w)[^'‘’]{1,300}(?:['’]\w[^'‘’]{0,300}){0,20}['’](?!\w)"
    r"|[\"“][^\"“”]{1,600}[\"”]"
)


def _span(body: str, start: int, end: int, continues: bool) -> QuoteSpan:
    inner = tuple((start + 1 + m.start(), start + 1 + m.end()) for m in _INNER.finditer(body[start + 1 : end - 1]))
    return QuoteSpan(start, end, -1, continues=continues, inner=inner)


def _dashed(body: str, start: int, end: int) -> list[QuoteSpan]:
    """Dialogue that a dash introduces: it ends at its tag, and goes on after it."""
    lead = _DASH_OPEN.match(body, start, end)
    if not lead:
        return []
    spans = []
    at = start
    for tag in _TAG.finditer(body, lead.end(), end):
        if at < 0 or tag.start("tag") < at:
            continue
        spans.append(QuoteSpan(at, tag.start("tag"), -1))
        at = -1
        stop = re.compile(r"[.!?…:](?=\s|$)|[,.]?[ ]?[—–][ ]?").search(body, tag.end(), end)
        if stop and stop.end() < end:
            at = stop.end() + (1 if body[stop.end()].isspace() else 0)
    if 0 <= at < end:
        spans.append(QuoteSpan(at, end, -1))
    return [s for s in (_stripped(body, span) for span in spans) if s.end > s.start]


def _stripped(body: str, span: QuoteSpan) -> QuoteSpan:
    start, end = span.start, span.end
    while end > start and body[end - 1].isspace():
        end -= 1
    while start < end and body[start].isspace():
        start += 1
    return replace(span, start=start, end=end)


_TAG = re.compile(
    r"(?<=[\w,!?.…—–-])[ ]+(?P<tag>(?:[—–][ ]?)?(?:said|says|asked|asks|cried|cries|replied|answered|whispered|murmured|shouted"
    r"|exclaimed|muttered|called|added|returned|repeated)"
    r" (?:I|he|she|they|we|the|a|an|my|his|her|their|[A-Z])"
    r"|(?:[—–][ ]?)?(?:he|she|they|I|we|[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:said|says|asked|asks|cried|cries|replied|answered"
    r"|whispered|murmured|shouted|exclaimed|muttered|called|added|returned|repeated)\b)"
)


def _kind(body: str, paragraph: Paragraph, span: QuoteSpan) -> str:
    """Speech, thought, or only a mention: a title, a word that somebody else uses."""
    inside = body[span.start : span.end].strip("\"“”‘’'«»„_* ")
    before = body[max(paragraph.start, span.start - 60) : span.start]
    after = body[span.end : min(paragraph.end, span.end + 60)]
    if span.continues:
        return "speech"
    near = _NEAR.match(after)
    tag = near.group() if near else ""
    if not inside or not any(c.isalnum() for c in inside):
        return "mention"
    if _THOUGHT.search(tag) or _THOUGHT_BEFORE.search(before):
        return "thought"
    ends = bool(_END_MARK.search(body[span.start : span.end].rstrip("\"“”‘’'«»")))
    told = before.rstrip()
    leads = not told or told[-1] in ",:—–-" or span.start == paragraph.start
    begins = not told or told.rstrip("\"”’')")[-1:] in set(".!?…")
    if _embedded(before, "" if inside.endswith(".") else after) and (inside[0].islower() or len(inside.split()) <= 7):
        return "mention"
    if inside[0].islower() and not ends and not leads:
        return "mention"
    if ends or begins:
        return "speech"
    if leads and inside[0].isupper() and len(inside.split()) > 1:
        return "speech"
    return "speech" if len(inside.split()) > 8 else "mention"


def _embedded(before: str, after: str) -> bool:
    """Whether a quotation stands inside a sentence like one of its words: known as the "Trois Couronnes", she looked "stylish"."""
    lead = re.search(r"(\w[\w’'-]*(?:\s+\w[\w’'-]*){0,3})\s+[(\[]?$", before)
    if lead is None:
        return False
    spoken = words("speech") | _SAYING
    if any(word.lower() in spoken for word in lead.group(1).split()):
        return False
    first = re.match(r"[\s,—–-]*(\w+)\s+(\w+)(?:\s+(\w+))?", after)
    return not (first and first.group(1).lower() != "it" and any(g and g.lower() in words("speech") for g in first.groups()))


def _linked(paragraphs: list[Paragraph], spans: list[QuoteSpan]) -> Iterator[QuoteSpan]:
    """Marks the quotes that run on over the end of a paragraph."""
    for n, span in enumerate(spans):
        after = spans[n + 1] if n + 1 < len(spans) else None
        runs_on = after is not None and after.continues and after.paragraph == span.paragraph + 1
        at_end = span.end >= paragraphs[span.paragraph].end
        if span.continues and (n == 0 or spans[n - 1].paragraph != span.paragraph - 1):
            span = replace(span, continues=False)
        yield replace(span, continued=True) if runs_on and at_end else span
