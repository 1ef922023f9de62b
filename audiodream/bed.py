"""One bed: layers woven block by block, and the fades with which it comes and goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from audiodream.audio import Audio, Curve, Stream, apply_gain, curve_to_frames
from audiodream.knobs import Ramp, turned
from audiodream.rates import Rates
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.units import CONTROL_FRAMES


@dataclass(slots=True)
class Bed:
    """One beat's share of the ambience on the timeline: woven layers, and fades at either end.

    It is woven from `start` on and heard for `frames`, but for the first `silent_in`: how long the fades are does not move what is
    woven. sounds: one for every rate at which a layer of it is woven, by factor.
    """

    start: int
    frames: int
    fade_in: int
    fade_out: int
    sounds: Mapping[int, Stream]
    silent_in: int = 0
    gives_way: bool = False
    """Whether it steps back for a presence."""
    at: int = 0

    def read(self, frames: int) -> Rates:
        """The next frames of the bed, counted at the session's rate: whole control points, but at its end."""
        n = min(frames, self.frames - self.at)
        out = {factor: self.sounds[factor].read(-(-n // factor)) for factor in [*self.sounds][::-1]}
        for factor, sound in out.items():
            self._fade(sound, factor)
        self.at += n
        return out

    def _fade(self, out: Audio, factor: int) -> None:
        """Equal power: two beds that cross keep their level."""
        end = self.at + len(out) * factor
        rising = min(len(out), -(-(self.silent_in + self.fade_in - self.at) // factor))
        if rising > 0:
            at = self.at + factor * (np.arange(rising) + 0.5)
            rise = np.clip((at - self.silent_in) / max(1, self.fade_in), 0, 1)
            out[:rising] = apply_gain(out[:rising], np.sin((rise * np.pi / 2).astype(np.float32)))
        falling = min(len(out), -(-(end - (self.frames - self.fade_out)) // factor))
        if falling > 0:
            left = self.frames - (end - factor * (np.arange(falling)[::-1] + 0.5))
            fall = np.sin((np.clip(left / max(1, self.fade_out), 0, 1) * np.pi / 2).astype(np.float32))
            out[len(out) - falling:] = apply_gain(out[len(out) - falling:], fall)


UNHEARD = 1e-5
"""A layer whose gate stays shut all along its bed need not be woven."""
Part = tuple[str, Mapping[str, float | Ramp], Course, Curve]
"""A texture, its knobs, the course it follows, and its gain."""


def by_rate(parts: Sequence[Part]) -> dict[int, list[Part]]:
    """Those of the parts that are heard, by the factor of their rate."""
    found: dict[int, list[Part]] = {}
    for part in parts:
        if part[3].max() > UNHEARD:
            found.setdefault(TEXTURES[part[0]].factor, []).append(part)
    return found


def woven(parts: Sequence[Part], frames: int) -> Iterator[Audio]:
    """Textures of one rate with their knobs, each along its course and under its gain, summed block by block at that rate.

    frames: at the session's rate; what the courses hold beyond, up to a block, is not woven.
    """
    factor = TEXTURES[parts[0][0]].factor
    blocks = [turned(TEXTURES[texture], knobs).weave(course) for texture, knobs, course, _ in parts]
    for start, length in parts[0][2].blocks():
        if start >= frames:
            return
        n, point = -(-length // factor), start // CONTROL_FRAMES
        out, *others = (apply_gain(next(layer)[:n], curve_to_frames(gain[point:], n, factor))
                        for layer, (*_, gain) in zip(blocks, parts, strict=True))
        for other in others:
            out += other
        yield out
