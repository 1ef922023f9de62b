"""What a voice says, checked: spoken again where it went wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from audiodream.engines.engine import Delivery, Engine, Utterance
from audiodream.engines.pieces import join
from audiodream.errors import VoiceError
from audiodream.phonemes import is_spoken
from audiodream.presets import Voice

ATTEMPTS = 3
_SPLIT_WORDS = 8


def _speak(engine: Engine, words: tuple[str, ...], voice: Voice, delivery: Delivery, seed: int) -> Utterance:
    """VoiceError with the name of the voice: an engine knows its model only."""
    try:
        return engine.speak(words, voice.settings, delivery, seed)
    except VoiceError as error:
        raise VoiceError(f"voice {voice.name!r}: {error.thing}", error.fault, error.way_out) from error


def speak_checked(engine: Engine, words: tuple[str, ...], voice: Voice, delivery: Delivery, seed: int) -> tuple[Utterance, tuple[str, ...]]:
    """Spoken; while its check fails spoken again, with another seed and then in two halves; the attempt with the fewest faults."""
    best: tuple[Utterance, tuple[str, ...]] | None = None
    for attempt in range(ATTEMPTS):
        spans = [words]
        if attempt == ATTEMPTS - 1 and len(words) >= _SPLIT_WORDS:
            spans = [words[:len(words) // 2], words[len(words) // 2:]]
        parts = [_speak(engine, span, voice, delivery, seed + attempt) for span in spans]
        said = parts[0] if len(parts) == 1 else join(parts, [""])
        faults = check(said, words, delivery)
        if best is None or len(faults) < len(best[1]):
            best = said, faults
        if not faults:
            break
    assert best is not None
    said, faults = best
    return (said if np.isfinite(said.audio).all() else replace(said, audio=np.nan_to_num(said.audio, posinf=0.0, neginf=0.0))), faults


def check(said: Utterance, words: tuple[str, ...], delivery: Delivery) -> tuple[str, ...]:
    """What is wrong with an utterance: no numbers, silence, clipping, too short or long for its words, a word that does not end."""
    faults = []
    letters = sum(sum(c.isalnum() for c in word) for word in words)
    if not np.isfinite(said.audio).all():
        return ("samples that are no numbers",)
    if not any(map(is_spoken, words)):
        return ()
    peak = float(np.abs(said.audio).max(initial=0.0))
    if peak < 1e-3:
        return ("silent",)
    if peak >= 0.999 and int((np.abs(said.audio) >= 0.999 * peak).sum()) > 20:
        faults.append("clipped")
    length_s = len(said.audio) / said.rate_hz
    stops = sum(word.rstrip("\"'”’)")[-1:] in tuple(".,;:!?—…") for word in words)
    usual_s = letters / 5.0 * 60.0 / delivery.rate_wpm
    if length_s < 0.4 * usual_s - 0.1:
        faults.append(f"too short ({length_s:.1f} s for {len(words)} words)")
    if length_s > 2.2 * usual_s + 0.6 * stops + 1.0:
        faults.append(f"too long ({length_s:.1f} s for {len(words)} words)")
    slow = 155.0 / delivery.rate_wpm
    if any(end - start > (0.9 + 0.16 * len(word)) * max(1.0, slow) for (start, end), word in zip(said.words, words, strict=True)):
        faults.append("a word that does not end")
    return tuple(faults)
