"""A low drum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, force, frames, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed

DRUM = np.array([1.0, 1.504, 1.742, 2.0, 2.245, 2.494, 2.8, 3.2])
"""A kettledrum's preferred modes over the principal one (Rossing 1982)."""


@dataclass(frozen=True)
class Drum(Effect):
    """A low drum on the root: a kettle's modes, whose pitch sinks a little as the skin relaxes, and the slap of the stick."""

    name: ClassVar[str] = "drum"
    imitates: ClassVar[tuple[str, ...]] = ("Drum", "Bass drum", "Timpani", "Percussion", "Drum roll")
    level_db: ClassVar[float] = 1.0

    strokes: float = fixed(3.0, low=1.0, high=16.0, unit="", more="more strokes")
    rate_hz: float = fixed(1.6, low=0.3, high=12.0, unit="Hz", more="faster")
    tight: float = fixed(0.4, low=0.0, high=1.0, unit="", more="a tighter skin: higher, shorter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        count = round(self.strokes)
        n = frames((count - 1) / self.rate_hz + 1.4)
        base = root_hz * (1.0 if self.tight < 0.5 else 1.5)
        hits, slaps = np.zeros(n), np.zeros(n)
        for k in range(count):
            at = frames(k / self.rate_hz * rng.uniform(0.99, 1.01)) if k else 0
            hard = rng.uniform(0.8, 1.0)
            hits += force(0.006 - 0.003 * self.tight, n, at, hard)
            slaps += hard * blow(rng, n, at, ((120.0, 600.0, 0.03, 0.8), (600.0, 3000.0, 0.012, 0.5), (3000.0, 8000.0, 0.004, 0.15)))
        skin = ring(hits, base * DRUM * rng.uniform(0.99, 1.01, len(DRUM)), (0.8 - 0.5 * self.tight) * DRUM**-0.8, DRUM**-0.5)
        return finish(room(rng, 15.0 * skin + 4.0 * slaps, size_m=8.0, t60_s=0.9, wet=0.35, dull_hz=3000.0), fade_s=0.4)
