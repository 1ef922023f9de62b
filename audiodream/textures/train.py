"""A train, from inside: the roll of the wheels and the beat of the joints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.grains import between, bursts
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, bump, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import CONTROL_FRAMES, RATE_HZ

ROLL = {20.0: -14.0, 45.0: 0.0, 90.0: -2.0, 200.0: -9.0, 500.0: -13.0, 1000.0: -19.0, 2500.0: -30.0, 8000.0: -50.0}
MODES = {310.0: 17.0, 455.0: 15.0, 690.0: 12.0, 1020.0: 7.0}
"""Floor and wheels ring along: without these modes the roll is heard as the sea. Hz and weight."""
RAIL_M = 25.0
AXLES_M = (0.0, 2.4, 6.6, 9.0)
"""The two axles of a bogie at the end of one carriage, and the two of the next."""


@dataclass(frozen=True)
class Train(Texture):
    """Rolling noise in a carriage that rings with it, and at each rail joint the four axles near by: clack-clack, clack-clack.

    Source: Thompson, Railway noise and vibration (2009): rolling noise below 2 kHz in a carriage, impacts at joints of 18 to 25 m rails.
    """

    name: ClassVar[str] = "train"
    imitates: ClassVar[tuple[str, ...]] = ("Train", "Rail transport", "Railroad car, train wagon", "Subway, metro, underground")
    speed_ms: Ramp = ramp(16.0, 28.0, low=5, high=50, unit="m/s", more="faster")
    clatter: Ramp = ramp(0.5, 0.9, low=0, high=1, unit="", more="louder joints")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, track = course.rng, Track()
        ticks = bursts(rng, between(rng, 300.0, 1100.0, 24), 0.6, 0.16, 5.0)
        thumps = bursts(rng, between(rng, 110.0, 240.0, 24), 0.35, 0.12, 6.0)
        roll, sway, spectrum = NoiseLoom(rng, top_hz=10_000.0), Walk(rng, 1.3, 2), shape_of(ROLL)
        for hz, much in MODES.items():
            spectrum = spectrum + np.float32(much) * bump(hz * float(rng.uniform(0.97, 1.03)), 8.0) ** 2
        gone_m, joint_m = 0.0, float(rng.uniform(0.0, RAIL_M))
        for start, frames in course.blocks():
            speed, clatter = (whole_block(course.control(knob, start, frames)) for knob in (self.speed_ms, self.clatter))
            metres = gone_m + np.cumsum(speed[:-1]) * (CONTROL_FRAMES / RATE_HZ)
            while joint_m < metres[-1]:
                at = int(np.searchsorted(metres, joint_m)) * CONTROL_FRAMES + int(rng.integers(0, 100))
                lean, blow = rng.uniform(-0.4, 0.4), float(np.exp(rng.normal(0.0, 0.2))) * float(clatter[0])
                for axle_m in AXLES_M:
                    first = at + int((axle_m / float(speed[0]) + rng.normal(0.0, 0.002)) * RATE_HZ)
                    side = np.array([1.0 - lean, 1.0 + lean], np.float32) * np.float32(blow * rng.uniform(0.75, 1.1))
                    track.add(ticks[int(rng.integers(24)), :, None] * side * np.float32(1.1), max(0, first))
                    track.add(thumps[int(rng.integers(24)), :, None] * np.float32(1.6 * blow), max(0, first))
                joint_m += RAIL_M * rng.uniform(0.96, 1.04)
            gone_m = float(metres[-1])
            level = 0.56 * (0.02 + 0.0015 * speed) * np.exp(0.12 * sway.block()[0])
            yield ((track.block() + apply_gain(roll.block(spectrum), to_frames(level))) * np.float32(0.923))[:frames]
