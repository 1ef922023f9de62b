"""Manners of speaking that are made of space and resonance: each clearly heard, every word clear."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import scipy

from audiodream.audio import Audio, add_at, pan, silence
from audiodream.dsp import filtered, highpass, lowpass, peak, shelf
from audiodream.harmony import PENTATONIC
from audiodream.space import place
from audiodream.units import RATE_HZ, db_to_gain, s_to_frames

Manner = Callable[[Audio, np.random.Generator, float], Audio]


def _echo(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Repeats that die away as in an old lullaby: every 0.36 to 0.42 s, from either side, each softer and duller."""
    del root_hz
    gap = s_to_frames(float(rng.uniform(0.36, 0.42)))
    out = silence(len(take) + 5 * gap + s_to_frames(0.1))
    add_at(out, pan(take, 0.0), 0)
    again = filtered(take, highpass(220.0, 2))
    for i in range(5):
        again = filtered(again, lowpass(4200.0 * 0.8 ** i, 2))
        add_at(out, pan(again * np.float32(db_to_gain(-10.0 - 5.0 * i)), 0.55 * (-1) ** i), (i + 1) * gap)
    return out


def _booming(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Larger than life: a deep body, clear consonants, a vast dark room that answers."""
    del rng, root_hz
    big = filtered(take, shelf(190.0, 6.0, high=False), peak(450.0, 0.8, -2.0), peak(3000.0, 0.9, 3.0))
    wet = place(filtered(big, lowpass(2600.0, 2)), "hall", 2) - _dry(filtered(big, lowpass(2600.0, 2)))
    out = wet * np.float32(db_to_gain(6.0))
    add_at(out, pan(big, 0.0), 0)
    add_at(out, pan(filtered(take, lowpass(1400.0, 2)) * np.float32(db_to_gain(-11.0)), 0.0), s_to_frames(0.095))
    return out


def _dry(take: Audio) -> Audio:
    """What `place` gives as direct sound, in a whole hall's length."""
    whole, dry = place(take, "hall", 2), place(take, "hall", 2, wet=0.0)
    out = np.zeros_like(whole)
    out[:len(dry)] = dry
    return out


def _chimes(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """The voice sets small bars ringing, tuned to the story's root (free bars, 1 : 2.756); a glassy halo behind dry words."""
    frames = s_to_frames(1.8)
    t = np.arange(frames) / RATE_HZ
    ringing = np.zeros((frames, 2))
    for octave in (4.0, 8.0, 16.0):
        for ratio in PENTATONIC:
            hz, place_at = root_hz * octave * float(ratio), float(rng.uniform(-0.9, 0.9))
            for overtone, gain in ((1.0, 1.0), (2.756, 0.3)):
                if hz * overtone < 9000.0:
                    wave = gain * np.exp(-t / (0.42 / overtone ** 0.5)) * np.sin(2 * np.pi * (hz * overtone * t + rng.random()))
                    ringing += wave[:, None] * np.array([1.0 - place_at, 1.0 + place_at]) * (octave / 8.0) ** -0.5
    ringing *= np.clip((frames - np.arange(frames)) / (0.2 * frames), 0.0, 1.0)[:, None]
    rung = scipy.signal.oaconvolve(filtered(take, highpass(350.0, 2)), ringing.astype(np.float32), axes=0)
    level = db_to_gain(-13.0) * np.sqrt(np.sum(take ** 2) / max(float(np.sum(rung ** 2)), 1e-12))
    out = np.asarray(rung * level, np.float32)
    add_at(out, pan(take, 0.0), 0)
    return out


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


MANNERS: dict[str, Manner] = {"booming": _booming, "chimes": _chimes, "distant": _distant, "echo": _echo, "inner": _inner}
"""The manners that are made here; the others are the engine's."""


def manner(take: Audio, manners: Iterable[str], rng: np.random.Generator, root_hz: float = 110.0) -> Audio:
    """A mono take in the first of these manners that is one of space, (n, 2) with its tail; the take itself, mono, where there is none.

    The loudness of the words stays within 2 dB, but for "distant". Place the result with `space.place`, which takes mono and stereo.
    """
    for name in manners:
        if name in MANNERS:
            return MANNERS[name](take, rng, root_hz)
    return take
