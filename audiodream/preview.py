"""A mood, a place or one of their textures alone, to be tuned by ear: rendered, and measured."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy

from audiodream.ambience import Ambience
from audiodream.audio import Audio
from audiodream.errors import PresetError, UsageError
from audiodream.files import check_target
from audiodream.knobs import Ramp, is_ramp, knobs_of
from audiodream.meter import LoudnessMeter, true_peaks
from audiodream.presets import Layer, Mood, MoodDelivery, Place
from audiodream.presets_toml import load_mood_or_place
from audiodream.roughness import roughness
from audiodream.score import Beat, Cue, Line, Score
from audiodream.shelves import Shelves, nearest
from audiodream.spots import Spots
from audiodream.staging import Staging
from audiodream.stems import WINDOW_FRAMES
from audiodream.textures import TEXTURES
from audiodream.timeline import PlacedBeat, PlacedCue
from audiodream.units import CONTROL_FRAMES, RATE_HZ, gain_to_db, s_to_frames
from audiodream.writers.sound import format_of, sound_file

LOUDER_DB = 10.0
"""A bed is made to lie under a voice; alone it is heard by so much louder."""
ALONE_LUFS = (-38.0, -38.0)
"""The level of a texture that is heard without a mood."""
PLAIN_MOOD = "room-tone"
"""What plays where a place adds nothing."""
STRUCK, STRUCK_AT = "knock", (0.25, 0.65)
"""By this one hears the room of a place that has nothing else of its own, and at which shares of the preview."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a preview measures of the bed, at its beginning and its end: loudness as in a drama, spectral centroid, roughness of its
    partials. note: what is heard that was not asked for, and why ("" none)."""

    path: str
    level_lufs: tuple[float, float]
    brightness_hz: tuple[float, float]
    roughness: tuple[float, float]
    true_peak_dbtp: float
    note: str = ""
    louder_db: float = LOUDER_DB
    """By so much louder it is written."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        written = f"written {self.louder_db:g} dB louder" if self.louder_db else "written as loud as that"
        return (f"level {self.level_lufs[0]:.1f} -> {self.level_lufs[1]:.1f} LUFS ({written}), "
                f"brightness {self.brightness_hz[0]:.0f} -> {self.brightness_hz[1]:.0f} Hz, "
                f"roughness {self.roughness[0]:.3f} -> {self.roughness[1]:.3f}, peak {self.true_peak_dbtp:.1f} dBTP"
                + (f"\nnote: {self.note}" if self.note else ""))


def preview(name: str | None, target: Path, shelves: Shelves, *, seconds: float = 12.0, intensity: float | None = None,
            texture: str | None = None, knobs: tuple[str, ...] = (), seed: int = 1) -> Heard:
    """Write the bed of a mood or place alone: rising from intensity 0 to 1, or held at one. A place without layers is heard by what a plain
    story has there, `PLAIN_MOOD` and a knock in its room.

    texture: only the layers of it, with their knobs and levels in that bed; without a mood (name None) the texture by its own knobs. knobs:
    "NAME=VALUE", turned on those layers. UsageError for a name or knob that is not there, for a texture that the mood has not, and for a
    mood without a layer.
    """
    format_of(target)
    check_target(target)
    if knobs and texture is None:
        raise UsageError("--set", "needs --texture", "name the texture whose knob you turn")
    if name is None and texture is None:
        raise UsageError("preview", "needs a mood, or --texture", "`audiodream moods list` lists the moods")
    if texture is not None and texture not in TEXTURES:
        raise UsageError(f"texture {texture!r}", "there is no such texture", nearest(texture, TEXTURES))
    mood, where = (_only(texture), None) if name is None and texture is not None else _named(name or "", shelves)
    bare = where if texture is None and not mood.layers else None
    if texture is not None:
        mood = _turned(mood, texture, knobs)
    elif bare is not None:
        mood = _named(PLAIN_MOOD, shelves)[0]
    elif not mood.layers:
        raise UsageError(f"mood {name!r}", "has no layer, so that its bed is silence", 'give it one: [layer.NAME] with texture = "wind"')
    tension = (0.0, 0.5, 1.0) if intensity is None else (0.0, 0.0, 0.0)
    beat = Beat(mood.name, 0.5 if intensity is None else intensity, arousal=0.5 if intensity is None else intensity,
                tension=tension, place=bare.name if bare else "", lines=(Line(""),))
    frames = max(1, s_to_frames(seconds) // CONTROL_FRAMES) * CONTROL_FRAMES
    staging = Staging({mood.name: mood}, {bare.name: bare} if bare else {}, {}, seed)
    ambience, spots = Ambience(Score(mood.title, (beat,)), staging, solo=texture or ""), Spots(staging)
    struck = tuple(PlacedCue(Cue(STRUCK, 0), int(share * frames)) for share in STRUCK_AT) if bare else ()
    for part in (ambience, spots):
        part.place(PlacedBeat(0, beat, 0, frames, (), struck, last=True))
    # a room is heard by the balance that a drama has
    louder_db = 0.0 if bare else LOUDER_DB
    ears = [_Ear(), _Ear()]
    peak = 0.0
    with sound_file(target, frames) as file:
        for first in range(0, frames, WINDOW_FRAMES):
            sound = ambience.read(min(WINDOW_FRAMES, frames - first))
            _share_out(ears, sound, first, frames)
            loud = sound * np.float32(10.0 ** (louder_db / 20.0)) + np.add(*spots.read(len(sound)))
            peak = max(peak, float(true_peaks(loud).max(initial=0.0)))
            file.write(loud)
    begin, end = ears
    return Heard(str(target), (begin.lufs(), end.lufs()), (begin.centroid_hz(), end.centroid_hz()),
                 (begin.roughness(), end.roughness()), round(gain_to_db(peak), 1), _note(bare), louder_db)


def _note(bare: Place | None) -> str:
    return "" if bare is None else (f"{bare.name} has no layer, so no bed of its own; heard are the bed of {PLAIN_MOOD}, as where it "
                                    f"is the mood there, and a {STRUCK} in its room ({bare.room or 'room'})")


def _named(name: str, shelves: Shelves) -> tuple[Mood, Place | None]:
    """The mood of a name, or a place and what it has of its own as if it were one."""
    known = shelves.names("ambience")
    if name not in known:
        raise UsageError(f"mood or place {name!r}", "there is no such preset", nearest(name, known))
    place, faults = load_mood_or_place(shelves, known[name])
    if place is None:
        raise PresetError(faults)
    if isinstance(place, Mood):
        return place, None
    return Mood(name, place.title, place.path, (), (), 0.0, 0.0, MoodDelivery(), place.level_lufs, 0.5, place.layers), place


def _only(texture: str) -> Mood:
    """A bed of one texture as it is by itself."""
    return Mood(texture, texture, "", (), (), 0.0, 0.5, MoodDelivery(), ALONE_LUFS, 0.5, (Layer(texture, texture),))


def _turned(mood: Mood, texture: str, given: tuple[str, ...]) -> Mood:
    """The mood with knobs turned on its layers of a texture."""
    if texture not in {layer.texture for layer in mood.layers}:
        own = ", ".join(dict.fromkeys(layer.texture for layer in mood.layers)) or "no texture"
        raise UsageError(f"texture {texture!r}", f"is not in {mood.name!r}, which is woven from {own}",
                         f"hear it by itself: audiodream preview --texture {texture}")
    knobs = dict(_setting(texture, setting) for setting in given)
    layers = tuple(replace(layer, knobs={**layer.knobs, **knobs}) if layer.texture == texture else layer for layer in mood.layers)
    return replace(mood, layers=layers)


def _setting(texture: str, setting: str) -> tuple[str, float | Ramp]:
    """A knob and what it is turned to, from "NAME=VALUE"."""
    kind = TEXTURES[texture]
    key, _, value = setting.partition("=")
    if key not in knobs_of(kind):
        raise UsageError(f"knob {key!r}", f"is none of texture {texture!r}", nearest(key, knobs_of(kind)))
    knob = knobs_of(kind)[key]
    try:
        number = float(value)
    except ValueError:
        raise UsageError(f"--set {setting}", "is not a number", f"say --set {key}={knob.default[0]:g}") from None
    if not knob.low <= number <= knob.high:
        raise UsageError(f"--set {setting}", f"is outside {knob.low:g} .. {knob.high:g} {knob.unit}".rstrip(), "choose a value inside")
    return key, (number, number) if is_ramp(kind, key) else number


class _Ear:
    """Listens to one third of a preview."""

    def __init__(self) -> None:
        self._meter = LoudnessMeter()
        self._heard: list[Audio] = []

    def feed(self, sound: Audio) -> None:
        self._meter.feed(sound)
        if sum(map(len, self._heard)) < 10 * RATE_HZ:
            self._heard.append(sound.mean(axis=1))

    def _mono(self) -> Audio:
        return np.concatenate(self._heard) if self._heard else np.zeros(1, np.float32)

    def lufs(self) -> float:
        loud = self._meter.momentary_lufs()
        return round(float(10.0 * np.log10(np.mean(10.0 ** (loud / 10.0)))), 1) if len(loud) else -200.0

    def centroid_hz(self) -> float:
        hz, power = scipy.signal.welch(self._mono(), RATE_HZ, nperseg=min(8192, len(self._mono())))
        return round(float((hz * power).sum() / max(power.sum(), 1e-20)), 0)

    def roughness(self) -> float:
        return round(roughness(self._mono()[:, None]), 3)


def _share_out(ears: list[_Ear], sound: Audio, first: int, frames: int) -> None:
    """The first third to the first ear, the last third to the second."""
    third = frames // 3
    ears[0].feed(sound[:max(0, third - first)])
    ears[1].feed(sound[max(0, frames - third - first):])
