"""When: every take, cue and turn on the frame at which it stands.

The timeline is laid beat by beat while voices still speak: a beat is placed as soon as its own takes are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audiodream.score import Beat, Cue, Line, Score
from audiodream.take import Take
from audiodream.units import CONTROL_FRAMES, s_to_frames

HEAD_S = 2.0
"""The room before the first word."""
TAIL_S = 4.0
"""The room after the last word."""
TURN_SHARE = 0.45
"""Where in the pause between two beats the turn lies: what follows has begun when the next word is spoken."""
CUE_DELAY_FRAMES = s_to_frames(0.03)
"""A sound lands just after the word has begun: the ear hears the word first."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A take on the timeline."""

    line: Line
    take: Take
    start: int

    @property
    def end(self) -> int:
        return self.start + self.take.frames

    def word_start(self, word: int) -> int:
        """Frame at which a word of the line begins."""
        times = self.take.words
        return self.start + (s_to_frames(times[min(word, len(times) - 1)].start_s) if times else 0)


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue on the frame on which it is heard."""

    cue: Cue
    frame: int


@dataclass(frozen=True, slots=True)
class PlacedBeat:
    """A beat with its place in time. start and end are turns, on whole control points; they tile the timeline."""

    number: int
    beat: Beat
    start: int
    end: int
    clips: tuple[Clip, ...]
    cues: tuple[PlacedCue, ...]
    last: bool

    @property
    def frames(self) -> int:
        return self.end - self.start


def _on_grid(frame: float) -> int:
    return round(frame / CONTROL_FRAMES) * CONTROL_FRAMES


def lay(score: Score, takes: Iterator[Take], pause_s: Callable[[Beat, Line], float]) -> Iterator[PlacedBeat]:
    """Every beat of the score in order, placed. `takes` gives one take for every line, in order; `pause_s` the pause after a line."""
    head = s_to_frames(HEAD_S)
    start, speech_at = 0, head
    for number, beat in enumerate(score.beats):
        clips: list[Clip] = []
        cues: list[PlacedCue] = []
        gap = 0
        for line in beat.lines:
            take = next(takes)
            # a beat starts on the grid, and its lines at offsets of their own from there: what stands before it does not move them
            clip = Clip(line, take, speech_at)
            clips.append(clip)
            cues += [PlacedCue(cue, clip.word_start(cue.word) + CUE_DELAY_FRAMES) for cue in line.cues]
            gap = _on_grid(s_to_frames(pause_s(beat, line)))
            speech_at = clip.end + gap
        last = number == len(score.beats) - 1
        spoken_to = speech_at - gap
        end = _on_grid(spoken_to + (s_to_frames(TAIL_S) if last else gap * TURN_SHARE))
        end = max(end, start + CONTROL_FRAMES)
        yield PlacedBeat(number, beat, start, end, tuple(clips), tuple(cues), last)
        # the pause that is left lies in the next beat, counted from its turn
        start, speech_at = end, end + round(gap * (1 - TURN_SHARE))
