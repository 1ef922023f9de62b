"""One tonal centre for a story, the chords over it, and how rough they are.

A chord is a row of ratios to the root (`seeds.root_hz`). Moods are chords over the same root, so that a release is heard as the
resolution of that tension.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Ratios = npt.NDArray[np.float64]
Partials = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""Frequencies in Hz and strengths."""

CONSONANT: Ratios = np.array([1.0, 1.5, 2.0, 2.5, 3.0, 4.0])
"""Root, fifth, octave, third, twelfth, double octave: 2:3:4:5:6:8."""
CLUSTER: Ratios = np.array([1.0, 1.0595, 1.1225, 1.4142, 1.4983, 1.5874])
"""Two semitones against the root, tritone, fifth and minor sixth, all within one octave."""

CHORDS: dict[str, Ratios] = {
    "open": np.array([1.0, 1.5, 2.0, 3.0]),
    "major": np.array([1.0, 1.25, 1.5, 2.0]),
    "minor": np.array([1.0, 1.2, 1.5, 2.0]),
    "ninth": np.array([1.0, 1.5, 2.25, 2.5]),
    "dark": np.array([1.0, 1.2, 1.414214, 1.8]),
    "cluster": np.array([1.0, 1.059463, 1.414214, 1.498307]),
}
"""Chords by name, from the widest to the closest; the last is the dissonant choir's (0, 1, 6, 7 semitones)."""

PENTATONIC: Ratios = np.array([1.0, 9 / 8, 5 / 4, 3 / 2, 5 / 3])
OMINOUS: Ratios = np.array([1.0, 16 / 15, 64 / 45, 3 / 2, 8 / 5])
"""Scales for what rings over the chord: bells, shimmer."""


def tension_chord(tension: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Six ratios for each tension 0..1, from `CONSONANT` to `CLUSTER`, every note gliding geometrically; shape (..., 6)."""
    t = np.clip(np.asarray(tension, np.float64), 0.0, 1.0)[..., None]
    return np.asarray(CONSONANT * np.exp2(t * np.log2(CLUSTER / CONSONANT)))


def between(low: Ratios, high: Ratios, amount: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Chords of the same size, each note gliding geometrically from `low` (0) to `high` (1); shape (..., notes)."""
    t = np.clip(np.asarray(amount, np.float64), 0.0, 1.0)[..., None]
    return np.asarray(low * np.exp2(t * np.log2(high / low)))


def partials(notes_hz: npt.ArrayLike, harmonics: int = 5, slope: float = 1.0) -> Partials:
    """The partials of harmonic notes: strength 1 / h^slope."""
    notes, h = np.asarray(notes_hz, np.float64), np.arange(1, harmonics + 1)
    return (notes[:, None] * h).ravel(), np.broadcast_to(1.0 / h ** slope, (len(notes), harmonics)).ravel().copy()


def _pairs(sound: Partials) -> tuple[npt.NDArray[np.float64], ...]:
    """Strengths of the lower and the higher of every two partials, and the curve of roughness between them (Plomp and Levelt)."""
    order = np.argsort(sound[0], kind="stable")
    f, a = sound[0][order], sound[1][order]
    i, j = np.triu_indices(len(f), 1)
    s = 0.24 / (0.0207 * f[i] + 18.96)
    x = s * (f[j] - f[i])
    return a[i], a[j], np.exp(-3.5 * x) - np.exp(-5.75 * x)


def sethares(sound: Partials) -> float:
    """Dissonance of a list of partials: the sum over pairs of min(a) * (e^-3.5x - e^-5.75x) (Sethares 1993, with min as in 2005)."""
    a, b, curve = _pairs(sound)
    return math.fsum(np.minimum(a, b) * curve)


def vassilakis(sound: Partials) -> float:
    """Roughness of a list of partials, which also weighs how deep each pair beats (Vassilakis 2001)."""
    a, b, curve = _pairs(sound)
    low = np.minimum(a, b)
    return math.fsum((a * b) ** 0.1 * 0.5 * (2.0 * low / (a + b)) ** 3.11 * curve)
