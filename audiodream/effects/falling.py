"""A fall through the air."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import frames, moving_band, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Falling(Effect):
    """A fall: wind that rushes harder and harder past the ears, its pitch sinking like the ground below, and then nothing."""

    name: ClassVar[str] = "falling"
    imitates: ClassVar[tuple[str, ...]] = ()

    length_s: float = fixed(2.6, low=0.6, high=8.0, unit="s", more="a deeper fall")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s)
        t = np.arange(n) / n
        loud = np.minimum(1.0, 0.12 + t**1.4) * np.minimum(1.0, (1 - t) / 0.12)
        out = np.zeros((n, 2))
        for side in range(2):
            gusts = np.exp(0.22 * wander(rng, n, 6.0))
            low = moving_band(noise(rng, n), 240.0 + 500.0 * t, 1.2)
            whistle = moving_band(noise(rng, n), 2600.0 * 2.0 ** (-1.6 * t) * np.exp(0.05 * wander(rng, n, 1.5)), 14.0)
            out[:, side] = (low + 1.3 * whistle * t) * loud * gusts
        glide = np.sin(2 * np.pi * np.cumsum(root_hz * 8.0 * 2.0 ** (-2.2 * t)) / 48_000) * loud * 0.012 * (1 - t)
        return finish(room(rng, out + glide[:, None], size_m=6.0, t60_s=0.5, wet=0.25), fade_s=0.25)
