"""Paper that is turned or unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, frames, log_uniform, moving_band, noise, poisson, ring, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room, still_air
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ

LOW_HZ, HIGH_HZ, PARTS = 1800.0, 6500.0, 12
"""Between which a sheet rings, and how many parts of it ring each in its own way."""
SWISH_HZ = (1800.0, 6000.0)
"""From where to where a leaf's rub climbs while it is turned."""


@dataclass(frozen=True)
class Paper(Effect):
    """A hand leafs through sheets or opens a letter, one grasp after another: a bending sheet buckles, and each buckling shakes the
    creases about it loose, so that snaps come in avalanches, smaller the slower the hand (Houle & Sethna, Acoustic emission from crumpling
    paper, 1996). Each leaf also rubs along the next, a swish as strong as its snaps, that rises as its free end gets shorter and faster.
    No snap is loud: a few loud ones are heard as wood that cracks; leaves that take long or start at once are heard as fireworks."""

    name: ClassVar[str] = "paper"
    imitates: ClassVar[tuple[str, ...]] = ("Crumpling, crinkling", "Rustle", "Tearing", "Shuffling cards")

    length_s: float = fixed(1.9, low=0.2, high=5.0, unit="s", more="more leaves turned")
    snaps_hz: float = fixed(110.0, low=10.0, high=300.0, unit="Hz", more="crisper paper, handled harder")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - paper has no key
        hand, swish_hz = self._leaves(rng)
        out = self._avalanches(rng, hand)
        out /= max(float(out.std()), 1e-9)
        for side in range(2):
            rub = moving_band(noise(rng, len(hand)) * np.exp(0.4 * wander(rng, len(hand), 30.0)), swish_hz, 0.7) * hand
            out[:, side] += rub / rub.std()
        heard = room(rng, out, size_m=2.5, t60_s=0.25, wet=0.25, dull_hz=6000.0)
        return finish(heard + still_air(rng, len(heard), 0.03 * float(heard.std())), fade_s=0.15)

    def _leaves(self, rng: np.random.Generator) -> tuple[Line, Line]:
        """How fast the hand moves, and about which pitch what it moves rubs, in Hz: a leaf takes it a quarter to a third of a second; a
        little rest, and the next."""
        hand = np.zeros(frames(self.length_s + 1.5))
        swish_hz, t = np.full(len(hand), SWISH_HZ[0]), 0.0
        while t < max(0.1, self.length_s - 0.35):
            long = rng.uniform(0.22, 0.34)
            # the first leaf is already in the hand
            u, at = np.linspace(0.0 if t else 0.2, 1.0, frames(long)), frames(t) if t else 0
            grasp = np.sin(np.pi * u ** rng.uniform(0.8, 1.1)) * np.exp(0.3 * wander(rng, len(u), 9.0))
            add(hand, grasp * rng.uniform(0.7, 1.0), at)
            swish_hz[at:at + len(u)] = SWISH_HZ[0] * (SWISH_HZ[1] / SWISH_HZ[0]) ** u
            t += long * rng.uniform(0.85, 1.1) + rng.uniform(0.02, 0.12)
        n = frames(t + 0.1)
        return np.maximum(0.0, hand[:n]), swish_hz[:n]

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
