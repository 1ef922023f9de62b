"""Stones and planks that come down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Debris(Effect):
    """Stones and planks that come down and settle: many blows whose number dies away, each a body of its own size, and dust."""

    name: ClassVar[str] = "debris"
    imitates: ClassVar[tuple[str, ...]] = ("Smash, crash", "Breaking", "Clatter", "Crushing", "Rattle", "Wood", "Crack", "Eruption")
    level_db: ClassVar[float] = 1.0

    pieces: float = fixed(46.0, low=5.0, high=150.0, unit="", more="more comes down")
    settle_s: float = fixed(0.55, low=0.1, high=2.0, unit="s", more="it takes longer to come to rest")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - stones have no key
        n = frames(0.6 + 4.2 * self.settle_s)
        out = np.zeros((n, 2))
        times = np.sort(rng.exponential(self.settle_s, round(self.pieces)))
        times[0] = 0.0
        for at in times:
            size = min(0.12 + 0.25 * rng.pareto(1.8), 1.6) if at > 0 else 1.8
            f = 210.0 / size**0.8 * rng.uniform(0.7, 1.4)
            m = frames(0.35)
            one = blow(rng, m, 0, ((f, 2.5 * f, 0.016 * size + 0.006, 1.0), (2.5 * f, 7 * f, 0.010 * size + 0.004, 0.9),
                                   (min(7 * f, 4000.0), 9000.0, 0.004, 0.5)))
            part = place(one * size, float(rng.uniform(-0.7, 0.7)))
            start = frames(float(at))
            end = min(n, start + m)
            if end > start:
                out[start:end] += part[:end - start]
        dust = np.interp(np.arange(n) / 48_000, [0, 0.05, self.settle_s * 2, self.settle_s * 4], [0.2, 1.0, 0.4, 0.0])
        for side in range(2):
            out[:, side] += 0.12 * band(noise(rng, n), 500.0, 6000.0) * dust
        return finish(room(rng, out, size_m=5.0, t60_s=0.5, wet=0.35, dull_hz=4500.0), fade_s=0.3)
