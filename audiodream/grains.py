"""Grains: short sounds scattered by chance, of which rain, fire and a crowd are made."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, Curve, Mono, silence
from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, whole_block
from audiodream.fades import edges
from audiodream.spectra import fast_size, irfft, rfft
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

LONG_FRAMES = 1000
"""Grains longer than that are added one by one: an index for each of their frames would cost more."""
Sides = npt.NDArray[np.float32]
"""Gains for left and right, (count, 2)."""


def moments(rng: np.random.Generator, rate: Curve) -> list[int]:
    """Frames of a block at which a Poisson process happens, in order; `rate` is in events a second, a control curve of the block."""
    mean = np.maximum(whole_block(rate)[:-1], 0.0) * (CONTROL_FRAMES / RATE_HZ)
    counts = rng.poisson(mean)
    cells = np.repeat(np.arange(BLOCK_STEPS), counts)
    at = np.sort(cells * CONTROL_FRAMES + rng.integers(0, CONTROL_FRAMES, len(cells)))
    return [int(frame) for frame in at]


def sides(rng: np.random.Generator, count: int, width: float = 1.0) -> Sides:
    """Constant-power gains of sounds spread evenly over the stereo width."""
    angle = (rng.uniform(-width, width, count) + 1.0) * (np.pi / 4.0)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)


def scatter(track: Track, rng: np.random.Generator, bank: Mono, at: list[int], gains: npt.NDArray[np.floating[Any]]) -> None:
    """Lay a grain of the bank (count, frames), drawn by lot, at each of these frames of the block."""
    length, which = bank.shape[1], rng.integers(0, len(bank), len(at))
    if length > LONG_FRAMES:
        planes = np.zeros((2, BLOCK_FRAMES + length), np.float32)
        for first, one, loud in zip(at, which.tolist(), gains.astype(np.float32), strict=True):
            for plane, gain in zip(planes, loud, strict=True):
                plane[first:first + length] += bank[one] * gain
        track.add(planes.T, 0)
        return
    frames = (np.asarray(at, np.int64)[:, None] + np.arange(length)).ravel()
    canvas = np.empty((BLOCK_FRAMES + length, 2), np.float32)
    for side in range(2):
        canvas[:, side] = np.bincount(frames, (bank[which] * gains[:, side:side + 1].astype(np.float32)).ravel(), BLOCK_FRAMES + length)
    track.add(canvas, 0)


def between(rng: np.random.Generator, low: float, high: float, count: int) -> npt.NDArray[np.float64]:
    """So many values from low to high, evenly over their logarithm: frequencies, sizes."""
    return np.asarray(low * np.exp(rng.random(count) * np.log(high / low)), np.float64)


def bursts(rng: np.random.Generator, centre_hz: npt.NDArray[np.float64], octaves: float, length_s: float, decay: float) -> Mono:
    """One noise burst of unit energy for each centre, shape (count, frames).

    `octaves` is the standard deviation of the band around its centre, `decay` how many times the burst falls by 1/e; nothing above 11 kHz.
    """
    frames = int(length_s * RATE_HZ)
    noise = np.fft.rfft(rng.standard_normal((len(centre_hz), frames)))
    hz = np.maximum(np.fft.rfftfreq(frames, 1.0 / RATE_HZ), 1.0)
    away = (np.log2(hz)[None, :] - np.log2(centre_hz)[:, None]) / octaves
    noise *= np.exp(-0.5 * away**2) / (1.0 + (hz / 9000.0) ** 12)
    sound = np.fft.irfft(noise, frames)
    sound *= np.exp(-decay * np.arange(frames) / frames) * edges(frames, 30, frames // 3)
    return np.asarray(sound / np.sqrt((sound**2).sum(axis=1, keepdims=True) + 1e-12), np.float32)


def spray(rng: np.random.Generator, rate: float, spread: float) -> Audio:
    """A block of single-frame impulses, so many a second and side, of either sign and log-normal strength; its power is 1.

    The excitation of a dense patter: put a filter behind it.
    """
    out, count = silence(BLOCK_FRAMES), max(1, round(rate * BLOCK_FRAMES / RATE_HZ))
    for side in range(2):
        strength = np.exp(rng.normal(0.0, spread, count)) * (1.0 - 2.0 * rng.integers(0, 2, count))
        out[:, side] = np.bincount(rng.integers(0, BLOCK_FRAMES, count), strength, BLOCK_FRAMES)
    return np.asarray(out * np.float32(np.sqrt(BLOCK_FRAMES / count) * np.exp(-spread**2)), np.float32)


class Echo:
    """The diffuse echo of an open place, of energy 1: mono blocks in, stereo blocks out that know nothing of each other."""

    def __init__(self, rng: np.random.Generator, rt60_s: float, dull_hz: float = 5000.0) -> None:
        tail = int(rt60_s * RATE_HZ)
        self._size = fast_size(BLOCK_FRAMES + tail)
        echo = rng.standard_normal((2, tail)) * np.power(10.0, -3.0 * np.arange(tail) / tail)
        echo[:, :int(0.01 * RATE_HZ)] *= np.linspace(0.0, 1.0, int(0.01 * RATE_HZ))
        hz = np.fft.rfftfreq(self._size, 1.0 / RATE_HZ)
        spectrum = rfft(echo, self._size) / np.sqrt((1.0 + (hz / dull_hz) ** 2) * (1.0 + (120.0 / np.maximum(hz, 1.0)) ** 2))
        self._spectrum = (spectrum / np.sqrt((echo**2).sum(axis=1, keepdims=True))).astype(np.complex64)
        self._ahead = Track()

    def block(self, sound: Mono) -> Audio:
        if not sound.any():
            return self._ahead.block()
        heard = irfft(rfft(sound, self._size) * self._spectrum, self._size)
        self._ahead.add(heard.T, 0)
        return self._ahead.block()


class Strokes:
    """How strongly something stirs at each side (hands, coats, showers of sparks): uneven strokes of 0.25 to 1.1 s, in ones to threes."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng, self._ahead = rng, np.zeros((2, 4 * BLOCK_POINTS), np.float32)

    def block(self, rate: Curve) -> Mono:
        """(2, BLOCK_POINTS), for so many beginnings a second, `rate` a control curve of the block."""
        for at in moments(self._rng, rate):
            first = at // CONTROL_FRAMES
            place = sides(self._rng, 1)[0]
            for _ in range(int(self._rng.integers(1, 4))):
                points = int(self._rng.uniform(0.25, 1.1) * RATE_HZ / CONTROL_FRAMES)
                stroke = np.sin(np.pi * np.linspace(0.0, 1.0, points) ** self._rng.uniform(0.5, 1.3)) ** 1.5
                rubbed = np.convolve(self._rng.normal(0.0, 0.8, points + 4), np.full(5, 0.2), "valid")
                stroke *= np.exp(rubbed + self._rng.normal(0.0, 0.4))
                room = max(0, min(points, self._ahead.shape[1] - first))
                self._ahead[:, first:first + room] += place[:, None] * stroke[:room].astype(np.float32)
                first += int(points * self._rng.uniform(0.7, 1.3))
        now = self._ahead[:, :BLOCK_POINTS].copy()
        self._ahead = np.concatenate([self._ahead[:, BLOCK_STEPS:], np.zeros((2, BLOCK_STEPS), np.float32)], axis=1)
        return now
