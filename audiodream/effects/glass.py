"""Glass: a crack, a pane that bursts, and the rim of a goblet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, fall, finish, force, frames, log_uniform, noise, place, ring, room
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed

PANE = np.array([1.0, 1.63, 2.31, 2.98, 3.71, 4.63])
RIM = np.array([1.0, 2.32, 4.25, 6.63, 9.38])
"""A wine glass bends round its rim with 2, 3, 4 ... waves (French 1983)."""


@dataclass(frozen=True)
class GlassBreak(Effect):
    """Fracture as superposed rigid-body modes (Zheng & James 2010): a splitting click, the pane's last ring, then shards
    of every size that fall and ring by themselves (van den Doel & Pai 1998)."""

    name: ClassVar[str] = "glass-break"
    imitates: ClassVar[tuple[str, ...]] = ("Glass", "Shatter", "Breaking", "Smash, crash")

    shards: float = fixed(90.0, low=2.0, high=300.0, unit="", more="it bursts into more pieces")
    scatter_s: float = fixed(0.28, low=0.01, high=1.5, unit="s", more="the pieces fall for longer")
    blow: float = fixed(0.6, low=0.0, high=1.0, unit="", more="a heavier blow that broke it")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - shards have no key
        n = frames(0.6 + 4.5 * self.scatter_s)
        crack = noise(rng, n) * fall(n, 0.004)
        for at in rng.uniform(0.004, 0.05, 5):
            add(crack, noise(rng, 400) * fall(400, 0.0015), frames(float(at)), rng.uniform(0.2, 0.7))
        pane = ring(force(0.0004, n), rng.uniform(1400, 2200) * PANE, 0.16 * PANE**-0.8, 0.5 * PANE**-0.3)
        thud = ring(force(0.004, n), [140.0, 230.0, 390.0], [0.12, 0.1, 0.07], [0.8, 0.6, 0.4])
        out = place(0.3 * band(crack, 2500.0, 0.0) + pane + 0.7 * self.blow * thud, 0.0)
        for _ in range(round(self.shards)):
            at = frames(0.008 + float(rng.exponential(self.scatter_s)))
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


@dataclass(frozen=True)
class GlassRing(Effect):
    """A goblet struck, or rubbed round its rim (stick-slip at the first mode; French, Am. J. Phys. 51, 1983); each mode is a
    doublet that beats, because no glass is quite round."""

    name: ClassVar[str] = "glass-ring"
    imitates: ClassVar[tuple[str, ...]] = ("Glass", "Chink, clink", "Ding", "Singing bowl", "Tuning fork", "Chime")

    rub: float = fixed(0.15, low=0.0, high=1.0, unit="", more="more of a wet finger, less of a blow")
    octave: float = fixed(4.0, low=1.0, high=5.0, unit="octaves", more="a smaller glass")
    ring_s: float = fixed(1.6, low=0.3, high=8.0, unit="s", more="finer glass: it sings on")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.ring_s * 1.1)
        base = root_hz * 2.0**round(self.octave) * float(rng.choice([1.0, 1.25, 1.5]))
        hz = base * RIM * np.concatenate([[1.0], rng.uniform(0.98, 1.02, 4)])
        t60 = self.ring_s * RIM**-0.9
        gain = RIM**-0.55
        blow = force(0.0005, n, height=1.0 - self.rub)
        touch = 0.02 * band(noise(rng, n) * fall(n, 0.003), 3000.0, 0.0)
        bow = self.rub * 0.0016 * noise(rng, n) * course(n, (0.0, 0.0), (0.4, 1.0), (self.ring_s * 0.5, 1.0), (self.ring_s * 0.7, 0.0))
        left = ring(blow + bow, hz, t60, gain)
        right = ring(blow + bow, hz * (1 + rng.uniform(0.0003, 0.0012, 5)), t60, gain)
        out = np.stack([left + 0.4 * right, right + 0.4 * left], axis=1) + touch[:, None]
        return finish(room(rng, out, size_m=5.0, t60_s=0.9, wet=0.3, dull_hz=7000.0), fade_s=0.3)
