"""The ambience: the beds of all beats, one giving way to the next, and the presences that cues bring in."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, Curve, Stream, apply_gain, control_points, curve_to_frames, silence
from audiodream.bed import Bed, Part, woven
from audiodream.crossfades import Edges, lead_of
from audiodream.crossfades import edges as edges_of
from audiodream.effects import SUSTAINED, Sustained
from audiodream.kept import kept
from audiodream.presets import Layer
from audiodream.score import Score
from audiodream.seeds import beat_name, rng, root_hz
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.strength import NOMINAL_LUFS, fade_out_curve, layer_gains, span_of, strength
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES, s_to_frames

SILENCE_DB, SILENCE_IN_S, SILENCE_HOLD_S, SILENCE_OUT_S = -26.0, 0.7, 2.6, 3.0
"""How far the bed goes for a silence, how fast, how long it stays away, and how slowly it comes back."""
HEARD_S = 5.0
"""Below that a presence is a stray noise."""


@dataclass(frozen=True, slots=True)
class Hush:
    """A silence: frames at which the bed has gone and at which it begins to come back."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Something that a cue brings in and that stays for a while, a crowd or the rain: the beds of the moods step back for it."""

    start: int
    end: int
    fade_in: int
    fade_out: int
    gives_way_db: float

    def taken_db(self, at: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """What it takes off the moods' beds at these frames."""
        here = np.clip(np.minimum((at - self.start) / self.fade_in, (self.end - at) / self.fade_out), 0.0, 1.0)
        return self.gives_way_db * (0.5 - 0.5 * np.cos(np.pi * here))


class Ambience:
    """The beds of all beats with their crossfades, and the presences that cues bring in."""

    def __init__(self, score: Score, staging: Staging, store: Store | None = None, looms: Executor | None = None) -> None:
        self._score, self._staging, self._store, self._looms = score, staging, store, looms
        self._span = span_of(score.beats)
        self._beds: list[Bed] = []
        self._names: dict[str, int] = {}
        self._at = 0
        self._presences: list[Presence] = []
        self.hushes: deque[Hush] = deque()
        self.turns: deque[tuple[int, int, int]] = deque()
        """Frame of a turn, and how much of its crossfade lies before and behind it."""

    def place(self, placed: PlacedBeat) -> None:
        """Take a beat in; must be called before anything of it, its fade included, is read."""
        mood = self._staging.moods[placed.beat.mood]
        edges = edges_of(placed, self._score, self._staging.moods)
        if placed.number:
            self.turns.append((placed.start, lead_of(edges.fade_in), edges.fade_in - lead_of(edges.fade_in)))
        name = beat_name(placed.beat)
        count = self._names[name] = self._names.get(name, 0) + 1
        self._add(placed, edges, mood.layers, mood.level_lufs, f"{name}#{count}", gives_way=True)
        where = self._staging.places.get(placed.beat.place)
        if where is not None and where.layers:
            self._add(placed, edges, where.layers, where.level_lufs, f"{name}#{count}@{where.name}")
        self._sustain(placed, edges, mood.level_lufs, f"{name}#{count}")

    def _add(self, placed: PlacedBeat, edges: Edges, layers: tuple[Layer, ...], level: tuple[float, float], name: str, *,
             gives_way: bool = False) -> None:
        first, frames = edges.first, edges.frames
        felt = strength(placed, first, frames, self._span)
        faded = fade_out_curve(frames, edges.fade_out, edges.silent_out, placed.end - first)
        gains = layer_gains(layers, level[0] + (level[1] - level[0]) * felt.loudness, felt.intensity)
        courses = [Course(frames, felt.intensity, felt.arousal, root_hz(self._staging.seed), placed.end - first,
                          rng(self._staging.seed, "bed", name, layer.name), placed.start - first) for layer in layers]
        parts = [(layer.texture, layer.knobs, course, gain / faded if TEXTURES[layer.texture].ends_itself else gain)
                 for layer, course, gain in zip(layers, courses, gains, strict=True)]
        sound = self._kept(parts, [layer.name for layer in layers], name)
        bed = Bed(first, frames, edges.fade_in, edges.fade_out, sound, edges.silent_in, edges.silent_out, gives_way)
        if first < self._at:
            # so early a start that part of it has been read already: that part is silent, and woven all the same
            bed.read(self._at - first)
        self._beds.append(bed)

    def _sustain(self, placed: PlacedBeat, edges: Edges, level: tuple[float, float], name: str) -> None:
        """Presences: they hold as long as their kind may, and go with the bed of their beat, or at the next silence in it."""
        for number, cue in enumerate(placed.cues):
            if cue.cue.kind == "silence":
                start = cue.frame
                self.hushes.append(Hush(start, start + s_to_frames(SILENCE_HOLD_S)))
            elif (what := SUSTAINED.get(cue.cue.kind)) is not None:
                stop = next((c.frame + s_to_frames(what.release_s) for c in placed.cues[number + 1:] if c.cue.kind in ("silence", "hush")),
                            edges.first + edges.frames - edges.silent_out)
                self._hold(placed, what, cue.frame, stop, level, f"{name}|{number}|{cue.cue.kind}")

    def _hold(self, placed: PlacedBeat, what: Sustained, frame: int, stop: int, level: tuple[float, float], name: str) -> None:
        """From `frame` on; gone by `stop`, unless it has hardly been heard by then."""
        fade_in, fade_out = s_to_frames(what.attack_s), s_to_frames(what.release_s)
        frames = min(max(stop - frame, s_to_frames(HEARD_S), fade_in + fade_out), s_to_frames(what.hold_s) + fade_out)
        start = -(-max(frame, self._at) // CONTROL_FRAMES) * CONTROL_FRAMES
        if placed.last:
            # nothing is heard after the story: it goes with it
            frames = max(CONTROL_FRAMES, min(frames, placed.end - start))
            fade_in, fade_out = min(fade_in, frames // 2), min(fade_out, frames // 2)
        felt = strength(placed, start, frames, self._span)
        course = Course(frames, felt.intensity, np.full_like(felt.intensity, placed.beat.arousal),
                        root_hz(self._staging.seed), frames, rng(self._staging.seed, "held", name))
        gain = 10.0 ** ((level[0] + (level[1] - level[0]) * felt.loudness + what.over_bed_db - NOMINAL_LUFS) / 20.0)
        sound = self._kept([(what.texture, dict(what.knobs), course, gain.astype(np.float32))], ["held"], name)
        self._beds.append(Bed(start, frames, fade_in, fade_out, sound))
        if what.gives_way_db:
            self._presences.append(Presence(start, start + frames, fade_in, fade_out, what.gives_way_db))

    def _kept(self, parts: Sequence[Part], layers: list[str], name: str) -> Stream:
        """What the parts weave; read back where the very same was woven before."""
        frames = parts[0][2].frames
        return kept(self._store, self._looms, frames, lambda: woven(parts), seed=self._staging.seed, name=name, layers=layers, parts=[
            (texture, dict(knobs), course.intensity.tobytes(), course.arousal.tobytes(), course.root_hz, course.turn_frame,
             course.begin_frame, gain.tobytes())
            for texture, knobs, course, gain in parts])

    def read(self, frames: int) -> Audio:
        """The next window."""
        self._presences = [one for one in self._presences if one.end > self._at]
        stays, moods = silence(frames), silence(frames)
        end = self._at + frames
        for bed in self._beds:
            here = bed.start + bed.at
            if here < end and bed.at < bed.frames:
                sound = bed.read(end - here)
                (moods if bed.gives_way else stays)[here - self._at:here - self._at + len(sound)] += sound
        self._beds = [bed for bed in self._beds if bed.at < bed.frames]
        if self._presences:
            moods = apply_gain(moods, self._way(frames))
        self._at = end
        return stays + moods

    def _way(self, frames: int) -> Curve:
        """The gain of the moods' beds over the next frames: several presences together take no more than the greatest of them."""
        at = self._at + np.arange(control_points(frames)) * CONTROL_FRAMES
        taken = np.max([one.taken_db(at) for one in self._presences], axis=0)
        return curve_to_frames((10.0 ** (-taken / 20.0)).astype(np.float32), frames)

