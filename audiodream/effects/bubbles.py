"""Bubbles, of which the sound of water is made."""

from __future__ import annotations

import math

import numpy as np

from audiodream.effects.craft import Line, frames, log_uniform, poisson
from audiodream.effects.room import place


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


def bubbles(rng: np.random.Generator, rate: Line, low_mm: float, high_mm: float, *, loudest: float = math.inf, calm: float = 0.6,
            rise: tuple[float, float] = (0.3, 3.0)) -> Line:
    """(n, 2): bubbles of every size between two radii, `rate` a second, loud ones far more rarely than quiet ones.

    loudest: no bubble is louder. calm: the share whose pitch hardly rises; that of the others rises at a rate within `rise`.
    """
    n = len(rate)
    out = np.zeros((n, 2))
    at = poisson(rng, rate)
    radii = log_uniform(rng, low_mm, high_mm, len(at))
    for start, radius in zip(at, radii, strict=True):
        loud = min(loudest, radius**0.9 * rng.random() ** 2.2)
        climb = 0.1 if rng.random() < calm else rng.uniform(*rise)
        part = place(bubble(float(radius), climb, float(loud)), float(rng.uniform(-0.7, 0.7)))
        end = min(n, start + len(part))
        out[start:end] += part[:end - start]
    return out
