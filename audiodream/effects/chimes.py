"""Wind chimes: tubes that swing against a clapper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, course, fall, force, frames, noise, ring, wander
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
    """Free-free bars (ratios from Euler-Bernoulli), each mode twice because no tube is quite round. The clapper swings in the gust
    and runs along some neighbours each time; when the gust has gone it swings on, ever more softly, among tubes that still ring.
    They hang in the open, in moving air."""

    name: ClassVar[str] = "chimes"
    imitates: ClassVar[tuple[str, ...]] = ("Wind chime", "Chime")

    length_s: float = fixed(3.2, low=0.5, high=10.0, unit="s", more="the gust lasts longer")
    strikes_hz: float = fixed(6.0, low=0.5, high=25.0, unit="Hz", more="a stronger wind")
    ring_s: float = fixed(4.0, low=0.2, high=6.0, unit="s", more="longer tubes: they ring on")
    octave: float = fixed(3.0, low=1.0, high=4.0, unit="octaves", more="smaller tubes")
    dissonance: float = fixed(0.0, low=0.0, high=1.0, unit="", more="at 0.5 and above tuned to minor seconds and tritones")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s + self.ring_s)
        steps = OMINOUS_ST if self.dissonance >= 0.5 else SCALE_ST
        blows, clicks = self._struck(rng, n, len(steps))
        out = np.zeros((n, 2))
        for k, st in enumerate(steps):
            hz = root_hz * 5.0 / 3.0 * 2.0 ** round(self.octave) * 2.0 ** (st / 12) * TUBE * rng.uniform(0.995, 1.005)
            hz = hz[hz < 11_000.0]
            gains = GAINS[:len(hz)]
            t60 = self.ring_s * (1 + hz / 5000.0) ** -1.2
            tube = ring(blows[k], hz, t60, gains) + ring(blows[k], hz * rng.uniform(1.001, 1.003), t60, gains)
            side = (k + 0.5) / len(steps) * 1.2 - 0.6
            out[:, 0] += tube * (1 - side)
            out[:, 1] += tube * (1 + side)
        out += 0.05 * band(clicks, 3000.0, 0.0)[:, None]
        gust = course(n, (0.0, 0.4), (0.4 * self.length_s, 1.0), (self.length_s, 0.5), (self.length_s + self.ring_s, 0.1))
        wind = band(noise(rng, n + 2400), 150.0, 900.0)
        air = np.stack([wind[:n], wind[2400:]], axis=1)
        out += 0.02 * float(np.abs(out).max()) * air * (gust * np.exp(0.4 * wander(rng, n, 1.5)))[:, None]
        return finish(room(rng, out, size_m=9.0, t60_s=0.3, wet=0.1, dull_hz=5000.0), fade_s=0.4)

    def _struck(self, rng: np.random.Generator, n: int, tubes: int) -> tuple[Line, Line]:
        """Pushes on every tube, (tubes, n), and the clicks of the clapper, (n,)."""
        blows, clicks = np.zeros((tubes, n)), np.zeros(n)
        end_s, t, at_tube = self.length_s + 0.6 * self.ring_s, 0.0, int(rng.integers(tubes))
        while t < end_s:
            gust = np.sin(np.pi * min(1.0, (t + 0.35) / (self.length_s + 0.35))) ** 0.7 if t < self.length_s * 0.8 else 0.0
            swing = max(gust, 0.8 * float(np.exp(-max(0.0, t - 0.6 * self.length_s) / (0.35 * self.ring_s))))
            turn, late = (1 if rng.random() < 0.5 else -1), 0.0
            for k in range(1 + int(rng.poisson(0.22 * self.strikes_hz * swing))):
                hard = float(np.clip(rng.lognormal(-0.5, 0.5), 0.1, 1.6)) * swing * 0.85**k
                at = frames(t + late) if t + late else 0
                add(blows[(at_tube + turn * k) % tubes], force(0.0003, 40, height=hard), at)
                add(clicks, noise(rng, 300) * fall(300, 0.0015), at, hard)
                late += rng.uniform(0.03, 0.12)
            at_tube = (at_tube + tubes // 2 + int(rng.integers(-1, 2))) % tubes
            t += rng.uniform(0.25, 0.5) * (1.5 - 0.5 * swing)
        return blows, clicks
