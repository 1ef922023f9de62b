"""Stereo, the room around a sound, and the last touch that makes it keep the contract."""

from __future__ import annotations

import functools
import math

import numpy as np

from audiodream.audio import Audio
from audiodream.convolution import convolved
from audiodream.effects.craft import Line, band, frames, noise
from audiodream.fades import falling, rising
from audiodream.filters import filtered, highpass, lowpass, wall
from audiodream.meter import LoudnessMeter
from audiodream.spectra import fast_size, irfft, rfft
from audiodream.units import RATE_HZ, db_to_gain

LEVEL_LUFS = -23.0
PEAK_DBFS = -4.0
"""A single knock of 5 ms that filled 400 ms with -23 LUFS would not fit under full scale; it is held here instead."""


def place(x: Line, position: float) -> Line:
    """(n, 2), constant power."""
    angle = (min(1.0, max(-1.0, position)) + 1.0) * math.pi / 4.0
    return np.stack([x * math.cos(angle), x * math.sin(angle)], axis=1)


def _room(rng: np.random.Generator, size_m: float, t60_s: float, dull_hz: float) -> Line:
    """An impulse response without its direct sound: sparse early reflections, then a diffuse tail, each side its own."""
    n = frames(t60_s * 1.1)
    first_s = size_m / 340.0
    out = np.zeros((n, 2))
    for side in range(2):
        taps = np.sort(rng.uniform(first_s * 0.6, first_s * 5, 9))
        for s in taps:
            at = frames(s)
            if at < n:
                out[at, side] += 0.5 * first_s / s * (1 if rng.random() < 0.7 else -1)
        late = noise(rng, n) * np.exp(-6.9078 * np.arange(n) / (t60_s * RATE_HZ))
        late *= np.minimum(1.0, np.arange(n) / frames(first_s * 3))
        out[:, side] += late * 0.9 / math.sqrt(max(1.0, float(np.sum(late**2))))
    return band(out, 90.0, dull_hz)


def room(rng: np.random.Generator, x: Line, size_m: float = 4.0, t60_s: float = 0.35, wet: float = 0.35, dull_hz: float = 5000.0) -> Line:
    """`x` (n,) or (n, 2) in a room, the direct sound unchanged, longer by its reverberation; shape (n + tail, 2).

    Real sounds are heard with the reflections of where they happen; bare ones sound like a synthesiser. The mix adds the story's space.
    """
    dry = place(x, 0.0) if x.ndim == 1 else x
    ir = _room(rng, size_m, t60_s, dull_hz)
    out = wet * convolved(np.asarray(dry.T, np.float32), np.asarray(ir.T, np.float32)).T.astype(np.float64)
    out[:len(dry)] += dry
    return out


def still_air(rng: np.random.Generator, n: int, level: float) -> Line:
    """The air of a quiet place, pink, RMS `level`, each side its own; shape (n, 2), fading in and out.

    No place is silent: what is struck or trodden on in digital silence is heard as a drum.
    """
    size = fast_size(n)
    hz = np.maximum(np.fft.rfftfreq(size, 1.0 / RATE_HZ), 20.0)
    colour = 1.0 / (np.sqrt(hz) * (1.0 + (50.0 / hz) ** 4) * (1.0 + (hz / 9000.0) ** 8))
    white = np.ascontiguousarray(noise(rng, 2 * n).reshape(n, 2).T, np.float32)
    air = irfft(rfft(white, size) * colour.astype(np.float32), size)[:, :n]
    edge = np.minimum(1.0, np.minimum(np.arange(n) / frames(0.1) + 0.1, np.arange(n)[::-1] / frames(0.4)))
    return np.asarray((air * (level / air.std(dtype=np.float64) * edge)).T)


@functools.lru_cache(maxsize=1)
def _last_filter() -> Line:
    """18 Hz high-pass; a soft low-pass and a steep one: a detector of clicks listens above 12.5 kHz, and its filter is no wall."""
    return np.concatenate([highpass(18.0, 2), lowpass(9_000.0, 4), wall(11_500.0, 70.0, 10)])


def loudest_lufs(audio: Audio) -> float:
    """Loudness of the loudest 400 ms, silence around a short sound counted."""
    edge = np.zeros((frames(0.4), audio.shape[1]), np.float32)
    meter = LoudnessMeter(audio.shape[1])
    meter.feed(np.concatenate([audio, edge]) if len(audio) < frames(0.8) else audio)
    return float(meter.momentary_lufs().max())


def finish(x: Line, *, fade_s: float = 0.08, peak_at_end: bool = False, floor_db: float = -58.0) -> Audio:
    """The sound as the contract wants it: nothing in front of its attack, nothing under the floor behind, soft edges, level, no DC."""
    sound = place(x, 0.0) if x.ndim == 1 else x
    planes = np.ascontiguousarray(filtered(np.asarray(sound, np.float32), _last_filter()).T)
    height = np.maximum(np.abs(planes[0]), np.abs(planes[1]))
    loud, tail = (height > height.max() * db_to_gain(db) for db in (-40.0, floor_db))
    frames_left = int(np.argmax(tail[::-1]))
    first = 0 if peak_at_end else max(0, int(np.argmax(loud)) - 24)
    last = len(height) if peak_at_end else min(len(height), len(height) - frames_left + frames(fade_s))
    planes = planes[:, first:last]
    up, down = min(48, last - first), min(frames(0.012 if peak_at_end else fade_s), last - first)
    edge = np.ones(last - first, np.float32)
    edge[:up] *= rising(up)
    edge[last - first - down:] *= falling(down)
    planes = planes * edge
    planes -= (planes.sum(axis=1, dtype=np.float64) / edge.sum(dtype=np.float64)).astype(np.float32)[:, None] * edge
    planes *= np.float32(0.1 / max(float(np.abs(planes).max()), 1e-12))
    out = np.ascontiguousarray(planes.T)
    gain = min(db_to_gain(LEVEL_LUFS - loudest_lufs(out)), db_to_gain(PEAK_DBFS) / 0.1)
    return out * np.float32(gain)
