"""A shout is high, pressed and rough; who speaks it is not understood."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.calling import call
from audiodream.throat import STAGE_HZ

SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_is_the_same_man_at_the_level_of_one(seed: int) -> None:
    sound = call(np.random.default_rng(seed))
    assert np.array_equal(sound, call(np.random.default_rng(seed)))
    assert sound.dtype == np.float32 and abs(float(np.mean(sound**2)) - 1.0) < 0.01 and 0.5 < len(sound) / STAGE_HZ < 4.5


def test_a_shout_is_as_strong_above_a_kilohertz_as_below() -> None:
    """Speech has 10 dB and more less above (the alpha ratio; Nordenberg & Sundberg 2004)."""
    ratios = []
    for seed in SEEDS:
        hz, power = signal.welch(call(np.random.default_rng(seed)), STAGE_HZ, nperseg=2048)
        ratios.append(10 * np.log10(power[(hz >= 1000) & (hz < 5000)].sum() / power[(hz >= 50) & (hz < 1000)].sum()))
    assert np.median(ratios) > -3.0


def test_a_shout_is_rough() -> None:
    """Its envelope moves at 50 to 100 Hz more than between the syllables' rates and that."""
    for seed in SEEDS:
        level = np.abs(signal.hilbert(call(np.random.default_rng(seed)).astype(np.float64)))
        hz, power = signal.welch(signal.decimate(level, 20, ftype="fir"), STAGE_HZ / 20, nperseg=600)
        assert power[(hz >= 55) & (hz < 90)].mean() > 2.0 * power[(hz >= 20) & (hz < 45)].mean()
