"""A released package as the start of another run.

Checkpoints stay on the machine that trained; the package is committed. Its int8 weights, dequantized, are the folded network within half a
step of the grid, and the batch norms that folding took away are put back with the statistics that training photos have there: so a run
goes on from what is released, with all that normalisation does for training.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from hangtag_models.errors import BadCheckpoint
from hangtag_models.network import Bottleneck, HangtagNet, SameConv, batch_norm

Weights = dict[str, npt.NDArray[np.float32]]


def read_weights(model: Path) -> Weights:
    """Float values of all weights and biases of a model file, by the names that ``export`` gave them."""
    if not model.is_file():
        raise BadCheckpoint(f"{model.parent.name}/{model.name}: no such model")
    constants = {item.name: numpy_helper.to_array(item) for item in onnx.load(str(model)).graph.initializer}
    out: Weights = {}
    for name, value in constants.items():
        base = name.removesuffix("_quantized")
        if base != name:
            scale = constants.get(f"{base}_scale", constants.get(f"{name}_scale"))
            if scale is None or scale.size not in (1, len(value)):
                raise BadCheckpoint(f"{model.name}: {base} has {0 if scale is None else scale.size} scales for {len(value)} channels")
            out[base] = value.astype(np.float32) * scale.astype(np.float32).reshape(-1, *[1] * (value.ndim - 1))
        elif name.endswith((".weight", ".bias")):
            out[name] = value.astype(np.float32)
    return out


def layers(net: HangtagNet) -> Iterator[tuple[str, nn.Module, str, SameConv]]:
    """Name in the model file, owner, name of the norm and convolution, in the order of the forward pass."""
    yield "stem", net, "_bn0", net._conv_stem
    for number, block in enumerate(net._blocks):
        assert isinstance(block, Bottleneck)
        if block.expands:
            yield f"block{number}.expand", block, "_bn0", block._expand_conv
        yield f"block{number}.depthwise", block, "_bn1", block._depthwise_conv
        yield f"block{number}.project", block, "_bn2", block._project_conv
    yield "features", net, "_bn1", net._conv_head


class Restored(nn.BatchNorm2d):
    """On its first batch: takes the statistics of what comes in and becomes the identity plus ``bias`` in front of it."""

    def __init__(self, shift: Tensor) -> None:
        super().__init__(len(shift), eps=1e-3, momentum=0.02)
        self.shift = shift
        self.waiting = True

    @torch.no_grad()
    def forward(self, x: Tensor) -> Tensor:
        if self.waiting:
            assert self.running_mean is not None
            assert self.running_var is not None
            self.running_mean.copy_(x.mean(dim=(0, 2, 3)))
            self.running_var.copy_(x.var(dim=(0, 2, 3), unbiased=False))
            self.weight.copy_(torch.sqrt(self.running_var + self.eps))
            self.bias.copy_(self.running_mean + self.shift)
            self.waiting = False
        return super().forward(x)


@torch.no_grad()
def load_package(net: HangtagNet, model: Path, images: Tensor) -> None:
    """Fills ``net`` so that it answers as the package does.

    ``images``: float32 ``[N, 3, size, size]`` normalised, that the norms take their statistics from; a few hundred training photos.
    """
    weights = read_weights(model)
    norms: list[tuple[nn.Module, str, Restored]] = []

    def fill(target: Tensor, name: str) -> None:
        value = weights.get(name)
        if value is None or tuple(value.shape) != tuple(target.shape):
            found = None if value is None else list(value.shape)
            raise BadCheckpoint(f"{model.parent.name}/{model.name}: {name} is {found}, expected {list(target.shape)}")
        target.copy_(torch.from_numpy(value))

    for name, owner, norm, conv in layers(net):
        fill(conv.weight, f"{name}.weight")
        shift = torch.zeros(conv.out_channels)
        fill(shift, f"{name}.bias")
        restored = Restored(shift)
        norms.append((owner, norm, restored))
        setattr(owner, norm, restored)
    head = torch.zeros_like(net.head.weight)
    bias = torch.zeros_like(net.head.bias)
    for name, part in (("logits", slice(0, net.classes)), ("clothing", slice(net.classes, None))):
        fill(head[part], f"{name}.weight")
        fill(bias[part], f"{name}.bias")
    net.head.weight.copy_(head)
    net.head.bias.copy_(bias)
    net.eval()(images)
    for owner, norm, restored in norms:
        plain = batch_norm(restored.num_features)
        plain.load_state_dict(restored.state_dict())
        setattr(owner, norm, plain)
