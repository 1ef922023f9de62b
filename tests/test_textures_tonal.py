"""What each tonal texture must measure: its acceptance test."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from scipy import signal, stats

from audiodream.audio import Audio, control_points
from audiodream.filters import filtered, highpass, lowpass
from audiodream.harmony import CLUSTER, CONSONANT, partials, sethares, tension_chord
from audiodream.meter import LoudnessMeter
from audiodream.textures import TEXTURES
from audiodream.textures.choir import SINGERS, VOWELS, formant_gain
from audiodream.textures.drone import Drone
from audiodream.textures.heartbeat import soften
from audiodream.textures.release import Release
from audiodream.textures.ringing import ringing_hz
from audiodream.textures.texture import Course
from audiodream.units import RATE_HZ

Series = npt.NDArray[np.float64]


def woven(name: str, seconds: float, intensity: float = 0.5, *, seed: int = 1, turn_s: float | None = None, arousal: float | None = None,
          root_hz: float = 110.0, **knobs: Any) -> Audio:
    frames = round(seconds * RATE_HZ)
    points = np.ones(control_points(frames), np.float32)
    course = Course(frames, points * intensity, points * (intensity if arousal is None else arousal), root_hz,
                    frames if turn_s is None else round(turn_s * RATE_HZ), np.random.default_rng(seed))
    return TEXTURES[name](**knobs).stream(course).read(frames)


def power_db(sound: Audio) -> float:
    return float(10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1e-20))


def levels(sound: Audio, window_s: float) -> Series:
    n = round(window_s * RATE_HZ)
    rows = sound[:len(sound) // n * n].astype(np.float64).reshape(-1, n * 2)
    return np.sqrt(np.mean(rows ** 2, axis=1))


def spectrum(sound: Audio) -> tuple[Series, Series]:
    """Hz and magnitude of the left side over the whole sound."""
    x = sound[:, 0].astype(np.float64) * np.hanning(len(sound))
    return np.fft.rfftfreq(len(x), 1 / RATE_HZ), np.abs(np.fft.rfft(x))


def near(sound: Audio, hz: float, cents: float = 25.0) -> float:
    """The greatest magnitude around a frequency, dB, over the typical one an octave around it."""
    f, m = spectrum(sound)
    close = np.abs(1200 * np.log2(np.maximum(f, 1.0) / hz)) < cents
    wide = (f > hz / 1.4) & (f < hz * 1.4)
    return float(20 * np.log10(m[close].max() / np.median(m[wide])))


def strength_db(sound: Audio, hz: float, cents: float = 12.0) -> float:
    """The greatest magnitude around a frequency, dB against the strongest of all."""
    f, m = spectrum(sound)
    return float(20 * np.log10(m[np.abs(1200 * np.log2(np.maximum(f, 1.0) / hz)) < cents].max() / m.max()))


def centroid_oct(sound: Audio, low_hz: float = 20.0) -> float:
    """The centroid of the power over log2 frequency."""
    f, p = signal.welch(sound.mean(axis=1), RATE_HZ, nperseg=8192)
    keep = f > low_hz
    return float(np.sum(np.log2(f[keep]) * p[keep]) / np.sum(p[keep]))


def envelope(sound: Audio, rate_hz: int = 200) -> Series:
    return levels(sound, 1 / rate_hz)


def period_s(env: Series, low_s: float, high_s: float, rate_hz: int = 200) -> tuple[float, float]:
    """Lag and height of the greatest peak of the autocorrelation between two lags."""
    e = env - env.mean()
    r = signal.fftconvolve(e, e[::-1])[len(e) - 1:]
    r /= r[0]
    a, b = round(low_s * rate_hz), round(high_s * rate_hz)
    return (a + int(np.argmax(r[a:b]))) / rate_hz, float(r[a:b].max())


@pytest.mark.parametrize(("tension", "chord"), [(0.0, CONSONANT), (1.0, CLUSTER)])
def test_the_drone_plays_the_six_notes_of_its_tension_on_the_root(tension: float, chord: Series) -> None:
    sound = woven("drone", 12, root_hz=123.47, tension=(tension, tension), breath=(0.0, 0.0))
    for ratio in chord:
        assert near(sound, 123.47 * float(ratio), 12.0) > 20.0, ratio


def test_the_drone_follows_the_intensity_with_rougher_partials() -> None:
    low, high = Drone().tension
    rough = [sethares(partials(110.0 * tension_chord(low + (high - low) * i))) for i in np.linspace(0.0, 1.0, 6)]
    assert stats.spearmanr(np.arange(6), rough).statistic > 0.95
    assert rough[-1] > 1.5 * rough[0]


def test_the_sub_is_one_below_120_hz_and_keeps_its_peak() -> None:
    sound = woven("sub", 20)
    assert np.corrcoef(filtered(sound, lowpass(120.0, 4)).T)[0, 1] > 0.95
    assert 20 * np.log10(np.abs(sound).max()) <= -7.0
    for harmonic, least in ((1, 30.0), (2, 15.0), (3, 10.0)):
        assert near(sound, 55.0 * harmonic) > least


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_riser_peaks_within_20_ms_of_its_turn_and_is_gone(seed: int) -> None:
    sound = woven("riser", 17, seed=seed, turn_s=14.37)
    env = np.convolve(levels(sound, 0.001), np.hanning(12), "same")
    assert abs(int(np.argmax(env)) * 0.001 + 0.0005 - 14.37) <= 0.020
    assert np.abs(sound[round(14.45 * RATE_HZ):]).max() < 1e-4
    rise = levels(sound[round(2.4 * RATE_HZ):round(14.37 * RATE_HZ)], 0.5)
    assert stats.spearmanr(np.arange(len(rise)), rise).statistic > 0.95
    parts = [sound[round(a * RATE_HZ):round((a + 1) * RATE_HZ)] for a in (3.0, 13.3)]
    assert centroid_oct(parts[1]) > centroid_oct(parts[0]) + 0.5


def test_a_riser_that_is_aimed_at_the_end_peaks_there() -> None:
    env = levels(woven("riser", 8), 0.02)
    assert int(np.argmax(env)) >= len(env) - 2


def test_the_shepard_glide_climbs_without_getting_higher() -> None:
    sound = woven("shepard", 24, rate_oct=(0.125, 0.125))
    centres = np.array([centroid_oct(sound[a * RATE_HZ:(a + 2) * RATE_HZ], 40.0) for a in range(0, 23, 2)])
    assert np.abs(centres - centres.mean()).max() < 0.25
    drift_st = 12 * np.polyfit(np.arange(len(centres)) * 2.0, centres, 1)[0] * 8.0
    assert abs(drift_st) < 0.5


@pytest.mark.parametrize("rate", [0.05, 0.125, -0.1])
def test_every_partial_of_the_glide_climbs_at_the_rate(rate: float) -> None:
    sound = signal.resample_poly(woven("shepard", 6, rate_oct=(rate, rate), fifth=(0.0, 0.0)).mean(axis=1), 1, 12)
    f, t, z = signal.stft(sound, RATE_HZ // 12, nperseg=1365, noverlap=1195, nfft=16_384)
    power = np.abs(z[:, 8:-8])
    middle = (f > 250) & (f < 520)
    track: list[float] = []
    for column in power.T:
        hz = track[-1] if track else float(f[middle][np.argmax(column[middle])])
        window = (f > hz / 1.03) & (f < hz * 1.03)
        track.append(float(f[window][np.argmax(column[window])]))
    slope = np.polyfit(t[8:-8], np.log2(track), 1)[0]
    assert slope == pytest.approx(rate, rel=0.04)


def test_release_resolves_on_the_same_root_and_opens_the_light() -> None:
    texture = Release()
    rough = [sethares(partials(110.0 * tension_chord(texture.tension_at(at_s)))) for at_s in np.linspace(0.0, 3.5, 12)]
    assert (np.diff(rough) <= 1e-9).all()
    assert rough[-1] / rough[0] <= 0.4
    sound = woven("release", 12)
    early, late = sound[:round(0.7 * RATE_HZ)], sound[4 * RATE_HZ:10 * RATE_HZ]
    assert 12 * (centroid_oct(late, 100.0) - centroid_oct(early, 100.0)) >= 3.0
    assert 2.0 < power_db(early) - power_db(sound[6 * RATE_HZ:]) < 9.0
    for ratio in CONSONANT:
        assert near(sound[6 * RATE_HZ:], 110.0 * float(ratio), 15.0) > 15.0


def test_release_waits_for_its_beat_and_not_for_the_next() -> None:
    frames = 12 * RATE_HZ
    points = np.full(control_points(frames), 0.5, np.float32)
    course = Course(frames, points, points, 110.0, 11 * RATE_HZ, np.random.default_rng(1), begin_frame=6 * RATE_HZ)
    turned = Release().stream(course).read(course.frames)
    before, after = turned[4 * RATE_HZ:6 * RATE_HZ], turned[10 * RATE_HZ:]
    tense = 110.0 * float(tension_chord(Release().tension)[1])
    assert strength_db(before, tense, 30.0) > strength_db(after, tense, 30.0) + 10.0


def test_the_pad_is_minor_major_or_neither() -> None:
    found = {}
    for mode in (0.0, 0.5, 1.0):
        sound = woven("pad", 10, mode=(mode, mode), colour=(0.0, 0.0), air=(0.0, 0.0))
        found[mode] = [strength_db(sound, 110.0 * ratio) for ratio in (2.4, 2.5)]
    assert found[0.0][0] > found[0.0][1] + 12.0
    assert found[1.0][1] > found[1.0][0] + 12.0
    assert found[0.5][0] < found[0.0][0] - 10.0
    # at 2.5 the floor's fifth harmonic is always there
    assert found[0.5][1] < found[1.0][1] - 4.0


def test_choir_vowels_peak_at_their_formants() -> None:
    hz = np.arange(200.0, 4000.0, 2.0)
    gains = formant_gain(hz, "low a")
    peaks = hz[signal.argrelmax(gains)[0]]
    for centre, _, _ in VOWELS["low a"][:4]:
        assert np.abs(peaks / centre - 1.0).min() < 0.05


def test_the_dissonant_choir_is_rougher_than_the_calm_one() -> None:
    calm, clash = ([110.0 * r for r, _, when in SINGERS if when != out] for out in (2, 1))
    assert sethares(partials(clash)) > 1.3 * sethares(partials(calm))
    dissonant = woven("choir", 8, dissonance=(1.0, 1.0), vibrato_cents=0.0)
    consonant = woven("choir", 8, dissonance=(0.0, 0.0), vibrato_cents=0.0)
    assert near(dissonant, 110.0 * 1.414214) > near(consonant, 110.0 * 1.414214) + 10.0
    assert near(consonant, 110.0 * 2.5) > near(dissonant, 110.0 * 2.5) + 6.0


@pytest.mark.parametrize("arousal", [0.0, 0.5, 1.0])
def test_the_heart_beats_as_fast_as_the_arousal_says(arousal: float) -> None:
    bpm = 58 + (132 - 58) * arousal
    sound = woven("heartbeat", 30, 0.5, arousal=arousal)
    lag, height = period_s(np.convolve(envelope(sound), np.hanning(14), "same"), 0.7 * 60 / bpm, 1.3 * 60 / bpm)
    assert lag == pytest.approx(60 / bpm, rel=0.03)
    assert height > 0.4
    low = power_db(filtered(sound, lowpass(150.0, 6))) - power_db(sound)
    assert 10 ** (low / 10) > 0.9


def test_room_tone_is_steady_and_never_nothing() -> None:
    sound = woven("room-tone", 20, stir=0.0)
    assert np.std(20 * np.log10(levels(sound, 1.0))) < 0.5
    assert (np.abs(sound).max(axis=1) > 0).all()
    dull, airy = (centroid_oct(woven("room-tone", 6, colour=(c, c))) for c in (0.0, 1.0))
    assert airy > dull + 0.5


@pytest.mark.parametrize("arousal", [0.0, 1.0])
def test_the_pulse_keeps_the_time_of_the_arousal(arousal: float) -> None:
    bpm = 52 + (108 - 52) * arousal
    sound = filtered(woven("pulse", 40, 0.6, arousal=arousal, density=(1.0, 1.0), ring_s=0.15), highpass(60.0, 2))
    onset = np.maximum(np.diff(np.convolve(envelope(sound), np.hanning(7), "same")), 0.0)
    lag, _ = period_s(np.convolve(onset, np.hanning(9), "same"), 0.8 * 30 / bpm, 1.2 * 30 / bpm)
    assert lag == pytest.approx(30 / bpm, rel=0.03)


def test_the_ringing_ear_is_near_6_khz_on_the_root_and_under_its_cap() -> None:
    for root in (98.0, 110.0, 130.8, 147.0):
        assert 4800.0 < ringing_hz(root) < 7500.0
        assert np.log2(ringing_hz(root) / root) % 1.0 == pytest.approx(0.0, abs=1e-9) or np.log2(
            ringing_hz(root) / root / 1.5) % 1.0 == pytest.approx(0.0, abs=1e-9)
    sound = woven("ring", 8, 1.0, dull=(0.0, 0.0))
    f, m = spectrum(sound)
    assert f[int(np.argmax(m))] == pytest.approx(ringing_hz(110.0), rel=0.003)
    meter = LoudnessMeter()
    meter.feed(sound)
    assert meter.momentary_lufs().max() <= -30.0


def test_underwater_is_dull() -> None:
    f, p = signal.welch(woven("underwater", 20).mean(axis=1), RATE_HZ, nperseg=8192)
    total = p.sum()
    assert 10 * np.log10(p[f > 1000].sum() / total) <= -20.0
    assert 10 * np.log10(p[f > 2000].sum() / total) <= -40.0
    assert (f * p).sum() / total < 400.0


def test_the_clock_ticks_as_often_as_it_is_asked_to() -> None:
    sound = woven("clock", 20, ticks_hz=(2.0, 2.0))
    lag, height = period_s(np.convolve(envelope(filtered(sound, highpass(800.0, 2))), np.hanning(9), "same"), 0.3, 0.8)
    assert lag == pytest.approx(0.5, rel=0.03)
    assert height > 0.3


def test_the_hum_is_tuned_to_half_the_root() -> None:
    sound = woven("hum", 10, 0.0, root_hz=123.47)
    for harmonic in (1, 2, 4, 6):
        assert near(sound, 61.735 * harmonic, 15.0) > 30.0


def test_the_void_has_no_onset_and_sounds_on_the_root() -> None:
    sound = woven("void", 20, voices=(1.0, 1.0), depth=(0.3, 0.3))
    assert np.diff(20 * np.log10(levels(sound, 0.1))).max() < 6.0
    assert max(near(sound, 110.0 * r, 30.0) for r in (1.0, 1.5, 2.0, 3.0)) > 12.0


def test_shimmer_lies_high_and_on_the_scale() -> None:
    sound = woven("shimmer", 12, air=(0.0, 0.0))
    assert 10 * np.log10(np.mean(filtered(sound, lowpass(350.0, 6)) ** 2) / np.mean(sound ** 2)) < -20.0
    f, m = spectrum(sound)
    pitch = 12 * np.log2(f[int(np.argmax(m))] / 110.0) % 12
    assert min(abs(pitch - s) for s in (0.0, 2.04, 3.86, 7.02, 8.84, 12.0)) < 0.15


def test_time_drawn_out_moves_slower() -> None:
    def index(stretch: float) -> float:
        env = levels(woven("slow", 20, stretch=(stretch, stretch)), 0.02)
        f, p = signal.welch(env / env.mean() - 1.0, 50.0, nperseg=500)
        return float(np.sqrt(np.sum(p[(f >= 0.3) & (f <= 2.0)]) / np.sum(p[f < 0.3])))

    assert index(12.0) < 0.8 * index(2.0)


def test_softening_leaves_small_things_alone() -> None:
    assert soften(np.array([0.01], np.float32), 2.0)[0] == pytest.approx(0.01, rel=0.01)
    assert soften(np.array([10.0], np.float32), 2.0)[0] < 0.51
