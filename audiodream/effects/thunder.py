"""Thunder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy import signal

from audiodream.audio import Audio
from audiodream.effects.craft import band, fall, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Thunder(Effect):
    """A tortuous channel of many segments, each an N-wave that arrives when its distance lets it (Few 1969; Ribner & Roy 1982):
    summed as noise whose density is the channel's, dulled by the air, and echoed by cloud and ground."""

    name: ClassVar[str] = "thunder"
    imitates: ClassVar[tuple[str, ...]] = ("Thunder", "Thunderstorm")
    level_db: ClassVar[float] = 3.0

    distance_km: float = fixed(1.2, low=0.1, high=12.0, unit="km", more="farther: duller, without a crack, only rolling")
    length_s: float = fixed(6.0, low=2.0, high=15.0, unit="s", more="rolls on for longer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - the sky has no key
        n = frames(self.length_s)
        near = 1.0 / (1.0 + self.distance_km)
        t = np.arange(n) / 48_000
        whole = np.exp(-t / (self.length_s * 0.36))
        out = np.zeros((n, 2))
        rolls = np.zeros(n)
        for at in np.concatenate([[0.0], np.sort(rng.exponential(self.length_s * 0.22, 16))]):
            start = frames(float(at))
            if start < n:
                rolls[start:] += rng.lognormal(0.0, 0.6) * fall(n - start, rng.uniform(0.25, 0.9))
        rolls = band(rolls, 0.0, 25.0)
        for side in range(2):
            deep = band(noise(rng, n), 60.0, 250.0, 2) * 2.0
            middle = band(noise(rng, n), 200.0, 900.0) * 0.5
            flutter = np.exp(0.45 * wander(rng, n, 9.0))
            out[:, side] = (deep + middle * np.exp(-t / (self.length_s * 0.3)) * flutter) * rolls * whole
            crack = band(noise(rng, n), 500.0, 5500.0) * np.exp(0.6 * wander(rng, n, 30.0)) * np.exp(-t / (0.10 + 0.5 * near))
            out[:, side] += 3.0 * near * band(crack, 0.0, 3000.0 + 5000.0 * near)
        taps = np.zeros(frames(0.9))
        taps[0] = 1.0
        for at in rng.uniform(0.05, 0.85, 7):
            taps[frames(float(at))] = rng.uniform(-0.4, 0.4)
        out = np.stack([band(signal.oaconvolve(out[:, k], taps), 0.0, 500.0 + 1500.0 * near) for k in range(2)], axis=1)
        return finish(out, fade_s=1.0)
