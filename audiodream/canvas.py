"""A canvas: sounds are laid on it at absolute frames, and it is read off window by window."""

from __future__ import annotations

import numpy as np

from audiodream.audio import Audio, add_at, silence
from audiodream.units import RATE_HZ

_SPARE_FRAMES = 20 * RATE_HZ


class Canvas:
    """Stereo. Holds only what lies ahead of the point up to which it has been read."""

    def __init__(self) -> None:
        self._at = 0
        self._ahead = silence(0)

    def lay(self, sound: Audio, frame: int) -> None:
        """Add a sound; what would lie before the point already read is left out."""
        need = frame + len(sound) - self._at
        if need > len(self._ahead):
            # more than is needed: what grows by every sound is copied for every sound
            self._ahead = np.concatenate([self._ahead, silence(need - len(self._ahead) + _SPARE_FRAMES)])
        add_at(self._ahead, sound, frame - self._at)

    def read(self, frames: int) -> Audio:
        """The next window, always `frames` long."""
        out = self._ahead[:frames].copy()
        self._ahead = self._ahead[frames:]
        self._at += frames
        if len(out) < frames:
            out = np.concatenate([out, silence(frames - len(out))])
        return out
