"""The meter against EBU Tech 3341 and 3342 (every case that can be synthesised), and against libebur128."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.audio import Audio
from audiodream.meter import LoudnessMeter, lufs_of, true_peak_dbtp

RATE = 48_000


def tone(level_dbfs: float, seconds: float, hz: float = 1000.0) -> Audio:
    at = np.arange(round(seconds * RATE)) / RATE
    one = 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * hz * at)
    return np.repeat(one[:, None], 2, axis=1).astype(np.float32)


def metered(*parts: Audio) -> LoudnessMeter:
    meter = LoudnessMeter()
    for part in parts:
        meter.feed(part)
    return meter


@pytest.mark.parametrize(("steps", "expected"), [
    ([(-23, 20)], -23.0),
    ([(-33, 20)], -33.0),
    ([(-36, 10), (-23, 60), (-36, 10)], -23.0),
    ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
    ([(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
])
def test_3341_cases_1_to_5_give_the_integrated_loudness(steps: list[tuple[float, float]], expected: float) -> None:
    assert metered(*(tone(*step) for step in steps)).integrated_lufs() == pytest.approx(expected, abs=0.1)


def test_3341_case_9_short_term_is_constant() -> None:
    heard = metered(*[part for _ in range(5) for part in (tone(-20, 1.34), tone(-30, 1.66))]).short_term_lufs()
    assert np.abs(heard + 23.0).max() < 0.1


def test_3341_case_12_momentary_is_constant() -> None:
    heard = metered(*[part for _ in range(25) for part in (tone(-20, 0.18), tone(-30, 0.22))]).momentary_lufs()
    assert np.abs(heard[60:] + 23.0).max() < 0.1


@pytest.mark.parametrize("i", range(20))
def test_3341_cases_10_and_13_find_the_greatest_window_wherever_it_lies(i: int) -> None:
    quiet = np.zeros((round(0.15 * i * RATE), 2), np.float32)
    assert metered(quiet, tone(-23, 3), np.zeros((RATE, 2), np.float32)).short_term_lufs().max() == pytest.approx(-23.0, abs=0.1)
    quiet = np.zeros((round(0.02 * i * RATE), 2), np.float32)
    assert metered(quiet, tone(-23, 0.4), np.zeros((RATE, 2), np.float32)).momentary_lufs().max() == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("i", range(20))
def test_3341_cases_11_and_14_follow_the_level(i: int) -> None:
    quiet = np.zeros((round(0.15 * i * RATE), 2), np.float32)
    after = np.zeros((round((3 - 0.15 * i) * RATE), 2), np.float32)
    assert metered(quiet, tone(-38 + i, 3), after).short_term_lufs().max() == pytest.approx(-38 + i, abs=0.1)
    quiet = np.zeros((20 * i * RATE // 1000, 2), np.float32)
    after = np.zeros(((400 - 20 * i) * RATE // 1000, 2), np.float32)
    assert metered(quiet, tone(-38 + i, 0.4), after).momentary_lufs().max() == pytest.approx(-38 + i, abs=0.1)


@pytest.mark.parametrize(("divisor", "amplitude", "degrees", "expected"), [
    (4, 0.5, 0, -6.0), (4, 0.5, 45, -6.0), (6, 0.5, 60, -6.0), (8, 0.5, 67.5, -6.0), (4, 1.41, 45, 3.0),
])
def test_3341_cases_15_to_19_give_the_true_peak(divisor: int, amplitude: float, degrees: float, expected: float) -> None:
    at = np.arange(RATE)
    edge = np.minimum(1, np.minimum(at, at[::-1]) / 480)
    sound = (amplitude * edge * np.sin(2 * np.pi * at / divisor + np.radians(degrees)))[:, None].astype(np.float32)
    assert -0.4 <= true_peak_dbtp(sound) - expected <= 0.2


@pytest.mark.parametrize("offset", range(4))
def test_3341_cases_20_to_23_find_a_peak_between_samples(offset: int) -> None:
    fine = 0.5 * np.sin(2 * np.pi * np.arange(4 * 4800) / 24)
    fine[9600:9624] *= 2.0
    # brought down by a filter of its own, so that the peak does not lie on a sample
    sound = signal.resample_poly(np.roll(fine, -offset), 1, 4)
    assert true_peak_dbtp(sound[100:-100, None].astype(np.float32)) == pytest.approx(0.0, abs=0.5)


@pytest.mark.parametrize(("levels", "expected"), [((-20, -30), 10), ((-20, -15), 5), ((-40, -20), 20), ((-50, -35, -20, -35, -50), 15)])
def test_3342_cases_1_to_4_give_the_loudness_range(levels: tuple[float, ...], expected: float) -> None:
    assert metered(*(tone(level, 20) for level in levels)).range_lu() == pytest.approx(expected, abs=1.0)


def test_libebur128_agrees_on_noise_and_pauses() -> None:
    import pyebur128

    rng = np.random.default_rng(3)
    sound = (rng.standard_normal((RATE * 30, 2)) * 0.1 * (0.2 + np.abs(np.sin(np.arange(RATE * 30) / RATE)))[:, None]).astype(np.float32)
    sound[RATE * 10:RATE * 14] *= 0.001
    state = pyebur128.R128State(2, RATE, pyebur128.MeasurementMode.MODE_I)
    state.add_frames(np.ascontiguousarray(sound).ravel(), len(sound))
    meter = metered(*np.array_split(sound, 7))
    assert meter.integrated_lufs() == pytest.approx(pyebur128.get_loudness_global(state), abs=0.05)


def test_silence_has_no_loudness_and_no_error() -> None:
    assert lufs_of(np.zeros((RATE * 2, 2), np.float32)) == -np.inf
