"""Calling: one who shouts syllables without meaning, hoarse, at the top of the voice."""

from __future__ import annotations

import numpy as np

from audiodream.audio import Mono
from audiodream.filters import filtered, slow
from audiodream.syllables import AE, Line, Phrase, frame, through_mouth, torn_air
from audiodream.throat import STAGE_HZ

_WIDE = (np.array([1050.0, 1500.0, 2800.0, 3600.0]), np.array([800.0, 1950.0, 2750.0, 3700.0]),
         np.array([800.0, 1150.0, 2700.0, 3500.0]), AE)
"""Vowels of a mouth torn open: the first resonance a third to a half higher than in speech (Rostolland 1982)."""
_CODAS = ("", "", "", "n", "l", "t", "")
_WIDTHS_HZ = np.array([130.0, 150.0, 200.0, 260.0])


def _wander(rng: np.random.Generator, frames: int, rate_hz: float) -> Line:
    knots = rng.standard_normal(int(frames / STAGE_HZ * rate_hz) + 3)
    return np.asarray(np.interp(np.arange(frames) * (rate_hz / STAGE_HZ), np.arange(len(knots)), knots))


def _folds(rng: np.random.Generator, hz: Line) -> Line:
    """Pressed folds: pulses so short that the spectrum is nearly level to 5 kHz, every other one weaker, all of them swelling some 70
    times a second, which is what is rough in a shout (Arnal et al. 2015). RMS 1."""
    hz = hz * np.exp(0.006 * _wander(rng, len(hz), 80.0))
    phase = np.cumsum(hz) / STAGE_HZ
    whole = np.floor(phase)
    at = np.flatnonzero(np.diff(whole, prepend=0.0) > 0)
    late = (phase[at] - whole[at]) * STAGE_HZ / hz[at]
    size = np.exp(0.06 * rng.standard_normal(len(at))) * (1.0 - 0.2 * (np.arange(len(at)) % 2))
    size *= 1.0 + 0.5 * np.sin(2.0 * np.pi * np.cumsum(70.0 / hz[at]))
    out = np.zeros(len(hz) + 1)
    out[at] += late * size
    out[at + 1] += (1.0 - late) * size
    dull = filtered(out[:-1].astype(np.float32), slow(5000.0, STAGE_HZ))
    return np.asarray(dull / dull.std(), np.float64)


def _cry(rng: np.random.Generator, syllables: int, pitch_hz: float, size: float) -> Line:
    """One to three syllables, each of which climbs and falls, the last the longest and the highest. Peak 1."""
    words = Phrase(rng, syllables * 0.8 + 1.0, _WIDE, _CODAS)
    bends = [(0.0, 0.7)]
    t = 0.02
    for k in range(syllables):
        begun, main = t, k == syllables - 1 or rng.random() < 0.35
        t = words.syllable(t, 1.0 if main else 0.8, 3.0 if k == syllables - 1 else 2.2 if main else 1.3)
        top = rng.uniform(1.1, 1.3) if main else rng.uniform(0.85, 1.0)
        bends += [(begun + 0.02, 0.8 * top), (begun + 0.35 * (t - begun), top), (t - 0.02, (0.55 if k == syllables - 1 else 0.8) * top)]
    end_s = t + 0.08
    seconds = np.arange(int(end_s * STAGE_HZ)) / STAGE_HZ
    flow = np.convolve(words.flows(seconds, end_s), np.hanning(601) / np.hanning(601).sum(), "same")
    hz = pitch_hz * np.interp(seconds, *np.array(bends).T) * np.exp(0.02 * _wander(rng, len(seconds), 10.0))
    # pressed folds leak: who shouts at the top of the voice is half out of breath
    source = _folds(rng, hz) * flow**1.3 + 0.7 * flow * rng.standard_normal(len(seconds))
    out = through_mouth(source, [at for at, _ in words.shape], [shape for _, shape in words.shape], _WIDTHS_HZ, size)
    torn = words.torn[:frame(end_s)]
    if torn.any():
        # consonants keep the level that they have in speech: far under such vowels
        hiss = torn_air(rng, torn)[:len(out)]
        out[:len(hiss)] += 1.3 * float(np.sqrt((torn**2).mean()) * out.std()) * hiss
    return np.asarray(out / np.abs(out).max())


def call(rng: np.random.Generator, low_hz: float = 250.0, high_hz: float = 340.0) -> Mono:
    """A man who shouts twice, one to three syllables each time, at a pitch from the range. Mono at STAGE_HZ, RMS 1."""
    size, pitch_hz = rng.uniform(0.94, 1.06), rng.uniform(low_hz, high_hz)
    first, second = (_cry(rng, int(rng.integers(1, 4)), pitch_hz, size) for _ in range(2))
    out = np.concatenate([first, np.zeros(int(rng.uniform(0.08, 0.3) * STAGE_HZ)), second])
    return np.asarray(out / np.sqrt(np.mean(out**2)), np.float32)
