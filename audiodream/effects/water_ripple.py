"""Small waves that lap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.bubbles import bubbles
from audiodream.effects.craft import band, course, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Ripple(Effect):
    """Small waves that lap: clouds of bubbles over a soft hiss, in a few surges."""

    name: ClassVar[str] = "water-ripple"
    imitates: ClassVar[tuple[str, ...]] = ("Water", "Liquid", "Trickle, dribble", "Stream", "Gurgling", "Slosh")

    length_s: float = fixed(2.6, low=0.5, high=10.0, unit="s", more="goes on longer")
    liveliness_hz: float = fixed(800.0, low=10.0, high=2000.0, unit="bubbles/s", more="from a lapping to a babble")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        n = frames(self.length_s)
        surge = np.maximum(0.15, 0.6 + 0.5 * wander(rng, n, 1.3)) * course(
            n, (0.0, 0.6), (0.15, 1.0), (self.length_s * 0.6, 0.8), (self.length_s, 0.0))
        out = bubbles(rng, self.liveliness_hz * surge, 0.5, 3.6)
        for side in range(2):
            out[:, side] += 0.5 * band(noise(rng, n), 300.0, 2000.0) * surge * np.exp(0.3 * wander(rng, n, 9.0))
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.3), fade_s=0.3)
