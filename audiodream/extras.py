"""Extras: the people of a crowd, and the long pieces they perform together.

Pieces are circular (their end runs on into their start), so that they may be entered anywhere.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from audiodream.audio import Mono
from audiodream.calling import call
from audiodream.gibberish import SPOKEN_HZ, Line, anyone, sentence, speak
from audiodream.spectra import irfft, rfft
from audiodream.throat import CRIES, STAGE_HZ, cry, gasp, laugh
from audiodream.whispering import whisper

PIECE_S = 40
_FRAMES = PIECE_S * STAGE_HZ


ACTS: dict[str, Callable[[np.random.Generator], list[Mono]]] = {
    "whispers": lambda rng: [whisper(rng) for _ in range(24)],
    "laughs": lambda rng: [laugh(rng) for _ in range(18)],
    "cheers": lambda rng: [cry(rng, sorted(CRIES)[k % len(CRIES)]) for k in range(32)],
    "shouts": lambda rng: [call(rng) for _ in range(16)],
    "gasps": lambda rng: [gasp(rng) for _ in range(24)],
}
"""What single people utter, each at STAGE_HZ and of RMS 1."""


def utter(rng: np.random.Generator, *acts: str) -> list[list[Mono]]:
    """What is uttered in each of the acts. Each has a stream of its own: another way to whisper makes no one laugh otherwise, and whoever
    needs shouts alone hears the same."""
    streams = dict(zip(ACTS, rng.spawn(len(ACTS)), strict=True))
    return [ACTS[act](streams[act]) for act in acts]


def _talk(rng: np.random.Generator) -> list[Mono]:
    """Sentences of people of all languages that say nothing, at STAGE_HZ and of RMS 1."""
    said = []
    for _ in range(70):
        text = sentence(rng, int(rng.integers(5, 12)))
        said.append(Line(text, anyone(rng), int(rng.integers(150, 230)), int(rng.integers(25, 75)), int(rng.integers(50, 100))))
    return [_person(rng, sound) for sound in speak(said) if np.abs(sound).max(initial=0.0) > 0.02]


def _person(rng: np.random.Generator, sound: Mono) -> Mono:
    """Another throat: played a little faster or slower, which moves pitch and formants together; silence cut off."""
    ratio = float(np.exp(rng.normal(0.0, 0.07))) * SPOKEN_HZ / STAGE_HZ
    heard = np.flatnonzero(np.abs(sound) > 0.01)
    sound = sound[heard[0]:heard[-1] + 1]
    where = np.arange(int((len(sound) - 1) / ratio)) * ratio
    index = where.astype(np.int64)
    part = (where - index).astype(np.float32)
    out = sound[index] * (1 - part) + sound[index + 1] * part
    return np.asarray(out / np.sqrt(np.mean(out**2)), np.float32)


def _gathered(rng: np.random.Generator, people: list[Mono], voices: int, pause_s: float, spread_db: float) -> npt.NDArray[np.float32]:
    """So many people at places of their own, who speak and pause, (2, frames), circular."""
    stage = np.zeros((2, _FRAMES), np.float32)
    for voice in range(voices):
        angle = (1.0 + (-1) ** voice * rng.random()) * np.pi / 4
        level = 10.0 ** (rng.normal(0.0, spread_db) / 20.0)
        gains = np.array([[np.cos(angle)], [np.sin(angle)]], np.float32) * np.float32(level)
        at = int(rng.integers(_FRAMES))
        end = at + _FRAMES
        while True:
            said = people[int(rng.integers(len(people)))]
            if at + len(said) > end:
                break
            first = at % _FRAMES
            head = min(len(said), _FRAMES - first)
            stage[:, first:first + head] += said[:head] * gains
            if head < len(said):
                stage[:, :len(said) - head] += said[head:] * gains
            at += len(said) + int(rng.exponential(pause_s) * STAGE_HZ)
    return stage


def _in_turn(rng: np.random.Generator, people: list[Mono], pause_s: float) -> npt.NDArray[np.float32]:
    """One after another, each close to one ear or the other, now and then into another's words, (2, frames), circular."""
    stage = np.zeros((2, _FRAMES), np.float32)
    at, side, order = 0, 1, [int(k) for k in rng.permutation(len(people))]
    while True:
        # nobody says the same again before all have had their turn
        order = [*order[1:], order[0]]
        said = people[order[-1]]
        if at + len(said) > _FRAMES:
            # who is hardly heard whispers louder
            span = 3 * STAGE_HZ
            level = np.sqrt(_around((stage**2).sum(axis=0, dtype=np.float64), span))
            even = stage * np.minimum(1.6, (level / level.mean() + 0.1) ** -0.8)
            # lips hold back what would burst out
            return np.asarray(4.0 * np.tanh(even / 4.0), np.float32)
        angle = (1.0 + side * rng.uniform(0.55, 0.95)) * np.pi / 4
        loud = np.float32(np.exp(rng.normal(0.0, 0.15)))
        stage[:, at:at + len(said)] += said * loud * np.array([[np.cos(angle)], [np.sin(angle)]], np.float32)
        later_s = -rng.uniform(0.2, 0.6) if rng.random() < 0.2 else rng.exponential(pause_s)
        at += len(said) + int(later_s * STAGE_HZ)
        side = -side if rng.random() < 0.7 else side


def _around(power: npt.NDArray[np.float64], span: int) -> npt.NDArray[np.float64]:
    """The mean over so many frames around each; the end runs on into the start."""
    sums = np.concatenate([[0.0], np.cumsum(np.concatenate([power[-(span // 2):], power, power[:span - span // 2 - 1]]))])
    return np.asarray(np.maximum(sums[span:] - sums[:-span], 0.0) / span)


def _placed(rng: np.random.Generator, rings: list[tuple[npt.NDArray[np.float32], float, float, float]],
            rt60_s: float) -> npt.NDArray[np.int16]:
    """Rings of people (sound, dulled above Hz, dry, wet) in one room, at 48 kHz and RMS 0.1, as (frames, 2) of 16 bits."""
    frames = int(rt60_s * STAGE_HZ)
    decay = np.power(10.0, -3.0 * np.arange(frames) / frames)
    echo = rng.standard_normal((2, frames)) * decay
    echo[:, :int(0.008 * STAGE_HZ)] = 0.0
    echo = rfft((echo / np.sqrt((echo**2).sum(axis=1, keepdims=True))).astype(np.float32), _FRAMES)
    hz = np.fft.rfftfreq(_FRAMES, 1.0 / STAGE_HZ)
    walls = (1.0 / np.sqrt(1.0 + (hz / 3500.0) ** 2)).astype(np.float32)
    total = np.zeros((2, len(hz)), np.complex64)
    for sound, dull_hz, dry, wet in rings:
        heard = rfft(sound) * (1.0 / (1.0 + (hz / dull_hz) ** 2) / (1.0 + (220.0 / np.maximum(hz, 1.0)) ** 4)).astype(np.float32)
        total += heard * np.float32(dry) + (heard + 0.4 * heard[::-1]) * (echo * (walls * np.float32(wet)))
    out = irfft(total, 2 * _FRAMES)
    out *= 0.1 / np.sqrt(np.mean(out**2))
    return np.ascontiguousarray(np.rint(np.clip(out.T, -1.0, 1.0) * 32767.0), np.int16)


def perform(rng: np.random.Generator) -> dict[str, npt.NDArray[np.int16]]:
    """The pieces by name: a murmur near by, the hum of a hall, people excited, people whispering."""
    talk = _talk(rng)
    whispers, laughs, shouts = utter(rng, "whispers", "laughs", "shouts")
    few, more = (_gathered(rng, talk, voices, 0.9, 4.0) for voices in (10, 14))
    # a hall is the same people again, at other times and on the other side
    hall = sum((np.roll(few if k % 2 else more, int(rng.integers(_FRAMES)), axis=1)[::(1, -1)[k % 2]] for k in range(1, 5)), start=more * 0)
    lively = _gathered(rng, talk, 16, 0.25, 5.0) + _gathered(rng, laughs + shouts, 4, 3.0, 4.0)
    hushed = _in_turn(rng, whispers, 0.35)
    return {
        "near": _placed(rng, [(few, 5000.0, 0.8, 0.35), (more, 2200.0, 0.4, 0.5)], 0.9),
        "far": _placed(rng, [(more, 3200.0, 0.6, 0.4), (few[::-1], 3200.0, 0.5, 0.4), (hall, 2600.0, 0.1, 0.15)], 1.1),
        "loud": _placed(rng, [(lively, 4500.0, 0.8, 0.4), (few, 2500.0, 0.3, 0.5)], 1.0),
        "whispers": _placed(rng, [(hushed, 12_000.0, 1.0, 0.05)], 0.4),
    }
