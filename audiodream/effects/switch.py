"""A switch on the wall."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, blow, force, frames, log_uniform, ring
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Switch(Effect):
    """A light switch: the lever leaves its stop, and some 40 ms later the spring has snapped it against the other. Each is a snap of
    hard plastic, whose case rings on six modes of low Q and whose box thumps on the wall. It is close and dry: what a room adds to
    so short a sound makes a knock or a glass of it."""

    name: ClassVar[str] = "switch"
    imitates: ClassVar[tuple[str, ...]] = ("Clicking", "Tick", "Door", "Camera", "Cupboard open or close")

    force_: float = fixed(0.6, low=0.0, high=1.0, unit="", more="a larger, stiffer lever")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - switches have no key
        n = frames(0.5)
        case_hz, wall_hz = log_uniform(rng, 1400.0, 4800.0, 6), rng.uniform(180.0, 300.0)
        t60_s = 6.91 * rng.uniform(5.0, 11.0, 6) / (math.pi * case_hz)
        leaves = 0.45 * self._click(rng, n, 0, 0.96 * case_hz, t60_s, wall_hz)
        lands = self._click(rng, n, frames(rng.uniform(0.03, 0.055)), case_hz, t60_s, wall_hz)
        return finish(room(rng, leaves + lands, size_m=2.5, t60_s=0.2, wet=0.03), fade_s=0.1)

    def _click(self, rng: np.random.Generator, n: int, at: int, case_hz: Line, t60_s: Line, wall_hz: float) -> Line:
        snap = blow(rng, n, at, ((1200.0, 3500.0, 0.003, 0.6), (3500.0, 9000.0, 0.0015, 0.8)))
        wall = blow(rng, n, at, ((wall_hz, 2.2 * wall_hz, 0.008, 0.83 * self.force_),))
        return 1.4 * snap + 3.0 * ring(force(0.0003, n, at), case_hz, t60_s, np.full(len(case_hz), 0.5)) + wall
