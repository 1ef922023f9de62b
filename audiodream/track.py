"""Sounds laid ahead of the block that is being woven."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audiodream.units import BLOCK_FRAMES


class Track:
    """Sounds laid down ahead of the block that is being woven: what rings over its end goes on in the next."""

    def __init__(self, channels: int = 2, factor: int = 1) -> None:
        self._frames = BLOCK_FRAMES // factor
        self._ahead = np.zeros((2 * self._frames, channels), np.float32)

    def add(self, sound: npt.NDArray[np.float32], frame: int) -> None:
        """Lay (n, channels), or (n,) into every channel, with its first frame at `frame` >= 0 of the present block."""
        end = frame + len(sound)
        if end > len(self._ahead):
            more = np.zeros((-(-end // self._frames) * self._frames - len(self._ahead), self._ahead.shape[1]), np.float32)
            self._ahead = np.concatenate([self._ahead, more])
        self._ahead[frame:end] += sound if sound.ndim == 2 else sound[:, None]

    def block(self) -> npt.NDArray[np.float32]:
        """The present block, finished, (BLOCK_FRAMES / factor, channels); the next becomes the present."""
        out = self._ahead[:self._frames]
        rest = self._ahead[self._frames:]
        self._ahead = rest if len(rest) >= self._frames else np.concatenate(
            [rest, np.zeros((self._frames - len(rest), rest.shape[1]), np.float32)])
        return out
