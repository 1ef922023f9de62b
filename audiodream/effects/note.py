"""One note of a piano."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, fall, force, frames, log_uniform, noise, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Note(Effect):
    """A piano key: a felt hammer on three stiff strings a cent or so apart (partials at n sqrt(1 + B n²)), whose sound falls
    fast at first and then slowly (Fletcher 1964; Weinreich 1977); under it the soundboard's modes and the action's knock; then the damper.
    """

    name: ClassVar[str] = "note"
    imitates: ClassVar[tuple[str, ...]] = ("Piano", "Keyboard (musical)")

    ring_s: float = fixed(2.8, low=0.3, high=10.0, unit="s", more="held longer")
    octave: float = fixed(0.0, low=-1.0, high=4.0, unit="octaves", more="a higher key")
    hardness: float = fixed(0.8, low=0.0, high=1.0, unit="", more="struck harder: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.ring_s + 0.35)
        base = root_hz * 2.0 ** round(self.octave) * float(rng.choice([1.0, 1.0, 1.5, 1.25]))
        k = np.arange(1, 41)
        hz = base * k * np.sqrt(1 + 3e-4 * k**2)
        k, hz = k[hz < 10_000.0], hz[hz < 10_000.0]
        # the felt's low-pass stands in the gains; the push itself is short, or the two would be one filter twice
        hammer = force(0.0006, n)
        gain = (np.abs(np.sin(np.pi * k / 7.5)) + 0.02) * k ** (-0.6 + 0.5 * self.hardness)
        gain *= np.exp(-hz / (2500.0 + 3500.0 * self.hardness)) * np.exp(rng.normal(0.0, 0.25, len(k)))
        t60 = 9.0 * (base / 220.0) ** -0.6 * (1 + hz / 1200.0) ** -0.6
        damper = np.ones(n)
        damper[frames(self.ring_s):] = fall(n - frames(self.ring_s), 0.05)
        sides = []
        for _ in range(2):
            strings = ring(hammer, hz, 0.3 * t60, gain)
            for _ in range(2):
                apart = rng.uniform(0.00015, 0.001) * rng.choice([-1.0, 1.0]) + rng.normal(0.0, 0.0001, len(hz))
                strings += 0.3 * ring(hammer, hz * (1 + apart), t60 * rng.uniform(0.7, 1.1), gain)
            sides.append(strings * damper)
        board = 0.3 * ring(hammer, log_uniform(rng, 80.0, 1500.0, 30), np.full(30, 0.12), rng.uniform(0.3, 1.0, 30))
        knock = 0.08 * band(noise(rng, n) * fall(n, 0.012), 80.0, 1800.0) + board
        return finish(room(rng, np.stack(sides, axis=1) + knock[:, None], size_m=5.0, t60_s=0.8, wet=0.25, dull_hz=4000.0), fade_s=0.3)
