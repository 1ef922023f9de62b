"""The reading model: its tokens are BERT's, a text reads the same in any company, and what ships is small and quick."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from audiodream import feeling
from audiodream.feeling import LONGEST_PIECES, MODEL, feel, feel_examples
from audiodream.wordpiece import WordPiece, words_of

TEXTS = ["The children laughed and danced in the sun.", "He was murdered, and nobody came.", "It's 5 p.m.; the bus is late — again…", ""]


@pytest.fixture(scope="module")
def wordpiece() -> WordPiece:
    return WordPiece.from_file(MODEL / "vocab.txt")


@pytest.mark.parametrize(("text", "pieces"), [
    # as the reference (tokenizers 0.23, all-MiniLM-L6-v2) splits them
    ("Hello, World!", "hello , world !"),
    ("It’s naïve.", "it ’ s naive ."),
    ("unbelievably", "un ##bel ##ie ##va ##bly"),
    ("don't stop—now", "don ' t stop — now"),
    ("tab\tand\nline", "tab and line"),
])
def test_words_split_as_the_reference_splits_them(wordpiece: WordPiece, text: str, pieces: str) -> None:
    numbers = wordpiece.encode(text, LONGEST_PIECES)
    assert " ".join(wordpiece.pieces[n] for n in numbers) == f"[CLS] {pieces} [SEP]"


def test_what_no_piece_spells_is_one_unknown(wordpiece: WordPiece) -> None:
    assert [wordpiece.pieces[n] for n in wordpiece.encode("\U0001f600 x", 9)] == ["[CLS]", "[UNK]", "x", "[SEP]"]


def test_a_long_text_is_cut_and_still_ends(wordpiece: WordPiece) -> None:
    numbers = wordpiece.encode("word " * 9000, LONGEST_PIECES)
    assert len(numbers) == LONGEST_PIECES and numbers[-1] == wordpiece.last


def test_controls_and_marks_do_not_reach_the_words() -> None:
    assert words_of("a\x00b\u200bc d,e\ufffd") == ["abc", "d", ",", "e"]


def test_a_text_reads_the_same_in_any_company() -> None:
    alone, together = feel(TEXTS[:1]), feel([*TEXTS, "word " * 300])
    assert np.abs(alone.vectors[0] - together.vectors[0]).max() < 1e-5
    assert abs(float(alone.valence[0] - together.valence[0])) < 1e-5


def test_reading_twice_gives_the_same() -> None:
    assert np.array_equal(feel(TEXTS).vectors, feel(TEXTS).vectors)


def test_shapes_and_ranges() -> None:
    felt = feel(TEXTS)
    assert felt.vectors.shape == (4, 96) and felt.sentences.shape == (4, 384) and felt.emobank.shape == (4, 3)
    assert np.allclose(np.linalg.norm(felt.vectors, axis=1), 1.0, atol=1e-5)
    assert np.abs(felt.valence).max() <= 1.0
    assert felt.arousal.min() >= 0.0 and felt.intensity.max() <= 1.0
    assert len(feel([]).valence) == 0


def test_joy_is_better_than_murder() -> None:
    felt = feel(TEXTS[:2])
    assert felt.valence[0] > felt.valence[1] + 0.5
    assert felt.emobank[0, 0] > 3.0 > felt.emobank[1, 0]


def test_examples_that_ship_are_stored_as_they_are_read() -> None:
    with np.load(MODEL / "examples.npz") as kept:
        assert len(kept["keys"]) > 200
    text = "The lake lay flat under the evening, and nobody in the boat saw any need to speak."
    assert feeling.key_of(text) in feeling._stored()
    assert np.abs(feel_examples([text])[0] - feel([text]).vectors[0]).max() < 2e-3


def test_the_model_is_small() -> None:
    assert (MODEL / "reader.onnx").stat().st_size <= 24_000_000


def test_texts_of_like_length_are_read_together_and_what_stands_twice_once(monkeypatch: pytest.MonkeyPatch) -> None:
    session, wordpiece, scales = feeling._model()
    runs: list[tuple[int, ...]] = []

    class Counted:
        def run(self, names: list[str], given: dict[str, Any]) -> Any:
            runs.append(given["tokens"].shape)
            return session.run(names, given)

    monkeypatch.setattr(feeling, "_model", lambda: (Counted(), wordpiece, scales))
    texts = [f"The {word} stood by the gate and looked at the evening, and did not go in." for word in ("man", "dog", "girl", "horse")] * 8
    feel(texts)
    assert len(runs) == 1 and runs[0][0] == 4
    runs.clear()
    feel([f"{word} lay on the old table by the window." for word in sorted(words_of(" ".join(texts)))] * 2)
    assert sum(rows for rows, _ in runs) == len(set(words_of(" ".join(texts)))) and len(runs) <= 3
