"""A door that is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, blow, course, frames, noise
from audiodream.effects.creak import slips
from audiodream.effects.effect import Effect
from audiodream.effects.latch import latch
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class DoorOpen(Effect):
    """A handle pressed down and the latch drawn within an eighth of a second, the leaf coming unstuck from its frame (wood, far
    heavier than the lock), what is loose in the lock, and the air that the leaf moves; with dry hinges they stick and slip
    (Farnell, Designing Sound, ch. 31 and 32)."""

    name: ClassVar[str] = "door-open"
    imitates: ClassVar[tuple[str, ...]] = ("Door", "Creak", "Squeak")

    creak: float = fixed(0.0, low=0.0, high=1.0, unit="", more="drier hinges")
    swing_s: float = fixed(0.8, low=0.3, high=5.0, unit="s", more="opened more slowly")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(self.swing_s + 0.9)
        free_s, f = rng.uniform(0.10, 0.14), 64.0 * rng.uniform(0.85, 1.2)
        out = latch(rng, n, 0, 0.25) + latch(rng, n, frames(rng.uniform(0.06, 0.09)), 0.4)
        for at_s, hard in ((free_s, 2.0), (free_s + rng.uniform(0.03, 0.05), 0.8)):
            out += hard * blow(rng, n, frames(at_s), (
                (0.7 * f, 2 * f, 0.06, 1.5), (2 * f, 5 * f, 0.04, 1.2), (5 * f, 14 * f, 0.022, 0.8), (14 * f, 40 * f, 0.012, 0.3),
                (2500.0, 7000.0, 0.005, 0.15)))
        for k in range(4):
            out += latch(rng, n, frames(free_s + 0.03 + 0.04 * k + rng.uniform(0.0, 0.02)), 0.5 * 0.6**k)
        moved = course(n, (0, 0), (free_s, 0.2), (free_s + 0.3, 1.0), (self.swing_s, 0.3), (self.swing_s + 0.3, 0))
        out += 0.05 * band(noise(rng, n), 100.0, 900.0) * moved
        if self.creak > 0:
            hinge = slips(rng, max(0.2, self.swing_s - 0.1), 12.0, 70.0)
            add(out, hinge / max(float(np.abs(hinge).max()), 1e-9), frames(free_s + 0.06), 0.5 * self.creak * float(np.abs(out).max()))
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.7, dull_hz=4500.0), fade_s=0.2)
