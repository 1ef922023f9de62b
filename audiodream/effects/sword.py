"""A sword that is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, frames, log_uniform, noise, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


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
        return finish(room(rng, out, size_m=5.0, t60_s=0.4, wet=1.0, dull_hz=8000.0), fade_s=0.3)
