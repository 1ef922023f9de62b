"""The one array convention, and the arithmetic of sound.

`Audio` is float32, always two-dimensional: (frames, channels), at `units.RATE_HZ` unless a name says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from audiodream.units import CONTROL_FRAMES, RATE_HZ

Audio = npt.NDArray[np.float32]
Curve = npt.NDArray[np.float32]
"""One value every `CONTROL_FRAMES` frames; a curve over n frames holds `control_points(n)` values."""
Mono = npt.NDArray[np.float32]
"""Shape (frames,)."""


def silence(frames: int, channels: int = 2) -> Audio:
    return np.zeros((frames, channels), np.float32)


def control_points(frames: int) -> int:
    """How many control values span `frames`, both ends included."""
    return -(-frames // CONTROL_FRAMES) + 1


@cache
def between_points(factor: int = 1) -> Curve:
    """How far each frame at RATE_HZ / factor is on its way from one control point to the next, 0..1."""
    return np.linspace(0.0, 1.0, CONTROL_FRAMES // factor, endpoint=False, dtype=np.float32)


def curve_to_frames(curve: Curve, frames: int, factor: int = 1) -> Curve:
    """The curve's linear interpolation at every frame at RATE_HZ / factor, shape (frames,). A curve may go on further: what it costs is
    what is asked for."""
    curve = curve[:control_points(frames * factor)]
    rows = (curve[1:] - curve[:-1])[:, None] * between_points(factor)
    rows += curve[:-1, None]
    flat = rows.reshape(-1)
    if len(flat) < frames:
        flat = np.concatenate([flat, np.full(frames - len(flat), curve[-1], np.float32)])
    return np.ascontiguousarray(flat[:frames], np.float32)


def apply_gain(audio: Audio, gain: Curve) -> Audio:
    """`audio` times a gain for every frame, shape (frames,)."""
    out = np.empty_like(audio)
    for channel in range(audio.shape[1]):
        np.multiply(audio[:, channel], gain, out=out[:, channel])
    return out


def pan(mono: Audio, position: float) -> Audio:
    """Constant-power placement of a mono sound; position -1 left .. 1 right. Centre is -3 dB in each channel."""
    angle = (min(1.0, max(-1.0, position)) + 1.0) * math.pi / 4.0
    return np.concatenate([mono[:, :1] * np.float32(math.cos(angle)), mono[:, :1] * np.float32(math.sin(angle))], axis=1)


def to_sides(mid: Mono, side: Mono) -> Audio:
    """(n, 2): mid + side left, mid - side right."""
    out = np.empty((len(mid), 2), np.float32)
    np.add(mid, side, out=out[:, 0])
    np.subtract(mid, side, out=out[:, 1])
    return out


def add_at(target: Audio, sound: Audio, frame: int) -> None:
    """Add `sound` into `target` with its first frame at `frame`, which may be negative; what does not fit is left out."""
    first, last = max(0, frame), min(len(target), frame + len(sound))
    if last > first:
        target[first:last] += sound[first - frame:last - frame]


def resample(audio: Audio, from_hz: int, to_hz: int = RATE_HZ) -> Audio:
    """libsoxr at high quality; the length is round(frames * to / from)."""
    if from_hz == to_hz:
        return audio
    import soxr

    out = soxr.resample(audio, from_hz, to_hz, quality="HQ").astype(np.float32, copy=False)
    return np.asarray(out, np.float32).reshape(-1, audio.shape[1])


class Stream:
    """Sound of a known length, pulled in pieces of any size; the size of the pieces does not change the sound.

    It is fed by an iterator of blocks of whatever size; short input is padded with silence, long input is cut.
    """

    def __init__(self, frames: int, blocks: Iterator[Audio]) -> None:
        self.frames, self._blocks = frames, blocks
        self._left, self._rest = frames, silence(0)

    def read(self, frames: int) -> Audio:
        """The next `frames` frames (fewer at the end), shape (n, 2)."""
        wanted = min(frames, self._left)
        parts, have = [self._rest] if len(self._rest) else [], len(self._rest)
        while have < wanted:
            block = next(self._blocks, None)
            if block is None:
                block = silence(wanted - have)
            parts.append(block)
            have += len(block)
        whole = np.concatenate(parts) if len(parts) > 1 else parts[0] if parts else self._rest
        self._rest, self._left = whole[wanted:], self._left - wanted
        return np.ascontiguousarray(whole[:wanted], np.float32)
