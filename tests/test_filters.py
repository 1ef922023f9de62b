"""Filters and convolution: whole in pieces, what their names say, and what a recursion frame by frame gives."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.convolution import convolved
from audiodream.filters import Filter, bandpass, filtered, highpass, lowpass, peak, shelf, wall
from audiodream.units import RATE_HZ


def gain_db(sections: np.ndarray, hz: float) -> float:
    _, h = signal.sosfreqz(sections, [hz], fs=RATE_HZ)
    return float(20 * np.log10(abs(h[0])))


def test_a_filter_in_pieces_is_the_filter_in_one() -> None:
    sound = np.random.default_rng(1).standard_normal((10_000, 2)).astype(np.float32)
    carried = Filter(np.vstack([lowpass(900.0, 4), highpass(50.0)]))
    pieces = [carried.run(sound[first:first + 777]) for first in range(0, 10_000, 777)]
    assert np.abs(np.concatenate(pieces) - filtered(sound, lowpass(900.0, 4), highpass(50.0))).max() < 1e-6


@pytest.mark.parametrize("sections", [
    [highpass(18.0)], [lowpass(2200.0, 1)], [bandpass(2500.0, 100.0)], [wall(14_000.0, 70.0)], [highpass(60.0), shelf(160.0, 2.5, high=False)]])
def test_a_filter_gives_what_its_recursion_gives_frame_by_frame(sections: list[np.ndarray]) -> None:
    sound = np.random.default_rng(1).standard_normal((40_000, 2)).astype(np.float32)
    wanted = signal.sosfilt(np.vstack(sections), sound.astype(np.float64), axis=0)
    assert np.std(filtered(sound, *sections) - wanted) < 1e-6 * np.std(wanted)


def test_a_wall_is_down_where_it_says_and_flat_below() -> None:
    for order in (8, 12):
        assert all(gain_db(wall(14_000.0, 70.0, order), hz) <= -69.99 for hz in (14_000.0, 15_500.0, 19_000.0, 23_000.0))
    assert all(gain_db(wall(14_000.0, 70.0), hz) == pytest.approx(0.0, abs=0.5) for hz in (50.0, 5000.0, 11_000.0))


@pytest.mark.parametrize(("frames", "taps"), [(1, 1), (1, 500), (500, 1), (20_001, 300), (3000, 9000), (70_000, 2000)])
def test_a_convolution_in_blocks_is_one(frames: int, taps: int) -> None:
    rng = np.random.default_rng(1)
    sound, response = rng.standard_normal(frames), rng.standard_normal((2, taps))
    wanted = [np.convolve(sound, side) for side in response]
    assert np.allclose(convolved(sound, response), wanted, atol=1e-9)


@pytest.mark.parametrize(("sections", "hz", "expected"), [
    (shelf(500.0, 6.0, high=False), 20.0, 6.0), (shelf(500.0, 6.0, high=False), 15_000.0, 0.0),
    (shelf(2000.0, -9.0, high=True), 18_000.0, -9.0), (peak(1000.0, 2.0, 4.0), 1000.0, 4.0), (lowpass(1000.0), 1000.0, -3.0)])
def test_filters_do_what_their_names_say(sections: np.ndarray, hz: float, expected: float) -> None:
    assert gain_db(sections, hz) == pytest.approx(expected, abs=0.3)
