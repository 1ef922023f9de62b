"""Names under which Kokoro's files are published. Nothing heavy: whoever looks for voices asks here."""

from __future__ import annotations

GRAPH_FILES = ("kokoro-v1.0.onnx", "kokoro-v1.0.fp16.onnx", "kokoro-v1.0.int8.onnx", "model.onnx")
STYLE_FILES = ("voices-v1.0.bin", "voices.bin", "voices.npz")
