"""A scream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, formants, frames, noise, pulses, turn, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Scream(Effect):
    """A scream from afar: a larynx far above speech with subharmonics, open formants, and the roughness of 30 to 150 Hz that makes it
    a scream and no song (Arnal et al. 2015; Schwartz et al. 2020 on its jumps and chaos)."""

    name: ClassVar[str] = "scream"
    imitates: ClassVar[tuple[str, ...]] = ("Screaming", "Shout", "Yell")
    level_db: ClassVar[float] = 1.0

    length_s: float = fixed(1.5, low=0.4, high=4.0, unit="s", more="a longer scream")
    pitch_hz: float = fixed(1300.0, low=500.0, high=1800.0, unit="Hz", more="a higher voice")
    roughness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="more terror, less song")
    far: float = fixed(0.4, low=0.0, high=1.0, unit="", more="farther away")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a scream keeps out of the key
        n, end = frames(self.length_s), self.length_s
        hz = self.pitch_hz * rng.uniform(0.85, 1.15) * course(n, (0, 0.7), (0.09, 1.0), (0.3 * end, 1.12), (0.75 * end, 1.02), (end, 0.72))
        hz *= np.exp(0.012 * wander(rng, n, 7.0) + 0.012 * self.roughness * wander(rng, n, 60.0))
        beat_hz = rng.uniform(55.0, 85.0) * np.exp(0.1 * wander(rng, n, 6.0))
        rough = 1.0 + 0.55 * self.roughness * turn(beat_hz)
        source = band(pulses(hz) + 0.5 * pulses(hz / 2), 0.0, 6000.0) * rough * 8.0 + 0.10 * noise(rng, n)
        size = rng.uniform(0.95, 1.1)
        mouth = formants(source, np.array([1050.0, 1750.0, 2900.0, 4100.0]) * size, [220, 260, 320, 450], [1.0, 0.9, 0.8, 0.4])
        loud = course(n, (0, 0), (0.03, 0.8), (0.25 * end, 1.0), (0.8 * end, 0.75), (end, 0.0))
        out = band(mouth * loud, 350.0, 10_000.0 - 6000.0 * self.far)
        return finish(room(rng, out, size_m=8.0, t60_s=0.6, wet=0.2 + 0.6 * self.far, dull_hz=3500.0), fade_s=0.3)
