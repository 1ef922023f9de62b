"""What every spot effect keeps, over every member of the lists."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import numpy as np
import pytest
from scipy import signal
from work import yardstick_s

from audiodream.audio import Audio
from audiodream.crowd import kit
from audiodream.effects import EFFECT_CLASSES, EFFECTS, SUSTAINED
from audiodream.effects.room import loudest_lufs
from audiodream.knobs import knobs_of
from audiodream.units import RATE_HZ, gain_to_db

KINDS = sorted(EFFECTS)
CUES = """
crowd-hum murmur whispers gasp applause laughter cheer crowd-stir hush heartbeat breath footsteps running door-open door-close knock curtain
cloth paper glass-crack glass-shatter glass-ring chimes bell clock water-ripple splash drip waves stream rain thunder wind fire ignite
crackle hum pulse scream shout choir music-swell note drum horse engine train siren gunshot birds insects owl dog wolf impact bodyfall
whoosh falling debris rumble time-slow tap switch creak chain sword phone
""".split()
_made: dict[tuple[str, int], Audio] = {}
_cost_s: dict[tuple[str, int], float] = {}


def sound(kind: str, seed: int = 1) -> Audio:
    if (kind, seed) not in _made:
        begun = time.process_time()
        _made[kind, seed] = EFFECTS[kind].sound(np.random.default_rng(seed), 110.0)
        _cost_s[kind, seed] = time.process_time() - begun
    return _made[kind, seed]


def test_every_cue_kind_is_heard_in_one_way() -> None:
    assert [cue for cue in CUES if (cue in EFFECTS) + (cue in SUSTAINED) != 1] == []
    assert sorted(set(EFFECTS) | set(SUSTAINED)) == sorted(CUES)


def test_every_effect_in_use_is_registered_under_its_own_name() -> None:
    assert {type(effect) for effect in EFFECTS.values()} == set(EFFECT_CLASSES.values())
    assert all(kind.name == name for name, kind in EFFECT_CLASSES.items())


@pytest.mark.parametrize("kind", KINDS)
def test_the_shape_is_stereo_float32_of_a_sensible_length_and_finite(kind: str) -> None:
    made = sound(kind)
    assert made.dtype == np.float32 and made.ndim == 2 and made.shape[1] == 2
    assert 0.1 * RATE_HZ <= len(made) <= 12.0 * RATE_HZ
    assert np.isfinite(made).all()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_samples_and_another_seed_others(kind: str) -> None:
    again = EFFECTS[kind].sound(np.random.default_rng(1), 110.0)
    assert np.array_equal(sound(kind), again)
    other = sound(kind, 2)
    assert other.shape != again.shape or not np.array_equal(other, again)


@pytest.mark.parametrize("kind", KINDS)
def test_the_loudest_400_ms_are_at_the_level_unless_the_peak_is_at_its_cap(kind: str) -> None:
    made = sound(kind)
    peak_db = gain_to_db(float(np.abs(made).max()))
    assert peak_db <= -3.9
    assert abs(loudest_lufs(made) + 23.0) < 0.3 or (peak_db > -4.1 and -35.0 < loudest_lufs(made) < -22.7)


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_dc(kind: str) -> None:
    made = sound(kind).astype(np.float64)
    assert np.abs(made.mean(axis=0)).max() < 1e-3 * np.sqrt((made**2).mean())


@pytest.mark.parametrize("kind", KINDS)
def test_it_begins_with_its_attack_and_ends_faded(kind: str) -> None:
    made = np.abs(sound(kind)).max(axis=1)
    peak = made.max()
    if EFFECTS[kind].ends_on_mark:
        assert made[-round(0.05 * RATE_HZ):].max() > 0.5 * peak
    else:
        assert made[:round(0.03 * RATE_HZ)].max() > 0.01 * peak
        assert made[-480:].max() < 0.01 * peak
    assert made[0] < 0.02 * peak and made[-1] < 0.02 * peak


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_above_the_band_in_which_clicks_are_listened_for(kind: str) -> None:
    high = signal.sosfilt(signal.butter(8, 12_500, "highpass", fs=RATE_HZ, output="sos"), sound(kind), axis=0)
    assert np.abs(high).max() < 0.002


@pytest.mark.parametrize("kind", KINDS)
def test_both_sides_sound_and_a_mono_sum_loses_little(kind: str) -> None:
    made = sound(kind).astype(np.float64)
    power = (made**2).mean(axis=0)
    assert power.min() > 0.03 * power.max()
    assert ((made.sum(axis=1) / 2) ** 2).mean() > 0.4 * power.mean()


@pytest.mark.parametrize("name", sorted(EFFECT_CLASSES))
def test_every_knob_lies_in_its_bounds_and_says_what_more_of_it_does(name: str) -> None:
    for knob in knobs_of(EFFECT_CLASSES[name]).values():
        assert knob.low <= knob.default[0] <= knob.high and knob.more


@pytest.mark.parametrize("kind", KINDS)
def test_the_knobs_of_every_cue_kind_lie_in_their_bounds(kind: str) -> None:
    effect = EFFECTS[kind]
    assert all(knob.low <= getattr(effect, name) <= knob.high for name, knob in knobs_of(type(effect)).items())


def test_what_is_imitated_is_named_as_a_recogniser_names_it() -> None:
    table = Path(__file__).parents[2] / "shared" / "data" / "yamnet" / "classes.csv"
    if not table.is_file():
        pytest.skip("the recogniser's classes are not here")
    with table.open(encoding="utf-8") as f:
        known = {row["display_name"] for row in csv.DictReader(f)}
    assert {name for kind in EFFECT_CLASSES.values() for name in kind.imitates} <= known


@pytest.mark.parametrize("kind", sorted(SUSTAINED))
def test_what_is_sustained_is_a_texture_with_such_knobs(kind: str) -> None:
    from audiodream.textures import TEXTURES

    presence = SUSTAINED[kind]
    assert presence.texture in TEXTURES
    knobs = knobs_of(TEXTURES[presence.texture])
    assert all(name in knobs and knobs[name].low <= value <= knobs[name].high for name, value in presence.knobs.items())
    assert -4.0 <= presence.over_bed_db <= 6.0 and 0.0 <= presence.gives_way_db <= 12.0 and presence.attack_s > 0 and presence.release_s > 0


def test_an_effect_costs_little_on_average() -> None:
    kit()
    for kind in KINDS:
        sound(kind, 2)
    # some 80, where this was written
    assert np.mean([_cost_s[kind, 2] for kind in KINDS]) < 200 * yardstick_s()
