"""A dog that barks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, frames, noise, pulses, turn, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed
from audiodream.syllables import through_mouth
from audiodream.units import RATE_HZ

SHUT, WIDE = np.array([380.0, 1150.0, 2300.0, 3400.0]), np.array([880.0, 1600.0, 2700.0, 3800.0])
WIDTHS_HZ = np.array([180.0, 200.0, 260.0, 350.0])
"""Resonances of a muzzle of some 17 cm, nearly shut and torn open (Riede & Fitch 1999)."""


@dataclass(frozen=True)
class Dog(Effect):
    """Barks in ones to threes: the muzzle is flung open and falls shut in a sixth of a second, its resonances with it; the folds are
    driven so hard that their pulses are uneven and break into subharmonics, with breath torn between them (Riede & Fitch 1999;
    Fitch, Neubauer & Herzel 2002 on chaos in barks)."""

    name: ClassVar[str] = "dog"
    imitates: ClassVar[tuple[str, ...]] = ("Dog", "Bark", "Bow-wow", "Domestic animals, pets", "Yip")

    barks: float = fixed(5.0, low=1.0, high=12.0, unit="", more="more barks")
    pitch_hz: float = fixed(520.0, low=150.0, high=1200.0, unit="Hz", more="a smaller dog")
    hoarse: float = fixed(0.5, low=0.0, high=1.0, unit="", more="angrier: rougher, more breath")
    far: float = fixed(0.3, low=0.0, high=1.0, unit="", more="farther away: duller, more echo")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - dogs have no key
        count, t, in_a_row = round(self.barks), 0.0, 0
        size, pitch_hz = rng.uniform(0.9, 1.1), self.pitch_hz * rng.uniform(0.85, 1.15)
        out = np.zeros(frames(0.9 * count + 0.4))
        for _ in range(count):
            add(out, self._bark(rng, pitch_hz * rng.uniform(0.93, 1.07), size), frames(t) if t else 0, rng.uniform(0.7, 1.0))
            in_a_row += 1
            t += rng.uniform(0.28, 0.36)
            if in_a_row == 3 or rng.random() < 0.35:
                t, in_a_row = t + rng.uniform(0.15, 0.45), 0
        out = band(out[:frames(t)], 200.0, 9000.0 - 5500.0 * self.far)
        heard = room(rng, out, size_m=12.0, t60_s=0.4, wet=0.15 + 0.3 * self.far, dull_hz=3500.0)
        return finish(heard + still_air(rng, len(heard), 0.03 * float(heard.std())), fade_s=0.2)

    def _bark(self, rng: np.random.Generator, pitch_hz: float, size: float) -> Line:
        """One bark; its peak is 1."""
        length = rng.uniform(0.13, 0.2)
        end = length + 0.06
        n = frames(end)
        t = np.arange(n) / RATE_HZ
        hz = pitch_hz * np.interp(t, [0.0, 0.02, 0.06, 0.6 * length, length, end], [0.55, 0.9, 1.15, 1.0, 0.6, 0.45])
        hz *= np.exp(0.03 * wander(rng, n, 60.0))
        uneven = 1.0 + self.hoarse * np.repeat(rng.standard_normal(n // 200 + 1), 200)[:n]
        source = band(pulses(hz) * uneven, 0.0, 4500.0) * (1.0 + 0.5 * self.hoarse * turn(hz / float(rng.integers(2, 4))))
        source = source / source.std() + (0.25 + 0.5 * self.hoarse) * noise(rng, n)
        flow = np.interp(t, [0.0, 0.015, 0.05, 0.6 * length, length, end], [0.0, 0.7, 1.0, 0.75, 0.15, 0.0]) ** 1.2
        at = [0.0, 0.03, 0.07, 0.6 * length, length]
        shapes = [SHUT + (WIDE - SHUT) * wide for wide in (0.1, 0.6, 1.0, 0.8, 0.1)]
        bark = through_mouth(source * flow, at, shapes, WIDTHS_HZ, size, RATE_HZ)
        return np.asarray(bark / np.abs(bark).max())
