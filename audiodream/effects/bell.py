"""A tower bell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, fall, force, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed

PARTIALS = np.array([0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.67, 3.01, 4.17, 5.43, 6.8, 8.2])
"""Hum, prime, minor third, fifth, nominal and above (Rossing & Perrin 1987)."""
GAINS = np.array([0.4, 0.5, 0.8, 0.34, 1.2, 0.46, 0.55, 0.85, 0.78, 0.68, 0.55, 0.38])
LASTS = np.array([1.6, 1.0, 0.9, 0.6, 0.7, 0.45, 0.42, 0.4, 0.3, 0.22, 0.17, 0.13])


@dataclass(frozen=True)
class Bell(Effect):
    """A church bell's tuned partials, each a doublet that beats (Rossing & Perrin, Applied Acoustics 20, 1987); the strike note follows
    from nominal, 3.01 and 4.17."""

    name: ClassVar[str] = "bell"
    imitates: ClassVar[tuple[str, ...]] = ("Church bell", "Bell")

    ring_s: float = fixed(5.0, low=1.0, high=15.0, unit="s", more="a heavier bell")
    octave: float = fixed(2.0, low=0.0, high=3.0, unit="octaves", more="a smaller bell")
    strokes: float = fixed(2.0, low=1.0, high=12.0, unit="", more="more strokes")
    gap_s: float = fixed(1.9, low=0.4, high=6.0, unit="s", more="a slower toll")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        count = round(self.strokes)
        n = frames(self.ring_s + (count - 1) * self.gap_s)
        base = root_hz * 2.0 ** round(self.octave) * float(rng.choice([1.25, 1.5, 1.3333]))
        hz = base * PARTIALS * rng.uniform(0.994, 1.006, len(PARTIALS))
        stroke, clank = np.zeros(n), np.zeros(n)
        for k in range(count):
            at, hard = frames(k * self.gap_s * rng.uniform(0.97, 1.03)) if k else 0, rng.uniform(0.85, 1.0)
            stroke += force(0.0008, n, at, hard)
            burst = noise(rng, frames(0.05)) * fall(frames(0.05), 0.006) * hard
            clank[at:at + len(burst)] += burst[:max(0, n - at)]
        sides = []
        for _ in range(2):
            split = 1 + rng.uniform(0.0003, 0.005, len(hz))
            sides.append(ring(stroke, hz, self.ring_s * LASTS, GAINS) + ring(stroke, hz * split, self.ring_s * LASTS * 0.9, 0.7 * GAINS))
        out = np.stack(sides, axis=1) + 0.10 * band(clank, 1500.0, 7000.0)[:, None]
        return finish(room(rng, out, size_m=15.0, t60_s=2.2, wet=0.8, dull_hz=4000.0), fade_s=0.8)
