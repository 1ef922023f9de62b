"""Sound that was woven at a lower rate, brought up."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt


class Upsampler:
    """From rate/factor to rate: windowed sinc, flat to 0.4 of the lower rate, images under -70 dB; late by 12 input frames."""

    TAPS = 24
    _STEP = 20

    def __init__(self, factor: int, channels: int = 2) -> None:
        self.factor = factor
        self._bands = _sinc_bands(factor, self.TAPS, self._STEP)
        self._past = np.zeros((channels, self.TAPS - 1), np.float32)

    def run(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """(n, channels) to (n * factor, channels)."""
        return np.ascontiguousarray(self.planes(sound).T)

    def planes(self, sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The same, (channels, n * factor). So many frames at once are one row of a product: a frame by itself would be copied for
        every tap."""
        frames, step = len(sound), self._STEP
        rows = -(-frames // step)
        whole = np.zeros((len(self._past), rows * step + self.TAPS - 1), np.float32)
        whole[:, :self.TAPS - 1] = self._past
        whole[:, self.TAPS - 1:self.TAPS - 1 + frames] = sound.T
        self._past = whole[:, frames:frames + self.TAPS - 1].copy()
        near = np.lib.stride_tricks.sliding_window_view(whole, step + self.TAPS - 1, axis=1)[:, ::step]
        return (near.reshape(-1, near.shape[2]) @ self._bands).reshape(len(whole), -1)[:, :frames * self.factor]


@lru_cache(8)
def _sinc_bands(factor: int, taps: int, step: int) -> npt.NDArray[np.float32]:
    """What each of `step` frames, and of those before them, gives to the frames at the higher rate: (step + taps - 1, step * factor)."""
    at = np.arange(taps * factor) - (taps * factor - 1) / 2
    sinc = np.sinc(at * 0.93 / factor) * np.kaiser(len(at), 7.0)
    phases = (sinc * (factor / sinc.sum())).reshape(taps, factor)[::-1]
    out = np.zeros((step + taps - 1, step, factor), np.float32)
    for n in range(step):
        out[n:n + taps, n] = phases
    return out.reshape(step + taps - 1, step * factor)
