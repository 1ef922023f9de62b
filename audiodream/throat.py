"""Throats: people who laugh, cheer, call and gasp: a larynx and a breath behind a mouth that moves (source and filter).

Our voices read; none of them laughs or draws its breath, and what they are made to say instead is heard as speech.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from audiodream.audio import Mono
from audiodream.filters import bandpass, filtered, slow
from audiodream.spectra import irfft, rfft

STAGE_HZ = 24_000
_SIZE, _HOP = 512, 128
Line = npt.NDArray[np.float64]

REST = np.array([560.0, 1500.0, 2550.0, 3600.0])
AH, EH = np.array([820.0, 1300.0, 2650.0, 3700.0]), np.array([620.0, 1850.0, 2600.0, 3700.0])
OH, EE, OO = np.array([560.0, 950.0, 2450.0, 3300.0]), np.array([330.0, 2300.0, 3000.0, 3700.0]), np.array([350.0, 900.0, 2400.0, 3400.0])
OPEN = np.array([850.0, 1650.0, 2900.0, 4500.0])
"""Resonances of a man's mouth (Peterson & Barney 1952); at rest; gaping for air."""
SPOKEN = (np.array([110.0, 130.0, 190.0, 280.0]), np.array([1.0, 0.8, 0.5, 0.3]))
CALLED = (np.array([170.0, 200.0, 290.0, 420.0]), np.array([1.0, 0.9, 0.8, 0.6]))
BREATHED = (np.array([120.0, 150.0, 210.0, 300.0]), np.array([0.5, 1.0, 0.7, 0.4]))
"""Widths in Hz and gains of the resonances: a mouth that speaks, one wide open that calls, one with the glottis open."""


def _wander(rng: np.random.Generator, frames: int, rate_hz: float) -> Line:
    """A smooth random line of about unit variance that turns some `rate_hz` times a second."""
    knots = rng.standard_normal(int(frames / STAGE_HZ * rate_hz * 2) + 5) * 1.15
    at = np.arange(frames) * (rate_hz * 2 / STAGE_HZ)
    i = at.astype(np.int64)
    t = at - i
    t = t * t * (3 - 2 * t)
    return np.asarray(knots[i] * (1 - t) + knots[i + 1] * t)


def _larynx(rng: np.random.Generator, hz: Line, tension: float, jitter: float) -> Line:
    """Pulses at the pitch `hz`, dulled less the more tense the folds are; jitter makes the pitch uneven, as in a laugh or a sob."""
    hz = hz * np.exp(jitter * _wander(rng, len(hz), 60.0))
    phase = np.cumsum(hz) / STAGE_HZ
    whole = np.floor(phase)
    at = np.flatnonzero(np.diff(whole, prepend=0.0) > 0)
    late = (phase[at] - whole[at]) / np.maximum(hz[at] / STAGE_HZ, 1e-9)
    size = np.exp(0.08 * rng.standard_normal(len(at))) * np.sqrt(200.0 / np.maximum(hz[at], 50.0))
    out = np.zeros(len(hz) + 1)
    out[at] += late * size
    out[at + 1] += (1.0 - late) * size
    dull = filtered(out[:-1].astype(np.float32), *(slow(corner_hz, STAGE_HZ) for corner_hz in (300.0 * 12.0**tension, 2500.0)))
    return np.asarray(dull * 44.0, np.float64)


def _mouth(source: Line, formants: Line, kind: tuple[Line, Line]) -> Line:
    """The source through resonances that move: formants (4, frames) in Hz."""
    width, gain = kind
    window = np.sqrt(np.hanning(_SIZE + 1)[:-1])
    rows = np.lib.stride_tricks.sliding_window_view(np.pad(source, _SIZE), _SIZE)[::_HOP] * window
    hz = np.fft.rfftfreq(_SIZE, 1.0 / STAGE_HZ)
    at = np.clip(np.arange(len(rows)) * _HOP - _SIZE // 2, 0, len(source) - 1)
    shape = np.zeros((len(rows), len(hz)), np.complex64)
    for k in range(4):
        # neighbours of opposite sign leave no notch between them (Klatt 1980)
        away = (hz - formants[k][at][:, None]).astype(np.float32) * np.complex64(2j / width[k])
        shape += np.complex64((-1) ** k * gain[k]) / (np.complex64(1.0) + away)
    chestless = (1.0 / (1.0 + (150.0 / np.maximum(hz, 1.0)) ** 4)).astype(np.float32)
    heard = irfft(rfft(rows.astype(np.float32)) * (np.abs(shape) * chestless)) * window
    out = np.zeros(len(rows) * _HOP + _SIZE)
    for k in range(_SIZE // _HOP):
        part = heard[k::_SIZE // _HOP].reshape(-1)
        out[k * _HOP:k * _HOP + len(part)] += part
    return out[_SIZE:_SIZE + len(source)]


def _path(frames: int, *points: tuple[float, Line]) -> Line:
    """Formants (4, frames) through (second, formants) points."""
    at = np.array([second for second, _ in points])
    through = np.stack([formants for _, formants in points])
    return np.stack([np.interp(np.arange(frames) / STAGE_HZ, at, through[:, k]) for k in range(4)])


def _level(sound: Line) -> Mono:
    return np.asarray(sound / np.sqrt(np.mean(sound**2)), np.float32)


def _person(rng: np.random.Generator, low_hz: float, high_hz: float) -> tuple[float, float]:
    """Size of the mouth against a man's, and a pitch: a man's from the range, a woman's from one 1.6 times as high."""
    woman = rng.random() < 0.5
    size = rng.uniform(1.08, 1.22) if woman else rng.uniform(0.92, 1.05)
    return size, float(rng.uniform(low_hz, high_hz) * (1.6 if woman else 1.0))


def _bump(n: int, skew: float, power: float) -> Line:
    return np.asarray(np.sin(np.pi * np.linspace(0.0, 1.0, n) ** skew) ** power)


def laugh(rng: np.random.Generator) -> Mono:
    """Five to twelve calls a fifth of a second apart, each breathed and then voiced, high, uneven, falling; some stay without voice;
    a breath drawn at the end (Bachorowski, Smoski & Owren 2001). RMS 1."""
    size, pitch_hz = _person(rng, 190.0, 330.0)
    calls, gap_s = int(rng.integers(5, 13)), 0.2 * math.exp(0.1 * rng.standard_normal())
    frames = int((calls * gap_s * 1.4 + 1.3) * STAGE_HZ)
    hz, voice, air = np.full(frames, pitch_hz), np.zeros(frames), np.zeros(frames)
    vowel = (0.6 * AH + 0.4 * EH) * np.exp(0.06 * rng.standard_normal(4))
    path: list[tuple[float, Line]] = [(0.0, REST)]
    t = 0.02
    for k in range(calls):
        length = gap_s * math.exp(0.08 * rng.standard_normal()) * (1 + 0.025 * k)
        loud = math.exp(-0.07 * k) * rng.uniform(0.6, 1.0) * (0.7 if k == 0 else 1.0)
        first, open_, last = int(t * STAGE_HZ), int((t + 0.5 * length) * STAGE_HZ), int((t + length) * STAGE_HZ)
        air[first:last] += loud * (0.8 * _bump(last - first, 0.7, 1.5) + 0.15)
        if rng.random() > 0.3 * k / calls:
            voice[open_:last] += loud * _bump(last - open_, 0.6, 1.3)
        top = pitch_hz * max(0.6, 1.15 - 0.03 * k) * math.exp(0.06 * rng.standard_normal())
        hz[first:last] = top * (0.92 + 0.16 * _bump(last - first, 0.8, 1.0))
        path += [(t, 0.5 * REST + 0.5 * vowel), (t + 0.5 * length, vowel), (t + 0.85 * length, 0.8 * vowel + 0.2 * REST)]
        t += length
    drawn = int(rng.uniform(0.3, 0.5) * STAGE_HZ)
    first = int((t + 0.06) * STAGE_HZ)
    drawn = min(drawn, frames - first)
    air[first:first + drawn] += 0.45 * _bump(drawn, 1.2, 1.5)
    path += [(t + 0.06, REST), (t + 0.06 + 0.7 * drawn / STAGE_HZ, OPEN)]
    glide = np.hanning(201)
    hz = np.convolve(np.pad(hz, 100, mode="edge"), glide / glide.sum(), "valid")
    source = voice * _larynx(rng, hz, 0.4, 0.045) + 0.25 * air * rng.standard_normal(frames)
    return _level(_mouth(source, size * _path(frames, *path), SPOKEN))


CRIES: dict[str, tuple[float, tuple[tuple[float, float], ...], tuple[tuple[float, Line], ...]]] = {
    "ah": (0.8, ((0, 0.8), (0.2, 1.05), (0.7, 1.1), (1, 0.75)), ((0, REST), (0.1, AH), (0.9, AH), (1, REST))),
    "hey": (0.5, ((0, 0.75), (0.2, 1.1), (0.55, 1.15), (1, 0.7)),
            ((0, REST), (0.12, 0.6 * EH + 0.4 * AH), (0.5, EH), (1, 0.7 * EE + 0.3 * REST))),
    "ho": (0.7, ((0, 0.8), (0.25, 1.05), (0.7, 1.0), (1, 0.7)), ((0, REST), (0.15, OH), (1, OH))),
    "woo": (1.1, ((0, 0.7), (0.3, 1.3), (0.7, 1.4), (1, 0.8)), ((0, OO), (0.3, 1.08 * OO), (1, OO))),
    "yeah": (0.8, ((0, 0.9), (0.3, 1.15), (0.7, 1.0), (1, 0.7)),
             ((0, EE), (0.2, EH), (0.6, 0.6 * AH + 0.4 * EH), (1, 0.7 * AH + 0.3 * REST))),
}
"""Of each cry its seconds, its pitch over its course, the shapes of the mouth over its course."""


def cry(rng: np.random.Generator, what: str, low_hz: float = 290.0, high_hz: float = 440.0) -> Mono:
    """A cry at the top of the voice: tense folds, a wide open mouth (its first resonance a fifth higher), a pitch that climbs and falls.

    what: one of `CRIES`. low_hz, high_hz: a man's pitch, a woman's is 1.6 times as high. RMS 1.
    """
    usual_s, pitch, shapes = CRIES[what]
    size, pitch_hz = _person(rng, low_hz, high_hz)
    length_s = usual_s * rng.uniform(0.8, 1.3)
    frames = int((length_s + 0.05) * STAGE_HZ)
    course = np.arange(frames) / STAGE_HZ / length_s
    wide = np.array([1.2, 1.0, 1.0, 1.0])
    path = [(at * length_s, shape * wide * np.exp(0.03 * rng.standard_normal(4))) for at, shape in shapes]
    bends_at, bends = np.array(pitch).T
    hz = pitch_hz * np.interp(course, bends_at, bends) * np.exp(0.02 * _wander(rng, frames, 6.0))
    loud = np.convolve(np.interp(course, (0, 0.06, 0.3, 0.75, 1.0), (0, 0.8, 1.0, 0.85, 0)), np.hanning(401) / 200.0, "same")
    air = np.interp(course, (0, 0.05, 0.15, 0.8, 1.0), (0.8, 1.0, 0.5, 0.5, 0)) * rng.standard_normal(frames)
    source = _larynx(rng, hz, 1.0, 0.015) * loud + 0.05 * air
    return _level(_mouth(source, size * _path(frames, *path), CALLED))


def gasp(rng: np.random.Generator) -> Mono:
    """A breath drawn in fright: it swells as the mouth falls open, and stops short. RMS 1."""
    size, length_s = rng.uniform(0.92, 1.2), rng.uniform(0.45, 0.9)
    frames = int((length_s + 0.1) * STAGE_HZ)
    course = np.clip(np.arange(frames) / STAGE_HZ / length_s, 0.0, 1.0)
    flow = np.minimum(course / 0.55, 1.0) ** 1.3 * np.cos(np.pi / 2 * np.clip((course - 0.88) / 0.12, 0.0, 1.0)) ** 2
    rest = np.array([600.0, 1350.0, 2600.0, 4200.0])
    formants = size * (rest[:, None] + (OPEN - rest)[:, None] * flow**0.7)
    formants *= np.exp(0.03 * np.stack([_wander(rng, frames, 3.0) for _ in range(4)]))
    air = rng.standard_normal(frames) * flow
    chest = filtered((air * flow**0.5).astype(np.float32), bandpass(219.0, 0.42, STAGE_HZ))
    return _level((_mouth(air, formants, BREATHED) + 0.03 * chest) * np.exp(0.12 * _wander(rng, frames, 9.0)))
