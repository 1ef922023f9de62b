"""Manners of speaking that are made of space and resonance: each clearly heard, every word clear."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from audiodream.audio import Audio, add_at, pan, silence
from audiodream.convolution import convolved
from audiodream.filters import filtered, highpass, lowpass, peak, shelf
from audiodream.harmony import PENTATONIC
from audiodream.space import place
from audiodream.units import RATE_HZ, db_to_gain, s_to_frames

Manner = Callable[[Audio, np.random.Generator, float], Audio]
_BARS_HZ, _HALO_DB, _STROKES_DB = (800.0, 5000.0), -19.0, -16.0


def _echo(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Repeats that die away as in an old lullaby: every 0.36 to 0.42 s, from either side, each softer and duller."""
    del root_hz
    gap = s_to_frames(float(rng.uniform(0.36, 0.42)))
    out = silence(len(take) + 5 * gap + s_to_frames(0.1))
    add_at(out, pan(take, 0.0), 0)
    again = filtered(take, highpass(220.0, 2))
    for i in range(5):
        again = filtered(again, lowpass(4200.0 * 0.8 ** i, 2))
        add_at(out, pan(again * np.float32(db_to_gain(-13.0 - 5.0 * i)), 0.55 * (-1) ** i), (i + 1) * gap)
    return out


def _booming(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Larger than life: a deep body, clear consonants, a vast dark room that answers."""
    del rng, root_hz
    big = filtered(take, shelf(190.0, 6.0, high=False), peak(450.0, 0.8, -2.0), peak(3000.0, 0.9, 3.0))
    wet = place(filtered(big, lowpass(2600.0, 2)), "hall", 2) - _dry(filtered(big, lowpass(2600.0, 2)), "hall")
    out = wet * np.float32(db_to_gain(6.0))
    add_at(out, pan(big, 0.0), 0)
    add_at(out, pan(filtered(take, lowpass(1400.0, 2)) * np.float32(db_to_gain(-11.0)), 0.0), s_to_frames(0.095))
    return out


def _dry(take: Audio, room: str) -> Audio:
    """What `place` gives as direct sound, in the whole length that the room rings."""
    whole, dry = place(take, room, 2), place(take, room, 2, wet=0.0)
    out = np.zeros_like(whole)
    out[:len(dry)] = dry
    return out


def _chimes(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """The voice touches small bars, tuned to the story's root (free bars, 1 : 2.756): a stroke where a syllable begins, and a glassy halo
    above the words, where speech itself is weak."""
    frames = s_to_frames(2.0)
    t = np.arange(frames) / RATE_HZ
    bars = []
    for hz in (root_hz * octave * float(ratio) for octave in (8.0, 16.0, 32.0) for ratio in PENTATONIC):
        if not _BARS_HZ[0] < hz < _BARS_HZ[1]:
            continue
        wave = np.zeros(frames)
        for overtone, gain in ((1.0, 1.0), (2.756, 0.25)):
            if hz * overtone < 9000.0:
                wave += gain * np.exp(-t / (0.5 / overtone ** 0.5)) * np.sin(2 * np.pi * (hz * overtone * t + rng.random()))
        wave *= np.clip(t / 0.002, 0.0, 1.0) * np.clip((frames - np.arange(frames)) / (0.2 * frames), 0.0, 1.0)
        bars.append(pan(wave[:, None].astype(np.float32), float(rng.uniform(-0.9, 0.9))))
    rung = _at_level(convolved(filtered(take, highpass(700.0, 2)).T, np.sum(bars, axis=0).T).T, take, _HALO_DB)
    struck = np.zeros_like(rung)
    for frame, gain in _onsets(take):
        add_at(struck, bars[int(rng.integers(len(bars)))] * np.float32(gain), frame)
    out = rung + _at_level(struck, take, _STROKES_DB)
    add_at(out, pan(take, 0.0), 0)
    return out


def _at_level(sound: Audio, take: Audio, level_db: float) -> Audio:
    """The sound with so much of the take's energy."""
    return np.asarray(sound * (db_to_gain(level_db) * np.sqrt(np.sum(take ** 2) / max(float(np.sum(sound ** 2)), 1e-12))), np.float32)


def _onsets(take: Audio, apart_s: float = 0.2) -> list[tuple[int, float]]:
    """Where syllables begin: frames, and how loud the 60 ms from there on are against the loudest such."""
    hop = s_to_frames(0.01)
    power = np.square(take[:len(take) // hop * hop, 0].astype(np.float64)).reshape(-1, hop).mean(axis=1)
    if len(power) < 8:
        return []
    level = 10.0 * np.log10(np.convolve(power, np.full(3, 1 / 3), "same") + power.max(initial=0.0) * 1e-4 + 1e-12)
    rise = level[4:] - level[:-4]
    loud = np.sqrt(np.convolve(power, np.full(6, 1 / 6), "full")[5:])
    found: list[tuple[int, float]] = []
    for k in range(1, len(rise) - 1):
        if rise[k] > 5.0 and rise[k] >= max(rise[k - 1], rise[k + 1]) and (not found or (k + 2) * hop - found[-1][0] >= apart_s * RATE_HZ):
            found.append(((k + 2) * hop, float(loud[k + 2] / max(float(loud.max()), 1e-9))))
    return found


def _distant(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """From far off: thin, dull and softer, though it can still be understood."""
    del rng, root_hz
    thin = filtered(take, highpass(260.0, 2), peak(1800.0, 0.8, 3.0), lowpass(5500.0, 2))
    return place(thin * np.float32(db_to_gain(-3.0)), "street", 4)


def _inner(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Inside the head: touching close, faintly doubled at both ears, with a breath of nowhere behind."""
    del root_hz
    close = filtered(take, shelf(170.0, 2.5, high=False), shelf(6000.0, -2.0, high=True))
    out = place(filtered(close, lowpass(4000.0, 2)), "void", 2, wet=0.8) - 0.0
    out *= np.float32(db_to_gain(-9.0))
    add_at(out, pan(close, 0.0), 0)
    for side in (-0.9, 0.9):
        late = s_to_frames(float(rng.uniform(0.011, 0.019)))
        add_at(out, pan(filtered(close, highpass(300.0, 2)) * np.float32(db_to_gain(-13.0)), side), late)
    return out


def _depth(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """From the bottom of a shaft: the walls answer ever darker (a shaft is a pipe, and sends back its own low notes), a cave behind."""
    del root_hz
    body = filtered(take, shelf(220.0, 3.0, high=False), peak(2600.0, 0.8, 2.0))
    gap = s_to_frames(float(rng.uniform(0.125, 0.145)))
    wall = np.zeros((len(take) + 9 * gap + s_to_frames(0.1), 2), np.float32)
    again = filtered(take, highpass(110.0, 2))
    for i in range(9):
        again = filtered(again, lowpass(3200.0 * 0.84 ** i, 2), shelf(300.0, 1.0, high=False))
        add_at(wall, pan(again * np.float32(db_to_gain(-7.0 - 2.6 * i)), 0.3 * (-1) ** i), (i + 1) * gap)
    cave = place(filtered(take, lowpass(2400.0, 2)), "cave", 2) - _dry(filtered(take, lowpass(2400.0, 2)), "cave")
    out = np.zeros((max(len(wall), len(cave)), 2), np.float32)
    out[:len(wall)] += wall
    out[:len(cave)] += cave * np.float32(db_to_gain(4.0))
    add_at(out, pan(body, 0.0), 0)
    return out


MANNERS: dict[str, Manner] = {
    "booming": _booming, "chimes": _chimes, "depth": _depth, "distant": _distant, "echo": _echo, "inner": _inner}
"""The manners that are made here; the others are the engine's."""
_FROM_OFF, _CARRIES = {"distant", "off"}, {"booming", "shout"}


def manner(take: Audio, manners: Iterable[str], rng: np.random.Generator, root_hz: float = 110.0) -> Audio:
    """A mono take in the first of these manners that is one of space, (n, 2) with its tail; the take itself, mono, where there is none.

    The loudness of the words stays within 2 dB, but for "distant". Place the result with `space.place`, which takes mono and stereo.
    """
    for name in manners:
        if name in MANNERS:
            return MANNERS[name](take, rng, root_hz)
    return take


def stands_at(distance: int, manners: Iterable[str]) -> int:
    """The microphone position of whoever speaks in these manners: who is off is off, but a voice that carries is heard from across the
    room."""
    how = set(manners)
    if not how & _FROM_OFF:
        return distance
    return max(distance, 4) if how & _CARRIES else 5
