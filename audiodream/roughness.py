"""How rough a sound is: its partials, found in its spectrum, weighed by the model of harmony.py.

Measures of the envelope fail on clusters of low notes, which beat slower than roughness begins and whose consonances beat at their own
fundamental; so the partials are asked, as in Sethares, Tuning, Timbre, Spectrum, Scale (2005), with the loudness of each for its strength.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import scipy

from audiodream.audio import Audio
from audiodream.harmony import Partials, sethares
from audiodream.units import RATE_HZ

WINDOW_FRAMES = 32_768
LOWEST_HZ, HIGHEST_HZ, MOST = 45.0, 4000.0, 60
STANDS_OUT, FLOOR_PERCENTILE, FLOOR_HZ = 6.0, 30, 150.0
"""A partial stands so many times over the floor around it; what does not is noise, which is rough in no key."""
SONES = 0.602
"""Loudness grows with this power of the amplitude (10 dB double it)."""


def heard_partials(sound: npt.NDArray[np.floating]) -> Partials:
    """The strongest partials of one window of mono sound, (n,): Hz and amplitude, loudest first."""
    window = np.hanning(len(sound))
    lines = np.abs(np.fft.rfft(sound * window)) * (2.0 / window.sum())
    step_hz = RATE_HZ / len(sound)
    lines = lines[:int(1.2 * HIGHEST_HZ / step_hz)]
    floor = scipy.ndimage.percentile_filter(lines, FLOOR_PERCENTILE, size=int(FLOOR_HZ / step_hz), mode="nearest")
    at = scipy.signal.find_peaks(lines)[0]
    hz = at * step_hz
    at = at[(hz > LOWEST_HZ) & (hz < HIGHEST_HZ) & (lines[at] > STANDS_OUT * floor[at])]
    at = at[np.argsort(-lines[at], kind="stable")[:MOST]]
    return at * step_hz, lines[at]


def roughness(sound: Audio) -> float:
    """Mean roughness of a sound of at least 0.7 s, in windows that follow one another; 0 for noise and for less than two partials."""
    mono = sound.mean(axis=1).astype(np.float64)
    starts = range(0, max(1, len(mono) - WINDOW_FRAMES + 1), WINDOW_FRAMES)
    return float(np.mean([_of_window(mono[start:start + WINDOW_FRAMES]) for start in starts]))


def _of_window(mono: npt.NDArray[np.float64]) -> float:
    hz, strength = heard_partials(mono)
    return sethares((hz, strength ** SONES)) if len(hz) > 1 else 0.0
