"""Glass that cracks or bursts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, fall, force, frames, log_uniform, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed

PANE = np.array([1.0, 1.63, 2.31, 2.98, 3.71, 4.63])


@dataclass(frozen=True)
class GlassBreak(Effect):
    """Fracture as superposed rigid-body modes (Zheng & James 2010): a splitting click, the pane's last ring, then shards
    of every size that fall and ring by themselves (van den Doel & Pai 1998)."""

    name: ClassVar[str] = "glass-break"
    imitates: ClassVar[tuple[str, ...]] = ("Glass", "Shatter", "Breaking", "Smash, crash")

    shards: float = fixed(90.0, low=2.0, high=300.0, unit="", more="it bursts into more pieces")
    scatter_s: float = fixed(0.22, low=0.01, high=1.5, unit="s", more="the pieces fall for longer")
    blow: float = fixed(0.6, low=0.0, high=1.0, unit="", more="a heavier blow that broke it")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - shards have no key
        n = frames(0.6 + 4.5 * self.scatter_s)
        crack = 1.6 * noise(rng, n) * fall(n, 0.004)
        for at in rng.uniform(0.004, 0.05, 5):
            add(crack, noise(rng, 400) * fall(400, 0.0015), frames(float(at)), rng.uniform(0.2, 0.7))
        pane = ring(force(0.0004, n), rng.uniform(1400, 2200) * PANE, 0.16 * PANE**-0.8, 0.5 * PANE**-0.3)
        thud = ring(force(0.004, n), [140.0, 230.0, 390.0], [0.12, 0.1, 0.07], [0.8, 0.6, 0.4])
        out = place(0.3 * band(crack, 2500.0, 0.0) + pane + 0.7 * self.blow * thud, 0.0)
        for _ in range(round(self.shards)):
            at = frames(0.008 + min(float(rng.exponential(self.scatter_s)), 3.0 * self.scatter_s * float(rng.random())))
            m = int(rng.integers(3, 6))
            size = rng.pareto(2.2) + 0.25
            t60 = log_uniform(rng, 0.03, 0.22, m)
            t = np.arange(frames(float(t60.max()) * 0.8)) / 48_000
            shard = np.zeros(len(t))
            for f, d in zip(log_uniform(rng, 2500.0, 11_000.0, m), t60, strict=True):
                shard += np.sin(2 * np.pi * f * t) * np.exp(-6.9 * t / d)
            part = place(shard * min(size, 2.5) * 0.09, float(rng.uniform(-0.7, 0.7)))
            end = min(n, at + len(part))
            if end > at:
                out[at:end] += part[:end - at]
        return finish(room(rng, out, size_m=4.0, t60_s=0.5, wet=0.35, dull_hz=8000.0), fade_s=0.15)
