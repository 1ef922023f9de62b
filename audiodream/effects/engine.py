"""A car's engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, noise, pulses, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Engine(Effect):
    """A car's engine turns over, catches, revs once and is driven off: four cylinders as pulses of unequal strength through a
    pipe (Farnell, Designing Sound, ch. 46), with the noise of the valves."""

    name: ClassVar[str] = "engine"
    imitates: ClassVar[tuple[str, ...]] = (
        "Engine", "Engine starting", "Idling", "Accelerating, revving, vroom", "Car", "Motor vehicle (road)",
        "Medium engine (mid frequency)", "Heavy engine (low frequency)", "Truck")

    length_s: float = fixed(4.5, low=1.5, high=12.0, unit="s", more="runs for longer")
    speed_hz: float = fixed(34.0, low=12.0, high=120.0, unit="firings/s", more="revs higher")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - engines keep out of the key
        n, end = frames(self.length_s), self.length_s
        speed = self.speed_hz * course(n, (0, 0.4), (0.5, 0.42), (0.6, 0.9), (0.9, 1.3), (1.4, 0.95), (0.55 * end, 1.0), (end, 2.2))
        speed *= np.exp(0.03 * wander(rng, n, 4.0))
        order = rng.uniform(0.75, 1.2, 4)
        count = np.cumsum(speed) / 48_000
        strength = order[np.floor(count).astype(np.int64) % 4]
        fire = pulses(speed) * strength * (1 + 0.25 * wander(rng, n, 30.0))
        kernel = np.hanning(frames(0.006))
        puff = np.convolve(fire, kernel / kernel.sum())[:n] + 0.25 * fire
        pipe = ring(puff, [72.0, 145.0, 228.0, 340.0, 520.0, 810.0], [0.07, 0.06, 0.05, 0.04, 0.03, 0.02], [1.0, 0.9, 0.8, 0.7, 0.5, 0.4])
        valves = band(noise(rng, n), 900.0, 5000.0) * (0.4 + np.convolve(fire, np.hanning(500))[:n])
        out = pipe + 0.035 * valves + 0.05 * band(noise(rng, n), 100.0, 900.0)
        loud = course(n, (0, 0.6), (0.5, 0.6), (0.65, 1.0), (0.6 * end, 1.0), (end, 0.0))
        across = course(n, (0, 0.0), (0.55 * end, 0.0), (end, 0.7)) * (1 if rng.random() < 0.5 else -1)
        both = np.stack([out * loud * (1 - across), out * loud * (1 + across)], axis=1)
        return finish(room(rng, both, size_m=6.0, t60_s=0.35, wet=0.35, dull_hz=3500.0), fade_s=0.5)
