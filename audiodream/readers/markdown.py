"""Markdown: headings are chapters, rules are scene breaks, emphasis is kept as information, all other signs fall away."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from audiodream.text import Mark, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")


def read(source: str, name: str) -> Text:
    """The text with markdown's signs taken off, their meaning kept as marks."""
    # imported only here: most stories are plain text
    from markdown_it import MarkdownIt

    front = _FRONT.match(source)
    skip = front.end() if front else int(source.startswith("\ufeff"))
    found = _TITLE.search(front.group(1)) if front else None
    title = found.group(1).strip("\"'") if found else ""
    starts = [skip] + [m.end() for m in _LINE_END.finditer(source, skip)] + [len(source)]
    walk = _Walk(source, starts)
    # Lists stay as they stand: "1986. A good year." is no list, and a leading dash may open dialogue.
    for token in MarkdownIt("commonmark").disable(["list", "html_block", "html_inline"]).parse(source[skip:]):
        walk.block(token)
    walk.offsets.append(walk.offsets[-1] + 1 if walk.offsets else 0)
    return Text(source, name, "".join(walk.parts), walk.offsets, marks=tuple(walk.marks), title=title)


class _Walk:
    """Lays the tokens' characters out again, each beside its place in the source."""

    def __init__(self, source: str, starts: list[int]) -> None:
        self.source, self.starts = source, starts
        self.parts: list[str] = []
        self.offsets = array("q")
        self.marks: list[Mark] = []
        self.at = starts[0]
        self.heading = 0

    def put(self, text: str, limit: int) -> None:
        """Finds a run of text at or after the cursor and takes it over."""
        found = self.source.find(text, self.at, limit)
        if found >= 0:
            self.parts.append(text)
            self.offsets.extend(range(found, found + len(text)))
            self.at = found + len(text)
            return
        for c in text:
            found = self.source.find(c, self.at, min(limit, self.at + 64))
            place = found if found >= 0 else min(self.at, max(limit - 1, 0))
            self.parts.append(c)
            self.offsets.append(place)
            self.at = place + 1 if found >= 0 else self.at

    def gap(self, text: str) -> None:
        if self.parts:
            self.parts.append(text)
            self.offsets.extend([min(self.at, max(len(self.source) - 1, 0))] * len(text))

    def block(self, token: Token) -> None:
        if token.type == "heading_open":
            self.heading = int(token.tag[1])
            if token.markup in ("-", "=") and token.map and token.map[1] - token.map[0] > 2:
                self.heading = 0  # a paragraph that stands right on a rule is no heading
                rule = self.starts[token.map[1] - 1]
                self.marks.append(Mark("break", rule, self.starts[min(token.map[1], len(self.starts) - 1)]))
        elif token.type == "hr" and token.map:
            start, end = self.starts[token.map[0]], self.starts[min(token.map[1], len(self.starts) - 1)]
            self.marks.append(Mark("break", start, end))
        elif token.type == "inline" and token.map:
            self.inline(token, token.map)
        elif token.type in ("code_block", "fence") and token.map and not token.info:
            self.gap("\n\n")
            self.at = max(self.at, self.starts[token.map[0]] + (len(token.markup) if token.type == "fence" else 0))
            limit = self.starts[min(token.map[1], len(self.starts) - 1)]
            for n, line in enumerate(token.content.rstrip("\n").split("\n")):
                if n:
                    self.gap("\n")
                self.put(line, limit)

    def inline(self, token: Token, lines: list[int]) -> None:
        self.gap("\n\n")
        self.at = max(self.at, self.starts[lines[0]])
        limit = self.starts[min(lines[1], len(self.starts) - 1)]
        first = len(self.offsets)
        opened: list[int] = []
        for child in token.children or []:
            if child.type in ("text", "text_special", "code_inline") and child.content:
                self.put(child.content, limit)
            elif child.type in ("softbreak", "hardbreak"):
                self.put("\n", limit) if "\n" in self.source[self.at : limit] else self.gap("\n")
            elif child.type in ("em_open", "strong_open"):
                opened.append(len(self.offsets))
            elif child.type in ("em_close", "strong_close") and opened:
                begin = opened.pop()
                if begin < len(self.offsets):
                    self.marks.append(Mark("emphasis", self.offsets[begin], self.offsets[-1] + 1))
            elif child.type == "link_close":
                closed = self.source.find(")", self.at, limit)
                self.at = closed + 1 if self.source[self.at : self.at + 2] == "](" and closed >= 0 else self.at
            elif child.type == "image":
                closed = self.source.find(")", self.at, limit)
                self.at = closed + 1 if closed >= 0 else self.at
        if self.heading and len(self.offsets) > first:
            self.marks.append(Mark("heading", self.offsets[first], self.offsets[-1] + 1, self.heading))
        self.heading = 0
