"""A glide that rises for ever and never arrives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_STEPS, Glide, Walk, bounded
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.textures.texture import Course, Texture
from audiodream.tones import STEP_S, PartialBank

OCTAVES = 8
_LEVEL = 0.02706
_PANS = np.array([0.9, -0.9, -0.75, 0.75])


@dataclass(frozen=True)
class Shepard(Texture):
    """Octave partials under a bell over log frequency, all rising together; each enters unheard below and leaves unheard above
    (Shepard 1964, Risset 1969). Sung twice by two players a few cents apart, the second pair a fifth above. Every partial
    breathes by itself, so that no octave rises quite as the one before."""

    name: ClassVar[str] = "shepard"
    factor: ClassVar[int] = 4

    rate_oct: Ramp = ramp(0.04, 0.16, low=-0.5, high=0.5, unit="oct/s", more="rises faster; below 0 it falls")
    fifth: Ramp = ramp(0.5, 0.3, low=0, high=1, unit="", more="strengthens the pair a fifth above")
    centre_hz: float = fixed(330.0, low=100, high=1000, unit="Hz", more="puts the glide's middle higher")
    width_oct: float = fixed(1.1, low=0.5, high=2, unit="oct", more="lets more octaves sound at once")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        bank = PartialBank(rng, 4 * OCTAVES, 4)
        cents, breath = Walk(rng, 0.08, 4), Walk(rng, 0.15, 4 * OCTAVES)
        rate, fifth = Glide(0.5), Glide(0.5)
        lowest = np.log2(course.root_hz / 4)
        risen = 0.0
        above = np.log2(np.array([1.0, 1.0, 1.5, 1.5]))[:, None, None]
        octaves = np.arange(OCTAVES)[:, None]
        for start, frames in course.blocks():
            speed = rate.block(course.control(self.rate_oct, start, frames)).astype(np.float64)
            path = risen + np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) * (0.5 * STEP_S))])
            risen = float(path[BLOCK_STEPS])
            # a partial that comes round does so between blocks, where it is silent: within a block it may run over the edge
            whole = np.floor((octaves + above + path[0]) / OCTAVES) * OCTAVES
            height = lowest + (octaves + above + path) - whole
            detune = (np.array([-3, 3, 4, -4])[:, None] + 2.0 * cents.block()) / 1200
            hz = np.exp2(height + detune[:, None])
            bell = np.exp2(-0.7213475 * ((height - np.log2(self.centre_hz)) / self.width_oct) ** 2)
            edge = np.clip(np.minimum(height - lowest, lowest + OCTAVES - height) / 0.4, 0.0, 1.0)
            mid = (bell * edge).astype(np.float32) * (1.0 + 0.5 * bounded(breath.block())).reshape(4, OCTAVES, -1)
            mid[2:] *= fifth.block(course.control(self.fifth, start, frames))
            side = mid * _PANS[:, None, None].astype(np.float32) * np.clip((hz - 125) / 50, 0, 1).astype(np.float32)
            hz = np.minimum(hz, 4700.0)
            flat = (4 * OCTAVES, -1)
            yield bank.block(hz.reshape(flat), mid.reshape(flat), side.reshape(flat)) * np.float32(_LEVEL)
