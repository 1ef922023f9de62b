"""The velvet curtain of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, blow, brush, course, frames, noise, poisson, ring, stick_slip, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Curtain(Effect):
    """Heavy velvet on a rail: the rope runs over a pulley that ticks and creaks, rings slide and knock on the rail, and the cloth
    rumbles and brushes the boards until it comes to rest with a sway."""

    name: ClassVar[str] = "curtain"
    imitates: ClassVar[tuple[str, ...]] = ("Pulleys", "Sliding door", "Zipper (clothing)", "Rustle", "Roll", "Whoosh, swoosh, swish")

    length_s: float = fixed(3.2, low=0.8, high=9.0, unit="s", more="a wider stage, a slower hand")
    weight: float = fixed(0.7, low=0.0, high=1.0, unit="", more="heavier velvet: deeper rumble, duller brush")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a curtain has no key
        n = frames(self.length_s + 0.8)
        end = self.length_s
        speed = course(n, (0, 0.1), (0.12, 0.6), (0.35 * end, 1.0), (0.85 * end, 0.75), (end, 0.0))
        speed *= np.maximum(0.2, 1.0 + 0.18 * wander(rng, n, 2.2))
        out = np.zeros((n, 2))
        for side in range(2):
            out[:, side] += 1.3 * self.weight * band(noise(rng, n), 50.0, 240.0) * speed * np.maximum(0.1, 0.8 + 0.4 * wander(rng, n, 6.0))
            out[:, side] += 0.9 * brush(rng, speed, 700.0, 7000.0 - 2000.0 * self.weight)
            hiss = band(noise(rng, n), 1500.0, 6000.0) * speed * np.exp(0.3 * wander(rng, n, 30.0))
            out[:, side] += 0.30 * hiss
        rings = np.zeros(n)
        at = poisson(rng, 16.0 * speed)
        rings[at] = rng.lognormal(-0.6, 0.6, len(at))
        clink = ring(rings, rng.uniform(2100, 6900, 8), np.full(8, 0.05), np.full(8, 0.35))
        wheel = stick_slip(rng, 6.0 + 34.0 * speed, speed)
        pulley = ring(wheel, rng.uniform(480, 2600, 7), np.full(7, 0.035), np.full(7, 0.5))
        across = np.linspace(-0.5, 0.5, n) * (1 if rng.random() < 0.5 else -1)
        for part, gain in ((clink, 0.5), (pulley, 0.35)):
            out[:, 0] += gain * part * (1 - across)
            out[:, 1] += gain * part * (1 + across)
        stop = blow(rng, n, frames(end * 0.97), ((60.0, 260.0, 0.05, 1.0), (260.0, 1200.0, 0.02, 0.4)))
        out += 0.5 * stop[:, None]
        return finish(room(rng, out, size_m=6.0, t60_s=0.7, wet=0.3, dull_hz=4500.0), fade_s=0.5)
