"""Ducks are drawn ahead of the word, hold through short pauses, and move gently."""

from __future__ import annotations

import numpy as np

from audiodream.ambience import SILENCE_DB, Hush
from audiodream.ducks import HOP_S, SETTLED_S, duck_curve, hush_db
from audiodream.mix import STEP_BACK_DB


def spoken(*stretches: tuple[float, float], seconds: float = 20.0) -> np.ndarray:
    mask = np.zeros(round(seconds / HOP_S), bool)
    for first, last in stretches:
        mask[round(first / HOP_S):round(last / HOP_S)] = True
    return mask


def at(curve: np.ndarray, seconds: float) -> float:
    return float(curve[round(seconds / HOP_S)])


def test_the_bed_is_down_before_the_word_and_up_in_a_long_pause() -> None:
    curve = duck_curve(spoken((5, 8), (14, 16)))
    assert at(curve, 5 - SETTLED_S - 0.01) > 0.98
    assert at(curve, 4.5) == 0.0
    assert at(curve, 11) == 0.0
    assert at(curve, 17.5) == 0.0


def test_a_short_pause_does_not_pump() -> None:
    curve = duck_curve(spoken((5, 8), (9.1, 12)))
    assert curve[round(5 / HOP_S):round(12 / HOP_S)].min() == 1.0
    ducks = np.count_nonzero(np.diff((curve > 0.5).astype(int)) > 0)
    assert ducks == 1


def test_no_gain_moves_faster_than_60_db_a_second() -> None:
    duck = STEP_BACK_DB * duck_curve(spoken((2, 3), (6, 6.2), (9, 12)))
    hush = hush_db([Hush(48_000 * 5, 48_000 * 7)], 0, 2000)
    assert np.abs(np.diff(duck)).max() / HOP_S <= 60.0
    assert np.abs(np.diff(hush)).max() / HOP_S <= 60.0


def test_a_silence_has_fallen_when_its_word_is_spoken() -> None:
    curve = hush_db([Hush(48_000 * 5, 48_000 * 8)], 0, 2000)
    assert at(curve, 5.0) <= SILENCE_DB + 0.01
    assert at(curve, 4.2) == 0.0
    assert at(curve, 7.9) <= SILENCE_DB + 0.01
    assert at(curve, 12.0) == 0.0
