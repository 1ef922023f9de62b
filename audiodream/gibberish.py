"""Gibberish: lines without a word in them, spoken by eSpeak NG in many voices, for crowds that must not be understood.

eSpeak keeps its state in the process, where `pyttsx3` may be using it; so it speaks in a child process, which runs this very file.
"""

from __future__ import annotations

import ctypes
import json
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SPOKEN_HZ = 22_050
LANGUAGES = ("en", "en-us", "de", "fr", "it", "es", "sv", "nl", "pl", "fi", "pt", "ro", "hu", "cs", "da", "nb", "el", "tr")
SPEAKERS = ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5", "Andy", "Annie", "linda", "Gene", "Michael",
            "steph", "paul", "john", "Lee", "Diogo", "Alicia", "belinda", "adam", "travis", "zac")
ONSETS = ("", "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "h", "br", "st", "pl", "tr")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou", "ea")
CODAS = ("", "", "", "n", "r", "s", "l", "m", "t")


class Line(NamedTuple):
    """What is said and how: eSpeak's voice ("de+f3"), words a minute, and its 0..100 scales of pitch and of melody."""

    text: str
    voice: str
    rate_wpm: int
    pitch: int
    span: int


def anyone(rng: np.random.Generator) -> str:
    """A speaker drawn by lot."""
    return f"{LANGUAGES[int(rng.integers(len(LANGUAGES)))]}+{SPEAKERS[int(rng.integers(len(SPEAKERS)))]}"


def _pick(rng: np.random.Generator, of: tuple[str, ...]) -> str:
    return of[int(rng.integers(len(of)))]


def sentence(rng: np.random.Generator, words: int) -> str:
    """So many words of random syllables, with a comma here and there and an end."""
    out = []
    for _ in range(words):
        word = "".join(_pick(rng, ONSETS) + _pick(rng, VOWELS) + _pick(rng, CODAS) for _ in range(int(rng.integers(1, 4))))
        out.append(word + ("," if rng.random() < 0.15 else ""))
    return " ".join(out) + _pick(rng, (".", "!", "?"))


def speak(lines: list[Line]) -> list[npt.NDArray[np.float32]]:
    """Every line as mono sound at SPOKEN_HZ, shape (frames,), in the order given. VoiceError where eSpeak NG cannot be had."""
    import numpy as np

    from audiodream.errors import VoiceError

    way_out = "install espeakng-loader again (pip install --force-reinstall espeakng-loader)"
    try:
        import espeakng_loader
    except ImportError as error:
        raise VoiceError("eSpeak NG", "is not installed, and the crowd is spoken by it", way_out) from error
    child = subprocess.run([sys.executable, "-I", str(Path(__file__)), espeakng_loader.get_library_path(), espeakng_loader.get_data_path()],
                           input=json.dumps(lines).encode(), capture_output=True, check=False)
    sounds, at, raw = [], 0, child.stdout
    while at + 4 <= len(raw):
        size = struct.unpack_from("<I", raw, at)[0]
        sounds.append(np.frombuffer(raw, "<i2", size // 2, at + 4).astype(np.float32) / 32768.0)
        at += 4 + size
    if child.returncode or len(sounds) != len(lines):
        said = child.stderr.decode(errors="replace").strip().splitlines()
        raise VoiceError("eSpeak NG", f"did not speak for the crowd ({said[-1] if said else f'exit status {child.returncode}'})", way_out)
    return sounds


def _mouth(library: str, data: str) -> None:
    """The child: lines as JSON on standard input, 16-bit sound on standard output, each with its length in bytes before it."""
    espeak = ctypes.CDLL(library)
    heard = bytearray()

    def listen(wave: int | None, frames: int, _events: int | None) -> int:
        if wave and frames > 0:
            heard.extend(ctypes.string_at(wave, frames * 2))
        return 0

    synchronous, rate, pitch, span, utf8 = 2, 1, 3, 4, 1
    if espeak.espeak_Initialize(synchronous, 0, data.encode(), 0) != SPOKEN_HZ:
        sys.exit("it could not be started")
    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(listen)
    espeak.espeak_SetSynthCallback(callback)
    for number, (text, voice, rate_wpm, pitch_value, span_value) in enumerate(json.load(sys.stdin)):
        heard.clear()
        # its flutter and breath are drawn from a generator that it seeds with the time of day
        espeak.espeak_ng_SetRandSeed(number + 1)
        if espeak.espeak_SetVoiceByName(voice.encode()):
            sys.exit(f"it has no voice {voice}")
        for parameter, value in ((rate, rate_wpm), (pitch, pitch_value), (span, span_value)):
            espeak.espeak_SetParameter(parameter, value, 0)
        words = text.encode()
        espeak.espeak_Synth(words, ctypes.c_size_t(len(words) + 1), 0, 1, 0, utf8, None, None)
        sys.stdout.buffer.write(struct.pack("<I", len(heard)) + heard)


if __name__ == "__main__":
    _mouth(sys.argv[1], sys.argv[2])
