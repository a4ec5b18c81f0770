"""What int8 does to a network, in float: rounding to the grid that ``quantize`` will use, with a gradient that passes through.

Weights: symmetric by output channel in seven bits, like ``quantize_static(reduce_range=True)``. Activations: eight bits over a fixed range.
After Krishnamoorthi, "Quantizing deep convolutional networks for efficient inference" (2018), section 3.2.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from hangtag_models.folding import convolutions
from hangtag_models.network import Bottleneck, HangtagNet

WEIGHT_LIMIT = 64
"""Largest magnitude of a seven-bit weight."""
ACTIVATION_STEPS = 255


class RoundedWeight(nn.Module):
    """Weight ``[O, …]`` on the grid of its channel's largest magnitude."""

    def forward(self, weight: Tensor) -> Tensor:
        with torch.no_grad():
            largest = weight.abs().flatten(1).amax(dim=1).clamp(min=1e-8)
            scale = (largest / WEIGHT_LIMIT).view(-1, *[1] * (weight.ndim - 1))
            rounded = (weight / scale).round() * scale
        return weight + (rounded - weight).detach()


class RoundedActivation(nn.Module):
    """Values clamped to a range and rounded to 256 steps. While ``watching`` it only widens its range."""

    low: Tensor
    high: Tensor

    def __init__(self, relu6: bool) -> None:
        super().__init__()
        self.relu6 = relu6
        self.watching = True
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))

    @torch.no_grad()
    def watch(self, x: Tensor) -> None:
        self.high = torch.maximum(self.high, x.max().clamp(max=6.0) if self.relu6 else x.max())
        if not self.relu6:
            self.low = torch.minimum(self.low, x.min())

    def forward(self, x: Tensor) -> Tensor:
        if self.watching:
            self.watch(x)
            return x
        step = float((self.high - self.low) / ACTIVATION_STEPS)
        zero = round(-float(self.low) / step)
        return torch.fake_quantize_per_tensor_affine(x, step, zero, 0, ACTIVATION_STEPS)


class RoundedSum(nn.Module):
    """Hook that rounds a bottleneck's output where a skip was added."""

    def __init__(self) -> None:
        super().__init__()
        self.rounding = RoundedActivation(relu6=False)

    def forward(self, _module: nn.Module, _inputs: object, output: Tensor) -> Tensor:
        rounded: Tensor = self.rounding(output)
        return rounded


def add_rounding(net: HangtagNet) -> list[RoundedActivation]:
    """Puts rounding into a folded network, in place; returns the activations' parts, all watching."""
    parts: list[RoundedActivation] = []
    for owner, name, conv, relu6 in convolutions(net):
        parametrize.register_parametrization(conv, "weight", RoundedWeight())
        part = RoundedActivation(relu6)
        setattr(owner, name, part)
        parts.append(part)
    for block in net._blocks:
        if isinstance(block, Bottleneck) and block.skips:
            hook = RoundedSum()
            block.register_forward_hook(hook)
            parts.append(hook.rounding)
    parametrize.register_parametrization(net.head, "weight", RoundedWeight())
    return parts


def remove_rounding(net: HangtagNet) -> HangtagNet:
    """The folded network with its rounded weights, without any rounding left in it."""
    for owner, name, conv, _ in convolutions(net):
        parametrize.remove_parametrizations(conv, "weight")
        setattr(owner, name, nn.Identity())
    parametrize.remove_parametrizations(net.head, "weight")
    for block in net._blocks:
        block._forward_hooks.clear()
    return net
