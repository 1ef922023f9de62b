"""The arc: continuous, bounded, high where it is frightening, with its peaks and turns named."""

from __future__ import annotations

from itertools import pairwise

import pytest

from audiodream.arc import Felt, arc, tension_of

CALM = Felt(0.4, 0.5, 0.1, 60)
WAIT = Felt(0.5, 0.2, 0.5, 60)
DREAD = Felt(0.6, -0.55, 0.45, 60)
PANIC = Felt(0.85, -0.75, 0.9, 60)
GRIEF = Felt(0.6, -0.75, 0.2, 60)
RELIEF = Felt(0.6, 0.65, 0.35, 60)
STORY = (CALM, WAIT, DREAD, PANIC, GRIEF, RELIEF)


def test_tension_rises_from_calm_over_dread_to_panic() -> None:
    levels = [tension_of(beat) for beat in (CALM, RELIEF, DREAD, PANIC)]
    assert levels == sorted(levels)
    assert levels[0] < 0.1 and levels[-1] > 0.7


def test_a_beat_ends_at_the_tension_with_which_the_next_begins() -> None:
    curve = arc(STORY).tension
    assert len(curve) == len(STORY)
    assert all(before[2] == after[0] for before, after in pairwise(curve))
    assert all(0.0 <= level <= 1.0 for row in curve for level in row)


def test_the_climax_is_the_beat_of_most_tension() -> None:
    assert [point.beat for point in arc(STORY).points if point.name == "climax"] == [3]


def test_turns_are_where_good_becomes_bad_and_bad_good() -> None:
    assert [point.beat for point in arc(STORY).points if point.name == "turn"] == [2, 5]


def test_a_second_height_is_a_peak_and_the_valley_a_trough() -> None:
    points = {(point.name, point.beat) for point in arc((CALM, PANIC, CALM, CALM, DREAD, CALM, CALM)).points}
    assert ("climax", 1) in points and ("peak", 4) in points
    assert ("trough", 2) in points or ("trough", 3) in points


def test_a_short_beat_leans_on_its_neighbours() -> None:
    flash = Felt(PANIC.intensity, PANIC.valence, PANIC.arousal, 4)
    long, short = arc((CALM, PANIC, CALM)).tension[1][1], arc((CALM, flash, CALM)).tension[1][1]
    assert short < 0.6 * long


@pytest.mark.parametrize("beats", [(), (PANIC,), (CALM, CALM)])
def test_any_number_of_beats_has_its_arc(beats: tuple[Felt, ...]) -> None:
    assert len(arc(beats).tension) == len(beats)
