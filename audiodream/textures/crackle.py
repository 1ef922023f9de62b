"""Electric crackle: a bad contact, a wire about to give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.grains import between, bursts, moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ

FIZZ = {800.0: -40.0, 3000.0: -6.0, 6000.0: 0.0, 9000.0: -6.0, 13_000.0: -50.0}
MAINS_HZ = 100.0


def _arcs(rng: np.random.Generator, starts: list[int]) -> list[int]:
    """Sparks of arcs that strike again on each half wave of the mains until they fail."""
    sparks = []
    for start in starts:
        length = int(rng.exponential(14.0)) + 2
        beats = np.arange(length) / MAINS_HZ + rng.normal(0.0, 0.0007, length)
        kept = beats[rng.random(length) < 0.85]
        sparks += [start + int(max(0.0, beat) * RATE_HZ) for beat in kept]
    return sparks


@dataclass(frozen=True)
class Crackle(Texture):
    """Sparks of a millisecond: single ones, and arcs that strike anew a hundred times a second; between them a fizz.

    Source: Farnell, Designing Sound (2010), ch. 39 (electricity: arcs gated by the mains).
    """

    name: ClassVar[str] = "crackle"
    imitates: ClassVar[tuple[str, ...]] = ("Crackle", "Static", "Buzz")
    sparks: Ramp = ramp(0.3, 0.8, low=0, high=1, unit="", more="more sparks")
    arcs: Ramp = ramp(0.2, 0.7, low=0, high=1, unit="", more="more and longer arcs among them")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, track = course.rng, Track()
        bank = bursts(rng, between(rng, 2000.0, 7500.0, 120), 0.8, 0.003, 7.0)
        fizz, mood, spectrum = NoiseLoom(rng, top_hz=13_000.0, width=1.0), Walk(rng, 0.8, 3), shape_of(FIZZ)
        late: list[int] = []
        for start, frames in course.blocks():
            sparks, arcs = (whole_block(course.control(knob, start, frames)) for knob in (self.sparks, self.arcs))
            busy = mood.block()
            at = moments(rng, 30.0 * np.exp(1.8 * sparks + 0.8 * busy[0]))
            at += late + _arcs(rng, moments(rng, 7.0 * arcs * np.exp(0.9 * busy[1])))
            late, now = [k - BLOCK_FRAMES for k in at if k >= BLOCK_FRAMES], [k for k in at if k < BLOCK_FRAMES]
            strength = np.minimum(np.exp(rng.normal(-1.2, 0.8, len(now))), 1.7)
            scatter(track, rng, bank, now, sides(rng, len(now)) * strength[:, None])
            hiss = apply_gain(fizz.block(spectrum), to_frames(0.006 * np.exp(1.2 * sparks + 0.6 * busy[2])))
            yield ((track.block() + hiss) * np.float32(1.22))[:frames]
