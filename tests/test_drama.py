"""The whole path: the same bytes by whatever way, every word spoken, and the figures of a finished drama."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from conftest import SHARED

from audiodream import ambience
from audiodream.audio import Audio
from audiodream.bed import Part
from audiodream.drama import Report, Settings, render
from audiodream.errors import StoryError
from audiodream.files import write_text
from audiodream.meter import LoudnessMeter, lufs_of, true_peak_dbtp
from audiodream.presets_toml import moods, places, voices
from audiodream.score import Score
from audiodream.score_of import score_of
from audiodream.score_toml import write_score
from audiodream.shelves import Shelves
from audiodream.textures import TEXTURES
from benchmarks.stories import our_stories

ROOT = Path(__file__).parents[1]
STORIES = our_stories()
TONES = Settings(voice="tone")
STORY = """The hall was full, and the crowd hummed. A bell rang once.

Then something moved behind the curtain. Her heart pounded. Nobody else had seen it, and the light was going.

They ran. The door slammed, the glass shattered, and everyone screamed.

At last it was quiet. The sun came in. She laughed, and the applause began.
"""


def digest(path: Path | str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def scored(path: Path) -> Score:
    shelves = Shelves.around(path)
    return score_of(path, moods(shelves), places(shelves), voices(shelves))


def rendered(path: Path, name: str, **changes: object) -> tuple[Report, str]:
    out = path.parent / name
    report = render(path, out, Settings(**{"voice": "tone", **changes}))  # type: ignore[arg-type]
    return report, digest(out)


def test_the_same_story_and_seed_give_the_same_bytes_by_every_way(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path / "cache"))
    cold, first = rendered(story, "a.wav")
    warm, second = rendered(story, "b.wav")
    assert (cold.takes_cached, warm.takes_spoken) == (0, 0)
    score = tmp_path / "story.score.toml"
    write_text(score, write_score(scored(story)))
    ways = [second, rendered(story, "c.wav", cache=False)[1], rendered(story, "d.wav", workers=1)[1], rendered(score, "e.wav")[1],
            rendered(story, "f.wav", stems=tmp_path / "stems")[1]]
    assert set(ways) == {first}


def test_real_voices_repeat_themselves_on_any_number_of_workers(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text('The door opened. "Who is there?" asked Mary. Nobody answered.\n', encoding="utf-8")
    one, two = (rendered(path, f"{n}.wav", voice="narrator", workers=n, cache=False) for n in (1, 2))
    assert one[1] == two[1]
    assert one[0].takes_spoken == 4


def test_a_folder_is_no_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (".", "..", str(tmp_path)):
        with pytest.raises(StoryError, match="is a folder"):
            render(folder)


def test_quotes_that_nobody_is_known_to_speak_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The lamp went out.\n\n\u201cStop!\u201d\n\nNothing moved on the stairs.", encoding="utf-8")
    assert any("narrator speaks them: 1" in note for note in render(path, tmp_path / "a.wav", Settings(voice="tone")).notes)


def test_another_seed_is_another_bed_and_another_reading(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text("The door opened, and nobody came in.\n", encoding="utf-8")
    stems = []
    for seed in (1, 2):
        rendered(path, "a.wav", voice="narrator", seed=seed, stems=tmp_path / str(seed))
        stems.append([soundfile.read(tmp_path / str(seed) / name, always_2d=True)[0] for name in ("voice.wav", "bed.wav")])
    for one, two in zip(*stems, strict=True):
        n = min(len(one), len(two))
        assert np.abs(one[:n] - two[:n]).max() > 1e-3


def test_retuning_a_mood_speaks_nothing_and_changes_the_bed_only(story: Path, tmp_path: Path) -> None:
    before, first = rendered(story, "a.wav", stems=tmp_path / "one")
    mood = before.beats[0]["mood"]
    (tmp_path / "ambience").mkdir()
    (tmp_path / "ambience" / f"{mood}.toml").write_text(f'extends = "{mood}"\n[bed]\nlevel_lufs = [-60.0, -60.0]\n', encoding="utf-8")
    after, second = rendered(story, "b.wav", stems=tmp_path / "two")
    assert after.takes_spoken == 0
    assert first != second
    assert after.beats[0]["bed_lufs"] < before.beats[0]["bed_lufs"]


def test_a_render_after_a_change_weaves_only_what_has_changed(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    woven: list[int] = []

    def counted(parts: Sequence[Part], frames: int) -> Iterator[Audio]:
        woven.append(TEXTURES[parts[0][0]].factor)
        return weave(parts, frames)

    weave = ambience.woven
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path / "own"))
    monkeypatch.setattr(ambience, "woven", counted)
    (tmp_path / "ambience").mkdir()
    beds = []
    for level in (-37.0, -37.0, -39.0):
        (tmp_path / "ambience" / "panic.toml").write_text(f'extends = "panic"\n[bed]\nlevel_lufs = [{level}, -28.0]\n', encoding="utf-8")
        woven.clear()
        report = render(story, tmp_path / "a.wav", Settings(voice="tone", presets=tmp_path))
        # what is woven at a fourth of the rate counts: every mood has a room, once
        beds.append(woven.count(4))
    panics = sum(beat["mood"] == "panic" for beat in report.beats)
    assert beds[0] > panics > 0
    assert beds[1:] == [0, panics]


def test_editing_a_beat_changes_no_bed_outside_it_and_its_crossfades(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from audiodream.ambience import Ambience

    def beds(words: str) -> tuple[Report, Audio]:
        path = tmp_path / "story.txt"
        path.write_text(STORY, encoding="utf-8")
        score = scored(path)
        score_path = tmp_path / "s.score.toml"
        write_text(score_path, write_score(score).replace("They ran.", words))
        heard: list[Audio] = []
        read = Ambience.read

        def listened(self: Ambience, frames: int) -> Audio:
            heard.append(read(self, frames))
            return heard[-1]

        with monkeypatch.context() as patch:
            patch.setattr(Ambience, "read", listened)
            report = render(score_path, tmp_path / "a.wav", TONES)
        return report, np.concatenate(heard)

    (one, before), (two, after) = beds("They ran."), beds("They ran and ran, and still they ran.")
    edited = next(n for n, beat in enumerate(one.beats) if beat["end_s"] != two.beats[n]["end_s"])
    fade = 8 * 48_000
    ahead = round(one.beats[edited]["start_s"] * 48_000) - fade
    assert ahead > 48_000
    assert np.array_equal(before[:ahead], after[:ahead])
    behind = len(before) - round(one.beats[edited]["end_s"] * 48_000) - fade
    assert behind > 48_000
    assert np.array_equal(before[-behind:], after[-behind:])


@pytest.mark.parametrize("story_path", STORIES, ids=lambda path: path.stem)
def test_every_word_of_our_stories_is_in_exactly_one_line(story_path: Path) -> None:
    text = story_path.read_text(encoding="utf-8")
    if story_path.suffix == ".md":
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).replace("#", "").replace("---", "")
    said = [word for beat in scored(story_path).beats for word in (beat.chapter + " " + " ".join(line.text for line in beat.lines)).split()]
    wanted = re.findall(r"[\w'’]+", text.lower())
    spoken = re.findall(r"[\w'’]+", " ".join(said).lower())
    assert [w for w in spoken if w in wanted][-5:] == wanted[-5:]
    assert not set(wanted) - set(spoken)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize("name", ["lumina", "the-gallery-of-cracks", "the-glass-sculpture", "the-velvet-curtain"])
def test_the_four_stories_are_spoken_whole_and_nothing_else_is(name: str) -> None:
    text = (SHARED / "stories" / f"{name}.txt").read_text(encoding="utf-8")
    text = text.split("\n\n\n\n")[0].replace("\\n", " ").replace("likechips", "like chips").replace("theKnowing", "the Knowing")
    lines = [line.text for beat in scored(SHARED / "stories" / f"{name}.txt").beats for line in beat.lines]
    marks = re.compile(r"[^\w]+")
    assert [w for w in marks.split(" ".join(lines)) if w] == [w for w in marks.split(text) if w]


@pytest.fixture(scope="module")
def drama(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    """One real drama: real voices, three stems."""
    folder = tmp_path_factory.mktemp("drama")
    path = folder / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return render(path, folder / "mix.wav", Settings(stems=folder / "stems")), folder


def sound(path: Path) -> Audio:
    return soundfile.read(path, dtype="float32", always_2d=True)[0]


def test_a_drama_meets_its_target(drama: tuple[Report, Path]) -> None:
    mix = sound(drama[1] / "mix.wav")
    assert lufs_of(mix) == pytest.approx(-16.0, abs=0.3)
    assert true_peak_dbtp(mix) <= -1.0
    assert drama[0].notes == []


def test_there_is_no_hole_in_a_drama(drama: tuple[Report, Path]) -> None:
    silent = np.abs(sound(drama[1] / "mix.wav")).max(axis=1) == 0
    edges = np.flatnonzero(np.diff(np.concatenate([[False], silent, [False]]).astype(int)))
    assert (edges[1::2] - edges[::2]).max(initial=0) < 0.05 * 48_000


def test_the_voice_stands_clear_of_everything_else(drama: tuple[Report, Path]) -> None:
    heard = []
    for stem in ("voice", "bed"):
        meter = LoudnessMeter()
        meter.feed(sound(drama[1] / "stems" / f"{stem}.wav"))
        heard.append(meter.short_term_lufs())
    voice, bed = heard
    distance = (voice - bed)[voice > voice.max() - 12]
    assert np.median(distance) >= 15
    assert np.percentile(distance, 5) >= 10
    assert all(beat["voice_minus_bed_lu"] is None or beat["voice_minus_bed_lu"] >= 10 for beat in drama[0].beats)


def test_a_bed_is_heard(drama: tuple[Report, Path]) -> None:
    assert lufs_of(sound(drama[1] / "stems" / "bed.wav")) > -45
