"""Throats: people who laugh, cheer, call, gasp and whisper: a larynx and a breath behind a mouth that moves (source and filter).

Our voices read; none of them laughs or draws its breath, and what they are made to say instead is heard as speech.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import scipy

from audiodream.dsp import Mono

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
    for corner_hz in (300.0 * 12.0**tension, 2500.0):
        r = math.exp(-2.0 * math.pi * corner_hz / STAGE_HZ)
        out = scipy.signal.lfilter([1.0 - r], [1.0, -r], out)
    return np.asarray(out[:-1] * 44.0)


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
    heard = scipy.fft.irfft(scipy.fft.rfft(rows.astype(np.float32)) * (np.abs(shape) * chestless)) * window
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
    chest = scipy.signal.sosfilt(scipy.signal.butter(1, (80.0, 600.0), "bandpass", fs=STAGE_HZ, output="sos"), air * flow**0.5)
    return _level((_mouth(air, formants, BREATHED) + 0.03 * chest) * np.exp(0.12 * _wander(rng, frames, 9.0)))


_VOWELS = (AH, EH, AH, EE, 0.5 * AH + 0.5 * EH, REST)
_HISSES = {"s": ((5500.0, 0.35, 1.0),), "sh": ((2800.0, 0.35, 0.9), (4500.0, 0.5, 0.5)), "f": ((3500.0, 1.2, 0.3), (7500.0, 0.6, 0.3)),
           "t": ((4200.0, 0.6, 1.0),), "k": ((1900.0, 0.4, 0.9),), "p": ((1000.0, 1.0, 0.7),)}
"""Where the air is torn at a consonant: Hz, width in octaves, gain (Stevens 1998)."""
_WHISPER_SIZE, _WHISPER_HOP = 384, 96


def _frames_of(seconds: float) -> int:
    return int(seconds * STAGE_HZ / _WHISPER_HOP)


class _Whisper:
    """A whisper as it is put together, in frames of 4 ms: flow through the mouth, the mouth's shapes, the hiss of consonants."""

    def __init__(self, rng: np.random.Generator, seconds: float) -> None:
        self.rng, count = rng, _frames_of(seconds)
        self.hz = np.maximum(np.fft.rfftfreq(_WHISPER_SIZE, 1.0 / STAGE_HZ), 30.0)
        self.flow, self.hiss = np.zeros(count), np.zeros((count, len(self.hz)))
        self.path: list[tuple[float, Line]] = []

    def consonant(self, at_s: float, length_s: float, kind: str) -> None:
        first, last = _frames_of(at_s), max(_frames_of(at_s) + 1, _frames_of(at_s + length_s))
        swell = _bump(last - first + 2, 1.0 if kind in ("s", "sh", "f") else 0.35, 1.0)[1:-1]
        shape = sum((gain * np.exp(-0.5 * (np.log2(self.hz / f) / width) ** 2) for f, width, gain in _HISSES[kind]), np.zeros(len(self.hz)))
        self.hiss[first:last] = np.maximum(self.hiss[first:last], self.rng.uniform(0.6, 1.1) * swell[:, None] * shape)

    def breath(self, at_s: float, length_s: float, strength: float, skew: float, power: float) -> None:
        first, last = _frames_of(at_s), _frames_of(at_s + length_s)
        self.flow[first:last] += strength * _bump(last - first, skew, power)

    def sound(self, size: float, end_s: float) -> Mono:
        count = _frames_of(end_s)
        at = np.array([second for second, _ in self.path])
        shapes = np.stack([shape for _, shape in self.path])
        seconds = np.arange(count) * (_WHISPER_HOP / STAGE_HZ)
        level = np.zeros((count, len(self.hz)))
        for k, gain in enumerate((0.4, 0.9, 1.0, 0.8)):
            formant = size * np.interp(seconds, at, shapes[:, k])[:, None]
            level += gain / np.sqrt(1.0 + ((self.hz - formant) / (30.0 + 0.055 * formant)) ** 2)
        smooth = np.hanning(9) / np.hanning(9).sum()
        level = level**3 * np.convolve(self.flow, smooth, "same")[:count, None]
        level = np.hypot(level, self.hiss[:count]) / (1.0 + (250.0 / self.hz) ** 4)
        rows = scipy.fft.irfft(level * np.exp(2j * np.pi * self.rng.random(level.shape))) * np.hanning(_WHISPER_SIZE + 1)[:-1]
        out = np.zeros(count * _WHISPER_HOP + _WHISPER_SIZE)
        for k in range(_WHISPER_SIZE // _WHISPER_HOP):
            part = rows[k::_WHISPER_SIZE // _WHISPER_HOP].reshape(-1)
            out[k * _WHISPER_HOP:k * _WHISPER_HOP + len(part)] += part
        return _level(out)


def whisper(rng: np.random.Generator) -> Mono:
    """A breath and five to ten syllables without voice or meaning: air through a mouth whose first resonance is weak because the
    glottis stands open (Jovicic 1998), between consonants as loud as the vowels. RMS 1."""
    syllables = int(rng.integers(5, 11))
    words = _Whisper(rng, syllables * 0.45 + 1.5)
    drawn = rng.uniform(0.3, 0.5)
    words.breath(0.0, drawn, 0.3, 1.3, 1.5)
    words.path = [(0.0, np.array([600.0, 1350.0, 2600.0, 4200.0])), (drawn, OPEN)]
    t = drawn + rng.uniform(0.05, 0.15)
    for k in range(syllables):
        length = 0.24 * min(1.6, math.exp(0.3 * rng.standard_normal())) * (1.4 if k == syllables - 1 else 1.0)
        onset = ("s", "sh", "f", "", "t", "k", "p", "t", "s")[int(rng.integers(9))]
        closed = 0.0
        if onset in ("s", "sh", "f"):
            closed = rng.uniform(0.08, 0.15)
            words.consonant(t, closed, onset)
        elif onset:
            closed = rng.uniform(0.036, 0.078)
            words.consonant(t + closed, 0.025, onset)
            closed += 0.02
        first, last = t + closed, t + max(closed + 0.07, length)
        words.breath(first, last - first, rng.uniform(0.5, 1.0) * (1 - 0.4 * k / syllables), 0.6, 0.8)
        vowel = _VOWELS[int(rng.integers(len(_VOWELS)))] * np.array([1.15, 1.0, 1.0, 1.0])
        words.path += [(0.7 * first + 0.3 * last, vowel), (0.2 * first + 0.8 * last, vowel * np.exp(0.05 * rng.standard_normal(4)))]
        t = last
        if rng.random() < 0.25:
            coda = rng.uniform(0.08, 0.18)
            words.consonant(t - 0.02, coda, ("s", "s", "sh", "f")[int(rng.integers(4))])
            t += coda
    return words.sound(rng.uniform(0.92, 1.14), t + 0.1)
