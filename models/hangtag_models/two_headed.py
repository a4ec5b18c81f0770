"""What the networks for photos have in common: bottlenecks after a stem, and two heads on the pooled last feature map."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
import torch
from torch import Tensor, nn

from hangtag_models.preprocessing import Array


class TwoHeaded(nn.Module, ABC):
    """A backbone and its heads; subclasses build the backbone and then call :meth:`attach_heads`.

    ``forward`` takes float32 ``[N, 3, size, size]`` normalised by :func:`normalise` and returns ``logits [N, C]``, ``clothing [N, 1]`` and
    ``activation [N, channels, size/32, size/32]``.
    """

    STRIDE = 32
    """Input pixels per cell of the last feature map."""

    def attach_heads(self, channels: int, classes: int, dropout: float) -> None:
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(channels, classes + 1)
        self.channels = channels
        self.classes = classes
        self.frozen = 0
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(self.head.bias)

    @abstractmethod
    def stem_layers(self) -> list[nn.Module]:
        """Those before the bottlenecks that have statistics."""

    @abstractmethod
    def stem(self, x: Tensor) -> Tensor:
        """What comes before the bottlenecks."""

    @abstractmethod
    def bottlenecks(self) -> nn.ModuleList:
        """In order; the first ones can be frozen."""

    def top(self, x: Tensor) -> Tensor:
        """What comes after the bottlenecks."""
        return x

    @staticmethod
    def normalise(x: Tensor) -> Tensor:
        return normalise(x)

    def features(self, x: Tensor) -> Tensor:
        """Last feature map, float32 ``[N, channels, size/32, size/32]``."""
        blocks = self.bottlenecks()
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.stem(x)
            for block in blocks[: self.frozen]:
                x = block(x)
        for block in blocks[self.frozen :]:
            x = block(x)
        return self.top(x)

    def freeze(self, blocks: int) -> None:
        """The stem and the first ``blocks`` bottlenecks stop learning, statistics included; 0: all learn. Call after ``train()``.

        The early layers work on the largest maps: without them a step costs a third less, and they change least in fine-tuning.
        """
        self.frozen = blocks
        early = [*self.stem_layers(), *self.bottlenecks()[:blocks]] if blocks else []
        for module in early:
            module.eval()

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        activation = self.features(x)
        out = self.head(self.dropout(activation.mean(dim=(2, 3))))
        return out[:, : self.classes], out[:, self.classes :], activation


def normalise(x: Tensor) -> Tensor:
    """uint8 0..255 → float32 about -1..1, as EfficientNet-Lite's ImageNet weights expect."""
    return (x.float() - 127.0) / 128.0


def as_pictures(images: Tensor) -> Array:
    """Back from :func:`normalise`: float ``[N, 3, S, S]`` → uint8 ``[N, S, S, 3]``."""
    levels = (images * 128.0 + 127.0).round().clamp(0, 255).to(torch.uint8)
    return np.ascontiguousarray(levels.permute(0, 2, 3, 1).numpy())


def stochastic_depth(y: Tensor, share: float, training: bool) -> Tensor:
    """Leaves out ``share`` of the pictures' part of a sum while training (stochastic depth, Huang et al. 2016)."""
    if not training or share == 0:
        return y
    keep = torch.rand(len(y), 1, 1, 1, device=y.device) >= share
    return y * (keep / (1 - share))
