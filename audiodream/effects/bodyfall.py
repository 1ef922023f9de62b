"""A body on a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, frames
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
        n = frames(1.0)
        f = (130.0 - 50.0 * self.weight) * rng.uniform(0.85, 1.15)
        bands = (
            (0.6 * f, 1.6 * f, 0.055, 2.0), (1.6 * f, 4 * f, 0.036, 1.4), (4 * f, 12 * f, 0.018, 0.6),
            (12 * f, 40 * f, 0.010, 0.3), (3000.0, 8000.0, 0.004, 0.2))
        out = blow(rng, n, 0, bands)
        for at in rng.uniform(0.04, 0.3, 8):
            out += rng.uniform(0.1, 0.4) * blow(rng, n, frames(float(at)), bands)
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=1.0, dull_hz=3000.0), fade_s=0.2)
