"""Metal: a chain, a drawn sword."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, finish, frames, log_uniform, noise, place, poisson, ring, room, wander
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Chain(Effect):
    """Links that fall on links: many small collisions (PhISEM, Cook 1997), each ringing a few stiff rings for some hundredths of a second."""

    name: ClassVar[str] = "chain"
    imitates: ClassVar[tuple[str, ...]] = ("Jingle, tinkle", "Clatter", "Keys jangling", "Rattle", "Chink, clink", "Clang")

    length_s: float = fixed(1.7, low=0.3, high=6.0, unit="s", more="dragged for longer")
    weight: float = fixed(0.5, low=0.0, high=1.0, unit="", more="heavier links: lower, duller")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - chains have no key
        n = frames(self.length_s + 0.3)
        pull = np.exp(0.7 * wander(rng, n, 2.2)) * course(n, (0, 1.0), (self.length_s * 0.8, 0.7), (self.length_s, 0.0), (self.length_s + 0.3, 0))
        at = poisson(rng, 55.0 * pull)
        out = np.zeros((n, 2))
        scale = 2.0 ** (0.7 - 1.4 * self.weight)
        for start in np.concatenate([[0], at]):
            m = frames(0.14)
            hz = log_uniform(rng, 1300.0, 8500.0, 5) * scale
            hit = np.zeros(m)
            hit[:frames(0.0012)] = noise(rng, frames(0.0012))
            link = ring(hit, hz, rng.uniform(0.03, 0.16, 5), rng.uniform(0.3, 1.0, 5)) + 0.3 * band(hit, 300.0, 2000.0)
            link *= min(rng.pareto(2.2) + 0.2, 2.5) * np.minimum(1.0, (m - np.arange(m)) / 400.0)
            part = place(link, float(rng.uniform(-0.5, 0.5)))
            end = min(n, int(start) + m)
            out[start:end] += part[:end - start]
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.3), fade_s=0.15)


@dataclass(frozen=True)
class Sword(Effect):
    """A blade leaves its sheath: steel scraped along a rim (noise into the blade's modes, brighter as it speeds up), then it rings free."""

    name: ClassVar[str] = "sword"
    imitates: ClassVar[tuple[str, ...]] = ("Zing", "Scrape", "Clang", "Cutlery, silverware", "Ding", "Whoosh, swoosh, swish")

    draw_s: float = fixed(0.5, low=0.1, high=2.0, unit="s", more="drawn more slowly")
    ring_s: float = fixed(1.4, low=0.2, high=4.0, unit="s", more="better steel: rings longer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - steel has no key
        n = frames(self.draw_s + self.ring_s)
        speed = course(n, (0, 0.25), (self.draw_s * 0.8, 1.0), (self.draw_s, 0.0))
        teeth = np.exp(0.5 * wander(rng, n, 90.0))
        rub = band(noise(rng, n), 2500.0, 9500.0) * speed**1.5 * teeth
        hz = log_uniform(rng, 1900.0, 9500.0, 14)
        t60 = self.ring_s * (1900.0 / hz) ** 0.4 * rng.uniform(0.4, 1.0, 14)
        free = np.zeros(n)
        add(free, noise(rng, 60) * 2.0, frames(self.draw_s * 0.97))
        sides = [0.16 * ring(0.05 * rub + 0.4 * free, hz * (1 + rng.uniform(-0.0006, 0.0006, 14)), t60, np.full(14, 0.5)) for _ in range(2)]
        out = np.stack(sides, axis=1) + 0.5 * rub[:, None] * 0.5
        return finish(room(rng, out, size_m=4.0, t60_s=0.4, wet=0.25, dull_hz=8000.0), fade_s=0.3)
