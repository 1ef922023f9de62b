"""A crowd that gasps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish


@dataclass(frozen=True)
class Gasp(Effect):
    """Many draw their breath at once (`crowd.one_shot`)."""

    name: ClassVar[str] = "gasp"
    imitates: ClassVar[tuple[str, ...]] = ("Gasp", "Breathing", "Sigh")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a crowd has no key
        return finish(crowd.one_shot("gasp", rng).astype(np.float64), fade_s=0.15)
