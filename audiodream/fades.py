"""Edges and envelopes of sounds: the raised cosine, a half turn from nothing to one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, Mono
from audiodream.units import RATE_HZ

Fade = npt.NDArray[np.float64]


def raised(x: npt.ArrayLike) -> Fade:
    """0 up to x = 0, 1 from x = 1 on, a raised cosine between."""
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.clip(np.asarray(x), 0.0, 1.0)), np.float64)


def rising(n: int, at: float = 0.5) -> Fade:
    """A raised cosine over n frames, (n,); at: where in a frame its value is taken (0 begins with nothing, 1 ends with one)."""
    return raised((np.arange(n) + at) / n)


def falling(n: int, at: float = 0.5) -> Fade:
    """The same from one to nothing."""
    return 1.0 - rising(n, at)


def edges(frames: int, in_frames: int, out_frames: int) -> Mono:
    """A gain of one with raised-cosine edges."""
    gain = np.ones(frames, np.float32)
    up, down = min(in_frames, frames), min(out_frames, frames)
    gain[:up] *= rising(up).astype(np.float32)
    gain[frames - down:] *= falling(down).astype(np.float32)
    return gain


def fade(audio: Audio, in_frames: int, out_frames: int) -> Audio:
    """A copy with raised-cosine edges."""
    return audio * edges(len(audio), in_frames, out_frames)[:, None]


def ring(frames: int, decay_s: float, attack_s: float = 0.002, rate_hz: int = RATE_HZ) -> Mono:
    """An envelope: raised-cosine attack, then e^(-t / decay), brought to nothing over the last tenth."""
    t = np.arange(frames) / rate_hz
    out = np.exp(-t / decay_s)
    n = min(frames, max(1, round(attack_s * rate_hz)))
    out[:n] *= rising(n, 0.0)
    n = max(1, frames // 10)
    out[frames - n:] *= falling(n, 1.0)
    return out.astype(np.float32)
