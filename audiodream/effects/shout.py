"""A shout far off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream import crowd
from audiodream.audio import Audio
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, still_air
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Shout(Effect):
    """Men who shout far off and out of doors: one leads, five take it up (`crowd.one_shot`), and walls send a little back.

    One voice alone, however it strains, is heard as speech, and so are three when they happen to shout low or in turn.
    """

    name: ClassVar[str] = "shout"
    imitates: ClassVar[tuple[str, ...]] = ("Shout", "Yell", "Bellow", "Whoop", "Children shouting")
    goes_on: ClassVar[bool] = True

    voices: float = fixed(6.0, low=1.0, high=12.0, unit="", more="more who shout")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a shout keeps out of the key
        shouted = crowd.one_shot("shout", rng, voices=round(self.voices)).astype(np.float64)
        shouted += still_air(rng, len(shouted), 0.03 * float(np.sqrt(np.mean(shouted**2))))
        return finish(shouted, fade_s=0.3)
