"""Something falls into water."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.bubbles import bubble, bubbles
from audiodream.effects.craft import add, band, course, fall, frames, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Splash(Effect):
    """Something falls in: the slap on the surface, the crown of spray, the cavity that closes, bubbles, and drops raining back."""

    name: ClassVar[str] = "splash"
    imitates: ClassVar[tuple[str, ...]] = ("Splash, splatter", "Water", "Liquid", "Slosh")

    size: float = fixed(0.6, low=0.05, high=1.0, unit="", more="a larger body: deeper and longer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        n = frames(1.2 + 1.2 * self.size)
        spray = course(n, (0, 0), (0.006, 1), (0.09, 0.65),
                       (0.35 + 0.3 * self.size, 0.22), (0.9 + self.size, 0.03), (1.2 + 1.2 * self.size, 0))
        rate = 60.0 + 900.0 * course(n, (0.0, 0.0), (0.05, 0.5), (0.12, 1.0), (0.5, 0.35), (1.0 + self.size, 0.0))
        out = 0.35 * bubbles(rng, 2.0 * rate * (0.4 + self.size), 0.5, 2.0 + 3.0 * self.size)
        for side in range(2):
            grain = np.exp(0.3 * wander(rng, n, 40.0) + 0.25 * wander(rng, n, 8.0))
            out[:, side] += 1.5 * band(noise(rng, n), 500.0, 6500.0) * spray * grain
            out[:, side] += 2.0 * self.size * band(noise(rng, n), 120.0, 700.0) * fall(n, 0.05) * np.minimum(1.0, np.arange(n) / 200)
        cavity = bubble(18.0 + 20.0 * self.size, 0.3, 1.0 * self.size)
        late = frames(0.06 + 0.06 * self.size)
        add(out[:, 0], cavity, late)
        add(out[:, 1], cavity, late)
        return finish(room(rng, out, size_m=4.0, t60_s=0.35, wet=0.3), fade_s=0.3)
