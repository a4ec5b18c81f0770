"""``head.f32``: the class head's weights on the pooled activation, read out of a graph for whoever draws where a class was seen.

In a graph the head is the ``Gemm`` that makes the logits. Its weights are an initializer, in int8 graphs behind a ``DequantizeLinear``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from hangtag_models.errors import BadRelease
from hangtag_models.manifest import sha256

FILE = "head.f32"

Weights = npt.NDArray[np.float32]
ROUNDING = ("QuantizeLinear", "DequantizeLinear")


def dequantized(graph: onnx.GraphProto, node: onnx.NodeProto) -> Weights:
    """What a ``DequantizeLinear`` of initializers makes of them, by its axis or with one scale for all."""
    constants = {tensor.name: tensor for tensor in graph.initializer}
    codes, scale = (numpy_helper.to_array(constants[name]) for name in node.input[:2])
    zero = numpy_helper.to_array(constants[node.input[2]]) if len(node.input) > 2 else np.zeros_like(scale, codes.dtype)
    if scale.ndim:
        axis = next((attribute.i for attribute in node.attribute if attribute.name == "axis"), 1)
        shape = [-1 if side == axis % codes.ndim else 1 for side in range(codes.ndim)]
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    return np.asarray((codes.astype(np.int32) - zero.astype(np.int32)) * scale, np.float32)


def head_weights(model: Path) -> Weights:
    """``[C, K]``: what each of K channels of the pooled ``activation`` adds to each of C logits; refused where there is no such head."""
    graph = onnx.load(str(model)).graph
    makers = {output: node for node in graph.node for output in node.output}
    node = makers.get("logits")
    while node is not None and node.op_type in ROUNDING:
        node = makers.get(node.input[0])
    if node is None or node.op_type != "Gemm":
        raise BadRelease(f"{model.name}: logits are not made by one dense layer")
    constants = {tensor.name: tensor for tensor in graph.initializer}
    name = node.input[1]
    if name in constants:
        weights = numpy_helper.to_array(constants[name]).astype(np.float32)
    elif name in makers and makers[name].op_type == "DequantizeLinear":
        weights = dequantized(graph, makers[name])
    else:
        raise BadRelease(f"{model.name}: the weights of {node.name} are no constant")
    if not any(attribute.name == "transB" and attribute.i for attribute in node.attribute):
        weights = weights.T
    outputs = {tensor.name: [side.dim_value for side in tensor.type.tensor_type.shape.dim] for tensor in graph.output}
    if weights.shape != (outputs["logits"][1], outputs["activation"][1]):
        raise BadRelease(f"{model.name}: the head is {weights.shape}, not logits by channels of activation")
    return weights


def write_head(folder: Path) -> dict[str, str]:
    """Writes ``head.f32`` beside ``model.onnx``: float32, little-endian, ``[C, K]`` row by row. Returns ``head`` of ``model.json``."""
    path = folder / FILE
    path.write_bytes(np.ascontiguousarray(head_weights(folder / "model.onnx"), "<f4").tobytes())
    return {"file": FILE, "sha256": sha256(path)}


def check_head(folder: Path, head: dict[str, str] | None, classes: int) -> None:
    """Refuses a ``head`` whose file is missing, changed or does not hold a row for each class."""
    if head is None:
        return
    path = folder / head["file"]
    if path.parent != folder or not path.is_file():
        raise BadRelease(f"{head['file']}: is missing")
    if sha256(path) != head["sha256"]:
        raise BadRelease(f"{path.name}: its sha256 differs from model.json")
    if path.stat().st_size == 0 or path.stat().st_size % (4 * classes):
        raise BadRelease(f"{path.name}: {path.stat().st_size} bytes are not {classes} rows of float32")
