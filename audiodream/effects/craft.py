"""What effects are made of: noises, forces, bodies that ring, rubbing, throats.

Inside an effect sound is float64, (n,) or (n, 2), called `Line`; `room.finish` turns it into `Audio`.
"""

from __future__ import annotations

import cmath
import functools
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audiodream.fades import rising
from audiodream.filters import highpass, lowpass
from audiodream.modes import Complex, driven, each_driven, filtered
from audiodream.units import RATE_HZ

Line = npt.NDArray[np.float64]
Values = Sequence[float] | Line


def frames(seconds: float) -> int:
    return max(1, round(seconds * RATE_HZ))


def log_uniform(rng: np.random.Generator, low: float, high: float, size: int) -> Line:
    return np.asarray(low * (high / low) ** rng.random(size), np.float64)


def noise(rng: np.random.Generator, n: int) -> Line:
    """White noise of unit variance."""
    return rng.standard_normal(n)


@functools.lru_cache(maxsize=512)
def _band_sos(low_hz: float, high_hz: float, order: int) -> Line:
    top = RATE_HZ * 0.49
    if low_hz <= 0:
        return lowpass(min(high_hz, top), order)
    if high_hz <= 0 or high_hz >= top:
        return highpass(min(low_hz, top), order)
    return butterworth_band(low_hz, high_hz, order)


def butterworth_band(low_hz: float, high_hz: float, order: int) -> Line:
    """Sections of a Butterworth band-pass by the bilinear transform, -3 dB at both corners: each corner has the order. Worked out by hand,
    since an effect asks for dozens and a general design takes as long as to filter half a second."""
    low, high = (math.tan(math.pi * hz / RATE_HZ) for hz in (low_hz, high_hz))
    width, rows = high - low, []
    for n in range((order + 1) // 2):
        pole = cmath.exp(1j * math.pi * (2 * n + order + 1) / (2 * order)) * width
        apart = cmath.sqrt(pole * pole - 4.0 * low * high)
        one, other = (pole + apart) / 2.0, (pole - apart) / 2.0
        # a pole off the real axis comes with its mirror image, each of whose halves is a section; the one on it is a section by itself
        pairs = [(one, other)] if 2 * n + 1 == order else [(one, one.conjugate()), (other, other.conjugate())]
        for first, second in pairs:
            here, there = (1.0 + first) / (1.0 - first), (1.0 + second) / (1.0 - second)
            gain = width / ((1.0 - first) * (1.0 - second)).real
            rows.append([gain, 0.0, -gain, 1.0, -(here + there).real, (here * there).real])
    return np.array(rows)


def band(x: Line, low_hz: float, high_hz: float, order: int = 1) -> Line:
    """Butterworth band-pass; 0 for `low_hz` is a low-pass, 0 for `high_hz` a high-pass."""
    return filtered(x, _band_sos(float(low_hz), float(high_hz), order))


def ring(x: Line, hz: Values, t60_s: Values, gain: Values) -> Line:
    """A body of damped modes struck, scraped or blown by `x`: a bank of two-pole resonators (modal synthesis, van den Doel & Pai 1998).

    An impulse of height 1 makes every mode start at its gain.
    """
    out = np.zeros_like(x)
    struck = np.flatnonzero(x)
    if not len(struck):
        return out
    first, last = int(struck[0]), int(struck[-1]) + 1
    modes = [(float(f), float(t60), float(g)) for f, t60, g in zip(hz, t60_s, gain, strict=True) if 15.0 < f < 15_000.0]
    if not modes:
        return out
    # 84 dB down after the last blow a mode is not worth its arithmetic
    ends = [min(len(x), last + frames(1.4 * t60)) for _, t60, _ in modes]
    end = max(ends)
    logs = np.array([complex(-6.9078 / (max(t60, 1e-3) * RATE_HZ), 2.0 * math.pi * f / RATE_HZ) for f, t60, _ in modes])
    weights = np.array([-1j * g for *_, g in modes]) * np.exp(-logs.real)
    if end - last <= 4 * (last - first):
        out[first:end] = driven(x[first:end], logs, weights)
        return out
    out[first:last] = driven(x[first:last], logs, weights)
    # nobody strikes them any more: each goes on from where it points
    pointing = weights * (x[first:last] @ np.exp(np.arange(last - first, 0, -1)[:, None] * logs))
    out[last:end] = _ringing(pointing[:, None], logs[:, None], end - last)
    return out


def _ringing(points: Complex, turns: Complex, n: int) -> Line:
    """The next n frames of modes that nobody strikes any more, each from where it points and its logarithm of a frame's turn and decay,
    both (modes, 1): few coarse steps times few fine ones, as a product."""
    fine = max(1, math.isqrt(n))
    near = np.exp(turns * np.arange(fine))
    far = points * np.exp(turns * np.arange(0, n, fine)) if n else points[:, :0]
    return np.asarray((np.concatenate([far.real, -far.imag]).T @ np.concatenate([near.real, near.imag])).reshape(-1)[:n])


def force(contact_s: float, n: int, at: int = 0, height: float = 1.0) -> Line:
    """One blow: a raised-cosine push of so long a contact, whose sum is `height` (a harder blow has a shorter contact: brighter)."""
    push = np.hanning(max(3, frames(contact_s)) + 2)[1:-1]
    out = np.zeros(n)
    end = min(n, at + len(push))
    out[at:end] = (push * (height / push.sum()))[:end - at]
    return out


def blow(rng: np.random.Generator, n: int, at: int, bands: Sequence[tuple[float, float, float, float]]) -> Line:
    """What a blow leaves in a body whose modes lie too densely to be told apart (wood, boards, earth, flesh): noise in bands, each
    (low Hz, high Hz, decay time constant s, gain) with a decay of its own. Statistical energy analysis: above its first few modes
    a plate answers like decaying noise."""
    out = np.zeros(n)
    for low, high, tau_s, gain in bands:
        m = min(n - at, frames(tau_s * 8))
        if m > 8:
            x = band(noise(rng, m + 64), low, high)[64:] * fall(m, tau_s)
            attack = min(m, frames(min(0.004, 0.25 / max(high, 200.0))) + 1)
            x[:attack] *= np.linspace(0.0, 1.0, attack)
            out[at:at + m] += gain * x / math.sqrt(min(high, 20_000.0) - low) * 60.0
    return out


def thud(rng: np.random.Generator, target: Line, at_s: float, hard: float, size: float, spread: tuple[float, float], rise_s: float,
         bands: Sequence[tuple[float, float, float, float]]) -> None:
    """Add a soft body that meets the ground: noise in bands of (low Hz, high Hz, decay s, gain), each moved by `size` and, at
    random, by a factor within `spread`; it swells in rise_s and dies away."""
    start = math.ceil(at_s * RATE_HZ)
    n, late_s = max(0, len(target) - start), start / RATE_HZ - at_s
    rise = 1.0 - math.exp(-late_s / rise_s) * fall(n, rise_s)
    for low, high, tau_s, gain in bands:
        f = size * rng.uniform(*spread)
        # what is 120 dB down is not worth its arithmetic
        m, before = min(n, frames(14.0 * tau_s)), min(start, frames(3.0 / (low * f)))
        push = rise[:m] * fall(m, tau_s) * (hard * gain * math.exp(-late_s / tau_s) / math.sqrt(high - low))
        target[start:start + m] += band(noise(rng, before + m), low * f, high * f, 2)[before:] * push


def fall(n: int, tau_s: float) -> Line:
    """Exponential decay from 1: few coarse steps times few fine ones."""
    fine = max(1, math.isqrt(n))
    coarse = np.exp(-np.arange(0, n, fine) / (tau_s * RATE_HZ))
    return np.asarray((coarse[:, None] * np.exp(-np.arange(fine) / (tau_s * RATE_HZ))).reshape(-1)[:n])


def course(n: int, *points: tuple[float, float]) -> Line:
    """A line through (second, value) points."""
    at, value = zip(*points, strict=True)
    return np.asarray(np.interp(np.arange(n) / RATE_HZ, at, value), np.float64)


def swell(n: int, rise_s: float, hold_s: float, tau_s: float) -> Line:
    """A gesture: a raised-cosine rise, a hold, an exponential fall."""
    up, hold = frames(rise_s), round(hold_s * RATE_HZ)
    shape = np.concatenate([rising(up, 0.0), np.ones(hold), fall(max(1, n - up - hold), tau_s)])
    return np.asarray(shape[:n])


def wander(rng: np.random.Generator, n: int, rate_hz: float) -> Line:
    """A smooth random line of about unit variance that turns some `rate_hz` times a second."""
    count = int(n / RATE_HZ * rate_hz * 2) + 5
    knots = rng.standard_normal(count) * 1.15
    at = np.arange(n) * (rate_hz * 2 / RATE_HZ)
    i = at.astype(np.int64)
    t = at - i
    t = t * t * (3 - 2 * t)
    return np.asarray(knots[i] * (1 - t) + knots[i + 1] * t)


def turn(hz: Line, start: float = 0.0) -> Line:
    """A sine whose pitch follows `hz`."""
    return np.asarray(np.sin(2.0 * math.pi * (np.cumsum(hz) / RATE_HZ + start)))


def pulses(hz: Line) -> Line:
    """A train of unit impulses at the pitch `hz`, placed between samples so that the pitch is not stepped."""
    phase = np.cumsum(hz) / RATE_HZ
    whole = np.floor(phase)
    at = np.flatnonzero(np.diff(whole, prepend=0.0) > 0)
    late = (phase[at] - whole[at]) / np.maximum(hz[at] / RATE_HZ, 1e-9)
    out = np.zeros(len(hz) + 1)
    out[at] += late
    out[at + 1] += 1.0 - late
    return out[:-1]


def add(target: Line, sound: Line, at: int, gain: float = 1.0) -> None:
    """Add `sound` into `target` from frame `at`; what does not fit is left out."""
    first, last = max(0, at), min(len(target), at + len(sound))
    if last > first:
        target[first:last] += gain * sound[first - at:last - at]


def poisson(rng: np.random.Generator, rate: Line) -> npt.NDArray[np.int64]:
    """Frames at which a Poisson process of `rate` events a second (one value a frame) happens."""
    return np.flatnonzero(rng.random(len(rate)) < rate / RATE_HZ)


def snaps(rng: np.random.Generator, rate: Line, low_hz: float = 1200.0, octaves: float = 2.6, tau_s: tuple[float, float] = (0.0006, 0.0046),
          cap: float = 3.5) -> Line:
    """What bursts or buckles, `rate` a second: bursts of every size, small ones far more often (Farnell, Designing Sound, ch. 34)."""
    out = np.zeros(len(rate))
    for at in poisson(rng, rate):
        tau = tau_s[0] + (tau_s[1] - tau_s[0]) * rng.random() ** 2
        m = min(len(rate) - int(at), frames(tau * 7))
        f = low_hz * 2.0 ** (octaves * rng.random())
        snap = band(noise(rng, m), round(f * 0.6, -2), min(round(f * 1.6, -2), 11_000.0)) * fall(m, tau)
        out[at:at + m] += snap * min(rng.pareto(2.3) + 0.15, cap)
    return out


def stick_slip(rng: np.random.Generator, rate_hz: Line, grip: Line) -> Line:
    """The force of something that sticks and slips `rate_hz` times a second: irregular impulses whose strength follows `grip`.

    Farnell, Designing Sound, ch. 32: friction as a pulse train whose rate rises with speed and falls with pressure.
    """
    n = len(rate_hz)
    jitter = np.exp(0.22 * wander(rng, n, 23.0))
    train = pulses(rate_hz * jitter)
    uneven = 1.0 + 0.35 * wander(rng, n, 60.0)
    return np.asarray(train * uneven * grip)


def _resonance(hz: Line, fall_hz: Line) -> tuple[Complex, Complex]:
    """The logs of band-passes' modes, and their weights where they are driven by what is two frames apart. fall_hz: their bandwidths."""
    falls, turns = math.pi * fall_hz / RATE_HZ, 2.0 * math.pi * hz / RATE_HZ
    weights = -1j * np.exp(1j * turns) / np.sin(turns) * (1.0 - np.exp(-falls))
    return np.asarray(1j * turns - falls, np.complex128), np.asarray(weights, np.complex128)


def _apart(x: Line) -> Line:
    """Each frame less the one two before it."""
    out = x.copy()
    out[2:] -= x[:-2]
    return out


def formants(x: Line, hz: Values, width_hz: Values, gain: Values) -> Line:
    """A throat: parallel resonances over a source."""
    logs, weights = _resonance(np.asarray(hz, np.float64), np.asarray(width_hz, np.float64))
    return driven(_apart(x), logs, weights * np.asarray(gain))


def moving_band(x: Line, centre_hz: Line, q: float, blocks: int = 480) -> Line:
    """A band-pass whose centre moves: overlapping blocks, each with its own filter, joined by equal-gain fades."""
    n, warm = len(x), 4 * blocks
    starts = np.arange(-blocks, n, blocks)
    hz = centre_hz[np.clip(starts + blocks, 0, n - 1)]
    logs, weights = _resonance(np.minimum(hz, 11_000.0), hz / q)
    # each block has heard what stands in the four before it
    padded = np.pad(_apart(x), (warm + blocks, 2 * blocks))
    heard = np.lib.stride_tricks.sliding_window_view(padded, warm + 2 * blocks)[::blocks][:len(starts)]
    parts = each_driven(heard, logs, weights)[:, warm:] * np.hanning(2 * blocks + 1)[:-1]
    out = np.zeros((len(starts) + 1, blocks))
    out[:-1] = parts[:, :blocks]
    out[1:] += parts[:, blocks:]
    return out.reshape(-1)[blocks:blocks + n]


def strokes(rng: np.random.Generator, length_s: float, count: int) -> Line:
    """How hard a hand moves: so many overlapping gestures."""
    n = frames(length_s)
    effort = np.zeros(n)
    for k in range(count):
        w = frames(length_s / count * rng.uniform(0.8, 1.4))
        add(effort, np.hanning(w) * rng.uniform(0.4, 1.0), frames(length_s * k / count * 0.9) - (w // 5 if k == 0 else 0))
    return effort


def brush(rng: np.random.Generator, effort: Line, low_hz: float, high_hz: float) -> Line:
    """Fibres that slide over fibres: noise that flickers with the effort."""
    return np.asarray(band(noise(rng, len(effort)), low_hz, high_hz) * effort * np.exp(0.35 * wander(rng, len(effort), 20.0)))
