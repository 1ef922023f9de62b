"""What a render may be asked for besides the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Progress = Callable[[str, float], None]
"""Told the stage and how much of it is done, 0..1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """presets: a folder with `ambience/` and `voices/` of your own. voice: who narrates. seed: another seed, another reading and
    another bed. target: a name in `targets.TARGETS`; balance: in `profiles.PROFILES`. bed_offset_db: all beds louder (+) or softer (-).
    spots: how many spot effects a chapter may have; None: 10 of what the reading proposes, and all that a person wrote into a score.
    stems: a folder for the stems. workers: voices that speak at once. cache: False keeps nothing. verify: takes are read back by a
    recogniser, which is an optional extra; verify_model: the folder of another one.
    """

    presets: Path | None = None
    voice: str = "narrator"
    seed: int = 1
    target: str = "podcast"
    balance: str = "cinematic"
    bed_offset_db: float = 0.0
    spots: int | None = None
    stems: Path | None = None
    cast: Path | None = None
    workers: int = 2
    cache: bool = True
    verify: bool = False
    verify_model: Path | None = None
