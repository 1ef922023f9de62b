"""Noise: its spectrum, its width, without seams and without return."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.filters import filtered, highpass, lowpass
from audiodream.noise import NoiseLoom, bump, shape_of, sloped
from audiodream.units import RATE_HZ

RNG = np.random.default_rng


@pytest.mark.parametrize("slope", [0.0, -3.0, -6.0])
@pytest.mark.parametrize("factor", [1, 4])
def test_noise_has_the_slope_and_the_level_it_was_drawn_with(slope: float, factor: int) -> None:
    loom, shape = NoiseLoom(RNG(2), factor=factor), sloped(slope, 100, 4000)
    sound = np.concatenate([loom.block(shape) for _ in range(12)])
    assert sound.std() == pytest.approx(1.0, abs=0.06)
    f, p = signal.welch(sound[:, 0], RATE_HZ // factor, nperseg=4096)
    keep = (f > 200) & (f < 3000)
    assert 3.0103 * np.polyfit(np.log2(f[keep]), np.log2(p[keep]), 1)[0] == pytest.approx(slope, abs=0.4)


def test_noise_is_wide_above_and_one_below_and_has_no_seams() -> None:
    loom = NoiseLoom(RNG(3))
    sound = np.concatenate([loom.block(sloped(-3.0)) for _ in range(20)])
    assert np.corrcoef(filtered(sound, highpass(250.0, 4)).T)[0, 1] == pytest.approx(0.3, abs=0.08)
    assert np.corrcoef(filtered(sound, lowpass(100.0, 8)).T)[0, 1] > 0.97
    power = np.sum(sound.astype(np.float64) ** 2, axis=1).reshape(20, -1)
    seams = power[:, :240].mean() + power[:, -240:].mean()
    assert 10 * np.log10(seams / 2 / power.mean()) == pytest.approx(0.0, abs=0.6)


def test_noise_never_comes_back() -> None:
    loom, shape = NoiseLoom(RNG(4)), sloped(-3.0)
    blocks = [loom.block(shape)[:, 0] for _ in range(12)]
    alike = [abs(np.dot(a, b)) / (np.linalg.norm(a) * np.linalg.norm(b)) for i, a in enumerate(blocks) for b in blocks[:i]]
    assert max(alike) < 0.2


def test_shapes_pass_through_their_points() -> None:
    shape = shape_of({100: -20, 1000: 0, 10_000: -40})
    assert 20 * np.log10(shape[50] / shape[5]) == pytest.approx(20.0, abs=0.1)
    assert bump(1000.0, 5.0)[50] == pytest.approx(1.0)
