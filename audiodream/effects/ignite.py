"""Something catches fire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, noise, snaps, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Ignite(Effect):
    """The scratch of a match or a torch that catches: a rasp, a flare of burning vapour, then flame and a few snaps."""

    name: ClassVar[str] = "ignite"
    imitates: ClassVar[tuple[str, ...]] = ("Fire", "Whoosh, swoosh, swish", "Hiss", "Steam", "Sizzle", "Crackle", "Burst, pop")

    length_s: float = fixed(2.2, low=0.6, high=6.0, unit="s", more="burns on for longer")
    size: float = fixed(0.5, low=0.0, high=1.0, unit="", more="from a match to a torch")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - fire has no key
        n = frames(self.length_s)
        out = np.zeros((n, 2))
        flare = course(n, (0, 0), (0.05, 0.25), (0.16, 1.0), (0.5, 0.42), (self.length_s * 0.7, 0.22), (self.length_s, 0.0))
        scratch = course(n, (0, 0.6), (0.08, 1.0), (0.16, 0.2), (0.2, 0)) * np.exp(0.5 * wander(rng, n, 70.0))
        for side in range(2):
            flutter = np.exp(0.3 * wander(rng, n, 9.0))
            low = band(noise(rng, n), 70.0, 500.0) * (0.5 + self.size) * flare**1.2 * flutter
            high = band(noise(rng, n), 700.0, 8000.0) * flare * np.exp(0.2 * wander(rng, n, 12.0))
            out[:, side] = 0.8 * low + 0.35 * high + 0.3 * band(noise(rng, n), 2500.0, 9000.0) * scratch
        out += 0.25 * snaps(rng, 25.0 * np.minimum(flare * 3, 1.0))[:, None]
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.2), fade_s=0.4)
