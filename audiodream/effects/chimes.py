"""Wind chimes: tubes that swing against a clapper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, fall, force, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed

TUBE = np.array([1.0, 2.756, 5.404, 8.933])
"""A free-free bar: squares of 4.730, 7.853, 10.996, 14.137 over the first."""
GAINS = (1.0, 0.6, 0.2, 0.1)
SCALE_ST = (0, 2, 4, 7, 9, 12, 14, 16)
OMINOUS_ST = (0, 1, 6, 7, 12, 13, 18, 19)


@dataclass(frozen=True)
class Chimes(Effect):
    """Free-free bars (ratios from Euler-Bernoulli), each mode twice because no tube is quite round, struck in gusts."""

    name: ClassVar[str] = "chimes"
    imitates: ClassVar[tuple[str, ...]] = ("Wind chime", "Chime")

    length_s: float = fixed(3.2, low=0.5, high=10.0, unit="s", more="the gust lasts longer")
    strikes_hz: float = fixed(4.0, low=0.5, high=25.0, unit="Hz", more="a stronger wind")
    ring_s: float = fixed(4.0, low=0.2, high=6.0, unit="s", more="longer tubes: they ring on")
    octave: float = fixed(3.0, low=1.0, high=4.0, unit="octaves", more="smaller tubes")
    dissonance: float = fixed(0.0, low=0.0, high=1.0, unit="", more="at 0.5 and above tuned to minor seconds and tritones")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s + self.ring_s)
        steps = OMINOUS_ST if self.dissonance >= 0.5 else SCALE_ST
        out = np.zeros((n, 2))
        blows = np.zeros((len(steps), n))
        clicks = np.zeros(n)
        t, count = 0.0, 0
        while t < self.length_s:
            gust = np.sin(np.pi * min(1.0, (t + 0.35) / (self.length_s + 0.35))) ** 0.7
            hard = float(np.clip(rng.lognormal(-0.5, 0.5), 0.1, 1.6)) * (0.3 + 0.7 * gust)
            at = frames(t)
            add(blows[int(rng.integers(len(steps)))], force(0.0003, 40, height=hard), at)
            add(clicks, noise(rng, 300) * fall(300, 0.0015), at, hard)
            t += float(rng.exponential(1.0 / (self.strikes_hz * (0.25 + gust))))
            count += 1
        for k, st in enumerate(steps):
            hz = root_hz * 5.0 / 3.0 * 2.0 ** round(self.octave) * 2.0 ** (st / 12) * TUBE * rng.uniform(0.995, 1.005)
            t60 = self.ring_s * (1 + hz / 5000.0) ** -1.2
            tube = ring(blows[k], hz, t60, GAINS) + ring(blows[k], hz * 1.003, t60, GAINS)
            side = (k + 0.5) / len(steps) * 1.2 - 0.6
            out[:, 0] += tube * (1 - side)
            out[:, 1] += tube * (1 + side)
        out += 0.05 * band(clicks, 3000.0, 0.0)[:, None]
        return finish(room(rng, out, size_m=6.0, t60_s=0.5, wet=0.2, dull_hz=7000.0), fade_s=0.4)
