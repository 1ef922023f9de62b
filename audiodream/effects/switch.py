"""A switch on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, fall, force, frames, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Switch(Effect):
    """A light switch: a spring that snaps a lever from one stop to the other in a small case on the wall."""

    name: ClassVar[str] = "switch"
    imitates: ClassVar[tuple[str, ...]] = ("Clicking", "Tick", "Door", "Camera", "Cupboard open or close")

    force_: float = fixed(0.6, low=0.0, high=1.0, unit="", more="a larger, stiffer lever")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - switches have no key
        n = frames(0.35)
        out = np.zeros(n)
        for at, hard in ((0.0, 0.35), (rng.uniform(0.03, 0.05), 1.0), (rng.uniform(0.06, 0.075), 0.3)):
            start = frames(at) if at else 0
            out += hard * blow(rng, n, start, (
                (200.0, 700.0, 0.008, 0.8 * self.force_), (700.0, 2500.0, 0.005, 0.8), (2500.0, 9000.0, 0.003, 0.6)))
            out += 3.0 * hard * ring(force(0.0005, n, start), rng.uniform(1500, 5500, 5), np.full(5, 0.02), np.full(5, 0.5))
        out *= fall(n, 0.3)
        return finish(room(rng, out, size_m=2.0, t60_s=0.15, wet=0.1, dull_hz=5000.0), fade_s=0.1)
