"""The chords and the roughness model, asserted on partial lists (Sethares 1993, Vassilakis 2001)."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.harmony import CHORDS, CLUSTER, CONSONANT, between, partials, sethares, tension_chord, vassilakis
from audiodream.seeds import root_hz


def test_a_tonal_centre_is_one_of_eight_semitones_and_the_seed_chooses_it() -> None:
    roots = {round(root_hz(seed), 3) for seed in range(200)}
    assert len(roots) == 8
    assert min(roots) > 97.9 and max(roots) < 147.0
    assert root_hz(5) == root_hz(5)


def test_roughness_of_two_sines_peaks_near_a_quarter_of_the_critical_band() -> None:
    steps = np.linspace(1.0, 200.0, 400)
    rough = [sethares((np.array([500.0, 500.0 + d]), np.ones(2))) for d in steps]
    assert 20.0 < steps[int(np.argmax(rough))] < 45.0
    assert rough[-1] < 0.15 * max(rough)


@pytest.mark.parametrize("root_hz", [98.0, 110.0, 147.0])
def test_roughness_never_falls_while_tension_rises(root_hz: float) -> None:
    ramp = [partials(root_hz * tension_chord(t)) for t in np.linspace(0.0, 1.0, 9)]
    dissonance = np.array([sethares(p) for p in ramp])
    assert (np.diff(dissonance) > -0.02).all()
    assert dissonance[-1] >= 2.5 * dissonance[0]
    assert vassilakis(ramp[-1]) >= 3.0 * vassilakis(ramp[0])


def test_the_ramp_runs_from_the_consonant_chord_to_the_cluster() -> None:
    assert np.allclose(tension_chord(0.0), CONSONANT)
    assert np.allclose(tension_chord(1.0), CLUSTER)
    assert tension_chord(np.zeros(7)).shape == (7, 6)


def test_release_is_consonant_where_tension_was_not() -> None:
    tense, released = (sethares(partials(110.0 * tension_chord(t))) for t in (1.0, 0.0))
    assert released / tense <= 0.4


def test_chords_grow_rougher_from_open_to_major_to_cluster() -> None:
    rough = [sethares(partials(110.0 * CHORDS[name])) for name in ("open", "major", "cluster")]
    assert rough == sorted(rough) and rough[2] > 1.3 * rough[1]


def test_between_two_chords_every_note_glides() -> None:
    half = between(CHORDS["open"], CHORDS["cluster"], 0.5)
    assert np.allclose(half ** 2, CHORDS["open"] * CHORDS["cluster"])


def test_every_chord_stands_on_the_root() -> None:
    assert all(chord[0] == 1.0 for chord in CHORDS.values())
