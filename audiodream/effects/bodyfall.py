"""A body on a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class BodyFall(Effect):
    """A body goes down on boards: knees, hip, shoulder and arm in quick succession, flesh (long contacts) and cloth."""

    name: ClassVar[str] = "bodyfall"
    imitates: ClassVar[tuple[str, ...]] = ("Thump, thud", "Thunk", "Door", "Bang", "Slam")
    level_db: ClassVar[float] = 1.0

    weight: float = fixed(0.6, low=0.1, high=1.0, unit="", more="a heavier body")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a body has no key
        n = frames(1.1)
        out = np.zeros(n)
        t = 0.0
        for hard in (0.45, 1.0, 0.7, 0.3, 0.18):
            f = (110.0 - 40.0 * self.weight) * rng.uniform(0.8, 1.3)
            out += hard * blow(rng, n, frames(t), ((0.7 * f, 2 * f, 0.045, 1.8), (2 * f, 6 * f, 0.025, 1.0), (6 * f, 20 * f, 0.010, 0.4),
                                                   (1800.0, 6000.0, 0.006, 0.15)))
            t += rng.uniform(0.05, 0.13)
        swish = band(noise(rng, n), 500.0, 5000.0) * np.interp(np.arange(n) / 48_000, [0, 0.1, 0.25, 0.6], [0.1, 0.5, 0.4, 0.0])
        return finish(room(rng, out + 0.06 * swish, size_m=3.5, t60_s=0.25, wet=1.0, dull_hz=3000.0), fade_s=0.2)
