"""A wolf that howls, and others that answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, course, frames, moving_band, noise, wander
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ


@dataclass(frozen=True)
class Wolf(Effect):
    """A howl: nearly a pure voice that climbs, stands, breaks and sinks over some seconds, from a muzzle that opens as it swells
    (Harrington 1989; Palacios et al. 2007: breaks, few harmonics); others answer a little off its pitch."""

    name: ClassVar[str] = "wolf"
    imitates: ClassVar[tuple[str, ...]] = ("Howl", "Canidae, dogs, wolves", "Wild animals")

    length_s: float = fixed(3.6, low=1.0, high=8.0, unit="s", more="a longer howl")
    pack: float = fixed(2.0, low=1.0, high=6.0, unit="", more="more of them answer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - wolves keep out of each other's key
        count = round(self.pack)
        out = np.zeros((frames(self.length_s + 0.7 * count), 2))
        for k in range(count):
            length = self.length_s * rng.uniform(0.7, 1.0)
            voice = _howl(rng, length, rng.uniform(480.0, 640.0))
            n = len(voice)
            loud = course(n, (0, 0), (0.12 * length, 0.7), (0.45 * length, 1.0), (0.8 * length, 0.7), (length, 0))
            side = 0.0 if k == 0 else float(rng.uniform(-0.6, 0.6))
            start = 0 if k == 0 else frames(rng.uniform(0.5, 0.9) * k)
            part = voice * loud * (1.0 if k == 0 else 0.45)
            add(out[:, 0], part, start, 1 - side)
            add(out[:, 1], part, start, 1 + side)
        return finish(room(rng, out, size_m=25.0, t60_s=1.6, wet=0.45, dull_hz=2200.0), fade_s=0.6)


def _howl(rng: np.random.Generator, length_s: float, top_hz: float) -> Line:
    n = frames(length_s)
    hz = top_hz * course(n, (0, 0.55), (0.18 * length_s, 0.92), (0.4 * length_s, 1.0), (0.75 * length_s, 0.93), (length_s, 0.62))
    t = np.arange(n) / RATE_HZ
    # the voice breaks downwards, and later climbs back half of the way
    for at, ratio in ((rng.uniform(0.25, 0.6), 1.0 - 0.12 * rng.uniform(0.5, 1.0)), (rng.uniform(0.65, 0.9), 1.06)):
        hz *= np.where(t < at * length_s, 1.0, ratio)
    glide = np.hanning(2401)
    hz = np.convolve(np.pad(hz, 1200, mode="edge"), glide / glide.sum(), "valid")
    hz *= np.exp(0.012 * wander(rng, n, 3.0) + 0.007 * wander(rng, n, 25.0) + 0.004 * np.sin(2 * np.pi * 5.2 * t))
    phase = np.cumsum(hz) * (2 * np.pi / RATE_HZ)
    voice = np.zeros(n)
    for k, gain in enumerate((1.0, 0.42, 0.16, 0.07, 0.03), 1):
        voice += gain * np.exp(0.25 * wander(rng, n, 2.5)) * np.sin(k * phase)
    voice += 0.05 * band(noise(rng, n), 400.0, 3000.0)
    wide = course(n, (0, 0.0), (0.2 * length_s, 0.7), (0.5 * length_s, 1.0), (length_s, 0.1))
    return 1.5 * moving_band(voice, 450.0 + 450.0 * wide, 2.5) + 0.6 * moving_band(voice, 900.0 + 700.0 * wide, 4.0) + 0.15 * voice
