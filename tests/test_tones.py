"""Oscillators: their pitch, their glide, their harmonics."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.control import BLOCK_POINTS
from audiodream.tones import PartialBank, TableVoices, table_of
from audiodream.units import RATE_HZ

RNG = np.random.default_rng


@pytest.mark.parametrize("factor", [1, 4])
def test_a_bank_of_partials_glides_exactly_as_told(factor: int) -> None:
    bank, rate = PartialBank(RNG(6), 1, factor, np.array([0.0])), RATE_HZ // factor
    hz = np.linspace(440.0, 460.0, BLOCK_POINTS)[None]
    ones, zeros = np.ones((1, BLOCK_POINTS), np.float32), np.zeros((1, BLOCK_POINTS), np.float32)
    sound = np.concatenate([bank.block(h, ones, zeros) for h in (hz, np.full((1, BLOCK_POINTS), 460.0))])
    path = np.concatenate([np.linspace(440.0, 460.0, rate + 1)[:-1], np.full(rate, 460.0)])
    turns = np.concatenate([[0.0], np.cumsum((path[:-1] + path[1:]) / 2 / rate)])
    assert np.abs(sound[:, 0] - np.cos(2 * np.pi * turns)).max() < 0.01
    assert np.array_equal(sound[:, 0], sound[:, 1])


def test_a_table_voice_sings_its_pitch_and_its_harmonics() -> None:
    voices = TableVoices(RNG(7), table_of(np.array([1.0, 0.5, 0.25]))[None], 4)
    sung = np.concatenate([voices.block(np.full((1, 101), 220.0, np.float32))[0] for _ in range(4)])
    m = np.abs(np.fft.rfft(sung * np.hanning(len(sung))))
    f = np.fft.rfftfreq(len(sung), 1 / voices.rate_hz)
    tops = [m[np.abs(f - 220.0 * h) < 3].max() for h in (1, 2, 3, 4)]
    assert tops[1] / tops[0] == pytest.approx(0.5, abs=0.02) and tops[2] / tops[0] == pytest.approx(0.25, abs=0.02)
    assert tops[3] / tops[0] < 1e-3
