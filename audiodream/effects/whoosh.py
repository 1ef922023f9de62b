"""Something swings past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import frames, moving_band, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Whoosh(Effect):
    """Something swings past: the vortex street behind it sheds at 0.2 of speed over width (Strouhal; Selfridge et al. 2018), so pitch
    and level rise and fall together, and it crosses from one side to the other."""

    name: ClassVar[str] = "whoosh"
    imitates: ClassVar[tuple[str, ...]] = ("Whoosh, swoosh, swish", "Arrow")

    length_s: float = fixed(0.7, low=0.15, high=3.0, unit="s", more="slower, larger")
    pitch_hz: float = fixed(900.0, low=150.0, high=4000.0, unit="Hz", more="thinner and faster")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - air has no key
        n = frames(self.length_s)
        t = np.arange(n) / n
        peak = rng.uniform(0.42, 0.55)
        coming, going = np.minimum(t / peak, 1.0), np.maximum((t - peak) / (1 - peak), 0.0)
        speed = 0.3 + 0.7 * coming**1.3 - 0.75 * going**0.8
        loud = np.minimum(1.0, t / 0.03) * np.exp(-((t - peak) / 0.2) ** 2) + 0.02 * (1 - t)
        hz = self.pitch_hz * rng.uniform(0.85, 1.15) * speed
        body = moving_band(noise(rng, n), hz, 1.6) + 0.7 * moving_band(noise(rng, n), 2.4 * hz, 1.6)
        across = (2 * t - 1) * 0.7 * (1 if rng.random() < 0.5 else -1)
        out = np.stack([body * loud * np.sqrt((1 - across) / 2), body * loud * np.sqrt((1 + across) / 2)], axis=1)
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.25), fade_s=0.08)
