"""What the measuring commands share: a text read by one voice, sentence by sentence, with the pauses of a narrator."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from audiodream.delivery import deliver, pause_s
from audiodream.narrate import Narration, Part
from audiodream.presets import Voice
from audiodream.recogniser import plain_words
from audiodream.score import Beat, Line
from audiodream.take import Take
from audiodream.takes import TakeCache
from audiodream.units import RATE_HZ

PROSE = Path(__file__).parent / "prose"
NEUTRAL = Beat("calm", 0.0)
PACE = 1.12
"""Words a minute between the pauses, over those that the preset asks for with them."""


@dataclass(frozen=True)
class Reading:
    """A text as one voice reads it. pauses_s: after each take; spoken_s: seconds of computing, on one core."""

    voice: Voice
    lines: tuple[Line, ...]
    takes: tuple[Take, ...]
    pauses_s: tuple[float, ...]
    spoken_s: float

    @property
    def length_s(self) -> float:
        return sum(take.frames for take in self.takes) / RATE_HZ + sum(self.pauses_s[:-1])

    @property
    def words(self) -> list[str]:
        return [word for line in self.lines for word in plain_words(line.text)]

    def stretches(self, most_s: float = 26.0) -> Iterator[tuple[np.ndarray, list[tuple[Line, Take, float]]]]:
        """The sound in stretches that a recogniser hears at once, each with its lines, takes, and where the takes begin in it (s)."""
        sound: list[np.ndarray] = []
        inside: list[tuple[Line, Take, float]] = []
        at = 0
        for line, take, pause in zip(self.lines, self.takes, self.pauses_s, strict=True):
            if inside and (at + take.frames) / RATE_HZ > most_s:
                yield np.concatenate(sound), inside
                sound, inside, at = [], [], 0
            inside.append((line, take, at / RATE_HZ))
            gap = np.zeros((round(pause * RATE_HZ), 1), np.float32)
            sound += [take.audio, gap]
            at += take.frames + len(gap)
        if inside:
            yield np.concatenate(sound), inside


def lines_of(text: str) -> tuple[Line, ...]:
    """Sentences of plain prose; the last of a paragraph has a paragraph's pause."""
    lines = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        sentences = re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split()))
        lines += [Line(sentence, gap="sentence" if k + 1 < len(sentences) else "paragraph") for k, sentence in enumerate(sentences)]
    return tuple(lines)


def read(voice: Voice, text: str, seed: int, cache: TakeCache | None) -> Reading:
    """The text at the voice's own pace: neither the mood nor the length of the words is let into it."""
    return read_lines(voice, lines_of(text), seed, cache)


def read_lines(voice: Voice, lines: tuple[Line, ...], seed: int, cache: TakeCache | None) -> Reading:
    """Lines as `read` reads the sentences of a text."""
    plain = [replace(deliver(line, NEUTRAL, None, voice, True), rate_wpm=round(voice.rate_wpm * PACE, 2)) for line in lines]
    parts = tuple(Part(k, 0, line, voice, plain[k], voice.pauses.clause_s) for k, line in enumerate(lines))
    with Narration(parts, cache, seed, workers=1) as narration:
        wall, core = time.perf_counter(), time.process_time()
        takes = tuple(narration)
        wall, core = time.perf_counter() - wall, time.process_time() - core
    pauses = tuple(pause_s(line, NEUTRAL, None, voice.pauses, seed) for line in lines)
    return Reading(voice, lines, takes, pauses, wall if voice.engine == "system" else core)
