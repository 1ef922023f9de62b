"""Paper that is turned or unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, frames, log_uniform, noise, poisson, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ

LOW_HZ, HIGH_HZ, PARTS = 1800.0, 6500.0, 12
"""Between which a sheet rings, and how many parts of it ring each in its own way."""


@dataclass(frozen=True)
class Paper(Effect):
    """A hand leafs through sheets or opens a letter, one grasp after another: a bending sheet buckles, and each buckling shakes the
    creases about it loose, so that snaps come in avalanches, smaller the slower the hand (Houle & Sethna, Acoustic emission from crumpling
    paper, 1996); under them sheets rub on sheets. No snap is loud: a few loud ones are heard as wood that cracks."""

    name: ClassVar[str] = "paper"
    imitates: ClassVar[tuple[str, ...]] = ("Crumpling, crinkling", "Rustle", "Tearing", "Shuffling cards")

    length_s: float = fixed(1.9, low=0.2, high=5.0, unit="s", more="more leaves turned")
    snaps_hz: float = fixed(110.0, low=10.0, high=300.0, unit="Hz", more="crisper paper, handled harder")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - paper has no key
        hand = self._grasps(rng)
        out = self._avalanches(rng, hand)
        for side in range(2):
            out[:, side] += 0.15 * band(noise(rng, len(hand)), 1500.0, 7000.0) * hand * np.exp(0.4 * wander(rng, len(hand), 30.0))
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.25, dull_hz=6000.0), fade_s=0.15)

    def _grasps(self, rng: np.random.Generator) -> Line:
        """How fast the hand moves: a leaf takes it a quarter to four tenths of a second; a little rest, and the next."""
        hand = np.zeros(frames(self.length_s + 1.5))
        t = 0.0
        while t < max(0.1, self.length_s - 0.35):
            long = rng.uniform(0.22, 0.42)
            m = frames(long)
            # the first leaf is already in the hand
            grasp = np.sin(np.pi * np.linspace(0.0 if t else 0.2, 1.0, m) ** rng.uniform(0.6, 1.4)) * np.exp(0.3 * wander(rng, m, 9.0))
            add(hand, grasp * rng.uniform(0.5, 1.0), frames(t) if t else 0)
            t += long * rng.uniform(0.85, 1.1) + rng.uniform(0.02, 0.12)
        return np.maximum(0.0, hand[:frames(t + 0.1)])

    def _avalanches(self, rng: np.random.Generator, hand: Line) -> Line:
        """(n, 2): snaps that the hand sets off and those that they set off, each heard through a part of the sheet."""
        n = len(hand)
        parts = np.zeros((PARTS, n + 64, 2))
        for first in poisson(rng, self.snaps_hz * hand**1.5):
            size = min(rng.pareto(1.8) + 0.25, 1.2) * float(hand[first]) ** 0.8
            side, part = rng.uniform(0.25, 0.75), parts[int(rng.integers(PARTS))]
            later = (rng.pareto(0.9, int(rng.poisson(5.0 * size))) * 0.006 * RATE_HZ).astype(np.int64)
            for at in np.concatenate([[first], first + later[later < n - first]]):
                m = int(rng.integers(8, 40))
                snap = noise(rng, m) * np.hanning(m + 2)[1:-1] * (size if at == first else size * rng.uniform(0.15, 0.7))
                # once the hand rests, so do the creases
                snap *= min(1.0, 3.0 * float(hand[at]))
                part[at:at + m] += snap[:, None] * (1.0 - side, side)
        out = np.zeros((n, 2))
        for part in parts[:, :n]:
            hz, t60_s, gain = log_uniform(rng, LOW_HZ, HIGH_HZ, 4), rng.uniform(0.003, 0.009, 4), rng.uniform(0.2, 0.5, 4)
            for side in range(2):
                out[:, side] += 0.7 * ring(part[:, side], hz, t60_s, gain) + 0.6 * band(part[:, side], LOW_HZ, 9000.0)
        return out
