"""Earshot: how far to either side each part of a model hears, and what it need not make because nothing behind it hears that far.

Only convolutions hear beside themselves. From the end of a model backwards their reach adds up (the receptive field: Luo et al. 2016), so
the margin that a window needs is known, and less and less of it is needed the further on one is: most of the work of a decoder lies
behind its last upsampling, which hears a few samples and not fourteen frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from openvino import Input, Model, Node, Output

_STEPS_AXIS = 3
"""Of (1, channels, 1, steps)."""
_AT_ONCE = 16


def make_high(model: Model) -> None:
    """Turn everything that goes along one axis into the same along two, the first of height 1.

    Only for those is there fast code of transposed convolutions, and where some had a height and some had none, every second part would
    begin with putting the numbers into another order.
    """
    from openvino import opset8 as ops

    axis = ops.constant([2], np.int64)
    for node in model.get_ordered_ops():
        kind, outputs = node.get_type_name(), node.outputs()
        if kind in ("Parameter", "Constant") and len(outputs[0].get_partial_shape()) == 3:
            readers = [reader for reader in outputs[0].get_target_inputs() if not _is_weights(reader)]
            high = ops.unsqueeze(outputs[0], axis)
            for reader in readers:
                reader.replace_source_output(high.output(0))
        elif kind in ("Convolution", "ConvolutionBackpropData"):
            sound = node.input_value(0)
            sound = ops.unsqueeze(sound, axis).output(0) if len(sound.get_partial_shape()) == 3 else sound
            outputs[0].replace(_high(node, sound, ops.unsqueeze(node.input_value(1), axis)).output(0))
        elif kind == "Reshape" and node.input_value(0).get_node().get_type_name() == "Constant":
            # a number for each channel; its shape, which the model works out from that of the sound, would be the old one
            outputs[0].replace(ops.reshape(node.input_value(0), ops.constant([1, -1, 1, 1], np.int64), special_zero=False).output(0))
        else:
            node.validate_and_infer_types()  # what it reads has another shape now
    model.validate_nodes_and_infer_types()


def _is_weights(reader: Input) -> bool:
    return reader.get_index() == 1 and "Convolution" in reader.get_node().get_type_name()


def _high(node: Node, sound: Output, weights: Node) -> Node:
    """The convolution with a height of 1."""
    from openvino import opset8 as ops

    of = node.get_attributes()
    strides, dilations, begin, end = ([first, *of[name]] for first, name in
                                      ((1, "strides"), (1, "dilations"), (0, "pads_begin"), (0, "pads_end")))
    if node.get_type_name() == "Convolution":
        return ops.convolution(sound, weights, strides, begin, end, dilations, of["auto_pad"])
    return ops.convolution_backprop_data(sound, weights, strides, pads_begin=begin, pads_end=end, dilations=dilations,
                                         auto_pad=of["auto_pad"], output_padding=[0, *of["output_padding"]])


def heard(model: Model) -> dict[str, int]:
    """How many steps before and after those that are wanted of the model each node's input has to have, by the node's name; for a
    parameter, the margin that is heard."""
    needs: dict[str, int] = {}
    for node in reversed(model.get_ordered_ops()):
        behind = max((needs[reader.get_node().get_friendly_name()] for output in node.outputs() for reader in output.get_target_inputs()
                      if _hears(reader)), default=0)
        needs[node.get_friendly_name()] = _before(node, behind)
    return needs


def _hears(reader: Input) -> bool:
    """Whether it goes along the steps of what it reads: not weights, nor asking for a shape."""
    node = reader.get_node()
    return node.get_type_name() != "ShapeOf" and not _is_weights(reader)


def _before(node: Node, behind: int) -> int:
    """Steps of its input for so many of its output."""
    if node.get_type_name() not in ("Convolution", "ConvolutionBackpropData"):
        return behind
    of = node.get_attributes()
    stride, before, dilation = (int(of[name][-1]) for name in ("strides", "pads_begin", "dilations"))
    reach = dilation * (int(node.input_value(1).get_shape()[-1]) - 1)
    if node.get_type_name() == "Convolution":
        return behind * stride + max(before, reach - before)
    return max(-(-(behind + reach - before) // stride), (behind + before + stride - 1) // stride)


def trim(model: Model, margin: int) -> int:
    """Cut off before every upsampling of a model made high what nothing behind it hears.

    margin: steps that the model is given on both sides. Gives how many of its output lie beside what is wanted.
    """
    from openvino import opset8 as ops

    needs, steps = heard(model), margin
    for node in model.get_ordered_ops():
        if node.get_type_name() == "ConvolutionBackpropData":
            needed = needs[node.get_friendly_name()]
            bounds = (ops.constant([n], np.int64) for n in (steps - needed, needed - steps, 1, _STEPS_AXIS))
            if steps > needed:
                node.input(0).replace_source_output(ops.slice(node.input_value(0), *bounds).output(0))
            steps = needed * node.get_attributes()["strides"][-1]
    model.validate_nodes_and_infer_types()
    return steps


def widen_last(model: Model) -> None:
    """Of a model made high: a convolution that makes a single channel makes 16 steps of it at once, with its weights moved on by one for
    each, and up to 15 steps more than there were. Processors multiply by 16 columns or not at all; the numbers are the same."""
    from openvino import opset8 as ops

    for node in model.get_ordered_ops():
        if node.get_type_name() != "Convolution" or node.input_value(1).get_shape()[0] != 1:
            continue
        of, taps = node.get_attributes(), node.input_value(1).get_node().input_value(0).get_node().data[0]
        if of["strides"] == of["dilations"] == [1, 1]:
            wide = np.stack([np.pad(taps, ((0, 0), (step, _AT_ONCE - 1 - step))) for step in range(_AT_ONCE)])[:, :, None]
            begin, end = of["pads_begin"], [0, of["pads_end"][1] + _AT_ONCE - 1]
            made = ops.convolution(node.input_value(0), ops.constant(wide), [1, _AT_ONCE], begin, end, [1, 1])
            in_turn = ops.transpose(made, ops.constant([0, 2, 3, 1], np.int64))
            node.output(0).replace(ops.reshape(in_turn, ops.constant([1, 1, 1, -1], np.int64), special_zero=False).output(0))
    model.validate_nodes_and_infer_types()
