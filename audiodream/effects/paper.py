"""Paper that is turned or unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, noise, snaps, strokes, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Paper(Effect):
    """A page turned or a letter unfolded: a bending sheet buckles from crease to crease, and each buckling is a small snap
    (Houle & Sethna, Acoustic emission from crumpling paper, 1996: their energies follow a power law); between them the hand rubs
    and the sheet itself moves air."""

    name: ClassVar[str] = "paper"
    imitates: ClassVar[tuple[str, ...]] = ("Crumpling, crinkling", "Rustle", "Tearing", "Shuffling cards")

    length_s: float = fixed(1.8, low=0.2, high=5.0, unit="s", more="a slower hand")
    snaps_hz: float = fixed(130.0, low=10.0, high=500.0, unit="Hz", more="crisper paper, crumpled harder")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - paper has no key
        n = frames(self.length_s)
        hand = strokes(rng, self.length_s, 3)[:n]
        hand = np.pad(hand, (0, n - len(hand)))
        ends = course(n, (0, 1), (self.length_s * 0.85, 1), (self.length_s, 0.05))
        rate = self.snaps_hz * np.exp(0.7 * wander(rng, n, 3.0)) * np.maximum(0.15, hand) * ends
        rate[:480] = 400.0
        left, right = (snaps(rng, rate) for _ in range(2))
        out = np.stack([left + 0.5 * right, right + 0.5 * left], axis=1)
        for side in range(2):
            rub = 0.12 * band(noise(rng, n), 1500.0, 8000.0) * np.exp(0.4 * wander(rng, n, 25.0))
            sheet = 0.2 * band(noise(rng, n), 150.0, 900.0) * np.exp(0.5 * wander(rng, n, 15.0))
            out[:, side] += (rub + sheet) * hand
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.2), fade_s=0.15)
