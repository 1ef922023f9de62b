"""A fire: flames that lap, wood that crackles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_STEPS, Walk, whole_block
from audiodream.grains import Strokes, between, bursts, moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track

FLAME = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -18.0, 10_000.0: -36.0}
HISS = {60.0: -6.0, 200.0: 0.0, 600.0: -2.0, 1000.0: -3.0, 4000.0: -6.0, 8000.0: -12.0, 14_000.0: -50.0}

_HOPS = (np.arange(40) * BLOCK_STEPS) // 40


@dataclass(frozen=True)
class Fire(Texture):
    """A wood fire: snaps of a few milliseconds, whose strengths span a wide range and which come in showers, over a low lapping of flames.

    The lapping has to stay far under the snaps: louder, the whole is heard as a thunderstorm with rain.
    Source: Farnell, Designing Sound (2010), ch. 34 (lapping, hissing, crackling).
    """

    name: ClassVar[str] = "fire"
    imitates: ClassVar[tuple[str, ...]] = ("Fire", "Crackle")
    blaze: Ramp = ramp(0.2, 0.8, low=0, high=1, unit="", more="embers, then a hearth, then a house")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        snaps = bursts(rng, between(rng, 1200.0, 7000.0, 150), 0.9, 0.005, 6.0)
        # flames and hiss are one noise whose spectrum moves, every 25 ms
        track, noise = Track(), NoiseLoom(rng, top_hz=12_000.0, width=1.0)
        spectra = np.stack([shape_of(FLAME), shape_of(HISS)]) ** 2
        lap, dry, showers = Walk(rng, 4.0), Walk(rng, 0.6), Strokes(rng)
        for start, frames in course.blocks():
            blaze = whole_block(course.control(self.blaze, start, frames))
            shower = showers.block(1.6 * (0.6 + blaze)).sum(axis=0)
            at = moments(rng, (15.0 + 420.0 * shower) * (0.6 + 0.6 * blaze))
            strength = np.minimum(np.exp(rng.normal(-1.9, 0.8, len(at))), 1.4)
            scatter(track, rng, snaps, at, sides(rng, len(at)) * strength[:, None])
            gains = np.stack([0.010 * np.exp(0.9 * blaze + 0.1 * lap.block()[0]), (0.001 + 0.007 * shower) * np.exp(0.3 * dry.block()[0])])
            blown = noise.block(np.sqrt((gains[:, _HOPS] ** 2).T @ spectra).astype(np.float32))
            yield ((track.block() + blown) * np.float32(1.14))[:frames]
