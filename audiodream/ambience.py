"""The ambience: the beds of all beats, one giving way to the next, and the presences that cues bring in."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from audiodream.audio import Audio, Curve, Stream, apply_gain, control_points, curve_to_frames, silence
from audiodream.bed import Bed, Part, by_rate, woven
from audiodream.crossfades import Edges, lead_of
from audiodream.crossfades import edges as edges_of
from audiodream.effects import SUSTAINED, Sustained
from audiodream.fades import raised
from audiodream.kept import kept
from audiodream.looms import Looms
from audiodream.presets import Layer
from audiodream.rates import Confluence, Rates
from audiodream.score import Score
from audiodream.seeds import beat_name, rng, root_hz
from audiodream.staging import Staging
from audiodream.store import Store
from audiodream.strength import NOMINAL_LUFS, fade_out_curve, layer_gains, span_of, strength
from audiodream.textures import TEXTURES
from audiodream.textures.texture import Course
from audiodream.timeline import PlacedBeat
from audiodream.units import BLOCK_FRAMES, CONTROL_FRAMES, s_to_frames

SILENCE_DB, SILENCE_IN_S, SILENCE_HOLD_S, SILENCE_OUT_S = -26.0, 0.7, 2.6, 3.0
"""How far the bed goes for a silence, how fast, how long it stays away, and how slowly it comes back."""
HEARD_S = 5.0
"""Below that a presence is a stray noise."""
STEP_FRAMES = 5 * BLOCK_FRAMES
"""So much is summed at once, whatever the windows are in which it is read."""
ENDLESS_FRAMES = 1 << 62


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
        return self.gives_way_db * raised(np.minimum((at - self.start) / self.fade_in, (self.end - at) / self.fade_out))


class Ambience:
    """The beds of all beats with their crossfades, and the presences that cues bring in."""

    def __init__(
        self, score: Score, staging: Staging, store: Store | None = None, looms: Looms | None = None, *, solo: str = ""
    ) -> None:
        """solo: a texture; layers of others are not heard, and its own are as loud as they are among them."""
        self._score, self._staging, self._store, self._looms, self._solo = score, staging, store, looms, solo
        self._span = span_of(score.beats)
        self._beds: list[Bed] = []
        self._names: dict[str, int] = {}
        self._at = 0
        """What is summed ends here; what is read lies up to a step behind."""
        self._sound = Stream(ENDLESS_FRAMES, self._steps())
        self._presences: list[Presence] = []
        self.hushes: deque[Hush] = deque()
        self.turns: deque[tuple[int, int, int]] = deque()
        """Frame of a turn, and how much of its crossfade lies before and behind it."""

    def place(self, placed: PlacedBeat) -> None:
        """Take a beat in; must be called a step before anything of it, its fade included, is read."""
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
                 for layer, course, gain in zip(layers, courses, gains, strict=True) if self._solo in ("", layer.texture)]
        heard = frames - edges.silent_out
        bed = Bed(first, heard, edges.fade_in, edges.fade_out, self._kept(parts, heard), edges.silent_in, gives_way)
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
        sounds = self._kept([(what.texture, dict(what.knobs), course, gain.astype(np.float32))], frames)
        self._beds.append(Bed(start, frames, fade_in, fade_out, sounds))
        if what.gives_way_db:
            self._presences.append(Presence(start, start + frames, fade_in, fade_out, what.gives_way_db))

    def _kept(self, parts: Sequence[Part], frames: int) -> dict[int, Stream]:
        """So much of what the parts weave, by the factor of their rate; read back where the very same was woven before."""
        return {factor: kept(
            self._store, self._looms, -(-frames // factor), partial(woven, those, frames), parts=[
                (texture, dict(knobs), course.intensity.tobytes(), course.arousal.tobytes(), course.root_hz, course.turn_frame,
                 course.begin_frame, course.frames, course.rng.bit_generator.state, gain.tobytes())
                for texture, knobs, course, gain in those]) for factor, those in by_rate(parts).items()}

    def read(self, frames: int) -> Audio:
        """The next window."""
        return self._sound.read(frames)

    def _steps(self) -> Iterator[Audio]:
        rates = Confluence()
        while True:
            yield rates.joined(self._summed(STEP_FRAMES), STEP_FRAMES)

    def _summed(self, frames: int) -> Rates:
        """The next frames of all beds, the moods' as far as they give way, rate by rate."""
        self._presences = [one for one in self._presences if one.end > self._at]
        stays: dict[int, Audio] = {}
        moods: dict[int, Audio] = {}
        end = self._at + frames
        heard = [(bed, bed.start + bed.at) for bed in self._beds if bed.start + bed.at < end and bed.at < bed.frames]
        # the looms weave from the first on, so whoever waits for them begins with the last
        for (bed, here), sounds in reversed([(one, one[0].read(end - one[1])) for one in reversed(heard)]):
            sums = moods if bed.gives_way else stays
            for factor, sound in sounds.items():
                first = (here - self._at) // factor
                sums.setdefault(factor, silence(frames // factor))[first:first + len(sound)] += sound
        self._beds = [bed for bed in self._beds if bed.at < bed.frames]
        for factor, sound in moods.items():
            there = apply_gain(sound, self._way(frames, factor)) if self._presences else sound
            stays[factor] = stays[factor] + there if factor in stays else there
        self._at = end
        return stays

    def _way(self, frames: int, factor: int) -> Curve:
        """The gain of the moods' beds over the next frames: several presences together take no more than the greatest of them."""
        at = self._at + np.arange(control_points(frames)) * CONTROL_FRAMES
        taken = np.max([one.taken_db(at) for one in self._presences], axis=0)
        return curve_to_frames((10.0 ** (-taken / 20.0)).astype(np.float32), frames // factor, factor)

