"""What a mood or a voice may say, as frozen objects. `presets_toml` reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from audiodream.knobs import Ramp


@dataclass(frozen=True, slots=True)
class Layer:
    """One texture of a bed. level_db is against the bed's other layers; gate (low, high): the layer is silent below the one
    intensity and whole above the other."""

    name: str
    texture: str
    level_db: Ramp = (0.0, 0.0)
    gate: Ramp = (0.0, 0.0)
    knobs: dict[str, float | Ramp] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoodDelivery:
    """What the mood does to speech at intensity 0 and 1; the narrator takes 40 % of it."""

    rate: Ramp = (1.0, 1.0)
    pause: Ramp = (1.0, 1.0)
    pitch_st: Ramp = (0.0, 0.0)
    span: Ramp = (1.0, 1.0)
    level_db: Ramp = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Mood:
    """A mood preset. words: stems ("dread*") and phrases that tell of it; with neither words nor examples it is for scores only.
    valence, arousal: where it lies. level_lufs: of its bed in the clear at intensity 0 and 1. fade_s: crossfade into it."""

    name: str
    title: str
    path: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    valence: float
    arousal: float
    delivery: MoodDelivery
    level_lufs: Ramp
    fade_s: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place preset (a file in `ambience/` that says `place = true`): the words that tell of it, the room that voices and effects
    stand in, and what one hears there."""

    name: str
    title: str
    path: str
    words: tuple[str, ...]
    room: str
    level_lufs: Ramp
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds of pause after each kind of edge, before mood and jitter."""

    clause_s: float = 0.2
    sentence_s: float = 0.6
    paragraph_s: float = 1.1
    scene_s: float = 2.5
    chapter_s: float = 3.0
    reveal_s: float = 0.9


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice preset. gender, age, tags: what casting goes by. settings: what the engine needs.

    pan -1..1; distance 1..5 (microphone positions: touching, intimate, normal, across the room, off); room: a name in
    `rooms.ROOMS`, "" the place's.
    pitch_st and formant_st shape the voice after the engine.
    """

    name: str
    title: str
    path: str
    engine: str
    settings: dict[str, Any]
    gender: str = "unknown"
    age: str = "adult"
    tags: tuple[str, ...] = ()
    rate_wpm: float = 155.0
    pitch_st: float = 0.0
    formant_st: float = 0.0
    level_db: float = 0.0
    pan: float = 0.0
    distance: int = 3
    room: str = ""
    manners: tuple[str, ...] = ()
    cast: bool = True
    pauses: Pauses = field(default_factory=Pauses)
