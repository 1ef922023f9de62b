"""Old wood under a load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import course, frames, ring, stick_slip, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed

BOARD_HZ = np.array([190.0, 285.0, 420.0, 610.0, 840.0, 1180.0, 1660.0, 2300.0, 3100.0])


@dataclass(frozen=True)
class Creak(Effect):
    """Stick-slip friction (Farnell, Designing Sound, ch. 32) drives the modes of a board: the slower the slips, the more each is heard."""

    name: ClassVar[str] = "creak"
    imitates: ClassVar[tuple[str, ...]] = ("Creak", "Squeak", "Door")

    length_s: float = fixed(1.4, low=0.2, high=5.0, unit="s", more="a longer groan")
    rate_hz: float = fixed(95.0, low=10.0, high=500.0, unit="Hz", more="faster slips: from a groan to a squeal")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - boards have no key
        n = frames(self.length_s)
        peak = rng.uniform(0.3, 0.6) * self.length_s
        speed = course(n, (0.0, 0.35), (peak, 1.0), (self.length_s, 0.25)) * np.exp(0.35 * wander(rng, n, 2.5))
        grip = course(n, (0.0, 0.6), (0.05, 1.0), (self.length_s * 0.85, 0.8), (self.length_s, 0.0))
        push = stick_slip(rng, self.rate_hz * speed, grip)
        hz = BOARD_HZ * rng.uniform(0.9, 1.1, len(BOARD_HZ)) * rng.uniform(0.9, 1.15)
        wood = ring(push, hz, 0.06 * (hz[0] / hz) ** 0.25, [0.3, 0.4, 0.6, 0.9, 1.0, 0.9, 0.7, 0.45, 0.3])
        return finish(room(rng, wood, size_m=3.0, t60_s=0.5, wet=0.4, dull_hz=5000.0), fade_s=0.15)
