"""Balance: ducks drawn from the timeline ahead of the words, and the distance between voice and bed kept as a contract.

Nobody listens for speech in sound that we placed ourselves. The ducks follow from the times of the takes; how deep they go beyond
the usual step back is measured stem against stem (K-weighted, 3 s), and turned down until the profile holds.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt

from audiodream import sliding
from audiodream.ambience import Hush
from audiodream.audio import Audio, Curve, apply_gain, curve_to_frames
from audiodream.ducks import HOP_S, Hops, duck_curve, hush_db
from audiodream.looms import Looms, Task
from audiodream.meter import HOP_FRAMES, PowerMeter, power_to_lufs
from audiodream.profiles import Profile
from audiodream.stems import Stems, Window
from audiodream.turns import TURN_HOPS, Turn, apart
from audiodream.units import NARRATION_LUFS
from audiodream.unmasking import Unmask

STEP_BACK_DB = 5.0
"""The bed steps back by so much under every word, and comes up in the pauses."""
GOES_ON_BACK_DB = 8.0
"""What happened and goes on, such as applause, does so by as much as it has to be turned down, and at most by so much."""
WINDOW_S = 3.0
FULL_LU, EDGE_LU = 3.0, 11.0
"""A window that holds a voice within the first of its usual loudness is full of speech; one further below than the second holds
a last syllable at most, and nothing to protect. Between them less distance is asked for: the bed may come up behind a last word."""
MOST_DOWN_DB = 14.0
"""What happens is turned down no further."""
BEHIND_WINDOWS, AHEAD_WINDOWS = 2, 3
"""The bed's gain looks 4 s to either side, that of what happens 4 s further, over the end of a crossfade as well: with so many windows
around it a gain is the same wherever in its window it lies."""
Gains = tuple[float, ...]
_AS_IT_IS: Gains = (1.0, 1.0, 1.0)
WARM_HOPS = 10
"""After so much of what sounded before, a filter or meter goes on as if it had heard everything: its slowest pole keeps 1e-10 of that."""
LOOK_HOPS = 200
"""How far beside a window speech is looked for, to dip the bed under it."""


@dataclass(slots=True)
class BeatBalance:
    """What was measured of one beat: K-weighted energies while somebody speaks, hop counts."""

    number: int
    mood: str
    start: int
    end: int
    voice: float = 0.0
    rest: float = 0.0
    hops: int = 0
    bed: float = 0.0
    bed_hops: int = 0
    turned_down_db: float = 0.0

    def voice_minus_rest_lu(self) -> float | None:
        """None where nobody speaks."""
        if not self.hops or self.voice <= 0:
            return None
        return 10.0 * math.log10(self.voice / max(self.rest, 1e-20))

    def bed_lufs(self) -> float | None:
        return float(power_to_lufs(self.bed / self.bed_hops)) if self.bed_hops else None


@dataclass(frozen=True)
class Mixed:
    """A window of the mix as its three stems; they sum to the mix. What the gains make of it is worked out by whoever first asks.

    gains: of the ambience, of what is struck and of what lasts, one for the end of every hop and before it that of the last window's end.
    """

    window: Window
    gains: tuple[Hops, Hops, Hops]

    @property
    def start(self) -> int:
        return self.window.start

    @property
    def voice(self) -> Audio:
        return self.window.voice

    @cached_property
    def ambience(self) -> Audio:
        return apply_gain(self.window.ambience, self._curve(0))

    @cached_property
    def effects(self) -> Audio:
        out = apply_gain(self.window.struck, self._curve(1))
        if self.window.lasting.any():
            out += apply_gain(self.window.lasting, self._curve(2))
        return out

    def _curve(self, which: int) -> Curve:
        """Linear from hop to hop: the joins of windows are as smooth as their insides."""
        return curve_to_frames(self.gains[which].astype(np.float32), self.window.frames)

    def whole(self) -> Audio:
        return self.voice + self.ambience + self.effects


Powers = tuple[Hops, Hops, Hops, Hops]
"""Of the voice, the ambience, what is struck and what lasts."""


class _Heard:
    """A window, waiting for what follows it to be known; it is unmasked and measured beside the reading of the next."""

    def __init__(self, window: Window, spoken: npt.NDArray[np.bool_], coming: Task[tuple[Audio, Powers]]) -> None:
        self.window, self.spoken = window, spoken
        self._coming: Task[tuple[Audio, Powers]] | None = coming
        self._powers: Powers | None = None

    def powers(self) -> Powers:
        if self._coming is not None:
            (self.window.ambience, self._powers), self._coming = self._coming.result(), None
        assert self._powers is not None
        return self._powers


def _prepared(window: Window, before: Sequence[Audio], ducked: Curve) -> tuple[Audio, Powers]:
    """The window's ambience with room for the words, and its stems' powers. before: the ends of the stems before it; ducked: under all of
    that."""
    past = len(before[1])
    ambience = Unmask().run(np.concatenate([before[1], window.ambience]), ducked)
    stems = (window.voice, ambience[past:], window.struck, window.lasting)
    voice, bed, struck, lasting = map(_powers_of, stems, (before[0], ambience[:past], *before[2:]))
    return ambience[past:], (voice, bed, struck, lasting)


def _powers_of(stem: Audio, past: Audio) -> Hops:
    """Of every 10 ms of the stem; a last hop that is not whole is as loud as the one before."""
    hops, meter = -(-len(stem) // HOP_FRAMES), PowerMeter()
    meter.feed(past)
    power = meter.feed(stem)
    return np.pad(power, (0, hops - len(power)), mode="edge") if len(power) else np.zeros(hops)


def _mean(power: Hops) -> Hops:
    """Of the 3 s around every hop, or of what there is of them."""
    return np.maximum(sliding.mean_inside(power, round(WINDOW_S / HOP_S) // 2), 0.0)


def _held(need_db: Hops) -> Hops:
    """A need of a 3 s window holds for all of it, and comes and goes without haste."""
    return sliding.smoothed(sliding.greatest(need_db, round(WINDOW_S / HOP_S) // 2), np.hanning(121))


class Mix:
    """The stems balanced, window by window. After the last window `beats` holds what was measured."""

    def __init__(self, stems: Stems, profile: Profile, bed_offset_db: float = 0.0, looms: Looms | None = None) -> None:
        self._stems, self._profile, self._offset_db = stems, profile, bed_offset_db
        self._looms = looms or Looms(0)
        self._before: list[Audio] = [np.zeros((0, 2), np.float32)] * 4
        self._hushes: list[Hush] = []
        self._turns: list[Turn] = []
        self.beats: list[BeatBalance] = []

    def windows(self) -> Iterator[Mixed]:
        """Each window once what follows it is known."""
        held: deque[_Heard] = deque()
        now, last_gain = 0, _AS_IT_IS
        for window in self._stems.windows():
            held.append(self._hear(window))
            # one more than is looked ahead: the powers of the last are being worked out meanwhile
            if len(held) - now > AHEAD_WINDOWS + 1:
                mixed, last_gain = self._balance(held, now, last_gain)
                yield mixed
                now = self._went_on(held, now)
        while now < len(held):
            mixed, last_gain = self._balance(held, now, last_gain)
            yield mixed
            now = self._went_on(held, now)

    @staticmethod
    def _went_on(held: deque[_Heard], now: int) -> int:
        """Of the past a few windows' powers are kept, and no sound."""
        nothing = np.zeros((0, 2), np.float32)
        held[now].window = Window(held[now].window.start, nothing, nothing, nothing, nothing)
        if now < BEHIND_WINDOWS:
            return now + 1
        held.popleft()
        return now

    def _hear(self, window: Window) -> _Heard:
        hops = -(-window.frames // HOP_FRAMES)
        around = self._spoken(window.start - LOOK_HOPS * HOP_FRAMES, hops + 2 * LOOK_HOPS)
        under = duck_curve(around)[LOOK_HOPS - WARM_HOPS:LOOK_HOPS + hops + 1].astype(np.float32)
        while self._stems.spoken and self._stems.spoken[0][1] < window.start - LOOK_HOPS * HOP_FRAMES:
            self._stems.spoken.popleft()
        past, stems = len(self._before[0]), (window.voice, window.ambience, window.struck, window.lasting)
        ducked = curve_to_frames(under, WARM_HOPS * HOP_FRAMES + window.frames)[WARM_HOPS * HOP_FRAMES - past:]
        coming = self._looms.submit(partial(_prepared, window, self._before, ducked))
        self._before = [stem[-WARM_HOPS * HOP_FRAMES:].copy() for stem in stems]
        return _Heard(window, around[LOOK_HOPS:LOOK_HOPS + hops], coming)

    def _spoken(self, start: int, hops: int) -> npt.NDArray[np.bool_]:
        """In which hops from an absolute frame on somebody speaks."""
        spoken = np.zeros(hops, bool)
        for first, last in self._stems.spoken:
            a, b = (first - start) // HOP_FRAMES, -(-(last - start) // HOP_FRAMES)
            if b > 0 and a < hops:
                spoken[max(0, a):b] = True
        return spoken

    def _balance(self, held: deque[_Heard], at: int, last_gain: Gains) -> tuple[Mixed, Gains]:
        """The window `at` so many among those before and after it."""
        now, near = held[at], list(held)[:at + 1 + AHEAD_WINDOWS]
        first = sum(len(h.spoken) for h in near[:at])
        here = slice(first, first + len(now.spoken))
        start = held[0].window.start
        voice, ambience, struck, lasting = (np.concatenate(parts) for parts in zip(*[h.powers() for h in near], strict=True))
        spoken = np.concatenate([h.spoken for h in near])
        self._note_hushes(start)
        self._note_turns(start)

        ducked = duck_curve(spoken)
        open_db = hush_db(self._hushes, start, len(voice)) - STEP_BACK_DB * ducked + self._offset_db
        turns = [turn.less(start // HOP_FRAMES) for turn in self._turns]
        bed_db = open_db - apart(turns, partial(self._need_db, self._profile.bed_lu), voice, ambience * 10.0 ** (open_db / 10.0))
        rest, back_db = ambience * 10.0 ** (bed_db / 10.0) + struck, np.zeros(len(voice))
        if lasting.any():
            by_itself = apart(turns, partial(self._need_db, self._profile.together_lu), voice, lasting)
            back_db = np.minimum(by_itself, GOES_ON_BACK_DB) * ducked
            rest = rest + lasting * 10.0 ** (-back_db / 10.0)
        struck_db = -np.minimum(apart(turns, partial(self._need_db, self._profile.together_lu), voice, rest), MOST_DOWN_DB)

        # hundredths of a decibel: a last bit of the measurement does not become a last bit of the sound
        gains_db = tuple(np.round(db, 2)[here] for db in (bed_db, struck_db, struck_db - back_db))
        self._note(now, gains_db, open_db[here])
        gains = [10.0 ** (db / 20.0) for db in gains_db]
        with_last = (np.concatenate([[last if at else gain[0]], gain]) for last, gain in zip(last_gain, gains, strict=True))
        bed, struck_gain, lasting_gain = with_last
        return Mixed(now.window, (bed, struck_gain, lasting_gain)), tuple(float(gain[-1]) for gain in gains)

    def _need_db(self, full_lu: float, voice: Hops, rest: Hops) -> Hops:
        """By how much what lies under the voice has to be turned down."""
        voice_lufs = power_to_lufs(_mean(voice))
        return _held(np.maximum(self._asked(full_lu, voice_lufs) + power_to_lufs(_mean(rest)) - voice_lufs, 0.0))

    def _asked(self, full_lu: float, voice_lufs: Hops) -> Hops:
        """The distance asked for in every 3 s window, by how full of speech it is; none where there is no speech."""
        empty = np.clip((NARRATION_LUFS - FULL_LU - voice_lufs) / (EDGE_LU - FULL_LU), 0.0, 1.0)
        asked = full_lu - (full_lu - self._profile.edge_lu) * empty
        return np.where(voice_lufs > NARRATION_LUFS - EDGE_LU, asked, -200.0)

    def _note_hushes(self, start: int) -> None:
        while self._stems.ambience.hushes:
            self._hushes.append(self._stems.ambience.hushes.popleft())
        self._hushes = [hush for hush in self._hushes if hush.end + 5 * 48_000 > start]

    def _note_turns(self, start: int) -> None:
        """Where one beat's balance goes over into the next one's: within their crossfade, and quickly."""
        while self._stems.ambience.turns:
            turn, lead, tail = (frames // HOP_FRAMES for frames in self._stems.ambience.turns.popleft())
            self._turns.append(Turn(turn - lead, turn - min(lead, TURN_HOPS), turn + min(tail, TURN_HOPS), turn + tail))
        self._turns = [turn for turn in self._turns if turn.last > start // HOP_FRAMES]

    def _note(self, now: _Heard, gains_db: Sequence[Hops], open_db: Hops) -> None:
        """Measure each beat that this window touches. gains_db: of the bed, of what is struck, of what lasts."""
        while self._stems.placed and self._stems.placed[0].start < now.window.start + now.window.frames:
            placed = self._stems.placed.popleft()
            self.beats.append(BeatBalance(placed.number, placed.beat.mood, placed.start, placed.end))
        voice, *powers = now.powers()
        bed, struck, lasting = (power * 10.0 ** (db / 10.0) for power, db in zip(powers, gains_db, strict=True))
        rest = bed + struck + lasting
        for beat in reversed(self.beats):
            a = max(0, (beat.start - now.window.start) // HOP_FRAMES)
            b = min(len(bed), (beat.end - now.window.start) // HOP_FRAMES)
            if b <= 0:
                break
            if a >= b:
                continue
            speaking = now.spoken[a:b]
            beat.voice += float(voice[a:b][speaking].sum())
            beat.rest += float(rest[a:b][speaking].sum())
            beat.hops += int(speaking.sum())
            beat.bed += float(bed[a:b].sum())
            beat.bed_hops += b - a
            beat.turned_down_db = max(beat.turned_down_db, float((open_db - gains_db[0])[a:b].max()))
