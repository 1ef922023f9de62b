"""Modes are the recursions that they stand for."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import signal

from audiodream.effects.craft import butterworth_band, formants, moving_band
from audiodream.filters import highpass, lowpass
from audiodream.modes import driven, each_driven, filtered
from audiodream.units import RATE_HZ


@pytest.mark.parametrize("frames", [1, 100, 257, 1024, 40_001])
@pytest.mark.parametrize("sections", [
    butterworth_band(600.0, 5000.0, 1), butterworth_band(50.0, 150.0, 2), butterworth_band(30.0, 15_000.0, 1), lowpass(9000.0, 8),
    highpass(18.0, 2), lowpass(200.0, 3), highpass(90.0, 1),
], ids=["band", "low band", "real poles", "steep", "high", "odd", "one pole"])
def test_a_filter_is_the_sum_of_its_modes(frames: int, sections: np.ndarray) -> None:
    x = np.random.default_rng(frames).standard_normal(frames)
    wanted = signal.sosfilt(sections, x)
    assert np.abs(filtered(x, sections) - wanted).max() < 1e-9 * np.abs(wanted).max()


def test_sides_are_filtered_each_by_itself() -> None:
    x = np.random.default_rng(1).standard_normal((3000, 2))
    both = filtered(x, lowpass(500.0, 2))
    assert np.array_equal(both[:, 1], filtered(np.ascontiguousarray(x[:, 1]), lowpass(500.0, 2)))


@pytest.mark.parametrize("frames", [0, 200, 5000])
def test_many_modes_are_many_resonators(frames: int) -> None:
    rng = np.random.default_rng(3)
    x, w, r, gain = rng.standard_normal(frames), rng.uniform(0.01, 1.5, 30), rng.uniform(0.99, 0.99999, 30), rng.normal(size=30)
    wanted = sum(signal.lfilter([0.0, g * math.sin(a)], [1.0, -2.0 * b * math.cos(a), b * b], x) if frames else x
                 for a, b, g in zip(w, r, gain, strict=True))
    found = driven(x, np.log(r) + 1j * w, -1j * gain / r)
    assert found.shape == x.shape
    assert frames == 0 or np.abs(found - wanted).max() < 1e-9 * np.abs(wanted).max()


def test_rows_that_drive_a_mode_each_are_driven_one_by_one() -> None:
    rng = np.random.default_rng(6)
    rows, logs, weights = rng.standard_normal((5, 960)), 1j * rng.uniform(0.01, 1.5, 5) - rng.uniform(1e-4, 0.1, 5), rng.normal(size=5) + 0.3j
    wanted = [driven(row, logs[k:k + 1], weights[k:k + 1]) for k, row in enumerate(rows)]
    assert np.allclose(each_driven(rows, logs, weights), wanted, rtol=0.0, atol=1e-9)


def test_a_throat_is_its_resonances_side_by_side() -> None:
    x, wanted = np.random.default_rng(4).standard_normal(4000), np.zeros(4000)
    throat = ((600.0, 90.0, 1.0), (1700.0, 120.0, 0.4), (2600.0, 200.0, -0.2))
    for f, b, g in throat:
        r, w = math.exp(-math.pi * b / RATE_HZ), 2.0 * math.pi * f / RATE_HZ
        wanted += g * (1 - r) * signal.lfilter([1.0, 0.0, -1.0], [1.0, -2.0 * r * math.cos(w), r * r], x)
    assert np.abs(formants(x, *zip(*throat, strict=True)) - wanted).max() < 1e-9


def test_a_band_moves_to_where_its_centre_is() -> None:
    centre_hz = np.geomspace(400.0, 4000.0, RATE_HZ)
    moved = moving_band(np.random.default_rng(5).standard_normal(RATE_HZ), centre_hz, 30.0)
    for start in (8_000, 24_000, 40_000):
        spectrum = np.abs(np.fft.rfft(moved[start:start + 4800] * np.hanning(4800)))
        assert 10.0 * np.average(np.arange(len(spectrum)), weights=spectrum**2) == pytest.approx(centre_hz[start + 2400], rel=0.1)
