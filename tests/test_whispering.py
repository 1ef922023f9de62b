"""A whisper has the rhythm of speech, no voice, and consonants as loud as its vowels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy import signal

from audiodream.throat import STAGE_HZ
from audiodream.whispering import whisper

SEEDS = range(8)


def level(sound: npt.NDArray[np.float32], low_hz: float, high_hz: float) -> npt.NDArray[np.float64]:
    """RMS of a band every 10 ms."""
    band = signal.sosfilt(signal.butter(4, (low_hz, high_hz), "bandpass", fs=STAGE_HZ, output="sos"), sound)
    rows = band[:len(band) // 240 * 240].reshape(-1, 240)
    return np.asarray(np.sqrt((rows**2).mean(axis=1)))


def test_syllables_come_three_to_seven_a_second() -> None:
    heard = np.concatenate([whisper(np.random.default_rng(seed)) for seed in SEEDS])
    loud = level(heard, 400.0, 3500.0)
    hz, power = signal.welch(loud / loud.mean() - 1.0, 100.0, nperseg=400)
    slow, syllables, fast = (float(power[(hz >= a) & (hz < b)].mean()) for a, b in ((0.5, 2.0), (3.0, 7.0), (12.0, 30.0)))
    assert syllables > 3.0 * fast and syllables > 0.5 * slow


@pytest.mark.parametrize("seed", SEEDS)
def test_hisses_and_vowels_take_turns_at_one_level(seed: int) -> None:
    sound = whisper(np.random.default_rng(seed))
    vowels, hisses = level(sound, 500.0, 3000.0), level(sound, 4000.0, 9000.0)
    assert 0.2 < np.quantile(hisses, 0.98) / np.quantile(vowels, 0.9) < 5.0
    ratio = np.log(hisses[vowels + hisses > 0.3] / vowels[vowels + hisses > 0.3])
    assert np.quantile(ratio, 0.95) - np.quantile(ratio, 0.2) > np.log(4.0)
