"""System: pyttsx3 in a process of its own, one line at a time, silent on our standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from audiodream.engines import pieces
from audiodream.engines.engine import Delivery
from audiodream.engines.system import System
from audiodream.errors import VoiceError
from audiodream.phonemes import reading

pytest.importorskip("pyttsx3")
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="eSpeak's word marks are Linux's")
PLAIN = Delivery(170.0)
TEXT = "The old house stood at the end of the lane — and nobody, they say, had lived in it."
WORDS = tuple(TEXT.split())


@pytest.fixture(scope="module")
def system() -> System:
    return System()


def test_each_line_is_the_same_whatever_was_spoken_before(system: System, capfd: pytest.CaptureFixture[str]) -> None:
    first = system.speak(WORDS, {}, PLAIN, 1)
    system.speak(("Something", "else."), {"voice": "gmw/en-us+f3", "pitch": 70}, Delivery(120.0), 1)
    again = system.speak(WORDS, {}, PLAIN, 1)
    assert np.array_equal(first.audio, again.audio)
    assert System().speak(WORDS, {}, PLAIN, 1).audio.shape == first.audio.shape
    assert capfd.readouterr().out == ""


def test_sixty_lines_twice_and_in_another_order_are_the_same_samples(system: System) -> None:
    """eSpeak's own thread once took a rate too late, and eSpeak NG seeds the breath of a voice by the clock."""
    voices = [{}, {"voice": "gmw/en-gb-scotland", "pitch": 30}, {"voice": "gmw/en-us+f3", "pitch": 70}]

    def said(by: System, lines: Sequence[int]) -> dict[int, bytes]:
        return {k: by.speak(WORDS[k % 5:k % 5 + 6], voices[k % 3], Delivery(120.0 + 2 * k), 1).audio.tobytes() for k in lines}

    first = said(system, range(60))
    assert said(System(), range(59, -1, -1)) == first
    assert len(first[0]) > 1.5 * len(first[57])  # the rate is taken


def test_a_long_first_line_is_not_lost() -> None:
    words = WORDS * 12
    said = System().speak(words, {}, PLAIN, 1)
    assert len(said.audio) / said.rate_hz > 0.2 * len(words)
    assert len(said.words) == len(words)


def test_every_word_has_its_time(system: System) -> None:
    said = system.speak(WORDS, {}, PLAIN, 1)
    edges = [edge for word in said.words for edge in word]
    assert edges == sorted(edges)
    assert all(end > start for (start, end), word in zip(said.words, WORDS, strict=True) if word != "—")


def test_without_marks_words_are_estimated_within_a_tenth_of_a_second(system: System) -> None:
    said = system.speak(WORDS, {}, PLAIN, 1)
    guessed = pieces.estimated_times(WORDS, reading(WORDS), said.audio, said.rate_hz)
    errors = [abs(a[0] - b[0]) for a, b in zip(guessed, said.words, strict=True)]
    assert np.median(errors) < 0.1


def test_a_voice_that_does_not_exist_is_an_error_not_another_voice(system: System) -> None:
    for name in ("nobody", "gmw/en-us+nobody"):
        with pytest.raises(VoiceError, match=r"nobody.*does not exist"):
            system.speak(WORDS, {"voice": name}, PLAIN, 1)


def test_voices_are_found_by_id_and_by_name(system: System) -> None:
    listed = system.voices()
    assert len(listed) > 100
    by_id = dict(listed)
    wanted = next(key for key in by_id if key.endswith("en-us"))
    one, two = (system.speak(WORDS[:4], {"voice": voice}, PLAIN, 1).audio for voice in (wanted, by_id[wanted]))
    assert np.array_equal(one, two)


def test_an_engine_that_dies_is_a_voice_error_and_the_next_line_is_spoken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import sys\nsys.stdin.readline()\nsys.exit(3)\n")
    dying = System()
    with monkeypatch.context() as patch:
        patch.setattr("audiodream.engines.system._WORKER", worker)
        with pytest.raises(VoiceError, match="died"):
            dying.speak(WORDS, {}, PLAIN, 1)
    assert len(dying.speak(WORDS[:3], {}, PLAIN, 1).audio)


def test_text_is_data_not_markup(system: System) -> None:
    said = system.speak(("<break", 'time="9s"/>', "&", "$(ls)", "[[hello]]"), {}, PLAIN, 1)
    assert len(said.audio) / said.rate_hz < 8.0


def test_emoji_are_a_short_silence(system: System) -> None:
    said = system.speak(("😀",), {}, PLAIN, 1)
    assert not said.audio.any()


def test_faults_are_named() -> None:
    assert System().faults({"voice": 3, "pitch": 400, "rate": 1}) == [
        "unknown key 'rate'", "voice must be the id or the name of a voice, in quotes", "pitch must be a number from 0 to 99"]
