"""An old telephone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, band, frames, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Phone(Effect):
    """An old telephone: a clapper swings between two gongs twenty times a second, rings and rests."""

    name: ClassVar[str] = "phone"
    imitates: ClassVar[tuple[str, ...]] = ("Telephone bell ringing", "Telephone", "Ringtone", "Alarm clock")

    rings: float = fixed(2.0, low=1.0, high=8.0, unit="", more="more rings")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - telephones keep out of the key
        count = round(self.rings)
        n = frames(count * 1.9 + 0.3)
        hits: list[Line] = [np.zeros(n), np.zeros(n)]
        for k in range(count):
            t = k * 1.9
            while t < k * 1.9 + 1.15:
                for gong in range(2):
                    hits[gong] += 0.0
                    at = frames(t + gong * 0.024)
                    hits[gong][at:at + 12] += np.hanning(12) * rng.uniform(0.7, 1.0)
                t += 0.049 * rng.uniform(0.98, 1.02)
        out = np.zeros(n)
        for gong, base in enumerate((1180.0, 1330.0)):
            hz = base * rng.uniform(0.97, 1.03) * np.array([1.0, 1.004, 2.71, 5.15])
            out += ring(hits[gong], hz, [0.5, 0.45, 0.3, 0.15], [0.6, 0.5, 1.0, 0.6])
        out += 0.02 * band(hits[0] + hits[1], 500.0, 5000.0)
        return finish(room(rng, out, size_m=3.0, t60_s=0.35, wet=0.35, dull_hz=6000.0), fade_s=0.2)
