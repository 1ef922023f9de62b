"""Cloth that is moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, frames, moving_band, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Cloth(Effect):
    """A cloak drawn, a sleeve, a skirt: two to four strokes one after another. Threads catch on threads as often as the weave is fine
    and the hand is fast, so that every stroke climbs in pitch and sinks again; the folds behind it are dull (An, James & Marschner,
    Motion-driven concatenative synthesis of cloth sounds, 2012). A hiss that stands at one pitch is heard as a saw."""

    name: ClassVar[str] = "cloth"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Rub", "Whoosh, swoosh, swish")

    length_s: float = fixed(1.5, low=0.2, high=5.0, unit="s", more="a longer movement")
    stiffness: float = fixed(0.35, low=0.0, high=1.0, unit="", more="from wool to silk and leather: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - cloth has no key
        out = np.zeros((frames(self.length_s + 1.0), 2))
        t, near = 0.0, int(rng.integers(2))
        while t < max(0.1, self.length_s - 0.3):
            long = rng.uniform(0.3, 0.6) * (1.3 if t == 0.0 else 0.8)
            hands = [self._stroke(rng, long) * gain for gain in (rng.uniform(0.5, 1.0), 0.6)]
            for side in range(2):
                add(out[:, side], hands[side ^ near] + 0.3 * hands[1 - (side ^ near)], frames(t) if t else 0)
            t, near = t + long * rng.uniform(0.8, 1.15) + rng.uniform(0.0, 0.15), 1 - near
        heard = room(rng, out[:frames(t + 0.1)], size_m=2.5, t60_s=0.3, wet=1.1)
        return finish(heard + still_air(rng, len(heard), 0.03 * float(heard.std())), fade_s=0.12)

    def _stroke(self, rng: np.random.Generator, long_s: float) -> Line:
        n = frames(long_s)
        speed = np.sin(np.pi * (np.arange(n) / n) ** rng.uniform(0.55, 0.9)) ** 1.3 * np.exp(0.25 * wander(rng, n, 7.0))
        centre_hz = 400.0 * (1.0 + self.stiffness) + (1600.0 + 2000.0 * self.stiffness) * np.minimum(speed, 1.5) ** 0.8
        hiss = noise(rng, n) * np.exp(0.25 * wander(rng, n, 28.0))
        weave = moving_band(hiss, centre_hz * np.exp(0.15 * wander(rng, n, 6.0)), 0.7)
        folds = 0.25 * band(noise(rng, n), 300.0, 1200.0) + 0.1 * band(noise(rng, n), 120.0, 500.0) * speed
        return np.asarray((weave / weave.std() + folds) * speed)
