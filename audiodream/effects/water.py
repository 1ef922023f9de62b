"""Water: a ripple, a splash, a drop that falls into a pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, add, band, course, fall, finish, frames, log_uniform, noise, place, poisson, room, wander
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


def bubble(radius_mm: float, rise: float, strength: float) -> Line:
    """One bubble's ring: Minnaert's pitch 3.26 Hz m / radius, damped by heat and radiation, rising as it nears the surface
    (van den Doel, Physically based models for liquid sounds, 2005, eq. 6 to 8)."""
    r = radius_mm / 1000.0
    f0 = 3.26 / r
    damp = 0.13 / r + 0.0072 * r**-1.5
    n = frames(min(0.25, 5.0 / damp))
    t = np.arange(n) / 48_000
    sigma = rise * damp
    phase = 2 * np.pi * f0 * (t + 0.5 * sigma * t * t)
    return np.asarray(strength * np.sin(phase) * np.exp(-damp * t) * np.minimum(1.0, np.arange(n) / 24.0))


def bubbles(rng: np.random.Generator, rate: Line, low_mm: float, high_mm: float) -> Line:
    """(n, 2): bubbles of every size between two radii, `rate` a second, small ones far more often than large ones."""
    n = len(rate)
    out = np.zeros((n, 2))
    at = poisson(rng, rate)
    radii = log_uniform(rng, low_mm, high_mm, len(at))
    for start, radius in zip(at, radii, strict=True):
        loud = radius**0.9 * rng.random() ** 2.2
        part = place(bubble(float(radius), 0.1 if rng.random() < 0.6 else rng.uniform(0.3, 3.0), float(loud)), float(rng.uniform(-0.7, 0.7)))
        end = min(n, start + len(part))
        out[start:end] += part[:end - start]
    return out


@dataclass(frozen=True)
class Ripple(Effect):
    """Small waves that lap: clouds of bubbles over a soft hiss, in a few surges."""

    name: ClassVar[str] = "water-ripple"
    imitates: ClassVar[tuple[str, ...]] = ("Water", "Liquid", "Trickle, dribble", "Stream", "Gurgling", "Slosh")

    length_s: float = fixed(2.6, low=0.5, high=10.0, unit="s", more="goes on longer")
    liveliness_hz: float = fixed(420.0, low=10.0, high=600.0, unit="bubbles/s", more="from a lapping to a babble")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        n = frames(self.length_s)
        surge = np.maximum(0.15, 0.6 + 0.5 * wander(rng, n, 1.3)) * course(
            n, (0.0, 0.6), (0.15, 1.0), (self.length_s * 0.6, 0.8), (self.length_s, 0.0))
        out = bubbles(rng, self.liveliness_hz * surge, 0.5, 3.6)
        for side in range(2):
            out[:, side] += 0.10 * band(noise(rng, n), 400.0, 4500.0) * surge * np.exp(0.3 * wander(rng, n, 9.0))
        return finish(room(rng, out, size_m=3.0, t60_s=0.3, wet=0.3), fade_s=0.3)


@dataclass(frozen=True)
class Splash(Effect):
    """Something falls in: the slap on the surface, the crown of spray, the cavity that closes, bubbles, and drops raining back."""

    name: ClassVar[str] = "splash"
    imitates: ClassVar[tuple[str, ...]] = ("Splash, splatter", "Water", "Liquid", "Slosh")

    size: float = fixed(0.6, low=0.05, high=1.0, unit="", more="a larger body: deeper and longer")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        n = frames(1.2 + 1.2 * self.size)
        spray = course(n, (0.0, 0.0), (0.006, 1.0), (0.09, 0.65), (0.35 + 0.3 * self.size, 0.22), (0.9 + self.size, 0.03), (1.2 + 1.2 * self.size, 0))
        rate = 60.0 + 900.0 * course(n, (0.0, 0.0), (0.05, 0.5), (0.12, 1.0), (0.5, 0.35), (1.0 + self.size, 0.0))
        out = 0.35 * bubbles(rng, 2.0 * rate * (0.4 + self.size), 0.5, 2.0 + 3.0 * self.size)
        for side in range(2):
            grain = np.exp(0.3 * wander(rng, n, 40.0) + 0.25 * wander(rng, n, 8.0))
            out[:, side] += 1.5 * band(noise(rng, n), 500.0, 6500.0) * spray * grain
            out[:, side] += 2.0 * self.size * band(noise(rng, n), 120.0, 700.0) * fall(n, 0.05) * np.minimum(1.0, np.arange(n) / 200)
        cavity = bubble(18.0 + 20.0 * self.size, 0.3, 1.0 * self.size)
        late = frames(0.06 + 0.06 * self.size)
        add(out[:, 0], cavity, late)
        add(out[:, 1], cavity, late)
        return finish(room(rng, out, size_m=4.0, t60_s=0.35, wet=0.3), fade_s=0.3)


@dataclass(frozen=True)
class Drip(Effect):
    """A drop into a pool in a hollow place: a tiny tap, then the entrained bubble's rising chirp (Phillips et al. 2018)."""

    name: ClassVar[str] = "drip"
    imitates: ClassVar[tuple[str, ...]] = ("Drip", "Raindrop", "Water tap, faucet", "Plop", "Water", "Liquid")

    drops: float = fixed(4.0, low=1.0, high=20.0, unit="", more="more drops")
    gap_s: float = fixed(0.42, low=0.1, high=3.0, unit="s", more="rarer drops")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - water has no key
        count = round(self.drops)
        n = frames(self.gap_s * count + 0.6)
        out = np.zeros(n)
        t = 0.0
        for _ in range(count):
            at = frames(t)
            add(out, 0.12 * band(noise(rng, 500) * fall(500, 0.0015), 1500.0, 8000.0), at)
            add(out, bubble(rng.uniform(2.6, 5.2), rng.uniform(0.1, 0.35), 0.8), at + frames(rng.uniform(0.008, 0.022)))
            if rng.random() < 0.6:
                add(out, bubble(rng.uniform(1.4, 3.0), 0.2, 0.35), at + frames(rng.uniform(0.03, 0.09)))
            t += self.gap_s * rng.uniform(0.7, 1.3)
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.5, dull_hz=6000.0), fade_s=0.2)
