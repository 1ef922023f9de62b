"""Stems: voice, ambience and effects as sound, pulled window by window and never whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from audiodream.ambience import Ambience
from audiodream.audio import Audio
from audiodream.looms import Looms
from audiodream.score import Score
from audiodream.spots import Spots
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.strength import span_of
from audiodream.timeline import PlacedBeat
from audiodream.units import BLOCK_FRAMES, s_to_frames
from audiodream.voice_stem import VoiceStem


@dataclass(slots=True)
class Window:
    """A stretch of all stems from an absolute frame on."""

    start: int
    voice: Audio
    ambience: Audio
    struck: Audio
    """Effects that happen and are over."""
    lasting: Audio
    """Effects that go on while somebody speaks, such as applause."""

    @property
    def frames(self) -> int:
        return len(self.voice)


WINDOW_FRAMES = 5 * BLOCK_FRAMES


class Stems:
    """All stems, walked along the timeline in windows."""

    def __init__(self, score: Score, staging: Staging, beats: Iterator[PlacedBeat], store: Store | None = None,
                 looms: Looms | None = None) -> None:
        self._beats = beats
        self.ambience, self.voice = Ambience(score, staging, store, looms), VoiceStem(staging)
        self.effects = Spots(staging, store, span_of(score.beats), looms)
        self.placed: deque[PlacedBeat] = deque()
        self.spoken: deque[tuple[int, int]] = deque()
        self._laid_to, self._done = 0, False
        self._margin = s_to_frames(max((mood.fade_s for mood in staging.moods.values()), default=3.0)) + s_to_frames(8.0)

    def _take_in(self, frame: int) -> None:
        """Place beats until everything that sounds before `frame` has been placed; a swell reaches back up to 8 s."""
        while not self._done and self._laid_to < frame + self._margin:
            placed = next(self._beats, None)
            if placed is None:
                self._done = True
                break
            self.ambience.place(placed)
            self.effects.place(placed)
            self.voice.place(placed)
            self.placed.append(PlacedBeat(placed.number, placed.beat, placed.start, placed.end, (), placed.cues, placed.last))
            self.spoken.extend((clip.start, clip.end) for clip in placed.clips)
            self._laid_to = placed.end

    def windows(self) -> Iterator[Window]:
        at = 0
        while True:
            self._take_in(at + WINDOW_FRAMES)
            frames = min(WINDOW_FRAMES, self._laid_to - at) if self._done else WINDOW_FRAMES
            if frames <= 0:
                return
            yield Window(at, self.voice.read(frames), self.ambience.read(frames), *self.effects.read(frames))
            at += frames
