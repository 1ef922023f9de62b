"""A forest: leaves in the wind, now and then a bird."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import Walk, bounded, to_frames, whole_block
from audiodream.filters import Filter, bandpass, highpass, lowpass
from audiodream.grains import Echo, moments, sides, spray
from audiodream.knobs import Ramp, ramp
from audiodream.noise import NoiseLoom, shape_of
from audiodream.textures.dawn import notes_of, phrase_of
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track

BREEZE = {50.0: -12.0, 150.0: -2.0, 350.0: 0.0, 1000.0: -10.0, 4000.0: -26.0, 10_000.0: -50.0}
LEAVES = {300.0: -40.0, 1200.0: -10.0, 2500.0: -1.0, 4500.0: 0.0, 7000.0: -4.0, 10_000.0: -16.0, 14_000.0: -50.0}


@dataclass(frozen=True)
class Forest(Texture):
    """Leaves that touch by the thousand as gusts pass through, side after side; under them the wind, and birds who sing and wait.

    Source: Farnell, Designing Sound (2010), ch. 41 (tree leaves: a patter whose rate and brightness follow the gust).
    """

    name: ClassVar[str] = "forest"
    imitates: ClassVar[tuple[str, ...]] = ("Rustling leaves", "Wind", "Bird", "Bird vocalization, bird call, bird song", "Chirp, tweet")
    leaves: Ramp = ramp(0.4, 0.9, low=0, high=1, unit="", more="more leaves, stirred more")
    birds: Ramp = ramp(0.6, 0.2, low=0, high=1, unit="", more="birds who sing more often")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, near, afar = course.rng, Track(), Track(1)
        flock, places, wood = [notes_of(rng) for _ in range(4)], sides(rng, 4), Echo(rng, 0.9)
        patter = Filter(np.vstack([bandpass(4000.0, 0.5), highpass(1200.0), lowpass(9000.0, 4)]))
        wind, hush, gusts = NoiseLoom(rng), NoiseLoom(rng, top_hz=14_000.0, width=1.0), Walk(rng, 0.25, 2)
        flutter, breeze_shape, leaf_shape = Walk(rng, 8.0, 2), shape_of(BREEZE), shape_of(LEAVES)
        for start, frames in course.blocks():
            leaves, birds = (whole_block(course.control(knob, start, frames)) for knob in (self.leaves, self.birds))
            gust = bounded(gusts.block())
            stirred = np.exp(0.8 * leaves * gust + 0.3 * flutter.block())
            dry = patter.run(spray(rng, 1500.0, 0.8)) * to_frames(0.034 * leaves * stirred).T
            soft = hush.block(leaf_shape) * to_frames(0.022 * leaves * stirred**1.3).T
            low = apply_gain(wind.block(breeze_shape), to_frames(0.016 * np.exp(0.9 * gust.mean(axis=0))))
            for at in moments(rng, 0.7 * birds**1.5):
                k = int(rng.integers(4))
                phrase = phrase_of(rng, flock[k]) * np.float32(rng.uniform(0.06, 0.15))
                near.add(phrase[:, None] * places[k], at)
                afar.add(phrase * np.float32(0.8), at)
            yield ((dry + soft + low + near.block() + wood.block(afar.block()[:, 0])) * np.float32(1.22))[:frames]
