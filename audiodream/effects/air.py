"""Things that pass through the air, and breath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import band, course, finish, formants, frames, moving_band, noise, room, wander
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Whoosh(Effect):
    """Something swings past: the vortex street behind it sheds at 0.2 of speed over width (Strouhal; Selfridge et al. 2018), so pitch
    and level rise and fall together, and it crosses from one side to the other."""

    name: ClassVar[str] = "whoosh"
    imitates: ClassVar[tuple[str, ...]] = ("Whoosh, swoosh, swish", "Arrow")

    length_s: float = fixed(0.7, low=0.15, high=3.0, unit="s", more="slower, larger")
    pitch_hz: float = fixed(900.0, low=150.0, high=4000.0, unit="Hz", more="thinner and faster")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - air has no key
        n = frames(self.length_s)
        t = np.arange(n) / n
        peak = rng.uniform(0.42, 0.55)
        speed = np.where(t < peak, 0.3 + 0.7 * (t / peak) ** 1.3, 1.0 - 0.75 * ((t - peak) / (1 - peak)) ** 0.8)
        loud = np.minimum(1.0, t / 0.03) * np.exp(-((t - peak) / 0.2) ** 2) + 0.02 * (1 - t)
        hz = self.pitch_hz * rng.uniform(0.85, 1.15) * speed
        body = moving_band(noise(rng, n), hz, 1.6) + 0.7 * moving_band(noise(rng, n), 2.4 * hz, 1.6)
        across = (2 * t - 1) * 0.7 * (1 if rng.random() < 0.5 else -1)
        out = np.stack([body * loud * np.sqrt((1 - across) / 2), body * loud * np.sqrt((1 + across) / 2)], axis=1)
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.25), fade_s=0.08)


@dataclass(frozen=True)
class Falling(Effect):
    """A fall: wind that rushes harder and harder past the ears, its pitch sinking like the ground below, and then nothing."""

    name: ClassVar[str] = "falling"
    imitates: ClassVar[tuple[str, ...]] = ("Whoosh, swoosh, swish", "Wind", "Wind noise (microphone)")

    length_s: float = fixed(2.6, low=0.6, high=8.0, unit="s", more="a deeper fall")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:
        n = frames(self.length_s)
        t = np.arange(n) / n
        loud = np.minimum(1.0, 0.12 + t**1.4) * np.minimum(1.0, (1 - t) / 0.12)
        out = np.zeros((n, 2))
        for side in range(2):
            gusts = np.exp(0.22 * wander(rng, n, 6.0))
            low = moving_band(noise(rng, n), 240.0 + 500.0 * t, 1.2)
            whistle = moving_band(noise(rng, n), 2600.0 * 2.0 ** (-1.6 * t) * np.exp(0.05 * wander(rng, n, 1.5)), 14.0)
            out[:, side] = (low + 1.3 * whistle * t) * loud * gusts
        glide = np.sin(2 * np.pi * np.cumsum(root_hz * 8.0 * 2.0 ** (-2.2 * t)) / 48_000) * loud * 0.012 * (1 - t)
        return finish(room(rng, out + glide[:, None], size_m=6.0, t60_s=0.5, wet=0.25), fade_s=0.25)


@dataclass(frozen=True)
class Breath(Effect):
    """One breath: air through a glottis left open, coloured by the mouth; inwards it is brighter and ends soon, outwards it sinks
    (noise source and formants, after Stevens 1998)."""

    name: ClassVar[str] = "breath"
    imitates: ClassVar[tuple[str, ...]] = ("Breathing", "Gasp", "Sigh", "Pant")

    length_s: float = fixed(2.4, low=0.5, high=6.0, unit="s", more="a slower breath, in and out")
    fear: float = fixed(0.3, low=0.0, high=1.0, unit="", more="shorter, shakier, brighter")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - breath has no key
        length = self.length_s * (1.0 - 0.5 * self.fear)
        n = frames(length)
        size = rng.uniform(0.9, 1.15)
        inward = course(n, (0, 0), (0.08, 0.7), (0.3 * length, 1.0), (0.40 * length, 0.0), (length, 0.0))
        outward = course(n, (0, 0), (0.47 * length, 0.0), (0.53 * length, 1.0), (0.7 * length, 0.55), (length, 0.0))
        shake = np.exp((0.15 + 0.35 * self.fear) * wander(rng, n, 7.0))
        source = noise(rng, n)
        mouth_in = formants(source, np.array([1050.0, 1900.0, 3100.0, 4600.0]) * size, [260, 320, 450, 600], [0.6, 1.0, 0.8, 0.6])
        mouth_out = formants(source, np.array([620.0, 1250.0, 2500.0, 3700.0]) * size, [240, 280, 400, 550], [1.0, 0.8, 0.5, 0.3])
        air = 0.05 * band(source, 2000.0, 8000.0)
        out = (mouth_in + 2 * air) * inward * shake + (mouth_out + air) * outward * shake * 0.8
        return finish(room(rng, out, size_m=1.5, t60_s=0.2, wet=0.2), fade_s=0.15)
