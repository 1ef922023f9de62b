"""Old wood under a load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, blow, fall, frames, log_uniform, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed


def slips(rng: np.random.Generator, length_s: float, slowest_hz: float, fastest_hz: float, uneven: float = 0.12,
          body: tuple[Line, Line] | None = None) -> Line:
    """Dry friction (Farnell, Designing Sound, ch. 32): it sticks and slips, faster in the middle of the movement, and each slip is a
    small knock that rings the wood around it, a little differently every time.

    uneven: how far one wait differs from the next. body: modes (Hz, gains), or others every time.
    """
    out = np.zeros(frames(length_s) + frames(0.1))
    hz, gain = body or (log_uniform(rng, 1200.0, 6000.0, 14), rng.uniform(0.3, 1.0, 14))
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
        t += max(0.0015, (1.0 + uneven * float(rng.standard_normal())) / rate)
    return out


def gives(rng: np.random.Generator, n: int, at: int, plank_hz: float) -> Line:
    """Wood that takes a load, or is rid of it: a plank between its nails gives and comes to rest against what it lies on."""
    f = plank_hz
    return blow(rng, n, at, ((0.7 * f, 2 * f, 0.05, 1.3), (2 * f, 5 * f, 0.03, 1.1), (5 * f, 14 * f, 0.018, 0.8),
                             (14 * f, 40 * f, 0.01, 0.35), (2500.0, 7000.0, 0.004, 0.15)))


@dataclass(frozen=True)
class Creak(Effect):
    """A board, a stair, a door that gives way: the wood takes the load, sticks and slips faster and faster as it bends, slower as it
    comes to rest, and is rid of the load again (Farnell, Designing Sound, ch. 32). Slips alone are heard as rude noises, frogs and
    horns: what creaks is known by the wood that it is part of."""

    name: ClassVar[str] = "creak"
    imitates: ClassVar[tuple[str, ...]] = ("Creak", "Squeak", "Door", "Wood")

    length_s: float = fixed(1.0, low=0.2, high=5.0, unit="s", more="a longer groan")
    fastest_hz: float = fixed(300.0, low=10.0, high=600.0, unit="Hz", more="faster slips: from a groan towards a squeal")
    load: float = fixed(0.6, low=0.0, high=1.0, unit="", more="more of the wood that gives, less of its creaking")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - boards have no key
        long_s = self.length_s * rng.uniform(0.8, 1.2)
        n = frames(long_s + 0.8)
        plank_hz, end_s = rng.uniform(55.0, 85.0), long_s + rng.uniform(0.15, 0.3)
        wood = 0.8 * gives(rng, n, 0, plank_hz) + 0.5 * gives(rng, n, frames(rng.uniform(0.03, 0.06)), plank_hz)
        wood += 0.5 * gives(rng, n, frames(end_s), 1.1 * plank_hz)
        wood *= self.load / np.abs(wood).max()
        body, t = (log_uniform(rng, 1200.0, 6000.0, 14), rng.uniform(0.3, 1.0, 14)), rng.uniform(0.08, 0.16)
        # it gives in two goes: one long even movement is heard as a ratchet
        for share in (0.55, 0.35):
            fastest_hz = self.fastest_hz * rng.uniform(0.7, 1.2)
            creaking = slips(rng, share * long_s, 0.12 * fastest_hz, fastest_hz, 0.2, body)
            add(wood, creaking / np.abs(creaking).max(), frames(t), 0.65 * (1.0 - self.load) * rng.uniform(0.8, 1.2))
            t += share * long_s + rng.uniform(0.04, 0.15)
        heard = room(rng, wood, size_m=2.5, t60_s=0.35, wet=0.7, dull_hz=4500.0)
        return finish(heard + still_air(rng, len(heard), 0.02 * float(heard.std())), fade_s=0.2)
