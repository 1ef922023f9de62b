"""A warm chord that never stands still."""

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
from audiodream.tones import Ensemble

_LEVEL, _HOP = 0.02371, 4800
NOTES = np.array([0.5, 1.0, 1.5, 2.0, 3.0, 2.4, 2.5, 2.25, 10 / 3])
"""Root, fifth and octaves; minor and major third; ninth and sixth, which come and go."""
_WEIGHTS = np.array([0.6, 1.0, 0.8, 0.8, 0.4, 0.6, 0.6, 0.35, 0.3], np.float32)[:, None]


@dataclass(frozen=True)
class Pad(Texture):
    """Nine just notes over the root, two players each, detuned and breathing; the colours over the chord come and go within tens of
    seconds (harmony moves slowly: Farbood and Upham 2013). Mode carries the valence (Eerola, Friberg and Bresin 2013)."""

    name: ClassVar[str] = "pad"
    factor: ClassVar[int] = 4

    mode: Ramp = ramp(0.9, 0.9, low=0, high=1, unit="", more="turns minor (0) through an open chord (0.5) to major (1)")
    bright_hz: Ramp = ramp(700, 1800, low=100, high=6000, unit="Hz", more="opens the tone")
    colour: Ramp = ramp(0.5, 0.9, low=0, high=1, unit="", more="lets the ninth and the sixth come through")
    air: Ramp = ramp(0.25, 0.4, low=0, high=1, unit="", more="mixes in more breath at the notes")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        players = Ensemble(rng, len(NOTES), 6, slope=1.25, detune_cents=9.0, breath=0.6, factor=4)
        noise = NoiseLoom(rng, _HOP, factor=4)
        colours, swell, wander = Walk(rng, 0.04, 2), Walk(rng, 0.1, len(NOTES)), Walk(rng, 0.06)
        mode, bright, colour, air = Glide(1.0), Glide(0.5), Glide(1.0), Glide(0.5)
        notes = (root * NOTES)[:, None]
        shape = 12.0 * sloped(-4.0, 150, 4000, _HOP) * sum(bump(root * float(r) * o, 60.0, _HOP) for r in NOTES[2:5] for o in (1, 2, 4))
        for start, frames in course.blocks():
            gains = _WEIGHTS * (1.0 + 0.5 * bounded(swell.block()))
            third = mode.block(course.control(self.mode, start, frames))
            gains[5] *= np.clip(1.0 - 2.0 * third, 0.0, 1.0)
            gains[6] *= np.clip(2.0 * third - 1.0, 0.0, 1.0)
            gains[7:] *= colour.block(course.control(self.colour, start, frames)) * (0.5 + 0.5 * bounded(1.5 * colours.block()))
            gains[8] *= np.clip(2.0 * third - 0.6, 0.0, 1.0)
            hz = bright.block(course.control(self.bright_hz, start, frames)) * np.exp2(0.5 * bounded(wander.block()[0]))
            sound = players.block(notes, gains, hz)
            sound += noise.block(shape, to_frames(air.block(course.control(self.air, start, frames)), 4))
            yield sound * np.float32(_LEVEL)
