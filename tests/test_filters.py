"""Filters: whole in pieces, and what their names say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.filters import Filter, filtered, highpass, lowpass, peak, shelf
from audiodream.units import RATE_HZ


def gain_db(sections: np.ndarray, hz: float) -> float:
    _, h = signal.sosfreqz(sections, [hz], fs=RATE_HZ)
    return float(20 * np.log10(abs(h[0])))


def test_a_filter_in_pieces_is_the_filter_in_one() -> None:
    sound = np.random.default_rng(1).standard_normal((10_000, 2)).astype(np.float32)
    carried = Filter(np.vstack([lowpass(900.0, 4), highpass(50.0)]))
    pieces = [carried.run(sound[first:first + 777]) for first in range(0, 10_000, 777)]
    assert np.array_equal(np.concatenate(pieces), filtered(sound, lowpass(900.0, 4), highpass(50.0)))


@pytest.mark.parametrize(("sections", "hz", "expected"), [
    (shelf(500.0, 6.0, high=False), 20.0, 6.0), (shelf(500.0, 6.0, high=False), 15_000.0, 0.0),
    (shelf(2000.0, -9.0, high=True), 18_000.0, -9.0), (peak(1000.0, 2.0, 4.0), 1000.0, 4.0), (lowpass(1000.0), 1000.0, -3.0)])
def test_filters_do_what_their_names_say(sections: np.ndarray, hz: float, expected: float) -> None:
    assert gain_db(sections, hz) == pytest.approx(expected, abs=0.3)
