"""Embers that snap."""

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
class Crackle(Effect):
    """Embers: snaps over a faint hiss and breath of flame."""

    name: ClassVar[str] = "crackle"
    imitates: ClassVar[tuple[str, ...]] = ("Crackle", "Fire")

    length_s: float = fixed(2.5, low=0.3, high=10.0, unit="s", more="goes on longer")
    snaps_hz: float = fixed(55.0, low=2.0, high=120.0, unit="Hz", more="wetter wood: more snaps")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - fire has no key
        n = frames(self.length_s)
        rate = self.snaps_hz * np.exp(0.7 * wander(rng, n, 3.0)) * course(n, (0, 1), (self.length_s * 0.7, 1), (self.length_s, 0.1))
        rate[:480] = 600.0
        left, right = snaps(rng, rate * 0.6), snaps(rng, rate * 0.6)
        out = np.stack([left + 0.5 * right, right + 0.5 * left], axis=1)
        hiss = course(n, (0, 1), (self.length_s * 0.7, 0.8), (self.length_s, 0))
        for side in range(2):
            out[:, side] += 0.09 * band(noise(rng, n), 400.0, 7000.0) * hiss * np.exp(0.3 * wander(rng, n, 4.0))
            out[:, side] += 0.10 * band(noise(rng, n), 60.0, 300.0) * hiss * np.maximum(0, 0.7 + 0.5 * wander(rng, n, 4.0))
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.25), fade_s=0.4)
