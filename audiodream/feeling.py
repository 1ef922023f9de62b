"""What sentences feel like: runs the small reading model that ships in `model/`. How it was made: docs/mood-model.md."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiodream.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODEL = Path(__file__).resolve().parent / "model"
LONGEST_PIECES = 160
"""A text is read up to here: about 120 words."""
PIECES_A_BATCH = 1024
"""More at a time is no faster and takes memory: 4,096 took 180 MB more than this."""
THREADS = 2

_opening = threading.Lock()
_shown: dict[str, Any] = {}
_shown_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Feelings:
    """What n texts feel like.

    vectors: (n, 96), each of length 1, near those of the same mood. sentences: (n, 384), each of length 1, near those of like
    meaning. valence -1..1, arousal and intensity 0..1: (n,), as a passage of a story. emobank: (n, 3), valence, arousal and
    dominance on EmoBank's scale 1..5.
    """

    vectors: Floats
    sentences: Floats
    valence: Floats
    arousal: Floats
    intensity: Floats
    emobank: Floats


@cache
def _opened() -> tuple[Any, WordPiece, dict[str, Any]]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(str(MODEL / "reader.onnx"), options, providers=["CPUExecutionProvider"])
    scales = json.loads((MODEL / "scales.json").read_text(encoding="utf-8"))
    return session, WordPiece.from_file(MODEL / "vocab.txt"), scales


def _model() -> tuple[Any, WordPiece, dict[str, Any]]:
    with _opening:
        return _opened()


def forget() -> None:
    """Let go of the model, which holds some 100 MB: when a story has been read, its voices need the room."""
    with _opening:
        _opened.cache_clear()


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of texts of like length, so many that their padded sum stays under PIECES_A_BATCH."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i], i))
    made: list[list[int]] = []
    for i in order:
        if not made or (len(made[-1]) + 1) * lengths[i] > PIECES_A_BATCH:
            made.append([])
        made[-1].append(i)
    return made


def _even(lengths: Sequence[int], in_all: int) -> int:
    """The length to which the longer ones must be cut for all to sum up to no more than `in_all`. lengths: the shortest first."""
    left = in_all
    for n, length in enumerate(lengths):
        if length * (len(lengths) - n) > left:
            return max(3, left // (len(lengths) - n))
        left -= length
    return LONGEST_PIECES


def feel(texts: Sequence[str], in_all: int | None = None) -> Feelings:
    """What each text feels like, one text at a time as far as the result goes: a text reads the same in any company. Where the texts hold
    more than `in_all` pieces, only the beginning of the longer ones is read."""
    import numpy as np

    session, wordpiece, scales = _model()
    rows = [wordpiece.encode(text, LONGEST_PIECES) for text in texts]
    longest = LONGEST_PIECES if in_all is None else _even(sorted(map(len, rows)), in_all)
    place: dict[tuple[int, ...], int] = {}
    index = [place.setdefault(tuple(row if len(row) <= longest else [*row[: longest - 1], row[-1]]), len(place)) for row in rows]
    pieces = list(place)  # a text that stands there twice is read once
    vectors = np.zeros((len(pieces), 96), np.float32)
    sentences = np.zeros((len(pieces), 384), np.float32)
    felt = np.zeros((len(pieces), 6), np.float32)
    for batch in _batches([len(row) for row in pieces]):
        tokens = np.zeros((len(batch), len(pieces[batch[-1]])), np.int64)
        for k, i in enumerate(batch):
            tokens[k, : len(pieces[i])] = pieces[i]
        vectors[batch], sentences[batch], felt[batch] = session.run(["mood", "sentence", "feel"], {"tokens": tokens})
    vectors, sentences, felt = vectors[index], sentences[index], felt[index]
    bank = scales["emobank"]
    emobank = felt[:, :3] * np.array(bank["spread"], np.float32) + np.array(bank["mean"], np.float32)
    return Feelings(vectors, sentences, felt[:, 3].clip(-1, 1), felt[:, 4].clip(0, 1), felt[:, 5].clip(0, 1), emobank)


def key_of(text: str) -> str:
    """By what an example's vectors are found: the text itself, shortened."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _stored() -> dict[str, Any]:
    import numpy as np

    path = MODEL / "examples.npz"
    if not path.is_file():
        return {}
    with np.load(path) as kept:
        return {key: vector.astype(np.float32) for key, vector in zip(kept["keys"].tolist(), kept["vectors"], strict=True)}


def feel_examples(examples: Sequence[str]) -> Floats:
    """Mood vectors (n, 96) of a preset's examples: those that ship are stored, new ones are read once."""
    import numpy as np

    with _shown_lock:
        known = _stored() | _shown
        new = [text for text in dict.fromkeys(examples) if key_of(text) not in known]
        if new:
            felt = feel(new)
            _shown.update({key_of(text): felt.vectors[i] for i, text in enumerate(new)})
            known = known | _shown
    return np.stack([known[key_of(text)] for text in examples])
