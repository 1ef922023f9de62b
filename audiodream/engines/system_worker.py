"""A process of its own in which pyttsx3 speaks: one line of JSON in, one line of JSON out. Run by `system`, never imported.

pyttsx3 prints, keeps state from line to line, loads a second eSpeak NG beside Piper's and wants the main thread on macOS:
here none of it matters.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

_FORKS = sys.platform not in ("win32", "darwin")


def _preload() -> None:
    """The library and data of the wheel, before pyttsx3 looks for one of the system."""
    try:
        import espeakng_loader
    except ImportError:
        return
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), ctypes.RTLD_GLOBAL)


def _speak_at_once(marks: list[tuple[int, int]]) -> None:
    """Have eSpeak's driver synthesize in the calling thread, and note where in the sound each word begins: (character, milliseconds).

    The driver opens eSpeak for AUDIO_OUTPUT_RETRIEVAL: then parameters are queued for a thread of eSpeak's own while a voice is loaded in
    ours, and a voice loaded late undoes a rate that was taken early. AUDIO_OUTPUT_SYNCHRONOUS has no thread and no queue; nor has it
    the MSG_TERMINATED for which the driver waits.
    """
    from pyttsx3.drivers import espeak

    native = espeak._espeak
    native.AUDIO_OUTPUT_RETRIEVAL = native.AUDIO_OUTPUT_SYNCHRONOUS
    hear, start = espeak.EspeakDriver._onSynth, espeak.EspeakDriver._start_synthesis
    ended = (native.EVENT * 2)()
    ended[0].type = native.EVENT_MSG_TERMINATED

    def noting(self: Any, wav: Any, count: int, events: Any) -> Any:
        k = 0
        while events[k].type != native.EVENT_LIST_TERMINATED:
            if events[k].type == native.EVENT_WORD:
                marks.append((events[k].text_position - 1, events[k].audio_position))
            k += 1
        return hear(self, wav, count, events)

    def whole(self: Any, text: str) -> None:
        start(self, text)
        hear(self, None, 0, ended)

    espeak.EspeakDriver._onSynth, espeak.EspeakDriver._start_synthesis = noting, whole


def _voice_id(engine: Any, wanted: str) -> str:
    """The platform's id for a voice that is named by its id or its name, an eSpeak variant (+f3) kept; KeyError when there is none."""
    plain, plus, variant = wanted.partition("+")
    for voice in engine.getProperty("voices"):
        if plain.lower() in (voice.id.lower(), (voice.name or "").lower()):
            if variant and engine.driver_name == "espeak" and not _variant_exists(variant):
                raise KeyError(wanted)
            return f"{voice.id}{plus}{variant}"
    raise KeyError(wanted)


def _variant_exists(variant: str) -> bool:
    folder = os.environ.get("ESPEAK_DATA_PATH", "")
    return not folder or any((Path(folder) / sub / "voices" / "!v" / variant).is_file() for sub in ("", "espeak-ng-data"))


def _seed_noise() -> None:
    """eSpeak NG seeds the breath and roughness of a voice by the clock; an eSpeak that is too old to be told has none."""
    from pyttsx3.drivers import espeak

    seed = getattr(espeak._espeak.dll, "espeak_ng_SetRandSeed", None)
    if seed is not None:
        seed(ctypes.c_long(1))


def _speak(engine: Any, asked: dict[str, Any], marks: list[tuple[int, int]]) -> dict[str, Any]:
    if asked["voice"]:
        engine.setProperty("voice", _voice_id(engine, asked["voice"]))
    engine.setProperty("rate", round(asked["rate_wpm"]))
    engine.setProperty("volume", 1.0)
    if engine.driver_name == "espeak":
        engine.setProperty("pitch", round(asked.get("pitch", 50)))
        _seed_noise()
    marks.clear()
    engine.save_to_file(asked["text"], asked["path"])
    engine.runAndWait()
    return {"words": list(marks)}


def _answer(asked: dict[str, Any], engine: Any, marks: list[tuple[int, int]]) -> dict[str, Any]:
    try:
        if asked.get("list"):
            return {"voices": [[voice.id, voice.name] for voice in engine.getProperty("voices")]}
        return _speak(engine, asked, marks)
    except KeyError as error:
        return {"unknown": str(error.args[0])}
    except Exception as error:
        return {"fault": f"{type(error).__name__}: {error}"}


def _start(marks: list[tuple[int, int]]) -> Any:
    """The engine, after the one empty run without which a long first line is lost."""
    import pyttsx3

    if _FORKS:
        _speak_at_once(marks)
    engine = pyttsx3.init()
    engine.runAndWait()
    return engine


def _answer_in_child(asked: dict[str, Any]) -> str:
    """eSpeak keeps the phase and flutter of the line before: every line is spoken by a fresh copy of the process."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        try:
            marks: list[tuple[int, int]] = []
            reply = json.dumps(_answer(asked, _start(marks), marks))
        except Exception as error:
            reply = json.dumps({"fault": f"{type(error).__name__}: {error}"})
        with os.fdopen(theirs, "w", encoding="utf-8") as pipe:
            pipe.write(reply)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said or json.dumps({"fault": "died while it spoke"})


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    engine: Any = None
    if _FORKS:
        _preload()
        with contextlib.suppress(Exception):
            importlib.import_module("pyttsx3.drivers.espeak")  # once, before the copies are made
    for line in sys.stdin:
        asked = json.loads(line)
        if _FORKS:
            said = _answer_in_child(asked)
        else:
            try:
                engine = engine or _start([])
                said = json.dumps(_answer(asked, engine, []))
            except Exception as error:
                said = json.dumps({"fault": f"{type(error).__name__}: {error}"})
        answers.write(said + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
