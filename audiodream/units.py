"""Each quantity once: session constants and conversions. A name ends in its unit."""

from __future__ import annotations

import math

RATE_HZ = 48_000
"""The one session rate. Everything is resampled to it at the door."""

CONTROL_FRAMES = 480
"""Control curves hold one value every 10 ms."""

BLOCK_FRAMES = 48_000
"""Textures are woven in blocks of one second; whoever pulls may ask for any number of frames."""

NARRATION_LUFS = -18.0
"""Loudness of the narration before mastering; levels of beds and effects are set against it."""


def s_to_frames(seconds: float) -> int:
    return round(seconds * RATE_HZ)


def frames_to_s(frames: int) -> float:
    return frames / RATE_HZ


def db_to_gain(db: float) -> float:
    return float(math.pow(10.0, db / 20.0))


def gain_to_db(gain: float) -> float:
    """-200 for silence, so that it can be compared and printed."""
    return 20.0 * math.log10(max(gain, 1e-10))


def st_to_ratio(semitones: float) -> float:
    return float(math.pow(2.0, semitones / 12.0))
