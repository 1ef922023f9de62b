"""A glass that rings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, fall, force, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed

RIM = np.array([1.0, 2.32, 4.25, 6.63, 9.38])
"""A wine glass bends round its rim with 2, 3, 4 ... waves (French 1983)."""


@dataclass(frozen=True)
class GlassRing(Effect):
    """A goblet struck, or rubbed round its rim (stick-slip at the first mode; French, Am. J. Phys. 51, 1983); each mode is a
    doublet that beats, because no glass is quite round."""

    name: ClassVar[str] = "glass-ring"
    imitates: ClassVar[tuple[str, ...]] = ("Glass", "Chink, clink", "Ding", "Singing bowl", "Tuning fork", "Chime")

    rub: float = fixed(0.15, low=0.0, high=1.0, unit="", more="more of a wet finger, less of a blow")
    octave: float = fixed(4.0, low=1.0, high=5.0, unit="octaves", more="a smaller glass")
    ring_s: float = fixed(1.6, low=0.3, high=8.0, unit="s", more="finer glass: it sings on")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.ring_s * 1.1)
        base = root_hz * 2.0**round(self.octave) * float(rng.choice([1.0, 1.25, 1.5]))
        hz = base * RIM * np.concatenate([[1.0], rng.uniform(0.98, 1.02, 4)])
        t60 = self.ring_s * RIM**-0.9
        gain = RIM**-0.55
        blow = force(0.0005, n, height=1.0 - self.rub)
        touch = 0.02 * band(noise(rng, n) * fall(n, 0.003), 3000.0, 0.0)
        bow = self.rub * 0.0016 * noise(rng, n) * course(n, (0.0, 0.0), (0.4, 1.0), (self.ring_s * 0.5, 1.0), (self.ring_s * 0.7, 0.0))
        left = ring(blow + bow, hz, t60, gain)
        right = ring(blow + bow, hz * (1 + rng.uniform(0.0003, 0.0012, 5)), t60, gain)
        out = np.stack([left + 0.4 * right, right + 0.4 * left], axis=1) + touch[:, None]
        return finish(room(rng, out, size_m=5.0, t60_s=0.9, wet=0.3, dull_hz=7000.0), fade_s=0.3)
