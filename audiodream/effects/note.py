"""One note of a piano."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, fall, force, frames, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Note(Effect):
    """A piano key: a felt hammer on a stiff string, partials at n sqrt(1 + B n²), each twice, three strings beating, two decays
    (Fletcher 1964; Weinreich 1977), the soundboard's knock under it."""

    name: ClassVar[str] = "note"
    imitates: ClassVar[tuple[str, ...]] = ("Piano", "Keyboard (musical)", "Plucked string instrument")

    ring_s: float = fixed(3.2, low=0.3, high=10.0, unit="s", more="held longer")
    octave: float = fixed(1.0, low=-1.0, high=4.0, unit="octaves", more="a higher key")
    hardness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="struck harder: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.ring_s * 1.1)
        base = root_hz * 2.0 ** round(self.octave) * float(rng.choice([1.0, 1.0, 1.5, 1.25]))
        k = np.arange(1, 29)
        hz = base * k * np.sqrt(1 + 4e-4 * k**2)
        keep = hz < 9000.0
        k, hz = k[keep], hz[keep]
        gain = np.abs(np.sin(np.pi * k / 8.0)) * k ** (-1.1 + 0.5 * self.hardness) + 0.01
        gain *= np.exp(-hz / (1800.0 + 3500.0 * self.hardness))
        t60 = self.ring_s * (1 + hz / 1500.0) ** -0.8
        hammer = force(0.0035 - 0.0022 * self.hardness, n)
        sides = []
        for _ in range(2):
            late = hz * (1 + rng.uniform(0.0001, 0.0006, len(hz)))
            sides.append(ring(hammer, hz, t60 * 0.45, gain) + 0.45 * ring(hammer, late, t60, gain))
        knock = 0.02 * band(noise(rng, n) * fall(n, 0.012), 80.0, 1800.0)
        return finish(room(rng, np.stack(sides, axis=1) + knock[:, None], size_m=5.0, t60_s=0.8, wet=0.25, dull_hz=4000.0), fade_s=0.5)
