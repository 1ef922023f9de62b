"""How many spot effects a chapter bears: who hears a sound on every noun soon hears none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from audiodream.as_read import own_cues
from audiodream.score import Beat, Score
from audiodream.score_words import bare

SPOTS = 10
"""Of a chapter: people who do this by hand set five to ten."""
CHAPTER_WORDS = 2500
"""A chapter longer than this counts as several."""
HELD = frozenset({"birds", "choir", "clock", "crowd-hum", "fire", "heartbeat", "hum", "hush", "insects", "murmur", "pulse", "rain",
                  "rumble", "silence", "stream", "train", "waves", "whispers", "wind"})
"""Kinds that are no spot effects: textures that stay for a while, and silence. They do not count."""


DROPPED = "dropped by the limit of sounds a chapter (--spots)"
NAMED = 4
"""So many of those that are left out are named in a note."""
At = tuple[int, int, int]
"""Where a cue stands: number of its beat, of its line there, and of the cue on that line."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A spot effect: its kind, the word that it is on, and how tense the story is there."""

    at: At
    kind: str
    word: str
    tension: float


def spotlit(score: Score, spots: int | None = None) -> tuple[Score, list[str]]:
    """The score with at most so many spot effects a chapter, and a note for each chapter that had more. The score itself, as it was read
    or written, keeps them all."""
    gone, notes = left_out(score, spots)
    if not gone:
        return score, notes
    beats = tuple(replace(beat, lines=tuple(
        replace(line, cues=tuple(cue for c, cue in enumerate(line.cues) if (b, n, c) not in gone)) if line.cues else line
        for n, line in enumerate(beat.lines))) for b, beat in enumerate(score.beats))
    return replace(score, beats=beats), notes


def left_out(score: Score, spots: int | None = None) -> tuple[frozenset[At], list[str]]:
    """The spot effects that are too many, and a note for each chapter that has more than so many (None: than `SPOTS`).

    What was heard in the chapter before goes first, the oftenest first, then what lies where the story is least tense. What a person wrote
    into the score, or left on a line whose cues were edited, is always heard and counts first. Where nobody knows what was read and what
    was written, nothing is left out unless `spots` is given.
    """
    most = SPOTS if spots is None else spots
    full = [(chapter, had) for chapter in _chapters(score)
            if len(had := [spot for beat in chapter for spot in _spots_of(beat, score.beats[beat])]) > most]
    own = own_cues(score) if full else frozenset()
    if own is None:
        if spots is None:
            return frozenset(), []
        own = frozenset()
    gone: set[At] = set()
    notes = []
    for chapter, had in full:
        out = _too_many(had, own, most)
        gone |= {spot.at for spot in out}
        if out:
            where = next((score.beats[beat].chapter for beat in chapter if score.beats[beat].chapter), "")
            notes.append(f"{len(out)} of {len(had)} spot effects {f'in {where!r} ' if where else ''}are left out: {_named(out)}; "
                         f"--spots {len(had)} plays all")
    return frozenset(gone), notes


def _too_many(had: Sequence[_Spot], own: Collection[tuple[int, int]], most: int) -> list[_Spot]:
    """Those of a chapter's that go, in the order of the story."""
    kept = list(had)
    while len(kept) > most and (may_go := [spot for spot in kept if spot.at[:2] not in own]):
        kept.remove(max(may_go, key=lambda one: (sum(other.kind == one.kind for other in kept), -one.tension, one.at)))
    return [spot for spot in had if spot not in kept]


def _named(out: Sequence[_Spot]) -> str:
    names = [f"{spot.kind} on {spot.word!r} (beat {spot.at[0] + 1})" for spot in out[:NAMED]]
    return ", ".join(names) + (f" and {len(out) - NAMED} more" if len(out) > NAMED else "")


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
    return [_Spot((number, n, c), cue.kind, "".join(map(bare, line.text.split()[cue.word:cue.word + 1])), tension)
            for n, line in enumerate(beat.lines) for c, cue in enumerate(line.cues) if cue.kind not in HELD]
