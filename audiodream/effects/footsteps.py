"""Footsteps: heel, then sole, on boards, stone or gravel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, blow, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Footsteps(Effect):
    """Farnell, Designing Sound, ch. 35: a step is the ground's answer to a heel blow and a rolling sole; boards are low modes
    under a click, stone is nearly the click alone, gravel is many small collisions (PhISEM, Cook 1997).
    """

    name: ClassVar[str] = "footsteps"
    imitates: ClassVar[tuple[str, ...]] = ("Walk, footsteps", "Run")

    pace_hz: float = fixed(1.85, low=0.5, high=4.0, unit="steps/s", more="faster; above 2.5 it is a run")
    steps: float = fixed(5.0, low=1.0, high=30.0, unit="", more="a longer way")
    hollow: float = fixed(0.5, low=0.0, high=1.0, unit="", more="boards over a void instead of stone")
    gravel: float = fixed(0.0, low=0.0, high=1.0, unit="", more="loose ground")
    weight: float = fixed(0.5, low=0.0, high=1.0, unit="", more="heavier, harder steps")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - the ground has no key
        count = round(self.steps)
        out = np.zeros((frames((count + 1) / self.pace_hz) + frames(0.5), 2))
        shoe = rng.uniform(0.85, 1.2)
        t = 0.0
        for k in range(count):
            step = self._step(rng, shoe * (1.0 + 0.05 * (k % 2)))
            side = 0.12 * (1 if k % 2 else -1)
            gain = rng.uniform(0.75, 1.0)
            add(out[:, 0], step, frames(t), gain * (1 - side))
            add(out[:, 1], step, frames(t), gain * (1 + side))
            t += (1.0 + 0.04 * float(rng.standard_normal())) / self.pace_hz
        return finish(room(rng, out, size_m=3.5, t60_s=0.45, wet=0.4, dull_hz=6000.0))

    def _step(self, rng: np.random.Generator, shoe: float) -> Line:
        n = frames(0.38)
        run = self.pace_hz > 2.4
        out = np.zeros(n)
        roll = rng.uniform(0.035, 0.05) if run else rng.uniform(0.09, 0.13)
        for at_s, hard in ((0.0, 1.0), (roll, 0.7 if run else 0.4)):
            at = frames(at_s)
            f = shoe * rng.uniform(0.95, 1.05)
            out += hard * blow(rng, n, at, (
                (60 * f, 180 * f, 0.022, 0.8 + 0.6 * self.weight), (180 * f, 450 * f, 0.016, 0.6 + 0.6 * self.hollow),
                (450 * f, 1300 * f, 0.009, 0.75), (1300 * f, 3500 * f, 0.006, 0.5), (3500.0, 8000.0, 0.003, 0.2)))
        scrape = band(noise(rng, n), 1200.0, 6000.0)
        scrape *= np.interp(np.arange(n) / 48_000, [0, 0.012, roll, roll + 0.02, roll + 0.12, 0.36], [0.2, 0.5, 0.35, 0.6, 0.1, 0])
        out += 0.10 * scrape
        if self.gravel > 0:
            out += self.gravel * _gravel(rng, n, roll)
        return out


def _gravel(rng: np.random.Generator, n: int, roll_s: float) -> Line:
    """Small stones that grind under the sole for a fifth of a second."""
    press = np.interp(np.arange(n) / 48_000, [0, 0.02, roll_s, roll_s + 0.1, 0.35], [0.4, 1, 0.8, 0.5, 0])
    hits = (rng.random(n) < 0.02 * press) * rng.pareto(2.5, n)
    stones = ring(np.minimum(hits, 6.0), [1900.0, 2900.0, 4300.0], [0.006, 0.005, 0.004], [1.0, 0.8, 0.6])
    return 0.6 * band(stones, 500.0, 9000.0)
