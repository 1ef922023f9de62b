"""A door that falls shut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, frames
from audiodream.effects.effect import Effect
from audiodream.effects.latch import latch
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class DoorClose(Effect):
    """Farnell, Designing Sound, ch. 31 and 32: leaf against frame (a heavy, damped plate), the latch that snaps in just before,
    what is loose in the lock rattling after, and the air of the room that is shut.
    """

    name: ClassVar[str] = "door-close"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Slam")
    level_db: ClassVar[float] = 2.0

    slam: float = fixed(0.6, low=0.0, high=1.0, unit="", more="thrown shut instead of laid to")
    leaf_hz: float = fixed(64.0, low=30.0, high=160.0, unit="Hz", more="a lighter door")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(1.0)
        f = self.leaf_hz * rng.uniform(0.85, 1.2)
        out = latch(rng, n, 0, 0.5)
        for at_s, hard in ((0.022, 1.0), (0.022 + rng.uniform(0.05, 0.08), 0.35 * self.slam)):
            out += hard * blow(rng, n, frames(at_s), (
                (0.7 * f, 2 * f, 0.060, 1.5), (2 * f, 5 * f, 0.040, 1.2), (5 * f, 14 * f, 0.022, 0.8),
                (14 * f, 40 * f, 0.012, 0.3 + 0.35 * self.slam), (2500.0, 7000.0, 0.005, 0.12 + 0.2 * self.slam)))
        for k, at_s in enumerate(np.cumsum(rng.uniform(0.018, 0.05, 6)) + 0.07):
            out += latch(rng, n, frames(float(at_s)), 0.5 * self.slam * 0.7**k)
        return finish(room(rng, out, size_m=2.5, t60_s=0.2, wet=0.7, dull_hz=3500.0), fade_s=0.2)
