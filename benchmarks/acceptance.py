"""The acceptance test of every texture and effect: what is measured, and between which bounds it must lie.

A texture is measured over a minute at intensity 0.5 and seed 1 (others where a row says so), an effect as seed 1 gives it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from audiodream.audio import Audio, control_points
from audiodream.effects import EFFECTS
from audiodream.harmony import partials, sethares, tension_chord
from audiodream.textures import TEXTURES
from audiodream.textures.choir import SINGERS
from audiodream.textures.drone import Drone
from audiodream.textures.release import Release
from audiodream.textures.ringing import ringing_hz
from audiodream.textures.texture import Course
from audiodream.units import RATE_HZ
from benchmarks import hearing as h

ROOT_HZ = 110.0
INF = float("inf")


@dataclass(frozen=True)
class Criterion:
    """One row: what it is called, how it is measured (of the sound itself, or of whatever it weaves), and its bounds."""

    label: str
    measure: h.Measure | Callable[[], float]
    low: float = -INF
    high: float = INF
    of_sound: bool = True

    def value(self, sound: Audio) -> float:
        return self.measure(sound) if self.of_sound else self.measure()  # type: ignore[call-arg]

    def bounds(self) -> str:
        if self.low == -INF:
            return f"<= {self.high:g}"
        return f">= {self.low:g}" if self.high == INF else f"{self.low:g} .. {self.high:g}"


def woven(name: str, seconds: float, intensity: float = 0.5, *, seed: int = 1, turn_s: float | None = None,
          arousal: float | None = None, **knobs: Any) -> Audio:
    """A texture at one intensity; a knob is one number."""
    frames = round(seconds * RATE_HZ)
    points = np.ones(control_points(frames), np.float32)
    course = Course(frames, points * intensity, points * (intensity if arousal is None else arousal), ROOT_HZ,
                    frames if turn_s is None else round(turn_s * RATE_HZ), np.random.default_rng(seed))
    kind = TEXTURES[name]
    ramps = {k: v if isinstance(v, tuple) or not isinstance(getattr(kind(), k), tuple) else (v, v) for k, v in knobs.items()}
    return kind(**ramps).stream(course).read(frames)


@cache
def effect(kind: str, seed: int = 1) -> Audio:
    return EFFECTS[kind].sound(np.random.default_rng(seed), ROOT_HZ)


def _rough(tension: float) -> float:
    return sethares(partials(ROOT_HZ * tension_chord(tension)))


def _ramp_is_monotone() -> float:
    low, high = Drone().tension
    return float(np.diff([_rough(low + (high - low) * i) for i in np.linspace(0.0, 1.0, 9)]).min())


def _release_end() -> float:
    released = Release()
    return _rough(released.tension_at(3.5)) / _rough(released.tension_at(0.0))


def _release_opens_st() -> float:
    sound = woven("release", 12)
    return 12 * (h.centroid_oct(sound[4 * RATE_HZ:10 * RATE_HZ]) - h.centroid_oct(sound[:round(0.7 * RATE_HZ)]))


def _choir_clash() -> float:
    calm, clash = ([ROOT_HZ * r for r, _, when in SINGERS if when != out] for out in (2, 1))
    return sethares(partials(clash)) / sethares(partials(calm))


def _riser_misses_ms() -> float:
    sound = woven("riser", 17, turn_s=14.37)
    env = np.convolve(h.levels(sound, 0.001), np.hanning(12), "same")
    return abs(float(np.argmax(env)) + 0.5 - 14370.0)


def _riser_climbs() -> float:
    return h.climbs(0.5)(woven("riser", 17, turn_s=14.37)[round(2.4 * RATE_HZ):round(14.37 * RATE_HZ)])


def _shepard_drift_st() -> float:
    sound = woven("shepard", 24, rate_oct=0.125)
    centres = [h.centroid_oct(sound[a * RATE_HZ:(a + 2) * RATE_HZ]) for a in range(0, 23, 2)]
    return abs(float(12 * np.polyfit(np.arange(len(centres)) * 2.0, centres, 1)[0] * 8.0))


def _ratio(name: str, measure: h.Measure, knob: str, low: float, high: float, seconds: float = 20.0) -> Callable[[], float]:
    """The measure with a knob at `high` over that with it at `low`."""
    return lambda: measure(woven(name, seconds, **{knob: high})) / measure(woven(name, seconds, **{knob: low}))


def _difference(name: str, measure: h.Measure, knob: str, low: float, high: float, seconds: float = 20.0) -> Callable[[], float]:
    return lambda: measure(woven(name, seconds, **{knob: high})) - measure(woven(name, seconds, **{knob: low}))


def _of(name: str, measure: h.Measure, seconds: float = 20.0, intensity: float = 0.5, **knobs: Any) -> Callable[[], float]:
    return lambda: measure(woven(name, seconds, intensity, **knobs))


def _drift(name: str, low_hz: float, high_hz: float) -> h.Measure:
    """Modulation of 0.3 to 2 Hz over what is slower."""
    del name
    return lambda sound: float(np.sqrt(h.modulation(low_hz, high_hz)(sound) / h.modulation(0.05, low_hz)(sound)))


def _own(label: str, measure: Callable[[], float], low: float = -INF, high: float = INF) -> Criterion:
    return Criterion(label, measure, low, high, of_sound=False)


C = Criterion
TEXTURE_TESTS: dict[str, tuple[Criterion, ...]] = {
    "choir": (_own("roughness of the partials, dissonant over calm", _choir_clash, 1.3),
              _own("tritone over its surroundings, dissonant less calm, dB",
                   _difference("choir", h.line_db(ROOT_HZ * 1.414214), "dissonance", 0.0, 1.0, 8.0), 10.0)),
    "clock": (_own("lag of the ticks at 2 a second, s", _of("clock", h.period_s(0.3, 0.8, 800.0), ticks_hz=2.0), 0.485, 0.515),
              C("kurtosis above 1 kHz", h.kurtosis(1000.0), 8.0)),
    "crackle": (C("kurtosis above 1 kHz", h.kurtosis(1000.0), 15.0), C("crest, dB", h.crest_db, 15.0)),
    "crowd": (C("modulation at 2..8 Hz of 0.5..20", h.modulation(2.0, 8.0, 0.5), 0.45),
              C("power at 200..4000 Hz", h.share(200.0, 4000.0), 0.8), C("kurtosis", h.kurtosis(), 2.8, 4.5)),
    "dawn": (C("power at 1.5..9 kHz", h.share(1500.0, 9000.0), 0.6), C("kurtosis above 1 kHz", h.kurtosis(1000.0), 4.0)),
    "drone": (_own("smallest step of the partials' roughness over the intensity", _ramp_is_monotone, 0.0),
              _own("roughness of the partials, tension 1 over 0", lambda: _rough(1.0) / _rough(0.0), 3.0)),
    "fire": (C("kurtosis above 1 kHz", h.kurtosis(1000.0), 15.0), C("crest, dB", h.crest_db, 15.0)),
    "forest": (C("power at 1..9 kHz", h.share(1000.0, 9000.0), 0.4), C("kurtosis above 1 kHz", h.kurtosis(1000.0), 5.0)),
    "heartbeat": (_own("lag of the beats at arousal 0.5 (0.632 s, 3 %)", _of("heartbeat", h.period_s(0.45, 0.8), 30.0), 0.613, 0.651),
                  C("power below 150 Hz", h.share(0.0, 150.0), 0.9)),
    "hum": tuple(_own(f"line at {k} x half the root, dB", _of("hum", h.line_db(ROOT_HZ / 2 * k), 10.0, 0.0), 30.0) for k in (1, 2, 4)),
    "hush": (C("talk falls from the first to the third second, 0.2..3 kHz, dB", h.falls_db((0.1, 0.8), (2.2, 4.0), 200.0, 3000.0), 5.0),
             C("power below 500 Hz", h.share(0.0, 500.0), high=0.35), C("harmonicity at 70..400 Hz", h.harmonicity(), high=0.5)),
    "murmur": (C("power at 60..500 Hz", h.share(60.0, 500.0), 0.3),
              C("modulation at 2..8 Hz of 0.5..20", h.modulation(2.0, 8.0, 0.5), 0.45)),
    "night": (C("power at 3.8..5.6 kHz", h.share(3800.0, 5600.0), 0.5),),
    "pad": (_own("minor third, minor less major, dB", _difference("pad", h.line_db(ROOT_HZ * 2.4), "mode", 1.0, 0.0, 10.0), 12.0),),
    "pulse": (_own("lag of the notes at arousal 0.5 (0.375 s, 3 %)",
                   _of("pulse", h.period_s(0.3, 0.45, 60.0, onsets=True), 40.0, density=1.0, ring_s=0.15), 0.364, 0.386),),
    "rain": (C("flatness at 1..10 kHz", h.flatness(1000.0, 10_000.0), 0.35),
             _own("kurtosis above 1 kHz, drips", _of("rain", h.kurtosis(1000.0), density=0.0), 10.0),
             C("kurtosis above 1 kHz, steady", h.kurtosis(1000.0), 3.2, 12.0)),
    "release": (_own("roughness of the partials, end over start", _release_end, high=0.4),
                _own("centroid rises, semitones", _release_opens_st, 3.0)),
    "ring": (C("strongest line over the root's own, ratio",
               lambda s: h.strongest_hz(4000.0, 8000.0)(s) / ringing_hz(ROOT_HZ), 0.997, 1.003),
             _own("loudest 400 ms of the tones, LUFS", _of("ring", h.loudest, 8.0, 1.0, dull=0.0), high=-30.0)),
    "riser": (_own("peak beside its turn, ms", _riser_misses_ms, high=20.0),
              _own("rank correlation of time and level", _riser_climbs, 0.95)),
    "room-tone": (_own("deviation of 1 s levels, dB", _of("room-tone", h.level_sd_db(), stir=0.0), high=0.5),
                  C("frames of nothing", lambda s: float((np.abs(s).max(axis=1) == 0).sum()), high=0.0)),
    "rustle": (C("power at 0.5..9 kHz", h.share(500.0, 9000.0), 0.4), C("kurtosis above 1 kHz", h.kurtosis(1000.0), 5.0)),
    "sea": (_own("lag of the waves, s", _of("sea", h.period_s(6.0, 13.0, rate_hz=10), 180.0), 7.0, 13.0),
            _own("height of that peak", _of("sea", h.periodicity(6.0, 13.0, rate_hz=10), 180.0), 0.3),
            C("level between 5th and 95th percentile, dB", h.level_range_db(0.5), 8.0, 20.0)),
    "shepard": (_own("drift of the centroid in a cycle, semitones", _shepard_drift_st, high=0.5),),
    "shimmer": (_own("power below 350 Hz, dB", _of("shimmer", h.share_db(0.0, 350.0), 12.0, air=0.0), high=-20.0),),
    "slow": (_own("movement at 0.3..2 Hz, stretched 12 x over 2 x",
              _ratio("slow", _drift("slow", 0.3, 2.0), "stretch", 2.0, 12.0, 60.0), high=0.8),),
    "stream": (C("power at 300..6000 Hz", h.share(300.0, 6000.0), 0.8), C("kurtosis above 1 kHz", h.kurtosis(1000.0), 3.0, 12.0)),
    "street": (C("power below 2 kHz", h.share(0.0, 2000.0), 0.9),
              C("level between 5th and 95th percentile, dB", h.level_range_db(), 3.0, 20.0)),
    "sub": (C("correlation below 120 Hz", lambda s: h.correlation(s, above=False) or 0.0, 0.95), C("peak, dBFS", h.peak_db, high=-7.0),
            C("second harmonic over its surroundings, dB", h.line_db(ROOT_HZ), 15.0)),
    "thunder": (C("power at 20..400 Hz", h.share(20.0, 400.0), 0.85),
              C("level between 5th and 95th percentile, dB", h.level_range_db(), 10.0)),
    "train": (C("power below 2 kHz", h.share(0.0, 2000.0), 0.8),),
    "underwater": (C("power above 1 kHz, dB", h.share_db(1000.0, 24_000.0), high=-20.0),
                   C("power above 2 kHz, dB", h.share_db(2000.0, 24_000.0), high=-40.0), C("centroid, Hz", h.centroid_hz, high=400.0)),
    "void": (C("steepest rise in 0.1 s, dB", h.steepest_rise_db, high=6.0),),
    "whispers": (C("harmonicity at 70..400 Hz", h.harmonicity(), high=0.45), C("power at 60..500 Hz", h.share(60.0, 500.0), high=0.15)),
    "wind": (C("modulation below 1 Hz of 0..20", h.modulation(0.0, 1.0, 0.0), 0.9),
              C("correlation of level and centroid", h.brighter_when_louder, 0.6),
             _own("1 s level between 5th and 95th percentile, dB", _of("wind", h.level_range_db(), 120.0), 8.0, 25.0)),
}
"""By texture. Bounds are the sources' where a source names one."""

EFFECT_TESTS: dict[str, tuple[Criterion, ...]] = {
    "applause": (C("power at 0.5..4 kHz", h.share(500.0, 4000.0), 0.75), C("end over loudest", h.end_share(0.8), high=0.3)),
    "bell": (C("attack, ms", h.attack_ms, high=60.0), C("to -20 dB, s", h.down_s(20.0), 1.5)),
    "bodyfall": (C("power below 700 Hz", h.share(0.0, 700.0), 0.6), C("blows", h.blows(0.1, 0.05), 2.0)),
    "breath": (C("harmonicity", h.harmonicity(), high=0.6), C("rise, s", h.rise_s, 0.02)),
    "chain": (C("centroid, Hz", h.centroid_hz, 2500.0), C("kurtosis", h.kurtosis(), 6.0)),
    "cheer": (C("power at 0.2..5 kHz", h.share(200.0, 5000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 2.0, 12.0)),
    "chimes": (C("power at 0.5..9 kHz", h.share(500.0, 9000.0), 0.9), C("blows", h.blows(0.15, 0.06), 3.0)),
    "cloth": (C("rise, s", h.rise_s, 0.01), C("centroid, Hz", h.centroid_hz, 1000.0, 6000.0)),
    "crackle": (C("kurtosis above 1 kHz", h.kurtosis(1000.0), 15.0),),
    "creak": (C("power at 0.2..5 kHz", h.share(200.0, 5000.0), 0.55),
              C("blows below 120 Hz: the load comes and goes", h.blows(0.3, 0.5, below_hz=120.0), 2.0, 3.0),
              C("modulation at 30..95 Hz of 5..95 in its first go",
                lambda s: h.modulation(30.0, 95.0, 5.0, 95.0)(s[RATE_HZ // 4:RATE_HZ // 2]), 0.35),
              C("kurtosis above 1 kHz there", lambda s: h.kurtosis(1000.0)(s[RATE_HZ // 4:RATE_HZ // 2]), 3.6)),
    "crowd-stir": (C("power at 0.2..8 kHz", h.share(200.0, 8000.0), 0.6), C("kurtosis", h.kurtosis(), 3.5),
                   C("loudest lies at, share", h.loudest_at, 0.05, 0.6), C("end over loudest", h.end_share(0.5), high=0.3)),
    "curtain": (C("clicks of the rings", lambda s: float(len(h.clicks_s(s))), 9.0, 26.0),
                C("gaps between the first clicks over the shortest later", h.hastens, 1.4),
                C("balance from first to last third changes by, dB", h.crosses_db, 5.0),
                C("power at 0.1..3 kHz", h.share(100.0, 3000.0), 0.6), C("loudest lies at, share", h.loudest_at, 0.25, 0.8)),
    "debris": (C("later over earlier energy", lambda s: h.rms_db(s[len(s) // 2:]) - h.rms_db(s[:len(s) // 2]), high=-3.0),
               C("kurtosis", h.kurtosis(), 5.0)),
    "dog": (C("blows", h.blows(0.3, 0.15), 4.0, 5.0), C("power at 0.3..4 kHz", h.share(300.0, 4000.0), 0.7)),
    "door-close": (C("power below 700 Hz", h.share(0.0, 700.0), 0.5), C("to -20 dB, s", h.down_s(20.0), high=0.8)),
    "door-open": (C("length, s", lambda s: len(s) / RATE_HZ, 0.8, 4.0), C("power at 0.1..5 kHz", h.share(100.0, 5000.0), 0.6)),
    "drip": (C("blows", h.blows(0.15, 0.15), 3.0, 8.0), C("power at 0.4..6 kHz", h.share(400.0, 6000.0), 0.7)),
    "drum": (C("blows", h.blows(0.3, 0.3), 3.0, 3.0), C("power below 600 Hz", h.share(0.0, 600.0), 0.8)),
    "engine": (C("power below 2 kHz", h.share(0.0, 2000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 3.0, 7.0)),
    "falling": (C("rises for, share", h.loudest_at, 0.6), C("end over loudest", h.end_share(0.05), high=0.5)),
    "footsteps": (C("blows", h.blows(0.15, 0.3, 300.0), 4.0, 6.0),),
    "gasp": (C("power at 0.3..8 kHz", h.share(300.0, 8000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 0.4, 3.0)),
    "glass-crack": (C("attack, ms", h.attack_ms, high=10.0),
              C("centroid, Hz", h.centroid_hz, 2000.0),
              C("to -20 dB, s", h.down_s(20.0), high=1.2)),
    "glass-ring": (C("attack, ms", h.attack_ms, high=40.0), C("power above 1 kHz", h.share(1000.0, 24_000.0), 0.9)),
    "glass-shatter": (C("attack, ms", h.attack_ms, high=10.0),
              C("centroid, Hz", h.centroid_hz, 2000.0),
              C("to -20 dB, s", h.down_s(20.0), high=1.2)),
    "gunshot": (C("attack, ms", h.attack_ms, high=10.0), C("to -20 dB, s", h.down_s(20.0), 0.1, 1.5)),
    "horse": (C("blows", h.blows(0.1, 0.06), 8.0, 24.0),),
    "ignite": (C("rise, s", h.rise_s, 0.005), C("power above 300 Hz", h.share(300.0, 24_000.0), 0.4)),
    "impact": (C("attack, ms", h.attack_ms, high=20.0), C("power below 700 Hz", h.share(0.0, 700.0), 0.6)),
    "knock": (C("blows", h.blows(0.3, 0.1), 4.0, 4.0),),
    "laughter": (C("power at 0.2..5 kHz", h.share(200.0, 5000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 1.5, 12.0)),
    "music-swell": (C("loudest lies at, share", h.loudest_at, 0.93), C("rank correlation of time and level", h.climbs(), 0.98),
                    C("centroid, last over first third", h.later_centroid(), 1.5)),
    "note": (C("strongest line over the root, ratio", lambda s: h.strongest_hz(60.0, 900.0)(s) / ROOT_HZ, 0.5, 8.0),
              C("attack, ms", h.attack_ms, high=40.0)),
    "owl": (C("strongest line, Hz", h.strongest_hz(150.0, 900.0), 280.0, 380.0), C("blows", h.blows(0.25, 0.2), 3.0, 6.0)),
    "paper": (C("kurtosis above 1 kHz", h.kurtosis(1000.0), 8.0), C("centroid, Hz", h.centroid_hz, 1500.0)),
    "phone": (C("modulation at 37..43 Hz of 10..100 (two gongs, 20 swings)", h.modulation(37.0, 43.0, 10.0, 100.0), 0.3),
              C("power above 500 Hz", h.share(500.0, 24_000.0), 0.8)),
    "running": (C("blows", h.blows(0.15, 0.2, 300.0), 6.0, 9.0),),
    "scream": (C("power at 0.8..5 kHz", h.share(800.0, 5000.0), 0.7), C("roughness of the envelope, dB", h.roughness_of_envelope, -20.0)),
    "shout": (C("power at 0.2..5 kHz", h.share(200.0, 5000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 0.3, 5.0),
              C("power at 1..5 kHz over that below, dB", lambda s: h.share_db(1000.0, 5000.0)(s) - h.share_db(50.0, 1000.0)(s), -4.0)),
    "siren": (C("power at 0.4..4 kHz", h.share(400.0, 4000.0), 0.8), C("length, s", lambda s: len(s) / RATE_HZ, 4.0, 8.0)),
    "splash": (C("rise, s", h.rise_s, high=0.3), C("power at 0.2..9 kHz", h.share(200.0, 9000.0), 0.6)),
    "switch": (C("to -20 dB, s", h.down_s(20.0), high=0.4), C("centroid, Hz", h.centroid_hz, 800.0)),
    "sword": (C("centroid, Hz", h.centroid_hz, 2500.0), C("length, s", lambda s: len(s) / RATE_HZ, 1.0, 3.0)),
    "tap": (C("blows", h.blows(0.3, 0.1), 2.0, 2.0),),
    "thunder": (C("power below 1 kHz", h.share(0.0, 1000.0), 0.9), C("length, s", lambda s: len(s) / RATE_HZ, 4.0)),
    "time-slow": (C("centroid, last over first third", h.later_centroid(), high=0.5),),
    "water-ripple": (C("power at 0.3..7 kHz", h.share(300.0, 7000.0), 0.7),),
    "whoosh": (C("loudest lies at, share", h.loudest_at, 0.2, 0.75),),
    "wolf": (C("strongest line, Hz", h.strongest_hz(150.0, 1200.0), 250.0, 900.0), C("length, s", lambda s: len(s) / RATE_HZ, 2.5, 8.0)),
}
"""By cue kind."""
