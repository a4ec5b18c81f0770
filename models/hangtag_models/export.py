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
from torch import nn

from hangtag_models.architectures import Network, make_network
from hangtag_models.compact import CompactNet, Convolution, PlainNet, Residual, Unit
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadRelease
from hangtag_models.folding import fold_batch_norms
from hangtag_models.network import Bottleneck, HangtagNet, SameConv
from hangtag_models.resnet import ResNet, WideBottleneck
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import load_checkpoint, predict
from hangtag_models.two_headed import TwoHeaded

OPSET = 17
IR_VERSION = 9
GREY = {"from": 0, "to": 1, "axis": 1}
"""``Slice`` of the first channel."""
MIRROR = {"from": -1, "to": np.iinfo(np.int64).min, "axis": 3, "step": -1}
"""``Slice`` of all columns, from right to left."""
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

    def plain_conv(self, x: str, conv: SameConv | Convolution, name: str) -> str:
        inputs = [x, self.constant(f"{name}.weight", weights(conv.weight)), self.constant(f"{name}.bias", weights(conv.bias))]
        pads = [conv.before, conv.before, conv.after, conv.after]
        kernel, stride = list(conv.kernel_size), list(conv.stride)
        return self.add("Conv", inputs, name, kernel_shape=kernel, strides=stride, pads=pads, group=conv.groups)

    def conv(self, x: str, conv: SameConv, name: str, relu6: bool, output: str | None = None) -> str:
        y = self.plain_conv(x, conv, name)
        return self.add("Clip", [y, "zero", "six"], output or f"{name}.relu6") if relu6 else y

    def block(self, x: str, block: Bottleneck, name: str) -> str:
        y = x
        if block.expands:
            y = self.conv(y, block._expand_conv, f"{name}.expand", relu6=True)
        y = self.conv(y, block._depthwise_conv, f"{name}.depthwise", relu6=True)
        y = self.conv(y, block._project_conv, f"{name}.project", relu6=False)
        return self.add("Add", [x, y], f"{name}.sum") if block.skips else y

    def unit(self, x: str, unit: Unit, name: str) -> str:
        y = self.plain_conv(x, unit.conv, name)
        return self.add("Relu", [y], f"{name}.relu") if unit.relu else y

    def part(self, x: str, part: nn.Module, name: str) -> str:
        """A part of a compact network's body."""
        if isinstance(part, Unit):
            return self.unit(x, part, name)
        if isinstance(part, nn.MaxPool2d):
            return self.add("MaxPool", [x], name, kernel_shape=[2, 2], strides=[2, 2])
        if isinstance(part, nn.Dropout):
            return x
        assert isinstance(part, Residual)
        y = self.unit(self.unit(x, part.first, f"{name}.first"), part.second, f"{name}.second")
        side = x if part.shortcut is None else self.unit(x, part.shortcut, f"{name}.shortcut")
        return self.add("Relu", [self.add("Add", [y, side], f"{name}.sum")], f"{name}.relu")

    def mirror(self, x: str, name: str) -> str:
        """``[N, C, H, W]`` from right to left."""
        return self.add("Slice", [x, *(self.constant(f"{name}.{key}", np.array([v], np.int64)) for key, v in MIRROR.items())], name)

    def normalised(self) -> str:
        """What ``two_headed.normalise`` makes of a picture."""
        self.constant("mean", np.array(127, np.float32))
        self.constant("scale", np.array(1 / 128, np.float32))
        x = self.add("Transpose", ["image"], "image.nchw", perm=[0, 3, 1, 2])
        x = self.add("Cast", [x], "image.float", to=TensorProto.FLOAT)
        x = self.add("Sub", [x, "mean"], "image.centred")
        return self.add("Mul", [x, "scale"], "image.normalised")

    def lite(self, net: HangtagNet) -> str:
        """The backbone; returns ``activation``."""
        self.constant("zero", np.array(0, np.float32))
        self.constant("six", np.array(6, np.float32))
        x = self.normalised()
        x = self.conv(x, net._conv_stem, "stem", relu6=True)
        for number, block in enumerate(net._blocks):
            assert isinstance(block, Bottleneck)
            x = self.block(x, block, f"block{number}")
        return self.conv(x, net._conv_head, "features", relu6=True, output="activation")

    def wide_block(self, x: str, block: WideBottleneck, name: str, output: str) -> str:
        y = x
        for unit, part in ((block.down, "down"), (block.middle, "middle"), (block.up, "up")):
            y = self.unit(y, unit, f"{name}.{part}")
        side = x if block.shortcut is None else self.unit(x, block.shortcut, f"{name}.shortcut")
        return self.add("Relu", [self.add("Add", [y, side], f"{name}.sum")], output)

    def resnet(self, net: ResNet) -> str:
        """The backbone; returns ``activation``."""
        x = self.add("Mul", [self.normalised(), self.constant("imagenet.scale", weights(net.scale))], "image.scaled")
        x = self.add("Add", [x, self.constant("imagenet.offset", weights(net.offset))], "image.standardised")
        x = self.unit(x, net.first, "stem")
        x = self.add("MaxPool", [x], "stem.pool", kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])
        last = len(net.blocks) - 1
        for number, block in enumerate(net.blocks):
            assert isinstance(block, WideBottleneck)
            x = self.wide_block(x, block, f"block{number}", "activation" if number == last else f"block{number}.relu")
        return x

    def compact(self, net: CompactNet) -> str:
        """The body, on the first of the three equal channels; returns ``activation``."""
        self.constant("scale", np.array(1 / 255, np.float32))
        x = self.add("Transpose", ["image"], "image.nchw", perm=[0, 3, 1, 2])
        x = self.add("Slice", [x, *(self.constant(f"grey.{key}", np.array([v], np.int64)) for key, v in GREY.items())], "image.grey")
        x = self.add("Cast", [x], "image.float", to=TensorProto.FLOAT)
        x = self.add("Mul", [x, "scale"], "image.normalised")
        if net.mirrored:
            x = self.add("Concat", [x, self.mirror(x, "image.mirrored")], "image.both", axis=0)
        for number, part in enumerate(net.body):
            x = self.part(x, part, f"part{number}")
        if not net.mirrored:
            return self.add("Identity", [x], "activation")
        self.constant("half", np.array(0.5, np.float32))
        as_seen, turned = "part.as_seen", "part.turned"
        self.nodes.append(helper.make_node("Split", [x], [as_seen, turned], name="part.split", axis=0))
        both = self.add("Add", [as_seen, self.mirror(turned, "part.turned_back")], "part.both")
        return self.add("Mul", [both, "half"], "activation")


def build_onnx(net: Network, size: int) -> onnx.ModelProto:
    """The network for ``uint8 [N, size, size, 3]``; folds its batch norms."""
    if isinstance(net, PlainNet):
        raise BadRelease("a plain network's head is not on the pooled activation: it is for comparison and cannot be released")
    net = fold_batch_norms(net.eval())
    graph = GraphBuilder()
    if isinstance(net, HangtagNet):
        x = graph.lite(net)
    elif isinstance(net, ResNet):
        x = graph.resnet(net)
    else:
        x = graph.compact(net)
    x = graph.add("GlobalAveragePool", [x], "pooled")
    x = graph.add("Flatten", [x], "pooled.flat", axis=1)
    weight, bias = weights(net.head.weight), weights(net.head.bias)
    heads = {"logits": slice(0, net.classes)}
    if isinstance(net, TwoHeaded):
        heads["clothing"] = slice(net.classes, None)
    for name, part in heads.items():
        inputs = [x, graph.constant(f"{name}.weight", weight[part].copy()), graph.constant(f"{name}.bias", bias[part].copy())]
        graph.add("Gemm", inputs, name, transB=1)
    cells = size // net.STRIDE
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", net.classes if name == "logits" else 1]) for name in heads]
    outputs.append(helper.make_tensor_value_info("activation", TensorProto.FLOAT, ["N", net.channels, cells, cells]))
    inputs_info = [helper.make_tensor_value_info("image", TensorProto.UINT8, ["N", size, size, 3])]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "hangtag", inputs_info, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="hangtag-models",
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model, full_check=True)
    return model


def averaged_network(config: Config, checkpoint: Path, taxonomy: Taxonomy) -> Network:
    """The averaged weights of a checkpoint of ``train``, or the folded ones of ``qat``, ready to predict."""
    state = load_checkpoint(checkpoint, taxonomy)
    net = make_network(config, len(taxonomy))
    if "folded" in state:
        fold_batch_norms(net).load_state_dict(state["folded"])
    else:
        net.load_state_dict(state["average"])
    return net.eval()


def float_parity(net: Network, path: Path, size: int) -> float:
    """Largest difference of a logit between PyTorch and the file on random pictures; too large is refused."""
    pictures = np.random.default_rng(0).integers(0, 256, (4, size, size, 3), np.uint8)
    if isinstance(net, CompactNet):
        pictures = np.repeat(pictures[..., :1], 3, axis=3)
    expected, _ = predict(net, pictures)
    got = Model(path).run(pictures).logits
    difference = float(np.abs(expected - got).max())
    if difference > FLOAT_PARITY:
        raise BadRelease(f"{path.name}: logits differ from PyTorch by {difference:.5f}, allowed {FLOAT_PARITY}")
    return difference


def export(config: Config, checkpoint: Path, out: Path) -> float:
    """Writes the float model and returns its difference to PyTorch."""
    net = averaged_network(config, checkpoint, read_taxonomy(config.classes))
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
