"""The velvet curtain of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, blow, course, force, frames, log_uniform, moving_band, noise, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Curtain(Effect):
    """Heavy velvet drawn along its rail, across the stage: the leading edge gathers speed and is braked; each time a fold is drawn
    taut it takes the next ring along, which knocks on the rail, so that the clicks come faster and faster, slow down and stop; the
    cloth sweeps over the boards, the duller the slower, and when the edge has come to rest it sways out.

    No class of a recogniser is a curtain: it is held to what is said here (see the acceptance tests)."""

    name: ClassVar[str] = "curtain"

    length_s: float = fixed(3.2, low=0.8, high=9.0, unit="s", more="a wider stage, a slower hand")
    weight: float = fixed(0.7, low=0.0, high=1.0, unit="", more="heavier velvet: deeper and duller")
    rings: float = fixed(18.0, low=4.0, high=40.0, unit="", more="more rings, closer to one another")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a curtain has no key
        n, end = frames(self.length_s + 1.2), self.length_s
        speed = course(n, (0.0, 0.12), (0.1 * end, 0.25), (0.45 * end, 0.9), (0.6 * end, 1.0), (0.8 * end, 0.6), (end, 0.0))
        speed *= np.exp(0.12 * wander(rng, n, 1.5))
        gone = np.cumsum(speed) / speed.sum()
        across = (1.6 * gone - 0.8) * (1.0 if rng.random() < 0.5 else -1.0)
        cloth, click = self._cloth(rng, speed, gone, end), self._rings(rng, speed, gone)
        out = np.zeros((n, 2))
        for side, towards in enumerate((-1.0, 1.0)):
            gain = np.sqrt(0.5 * (1.0 + towards * across))
            out[:, side] = cloth[side] * gain + click * gain
        return finish(room(rng, out, size_m=9.0, t60_s=0.8, wet=0.35, dull_hz=4000.0), fade_s=0.5)

    def _cloth(self, rng: np.random.Generator, speed: Line, gone: Line, end_s: float) -> tuple[Line, Line]:
        """The sweep, one for each side: what is drawn is little at first and all of it at last."""
        n = len(speed)
        t = np.arange(n) / RATE_HZ
        sway = sum((g * np.exp(-((t - end_s - s) / 0.12) ** 2) for s, g in ((0.18, 0.22), (0.5, 0.12), (0.8, 0.06))), np.zeros(n))
        moves = speed * (0.6 + 0.4 * gone) + sway
        centre_hz = (250.0 + 1000.0 * np.minimum(moves, 1.2)) * (1.3 - 0.5 * self.weight)
        sides = []
        for _ in range(2):
            folds = moving_band(noise(rng, n), centre_hz * np.exp(0.12 * wander(rng, n, 5.0)), 0.7)
            boards = band(noise(rng, n), 1500.0, 5000.0) * moves**2
            sides.append((folds / folds.std() + 0.08 * boards) * moves * np.exp(0.2 * wander(rng, n, 9.0)))
        return sides[0], sides[1]

    def _rings(self, rng: np.random.Generator, speed: Line, gone: Line) -> Line:
        """One click for each fold that is drawn taut, the harder the faster it goes; the rings slide on between them."""
        n = len(speed)
        out = np.zeros(n)
        rail_hz = log_uniform(rng, 900.0, 2600.0, 4)
        count = round(self.rings)
        for k in range(count):
            at = int(np.searchsorted(gone, min(0.999, (k + 0.3 + 0.15 * float(rng.standard_normal())) / count)))
            hz = np.concatenate([log_uniform(rng, 2200.0, 6500.0, 4), rail_hz * rng.uniform(0.97, 1.03, 4)])
            m = frames(0.15)
            hit = force(0.0003, m) + 0.5 * force(0.0004, m, frames(rng.uniform(0.008, 0.02)))
            one = ring(hit, hz, np.full(8, 0.035), rng.uniform(0.3, 0.8, 8)) + 0.01 * blow(rng, m, 0, ((300.0, 1200.0, 0.006, 0.6),))
            add(out, one, at, (0.3 + 0.9 * float(speed[min(at, n - 1)])) * rng.uniform(0.7, 1.2))
        slide = band(noise(rng, n), 2500.0, 6000.0) * speed**2 * np.exp(0.5 * wander(rng, n, 40.0))
        return np.asarray(9.0 * out / np.abs(out).max() + 0.05 * slide)
