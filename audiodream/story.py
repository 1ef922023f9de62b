"""The structure of a story: chapters, scenes, paragraphs and sentences, as spans of the text's body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audiodream.sentences import sentence_spans
from audiodream.text import Text

_NUMBERED = re.compile(
    r"(?:the\s+)?(?:(?:first|second|third|fourth|fifth|last)\s+)?(?:chapter|part|book|volume|canto|stave|act|scene|letter"
    r"|section|phase|episode|interlude|tale)\b"
    r"(?:\s+(?:the\s+)?(?:\d+|[ivxlcdm]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty\S*|thirty\S*|forty\S*|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|last)\b[^\n]{0,100})(?:\n[^\n]{1,80})?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:prologue|epilogue|preface|foreword|introduction|afterword|interlude|dedication"
    r"|conclusion)\b[^\n]{0,60}$",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?:[—–\[(-]\s*)?(?:[IVXLC]{1,8}|\d{1,3})(?:\s*[—–\])-])?\.?(?:\s+[A-Z][^\n.]{1,70})?$")
_SHOUT = re.compile(r"[^a-z\n]{2,70}(?:\n[^a-z\n]{2,70})?$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span in the body."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's span and its sentences. kind: "prose", "verse" (its line ends count) or "heading"."""

    start: int
    end: int
    kind: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The paragraphs between two scene breaks."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading ("" where there is none) and the scenes under it; the heading is the first scene's first paragraph."""

    title: str
    scenes: tuple[Scene, ...]


@dataclass(frozen=True)
class Story:
    """A text with its structure; its sentences and the blanks between them are all of the body."""

    text: Text
    title: str
    chapters: tuple[Chapter, ...]

    @property
    def body(self) -> str:
        return self.text.body

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in order, headings too."""
        for chapter in self.chapters:
            for scene in chapter.scenes:
                yield from scene.paragraphs

    def sentences(self) -> Iterator[Sentence]:
        for paragraph in self.paragraphs():
            yield from paragraph.sentences


def structure(text: Text) -> Story:
    """The chapters, scenes, paragraphs and sentences of a repaired text."""
    spans = list(_blocks(text.body))
    headings = _headings(text, spans)
    breaks = sorted(m.start for m in text.marks if m.kind == "break")
    chapters: list[Chapter] = []
    scenes: list[Scene] = []
    run: list[Paragraph] = []
    title = ""
    passed = 0
    told = False  # whether the run holds more than headings
    for n, (start, end) in enumerate(spans):
        source = text.offsets[start]
        broke = passed < len(breaks) and breaks[passed] <= source
        while passed < len(breaks) and breaks[passed] <= source:
            passed += 1
        new_chapter = n in headings and not (run and not told and not scenes)
        if (broke or new_chapter) and run and told:
            scenes.append(Scene(tuple(run)))
            run, told = [], False
        if new_chapter and (scenes or title):
            chapters.append(Chapter(title, tuple(scenes)))
            scenes, title = [], ""
        run.append(_paragraph(text.body, start, end, n in headings))
        told = told or n not in headings
        if n in headings:
            title = f"{title}. {_one_line(text.body, start, end)}" if title else _one_line(text.body, start, end)
    if run:
        scenes.append(Scene(tuple(run)))
    chapters.append(Chapter(title, tuple(scenes)))
    return Story(text, text.title or _title(text, chapters), tuple(chapters))


def _title(text: Text, chapters: list[Chapter]) -> str:
    first = next((c.title for c in chapters if c.title), "")
    stem = re.sub(r"\.\w{1,8}$", "", text.name)
    named = re.sub(r"[-_]+", " ", stem).strip()
    return first if first and not _NUMBERED.match(first) and not _NUMERAL.match(first) else named[:1].upper() + named[1:]


def _one_line(body: str, start: int, end: int) -> str:
    return " ".join(body[start:end].split())


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    at = 0
    for m in re.finditer(r"\n{2,}", body):
        if body[at : m.start()].strip():
            yield _trimmed(body, at, m.start())
        at = m.end()
    if body[at:].strip():
        yield _trimmed(body, at, len(body))


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    while body[start].isspace():
        start += 1
    while body[end - 1].isspace():
        end -= 1
    return start, end


def _headings(text: Text, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Which paragraphs are headings: marked as such, numbered, or a line of capitals or a title line on its own before prose."""
    marked = sorted(text.at(m.start) for m in text.marks if m.kind == "heading")
    found = set()
    at = 0
    for n, (start, end) in enumerate(spans):
        while at < len(marked) and marked[at] < start:
            at += 1
        if (at < len(marked) and marked[at] < end) or (
            end - start <= 160 and n + 1 < len(spans) and _looks_like_heading(text.body[start:end], first=n == 0, after=spans[n + 1])
        ):
            found.add(n)
    return frozenset(found)


def _looks_like_heading(line: str, *, first: bool, after: tuple[int, int]) -> bool:
    if _NUMBERED.match(line) or _NAMED.match(line):
        return not (line.endswith((".", "!", "?", ",")) and len(line) > 40)
    if not any(c.isalpha() for c in line) and not line.strip(".[]()—– ").isdigit():
        return False
    if _NUMERAL.match(line):
        return len(line) < 80 and not line.endswith(("!", "?"))
    if _SHOUT.match(line) and sum(c.isalpha() for c in line) > 2:
        return not line.endswith(("!", "?", "…", ",")) and line[0] not in "\"“‘'—–-"
    title = len(line) < 60 and "\n" not in line and line[:1].isupper() and line[-1] not in '.!?,;:…"”’—-'
    return first and title and after[1] - after[0] > 2 * len(line)


def _paragraph(body: str, start: int, end: int, heading: bool) -> Paragraph:
    kind = "heading" if heading else "verse" if "\n" in body[start:end] else "prose"
    spans = [(start, end)] if heading and end - start <= 400 else sentence_spans(body, start, end)
    return Paragraph(start, end, kind, tuple(Sentence(a, b) for a, b in spans))
