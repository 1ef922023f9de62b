"""Wind: gusts, and the corners round which they howl."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.control import BLOCK_STEPS, Walk, bounded, to_frames, whole_block
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bin_hz
from audiodream.textures.texture import Course, Texture

BODY_HZ = 290.0
HOWLS_HZ = (370.0, 560.0, 840.0)


@dataclass(frozen=True)
class Wind(Texture):
    """Wind without a sea in it: its energy lies round 300 Hz and climbs with each gust, and there is no hiss of spray above.

    Howls are narrow bands on the same noise, which climb with the gust and stray from one another.
    Source: Farnell, Designing Sound (2010), ch. 41 (gust, squall, and resonances that follow them); the missing hiss is our own finding.
    """

    name: ClassVar[str] = "wind"
    factor: ClassVar[int] = 2
    imitates: ClassVar[tuple[str, ...]] = ("Wind", "Wind noise (microphone)", "Howl")
    gusts: Ramp = ramp(0.5, 1.1, low=0, high=1.5, unit="", more="gusts that stand out farther, and rise higher")
    howl: Ramp = ramp(0.1, 0.5, low=0, high=1, unit="", more="howling and whistling round corners")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        loom = NoiseLoom(rng, top_hz=9_000.0, factor=2)
        hz = np.maximum(bin_hz()[:loom.bins], 1.0).astype(np.float32)[None]
        slow, quick, stray = Walk(rng, 0.2), Walk(rng, 0.9), Walk(rng, 0.4, len(HOWLS_HZ))
        at = np.arange(loom.hops) * BLOCK_STEPS // loom.hops
        for start, frames in course.blocks():
            depth = whole_block(course.control(self.gusts, start, frames))
            howl = whole_block(course.control(self.howl, start, frames))
            gust = depth * bounded(0.8 * slow.block()[0] + 0.5 * quick.block()[0])
            rise = gust.astype(np.float32)[at, None]
            body_hz = BODY_HZ * 2.0 ** (0.6 * rise)
            shape = 1.0 / (1.0 + (0.7 * (hz / body_hz - body_hz / hz)) ** 2)
            for tone_hz, away in zip(HOWLS_HZ, stray.block()[:, at, None], strict=True):
                tone_hz = tone_hz * 2.0 ** (0.5 * rise + 0.1 * away)
                shape += howl[at, None] * np.exp(0.7 * away + rise) / (1.0 + (10.0 * (hz / tone_hz - tone_hz / hz)) ** 2)
            yield loom.block(shape.astype(np.float32), to_frames(0.26 * np.exp(gust - 1.1 * (depth - 0.8)), 2))
