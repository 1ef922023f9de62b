"""Hooves on a road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, force, frames, noise, ring, thud, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed

BANDS = ((50.0, 150.0, 0.017, 0.4), (150.0, 400.0, 0.0105, 0.7), (400.0, 1000.0, 0.005, 0.6))
"""What the ground answers: low Hz, high Hz, decay in s, gain. Half a ton on soft horn: short and low."""


@dataclass(frozen=True)
class Horse(Effect):
    """Hooves on a road: of every hoof the ground's thud, the hollow horn, the shoe set down after the toe, and grit that it turns over;
    the four beats of an ambling walk, or the three of a canter; around them the air of the open."""

    name: ClassVar[str] = "horse"
    imitates: ClassVar[tuple[str, ...]] = ("Clip-clop", "Horse")

    stride_hz: float = fixed(1.7, low=0.5, high=3.0, unit="Hz", more="faster; above 2.2 it is a canter")
    strides: float = fixed(5.0, low=1.0, high=20.0, unit="", more="a longer way")
    grit: float = fixed(0.3, low=0.0, high=1.0, unit="", more="from bare stone to a sandy road")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - roads have no key
        beats = (0.0, 0.2, 0.5, 0.7) if self.stride_hz <= 2.2 else (0.0, 0.22, 0.42)
        count = round(self.strides)
        n = frames(count / self.stride_hz + 0.6)
        out, rub = np.zeros((n, 2)), np.zeros(n)
        hooves = rng.uniform(0.88, 1.12, 4)
        for stride in range(count):
            for k, phase in enumerate(beats):
                at = frames(0.02 + max(0.0, stride + phase + 0.015 * float(rng.standard_normal())) / self.stride_hz)
                hoof, side, gain = self._hoof(rng, float(hooves[k])), 0.25 * (1 if k % 2 else -1), rng.uniform(0.6, 1.0)
                add(out[:, 0], hoof, at, gain * (1 - side))
                add(out[:, 1], hoof, at, gain * (1 + side))
                add(rub, np.hanning(frames(0.1)), at, rng.uniform(0.3, 1.0))
        out += (0.07 * self.grit * band(noise(rng, n), 1000.0, 6000.0) * rub * np.exp(0.7 * wander(rng, n, 80.0)))[:, None]
        out += still_air(rng, n, 0.0125 * float(np.abs(out).max()))
        return finish(room(rng, out, size_m=4.0, t60_s=0.3, wet=0.1, dull_hz=5000.0), fade_s=0.2)

    def _hoof(self, rng: np.random.Generator, size: float) -> Line:
        n = frames(0.3)
        out = np.zeros(n)
        for at_s, hard in ((0.0, 1.0), (rng.uniform(0.03, 0.06), 0.3)):
            thud(rng, out, at_s, hard, size, (0.95, 1.05), 0.001, BANDS)
        out /= np.abs(out).max()
        horn = np.array([900.0, 1710.0, 2790.0]) * size
        return out + ring(force(0.0008, n), horn, [0.03, 0.021, 0.015], [1.0, 0.6, 0.4])
