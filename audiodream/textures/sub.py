"""The floor under everything: half the root, felt more than heard, beating slowly against itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import Glide, Walk, bounded, to_frames
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import PartialBank

_LEVEL, _HOP = 0.1, 4800
_PARTIALS = np.array([1, 1, 2, 2, 3, 3, 4, 5, 6, 7], np.float64)
_STRENGTHS = np.array([1, 0.45, 0.25, 0.2, 0.12, 0.1, 0.05, 0.035, 0.025, 0.02], np.float32)
_SIGNS = np.array([-1, 1, 1, -1, -1, 1, 1, -1, 1, -1], np.float64)


@dataclass(frozen=True)
class Sub(Texture):
    """A pair of sines at half the root that beat 0.1 to 0.3 times a second, their second and third harmonics at -12 and -18 dB
    (our own), faint higher ones that small speakers can tell, and a slow rumble. Loudness meters read it 5 to 9 LU low."""

    name: ClassVar[str] = "sub"
    factor: ClassVar[int] = 8

    beat_hz: Ramp = ramp(0.12, 0.28, low=0.02, high=2, unit="Hz", more="lets the floor pulse faster")
    rumble: Ramp = ramp(0.08, 0.2, low=0, high=1, unit="", more="adds unquiet rumble to the tone")
    growl: Ramp = ramp(0.6, 1.5, low=0, high=4, unit="", more="lifts the harmonics, which small speakers need")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, base = course.rng, course.root_hz / 2
        bank, noise = PartialBank(rng, len(_PARTIALS), 8), NoiseLoom(rng, _HOP, factor=8)
        drift, breath, heave = Walk(rng, 0.05), Walk(rng, 0.15, len(_PARTIALS)), Walk(rng, 0.2)
        beat, rumble, growl = Glide(1.0), Glide(0.5), Glide(0.5)
        shape = 4.0 * sloped(-6, 25, 200, _HOP) * bump(0.8 * base, 1.2, _HOP)
        for start, frames in course.blocks():
            apart = beat.block(course.control(self.beat_hz, start, frames)) / 2
            hz = _PARTIALS[:, None] * (base * np.exp2(0.003 * drift.block()) + _SIGNS[:, None] * apart)
            strengths = _STRENGTHS[:, None] * (1.0 + 0.35 * bounded(breath.block()))
            strengths[2:] *= growl.block(course.control(self.growl, start, frames))
            side = strengths * np.where((np.arange(10) >= 4)[:, None], 0.7 * _SIGNS[:, None], 0.0).astype(np.float32)
            sound = bank.block(hz, strengths, side)
            heaving = rumble.block(course.control(self.rumble, start, frames)) * (1.0 + 0.7 * bounded(heave.block()[0]))
            sound += noise.block(shape, to_frames(heaving, 8))
            yield sound * np.float32(_LEVEL)
