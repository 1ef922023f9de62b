"""A stream: water over stones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono
from audiodream.control import Walk, to_frames, whole_block
from audiodream.fades import edges
from audiodream.grains import moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import RATE_HZ

RUSH = {80.0: -30.0, 250.0: -3.0, 600.0: 0.0, 2500.0: -3.0, 6000.0: -12.0, 12_000.0: -40.0}


def bubble(hz: float, rise: float, length_s: float = 0.035) -> Mono:
    """A bubble under water as it closes (van den Doel 2005): a damped sine, rising by `rise` of its decay rate."""
    decay = 0.043 * hz + 0.0014 * hz**1.5
    t = np.arange(int(length_s * RATE_HZ)) / RATE_HZ
    sound = np.sin(2.0 * np.pi * hz * (t + 0.5 * rise * decay * t * t)) * np.exp(-decay * t)
    return np.asarray(sound * edges(len(t), int(0.5 * RATE_HZ / hz), len(t) // 3), np.float32)


@dataclass(frozen=True)
class Stream(Texture):
    """Running water: hundreds of bubbles a second and the rush between them.

    Source: van den Doel, Physically based models for liquid sounds (2005): pitch 3 / radius, decay, rise, power-law strength.
    """

    name: ClassVar[str] = "stream"
    imitates: ClassVar[tuple[str, ...]] = ("Stream", "Gurgling", "Waterfall")
    flow: Ramp = ramp(0.3, 0.8, low=0, high=1, unit="", more="more and faster water")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        pitches = np.clip(np.exp(rng.normal(np.log(1300.0), 0.5, 250)), 350.0, 5000.0)
        rises = np.where(rng.random(250) < 0.5, rng.uniform(0.0, 0.12, 250), 0.0)
        bank = np.stack([bubble(hz, rise) * (900.0 / hz) ** 0.5 for hz, rise in zip(pitches, rises, strict=True)])
        track, rush, spectrum = Track(), NoiseLoom(rng, top_hz=12_000.0, width=1.0), shape_of(RUSH)
        eddy, ripple = Walk(rng, 1.5), Walk(rng, 12.0, 2)
        for start, frames in course.blocks():
            flow = whole_block(course.control(self.flow, start, frames))
            at = moments(rng, 130.0 * np.exp(0.9 * flow + 0.35 * eddy.block()[0]))
            gains = sides(rng, len(at)) * np.exp(rng.normal(-3.75, 0.8, len(at)))[:, None]
            scatter(track, rng, bank, at, gains)
            level = 0.02 * np.exp(1.4 * flow + 0.12 * ripple.block())
            yield ((track.block() + rush.block(spectrum) * to_frames(level).T) * np.float32(0.851))[:frames]
