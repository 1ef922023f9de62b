"""The score: the plan of a drama. Plain text, editable, comparable; the source of truth for a render.

Offsets are characters of the source file's decoded text, line ends untouched. A score that was made by hand has none (-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field

NARRATOR = "narrator"


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound that happens, or a silence, on a word of a line.

    word: index into `line.text.split()`. kind: a name in `effects.EFFECTS`, or "silence". at: source offset of that word.
    phrase: the words of the text that asked for it.
    """

    kind: str
    word: int
    at: int = -1
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What one speaker says in one breath: a sentence, or a quote's or tag's share of it.

    text: what is spoken, repaired, in the story's spelling. manners: how it is spoken ("whisper", "shout", "echo", "booming",
    "distant", "off", "depth", "inner", "slow", "chimes", "emphatic" ...). gap: the pause after it: "clause", "sentence", "paragraph",
    "scene", "chapter" or "reveal".
    """

    text: str
    speaker: str = NARRATOR
    start: int = -1
    end: int = -1
    manners: tuple[str, ...] = ()
    gap: str = "sentence"
    quote: bool = False
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch with one mood. The beats' spans tile the story.

    intensity, arousal: 0..1; valence: -1..1. tension: 0..1, (start, middle, end) of the story's tension curve over this beat.
    place: where it plays ("hall", "backstage", "open-air", "void", "underwater", "forest", "street", "room", ...; "" unknown).
    chapter: the heading that stands before it ("" none).
    """

    mood: str
    intensity: float
    valence: float = 0.0
    arousal: float = 0.0
    tension: tuple[float, float, float] = (0.0, 0.0, 0.0)
    place: str = ""
    chapter: str = ""
    start: int = -1
    end: int = -1
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody who speaks. gender: "female", "male", "they", "group" or "unknown"; age: "child", "adult", "old" or "";
    manners: how this one speaks throughout; voice: the voice's name, "" until cast."""

    id: str
    names: tuple[str, ...] = ()
    gender: str = "unknown"
    age: str = ""
    manners: tuple[str, ...] = ()
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; speaker is a character's id or None."""

    start: int
    end: int
    speaker: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended in the text: source span, kind, what stood there and what is read instead, and why."""

    start: int
    end: int
    kind: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """The whole plan."""

    title: str
    beats: tuple[Beat, ...]
    characters: tuple[Character, ...] = ()
    quotes: tuple[Quote, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"
    source: str = ""
    start: int = 0
    end: int = 0
    extra: dict[str, str] = field(default_factory=dict)
