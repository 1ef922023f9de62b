"""Writes the trained reader as one ONNX file with 8-bit weights, and its vocabulary.

    python training/export.py --reader reader.pt --vocab vocab.txt --out audiodream/model

The graph is laid node by node. Weights are 8 bits in blocks of 64 (`MatMulNBits`: the activations are rounded row by row, so that a
sentence reads the same in any batch); the word table is 8 bits with a scale a row. Pieces that no English text needs are left out.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

WIDTH, HEADS, LAYERS = 384, 12, 6
BLOCK = 64
LONGEST = 192
MS = "com.microsoft"


def wanted(piece: str) -> bool:
    """False for pieces of other scripts and for the unused ones."""
    if piece.startswith("[unused"):
        return False
    return all(ord(c) < 0x250 or unicodedata.category(c)[0] in "PS" for c in piece.removeprefix("##"))


class Graph:
    """Nodes and constants as they are laid; `node` gives its output's name."""

    def __init__(self, exact: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.exact = exact

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, op: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """x @ weight.T + bias; weight (out, in)."""
        b = self.constant(f"{name}.bias", bias.astype(np.float32))
        if self.exact:
            return self.node("Add", [self.node("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}.product"), b], name)
        out, inner = weight.shape
        blocks = weight.reshape(out, inner // BLOCK, BLOCK)
        scales = np.abs(blocks).max(-1) / 127.0 + 1e-12
        eight = (np.rint(blocks / scales[..., None]) + 128).clip(0, 255).astype(np.uint8)
        inputs = [x, self.constant(f"{name}.weight", eight), self.constant(f"{name}.scales", scales.astype(np.float32).ravel())]
        sum_ = self.node("MatMulNBits", inputs, f"{name}.product", MS, K=inner, N=out, bits=8, block_size=BLOCK, accuracy_level=4)
        return self.node("Add", [sum_, b], name)


def _table(g: Graph, table: np.ndarray) -> str:
    scales = np.abs(table).max(-1, keepdims=True) / 127.0 + 1e-12
    eight = np.rint(table / scales).astype(np.int8)
    rows = g.node("Cast", [g.node("Gather", [g.constant("words", eight), "tokens"], "words.rows")], "words.float", to=TensorProto.FLOAT)
    scale = g.node("Gather", [g.constant("words.scale", scales.astype(np.float32)), "tokens"], "words.row_scale")
    return g.node("Mul", [rows, scale], "words.value")


def _layer(g: Graph, x: str, s: dict[str, np.ndarray], i: int) -> str:
    def w(name: str) -> tuple[np.ndarray, np.ndarray]:
        return s[f"layers.{i}.{name}.weight"], s[f"layers.{i}.{name}.bias"]

    weight, bias = w("qkv")
    qkv = [g.linear(x, weight[k * WIDTH : (k + 1) * WIDTH], bias[k * WIDTH : (k + 1) * WIDTH], f"{i}.{n}") for k, n in enumerate("qkv")]
    mixed = g.node("MultiHeadAttention", [*qkv, "", "real"], f"{i}.mixed", MS, num_heads=HEADS)
    x = _norm(g, g.node("Add", [x, g.linear(mixed, *w("out"), f"{i}.out")], f"{i}.sum_1"), *w("norm_1"), f"{i}.norm_1")
    up = g.node("Gelu", [g.linear(x, *w("up"), f"{i}.up")], f"{i}.gelu", MS)
    return _norm(g, g.node("Add", [x, g.linear(up, *w("down"), f"{i}.down")], f"{i}.sum_2"), *w("norm_2"), f"{i}.norm_2")


def _norm(g: Graph, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
    return g.node("LayerNormalization", [x, g.constant(f"{name}.weight", weight), g.constant(f"{name}.shift", bias)], name, epsilon=1e-12)


def build(s: dict[str, np.ndarray], separator: int, exact: bool = False) -> onnx.ModelProto:
    g = Graph(exact)
    zero = g.constant("zero", np.array(0, np.int64))
    real = g.node("Not", [g.node("Equal", ["tokens", zero], "is_pad")], "is_real")
    g.node("Cast", [real], "real", to=TensorProto.INT32)
    length = g.node("Shape", ["tokens"], "length", start=1, end=2)
    nought = g.constant("nought", np.array([0]))
    inputs = [g.constant("places", s["places.weight"][:LONGEST]), nought, length, nought]
    x = g.node("Add", [_table(g, s["words.weight"]), g.node("Slice", inputs, "places.here")], "embedded")
    x = _norm(g, x, s["norm.weight"], s["norm.bias"], "norm")
    for i in range(LAYERS):
        x = _layer(g, x, s, i)
    # what stands behind the first [SEP] is read with the text, and is not it
    ends = g.node("Cast", [g.node("Equal", ["tokens", g.constant("separator", np.array(separator, np.int64))], "is_end")], "ends",
                  to=TensorProto.INT32)
    passed = g.node("CumSum", [ends, g.constant("along", np.array(1))], "passed")
    own = g.node("And", [real, g.node("Equal", [passed, g.constant("none", np.array(0, np.int32))], "is_before")], "is_own")
    share = g.node("Unsqueeze", [g.node("Cast", [own], "share.flat", to=TensorProto.FLOAT), g.constant("last", np.array([2]))], "share")
    one = g.constant("one", np.array([1]))
    total = g.node("ReduceSum", [g.node("Mul", [x, share], "x.real"), one], "x.sum", keepdims=0)
    pooled = g.node("Div", [total, g.node("ReduceSum", [share, one], "share.sum", keepdims=0)], "pooled")
    for name in ("mood", "feel"):
        weight, bias = g.constant(f"{name}.weight", s[f"{name}.weight"].T), g.constant(f"{name}.bias", s[f"{name}.bias"])
        g.node("Add", [g.node("MatMul", [pooled, weight], f"{name}.product"), bias], name if name == "feel" else "mood.raw")
    g.node("LpNormalization", ["mood.raw"], "mood", axis=-1, p=2)
    g.node("LpNormalization", ["pooled"], "sentence", axis=-1, p=2)
    widths = {"mood": s["mood.weight"].shape[0], "feel": s["feel.weight"].shape[0], "sentence": WIDTH}
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", w]) for n, w in widths.items()]
    tokens = helper.make_tensor_value_info("tokens", TensorProto.INT64, ["batch", "length"])
    graph = helper.make_graph(g.nodes, "audiodream-reader", [tokens], outputs, g.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)], ir_version=9)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--reader", type=Path, required=True)
    p.add_argument("--vocab", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--exact", action="store_true", help="32-bit weights, to see what the 8 bits cost")
    a = p.parse_args()
    kept = torch.load(a.reader, weights_only=True)
    state = {name: value.float().numpy() for name, value in kept["model"].items()}
    pieces = a.vocab.read_text(encoding="utf-8").splitlines()
    keep = [i for i, piece in enumerate(pieces) if wanted(piece)]
    state["words.weight"] = state["words.weight"][keep]
    assert pieces[keep[0]] == "[PAD]"
    a.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(state, [pieces[i] for i in keep].index("[SEP]"), a.exact), a.out / "reader.onnx")
    (a.out / "vocab.txt").write_text("\n".join(pieces[i] for i in keep) + "\n", encoding="utf-8")
    scale = {"mean": [round(float(x), 5) for x in kept["mean"]], "spread": [round(float(x), 5) for x in kept["spread"]]}
    (a.out / "scales.json").write_text(json.dumps({"emobank": scale}) + "\n", encoding="utf-8")
    print((a.out / "reader.onnx").stat().st_size, "bytes,", len(keep), "pieces")


if __name__ == "__main__":
    main()
