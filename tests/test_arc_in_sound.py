"""The sound follows the story: measured on whole stories, narrated by tones, which need no time to speak."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from audiodream.ambience import Ambience
from audiodream.audio import control_points
from audiodream.effects import EFFECTS
from audiodream.meter import LoudnessMeter
from audiodream.presets import Layer, Mood, MoodDelivery, Place
from audiodream.presets_toml import moods, places
from audiodream.roughness import roughness
from audiodream.score import Beat, Cue, Line, Score
from audiodream.shelves import Shelves
from audiodream.spots import Spots
from audiodream.staging import Staging
from audiodream.strength import leaning_db, span_of, strength
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat, PlacedCue
from audiodream.units import RATE_HZ, s_to_frames
from benchmarks.arcs import Heard, follows, heard, read, rough_follows, short_term, shuffled, silences, tension_at
from benchmarks.stories import our_stories

STORIES = our_stories()
NAMES = [path.stem for path in STORIES]


@cache
def whole(name: str, seed: int = 0) -> Heard:
    path = STORIES[NAMES.index(name)]
    return heard(shuffled(read(path), seed) if seed else read(path), path)


@pytest.mark.parametrize("name", NAMES)
def test_the_bed_is_loud_and_rough_where_the_story_is_tense(name: str) -> None:
    told = whole(name)
    assert follows(told, told.score, told.bed) >= 0.6
    assert follows(told, told.score, told.ambience) >= 0.6
    assert rough_follows(told, told.score) >= 0.6


def test_the_bed_of_other_moods_does_not_follow_the_story() -> None:
    name = "the-night-ferry"
    score = whole(name).score
    assert np.mean([follows(whole(name, seed), score, whole(name, seed).bed) for seed in (1, 2)]) < 0.4
    assert np.mean([rough_follows(whole(name, seed), score) for seed in (1, 2)]) < 0.4


@pytest.mark.parametrize("name", NAMES)
def test_every_cue_is_heard_on_its_word(name: str) -> None:
    for placed in whole(name).placed:
        words = [(clip.start + s_to_frames(clip.take.words[cue.word].start_s), cue) for clip in placed.clips for cue in clip.line.cues]
        assert len(words) == len(placed.cues)
        for (word, cue), laid in zip(words, placed.cues, strict=True):
            assert laid.cue == cue
            assert 0 <= laid.frame - word <= 0.150 * RATE_HZ


@pytest.mark.parametrize("name", NAMES)
def test_no_beat_is_under_the_floor(name: str) -> None:
    distances = [beat.voice_minus_rest_lu() for beat in whole(name).beats]
    assert min(lu for lu in distances if lu is not None) >= 10.0


@pytest.mark.parametrize("name", NAMES)
def test_libebur128_hears_every_story_as_loud_as_we_do(name: str) -> None:
    import pyebur128

    told = whole(name)
    mix = told.voice + told.bed
    mode = pyebur128.MeasurementMode
    state = pyebur128.R128State(2, RATE_HZ, mode.MODE_I | mode.MODE_LRA)
    state.add_frames(np.ascontiguousarray(mix, np.float32).ravel(), len(mix))
    meter = LoudnessMeter()
    meter.feed(mix)
    assert meter.integrated_lufs() == pytest.approx(pyebur128.get_loudness_global(state), abs=0.05)
    # it looks at the short-term loudness once a second, we ten times: on three minutes the percentiles differ by so much
    assert meter.range_lu() == pytest.approx(pyebur128.get_loudness_range(state), abs=0.3)


def test_a_silence_is_15_lu_under_the_ten_seconds_around_it() -> None:
    found = dict(silences(whole("the-last-rehearsal")))
    assert found["there is silence"] >= 15.0


def one(kind: str, *, room: str = "hall", more: tuple[tuple[str, float], ...] = ()) -> np.ndarray:
    """The effects of a beat of 24 s that has this cue at ten seconds (and others), mono and its greatest per frame."""
    cues = tuple(PlacedCue(Cue(what, 0), s_to_frames(at)) for what, at in ((kind, 10.0), *more))
    beat = Beat("calm", 0.5, place=room, lines=(Line("word"),))
    effects = Spots(Staging({}, places(Shelves()), {}, 1))
    effects.place(PlacedBeat(0, beat, 0, 24 * RATE_HZ, (), cues, last=True))
    return np.abs(np.add(*effects.read(24 * RATE_HZ))).max(axis=1)


@pytest.mark.parametrize("kind", ["applause", "curtain", "chimes", "door-close", "glass-shatter", "knock", "footsteps"])
def test_an_effect_sounds_from_its_frame_on_and_not_before(kind: str) -> None:
    sound = one(kind)
    first = int(np.flatnonzero(sound > 0.02 * sound.max())[0])
    assert 0 <= first - 10 * RATE_HZ <= 0.120 * RATE_HZ


@pytest.mark.parametrize("room", ["hall", "room", ""])
def test_a_swell_ends_on_its_mark_whatever_the_room(room: str) -> None:
    assert EFFECTS["music-swell"].ends_on_mark
    power = np.convolve(one("music-swell", room=room) ** 2, np.ones(480) / 480, "same")
    assert -0.030 * RATE_HZ <= int(np.argmax(power)) - 10 * RATE_HZ <= 0.0


def test_what_sounds_stops_when_a_silence_is_told() -> None:
    going, stopped = one("applause"), one("applause", more=(("silence", 13.0),))
    assert going[14 * RATE_HZ:15 * RATE_HZ].max() > 0.1 * going.max()
    assert stopped[13 * RATE_HZ:].max() == 0.0


def test_the_level_follows_the_tension_and_the_knobs_both() -> None:
    beat = Beat("calm", 0.6, arousal=0.4, tension=(0.2, 0.4, 0.3), lines=(Line("a"),))
    felt = strength(PlacedBeat(0, beat, 0, 10 * RATE_HZ, (), (), last=True), 0, 10 * RATE_HZ)
    assert felt.loudness[0] == pytest.approx(0.2) and felt.loudness[500] == pytest.approx(0.4) and felt.loudness[-1] == pytest.approx(0.3, abs=1e-3)
    assert felt.intensity[500] == pytest.approx(0.5) and felt.intensity[0] == pytest.approx(0.3)
    untold = strength(PlacedBeat(0, Beat("calm", 0.6), 0, RATE_HZ, (), (), last=True), 0, RATE_HZ)
    assert np.allclose(untold.loudness, 0.6) and np.allclose(untold.intensity, 0.6)


def test_a_story_that_moves_within_a_part_of_the_scale_has_the_whole_range_of_levels() -> None:
    def beat(tension: float) -> Beat:
        return Beat("calm", 0.5, tension=(tension,) * 3, lines=(Line("a"),))

    def share(tension: float, span: tuple[float, float]) -> float:
        return float(strength(PlacedBeat(0, beat(tension), 0, RATE_HZ, (), (), last=True), 0, RATE_HZ, span).loudness[0])

    assert span_of([]) == span_of([Beat("calm", 0.5)]) == (0.0, 1.0)
    assert span_of([beat(0.3), beat(0.4)]) == (0.22, 0.5), "one that is calm throughout stays below"
    low, high = span_of([beat(0.1), beat(0.4), beat(0.8)])
    assert share(0.1, (low, high)) == 0.0 < share(0.4, (low, high)) < share(0.8, (low, high)) == 1.0
    assert share(0.4, (0.0, 1.0)) == pytest.approx(0.4)


def test_what_happens_leans_with_the_tension_within_bounds() -> None:
    def at(tension: float) -> float:
        return leaning_db(PlacedBeat(0, Beat("calm", 0.5, tension=(tension,) * 3), 0, RATE_HZ, (), (), last=True), 0)

    assert -5.0 == at(0.1) < at(0.3) < at(0.36) == 0.0 < at(0.45) < at(0.9) == 5.0
    assert at(0.0) == 0.0


def test_a_riser_peaks_on_its_turn_in_the_bed() -> None:
    mood = Mood("rise", "", "", (), (), 0.0, 0.0, MoodDelivery(), (-40.0, -30.0), 3.0, (Layer("rise", "riser"),))
    calm = Mood("calm", "", "", (), (), 0.0, 0.0, MoodDelivery(), (-70.0, -70.0), 4.0, (Layer("room", "room-tone"),))
    words = (Line("word " * 60),)
    score = Score("", (Beat("rise", 0.5, lines=words), Beat("calm", 0.5, lines=words)))
    ambience = Ambience(score, Staging({"rise": mood, "calm": calm}, {}, {}, 1))
    turn = 1607 * 480
    ambience.place(PlacedBeat(0, score.beats[0], 0, turn, (), (), last=False))
    ambience.place(PlacedBeat(1, score.beats[1], turn, 2 * turn, (), (), last=True))
    sound = ambience.read(turn + 2 * RATE_HZ).astype(np.float64)
    env = np.convolve((sound ** 2).sum(axis=1), np.hanning(481), "same")
    assert abs(int(np.argmax(env)) - turn) <= 0.020 * RATE_HZ


def test_a_tighter_cluster_is_heard_as_rougher_and_noise_is_not_rough() -> None:
    def rough(name: str, **knobs: tuple[float, float]) -> float:
        frames = 6 * RATE_HZ
        points = np.full(control_points(frames), 0.5, np.float32)
        course = Course(frames, points, points, 110.0, frames, np.random.default_rng(1))
        return roughness(TEXTURES[name](**knobs).stream(course).read(frames)[RATE_HZ:])

    wide, middle, close = (rough("drone", tension=(t, t)) for t in (0.0, 0.5, 1.0))
    assert wide < middle < close and close > 2.0 * wide
    assert rough("rain") < 0.1 * wide


def test_a_short_term_window_and_the_curve_lie_on_the_same_seconds() -> None:
    told = whole("the-night-ferry")
    at, loud = short_term(told.ambience)
    assert len(at) == len(loud) and at[0] == pytest.approx(1.5)
    first = told.placed[0]
    assert tension_at(told.placed, told.score, np.array([0.0]))[0] == pytest.approx(first.beat.tension[0])


def test_the_three_moods_by_name_are_there() -> None:
    assert {"crowd-hum", "rising-tension", "release"} <= set(moods(Shelves()))
    assert isinstance(places(Shelves())["hall"], Place)
