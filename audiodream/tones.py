"""Oscillators: a bank of partials whose pitch and strength move slowly, and voices read from a table.

The bank is a matrix product: each partial is a turning pointer, its strength and phase straight between control points.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, to_sides
from audiodream.control import BLOCK_STEPS, Walk, bounded
from audiodream.noise import MONO_BELOW_HZ
from audiodream.units import BLOCK_FRAMES, RATE_HZ

Curves = npt.NDArray[np.float32]
"""(partials, steps + 1)."""
SLOW_STEPS = BLOCK_STEPS // 2
"""Of what no gesture moves: 20 ms each."""
_COARSE = 20
_CIRCLE = np.exp(2j * np.pi * np.arange(65_536) / 65_536).astype(np.complex64)
_STRAIGHT_TURN = 0.03
"""A partial that gets this far from its carrier in a step bends by 0.2 rad; the straight line between is then 0.5 % short: -46 dB."""


def _widest_hz(hz: npt.NDArray[np.float64], parts: int) -> float:
    """How far any partial goes from its middle within any of so many parts of the block, up to a rounding at the seams."""
    rows = hz[:, :-1].reshape(len(hz), parts, -1)
    return float((rows.max(axis=2) - rows.min(axis=2)).max() / 2)


class PartialBank:
    """Sines that glide. Good for slow movement (some Hz within 10 ms at the most); vibrato and faster belong to `TableVoices`.

    factor: woven at RATE_HZ / factor; partials must stay under 0.4 of that rate. turns: where each partial starts, 0..1; drawn where
    not given. steps: how many a block has.
    """

    def __init__(self, rng: np.random.Generator, count: int, factor: int = 1, turns: npt.NDArray[np.float64] | None = None,
                 steps: int = BLOCK_STEPS) -> None:
        self._turns = rng.random(count) if turns is None else turns.copy()
        self._steps, self._frames = steps, BLOCK_FRAMES // steps // factor
        self._step_s = BLOCK_FRAMES / steps / RATE_HZ
        self._ramp = np.arange(self._frames, dtype=np.float32) / self._frames

    def _pointers(self, hz: npt.NDArray[np.float64]) -> npt.NDArray[np.complex64]:
        """Where every partial points at every control point; the last is where it goes on."""
        turned = np.empty_like(hz)
        turned[:, 0] = self._turns
        np.cumsum((hz[:, 1:] + hz[:, :-1]) * (0.5 * self._step_s), axis=1, out=turned[:, 1:])
        turned[:, 1:] += self._turns[:, None]
        self._turns = turned[:, -1] % 1.0
        return np.asarray(_CIRCLE.take((turned * len(_CIRCLE)).astype(np.int64) & (len(_CIRCLE) - 1), mode="clip"))

    def _carriers(self, hz: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
        """cos and sin of carriers (parts, partials): (parts, 2 * partials, frames of a step). A step is few coarse turns times few fine
        ones."""
        fine = self._frames // _COARSE
        finely = _powers(np.exp(2j * math.pi * self._step_s / self._frames * hz), fine + 1)
        coarsely = _powers(finely[..., fine], _COARSE).astype(np.complex64)
        waves = (coarsely[..., None] * finely[..., None, :fine].astype(np.complex64)).reshape(*hz.shape, self._frames)
        return np.concatenate([waves.real, waves.imag], axis=1)

    def block(self, hz: npt.NDArray[np.floating], mid: Curves, side: Curves) -> Audio:
        """One block, (BLOCK_FRAMES / factor, 2). hz: (partials, steps + 1), or (partials, 1) where still; mid and side: the
        strengths of each partial in (left + right) / 2 and (left - right) / 2, (partials, steps + 1). Side is 0 below 125 Hz.

        It is made in as many parts as it takes that no partial goes far from the carrier that it has in each.
        """
        whole = np.broadcast_to(hz, (len(hz), self._steps + 1)).astype(np.float64)
        straight_hz = _STRAIGHT_TURN / self._step_s
        parts = 1 if hz.shape[1] == 1 else next((n for n in (1, 2, 5, 10) if _widest_hz(whole, n) < straight_hz), self._steps // 5)
        steps = self._steps // parts
        carrier = np.lib.stride_tricks.sliding_window_view(whole, steps + 1, axis=1)[:, ::steps].mean(axis=2).T
        back = np.exp(-2j * math.pi * self._step_s * carrier.T).astype(np.complex64)[..., None]
        at = self._pointers(whole)
        # one row for each step of mid and side, as it begins and as it changes on its way, turned round by the product itself
        rows = np.empty((parts, 2, len(hz), 2, 2, steps), np.float32)
        for which, gain in enumerate((mid, side)):
            points = at * gain
            a, b = points[:, :-1].reshape(len(hz), parts, steps), points[:, 1:].reshape(len(hz), parts, steps) * back
            begins, changes = rows[..., which, 0, :].transpose(1, 2, 0, 3), rows[..., which, 1, :].transpose(1, 2, 0, 3)
            begins[0], changes[0] = a.real, b.real - a.real
            np.negative(a.imag, out=begins[1])
            np.subtract(a.imag, b.imag, out=changes[1])
        made = (rows.reshape(parts, 2 * len(hz), -1).transpose(0, 2, 1) @ self._carriers(carrier)).reshape(parts, 2, 2, steps, -1)
        made[:, :, 1] *= self._ramp
        made[:, :, 0] += made[:, :, 1]
        mid_sound, side_sound = made[:, :, 0].transpose(1, 0, 2, 3).reshape(2, -1)
        return to_sides(mid_sound, side_sound)


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


def _slowly(curves: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Curves of BLOCK_POINTS at SLOW_STEPS; a value that holds stays as it is."""
    return curves[..., ::BLOCK_STEPS // SLOW_STEPS] if curves.ndim else curves


class Ensemble:
    """Notes played by several players each: slow detune, every partial breathing by itself, players spread over the stage. It follows in
    steps of 20 ms."""

    def __init__(self, rng: np.random.Generator, notes: int, harmonics: int, *, players: int = 2, detune_cents: float = 6.0,
                 breath: float = 0.5, breath_hz: float = 0.12, slope: float = 1.0, spread: float = 0.95, factor: int = 1) -> None:
        self._shape = (notes, players, harmonics)
        self._bank = PartialBank(rng, notes * players * harmonics, factor, steps=SLOW_STEPS)
        scatter = rng.uniform(-0.15, 0.15, (notes, players, 1))
        self._offsets = (np.linspace(-0.5, 0.5, players)[:, None] + scatter) * detune_cents
        self._drift, self._cents = Walk(rng, 0.07, notes * players, SLOW_STEPS), 0.25 * detune_cents
        self._breath, self._depth = Walk(rng, breath_hz, notes * players * harmonics, SLOW_STEPS), breath
        self._h = np.arange(1, harmonics + 1, dtype=np.float64)[:, None]
        self._strengths = (self._h ** -slope / math.sqrt(players)).astype(np.float32)
        turn = np.arange(players) + np.arange(notes)[:, None]
        pans = np.where(turn % 2 == 0, 1.0, -1.0)
        self._pans = (pans * rng.uniform(0.75 * spread, spread, (notes, players))).astype(np.float32)[:, :, None, None]

    def block(self, notes_hz: npt.NDArray[np.floating], gains: npt.NDArray[np.floating], bright_hz: npt.ArrayLike) -> Audio:
        """notes_hz, gains: (notes, BLOCK_POINTS) or (notes, 1). bright_hz: a number or a curve of BLOCK_POINTS; partials above
        it fall by 12 dB an octave."""
        notes, players, harmonics = self._shape
        notes_hz, gains, bright_hz = _slowly(notes_hz), _slowly(gains), _slowly(np.asarray(bright_hz))
        cents = self._offsets + self._cents * self._drift.block().reshape(notes, players, -1)
        hz = (notes_hz[:, None] * np.exp2(cents / 1200.0))[:, :, None] * self._h
        breath = bounded(self._breath.block()).reshape(*self._shape, -1)
        low = (hz / bright_hz).astype(np.float32)
        mid = self._strengths * (1.0 + np.float32(self._depth) * breath) * gains.astype(np.float32)[:, None, None] / (1.0 + low * low)
        side = mid * self._pans * np.clip((hz.astype(np.float32) - MONO_BELOW_HZ[0]) / (MONO_BELOW_HZ[1] - MONO_BELOW_HZ[0]), 0.0, 1.0)
        flat = (notes * players * harmonics, -1)
        return self._bank.block(hz.reshape(flat), mid.reshape(flat), side.reshape(flat))
