"""How many spot effects a chapter bears: who hears a sound on every noun soon hears none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audiodream.score import Beat, Score

SPOTS = 10
"""Of a chapter: people who do this by hand set five to ten."""
CHAPTER_WORDS = 2500
"""A chapter longer than this counts as several."""
HELD = frozenset({"birds", "choir", "clock", "crowd-hum", "fire", "heartbeat", "hum", "hush", "insects", "murmur", "pulse", "rain",
                  "rumble", "silence", "stream", "train", "waves", "whispers", "wind"})
"""Kinds that are no spot effects: textures that stay for a while, and silence. They do not count."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a spot effect stands (beat, line, cue), its kind, and how tense the story is there."""

    beat: int
    line: int
    cue: int
    kind: str
    tension: float


def spotlit(score: Score, spots: int = SPOTS) -> tuple[Score, list[str]]:
    """The score with at most so many spot effects a chapter, and a note for each chapter that had more.

    What was heard in the chapter before goes first, the oftenest first, then what lies where the story is least tense. The score itself,
    as it was read or written, keeps them all.
    """
    gone: set[tuple[int, int, int]] = set()
    notes = []
    for chapter in _chapters(score):
        kept = [spot for beat in chapter for spot in _spots_of(beat, score.beats[beat])]
        had = len(kept)
        while len(kept) > spots:
            out = max(kept, key=lambda one: (sum(other.kind == one.kind for other in kept), -one.tension, one.beat, one.line, one.cue))
            kept.remove(out)
            gone.add((out.beat, out.line, out.cue))
        if len(kept) < had:
            where = next((score.beats[beat].chapter for beat in chapter if score.beats[beat].chapter), "")
            inside = f"in {where!r} " if where else ""
            notes.append(f"{had - len(kept)} of {had} spot effects {inside}are left out; --spots {had} plays all")
    if not gone:
        return score, notes
    beats = tuple(replace(beat, lines=tuple(
        replace(line, cues=tuple(cue for c, cue in enumerate(line.cues) if (b, n, c) not in gone)) if line.cues else line
        for n, line in enumerate(beat.lines))) for b, beat in enumerate(score.beats))
    return replace(score, beats=beats), notes


def _chapters(score: Score) -> Iterator[list[int]]:
    """The numbers of the beats of every chapter, or of every `CHAPTER_WORDS` of a longer one."""
    chapter: list[int] = []
    words = 0
    for number, beat in enumerate(score.beats):
        if chapter and (beat.chapter or words >= CHAPTER_WORDS):
            yield chapter
            chapter, words = [], 0
        chapter.append(number)
        words += sum(line.text.count(" ") + 1 for line in beat.lines)
    if chapter:
        yield chapter


def _spots_of(number: int, beat: Beat) -> list[_Spot]:
    tension = beat.tension[1] if any(beat.tension) else beat.intensity
    return [_Spot(number, n, c, cue.kind, tension) for n, line in enumerate(beat.lines) for c, cue in enumerate(line.cues)
            if cue.kind not in HELD]
