"""A fire: flames that lap, wood that crackles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.dsp import NoiseLoom, Track, Walk, shape_of, to_frames, whole_block
from audiodream.grains import between, bursts, moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.textures.texture import Course, Texture
from audiodream.units import BLOCK_FRAMES

FLAME = {20.0: -20.0, 50.0: 0.0, 200.0: -4.0, 500.0: -16.0, 2000.0: -30.0, 8000.0: -44.0}
HISS = {600.0: -40.0, 2000.0: -6.0, 5000.0: 0.0, 8000.0: -6.0, 12_000.0: -40.0}


def _flurries(rng: np.random.Generator, at: list[int]) -> list[int]:
    """Each snap with those that it sets off within the next tens of milliseconds."""
    out = []
    for first in at:
        out += [first, *(min(first + int(gap), BLOCK_FRAMES - 1) for gap in np.cumsum(rng.exponential(500.0, rng.poisson(1.2))))]
    return out


@dataclass(frozen=True)
class Fire(Texture):
    """A wood fire: snaps of a few milliseconds, whose strengths span a wide range and which come in flurries, over a low lapping of flames.

    The lapping has to stay far under the snaps: louder, the whole is heard as a thunderstorm with rain.
    Source: Farnell, Designing Sound (2010), ch. 34 (lapping, hissing, crackling).
    """

    name: ClassVar[str] = "fire"
    imitates: ClassVar[tuple[str, ...]] = ("Fire", "Crackle")
    blaze: Ramp = ramp(0.2, 0.8, low=0, high=1, unit="", more="embers, then a hearth, then a house")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        snaps = bursts(rng, between(rng, 1000.0, 6500.0, 150), 0.8, 0.004, 9.0)
        track, flame, hiss = Track(), NoiseLoom(rng, top_hz=2000.0), NoiseLoom(rng, top_hz=12_000.0)
        flame_shape, hiss_shape = shape_of(FLAME), shape_of(HISS)
        lap, mood = Walk(rng, 4.0), Walk(rng, 0.6, 2)
        for start, frames in course.blocks():
            blaze = whole_block(course.control(self.blaze, start, frames))
            busy, dry = mood.block()
            at = _flurries(rng, moments(rng, 36.0 * np.exp(1.4 * blaze + 0.7 * busy)))
            strength = np.minimum(np.exp(rng.normal(-2.25, 1.4, len(at))), 3.0)
            scatter(track, rng, snaps, at, sides(rng, len(at), 0.8) * strength[:, None])
            low = apply_gain(flame.block(flame_shape), to_frames(0.012 * np.exp(1.2 * blaze + 0.35 * lap.block()[0])))
            fine = apply_gain(hiss.block(hiss_shape), to_frames(0.006 * np.exp(1.2 * blaze + 0.5 * dry)))
            yield (track.block() + low + fine)[:frames]
