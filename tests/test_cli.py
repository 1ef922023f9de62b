"""The command line as a user meets it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiodream.cli import main

STORY = 'The hall was quiet. "Who is there?" asked Mary, and a door slammed.\n\nNobody answered her. She waited, and her heart pounded.\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "a 'quoted' night \N{CRESCENT MOON}.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(*args: object) -> int:
    with pytest.raises(SystemExit) as done:
        main([str(arg) for arg in args])
    assert isinstance(done.value.code, int)
    return done.value.code


def told(capsys: pytest.CaptureFixture[str], status: int, *args: object) -> str:
    """The one line of an error; asserts the status, and that standard output stays empty."""
    assert run(*args) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err.strip()


def test_render_writes_a_wav_beside_the_story_and_prints_its_path(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", story, "--voice", "tone", "--cast", _all_tones(story)) == 0
    out, _ = capsys.readouterr()
    target = story.with_suffix(".wav")
    assert out.strip() == str(target)
    info = soundfile.info(target)
    assert (info.samplerate, info.channels, info.subtype) == (48_000, 2, "PCM_24")


def test_render_tells_who_spoke_with_which_voice_unless_it_is_to_be_quiet(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", story, "--voice", "tone", "--cast", _all_tones(story)) == 0
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("cast: ")] == [
        "cast: narrator - tone", "cast: mary - tone"]
    assert run("render", story, "--voice", "tone", "--cast", _all_tones(story), "--quiet") == 0
    assert capsys.readouterr().err == ""


def _all_tones(story: Path) -> Path:
    """A cast that lets everybody speak in tones, to be quick."""
    path = story.parent / "cast.toml"
    path.write_text('[cast]\nmary = "tone"\n', encoding="utf-8")
    return path


def quick(story: Path, *more: object) -> list[object]:
    return ["render", story, "--voice", "tone", "--cast", _all_tones(story), "--quiet", *more]


def test_json_reports_the_measures_and_every_beat(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*quick(story, "--json")) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["measured"]["integrated_lufs"] == pytest.approx(-16.0, abs=0.3)
    assert report["measured"]["true_peak_dbtp"] <= -1.0
    assert report["beats"][0]["start_s"] == 0


def test_stems_sum_to_the_mix_as_files(story: Path, tmp_path: Path) -> None:
    assert run(*quick(story, "-o", tmp_path / "mix.wav", "--stems", tmp_path / "stems")) == 0
    mix, voice, bed, ambience, effects = (soundfile.read(tmp_path / name, always_2d=True)[0] for name in (
        "mix.wav", "stems/voice.wav", "stems/bed.wav", "stems/bed/ambience.wav", "stems/bed/effects.wav"))
    assert 20 * np.log10(np.abs(mix - voice - bed).max() + 1e-12) < -120
    assert 20 * np.log10(np.abs(bed - ambience - effects).max() + 1e-12) < -120


@pytest.mark.parametrize(("suffix", "container"), [(".flac", "FLAC"), (".ogg", "OGG"), (".opus", "OGG"), (".mp3", "MP3")])
def test_other_formats_by_their_ending(story: Path, tmp_path: Path, suffix: str, container: str) -> None:
    target = tmp_path / f"out{suffix}"
    assert run(*quick(story, "-o", target)) == 0
    assert soundfile.info(target).format == container


def test_m4a_by_the_packaged_ffmpeg(story: Path, tmp_path: Path) -> None:
    import imageio_ffmpeg

    target = tmp_path / "out.m4a"
    assert run(*quick(story, "-o", target)) == 0
    told = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-i", target], capture_output=True, text=True, check=False).stderr
    assert "Audio: aac" in told
    assert sorted(p.name for p in tmp_path.iterdir() if "part" in p.name) == []


@pytest.mark.parametrize(("content", "words"), [(None, "does not exist"), (b"", "empty"), (b"\x00\x01\x02\xff" * 99, "binary"), (b"...\n---\n", "no word")])
def test_a_story_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, words: str) -> None:
    path = tmp_path / "story.txt"
    if content is not None:
        path.write_bytes(content)
    line = told(capsys, 1, "render", path)
    assert len(line.splitlines()) == 1
    assert path.name in line
    assert words in line
    assert not path.with_suffix(".wav").exists()


def test_a_folder_is_no_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "folder" in told(capsys, 1, "render", tmp_path)


@pytest.mark.parametrize(("args", "hint"), [
    (("--voice", "narator"), "did you mean 'narrator'?"), (("--target", "podcats"), "did you mean 'podcast'?"),
    (("--balance", "loud"), "there are:"),
])
def test_an_unknown_name_is_a_wrong_command_line(story: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], hint: str) -> None:
    assert hint in told(capsys, 2, "render", story, *args)
    assert not story.with_suffix(".wav").exists()


def test_an_unknown_mood_of_a_preview_names_the_nearest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "did you mean 'dread'?" in told(capsys, 2, "preview", "dred", "-o", tmp_path / "a.wav")


def test_an_unknown_ending_names_those_that_are_known(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ".flac" in told(capsys, 1, "render", story, "-o", story.with_suffix(".xyz"))


def test_a_target_that_cannot_be_written_is_told_before_any_work(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story.parent / "file").write_text("")
    assert told(capsys, 1, "render", story, "-o", story.parent / "file" / "a.wav")


def test_the_story_itself_is_never_the_target(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story.wav"
    path.write_text("words")
    assert "is the story itself" in told(capsys, 2, "render", path)
    assert path.read_text() == "words"


def test_a_preset_with_five_faults_tells_all_five(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = story.parent / "ambience"
    folder.mkdir()
    (folder / "odd.toml").write_text('extends = "room-ton"\ntitel = "x"\n[feel]\nvalence = 3\narousal = "a"\n[bed]\nlevel_lufs = [1, 2, 3]\n')
    assert run("moods", "check", folder / "odd.toml") == 1
    err = capsys.readouterr().err
    assert err.count("odd.toml:") == 5
    assert run("preview", "odd", "--presets", story.parent) == 1
    assert capsys.readouterr().err.count("odd.toml:") == 5


@pytest.mark.parametrize("command", ["moods", "voices"])
def test_presets_are_listed_shown_found_and_checked(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = {"moods": "dread", "voices": "narrator"}[command]
    assert run(command, "list") == 0
    assert name in capsys.readouterr().out
    assert run(command, "path", name) == 0
    path = capsys.readouterr().out.strip()
    assert run(command, "check", path) == 0
    capsys.readouterr()
    assert run(command, "show", name, "--json") == 0
    assert json.loads(capsys.readouterr().out)["name"] == name


def test_a_render_imports_no_scipy() -> None:
    """It takes a quarter of a second of processor time, its filters a second. Previews, recordings and measures of roughness may."""
    code = """
import sys, tempfile
import audiodream
with tempfile.TemporaryDirectory() as folder:
    story = folder + "/story.txt"
    open(story, "w").write("He was afraid. The dread grew in the dark house.\\n\\nFootsteps came up the stairs. Then rain fell.")
    audiodream.render(story, folder + "/story.wav", audiodream.Settings(voice="tone", cache=False))
print([m for m in sys.modules if m.split(".")[0] == "scipy"])
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_help_is_quick_and_imports_no_numpy() -> None:
    code = ("import sys\nfrom audiodream.cli import cli\ntry:\n cli.main(['render', '--help'])\nexcept SystemExit:\n pass\n"
            "import time\nprint(time.process_time() < 0.25, 'numpy' in sys.modules, 'scipy' in sys.modules)")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1].endswith("False False")


def test_an_interrupt_leaves_nothing_half_written_and_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY * 60)
    target = tmp_path / "story.wav"
    target.write_bytes(b"what was there")
    # whoever starts the tests in the background has them ignore interrupts, and what they start would too
    process = subprocess.Popen([sys.executable, "-m", "audiodream", "render", str(path), "--voice", "tone"], stderr=subprocess.PIPE, text=True,
                               env=os.environ, preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(tmp_path.glob(".*.rough")):
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip().splitlines()[-1] == "audiodream: stopped; nothing was written"
    assert target.read_bytes() == b"what was there"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["story.txt", "story.wav"]


def test_preview_writes_a_mood_that_rises(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("preview", "dread", "--seconds", 6, "-o", tmp_path / "dread.wav", "--json") == 0
    heard = json.loads(capsys.readouterr().out)
    assert heard["level_lufs"][1] > heard["level_lufs"][0]
    assert soundfile.info(tmp_path / "dread.wav").frames == 6 * 48_000


def test_a_knob_can_be_turned_for_a_preview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def heard(value: float) -> dict[str, list[float]]:
        assert run("preview", "dread", "--texture", "drone", "--set", f"bright_hz={value}", "--seconds", 4, "-o", tmp_path / "a.wav", "--json") == 0
        return json.loads(capsys.readouterr().out)

    assert heard(4000)["brightness_hz"][0] > heard(300)["brightness_hz"][0]
    assert "outside" in told(capsys, 2, "preview", "dread", "--texture", "drone", "--set", "bright_hz=99999", "-o", tmp_path / "a.wav")


def _heard(capsys: pytest.CaptureFixture[str], *args: object) -> dict[str, list[float]]:
    assert run("preview", *args, "--seconds", 4, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_texture_is_heard_with_the_knobs_and_at_the_level_that_it_has_in_its_mood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ambience").mkdir()
    mood = tmp_path / "ambience" / "dusk.toml"
    bed = "[bed]\nlevel_lufs = -30.0\n[layer.low]\ntexture = \"drone\"\nbright_hz = {}\n[layer.air]\ntexture = \"wind\"\nlevel_db = {}\n"
    mood.write_text(bed.format(300, -12), encoding="utf-8")
    dark, faint = (_heard(capsys, "dusk", "--texture", texture, "-o", "a.wav") for texture in ("drone", "wind"))
    mood.write_text(bed.format(4000, 0), encoding="utf-8")
    bright, loud = (_heard(capsys, "dusk", "--texture", texture, "-o", "a.wav") for texture in ("drone", "wind"))
    assert bright["brightness_hz"][0] > dark["brightness_hz"][0]
    # -12 dB below the drone it stands at -12.3 of the whole, at 0 dB at -3
    assert loud["level_lufs"][0] - faint["level_lufs"][0] == pytest.approx(9.3, abs=1.0)
    assert _heard(capsys, "--texture", "wind", "-o", "b.wav")["level_lufs"][0] > -60


def test_a_texture_that_the_mood_has_not_is_no_preview_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.wav"
    said = told(capsys, 2, "preview", "dread", "--texture", "rain", "-o", out)
    assert "not in 'dread'" in said and "drone" in said and "audiodream preview --texture rain" in said
    assert "needs a mood" in told(capsys, 2, "preview", "-o", out)
    assert "needs --texture" in told(capsys, 2, "preview", "dread", "--set", "bright_hz=300", "-o", out)
    assert not out.exists()


def test_a_place_without_layers_is_heard_by_the_room_tone_and_a_knock_in_its_room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def ringing(place: str) -> tuple[float, dict[str, object]]:
        """How much is left of the first knock a second later, in dB, and what was told."""
        out = tmp_path / "a.wav"
        assert run("preview", place, "--seconds", 6, "--intensity", 0, "-o", out, "--json") == 0
        about = json.loads(capsys.readouterr().out)
        sound = np.diff(soundfile.read(out)[0].mean(axis=1))
        knock, after = (sound[int(at * 48_000):int((at + 0.8) * 48_000)] for at in (1.5, 2.5))
        return 10 * math.log10(float((after**2).mean() / (knock**2).mean())), about

    (cathedral, about), (room, _) = ringing("cathedral"), ringing("room")
    assert cathedral > room + 3
    assert -60 < about["level_lufs"][0] < -30 and "no layer" in about["note"] and "cathedral" in about["note"]


def test_a_place_with_layers_is_heard_by_these_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = _heard(capsys, "forest", "-o", tmp_path / "a.wav")
    assert about["note"] == "" and about["level_lufs"][0] > -60


def test_a_mood_that_is_silence_is_no_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("moods", "new", "mute") == 0
    path = tmp_path / "ambience" / "mute.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("# off = true", "off = true"), encoding="utf-8")
    capsys.readouterr()
    assert "has no layer" in told(capsys, 2, "preview", "mute")


def test_a_new_mood_is_sketched_heard_and_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("moods", "new", "fog", "--extends", "dread") == 0
    assert run("moods", "check", "ambience/fog.toml") == 0
    assert run("preview", "fog", "--seconds", 2) == 0
    capsys.readouterr()
    assert "there already" in told(capsys, 1, "moods", "new", "fog")


def test_a_place_is_shown_found_and_extended_as_a_mood_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("hall", "forest"):
        assert run("moods", "show", name) == 0
        assert f"room: {name}" in capsys.readouterr().out
        assert run("moods", "new", f"my-{name}", "--extends", name) == 0
        assert run("moods", "check", f"ambience/my-{name}.toml") == 0
        capsys.readouterr()
        assert run("moods", "show", f"my-{name}", "--json") == 0
        assert json.loads(capsys.readouterr().out)["room"] == name
        assert run("moods", "path", f"my-{name}") == 0
        assert capsys.readouterr().out.strip().endswith(f"my-{name}.toml")
    assert run("moods", "list") == 0
    assert "my-hall" in capsys.readouterr().out.partition("\n\nplaces")[2]


def test_a_known_name_is_extended_by_a_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert [run("moods", "new", name) for name in ("hall", "dread", "fog")] == [0, 0, 0]
    capsys.readouterr()
    shown = {}
    for name in ("hall", "dread", "fog"):
        assert run("moods", "show", name, "--json") == 0
        shown[name] = json.loads(capsys.readouterr().out)
    assert shown["hall"]["room"] == "hall" and "auditorium" in shown["hall"]["words"] and shown["dread"]["words"]
    assert [layer["texture"] for layer in shown["fog"]["layers"]] == ["room-tone"]


def test_a_list_tells_moods_from_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("moods", "list") == 0
    moods, _, places = capsys.readouterr().out.partition("\n\n")
    assert moods.startswith("moods (") and "dread" in moods and "hall" not in moods
    assert places.startswith("places (") and "room hall" in places and "dread" not in places


def test_doctor_lets_every_engine_speak(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--json") == 0
    about = json.loads(capsys.readouterr().out)
    assert about["well"] is True
    assert {row["engine"] for row in about["engines"] if "speaks" in row["state"]} == {"piper", "kokoro", "system", "tone"}


def test_the_cache_tells_what_it_holds_and_can_be_cleared(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path / "own"))
    assert run(*quick(story)) == 0
    capsys.readouterr()
    assert run("cache", "info", "--json") == 0
    assert json.loads(capsys.readouterr().out)["takes"]["entries"] >= 4
    assert run("cache", "clear") == 0
    capsys.readouterr()
    assert run("cache", "info", "--json") == 0
    assert [stock["entries"] for stock in json.loads(capsys.readouterr().out).values()] == [0, 0, 0]


def test_a_score_that_is_written_tells_who_would_speak_with_which_voice(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "one.score.toml"
    assert run("score", story, "-o", target) == 0
    out, err = capsys.readouterr()
    assert out.strip() == str(target)
    rows = {row.split()[0]: row.split()[1:] for row in err.splitlines() if row.startswith("  ")}
    assert rows["narrator"][0] == "narrator" and rows["mary"][2:3] in (["line"], ["lines"]) and "Mary" in " ".join(rows["mary"])
    assert " beats, " in err.splitlines()[0]
