"""Small changes to an ONNX graph, made on its bytes: a part is cut out, a random node becomes an input, an inner tensor an output.

A model file is a protocol buffer; only the records of the graph are walked here, the weights are copied as they lie. That takes
some 20 ms for a voice of 60 MB, where the `onnx` package needs 0.3 s and twice the memory, and is one dependency less.
Field numbers: onnx.proto3 of ONNX 1.x (they never change).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_INPUT, _GRAPH_OUTPUT, _GRAPH_VALUE = 1, 5, 11, 12, 13
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_KIND, _NODE_ATTRIBUTE = 1, 2, 3, 4, 5
_ATTRIBUTE_GRAPH = 6
FLOAT, INT64 = 1, 7


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: its operator and the tensors it reads and makes."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7


def _records(data: memoryview) -> Iterator[tuple[int, int, int, int]]:
    """Field number, first byte of the record, first byte of its content, first byte after it. ValueError when it is no protocol buffer."""
    at = 0
    while at < len(data):
        start = at
        tag, at = _varint(data, at)
        wire = tag & 7
        body = at
        if wire == 0:
            _, at = _varint(data, at)
        elif wire == 1:
            at += 8
        elif wire == 2:
            size, body = _varint(data, at)
            at = body + size
        elif wire == 5:
            at += 4
        else:
            raise ValueError(f"wire type {wire}")
        if at > len(data):
            raise ValueError("cut short")
        yield tag >> 3, start, body, at


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _field(number: int, content: bytes | str) -> bytes:
    raw = content.encode() if isinstance(content, str) else content
    return _number(number << 3 | 2) + _number(len(raw)) + raw


def _node(kind: str, inputs: Sequence[str], output: str, attributes: bytes = b"") -> bytes:
    body = b"".join(_field(_NODE_INPUT, name) for name in inputs) + _field(_NODE_OUTPUT, output)
    return _field(_GRAPH_NODE, body + _field(_NODE_NAME, "audiodream/" + output) + _field(_NODE_KIND, kind) + attributes)


def _int_attribute(name: str, value: int) -> bytes:
    return _field(_NODE_ATTRIBUTE, _field(1, name) + _number(3 << 3) + _number(value) + _number(20 << 3) + _number(2))


def _zero(name: str) -> bytes:
    """A one-element int64 initializer that holds 0."""
    shape_and_kind = _number(1 << 3) + _number(1) + _number(2 << 3) + _number(INT64)
    return _field(_GRAPH_INITIALIZER, shape_and_kind + _field(8, name) + _field(9, bytes(8)))


def _tensor(name: str, dimensions: Sequence[str]) -> bytes:
    """A float32 tensor with the named free dimensions, as an input of the graph."""
    shape = b"".join(_field(1, _field(2, dimension)) for dimension in dimensions)
    return _field(1, name) + _field(2, _field(1, _number(1 << 3) + _number(FLOAT) + _field(2, shape)))


def _read_node(record: memoryview) -> Node:
    """The node; what the graphs inside it (of an If or a Loop) read counts among its inputs."""
    inputs, outputs, kind = [], [], ""
    for number, _, body, end in _records(record):
        if number == _NODE_INPUT:
            inputs.append(bytes(record[body:end]).decode())
        elif number == _NODE_OUTPUT:
            outputs.append(bytes(record[body:end]).decode())
        elif number == _NODE_KIND:
            kind = bytes(record[body:end]).decode()
        elif number == _NODE_ATTRIBUTE:
            inputs += _read_inside(record[body:end])
    return Node(kind, tuple(inputs), tuple(outputs))


def _read_inside(attribute: memoryview) -> list[str]:
    names = []
    for number, _, body, end in _records(attribute):
        if number == _ATTRIBUTE_GRAPH:
            inner = attribute[body:end]
            nodes = [_read_node(inner[b:e]) for field, _, b, e in _records(inner) if field == _GRAPH_NODE]
            results = [_name_of(inner[b:e], 1) for field, _, b, e in _records(inner) if field == _GRAPH_OUTPUT]
            made = {name for node in nodes for name in node.outputs}
            names += [name for name in (*results, *(n for node in nodes for n in node.inputs)) if name not in made]
    return names


def _noise_from_input(node: Node, noise: str) -> bytes:
    """Nodes that give what a RandomNormalLike gave, but out of the graph input `noise`: its first elements, in the wanted shape."""
    out = node.outputs[0]
    shape, size, part = out + "/shape", out + "/size", out + "/part"
    return (_node("Shape", node.inputs, shape)
            + _node("ReduceProd", [shape], size, _int_attribute("keepdims", 1))
            + _node("Slice", [noise, "audiodream/zero", size], part)
            + _node("Reshape", [part, shape], out))


def graph_nodes(model: bytes) -> list[Node]:
    """Every node of the model's graph, in its order. ValueError when the bytes hold no model."""
    graph = _graph(memoryview(model))
    return [_read_node(graph[body:end]) for number, _, body, end in _records(graph) if number == _GRAPH_NODE]


def _graph(model: memoryview) -> memoryview:
    for number, _, body, end in _records(model):
        if number == _MODEL_GRAPH:
            return model[body:end]
    raise ValueError("no graph")


def reach(nodes: Sequence[Node], outputs: Sequence[str], stops: Sequence[str] = ()) -> tuple[set[str], set[str]]:
    """What the outputs need: the first outputs of the nodes to run, and the names that no node makes (inputs, weights, `stops`)."""
    makers = {made: node for node in nodes for made in node.outputs}
    wanted, seen, runs, given = list(outputs), set(outputs), set[str](), set[str]()
    while wanted:
        name = wanted.pop()
        node = None if name in stops else makers.get(name)
        if node is None:
            given.add(name)
            continue
        runs.add(node.outputs[0])
        fresh = [needed for needed in node.inputs if needed and needed not in seen]
        seen.update(fresh)
        wanted += fresh
    return runs, given


def cut(model: bytes, outputs: Sequence[str], stops: Sequence[str] = (),
        nodes: Sequence[Node] | None = None) -> tuple[bytes, tuple[str, ...]]:
    """The part of a model that gives the named tensors, and the names of its inputs in the order of the model.

    Each normal-noise node (RandomNormalLike) becomes an input `noise_0`, `noise_1` ...: float32 of one dimension, as long as is
    needed or longer. `stops` are inner tensors to start from: they become inputs. nodes: the model's, where they are known.
    ValueError when the bytes hold no model.
    """
    view = memoryview(model)
    graph = _graph(view)
    nodes = graph_nodes(model) if nodes is None else nodes
    noises = {node.outputs[0]: f"noise_{k}" for k, node in enumerate(n for n in nodes if n.kind == "RandomNormalLike")}
    runs, given = reach(nodes, outputs, stops)
    parts: list[bytes | memoryview] = []
    inputs: list[str] = []
    left = iter(nodes)
    for number, first, body, end in _records(graph):
        if number == _GRAPH_NODE:
            node = next(left)
            if node.outputs[0] not in runs:
                continue
            noise = noises.get(node.outputs[0])
            parts.append(_noise_from_input(node, noise) if noise else graph[first:end])
            if noise:
                inputs.append(noise)
                parts.append(_field(_GRAPH_INPUT, _tensor(noise, (noise + "_length",))))
        elif number in (_GRAPH_INITIALIZER, _GRAPH_INPUT):
            name = _name_of(graph[body:end], 8 if number == _GRAPH_INITIALIZER else 1)
            if name in given:
                parts.append(graph[first:end])
                inputs += [name] if number == _GRAPH_INPUT else []
        elif number not in (_GRAPH_OUTPUT, _GRAPH_VALUE):
            parts.append(graph[first:end])
    parts.append(_zero("audiodream/zero"))
    for name in stops:
        parts.append(_field(_GRAPH_INPUT, _tensor(name, (name + "/batch", name + "/channels", name + "/frames"))))
        inputs.append(name)
    parts += [_field(_GRAPH_OUTPUT, _field(1, name)) for name in outputs]
    return _with_graph(view, parts), tuple(inputs)


def _with_graph(model: memoryview, parts: Sequence[bytes | memoryview]) -> bytes:
    """The model with the records `parts` as its graph."""
    rest = [model[start:end] for number, start, _, end in _records(model) if number != _MODEL_GRAPH]
    return b"".join([*rest, _number(_MODEL_GRAPH << 3 | 2) + _number(sum(map(len, parts))), *parts])


def _name_of(record: memoryview, field: int) -> str:
    return next((bytes(record[body:end]).decode() for number, _, body, end in _records(record) if number == field), "")
