"""Stems: voice, ambience and effects as sound, pulled window by window and never whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from audiodream.audio import Audio, Curve, Stream, apply_gain, curve_to_frames, fade, pan, silence
from audiodream.canvas import Canvas
from audiodream.dsp import filtered, lowpass, wall
from audiodream.effects import EFFECTS, SUSTAINED, Sustained
from audiodream.kept import kept, kept_whole
from audiodream.knobs import Ramp, turned
from audiodream.manners import manner, stands_at
from audiodream.presets import Layer, Mood, Place
from audiodream.recursive import STRIDE_FRAMES, Recursion
from audiodream.score import NARRATOR, Beat, Score
from audiodream.seeds import beat_name, digest, rng, root_hz
from audiodream.space import place
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.strength import NOMINAL_LUFS, QUIET, TENSE, Span, fade_out_curve, layer_gains, leaning_db, span_of, strength
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import Clip, PlacedBeat
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, NARRATION_LUFS, db_to_gain, s_to_frames

WORDS_A_SECOND = 2.6
"""To guess a beat's length from its words, so that a crossfade is known before the beat is spoken."""
LEAD_SHARE = 0.6
"""How much of a crossfade lies before the turn."""
SILENCE_DB, SILENCE_IN_S, SILENCE_HOLD_S, SILENCE_OUT_S = -26.0, 0.7, 2.6, 3.0
EFFECT_LUFS = NARRATION_LUFS - 7.0
TOP_HZ = 11_500.0
"""No voice of ours has anything above; where a bed has, its grains are heard as ticks beside the words."""
VOICE_STOP_HZ, VOICE_STOP_DB = 11_200.0, 70.0
"""Shaped voices reach higher than the narrator, and what hisses up there is heard as ticks."""
SCENE_PANS = (0.22, -0.22, 0.34, -0.34, 0.12, -0.12)


@dataclass(frozen=True, slots=True)
class Hush:
    """A silence: frames at which the bed has gone and at which it begins to come back."""

    start: int
    end: int


@dataclass(slots=True)
class Bed:
    """One beat's share of the ambience on the timeline: woven layers, and fades at either end.

    It is woven from `start` on for `frames`; `silent_in` and `silent_out` frames of that are not heard, so that how long the fades
    are does not move what is woven.
    """

    start: int
    frames: int
    fade_in: int
    fade_out: int
    sound: Stream
    silent_in: int = 0
    silent_out: int = 0
    at: int = 0

    def read(self, frames: int) -> Audio:
        """The next frames of the bed."""
        n = min(frames, self.frames - self.at)
        out = self.sound.read(n)
        self._fade(out)
        self.at += n
        return out

    def _fade(self, out: Audio) -> None:
        """Equal power: two beds that cross keep their level."""
        rising = min(len(out), self.silent_in + self.fade_in - self.at)
        if rising > 0:
            at = np.arange(self.at, self.at + rising) + 0.5
            rise = np.clip((at - self.silent_in) / max(1, self.fade_in), 0, 1)
            out[:rising] *= np.sin(rise * np.pi / 2).astype(np.float32)[:, None]
        falling = min(len(out), self.at + len(out) - (self.frames - self.silent_out - self.fade_out))
        if falling > 0:
            left = self.frames - self.silent_out - (np.arange(self.at + len(out) - falling, self.at + len(out)) + 0.5)
            out[len(out) - falling:] *= np.sin(np.clip(left / max(1, self.fade_out), 0, 1) * np.pi / 2).astype(np.float32)[:, None]


UNHEARD = 1e-5
"""A layer whose gate stays shut all along its bed need not be woven."""
Part = tuple[str, Mapping[str, float | Ramp], Course, Curve]
"""A texture, its knobs, the course it follows, and its gain."""


def woven(parts: Sequence[Part]) -> Iterator[Audio]:
    """Textures with their knobs, each along its course and under its gain, summed block by block."""
    streams = [(turned(TEXTURES[texture], knobs).stream(course), gain) for texture, knobs, course, gain in parts if gain.max() > UNHEARD]
    top = Recursion(lowpass(TOP_HZ, 8))
    for start, frames in parts[0][2].blocks():
        out = silence(frames)
        for stream, gain in streams:
            out += apply_gain(stream.read(frames), curve_to_frames(gain[start // CONTROL_FRAMES:], frames))
        short = -frames % STRIDE_FRAMES
        yield top.run(np.pad(out, ((0, short), (0, 0)))).T[:frames]


def guessed_s(beat: Beat) -> float:
    """How long a beat is, by its words: before it is spoken nobody knows."""
    return sum(len(line.text.split()) for line in beat.lines) / WORDS_A_SECOND


def crossfade_frames(before: Beat, after: Beat, moods: Mapping[str, Mood]) -> int:
    """Length of the crossfade between two beats: the later mood's, and never more than 40 % of either's guessed length."""
    seconds = min(moods[after.mood].fade_s, 0.4 * guessed_s(before), 0.4 * guessed_s(after))
    return max(10, round(s_to_frames(seconds) / CONTROL_FRAMES)) * CONTROL_FRAMES


@dataclass(frozen=True, slots=True)
class _Edges:
    """Of a bed: its first frame and length as woven, its fades, and how much at either end is not heard."""

    first: int
    frames: int
    fade_in: int
    fade_out: int
    silent_in: int
    silent_out: int


def _longest(beat: Beat, moods: Mapping[str, Mood]) -> int:
    """The longest crossfade into a beat."""
    return max(10, round(s_to_frames(moods[beat.mood].fade_s) / CONTROL_FRAMES)) * CONTROL_FRAMES


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
        edges = self._edges(placed)
        if placed.number:
            self.turns.append((placed.start, _share(edges.fade_in), edges.fade_in - _share(edges.fade_in)))
        name = beat_name(placed.beat)
        count = self._names[name] = self._names.get(name, 0) + 1
        self._add(placed, edges, mood.layers, mood.level_lufs, f"{name}#{count}")
        where = self._staging.places.get(placed.beat.place)
        if where is not None and where.layers:
            self._add(placed, edges, where.layers, where.level_lufs, f"{name}#{count}@{where.name}")
        self._sustain(placed, f"{name}#{count}")

    def _edges(self, placed: PlacedBeat) -> _Edges:
        """Where a beat's bed is woven and heard. It is woven as for the longest crossfade that its mood and the next may have."""
        beats, moods = self._score.beats, self._staging.moods
        lead = heard_in = tail = heard_out = 0
        fade_in, fade_out = s_to_frames(1.0), s_to_frames(2.5)
        if placed.number:
            fade_in = crossfade_frames(beats[placed.number - 1], placed.beat, moods)
            lead, heard_in = _share(_longest(placed.beat, moods)), _share(fade_in)
        if not placed.last:
            after = beats[placed.number + 1]
            fade_out, longest = crossfade_frames(placed.beat, after, moods), _longest(after, moods)
            tail, heard_out = longest - _share(longest), fade_out - _share(fade_out)
        first = placed.start - lead
        return _Edges(first, placed.end + tail - first, fade_in, fade_out, lead - heard_in, tail - heard_out)

    def _add(self, placed: PlacedBeat, edges: _Edges, layers: tuple[Layer, ...], level: tuple[float, float], name: str) -> None:
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


def _room_of(where: Place | None) -> str:
    """The room of a place; somewhere unknown is a room like any other."""
    return where.room if where is not None and where.room else "room"


def _share(fade: int) -> int:
    """The part of a crossfade that lies before the turn, on the grid."""
    return round(fade * LEAD_SHARE / CONTROL_FRAMES) * CONTROL_FRAMES


class Effects:
    """Spot effects on their words, each in the room where the beat plays."""

    def __init__(self, staging: Staging, store: Store | None = None, span: Span = (QUIET, TENSE)) -> None:
        self._staging, self._store, self._span, self._canvas = staging, store, span, Canvas()

    def place(self, placed: PlacedBeat) -> None:
        where = self._staging.places.get(placed.beat.place)
        for number, cue in enumerate(placed.cues):
            effect = EFFECTS.get(cue.cue.kind)
            if effect is None:
                continue
            sound = self._sound(cue.cue.kind, f"{beat_name(placed.beat)}|{number}", _room_of(where))
            start = cue.frame - effect.mark_frame()
            # what still sounds when a silence is told stops for it
            quiet = next((c.frame for c in placed.cues[number + 1:] if c.cue.kind == "silence" and c.frame > cue.frame), start + len(sound))
            sound = fade(sound[:quiet - start], 0, s_to_frames(SILENCE_IN_S) if quiet < start + len(sound) else 0)
            self._canvas.lay(sound * np.float32(db_to_gain(leaning_db(placed, cue.frame, self._span))), start)

    def _sound(self, kind: str, name: str, room: str) -> Audio:
        def make() -> Audio:
            effect, seed = EFFECTS[kind], self._staging.seed
            dry = effect.sound(rng(seed, "effect", name, kind), root_hz(seed))
            gain = db_to_gain(EFFECT_LUFS - NOMINAL_LUFS + effect.level_db)
            return place(filtered(dry, lowpass(TOP_HZ, 8)), room, 3, 0.0) * np.float32(gain)

        return kept_whole(self._store, make, effect=kind, seed=self._staging.seed, name=name, room=room)

    def read(self, frames: int) -> Audio:
        return self._canvas.read(frames)


class VoiceStem:
    """Takes on their places: the narrator dry and in the middle, characters where they stand in the scene."""

    def __init__(self, staging: Staging) -> None:
        self._staging, self._canvas = staging, Canvas()

    def place(self, placed: PlacedBeat) -> None:
        for clip in placed.clips:
            self._canvas.lay(self._staged(clip, placed), clip.start)

    def _staged(self, clip: Clip, placed: PlacedBeat) -> Audio:
        speaker = clip.line.speaker
        if speaker == NARRATOR and not clip.line.manners:
            return pan(clip.take.audio, 0.0)
        voice = self._staging.voices[speaker]
        manners = (*voice.manners, *clip.line.manners)
        own = rng(self._staging.seed, "manner", clip.line.text)
        sound = manner(clip.take.audio, manners, own, root_hz(self._staging.seed))
        if speaker == NARRATOR:
            return sound if sound.shape[1] == 2 else pan(sound, 0.0)
        where = self._staging.places.get(placed.beat.place)
        side = voice.pan or SCENE_PANS[digest("side", speaker) % len(SCENE_PANS)]
        sound = place(sound, voice.room or _room_of(where), stands_at(voice.distance, manners), side)
        return filtered(sound, wall(VOICE_STOP_HZ, VOICE_STOP_DB))

    def read(self, frames: int) -> Audio:
        return self._canvas.read(frames)


@dataclass(slots=True)
class Window:
    """A stretch of all stems from an absolute frame on."""

    start: int
    voice: Audio
    ambience: Audio
    effects: Audio

    @property
    def frames(self) -> int:
        return len(self.voice)


WINDOW_FRAMES = 5 * BLOCK_FRAMES


class Stems:
    """All stems, walked along the timeline in windows."""

    def __init__(self, score: Score, staging: Staging, beats: Iterator[PlacedBeat], store: Store | None = None,
                 looms: Executor | None = None) -> None:
        self._beats = beats
        self.ambience, self.voice = Ambience(score, staging, store, looms), VoiceStem(staging)
        self.effects = Effects(staging, store, span_of(score.beats))
        self.placed: deque[PlacedBeat] = deque()
        self.spoken: deque[tuple[int, int]] = deque()
        self._laid_to, self._done = 0, False
        self._margin = s_to_frames(max((mood.fade_s for mood in staging.moods.values()), default=3.0)) + s_to_frames(8.0)

    def _take_in(self, frame: int) -> None:
        """Place beats until everything that sounds before `frame` has been placed; a swell reaches back up to 8 s."""
        while not self._done and self._laid_to < frame + self._margin:
            placed = next(self._beats, None)
            if placed is None:
                self._done = True
                break
            self.ambience.place(placed)
            self.effects.place(placed)
            self.voice.place(placed)
            self.placed.append(PlacedBeat(placed.number, placed.beat, placed.start, placed.end, (), placed.cues, placed.last))
            self.spoken.extend((clip.start, clip.end) for clip in placed.clips)
            self._laid_to = placed.end

    def windows(self) -> Iterator[Window]:
        at = 0
        while True:
            self._take_in(at + WINDOW_FRAMES)
            frames = min(WINDOW_FRAMES, self._laid_to - at) if self._done else WINDOW_FRAMES
            if frames <= 0:
                return
            yield Window(at, self.voice.read(frames), self.ambience.read(frames), self.effects.read(frames))
            at += frames
