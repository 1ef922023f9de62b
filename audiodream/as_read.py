"""What the reading said of each beat and line, as short digests in a score: what differs from them was edited by a person."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

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


def paired(before: Sequence[str], now: Sequence[str], *, rewritten: bool = False) -> list[tuple[int, int]]:
    """Which line is which: those with the same text in the same order, and where `rewritten` as many in the place of as many."""
    pairs: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal" or (rewritten and tag == "replace" and b - a == d - c):
            pairs += zip(range(a, b), range(c, d), strict=True)
    return pairs


def own_cues(score: Score) -> frozenset[tuple[int, int]] | None:
    """The lines (beat, line) whose cues are a person's: written by hand, or edited since they were read. None for a score that does not
    know what was read into it."""
    read = found_in(score)
    if read is None:
        return None
    text, cues = LINE_FIELDS.index("text"), LINE_FIELDS.index("cues")
    was = [row for rows in read.lines for row in rows]
    present = [((b, n), of_line(line)) for b, beat in enumerate(score.beats) for n, line in enumerate(beat.lines)]
    pairs = paired([row[text] for row in was], [row[text] for _, row in present], rewritten=True)
    as_read = {now for before, now in pairs if was[before][cues] == present[now][1][cues]}
    return frozenset(at for k, (at, _) in enumerate(present) if k not in as_read)


def _cut(text: str) -> tuple[str, ...]:
    return tuple(text[n : n + _HEX] for n in range(0, len(text), _HEX))
