"""ResNet-50 with Hangtag's two heads (He et al. 2015; the stride of a bottleneck in its 3x3 convolution, as torchvision's weights have it).

Seven times the weights of EfficientNet-Lite0, too many to be released in 8 MB: it is there to teach, and to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import URLError

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from hangtag_models.compact import Unit
from hangtag_models.errors import BadConfig
from hangtag_models.pretrained import State, fill_backbone
from hangtag_models.two_headed import TwoHeaded, stochastic_depth

STAGES = ((3, 64), (4, 128), (6, 256), (3, 512))
"""Bottlenecks of a stage and the channels within them; four times as many come out."""
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Of ImageNet's channels, 0..1: torchvision's weights expect inputs standardised by them."""


class WideBottleneck(nn.Module):
    """1x1 down, 3x3, 1x1 up beside a shortcut, which is a 1x1 unit where the shapes differ; ReLU after the sum."""

    def __init__(self, inputs: int, inner: int, stride: int, drop_path: float) -> None:
        super().__init__()
        self.down = Unit(inputs, inner, 1)
        self.middle = Unit(inner, inner, 3, stride)
        self.up = Unit(inner, 4 * inner, 1, relu=False)
        self.shortcut = Unit(inputs, 4 * inner, 1, stride, relu=False) if inputs != 4 * inner or stride != 1 else None
        self.drop_path = drop_path

    def forward(self, x: Tensor) -> Tensor:
        y = stochastic_depth(self.up(self.middle(self.down(x))), self.drop_path, self.training)
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


class ResNet(TwoHeaded):
    """ResNet-50: the ``activation`` has 2048 channels."""

    scale: Tensor
    offset: Tensor

    def __init__(self, classes: int, dropout: float = 0.2, drop_path: float = 0.0) -> None:
        super().__init__()
        # from about -1..1 to what the weights expect
        mean, deviation = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, DEVIATION))
        self.register_buffer("scale", 128 / 255 / deviation, persistent=False)
        self.register_buffer("offset", (127 / 255 - mean) / deviation, persistent=False)
        self.first = Unit(3, 64, 7, 2)
        self.pool = nn.MaxPool2d(3, 2, padding=1)
        blocks: list[nn.Module] = []
        inputs, total = 64, sum(repeats for repeats, _ in STAGES)
        for number, (repeats, inner) in enumerate(STAGES):
            for repeat in range(repeats):
                stride = 2 if repeat == 0 and number > 0 else 1
                blocks.append(WideBottleneck(inputs, inner, stride, drop_path * len(blocks) / total))
                inputs = 4 * inner
        self.blocks = nn.ModuleList(blocks)
        self.attach_heads(inputs, classes, dropout)

    def stem_layers(self) -> list[nn.Module]:
        return [self.first]

    def stem(self, x: Tensor) -> Tensor:
        y: Tensor = self.pool(self.first(x * self.scale + self.offset))
        return y

    def bottlenecks(self) -> nn.ModuleList:
        return self.blocks

    def units(self) -> Iterator[Unit]:
        return (module for module in self.modules() if isinstance(module, Unit))


def torchvision_names() -> Iterator[tuple[str, str, str]]:
    """Of each unit: its own name, and torchvision's names of its convolution and norm."""
    yield "first", "conv1", "bn1"
    block = 0
    for number, (repeats, _) in enumerate(STAGES, start=1):
        for repeat in range(repeats):
            there = f"layer{number}.{repeat}"
            for unit, index in (("down", 1), ("middle", 2), ("up", 3)):
                yield f"blocks.{block}.{unit}", f"{there}.conv{index}", f"{there}.bn{index}"
            if repeat == 0:
                yield f"blocks.{block}.shortcut", f"{there}.downsample.0", f"{there}.downsample.1"
            block += 1


def load_torchvision(net: ResNet, state: State, where: str) -> None:
    """Fills the backbone from the state of torchvision's ``resnet50``, which is ``where``."""
    names = {there: f"{unit}.{part}" for unit, *both in torchvision_names() for part, there in zip(("conv", "norm"), both, strict=True)}
    mapped: State = {}
    for key, value in state.items():
        module, _, tensor = key.rpartition(".")
        if module != "fc":
            mapped[f"{names.get(module, module)}.{tensor}"] = value
    fill_backbone(net, mapped, "resnet-50", where)


def torchvision_weights() -> State:
    """torchvision's own, fetched once into its cache; :class:`BadConfig` where it is not installed or the network does not let it."""
    instead = "name a file of torchvision's resnet50 weights by the key weights"
    try:
        from torchvision.models import ResNet50_Weights
    except ImportError as error:
        raise BadConfig(f"resnet-50: torchvision is not installed; pip install -e '.[download]', or {instead}") from error
    try:
        state: State = ResNet50_Weights.IMAGENET1K_V2.get_state_dict(progress=True, check_hash=True)
    except (URLError, OSError) as error:
        raise BadConfig(f"resnet-50: its ImageNet weights cannot be fetched here ({error}); {instead}") from error
    return state
