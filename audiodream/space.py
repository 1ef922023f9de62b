"""Where a sound stands in a room (five microphone positions, left to right), and the manners of speaking that are made of space.

The rooms themselves are in `rooms`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
from scipy import signal

from audiodream.audio import Audio, add_at, pan, resample, silence
from audiodream.dsp import filtered, highpass, lowpass, peak, shelf
from audiodream.errors import UsageError
from audiodream.harmony import PENTATONIC
from audiodream.rooms import REVERB_HZ, Room, room_named, rung
from audiodream.rooms import ROOMS as ROOMS
from audiodream.units import RATE_HZ, db_to_gain, s_to_frames

POSITION_GAIN_DB = {1: 1.0, 2: 0.0, 3: -2.0, 4: -6.0, 5: -10.0}
POSITION_LOWPASS_HZ = {3: 14_000.0, 4: 9_000.0, 5: 5_000.0}
"""Touching, intimate, normal, across the room, off (the BBC's five positions; sound.md 2.4)."""
Manner = Callable[[Audio, np.random.Generator, float], Audio]


def direct_db(room: Room, distance: int) -> float:
    """Direct sound over reverberation, dB, at a microphone position 1..5; each step away takes at least 4 dB."""
    normal = room.direct_db
    across = min(normal - 4.0, max(normal - 8.0, -3.0))
    off = min(across - 4.0, max(normal - 15.0, -6.0))
    return {1: normal + 18.0, 2: normal + 8.0, 3: normal, 4: across, 5: off}[distance]


def place(sound: Audio, room: str, distance: int = 3, position: float = 0.0, wet: float = 1.0) -> Audio:
    """The whole sound, mono or stereo, as it is heard in that room: (n, 2) with its tail, which is as long as the room rings.

    distance: microphone position 1..5. position: -1 left .. 1 right. wet: share of the room's reverberation, 0 dry .. 1.
    Raises UsageError for a room or a distance that is not there.
    """
    where = room_named(room)
    if distance not in POSITION_GAIN_DB:
        raise UsageError(f"distance {distance}", "a microphone position is 1 (touching) to 5 (off)")
    direct = _direct(sound, where, distance)
    gains = pan(np.ones((1, 1), np.float32), position)
    direct = direct * (gains if sound.shape[1] == 1 else gains * np.float32(math.sqrt(2)))
    if where.rt60_s <= 0.0 or wet <= 0.0:
        return np.asarray(direct, np.float32)
    # the room hears what the sound sends out, not what the microphone's distance takes from it
    mono = sound if sound.shape[1] == 1 else sound.sum(axis=1, keepdims=True) * np.float32(math.sqrt(0.5))
    low = resample(mono, RATE_HZ, REVERB_HZ)
    back = resample(rung(low[:, 0], room), REVERB_HZ, RATE_HZ)
    loud = db_to_gain(POSITION_GAIN_DB[distance] - direct_db(where, distance)) * wet
    out = back * np.float32(loud)
    if len(out) < len(direct):
        out = np.concatenate([out, np.zeros((len(direct) - len(out), 2), np.float32)])
    out[:len(direct)] += direct
    return np.asarray(out, np.float32)


def _direct(sound: Audio, room: Room, distance: int) -> Audio:
    """The direct sound with the colour and the level of its distance."""
    sections = [highpass(80.0 if room.rt60_s <= 0.0 else 60.0, 2)]
    if distance == 1:
        sections.append(shelf(160.0, 2.5, high=False))
    corner = POSITION_LOWPASS_HZ.get(distance, 0.0)
    if corner and room.rt60_s > 0.0:
        sections.append(lowpass(corner, 2))
    if room.muffled_hz:
        sections.append(shelf(room.muffled_hz, -22.0, high=True))
    return filtered(sound, *sections) * np.float32(db_to_gain(POSITION_GAIN_DB[distance]))



def _echo(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Repeats that die away as in an old lullaby: every 0.36 to 0.42 s, from either side, each softer and duller."""
    del root_hz
    gap = s_to_frames(float(rng.uniform(0.36, 0.42)))
    out = silence(len(take) + 5 * gap + s_to_frames(0.1))
    add_at(out, pan(take, 0.0), 0)
    again = filtered(take, highpass(220.0, 2))
    for i in range(5):
        again = filtered(again, lowpass(4200.0 * 0.8 ** i, 2))
        add_at(out, pan(again * np.float32(db_to_gain(-10.0 - 5.0 * i)), 0.55 * (-1) ** i), (i + 1) * gap)
    return out


def _booming(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Larger than life: a deep body, clear consonants, a vast dark room that answers."""
    del rng, root_hz
    big = filtered(take, shelf(190.0, 6.0, high=False), peak(450.0, 0.8, -2.0), peak(3000.0, 0.9, 3.0))
    wet = place(filtered(big, lowpass(2600.0, 2)), "hall", 2) - _dry(filtered(big, lowpass(2600.0, 2)))
    out = wet * np.float32(db_to_gain(6.0))
    add_at(out, pan(big, 0.0), 0)
    add_at(out, pan(filtered(take, lowpass(1400.0, 2)) * np.float32(db_to_gain(-11.0)), 0.0), s_to_frames(0.095))
    return out


def _dry(take: Audio) -> Audio:
    """What `place` gives as direct sound, in a whole hall's length."""
    whole, dry = place(take, "hall", 2), place(take, "hall", 2, wet=0.0)
    out = np.zeros_like(whole)
    out[:len(dry)] = dry
    return out


def _chimes(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """The voice sets small bars ringing, tuned to the story's root (free bars, 1 : 2.756); a glassy halo behind dry words."""
    frames = s_to_frames(1.8)
    t = np.arange(frames) / RATE_HZ
    ringing = np.zeros((frames, 2))
    for octave in (4.0, 8.0, 16.0):
        for ratio in PENTATONIC:
            hz, place_at = root_hz * octave * float(ratio), float(rng.uniform(-0.9, 0.9))
            for overtone, gain in ((1.0, 1.0), (2.756, 0.3)):
                if hz * overtone < 9000.0:
                    wave = gain * np.exp(-t / (0.42 / overtone ** 0.5)) * np.sin(2 * np.pi * (hz * overtone * t + rng.random()))
                    ringing += wave[:, None] * np.array([1.0 - place_at, 1.0 + place_at]) * (octave / 8.0) ** -0.5
    ringing *= np.clip((frames - np.arange(frames)) / (0.2 * frames), 0.0, 1.0)[:, None]
    halo: Audio = signal.oaconvolve(filtered(take, highpass(350.0, 2)), ringing.astype(np.float32), axes=0).astype(np.float32)
    halo *= np.float32(db_to_gain(-13.0) * np.sqrt(np.sum(take ** 2) / max(float(np.sum(halo ** 2)), 1e-12)))
    add_at(halo, pan(take, 0.0), 0)
    return halo


def _distant(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """From far off: thin, dull and softer, though it can still be understood."""
    del rng, root_hz
    thin = filtered(take, highpass(260.0, 2), peak(1800.0, 0.8, 3.0), lowpass(5500.0, 2))
    return place(thin * np.float32(db_to_gain(-3.0)), "street", 4)


def _inner(take: Audio, rng: np.random.Generator, root_hz: float) -> Audio:
    """Inside the head: touching close, faintly doubled at both ears, with a breath of nowhere behind."""
    del root_hz
    close = filtered(take, shelf(170.0, 2.5, high=False), shelf(6000.0, -2.0, high=True))
    out = place(filtered(close, lowpass(4000.0, 2)), "void", 2, wet=0.8)
    out *= np.float32(db_to_gain(-9.0))
    add_at(out, pan(close, 0.0), 0)
    for side in (-0.9, 0.9):
        late = s_to_frames(float(rng.uniform(0.011, 0.019)))
        add_at(out, pan(filtered(close, highpass(300.0, 2)) * np.float32(db_to_gain(-13.0)), side), late)
    return out


MANNERS: dict[str, Manner] = {"booming": _booming, "chimes": _chimes, "distant": _distant, "echo": _echo, "inner": _inner}
"""The manners that are made here; the others are the engine's."""


def manner(take: Audio, manners: Iterable[str], rng: np.random.Generator, root_hz: float = 110.0) -> Audio:
    """A mono take in the first of these manners that is one of space, (n, 2) with its tail; the take itself, mono, where there is none.

    The loudness of the words stays within 2 dB, but for "distant". Place the result with `place`, which takes mono and stereo.
    """
    for name in manners:
        if name in MANNERS:
            return MANNERS[name](take, rng, root_hz)
    return take
