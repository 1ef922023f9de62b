"""A chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, band, course, frames, log_uniform, noise, poisson, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Chain(Effect):
    """Links that fall on links: many small collisions (PhISEM, Cook 1997), each ringing for some hundredths of a second; they come
    in clusters, because a jerk runs from link to link, and below them the links rub along the ground."""

    name: ClassVar[str] = "chain"
    imitates: ClassVar[tuple[str, ...]] = ("Jingle, tinkle", "Clatter", "Keys jangling", "Rattle", "Chink, clink", "Clang")

    length_s: float = fixed(1.7, low=0.3, high=6.0, unit="s", more="dragged for longer")
    weight: float = fixed(0.5, low=0.0, high=1.0, unit="", more="heavier links: lower, duller")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - chains have no key
        n = frames(self.length_s + 0.3)
        pull = np.exp(0.7 * wander(rng, n, 2.2)) * course(n, (0, 1), (self.length_s * 0.8, 0.7), (self.length_s, 0), (self.length_s + 1, 0))
        jerks = np.concatenate([[0], poisson(rng, 11.0 * pull)])
        hits = [jerk + (rng.exponential(0.05, int(rng.integers(2, 8))) * RATE_HZ).astype(np.int64) for jerk in jerks]
        at = np.sort(np.concatenate(hits))
        out = np.zeros((n, 2))
        scale = 2.0 ** (0.7 - 1.4 * self.weight)
        for start in np.concatenate([[0], at[at < n]]):
            part = place(_link(rng, scale), float(rng.uniform(-0.5, 0.5)))
            end = min(n, int(start) + len(part))
            out[start:end] += part[:end - start]
        for side in range(2):
            out[:, side] += 0.03 * band(noise(rng, n), 700.0, 5000.0) * pull * np.exp(0.6 * wander(rng, n, 40.0))
        return finish(room(rng, out, size_m=5.0, t60_s=0.4, wet=0.7), fade_s=0.15)


def _link(rng: np.random.Generator, scale: float) -> Line:
    """One link struck by another: six modes, and what the ground hears of it."""
    m = frames(0.14)
    hz = log_uniform(rng, 1800.0, 9500.0, 6) * scale
    hit = np.zeros(m)
    hit[:frames(0.0012)] = noise(rng, frames(0.0012))
    link = ring(hit, hz, rng.uniform(0.03, 0.12, 6), rng.uniform(0.3, 1.0, 6)) + 0.3 * band(hit, 300.0, 2000.0)
    return np.asarray(link * min(rng.pareto(2.2) + 0.2, 2.5) * np.minimum(1.0, (m - np.arange(m)) / 400.0))
