"""Syllables without meaning, as a mouth forms them: how much air flows, the mouth's shape, and where tongue and lips tear the air.

Whether the glottis hums over that (`calling`) or stands open (`whispering`) is another matter. The mouth is a cascade of resonances
(Fant 1960), so that a vowel has its natural balance; consonants after Stevens, Acoustic Phonetics, 1998.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from audiodream.audio import Mono
from audiodream.spectra import irfft, rfft
from audiodream.throat import AH, EE, EH, OH, OO, REST, STAGE_HZ

SIZE, HOP = 384, 96
"""Frames of a window and between two of them, at STAGE_HZ."""
Line = npt.NDArray[np.float64]
Values = Sequence[float] | Line

IH, AE = np.array([400.0, 1950.0, 2550.0, 3600.0]), np.array([680.0, 1720.0, 2450.0, 3600.0])
VOWELS = (AH, EH, IH, EE, OH, OO, AE, REST, REST)
_TIP, _BACK = np.array([380.0, 1750.0, 2650.0, 3600.0]), np.array([350.0, 1950.0, 2300.0, 3500.0])
_LIPS = np.array([350.0, 850.0, 2300.0, 3400.0])
"""Where the resonances come from after a closure of the tongue's tip, its back, the lips."""
_GLIDES = {"l": (np.array([360.0, 1150.0, 2700.0, 3500.0]), 0.55), "r": (np.array([420.0, 1200.0, 1650.0, 3300.0]), 0.6),
           "w": (np.array([330.0, 720.0, 2300.0, 3400.0]), 0.5), "y": (np.array([300.0, 2250.0, 3000.0, 3700.0]), 0.6),
           "n": (np.array([300.0, 1450.0, 2500.0, 3500.0]), 0.3), "m": (np.array([300.0, 1000.0, 2250.0, 3300.0]), 0.25),
           "h": (REST, 0.8)}
"""Consonants that only narrow the mouth: its shape and how much air still flows."""
_TORN = {"s": ((5600.0, 0.33, 1.3),), "sh": ((2900.0, 0.3, 1.15), (4600.0, 0.45, 0.7)), "f": ((3500.0, 1.3, 0.35), (7500.0, 0.6, 0.35)),
         "th": ((4500.0, 1.3, 0.3),), "t": ((4300.0, 0.55, 1.1),), "k": ((2000.0, 0.35, 1.0),), "p": ((1000.0, 1.0, 0.6),)}
"""Where the air is torn: Hz, width in octaves, gain (Stevens 1998)."""
_PLACE = {"s": _TIP, "sh": _TIP, "th": _TIP, "t": _TIP, "k": _BACK, "f": _LIPS, "p": _LIPS}
_STOPS = ("t", "k", "p")
_ONSETS = ("s", "sh", "f", "th", "t", "t", "k", "p", "l", "r", "w", "y", "n", "n", "m", "h", "h", "")
CODAS = ("s", "s", "sh", "f", "t", "n", "l", "", "", "", "", "")


def frame(seconds: float) -> int:
    return int(seconds * STAGE_HZ / HOP)


@dataclass
class Phrase:
    """Syllables as they are put together: points of the flow and of the mouth's shape (at so many seconds), and frames of torn air.

    torn: (frames, bins). vowels, codas: what the syllables are drawn from. raised: the resonances over those of a spoken vowel.
    """

    rng: np.random.Generator
    seconds: float
    vowels: tuple[Line, ...] = VOWELS
    codas: tuple[str, ...] = CODAS
    raised: Line = field(default_factory=lambda: np.ones(4))
    flow: list[tuple[float, float]] = field(default_factory=lambda: [(0.0, 0.0)])
    shape: list[tuple[float, Line]] = field(default_factory=lambda: [(0.0, REST)])

    def __post_init__(self) -> None:
        self.hz = np.maximum(np.fft.rfftfreq(SIZE, 1.0 / STAGE_HZ), 30.0)
        self.torn = np.zeros((frame(self.seconds), len(self.hz)))

    def tear(self, at_s: float, length_s: float, kind: str) -> None:
        first, last = frame(at_s), max(frame(at_s) + 2, frame(at_s + length_s))
        swell = np.sin(np.pi * np.linspace(0.0, 1.0, last - first + 2) ** (0.4 if kind in _STOPS else 0.9))[1:-1]
        colour = sum((gain * np.exp(-0.5 * (np.log2(self.hz / f) / width) ** 2) for f, width, gain in _TORN[kind]), np.zeros(len(self.hz)))
        heard = self.torn[first:last]
        np.maximum(heard, self.rng.uniform(0.7, 1.1) * swell[:len(heard), None] * colour, out=heard)

    def syllable(self, t: float, loud: float, long: float) -> float:
        """One syllable from second t on; where it ends."""
        rng = self.rng
        onset, coda = _ONSETS[int(rng.integers(len(_ONSETS)))], self.codas[int(rng.integers(len(self.codas)))]
        vowel = self._vowel() * np.exp(0.04 * rng.standard_normal(4))
        towards = 0.75 * vowel + 0.25 * self._vowel()
        length = long * 0.13 * math.exp(0.25 * rng.standard_normal())
        if onset in _GLIDES:
            shape, narrow = _GLIDES[onset]
            held = rng.uniform(0.04, 0.075)
            self.flow += [(t + 0.2 * held, narrow * loud), (t + 0.8 * held, narrow * loud)]
            self.shape += [(t + 0.3 * held, shape), (t + 0.8 * held, shape)]
            t += held + 0.02
        elif onset:
            stop = onset in _STOPS
            held = rng.uniform(0.035, 0.06) if stop else rng.uniform(0.075, 0.13)
            self.flow += [(t + 0.015, 0.0 if stop else 0.12 * loud), (t + held - 0.005, 0.0 if stop else 0.12 * loud)]
            self.tear(t + held if stop else t, 0.022 if stop else held, onset)
            self.shape += [(t, _PLACE[onset]), (t + held, 0.6 * _PLACE[onset] + 0.4 * vowel)]
            t += held + 0.012
        self.flow += [(t + 0.025, loud), (t + 0.7 * length, 0.85 * loud), (t + length, 0.5 * loud)]
        self.shape += [(t + 0.35 * length, vowel), (t + 0.9 * length, towards)]
        t += length
        if coda in _GLIDES:
            shape, narrow = _GLIDES[coda]
            self.flow.append((t + 0.04, narrow * loud))
            self.shape.append((t + 0.04, shape))
            t += 0.07
        elif coda:
            held = 0.02 if coda == "t" else rng.uniform(0.07, 0.13)
            self.flow += [(t + 0.015, 0.05), (t + held + 0.005, 0.05)]
            self.tear(t + (0.04 if coda == "t" else 0.0), held, coda)
            t += held + (0.05 if coda == "t" else 0.01)
        return t

    def _vowel(self) -> Line:
        return self.vowels[int(self.rng.integers(len(self.vowels)))] * self.raised

    def mouth(self, seconds: Line) -> Line:
        """The four lowest resonances at these times, (count, 4), in Hz."""
        at = np.array([second for second, _ in self.shape])
        return np.stack([np.interp(seconds, at, [shape[k] for _, shape in self.shape]) for k in range(4)], axis=1)

    def flows(self, seconds: Line, end_s: float) -> Line:
        return np.asarray(np.interp(seconds, *np.array([*self.flow, (end_s, 0.0)]).T))


def cascade(hz: Line, mouth: Line, widths_hz: Line, size: float) -> Line:
    """How much the mouth passes: (count, bins), for four moving resonances in Hz, (count, 4), and those above them, which stand.

    widths_hz: of the four. size: of the mouth, against a man's: the smaller, the higher.
    """
    squared = hz[None, :] ** 2
    level = np.ones((len(mouth), len(hz)))
    standing = 1000.0 * size * np.arange(4.6, 12.0)
    for f, width in [*((mouth[:, k, None], widths_hz[k]) for k in range(4)), *((np.array([[f]]), 0.05 * f) for f in standing)]:
        level /= np.sqrt((1.0 - squared / f**2) ** 2 + squared * (width / f**2) ** 2)
    return level


def through_mouth(source: Line, at_s: Values, shapes: Sequence[Line], widths_hz: Line, size: float, rate_hz: int = STAGE_HZ) -> Line:
    """The source (frames,) heard through a mouth that moves through these shapes (four resonances in Hz each) at these seconds."""
    step = rate_hz * 128 // STAGE_HZ
    span = 4 * step
    window = np.sqrt(np.hanning(span + 1)[:-1])
    rows = np.lib.stride_tricks.sliding_window_view(np.pad(source, span), span)[::step] * window
    hz = np.maximum(np.fft.rfftfreq(span, 1.0 / rate_hz), 30.0)
    seconds = (np.arange(len(rows)) * step - span // 2) / rate_hz
    mouth = np.stack([np.interp(seconds, at_s, [shape[k] for shape in shapes]) for k in range(4)], axis=1) * size
    rows = irfft(rfft(rows) * cascade(hz, mouth, widths_hz, size)) * window
    out = np.zeros(len(rows) * step + span)
    for k in range(4):
        part = rows[k::4].reshape(-1)
        out[k * step:k * step + len(part)] += part
    return out[span:span + len(source)]


def torn_air(rng: np.random.Generator, level: Line) -> Mono:
    """Noise whose spectrum follows `level` (count, bins), RMS 1."""
    chance = rng.standard_normal((2, *level.shape))
    rows = irfft(level * (chance[0] + 1j * chance[1])) * np.hanning(SIZE + 1)[:-1]
    out = np.zeros(len(level) * HOP + SIZE)
    for k in range(SIZE // HOP):
        part = rows[k::SIZE // HOP].reshape(-1)
        out[k * HOP:k * HOP + len(part)] += part
    return np.asarray(out / np.sqrt(np.mean(out**2)), np.float32)
