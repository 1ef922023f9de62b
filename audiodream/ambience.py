"""The ambience: the beds of all beats, one giving way to the next, and the presences that cues bring in."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from audiodream.audio import Audio, Stream, silence
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
from audiodream.strength import NOMINAL_LUFS, fade_out_curve, layer_gains, leaning_db, span_of, strength
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat
from audiodream.units import CONTROL_FRAMES, db_to_gain, s_to_frames

SILENCE_HOLD_S = 2.6
"""How long the bed stays away for a silence."""


@dataclass(frozen=True, slots=True)
class Hush:
    """A silence: frames at which the bed has gone and at which it begins to come back."""

    start: int
    end: int


class Ambience:
    """The beds of all beats with their crossfades, and the sounds that the cues let stay for a while."""

    def __init__(self, score: Score, staging: Staging, store: Store | None = None, looms: Executor | None = None) -> None:
        self._score, self._staging, self._store, self._looms = score, staging, store, looms
        self._span = span_of(score.beats)
        self._beds: list[Bed] = []
        self._names: dict[str, int] = {}
        self._at = 0
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
        self._add(placed, edges, mood.layers, mood.level_lufs, f"{name}#{count}")
        where = self._staging.places.get(placed.beat.place)
        if where is not None and where.layers:
            self._add(placed, edges, where.layers, where.level_lufs, f"{name}#{count}@{where.name}")
        self._sustain(placed, f"{name}#{count}")

    def _add(self, placed: PlacedBeat, edges: Edges, layers: tuple[Layer, ...], level: tuple[float, float], name: str) -> None:
        first, frames = edges.first, edges.frames
        felt = strength(placed, first, frames, self._span)
        faded = fade_out_curve(frames, edges.fade_out, edges.silent_out, placed.end - first)
        gains = layer_gains(layers, level[0] + (level[1] - level[0]) * felt.loudness, felt.intensity)
        courses = [Course(frames, felt.intensity, felt.arousal, root_hz(self._staging.seed), placed.end - first,
                          rng(self._staging.seed, "bed", name, layer.name), placed.start - first) for layer in layers]
        parts = [(layer.texture, layer.knobs, course, gain / faded if TEXTURES[layer.texture].ends_itself else gain)
                 for layer, course, gain in zip(layers, courses, gains, strict=True)]
        sound = self._kept(parts, [layer.name for layer in layers], name)
        bed = Bed(first, frames, edges.fade_in, edges.fade_out, sound, edges.silent_in, edges.silent_out)
        if first < self._at:
            # so early a start that part of it has been read already: that part is silent, and woven all the same
            bed.read(self._at - first)
        self._beds.append(bed)

    def _sustain(self, placed: PlacedBeat, name: str) -> None:
        """Continuous sounds that a cue starts: they hold to the end of their beat, or to the next silence in it."""
        for number, cue in enumerate(placed.cues):
            if cue.cue.kind == "silence":
                start = cue.frame
                self.hushes.append(Hush(start, start + s_to_frames(SILENCE_HOLD_S)))
            elif cue.cue.kind in SUSTAINED:
                self._hold(placed, SUSTAINED[cue.cue.kind], cue.frame, f"{name}|{number}|{cue.cue.kind}", number)

    def _hold(self, placed: PlacedBeat, what: Sustained, frame: int, name: str, number: int) -> None:
        stop = next((c.frame for c in placed.cues[number + 1:] if c.cue.kind in ("silence", "hush")), placed.end)
        hold = min(max(stop - frame, s_to_frames(5.0)), s_to_frames(what.hold_s))
        fade_in, fade_out = s_to_frames(what.attack_s), s_to_frames(what.release_s)
        frames = max(hold + fade_out, fade_in + fade_out)
        start = -(-max(frame, self._at) // CONTROL_FRAMES) * CONTROL_FRAMES
        if placed.last:
            # nothing is heard after the story: it goes with it
            frames = max(CONTROL_FRAMES, min(frames, placed.end - start))
            fade_in, fade_out = min(fade_in, frames // 2), min(fade_out, frames // 2)
        felt = strength(placed, start, frames, self._span)
        course = Course(frames, felt.intensity, np.full_like(felt.intensity, placed.beat.arousal),
                        root_hz(self._staging.seed), frames, rng(self._staging.seed, "held", name))
        gain = np.full_like(felt.intensity, db_to_gain(what.level_lufs + leaning_db(placed, frame, self._span) - NOMINAL_LUFS))
        sound = self._kept([(what.texture, dict(what.knobs), course, gain)], ["held"], name)
        self._beds.append(Bed(start, frames, fade_in, fade_out, sound))

    def _kept(self, parts: Sequence[Part], layers: list[str], name: str) -> Stream:
        """What the parts weave; read back where the very same was woven before."""
        frames = parts[0][2].frames
        return kept(self._store, self._looms, frames, lambda: woven(parts), seed=self._staging.seed, name=name, layers=layers, parts=[
            (texture, dict(knobs), course.intensity.tobytes(), course.arousal.tobytes(), course.root_hz, course.turn_frame,
             course.begin_frame, gain.tobytes())
            for texture, knobs, course, gain in parts])

    def read(self, frames: int) -> Audio:
        """The next window."""
        out = silence(frames)
        end = self._at + frames
        for bed in self._beds:
            here = bed.start + bed.at
            if here < end and bed.at < bed.frames:
                sound = bed.read(end - here)
                out[here - self._at:here - self._at + len(sound)] += sound
        self._beds = [bed for bed in self._beds if bed.at < bed.frames]
        self._at = end
        return out
