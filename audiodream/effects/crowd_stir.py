"""A crowd that shifts in its seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import add, blow, brush, frames, strokes
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class CrowdStir(Effect):
    """An audience shifts in its seats: sleeves and skirts, a few creaks of wood, a foot set down, here and there a held breath let go."""

    name: ClassVar[str] = "crowd-stir"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Shuffle", "Rub", "Crowd")

    length_s: float = fixed(2.8, low=1.0, high=8.0, unit="s", more="it takes longer to settle")
    people: float = fixed(22.0, low=3.0, high=80.0, unit="", more="more of them move")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a crowd has no key
        n = frames(self.length_s + 0.8)
        out = np.zeros((n, 2))
        for k in range(round(self.people)):
            start = 0 if k == 0 else frames(self.length_s * rng.beta(1.2, 2.2))
            moves = strokes(rng, rng.uniform(0.3, 0.9), int(rng.integers(1, 4)))
            part = brush(rng, moves, round(rng.uniform(1500.0, 3500.0), -2), 9000.0) * rng.uniform(0.2, 1.0)
            if rng.random() < 0.3:
                foot = blow(rng, frames(0.2), 0, ((80.0, 260.0, 0.02, 0.8), (260.0, 1200.0, 0.012, 0.5)))
                add(part, foot, frames(rng.uniform(0.0, 0.2)), rng.uniform(0.05, 0.25))
            both = place(part, float(rng.uniform(-0.9, 0.9)))
            for side in range(2):
                add(out[:, side], both[:, side], start)
        return finish(room(rng, out, size_m=4.0, t60_s=0.3, wet=1.0, dull_hz=5000.0), fade_s=0.5)
