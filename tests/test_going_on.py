"""What happened and goes on, such as applause: it ducks under the words and comes up where the speaker pauses for longer than a breath."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.audio import Audio
from audiodream.ducks import SETTLED_S
from audiodream.effects import EFFECTS
from audiodream.meter import LoudnessMeter
from audiodream.mix import GOES_ON_BACK_DB, Mix
from audiodream.presets import Mood, MoodDelivery, Voice
from audiodream.profiles import PROFILES
from audiodream.score import NARRATOR, Beat, Cue, Line, Score
from audiodream.seeds import rng
from audiodream.spots import Spots
from audiodream.staging import Staging
from audiodream.stems import Stems
from audiodream.take import Take, WordTime
from audiodream.timeline import PlacedBeat, lay
from audiodream.units import NARRATION_LUFS, RATE_HZ, s_to_frames

BARE = Mood("bare", "", "", (), (), 0.0, 0.0, MoodDelivery(), (-40.0, -30.0), 3.0, ())
STAGING = Staging({"bare": BARE}, {}, {NARRATOR: Voice(NARRATOR, "", "", "tone", {})}, 1)
PAUSES_S = (0.6, 2.2, 1.0)
LINES_S = (2.0, 1.4, 2.0, 6.0)


def spoken(seconds: float) -> Take:
    """As loud as the narration, four syllables a second."""
    n = s_to_frames(seconds)
    t = np.arange(n) / RATE_HZ
    sound = rng(1, "said").standard_normal(n) * (0.6 + 0.4 * np.sin(2 * np.pi * 4.0 * t)) * np.interp(t, [0, 0.02, seconds - 0.02, seconds], [0, 1, 1, 0])
    meter = LoudnessMeter()
    meter.feed(np.repeat(sound[:, None], 2, axis=1).astype(np.float32))
    gain = 10 ** ((NARRATION_LUFS - meter.integrated_lufs()) / 20)
    return Take((sound * gain * 2**0.5).astype(np.float32)[:, None], (WordTime(0.0, seconds),))


def played(kind: str, lines_s: tuple[float, ...] = LINES_S, pauses_s: tuple[float, ...] = PAUSES_S) -> tuple[PlacedBeat, Audio, Audio, Audio]:
    """A beat with a cue on its first word: where everything lies, its voice, its effects in the mix, and the same as they happen."""
    lines = tuple(Line("word", cues=(Cue(kind, 0),) if n == 0 else ()) for n in range(len(lines_s)))
    score = Score("", (Beat("bare", 0.5, lines=lines),))
    pauses = dict(zip(map(id, lines), (*pauses_s, 0.0), strict=True))
    (beat,) = lay(score, iter(spoken(s) for s in lines_s), lambda _, line: pauses[id(line)])
    spots = Spots(STAGING)
    spots.place(beat)
    mixed = list(Mix(Stems(score, STAGING, iter([beat])), PROFILES["cinematic"]).windows())
    voice, effects = (np.concatenate([getattr(window, stem) for window in mixed]) for stem in ("voice", "effects"))
    return beat, voice, effects, np.add(*spots.read(beat.end))


def gain_db(effects: Audio, raw: Audio, first_s: float, last_s: float) -> float:
    here = slice(s_to_frames(first_s), s_to_frames(last_s))
    return float(10 * np.log10(np.mean(effects[here].astype(np.float64) ** 2) / np.mean(raw[here].astype(np.float64) ** 2)))


@pytest.fixture(scope="module")
def applause() -> tuple[PlacedBeat, Audio, Audio, Audio]:
    return played("applause")


def test_applause_comes_up_in_a_pause_and_is_down_again_before_the_next_word(applause: tuple[PlacedBeat, Audio, Audio, Audio]) -> None:
    beat, _, effects, raw = applause
    before, after = beat.clips[1], beat.clips[2]
    ends, begins = before.end / RATE_HZ, after.start / RATE_HZ
    under = gain_db(effects, raw, ends - 0.5, ends)
    risen = gain_db(effects, raw, ends + 1.1, begins - 0.4)
    again = gain_db(effects, raw, begins - SETTLED_S, begins + 0.5)
    assert risen - under > GOES_ON_BACK_DB - 3.0
    assert risen - again > GOES_ON_BACK_DB - 3.0


def test_it_does_not_pump_in_a_breath(applause: tuple[PlacedBeat, Audio, Audio, Audio]) -> None:
    beat, _, effects, raw = applause
    ends, begins = beat.clips[0].end / RATE_HZ, beat.clips[1].start / RATE_HZ
    assert gain_db(effects, raw, ends + 0.1, begins - 0.1) < gain_db(effects, raw, ends - 0.6, ends) + 1.0


def test_the_voice_stands_as_far_before_it_as_the_profile_asks(applause: tuple[PlacedBeat, Audio, Audio, Audio]) -> None:
    beat, voice, effects, _ = applause
    first, last = beat.clips[0].start, beat.clips[2].end
    levels = []
    for sound in (voice, effects):
        meter = LoudnessMeter()
        meter.feed(sound[first:last])
        levels.append(meter.integrated_lufs())
    assert levels[0] - levels[1] >= PROFILES["cinematic"].together_lu


def test_where_nobody_pauses_it_is_turned_down_as_far_as_it_must_be_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    def gain() -> float:
        beat, _, effects, raw = played("applause", (14.0,), ())
        first = beat.cues[0].frame / RATE_HZ
        return gain_db(effects, raw, first, first + 3.0)

    now = gain()
    monkeypatch.setattr("audiodream.mix.GOES_ON_BACK_DB", 0.0)
    assert now == pytest.approx(gain(), abs=0.5) and now < -1.0


def test_its_gain_moves_no_faster_than_60_db_a_second(applause: tuple[PlacedBeat, Audio, Audio, Audio]) -> None:
    beat, _, effects, raw = applause
    first, last = beat.cues[0].frame // 480 + 20, (beat.cues[0].frame + s_to_frames(7.0)) // 480
    gains = [gain_db(effects, raw, hop / 100, hop / 100 + 0.01) for hop in range(first, last)]
    assert np.abs(np.diff(gains)).max() * 100 <= 60.0


def test_what_is_struck_and_rings_on_stays_where_it_was() -> None:
    beat, _, effects, raw = played("bell")
    ends, begins = beat.clips[1].end / RATE_HZ, beat.clips[2].start / RATE_HZ
    under, pause = gain_db(effects, raw, ends - 0.5, ends), gain_db(effects, raw, ends + 1.1, begins - 0.4)
    assert pause - under < 2.0


def test_a_crowd_that_takes_its_time_goes_on_and_nothing_that_is_struck_does() -> None:
    assert {kind for kind, effect in EFFECTS.items() if effect.goes_on} == {"applause", "crowd-stir", "laughter", "cheer", "shout"}
