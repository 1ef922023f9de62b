"""The bed makes room for consonants: a dip at 1 to 4 kHz, only while somebody speaks."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio
from audiodream.filters import bandpass
from audiodream.recursive import STRIDE_FRAMES, Recursion

CENTRE_HZ, Q = 2000.0, 0.67
"""1 to 4 kHz carry most of the weight of intelligibility (ANSI S3.5: 72 % in the octaves of 1, 2 and 4 kHz)."""
DEPTH_DB = -6.0


class Unmask:
    """The dip over sound that comes in pieces of whole strides, the last of any length; its state is carried from one to the next."""

    def __init__(self, depth_db: float = DEPTH_DB) -> None:
        self._band = Recursion(bandpass(CENTRE_HZ, Q))
        self._taken = 1.0 - math.pow(10.0, depth_db / 20.0)

    def run(self, sound: Audio, ducked: npt.NDArray[np.float32]) -> Audio:
        """(n, 2), less the band as far as `ducked` (n,) says: 0 in the open .. 1 under speech."""
        short = -len(sound) % STRIDE_FRAMES
        band = self._band.run(np.pad(sound, ((0, short), (0, 0))) if short else sound)
        if not ducked.any():
            return sound
        out, taken = np.empty_like(sound), ducked * np.float32(self._taken)
        for channel, row in enumerate(band):
            np.subtract(sound[:, channel], row[:len(sound)] * taken, out=out[:, channel])
        return out
