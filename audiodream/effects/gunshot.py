"""A gunshot from afar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Gunshot(Effect):
    """A shot heard from afar: the muzzle blast (a Friedlander pulse), dulled by the air, and its echoes from trees and walls
    (Maher 2007)."""

    name: ClassVar[str] = "gunshot"
    imitates: ClassVar[tuple[str, ...]] = ("Gunshot, gunfire", "Cap gun", "Artillery fire", "Explosion")
    level_db: ClassVar[float] = 3.0

    distance_m: float = fixed(120.0, low=10.0, high=1500.0, unit="m", more="farther: duller, more echo")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - shots have no key
        n = frames(1.6)
        t = np.arange(n) / 48_000
        far = min(1.0, self.distance_m / 500.0)
        blast = (1 - t / 0.004) * np.exp(-t / 0.004) + noise(rng, n) * (0.9 * np.exp(-t / 0.012) + 0.3 * np.exp(-t / 0.06))
        blast = band(blast, 90.0, 9000.0 - 6000.0 * far)
        out = np.stack([blast, blast], axis=1)
        for delay in rng.uniform(0.03, 0.75, 14):
            at = frames(float(delay))
            echo = band(blast, 120.0, 2800.0) * (0.35 + 0.25 * far) * np.exp(-delay / 0.3) * rng.uniform(0.4, 1.0)
            side = rng.uniform(-0.8, 0.8)
            out[at:, 0] += echo[:n - at] * (1 - side)
            out[at:, 1] += echo[:n - at] * (1 + side)
        return finish(room(rng, out, size_m=30.0, t60_s=0.9, wet=0.06, dull_hz=2500.0), fade_s=0.5)
