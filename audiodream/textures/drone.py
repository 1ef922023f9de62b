"""A drone whose roughness follows the tension: the same six notes, consonant at rest, drawn together into a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.harmony import tension_chord
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.tones import Ensemble

HARMONICS = 5
_LEVEL, _HOP = 0.0265, 2400
_WEIGHTS = np.array([0.9, 1.0, 0.8, 0.8, 0.6, 0.55, 0.5], np.float32)[:, None]
_FLOOR = np.full((1, BLOCK_POINTS), 0.5)


@dataclass(frozen=True)
class Drone(Texture):
    """Six notes of five harmonics over half the root, two players a note; the ramp of tension goes by roughness (Sethares 1993)."""

    name: ClassVar[str] = "drone"
    factor: ClassVar[int] = 4

    tension: Ramp = ramp(0.15, 0.85, low=0, high=1, unit="", more="draws the notes from a wide consonance into a rough cluster")
    bright_hz: Ramp = ramp(700, 2600, low=100, high=6000, unit="Hz", more="opens the tone")
    breath: Ramp = ramp(0.25, 0.4, low=0, high=1, unit="", more="lets more bowed, breathy noise through at the notes")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        players = Ensemble(rng, 7, HARMONICS, factor=4)
        air, swell, wander = NoiseLoom(rng, _HOP, factor=4), Walk(rng, 0.1), Walk(rng, 0.06)
        tension, bright, breath = Glide(0.5), Glide(0.5), Glide(0.5)
        colour = sloped(-4.5, 80, 3000, _HOP)[:air.bins]
        for start, frames in course.blocks():
            chord = tension_chord(tension.block(course.control(self.tension, start, frames)))
            hz = bright.block(course.control(self.bright_hz, start, frames)) * np.exp2(0.4 * bounded(wander.block()[0]))
            sound = players.block(root * np.concatenate([_FLOOR, chord.T]), _WEIGHTS, hz)
            shape = colour * sum(bump(root * float(r), 14.0, _HOP, air.bins) for r in chord[50])
            blown = to_frames(breath.block(course.control(self.breath, start, frames)) * (1.0 + 0.5 * bounded(swell.block()[0])), 4)
            sound += air.block(shape, np.float32(3.0) * blown)
            yield sound * np.float32(_LEVEL)
