"""Filters: second-order sections, designed and run. They work on pieces of any size and carry what rings on.

The loudness curve (K) is in `meter`.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from audiodream.convolution import Response
from audiodream.units import RATE_HZ

Sections = npt.NDArray[np.float64]
FORGOTTEN = 1e-9
"""What is left of a blow where a filter's response ends. Recursions go frame by frame; spectra do not, and are quick to import."""


def lowpass(hz: float, order: int = 2, rate_hz: int = RATE_HZ) -> Sections:
    """Butterworth; -3 dB at hz."""
    return _butterworth(hz, order, rate_hz, 1.0).copy()


def highpass(hz: float, order: int = 2, rate_hz: int = RATE_HZ) -> Sections:
    """Butterworth; -3 dB at hz."""
    return _butterworth(hz, order, rate_hz, -1.0).copy()


def wall(stop_hz: float, stop_db: float, order: int = 12) -> Sections:
    """A steep low-pass (Chebyshev, second kind): at least stop_db down from stop_hz on, flat to some four fifths of it. order: even."""
    k = math.tan(math.pi * stop_hz / RATE_HZ)
    flat = math.asinh(math.sqrt(10.0 ** (stop_db / 10.0) - 1.0)) / order
    rows = []
    for n in range(order // 2):
        turn = math.pi * (2 * n + 1) / (2 * order)
        pole = k / complex(math.sinh(flat) * math.sin(turn), math.cosh(flat) * math.cos(turn))
        zero, own, damp = (k / math.cos(turn)) ** 2, abs(pole) ** 2, 2.0 * pole.real
        a0 = 1.0 + damp + own
        gain = own / zero / a0
        rows.append([gain * (1.0 + zero), 2.0 * gain * (zero - 1.0), gain * (1.0 + zero),
                     1.0, 2.0 * (own - 1.0) / a0, (1.0 - damp + own) / a0])
    return np.array(rows)


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


def slow(hz: float, rate_hz: int = RATE_HZ) -> Sections:
    """One pole: what comes is followed with a delay, -3 dB at about hz."""
    r = math.exp(-2.0 * math.pi * hz / rate_hz)
    return np.array([[1.0 - r, 0.0, 0.0, 1.0, -r, 0.0]])


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
        self._response = _response(tuple(map(tuple, np.atleast_2d(sections).tolist())))
        self._tail = np.zeros((channels, len(self._response.taps) - 1), np.float32)

    def run(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        out = self._response.run(sound.reshape(len(sound), len(self._tail)).T)
        out[:, :self._tail.shape[1]] += self._tail
        self._tail = out[:, len(sound):].copy()
        return np.ascontiguousarray(out[:, :len(sound)].T).reshape(sound.shape)


def filtered(sound: npt.NDArray[np.float32], *sections: Sections) -> npt.NDArray[np.float32]:
    """A whole sound through filters, in one go."""
    return Filter(np.vstack(sections), 1 if sound.ndim == 1 else sound.shape[1]).run(sound)


@lru_cache(64)
def _response(sections: tuple[tuple[float, ...], ...]) -> Response:
    """What a blow of one frame becomes, (taps,), until nothing is left of it."""
    slowest = max(float(np.abs(np.roots(row[3:])).max()) for row in sections)
    taps = 1 << math.ceil(math.log2(max(math.log(FORGOTTEN) / math.log(slowest), 32.0)))
    back = np.exp(-2j * np.pi * np.arange(taps // 2 + 1) / taps)
    spectrum = np.prod([np.polyval(row[2::-1], back) / np.polyval(row[:2:-1], back) for row in sections], axis=0)
    return Response(np.fft.irfft(spectrum, taps).astype(np.float32))
