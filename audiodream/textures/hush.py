"""A hush: a hall full of people who fall silent and hold their breath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.crowd import kit
from audiodream.grains import Echo, between, bursts, moments, sides
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.rustle import stroke
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
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


def _dying(rng: np.random.Generator, course: Course, knob: Ramp) -> Audio:
    """The talk of a hall, (frames, 2), from the first frame on: at its level until the beat begins, then gone within two seconds; those
    who sit near fall silent first."""
    people, silent = kit(), min(course.frames, course.begin_frame + s_to_frames(2.0))
    said = np.zeros((silent, 2), np.float32)
    for piece, first_s, last_s in (("near", 0.2, 1.3), ("far", 0.5, 2.0)):
        at = (np.arange(silent) - course.begin_frame) / RATE_HZ
        left = 0.5 + 0.5 * np.cos(np.pi * np.clip((at - first_s * 0.5) / (last_s - first_s * 0.5), 0.0, 1.0))
        said += people.read(piece, int(rng.integers(people.frames(piece))), silent) * (left**1.5)[:, None].astype(np.float32)
    said[:480] *= np.linspace(0.0, 1.0, 480, dtype=np.float32)[:min(480, silent), None]
    return np.asarray(0.6 * said * course.follow(knob, 0, silent)[:, None], np.float32)


@dataclass(frozen=True)
class Hush(Texture):
    """An audience falls silent: its talk dies away within two seconds of its beat's beginning, one voice after another, and leaves
    the room, cloth that moves a little, somebody far off who could not help coughing.

    No class of a recogniser is people who fall silent: it is held to what is said here (see the acceptance tests).
    """

    name: ClassVar[str] = "hush"
    talk: Ramp = ramp(0.6, 0.5, low=0, high=1, unit="", more="louder talk that dies away")
    restless: Ramp = ramp(0.5, 0.2, low=0, high=1, unit="", more="more that stirs")
    coughs: Ramp = ramp(0.4, 0.2, low=0, high=1, unit="", more="more coughs, far off")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, far, close = course.rng, Track(1), Track()
        room, hall = NoiseLoom(rng), Echo(rng, 1.6, 3000.0)
        knocks = bursts(rng, between(rng, 220.0, 900.0, 16), 0.5, 0.06, 6.0)
        breath, room_shape = Walk(rng, 0.15), shape_of(ROOM)
        dying = _dying(rng, course, self.talk)
        for start, frames in course.blocks():
            restless, coughs = (whole_block(course.control(knob, start, frames)) for knob in (self.restless, self.coughs))
            if start < course.begin_frame + s_to_frames(4.0):
                # for a while nobody dares
                restless, coughs = 0.3 * restless, 0.0 * coughs
            for at in moments(rng, 0.45 * coughs):
                far.add(_cough(rng) * np.float32(rng.uniform(4.0, 10.0)), at)
            for at in moments(rng, 1.5 * restless):
                far.add(knocks[int(rng.integers(len(knocks)))] * np.float32(np.exp(rng.normal(1.0, 0.5))), at)
            for at in moments(rng, 0.5 * restless):
                place, loud = sides(rng, 1), float(np.exp(rng.normal(-3.4, 0.4)))
                for _ in range(int(rng.integers(1, 4))):
                    long_s = rng.uniform(0.2, 0.5)
                    close.add(stroke(rng, long_s) * place * np.float32(loud), at)
                    at += int(long_s * rng.uniform(0.7, 1.2) * RATE_HZ)
            rustle = close.block()
            far.add(0.3 * rustle.sum(axis=1), 0)
            out = apply_gain(room.block(room_shape), to_frames(0.012 * np.exp(0.1 * breath.block()[0]))) + rustle
            out = (out + hall.block(far.block()[:, 0])) * np.float32(1.6)
            said = dying[start:start + frames]
            out[:len(said)] += said
            yield out[:frames]
