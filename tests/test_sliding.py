"""What slides along a curve is what the definition says, point by point."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.sliding import bridged, greatest, least, mean, mean_inside, smoothed


@pytest.mark.parametrize(("points", "reach"), [(1, 3), (7, 1), (50, 4), (51, 25), (200, 7)])
def test_least_greatest_and_mean_are_those_of_the_points_within_reach(points: int, reach: int) -> None:
    curve = np.random.default_rng(points).standard_normal(points)
    rows = np.lib.stride_tricks.sliding_window_view(np.pad(curve, reach, mode="edge"), 2 * reach + 1)
    assert np.array_equal(least(curve, reach), rows.min(axis=1))
    assert np.array_equal(greatest(curve, reach), rows.max(axis=1))
    assert np.allclose(mean(curve, reach), rows.mean(axis=1))
    there = [curve[max(0, at - reach):at + reach + 1].mean() for at in range(points)]
    assert np.allclose(mean_inside(curve, reach), there)


def test_smoothing_keeps_a_level_and_rounds_a_step() -> None:
    assert np.allclose(smoothed(np.full(40, 3.0), np.hanning(9)), 3.0)
    step = smoothed(np.repeat([0.0, 1.0], 30), np.hanning(9))
    assert len(step) == 60
    assert (np.diff(step) >= -1e-12).all()
    assert np.diff(step).max() < 0.5


def test_only_gaps_shorter_than_asked_are_bridged() -> None:
    marks = np.array([0, 1, 0, 0, 1, 0, 0, 0, 1, 0], bool)
    assert bridged(marks, 3).tolist() == [False, True, True, True, True, False, False, False, True, False]
    assert bridged(marks, 4).tolist() == [False, *[True] * 8, False]
    assert not bridged(np.zeros(5, bool), 3).any()
