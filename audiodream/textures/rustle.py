"""Rustling: cloth, programmes, people who shift in their seats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.dsp import NoiseLoom, Track, shape_of, to_frames, whole_block
from audiodream.grains import Strokes, between, bursts, moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.textures.texture import Course, Texture

CLOTH = {60.0: -6.0, 200.0: 0.0, 600.0: -2.0, 1000.0: -3.0, 4000.0: -6.0, 8000.0: -12.0, 14_000.0: -50.0}
ROOM = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -18.0, 10_000.0: -36.0}


@dataclass(frozen=True)
class Rustle(Texture):
    """Fibres and paper that rub: noise between 0.5 and 8 kHz in strokes of the hand, grained by single fibres that let go."""

    name: ClassVar[str] = "rustle"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Shuffle", "Scratch", "Crumpling, crinkling", "Rustling leaves", "Tearing", "Rub")
    stir: Ramp = ramp(0.3, 0.9, low=0, high=1, unit="", more="more hands and coats that move")
    paper: Ramp = ramp(0.4, 0.5, low=0, high=1, unit="", more="less cloth, more paper: crisper grains")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, track = course.rng, Track()
        fibres = bursts(rng, between(rng, 1200.0, 7000.0, 150), 0.9, 0.005, 6.0)
        cloth, gestures, spectrum = NoiseLoom(rng, top_hz=14_000.0, width=1.0), Strokes(rng), shape_of(CLOTH)
        air, air_shape = NoiseLoom(rng, width=1.0), shape_of(ROOM)
        for start, frames in course.blocks():
            stir, paper = (whole_block(course.control(knob, start, frames)) for knob in (self.stir, self.paper))
            moved = gestures.block(3.0 * stir)
            at = moments(rng, (15.0 + 500.0 * paper * moved.sum(axis=0)) * (0.3 + stir))
            scatter(track, rng, fibres, at, sides(rng, len(at)) * np.exp(rng.normal(-2.8, 0.8, len(at)))[:, None])
            soft = cloth.block(spectrum) * to_frames(0.02 * moved * (1.2 - paper)).T
            yield (track.block() + soft + apply_gain(air.block(air_shape), to_frames(0.004 + 0.004 * stir)))[:frames]
