"""Drops into a pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.bubbles import bubble
from audiodream.effects.craft import add, band, fall, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Drip(Effect):
    """A drop into a pool in a hollow place: a tiny tap, then the entrained bubble's rising chirp (Phillips et al. 2018)."""

    name: ClassVar[str] = "drip"
    imitates: ClassVar[tuple[str, ...]] = ("Drip", "Raindrop", "Water tap, faucet", "Plop", "Water", "Liquid")

    drops: float = fixed(4.0, low=1.0, high=20.0, unit="", more="more drops")
    gap_s: float = fixed(0.42, low=0.1, high=3.0, unit="s", more="rarer drops")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        count = round(self.drops)
        n = frames(self.gap_s * count + 0.6)
        out = np.zeros(n)
        t = 0.0
        for _ in range(count):
            at = frames(t)
            add(out, 0.12 * band(noise(rng, 500) * fall(500, 0.0015), 1500.0, 8000.0), at)
            add(out, bubble(rng.uniform(2.6, 5.2), rng.uniform(0.1, 0.35), 0.8), at + frames(rng.uniform(0.008, 0.022)))
            if rng.random() < 0.6:
                add(out, bubble(rng.uniform(1.4, 3.0), 0.2, 0.35), at + frames(rng.uniform(0.03, 0.09)))
            t += self.gap_s * rng.uniform(0.7, 1.3)
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.5, dull_hz=6000.0), fade_s=0.2)
