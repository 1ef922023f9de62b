"""Beds whose layers are woven at several rates: what is heard is the sum of the layers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audiodream.ambience import Ambience
from audiodream.audio import Audio, Curve, Stream, control_points, silence
from audiodream.bed import Bed, Part, by_rate, woven
from audiodream.filters import filtered, lowpass
from audiodream.looms import Looms
from audiodream.presets_toml import moods, places
from audiodream.rates import TOP_HZ, Confluence
from audiodream.score import Beat, Line, Score
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

FRAMES = 4 * BLOCK_FRAMES
LAYERS = ("sub", "pad", "room-tone", "sea", "rain")
"""Woven at an eighth, a fourth, the half and the whole of the rate."""


def gains(value: float) -> Curve:
    return np.full(control_points(FRAMES), value, np.float32)


def parts(*layers: str, frames: int = FRAMES) -> list[Part]:
    return [(layer, {}, Course.steady(frames, 0.5, seed), gains(0.1 * seed)) for seed, layer in enumerate(layers, 1)]


def joined(layers: list[Part], frames: int = FRAMES) -> Audio:
    sums = {factor: np.concatenate(list(woven(those, frames))) for factor, those in by_rate(layers).items()}
    return Confluence().joined(sums, frames)


def test_a_bed_of_mixed_rates_is_the_sum_of_its_layers_streams() -> None:
    assert {TEXTURES[layer].factor for layer in LAYERS} == {1, 2, 4, 8}
    wanted = silence(FRAMES)
    for name, _, course, gain in parts(*LAYERS):
        alone = TEXTURES[name]().stream(course).read(FRAMES)
        wanted += (filtered(alone, lowpass(TOP_HZ, 8)) if TEXTURES[name].factor == 1 else alone) * gain[0]
    assert np.abs(joined(parts(*LAYERS)) - wanted).max() < 3e-6 < 0.01 < np.abs(wanted).max()


@pytest.mark.parametrize("layer", LAYERS)
def test_a_gain_that_moves_moves_the_layer_at_whatever_rate_it_is_woven(layer: str) -> None:
    name, knobs, course, _ = parts(layer)[0]
    ramp = np.linspace(0.0, 1.0, control_points(FRAMES)).astype(np.float32)
    sound = joined([(name, knobs, course, ramp)])
    alone = joined(parts(layer)) / np.float32(0.1)
    there = np.arange(FRAMES)[:, None] / FRAMES
    assert np.abs(sound - alone * there).max() < 2e-3 * np.abs(alone).max()


def test_a_layer_whose_gate_stays_shut_is_not_woven() -> None:
    shut: Part = ("sea", {}, Course.steady(FRAMES, 0.5, 1), gains(0.0))
    assert by_rate([shut]) == {}
    assert list(by_rate([*parts("pad"), shut])) == [4]


def test_no_more_is_woven_than_is_heard() -> None:
    blocks = list(woven(parts("pad"), BLOCK_FRAMES + 1))
    assert [len(block) for block in blocks] == [BLOCK_FRAMES // 4] * 2


@pytest.mark.parametrize("factor", [1, 2, 4, 8])
def test_a_sum_that_ends_rings_on_and_then_there_is_silence(factor: int) -> None:
    rates, frames = Confluence(), 10 * CONTROL_FRAMES
    rng = np.random.default_rng(1)
    rates.joined({factor: rng.standard_normal((frames // factor, 2)).astype(np.float32)}, frames)
    after = rates.joined({}, frames)
    assert after[:8].any() and not after[CONTROL_FRAMES:].any()
    assert not rates.joined({}, frames).any()


@pytest.mark.parametrize("factor", [1, 2, 4, 8])
def test_where_in_a_step_a_sound_lies_changes_no_bit_of_it(factor: int) -> None:
    frames, rng = BLOCK_FRAMES, np.random.default_rng(2)
    sound = rng.standard_normal((frames // 2 // factor, 2)).astype(np.float32)

    def laid(at: int) -> Audio:
        whole, first = silence(frames // factor), at // factor
        whole[first:first + len(sound)] = sound
        return Confluence().joined({factor: whole}, frames)[at:at + frames // 2]

    assert all(np.array_equal(laid(0), laid(points * CONTROL_FRAMES)) for points in (1, 7, 43))


def test_a_bed_read_in_pieces_is_the_bed_read_at_once() -> None:
    def bed() -> Bed:
        sounds = {factor: Stream(-(-FRAMES // factor), woven(those, FRAMES)) for factor, those in by_rate(parts(*LAYERS)).items()}
        return Bed(0, FRAMES - 5 * CONTROL_FRAMES, RATE_HZ // 3, RATE_HZ, sounds, RATE_HZ // 10)

    whole, pieces, one = bed().read(FRAMES), [], bed()
    for points in (1, 10, 59, 130, 200):
        pieces.append(one.read(points * CONTROL_FRAMES))
    assert one.at == one.frames == FRAMES - 5 * CONTROL_FRAMES
    for factor, sound in whole.items():
        assert len(sound) == one.frames // factor
        assert np.array_equal(np.concatenate([piece[factor] for piece in pieces]), sound)
        assert not sound[:RATE_HZ // 10 // factor].any()
        assert np.abs(sound[-CONTROL_FRAMES // factor:]).max() < 0.02 * np.abs(sound).max()


def test_neither_the_windows_nor_the_threads_change_a_bit_of_the_ambience(tmp_path: Path) -> None:
    known, words = moods(Shelves()), (Line("word " * 30),)
    score = Score("", tuple(Beat(mood, 0.8, arousal=0.8, tension=(0.7, 0.9, 0.8), place=place, lines=words)
                            for mood, place in (("panic", "seashore"), ("release", ""))))
    frames, store = 20 * RATE_HZ, Store("beds", 1 << 30, tmp_path)

    def heard(window: int, looms: Looms | None, kept: Store | None) -> Audio:
        ambience = Ambience(score, Staging(known, places(Shelves()), {}, 1), kept, looms)
        for number, beat in enumerate(score.beats):
            ambience.place(PlacedBeat(number, beat, number * frames // 2, (number + 1) * frames // 2, (), (), number == 1))
        return np.concatenate([ambience.read(min(window, frames - first)) for first in range(0, frames, window)])

    once = heard(frames, None, None)
    assert np.abs(once).max() > 0.01
    for window, threads, apart, kept in ((5 * RATE_HZ, 1, False, None), (5 * RATE_HZ, 1, True, None), (77_777, 3, False, store),
                                         (RATE_HZ, 0, False, store)):
        with Looms(threads, apart=apart) as looms:
            assert np.array_equal(heard(window, looms, kept), once)
    assert store.stock().entries > 4
