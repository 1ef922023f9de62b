"""System: the voices of the platform through pyttsx3 (eSpeak NG from a wheel on Linux, SAPI5 on Windows, NSSpeech on macOS)."""

from __future__ import annotations

import atexit
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from audiodream import phonemes
from audiodream.engines import pieces
from audiodream.engines.engine import Delivery, Utterance
from audiodream.errors import VoiceError

KNOWN = frozenset({"voice", "pitch"})
_DEFAULT = "gmw/en-us" if sys.platform not in ("win32", "darwin") else ""
_WORKER = Path(__file__).with_name("system_worker.py")
_MOST_CHARS = 400
_RATE_HZ = 22_050
_PATIENCE_S = 60.0


class System:
    """The engine: a process that holds pyttsx3, asked for one line at a time."""

    name = "system"
    version = "2"
    reads_ipa = False
    follows_pitch = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def address(self, settings: Mapping[str, Any]) -> str:  # noqa: ARG002
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"{sys.platform}|{version('pyttsx3')}"
        except PackageNotFoundError:
            return sys.platform

    def load(self, settings: Mapping[str, Any]) -> None:  # noqa: ARG002
        return None

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        found = [f"unknown key {key!r}" for key in settings if key not in KNOWN]
        if not isinstance(settings.get("voice", ""), str):
            found.append("voice must be the id or the name of a voice, in quotes")
        pitch = settings.get("pitch", 50)
        if not isinstance(pitch, int | float) or not 0 <= pitch <= 99:
            found.append("pitch must be a number from 0 to 99")
        return found

    def voices(self) -> tuple[tuple[str, str], ...]:
        """Id and name of every voice of the platform."""
        return tuple((str(one[0]), str(one[1])) for one in self._ask({"list": True})["voices"])

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:  # noqa: ARG002
        if not any(map(phonemes.is_spoken, words)):
            return pieces.quiet_utterance(words, _RATE_HZ)
        parts, marks = [], []
        for first, last in pieces.split_words(words, _MOST_CHARS):
            if any(map(phonemes.is_spoken, words[first:last])):
                parts.append(self._say(words[first:last], settings, delivery))
            else:
                parts.append(pieces.quiet_utterance(words[first:last], parts[0].rate_hz if parts else _RATE_HZ))
            marks.append(pieces.last_mark(words[last - 1]))
        return pieces.join(parts, marks)

    def _say(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery) -> Utterance:
        text = " ".join(words)
        voice, pitch = str(settings.get("voice", _DEFAULT)), settings.get("pitch", 50)
        asked = {"text": text, "voice": voice, "rate_wpm": delivery.rate_wpm, "pitch": pitch}
        with tempfile.TemporaryDirectory(prefix="audiodream-") as folder:
            path = Path(folder) / "line.wav"
            for _ in range(2):
                answer = self._ask({**asked, "path": str(path)})
                sound = _read(path)
                if sound is not None:
                    audio, rate_hz = sound
                    return Utterance(audio, rate_hz, _times(words, audio, rate_hz, answer.get("words", [])))
        raise VoiceError("system voice", f"wrote no sound for {text[:60]!r}", "try another voice: audiodream voices list --platform")

    def _ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            process = self._running()
            try:
                assert process.stdin is not None
                process.stdin.write(json.dumps(asked) + "\n")
                process.stdin.flush()
                line = self._answers.get(timeout=_PATIENCE_S)
            except (OSError, queue.Empty):
                line = ""
            if not line:
                self._stop()
                raise VoiceError("system voice", "died while it spoke", "run again; if it stays so, use another engine")
        answer: dict[str, Any] = json.loads(line)
        if "unknown" in answer:
            raise VoiceError(f"system voice {answer['unknown']!r}", "does not exist on this machine",
                             "see: audiodream voices list --platform")
        if "fault" in answer:
            raise VoiceError("system voice", answer["fault"], "pip install pyttsx3 espeakng-loader, or use another engine")
        return answer

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._answers = queue.Queue()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-W", "ignore", str(_WORKER)], encoding="utf-8",
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            threading.Thread(target=_collect, args=(self._process, self._answers), daemon=True).start()
            atexit.register(self._stop)
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        atexit.unregister(self._stop)
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _collect(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    """Hand on what the process says; an empty line when it says no more."""
    assert process.stdout is not None
    try:
        for line in process.stdout:
            answers.put(line)
    except ValueError:
        pass
    answers.put("")


def _read(path: Path) -> tuple[np.ndarray[Any, np.dtype[np.float32]], int] | None:
    """The sound of the file (AIFF on macOS), mono; None when there is none."""
    import soundfile

    try:
        sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, RuntimeError):
        return None
    if len(sound) < rate_hz // 50 or float(np.abs(sound).max()) < 1e-4:
        return None
    return np.ascontiguousarray(sound[:, :1]), int(rate_hz)


def _times(
    words: tuple[str, ...], audio: np.ndarray[Any, np.dtype[np.float32]], rate_hz: int, marks: list[list[int]]
) -> tuple[tuple[float, float], ...]:
    """From eSpeak's word marks (character, milliseconds) where the platform gives them, else estimated from phonemes and silences."""
    if not marks:
        return pieces.estimated_times(words, phonemes.reading(words), audio, rate_hz)
    firsts = np.cumsum([0, *(len(word) + 1 for word in words[:-1])])
    starts: dict[int, float] = {}
    for character, at_ms in marks:
        word = int(np.searchsorted(firsts, character, side="right")) - 1
        starts.setdefault(max(0, word), at_ms / 1000.0)
    _share(starts, words)
    return pieces.times_from_starts(starts, len(words), audio, rate_hz)


def _share(starts: dict[int, float], words: tuple[str, ...]) -> None:
    """eSpeak marks "of the" once: the words it ran together share the time by their letters."""
    for word in [k for k, text in enumerate(words) if phonemes.is_spoken(text) and k not in starts]:
        before = max((k for k in starts if k < word), default=-1)
        after = min((k for k in starts if k > word), default=-1)
        if before >= 0 and after >= 0:
            letters = [len(text) for text in words[before:after]]
            starts[word] = starts[before] + (starts[after] - starts[before]) * sum(letters[:word - before]) / max(1, sum(letters))
