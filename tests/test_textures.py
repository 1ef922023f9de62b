"""What every texture owes to whoever mixes it: the contract of `textures/texture.py`, held for each name in the list."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy import signal

from audiodream.audio import Audio, control_points
from audiodream.filters import filtered, highpass, lowpass
from audiodream.knobs import is_ramp, knobs_of
from audiodream.meter import LoudnessMeter
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.units import RATE_HZ

NAMES = sorted(TEXTURES)
SECONDS = 12.3
LOUDEST = {"riser": (-20.0, 4.0)}
"""A riser is soft until its turn: its loudest 400 ms count."""
SPARSE = {"crackle", "forest", "hush", "rustle", "thunder", "whispers", "wind"}
"""Single sounds, gusts, much silence: over some seconds their loudness depends on what the seed lets happen."""
IMPULSIVE = {"crackle", "fire", "forest", "hush", "rain", "rustle", "stream", "whispers"}
"""Made of drops, cracks and consonants, which have sharp onsets up to the top of hearing."""
LOW = {"sub", "heartbeat"}
"""Below 120 Hz a loudness meter is nearly deaf: their RMS counts."""


def woven(name: str, seed: int = 1, intensity: float = 0.5, seconds: float = SECONDS) -> Audio:
    frames = round(seconds * RATE_HZ)
    return TEXTURES[name]().stream(Course.steady(frames, intensity, seed)).read(frames)


@cache
def usual(name: str) -> Audio:
    sound = woven(name)
    sound.flags.writeable = False
    return sound


def band(sound: Audio, *sections: np.ndarray) -> Audio:
    return filtered(sound, *sections)


def power_db(sound: Audio) -> float:
    return float(10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1e-20))


@pytest.mark.parametrize("name", NAMES)
def test_it_has_the_length_it_was_asked_for_and_is_sound(name: str) -> None:
    sound = usual(name)
    assert sound.shape == (round(SECONDS * RATE_HZ), 2) and sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert power_db(sound) > -50.0
    assert np.abs(sound).max() < 1.0


@pytest.mark.parametrize("name", NAMES)
def test_it_has_no_dc(name: str) -> None:
    sound = usual(name)
    assert np.abs(sound.mean(axis=0)).max() < 0.02 * np.sqrt(np.mean(sound ** 2))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_samples_and_another_seed_others(name: str) -> None:
    first = woven(name, 5, seconds=3.0)
    assert np.array_equal(first, woven(name, 5, seconds=3.0))
    assert not np.array_equal(first, woven(name, 6, seconds=3.0))


@pytest.mark.parametrize("name", NAMES)
def test_the_size_of_the_pieces_does_not_change_the_sound(name: str) -> None:
    course = Course.steady(round(SECONDS * RATE_HZ), 0.5, 1)
    stream = TEXTURES[name]().stream(course)
    sizes = (1, 777, 48_000, 12_345, 100_001, 480)
    pieces, i = [], 0
    while sum(map(len, pieces)) < course.frames:
        pieces.append(stream.read(sizes[i % len(sizes)]))
        i += 1
    assert np.array_equal(np.concatenate(pieces), usual(name))


@pytest.mark.parametrize("name", NAMES)
def test_its_level_is_the_contracts(name: str) -> None:
    meter = LoudnessMeter()
    meter.feed(usual(name))
    if name in LOUDEST:
        level, within = LOUDEST[name]
        assert abs(float(meter.momentary_lufs().max()) - level) < within
    elif name in LOW:
        assert abs(power_db(usual(name)) + 20.0) < 4.0
    else:
        assert abs(meter.integrated_lufs() + 23.0) < (5.5 if name in SPARSE else 2.0)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_wide_above_120_hz_one_below_and_survives_in_mono(name: str) -> None:
    sound = usual(name)
    high, low = band(sound, highpass(120.0, 10)), band(sound, lowpass(120.0, 10))
    if power_db(high) > power_db(sound) - 15.0:
        assert np.corrcoef(high.T)[0, 1] < 0.6
    if power_db(low) > power_db(sound) - 15.0:
        assert np.corrcoef(low.T)[0, 1] > 0.9
    assert power_db(sound) - power_db(sound.mean(axis=1, keepdims=True)) <= 3.0


@pytest.mark.parametrize("name", sorted(set(NAMES) - IMPULSIVE))
def test_nothing_clicks(name: str) -> None:
    high = np.abs(band(usual(name), highpass(12_500.0, 8))).max(axis=1)
    size = round(0.02 * RATE_HZ) | 1
    around = np.sqrt(np.maximum(signal.fftconvolve(high.astype(np.float64) ** 2, np.ones(size) / size, mode="same"), 1e-14))
    around = np.maximum(np.minimum(np.roll(around, size), np.roll(around, -size)), 1e-7)
    clicks = (high > 12 * around) & (high > 0.002)
    assert not clicks[4800:-4800].any()


@pytest.mark.parametrize("name", NAMES)
def test_a_leap_of_the_intensity_is_followed_without_a_click(name: str) -> None:
    frames = 4 * RATE_HZ
    steady = Course.steady(frames, 0.0, 3)
    intensity = np.where(np.arange(control_points(frames)) < 200, 0.0, 1.0).astype(np.float32)
    course = Course(frames, intensity, steady.arousal, steady.root_hz, frames, np.random.default_rng(3))
    sound = TEXTURES[name]().stream(course).read(frames)
    calm = woven(name, 3, 0.0, 4.0)
    assert np.array_equal(sound[:RATE_HZ], calm[:RATE_HZ])
    slope = np.abs(np.diff(sound, 2, axis=0))
    at_leap, elsewhere = slope[95_000:97_000].max(), slope[97_000:180_000].max()
    assert at_leap < 3.0 * elsewhere + 1e-3


@pytest.mark.parametrize("name", NAMES)
def test_its_knobs_say_what_they_are(name: str) -> None:
    kind = TEXTURES[name]
    assert kind.name == name and kind.__doc__
    for knob in knobs_of(kind).values():
        assert knob.low <= min(knob.default) <= max(knob.default) <= knob.high, knob.name
        assert knob.more and (is_ramp(kind, knob.name) or knob.default[0] == knob.default[1])
