"""Filters: second-order sections, designed and run. They work on pieces of any size and carry their state.

The loudness curve (K) is in `meter`.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import scipy

from audiodream.units import RATE_HZ

Sections = npt.NDArray[np.float64]


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
