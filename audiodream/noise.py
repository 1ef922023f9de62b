"""Noise with any spectrum, a block at a time."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, to_sides
from audiodream.spectra import irfft
from audiodream.units import BLOCK_FRAMES, RATE_HZ

MONO_BELOW_HZ = (125.0, 175.0)
"""Below the first the two sides of our noise are the same, above the second they are as far apart as asked for."""
WIDTH = 0.73
"""Side against mid: left and right then correlate at 0.3 and a mono sum loses 1.9 dB."""
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
        frames = irfft(spectra, 2 * self._hop, axis=-1)
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
