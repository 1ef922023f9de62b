"""An audition: every voice says its name and a few words, one after another in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audiodream.audio import Audio, pan, silence
from audiodream.delivery import deliver
from audiodream.errors import UsageError
from audiodream.files import check_target
from audiodream.narrate import Narration, Part
from audiodream.presets import Voice
from audiodream.score import Beat, Line
from audiodream.shelves import nearest
from audiodream.takes import TakeCache
from audiodream.units import frames_to_s, s_to_frames
from audiodream.writers.sound import format_of, sound_file

TEXT = "The lamps were lit along the quay, and still nobody had come. Who is there?"
_GAP_S = 0.9
_CEILING = 0.97


@dataclass(frozen=True, slots=True)
class Heard:
    """Where in the file a voice begins and ends."""

    voice: str
    start_s: float
    end_s: float


def audition(names: Sequence[str], voices: dict[str, Voice], target: Path, text: str = TEXT, *, seed: int = 1, workers: int = 2,
             cache: TakeCache | None = None, progress: Callable[[str, float], None] | None = None) -> tuple[list[Heard], list[str]]:
    """Write one file in which each named voice (all of them without names) says "This is NAME." and the text.

    Gives where each is heard, and what the check of the takes found wrong. UsageError for a name that is not there, or for an empty text;
    VoiceError when a voice cannot speak.
    """
    format_of(target)
    check_target(target)
    for name in names:
        if name not in voices:
            raise UsageError(f"voice {name!r}", "there is no such voice", nearest(name, voices))
    if not text.strip():
        raise UsageError("--text", "is empty", "say what the voices shall speak")
    who = [voices[name] for name in dict.fromkeys(names or voices)]
    sounds: list[Audio] = []
    heard: list[Heard] = []
    at = 0
    with Narration(tuple(_part(number, voice, text) for number, voice in enumerate(who)), cache, seed, workers) as narration:
        for voice, take in zip(who, narration, strict=True):
            if progress:
                progress("speaking", len(heard) / len(who))
            if sounds:
                sounds.append(silence(s_to_frames(_GAP_S)))
                at += len(sounds[-1])
            sounds.append(pan(take.audio, voice.pan))
            heard.append(Heard(voice.name, round(frames_to_s(at), 3), round(frames_to_s(at + take.frames), 3)))
            at += take.frames
    gain = np.float32(min(1.0, _CEILING / max(float(np.abs(sound).max(initial=1e-9)) for sound in sounds)))
    with sound_file(target, at) as file:
        for sound in sounds:
            file.write(sound * gain)
    return heard, [str(problem) for problem in narration.problems]


def _part(number: int, voice: Voice, text: str) -> Part:
    line = Line(f"This is {voice.title}. {text.strip()}", voice.name)
    return Part(number, 0, line, voice, deliver(line, Beat("calm", 0.0), None, voice, is_narrator=False), voice.pauses.clause_s)
