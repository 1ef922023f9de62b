"""What creaks is a board with all its modes, whose slips come unevenly and ever faster until it is bent."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.effects.craft import frames
from audiodream.effects.creak import HIGH_HZ, LOW_HZ, MODES, board, go
from audiodream.units import RATE_HZ


@pytest.mark.parametrize("seed", range(8))
def test_no_mode_of_a_board_stands_alone(seed: int) -> None:
    """Gaps and lone resonances are what makes wood a throat."""
    hz, t60_s, gain = board(np.random.default_rng(seed))
    step = (HIGH_HZ / LOW_HZ) ** (1 / MODES)
    assert len(hz) == len(t60_s) == len(gain) == MODES and hz[0] > LOW_HZ and hz[-1] < HIGH_HZ
    assert (hz[1:] / hz[:-1]).max() < step**1.8 and gain.max() < 2.0 * gain.min()


@pytest.mark.parametrize("seed", range(4))
def test_slips_are_fastest_in_the_middle_of_a_go_and_none_comes_after_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    made = go(rng, 0.6, 30.0, 180.0, board(rng))
    level = np.abs(signal.hilbert(signal.sosfilt(signal.butter(2, 1500.0, "high", fs=RATE_HZ, output="sos"), made)))
    smooth = np.convolve(level, np.hanning(97) / np.hanning(97).sum(), "same")
    at = signal.find_peaks(smooth, height=0.05 * smooth.max(), distance=frames(0.002))[0] / RATE_HZ
    assert np.abs(made).max() == pytest.approx(1.0) and at.max() < 0.62
    assert np.sum((at > 0.2) & (at < 0.4)) > 1.5 * max(np.sum(at < 0.1), np.sum(at > 0.5))


def test_the_slower_a_board_bends_the_less_evenly_it_slips() -> None:
    rng = np.random.default_rng(1)
    made = go(rng, 40.0, 6.0, 6.0, board(rng))
    level = np.abs(signal.hilbert(signal.sosfilt(signal.butter(2, 1500.0, "high", fs=RATE_HZ, output="sos"), made)))
    smooth = np.convolve(level, np.hanning(97) / np.hanning(97).sum(), "same")
    at = signal.find_peaks(smooth, height=0.02 * smooth.max(), distance=frames(0.02))[0] / RATE_HZ
    # two by two: long and short waits come by turns
    spread = [float(np.std(np.log(at[2:][part] - at[:-2][part]))) for part in ((at[:-2] > 13.0) & (at[:-2] < 27.0), (at[:-2] < 4.0) | (at[:-2] > 36.0))]
    assert spread[0] < 0.6 * spread[1]
