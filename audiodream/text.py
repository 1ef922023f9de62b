"""A text: its characters, and for each of them the place in the source file that it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from audiodream.score import Repair


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the layout said, as a span of the source: "heading", "break" (of a scene), "emphasis" or "title"."""

    kind: str
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a text's body: the span [start, end) is read as `after`."""

    start: int
    end: int
    after: str
    kind: str
    why: str


@dataclass(frozen=True)
class Text:
    """The characters of a story with their offsets in the source.

    source: the file's decoded characters, untouched. body: what is read. offsets: for each character of the body its place in
    the source, never falling, and one past the last. repairs: what was changed on the way, in source offsets. marks: what the
    layout said. notes: remarks for the user.
    """

    source: str
    name: str
    body: str
    offsets: array[int]
    repairs: tuple[Repair, ...] = ()
    marks: tuple[Mark, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Source offset of the first character that is story."""
        lead = len(self.body) - len(self.body.lstrip())
        return self.offsets[lead] if lead < len(self.body) else 0

    @property
    def end(self) -> int:
        """Source offset after the last character that is story."""
        size = len(self.body.rstrip())
        return self.offsets[size - 1] + 1 if size else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a body span; an empty one stays empty."""
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, source: int) -> int:
        """The first body index whose character lies at or after a source offset."""
        return min(bisect_left(self.offsets, source), len(self.body))

    def edited(self, edits: Iterable[Edit], *, silent: bool = False) -> Text:
        """The text with edits made and recorded; edits that overlap an earlier one are left out."""
        parts: list[str] = []
        offsets = array("q")
        repairs: list[Repair] = []
        at = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if edit.start < at:
                continue
            parts.append(self.body[at : edit.start])
            offsets.extend(self.offsets[at : edit.start])
            parts.append(edit.after)
            last = max(edit.start, edit.end - 1)
            offsets.extend(self.offsets[min(edit.start + i, last)] for i in range(len(edit.after)))
            at = edit.end
            if not silent:
                start, end = self.span(edit.start, edit.end)
                repairs.append(Repair(start, end, edit.kind, self.body[edit.start : edit.end], edit.after, edit.why))
        if not parts:
            return self
        parts.append(self.body[at:])
        offsets.extend(self.offsets[at:])
        return replace(self, body="".join(parts), offsets=offsets, repairs=self.repairs + tuple(repairs))

    def marked(self, marks: Iterable[Mark]) -> Text:
        """The text with more marks, in the order of the source."""
        return replace(self, marks=tuple(sorted((*self.marks, *marks), key=lambda m: (m.start, m.end, m.kind))))

    def noted(self, repair: Repair) -> Text:
        """The text with one more repair in its record."""
        return replace(self, repairs=(*self.repairs, repair))


def text_of(source: str, name: str = "story") -> Text:
    """A text whose body is its source."""
    return Text(source, name, source, array("q", range(len(source) + 1)))
