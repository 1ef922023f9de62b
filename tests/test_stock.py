"""Presets with faults, as a user meets them: who needs one is stopped, who needs none is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from audiodream.cli import main
from audiodream.presets_toml import moods, places
from audiodream.shelves import Shelves

STORY = 'The hall was quiet. "Who is there?" asked Mary, and a door slammed.\n'
GARBAGE = 'title = "never closed\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "night.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def preset(story: Path, kind: str, name: str, text: str) -> Path:
    path = story.parent / kind / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ran(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as done:
        main([str(arg) for arg in args])
    out, err = capsys.readouterr()
    assert isinstance(done.value.code, int) and "Traceback" not in err and "defect" not in err
    return done.value.code, out, err


def rendered(capsys: pytest.CaptureFixture[str], story: Path, *more: object) -> dict[str, Any]:
    cast = story.parent / "cast.toml"
    cast.write_text('[cast]\nmary = "tone"\n', encoding="utf-8")
    status, out, err = ran(capsys, "render", story, "--voice", "tone", "--cast", cast, "--quiet", "--json", *more)
    assert status == 0, err
    report: dict[str, Any] = json.loads(out)
    return report


def stopped(capsys: pytest.CaptureFixture[str], story: Path, *more: object) -> str:
    """What a render says that needs a preset with faults; nothing is written."""
    before = sorted(story.parent.rglob("*"))
    status, out, err = ran(capsys, "render", story, *more)
    assert (status, out) == (1, "") and sorted(story.parent.rglob("*")) == before
    return err


def test_presets_with_faults_that_a_render_does_not_use_change_no_byte_of_it_and_are_told(
        story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = rendered(capsys, story)
    sound = story.with_suffix(".wav").read_bytes()
    aunt = preset(story, "voices", "aunt", 'title = "Aunt"\ngender = "female"\n[speech]\nengine = "pipr"\n')
    fog = preset(story, "ambience", "fog", 'extends = "dread"\ntitel = "Fog"\n[feel]\nvalence = 3\n')
    mill = preset(story, "ambience", "mill", 'place = true\nroom = "hal"\n')
    mess = preset(story, "ambience", "mess", GARBAGE)
    report = rendered(capsys, story)
    assert story.with_suffix(".wav").read_bytes() == sound
    new = [note for note in report["notes"] if note not in plain["notes"]]
    assert len(new) == 4
    for path, line, said in ((aunt, 4, "did you mean 'piper'?"), (fog, 4, "and 1 more: audiodream moods check"), (mill, 2, "hal"), (mess, 1, "TOML")):
        (note,) = [note for note in new if f"{path.name}:{line}: " in note]
        assert said in note and repr(path.stem) in note


def test_what_extends_a_preset_with_faults_is_told_in_the_same_note(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset(story, "voices", "aunt", '[speech]\nengine = "tone"\nrate_wpm = 9999\n')
    preset(story, "voices", "niece", 'extends = "aunt"\n')
    (note,) = [note for note in rendered(capsys, story)["notes"] if "aunt.toml:3" in note]
    assert "'aunt', 'niece'" in note


def test_a_voice_with_faults_that_is_named_stops_the_render_with_all_of_them(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset(story, "voices", "aunt", 'titel = "Aunt"\n[speech]\nengine = "tone"\nrate_wpm = 9999\n')
    preset(story, "voices", "other", GARBAGE)
    cast = story.parent / "who.toml"
    cast.write_text('[cast]\nmary = "aunt"\n', encoding="utf-8")
    for args in (("--voice", "aunt"), ("--voice", "tone", "--cast", cast)):
        err = stopped(capsys, story, *args)
        assert "aunt.toml:1: " in err and "aunt.toml:4: " in err and "other" not in err


def test_a_typo_in_the_voice_that_casting_chooses_never_changes_the_cast_in_silence(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = ran(capsys, "score", story, "-o", story.with_suffix(".score.toml"))
    (voice,) = [line.split()[1] for line in err.splitlines() if line.split()[0] == "mary"]
    preset(story, "voices", voice, f'extends = "{voice}"\n[speech]\nrate_wpm = 9999\n')
    assert f"{voice}.toml:3: " in stopped(capsys, story, "--voice", "tone")
    preset(story, "voices", voice, GARBAGE)
    assert f"{voice}.toml:1: " in stopped(capsys, story, "--voice", "tone")


@pytest.mark.parametrize("broken", ['gender = "femal"\n[speech]\nengine = "tone"\n', 'gender = "female"\n[speech]\nengine = "ton"\n', GARBAGE])
def test_nobody_is_cast_with_a_voice_of_which_too_little_can_be_read(story: Path, capsys: pytest.CaptureFixture[str], broken: str) -> None:
    for number in range(12):
        preset(story, "voices", f"new-{number}", broken)
    status, _, err = ran(capsys, "score", story, "-o", story.with_suffix(".score.toml"))
    (voice,) = [line.split()[1] for line in err.splitlines() if line.split()[0] == "mary"]
    assert status == 0 and not voice.startswith("new-")


@pytest.mark.parametrize(("kind", "name", "text", "was", "now"), [
    ("ambience", "fog", 'extends = "dread"\ntitel = "Fog"\n', r'mood = "[^"]*"', 'mood = "fog"'),
    ("ambience", "mill", 'place = true\nrom = "hall"\n', r'mood = "[^"]*"', 'mood = "calm"\nplace = "mill"'),
    ("voices", "aunt", 'title = "Aunt"\nage = "olt"\n[speech]\nengine = "tone"\n', 'id = "mary"', 'id = "mary"\nvoice = "aunt"'),
])
def test_what_a_score_names_must_be_whole(story: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str, text: str, was: str,
                                          now: str) -> None:
    score = story.with_suffix(".score.toml")
    assert ran(capsys, "score", story, "-o", score)[0] == 0
    plain = re.sub(r'^place = .*\n', "", score.read_text(encoding="utf-8"), flags=re.MULTILINE)
    score.write_text(re.sub(f"^{was}", now, plain, count=1, flags=re.MULTILINE), encoding="utf-8")
    assert now in score.read_text(encoding="utf-8")
    preset(story, kind, name, text)
    assert f"{name}.toml:2: " in stopped(capsys, score, "--voice", "tone")


def test_a_mood_with_faults_that_the_fixes_name_stops_whoever_reads_the_story(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset(story, "ambience", "fog", 'extends = "dread"\ntitel = "Fog"\n')
    story.with_suffix(".toml").write_text('[story.moods]\n"door slammed" = "fog"\n', encoding="utf-8")
    assert "fog.toml:2: " in stopped(capsys, story, "--voice", "tone")
    for command in ("score", "takes", "explain"):
        status, out, err = ran(capsys, command, story)
        assert (status, out) == (1, "") and "fog.toml:2: " in err


@pytest.mark.parametrize("text", [GARBAGE, 'extends = "dread"\n[bed]\nfade_s = 700\n'])
def test_a_typo_in_ones_own_dread_stops_the_stories_that_read_as_dread_and_no_other(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    grim, glad = tmp_path / "grim.txt", tmp_path / "glad.txt"
    grim.write_text("Something was breathing in the dark behind the door. Dread crept up the stairs, and it was cold.\n", encoding="utf-8")
    glad.write_text("They had won. They cheered and laughed and danced, and the bells rang over the town.\n", encoding="utf-8")
    assert 'mood = "dread"' in ran(capsys, "score", grim)[1] and 'mood = "dread"' not in ran(capsys, "score", glad)[1]
    preset(grim, "ambience", "dread", text)
    assert "dread.toml:" in stopped(capsys, grim, "--voice", "tone")
    status, _, err = ran(capsys, "score", glad)
    assert status == 0 and "dread.toml:" in err


def test_a_file_that_cannot_be_read_stands_for_the_one_that_it_hides(story: Path) -> None:
    shelves = Shelves((story.parent,))
    preset(story, "ambience", "hall", GARBAGE)
    preset(story, "ambience", "dread", GARBAGE)
    faulty: dict[str, Any] = {}
    assert moods(shelves, faulty)["dread"].words == moods(Shelves())["dread"].words and list(faulty) == ["dread"]
    faulty.clear()
    assert places(shelves, faulty)["hall"].room == places(Shelves())["hall"].room and list(faulty) == ["hall"]
    assert len(faulty["hall"]) == 1


@pytest.mark.parametrize(("command", "note_in"), [("score", "err"), ("takes", "err"), ("explain", "out")])
def test_who_only_reads_a_story_is_told_as_well(story: Path, capsys: pytest.CaptureFixture[str], command: str, note_in: str) -> None:
    preset(story, "ambience", "mess", GARBAGE)
    status, out, err = ran(capsys, command, story)
    assert status == 0 and (out if note_in == "out" else err).count("mess.toml:1: ") == 1


def test_checks_and_the_doctor_tell_every_fault(story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    mess = preset(story, "voices", "mess", GARBAGE)
    odd = preset(story, "ambience", "odd", 'titel = "Odd"\n[feel]\nvalence = 3\n')
    monkeypatch.setenv("AUDIODREAM_HOME", str(story.parent))
    for args, count in ((("voices", "check", mess), 1), (("moods", "check", odd), 2), (("doctor",), 1)):
        status, _, err = ran(capsys, *args)
        assert status == 1 and err.count(".toml:") == count, err


def test_one_preset_is_heard_and_shown_beside_another_with_faults(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("ambience", "voices"):
        preset(story, kind, "mess", GARBAGE)
    here = ("--presets", story.parent)
    assert ran(capsys, "preview", "dread", "--seconds", 1, "-o", story.parent / "a.wav", *here)[0] == 0
    assert ran(capsys, "moods", "show", "dread", *here)[0] == 0
    assert ran(capsys, "voices", "show", "tone", *here)[0] == 0
    assert ran(capsys, "voices", "path", "mess", *here)[1].strip().endswith("mess.toml")
    assert ran(capsys, "voices", "audition", "tone", "--quiet", "-o", story.parent / "b.wav", *here)[0] == 0
    for args in (("preview", "mess"), ("moods", "show", "mess"), ("voices", "show", "mess"), ("voices", "audition", "tone", "mess"), ("voices", "audition")):
        status, out, err = ran(capsys, *args, *here)
        assert status == 1 and out == "" and "mess.toml:1: " in err
