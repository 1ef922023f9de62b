"""What the reading said of each beat and line, as short digests in a score: what differs from them was edited by a person."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace

from audiodream.score import Beat, Character, Line, Score

KEY = "as-read"
"""Where a score's `extra` holds it."""
BEAT_FIELDS = ("mood", "intensity", "valence", "arousal", "tension", "place", "chapter")
LINE_FIELDS = ("text", "speaker", "manners", "gap", "quote", "cues")
CHARACTER_FIELDS = ("id", "names", "gender", "age", "manners", "voice")
_HEX = 4
_SHAPE = re.compile(r"[0-9a-f]*(?::[0-9a-f,]*)?")


@dataclass(frozen=True, slots=True)
class AsRead:
    """Digests of every field: of beats, of each beat's lines, and of characters, in the order of the *_FIELDS."""

    beats: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[tuple[str, ...], ...], ...]
    characters: tuple[tuple[str, ...], ...]


def digest(value: object) -> str:
    """Four hex digits of a value."""
    return f"{zlib.crc32(repr(value).encode('utf-8', 'surrogatepass')) & 0xFFFF:0{_HEX}x}"


def of_beat(beat: Beat) -> tuple[str, ...]:
    return tuple(digest(getattr(beat, name)) for name in BEAT_FIELDS)


def of_line(line: Line) -> tuple[str, ...]:
    """Cues count by kind and word alone: where they stand in the file is no edit."""
    cues = tuple((cue.kind, cue.word) for cue in line.cues)
    return tuple(digest(cues if name == "cues" else getattr(line, name)) for name in LINE_FIELDS)


def of_character(character: Character) -> tuple[str, ...]:
    return tuple(digest(getattr(character, name)) for name in CHARACTER_FIELDS)


def noted(score: Score) -> Score:
    """The score with the digests of its present state."""
    beats = "/".join("".join(of_beat(beat)) + ":" + ",".join("".join(of_line(line)) for line in beat.lines) for beat in score.beats)
    people = ",".join("".join(of_character(one)) for one in score.characters)
    return replace(score, extra={**score.extra, KEY: f"{beats}|{people}"})


def found_in(score: Score) -> AsRead | None:
    """The digests that a score holds, or None where it holds none that can be read."""
    beats, _, people = score.extra.get(KEY, "").partition("|")
    rows = beats.split("/")
    if not beats or not all(_SHAPE.fullmatch(row) for row in (*rows, people.replace(",", ""))):
        return None
    heads, lines = [], []
    for row in rows:
        head, _, tail = row.partition(":")
        heads.append(_cut(head))
        lines.append(tuple(_cut(one) for one in tail.split(",") if one))
    characters = tuple(_cut(one) for one in people.split(",") if one)
    whole = all(len(h) == len(BEAT_FIELDS) for h in heads) and all(len(x) == len(LINE_FIELDS) for row in lines for x in row)
    if not whole or not all(len(c) == len(CHARACTER_FIELDS) for c in characters):
        return None
    return AsRead(tuple(heads), tuple(lines), characters)


def _cut(text: str) -> tuple[str, ...]:
    return tuple(text[n : n + _HEX] for n in range(0, len(text), _HEX))
