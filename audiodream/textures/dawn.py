"""Dawn: birds, each with a song of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.fades import edges
from audiodream.grains import Echo, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ, s_to_frames

AIR = {60.0: -4.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -14.0, 10_000.0: -30.0}
BIRDS = 8


def _syllable(rng: np.random.Generator, low_hz: float, high_hz: float) -> Mono:
    """One note: a glide or an arch between two pitches, with or without a fast trill, its edges soft."""
    frames = s_to_frames(rng.uniform(0.04, 0.2))
    t = np.linspace(0.0, 1.0, frames)
    a, b, arch = rng.uniform(low_hz, high_hz), rng.uniform(low_hz, high_hz), rng.normal(0.0, 0.15)
    hz = a * (b / a) ** t * (1.0 + arch * np.sin(np.pi * t))
    if rng.random() < 0.4:
        hz *= 1.0 + rng.uniform(0.02, 0.09) * np.sin(2.0 * np.pi * rng.uniform(18.0, 45.0) * t * frames / RATE_HZ)
    phase = 2.0 * np.pi * np.cumsum(np.clip(hz, 1200.0, 9000.0)) / RATE_HZ
    loud = edges(frames, frames // 3, frames // 2) * (0.75 + 0.25 * np.sin(2.0 * np.pi * rng.uniform(1.0, 4.0) * t))
    return np.asarray(loud * (np.sin(phase) + rng.uniform(0.0, 0.1) * np.sin(2.0 * phase)), np.float32)


def notes_of(rng: np.random.Generator) -> list[Mono]:
    """The two to four syllables of one bird, about a pitch of its own."""
    middle = float(np.exp(rng.uniform(np.log(2300.0), np.log(5200.0))))
    return [_syllable(rng, middle / 1.4, middle * 1.4) for _ in range(int(rng.integers(2, 5)))]


def phrase_of(rng: np.random.Generator, notes: list[Mono]) -> Mono:
    """The syllables in some order, each said one to five times: never twice the same."""
    parts = []
    for k in rng.permutation(len(notes)):
        gap = np.zeros(s_to_frames(rng.uniform(0.02, 0.12)), np.float32)
        parts += [notes[k], gap] * int(rng.integers(1, 6))
    return np.concatenate(parts)


@dataclass(frozen=True)
class Dawn(Texture):
    """A dawn chorus: birds of different kinds, who keep to their phrases and leave pauses, near and far, in cool air.

    Source: Farnell, Designing Sound (2010), ch. 51 (syrinx as a frequency-modulated whistle); phrases after Catchpole & Slater (2008).
    """

    name: ClassVar[str] = "dawn"
    imitates: ClassVar[tuple[str, ...]] = ("Bird", "Bird vocalization, bird call, bird song", "Chirp, tweet")
    birds: Ramp = ramp(0.4, 0.9, low=0, high=1, unit="", more="more birds, who pause less")
    air: Ramp = ramp(0.3, 0.4, low=0, high=1, unit="", more="more of the morning air between them")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, near, afar = course.rng, Track(), Track(1)
        flock, places = [notes_of(rng) for _ in range(BIRDS)], sides(rng, BIRDS)
        loud = 0.2 * np.exp(-0.25 * np.arange(BIRDS))
        due = [int(rng.uniform(0.0, 0.6 + 0.5 * k) * RATE_HZ) for k in range(BIRDS)]
        air, breeze, spectrum, wood = NoiseLoom(rng, width=1.0), Walk(rng, 0.3), shape_of(AIR), Echo(rng, 0.7)
        for start, frames in course.blocks():
            birds, calm = (whole_block(course.control(knob, start, frames)) for knob in (self.birds, self.air))
            for k, notes in enumerate(flock):
                while due[k] < BLOCK_FRAMES:
                    if rng.random() < 0.3 + birds[0] * (1.0 - 0.06 * k):
                        phrase = phrase_of(rng, notes) * np.float32(loud[k] * rng.uniform(0.6, 1.0))
                        near.add(phrase[:, None] * (places[k] * np.float32(0.9 - 0.1 * k)), due[k])
                        afar.add(phrase * np.float32(0.2 + 0.1 * k), due[k])
                        due[k] += len(phrase)
                    due[k] += int(rng.exponential(2.2 - 1.6 * float(birds[0])) * RATE_HZ)
                due[k] -= BLOCK_FRAMES
            level = 0.03 * calm * np.exp(0.3 * breeze.block()[0])
            yield (near.block() + wood.block(afar.block()[:, 0]) + apply_gain(air.block(spectrum), to_frames(level)))[:frames]
