"""Spectra: the same as numpy's, cut off or made longer, along any axis, in the sound's own precision."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from audiodream.spectra import fast_size, irfft, rfft


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("size", "axis"), [(None, -1), (90, 1), (128, 1), (None, 0), (11, 0)])
def test_they_are_those_of_numpy(dtype: type[Any], size: int | None, axis: int) -> None:
    sound = np.random.default_rng(1).standard_normal((8, 100)).astype(dtype)
    spectrum = rfft(sound, size, axis)
    assert spectrum.dtype == np.result_type(dtype, np.complex64)
    assert np.allclose(spectrum, np.fft.rfft(sound, size, axis), atol=1e-4)
    for back in (size, 64):
        again = irfft(spectrum, back, axis)
        assert again.dtype == dtype and np.allclose(again, np.fft.irfft(spectrum, back, axis), atol=1e-5)


def test_a_spectrum_may_be_real_and_a_sound_whole_numbers() -> None:
    power = np.abs(rfft(np.arange(16))) ** 2
    assert np.allclose(irfft(power), np.fft.irfft(power))


@pytest.mark.parametrize("shape", [(0, 64), (2, 0, 64)])
def test_of_no_sound_there_is_no_spectrum(shape: tuple[int, ...]) -> None:
    spectrum = rfft(np.zeros(shape, np.float32))
    assert spectrum.shape == (*shape[:-1], 33) and spectrum.dtype == np.complex64
    assert irfft(spectrum).shape == shape


def test_a_quick_size_is_no_less_than_asked_for() -> None:
    assert [fast_size(n) for n in (1, 8, 1000, 1009)] == [1, 8, 1000, 1024]
