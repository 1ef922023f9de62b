"""A space without walls: a very low breath, far resonances on the root, a thin cold air above, and nothing between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, apply_gain
from audiodream.control import BLOCK_POINTS, Glide, Walk, bounded, to_frames
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, bump, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.upsampler import Upsampler

_LEVEL, _HOP = 0.02986, 12_000
_RATIOS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 3.2, 4.5, 6.0)


@dataclass(frozen=True)
class Void(Texture):
    """Noise in frames of half a second, so that tones smear as in an endless hall, through resonances on the root that swell and sink
    one by one; a slow tide; air above 2 kHz, barely there. Nothing has an onset."""

    name: ClassVar[str] = "void"
    factor: ClassVar[int] = 2

    depth: Ramp = ramp(0.5, 0.8, low=0, high=1, unit="", more="lets the low breath outweigh the rest")
    voices: Ramp = ramp(0.6, 0.9, low=0, high=1, unit="", more="lets the far resonances come nearer")
    cold: Ramp = ramp(0.3, 0.6, low=0, high=1, unit="", more="adds thin air above")
    tide_s: float = fixed(11.0, low=2, high=60, unit="s", more="makes the tide slower")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng, root = course.rng, course.root_hz
        low, high, up = NoiseLoom(rng, _HOP, factor=4), NoiseLoom(rng, 2400, top_hz=9000, factor=2), Upsampler(2)
        tide, come, wander = Walk(rng, 0.5 / self.tide_s), Walk(rng, 0.07, len(_RATIOS)), Walk(rng, 0.1)
        depth, voices, cold = Glide(1.0), Glide(1.0), Glide(1.0)
        breath = 1.6 * sloped(-6.0, 28, 240, _HOP)[:low.bins]
        tones = np.stack([sloped(-3.0, 40, 2000, _HOP)[:low.bins] * bump(root * r, 90.0, _HOP, low.bins) * 9.0 for r in _RATIOS])
        air = sloped(-4.0, 2200, 8000, 2400)
        for start, frames in course.blocks():
            moving = come.block()[:, BLOCK_POINTS // 4::BLOCK_POINTS // 4][:, :low.hops]
            near = np.clip(0.5 + 0.7 * moving, 0.0, 1.6).T.astype(np.float32)
            deep = float(depth.block(course.control(self.depth, start, frames))[50])
            call = float(voices.block(course.control(self.voices, start, frames))[50])
            shapes = (0.4 + deep) * breath + call * (near @ tones) * (1.2 - 0.5 * deep)
            heave = 1.0 + 0.55 * bounded(tide.block()[0])
            sound = apply_gain(up.run(low.block(shapes.astype(np.float32))), to_frames(heave, 2))
            thin = cold.block(course.control(self.cold, start, frames)) * (0.6 + 0.6 * bounded(wander.block()[0]))
            sound += high.block(air, to_frames(0.16 * np.maximum(thin, 0.0), 2))
            yield sound * np.float32(_LEVEL)
