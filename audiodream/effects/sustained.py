"""Cue kinds that are not blows but presences: a texture plays for a while from the word on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sustained:
    """A texture that comes in on a word, stays, and goes.

    texture: a name in `textures.TEXTURES`. over_bed_db: how far it stands over the bed that the mood has at that moment: the arc of the
    story stays what it is, and something else carries it. gives_way_db: how far the mood's own bed steps back as long as it plays.
    attack_s: how long it takes to come in; hold_s: how long it stays at its level, if its beat lasts so long; release_s: how long it takes
    to go. knobs: the texture's knobs, one number each.
    """

    texture: str
    over_bed_db: float = 0.0
    gives_way_db: float = 0.0
    attack_s: float = 1.0
    hold_s: float = 6.0
    release_s: float = 3.0
    knobs: Mapping[str, float] = field(default_factory=dict)
