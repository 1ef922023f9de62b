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

MODES, LOW_HZ, HIGH_HZ = 16, 800.0, 6000.0
"""Of a board: how many it is made of here, and between which pitches they lie. Below the lowest an inch of wood hardly radiates (its
coincidence frequency: 20 m/s over its thickness)."""
LOSS = 0.05
"""Of a board that is nailed down: so much of its energy is gone in a radian."""


def slips(rng: np.random.Generator, length_s: float, slowest_hz: float, fastest_hz: float, uneven: float = 0.12) -> Line:
    """Dry friction (Farnell, Designing Sound, ch. 32): it sticks and slips, faster in the middle of the movement, and each slip is a
    small knock that rings the wood around it, a little differently every time.

    uneven: how far one wait differs from the next.
    """
    out = np.zeros(frames(length_s) + frames(0.1))
    hz, gain = log_uniform(rng, 1200.0, 6000.0, 14), rng.uniform(0.3, 1.0, 14)
    t, m = 0.0, frames(0.05)
    while t < length_s:
        u = t / length_s
        rate = slowest_hz * (fastest_hz / slowest_hz) ** (np.sin(np.pi * u) ** 0.8)
        one = ring(_push(rng, m), hz * (1 + 0.15 * (u - 0.5)), np.full(14, 0.02), gain * rng.uniform(0.6, 1.4, 14)) * fall(m, 0.012)
        one += 0.3 * blow(rng, m, 0, ((250.0, 900.0, 0.006, 0.5), (900.0, 3000.0, 0.004, 0.6)))
        add(out, one, frames(t) if t else 0, rng.uniform(0.4, 1.0) * np.sin(np.pi * min(1.0, u + 0.05)) ** 0.5)
        t += max(0.0015, (1.0 + uneven * float(rng.standard_normal())) / rate)
    return out


def _push(rng: np.random.Generator, m: int) -> Line:
    """The force of one slip, m frames: a jerk and the rasp of what gives way."""
    push = np.zeros(m)
    push[:38] = 0.3 * noise(rng, 38)
    push[0] += 1.0
    return push


def go(rng: np.random.Generator, length_s: float, slowest_hz: float, fastest_hz: float, body: tuple[Line, Line, Line]) -> Line:
    """One go of a board that bends: waits long and short by turns, as friction has them between creeping and ringing (a doubled period),
    and the slower it bends, the less is one like another; what waited longer slips farther. Peak 1.

    body: modes (Hz, seconds to -60 dB, gains), which are those of the board at every slip.
    """
    hz, t60_s, gain = body
    t, m, longer = 0.0, frames(0.1), True
    out = np.zeros(frames(length_s) + m)
    while t < length_s:
        u = t / length_s
        speed = np.sin(np.pi * u) ** 0.8
        rate = slowest_hz * (fastest_hz / slowest_hz) ** speed
        share = 1.25 if longer else 0.75
        gains = gain * rng.uniform(0.6, 1.4, len(hz))
        one = ring(_push(rng, m), hz * (1 + 0.15 * (u - 0.5)), t60_s, gains)
        one /= np.abs(one).max()
        one += 0.35 * blow(rng, m, 0, ((250.0, 900.0, 0.008, 0.6), (900.0, 3000.0, 0.005, 0.6)))
        add(out, one, frames(t) if t else 0, (0.55 + 0.45 * share) * rng.uniform(0.6, 1.0) * np.sin(np.pi * min(1.0, u + 0.05)) ** 0.5)
        t += share * float(np.exp((0.6 - 0.45 * speed) * rng.standard_normal())) / rate
        longer = not longer
    return np.asarray(out / np.abs(out).max())


def board(rng: np.random.Generator) -> tuple[Line, Line, Line]:
    """Modes of a board (Hz, seconds to -60 dB, gains), one in each of equal steps of pitch: a board has so many that none stands out, and
    three that do are heard as a throat."""
    hz = LOW_HZ * (HIGH_HZ / LOW_HZ) ** ((np.arange(MODES) + rng.uniform(0.15, 0.85, MODES)) / MODES)
    return np.asarray(hz), 2.2 / (LOSS * hz), rng.uniform(0.6, 1.0, MODES)


def gives(rng: np.random.Generator, n: int, at: int, plank_hz: float) -> Line:
    """Wood that takes a load, or is rid of it: a plank between its nails gives and comes to rest against what it lies on."""
    f = plank_hz
    return blow(rng, n, at, ((0.7 * f, 2 * f, 0.05, 1.3), (2 * f, 5 * f, 0.03, 1.1), (5 * f, 14 * f, 0.018, 0.8),
                             (14 * f, 40 * f, 0.01, 0.35), (2500.0, 7000.0, 0.004, 0.15)))


@dataclass(frozen=True)
class Creak(Effect):
    """A board, a stair, a door that gives way: the wood takes the load, sticks and slips faster and faster as it bends, slower as it
    comes to rest, and is rid of the load again (Farnell, Designing Sound, ch. 32). Slips that come evenly are heard as a ratchet, dry
    ones as coins, and a load that is louder than what creaks under it as a hammer."""

    name: ClassVar[str] = "creak"
    imitates: ClassVar[tuple[str, ...]] = ("Creak", "Squeak", "Door", "Wood")

    length_s: float = fixed(1.1, low=0.2, high=5.0, unit="s", more="a longer groan")
    fastest_hz: float = fixed(90.0, low=10.0, high=600.0, unit="Hz", more="faster slips: from a groan towards a squeal")
    load: float = fixed(0.3, low=0.0, high=1.0, unit="", more="more of the wood that gives, less of its creaking")
    room_s: float = fixed(0.6, low=0.1, high=3.0, unit="s", more="a larger, barer staircase around it")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - boards have no key
        long_s = self.length_s * rng.uniform(0.9, 1.15)
        n, t = frames(1.3 * long_s + 0.9), rng.uniform(0.08, 0.14)
        body, plank_hz = board(rng), rng.uniform(55.0, 85.0)
        creaking = np.zeros(n)
        # it gives in two goes: one long even movement is heard as a saw
        for share in (0.5, 0.35):
            slowest_hz, fastest_hz = self.fastest_hz * rng.uniform(0.14, 0.2), self.fastest_hz * rng.uniform(0.8, 1.2)
            add(creaking, go(rng, share * long_s, slowest_hz, fastest_hz, body), frames(t), rng.uniform(0.8, 1.2))
            t += share * long_s + rng.uniform(0.05, 0.15)
        wood = 0.8 * gives(rng, n, 0, plank_hz) + 0.5 * gives(rng, n, frames(rng.uniform(0.03, 0.06)), plank_hz)
        freed_s = t + rng.uniform(0.0, 0.1)
        wood += 0.5 * gives(rng, n, frames(freed_s), 1.1 * plank_hz)
        wood *= self.load / np.abs(wood).max()
        wood += (1.0 - self.load) * creaking
        # once the wood is at rest only its room is left: a second of air behind it is heard as nothing at all
        heard = room(rng, wood[:frames(freed_s + 0.4)], size_m=2.5, t60_s=self.room_s, wet=0.8, dull_hz=4500.0)
        return finish(heard + still_air(rng, len(heard), 0.02 * float(heard.std())), fade_s=0.2)
