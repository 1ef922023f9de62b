"""A heavy blow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import blow, frames
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Impact(Effect):
    """Something heavy strikes: low dense modes that ring longest, then what is loose settling after it."""

    name: ClassVar[str] = "impact"
    imitates: ClassVar[tuple[str, ...]] = ("Thump, thud", "Thunk", "Bang", "Boom", "Slam", "Explosion", "Whack, thwack")
    level_db: ClassVar[float] = 2.0

    weight: float = fixed(0.6, low=0.0, high=1.0, unit="", more="heavier: lower, longer")
    hardness: float = fixed(0.8, low=0.0, high=1.0, unit="", more="harder surfaces: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a blow has no key
        n = frames(0.9)
        f = (150.0 - 80.0 * self.weight) * rng.uniform(0.85, 1.15)
        bands = (
            (0.6 * f, 1.6 * f, 0.04 + 0.05 * self.weight, 2.0), (1.6 * f, 4 * f, 0.045, 1.4),
            (4 * f, 12 * f, 0.022, 0.3 + 0.9 * self.hardness), (12 * f, 40 * f, 0.010, 0.8 * self.hardness),
            (3000.0, 8000.0, 0.004, 0.5 * self.hardness))
        out = blow(rng, n, 0, bands)
        for at in rng.uniform(0.03, 0.25, 3):
            out += rng.uniform(0.1, 0.4) * blow(rng, n, frames(float(at)), bands)
        heard = room(rng, out, size_m=5.0, t60_s=0.25, wet=0.5, dull_hz=3000.0)
        return finish(heard + still_air(rng, len(heard), 0.01 * float(np.abs(out).max())), fade_s=0.3)
