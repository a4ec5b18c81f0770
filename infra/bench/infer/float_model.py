"""Makes the float twin of a quantized model: the same graph and weights, with nothing rounded.

Usage: python float_model.py MODEL.onnx FLOAT.onnx

The release has no float model. Here weights are dequantized once, and a quantization of activations becomes what it does to
them beside rounding: nothing, or, where its range begins at zero, the clipping that was folded into it (ReLU6).
"""

import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper


def dequantized(values, scale, zero_point):
    """Float weights; a scale a channel goes along the first axis."""
    shape = [-1] + [1] * (values.ndim - 1) if scale.ndim == 1 and scale.size > 1 else []
    return ((values.astype(np.float32) - zero_point.reshape(shape)) * scale.reshape(shape)).astype(np.float32)


def main(source, target):
    model = onnx.load(source)
    graph = model.graph
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    quantize = {node.output[0]: node for node in graph.node if node.op_type == "QuantizeLinear"}
    nodes, added = [], {}
    for node in graph.node:
        if node.op_type == "QuantizeLinear":
            continue
        if node.op_type != "DequantizeLinear":
            nodes.append(node)
            continue
        scale, zero_point = constants[node.input[1]], constants[node.input[2]]
        if node.input[0] in constants:
            added[node.output[0]] = dequantized(constants[node.input[0]], scale, zero_point)
            continue
        limits = np.iinfo(zero_point.dtype)
        values = quantize[node.input[0]].input[0]
        if zero_point == limits.min:
            low, high = f"{node.output[0]}_low", f"{node.output[0]}_high"
            added[low] = np.float32(0)
            added[high] = np.float32((limits.max - limits.min) * scale)
            nodes.append(helper.make_node("Clip", [values, low, high], node.output))
        else:
            nodes.append(helper.make_node("Identity", [values], node.output))
    used = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept + [numpy_helper.from_array(np.asarray(v), name) for name, v in added.items()])
    onnx.checker.check_model(model)
    onnx.save(model, target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
