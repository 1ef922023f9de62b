"""Convolution: sound through a response, by their spectra."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy

SMALLEST = 1 << 13
"""Shorter blocks cost more for each frame."""


def convolved(sound: npt.NDArray[Any], response: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The whole of it, (..., frames) through (..., taps): (..., frames + taps - 1). A long sound goes block by block."""
    frames, taps = sound.shape[-1], response.shape[-1]
    size = int(scipy.fft.next_fast_len(min(max(4 * taps, SMALLEST), frames + taps - 1), real=True))
    step = size - taps + 1
    count = -(-frames // step)
    blocks = np.zeros((*sound.shape[:-1], count * step), sound.dtype)
    blocks[..., :frames] = sound
    spectra = scipy.fft.rfft(blocks.reshape(*sound.shape[:-1], count, step), size) * scipy.fft.rfft(response, size)[..., None, :]
    pieces = scipy.fft.irfft(spectra, size)
    out = np.zeros((*pieces.shape[:-2], count * step + taps - 1), pieces.dtype)
    for n in range(count):
        out[..., n * step:n * step + size] += pieces[..., n, :]
    return out[..., :frames + taps - 1]
