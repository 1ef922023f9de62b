"""A crowd that laughs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish


@dataclass(frozen=True)
class Laughter(Effect):
    """A crowd laughs, without words: many throats (`throat.laugh`), layered and placed in a room (`crowd.one_shot`)."""

    name: ClassVar[str] = "laughter"
    imitates: ClassVar[tuple[str, ...]] = ("Laughter", "Chuckle, chortle", "Giggle", "Belly laugh", "Snicker")
    goes_on: ClassVar[bool] = True

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a crowd has no key
        return finish(crowd.one_shot("laughter", rng).astype(np.float64), fade_s=0.3)
