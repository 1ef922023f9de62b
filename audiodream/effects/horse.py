"""Hooves on a road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, blow, fall, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Horse(Effect):
    """Hooves: a hollow horn shoe on hard ground, in the four beats of a walk, the pairs of a trot, or the three beats of a canter."""

    name: ClassVar[str] = "horse"
    imitates: ClassVar[tuple[str, ...]] = ("Clip-clop", "Horse")

    stride_hz: float = fixed(1.5, low=0.5, high=3.0, unit="Hz", more="faster")
    strides: float = fixed(4.0, low=1.0, high=20.0, unit="", more="a longer way")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - roads have no key
        beats = (0.0, 0.27, 0.5, 0.77) if self.stride_hz < 2.0 else (0.0, 0.22, 0.42)
        count = round(self.strides)
        out = np.zeros((frames(count / self.stride_hz + 0.6), 2))
        hooves = rng.uniform(0.9, 1.12, 4)
        for stride in range(count):
            for k, phase in enumerate(beats):
                at = frames((stride + phase + (0.02 * float(rng.standard_normal()) if stride + k else 0.0)) / self.stride_hz)
                n = frames(0.16)
                f = 820.0 * hooves[k] * rng.uniform(0.97, 1.03)
                hoof = blow(rng, n, 0, ((110.0, 300.0, 0.010, 0.5), (0.7 * f, 1.5 * f, 0.010, 1.0),
                                        (1.8 * f, 4 * f, 0.006, 0.6), (4000.0, 9000.0, 0.003, 0.2)))
                hoof += 9.0 * ring(0.02 * noise(rng, n) * fall(n, 0.0012), [f, 1.9 * f, 3.1 * f], [0.05, 0.035, 0.025], [1.0, 0.6, 0.4])
                side = 0.25 * (1 if k % 2 else -1)
                gain = rng.uniform(0.7, 1.0)
                add(out[:, 0], hoof, at, gain * (1 - side))
                add(out[:, 1], hoof, at, gain * (1 + side))
        return finish(room(rng, out, size_m=4.0, t60_s=0.3, wet=0.5, dull_hz=5000.0), fade_s=0.2)
