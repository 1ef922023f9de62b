"""What a room sends back: its response, made once from noise, band by band, and kept. It is woven at half the session rate."""

from __future__ import annotations

import math
from threading import Lock

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio
from audiodream.convolution import convolved
from audiodream.filters import filtered, highpass, lowpass
from audiodream.rooms import Room, room_named
from audiodream.spectra import fast_size, irfft, rfft
from audiodream.units import RATE_HZ, db_to_gain

REVERB_HZ = RATE_HZ // 2
_BANDS_HZ = (0.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, REVERB_HZ / 2)

_kept: dict[str, Audio] = {}
_spectra: dict[tuple[str, int], npt.NDArray[np.complex64]] = {}
_lock = Lock()


def reverberation(name: str) -> Audio:
    """The room's response without the direct sound, (n, 2) at REVERB_HZ, empty where there is none.

    What it sends back of speech has the power of what it got.
    """
    room = room_named(name)
    with _lock:
        if name not in _kept:
            _kept[name] = _made(room, np.random.default_rng([7, *name.encode()]))
        return _kept[name]


def _made(room: Room, rng: np.random.Generator) -> Audio:
    if room.rt60_s <= 0.0:
        return np.zeros((0, 2), np.float32)
    late = _late(room, rng)
    first = round(room.predelay_ms / 1000 * REVERB_HZ)
    slap = round(room.slap_ms / 1000 * REVERB_HZ)
    out = np.zeros((max(first + len(late), slap + 2400, 2400), 2), np.float32)
    out[first:first + len(late)] = late * math.sqrt(1.0 - room.early)
    out += math.sqrt(room.early) * _early(room, rng, len(out))
    colour = [highpass(room.highpass_hz, 2, REVERB_HZ), lowpass(room.lowpass_hz, 2, REVERB_HZ)]
    out = filtered(out, *colour)
    out /= math.sqrt(_speech_energy(out))
    if slap:
        # as loud against the direct sound as it says, at normal distance
        noise = rng.standard_normal((2400, 2)) * np.exp(-np.arange(2400) / 300)[:, None]
        burst = filtered(noise.astype(np.float32), lowpass(3000.0, 2, REVERB_HZ), highpass(200.0, 2, REVERB_HZ))
        out[slap:slap + 2400] += burst * (db_to_gain(room.slap_db + room.direct_db) / math.sqrt(_speech_energy(burst)))
    return out


def _speech_energy(response: Audio) -> float:
    """What a response makes of sound with a spectrum like speech: 1/f from 250 Hz to 4 kHz, both sides."""
    power = (np.abs(rfft(response, axis=0)) ** 2).sum(axis=1)
    hz = np.arange(len(power)) * (REVERB_HZ / len(response))
    weight = np.where((hz >= 250.0) & (hz <= 4000.0), 1.0 / np.maximum(hz, 1.0), 0.0)
    return float(np.sum(power * weight) / np.sum(weight))


def _late(room: Room, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Decaying noise, (n, 2): every band with a time of its own; the sides the same below 200 Hz."""
    centres = np.array([180.0, 375.0, 750.0, 1500.0, 3000.0, 6500.0])
    times = np.interp(np.log2(centres), np.log2([250.0, 1000.0, 8000.0]), [1.08, 1.0, room.damping])
    times *= room.rt60_s / _decay_s(times, centres, room)
    frames = round(0.75 * float(times.max()) * REVERB_HZ)
    size = fast_size(frames)
    spectra = rfft(rng.standard_normal((2, size)), axis=1)
    hz = np.arange(spectra.shape[1]) * (REVERB_HZ / size)
    spectra /= np.sqrt(np.maximum(hz, 60.0) / 60.0)
    spectra[1] *= 0.85 * np.clip((hz - 150.0) / 100.0, 0.0, 1.0)
    t = np.arange(frames) / REVERB_HZ
    ms = np.zeros((2, frames))
    for low, high, time_s in zip(_BANDS_HZ[:-1], _BANDS_HZ[1:], times, strict=True):
        band = np.where((hz >= low) & (hz < high), 1.0, 0.0)
        ms += irfft(spectra * band, size, axis=1)[:, :frames] * np.exp(-6.907755 * t / time_s)
    ms *= np.clip((frames - np.arange(frames)) / (0.1 * frames), 0.0, 1.0)
    out = np.stack([ms[0] + ms[1], ms[0] - ms[1]], axis=1)
    return np.asarray(out / math.sqrt(float(np.sum(out ** 2))))


def _decay_s(times: npt.NDArray[np.float64], centres: npt.NDArray[np.float64], room: Room) -> float:
    """T20, as Schroeder would find it, of bands that decay in these times."""
    widths = np.diff(np.array(_BANDS_HZ))
    colour = 1.0 / (1.0 + (centres / room.lowpass_hz) ** 4) / (1.0 + (room.highpass_hz / centres) ** 4)
    t = np.linspace(0.0, float(times.max()) * 0.75, 1500)
    left = ((widths / centres * colour * times)[:, None] * np.exp(-13.81551 * t / times[:, None])).sum(axis=0)
    db = 10.0 * np.log10(left / left[0])
    spot = [float(np.interp(level, db[::-1], t[::-1])) for level in (-25.0, -5.0)]
    return 3.0 * (spot[0] - spot[1])


def _early(room: Room, rng: np.random.Generator, frames: int) -> npt.NDArray[np.float64]:
    """Reflections at the taps, from one side and the other in turn, each a little later on the far side; energy 1, or none."""
    out = np.zeros((frames, 2))
    for i, tap_ms in enumerate(room.taps_ms):
        at = round(tap_ms / 1000 * REVERB_HZ)
        near, far = (i + int(rng.integers(2))) % 2, 0.55
        out[at, near] += (-1.0) ** i * 0.86 ** i
        out[at + int(rng.integers(6, 14)), 1 - near] += (-1.0) ** i * 0.86 ** i * far
    energy = float(np.sum(out ** 2))
    return out / math.sqrt(energy) if energy else out


def rung(low: npt.NDArray[np.float32], room: str) -> Audio:
    """What the room sends back of a sound (n,) at REVERB_HZ: (n + tail, 2). Rooms keep their spectra for the sizes that takes need."""
    ringing = reverberation(room)
    frames = len(low) + len(ringing) - 1
    if len(low) > 4 * len(ringing):
        return np.ascontiguousarray(convolved(low, ringing.T).T)
    size = 1 << max(14, (frames - 1).bit_length() - 2)
    size *= -(-frames // size)
    with _lock:
        if (room, size) not in _spectra:
            _spectra[room, size] = rfft(np.ascontiguousarray(ringing.T), size, axis=1)
        spectrum = _spectra[room, size]
    out = irfft(rfft(low, size) * spectrum, size, axis=1)
    return np.ascontiguousarray(out[:, :frames].T, np.float32)
