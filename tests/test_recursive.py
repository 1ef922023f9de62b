"""A filter by blocks is the filter sample by sample."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.filters import highpass, lowpass, peak
from audiodream.recursive import STRIDE_FRAMES, Recursion


@pytest.mark.parametrize("sections", [lowpass(11_500.0, 8), highpass(30.0, 4), np.vstack([peak(200.0, 3.0, 9.0), lowpass(400.0, 3)])])
@pytest.mark.parametrize("channels", [1, 2])
def test_it_gives_what_a_loop_over_samples_gives_in_pieces_too(sections: np.ndarray, channels: int) -> None:
    sound = np.random.default_rng(3).standard_normal((40 * STRIDE_FRAMES, channels)).astype(np.float32)
    wanted = signal.sosfilt(sections, sound.astype(np.float64), axis=0)
    filter_ = Recursion(sections, channels)
    pieces = [filter_.run(sound[first:first + 8 * STRIDE_FRAMES]) for first in range(0, len(sound), 8 * STRIDE_FRAMES)]
    assert np.abs(np.concatenate(pieces, axis=1).T - wanted).max() < 3e-5


@pytest.mark.parametrize("order", [1, 2, 3, 4, 8])
@pytest.mark.parametrize("hz", [40.0, 900.0, 11_500.0])
def test_our_butterworth_is_everybodys(order: int, hz: float) -> None:
    for ours, kind in ((lowpass(hz, order), "lowpass"), (highpass(hz, order), "highpass")):
        f = np.geomspace(20, 23_000, 50)
        _, wanted = signal.sosfreqz(signal.butter(order, hz, kind, fs=48_000, output="sos"), f, fs=48_000)
        _, found = signal.sosfreqz(ours, f, fs=48_000)
        assert np.abs(found - wanted).max() < 1e-6
