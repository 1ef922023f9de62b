"""The ear that rings after a blow, while the world goes dull."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import Glide, Walk, bounded, to_frames
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.tones import PartialBank

_LEVEL, _HOP = 0.0559, 4800
_TONE = 0.010
"""Keeps the ringing itself under -30 LUFS at the texture's own level, whatever the knobs."""


def ringing_hz(root_hz: float) -> float:
    """The octave of the root, or of its fifth, that lies nearest to 6 kHz."""
    found: list[float] = [root_hz * fifth * 2 ** octave for fifth in (1.0, 1.5) for octave in range(4, 8)]
    return float(min(found, key=lambda hz: abs(math.log(hz / 6000.0))))


@dataclass(frozen=True)
class Ringing(Texture):
    """Three tones near 6 kHz, 12 Hz apart and a third higher (6000, 6012 and 7480 Hz, here tuned to the root), over a
    muffled world. The tones stay under -30 LUFS: a bed that raises this texture above -23 LUFS raises them too."""

    name: ClassVar[str] = "ring"
    factor: ClassVar[int] = 2

    tone: Ramp = ramp(0.6, 1.0, low=0, high=1, unit="", more="makes the ear ring louder")
    dull: Ramp = ramp(1.0, 1.0, low=0, high=2, unit="", more="makes the muffled world louder")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, hz = course.rng, ringing_hz(course.root_hz)
        bank, noise = PartialBank(rng, 4, 2), NoiseLoom(rng, _HOP, top_hz=4000, factor=2)
        wander, breath, heave = Walk(rng, 0.08), Walk(rng, 0.3, 4), Walk(rng, 0.25)
        tone, dull = Glide(1.0), Glide(0.5)
        muffled = shape_of({20: -18, 45: 0, 160: -3, 400: -10, 800: -30, 1600: -55, 4000: -80}, _HOP)
        strengths = np.array([[1.0], [0.6], [0.35], [0.15]]) * _TONE / _LEVEL
        sides = np.array([[0.9], [-0.9], [-0.6], [0.8]], np.float32)
        pitches = hz * np.array([[1.0], [1.0003], [1.002], [1.2467]])
        for start, frames in course.blocks():
            loud = tone.block(course.control(self.tone, start, frames))
            mid = (strengths * loud * (1.0 + 0.25 * bounded(breath.block()))).astype(np.float32)
            sound = bank.block(pitches * (1.0 + 0.0002 * wander.block()), mid, mid * sides)
            world = dull.block(course.control(self.dull, start, frames)) * (1.0 + 0.35 * bounded(heave.block()[0]))
            sound += noise.block(muffled, to_frames(world, 2))
            yield sound * np.float32(_LEVEL)
