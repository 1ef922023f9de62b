"""Presences: what a cue brings in and lets stay, at the front of the bed and no longer than its beat."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from audiodream.ambience import Ambience, Presence
from audiodream.audio import Audio
from audiodream.effects import SUSTAINED
from audiodream.presets import Layer, Mood, MoodDelivery
from audiodream.score import Beat, Cue, Line, Score
from audiodream.staging import Staging
from audiodream.timeline import PlacedBeat, PlacedCue
from audiodream.units import RATE_HZ

PADS = Mood("pads", "", "", (), (), 0.0, 0.0, MoodDelivery(), (-40.0, -30.0), 3.0, (Layer("low", "drone"),))
BARE = Mood("pads", "", "", (), (), 0.0, 0.0, MoodDelivery(), (-40.0, -30.0), 3.0, (Layer("low", "drone", gate=(0.98, 0.99)),))
"""Of the same level, with nothing in it that is heard."""
WORDS = (Line("word " * 100),)


def bed(mood: Mood, *cues: tuple[str, float], seconds: tuple[float, ...] = (40.0, 20.0)) -> Audio:
    """The ambience of beats in one mood, with cues in the first."""
    score = Score("", tuple(Beat(mood.name, 0.5, tension=(0.4, 0.4, 0.4), lines=WORDS) for _ in seconds))
    ambience = Ambience(score, Staging({mood.name: mood}, {}, {}, 1))
    edges = [0, *(round(sum(seconds[:n + 1]) * RATE_HZ) for n in range(len(seconds)))]
    told = tuple(PlacedCue(Cue(kind, 0), round(at * RATE_HZ)) for kind, at in cues)
    for number, (start, end) in enumerate(pairwise(edges)):
        last = number == len(seconds) - 1
        ambience.place(PlacedBeat(number, score.beats[number], start, end, (), () if number else told, last))
    return np.concatenate([ambience.read(RATE_HZ) for _ in range(round(sum(seconds)))])


def level_db(sound: Audio, first_s: float, last_s: float) -> float:
    return float(10 * np.log10(np.mean(sound[round(first_s * RATE_HZ):round(last_s * RATE_HZ)].astype(np.float64) ** 2) + 1e-20))


def test_the_moods_bed_steps_back_for_people_and_comes_again() -> None:
    alone = bed(PADS)
    pads_left = bed(PADS, ("murmur", 10.0)) - bed(BARE, ("murmur", 10.0))
    assert np.array_equal(pads_left[:10 * RATE_HZ], alone[:10 * RATE_HZ])
    assert level_db(pads_left, 13.0, 18.0) == pytest.approx(level_db(alone, 13.0, 18.0) - SUSTAINED["murmur"].gives_way_db, abs=0.3)
    assert np.allclose(pads_left[30 * RATE_HZ:], alone[30 * RATE_HZ:], atol=1e-7)


def test_it_steps_back_without_haste() -> None:
    taken = Presence(0, 1000 * 480, 100 * 480, 300 * 480, 10.0).taken_db(np.arange(-10, 1010) * 480)
    assert taken[0] == taken[-1] == 0.0 and taken.max() == 10.0
    assert np.abs(np.diff(taken)).max() < 0.2


@pytest.mark.parametrize("kind", ["murmur", "crowd-hum"])
def test_people_stand_over_the_bed_they_come_into(kind: str) -> None:
    pads, people = bed(PADS), bed(BARE, (kind, 10.0))
    what = SUSTAINED[kind]
    over = level_db(people, 13.0, 18.0) - (level_db(pads, 13.0, 18.0) - what.gives_way_db)
    assert over >= 6.0


def test_a_presence_goes_with_the_bed_of_its_beat_or_at_a_silence() -> None:
    rain = bed(BARE, ("rain", 30.0))
    assert level_db(rain, 33.0, 38.0) > level_db(rain, 39.0, 41.0) - 3.0 > -60.0
    assert not rain[44 * RATE_HZ:].any()
    stopped = bed(BARE, ("rain", 10.0), ("silence", 20.0))
    assert level_db(stopped, 14.0, 19.0) > -45.0 and not stopped[27 * RATE_HZ:].any()


def test_one_that_comes_on_a_last_word_is_heard_all_the_same() -> None:
    rain = bed(BARE, ("rain", 39.0))
    assert level_db(rain, 40.0, 42.0) > -50.0 and not rain[48 * RATE_HZ:].any()
