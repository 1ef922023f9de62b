"""The dip that the bed has under speech."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.units import RATE_HZ
from audiodream.unmasking import DEPTH_DB, Unmask


def noise(seconds: float = 4.0) -> np.ndarray:
    return np.random.default_rng(1).standard_normal((round(seconds * RATE_HZ), 2)).astype(np.float32) * np.float32(0.05)


def octave_db(sound: np.ndarray, centre_hz: float) -> float:
    hz, power = signal.welch(sound[:, 0], RATE_HZ, nperseg=8192)
    return float(10 * np.log10(power[(hz > centre_hz / 2 ** 0.5) & (hz < centre_hz * 2 ** 0.5)].sum()))


def test_under_speech_the_middle_dips_and_the_edges_stay() -> None:
    dry = noise()
    wet = Unmask().run(dry, np.ones(len(dry), np.float32))
    taken = {hz: octave_db(wet, hz) - octave_db(dry, hz) for hz in (125.0, 1000.0, 2000.0, 4000.0, 12_000.0)}
    assert taken[2000.0] == pytest.approx(DEPTH_DB + 0.6, abs=0.5)
    assert taken[1000.0] < -2.0 and taken[4000.0] < -1.5
    assert taken[125.0] > -0.3 and taken[12_000.0] > -1.2


def test_in_the_open_nothing_is_touched() -> None:
    dry = noise(1.0)
    assert np.array_equal(Unmask().run(dry, np.zeros(len(dry), np.float32)), dry)


def test_the_size_of_the_pieces_changes_no_more_than_a_last_bit() -> None:
    dry, under = noise(2.0)[:-100], (0.5 - 0.5 * np.cos(np.arange(2 * RATE_HZ - 100) / 9000.0)).astype(np.float32)
    whole, pieces, one = Unmask().run(dry, under), [], Unmask()
    for first, last in ((0, 480), (480, 48_000), (48_000, 96_000 - 480), (96_000 - 480, len(dry))):
        pieces.append(one.run(dry[first:last], under[first:last]))
    np.testing.assert_allclose(np.concatenate(pieces), whole, atol=2.0 ** -22)
