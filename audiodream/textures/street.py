"""A street some way off: the rumble of a town, and cars that pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import BLOCK_POINTS, Walk, to_frames, whole_block
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

TOWN = {25.0: -12.0, 50.0: 0.0, 120.0: -2.0, 400.0: -10.0, 1000.0: -14.0, 2500.0: -28.0, 8000.0: -50.0}
TYRES = {60.0: -14.0, 200.0: -8.0, 500.0: -3.0, 900.0: 0.0, 1600.0: -3.0, 3500.0: -16.0, 9000.0: -40.0}
LANES = 3


@dataclass(frozen=True)
class Street(Texture):
    """Traffic: engines far off as one rumble, tyres as a band about 900 Hz that swells and crosses from side to side.

    Source: Sandberg & Ejsmont, Tyre/road noise reference book (2002), for the band; level of a passing point source, 1 / (d^2 + v^2 t^2).
    """

    name: ClassVar[str] = "street"
    factor: ClassVar[int] = 2
    imitates: ClassVar[tuple[str, ...]] = ("Traffic noise, roadway noise", "Car passing by", "Car", "Motor vehicle (road)")
    traffic: Ramp = ramp(0.3, 0.8, low=0, high=1, unit="", more="more cars, which pass nearer")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        town, breath, town_shape, tyre_shape = NoiseLoom(rng, top_hz=24_000.0, factor=2), Walk(rng, 0.3), shape_of(TOWN), shape_of(TYRES)
        lanes = [NoiseLoom(rng, top_hz=10_000.0, width=0.3, factor=2) for _ in range(LANES)]
        nearest = [rng.uniform(0.0, 4.0) + 3.0 * k for k in range(LANES)]
        cars = [_car(rng) for _ in range(LANES)]
        time_s = np.arange(BLOCK_POINTS) * (CONTROL_FRAMES / RATE_HZ)
        for start, frames in course.blocks():
            traffic = whole_block(course.control(self.traffic, start, frames))
            out = town.block(town_shape)
            out = apply_gain(out, to_frames((0.03 + 0.02 * traffic) * np.exp(0.15 * breath.block()[0]), 2))
            for k, lane in enumerate(lanes):
                distance_s, way, loud = cars[k]
                away = (time_s - nearest[k]) / distance_s
                level = loud * (0.3 + traffic) / (1.0 + away * away)
                place = (way * np.arctan(away) / np.pi * 1.4 + 1.0) * np.pi / 4.0
                out += lane.block(tyre_shape) * to_frames(np.stack([np.cos(place), np.sin(place)]) * level, 2).T
                nearest[k] -= BLOCK_FRAMES / RATE_HZ
                if nearest[k] < -7.0 * distance_s:
                    nearest[k] = 7.0 * cars[k][0] + float(rng.exponential(5.0 - 4.0 * float(traffic.mean())))
                    cars[k] = _car(rng)
            yield out * np.float32(1.27)


def _car(rng: np.random.Generator) -> tuple[float, float, float]:
    """How many seconds its nearness lasts, the way it goes, how loud it is."""
    return float(rng.uniform(0.9, 2.2)), float(rng.choice([-1.0, 1.0])), float(0.03 * np.exp(rng.normal(0.0, 0.35)))
