"""Where a sound stands in a room: five microphone positions, left to right. The rooms themselves are in `rooms`."""

from __future__ import annotations

import math

import numpy as np

from audiodream.audio import Audio, pan, resample
from audiodream.errors import UsageError
from audiodream.filters import filtered, highpass, lowpass, shelf
from audiodream.reverberation import REVERB_HZ, rung
from audiodream.rooms import ROOMS as ROOMS
from audiodream.rooms import Room, room_named
from audiodream.units import RATE_HZ, db_to_gain

POSITION_GAIN_DB = {1: 1.0, 2: 0.0, 3: -2.0, 4: -6.0, 5: -10.0}
POSITION_LOWPASS_HZ = {3: 14_000.0, 4: 9_000.0, 5: 5_000.0}
"""Touching, intimate, normal, across the room, off (the five microphone positions of BBC radio drama; the figures are our own)."""


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
