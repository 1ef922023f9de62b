"""What is woven at a lower rate and brought up."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiodream.units import RATE_HZ
from audiodream.upsampler import Upsampler


def test_upsampling_keeps_tones_and_makes_no_images() -> None:
    up, t = Upsampler(4, 1), np.arange(24_000) / 12_000
    sine = np.sin(2 * np.pi * 4000.0 * t).astype(np.float32)[:, None]
    whole = np.concatenate([up.run(sine[i:i + 6000]) for i in range(0, 24_000, 6000)])
    one = Upsampler(4, 1).run(sine)
    assert np.abs(whole - one).max() < 1e-6
    f, p = signal.welch(whole[2000:, 0], RATE_HZ, nperseg=8192)
    assert 10 * np.log10(p[f > 6500].max() / p.max()) < -70.0
    assert np.sqrt(2) * whole[2000:].std() == pytest.approx(1.0, abs=0.01)
