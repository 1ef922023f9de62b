"""Who and what a drama is staged with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audiodream.presets import Mood, Place, Voice
from audiodream.score import Beat


@dataclass(frozen=True, slots=True)
class Staging:
    """Everything a render knows besides the score: presets, voices by speaker, seed."""

    moods: Mapping[str, Mood]
    places: Mapping[str, Place]
    voices: Mapping[str, Voice]
    seed: int

    def room_of(self, beat: Beat) -> str:
        """The room in which a beat plays; somewhere unknown is a room like any other."""
        where = self.places.get(beat.place)
        return where.room if where is not None and where.room else "room"
