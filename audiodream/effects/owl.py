"""An owl in the night."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, frames, noise, turn, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Owl(Effect):
    """A great horned owl: a long hoot, two short, two long; nearly sines that arch a little, in the moving air of a night wood."""

    name: ClassVar[str] = "owl"
    imitates: ClassVar[tuple[str, ...]] = ("Owl", "Hoot")

    pitch_hz: float = fixed(330.0, low=200.0, high=900.0, unit="Hz", more="a smaller owl")
    night: float = fixed(0.7, low=0.0, high=1.0, unit="", more="more of the night air around it")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - owls have no key
        out = np.zeros((frames(3.4), 2))
        f = self.pitch_hz * rng.uniform(0.9, 1.1)
        for at, length in ((0.0, 0.35), (0.75, 0.16), (0.98, 0.16), (1.5, 0.4), (2.3, 0.45)):
            n = frames(length)
            hz = f * course(n, (0, 0.93), (0.25 * length, 1.0), (length, 0.93))
            hoot = (turn(hz) + 0.05 * turn(2 * hz) + 0.012 * turn(3 * hz)) * np.hanning(n) ** 0.6 * rng.uniform(0.85, 1.0)
            start = frames(at * rng.uniform(0.97, 1.03)) if at else 0
            for side in range(2):
                add(out[:, side], hoot, start)
        wood = course(len(out), (0, 0), (0.1, 1), (2.8, 1), (3.4, 0)) * self.night * 0.6
        for side in range(2):
            air = band(noise(rng, len(out)), 0.0, 400.0)
            out[:, side] += air / air.std() * wood * np.exp(0.2 * wander(rng, len(out), 2.0)) * 0.3
        return finish(room(rng, out, size_m=9.0, t60_s=0.4, wet=0.4, dull_hz=3000.0), fade_s=0.4)
