"""The natural textures measure as what they imitate, and the crowd is performed, kept and found again."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from scipy import signal, stats

from audiodream import crowd, gibberish
from audiodream.audio import Audio
from audiodream.errors import UsageError, VoiceError
from audiodream.meter import LoudnessMeter, lufs_of
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course, Texture
from audiodream.units import RATE_HZ

NATURAL = ("crackle", "crowd", "dawn", "fire", "forest", "hush", "murmur", "night", "rain", "rustle", "sea", "stream", "street", "thunder",
           "train", "whispers", "wind")


def woven(texture: Texture, seconds: float = 6.0, intensity: float = 0.5, seed: int = 3) -> Audio:
    return texture.stream(Course.steady(int(seconds * RATE_HZ), intensity, seed)).read(int(seconds * RATE_HZ))


@functools.cache
def sound_of(name: str, seconds: float = 8.0, **knobs: float) -> Audio:
    """Woven once for all tests that look at it."""
    return woven(TEXTURES[name](**{knob: (value, value) for knob, value in knobs.items()}), seconds)


def band(sound: Audio, low_hz: float, high_hz: float) -> float:
    """The share of the power between two frequencies."""
    hz, power = signal.welch(sound.mean(axis=1), RATE_HZ, nperseg=8192)
    return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())


def envelope(sound: Audio, frames: int = 480) -> npt.NDArray[np.float64]:
    mono = sound.mean(axis=1).astype(np.float64)
    return np.asarray(np.sqrt(np.mean(mono[:len(mono) // frames * frames].reshape(-1, frames) ** 2, axis=1)), np.float64)


def kurtosis(sound: Audio) -> float:
    high = signal.sosfilt(signal.butter(2, 1000.0, "high", fs=RATE_HZ, output="sos"), sound[:, 0])
    return float(stats.kurtosis(high, fisher=False))


@pytest.mark.parametrize("name", NATURAL)
def test_level_and_sides_are_as_promised(name: str) -> None:
    sound = sound_of(name)
    assert -28.5 < lufs_of(sound) < -18.0
    high = signal.sosfilt(signal.butter(4, 120.0, "high", fs=RATE_HZ, output="sos"), sound, axis=0)
    assert float(np.corrcoef(high.T)[0, 1]) < 0.68
    assert 10.0 * np.log10(np.mean(sound.mean(axis=1) ** 2) / np.mean(sound**2)) > -3.2


@pytest.mark.parametrize("name", NATURAL)
def test_nothing_sharp_sounds_above_twelve_kilohertz(name: str) -> None:
    sound = sound_of(name)
    high = signal.sosfilt(signal.butter(8, 12_000.0, "high", fs=RATE_HZ, output="sos"), sound[:, 0])
    assert np.abs(high[1000:]).max() < 0.06 * np.abs(sound).max()


@pytest.mark.parametrize("name", NATURAL)
def test_no_second_comes_back_as_it_was(name: str) -> None:
    sound = sound_of(name).mean(axis=1)
    piece = sound[:RATE_HZ]
    match = signal.correlate(sound[RATE_HZ:], piece, "valid", "fft")
    local = np.sqrt(np.convolve(sound[RATE_HZ:] ** 2, np.ones(4800), "same")[::4800].mean() * 10 * float((piece**2).sum()))
    assert np.abs(match).max() < 0.8 * local


def test_drips_stand_alone_and_a_downpour_is_dense() -> None:
    few, many = sound_of("rain", density=0.0), sound_of("rain", density=1.0)
    assert kurtosis(few) > 1.5 * kurtosis(many)
    assert lufs_of(many) > lufs_of(few) + 8.0


def test_wind_has_no_hiss_of_spray() -> None:
    assert band(sound_of("wind", 10.0), 2500.0, 24_000.0) < 0.02


def test_howling_gathers_the_wind_round_a_few_pitches() -> None:
    def peakiness(howl: float) -> float:
        hz, power = signal.welch(sound_of("wind", 10.0, howl=howl, gusts=0.2).mean(axis=1), RATE_HZ, nperseg=4096)
        part = power[(hz > 250.0) & (hz < 1500.0)]
        return float(np.std(np.diff(np.log(signal.savgol_filter(part, 9, 2).clip(1e-12)))))
    assert peakiness(1.0) > 1.1 * peakiness(0.0)


def test_waves_come_every_six_to_eleven_seconds() -> None:
    level = envelope(sound_of("sea", 90.0), 4800)
    level = level - level.mean()
    alike = np.correlate(level, level, "full")[len(level) - 1:] / float((level**2).sum())
    assert 6.0 <= (60 + int(np.argmax(alike[60:115]))) / 10.0 <= 11.5
    assert alike[60:115].max() > 0.15


def test_fire_snaps_far_above_its_flames() -> None:
    assert kurtosis(sound_of("fire", 10.0)) > 10.0


def test_crickets_sing_between_four_and_five_and_a_half_kilohertz() -> None:
    assert band(sound_of("night", 10.0), 3800.0, 5600.0) > 0.5


def test_joints_come_faster_with_speed() -> None:
    def beat(speed: float, joints_hz: float) -> float:
        """How far the level rises and falls at the rate of the joints, against the rates about it."""
        level = envelope(sound_of("train", 40.0, speed_ms=speed, clatter=1.0), 960)
        hz, power = signal.welch(level / level.mean() - 1.0, 50.0, nperseg=512)
        return float(power[np.abs(hz - joints_hz) < 0.12].max() / np.median(power[(hz > 0.2) & (hz < 3.0)]))
    assert beat(16.0, 16.0 / 25.0) > 3.0 and beat(40.0, 40.0 / 25.0) > 3.0
    assert beat(40.0, 40.0 / 25.0) > 2.0 * beat(16.0, 40.0 / 25.0) or beat(16.0, 16.0 / 25.0) > 2.0 * beat(40.0, 16.0 / 25.0)


def test_thunder_lies_low_and_rolls_for_seconds() -> None:
    sound = sound_of("thunder", 20.0)
    assert band(sound, 20.0, 400.0) > 0.85
    level = envelope(sound, 4800)
    assert level.max() > 8.0 * np.quantile(level, 0.05)


def test_whispers_have_no_voice() -> None:
    assert band(sound_of("whispers", 10.0), 60.0, 500.0) < 0.15
    assert band(sound_of("murmur", 10.0), 60.0, 500.0) > 0.3


def test_a_crowd_has_the_pace_of_syllables() -> None:
    level = envelope(sound_of("crowd", 20.0))
    hz, power = signal.welch(level / level.mean() - 1.0, 100.0, nperseg=512)
    assert power[(hz >= 2) & (hz < 8)].sum() / power[(hz >= 0.5) & (hz < 20)].sum() > 0.3
    assert float(stats.kurtosis(sound_of("crowd", 20.0)[:, 0], fisher=False)) < 5.0


def test_agitation_makes_a_crowd_louder() -> None:
    assert lufs_of(sound_of("crowd", agitation=1.0)) > lufs_of(sound_of("crowd", agitation=0.0)) + 1.5


def test_the_crowd_is_the_same_from_a_full_cache_and_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    murmur = TEXTURES["murmur"]()
    kept = woven(murmur, 3.0)
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path))
    assert np.array_equal(kept, woven(murmur, 3.0))
    assert np.array_equal(kept, woven(murmur, 3.0))
    assert len(list(tmp_path.rglob("*.crowd"))) == 1 and not list(tmp_path.rglob("*.part*"))


def test_a_damaged_crowd_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path))
    whole = crowd.kit().read("near", 1000, 500)
    path = next(tmp_path.rglob("*.crowd"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    crowd._kits.clear()
    assert np.array_equal(crowd.kit().read("near", 1000, 500), whole)
    assert crowd._opened(path) is not None


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = crowd.kit().read("far", 5000, 700)
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path / "file"))
    held = crowd.kit()
    assert held.path is None
    assert np.array_equal(held.read("far", 5000, 700), kept)


def test_only_what_is_needed_is_performed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path))
    crowd.one_shot("cheer", np.random.default_rng(1))
    assert {path.name.split("-")[0] for path in tmp_path.rglob("*.crowd")} == {"cheers", "shouts"}


def test_a_piece_runs_on_from_its_end_into_its_start() -> None:
    people = crowd.kit()
    length = people.frames("near")
    seam = people.read("near", length - 2400, 4800)
    assert np.array_equal(seam[2400:], people.read("near", 0, 2400))
    steps = np.abs(np.diff(seam, axis=0)).max(axis=1)
    assert steps[2399] < 6.0 * np.median(steps) + 1e-3


@pytest.mark.parametrize("kind", crowd.ONE_SHOTS)
def test_what_a_crowd_does_once_begins_at_once_and_ends_in_silence(kind: str) -> None:
    sound = crowd.one_shot(kind, np.random.default_rng(1))
    assert np.array_equal(sound, crowd.one_shot(kind, np.random.default_rng(1)))
    assert not np.array_equal(sound, crowd.one_shot(kind, np.random.default_rng(2))[:len(sound)])
    assert np.abs(sound[:2400]).max() > 0.02 * np.abs(sound).max()
    assert np.abs(sound[-48:]).max() < 1e-3
    meter = LoudnessMeter()
    meter.feed(np.concatenate([sound, np.zeros((RATE_HZ, 2), np.float32)]))
    assert -26.0 < meter.momentary_lufs().max() < -19.0


def test_a_crowd_does_only_what_it_can() -> None:
    with pytest.raises(UsageError, match="it does gasp"):
        crowd.one_shot("yodel", np.random.default_rng(0))


def test_a_voice_that_espeak_lacks_is_an_error_with_a_way_out() -> None:
    with pytest.raises(VoiceError, match="it has no voice nowhere"):
        gibberish.speak([gibberish.Line("ba", "nowhere+m1", 150, 50, 50)])
