"""Knobs are turned by one number or by two."""

from __future__ import annotations

from audiodream.effects import SUSTAINED
from audiodream.knobs import knobs_of, turned
from audiodream.textures import TEXTURES
from audiodream.textures.drone import Drone


def test_one_number_for_a_ramp_is_both_its_ends() -> None:
    assert turned(Drone, {"tension": 0.4}).tension == (0.4, 0.4)
    assert turned(Drone, {"tension": (0.1, 0.9)}).tension == (0.1, 0.9)


def test_everything_that_a_cue_sustains_is_a_texture_with_knobs_that_it_has() -> None:
    for kind, what in SUSTAINED.items():
        texture = TEXTURES[what.texture]
        assert set(what.knobs) <= set(knobs_of(texture)), kind
        turned(texture, what.knobs)


def test_every_knob_has_a_meaning_and_a_default_within_its_bounds() -> None:
    for name, kind in TEXTURES.items():
        for knob in knobs_of(kind).values():
            assert knob.more, (name, knob.name)
            assert knob.low <= min(knob.default) <= max(knob.default) <= knob.high, (name, knob.name)
