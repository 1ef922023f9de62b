"""One bed: layers woven block by block, and the fades with which it comes and goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from audiodream.audio import Audio, Curve, Stream, apply_gain, curve_to_frames, silence
from audiodream.dsp import lowpass
from audiodream.knobs import Ramp, turned
from audiodream.recursive import STRIDE_FRAMES, Recursion
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.units import CONTROL_FRAMES

TOP_HZ = 11_500.0
"""No voice of ours has anything above; where a bed has, its grains are heard as ticks beside the words."""


@dataclass(slots=True)
class Bed:
    """One beat's share of the ambience on the timeline: woven layers, and fades at either end.

    It is woven from `start` on for `frames`; `silent_in` and `silent_out` frames of that are not heard, so that how long the fades
    are does not move what is woven.
    """

    start: int
    frames: int
    fade_in: int
    fade_out: int
    sound: Stream
    silent_in: int = 0
    silent_out: int = 0
    gives_way: bool = False
    """Whether it steps back for a presence."""
    at: int = 0

    def read(self, frames: int) -> Audio:
        """The next frames of the bed."""
        n = min(frames, self.frames - self.at)
        out = self.sound.read(n)
        self._fade(out)
        self.at += n
        return out

    def _fade(self, out: Audio) -> None:
        """Equal power: two beds that cross keep their level."""
        rising = min(len(out), self.silent_in + self.fade_in - self.at)
        if rising > 0:
            at = np.arange(self.at, self.at + rising) + 0.5
            rise = np.clip((at - self.silent_in) / max(1, self.fade_in), 0, 1)
            out[:rising] *= np.sin(rise * np.pi / 2).astype(np.float32)[:, None]
        falling = min(len(out), self.at + len(out) - (self.frames - self.silent_out - self.fade_out))
        if falling > 0:
            left = self.frames - self.silent_out - (np.arange(self.at + len(out) - falling, self.at + len(out)) + 0.5)
            out[len(out) - falling:] *= np.sin(np.clip(left / max(1, self.fade_out), 0, 1) * np.pi / 2).astype(np.float32)[:, None]


UNHEARD = 1e-5
"""A layer whose gate stays shut all along its bed need not be woven."""
Part = tuple[str, Mapping[str, float | Ramp], Course, Curve]
"""A texture, its knobs, the course it follows, and its gain."""


def woven(parts: Sequence[Part]) -> Iterator[Audio]:
    """Textures with their knobs, each along its course and under its gain, summed block by block."""
    streams = [(turned(TEXTURES[texture], knobs).stream(course), gain) for texture, knobs, course, gain in parts if gain.max() > UNHEARD]
    bright = any(TEXTURES[texture].top_hz > TOP_HZ for texture, _, _, gain in parts if gain.max() > UNHEARD)
    top = Recursion(lowpass(TOP_HZ, 8))
    for start, frames in parts[0][2].blocks():
        out = silence(frames)
        for stream, gain in streams:
            out += apply_gain(stream.read(frames), curve_to_frames(gain[start // CONTROL_FRAMES:], frames))
        if not bright:
            yield out
            continue
        short = -frames % STRIDE_FRAMES
        yield top.run(np.pad(out, ((0, short), (0, 0)))).T[:frames]
