"""The sea: waves that build, break and run back over the shore."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, control_points
from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, Walk, to_frames, whole_block
from audiodream.grains import Sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bin_hz
from audiodream.textures.texture import Course, Texture
from audiodream.units import CONTROL_FRAMES, RATE_HZ


def _swell(rng: np.random.Generator, points: int) -> Sides:
    """How high the water stands at each side, (points, 2): waves of 6 to 11 s, which rise slowly, break and run out."""
    time_s = np.arange(points) * (CONTROL_FRAMES / RATE_HZ)
    height = np.zeros((points, 2))
    at_s = -rng.uniform(0.0, 9.0)
    while at_s < time_s[-1]:
        period_s, size, lag_s = rng.uniform(6.0, 11.0), np.exp(rng.normal(0.0, 0.25)), rng.uniform(-0.6, 0.6)
        for side in range(2):
            first = int(np.searchsorted(time_s, at_s + lag_s * side))
            last = int(np.searchsorted(time_s, at_s + 3.0 * period_s))
            t = time_s[first:last] - at_s - lag_s * side
            rise_s = period_s * 0.4
            height[first:last, side] += size * np.where(t < rise_s, (np.maximum(t, 0.0) / rise_s) ** 2.2,
                                                        np.exp(-(t - rise_s) / (period_s * 0.28)))
        at_s += period_s
    return height.astype(np.float32)


@dataclass(frozen=True)
class Sea(Texture):
    """Surf: every wave opens the spectrum as it rises, and its foam comes with the break.

    Most of its energy lies round 300 Hz; more foam than that is heard as a waterfall. A wave takes 6 to 11 s, two fifths of which it rises.
    """

    name: ClassVar[str] = "sea"
    factor: ClassVar[int] = 2
    imitates: ClassVar[tuple[str, ...]] = ("Ocean", "Waves, surf")
    surf: Ramp = ramp(0.3, 0.8, low=0, high=1, unit="", more="higher waves that break with more foam")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        loom, water = NoiseLoom(rng, top_hz=12_000.0, width=0.85, factor=2), Walk(rng, 3.0, 2)
        hz = np.maximum(bin_hz()[:loom.bins], 1.0).astype(np.float32)[None]
        height = _swell(rng, control_points(course.frames) + BLOCK_POINTS)
        at = np.arange(loom.hops) * BLOCK_STEPS // loom.hops
        for start, frames in course.blocks():
            surf = whole_block(course.control(self.surf, start, frames))
            now = height[start // CONTROL_FRAMES:][:BLOCK_POINTS] * (0.6 + 0.8 * surf[:, None])
            now /= np.sqrt(1.0 + (now / 1.2) ** 2)
            high = now.mean(axis=1).astype(np.float32)[at, None]
            body_hz = 260.0 * 2.0 ** (0.5 * high)
            shape = 1.0 / (1.0 + (0.7 * (hz / body_hz - body_hz / hz)) ** 2)
            shape += 0.3 / (1.0 + (hz / (900.0 * 2.0 ** high)) ** 2) / (1.0 + (100.0 / hz) ** 2)
            shape += 0.1 * surf[at, None] * high**2 / (1.0 + (1500.0 / hz) ** 4) / (1.0 + (hz / 8000.0) ** 4)
            level = 0.145 + 0.36 * now + 0.015 * water.block().T
            yield loom.block(shape.astype(np.float32)) * to_frames(np.maximum(level, 0.02).T, 2).T
