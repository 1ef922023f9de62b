"""Tone: fast, soft, and on the word."""

from __future__ import annotations

import time

import numpy as np
from work import yardstick_s

from audiodream.engines import ENGINES
from audiodream.engines.engine import Delivery

WORDS = ("The", "curtain", "rose,", "and", "nobody", "in", "the", "hall", "dared", "to", "breathe.")
PLAIN = Delivery(180.0)


def test_each_word_sounds_where_its_time_says() -> None:
    said = ENGINES["tone"].speak(WORDS, {}, PLAIN, 1)
    for start, end in said.words:
        assert np.abs(said.audio[round(start * said.rate_hz):round(end * said.rate_hz)]).max() > 0.05
    pause = said.audio[round(said.words[2][1] * said.rate_hz) + 50:round(said.words[3][0] * said.rate_hz) - 50]
    assert len(pause) > 0.1 * said.rate_hz
    assert np.abs(pause).max() < 1e-6


def test_a_second_of_it_costs_no_more_than_four_of_noise() -> None:
    tone = ENGINES["tone"]
    words = WORDS * 40
    tone.speak(words, {}, PLAIN, 1)
    start = time.process_time()
    said = tone.speak(words, {}, PLAIN, 1)
    assert (time.process_time() - start) / (len(said.audio) / said.rate_hz) < 4 * yardstick_s()


def test_it_speaks_at_the_rate_it_is_asked_for() -> None:
    slow, fast = (ENGINES["tone"].speak(WORDS, {}, Delivery(wpm), 1) for wpm in (140.0, 190.0))
    assert len(slow.audio) > 1.2 * len(fast.audio)


def test_it_reads_any_text() -> None:
    for words in (("¿Qué?",), ("日本語", "です。"), ("x" * 5000,), ("😀",), ("...",)):
        said = ENGINES["tone"].speak(words, {}, PLAIN, 1)
        assert len(said.words) == len(words)
        assert np.isfinite(said.audio).all()
        assert len(said.audio)


def test_faults_are_named() -> None:
    assert ENGINES["tone"].faults({"pitch_hz": 5}) == ["pitch_hz must be a number between 40 and 800"]
    assert ENGINES["tone"].faults({"pich_hz": 100}) == ["unknown key 'pich_hz'"]
