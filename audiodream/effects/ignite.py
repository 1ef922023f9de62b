"""Something catches fire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, moving_band, noise, snaps, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Ignite(Effect):
    """The scratch of a match or a torch that catches: a rasp, a flare of burning vapour that flashes up and is gone,
    then a flame that flutters and the snaps of what begins to burn."""

    name: ClassVar[str] = "ignite"
    imitates: ClassVar[tuple[str, ...]] = ("Fire", "Whoosh, swoosh, swish", "Hiss", "Steam", "Sizzle", "Crackle", "Burst, pop")

    length_s: float = fixed(2.6, low=0.6, high=6.0, unit="s", more="burns on for longer")
    size: float = fixed(0.5, low=0.0, high=1.0, unit="", more="from a match to a torch")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - fire has no key
        n = frames(self.length_s)
        t = np.arange(n) / RATE_HZ
        catches = np.where(t < 0.14, (t / 0.14) ** 2, np.exp(-(t - 0.14) / 0.22))
        burns = course(n, (0, 0), (0.14, 0.6), (0.5, 1.0), (0.7 * self.length_s, 0.7), (self.length_s, 0.0))
        scratch = course(n, (0, 0.6), (0.06, 1.0), (0.12, 0.2), (0.16, 0)) * np.exp(0.6 * wander(rng, n, 70.0))
        left, right = (snaps(rng, np.maximum(1e-4, 30.0 * burns * (t > 0.1))) for _ in range(2))
        out = 0.4 * np.stack([left + 0.3 * right, right + 0.3 * left], axis=1)
        for side in range(2):
            flare = moving_band(noise(rng, n), np.maximum(120.0, 1200.0 * (0.25 + 0.75 * catches)), 0.9) * catches
            out[:, side] += 2.4 * self.size * flare * np.exp(0.2 * wander(rng, n, 20.0))
            out[:, side] += 0.27 * self.size * band(noise(rng, n), 40.0, 400.0) * burns * np.exp(0.5 * wander(rng, n, 9.0))
            out[:, side] += 0.09 * band(noise(rng, n), 2500.0, 9000.0) * scratch
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.2), fade_s=0.4)
