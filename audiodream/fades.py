"""Edges and envelopes of sounds."""

from __future__ import annotations

import numpy as np

from audiodream.audio import Mono
from audiodream.units import RATE_HZ


def ring(frames: int, decay_s: float, attack_s: float = 0.002, rate_hz: int = RATE_HZ) -> Mono:
    """An envelope: raised-cosine attack, then e^(-t / decay), brought to nothing over the last tenth."""
    t = np.arange(frames) / rate_hz
    out = np.exp(-t / decay_s)
    n = min(frames, max(1, round(attack_s * rate_hz)))
    out[:n] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(n) / n)
    n = max(1, frames // 10)
    out[frames - n:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(n) + 1) / n)
    return out.astype(np.float32)
