"""The tension let go: the same six notes fall from the cluster into consonance on the same root, while the light opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.harmony import tension_chord
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bin_hz, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import Ensemble
from audiodream.units import CONTROL_FRAMES, s_to_frames
from audiodream.upsampler import Upsampler

HARMONICS = 6
_LEVEL, _HOP = 0.034, 2400
_FLOOR = np.full((1, BLOCK_POINTS), 0.5)
_WEIGHTS = np.array([0.7, 1.0, 0.8, 0.8, 0.75, 0.6, 0.55], np.float32)[:, None]


@dataclass(frozen=True)
class Release(Texture):
    """The ramp of tension backwards (Sethares 1993): tension to nothing over `resolve_s`, brightness from 800 Hz to `open_hz`, 5 dB
    softer within 1.5 s after. It begins on `course.begin_frame`, where the story has turned to it; afterwards it stays, a warm chord that
    breathes."""

    name: ClassVar[str] = "release"
    factor: ClassVar[int] = 2

    open_hz: Ramp = ramp(2500, 5000, low=800, high=12_000, unit="Hz", more="opens the light further")
    air: Ramp = ramp(0.2, 0.4, low=0, high=1, unit="", more="lets more breath and shine through")
    tension: float = fixed(0.85, low=0, high=1, unit="", more="starts from a rougher cluster")
    resolve_s: float = fixed(3.0, low=0.5, high=20, unit="s", more="resolves more slowly")

    def tension_at(self, seconds: float) -> float:
        """The tension so long after the release begins."""
        u = min(1.0, max(0.0, seconds / self.resolve_s))
        return self.tension * (1.0 - u * u * (3.0 - 2.0 * u))

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        players = Ensemble(rng, 7, HARMONICS, detune_cents=7.0, factor=4)
        air, up, swell, wander = NoiseLoom(rng, _HOP, top_hz=11_000, factor=2), Upsampler(2), Walk(rng, 0.12), Walk(rng, 0.07)
        opened, blown = Glide(0.5), Glide(0.5)
        begin = course.begin_frame
        slope = sloped(-5.0, 300, 9000, _HOP)[:air.bins]
        for start, frames in course.blocks():
            at_s = (start - begin + np.arange(BLOCK_POINTS) * CONTROL_FRAMES) / s_to_frames(1.0)
            u = np.clip(at_s / self.resolve_s, 0.0, 1.0)
            light = u * u * (3.0 - 2.0 * u)
            notes = np.concatenate([_FLOOR, tension_chord(self.tension * (1.0 - light)).T])
            hz = 800.0 * np.exp2(light * np.log2(opened.block(course.control(self.open_hz, start, frames)) / 800.0)
                                 + 0.3 * bounded(wander.block()[0]))
            fall = np.exp2(-5.0 / 6.0206 * np.clip((at_s - self.resolve_s) / 1.5, 0.0, 1.0))
            sound = up.run(players.block(root * notes, _WEIGHTS * fall, hz))
            breath = blown.block(course.control(self.air, start, frames)) * (0.2 + 0.8 * light) * fall
            breath *= 1.0 + 0.5 * bounded(swell.block()[0])
            shape = slope * sum(bump(root * float(r) * o, 25.0, _HOP, air.bins) for r in notes[1:, 50] for o in (2, 4))
            shape += 0.05 * slope * np.clip(bin_hz(_HOP)[:air.bins] / hz[50], 0.0, 1.0).astype(np.float32)
            sound += air.block(shape, to_frames(5.0 * breath, 2))
            yield sound * np.float32(_LEVEL)
