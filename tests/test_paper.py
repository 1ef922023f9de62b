"""A leaf that is turned rubs along the next, higher and higher."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.effects.paper import SWISH_HZ, Paper
from audiodream.units import RATE_HZ


@pytest.mark.parametrize("seed", range(6))
def test_every_leaf_takes_about_a_quarter_of_a_second_and_its_rub_climbs(seed: int) -> None:
    hand, swish_hz = Paper()._leaves(np.random.default_rng(seed))
    begins = np.flatnonzero(np.diff(swish_hz) < -100.0) / RATE_HZ
    assert 3 <= len(begins) <= 7 and np.diff(begins).min() > 0.18 and np.diff(begins).max() < 0.6
    assert swish_hz.min() == SWISH_HZ[0] and swish_hz.max() == pytest.approx(SWISH_HZ[1])
    assert hand.min() >= 0.0 and len(hand) == len(swish_hz)


def test_more_length_is_more_leaves() -> None:
    short, long = (len(Paper(length_s=seconds).sound(np.random.default_rng(2), 110.0)) for seconds in (0.6, 4.0))
    assert long > 3 * short
