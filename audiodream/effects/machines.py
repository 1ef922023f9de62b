"""Machines: an engine, a siren, a gunshot from afar, a telephone, a switch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, band, blow, course, fall, finish, force, frames, noise, pulses, ring, room, turn, wander
from audiodream.effects.effect import Effect
from audiodream.knobs import fixed


@dataclass(frozen=True)
class Engine(Effect):
    """A car's engine turns over, catches, revs once and is driven off: four cylinders as pulses of unequal strength through a
    pipe (Farnell, Designing Sound, ch. 46), with the noise of the valves."""

    name: ClassVar[str] = "engine"
    imitates: ClassVar[tuple[str, ...]] = ("Engine", "Engine starting", "Idling", "Accelerating, revving, vroom", "Car", "Motor vehicle (road)",
                                           "Medium engine (mid frequency)", "Heavy engine (low frequency)", "Truck")

    length_s: float = fixed(4.5, low=1.5, high=12.0, unit="s", more="runs for longer")
    speed_hz: float = fixed(34.0, low=12.0, high=120.0, unit="firings/s", more="revs higher")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - engines keep out of the key
        n, end = frames(self.length_s), self.length_s
        speed = self.speed_hz * course(n, (0, 0.4), (0.5, 0.42), (0.6, 0.9), (0.9, 1.3), (1.4, 0.95), (0.55 * end, 1.0), (end, 2.2))
        speed *= np.exp(0.03 * wander(rng, n, 4.0))
        order = rng.uniform(0.75, 1.2, 4)
        count = np.cumsum(speed) / 48_000
        strength = order[np.floor(count).astype(np.int64) % 4]
        fire = pulses(speed) * strength * (1 + 0.25 * wander(rng, n, 30.0))
        kernel = np.hanning(frames(0.006))
        puff = np.convolve(fire, kernel / kernel.sum())[:n] + 0.25 * fire
        pipe = ring(puff, [72.0, 145.0, 228.0, 340.0, 520.0, 810.0], [0.07, 0.06, 0.05, 0.04, 0.03, 0.02], [1.0, 0.9, 0.8, 0.7, 0.5, 0.4])
        valves = band(noise(rng, n), 900.0, 5000.0) * (0.4 + np.convolve(fire, np.hanning(500))[:n])
        out = pipe + 0.035 * valves + 0.05 * band(noise(rng, n), 100.0, 900.0)
        loud = course(n, (0, 0.6), (0.5, 0.6), (0.65, 1.0), (0.6 * end, 1.0), (end, 0.0))
        across = course(n, (0, 0.0), (0.55 * end, 0.0), (end, 0.7)) * (1 if rng.random() < 0.5 else -1)
        both = np.stack([out * loud * (1 - across), out * loud * (1 + across)], axis=1)
        return finish(room(rng, both, size_m=6.0, t60_s=0.35, wet=0.35, dull_hz=3500.0), fade_s=0.5)


@dataclass(frozen=True)
class Siren(Effect):
    """An emergency vehicle's wail, up and down every few seconds, far off between houses."""

    name: ClassVar[str] = "siren"
    imitates: ClassVar[tuple[str, ...]] = ("Siren", "Emergency vehicle", "Police car (siren)", "Ambulance (siren)", "Fire engine, fire truck (siren)",
                                           "Civil defense siren")

    length_s: float = fixed(5.0, low=1.0, high=12.0, unit="s", more="goes on longer")
    cycle_s: float = fixed(2.4, low=0.2, high=6.0, unit="s", more="a slower wail")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - sirens keep out of the key
        n = frames(self.length_s)
        t = np.arange(n) / 48_000
        wail = 0.5 - 0.5 * np.cos(2 * np.pi * (t / self.cycle_s + 0.1))
        hz = 620.0 * 2.3**wail * rng.uniform(0.93, 1.07) * course(n, (0, 1.015), (self.length_s, 0.985))
        horn = turn(hz) + 0.5 * turn(2 * hz) + 0.45 * turn(3 * hz) + 0.2 * turn(4 * hz) + 0.18 * turn(5 * hz)
        horn = band(np.tanh(1.2 * horn), 450.0, 3800.0) * course(n, (0, 0.5), (self.length_s * 0.45, 1.0), (self.length_s, 0.0))
        return finish(room(rng, horn, size_m=14.0, t60_s=0.9, wet=0.5, dull_hz=2600.0), fade_s=0.8)


@dataclass(frozen=True)
class Gunshot(Effect):
    """A shot heard from afar: the muzzle blast (a Friedlander pulse), dulled by the air, and its echoes from trees and walls
    (Maher 2007)."""

    name: ClassVar[str] = "gunshot"
    imitates: ClassVar[tuple[str, ...]] = ("Gunshot, gunfire", "Cap gun", "Artillery fire", "Explosion")
    level_db: ClassVar[float] = 3.0

    distance_m: float = fixed(120.0, low=10.0, high=1500.0, unit="m", more="farther: duller, more echo")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - shots have no key
        n = frames(1.6)
        t = np.arange(n) / 48_000
        far = min(1.0, self.distance_m / 500.0)
        blast = (1 - t / 0.004) * np.exp(-t / 0.004) + noise(rng, n) * (0.9 * np.exp(-t / 0.012) + 0.3 * np.exp(-t / 0.06))
        blast = band(blast, 90.0, 9000.0 - 6000.0 * far)
        out = np.stack([blast, blast], axis=1)
        for delay in rng.uniform(0.03, 0.75, 14):
            at = frames(float(delay))
            echo = band(blast, 120.0, 2800.0) * (0.35 + 0.25 * far) * np.exp(-delay / 0.3) * rng.uniform(0.4, 1.0)
            side = rng.uniform(-0.8, 0.8)
            out[at:, 0] += echo[:n - at] * (1 - side)
            out[at:, 1] += echo[:n - at] * (1 + side)
        return finish(room(rng, out, size_m=30.0, t60_s=1.3, wet=0.4, dull_hz=2500.0), fade_s=0.5)


@dataclass(frozen=True)
class Phone(Effect):
    """An old telephone: a clapper swings between two gongs twenty times a second, rings and rests."""

    name: ClassVar[str] = "phone"
    imitates: ClassVar[tuple[str, ...]] = ("Telephone bell ringing", "Telephone", "Ringtone", "Alarm clock")

    rings: float = fixed(2.0, low=1.0, high=8.0, unit="", more="more rings")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - telephones keep out of the key
        count = round(self.rings)
        n = frames(count * 1.9 + 0.3)
        hits: list[Line] = [np.zeros(n), np.zeros(n)]
        for k in range(count):
            t = k * 1.9
            while t < k * 1.9 + 1.15:
                for gong in range(2):
                    hits[gong] += 0.0
                    at = frames(t + gong * 0.024)
                    hits[gong][at:at + 12] += np.hanning(12) * rng.uniform(0.7, 1.0)
                t += 0.049 * rng.uniform(0.98, 1.02)
        out = np.zeros(n)
        for gong, base in enumerate((1180.0, 1330.0)):
            hz = base * rng.uniform(0.97, 1.03) * np.array([1.0, 1.004, 2.71, 5.15])
            out += ring(hits[gong], hz, [0.5, 0.45, 0.3, 0.15], [0.6, 0.5, 1.0, 0.6])
        out += 0.02 * band(hits[0] + hits[1], 500.0, 5000.0)
        return finish(room(rng, out, size_m=3.0, t60_s=0.35, wet=0.35, dull_hz=6000.0), fade_s=0.2)


@dataclass(frozen=True)
class Switch(Effect):
    """A light switch: a spring that snaps a lever from one stop to the other in a small case on the wall."""

    name: ClassVar[str] = "switch"
    imitates: ClassVar[tuple[str, ...]] = ("Clicking", "Tick", "Door", "Camera", "Cupboard open or close")

    force_: float = fixed(0.6, low=0.0, high=1.0, unit="", more="a larger, stiffer lever")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - switches have no key
        n = frames(0.35)
        out = np.zeros(n)
        for at, hard in ((0.0, 0.35), (rng.uniform(0.03, 0.05), 1.0), (rng.uniform(0.06, 0.075), 0.3)):
            start = frames(at) if at else 0
            out += hard * blow(rng, n, start, ((200.0, 700.0, 0.008, 0.8 * self.force_), (700.0, 2500.0, 0.005, 0.8), (2500.0, 9000.0, 0.003, 0.6)))
            out += 3.0 * hard * ring(force(0.0005, n, start), rng.uniform(1500, 5500, 5), np.full(5, 0.02), np.full(5, 0.5))
        out *= fall(n, 0.3)
        return finish(room(rng, out, size_m=2.5, t60_s=0.25, wet=0.6, dull_hz=5000.0), fade_s=0.1)
