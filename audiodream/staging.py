"""Who and what a drama is staged with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audiodream.presets import Mood, Place, Voice


@dataclass(frozen=True, slots=True)
class Staging:
    """Everything a render knows besides the score: presets, voices by speaker, seed."""

    moods: Mapping[str, Mood]
    places: Mapping[str, Place]
    voices: Mapping[str, Voice]
    seed: int
