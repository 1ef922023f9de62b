"""Footsteps: heel, then sole, on boards, stone or gravel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, course, frames, noise, ring, thud, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Footsteps(Effect):
    """A step is what a floor answers to a heel and then a sole that are set down on it, short and low because a shoe is soft and a
    floor swallows (Ekimov & Sabatier 2006: under 500 Hz from the weight, above from the rub); between them the sole scuffs.
    Boards ring lower than stone, gravel is many small collisions (PhISEM, Cook 1997). Around the steps stands the air of the place.
    """

    name: ClassVar[str] = "footsteps"
    imitates: ClassVar[tuple[str, ...]] = ("Walk, footsteps", "Run")

    pace_hz: float = fixed(2.0, low=0.5, high=4.0, unit="steps/s", more="faster; above 2.5 it is a run")
    steps: float = fixed(6.0, low=1.0, high=30.0, unit="", more="a longer way")
    hollow: float = fixed(0.5, low=0.0, high=1.0, unit="", more="boards over a void instead of stone")
    gravel: float = fixed(0.0, low=0.0, high=1.0, unit="", more="loose ground")
    weight: float = fixed(0.5, low=0.0, high=1.0, unit="", more="heavier, harder steps")
    air_db: float = fixed(-32.5, low=-80.0, high=-20.0, unit="dB", more="more of the air of the place, against the steps")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - the ground has no key
        count, run = round(self.steps), self.pace_hz > 2.4
        n = frames(count / self.pace_hz + 0.6)
        out, rub = np.zeros((n, 2)), np.zeros(n)
        shoe, t = rng.uniform(0.85, 1.2), 0.02
        for k in range(count):
            step = self._step(rng, shoe * (1.0 + 0.05 * (k % 2)) * float(np.exp(0.05 * rng.standard_normal())), run)
            side, gain = 0.12 * (1 if k % 2 else -1), rng.uniform(0.5, 1.0)
            add(out[:, 0], step, frames(t), gain * (1 - side))
            add(out[:, 1], step, frames(t), gain * (1 + side))
            add(rub, np.hanning(frames(0.12)) ** 0.7, frames(t + 0.05), rng.uniform(0.3, 1.0))
            add(rub, np.hanning(frames(0.06)), max(0, frames(t) - frames(0.04)), rng.uniform(0.1, 0.6))
            t += (1.0 + 0.03 * float(rng.standard_normal())) / self.pace_hz
        scuff = band(noise(rng, n), 600.0, 5000.0) * rub * np.exp(0.7 * wander(rng, n, 60.0))
        out += 0.025 * scuff[:, None]
        out += still_air(rng, n, 0.5 * 10.0 ** (self.air_db / 20.0) * float(np.abs(out).max()))
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.1, dull_hz=4000.0), fade_s=0.3)

    def _step(self, rng: np.random.Generator, shoe: float, run: bool) -> Line:
        """Heel and sole of one step; its peak is 1."""
        n = frames(0.4)
        out = np.zeros(n)
        roll_s = rng.uniform(0.03, 0.05) if run else rng.uniform(0.045, 0.075)
        bands = ((50.0, 150.0, 0.017, 0.6 + 0.6 * self.hollow + 0.1 * (self.weight - 0.5)), (150.0, 400.0, 0.0105, 0.6),
                 (400.0, 1000.0, 0.005, 0.7))
        for at_s, hard in ((0.0, 1.0), (roll_s, rng.uniform(0.6, 1.3))):
            thud(rng, out, at_s, hard, shoe, (0.93, 1.07), 0.002, bands)
        out /= np.abs(out).max()
        return out + self.gravel * _gravel(rng, n, roll_s) if self.gravel > 0 else out


def _gravel(rng: np.random.Generator, n: int, roll_s: float) -> Line:
    """Small stones that grind under the sole for a fifth of a second."""
    press = course(n, (0.0, 0.4), (0.02, 1.0), (roll_s + 0.05, 0.8), (roll_s + 0.15, 0.5), (0.38, 0.0))
    hits = (rng.random(n) < 0.02 * press) * rng.pareto(2.5, n)
    stones = ring(np.minimum(hits, 6.0), [1900.0, 2900.0, 4300.0], [0.006, 0.005, 0.004], [1.0, 0.8, 0.6])
    return 0.15 * band(stones, 500.0, 9000.0)
