"""A door that is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, force, frames, ring
from audiodream.effects.creak import slips
from audiodream.effects.effect import Effect
from audiodream.effects.latch import LEAF, latch
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class DoorOpen(Effect):
    """A handle pressed down, the latch drawn, the leaf coming unstuck, and hinges that stick and slip as it swings
    (Farnell, Designing Sound, ch. 32)."""

    name: ClassVar[str] = "door-open"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Creak", "Squeak")

    creak: float = fixed(0.6, low=0.0, high=1.0, unit="", more="drier hinges")
    swing_s: float = fixed(1.6, low=0.3, high=5.0, unit="s", more="opened more slowly")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(self.swing_s + 0.9)
        out = latch(rng, n, 0, 0.5) + latch(rng, n, frames(rng.uniform(0.07, 0.11)), 0.8)
        free = frames(rng.uniform(0.17, 0.22))
        leaf = rng.uniform(70.0, 95.0) * LEAF
        out += ring(force(0.005, n, free), leaf, 0.2 * (leaf[0] / leaf) ** 0.4, 0.5 / np.sqrt(np.arange(1, len(LEAF) + 1)))
        hinge = slips(rng, self.swing_s, 12.0, 70.0)
        add(out, hinge / max(float(np.abs(hinge).max()), 1e-9), free + frames(0.06), 0.5 * self.creak * float(np.abs(out).max()))
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.7, dull_hz=4500.0), fade_s=0.2)
