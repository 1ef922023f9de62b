"""Time slows down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class TimeSlow(Effect):
    """The world slows: a cluster on the root that slides down two octaves while its beating slows and its top closes, with the
    rumble of a tape under a thumb."""

    name: ClassVar[str] = "time-slow"
    imitates: ClassVar[tuple[str, ...]] = ()

    length_s: float = fixed(3.5, low=1.0, high=9.0, unit="s", more="slows down over longer")
    depth_octaves: float = fixed(2.0, low=0.5, high=4.0, unit="octaves", more="sinks deeper")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s)
        t = np.arange(n) / n
        sink = 2.0 ** (-self.depth_octaves * t**0.7)
        loud = course(n, (0, 0), (0.03, 1.0), (self.length_s * 0.5, 0.7), (self.length_s, 0.0))
        out = np.zeros((n, 2))
        for ratio in (2.0, 2.12, 3.0, 4.0, 4.24, 6.0, 8.0, 8.5, 12.0):
            for side in range(2):
                phase = np.cumsum(root_hz * ratio * rng.uniform(0.995, 1.005) * sink) * (2 * np.pi / 48_000) + rng.uniform(0, 6.28)
                beat = 0.6 + 0.4 * np.sin(np.cumsum(rng.uniform(5.0, 9.0) * sink) * (2 * np.pi / 48_000))
                out[:, side] += np.sin(phase) * beat * ratio**-0.6 * np.exp(-t * ratio * 0.25)
        for side in range(2):
            out[:, side] += 0.25 * band(noise(rng, n), 120.0, 1500.0) * np.exp(-3 * t)
        return finish(room(rng, out * loud[:, None], size_m=12.0, t60_s=1.5, wet=0.4, dull_hz=3000.0), fade_s=0.6)
