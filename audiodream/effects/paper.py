"""Paper that is turned or unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import course, frames, snaps, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Paper(Effect):
    """A page turned or a letter unfolded: a bending sheet buckles from crease to crease, and each buckling is a small snap
    (Houle & Sethna, Acoustic emission from crumpling paper, 1996: their energies follow a power law)."""

    name: ClassVar[str] = "paper"
    imitates: ClassVar[tuple[str, ...]] = ("Crumpling, crinkling", "Rustle", "Tearing", "Shuffling cards")

    length_s: float = fixed(1.5, low=0.2, high=5.0, unit="s", more="a slower hand")
    snaps_hz: float = fixed(110.0, low=10.0, high=500.0, unit="Hz", more="crisper paper, crumpled harder")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - paper has no key
        n = frames(self.length_s)
        rate = self.snaps_hz * np.exp(0.7 * wander(rng, n, 3.0)) * course(n, (0, 1), (self.length_s * 0.8, 1), (self.length_s, 0.1))
        rate[:480] = 600.0
        left, right = (snaps(rng, rate * 0.6, 4000.0, 1.3, (0.0006, 0.0126), 1.5) for _ in range(2))
        out = np.stack([left + 0.5 * right, right + 0.5 * left], axis=1)
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.25), fade_s=0.15)
