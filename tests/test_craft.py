"""What effects are made of is what the textbook says, though it takes a shorter way."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import signal

from audiodream.effects.craft import butterworth_band, fall, ring
from audiodream.units import RATE_HZ


@pytest.mark.parametrize("order", [1, 2, 3])
@pytest.mark.parametrize("corners_hz", [(50.0, 150.0), (80.0, 1800.0), (600.0, 6000.0), (3000.0, 3200.0)])
def test_a_band_is_everybodys_butterworth(order: int, corners_hz: tuple[float, float]) -> None:
    f = np.geomspace(10, 23_000, 100)
    _, wanted = signal.sosfreqz(signal.butter(order, corners_hz, "bandpass", fs=RATE_HZ, output="sos"), f, fs=RATE_HZ)
    _, found = signal.sosfreqz(butterworth_band(*corners_hz, order), f, fs=RATE_HZ)
    assert np.abs(found - wanted).max() < 1e-9


@pytest.mark.parametrize("frames", [0, 1, 2, 1000, 48_123])
def test_a_fall_is_exponential(frames: int) -> None:
    assert np.allclose(fall(frames, 0.3), np.exp(-np.arange(frames) / (0.3 * RATE_HZ)), rtol=1e-12, atol=0.0)


@pytest.mark.parametrize("blows", [[100], [100, 130], [100, 47_000], [47_999]])
def test_modes_ring_on_as_their_resonators_would(blows: list[int]) -> None:
    x, hz, t60_s, gain = np.zeros(RATE_HZ), (110.0, 1234.5, 9000.0), (3.0, 0.8, 0.2), (1.0, 0.5, -0.3)
    x[blows] = [1.0, -0.4][:len(blows)]
    wanted = np.zeros(RATE_HZ)
    for f, t60, g in zip(hz, t60_s, gain, strict=True):
        r, w = math.exp(-6.9078 / (t60 * RATE_HZ)), 2.0 * math.pi * f / RATE_HZ
        wanted += signal.lfilter([0.0, g * math.sin(w)], [1.0, -2.0 * r * math.cos(w), r * r], x)
    assert np.abs(ring(x, hz, t60_s, gain) - wanted).max() < 1e-4
    assert not ring(np.zeros(50), hz, t60_s, gain).any()
