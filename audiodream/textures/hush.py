"""A hush: a hall full of people who hold their breath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.dsp import Mono, NoiseLoom, Track, Walk, shape_of, to_frames, whole_block
from audiodream.grains import Echo, Strokes, between, bursts, moments, scatter, sides
from audiodream.knobs import Ramp, ramp
from audiodream.textures.texture import Course, Texture
from audiodream.units import RATE_HZ, s_to_frames

ROOM = {60.0: -6.0, 200.0: 0.0, 1000.0: -8.0, 5000.0: -18.0, 10_000.0: -36.0}


def _cough(rng: np.random.Generator) -> Mono:
    """A cough: a burst as the glottis opens, breath behind it, and half the time a second one (Korpas, Sadlonova & Vrabec 1996)."""
    out = np.zeros(s_to_frames(1.0), np.float32)
    at = 0
    formants = np.array([rng.uniform(450, 700), rng.uniform(1000, 1500), rng.uniform(2200, 3000)])
    for strength in (1.0, rng.uniform(0.4, 0.8))[:1 + int(rng.random() < 0.6)]:
        first = bursts(rng, formants, 0.3, 0.09, 3.0)
        breath = bursts(rng, formants * 1.1, 0.35, 0.28, 3.5)
        out[at:at + first.shape[1]] += strength * (np.array([1.0, 0.7, 0.4], np.float32) @ first)
        out[at + 1500:at + 1500 + breath.shape[1]] += 0.7 * strength * (np.array([0.7, 0.8, 0.6], np.float32) @ breath)
        at += int(rng.uniform(0.26, 0.4) * RATE_HZ)
    return out


@dataclass(frozen=True)
class Hush(Texture):
    """The sound of a silent audience: the room, cloth that moves a little, somebody far off who could not help coughing."""

    name: ClassVar[str] = "hush"
    imitates: ClassVar[tuple[str, ...]] = ("Inside, large room or hall", "Inside, public space", "Inside, small room", "Cough",
                                           "Throat clearing", "Rustle", "Shuffle")
    restless: Ramp = ramp(0.5, 0.2, low=0, high=1, unit="", more="more that stirs")
    coughs: Ramp = ramp(0.4, 0.2, low=0, high=1, unit="", more="more coughs, far off")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, far, close = course.rng, Track(1), Track()
        room, hall, strokes = NoiseLoom(rng), Echo(rng, 1.6, 3000.0), Strokes(rng)
        knocks = bursts(rng, between(rng, 220.0, 900.0, 16), 0.5, 0.06, 6.0)
        fibres = bursts(rng, between(rng, 1200.0, 6000.0, 60), 0.9, 0.005, 6.0)
        breath, room_shape = Walk(rng, 0.15), shape_of(ROOM)
        for start, frames in course.blocks():
            restless, coughs = (whole_block(course.control(knob, start, frames)) for knob in (self.restless, self.coughs))
            for at in moments(rng, 0.45 * coughs):
                far.add(_cough(rng) * np.float32(rng.uniform(4.0, 10.0)), at)
            for at in moments(rng, 1.5 * restless):
                far.add(knocks[int(rng.integers(len(knocks)))] * np.float32(np.exp(rng.normal(1.0, 0.5))), at)
            rubs = moments(rng, 160.0 * strokes.block(1.5 * restless).sum(axis=0))
            scatter(close, rng, fibres, rubs, sides(rng, len(rubs)) * np.exp(rng.normal(-1.9, 0.7, len(rubs)))[:, None])
            rustle = close.block()
            far.add(0.3 * rustle.sum(axis=1), 0)
            out = apply_gain(room.block(room_shape), to_frames(0.012 * np.exp(0.1 * breath.block()[0]))) + rustle
            yield ((out + hall.block(far.block()[:, 0])) * np.float32(1.7))[:frames]
