"""Delivery: moods and manners shape a line within what sounds natural; pauses follow the voice, the mood and the line."""

from __future__ import annotations

import numpy as np
import pytest

from audiodream.delivery import ARTICULATION, JITTER, deliver, pause_s, shortening
from audiodream.presets import Mood, MoodDelivery, Pauses, Voice
from audiodream.score import Beat, Line

VOICE = Voice("x", "X", "", "tone", {}, rate_wpm=150.0)
FEEL = MoodDelivery((1.0, 1.2), (1.0, 0.5), (0.0, 2.0), (1.0, 1.4), (0.0, 3.0))
PANIC = Mood("panic", "Panic", "", (), (), -0.6, 0.9, FEEL, (-40.0, -30.0), 2.0, ())
LINE = Line("Run.")


def beat(intensity: float = 1.0, arousal: float = 0.0) -> Beat:
    return Beat("panic", intensity, arousal=arousal, lines=(LINE,))


def test_the_narrator_takes_forty_percent_of_what_a_character_takes() -> None:
    narrator, character = (deliver(LINE, beat(), PANIC, VOICE, who) for who in (True, False))
    assert narrator.pitch_st == pytest.approx(0.4 * character.pitch_st)
    assert narrator.level_db == pytest.approx(0.4 * character.level_db)
    plain = 150.0 * ARTICULATION * shortening(LINE.text)
    assert narrator.rate_wpm - plain == pytest.approx(0.4 * (character.rate_wpm - plain), abs=0.05)


def test_at_intensity_0_a_mood_does_nothing() -> None:
    assert deliver(LINE, beat(0.0), PANIC, VOICE, False) == deliver(LINE, beat(0.0), None, VOICE, False)


@pytest.mark.parametrize("manners", [("shout", "emphatic", "fast", "angry"), ("slow", "sad", "booming", "whisper")])
def test_whatever_piles_up_stays_within_what_sounds_natural(manners: tuple[str, ...]) -> None:
    said = deliver(Line("Run.", manners=manners), beat(), PANIC, VOICE, False)
    assert 0.8 - 1e-4 <= said.rate_wpm / (150.0 * ARTICULATION * shortening("Run.")) <= 1.2 + 1e-4  # the rate is rounded to hundredths
    assert -3.0 <= said.pitch_st <= 3.0


def test_short_words_are_drawn_out_and_long_ones_shortened_within_an_eighth() -> None:
    short, usual, long = (shortening(text) for text in ("He ran to the sea, and so did we all.", "The river carried straw and a broken chair.",
                                                        "Extraordinarily complicated circumstances notwithstanding, everybody congratulated."))
    assert 0.87 < short < 0.97 < usual < 1.03 < long < 1.13
    assert shortening("— …") == shortening("") == 1.0


def test_a_rest_after_a_long_sentence_is_a_fifth_longer() -> None:
    for count, seconds in ((18, 0.6), (19, 0.72), (40, 0.72)):  # and a number
        found = [pause_s(Line(" ".join(["river"] * count) + f" {k}"), beat(), None, Pauses(), 1) for k in range(99)]
        assert np.median(found) == pytest.approx(seconds, rel=0.03)


def test_manners_of_voice_and_line_are_each_heard_once() -> None:
    voice = Voice("x", "X", "", "tone", {}, manners=("soft",))
    assert deliver(Line("Hush.", manners=("whisper", "soft")), beat(), None, voice, False).manners == ("soft", "whisper")


def test_a_whisper_is_softer_and_a_shout_louder_and_higher() -> None:
    whisper, plain, shout = (deliver(Line("Run.", manners=m), beat(), None, VOICE, False) for m in (("whisper",), (), ("shout",)))
    assert whisper.level_db < plain.level_db < shout.level_db
    assert shout.pitch_st > plain.pitch_st


GAPS = [("clause", 0.2), ("sentence", 0.6), ("paragraph", 1.1), ("scene", 2.5), ("chapter", 3.0), ("reveal", 0.9)]


@pytest.mark.parametrize(("gap", "seconds"), GAPS)
def test_pauses_lie_around_their_setting_and_never_beyond_the_jitter(gap: str, seconds: float) -> None:
    text = "Line {} is neither a short one nor a long one."
    found = [pause_s(Line(text.format(k), gap=gap), beat(), None, Pauses(), 1) for k in range(200)]
    assert np.median(found) == pytest.approx(seconds, rel=0.03)
    assert max(abs(p / seconds - 1.0) for p in found) <= JITTER + 1e-9
    assert np.std(found) > 0.02 * seconds


def test_one_rests_longer_after_a_long_line_than_after_a_short_one() -> None:
    short, usual, long = (np.median([pause_s(Line("word " * n + str(k), gap="sentence"), beat(), None, Pauses(), 1) for k in range(99)])
                          for n in (2, 12, 30))
    assert short < 0.9 * usual < usual < long / 1.1


def test_the_same_line_and_seed_give_the_same_pause() -> None:
    assert pause_s(LINE, beat(), PANIC, Pauses(), 3) == pause_s(LINE, beat(), PANIC, Pauses(), 3)
    assert pause_s(LINE, beat(), PANIC, Pauses(), 3) != pause_s(LINE, beat(), PANIC, Pauses(), 4)


def test_arousal_shortens_pauses_by_up_to_a_fifth_and_a_mood_stretches_them() -> None:
    calm = pause_s(LINE, beat(arousal=0.0), None, Pauses(), 1)
    assert pause_s(LINE, beat(arousal=1.0), None, Pauses(), 1) == pytest.approx(0.8 * calm)
    assert pause_s(LINE, beat(), PANIC, Pauses(), 1, is_narrator=False) == pytest.approx(0.5 * calm)
    assert pause_s(LINE, beat(), PANIC, Pauses(), 1) == pytest.approx(0.8 * calm)
