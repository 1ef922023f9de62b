"""A crowd that cheers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.applause import Applause
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Cheer(Effect):
    """A crowd cheers: many throats (`throat.cry`), layered and placed in a room (`crowd.one_shot`)."""

    name: ClassVar[str] = "cheer"
    imitates: ClassVar[tuple[str, ...]] = ("Cheering", "Crowd", "Children shouting", "Shout", "Yell", "Whoop")
    goes_on: ClassVar[bool] = True
    level_db: ClassVar[float] = 2.0

    clapping: float = fixed(0.3, low=0.0, high=1.0, unit="", more="more of them clap as well")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        voices = crowd.one_shot("cheer", rng).astype(np.float64)
        hands = Applause(clappers=70.0, length_s=3.2, eruption_s=0.6, unison=0.0).sound(rng, root_hz).astype(np.float64)
        out = np.zeros((max(len(voices), len(hands)), 2))
        out[:len(voices)] += voices / np.abs(voices).max()
        out[:len(hands)] += self.clapping * hands / np.abs(hands).max()
        return finish(out, fade_s=0.5)
