"""Cloth that is moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import brush, strokes
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Cloth(Effect):
    """A cloak drawn, a sleeve, a skirt: a few strokes of flickering noise; the fibres hiss, the folds behind them are dull
    (An, James & Marschner, Motion-driven concatenative synthesis of cloth sounds, 2012)."""

    name: ClassVar[str] = "cloth"
    imitates: ClassVar[tuple[str, ...]] = ("Rustle", "Rub", "Zipper (clothing)")

    length_s: float = fixed(1.3, low=0.2, high=5.0, unit="s", more="a longer movement")
    stiffness: float = fixed(0.5, low=0.0, high=1.0, unit="", more="from wool to silk and leather: brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - cloth has no key
        effort = strokes(rng, self.length_s, 3)
        low, high = 1000.0 + 2000.0 * self.stiffness, 4500.0 + 2000.0 * self.stiffness
        weave = [brush(rng, effort, low, high) + 0.22 * brush(rng, effort, 150.0, 800.0) for _ in range(2)]
        return finish(room(rng, np.stack(weave, axis=1), size_m=2.5, t60_s=0.25, wet=1.0), fade_s=0.1)
