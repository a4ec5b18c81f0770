"""Batch norms folded into their convolutions: the network as it is exported, quantized and run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import torch
from torch import nn

from hangtag_models.compact import CompactNet
from hangtag_models.network import Bottleneck, HangtagNet, SameConv
from hangtag_models.resnet import ResNet

Net = TypeVar("Net", bound=HangtagNet | ResNet | CompactNet)


def convolutions(net: HangtagNet) -> Iterator[tuple[nn.Module, str, SameConv, bool]]:
    """Each convolution in order, with its owner, the name of the norm beside it, and whether ReLU6 follows."""
    yield net, "_bn0", net._conv_stem, True
    for block in net._blocks:
        assert isinstance(block, Bottleneck)
        if block.expands:
            yield block, "_bn0", block._expand_conv, True
        yield block, "_bn1", block._depthwise_conv, True
        yield block, "_bn2", block._project_conv, False
    yield net, "_bn1", net._conv_head, True


@torch.no_grad()
def fold(conv: nn.Conv2d, norm: nn.BatchNorm2d) -> None:
    """The convolution takes over what its norm does to running statistics."""
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    conv.weight.mul_(scale[:, None, None, None])
    conv.bias = nn.Parameter(norm.bias - norm.running_mean * scale)


def fold_batch_norms(net: Net) -> Net:
    """Folds all norms of ``net`` in place; what it answers in ``eval`` stays the same. Folding twice changes nothing."""
    units: Iterator[tuple[nn.Module, str, nn.Conv2d]]
    if isinstance(net, HangtagNet):
        units = ((owner, name, conv) for owner, name, conv, _ in convolutions(net))
    else:
        units = ((unit, "norm", unit.conv) for unit in net.units())
    for owner, name, conv in units:
        norm = getattr(owner, name)
        if isinstance(norm, nn.BatchNorm2d):
            fold(conv, norm)
            setattr(owner, name, nn.Identity())
    return net
