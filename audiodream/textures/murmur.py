"""A murmur: a few people near by, talking low."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.crowd import Passage, kit
from audiodream.filters import Filter, lowpass
from audiodream.knobs import Ramp, ramp
from audiodream.textures.texture import Course, Texture


@dataclass(frozen=True)
class Murmur(Texture):
    """Low talk, as behind a hand or a curtain; performed by our own voices (see `audiodream.crowd`)."""

    name: ClassVar[str] = "murmur"
    imitates: ClassVar[tuple[str, ...]] = ("Chatter", "Hubbub, speech noise, speech babble", "Crowd", "Conversation",
                                           "Inside, public space", "Inside, large room or hall")
    near: Ramp = ramp(0.4, 0.8, low=0, high=1, unit="", more="closer and clearer")
    unrest: Ramp = ramp(0.3, 0.8, low=0, high=1, unit="", more="comes in waves")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, people = course.rng, kit()
        talk, more, dull = Passage(people, "near", rng), Passage(people, "far", rng), Filter(lowpass(2200.0, 1))
        wave = Walk(rng, 0.2, 2)
        for start, frames in course.blocks():
            near, unrest = (whole_block(course.control(knob, start, frames)) for knob in (self.near, self.unrest))
            ebb = np.exp(0.45 * unrest * wave.block())
            said = talk.block()
            low = dull.run(said)
            out = apply_gain(said, to_frames(0.42 * near * ebb[0])) + apply_gain(low, to_frames(0.72 * (1.0 - near) * ebb[0]))
            yield ((out + apply_gain(more.block(), to_frames(0.18 * ebb[1]))) * np.float32(0.9))[:frames]
