"""Slow curves: smooth, and going on from block to block."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import signal

from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, Glide, TwoPoles, Walk, to_frames, whole_block
from audiodream.units import BLOCK_FRAMES

RNG = np.random.default_rng


def test_walks_are_smooth_normal_and_go_on_where_they_were() -> None:
    walk = Walk(RNG(5), 0.5, 8)
    blocks = [walk.block() for _ in range(200)]
    assert all(np.array_equal(a[:, -1], b[:, 0]) for a, b in itertools.pairwise(blocks))
    whole = np.concatenate([b[:, :-1] for b in blocks], axis=1)
    assert whole.std() == pytest.approx(1.0, abs=0.1) and abs(whole.mean()) < 0.15
    assert np.abs(np.diff(whole, axis=1)).max() < 0.15


def test_a_glide_starts_where_it_is_and_turns_a_step_into_a_slope() -> None:
    glide = Glide(0.2)
    first = glide.block(np.full(BLOCK_POINTS, 0.3, np.float32))
    assert np.allclose(first, 0.3)
    second = glide.block(np.full(BLOCK_POINTS, 1.0, np.float32))
    assert np.abs(np.diff(second)).max() < 0.05 and second[-1] == pytest.approx(1.0, abs=0.01)
    assert len(whole_block(np.ones(7, np.float32))) == BLOCK_POINTS


@pytest.mark.parametrize("factor", [1, 4, 8])
def test_curves_become_frames(factor: int) -> None:
    curve = np.linspace(0.0, 1.0, BLOCK_POINTS).astype(np.float32)
    frames = to_frames(curve, factor)
    assert len(frames) == BLOCK_FRAMES // factor
    assert np.abs(frames - np.arange(len(frames)) / len(frames)).max() < 1e-5


def test_two_poles_are_the_recursion_of_both_and_go_on_from_block_to_block() -> None:
    blows = RNG(6).random((3, 4 * BLOCK_STEPS)) * (RNG(7).random((3, 4 * BLOCK_STEPS)) < 0.05)
    poles = TwoPoles(0.9, 0.44, 0.56, (3,))
    made = [poles.block(part) for part in np.split(blows, 4, axis=1)]
    wanted = signal.lfilter([0.0, 0.56], [1.0, -1.34, 0.396], blows)
    assert np.allclose(np.concatenate([part[:, 1:] for part in made], axis=1), wanted, atol=1e-12)
    assert all(np.array_equal(a[:, -1], b[:, 0]) for a, b in itertools.pairwise(made))
