"""``export``: checkpoint → float ONNX with the package's tensors.

The graph is built node by node: batch norms folded into the convolutions, TensorFlow's uneven padding as plain ``pads``, one dynamic batch
dimension, nothing left over for an optimizer to trip on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadRelease
from hangtag_models.folding import fold_batch_norms
from hangtag_models.network import FEATURES, STRIDE, Bottleneck, HangtagNet, SameConv
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import load_checkpoint, predict

OPSET = 17
IR_VERSION = 9
FLOAT_PARITY = 1e-3
"""Largest difference of a logit between PyTorch and float ONNX."""

Weights = npt.NDArray[np.float32]


def weights(tensor: torch.Tensor | None) -> Weights:
    assert tensor is not None
    return tensor.detach().contiguous().numpy().astype(np.float32)


@dataclass
class GraphBuilder:
    """Collects nodes and initializers; each method returns the name of the tensor it made."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def add(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def conv(self, x: str, conv: SameConv, name: str, relu6: bool, output: str | None = None) -> str:
        inputs = [x, self.constant(f"{name}.weight", weights(conv.weight)), self.constant(f"{name}.bias", weights(conv.bias))]
        pads = [conv.before, conv.before, conv.after, conv.after]
        kernel, stride = list(conv.kernel_size), list(conv.stride)
        y = self.add("Conv", inputs, name, kernel_shape=kernel, strides=stride, pads=pads, group=conv.groups)
        return self.add("Clip", [y, "zero", "six"], output or f"{name}.relu6") if relu6 else y

    def block(self, x: str, block: Bottleneck, name: str) -> str:
        y = x
        if block.expands:
            y = self.conv(y, block._expand_conv, f"{name}.expand", relu6=True)
        y = self.conv(y, block._depthwise_conv, f"{name}.depthwise", relu6=True)
        y = self.conv(y, block._project_conv, f"{name}.project", relu6=False)
        return self.add("Add", [x, y], f"{name}.sum") if block.skips else y


def build_onnx(net: HangtagNet, size: int) -> onnx.ModelProto:
    """The network for ``uint8 [N, size, size, 3]``; folds its batch norms."""
    net = fold_batch_norms(net.eval())
    graph = GraphBuilder()
    graph.constant("zero", np.array(0, np.float32))
    graph.constant("six", np.array(6, np.float32))
    graph.constant("mean", np.array(127, np.float32))
    graph.constant("scale", np.array(1 / 128, np.float32))
    x = graph.add("Transpose", ["image"], "image.nchw", perm=[0, 3, 1, 2])
    x = graph.add("Cast", [x], "image.float", to=TensorProto.FLOAT)
    x = graph.add("Sub", [x, "mean"], "image.centred")
    x = graph.add("Mul", [x, "scale"], "image.normalised")
    x = graph.conv(x, net._conv_stem, "stem", relu6=True)
    for number, block in enumerate(net._blocks):
        assert isinstance(block, Bottleneck)
        x = graph.block(x, block, f"block{number}")
    x = graph.conv(x, net._conv_head, "features", relu6=True, output="activation")
    x = graph.add("GlobalAveragePool", [x], "pooled")
    x = graph.add("Flatten", [x], "pooled.flat", axis=1)
    weight, bias = weights(net.head.weight), weights(net.head.bias)
    for name, part in (("logits", slice(0, net.classes)), ("clothing", slice(net.classes, None))):
        inputs = [x, graph.constant(f"{name}.weight", weight[part].copy()), graph.constant(f"{name}.bias", bias[part].copy())]
        graph.add("Gemm", inputs, name, transB=1)
    cells = size // STRIDE
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", net.classes]),
        helper.make_tensor_value_info("clothing", TensorProto.FLOAT, ["N", 1]),
        helper.make_tensor_value_info("activation", TensorProto.FLOAT, ["N", FEATURES, cells, cells]),
    ]
    inputs_info = [helper.make_tensor_value_info("image", TensorProto.UINT8, ["N", size, size, 3])]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "hangtag", inputs_info, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="hangtag-models",
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model, full_check=True)
    return model


def averaged_network(checkpoint: Path, taxonomy: Taxonomy) -> HangtagNet:
    """The averaged weights of a checkpoint of ``train``, or the folded ones of ``qat``, ready to predict."""
    state = load_checkpoint(checkpoint, taxonomy)
    net = HangtagNet(len(taxonomy))
    if "folded" in state:
        fold_batch_norms(net).load_state_dict(state["folded"])
    else:
        net.load_state_dict(state["average"])
    return net.eval()


def float_parity(net: HangtagNet, path: Path, size: int) -> float:
    """Largest difference of a logit between PyTorch and the file on random pictures; too large is refused."""
    pictures = np.random.default_rng(0).integers(0, 256, (4, size, size, 3), np.uint8)
    expected, _ = predict(net, pictures)
    got = Model(path).run(pictures).logits
    difference = float(np.abs(expected - got).max())
    if difference > FLOAT_PARITY:
        raise BadRelease(f"{path.name}: logits differ from PyTorch by {difference:.5f}, allowed {FLOAT_PARITY}")
    return difference


def export(config: Config, checkpoint: Path, out: Path) -> float:
    """Writes the float model and returns its difference to PyTorch."""
    net = averaged_network(checkpoint, read_taxonomy(config.classes))
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(build_onnx(net, config.input_size), str(out))
    return float_parity(net, out, config.input_size)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="export", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="float ONNX file to write")
    options = parser.parse_args(arguments)
    difference = export(read_config(options.config), options.checkpoint, options.out)
    print(f"{options.out.name}: {options.out.stat().st_size / 1e6:.1f} MB, within {difference:.1e} of PyTorch")
