"""What every texture is: knobs, and one verb that weaves sound for as long as it is asked to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Curve, Stream, control_points, curve_to_frames
from audiodream.knobs import Ramp
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES
from audiodream.upsampler import Upsampler


@dataclass(frozen=True, slots=True)
class Course:
    """What a texture follows from its first frame to its last.

    frames: its whole length. intensity: 0..1, a control curve over that length (`audio.control_points(frames)` values).
    arousal: 0..1, likewise. root_hz: the story's tonal centre (about 98 to 147 Hz), on which everything pitched is built.
    turn_frame: where the story turns (a riser peaks there); `frames` when there is no turn inside. rng: this layer's own.
    begin_frame: where the beat itself begins, after what is heard of it in the crossfade (a release resolves from there).
    """

    frames: int
    intensity: Curve
    arousal: Curve
    root_hz: float
    turn_frame: int
    rng: np.random.Generator
    begin_frame: int = 0

    @staticmethod
    def steady(frames: int, intensity: float, seed: int, *, arousal: float | None = None, root_hz: float = 110.0) -> Course:
        """A course of one intensity, for previews and tests."""
        points = control_points(frames)
        return Course(frames, np.full(points, intensity, np.float32),
                      np.full(points, intensity if arousal is None else arousal, np.float32), root_hz, frames,
                      np.random.default_rng(seed))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """First frame and length of every block of `BLOCK_FRAMES` (the last may be shorter)."""
        for start in range(0, self.frames, BLOCK_FRAMES):
            yield start, min(BLOCK_FRAMES, self.frames - start)

    def control(self, knob: Ramp, start: int, frames: int) -> Curve:
        """The knob's control values over a block that starts on a control point."""
        first = start // CONTROL_FRAMES
        part = self.intensity[first:first + control_points(frames)]
        return (knob[0] + (knob[1] - knob[0]) * part).astype(np.float32)

    def follow(self, knob: Ramp, start: int, frames: int) -> Curve:
        """The knob's value at every frame of a block, shape (frames,)."""
        return curve_to_frames(self.control(knob, start, frames), frames)


@dataclass(frozen=True)
class Texture:
    """A continuous stereo sound. A subclass is a frozen dataclass of knobs with `name` and `weave`.

    Level: at its default knobs and intensity 0.5 a texture has about -23 LUFS (a drone below 120 Hz: -20 dBFS RMS), so that
    levels in presets mean the same for all.
    Left and right are decorrelated above 120 Hz and nearly alike below it; a mono sum loses at most 3 dB.
    """

    name: ClassVar[str]
    imitates: ClassVar[tuple[str, ...]] = ()
    """AudioSet class names by which one who knows only the real thing would recognise it; empty where nothing real is imitated."""
    ends_itself: ClassVar[bool] = False
    """True where it is aimed at the turn and has gone after it: the fade of its bed does not touch it before."""

    factor: ClassVar[int] = 1
    """It is woven at RATE_HZ / factor (1, 2, 4 or 8), whole up to 0.4 of that rate; whoever sums many brings them all up at once."""

    def weave(self, course: Course) -> Iterator[Audio]:
        """Blocks of (n, 2) at RATE_HZ / factor that last for `course.frames`, or longer: the same course, the same samples. No state
        outlives the call."""
        raise NotImplementedError

    def stream(self, course: Course) -> Stream:
        """The whole of it at RATE_HZ, where it is late by 12 of its own frames if it is woven at less."""
        if self.factor == 1:
            return Stream(course.frames, self.weave(course))
        up = Upsampler(self.factor)
        return Stream(course.frames, (up.run(block) for block in self.weave(course)))
