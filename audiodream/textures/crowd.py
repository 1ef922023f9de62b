"""A crowd in a hall: many people talking, none of whom can be understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Curve, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.crowd import Passage, kit
from audiodream.knobs import Ramp, ramp
from audiodream.textures.texture import Course, Texture


@dataclass(frozen=True)
class Crowd(Texture):
    """Performed by our own voices (see `audiodream.crowd`): those near by, those across the hall, and those who lose their composure.

    Crowds made of formants are heard as a foghorn; a crowd is heard in speech that many speak at once.
    """

    name: ClassVar[str] = "crowd"
    imitates: ClassVar[tuple[str, ...]] = ("Crowd", "Hubbub, speech noise, speech babble", "Chatter", "Inside, public space",
                                           "Inside, large room or hall")
    distance: Ramp = ramp(0.6, 0.3, low=0, high=1, unit="", more="farther off: duller, denser, more of the hall")
    size: Ramp = ramp(0.4, 0.8, low=0, high=1, unit="", more="more people")
    agitation: Ramp = ramp(0.0, 0.6, low=0, high=1, unit="", more="louder, quicker talk, laughter and calls")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, people = course.rng, kit()
        near, across, others, lively = (Passage(people, piece, rng) for piece in ("near", "far", "near", "loud"))
        swell = Walk(rng, 0.12, 3)
        for start, frames in course.blocks():
            distance, size, agitation = (whole_block(course.control(knob, start, frames))
                                         for knob in (self.distance, self.size, self.agitation))
            ebb = np.exp(0.12 * swell.block())
            out = apply_gain(near.block(), _gain(1.15 * np.cos(distance * np.pi / 2) * ebb[0]))
            out += apply_gain(others.block(), _gain(0.35 * size * np.cos(distance * np.pi / 2) * ebb[1]))
            out += apply_gain(across.block(), _gain((0.3 + 0.25 * size) * np.sin((0.2 + 0.8 * distance) * np.pi / 2) * ebb[2]))
            out += apply_gain(lively.block(), _gain(0.9 * agitation * (1.0 - 0.4 * distance) * ebb[0]))
            yield (out * np.float32(0.871))[:frames]


def _gain(curve: Curve) -> Curve:
    return to_frames(curve * 0.6)
