"""Knuckles on a door, or a fingertip on something smaller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, blow, force, frames, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Knock(Effect):
    """A bony knuckle pushes for some 2 ms on a panel whose many modes die within a tenth of a second (wood swallows sound)."""

    name: ClassVar[str] = "knock"
    imitates: ClassVar[tuple[str, ...]] = ("Knock", "Door", "Wood", "Tap")

    knocks: float = fixed(4.0, low=1.0, high=12.0, unit="", more="more knocks")
    rate_hz: float = fixed(5.0, low=1.0, high=10.0, unit="Hz", more="more urgent")
    panel_hz: float = fixed(100.0, low=60.0, high=1500.0, unit="Hz", more="a smaller, thinner panel")
    room_s: float = fixed(0.25, low=0.1, high=2.0, unit="s", more="knocked in a larger room")
    softness_ms: float = fixed(1.8, low=0.3, high=8.0, unit="ms", more="a duller blow: flesh instead of bone")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a door has no key
        n = frames(0.3)
        f = self.panel_hz * rng.uniform(0.85, 1.2)
        soft = 1.8 / self.softness_ms
        panel = ((f, 2 * f, 0.016, 1.0), (2 * f, 6 * f, 0.010, 0.9), (6 * f, 16 * f, 0.005, soft), (1500.0, 6000.0, 0.0022, 0.4 * soft))
        # a panel has no few notes, as a drum has, but many
        hz = f * np.array([1.0, 1.7, 2.2, 2.9, 3.6, 4.4, 5.3, 6.5]) * rng.uniform(0.93, 1.07, 8)
        count = round(self.knocks)
        out = np.zeros(frames((count + 1) / self.rate_hz) + n)
        t = 0.0
        for _ in range(count):
            hard = rng.uniform(0.7, 1.0)
            one = blow(rng, n, 0, panel)
            one += 3.0 * ring(force(self.softness_ms / 1000, n), hz, 0.07 * (hz[0] / hz) ** 0.5, 0.8 * (hz[0] / hz) ** 0.5)
            add(out, one, frames(t), hard)
            t += rng.uniform(0.88, 1.12) / self.rate_hz
        return finish(room(rng, out, size_m=2.5, t60_s=self.room_s, wet=0.8, dull_hz=3000.0))
