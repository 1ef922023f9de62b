"""Rain: drops without number, near and far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import to_frames, whole_block
from audiodream.filters import Filter, bandpass, highpass, lowpass
from audiodream.grains import between, bursts, moments, scatter, sides, spray
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track

FAR = {100.0: -40.0, 500.0: -9.0, 1200.0: 0.0, 5000.0: -2.0, 9000.0: -12.0, 14_000.0: -50.0}
LEAN = np.array([[0.97, 0.24], [0.24, 0.97]], np.float32)
"""What falls at one side is faintly heard at the other: a mono sum then loses less."""


@dataclass(frozen=True)
class Rain(Texture):
    """Rain on the ground: single drops near by, a patter around them, and the hiss of all that falls farther off.

    A drop on a hard or leafy surface is a burst of noise of a few milliseconds, not a bubble: bubbles sing, and are heard as birds.
    Source: Farnell, Designing Sound (2010), ch. 38, for the three distances.
    """

    name: ClassVar[str] = "rain"
    imitates: ClassVar[tuple[str, ...]] = ("Rain", "Rain on surface", "Raindrop")
    density: Ramp = ramp(0.3, 0.7, low=0, high=1, unit="", more="drips, then steady rain, then a downpour")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        drops = bursts(rng, between(rng, 700.0, 6000.0, 150), 0.5, 0.014, 6.0)
        near, far, spectrum = Track(), NoiseLoom(rng, top_hz=12_000.0, width=0.75), shape_of(FAR)
        around = Filter(np.vstack([bandpass(2700.0, 0.6), highpass(500.0), lowpass(9000.0, 4)]))
        for start, frames in course.blocks():
            density = whole_block(course.control(self.density, start, frames))
            at = moments(rng, 10.0 * np.exp(3.2 * density))
            scatter(near, rng, drops, at, sides(rng, len(at)) * np.exp(rng.normal(-3.0, 0.6, len(at)))[:, None])
            patter = around.run(spray(rng, 850.0 * float(np.exp(2.0 * density.mean())), 0.6)) @ LEAN
            out = near.block() + apply_gain(patter, to_frames(0.026 * np.exp(2.0 * density)))
            yield (out + apply_gain(far.block(spectrum), to_frames(0.008 * np.exp(1.2 * density))))[:frames]
