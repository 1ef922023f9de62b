"""A dog that barks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, formants, frames, noise, pulses, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Dog(Effect):
    """Barks: a throat that opens and closes in a sixth of a second, pitch arching up and down, harsh with subharmonics
    (source and filter; Riede & Fitch 1999 give a dog's formants by its size)."""

    name: ClassVar[str] = "dog"
    imitates: ClassVar[tuple[str, ...]] = ("Dog", "Bark", "Bow-wow", "Domestic animals, pets", "Yip")

    barks: float = fixed(3.0, low=1.0, high=12.0, unit="", more="more barks")
    pitch_hz: float = fixed(800.0, low=150.0, high=1200.0, unit="Hz", more="a smaller dog")
    far: float = fixed(0.3, low=0.0, high=1.0, unit="", more="farther away: duller, more echo")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - dogs have no key
        count = round(self.barks)
        out = np.zeros(frames(0.55 * count + 0.4))
        size = rng.uniform(0.85, 1.2)
        t = 0.0
        for _ in range(count):
            length = rng.uniform(0.13, 0.2)
            n = frames(length)
            hz = self.pitch_hz * size * course(n, (0, 0.6), (0.035, 1.15), (length * 0.6, 1.0), (length, 0.5))
            source = pulses(hz * np.exp(0.05 * wander(rng, n, 55.0)))
            source = 6.0 * band(source, 0.0, 4000.0) * np.maximum(0.2, 1.0 + 0.15 * wander(rng, n, 70.0)) + 0.06 * noise(rng, n)
            open_ = course(n, (0, 0), (0.012, 1.0), (length * 0.55, 0.8), (length, 0))
            mouth = formants(source, np.array([780.0, 1450.0, 2600.0, 3900.0]) * size, [200, 260, 400, 500], [1.0, 0.9, 0.6, 0.3])
            add(out, mouth * open_, frames(t), rng.uniform(0.8, 1.0))
            t += length + rng.uniform(0.14, 0.38)
        out = band(out, 200.0, 9000.0 - 5500.0 * self.far)
        return finish(room(rng, out, size_m=6.0, t60_s=0.25, wet=0.25 + 0.5 * self.far, dull_hz=3500.0), fade_s=0.2)
