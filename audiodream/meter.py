"""Loudness and true peak: ITU-R BS.1770-5, EBU Tech 3341 and 3342, streaming.

Powers are kept for every 10 ms, so that the greatest momentary and short-term loudness are found wherever they lie.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio
from audiodream.recursive import STRIDE_FRAMES, Recursion
from audiodream.units import RATE_HZ

HOP_FRAMES = STRIDE_FRAMES
MOMENTARY_HOPS, SHORT_TERM_HOPS, GATING_STEP_HOPS = 40, 300, 10
ABSOLUTE_GATE_LUFS, RELATIVE_GATE_LU, RANGE_GATE_LU = -70.0, -10.0, -20.0
OVERSAMPLING = 4
REACH_FRAMES = 10
"""How far the interpolation of a peak looks to either side."""
NEAR = 0.7

Powers = npt.NDArray[np.float64]


def k_weighting(rate_hz: int = RATE_HZ) -> npt.NDArray[np.float64]:
    """Second-order sections of the K curve (BS.1770-5 annex 1: shelf, then high-pass), designed for the rate."""
    f0, gain_db, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k, high = math.tan(math.pi * f0 / rate_hz), 10 ** (gain_db / 20)
    band = high ** 0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = [(high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0,
             1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]
    f0, q = 38.13547087602444, 0.5003270373238773
    k = math.tan(math.pi * f0 / rate_hz)
    a0 = 1 + k / q + k * k
    return np.array([shelf, [1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]])


def power_to_lufs(power: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Loudness of a K-weighted power that was summed over the channels; -200 for silence."""
    return np.asarray(-0.691 + 10.0 * np.log10(np.maximum(power, 10.0 ** -19.9309)), np.float64)


def hop_peaks(peaks: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The greatest of every 10 ms; a last, shorter one counts."""
    short = -len(peaks) % HOP_FRAMES
    rows = np.pad(peaks, (0, short)).reshape(-1, HOP_FRAMES)
    return np.asarray(rows.max(axis=1), np.float32)


class PowerMeter:
    """K-weighted power of stereo (or mono) sound for every 10 ms, channels summed; state is carried from feed to feed."""

    def __init__(self, channels: int = 2) -> None:
        self._weighting = Recursion(k_weighting(), channels)
        self._rest = np.zeros((0, channels), np.float32)

    def feed(self, audio: Audio) -> Powers:
        """The powers of the hops that this sound completes."""
        sound = np.concatenate([self._rest, audio]) if len(self._rest) else audio
        whole = len(sound) // HOP_FRAMES * HOP_FRAMES
        self._rest = sound[whole:].copy()
        if not whole:
            return np.zeros(0)
        if self._weighting.at_rest() and not sound[:whole].any():
            return np.zeros(whole // HOP_FRAMES)
        total = np.zeros(whole // HOP_FRAMES)
        for first in range(0, whole, RATE_HZ):  # a second at a time stays in the processor's cache
            for weighted in self._weighting.run(sound[first:min(first + RATE_HZ, whole)]):
                rows = weighted.reshape(-1, HOP_FRAMES)
                total[first // HOP_FRAMES:][:len(rows)] += np.einsum("ij,ij->i", rows, rows)
        return total / HOP_FRAMES


class LoudnessMeter:
    """Feed it a programme in pieces; ask for its figures at any time. Memory: 4 bytes for every 10 ms."""

    def __init__(self, channels: int = 2) -> None:
        self._power = PowerMeter(channels)
        self._hops: list[npt.NDArray[np.float32]] = []

    def feed(self, audio: Audio) -> None:
        self._hops.append(self._power.feed(audio).astype(np.float32))

    def powers(self) -> npt.NDArray[np.float32]:
        """K-weighted power of every 10 ms so far."""
        return np.concatenate(self._hops) if self._hops else np.zeros(0, np.float32)

    def _windows(self, hops: int, step: int) -> Powers:
        return window_powers(self.powers(), hops, step)

    def integrated_lufs(self) -> float:
        """Gated programme loudness; -inf where nothing passes the gate."""
        return integrated_lufs(self.powers())

    def momentary_lufs(self) -> Powers:
        """Loudness of 400 ms, every 10 ms."""
        return power_to_lufs(self._windows(MOMENTARY_HOPS, 1))

    def short_term_lufs(self) -> Powers:
        """Loudness of 3 s, every 10 ms."""
        return power_to_lufs(self._windows(SHORT_TERM_HOPS, 1))

    def range_lu(self) -> float:
        """Loudness range LRA (EBU Tech 3342): 95th less 10th percentile of the gated short-term loudness."""
        power = self._windows(SHORT_TERM_HOPS, GATING_STEP_HOPS)
        power = power[power_to_lufs(power) > ABSOLUTE_GATE_LUFS]
        if not len(power):
            return 0.0
        loud = power_to_lufs(power[power_to_lufs(power) > power_to_lufs(power.mean()) + RANGE_GATE_LU])
        low, high = np.percentile(loud, [10, 95])
        return float(high - low)


def window_powers(powers: npt.NDArray[np.floating], hops: int, step: int) -> Powers:
    """Mean power of every whole window of so many hops."""
    if len(powers) < hops:
        return np.zeros(0)
    total = np.concatenate([[0.0], np.cumsum(powers, dtype=np.float64)])
    starts = np.arange(0, len(powers) - hops + 1, step)
    return np.asarray(np.maximum(total[starts + hops] - total[starts], 0.0) / hops, np.float64)


def integrated_lufs(powers: npt.NDArray[np.floating]) -> float:
    """Gated programme loudness of K-weighted powers of 10 ms; -inf where nothing passes the gate."""
    return gated_lufs(window_powers(powers, MOMENTARY_HOPS, GATING_STEP_HOPS))


def integrated_lufs_of_tenths(powers: Powers) -> float:
    """The same of powers of 100 ms."""
    return gated_lufs(window_powers(powers, MOMENTARY_HOPS // GATING_STEP_HOPS, 1))


def gated_lufs(power: Powers) -> float:
    """Integrated loudness of 400 ms powers: absolute gate, then the relative one (BS.1770-5 eq. 4 to 7)."""
    loud = power[power_to_lufs(power) > ABSOLUTE_GATE_LUFS]
    if not len(loud):
        return -math.inf
    loud = loud[power_to_lufs(loud) > float(power_to_lufs(loud.mean())) + RELATIVE_GATE_LU]
    return float(power_to_lufs(loud.mean()))


def lufs_of(audio: Audio) -> float:
    """Integrated loudness of a whole sound; a sound shorter than 400 ms is measured as one block of its own length."""
    meter = LoudnessMeter(audio.shape[1])
    meter.feed(audio)
    if len(audio) >= MOMENTARY_HOPS * HOP_FRAMES:
        return meter.integrated_lufs()
    powers = meter.powers()
    return float(power_to_lufs(powers.mean())) if len(powers) else -math.inf


def true_peaks(audio: Audio, threshold: float = 0.0) -> npt.NDArray[np.float32]:
    """The greatest magnitude around every frame, four times oversampled, over all channels; shape (frames,).

    Frames that stay under `threshold` by more than 3 dB keep their sample peak: what lies below 12 kHz, as all our sound does,
    rises no further than that between two samples (cos(pi f / fs) at a quarter of the rate).
    """
    peak = np.abs(audio[:, 0])
    for channel in range(1, audio.shape[1]):
        np.maximum(peak, np.abs(audio[:, channel]), out=peak)
    hot = peak > threshold * NEAR
    hot[:-1] |= hot[1:]
    starts = np.flatnonzero(hot[:-1])
    for first in range(0, len(starts), _PIECE):
        at = starts[first:first + _PIECE]
        between = np.zeros(len(at), np.float32)
        for channel in range(audio.shape[1]):
            np.maximum(between, _between(audio[:, channel], at), out=between)
        # a peak between two samples belongs to both: the gain that bends it must hold at both
        peak[at] = np.maximum(peak[at], between)
        peak[at + 1] = np.maximum(peak[at + 1], between)
    return np.asarray(peak, np.float32)


_PIECE = 1 << 14


@cache
def _phases() -> npt.NDArray[np.float32]:
    """What the sound is at each quarter between two frames, out of the frames around, (2 * REACH_FRAMES, OVERSAMPLING - 1)."""
    middle = REACH_FRAMES * OVERSAMPLING
    taps = np.sinc(np.arange(-middle, middle + 1) / OVERSAMPLING) * np.kaiser(2 * middle + 1, 5.0)
    taps *= OVERSAMPLING / taps.sum()
    frames = np.arange(1 - REACH_FRAMES, REACH_FRAMES + 1)
    return np.stack([taps[middle + phase - OVERSAMPLING * frames] for phase in range(1, OVERSAMPLING)], axis=1).astype(np.float32)


def _between(sound: npt.NDArray[np.float32], at: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
    """The greatest magnitude between each of the frames `at` (rising) and its next."""
    first, last = int(at[0]) + 1 - REACH_FRAMES, int(at[-1]) + 1 + REACH_FRAMES
    near = np.pad(sound[max(0, first):last], (max(0, -first), max(0, last - len(sound))))
    rows = np.lib.stride_tricks.sliding_window_view(near, 2 * REACH_FRAMES)[at - at[0]]
    return np.asarray(np.abs(rows @ _phases()).max(axis=1), np.float32)


def true_peak_dbtp(audio: Audio) -> float:
    """True peak of a whole sound (BS.1770-5 annex 2)."""
    return 20.0 * math.log10(max(float(true_peaks(audio).max(initial=0.0)), 1e-10))
