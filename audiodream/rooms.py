"""Rooms by name: how long they ring, what they send back first, and how they colour it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from audiodream.errors import UsageError


@dataclass(frozen=True, slots=True)
class Room:
    """rt60_s: reverberation time (0: none). direct_db: direct sound over reverberation at normal distance. damping: the time at 8 kHz
    against that at 1 kHz. early: the share of the early reflections in the reverberation. lowpass_hz, highpass_hz: colour of the
    reverberation. muffled_hz: low-pass on the direct sound too, 0 none. slap_ms, slap_db: one distant echo."""

    rt60_s: float
    predelay_ms: float = 0.0
    taps_ms: tuple[float, ...] = ()
    direct_db: float = 12.0
    damping: float = 0.7
    early: float = 0.25
    lowpass_hz: float = 9_000.0
    highpass_hz: float = 120.0
    muffled_hz: float = 0.0
    slap_ms: float = 0.0
    slap_db: float = -20.0


ROOMS: dict[str, Room] = {
    "narrator": Room(0.0, direct_db=math.inf, highpass_hz=80.0),
    "backstage": Room(0.42, 3.0, (4, 7, 11, 16, 23), 10.0, 0.6, 0.4, lowpass_hz=6_000.0),
    "room": Room(0.4, 5.0, (6, 9, 14, 21), 12.0, 0.7, 0.35),
    "corridor": Room(0.9, 6.0, (8, 13, 17, 26, 34, 43), 7.0, 0.65, 0.35),
    "hall": Room(2.2, 25.0, (18, 27, 41, 55), 4.0, 0.6, 0.2),
    "cathedral": Room(6.5, 40.0, (47, 71, 103), 0.0, 0.45, 0.1, lowpass_hz=6_500.0),
    "cave": Room(3.2, 30.0, (23, 37, 52, 88), 3.0, 0.4, 0.2, lowpass_hz=4_500.0),
    "open-air": Room(0.1, 0.0, (), 25.0, 0.8, 0.0, slap_ms=210.0, slap_db=-20.0),
    "street": Room(0.8, 12.0, (17, 29, 44, 61), 14.0, 0.6, 0.4, slap_ms=140.0, slap_db=-22.0),
    "forest": Room(0.9, 20.0, (31, 47, 68, 97), 17.0, 0.35, 0.3, lowpass_hz=5_000.0),
    "void": Room(9.0, 80.0, (), 3.0, 0.5, 0.0, lowpass_hz=7_000.0, highpass_hz=250.0),
    "underwater": Room(1.4, 0.0, (5, 12, 19), 4.0, 0.3, 0.2, lowpass_hz=900.0, highpass_hz=60.0, muffled_hz=1_500.0),
}
"""Every room by name. The narrator stands in none."""


def room_named(name: str) -> Room:
    """Raises UsageError, with the names there are, for one that is not."""
    if name not in ROOMS:
        raise UsageError(f"room {name}", "there is no such room", "rooms: " + ", ".join(ROOMS))
    return ROOMS[name]
