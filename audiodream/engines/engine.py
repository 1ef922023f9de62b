"""What every engine is: something that turns words into speech with the time of each word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from audiodream.audio import Audio


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a line is spoken, after mood, manner and voice have been weighed.

    rate_wpm: articulation asked for. pitch_st: semitones from the voice's own. span: pitch range, 1 the voice's own.
    level_db: against the voice's usual. manners: "whisper", "shout" ...: what the engine can do itself, it does; space is not its business.
    """

    rate_wpm: float
    pitch_st: float = 0.0
    span: float = 1.0
    level_db: float = 0.0
    manners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """Mono speech (frames, 1) at rate_hz, and for each spoken word its start and end in seconds."""

    audio: Audio
    rate_hz: int
    words: tuple[tuple[float, float], ...]


class Engine(Protocol):
    """Safe to call from several threads; loads what it needs at its first word. Never prints.

    Raises VoiceError when it cannot speak.
    """

    name: str
    version: str
    reads_ipa: bool
    """True where a word may be `[[IPA]]`, with its punctuation behind."""
    follows_pitch: bool
    """True where the engine itself speaks at delivery.pitch_st; else `shaping` moves the pitch afterwards."""

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:
        """Say the words (already spelled out, punctuation attached). Same arguments, same samples, in any order, on any thread."""
        ...

    def address(self, settings: Mapping[str, Any]) -> str:
        """What decides the sound besides the arguments of `speak`: the content of the model that the settings name."""
        ...

    def load(self, settings: Mapping[str, Any]) -> None:
        """Load now what would else be loaded at the first word."""
        ...

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        """What is wrong with a voice's settings, without loading the model."""
        ...
