"""A body on a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ

LANDS = ((0.0, 0.5), (0.13, 0.7), (0.24, 1.0), (0.36, 0.4))
"""Knees, hip, shoulder, arm: after so many seconds, so hard."""


@dataclass(frozen=True)
class BodyFall(Effect):
    """A body goes down on boards: knees, hip, shoulder and arm in quick succession. Flesh takes hold over some milliseconds and stops
    the boards ringing; clothes and the air under them go with it."""

    name: ClassVar[str] = "bodyfall"
    imitates: ClassVar[tuple[str, ...]] = ("Thump, thud", "Thunk", "Door", "Bang", "Slam")
    level_db: ClassVar[float] = 1.0

    weight: float = fixed(0.6, low=0.1, high=1.0, unit="", more="a heavier body")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a body has no key
        n = frames(1.2)
        out, clothes = np.zeros(n), np.zeros(n)
        f = (1.3 - 0.5 * self.weight) * rng.uniform(0.85, 1.15)
        for due_s, hard in LANDS:
            at_s = 0.02 + due_s * rng.uniform(0.8, 1.2)
            out += hard * rng.uniform(0.7, 1.0) * self._land(rng, n, at_s, f)
            add(clothes, np.hanning(frames(0.35)), max(0, frames(at_s) - frames(0.12)), rng.uniform(0.5, 1.0))
        air = still_air(rng, n, 0.012 * float(np.abs(out).max()))
        return finish(room(rng, out[:, None] + air * clothes[:, None], size_m=2.5, t60_s=0.3, wet=0.3, dull_hz=3000.0), fade_s=0.2)

    def _land(self, rng: np.random.Generator, n: int, at_s: float, f: float) -> Line:
        after = np.arange(n) / RATE_HZ - at_s
        out = np.zeros(n)
        for low, high, tau_s, gain in ((50.0, 150.0, 0.06, 1.0), (150.0, 400.0, 0.04, 0.65), (400.0, 1000.0, 0.02, 0.4)):
            push = (1.0 - np.exp(-np.maximum(0.0, after) / 0.006)) * np.exp(-np.maximum(0.0, after) / tau_s)
            out += gain * band(noise(rng, n), low * f, high * f, 2) * push / np.sqrt(high - low)
        return np.asarray(out / np.abs(out).max())
