"""What is mended in a text before it is read, each change recorded; and what is cut because it is no story.

Every kind has a name under which it can be switched off. Layout is mended silently per line and recorded once per kind; whatever
touches a word is recorded by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from audiodream import cuts, glue, wraps
from audiodream.errors import StoryError
from audiodream.score import Repair
from audiodream.text import Edit, Mark, Text

_LINE_END = re.compile(r"\r\n?|[\x0b\x85\u2028]|[\x0c\u2029]")
_INVISIBLE = re.compile(r"[\ufeff\u200b-\u200f\u2060\u00ad\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SPACE = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ESCAPE = re.compile(r"\\(?:r\\n|[nrt]|[\"'])")
_HTML = re.compile(r"<!--.{0,2000}?-->|</?(?:p|br|i|em|b|strong|u|div|span|hr|center|h[1-6])\b[^<>\n]{0,80}>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|mdash|ndash|hellip|lsquo|rsquo|ldquo|rdquo|#39|#34);")
_ENTITIES = {
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "#39": "'",
    "#34": '"',
}
_HEADING = re.compile(r"^(#{1,6})[ ]+(?=\S)([^\n]*?)([ ]*#*[ ]*)$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,400}(?:\n[^*\n]{1,400}){0,8}?)(?<=[^\s*])\1(?![\w*])")
_UNDERLINE = re.compile(r"(?<![^\W_])(_{1,2})(?=[^\s_])([^_\n]{1,400}(?:\n[^_\n]{1,400}){0,8}?)(?<=[^\s_])\1(?![^\W_])")
_BULLET = re.compile(r"^[ ]{0,3}(?:[*+•][ ]+|>[ ]?)(?=\S)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\((?:https?:|/|#|\.)[^()\s]{0,400}\)")
_BACKSLASH = re.compile(r"\\(?=[*_#>`\[\]()~\-.!])")
_NO_SPACE = re.compile(r"(?<=[a-z])([.!?])(?=[A-Z][a-z])|(?<=[a-z])([,;])(?=[a-z]{2})|(?<=[a-z][.!?][\"”’])(?=[A-Z][a-z])")
_BREAK = re.compile(r"^[ ]*(?:(?:[*#~•·.=_—–-][ ]*){3,60}|[#*~⁂❦☙§])[ ]*$", re.MULTILINE)

Step = Callable[[Text], Text]


def _line_ends(text: Text) -> Text:
    edits = [
        Edit(m.start(), m.end(), "\n\n" if m.group() in "\x0c\u2029" else "\n", "line-ends", "") for m in _LINE_END.finditer(text.body)
    ]
    return _recorded_once(text, edits, "line-ends", "line ends")


def _invisible(text: Text) -> Text:
    edits = [Edit(m.start(), m.end(), "", "invisible", "") for m in _INVISIBLE.finditer(text.body)]
    return _recorded_once(text, edits, "invisible", "characters that are not seen")


def _escapes(text: Text) -> Text:
    edits = []
    for m in _ESCAPE.finditer(text.body):
        before = text.body[max(0, m.start() - 24) : m.start()]
        if re.search(r"\w:(?:\\[\w.]+)*$|\\$", before):
            continue  # a path such as C:\new
        kept = m.group()[1:]
        after = kept if kept in "\"'" else " " if kept == "t" else "\n"
        edits.append(Edit(m.start(), m.end(), after, "literal-escape", f"{m.group()} was meant as a sign, not as letters"))
    return text.edited(edits)


def _html(text: Text) -> Text:
    edits = []
    for m in _HTML.finditer(text.body):
        tag = m.group().lower()
        after = "\n\n" if re.match(r"</?(?:p|div|hr|h\d)\b", tag) else "\n" if tag.startswith("<br") else ""
        edits.append(Edit(m.start(), m.end(), after, "markup", "a tag of a web page is not spoken"))
    for m in _ENTITY.finditer(text.body):
        after = _ENTITIES[m.group()[1:-1]]
        edits.append(Edit(m.start(), m.end(), after, "markup", "a sign of a web page in its written form"))
    return text.edited(edits)


def _markdown(text: Text) -> Text:
    """Markdown's signs in a text: their meaning is kept as marks."""
    edits: list[Edit] = []
    marks: list[Mark] = []
    why = "a sign of layout, not of speech"

    def off(start: int, end: int) -> None:
        edits.append(Edit(start, end, "", "markdown", why))

    for m in _HEADING.finditer(text.body):
        off(m.start(1), m.start(2))
        off(m.start(3), m.end(3))
        marks.append(Mark("heading", *text.span(m.start(2), m.end(2)), len(m.group(1))))
    for pattern in (_EMPHASIS, _UNDERLINE):
        for m in pattern.finditer(text.body):
            off(m.start(), m.start(2))
            off(m.end(2), m.end())
            marks.append(Mark("emphasis", *text.span(m.start(2), m.end(2))))
    for m in _LINK.finditer(text.body):
        off(m.start(), m.start(1))
        off(m.end(1), m.end())
    for pattern in (_BULLET, _BACKSLASH):
        for m in pattern.finditer(text.body):
            off(m.start(), m.end())
    return text.edited(e for e in edits if e.end > e.start).marked(marks)


def _breaks(text: Text) -> Text:
    """Takes rules and rows of stars out and marks a scene break there; always done, for nobody speaks them."""
    found = [m for m in _BREAK.finditer(text.body) if m.group().strip()]
    marks = [Mark("break", *text.span(m.start(), m.end())) for m in found]
    return text.edited((Edit(m.start(), m.end(), "\n", "scene-break", "") for m in found), silent=True).marked(marks)


def _stops(text: Text) -> Text:
    edits = []
    for m in _NO_SPACE.finditer(text.body):
        left = re.search(r"\S*$", text.body[max(0, m.start() - 60) : m.end()])
        right = re.match(r"\S*", text.body[m.end() : m.end() + 60])
        word = (left.group() if left else "") + (right.group() if right else "")
        if re.search(r"://|www\.|@|\w\.\w+\.\w|\.(?:com|org|net|txt|md|py|js|Net)\b|[\\/=<>{}]", word):
            continue
        if m.group() in ".!?" and len(left.group() if left else "") < 4:
            continue  # "e.G" and the like
        edits.append(Edit(m.end(), m.end(), " ", "missing-space", f"no space after {m.group() or 'the quote'!r} in {word[:40]!r}"))
    return text.edited(edits)


def _recorded_once(text: Text, edits: list[Edit], kind: str, what: str) -> Text:
    """Makes many small edits of layout and records them as one repair, at the first of them."""
    if not edits:
        return text
    start, end = text.span(edits[0].start, edits[0].end)
    before, after = text.body[edits[0].start : edits[0].end], edits[0].after
    return text.edited(edits, silent=True).noted(Repair(start, end, kind, before, after, f"{len(edits)} {what}, the first one here"))


def _wrapped(text: Text) -> Text:
    return _recorded_once(text, wraps.unwrapped(text.body), "hard-wrap", "line ends inside paragraphs")


def _joined(text: Text) -> Text:
    return text.edited(wraps.joined(text.body))


def _glued(text: Text) -> Text:
    return text.edited(glue.unglued(text.body))


def _cut(finder: Callable[[str], Iterable[Edit]]) -> Step:
    def step(text: Text) -> Text:
        return text.edited(finder(text.body))

    return step


STEPS: dict[str, Step] = {
    "invisible": _invisible,
    "line-ends": _line_ends,
    "literal-escape": _escapes,
    "markup": _html,
    "gutenberg": _cut(cuts.gutenberg),
    "contents": _cut(cuts.contents),
    "commentary": _cut(cuts.commentary),
    "markdown": _markdown,
    "hard-wrap": _wrapped,
    "broken-paragraph": _joined,
    "missing-space": _stops,
    "glued": _glued,
}
"""The repairs in the order in which they are made; each name is its switch."""


def repair(text: Text, off: frozenset[str] = frozenset()) -> Text:
    """The text as it is to be read: story only, paragraphs parted by one empty line. `off`: names in STEPS that are left out.

    Raises StoryError where no word of story is left.
    """
    text = replace(text, body=_SPACE.sub(" ", text.body))
    for name, step in STEPS.items():
        if name == "markdown":
            text = _breaks(text)  # before stars are taken for emphasis or bullets
        if name == "hard-wrap":
            text = wraps.spaced(text)
        if name not in off:
            text = step(text)
    text = wraps.trimmed(wraps.spaced(text))
    if not any(c.isalnum() for c in text.body):
        raise StoryError(repr(text.name), "holds no word of a story", "all of it was taken for notes, contents or licence; see the repairs")
    return replace(text, repairs=tuple(sorted(text.repairs, key=lambda r: (r.start, r.end, r.kind))))
