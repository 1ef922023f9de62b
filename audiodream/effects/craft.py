"""What effects are made of: noises, forces, bodies that ring, rubbing, the room around, and the last touch that makes a sound keep the contract.

Inside an effect sound is one-dimensional float64 (`Line`); `finish` turns it into `Audio`.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import signal

from audiodream.audio import Audio
from audiodream.meter import LoudnessMeter
from audiodream.units import RATE_HZ, db_to_gain

Line = npt.NDArray[np.float64]
Values = Sequence[float] | Line

LEVEL_LUFS = -23.0
PEAK_DBFS = -4.0
"""A single knock of 5 ms that filled 400 ms with -23 LUFS would not fit under full scale; it is held here instead."""


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
        return np.asarray(signal.butter(order, min(high_hz, top), "lowpass", fs=RATE_HZ, output="sos"))
    if high_hz <= 0 or high_hz >= top:
        return np.asarray(signal.butter(order, min(low_hz, top), "highpass", fs=RATE_HZ, output="sos"))
    return np.asarray(signal.butter(order, [low_hz, high_hz], "bandpass", fs=RATE_HZ, output="sos"))


def band(x: Line, low_hz: float, high_hz: float, order: int = 1) -> Line:
    """Butterworth band-pass; 0 for `low_hz` is a low-pass, 0 for `high_hz` a high-pass."""
    return np.asarray(signal.sosfilt(_band_sos(float(low_hz), float(high_hz), order), x, axis=0))


def ring(x: Line, hz: Values, t60_s: Values, gain: Values) -> Line:
    """A body of damped modes struck, scraped or blown by `x`: a bank of two-pole resonators (modal synthesis, van den Doel & Pai 1998).

    An impulse of height 1 makes every mode start at its gain.
    """
    out = np.zeros_like(x)
    for f, t60, g in zip(hz, t60_s, gain, strict=True):
        if not 15.0 < f < 15_000.0:
            continue
        r = math.exp(-6.9078 / (max(t60, 1e-3) * RATE_HZ))
        w = 2.0 * math.pi * f / RATE_HZ
        out += signal.lfilter([0.0, g * math.sin(w)], [1.0, -2.0 * r * math.cos(w), r * r], x)
    return out


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


def fall(n: int, tau_s: float) -> Line:
    """Exponential decay from 1."""
    return np.asarray(np.exp(-np.arange(n) / (tau_s * RATE_HZ)))


def course(n: int, *points: tuple[float, float]) -> Line:
    """A line through (second, value) points."""
    at, value = zip(*points, strict=True)
    return np.interp(np.arange(n) / RATE_HZ, at, value)


def swell(n: int, rise_s: float, hold_s: float, tau_s: float) -> Line:
    """A gesture: a raised-cosine rise, a hold, an exponential fall."""
    up, hold = frames(rise_s), round(hold_s * RATE_HZ)
    shape = np.concatenate([0.5 - 0.5 * np.cos(np.pi * np.arange(up) / up), np.ones(hold), fall(max(1, n - up - hold), tau_s)])
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
    """What bursts or buckles (`rate` a second): noise bursts of every size, small ones far more often (Farnell, Designing Sound, ch. 34)."""
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


def formants(x: Line, hz: Values, width_hz: Values, gain: Values) -> Line:
    """A throat: parallel resonances over a source."""
    out = np.zeros_like(x)
    for f, b, g in zip(hz, width_hz, gain, strict=True):
        r = math.exp(-math.pi * b / RATE_HZ)
        w = 2.0 * math.pi * f / RATE_HZ
        out += g * (1 - r) * signal.lfilter([1.0, 0.0, -1.0], [1.0, -2.0 * r * math.cos(w), r * r], x)
    return out


def moving_band(x: Line, centre_hz: Line, q: float, blocks: int = 480) -> Line:
    """A band-pass whose centre moves: overlapping blocks, each with its own filter, joined by equal-gain fades."""
    n, out = len(x), np.zeros(len(x))
    window = np.hanning(2 * blocks + 1)[:-1]
    warm = 4 * blocks
    for start in range(-blocks, n, blocks):
        first, last = max(0, start), min(n, start + 2 * blocks)
        f = float(centre_hz[min(n - 1, max(0, start + blocks))])
        r = math.exp(-math.pi * f / q / RATE_HZ)
        w = 2.0 * math.pi * min(f, 11_000.0) / RATE_HZ
        back = max(0, first - warm)
        part = signal.lfilter([1 - r, 0.0, r - 1], [1.0, -2.0 * r * math.cos(w), r * r], x[back:last])[first - back:]
        out[first:last] += part * window[first - start:last - start]
    return out


# ---- stereo and the room --------------------------------------------------------------------------------------------------------------


def place(x: Line, position: float) -> Line:
    """(n, 2), constant power."""
    angle = (min(1.0, max(-1.0, position)) + 1.0) * math.pi / 4.0
    return np.stack([x * math.cos(angle), x * math.sin(angle)], axis=1)


def _room(rng: np.random.Generator, size_m: float, t60_s: float, dull_hz: float) -> Line:
    """An impulse response without its direct sound: sparse early reflections, then a diffuse tail, each side its own."""
    n = frames(t60_s * 1.1)
    first_s = size_m / 340.0
    out = np.zeros((n, 2))
    for side in range(2):
        taps = np.sort(rng.uniform(first_s * 0.6, first_s * 5, 9))
        for s in taps:
            at = frames(s)
            if at < n:
                out[at, side] += 0.5 * first_s / s * (1 if rng.random() < 0.7 else -1)
        late = noise(rng, n) * np.exp(-6.9078 * np.arange(n) / (t60_s * RATE_HZ))
        late *= np.minimum(1.0, np.arange(n) / frames(first_s * 3))
        out[:, side] += late * 0.9 / math.sqrt(max(1.0, float(np.sum(late**2))))
    return band(out, 90.0, dull_hz)


def room(rng: np.random.Generator, x: Line, size_m: float = 4.0, t60_s: float = 0.35, wet: float = 0.35, dull_hz: float = 5000.0) -> Line:
    """`x` (n,) or (n, 2) in a room, the direct sound unchanged, longer by its reverberation; shape (n + tail, 2).

    Real sounds are heard with the reflections of where they happen; bare ones sound like a synthesiser. The mix adds the story's space.
    """
    dry = place(x, 0.0) if x.ndim == 1 else x
    ir = _room(rng, size_m, t60_s, dull_hz)
    out = np.zeros((len(dry) + len(ir) - 1, 2))
    out[:len(dry)] = dry
    for side in range(2):
        out[:, side] += wet * signal.oaconvolve(dry[:, side], ir[:, side])
    return out


@functools.lru_cache(maxsize=1)
def _last_filter() -> Line:
    """18 Hz high-pass, and a low-pass that leaves nothing above 12 kHz: a detector of clicks listens there."""
    low = signal.butter(2, 18.0, "highpass", fs=RATE_HZ, output="sos")
    high = signal.cheby2(8, 54.0, 12_000.0, "lowpass", fs=RATE_HZ, output="sos")
    return np.concatenate([low, high])


def loudest_lufs(audio: Audio) -> float:
    """Loudness of the loudest 400 ms, silence around a short sound counted."""
    edge = np.zeros((frames(0.4), audio.shape[1]), np.float32)
    meter = LoudnessMeter(audio.shape[1])
    meter.feed(np.concatenate([audio, edge]) if len(audio) < frames(0.8) else audio)
    return float(meter.momentary_lufs().max())


def finish(x: Line, *, fade_s: float = 0.08, peak_at_end: bool = False, floor_db: float = -58.0) -> Audio:
    """The sound as the contract wants it: nothing in front of its attack, nothing under the floor behind, soft edges, level, no DC."""
    sound = place(x, 0.0) if x.ndim == 1 else x
    sound = np.asarray(signal.sosfilt(_last_filter(), sound, axis=0))
    height = np.abs(sound).max(axis=1)
    loud = np.flatnonzero(height > height.max() * db_to_gain(-40.0))
    tail = np.flatnonzero(height > height.max() * db_to_gain(floor_db))
    first = 0 if peak_at_end else max(0, int(loud[0]) - 24)
    last = len(sound) if peak_at_end else min(len(sound), int(tail[-1]) + 1 + frames(fade_s))
    sound = sound[first:last]
    up, down = min(48, len(sound)), min(frames(0.004 if peak_at_end else fade_s), len(sound))
    sound[:up] *= (0.5 - 0.5 * np.cos(np.pi * (np.arange(up) + 0.5) / up))[:, None]
    sound[len(sound) - down:] *= (0.5 + 0.5 * np.cos(np.pi * (np.arange(down) + 0.5) / down))[:, None]
    sound *= 0.1 / max(float(np.abs(sound).max()), 1e-12)
    out = sound.astype(np.float32)
    gain = min(db_to_gain(LEVEL_LUFS - loudest_lufs(out)), db_to_gain(PEAK_DBFS) / 0.1)
    return np.asarray(out * np.float32(gain), np.float32)

