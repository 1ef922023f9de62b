"""How a line is spoken and how long one waits after it: mood, manner and voice, weighed against each other."""

from __future__ import annotations

from audiodream.engines.engine import Delivery
from audiodream.knobs import Ramp
from audiodream.presets import Mood, MoodDelivery, Pauses, Voice
from audiodream.score import Beat, Line
from audiodream.seeds import digest

ARTICULATION = 1.111
"""Words a minute while speaking, over words a minute with the pauses between sentences and paragraphs."""
_LETTERS, _SHORTENING, _PRIOR_WORDS, _MOST_SHORTENING = 4.5, 0.6, 6, 0.12
"""A usual word's letters. A speaker shortens the sounds of long words and draws those of short ones out (Lehiste 1972): by this power of
the length of a line's words, which is mixed with that of six usual ones. So a story of short words is told at about as many a minute as
one of long words."""
_LONG_WORDS, _LONG_PAUSE = 20, 1.2
_SHORT_WORDS, _SHORT_PAUSE = 6, 0.85
"""After long units one rests longer, after short ones less long (Kazlauskiene 2020)."""
NARRATOR_SHARE = 0.4
"""How much of a mood the narrator lets into the voice; characters let all of it."""
RATE_LIMITS, PITCH_LIMIT_ST, LEVEL_LIMITS_DB = (0.80, 1.20), 3.0, (-9.0, 4.0)
AROUSAL_HURRY = 0.2
"""Share by which pauses shorten at full arousal (Schröder's rules in MaryTTS)."""
JITTER = 0.08

_MANNERS: dict[str, tuple[float, float, float, float]] = {
    "whisper": (0.92, 0.0, 0.9, -5.0),
    "shout": (1.04, 2.0, 1.25, 3.0),
    "slow": (0.80, -0.3, 0.9, 0.0),
    "inner": (0.96, -0.3, 0.85, -2.0),
    "emphatic": (0.92, 0.3, 1.2, 1.0),
    "booming": (0.90, -1.5, 1.05, 2.0),
    "distant": (0.97, 0.5, 1.1, -1.0),
    "echo": (0.93, 0.0, 1.0, 0.0),
    "depth": (0.92, -1.0, 0.9, 0.0),
    "chimes": (0.97, 1.0, 1.1, -1.0),
    "trembling": (1.02, 0.8, 1.1, -1.5),
    "soft": (0.95, -0.2, 0.9, -2.5),
    "fast": (1.12, 0.3, 1.05, 0.0),
    "laughing": (1.05, 1.0, 1.25, 0.5),
    "crying": (0.93, 0.6, 1.15, -1.5),
    "singing": (0.90, 0.8, 1.35, 0.0),
    "harsh": (0.97, -0.8, 1.0, 1.0),
    "cold": (0.95, -0.5, 0.75, -0.5),
    "angry": (1.08, 0.8, 1.3, 2.0),
    "warm": (0.95, -0.2, 1.05, -0.5),
    "sad": (0.88, -0.8, 0.8, -2.0),
}
"""Rate, semitones, span, level of each manner; the sound of it is made by `shaping` and `space`."""


def at_intensity(ramp: Ramp, intensity: float) -> float:
    return ramp[0] + (ramp[1] - ramp[0]) * min(1.0, max(0.0, intensity))


def manners_of(line: Line, voice: Voice) -> tuple[str, ...]:
    """The voice's own manners and the line's, each once."""
    return tuple(dict.fromkeys((*voice.manners, *line.manners)))


def deliver(line: Line, beat: Beat, mood: Mood | None, voice: Voice, is_narrator: bool) -> Delivery:
    """The line's delivery: the mood at the beat's intensity (40 % of it for the narrator), then the manners, within what sounds natural."""
    share = NARRATOR_SHARE if is_narrator else 1.0
    feel = mood.delivery if mood else MoodDelivery()
    rate = 1.0 + share * (at_intensity(feel.rate, beat.intensity) - 1.0)
    span = 1.0 + share * (at_intensity(feel.span, beat.intensity) - 1.0)
    pitch_st = share * at_intensity(feel.pitch_st, beat.intensity)
    level_db = share * at_intensity(feel.level_db, beat.intensity)
    manners = manners_of(line, voice)
    for manner in manners:
        if manner in _MANNERS:
            more_rate, more_st, more_span, more_db = _MANNERS[manner]
            rate, pitch_st, span, level_db = rate * more_rate, pitch_st + more_st, span * more_span, level_db + more_db
    rate = _within(rate, *RATE_LIMITS) * shortening(line.text)
    return Delivery(
        rate_wpm=round(voice.rate_wpm * ARTICULATION * rate, 2),
        pitch_st=round(_within(pitch_st, -PITCH_LIMIT_ST, PITCH_LIMIT_ST), 3),
        span=round(_within(span, 0.6, 1.5), 3),
        level_db=round(_within(level_db, *LEVEL_LIMITS_DB), 2),
        manners=manners,
    )


def shortening(text: str) -> float:
    """By how much the sounds of a text follow quicker for its long words (above 1) or slower for its short ones."""
    words = [sum(map(str.isalnum, word)) for word in text.split()]
    letters = [n for n in words if n]
    usual = (sum(letters) + _PRIOR_WORDS * _LETTERS) / (len(letters) + _PRIOR_WORDS) / _LETTERS
    return _within(usual**_SHORTENING, 1.0 - _MOST_SHORTENING, 1.0 + _MOST_SHORTENING)


def pause_s(line: Line, beat: Beat, mood: Mood | None, pauses: Pauses, seed: int = 0, *, is_narrator: bool = True) -> float:
    """Seconds of quiet after the line: the voice's pause for its gap, stretched by the mood, shortened by arousal, and off by up to 8 %
    as the line's own content decides."""
    base = {
        "clause": pauses.clause_s, "sentence": pauses.sentence_s, "paragraph": pauses.paragraph_s,
        "scene": pauses.scene_s, "chapter": pauses.chapter_s, "reveal": pauses.reveal_s,
    }.get(line.gap, pauses.sentence_s)
    share = NARRATOR_SHARE if is_narrator else 1.0
    stretch = 1.0 + share * (at_intensity(mood.delivery.pause if mood else (1.0, 1.0), beat.intensity) - 1.0)
    jitter = JITTER * (2.0 * (digest(seed, "pause", line.text, line.gap) % 65536) / 65535.0 - 1.0)
    if line.gap in ("sentence", "paragraph"):
        words = len(line.text.split())
        base *= _LONG_PAUSE if words >= _LONG_WORDS else _SHORT_PAUSE if words <= _SHORT_WORDS else 1.0
    return base * stretch * (1.0 - AROUSAL_HURRY * min(1.0, max(0.0, beat.arousal))) * (1.0 + jitter)


def _within(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
