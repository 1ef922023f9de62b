"""Who speaks with which voice in whole stories, and that one hears how: the check of the casting, story by story, from the text alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from conftest import SHARED

from audiodream.audio import Audio
from audiodream.cast import people_of, scenes_of
from audiodream.delivery import manners_of
from audiodream.drama import cast_of
from audiodream.filters import filtered, highpass, lowpass
from audiodream.harmony import PENTATONIC
from audiodream.manners import stands_at
from audiodream.narrate import narrate
from audiodream.presets import Voice
from audiodream.presets_toml import moods, places, voices
from audiodream.score import NARRATOR, Beat, Line, Score
from audiodream.score_of import score_of
from audiodream.seeds import root_hz
from audiodream.shelves import Shelves
from audiodream.staging import Staging
from audiodream.takes import TakeCache
from audiodream.timeline import lay
from audiodream.units import RATE_HZ
from audiodream.voice_stem import VoiceStem
from benchmarks.stories import our_stories

ROOT = Path(__file__).parents[1]
NEUTRAL = {"they", "unknown"}
OWN = {
    "the-clockmakers-daughter.md": {"clockmaker": {"male"}, "daughter": {"female"}, "witch": {"female"}, "voice": NEUTRAL},
    "the-last-rehearsal.txt": {"stage-manager": NEUTRAL, "old-man": {"male"}, "I": {"male"}},
    "the-night-ferry.txt": {"man": {"male"}, "anna-reyes": {"female"}, "voice": NEUTRAL, "lorry-driver": NEUTRAL},
}
"""Who speaks in the repository's stories, and of which gender the text says they are; nothing it does not say is made up."""
PRIVATE = ("lumina.txt", "the-gallery-of-cracks.txt", "the-glass-sculpture.txt", "the-velvet-curtain.txt")
PATHS = [*((ROOT / "stories" / name) for name in OWN), *((SHARED / "stories" / name) for name in PRIVATE)]
with_shared = pytest.mark.skipif(not (SHARED / "stories").is_dir(), reason="the private stories are not here")
every_story = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=[with_shared] if path.name in PRIVATE else []) for path in PATHS])
MANNERED = {
    "elder": ("the-velvet-curtain.txt", ("elder",), "echo"),
    "stage manager": ("lumina.txt", ("stage", "manager"), "booming"),
    "curator": ("the-gallery-of-cracks.txt", ("curator",), "chimes"),
    "first painting's figure": ("the-gallery-of-cracks.txt", ("figure",), "depth"),
}
"""Role: the story, what the character's id holds, and the manner that one is to hear."""


@dataclass(frozen=True)
class Staged:
    score: Score
    staging: Staging

    def lines(self, speaker: str) -> list[tuple[Beat, Line]]:
        return [(beat, line) for beat in self.score.beats for line in beat.lines if line.speaker == speaker]

    def voice(self, speaker: str) -> Voice:
        return self.staging.voices[speaker]

    @property
    def speakers(self) -> list[str]:
        return sorted({line.speaker for beat in self.score.beats for line in beat.lines} - {NARRATOR})


@cache
def staged(path: Path) -> Staged:
    shelves = Shelves.around(path)
    all_moods, all_places, all_voices = moods(shelves), places(shelves), voices(shelves)
    score = score_of(path, all_moods, all_places, all_voices)
    return Staged(score, Staging(all_moods, all_places, cast_of(people_of(score), score, all_voices), 1))


def genders(path: Path) -> dict[str, set[str]]:
    """The genders that a voice may have, by speaker: told here for our own stories, and by people's reading for the private ones."""
    if path.name in OWN:
        return OWN[path.name]
    gold_file = SHARED / "gold" / f"{path.stem}.json"
    if not gold_file.exists():
        return {"stage-manager": {"male"}}  # he is called "he" there
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    told = {one["id"]: one["gender"].split()[0] for one in gold["characters"]}
    ours = {(q.start, q.end): q.speaker for q in staged(path).score.quotes}
    return {str(ours[q["start"], q["end"]]): {told[q["speaker"]]} if told[q["speaker"]] in ("female", "male") else NEUTRAL
            for q in gold["quotes"]}


@every_story
def test_everybody_who_speaks_has_a_voice_of_the_gender_that_the_text_tells(path: Path) -> None:
    wanted = genders(path)
    drama = staged(path)
    assert set(drama.speakers) == set(wanted)
    wrong = {who: drama.voice(who).gender for who in wanted if drama.voice(who).gender not in wanted[who]}
    assert not wrong


@every_story
def test_nobody_shares_a_voice_with_another_of_the_scene_or_with_the_narrator(path: Path) -> None:
    drama = staged(path)
    me = {one.id for one in drama.score.characters if "I" in one.names}
    for scene in scenes_of(drama.score):
        names = [drama.voice(who).name for who in sorted((scene | {NARRATOR}) - me)]
        assert len(set(names)) == len(names), names


@every_story
def test_every_quotation_is_spoken_by_its_speaker_and_the_rest_by_the_narrator(path: Path) -> None:
    score = staged(path).score
    for beat in score.beats:
        for line in beat.lines:
            inside = next((q.speaker for q in score.quotes if q.start <= line.start and line.end <= q.end and q.speaker), NARRATOR)
            assert line.speaker == inside, line.speaker


def who_is(role: str) -> tuple[Staged, str]:
    file, parts, _ = MANNERED[role]
    drama = staged(SHARED / "stories" / file)
    found = [who for who in drama.speakers if all(part in who for part in parts)]
    assert len(found) == 1
    return drama, found[0]


@with_shared
@pytest.mark.parametrize("role", sorted(MANNERED))
def test_every_line_of_a_role_has_the_roles_manner(role: str) -> None:
    drama, who = who_is(role)
    asked = [manners_of(line, drama.voice(who)) for _, line in drama.lines(who)]
    assert asked and all(MANNERED[role][2] in manners for manners in asked)
    if role == "stage manager":
        assert all(stands_at(drama.voice(who).distance, manners) > 3 for manners in asked)
    if role == "first painting's figure":
        assert all("whisper" in manners for manners in asked)


@cache
def heard(role: str, *, acted: bool = True, placed: bool = True) -> tuple[Audio, Audio]:
    """A role's first line as it reaches the mixer, from its first word on, and its take.

    acted: the engine speaks it in its manners; placed: it is put into the space that its manners make.
    """
    drama, who = who_is(role)
    beat, line = drama.lines(who)[0]
    voice, line = drama.voice(who), replace(line, cues=())
    plain = replace(line, manners=())
    with narrate(_alone(beat, line if acted else plain), {who: voice if acted else replace(voice, manners=())}, drama.staging.moods,
                 TakeCache(), 1, workers=1) as narration:
        takes = list(narration)
    staged_line = line if placed else plain
    stem = VoiceStem(replace(drama.staging, voices={who: voice if placed else replace(voice, manners=())}))
    on = next(lay(_alone(beat, staged_line), iter(takes), lambda _beat, _line: 0.0))
    stem.place(on)
    return stem.read(on.clips[0].end + 4 * RATE_HZ)[on.clips[0].start:], takes[0].audio


def _alone(beat: Beat, line: Line) -> Score:
    return Score("", (replace(beat, lines=(line,)),))


def db(sound: Audio) -> float:
    return float(10.0 * np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-12))


def band_db(sound: Audio, low_hz: float, high_hz: float) -> float:
    return db(filtered(sound, highpass(low_hz, 4), lowpass(high_hz, 4)))


def after(role: str, from_s: float, to_s: float, *, placed: bool = True) -> float:
    """How loud it is so long after the last word, in dB against the words."""
    sound, take = heard(role, placed=placed)
    end = len(take)
    return db(sound[end + round(from_s * RATE_HZ):end + round(to_s * RATE_HZ)]) - db(sound[:end])


def repeats(sound: Audio, from_s: float, to_s: float) -> float:
    """The largest correlation of the sound with itself some time later."""
    mono = filtered(sound, highpass(300.0, 2), lowpass(2500.0, 2)).sum(axis=1)
    spectrum = np.fft.rfft(mono, 2 * len(mono))
    alike = np.fft.irfft(np.square(np.abs(spectrum)))
    return float(alike[round(from_s * RATE_HZ):round(to_s * RATE_HZ)].max() / alike[0])


def direct_db(role: str, *, placed: bool = True) -> float:
    """What of the sound is the take itself, against all else."""
    sound, take = heard(role, placed=placed)
    spectrum, own = np.fft.rfft(sound.sum(axis=1)), np.fft.rfft(take[:, 0], len(sound))
    share = np.abs(np.vdot(own, spectrum)) ** 2 / (np.vdot(own, own).real * np.vdot(spectrum, spectrum).real)
    return float(10.0 * np.log10(share / (1.0 - share)))


@with_shared
def test_one_hears_the_elder_again_after_a_third_of_a_second() -> None:
    assert repeats(heard("elder")[0], 0.355, 0.425) > 2.0 * repeats(heard("elder", placed=False)[0], 0.355, 0.425)
    assert after("elder", 0.3, 1.0) > after("elder", 0.3, 1.0, placed=False) + 3.0


@with_shared
def test_one_hears_the_stage_manager_large_and_from_off() -> None:
    def body_db(acted: bool) -> float:
        sound, take = heard("stage manager", acted=acted, placed=acted)
        return band_db(sound[:len(take)], 60.0, 220.0) - band_db(sound[:len(take)], 600.0, 2500.0)

    assert body_db(True) > body_db(False) + 3.0
    assert after("stage manager", 0.05, 0.6) > after("stage manager", 0.05, 0.6, placed=False) + 6.0
    assert direct_db("stage manager") < direct_db("stage manager", placed=False) - 6.0


@with_shared
def test_one_hears_bars_ring_behind_the_curators_words() -> None:
    sound, take = heard("curator")
    added = sound - heard("curator", placed=False)[0]
    power = np.square(np.abs(np.fft.rfft(added.sum(axis=1))))
    hz = np.fft.rfftfreq(len(added), 1 / RATE_HZ)
    bars = [hz for hz in (root_hz(1) * octave * float(ratio) for octave in (8.0, 16.0, 32.0) for ratio in PENTATONIC) if 900.0 < hz < 4500.0]
    on = np.mean([power[np.abs(hz - bar) < 4.0].mean() for bar in bars])
    between = np.median(power[(hz > min(bars)) & (hz < max(bars))])
    assert 10.0 * np.log10(on / between) > 15.0
    # between the words and after them, where speech is weak, they stand over the room
    plain = heard("curator", placed=False)[0]
    for part in (slice(0, len(take)), slice(len(take) + RATE_HZ // 20, len(take) + RATE_HZ // 2)):
        assert band_db(sound[part], 2300.0, 3400.0) > band_db(plain[part], 2300.0, 3400.0) + 3.0


@with_shared
def test_one_hears_the_figure_whisper_from_a_depth() -> None:
    def voiced_db(acted: bool) -> float:
        take = heard("first painting's figure", acted=acted, placed=acted)[1]
        return band_db(take, 80.0, 260.0) - band_db(take, 1000.0, 4000.0)

    assert voiced_db(True) < voiced_db(False) - 10.0

    def centroid_hz(part: Audio) -> float:
        power = np.square(np.abs(np.fft.rfft(part.sum(axis=1))))
        return float(np.sum(np.fft.rfftfreq(len(part), 1 / RATE_HZ) * power) / np.sum(power))

    sound, take = heard("first painting's figure")
    behind = sound[len(take) + RATE_HZ // 10:len(take) + RATE_HZ]
    assert centroid_hz(behind) < 0.6 * centroid_hz(sound[:len(take)])
    assert repeats(sound, 0.12, 0.15) > 1.5 * repeats(heard("first painting's figure", placed=False)[0], 0.12, 0.15)


def test_the_manners_are_no_roles_own() -> None:
    """Whoever the text gives a manner throughout has it in every line, whatever the story."""
    path = ROOT / "stories" / "the-night-ferry.txt"
    drama = staged(path)
    score = replace(drama.score, characters=tuple(replace(one, manners=("echo",)) if one.id == "man" else one for one in drama.score.characters))
    who = cast_of(people_of(score), score, dict(voices(Shelves.around(path))))
    assert all("echo" in manners_of(line, who["man"]) for _, line in drama.lines("man"))
    assert "echo" not in who["anna-reyes"].manners


def test_there_are_as_many_stories_as_the_check_names() -> None:
    assert sorted(path.name for path in our_stories()) == sorted(OWN)


