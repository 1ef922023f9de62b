"""Old wood under a load, a dry hinge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, blow, fall, frames, log_uniform, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


def slips(rng: np.random.Generator, length_s: float, slowest_hz: float, fastest_hz: float) -> Line:
    """Dry friction (Farnell, Designing Sound, ch. 32): it sticks and slips, faster in the middle of the movement, and each slip is a
    small knock that rings the wood around it, a little differently every time."""
    out = np.zeros(frames(length_s) + frames(0.1))
    hz, gain = log_uniform(rng, 1200.0, 6000.0, 14), rng.uniform(0.3, 1.0, 14)
    t, m = 0.0, frames(0.05)
    while t < length_s:
        u = t / length_s
        rate = slowest_hz * (fastest_hz / slowest_hz) ** (np.sin(np.pi * u) ** 0.8)
        push = np.zeros(m)
        push[:38] = 0.3 * noise(rng, 38)
        push[0] += 1.0
        one = ring(push, hz * (1 + 0.15 * (u - 0.5)), np.full(14, 0.02), gain * rng.uniform(0.6, 1.4, 14)) * fall(m, 0.012)
        one += 0.3 * blow(rng, m, 0, ((250.0, 900.0, 0.006, 0.5), (900.0, 3000.0, 0.004, 0.6)))
        add(out, one, frames(t) if t else 0, rng.uniform(0.4, 1.0) * np.sin(np.pi * min(1.0, u + 0.05)) ** 0.5)
        t += max(0.0015, (1.0 + 0.12 * float(rng.standard_normal())) / rate)
    return out


@dataclass(frozen=True)
class Creak(Effect):
    """A board or a hinge that gives way slowly: stick-slip friction on wood."""

    name: ClassVar[str] = "creak"
    imitates: ClassVar[tuple[str, ...]] = ("Creak", "Squeak", "Door")

    length_s: float = fixed(1.4, low=0.2, high=5.0, unit="s", more="a longer groan")
    fastest_hz: float = fixed(80.0, low=10.0, high=300.0, unit="Hz", more="faster slips: from a groan towards a squeal")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - boards have no key
        wood = slips(rng, self.length_s, 15.0, self.fastest_hz)
        return finish(room(rng, wood, size_m=3.0, t60_s=0.25, wet=0.5, dull_hz=6000.0), fade_s=0.15)
