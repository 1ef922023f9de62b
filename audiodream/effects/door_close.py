"""A door that falls shut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.latch import latch
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class DoorClose(Effect):
    """Farnell, Designing Sound, ch. 31 and 32: the handle let go and the air that the leaf pushes,
    then leaf against frame (a heavy, damped plate), what is loose in the lock rattling after, and the air of the room that is shut.
    """

    name: ClassVar[str] = "door-close"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Slam")
    level_db: ClassVar[float] = 2.0

    slam: float = fixed(0.6, low=0.0, high=1.0, unit="", more="thrown shut instead of laid to")
    leaf_hz: float = fixed(64.0, low=30.0, high=160.0, unit="Hz", more="a lighter door")
    swing_s: float = fixed(0.24, low=0.0, high=2.0, unit="s", more="the leaf is longer on its way after the handle is let go")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(1.2)
        f = self.leaf_hz * rng.uniform(0.85, 1.2)
        shut_s = 0.022 + self.swing_s
        out = latch(rng, n, 0, 0.5)
        swing = np.interp(np.arange(n) / RATE_HZ, [0, 0.9 * shut_s, shut_s, shut_s + 0.05], [0.1, 1.0, 0.3, 0.0])
        out += 0.15 * band(noise(rng, n), 100.0, 900.0) * swing
        for at_s, hard in ((shut_s, 1.0), (shut_s + rng.uniform(0.05, 0.08), 0.35 * self.slam)):
            # a leaf of 30 kg against a lock of half a kilogram: the wood speaks first
            out += 2.0 * hard * blow(rng, n, frames(at_s), (
                (0.7 * f, 2 * f, 0.060, 1.5), (2 * f, 5 * f, 0.040, 1.2), (5 * f, 14 * f, 0.022, 0.8),
                (14 * f, 40 * f, 0.012, 0.3 + 0.35 * self.slam), (2500.0, 7000.0, 0.005, 0.12 + 0.2 * self.slam)))
        for k, at_s in enumerate(np.cumsum(rng.uniform(0.018, 0.05, 6)) + 0.05 + shut_s):
            out += latch(rng, n, frames(float(at_s)), 0.3 * self.slam * 0.7**k)
        return finish(room(rng, out, size_m=2.5, t60_s=0.2, wet=0.7, dull_hz=3500.0), fade_s=0.2)
