"""A crowd that cheers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish


@dataclass(frozen=True)
class Cheer(Effect):
    """A crowd cheers: takes of our own voices, layered and placed in a room (`crowd.one_shot`)."""

    name: ClassVar[str] = "cheer"
    imitates: ClassVar[tuple[str, ...]] = ("Cheering", "Crowd", "Children shouting", "Shout", "Yell", "Whoop")
    level_db: ClassVar[float] = 2.0

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a crowd has no key
        return finish(crowd.one_shot("cheer", rng).astype(np.float64), fade_s=0.4)
