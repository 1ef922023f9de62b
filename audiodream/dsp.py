"""The vocabulary of streaming sound: filters, slow curves, noise, sounds laid ahead. All work in whole blocks and carry their state.

A block is `BLOCK_FRAMES` long; its control curves hold `BLOCK_POINTS` values, of which the last is the first of the next block.
The loudness curve (K) is in `meter`; oscillators are in `tones`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy

from audiodream.audio import Audio, Curve, between_points
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

BLOCK_STEPS = BLOCK_FRAMES // CONTROL_FRAMES
BLOCK_POINTS = BLOCK_STEPS + 1
MONO_BELOW_HZ = (125.0, 175.0)
"""Below the first the two sides of our noise are the same, above the second they are as far apart as asked for."""
WIDTH = 0.73
"""Side against mid: left and right then correlate at 0.3 and a mono sum loses 1.9 dB."""

Sections = npt.NDArray[np.float64]
Mono = npt.NDArray[np.float32]
"""Shape (frames,)."""


# --- filters ---------------------------------------------------------------------------------------------------------------------

def lowpass(hz: float, order: int = 2, rate_hz: int = RATE_HZ) -> Sections:
    """Butterworth; -3 dB at hz."""
    return _butterworth(hz, order, rate_hz, 1.0).copy()


def highpass(hz: float, order: int = 2, rate_hz: int = RATE_HZ) -> Sections:
    """Butterworth; -3 dB at hz."""
    return _butterworth(hz, order, rate_hz, -1.0).copy()


def wall(stop_hz: float, stop_db: float, order: int = 12) -> Sections:
    """A steep low-pass (Chebyshev, second kind): at least stop_db down from stop_hz on, flat to some four fifths of it."""
    return np.asarray(scipy.signal.cheby2(order, stop_db, stop_hz, "lowpass", fs=RATE_HZ, output="sos"))


@lru_cache(256)
def _butterworth(hz: float, order: int, rate_hz: int, zero: float) -> Sections:
    """By the bilinear transform; the zeros lie at half the rate (zero 1) or at nothing (-1), where the gain at the other end is 1."""
    k = math.tan(math.pi * hz / rate_hz)
    c = k if zero > 0 else 1.0
    rows = []
    if order % 2:
        rows.append([c / (1 + k), zero * c / (1 + k), 0.0, 1.0, (k - 1) / (k + 1), 0.0])
    for n in range(order // 2):
        damp = 2.0 * math.sin(math.pi * (2 * n + 1) / (2 * order))
        a0 = 1.0 + damp * k + k * k
        b = c * c / a0
        rows.append([b, 2.0 * zero * b, b, 1.0, 2.0 * (k * k - 1.0) / a0, (1.0 - damp * k + k * k) / a0])
    return np.array(rows)


def _rbj(b: list[float], a: list[float]) -> Sections:
    return np.array([[b[0] / a[0], b[1] / a[0], b[2] / a[0], 1.0, a[1] / a[0], a[2] / a[0]]])


def _turn(hz: float, q: float, rate_hz: int) -> tuple[float, float]:
    w = 2.0 * math.pi * min(hz, 0.49 * rate_hz) / rate_hz
    return math.cos(w), math.sin(w) / (2.0 * q)


def bandpass(hz: float, q: float, rate_hz: int = RATE_HZ) -> Sections:
    """0 dB at the centre (Bristow-Johnson)."""
    c, alpha = _turn(hz, q, rate_hz)
    return _rbj([alpha, 0.0, -alpha], [1 + alpha, -2 * c, 1 - alpha])


def resonant_lowpass(hz: float, q: float, rate_hz: int = RATE_HZ) -> Sections:
    """12 dB an octave with a peak of Q at the corner (Bristow-Johnson)."""
    c, alpha = _turn(hz, q, rate_hz)
    return _rbj([(1 - c) / 2, 1 - c, (1 - c) / 2], [1 + alpha, -2 * c, 1 - alpha])


def peak(hz: float, q: float, gain_db: float, rate_hz: int = RATE_HZ) -> Sections:
    """A bell (Bristow-Johnson)."""
    c, alpha = _turn(hz, q, rate_hz)
    a = math.pow(10.0, gain_db / 40.0)
    return _rbj([1 + alpha * a, -2 * c, 1 - alpha * a], [1 + alpha / a, -2 * c, 1 - alpha / a])


def shelf(hz: float, gain_db: float, *, high: bool, rate_hz: int = RATE_HZ) -> Sections:
    """A shelf of slope 1 above (high) or below the corner (Bristow-Johnson)."""
    c, alpha = _turn(hz, math.sqrt(0.5), rate_hz)
    a, s = math.pow(10.0, gain_db / 40.0), -1.0 if high else 1.0
    root = 2.0 * math.sqrt(a) * alpha
    return _rbj([a * ((a + 1) - s * (a - 1) * c + root), s * 2 * a * ((a - 1) - s * (a + 1) * c), a * ((a + 1) - s * (a - 1) * c - root)],
                [(a + 1) + s * (a - 1) * c + root, -s * 2 * ((a - 1) + s * (a + 1) * c), (a + 1) + s * (a - 1) * c - root])


class Filter:
    """Second-order sections over sound that comes in pieces of any size, (n,) or (n, channels)."""

    def __init__(self, sections: Sections, channels: int = 2) -> None:
        self._sections = np.atleast_2d(sections)
        self._state = np.zeros((len(self._sections), 2, channels))

    def run(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        planes = sound.reshape(len(sound), -1)
        out = np.empty_like(planes)
        if len(self._sections) == 1:
            b, a = self._sections[0, :3], self._sections[0, 3:]
            out[:], self._state[0] = scipy.signal.lfilter(b, a, planes, axis=0, zi=self._state[0])
            return out.reshape(sound.shape)
        for i in range(planes.shape[1]):
            out[:, i], self._state[:, :, i] = scipy.signal.sosfilt(self._sections, planes[:, i], zi=self._state[:, :, i])
        return out.reshape(sound.shape)


def filtered(sound: npt.NDArray[np.float32], *sections: Sections) -> npt.NDArray[np.float32]:
    """A whole sound through filters, in one go."""
    return Filter(np.vstack(sections), sound.reshape(len(sound), -1).shape[1]).run(sound)


class SweptFilter:
    """A `bandpass` or `resonant_lowpass` whose frequency moves: one block and a curve of Hz (BLOCK_POINTS); a step every 10 ms.

    Meant for noise; for tones prefer gains on partials, for slowly changing noise a `NoiseLoom` with moving shapes (faster still).
    """

    def __init__(self, design: Any = bandpass, channels: int = 2) -> None:
        self._design = design
        self._state = np.zeros((2, channels))

    def run(self, sound: Audio, hz: Curve, q: float) -> Audio:
        out = np.empty_like(sound)
        for i in range(len(sound) // CONTROL_FRAMES):
            row = self._design(float(hz[i]), q)[0]
            part = slice(i * CONTROL_FRAMES, (i + 1) * CONTROL_FRAMES)
            out[part], self._state = scipy.signal.lfilter(row[:3], row[3:], sound[part], axis=0, zi=self._state)
        return out


class Upsampler:
    """From rate/factor to rate: windowed sinc, flat to 0.4 of the lower rate, images under -70 dB; late by 12 input frames."""

    TAPS = 24
    _STEP = 20

    def __init__(self, factor: int, channels: int = 2) -> None:
        self.factor = factor
        self._bands = _sinc_bands(factor, self.TAPS, self._STEP)
        self._past = np.zeros((channels, self.TAPS - 1), np.float32)

    def run(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """(n, channels) to (n * factor, channels)."""
        return np.ascontiguousarray(self.planes(sound).T)

    def planes(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The same, (channels, n * factor). So many frames at once are one row of a product: a frame by itself would be copied for
        every tap."""
        frames, step = len(sound), self._STEP
        rows = -(-frames // step)
        whole = np.zeros((len(self._past), rows * step + self.TAPS - 1), np.float32)
        whole[:, :self.TAPS - 1] = self._past
        whole[:, self.TAPS - 1:self.TAPS - 1 + frames] = sound.T
        self._past = whole[:, frames:frames + self.TAPS - 1].copy()
        near = np.lib.stride_tricks.sliding_window_view(whole, step + self.TAPS - 1, axis=1)[:, ::step]
        return (near.reshape(-1, near.shape[2]) @ self._bands).reshape(len(whole), -1)[:, :frames * self.factor]


@lru_cache(8)
def _sinc_bands(factor: int, taps: int, step: int) -> npt.NDArray[np.float32]:
    """What each of `step` frames, and of those before them, gives to the frames at the higher rate: (step + taps - 1, step * factor)."""
    at = np.arange(taps * factor) - (taps * factor - 1) / 2
    sinc = np.sinc(at * 0.93 / factor) * np.kaiser(len(at), 7.0)
    phases = (sinc * (factor / sinc.sum())).reshape(taps, factor)[::-1]
    out = np.zeros((step + taps - 1, step, factor), np.float32)
    for n in range(step):
        out[n:n + taps, n] = phases
    return out.reshape(step + taps - 1, step * factor)


# --- curves at control rate ------------------------------------------------------------------------------------------------------

def whole_block(curve: Curve) -> Curve:
    """The control curve of a last, short block held on to BLOCK_POINTS."""
    if len(curve) >= BLOCK_POINTS:
        return curve[:BLOCK_POINTS]
    return np.concatenate([curve, np.full(BLOCK_POINTS - len(curve), curve[-1], np.float32)])


def to_frames(curves: npt.NDArray[np.floating[Any]], factor: int = 1) -> npt.NDArray[np.float32]:
    """Curves of BLOCK_POINTS as one value a frame, linear between: (..., BLOCK_POINTS) to (..., BLOCK_FRAMES / factor)."""
    c = curves.astype(np.float32, copy=False)
    rows = (c[..., 1:] - c[..., :-1])[..., None] * between_points(factor)
    rows += c[..., :-1, None]
    return rows.reshape(*c.shape[:-1], BLOCK_FRAMES // factor)


def to_sides(mid: Mono, side: Mono) -> Audio:
    """(n, 2): mid + side left, mid - side right."""
    out = np.empty((len(mid), 2), np.float32)
    np.add(mid, side, out=out[:, 0])
    np.subtract(mid, side, out=out[:, 1])
    return out


@lru_cache(64)
def _poles(first: float, second: float) -> npt.NDArray[np.float64]:
    """y[n] = x[n] + first y[n - 1] + second y[n - 2] over a block's steps, as a product: (BLOCK_STEPS, BLOCK_STEPS + 2), of the
    block's x and of the two y before it, the last of them first."""
    out = np.zeros((BLOCK_STEPS + 2, BLOCK_STEPS + 2))
    out[1, BLOCK_STEPS] = out[0, BLOCK_STEPS + 1] = 1.0
    for n in range(BLOCK_STEPS):
        out[n + 2] = first * out[n + 1] + second * out[n]
        out[n + 2, n] += 1.0
    return out[2:]


class Glide:
    """A control curve without corners: follows in about `seconds` (one pole); starts where the first curve starts."""

    def __init__(self, seconds: float = 0.3) -> None:
        self._a = math.exp(-CONTROL_FRAMES / RATE_HZ / max(seconds, 1e-4))
        self._last: float | None = None

    def block(self, curve: Curve) -> Curve:
        """BLOCK_POINTS values; shorter input is held on."""
        c = whole_block(curve).astype(np.float64)
        last = float(c[0]) if self._last is None else self._last
        out = _poles(self._a, 0.0) @ np.concatenate([(1 - self._a) * c[:-1], [last, 0.0]])
        self._last = float(out[-1])
        return np.append(out, (1 - self._a) * c[-1] + self._a * self._last).astype(np.float32)


class Walk:
    """Smooth random curves that never repeat: gaussian, mean 0, deviation 1, moving at about `rate_hz` (critically damped AR(2))."""

    def __init__(self, rng: np.random.Generator, rate_hz: float, count: int = 1) -> None:
        a = math.exp(-2.0 * math.pi * rate_hz * CONTROL_FRAMES / RATE_HZ)
        f1, f2 = 2.0 * a, -a * a
        self._gain = math.sqrt((1 + f2) * ((1 - f2) ** 2 - f1 * f1) / (1 - f2))
        self._poles, self._rng = _poles(f1, f2), rng
        near = f1 / (1 - f2)
        before, fresh = rng.standard_normal((2, count))
        self._last, self._before = near * before + math.sqrt(1 - near * near) * fresh, before

    def block(self) -> npt.NDArray[np.float32]:
        """(count, BLOCK_POINTS)."""
        drawn = self._gain * self._rng.standard_normal((len(self._last), BLOCK_STEPS))
        fresh = np.concatenate([drawn, self._last[:, None], self._before[:, None]], axis=1) @ self._poles.T
        out = np.concatenate([self._last[:, None], fresh], axis=1)
        self._last, self._before = fresh[:, -1], fresh[:, -2]
        return out.astype(np.float32)


def bounded(walk: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Any curve bent into -1..1 without corners."""
    return np.asarray(walk / np.sqrt(1.0 + walk * walk), np.float32)


class Follower:
    """The level of sound as a control curve: RMS of every 10 ms, rising in `attack_s`, falling in `release_s`."""

    def __init__(self, attack_s: float = 0.01, release_s: float = 0.2) -> None:
        step = CONTROL_FRAMES / RATE_HZ
        self._up, self._down, self._level = 1 - math.exp(-step / attack_s), 1 - math.exp(-step / release_s), 0.0

    def block(self, sound: npt.NDArray[np.float32]) -> Curve:
        """One value for each whole 10 ms of (n,) or (n, channels)."""
        rows = sound.reshape(len(sound) // CONTROL_FRAMES, -1)
        levels = np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1])
        out = np.empty(len(levels), np.float32)
        level = self._level
        for i, now in enumerate(levels.tolist()):
            level += (now - level) * (self._up if now > level else self._down)
            out[i] = level
        self._level = level
        return out


# --- noise -----------------------------------------------------------------------------------------------------------------------

_PHASES = 4096
_PHASORS = np.exp(2j * np.pi * np.arange(_PHASES) / _PHASES).astype(np.complex64)


def bin_hz(hop_frames: int = 1200) -> npt.NDArray[np.float64]:
    """The frequencies at which a `NoiseLoom` of that hop holds its shape, (hop + 1,)."""
    return np.asarray(np.arange(hop_frames + 1) * (RATE_HZ / (2 * hop_frames)), np.float64)


def shape_of(points_db: Mapping[float, float], hop_frames: int = 1200) -> npt.NDArray[np.float32]:
    """A spectrum through points of Hz and dB, straight over log frequency, made so that the noise has an RMS of 1."""
    hz = np.maximum(bin_hz(hop_frames), 1.0)
    db = np.interp(np.log2(hz), np.log2(list(points_db)), list(points_db.values()))
    gains = np.power(10.0, db / 20.0)
    gains[0] = 0.0
    return np.asarray(gains / math.sqrt(float(np.mean(gains ** 2))), np.float32)


def sloped(db_per_octave: float, low_hz: float = 30.0, high_hz: float = 12_000.0, hop_frames: int = 1200) -> npt.NDArray[np.float32]:
    """White (0), pink (-3), brown (-6) or any other slope between two corners, 18 dB an octave outside; RMS 1."""
    top = high_hz * 8
    octaves = math.log2(high_hz / low_hz)
    return shape_of({low_hz / 8: -54.0, low_hz: 0.0, high_hz: db_per_octave * octaves, top: db_per_octave * octaves - 54.0}, hop_frames)


def bump(hz: float, q: float, hop_frames: int = 1200, bins: int | None = None) -> npt.NDArray[np.float32]:
    """The magnitude of a bandpass as a shape, or as the first bins of one: multiply it into another; 1 at the centre."""
    f = np.maximum(bin_hz(hop_frames)[:bins], 1.0)
    return np.asarray(1.0 / np.sqrt(1.0 + (q * (f / hz - hz / f)) ** 2), np.float32)


class NoiseLoom:
    """Stereo noise with any spectrum, which may move: windowed frames of random phase, overlapped at equal power.

    Above 175 Hz left and right correlate at (1 - width²) / (1 + width²), below 125 Hz they are the same. hop_frames divides
    BLOCK_FRAMES; a longer hop draws the spectrum finer (rate / 2 hop) and moves it slower. Nothing sounds above top_hz; a low
    one is quicker. factor: woven at RATE_HZ / factor; shapes stay the same, and with a top_hz the noise is, but for what the lower rate
    cannot hold.
    """

    def __init__(self, rng: np.random.Generator, hop_frames: int = 1200, width: float = WIDTH, top_hz: float | None = None,
                 factor: int = 1) -> None:
        self._rng, self._hop, self.hops = rng, hop_frames // factor, BLOCK_FRAMES // hop_frames
        self._drawn = (self._hop if top_hz is None else min(hop_frames, math.ceil(top_hz * 2 * hop_frames / RATE_HZ))) + 1
        self.bins = min(self._hop + 1, self._drawn)
        self._window = np.sin(np.pi * (np.arange(2 * self._hop) + 0.5) / (2 * self._hop)).astype(np.float32)
        low, high = MONO_BELOW_HZ
        side = width * np.clip((bin_hz(hop_frames) - low) / (high - low), 0.0, 1.0)
        level = math.sqrt(2 * hop_frames) / factor / np.sqrt(1.0 + side ** 2)
        self._sides = np.stack([level, level * side]).astype(np.float32)[:, None]
        self._spectra = np.zeros((2, self.hops, self._hop + 1), np.complex64)
        self._tail: npt.NDArray[np.float32] | None = None

    def _frames(self, shapes: npt.NDArray[np.float32], hops: int) -> npt.NDArray[np.float32]:
        """shapes: one, or one for each hop."""
        bins = self.bins
        spectra = self._spectra[:, :hops]
        picks = self._rng.integers(0, 65536, (2, hops, self._drawn), np.uint16)[..., :bins]
        np.multiply(_PHASORS.take(picks >> 4, mode="clip"), shapes[:, :bins] * self._sides[..., :bins], out=spectra[..., :bins])
        spectra[..., 0] = 0.0
        frames = scipy.fft.irfft(spectra, 2 * self._hop, axis=-1)
        frames *= self._window
        return np.asarray(frames)

    def block(self, shape: npt.NDArray[np.float32], gain: npt.NDArray[np.float32] | None = None) -> Audio:
        """One block, (BLOCK_FRAMES / factor, 2), from a shape (hop + 1,) or one for each hop (hops, hop + 1). Ones have an RMS of 1.

        gain: of every frame, (BLOCK_FRAMES / factor,).
        """
        shapes = np.atleast_2d(shape)
        if self._tail is None:
            self._tail = self._frames(shapes[:1], 1)[:, 0, self._hop:]
        frames = self._frames(shapes, self.hops)
        body = frames[..., :self._hop]
        body[:, 1:] += frames[:, :-1, self._hop:]
        body[:, 0] += self._tail
        self._tail = frames[:, -1, self._hop:].copy()
        mid, side = body.reshape(2, -1) if gain is None else body.reshape(2, -1) * gain
        return to_sides(mid, side)


# --- sounds that happen ----------------------------------------------------------------------------------------------------------

class Track:
    """Sounds laid down ahead of the block that is being woven: what rings over its end goes on in the next."""

    def __init__(self, channels: int = 2, factor: int = 1) -> None:
        self._frames = BLOCK_FRAMES // factor
        self._ahead = np.zeros((2 * self._frames, channels), np.float32)

    def add(self, sound: npt.NDArray[np.float32], frame: int) -> None:
        """Lay (n, channels), or (n,) into every channel, with its first frame at `frame` >= 0 of the present block."""
        end = frame + len(sound)
        if end > len(self._ahead):
            more = np.zeros((-(-end // self._frames) * self._frames - len(self._ahead), self._ahead.shape[1]), np.float32)
            self._ahead = np.concatenate([self._ahead, more])
        self._ahead[frame:end] += sound if sound.ndim == 2 else sound[:, None]

    def block(self) -> npt.NDArray[np.float32]:
        """The present block, finished, (BLOCK_FRAMES / factor, channels); the next becomes the present."""
        out = self._ahead[:self._frames]
        rest = self._ahead[self._frames:]
        self._ahead = rest if len(rest) >= self._frames else np.concatenate(
            [rest, np.zeros((self._frames - len(rest), rest.shape[1]), np.float32)])
        return out


def ring(frames: int, decay_s: float, attack_s: float = 0.002, rate_hz: int = RATE_HZ) -> Mono:
    """An envelope: raised-cosine attack, then e^(-t / decay), brought to nothing over the last tenth."""
    t = np.arange(frames) / rate_hz
    out = np.exp(-t / decay_s)
    n = min(frames, max(1, round(attack_s * rate_hz)))
    out[:n] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(n) / n)
    n = max(1, frames // 10)
    out[frames - n:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(n) + 1) / n)
    return out.astype(np.float32)


def soften(sound: npt.NDArray[np.float32], drive: float = 1.0) -> npt.NDArray[np.float32]:
    """Gentle saturation x / sqrt(1 + x²) at `drive` times the level, with the gain of small signals kept."""
    x = sound * np.float32(drive)
    return np.asarray(x / np.sqrt(np.float32(1.0) + x * x) / np.float32(drive), np.float32)
