"""A line that a human has recorded, made a take: trimmed, levelled, and with the time of every word."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np
import scipy
import soundfile

from audiodream.aligning import word_times
from audiodream.audio import Audio, resample
from audiodream.engines.engine import Utterance
from audiodream.engines.pieces import sound_span, trimmed
from audiodream.errors import VoiceError
from audiodream.fades import fade
from audiodream.meter import lufs_of
from audiodream.units import NARRATION_LUFS, RATE_HZ, db_to_gain

VERSION = "1"
_FLOOR_DB = -38.0
"""A room at home is that far below the voice; what is softer at the ends is not speech."""
_NEAREST_FLOOR_DB = -24.0
"""In a noisier room the softest ends of words are lost."""
_LONGEST_S = 300.0
_CUT_OFF = re.compile(r"^data *: (\d+) \(should be (\d+)\)", re.M)
_UNTOLD_BYTES = 0x7FFF0000
"""A WAV out of a pipe says from here on that it does not know how long it is."""


def fingerprint(file: Path) -> str:
    """What tells one recording from another: a digest of the file."""
    return hashlib.blake2b(_bytes(file), digest_size=12).hexdigest()


def utterance(file: Path, reading: Utterance) -> Utterance:
    """A recording as speech at the session rate: mono, without the quiet at its ends, as loud as narration, with the times of the words
    of `reading`, which is another speaker's of the same words.

    VoiceError when the file is no sound, silent, or too long for one line.
    """
    sound = _sound(file)
    first, last = sound_span(sound, RATE_HZ, _floor_db(sound))
    edge = RATE_HZ // 250
    audio = fade(sound[first:last], edge, edge)
    loudness = lufs_of(audio)
    if len(audio) < RATE_HZ // 20 or loudness < -70.0:
        raise VoiceError(str(file), "is silent", "record the line again, or take the file away")
    return Utterance(audio * np.float32(db_to_gain(NARRATION_LUFS - loudness)), RATE_HZ, word_times(audio, RATE_HZ, trimmed(reading)))


def _floor_db(sound: Audio) -> float:
    """How far below its loudest 10 ms a recording is room and no longer voice: 8 dB above its quietest tenth, within limits."""
    hop = RATE_HZ // 100
    power = np.square(sound[:len(sound) // hop * hop, 0].astype(np.float64)).reshape(-1, hop).mean(axis=1)
    if not len(power) or power.max() < 1e-12:
        return _FLOOR_DB
    room_db = 10.0 * float(np.log10(max(np.percentile(power, 10), 1e-20) / power.max()))
    return min(_NEAREST_FLOOR_DB, max(_FLOOR_DB, room_db + 8.0))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise VoiceError(str(file), f"cannot be read ({error.strerror})", "record the line again, or take the file away") from error


def _sound(file: Path) -> Audio:
    """Mono at the session rate, without rumble and offset."""
    try:
        info = soundfile.info(file)
        if info.duration > _LONGEST_S:
            raise VoiceError(str(file), f"lasts {info.duration:.0f} s", "a file holds one line; cut it")
        told = _CUT_OFF.search(info.extra_info)
        if told and int(told[2]) < int(told[1]) < _UNTOLD_BYTES:
            raise VoiceError(str(file), "is cut off: it holds less sound than it says", "save it again, or record the line again")
        sound, rate_hz = soundfile.read(file, dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:
        raise VoiceError(str(file), f"is not a sound file that can be read ({str(error)[:80]})", "save it as WAV, 16 or 24 bits") from error
    if not len(sound) or not np.isfinite(sound).all():
        raise VoiceError(str(file), "holds no sound", "record the line again, or take the file away")
    # two channels of one microphone are one voice; of a silent second channel half the voice would be lost, which levelling mends
    mono = resample(np.ascontiguousarray(sound.mean(axis=1, keepdims=True)), int(rate_hz))
    low = scipy.signal.butter(2, 65.0, "highpass", fs=RATE_HZ, output="sos")
    return np.ascontiguousarray(scipy.signal.sosfiltfilt(low, mono, axis=0, padlen=min(len(mono) - 1, RATE_HZ // 10)), np.float32)
