"""One breath, in and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, band, frames, moving_band, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ

IN = ((600.0, 850.0, 120.0, 0.5), (1350.0, 1650.0, 150.0, 1.0), (2600.0, 2900.0, 210.0, 0.7), (4200.0, 4500.0, 300.0, 0.4))
OUT = ((480.0, 700.0, 108.0, 1.0), (1050.0, 1250.0, 132.0, 0.8), (2300.0, 2500.0, 192.0, 0.4), (3500.0, 3700.0, 270.0, 0.2))
"""Resonances of the mouth: Hz at rest, Hz while the air flows fastest, width in Hz, gain."""


def _mouth(rng: np.random.Generator, flow: Line, size: float, tract: Sequence[tuple[float, float, float, float]]) -> Line:
    """Air through a mouth that opens as it flows: the resonances rise with the flow and sink with it."""
    air, out = noise(rng, len(flow)), np.zeros(len(flow))
    for rest, wide, width, gain in tract:
        hz = size * (rest + (wide - rest) * flow**0.7) * np.exp(0.03 * wander(rng, len(flow), 3.0))
        out += gain * moving_band(air, hz, float(hz.mean()) / width) * np.sqrt(300.0 / width)
    return out * flow


@dataclass(frozen=True)
class Breath(Effect):
    """One breath: turbulent air through a glottis left open, coloured by a mouth that opens and closes over it; inwards it is brighter
    and ends soon, outwards it sinks (noise source and formants, after Stevens 1998)."""

    name: ClassVar[str] = "breath"
    imitates: ClassVar[tuple[str, ...]] = ("Breathing", "Gasp", "Sigh", "Pant")

    length_s: float = fixed(3.4, low=0.5, high=6.0, unit="s", more="a slower breath, in and out")
    fear: float = fixed(0.3, low=0.0, high=1.0, unit="", more="shorter, shakier, brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - breath has no key
        length = self.length_s * (1.0 - 0.4 * self.fear)
        t = np.arange(frames(length + 0.2)) / RATE_HZ
        size = rng.uniform(0.9, 1.15)
        in_s, out_s = 0.36 * length * rng.uniform(0.9, 1.1), 0.46 * length * rng.uniform(0.9, 1.1)
        turn_s = in_s + 0.03 * length
        inward = np.sin(np.pi * np.clip(t / in_s, 0.0, 1.0) ** 0.8) ** 1.3
        outward = np.sin(np.pi * np.clip((t - turn_s) / out_s, 0.0, 1.0) ** 0.45) ** 1.3
        shake = np.exp((0.1 + 0.3 * self.fear) * wander(rng, len(t), 7.0))
        source = noise(rng, len(t))
        chest = 0.2 * band(source, 80.0, 600.0) + (0.02 + 0.04 * self.fear) * band(source, 1500.0, 8000.0)
        out = _mouth(rng, inward, size, IN) + 0.8 * _mouth(rng, outward, size, OUT) + chest * (inward**1.5 + 0.8 * outward**1.5)
        return finish(room(rng, out * shake, size_m=2.5, t60_s=0.25, wet=0.5), fade_s=0.15)
