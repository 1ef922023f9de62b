"""Oscillators: a bank of partials whose pitch and strength move slowly, and voices read from a table.

The bank is a matrix product: each partial is a turning pointer, its strength and phase straight between control points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, to_sides
from audiodream.control import BLOCK_POINTS, BLOCK_STEPS, Walk, bounded
from audiodream.noise import MONO_BELOW_HZ
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, RATE_HZ

Curves = npt.NDArray[np.float32]
"""(partials, BLOCK_POINTS)."""
STEP_S = CONTROL_FRAMES / RATE_HZ
_COARSE = 20
_CIRCLE = np.exp(2j * np.pi * np.arange(65_536) / 65_536).astype(np.complex64)
_STRAIGHT_HZ = 3.0
"""A partial this far from its carrier bends by 0.2 rad in a step; the straight line between is then 0.5 % short: -46 dB."""


def _widest_hz(hz: npt.NDArray[np.float64], parts: int) -> float:
    """How far any partial goes from its middle within any of so many parts of the block, up to a rounding at the seams."""
    rows = hz[:, :-1].reshape(len(hz), parts, -1)
    return float((rows.max(axis=2) - rows.min(axis=2)).max() / 2)


@dataclass(frozen=True, slots=True)
class _Carriers:
    """Waves of a steady pitch each, hz, and how far one turns back in a step of control."""

    hz: npt.NDArray[np.float64]
    back: npt.NDArray[np.complex64]
    waves: npt.NDArray[np.float32]


class PartialBank:
    """Sines that glide. Good for slow movement (some Hz within 10 ms at the most); vibrato and faster belong to `TableVoices`.

    factor: woven at RATE_HZ / factor; partials must stay under 0.4 of that rate. turns: where each partial starts, 0..1; drawn where
    not given.
    """

    def __init__(self, rng: np.random.Generator, count: int, factor: int = 1, turns: npt.NDArray[np.float64] | None = None) -> None:
        self._turns = rng.random(count) if turns is None else turns.copy()
        self._steps = CONTROL_FRAMES // factor
        self._ramp = np.arange(self._steps, dtype=np.float32) / self._steps
        self._kept: _Carriers | None = None

    def _pointers(self, hz: npt.NDArray[np.float64]) -> npt.NDArray[np.complex64]:
        """Where every partial points at every control point; the last is where it goes on."""
        turned = np.empty_like(hz)
        turned[:, 0] = self._turns
        np.cumsum((hz[:, 1:] + hz[:, :-1]) * (0.5 * STEP_S), axis=1, out=turned[:, 1:])
        turned[:, 1:] += self._turns[:, None]
        self._turns = turned[:, -1] % 1.0
        return np.asarray(_CIRCLE.take((turned * len(_CIRCLE)).astype(np.int64) & (len(_CIRCLE) - 1), mode="clip"))

    def _near(self, hz: npt.NDArray[np.float64], parts: int) -> tuple[npt.NDArray[np.complex64], npt.NDArray[np.float32]]:
        """Waves near which the partials stay, and how far these turn back in a step, (partials, parts, 1). Those of a block that is one
        part serve the next ones too, as long as the partials stay near."""
        kept = self._kept
        if parts > 1 or kept is None or np.abs(hz - kept.hz[:, None]).max() >= _STRAIGHT_HZ:
            steps = BLOCK_STEPS // parts
            middle = np.lib.stride_tricks.sliding_window_view(hz, steps + 1, axis=1)[:, ::steps].mean(axis=2).T
            back = np.exp(-2j * math.pi * STEP_S * middle.T).astype(np.complex64)[..., None]
            kept = _Carriers(middle[0], back, self._carriers(middle))
            self._kept = kept if parts == 1 else None
        return kept.back, kept.waves

    def _carriers(self, hz: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
        """cos, sin, and both with a ramp, of carriers (parts, partials): (parts, 4 * partials, steps). A step is few coarse turns times
        few fine ones."""
        fine = self._steps // _COARSE
        finely = _powers(np.exp(2j * math.pi * STEP_S / self._steps * hz), fine + 1)
        coarsely = _powers(finely[..., fine], _COARSE).astype(np.complex64)
        waves = (coarsely[..., None] * finely[..., None, :fine].astype(np.complex64)).reshape(*hz.shape, self._steps)
        out = np.empty((len(hz), 4, hz.shape[1], self._steps), np.float32)
        out[:, 0], out[:, 1] = waves.real, waves.imag
        np.multiply(out[:, :2], self._ramp, out=out[:, 2:])
        return out.reshape(len(hz), -1, self._steps)

    def block(self, hz: npt.NDArray[np.floating], mid: Curves, side: Curves) -> Audio:
        """One block, (BLOCK_FRAMES / factor, 2). hz: (partials, BLOCK_POINTS), or (partials, 1) where still; mid and side: the
        strengths of each partial in (left + right) / 2 and (left - right) / 2, (partials, BLOCK_POINTS). Side is 0 below 125 Hz.

        It is made in as many parts as it takes that no partial goes far from the carrier that it has in each.
        """
        whole = np.broadcast_to(hz, (len(hz), BLOCK_POINTS)).astype(np.float64)
        parts = 1 if hz.shape[1] == 1 else next((n for n in (1, 2, 5, 10, 20) if _widest_hz(whole, n) < _STRAIGHT_HZ), 20)
        steps = BLOCK_STEPS // parts
        back, waves = self._near(whole, parts)
        at = self._pointers(whole)
        # one column for each step of mid and side, turned round by the product itself
        columns = np.empty((parts, 4, len(hz), 2, steps), np.float32)
        for which, gain in enumerate((mid, side)):
            points = at * gain
            a, b = points[:, :-1].reshape(len(hz), parts, steps), points[:, 1:].reshape(len(hz), parts, steps) * back
            column = columns[..., which, :].transpose(1, 2, 0, 3)
            column[0], column[2] = a.real, b.real - a.real
            np.negative(a.imag, out=column[1])
            np.subtract(a.imag, b.imag, out=column[3])
        made = columns.reshape(parts, 4 * len(hz), -1).transpose(0, 2, 1) @ waves
        ms = made.reshape(parts, 2, -1).transpose(1, 0, 2).reshape(2, -1)
        return to_sides(ms[0], ms[1])


def _powers(base: npt.NDArray[np.complex128], count: int) -> npt.NDArray[np.complex128]:
    """Each number to the powers 0 to count - 1, along a new last axis."""
    out = np.ones((*base.shape, count), np.complex128)
    known, step = 1, base[..., None]
    while known < count:
        more = min(known, count - known)
        np.multiply(out[..., :more], step, out=out[..., known:known + more])
        known, step = known + more, step * step
    return out


TABLE = 16_384
_TURN = 2.0 ** 32


def table_of(strengths: npt.NDArray[np.floating], rng: np.random.Generator | None = None) -> npt.NDArray[np.float32]:
    """One turn of a wave with these harmonics (first is the fundamental), (TABLE,); phases are random when an rng is given."""
    spectrum = np.zeros(TABLE // 2 + 1, np.complex128)
    turns = rng.random(len(strengths)) if rng is not None else np.full(len(strengths), 0.75)
    spectrum[1:len(strengths) + 1] = strengths * np.exp(2j * np.pi * turns) * (TABLE / 2)
    return np.fft.irfft(spectrum, TABLE).astype(np.float32)


class TableVoices:
    """Voices that read a table each and may have vibrato: pitch is followed at `points` a block, linear between.

    Woven at RATE_HZ / factor; the tables must hold no harmonic above 0.4 of that rate. Noise of the reading is at -80 dB.
    """

    def __init__(self, rng: np.random.Generator, tables: npt.NDArray[np.float32], factor: int = 4) -> None:
        self._tables = tables
        self._turns = rng.integers(0, 1 << 32, len(tables), np.uint32)
        self.rate_hz, self.frames = RATE_HZ // factor, BLOCK_FRAMES // factor

    def block(self, hz: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """hz: (voices, points) with points - 1 a divisor of the frames; gives (voices, frames) at rate_hz."""
        points = hz.shape[1] - 1
        steps = self.frames // points
        ramp = (np.arange(steps) / steps).astype(np.float32)
        speed = hz * np.float32(_TURN / self.rate_hz)
        per_frame = speed[:, :-1, None] + (speed[:, 1:] - speed[:, :-1])[..., None] * ramp
        turns = np.cumsum(per_frame.reshape(len(hz), -1).astype(np.uint32), axis=1, dtype=np.uint32)
        turns += self._turns[:, None]
        self._turns = turns[:, -1].copy()
        turns >>= 18
        out = np.empty((len(hz), self.frames), np.float32)
        for table, where, row in zip(self._tables, turns, out, strict=True):
            np.take(table, where, out=row, mode="clip")
        return out


class Ensemble:
    """Notes played by several players each: slow detune, every partial breathing by itself, players spread over the stage."""

    def __init__(self, rng: np.random.Generator, notes: int, harmonics: int, *, players: int = 2, detune_cents: float = 6.0,
                 breath: float = 0.5, breath_hz: float = 0.12, slope: float = 1.0, spread: float = 0.95, factor: int = 1) -> None:
        self._shape = (notes, players, harmonics)
        self._bank = PartialBank(rng, notes * players * harmonics, factor)
        scatter = rng.uniform(-0.15, 0.15, (notes, players, 1))
        self._offsets = (np.linspace(-0.5, 0.5, players)[:, None] + scatter) * detune_cents
        self._drift, self._cents = Walk(rng, 0.07, notes * players), 0.25 * detune_cents
        self._breath, self._depth = Walk(rng, breath_hz, notes * players * harmonics), breath
        self._h = np.arange(1, harmonics + 1, dtype=np.float64)[:, None]
        self._strengths = (self._h ** -slope / math.sqrt(players)).astype(np.float32)
        turn = np.arange(players) + np.arange(notes)[:, None]
        pans = np.where(turn % 2 == 0, 1.0, -1.0)
        self._pans = (pans * rng.uniform(0.75 * spread, spread, (notes, players))).astype(np.float32)[:, :, None, None]

    def block(self, notes_hz: npt.NDArray[np.floating], gains: npt.NDArray[np.floating], bright_hz: npt.ArrayLike) -> Audio:
        """notes_hz, gains: (notes, BLOCK_POINTS) or (notes, 1). bright_hz: a number or a curve; partials above
        it fall by 12 dB an octave."""
        notes, players, harmonics = self._shape
        cents = self._offsets + self._cents * self._drift.block().reshape(notes, players, -1)
        hz = (notes_hz[:, None] * np.exp2(cents / 1200.0))[:, :, None] * self._h
        breath = bounded(self._breath.block()).reshape(*self._shape, -1)
        low = (hz / np.asarray(bright_hz)).astype(np.float32)
        mid = self._strengths * (1.0 + np.float32(self._depth) * breath) * gains.astype(np.float32)[:, None, None] / (1.0 + low * low)
        side = mid * self._pans * np.clip((hz.astype(np.float32) - MONO_BELOW_HZ[0]) / (MONO_BELOW_HZ[1] - MONO_BELOW_HZ[0]), 0.0, 1.0)
        flat = (notes * players * harmonics, -1)
        return self._bank.block(hz.reshape(flat), mid.reshape(flat), side.reshape(flat))
