"""Thunder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, fall, frames, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Thunder(Effect):
    """A tortuous channel of many bends, each a clap that arrives when its distance lets it (Few 1969; Ribner & Roy 1982): the first at
    once, the others with the rise that hills and clouds give them; the air leaves little above 250 Hz; behind it the rain, far off."""

    name: ClassVar[str] = "thunder"
    imitates: ClassVar[tuple[str, ...]] = ("Thunder", "Thunderstorm")
    level_db: ClassVar[float] = 3.0

    dark_hz: float = fixed(250.0, low=60.0, high=1500.0, unit="Hz", more="nearer: brighter")
    length_s: float = fixed(7.0, low=3.0, high=15.0, unit="s", more="rolls on for longer")
    claps: float = fixed(28.0, low=4.0, high=60.0, unit="", more="smoother; few claps are heard as explosions")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - the sky has no key
        n = frames(self.length_s)
        t = np.arange(n) / RATE_HZ
        roll = np.zeros(n)
        for k in range(round(self.claps)):
            at = float(rng.exponential(0.26 * self.length_s)) if k else 0.0
            rise, tail = (rng.uniform(0.05, 0.2) if k else 0.02), rng.uniform(0.2, 0.8)
            start = frames(at) if at else 0
            if start < n:
                strength = np.exp(rng.normal(0.0, 0.5) - at * 2.3 / self.length_s) if k else 1.0
                roll[start:] += strength * (1.0 - fall(n - start, rise)) * fall(n - start, tail)
        roll *= np.minimum(1.0, (self.length_s - t) / 1.5)
        out = np.stack([band(band(noise(rng, n), 30.0, 0.0, 2), 0.0, self.dark_hz, 2) * roll for _ in range(2)], axis=1)
        out /= np.abs(out).max()
        far = np.minimum(1.0, t / 0.05) * np.minimum(1.0, (self.length_s - t) / 2.0)
        for side in range(2):
            out[:, side] += 0.006 * band(noise(rng, n), 600.0, 6000.0) * far
        return finish(out, fade_s=1.0)
