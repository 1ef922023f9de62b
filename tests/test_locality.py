"""What an edit does to the sound stays in the beat that was edited and its crossfades, ducks and all, until the master."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from audiodream.audio import Audio
from audiodream.crossfades import LEAD_SHARE, crossfade_frames
from audiodream.delivery import pause_s
from audiodream.mix import Mix
from audiodream.narrate import narrate
from audiodream.presets_toml import moods, places, voices
from audiodream.profiles import PROFILES
from audiodream.score import NARRATOR, Beat, Cue, Line, Score
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.stems import Stems
from audiodream.timeline import PlacedBeat, lay
from audiodream.units import CONTROL_FRAMES, RATE_HZ

SHELVES = Shelves()
WORDS = ("the lamp went along the wall and nobody said a word about the letter",
         "then it was quite still in the house and the rain had stopped", "far below them somebody turned a key twice and waited")
MOODS = ("calm", "dread", "panic", "triumph", "release")
EDITED = 2


def story() -> Score:
    """Five beats that rise and fall, all loud enough that the bed has to be turned down, each with a sound that happens."""
    def beat(number: int, mood: str) -> Beat:
        lines = tuple(Line(f"{number} {words}", gap="paragraph" if words is WORDS[-1] else "sentence") for words in WORDS)
        bell = dataclasses.replace(lines[1], cues=(Cue("bell" if number % 2 else "knock", 4),))
        return Beat(mood, 0.9, arousal=0.8, tension=(0.8, 1.0, 0.9), place="hall" if number == 1 else "", lines=(lines[0], bell, lines[2]))

    return Score("", tuple(beat(number, mood) for number, mood in enumerate(MOODS)))


def edited(text: Callable[[str], str]) -> Score:
    score = story()
    beat = score.beats[EDITED]
    first, *rest = beat.lines
    changed = dataclasses.replace(beat, lines=(dataclasses.replace(first, text=text(first.text)), *rest))
    return dataclasses.replace(score, beats=(*score.beats[:EDITED], changed, *score.beats[EDITED + 1:]))


def mixed(score: Score) -> tuple[tuple[PlacedBeat, ...], Audio, list[float]]:
    """Where its beats lie, its bed as it is mixed under the voice (ambience and effects beside each other), how far it was turned down."""
    known, every = moods(SHELVES), voices(SHELVES)
    tone = {NARRATOR: every["tone"]}
    with narrate(score, tone, known, None, 1, 1) as narration:
        takes = list(narration)
    placed = tuple(lay(score, iter(takes), lambda beat, line: pause_s(line, beat, known[beat.mood], every["tone"].pauses, 1)))
    mix = Mix(Stems(score, Staging(known, places(SHELVES), tone, 1), iter(placed)), PROFILES["cinematic"])
    bed = [np.concatenate([window.ambience, window.effects], axis=1) for window in mix.windows()]
    return placed, np.concatenate(bed), [beat.turned_down_db for beat in mix.beats]


BEFORE = mixed(story())
EDITS: dict[str, Callable[[str], str]] = {
    "longer": lambda text: text + " and they listened for a long time to the steps that went up and up",
    "shorter": lambda text: " ".join(text.split()[:5]), "another word": lambda text: text.replace("lamp", "torch")}


@pytest.mark.parametrize("edit", EDITS)
def test_editing_a_beat_changes_no_sample_of_the_bed_outside_it_and_its_crossfades_even_after_ducking(edit: str) -> None:
    known = moods(SHELVES)
    score = edited(EDITS[edit])
    (one, before, down), (two, after, _) = BEFORE, mixed(score)
    assert max(down) > 1.0, "nothing was turned down: the balance was not tried"
    fades = [max(crossfade_frames(told.beats[n], told.beats[n + 1], known) for told in (story(), score)) for n in (EDITED - 1, EDITED)]
    ahead = one[EDITED].start - round(fades[0] * LEAD_SHARE) - CONTROL_FRAMES
    assert two[EDITED].start == one[EDITED].start
    assert ahead > 10 * RATE_HZ
    same = (before[:ahead] == after[:ahead]).all(axis=1)
    assert same.all(), f"{(ahead - np.argmin(same)) / RATE_HZ:.2f} s before the crossfade, {np.abs(before[:ahead] - after[:ahead]).max():.2e}"
    # what follows comes sooner or later by whole control points, and is else the same
    late = two[EDITED].end - one[EDITED].end
    assert late % CONTROL_FRAMES == 0 and (late > 0 or edit != "longer") and (late < 0 or edit != "shorter")
    behind = one[EDITED].end + fades[1] + CONTROL_FRAMES
    assert len(before) - behind > 10 * RATE_HZ
    was, now = before[behind:], after[behind + late:]
    same = (was == now).all(axis=1)
    assert same.all(), f"{(len(same) - np.argmin(same[::-1])) / RATE_HZ:.2f} s after the crossfade, {np.abs(was - now).max():.2e}"
