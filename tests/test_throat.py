"""Throats do what people do: laugh in calls, cry at a pitch, draw breath without voice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
import pytest
from scipy import signal

from audiodream.audio import Mono
from audiodream.throat import CRIES, STAGE_HZ, cry, gasp, laugh
from audiodream.whispering import whisper

MAKERS: dict[str, Callable[[np.random.Generator], Mono]] = {
    "laugh": laugh, "gasp": gasp, "whisper": whisper, **{what: partial(cry, what=what) for what in CRIES}}


def voicing(sound: Mono) -> float:
    """The median over its loud parts of 40 ms of how well a part repeats itself at a pitch of 100 to 900 Hz."""
    parts = sound[:len(sound) // 960 * 960].reshape(-1, 960).astype(np.float64)
    parts = parts[(parts**2).mean(axis=1) > 0.3]
    found = []
    for part in parts:
        again = np.correlate(part, part, "full")[959:] / np.sum(part**2)
        found.append(again[STAGE_HZ // 900:STAGE_HZ // 100].max())
    return float(np.median(found))


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_same_seed_is_the_same_throat_at_the_level_of_one(name: str) -> None:
    sound = MAKERS[name](np.random.default_rng(4))
    assert np.array_equal(sound, MAKERS[name](np.random.default_rng(4)))
    assert sound.dtype == np.float32 and np.isfinite(sound).all() and abs(float(np.mean(sound**2)) - 1.0) < 0.01
    assert 0.25 < len(sound) / STAGE_HZ < 6.0


def test_a_laugh_comes_in_some_five_calls_a_second() -> None:
    for seed in range(4):
        sound = laugh(np.random.default_rng(seed))
        level: npt.NDArray[np.float64] = np.sqrt(np.convolve(sound.astype(np.float64)**2, np.ones(600) / 600, "same"))[::240]
        peaks, _ = signal.find_peaks(level, prominence=0.25, distance=8)
        assert 3.5 < 100.0 / float(np.median(np.diff(peaks))) < 7.0


def test_who_cries_has_a_voice_and_who_gasps_or_whispers_has_none() -> None:
    voiced = [voicing(cry(np.random.default_rng(k), "yeah")) for k in range(4)]
    breathed = [voicing(make(np.random.default_rng(k))) for k in range(4) for make in (gasp, whisper)]
    assert min(voiced) > 0.5 > max(breathed)
