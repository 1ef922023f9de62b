"""A shout far off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish


@dataclass(frozen=True)
class Shout(Effect):
    """One voice far off (`crowd.one_shot`)."""

    name: ClassVar[str] = "shout"
    imitates: ClassVar[tuple[str, ...]] = ("Shout", "Yell", "Bellow", "Whoop", "Children shouting")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a shout keeps out of the key
        return finish(crowd.one_shot("shout", rng).astype(np.float64), fade_s=0.3)
