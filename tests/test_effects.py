"""What spot effects measure: the physics that each one claims."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy import fft, signal, stats

from audiodream.audio import Audio
from audiodream.effects import EFFECTS
from audiodream.effects.applause import Applause
from audiodream.effects.bell import PARTIALS, Bell
from audiodream.effects.bubbles import bubble, bubbles
from audiodream.effects.chimes import TUBE, Chimes
from audiodream.effects.craft import force, frames, pulses, ring
from audiodream.effects.footsteps import Footsteps
from audiodream.effects.knock import Knock
from audiodream.units import RATE_HZ

Line = npt.NDArray[np.float64]


def sound(kind: str, seed: int = 3, root_hz: float = 110.0) -> Audio:
    return EFFECTS[kind].sound(np.random.default_rng(seed), root_hz)


def envelope(made: Audio, rate: int = 100) -> Line:
    """RMS of both sides, `rate` times a second."""
    hop = RATE_HZ // rate
    rows = made[:len(made) // hop * hop].astype(np.float64).reshape(-1, hop * 2)
    return np.asarray(np.sqrt((rows**2).mean(axis=1)))


def share(made: Audio, low_hz: float, high_hz: float) -> float:
    hz, power = signal.welch(made.astype(np.float64).mean(axis=1), RATE_HZ, nperseg=min(8192, len(made)))
    return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())


def centroid_hz(made: Audio) -> float:
    hz, power = signal.welch(made.astype(np.float64).mean(axis=1), RATE_HZ, nperseg=min(4096, len(made)))
    return float((hz * power).sum() / power.sum())


def strongest_near(made: Audio, hz: float, within: float = 0.03) -> float:
    """The frequency of the highest spectral peak within a share of `hz`."""
    size = fft.next_fast_len(3 * len(made))
    spectrum = np.abs(fft.rfft(made[:, 0].astype(np.float64) * np.hanning(len(made)), size))
    grid = np.arange(len(spectrum)) * RATE_HZ / size
    near = (grid > hz * (1 - within)) & (grid < hz * (1 + within))
    return float(grid[near][np.argmax(spectrum[near])])


def onsets(made: Audio, ratio: float = 0.3) -> int:
    level = envelope(made, 200)
    peaks, _ = signal.find_peaks(np.pad(level, 1), height=ratio * level.max(), distance=20)
    return len(peaks)


def test_applause_erupts_swells_and_dies_away_to_single_claps() -> None:
    made = Applause(unison=0.0).sound(np.random.default_rng(5), 110.0)
    level = envelope(made, 10)
    assert 6.0 < len(made) / RATE_HZ < 12.0
    assert level[:15].max() > 0.7 * level.max()
    assert 0.8 < np.argmax(level) / 10 < 6.0
    assert level[int(0.85 * len(level)):].mean() < 0.25 * level.max()
    last = made[-2 * RATE_HZ:-RATE_HZ // 2, 0].astype(np.float64)
    full = made[2 * RATE_HZ:3 * RATE_HZ, 0].astype(np.float64)
    assert stats.kurtosis(last) > stats.kurtosis(full) + 2.0
    assert share(made, 500.0, 4000.0) > 0.75


def test_applause_without_unison_has_no_beat_and_with_it_has_one() -> None:
    def beat(unison: float) -> float:
        made = Applause(unison=unison).sound(np.random.default_rng(11), 110.0)
        level = envelope(made[round(3.4 * RATE_HZ):round(5.4 * RATE_HZ)], 100)
        level -= level.mean()
        lag = np.correlate(level, level, "full")[len(level) - 1:]
        return float((lag / lag[0])[25:80].max())

    assert beat(0.0) < 0.3 < beat(1.0)


@pytest.mark.parametrize("kind", ["glass-crack", "glass-shatter"])
def test_glass_is_bright_and_splits_at_once(kind: str) -> None:
    made = sound(kind)
    assert np.abs(made[:480]).max() > 0.25 * np.abs(made).max()
    assert centroid_hz(made) > 2000.0
    assert envelope(made)[-5:].max() < 0.03 * envelope(made).max()


def test_chimes_ring_in_the_ratios_of_a_free_bar() -> None:
    root = 110.0
    made = Chimes(strikes_hz=12.0).sound(np.random.default_rng(2), root)
    base = root * 5.0 / 3.0 * 8.0
    first = strongest_near(made, base, 0.01)
    second = strongest_near(made, base * TUBE[1], 0.012)
    assert abs(second / first / TUBE[1] - 1.0) < 0.005


def test_a_bell_rings_its_partials_with_the_minor_third() -> None:
    made = Bell(strokes=1.0).sound(np.random.default_rng(4), 110.0)
    primes = [110.0 * 4.0 * r for r in (1.25, 4.0 / 3.0, 1.5)]
    spectrum_at = [strongest_near(made, prime * 2.0, 0.012) for prime in primes]
    prime = min(zip(spectrum_at, primes, strict=True), key=lambda pair: abs(pair[0] / pair[1] - 2.0))[1]
    assert abs(strongest_near(made, prime * PARTIALS[2], 0.015) / prime - PARTIALS[2]) < 0.02


def test_a_bubble_rings_at_minnaerts_pitch_and_rises() -> None:
    made = bubble(4.0, 0.0, 1.0)
    crossings = np.flatnonzero(np.diff(np.signbit(made[:600]).astype(int)) < 0)
    assert abs(RATE_HZ / np.diff(crossings).mean() / (3260.0 / 4.0) - 1.0) < 0.02
    rising = bubble(4.0, 2.0, 1.0)
    turns = np.diff(np.flatnonzero(np.diff(np.signbit(rising[:700]).astype(int)) < 0))
    assert turns[-1] < turns[0]


def test_no_bubble_of_a_cloud_is_louder_than_its_loudest_and_the_others_stay_as_they_are() -> None:
    rate = np.full(RATE_HZ, 15.0)
    free, held = (bubbles(np.random.default_rng(8), rate, 2.0, 6.0, loudest=loudest) for loudest in (np.inf, 0.2))
    assert np.abs(held).max() < 0.5 < np.abs(free).max()
    assert np.array_equal(bubbles(np.random.default_rng(8), rate, 2.0, 6.0, loudest=50.0), free)


def test_water_that_ripples_comes_in_waves() -> None:
    for seed in range(3):
        level = envelope(sound("water-ripple", seed), 20)[:-8]
        assert np.percentile(level, 90) > 2.0 * np.percentile(level, 10)


def test_a_mode_rings_at_its_pitch_for_its_time() -> None:
    hit = np.zeros(RATE_HZ)
    hit[0] = 1.0
    tone = ring(hit, [440.0], [0.5], [1.0])
    assert abs(np.abs(tone[:200]).max() - 1.0) < 0.05
    assert abs(20 * np.log10(np.abs(tone[23_800:24_200]).max()) + 60.0) < 1.0
    assert abs(float(np.argmax(np.abs(np.fft.rfft(tone)))) - 440.0) <= 1.0


def test_a_push_has_its_height_and_pulses_their_pitch() -> None:
    assert abs(force(0.002, 500).sum() - 1.0) < 1e-9
    assert abs(float(pulses(np.full(RATE_HZ, 123.4)).sum()) - 123.0) < 1.0


def test_the_swell_peaks_on_its_mark_and_rises_all_the_way() -> None:
    level = envelope(sound("music-swell"), 20)
    assert np.argmax(level) >= 0.93 * len(level) - 1
    assert stats.spearmanr(np.arange(len(level)), level).statistic > 0.98


def test_the_swell_and_the_note_stand_on_the_storys_root() -> None:
    for root in (98.0, 131.0):
        assert abs(strongest_near(sound("music-swell", root_hz=root), root, 0.05) / root - 1.0) < 0.012
        drum = sound("drum", root_hz=root)
        assert abs(strongest_near(drum, root, 0.08) / root - 1.0) < 0.03


def test_time_slow_sinks() -> None:
    made = sound("time-slow")
    third = len(made) // 3
    assert centroid_hz(made[2 * third:]) < 0.5 * centroid_hz(made[:third])


def test_a_whoosh_rises_and_falls_once_and_crosses() -> None:
    made = sound("whoosh")
    level = envelope(made, 50)
    assert 0.2 < np.argmax(level) / len(level) < 0.75
    half = len(made) // 2
    power = [(made[part] ** 2).mean(axis=0) for part in (slice(0, half), slice(half, None))]
    assert (power[0][0] > power[0][1]) != (power[1][0] > power[1][1])


@pytest.mark.parametrize("count", [2, 3, 5])
def test_so_many_knocks_are_heard_as_are_asked_for(count: int) -> None:
    assert onsets(Knock(knocks=float(count), rate_hz=3.0).sound(np.random.default_rng(1), 110.0)) == count


def test_running_is_faster_than_walking() -> None:
    walk = Footsteps(steps=6.0).sound(np.random.default_rng(1), 110.0)
    run = Footsteps(steps=6.0, pace_hz=3.0).sound(np.random.default_rng(1), 110.0)
    assert len(run) < 0.75 * len(walk)


def test_thunder_rolls_low_and_for_long() -> None:
    made = sound("thunder")
    assert len(made) > 4.0 * RATE_HZ and share(made, 0.0, 1000.0) > 0.9


def test_a_shot_is_there_at_once_and_its_echoes_follow() -> None:
    level = envelope(sound("gunshot"), 100)
    assert np.argmax(level) <= 2 and 0.003 < level[30:60].mean() / level.max() < 0.5


def test_impacts_are_low_and_metal_is_bright() -> None:
    assert share(sound("impact"), 0.0, 700.0) > 0.6 and share(sound("bodyfall"), 0.0, 700.0) > 0.6
    assert centroid_hz(sound("chain")) > 2500.0 and centroid_hz(sound("sword")) > 2500.0


def test_a_scream_is_rough_and_high() -> None:
    made = sound("scream")
    level = np.abs(signal.hilbert(made[:, 0].astype(np.float64)))
    hz, power = signal.welch(level - level.mean(), RATE_HZ, nperseg=16_384)
    assert power[(hz > 30) & (hz < 150)].sum() > 3.0 * power[(hz > 150) & (hz < 270)].sum() * 0.1
    assert share(made, 800.0, 5000.0) > 0.7


def test_another_root_moves_only_what_is_pitched() -> None:
    assert np.array_equal(sound("door-close", root_hz=98.0), sound("door-close", root_hz=140.0))
    assert not np.array_equal(sound("chimes", root_hz=98.0), sound("chimes", root_hz=140.0))


def test_frames_are_whole_and_never_none() -> None:
    assert frames(0.5) == RATE_HZ // 2 and frames(0.0) == 1
