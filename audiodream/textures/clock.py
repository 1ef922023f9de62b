"""A clock in the room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio, Mono, to_sides
from audiodream.control import BLOCK_STEPS, Glide
from audiodream.convolution import convolved
from audiodream.fades import ring
from audiodream.filters import bandpass, filtered, highpass, lowpass
from audiodream.knobs import Ramp, fixed, ramp
from audiodream.noise import NoiseLoom, sloped
from audiodream.textures.texture import Course, Texture
from audiodream.track import Track
from audiodream.units import BLOCK_FRAMES, RATE_HZ

_LEVEL, _VARIANTS = 1.08, 4


@dataclass(frozen=True)
class Clock(Texture):
    """An escapement: three tiny blows within 20 ms (unlock, impulse, drop) in brass and, for a larger clock, a wooden case; tick and
    tock differ, no two are the same; the room answers to both sides within 40 ms. Modal synthesis after van den Doel and Pai 1998."""

    name: ClassVar[str] = "clock"
    imitates: ClassVar[tuple[str, ...]] = ("Tick-tock", "Tick", "Clock", "Mechanisms")

    ticks_hz: Ramp = ramp(4.0, 4.0, low=0.25, high=10, unit="1/s", more="ticks faster: 2 a tall clock, 4 one on the mantelpiece, 5 a watch")
    limp: Ramp = ramp(0.02, 0.05, low=0, high=0.4, unit="", more="lets tick and tock stand unevenly")
    wood: Ramp = ramp(0.0, 0.0, low=0, high=2, unit="", more="lets the case speak louder: a larger, older clock")
    air: float = fixed(0.1, low=0, high=2, unit="", more="raises the sound of the room in which it hangs")
    room: float = fixed(0.8, low=0, high=1, unit="", more="lets the room answer more")

    def weave(self, course: Course) -> Iterator[Audio]:
        rng = course.rng
        blows = [[_blow(rng, 1.0 if tock == 0 else 0.83) for _ in range(_VARIANTS)] for tock in (0, 1)]
        cases = [_case(rng, 1.0), _case(rng, 0.87)]
        answers = [_answer(rng, self.room) for _ in (0, 1)]
        ticks, noise, colour = Track(), NoiseLoom(rng, 2400, top_hz=6000), sloped(-5.5, 50, 2500, 2400)
        rate, limp, wood = Glide(0.5), Glide(0.5), Glide(0.5)
        due, tock = 0.12, 0
        for start, frames in course.blocks():
            hz = rate.block(course.control(self.ticks_hz, start, frames))
            uneven = limp.block(course.control(self.limp, start, frames))
            deep = wood.block(course.control(self.wood, start, frames))
            while due * RATE_HZ < start + BLOCK_FRAMES:
                point = min(int(due * 100) - start * BLOCK_STEPS // BLOCK_FRAMES, BLOCK_STEPS)
                dry = blows[tock][int(rng.integers(_VARIANTS))] * rng.uniform(0.85, 1.15)
                dry = dry + float(deep[point]) * rng.uniform(0.85, 1.15) * cases[tock]
                ticks.add(_heard(dry, answers[tock]), round(due * RATE_HZ) - start)
                lame = uneven[point] if tock == 0 else -uneven[point]
                due += float((1.0 + lame) / hz[point]) * (1.0 + 0.002 * float(rng.standard_normal()))
                tock = 1 - tock
            yield ((ticks.block() + 0.02 * self.air * noise.block(colour)) * np.float32(_LEVEL))[:frames]


_FRAMES = 7200


def _blow(rng: np.random.Generator, pitch: float) -> Mono:
    """Brass: three bursts through five narrow modes, (_FRAMES,)."""
    burst = np.zeros(_FRAMES, np.float32)
    for at_s, gain in ((0.0, 0.35), (rng.uniform(0.004, 0.006), 1.0), (rng.uniform(0.012, 0.017), 0.5)):
        first = round(at_s * RATE_HZ)
        burst[first:first + 72] += gain * rng.standard_normal(72).astype(np.float32) * ring(72, 0.0005, 0.0002)
    modes = np.array([1850.0, 2630.0, 3480.0, 4700.0, 6350.0]) * pitch * rng.uniform(0.985, 1.015, 5)
    sharp, loud = (14.0, 22.0, 26.0, 24.0, 20.0), (1.0, 1.0, 0.9, 0.7, 0.4)
    out = sum(g * filtered(burst, bandpass(float(hz), q)) for hz, q, g in zip(modes, sharp, loud, strict=True))
    return np.asarray(filtered(np.asarray(2.2 * out + 0.3 * burst, np.float32), lowpass(7000.0, 8), highpass(300.0, 2)))


def _case(rng: np.random.Generator, pitch: float) -> Mono:
    """Wood: the blow's thud in the case, (_FRAMES,)."""
    t = np.arange(_FRAMES) / RATE_HZ
    modes = ((210.0, 0.016, 0.5), (390.0, 0.014, 0.6), (640.0, 0.010, 0.7), (980.0, 0.007, 0.6))
    out = sum(g * np.exp(-t / tau) * np.sin(2 * np.pi * (hz * pitch * rng.uniform(0.97, 1.03) * t + rng.random())) for hz, tau, g in modes)
    return np.asarray(0.4 * out * ring(_FRAMES, 1e9, 0.0015), np.float32)


def _answer(rng: np.random.Generator, amount: float) -> tuple[Mono, Mono]:
    """Two short rooms, mid and side."""
    frames = round(0.12 * RATE_HZ)
    fall = ring(frames, 0.028, 0.003)
    noise = rng.standard_normal((2, frames)).astype(np.float32)
    mid, side = (filtered(row * fall, lowpass(5000.0, 2), highpass(250.0, 2)) for row in noise)
    mid[:96] = 0.0
    scale = 0.9 * amount / np.sqrt(np.sum(mid ** 2))
    return np.asarray(mid * scale, np.float32), np.asarray(side * scale, np.float32)


def _heard(dry: Mono, answer: tuple[Mono, Mono]) -> Audio:
    mid, side = (convolved(dry, a) for a in answer)
    mid[:len(dry)] += dry
    side[:len(dry)] += 0.25 * dry
    end = ring(len(mid), 1e9, 0.0001)
    return to_sides((mid * end).astype(np.float32), (side * end).astype(np.float32))
