"""Cue kinds that are not blows but presences: a texture plays for a while from the word on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sustained:
    """A texture that comes in on a word, stays, and goes.

    texture: a name in `textures.TEXTURES`. level_lufs: -33 for what stands out, -38 for what stays behind. attack_s: how long it takes to
    come in; hold_s: how long it stays at its level; release_s: how long it takes to go. knobs: the texture's knobs, one number each.
    """

    texture: str
    level_lufs: float = -35.0
    attack_s: float = 1.0
    hold_s: float = 6.0
    release_s: float = 3.0
    knobs: Mapping[str, float] = field(default_factory=dict)

    @property
    def length_s(self) -> float:
        return self.attack_s + self.hold_s + self.release_s
