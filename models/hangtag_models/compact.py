"""Networks for small grey pictures, trained from nothing.

They are built of few kinds of parts (:class:`Unit`, :class:`Residual`, pooling, dropout, a dense head), so that folding, export and
quantization can walk over them. Sizes must be multiples of 4; ``plain`` takes 28 pixels only.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Convolution(nn.Conv2d):
    """Convolution padded evenly on all sides, without bias where a norm follows."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1, bias: bool = False) -> None:
        self.before = self.after = kernel // 2
        super().__init__(inputs, outputs, kernel, stride, padding=kernel // 2, bias=bias)


class Unit(nn.Module):
    """Convolution, batch norm if wanted, and ReLU if wanted."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1, norm: bool = True, relu: bool = True) -> None:
        super().__init__()
        self.conv = Convolution(inputs, outputs, kernel, stride, bias=not norm)
        self.norm: nn.Module = nn.BatchNorm2d(outputs) if norm else nn.Identity()
        self.relu = relu

    def forward(self, x: Tensor) -> Tensor:
        x = self.norm(self.conv(x))
        return F.relu(x) if self.relu else x


class Residual(nn.Module):
    """Two 3x3 units beside a shortcut, which is a 1x1 unit where the shapes differ; ReLU after the sum (He et al. 2015)."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, norm: bool = True, dropout: float = 0.0) -> None:
        super().__init__()
        self.first = Unit(inputs, outputs, 3, stride, norm)
        self.dropout = nn.Dropout(dropout)
        self.second = Unit(outputs, outputs, norm=norm, relu=False)
        self.shortcut = Unit(inputs, outputs, 1, stride, norm, relu=False) if inputs != outputs or stride != 1 else None

    def forward(self, x: Tensor) -> Tensor:
        y = self.second(self.dropout(self.first(x)))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


def normalise_grey(x: Tensor) -> Tensor:
    """``[N, 3, S, S]`` of 0..255 with equal channels → ``[N, 1, S, S]`` of 0..1."""
    return x[:, :1].float() / 255.0


class CompactNet(nn.Module):
    """Body and dense head.

    ``forward`` takes float32 ``[N, 1, size, size]`` of 0..1 and returns ``logits [N, C]``, ``None`` for the clothing output it has not, and
    ``activation [N, channels, h, w]``. With ``mirrored`` and outside of training, the activation is the mean of the picture's and its
    mirror image's, turned back; the logits follow from it as ever.
    """

    STRIDE = 4
    """Input pixels per cell of the last feature map."""

    def __init__(self, body: nn.Sequential, channels: int, classes: int, dropout: float, mirrored: bool = False) -> None:
        super().__init__()
        self.body = body
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(channels, classes)
        self.channels, self.classes, self.mirrored = channels, classes, mirrored
        self.frozen = 0

    @staticmethod
    def normalise(x: Tensor) -> Tensor:
        return normalise_grey(x)

    def freeze(self, blocks: int) -> None:
        """There is nothing pretrained to keep."""

    def features(self, x: Tensor) -> Tensor:
        """Last feature map, ``[N, channels, h, w]``."""
        if self.training or not self.mirrored:
            y: Tensor = self.body(x)
            return y
        both: Tensor = self.body(torch.cat([x, x.flip(3)]))
        return (both[: len(x)] + both[len(x) :].flip(3)) / 2

    def pooled(self, activation: Tensor) -> Tensor:
        """What the head acts on, ``[N, channels]``."""
        return activation.float().mean(dim=(2, 3))

    def forward(self, x: Tensor) -> tuple[Tensor, None, Tensor]:
        activation = self.features(x)
        return self.head(self.dropout(self.pooled(activation))), None, activation

    def units(self) -> Iterator[Unit]:
        return (module for module in self.body.modules() if isinstance(module, Unit))


class PlainNet(CompactNet):
    """Convolutions, max-pooling, dense: the flattened map goes through a hidden layer. The head is not on the pooled activation."""

    HIDDEN = 128

    def __init__(self, width: int, classes: int, norm: bool, dropout: float) -> None:
        body = nn.Sequential(Unit(1, width, norm=norm), nn.MaxPool2d(2), Unit(width, 2 * width, norm=norm), nn.MaxPool2d(2))
        super().__init__(body, self.HIDDEN, classes, dropout)
        self.hidden = nn.Linear(2 * width * 7 * 7, self.HIDDEN)

    def pooled(self, activation: Tensor) -> Tensor:
        return F.relu(self.hidden(activation.flatten(1))).float()


def convolutional(width: int, classes: int, norm: bool, dropout: float, mirrored: bool) -> CompactNet:
    """Five convolutions in three stages, dropout growing with depth (after VGG, Simonyan and Zisserman 2014)."""
    body = nn.Sequential(
        Unit(1, width, norm=norm),
        Unit(width, width, norm=norm),
        nn.MaxPool2d(2),
        nn.Dropout(dropout / 3),
        Unit(width, 2 * width, norm=norm),
        Unit(2 * width, 2 * width, norm=norm),
        nn.MaxPool2d(2),
        nn.Dropout(2 * dropout / 3),
        Unit(2 * width, 4 * width, norm=norm),
    )
    return CompactNet(body, 4 * width, classes, dropout, mirrored)


def residual(width: int, classes: int, norm: bool, dropout: float, mirrored: bool) -> CompactNet:
    """A wide, shallow residual net (Zagoruyko and Komodakis 2016): one block at full size, two at half, two at a quarter."""
    body = nn.Sequential(
        Unit(1, width, norm=norm),
        Residual(width, width, 1, norm),
        Residual(width, 3 * width, 2, norm),
        Residual(3 * width, 3 * width, 1, norm),
        Residual(3 * width, 6 * width, 2, norm),
        Residual(6 * width, 6 * width, 1, norm),
    )
    return CompactNet(body, 6 * width, classes, dropout, mirrored)
