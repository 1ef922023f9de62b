"""Small waves that lap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.bubbles import bubbles
from audiodream.effects.craft import Line, add, band, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Ripple(Effect):
    """Small waves that lap, one upon another: each swells and sinks within half a second, and carries its own cloud of bubbles and
    the hiss of its film of water. No bubble stands out: a loud one whose pitch climbs far is heard as a frog."""

    name: ClassVar[str] = "water-ripple"
    imitates: ClassVar[tuple[str, ...]] = ("Water", "Liquid", "Trickle, dribble", "Stream", "Gurgling", "Slosh")

    length_s: float = fixed(2.6, low=0.5, high=10.0, unit="s", more="goes on longer")
    liveliness_hz: float = fixed(800.0, low=10.0, high=2000.0, unit="bubbles/s", more="from a lapping to a babble")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        n = frames(self.length_s)
        laps = _laps(rng, self.length_s)
        out = bubbles(rng, self.liveliness_hz * laps, 0.5, 3.6, loudest=1.0, calm=0.75, rise=(0.2, 1.2))
        for side in range(2):
            film = band(noise(rng, n), 300.0, 2000.0) + 0.4 * band(noise(rng, n), 1500.0, 6000.0)
            out[:, side] += 0.5 * film * laps * np.exp(0.3 * wander(rng, n, 9.0))
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.3), fade_s=0.3)


def _laps(rng: np.random.Generator, length_s: float) -> Line:
    """How much water moves: waves that rise faster than they sink and overlap; between them it is never quite still."""
    n = frames(length_s)
    moves = np.full(n, 0.12)
    # the first wave is on its way already
    t = -0.1
    while t < length_s - 0.3:
        rise, sink = rng.uniform(0.08, 0.2), rng.uniform(0.25, 0.5)
        s = np.arange(frames(rise + sink)) / RATE_HZ
        wave = np.where(s < rise, np.sin(np.pi / 2 * s / rise), np.cos(np.pi / 2 * (s - rise) / sink)) ** 2
        add(moves, wave, round(t * RATE_HZ), rng.uniform(0.5, 1.0))
        t += rise + sink * rng.uniform(0.6, 1.1)
    return moves * np.minimum(1.0, np.arange(n)[::-1] / frames(0.4))
