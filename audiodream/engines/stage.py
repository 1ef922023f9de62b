"""Stages: parts of a voice's model that hear only a few frames to either side, and so run over windows.

All windows of a stage have one shape, for which OpenVINO compiles it once. A processor that multiplies numbers of 16 bits (AMX, AVX-512
with BF16, ARM) does so, which leaves noise some 45 dB under the voice and takes a fifth of the time; any other works with 32.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from audiodream.engines.earshot import heard, make_high, trim, widen_last

if TYPE_CHECKING:
    from openvino import CompiledModel

MOST_AT_ONCE = 4
"""So many windows are worked on side by side, where there are as many processors; each needs memory of its own."""
Samples = npt.NDArray[np.float32]


@cache
def _core() -> Any:
    """OpenVINO, without its converter of models: that reports every import of it to its makers, and we are offline."""
    sys.modules.setdefault("openvino.tools.ovc", None)  # type: ignore[arg-type]  # how Python is told that there is none
    try:
        import openvino
    finally:
        if sys.modules.get("openvino.tools.ovc") is None:
            del sys.modules["openvino.tools.ovc"]
    return openvino.Core()


class _Request:
    """One call of a compiled model at a time. Its tensors are taken out once: a tensor set anew for each call can wait, with Python's lock,
    for another thread's call, which waits for that lock."""

    def __init__(self, compiled: CompiledModel) -> None:
        self._call = compiled.create_infer_request()
        self.given: dict[str, npt.NDArray[Any]] = {port.get_any_name(): self._call.get_tensor(port).data for port in compiled.inputs}
        self._made: Samples = self._call.get_output_tensor(0).data

    def run(self) -> Samples:
        """What is made of `given`; it stands until the next call."""
        self._call.infer()
        return self._made


class Stage:
    """A part of a model along one tensor, the `stream` of (channels, frames); what else it reads is the same for every window.

    window_frames counts frames of the stream, 16 or more: how much is made at once; what is heard beyond it on both sides follows from
    the model.
    mask: a tensor that is 1 where the stream has something and 0 where it is made longer, if the part reads one.
    """

    def __init__(self, model: bytes, stream: str, window_frames: int, mask: str = "") -> None:
        """ValueError when the bytes hold no model that can be run."""
        try:
            self._model = _core().read_model(model, b"")
        except RuntimeError as error:
            raise ValueError("no model that OpenVINO reads") from error
        high = any(node.get_type_name() == "ConvolutionBackpropData" for node in self._model.get_ops())
        if high:
            make_high(self._model)
        self.stream, self.window_frames, self.mask = stream, window_frames, mask
        self.margin_frames = heard(self._model)[self._parameter(stream)]
        self._beside = trim(self._model, self.margin_frames)
        if high:
            widen_last(self._model)
        self._compiled: CompiledModel | None = None
        self._idle: list[_Request] = []
        self._lock = threading.Lock()

    def _parameter(self, name: str) -> str:
        return next(str(one.get_friendly_name()) for one in self._model.get_parameters() if name in one.output(0).get_names())

    def run(self, stream: Samples, others: Mapping[str, Any]) -> Samples:
        """What the stage makes of the stream: (channels made, frames * hop). others: what it may read beside it, by name."""
        frames, margin, window = stream.shape[1], self.margin_frames, self.window_frames
        whole = np.pad(stream, ((0, 0), (margin, -frames % window + margin)))
        within = np.pad(np.ones(frames, np.float32), (margin, -frames % window + margin))
        request = self._request(len(stream), others)
        for name in request.given.keys() & others.keys():
            request.given[name][...] = others[name]
        pieces = []
        for start in range(0, frames, window):
            here = slice(start, start + window + 2 * margin)
            request.given[self.stream][0] = whole[:, here]
            if self.mask:
                request.given[self.mask][0, 0] = within[here]
            out = request.run()
            hop = (out.shape[-1] - 2 * self._beside) // window
            pieces.append(out.reshape(-1, out.shape[-1])[:, self._beside:self._beside + window * hop].copy())
        self._idle.append(request)
        return np.concatenate(pieces, axis=1)[:, :frames * hop]

    def _request(self, channels: int, others: Mapping[str, Any]) -> _Request:
        """One that nobody uses; the first call compiles the model for its only shape."""
        with self._lock:
            if self._compiled is None:
                length = self.window_frames + 2 * self.margin_frames
                shapes = {self.stream: [1, channels, length], self.mask: [1, 1, length]}
                names = [port.get_any_name() for port in self._model.inputs]
                self._model.reshape({name: shapes.get(name) or list(np.shape(others[name])) for name in names})
                streams = min(MOST_AT_ONCE, os.cpu_count() or 1)
                # one thread for each window: more windows at a time are faster than more threads in one
                settings = {"NUM_STREAMS": streams, "INFERENCE_NUM_THREADS": streams, "ENABLE_CPU_PINNING": False}
                self._compiled = _core().compile_model(self._model, "CPU", settings)
            return self._idle.pop() if self._idle else _Request(self._compiled)
