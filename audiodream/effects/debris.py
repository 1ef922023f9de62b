"""Stones and planks that come down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, fall, frames, snaps
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Debris(Effect):
    """Stones and planks that come down and settle: splitting and small collisions whose number dies away, a few heavy pieces among
    them, each a body of its own size (fracture and collision events after Zheng & James 2010)."""

    name: ClassVar[str] = "debris"
    imitates: ClassVar[tuple[str, ...]] = ("Smash, crash", "Breaking", "Clatter", "Crushing", "Rattle", "Wood", "Crack", "Eruption")
    level_db: ClassVar[float] = 1.0

    splinters_hz: float = fixed(450.0, low=30.0, high=2000.0, unit="Hz", more="more small pieces at first")
    boulders: float = fixed(8.0, low=1.0, high=30.0, unit="", more="more heavy pieces")
    settle_s: float = fixed(0.55, low=0.1, high=2.0, unit="s", more="it takes longer to come to rest")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - stones have no key
        n = frames(0.6 + 4.2 * self.settle_s)
        rate = self.splinters_hz * fall(n, self.settle_s)
        rate[:240] = 1500.0
        out = np.stack([snaps(rng, 0.7 * rate, 1000.0, 2.6, (0.0008, 0.008), 3.0) for _ in range(2)], axis=1)
        for k in range(round(self.boulders)):
            at = frames(float(rng.exponential(self.settle_s))) if k else 0
            f = rng.uniform(90.0, 260.0)
            if at < n - 100:
                thud = blow(rng, n, at, ((f, 2.5 * f, 0.04, 1.3), (2.5 * f, 8 * f, 0.02, 1.0), (8 * f, 24 * f, 0.008, 0.5)))
                out += place(thud * (2.0 if k == 0 else rng.uniform(0.4, 1.4)), float(rng.uniform(-0.6, 0.6)))
        return finish(room(rng, out, size_m=3.0, t60_s=0.25, wet=0.4, dull_hz=4500.0), fade_s=0.3)
