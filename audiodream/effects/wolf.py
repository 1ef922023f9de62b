"""A wolf that howls, and others that answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, band, course, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Wolf(Effect):
    """A howl: nearly a pure voice that climbs, stands, breaks and sinks over some seconds; others answer a little off its pitch."""

    name: ClassVar[str] = "wolf"
    imitates: ClassVar[tuple[str, ...]] = ("Howl", "Canidae, dogs, wolves", "Wild animals")

    length_s: float = fixed(3.6, low=1.0, high=8.0, unit="s", more="a longer howl")
    pack: float = fixed(2.0, low=1.0, high=6.0, unit="", more="more of them answer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - wolves keep out of each other's key
        count = round(self.pack)
        out = np.zeros((frames(self.length_s + 0.7 * count), 2))
        for k in range(count):
            length = self.length_s * rng.uniform(0.75, 1.0)
            n = frames(length)
            top = rng.uniform(480.0, 640.0)
            hz = top * course(n, (0, 0.55), (0.18 * length, 0.92), (0.4 * length, 1.0), (0.75 * length, 0.93), (length, 0.62))
            hz *= np.exp(0.012 * wander(rng, n, 3.0) + 0.004 * np.sin(2 * np.pi * 5.2 * np.arange(n) / 48_000))
            phase = np.cumsum(hz) * (2 * np.pi / 48_000)
            voice = sum((gain * np.sin(k * phase) for k, gain in ((1, 1.0), (2, 0.42), (3, 0.16), (4, 0.07), (5, 0.03))), np.zeros(n))
            voice += 0.05 * band(noise(rng, n), 500.0, 2500.0)
            loud = course(n, (0, 0), (0.12 * length, 0.7), (0.45 * length, 1.0), (0.8 * length, 0.7), (length, 0))
            side = 0.0 if k == 0 else float(rng.uniform(-0.6, 0.6))
            start = 0 if k == 0 else frames(rng.uniform(0.5, 0.9) * k)
            part = voice * loud * (1.0 if k == 0 else 0.45)
            add(out[:, 0], part, start, 1 - side)
            add(out[:, 1], part, start, 1 + side)
        return finish(room(rng, out, size_m=25.0, t60_s=1.6, wet=0.45, dull_hz=2200.0), fade_s=0.6)
