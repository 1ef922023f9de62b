"""The sound of a room in which nothing sounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import Glide, Walk, bounded, to_frames
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bump, shape_of, sloped
from audiodream.textures.texture import Course, Texture

_LEVEL, _HOP, _FACTOR = 0.032, 4800, 4


@dataclass(frozen=True)
class RoomTone(Texture):
    """1/f^1.2 noise under 4 kHz, with a few faint modes of the room's own and air that hardly moves (our own). A chamber is small,
    dull and still; a hall large and airy; a stage at night between. Meant to be always on, at some -62 dBFS RMS."""

    name: ClassVar[str] = "room-tone"
    factor: ClassVar[int] = _FACTOR

    colour: Ramp = ramp(0.5, 0.5, low=0, high=1, unit="", more="turns a muffled chamber into an airy hall")
    size_m: float = fixed(8.0, low=2, high=60, unit="m", more="lowers the modes of the room")
    modes: float = fixed(0.5, low=0, high=1, unit="", more="lets the room's own tones stand out of the noise")
    stir: float = fixed(0.2, low=0, high=1, unit="", more="lets the air move")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        noise, move = NoiseLoom(rng, _HOP, factor=_FACTOR), Walk(rng, 0.15)
        colour = Glide(0.5)
        dull = sloped(-5.5, 40, 900, _HOP)[:noise.bins] ** 2
        airy = shape_of({20: -20, 50: 0, 200: -5, 1000: -14, 4000: -27, 8000: -48}, _HOP)[:noise.bins] ** 2
        lowest = 171.5 / self.size_m
        own = 1.0 + 2.5 * self.modes * sum(bump(lowest * float(k), 14.0, _HOP, noise.bins) for k in rng.uniform(2.0, 16.0, 7))
        for start, frames in course.blocks():
            bright = float(colour.block(course.control(self.colour, start, frames))[50])
            shape = np.sqrt((1.0 - bright) * dull + bright * airy) * own
            gain_db = 3.0 * self.stir * bounded(move.block()[0])
            yield noise.block(np.asarray(shape, np.float32), to_frames(_LEVEL * np.exp2(gain_db / 6.0206), _FACTOR))
