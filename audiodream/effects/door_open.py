"""A door that is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import course, force, frames, ring, stick_slip
from audiodream.effects.effect import Effect
from audiodream.effects.latch import HINGE_HZ, LEAF, latch
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
        start, end = free / 48_000 + 0.05, self.swing_s + 0.4
        speed = course(n, (start, 0.0), (start + 0.25 * self.swing_s, 1.0), (start + 0.7 * self.swing_s, 0.55), (end, 0.0))
        speed *= 0.75 + 0.25 * np.sin(np.arange(n) / 48_000 * 2 * np.pi * rng.uniform(1.2, 2.0))
        force_ = stick_slip(rng, 25.0 + 190.0 * speed, np.sqrt(np.maximum(speed, 0.0)))
        hinge = HINGE_HZ * rng.uniform(0.9, 1.12, len(HINGE_HZ))
        squeal = ring(force_, hinge, 0.05 * np.ones(len(hinge)), [0.5, 0.8, 1.0, 0.8, 0.6, 0.4, 0.25])
        squeal += 1.2 * ring(force_, leaf[:5], [0.08] * 5, [0.5] * 5)
        out += 0.55 * self.creak * squeal
        return finish(room(rng, out, size_m=4.0, t60_s=0.6, wet=0.4, dull_hz=4500.0), fade_s=0.2)
