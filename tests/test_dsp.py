"""The streaming vocabulary: whole in pieces, steady in spectrum, without seams."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import signal

from audiodream.dsp import (
    BLOCK_POINTS,
    Filter,
    Follower,
    Glide,
    NoiseLoom,
    SweptFilter,
    Track,
    Upsampler,
    Walk,
    bump,
    filtered,
    highpass,
    lowpass,
    peak,
    ring,
    shape_of,
    shelf,
    sloped,
    soften,
    to_frames,
    whole_block,
)
from audiodream.tones import PartialBank, TableVoices, table_of
from audiodream.units import BLOCK_FRAMES, RATE_HZ

RNG = np.random.default_rng


def noise(frames: int, channels: int = 2) -> np.ndarray:
    return RNG(1).standard_normal((frames, channels)).astype(np.float32)


def gain_db(sections: np.ndarray, hz: float) -> float:
    _, h = signal.sosfreqz(sections, [hz], fs=RATE_HZ)
    return float(20 * np.log10(abs(h[0])))


def test_a_filter_in_pieces_is_the_filter_in_one() -> None:
    sound = noise(10_000)
    carried = Filter(np.vstack([lowpass(900.0, 4), highpass(50.0)]))
    pieces = [carried.run(sound[first:first + 777]) for first in range(0, 10_000, 777)]
    assert np.array_equal(np.concatenate(pieces), filtered(sound, lowpass(900.0, 4), highpass(50.0)))


@pytest.mark.parametrize(("sections", "hz", "expected"), [
    (shelf(500.0, 6.0, high=False), 20.0, 6.0), (shelf(500.0, 6.0, high=False), 15_000.0, 0.0),
    (shelf(2000.0, -9.0, high=True), 18_000.0, -9.0), (peak(1000.0, 2.0, 4.0), 1000.0, 4.0), (lowpass(1000.0), 1000.0, -3.0)])
def test_filters_do_what_their_names_say(sections: np.ndarray, hz: float, expected: float) -> None:
    assert gain_db(sections, hz) == pytest.approx(expected, abs=0.3)


def test_a_swept_filter_follows_its_curve() -> None:
    swept = SweptFilter()
    low = swept.run(noise(BLOCK_FRAMES), np.full(BLOCK_POINTS, 300.0, np.float32), 4.0)
    high = swept.run(noise(BLOCK_FRAMES), np.full(BLOCK_POINTS, 3000.0, np.float32), 4.0)
    for sound, hz in ((low, 300.0), (high, 3000.0)):
        f, p = signal.welch(sound[4800:, 0], RATE_HZ, nperseg=4096)
        assert f[int(np.argmax(p))] == pytest.approx(hz, rel=0.25)


@pytest.mark.parametrize("slope", [0.0, -3.0, -6.0])
@pytest.mark.parametrize("factor", [1, 4])
def test_noise_has_the_slope_and_the_level_it_was_drawn_with(slope: float, factor: int) -> None:
    loom, shape = NoiseLoom(RNG(2), factor=factor), sloped(slope, 100, 4000)
    sound = np.concatenate([loom.block(shape) for _ in range(12)])
    assert sound.std() == pytest.approx(1.0, abs=0.06)
    f, p = signal.welch(sound[:, 0], RATE_HZ // factor, nperseg=4096)
    keep = (f > 200) & (f < 3000)
    assert 3.0103 * np.polyfit(np.log2(f[keep]), np.log2(p[keep]), 1)[0] == pytest.approx(slope, abs=0.4)


def test_noise_is_wide_above_and_one_below_and_has_no_seams() -> None:
    loom = NoiseLoom(RNG(3))
    sound = np.concatenate([loom.block(sloped(-3.0)) for _ in range(20)])
    assert np.corrcoef(filtered(sound, highpass(250.0, 4)).T)[0, 1] == pytest.approx(0.3, abs=0.08)
    assert np.corrcoef(filtered(sound, lowpass(100.0, 8)).T)[0, 1] > 0.97
    power = np.sum(sound.astype(np.float64) ** 2, axis=1).reshape(20, -1)
    seams = power[:, :240].mean() + power[:, -240:].mean()
    assert 10 * np.log10(seams / 2 / power.mean()) == pytest.approx(0.0, abs=0.6)


def test_noise_never_comes_back() -> None:
    loom, shape = NoiseLoom(RNG(4)), sloped(-3.0)
    blocks = [loom.block(shape)[:, 0] for _ in range(12)]
    alike = [abs(np.dot(a, b)) / (np.linalg.norm(a) * np.linalg.norm(b)) for i, a in enumerate(blocks) for b in blocks[:i]]
    assert max(alike) < 0.2


def test_shapes_pass_through_their_points() -> None:
    shape = shape_of({100: -20, 1000: 0, 10_000: -40})
    assert 20 * np.log10(shape[50] / shape[5]) == pytest.approx(20.0, abs=0.1)
    assert bump(1000.0, 5.0)[50] == pytest.approx(1.0)


def test_upsampling_keeps_tones_and_makes_no_images() -> None:
    up, t = Upsampler(4, 1), np.arange(24_000) / 12_000
    sine = np.sin(2 * np.pi * 4000.0 * t).astype(np.float32)[:, None]
    whole = np.concatenate([up.run(sine[i:i + 6000]) for i in range(0, 24_000, 6000)])
    one = Upsampler(4, 1).run(sine)
    assert np.abs(whole - one).max() < 1e-6
    f, p = signal.welch(whole[2000:, 0], RATE_HZ, nperseg=8192)
    assert 10 * np.log10(p[f > 6500].max() / p.max()) < -70.0
    assert np.sqrt(2) * whole[2000:].std() == pytest.approx(1.0, abs=0.01)


def test_walks_are_smooth_normal_and_go_on_where_they_were() -> None:
    walk = Walk(RNG(5), 0.5, 8)
    blocks = [walk.block() for _ in range(200)]
    assert all(np.array_equal(a[:, -1], b[:, 0]) for a, b in itertools.pairwise(blocks))
    whole = np.concatenate([b[:, :-1] for b in blocks], axis=1)
    assert whole.std() == pytest.approx(1.0, abs=0.1) and abs(whole.mean()) < 0.15
    assert np.abs(np.diff(whole, axis=1)).max() < 0.15


def test_a_glide_starts_where_it_is_and_turns_a_step_into_a_slope() -> None:
    glide = Glide(0.2)
    first = glide.block(np.full(BLOCK_POINTS, 0.3, np.float32))
    assert np.allclose(first, 0.3)
    second = glide.block(np.full(BLOCK_POINTS, 1.0, np.float32))
    assert np.abs(np.diff(second)).max() < 0.05 and second[-1] == pytest.approx(1.0, abs=0.01)
    assert len(whole_block(np.ones(7, np.float32))) == BLOCK_POINTS


@pytest.mark.parametrize("factor", [1, 4, 8])
def test_curves_become_frames(factor: int) -> None:
    curve = np.linspace(0.0, 1.0, BLOCK_POINTS).astype(np.float32)
    frames = to_frames(curve, factor)
    assert len(frames) == BLOCK_FRAMES // factor
    assert np.abs(frames - np.arange(len(frames)) / len(frames)).max() < 1e-5


def test_a_follower_rises_faster_than_it_falls() -> None:
    sound = np.zeros((RATE_HZ, 2), np.float32)
    sound[9600:19_200] = 0.5
    level = Follower(0.01, 0.2).block(sound)
    assert level[24] > 0.45 and 0.1 < level[60] < 0.4


def test_what_rings_over_the_end_of_a_block_goes_on_in_the_next() -> None:
    track, sound = Track(1), ring(60_000, 0.3)
    track.add(sound, 40_000)
    whole = np.concatenate([track.block(), track.block(), track.block()])[:, 0]
    assert np.array_equal(whole[40_000:100_000], sound)
    assert not whole[:40_000].any() and not whole[100_000:].any()


def test_softening_leaves_small_things_alone() -> None:
    assert soften(np.array([0.01], np.float32), 2.0)[0] == pytest.approx(0.01, rel=0.01)
    assert soften(np.array([10.0], np.float32), 2.0)[0] < 0.51


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
