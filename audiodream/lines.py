"""A story cut into stretches of one speaker: the quotation, its tag, and what is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audiodream.score import NARRATOR, Line
from audiodream.speakers import Attribution, Voice
from audiodream.story import Paragraph, Story
from audiodream.words import words

_MARKS = '"“”„«»‟ \n'
_WORD = re.compile(r"\S+")
_CAPITALS = re.compile(r"[A-Z][A-Z'’-]*[A-Z][.,!?…;:\"”’']*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one speaker says of one sentence.

    start, end: source span. emphasised: indices into `text.split()`. paragraph: index in `story.paragraphs()`; sentence: index in
    `story.sentences()`; heading: it is a title. gap: the pause after it.
    """

    text: str
    speaker: str
    start: int
    end: int
    manners: tuple[str, ...]
    gap: str
    quote: bool
    emphasised: tuple[int, ...]
    paragraph: int
    sentence: int
    heading: bool = False

    def line(self) -> Line:
        """The line of a score; one with an emphasised word is "emphatic"."""
        manners = self.manners if not self.emphasised or "emphatic" in self.manners else (*self.manners, "emphatic")
        return Line(self.text, self.speaker, self.start, self.end, manners, self.gap, self.quote)


def lines_of(story: Story, attribution: Attribution) -> tuple[Stretch, ...]:
    """Every word of the story in exactly one stretch, in order; a quotation without a known speaker is the narrator's."""
    return tuple(_stretches(story, attribution))


def _stretches(story: Story, attribution: Attribution) -> Iterator[Stretch]:
    by_paragraph: dict[int, list[Voice]] = {}
    for voice in attribution.voices:
        by_paragraph.setdefault(voice.span.paragraph, []).append(voice)
    emphasis = _apart((story.text.at(m.start), story.text.at(m.end)) for m in story.text.marks if m.kind == "emphasis")
    number = sentence = 0
    for chapter in story.chapters:
        for k, scene in enumerate(chapter.scenes):
            for j, paragraph in enumerate(scene.paragraphs):
                last = j + 1 == len(scene.paragraphs)
                gap = "paragraph" if not last else "scene" if k + 1 < len(chapter.scenes) else "chapter"
                gap = "chapter" if paragraph.kind == "heading" else gap
                for start, end, nth, said, pause in _pieces(story.body, paragraph, by_paragraph.get(number, []), gap):
                    yield _stretch(story, start, end, said, pause, emphasis, number, sentence + nth, paragraph.kind == "heading")
                number += 1
                sentence += len(paragraph.sentences)


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which lie in order and apart, overlaps start .. end."""
    k = bisect_right(spans, start, key=lambda span: span[1])
    return k < len(spans) and spans[k][0] < end


def _pieces(body: str, paragraph: Paragraph, voices: list[Voice], gap: str) -> list[tuple[int, int, int, Voice | None, str]]:
    """The paragraph cut at sentences, quotations and lines of verse: start, end, sentence, voice, gap; no piece is without a word."""
    rough: list[tuple[int, int, int, Voice | None, str]] = []
    passed = 0
    for nth, sentence in enumerate(paragraph.sentences):
        cuts: list[tuple[int, int, Voice | None]] = []
        at = sentence.start
        while passed < len(voices) and voices[passed].span.end <= sentence.start:
            passed += 1
        k = passed
        while k < len(voices) and voices[k].span.start < sentence.end:
            voice = voices[k]
            k += 1
            a, b = max(voice.span.start, sentence.start), min(voice.span.end, sentence.end)
            if a < b:
                cuts += [(at, a, None), (a, b, voice)]
                at = b
        cuts.append((at, sentence.end, None))
        if paragraph.kind == "verse":
            cuts = [(a + m.start(), a + m.end(), v) for a, b, v in cuts for m in re.finditer(r"[^\n]+", body[a:b])]
        rough += [(a, b, nth, v, "clause") for a, b, v in cuts if b > a]
    whole: list[tuple[int, int, int, Voice | None, str]] = []
    held = -1
    for a, b, nth, said, pause in rough:
        if any(c.isalnum() for c in body[a:b]):
            whole.append((held if held >= 0 and (not whole or held >= whole[-1][1]) else a, b, nth, said, pause))
            held = -1
        elif whole and body[a:b].strip():
            whole[-1] = (whole[-1][0], b, *whole[-1][2:])  # a stray sign goes with what it follows
        elif body[a:b].strip() and held < 0:
            held = a
    return [(a, b, nth, said, _gap(whole, i, body, gap)) for i, (a, b, nth, said, _) in enumerate(whole)]


def _gap(pieces: list[tuple[int, int, int, Voice | None, str]], i: int, body: str, last: str) -> str:
    if i + 1 == len(pieces):
        return last
    _, end, nth, voice, _ = pieces[i]
    start, _, after, other, _ = pieces[i + 1]
    if nth == after:
        return "clause"
    tag = voice.tag if voice else None
    if tag and other is None and abs(tag[0] - start) < 3 and not body[:end].rstrip("\"”’'").endswith("."):
        return "clause"
    return "sentence"


def _stretch(
    story: Story,
    start: int,
    end: int,
    voice: Voice | None,
    gap: str,
    emphasis: list[tuple[int, int]],
    paragraph: int,
    sentence: int,
    heading: bool,
) -> Stretch:
    body = story.body
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    a, b = _bare(body, start, end, voice)
    text = " ".join(body[a:b].split())
    found = list(_WORD.finditer(body, a, b))
    shouted = sum(bool(_CAPITALS.fullmatch(m.group())) for m in found)
    strong = tuple(
        i
        for i, m in enumerate(found)
        if _touches(emphasis, m.start(), m.end())
        or (shouted * 2 < len(found) and _CAPITALS.fullmatch(m.group()) and m.group().strip(".,!?…;:\"”’'").lower() in words("common"))
    )
    strong = strong if len(strong) < len(found) or len(found) < 4 else ()
    speaker = voice.speaker if voice and voice.speaker is not None else NARRATOR
    manners = voice.manners if voice else ()
    if voice and shouted > 1 and shouted * 2 >= len(found) and "shout" not in manners:
        manners = (*manners, "shout")
    spoken = voice is not None and voice.span.kind == "speech"
    return Stretch(text, speaker, *story.text.span(start, end), manners, gap, spoken, strong, paragraph, sentence, heading)


def _bare(body: str, start: int, end: int, voice: Voice | None) -> tuple[int, int]:
    """The span without the quotation's own marks at its edges."""
    if voice is None:
        while end > start and body[end - 1] in "—–-" and end - 1 > start:
            end -= 1
        return start, end
    if start == voice.span.start:
        while start < end and (body[start] in _MARKS or body[start] in "‘'—–" or body.startswith("--", start)):
            start += 1
    if end == voice.span.end:
        while end > start and (body[end - 1] in _MARKS or body[end - 1] in "’'"):
            end -= 1
    return start, end
