"""Shaping keeps the time of what is said, moves pitch and throat as it says, and leaves alone what nobody would hear."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import scipy

from audiodream.audio import Audio
from audiodream.shaping import pitch_track, shape
from audiodream.units import RATE_HZ, st_to_ratio

F0_HZ = 120.0


def spoken(seconds: float = 6.0) -> Audio:
    """Syllables: a buzz of 120 Hz through two formants, of unequal lengths with breaks between, as a voice's."""
    rng = np.random.default_rng(5)
    t = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    phase = np.cumsum(F0_HZ * (1.0 + 0.01 * np.sin(2 * np.pi * 0.7 * t))) / RATE_HZ
    buzz = np.diff(np.floor(phase), prepend=0.0) + 0.002 * rng.standard_normal(len(t))
    formed = sum(scipy.signal.lfilter(*scipy.signal.iirpeak(hz, q, fs=RATE_HZ), buzz) for hz, q in ((600.0, 6.0), (1500.0, 8.0), (2500.0, 9.0)))
    gate = np.zeros(len(t))
    at = 0.1
    while at < seconds - 0.5:
        length = float(rng.uniform(0.12, 0.3))
        gate[round(at * RATE_HZ):round((at + length) * RATE_HZ)] = 1.0
        at += length + float(rng.uniform(0.05, 0.12))
    gate = np.convolve(gate, np.hanning(960) / np.hanning(960).sum(), "same")
    return np.asarray((formed * gate / np.abs(formed).max())[:, None], np.float32)


def shaped(sound: Audio, pitch_st: float = 0.0, formant_st: float = 0.0, span: float = 1.0, manners: tuple[str, ...] = ()) -> Audio:
    return shape(sound, pitch_st, formant_st, span, manners, (), np.random.default_rng(1))


def envelope(sound: Audio) -> npt.NDArray[np.float64]:
    """Level in dB every millisecond, around its mean."""
    power = np.convolve(np.square(sound[:, 0].astype(np.float64)), np.hanning(480) / 240, "same")[::48]
    level = 10.0 * np.log10(power + 1e-7)
    return np.asarray(level - level.mean())


def behind_ms(sound: Audio, before: Audio) -> int:
    """How much later the sound is than it was."""
    old, new = envelope(before), envelope(sound)
    return max(range(-60, 61), key=lambda k: float(np.dot(old[100:-100], new[100 + k:len(new) - 100 + k])))


@pytest.mark.parametrize(("pitch_st", "formant_st"), [(-2.5, -2.2), (-0.6, 0.0), (2.5, 2.5), (3.0, 1.0), (0.0, -2.2)])
def test_nothing_is_said_earlier_or_later_than_before(pitch_st: float, formant_st: float) -> None:
    sound = spoken()
    done = shaped(sound, pitch_st, formant_st)
    assert done.shape == sound.shape and done.dtype == np.float32
    assert abs(behind_ms(done, sound)) <= 2


@pytest.mark.parametrize("pitch_st", [-3.0, -1.0, 2.0])
def test_the_pitch_moves_by_so_many_semitones(pitch_st: float) -> None:
    f0 = pitch_track(shaped(spoken(), pitch_st)[:, 0])
    assert np.median(f0[f0 > 0]) == pytest.approx(F0_HZ * st_to_ratio(pitch_st), rel=0.02)


@pytest.mark.parametrize("voiced", [True, False])
def test_a_sound_of_any_length_keeps_it_and_is_whole(voiced: bool) -> None:
    rng = np.random.default_rng(3)
    long = spoken(2.0) if voiced else np.asarray(rng.standard_normal((2 * RATE_HZ, 1)), np.float32)
    for _ in range(60):
        frames = int(rng.integers(200, len(long)))
        sound = long[:frames]
        for pitch_st in (-6.0, -2.5, 0.6, 3.0, 6.0):
            done = shaped(sound, pitch_st, pitch_st)
            assert done.shape == sound.shape and np.isfinite(done).all()


def test_a_change_that_nobody_hears_is_not_made() -> None:
    sound = spoken(2.0)
    assert np.array_equal(shaped(sound, 0.4, 0.2, 1.1), sound)


def test_a_whisper_has_no_pitch() -> None:
    sound = spoken(3.0)
    low = scipy.signal.butter(4, [80, 180], "bandpass", fs=RATE_HZ, output="sos")

    def buzz(part: Audio) -> float:
        return float(np.sum(scipy.signal.sosfilt(low, part[:, 0]) ** 2) / np.sum(part[:, 0] ** 2))

    assert buzz(shaped(sound, manners=("whisper",))) < 0.2 * buzz(sound)
