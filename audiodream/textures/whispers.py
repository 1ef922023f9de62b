"""Whispers: at one ear and the other, meaning nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import Walk, to_frames, whole_block
from audiodream.crowd import Passage, kit
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.texture import Course, Texture

AIR = {50.0: -26.0, 100.0: -6.0, 300.0: -4.0, 1000.0: -10.0, 9000.0: -19.0, 13_000.0: -45.0}


@dataclass(frozen=True)
class Whispers(Texture):
    """One after another whispers close by, to the left and the right, others behind them (see `audiodream.whispering`), in still air.

    Many at once are heard as an aircraft: a whisper is known by its syllables.
    """

    name: ClassVar[str] = "whispers"
    imitates: ClassVar[tuple[str, ...]] = ("Whispering",)
    throng: Ramp = ramp(0.1, 0.8, low=0, high=1, unit="", more="more who whisper at once")
    breath: Ramp = ramp(0.3, 0.5, low=0, high=1, unit="", more="more air between the words")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, people = course.rng, kit()
        first, second, third = (Passage(people, "whispers", rng) for _ in range(3))
        air, wave = NoiseLoom(rng, top_hz=13_000.0, width=1.0), Walk(rng, 0.3, 3)
        spectrum = shape_of(AIR)
        for start, frames in course.blocks():
            throng, breath = (whole_block(course.control(knob, start, frames)) for knob in (self.throng, self.breath))
            ebb = np.exp(0.2 * wave.block())
            out = apply_gain(first.block(), to_frames((0.275 + 0.12 * throng) * ebb[0]))
            out += apply_gain(second.block(), to_frames(0.35 * throng**2 * ebb[1]))
            out += apply_gain(third.block(), to_frames(0.55 * np.maximum(0.0, throng - 0.5) * ebb[2]))
            yield (out + apply_gain(air.block(spectrum), to_frames(0.006 * breath * ebb[1])))[:frames]
