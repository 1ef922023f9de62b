"""A siren far off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, frames, turn
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Siren(Effect):
    """An emergency vehicle's wail, up and down every few seconds, far off between houses."""

    name: ClassVar[str] = "siren"
    imitates: ClassVar[tuple[str, ...]] = (
        "Siren", "Emergency vehicle", "Police car (siren)", "Ambulance (siren)", "Fire engine, fire truck (siren)", "Civil defense siren")

    length_s: float = fixed(5.0, low=1.0, high=12.0, unit="s", more="goes on longer")
    cycle_s: float = fixed(2.4, low=0.2, high=6.0, unit="s", more="a slower wail")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - sirens keep out of the key
        n = frames(self.length_s)
        t = np.arange(n) / 48_000
        wail = 0.5 - 0.5 * np.cos(2 * np.pi * (t / self.cycle_s + 0.1))
        hz = 620.0 * 2.3**wail * rng.uniform(0.93, 1.07) * course(n, (0, 1.015), (self.length_s, 0.985))
        horn = turn(hz) + 0.5 * turn(2 * hz) + 0.45 * turn(3 * hz) + 0.2 * turn(4 * hz) + 0.18 * turn(5 * hz)
        horn = band(np.tanh(1.2 * horn), 450.0, 3800.0) * course(n, (0, 0.5), (self.length_s * 0.45, 1.0), (self.length_s, 0.0))
        return finish(room(rng, horn, size_m=14.0, t60_s=0.9, wet=0.5, dull_hz=2600.0), fade_s=0.8)
