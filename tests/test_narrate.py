"""Narration: takes in order, in any number of workers the same, bounded in memory, levelled, timed for every token."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import audiodream.narrate as module
from audiodream.engines.engine import Delivery, Utterance
from audiodream.errors import VoiceError
from audiodream.meter import lufs_of
from audiodream.narrate import AHEAD, narrate, stressed
from audiodream.presets import Voice
from audiodream.score import Beat, Line, Score
from audiodream.spoken import spell
from audiodream.takes import TakeCache
from audiodream.units import NARRATION_LUFS, RATE_HZ

TONE = Voice("narrator", "N", "", "tone", {})
TEXTS = 5 * ["The curtain rose.", "In 1984 there were 23 of them — no more.", "Nobody dared to breathe, and nobody moved at all.",
             "— 😀", "So?"]


def a_score(texts: list[str], manners: tuple[str, ...] = ()) -> Score:
    return Score("x", (Beat("calm", 0.5, lines=tuple(Line(text, manners=manners) for text in texts)),))


class Sick:
    """An engine whose first readings of a line are faulty."""

    name, version, reads_ipa, follows_pitch = "sick", "1", False, True

    def __init__(self, faulty: int, fault: str) -> None:
        self.faulty, self.fault, self.calls, self.running, self.most = faulty, fault, 0, 0, 0
        self.lock = threading.Lock()

    def address(self, settings: Mapping[str, Any]) -> str:
        return ""

    def load(self, settings: Mapping[str, Any]) -> None:
        pass

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        return []

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:
        with self.lock:
            self.calls += 1
            sick = self.calls <= self.faulty
        if sick and self.fault == "dies":
            raise VoiceError("sick", "died")
        seconds = 0.4 * len(words)
        sound = 0.2 * np.sin(np.arange(round(seconds * 24000)) * 0.1).astype(np.float32)[:, None]
        if sick:
            sound = {"silent": sound * 0.0, "long": np.tile(sound, (9, 1)), "short": sound[:200], "clipped": np.clip(sound * 40, -1, 1),
                     "nan": sound * np.float32(np.nan)}[self.fault].astype(np.float32)
        times = tuple((0.4 * k, 0.4 * k + 0.35) for k in range(len(words)))
        return Utterance(sound, 24000, times)


def with_engine(monkeypatch: pytest.MonkeyPatch, engine: Sick) -> Voice:
    monkeypatch.setattr(module, "ENGINES", {"sick": engine})
    return Voice("sick", "S", "", "sick", {}, rate_wpm=130.0)


def test_takes_come_in_order_one_for_every_line_with_a_time_for_every_token(tmp_path: Path) -> None:
    with narrate(a_score(TEXTS), {"narrator": TONE}, {}, TakeCache(tmp_path), 1) as narration:
        takes = list(narration)
    assert [len(take.words) for take in takes] == [len(text.split()) for text in TEXTS]
    assert [take.key for take in takes[:5]] == [take.key for take in takes[5:10]]
    for take in takes:
        edges = [edge for word in take.words for edge in (word.start_s, word.end_s)]
        assert edges == sorted(edges)
        assert edges[-1] <= take.frames / RATE_HZ + 0.02
        assert take.audio.shape == (take.frames, 1)
        assert take.audio.dtype == np.float32


def test_workers_and_cache_change_no_sample(tmp_path: Path) -> None:
    runs = []
    for cache, workers in ((TakeCache(tmp_path), 1), (TakeCache(tmp_path), 3), (None, 2)):
        with narrate(a_score(TEXTS), {"narrator": TONE}, {}, cache, 1, workers) as narration:
            runs.append([take.audio for take in narration])
    for other in runs[1:]:
        assert all(np.array_equal(a, b) for a, b in zip(runs[0], other, strict=True))


def test_what_the_cache_holds_is_not_spoken_again(tmp_path: Path) -> None:
    for spoken in (len(set(TEXTS)), 0):
        with narrate(a_score(TEXTS), {"narrator": TONE}, {}, TakeCache(tmp_path), 1, 1) as narration:
            list(narration)
        assert narration.spoken == spoken
        assert narration.found == len(TEXTS) - spoken


def test_another_seed_speaks_anew(tmp_path: Path) -> None:
    keys = []
    for seed in (1, 2):
        with narrate(a_score(TEXTS[:1]), {"narrator": TONE}, {}, TakeCache(tmp_path), seed) as narration:
            keys.append(next(iter(narration)).key)
    assert keys[0] != keys[1]


def test_no_more_takes_are_made_ahead_than_memory_may_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine = Sick(0, "")
    voice = with_engine(monkeypatch, engine)
    lines = [f"Line {'abcdefghijklmnopqrstuvwxyz'[k % 26]}{'abcdefghijklmnopqrstuvwxyz'[k // 26]} it is." for k in range(60)]
    with narrate(a_score(lines), {"narrator": voice}, {}, TakeCache(tmp_path), 1, 2) as narration:
        for number, _ in enumerate(narration):
            assert engine.calls <= number + AHEAD + 1


def test_a_take_is_as_loud_as_narration_and_a_whisper_is_softer() -> None:
    long = ["Nobody dared to breathe, and nobody moved at all while the heavy curtain rose over the stage."]
    loudness = []
    for manners in ((), ("whisper",)):
        with narrate(a_score(long, manners), {"narrator": TONE}, {}, None, 1) as narration:
            loudness.append(lufs_of(next(iter(narration)).audio))
    assert loudness[0] == pytest.approx(NARRATION_LUFS, abs=1.0)
    assert loudness[1] < loudness[0] - 2.0


@pytest.mark.parametrize("fault", ["silent", "long", "short", "clipped", "nan"])
def test_a_faulty_take_is_spoken_again(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    engine = Sick(2, fault)
    with narrate(a_score(["Nobody dared to breathe at all."]), {"narrator": with_engine(monkeypatch, engine)}, {}, None, 1, 1) as narration:
        take = next(iter(narration))
    assert engine.calls == 3
    assert narration.problems == []
    assert np.isfinite(take.audio).all()


@pytest.mark.parametrize("fault", ["silent", "long", "short", "nan"])
def test_what_stays_faulty_is_reported_and_the_story_stays_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str) -> None:
    for _ in range(2):  # the second time out of the cache
        engine = Sick(99, fault)
        story = a_score(["Nobody dared to breathe at all."])
        with narrate(story, {"narrator": with_engine(monkeypatch, engine)}, {}, TakeCache(tmp_path), 1, 1) as narration:
            (take,) = list(narration)
        assert len(narration.problems) == 1
        assert "Nobody dared" in str(narration.problems[0])
        assert len(take.words) == 6
        assert take.frames
        assert np.isfinite(take.audio).all()


def test_an_engine_that_dies_ends_the_narration_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = with_engine(monkeypatch, Sick(99, "dies"))
    with narrate(a_score(TEXTS), {"narrator": voice}, {}, None, 1) as narration, pytest.raises(VoiceError, match="died"):
        list(narration)


def test_a_speaker_without_a_voice_is_an_error() -> None:
    with pytest.raises(VoiceError, match="narrator"):
        narrate(a_score(TEXTS), {}, {}, None, 1)


def test_capitals_and_italics_are_stressed_but_not_a_line_all_in_capitals() -> None:
    assert stressed(spell("I said NO to *him* and _never_ to I")) == [2, 4, 6]
    assert stressed(spell("STOP RIGHT THERE")) == []


def test_a_stressed_word_is_louder() -> None:
    levels = []
    for text in ("I said no to him and that was all.", "I said *no* to him and that was all."):
        with narrate(a_score([text]), {"narrator": TONE}, {}, None, 1) as narration:
            take = next(iter(narration))
        word, other = (take.audio[round(w.start_s * RATE_HZ):round(w.end_s * RATE_HZ)] for w in (take.words[2], take.words[6]))
        levels.append(20 * np.log10(np.sqrt(np.square(word).mean()) / np.sqrt(np.square(other).mean())))
    assert levels[1] > levels[0] + 1.0


def test_pauses_inside_a_line_are_as_long_as_the_voice_says_and_words_move_along() -> None:
    from audiodream.presets import Pauses

    lengths, gaps = [], []
    for clause_s in (0.2, 0.5):
        voice = Voice("narrator", "N", "", "tone", {}, pauses=Pauses(clause_s=clause_s))
        with narrate(a_score(["Nobody moved, nobody spoke, and the curtain rose."]), {"narrator": voice}, {}, None, 1) as narration:
            take = next(iter(narration))
        lengths.append(take.frames / RATE_HZ)
        loud = np.abs(take.audio[:, 0]) > 0.01 * np.abs(take.audio).max()
        first, last = round(take.words[1].start_s * RATE_HZ), round((take.words[2].start_s + 0.1) * RATE_HZ)
        gaps.append(np.diff(np.flatnonzero(loud[first:last])).max() / RATE_HZ)
        assert np.abs(take.audio[round((take.words[2].start_s + 0.02) * RATE_HZ):round(take.words[2].end_s * RATE_HZ)]).max() > 0.05
    assert gaps == pytest.approx([0.2, 0.5], rel=0.25)
    assert lengths[1] - lengths[0] == pytest.approx(0.6, abs=0.15)
