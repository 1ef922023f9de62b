"""Convolution: sound through a response, by their spectra."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from audiodream.spectra import fast_size, irfft, rfft

SMALLEST = 1 << 13
"""Shorter blocks cost more for each frame."""
MOST_SPECTRA = 2
"""So many sizes of a response's spectrum are kept."""


class Response:
    """What a blow becomes, (..., taps); its spectra are kept, since most sound comes in pieces of one size."""

    def __init__(self, taps: npt.NDArray[Any]) -> None:
        self.taps = taps
        self._spectra: dict[int, npt.NDArray[Any]] = {}

    def run(self, sound: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The whole of it, (..., frames) through (..., taps): (..., frames + taps - 1). A long sound goes block by block."""
        frames, taps = sound.shape[-1], self.taps.shape[-1]
        size = fast_size(min(max(4 * taps, SMALLEST), frames + taps - 1))
        step = size - taps + 1
        count = -(-frames // step)
        blocks = np.zeros((*sound.shape[:-1], count * step), sound.dtype)
        blocks[..., :frames] = sound
        spectra = rfft(blocks.reshape(*sound.shape[:-1], count, step), size) * self._spectrum(size)[..., None, :]
        pieces = irfft(spectra, size)
        out = np.zeros((*pieces.shape[:-2], count * step + taps - 1), pieces.dtype)
        for n in range(count):
            out[..., n * step:n * step + size] += pieces[..., n, :]
        return out[..., :frames + taps - 1]

    def _spectrum(self, size: int) -> npt.NDArray[Any]:
        found = self._spectra.get(size)
        if found is None:
            found = rfft(self.taps, size)
            if len(self._spectra) >= MOST_SPECTRA:
                self._spectra = {}
            self._spectra[size] = found
        return found


def convolved(sound: npt.NDArray[Any], response: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same for a response that is used once."""
    return Response(response).run(sound)
