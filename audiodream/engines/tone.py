"""Tone: a soft tone for every syllable, for drafts and tests. It needs nothing and speaks a thousand times faster than one listens."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from audiodream.audio import Audio
from audiodream.engines import pieces
from audiodream.engines.engine import Delivery, Utterance
from audiodream.phonemes import is_spoken
from audiodream.seeds import digest
from audiodream.units import RATE_HZ, st_to_ratio

KNOWN = frozenset({"pitch_hz"})
_SYLLABLES_PER_WORD = 1.5
_SCALE_ST = (0, 2, 4, 7, 9)
_PAUSE_S = {".": 0.42, "!": 0.42, "?": 0.42, "…": 0.42, ",": 0.2, ";": 0.3, ":": 0.3}


class Tone:
    """The engine; it holds nothing."""

    name = "tone"
    version = "1"
    reads_ipa = False
    follows_pitch = True

    def address(self, settings: Mapping[str, Any]) -> str:  # noqa: ARG002
        return ""

    def load(self, settings: Mapping[str, Any]) -> None:  # noqa: ARG002
        return None

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        found = [f"unknown key {key!r}" for key in settings if key not in KNOWN]
        pitch = settings.get("pitch_hz", 140.0)
        if not isinstance(pitch, int | float) or not 40.0 <= pitch <= 800.0:
            found.append("pitch_hz must be a number between 40 and 800")
        return found

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:
        if not any(map(is_spoken, words)):
            return pieces.quiet_utterance(words, RATE_HZ)
        base_hz = float(settings.get("pitch_hz", 140.0)) * st_to_ratio(delivery.pitch_st)
        syllable_s = 60.0 / (delivery.rate_wpm * _SYLLABLES_PER_WORD)
        sounds: list[Audio] = []
        times: dict[int, tuple[float, float]] = {}
        frames = 0
        for k, word in enumerate(words):
            if not is_spoken(word):
                continue
            start = frames
            for part in range(_syllables(word)):
                step = _SCALE_ST[digest(seed, word.lower(), part) % len(_SCALE_ST)] * delivery.span
                sounds.append(_syllable(base_hz * st_to_ratio(step), syllable_s))
                frames += len(sounds[-1])
            times[k] = (start / RATE_HZ, frames / RATE_HZ)
            pause = _PAUSE_S.get(pieces.last_mark(word), 0.0)
            if pause and k + 1 < len(words):
                sounds.append(np.zeros((round(pause * RATE_HZ), 1), np.float32))
                frames += len(sounds[-1])
        return Utterance(np.concatenate(sounds), RATE_HZ, pieces.fill_times(times, len(words), frames / RATE_HZ))


def _syllables(word: str) -> int:
    return min(12, max(1, len(re.findall(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+|\d", word.lower().rstrip("e")))))


def _syllable(hz: float, seconds: float) -> Audio:
    """Two partials under a rounded envelope; the last tenth is quiet."""
    frames = max(16, round(seconds * RATE_HZ))
    phase = np.arange(frames, dtype=np.float32) * np.float32(2.0 * math.pi * hz / RATE_HZ)
    fundamental = np.sin(phase)
    wave = fundamental * (1.0 + 0.6 * np.cos(phase))
    wave *= np.interp(np.linspace(0.0, 1.0, frames), [0.0, 0.12, 0.5, 0.9, 1.0], [0.0, 0.25, 0.2, 0.0, 0.0])
    return np.asarray(wave, np.float32)[:, None]
