"""One breath, in and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, formants, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Breath(Effect):
    """One breath: air through a glottis left open, coloured by the mouth; inwards it is brighter and ends soon, outwards it sinks
    (noise source and formants, after Stevens 1998)."""

    name: ClassVar[str] = "breath"
    imitates: ClassVar[tuple[str, ...]] = ("Breathing", "Gasp", "Sigh", "Pant")

    length_s: float = fixed(2.4, low=0.5, high=6.0, unit="s", more="a slower breath, in and out")
    fear: float = fixed(0.3, low=0.0, high=1.0, unit="", more="shorter, shakier, brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - breath has no key
        length = self.length_s * (1.0 - 0.5 * self.fear)
        n = frames(length)
        size = rng.uniform(0.9, 1.15)
        inward = course(n, (0, 0), (0.08, 0.7), (0.3 * length, 1.0), (0.40 * length, 0.0), (length, 0.0))
        outward = course(n, (0, 0), (0.47 * length, 0.0), (0.53 * length, 1.0), (0.7 * length, 0.55), (length, 0.0))
        shake = np.exp((0.15 + 0.35 * self.fear) * wander(rng, n, 7.0))
        source = noise(rng, n)
        mouth_in = formants(source, np.array([1050.0, 1900.0, 3100.0, 4600.0]) * size, [260, 320, 450, 600], [0.6, 1.0, 0.8, 0.6])
        mouth_out = formants(source, np.array([620.0, 1250.0, 2500.0, 3700.0]) * size, [240, 280, 400, 550], [1.0, 0.8, 0.5, 0.3])
        air = 0.05 * band(source, 2000.0, 8000.0)
        out = (mouth_in + 2 * air) * inward * shake + (mouth_out + air) * outward * shake * 0.8
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=1.0), fade_s=0.15)
