"""What is done to a voice after its engine: pitch, pitch range, size of the throat, and manners such as whispering.

All of it keeps the time of every word. Pitch: WSOLA (Verhelst and Roelands 1993) stretches along a curve, resampling along that curve
takes the length back. Throat: the cepstral envelope of each frame is moved along the frequency axis.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, resample
from audiodream.engines.engine import Utterance
from audiodream.filters import filtered, highpass, lowpass
from audiodream.spectra import irfft, rfft
from audiodream.units import RATE_HZ, db_to_gain, st_to_ratio

VERSION = "6"
Mono = npt.NDArray[np.float32]
Stresses = tuple[tuple[float, float], ...]

_FRAME, _HOP, _SEARCH = 1440, 720, 420
_LEAN = 0.1
_COARSE = 4
"""What goes on best is looked for among sums of so many frames, and then among the frames around the best of them."""
_TRACK_HOP = 480
_ENVELOPE_S = 0.0022
"""Quefrencies up to here are the throat, above it the voice: 450 Hz is the highest voice that is told apart."""
_DEAD_ST, _DEAD_SPAN = 0.5, 0.15
"""Changes that nobody hears in running speech are not made: every processing costs a little clarity, and time."""

_THROAT_ST = {"booming": -1.6, "shout": 0.5, "whisper": 0.8, "harsh": -0.5, "laughing": 0.4}
_STRESS_ST, _STRESS_DB = 1.6, 2.5
_TREMBLE_HZ, _TREMBLE_ST = 5.7, 0.45
_SHELVES_DB = {"booming": (180.0, 5.0, 5000.0, -2.0), "shout": (250.0, -2.0, 1800.0, 4.0), "soft": (200.0, 1.0, 2500.0, -3.0),
               "angry": (250.0, -1.0, 2000.0, 3.0), "cold": (200.0, -2.0, 3000.0, 1.0), "warm": (200.0, 2.5, 4000.0, -2.0),
               "inner": (160.0, 2.0, 4500.0, -3.0)}
"""Manner to low shelf (Hz, dB) and high shelf (Hz, dB)."""


def shape(
    audio: Audio, pitch_st: float, formant_st: float, span: float, manners: tuple[str, ...], stresses: Stresses, rng: np.random.Generator
) -> Audio:
    """Speech at the session rate with pitch and throat moved by semitones, its pitch range times `span`, and its manners put on.

    The same number of frames. Throat: positive is smaller (a child), negative larger. stresses: seconds (from, to) that are stressed.
    """
    mono = np.ascontiguousarray(audio[:, 0])
    if len(mono) < 4 * _FRAME:
        span = 1.0
    formant_st += sum(_THROAT_ST.get(manner, 0.0) for manner in manners)
    trembles = bool({"trembling", "crying"} & set(manners))
    if "whisper" in manners:
        return (whispered(mono, formant_st, rng) * _stress_gain(len(mono), stresses))[:, None]
    if abs(pitch_st) < _DEAD_ST:
        pitch_st = 0.0
    if pitch_st or trembles or stresses or abs(span - 1.0) > _DEAD_SPAN:
        mono = _repitched(mono, _ratio_curve(mono, pitch_st, span, trembles, stresses))
        mono = mono * _stress_gain(len(mono), stresses)
    # repitching moved the throat along with the pitch: it is put where it belongs
    move_st = formant_st - pitch_st
    if abs(move_st) > _DEAD_ST:
        mono = _throat(mono, st_to_ratio(move_st))
    for manner in manners:
        if manner in _SHELVES_DB:
            mono = _shelved(mono, *_SHELVES_DB[manner])
    return mono[:, None]


def with_pauses(said: Utterance, pauses: Sequence[float]) -> Utterance:
    """The utterance with the silence after each word made as long as `pauses` says (seconds; 0 leaves it as it was spoken).

    Only silence of at least 50 ms is touched: where the speaker went on without a break, none is made.
    """
    hop = said.rate_hz // 200
    power = np.square(said.audio[:len(said.audio) // hop * hop, 0].astype(np.float64)).reshape(-1, hop).mean(axis=1)
    quiet = power < power.max(initial=0.0) * 1e-4
    pieces: list[Audio] = []
    shifts: list[tuple[float, float]] = []
    done, moved_s = 0, 0.0
    for word, pause_s in enumerate(pauses[:-1]):
        after = next((k for k in range(word + 1, len(said.words)) if said.words[k][1] > said.words[k][0]), 0)
        if not pause_s or not after:
            continue
        first, last = _longest_run(quiet, round((said.words[word][1] - 0.1) * 200), round((said.words[after][0] + 0.06) * 200))
        if last - first < 10:
            continue
        middle = (first + last) // 2 * hop
        change = round(pause_s * said.rate_hz) - (last - first) * hop
        cut = max(0, -change) // 2
        pieces += [said.audio[done:middle - cut], np.zeros((max(0, change), 1), np.float32)]
        done = middle - cut + max(0, -change)
        moved_s += change / said.rate_hz
        shifts.append((middle / said.rate_hz, moved_s))
    audio = np.concatenate([*pieces, said.audio[done:]])
    return Utterance(audio, said.rate_hz, tuple((_shifted(a, shifts), _shifted(b, shifts)) for a, b in said.words))


def _longest_run(flags: npt.NDArray[np.bool_], first: int, last: int) -> tuple[int, int]:
    """First and end of the longest stretch of True that touches the span."""
    first, last = max(0, first), min(len(flags), last)
    best, k = (first, first), first
    while k < last:
        end = k
        while end < len(flags) and flags[end]:
            end += 1
        if end - k > best[1] - best[0]:
            best = k, end
        k = end + 1
    return best


def _shifted(at_s: float, shifts: list[tuple[float, float]]) -> float:
    return at_s + next((by for since, by in reversed(shifts) if at_s >= since), 0.0)


def pitch_track(mono: Mono, low_hz: float = 60.0, high_hz: float = 450.0) -> npt.NDArray[np.float64]:
    """F0 in Hz every 10 ms by normalised autocorrelation over 40 ms; 0 where the sound is not voiced."""
    step = 4
    slow = resample(mono[:, None], RATE_HZ, RATE_HZ // step)[:, 0].astype(np.float64)
    rate_hz, hop, size = RATE_HZ / step, _TRACK_HOP // step, 480
    padded = np.pad(slow, (size // 2, size))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop][: -(-len(slow) // hop)]
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(size)
    spectrum = rfft(frames, 2 * size, axis=1)
    likeness = irfft(np.square(np.abs(spectrum)), axis=1)[:, :size]
    window = irfft(np.square(np.abs(rfft(np.hanning(size), 2 * size))))[:size]
    energy = likeness[:, :1]
    likeness = likeness / np.maximum(energy, 1e-12) / np.maximum(window / window[0], 0.05)
    low, high = int(rate_hz / high_hz), int(rate_hz / low_hz)
    part = likeness[:, low:high] - np.linspace(0.0, 0.08, high - low)
    best = part.argmax(axis=1)
    voiced = (part[np.arange(len(part)), best] > 0.45) & (energy[:, 0] > energy.max(initial=0.0) * 1e-4)
    return np.where(voiced, rate_hz / (best + low), 0.0)


def _bumps(points: int, stresses: Stresses) -> npt.NDArray[np.float64]:
    """0..1 every 10 ms, 1 on what is stressed, with soft edges of 60 ms."""
    at_s = np.arange(points) / 100.0
    bumps = np.zeros(points)
    for start_s, end_s in stresses:
        rise = np.clip((at_s - start_s + 0.06) / 0.06, 0.0, 1.0) * np.clip((end_s + 0.06 - at_s) / 0.06, 0.0, 1.0)
        bumps = np.maximum(bumps, rise * rise * (3.0 - 2.0 * rise))
    return bumps


def _stress_gain(frames: int, stresses: Stresses) -> Mono:
    if not stresses:
        return np.ones(frames, np.float32)
    bumps = _bumps(frames // _TRACK_HOP + 2, stresses)
    gain = np.power(10.0, bumps * _STRESS_DB / 20.0)
    return np.interp(np.arange(frames) / _TRACK_HOP, np.arange(len(gain)), gain).astype(np.float32)


def _ratio_curve(mono: Mono, pitch_st: float, span: float, trembles: bool, stresses: Stresses) -> npt.NDArray[np.float64]:
    """By how much the pitch is to be multiplied, every 10 ms."""
    points = -(-len(mono) // _TRACK_HOP) + 1
    shift = np.full(points, float(pitch_st)) + _STRESS_ST * _bumps(points, stresses)
    if abs(span - 1.0) > _DEAD_SPAN:
        f0 = pitch_track(mono)
        voiced = np.flatnonzero(f0)
        if len(voiced) > 8:
            st = 12.0 * np.log2(f0[voiced] / np.median(f0[voiced]))
            heard = np.pad(np.interp(np.arange(points), voiced, np.clip(st, -7.0, 7.0)), 4)
            smooth = np.median(np.lib.stride_tricks.sliding_window_view(heard, 9), axis=1)
            shift += np.convolve(np.pad(smooth, 5, mode="edge"), np.full(11, 1 / 11), "valid") * (span - 1.0)
    if trembles:
        shift += _TREMBLE_ST * np.sin(2.0 * math.pi * _TREMBLE_HZ * np.arange(points) / 100.0)
    return np.power(2.0, shift / 12.0)


def _repitched(mono: Mono, ratio: npt.NDArray[np.float64]) -> Mono:
    """Stretched by the curve, then read along the stretched time at the curve's speed: as long as before, at another pitch."""
    frames = np.arange(len(mono))
    speed = np.interp(frames / _TRACK_HOP, np.arange(len(ratio)), ratio)
    there = np.concatenate([[0.0], np.cumsum(speed)[:-1]])
    stretched = _stretched(mono, there)
    return _read_at(stretched, there)


def _stretched(mono: Mono, there: npt.NDArray[np.float64]) -> Mono:
    """WSOLA: what lay at frame i lies at frame there[i]."""
    total = math.ceil(there[-1]) + 1
    steps = np.arange(0, total + _HOP, _HOP)
    sources = np.interp(steps, there, np.arange(len(mono)))
    pad = _FRAME + _SEARCH
    source = np.pad(mono, (pad, pad + _SEARCH + _HOP))
    out = np.zeros(len(steps) * _HOP + _FRAME, np.float32)
    window = _window(_FRAME)
    at, ahead = int(sources[0]) + pad - _HOP, 0.0
    out[:_FRAME] += source[at:at + _FRAME] * window
    for k in range(1, len(steps)):
        goes_on = source[at + _HOP:at + _FRAME + _HOP]
        wanted = int(sources[k]) + pad - _HOP
        first = min(max(0, wanted - round(ahead) - _SEARCH), len(source) - _FRAME - 2 * _SEARCH - _HOP)
        area = source[first:first + _FRAME + 2 * _SEARCH]
        near = _COARSE * _likest(_coarsely(area), _coarsely(goes_on))
        low = max(0, near - _COARSE)
        at = first + low + _likest(area[low:near + _COARSE + _FRAME], goes_on)
        # the best match is the frame that simply goes on, so that the sound drags behind when it is compressed and hurries when it is
        # stretched, 5 ms in the mean: how far it has strayed so far is leaned against
        ahead = min(float(_SEARCH), max(-float(_SEARCH), ahead + _LEAN * (at - wanted)))
        out[k * _HOP:k * _HOP + _FRAME] += source[at:at + _FRAME] * window
    return out[_HOP:_HOP + total]


def _coarsely(mono: Mono) -> Mono:
    """The sums of _COARSE frames each."""
    return np.asarray(sum(mono[n::_COARSE] for n in range(_COARSE)), np.float32)


def _likest(area: Mono, wanted: Mono) -> int:
    """Where in the area the sound is most like the wanted one, however loud."""
    match = np.correlate(area, wanted, "valid")
    total = np.concatenate([[0.0], np.cumsum(np.square(area, dtype=np.float64))])
    return int(np.argmax(match / np.sqrt((total[len(wanted):] - total[:-len(wanted)]) + 1e-6)))


def _read_at(mono: Mono, places: npt.NDArray[np.float64]) -> Mono:
    """The sound at fractional frames, by cubic Hermite interpolation: exact enough for speech, which lies below a quarter of the rate."""
    padded = np.pad(mono, (1, 3))
    whole = places.astype(np.int64)
    part = (places - whole).astype(np.float32)
    a, b, c, d = (padded[whole + k] for k in range(4))
    slope_b, slope_c = (c - a) * np.float32(0.5), (d - b) * np.float32(0.5)
    bend = 2.0 * (b - c) + slope_b + slope_c
    return np.asarray(b + part * (slope_b + part * (3.0 * (c - b) - 2.0 * slope_b - slope_c + part * bend)), np.float32)


@lru_cache(4)
def _window(size: int) -> Mono:
    """A periodic Hann window."""
    return np.hanning(size + 1)[:-1].astype(np.float32)


def _framed(mono: Mono, size: int, hop: int) -> npt.NDArray[np.complex64]:
    padded = np.pad(mono, (size, size + hop))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    return np.asarray(rfft(frames * _window(size), axis=1), np.complex64)


def _unframed(spectra: npt.NDArray[Any], size: int, hop: int, frames: int) -> Mono:
    window = _window(size)
    pieces = irfft(spectra, size, axis=1).astype(np.float32) * window
    out = np.zeros(len(pieces) * hop + size, np.float32)
    for k, piece in enumerate(pieces):
        out[k * hop:k * hop + size] += piece
    return np.asarray(out[size:size + frames] * np.float32(hop / float(np.square(window).sum())), np.float32)


def _envelope_db(spectra: npt.NDArray[np.complex64]) -> npt.NDArray[np.float32]:
    """The throat's curve of each frame: the log spectrum without its fast ripples."""
    level = np.log(np.abs(spectra) + 1e-6)
    cepstrum = irfft(level, axis=1)
    keep = round(_ENVELOPE_S * RATE_HZ)
    fade = np.zeros(cepstrum.shape[1], np.float32)
    fade[:keep] = 1.0
    fade[keep:keep + 16] = np.linspace(1.0, 0.0, 16)
    fade[1:] = np.maximum(fade[1:], fade[1:][::-1])
    return np.asarray(rfft(cepstrum * fade, axis=1).real * (20.0 / math.log(10.0)), np.float32)


def _moved(envelope_db: npt.NDArray[np.float32], ratio: float) -> npt.NDArray[np.float32]:
    """The envelopes with every frequency times `ratio`."""
    bins = envelope_db.shape[1]
    places = np.minimum(np.arange(bins) / ratio, bins - 1.001)
    whole = places.astype(np.int64)
    part = (places - whole).astype(np.float32)
    return np.asarray(envelope_db[:, whole] * (1.0 - part) + envelope_db[:, whole + 1] * part, np.float32)


def _throat(mono: Mono, ratio: float) -> Mono:
    size, hop = 2048, 512
    spectra = _framed(mono, size, hop)
    envelope = _envelope_db(spectra)
    gain = np.exp(np.clip(_moved(envelope, ratio) - envelope, -18.0, 18.0) * np.float32(math.log(10.0) / 20.0))
    return _unframed(spectra * gain, size, hop, len(mono))


def whispered(mono: Mono, formant_st: float, rng: np.random.Generator) -> Mono:
    """The words on breath alone: each frame's envelope filled with noise, the voice's low end gone."""
    size, hop = 1024, 256
    spectra = _framed(mono, size, hop)
    envelope_db = _moved(_envelope_db(spectra), st_to_ratio(formant_st))
    hz = np.arange(envelope_db.shape[1]) * RATE_HZ / size
    tilt_db = -18.0 / (1.0 + np.square(hz / 320.0)) + 5.0 * np.square(hz) / (np.square(hz) + 2500.0**2)
    phase = np.exp(2j * math.pi * rng.random(envelope_db.shape, np.float32)).astype(np.complex64)
    return _unframed(np.power(10.0, (envelope_db + tilt_db) / 20.0) * phase, size, hop, len(mono))


def _shelved(mono: Mono, low_hz: float, low_db: float, high_hz: float, high_db: float) -> Mono:
    """First-order shelves below and above."""
    below, above = filtered(mono, lowpass(low_hz, 1)), filtered(mono, highpass(high_hz, 1))
    return np.asarray(mono + below * (db_to_gain(low_db) - 1.0) + above * (db_to_gain(high_db) - 1.0), np.float32)
