"""Where the bed of one beat gives way to the next: known before a word is spoken, so that what is woven does not hang on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audiodream.presets import Mood
from audiodream.score import Beat, Score
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES, s_to_frames

WORDS_A_SECOND = 2.6
"""To guess a beat's length from its words, so that a crossfade is known before the beat is spoken."""
LEAD_SHARE = 0.6
"""How much of a crossfade lies before the turn."""


def guessed_s(beat: Beat) -> float:
    """How long a beat is, by its words: before it is spoken nobody knows."""
    return sum(len(line.text.split()) for line in beat.lines) / WORDS_A_SECOND


def crossfade_frames(before: Beat, after: Beat, moods: Mapping[str, Mood]) -> int:
    """Length of the crossfade between two beats: the later mood's, and never more than 40 % of either's guessed length."""
    seconds = min(moods[after.mood].fade_s, 0.4 * guessed_s(before), 0.4 * guessed_s(after))
    return max(10, round(s_to_frames(seconds) / CONTROL_FRAMES)) * CONTROL_FRAMES


def lead_of(fade: int) -> int:
    """The part of a crossfade that lies before the turn, on the grid."""
    return round(fade * LEAD_SHARE / CONTROL_FRAMES) * CONTROL_FRAMES


@dataclass(frozen=True, slots=True)
class Edges:
    """Of a bed: its first frame and length as woven, its fades, and how much at either end is not heard."""

    first: int
    frames: int
    fade_in: int
    fade_out: int
    silent_in: int
    silent_out: int


def _longest(beat: Beat, moods: Mapping[str, Mood]) -> int:
    """The longest crossfade into a beat."""
    return max(10, round(s_to_frames(moods[beat.mood].fade_s) / CONTROL_FRAMES)) * CONTROL_FRAMES


def edges(placed: PlacedBeat, score: Score, moods: Mapping[str, Mood]) -> Edges:
    """Where a beat's bed is woven and heard. It is woven as for the longest crossfade that its mood and the next may have."""
    beats = score.beats
    lead = heard_in = tail = heard_out = 0
    fade_in, fade_out = s_to_frames(1.0), s_to_frames(2.5)
    if placed.number:
        fade_in = crossfade_frames(beats[placed.number - 1], placed.beat, moods)
        lead, heard_in = lead_of(_longest(placed.beat, moods)), lead_of(fade_in)
    if not placed.last:
        after = beats[placed.number + 1]
        fade_out, longest = crossfade_frames(placed.beat, after, moods), _longest(after, moods)
        tail, heard_out = longest - lead_of(longest), fade_out - lead_of(fade_out)
    first = placed.start - lead
    return Edges(first, placed.end + tail - first, fade_in, fade_out, lead - heard_in, tail - heard_out)
