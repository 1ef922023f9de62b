"""Spot effects: what happens, on its word, in the room where the beat plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from audiodream.ambience import SILENCE_IN_S
from audiodream.audio import Audio
from audiodream.canvas import Canvas
from audiodream.effects import EFFECTS
from audiodream.fades import fade
from audiodream.filters import filtered, lowpass
from audiodream.kept import kept_whole
from audiodream.looms import Looms
from audiodream.rates import TOP_HZ
from audiodream.seeds import beat_name, rng, root_hz
from audiodream.space import place
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.strength import NOMINAL_LUFS, QUIET, TENSE, Span, leaning_db
from audiodream.timeline import PlacedBeat
from audiodream.units import NARRATION_LUFS, db_to_gain, s_to_frames

EFFECT_LUFS = NARRATION_LUFS - 7.0


@dataclass(frozen=True, slots=True)
class _Coming:
    """What will happen. quiet: the frame of a silence for which it stops, or -1. goes_on: while somebody speaks."""

    start: int
    quiet: int
    loud: float
    goes_on: bool
    made: Callable[[], Audio]


class Spots:
    """Spot effects on their words, each in the room where the beat plays."""

    def __init__(self, staging: Staging, store: Store | None = None, span: Span = (QUIET, TENSE), looms: Looms | None = None) -> None:
        self._staging, self._store, self._span, self._looms = staging, store, span, looms
        self._struck, self._lasting, self._at = Canvas(), Canvas(), 0
        self._coming: list[_Coming] = []

    def place(self, placed: PlacedBeat) -> None:
        """Take a beat in; what happens in it is made from now on, where there are threads for it, or else when it is heard."""
        room = self._staging.room_of(placed.beat)
        for number, cue in enumerate(placed.cues):
            effect = EFFECTS.get(cue.cue.kind)
            if effect is None:
                continue
            sound = self._sound(cue.cue.kind, f"{beat_name(placed.beat)}|{number}", room)
            loud = db_to_gain(leaning_db(placed, cue.frame, self._span))
            quiet = next((c.frame for c in placed.cues[number + 1:] if c.cue.kind == "silence" and c.frame > cue.frame), -1)
            self._coming.append(_Coming(cue.frame - effect.mark_frame(), quiet, loud, effect.goes_on, sound))

    def _sound(self, kind: str, name: str, room: str) -> Callable[[], Audio]:
        seed = self._staging.seed
        make = partial(_happening, kind, name, room, seed)
        return kept_whole(self._store, self._looms, make, effect=kind, seed=seed, name=name, room=room)

    def read(self, frames: int) -> tuple[Audio, Audio]:
        """The next window: of what is struck, and of what goes on while somebody speaks. Sounds are laid in the order in which they begin,
        whatever the windows are."""
        self._at += frames
        now = [one for one in self._coming if one.start < self._at]
        self._coming = [one for one in self._coming if one.start >= self._at]
        for one in sorted(now, key=lambda one: one.start):
            sound = one.made() * np.float32(one.loud)
            if 0 <= one.quiet < one.start + len(sound):
                # what still sounds when a silence is told stops for it
                sound = fade(sound[:one.quiet - one.start], 0, s_to_frames(SILENCE_IN_S))
            (self._lasting if one.goes_on else self._struck).lay(sound, one.start)
        return self._struck.read(frames), self._lasting.read(frames)


def _happening(kind: str, name: str, room: str, seed: int) -> Audio:
    """How it sounds in its room, whatever goes on around it."""
    effect = EFFECTS[kind]
    dry = effect.sound(rng(seed, "effect", name, kind), root_hz(seed))
    gain = db_to_gain(EFFECT_LUFS - NOMINAL_LUFS + effect.level_db)
    return place(filtered(dry, lowpass(TOP_HZ, 8)), room, 3, 0.0) * np.float32(gain)
