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

CLOTH = {60.0: -40.0, 150.0: -10.0, 800.0: -8.0, 1500.0: -4.0, 2500.0: 0.0, 5500.0: -5.0, 8000.0: -16.0, 14_000.0: -45.0}
LEVEL = 0.038
ROOM = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -18.0, 10_000.0: -36.0}


@dataclass(frozen=True)
class Rustle(Texture):
    """Coats and sleeves: soft strokes of a hand, one after another with stillness between, fibres that hiss between 1 and 6 kHz over
    the dull folds behind them; with paper, single fibres that let go; around all that the air of the room.

    Showers of grains are heard as rain and fire, strokes that overlap as a crowd of sparks: cloth is heard where it rests between.
    """

    name: ClassVar[str] = "rustle"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Shuffle", "Scratch", "Crumpling, crinkling", "Rustling leaves", "Tearing", "Rub")
    stir: Ramp = ramp(0.3, 0.9, low=0, high=1, unit="", more="more hands and coats that move")
    paper: Ramp = ramp(0.0, 0.1, low=0, high=1, unit="", more="less cloth, more paper: crisper grains")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, track = course.rng, Track()
        fibres = bursts(rng, between(rng, 1200.0, 7000.0, 150), 0.9, 0.005, 6.0)
        cloth, gestures, spectrum = NoiseLoom(rng, 480, top_hz=14_000.0, width=1.0), Strokes(rng), shape_of(CLOTH, 480)
        air, air_shape = NoiseLoom(rng, width=1.0), shape_of(ROOM)
        for start, frames in course.blocks():
            stir, paper = (whole_block(course.control(knob, start, frames)) for knob in (self.stir, self.paper))
            moved = gestures.block(1.4 * stir) ** 0.6
            at = moments(rng, 500.0 * paper**2 * moved.sum(axis=0))
            scatter(track, rng, fibres, at, sides(rng, len(at)) * np.exp(rng.normal(-2.8, 0.8, len(at)))[:, None])
            soft = cloth.block(spectrum) * to_frames(LEVEL * moved * (1.2 - paper)).T
            yield (track.block() + soft + apply_gain(air.block(air_shape), to_frames(0.045 * LEVEL * (0.5 + stir))))[:frames]
