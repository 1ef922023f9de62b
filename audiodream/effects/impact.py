"""Blows and falls: a dull impact, a body on a floor, debris."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, finish, frames, noise, place, room
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Impact(Effect):
    """Something heavy strikes: low dense modes that ring longest, then what is loose settling after it."""

    name: ClassVar[str] = "impact"
    imitates: ClassVar[tuple[str, ...]] = ("Thump, thud", "Thunk", "Bang", "Boom", "Slam", "Explosion", "Whack, thwack")
    level_db: ClassVar[float] = 2.0

    weight: float = fixed(0.6, low=0.0, high=1.0, unit="", more="heavier: lower, longer")
    hardness: float = fixed(0.45, low=0.0, high=1.0, unit="", more="harder surfaces: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a blow has no key
        n = frames(0.9)
        f = (150.0 - 80.0 * self.weight) * rng.uniform(0.85, 1.15)
        bands = ((0.6 * f, 1.6 * f, 0.04 + 0.05 * self.weight, 2.0), (1.6 * f, 4 * f, 0.045, 1.4), (4 * f, 12 * f, 0.022, 0.3 + 0.9 * self.hardness),
                 (12 * f, 40 * f, 0.010, 0.8 * self.hardness), (3000.0, 8000.0, 0.004, 0.5 * self.hardness))
        out = blow(rng, n, 0, bands)
        for at in rng.uniform(0.03, 0.25, 3):
            out += rng.uniform(0.1, 0.4) * blow(rng, n, frames(float(at)), bands)
        return finish(room(rng, out, size_m=5.0, t60_s=0.25, wet=1.0, dull_hz=3000.0), fade_s=0.2)


@dataclass(frozen=True)
class BodyFall(Effect):
    """A body goes down on boards: knees, hip, shoulder and arm in quick succession, flesh (long contacts) and cloth."""

    name: ClassVar[str] = "bodyfall"
    imitates: ClassVar[tuple[str, ...]] = ("Thump, thud", "Thunk", "Door", "Bang", "Slam")
    level_db: ClassVar[float] = 1.0

    weight: float = fixed(0.6, low=0.1, high=1.0, unit="", more="a heavier body")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a body has no key
        n = frames(1.1)
        out = np.zeros(n)
        t = 0.0
        for hard in (0.45, 1.0, 0.7, 0.3, 0.18):
            f = (110.0 - 40.0 * self.weight) * rng.uniform(0.8, 1.3)
            out += hard * blow(rng, n, frames(t), ((0.7 * f, 2 * f, 0.045, 1.8), (2 * f, 6 * f, 0.025, 1.0), (6 * f, 20 * f, 0.010, 0.4),
                                                   (1800.0, 6000.0, 0.006, 0.15)))
            t += rng.uniform(0.05, 0.13)
        swish = band(noise(rng, n), 500.0, 5000.0) * np.interp(np.arange(n) / 48_000, [0, 0.1, 0.25, 0.6], [0.1, 0.5, 0.4, 0.0])
        return finish(room(rng, out + 0.06 * swish, size_m=3.5, t60_s=0.25, wet=1.0, dull_hz=3000.0), fade_s=0.2)


@dataclass(frozen=True)
class Debris(Effect):
    """Stones and planks that come down and settle: many blows whose number dies away, each a body of its own size, and dust."""

    name: ClassVar[str] = "debris"
    imitates: ClassVar[tuple[str, ...]] = ("Smash, crash", "Breaking", "Clatter", "Crushing", "Rattle", "Wood", "Crack", "Eruption")
    level_db: ClassVar[float] = 1.0

    pieces: float = fixed(46.0, low=5.0, high=150.0, unit="", more="more comes down")
    settle_s: float = fixed(0.55, low=0.1, high=2.0, unit="s", more="it takes longer to come to rest")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - stones have no key
        n = frames(0.6 + 4.2 * self.settle_s)
        out = np.zeros((n, 2))
        times = np.sort(rng.exponential(self.settle_s, round(self.pieces)))
        times[0] = 0.0
        for at in times:
            size = min(0.12 + 0.25 * rng.pareto(1.8), 1.6) if at > 0 else 1.8
            f = 210.0 / size**0.8 * rng.uniform(0.7, 1.4)
            m = frames(0.35)
            one = blow(rng, m, 0, ((f, 2.5 * f, 0.016 * size + 0.006, 1.0), (2.5 * f, 7 * f, 0.010 * size + 0.004, 0.9),
                                   (min(7 * f, 4000.0), 9000.0, 0.004, 0.5)))
            part = place(one * size, float(rng.uniform(-0.7, 0.7)))
            start = frames(float(at))
            end = min(n, start + m)
            if end > start:
                out[start:end] += part[:end - start]
        dust = np.interp(np.arange(n) / 48_000, [0, 0.05, self.settle_s * 2, self.settle_s * 4], [0.2, 1.0, 0.4, 0.0])
        for side in range(2):
            out[:, side] += 0.12 * band(noise(rng, n), 500.0, 6000.0) * dust
        return finish(room(rng, out, size_m=5.0, t60_s=0.5, wet=0.35, dull_hz=4500.0), fade_s=0.3)
