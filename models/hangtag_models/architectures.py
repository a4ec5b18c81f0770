"""The networks that a configuration can name."""

from __future__ import annotations

from pathlib import Path

from hangtag_models.compact import CompactNet, PlainNet, convolutional, residual
from hangtag_models.config import Config
from hangtag_models.errors import BadConfig
from hangtag_models.network import SCALES, HangtagNet, imagenet_weights, load_imagenet
from hangtag_models.pretrained import read_state
from hangtag_models.resnet import ResNet, load_torchvision, torchvision_weights

Network = HangtagNet | ResNet | CompactNet
"""All take what their ``normalise`` makes, and return logits, clothing logit or ``None``, and activation."""


def make_network(config: Config, classes: int) -> Network:
    """Fresh weights, by the global generator's state."""
    width, norm, dropout, mirrored = config.width, config.norm, config.dropout, config.mirrored
    match config.architecture:
        case architecture if architecture in SCALES:
            return HangtagNet(classes, dropout, config.drop_path, architecture)
        case "resnet-50":
            return ResNet(classes, dropout, config.drop_path)
        case "plain":
            return PlainNet(width, classes, norm, dropout)
        case "convolutional":
            return convolutional(width, classes, norm, dropout, mirrored)
        case "residual":
            return residual(width, classes, norm, dropout, mirrored)
        case other:
            raise BadConfig(f"{config.name}: there is no network {other!r}")


def load_pretrained(net: Network, weights: Path | None) -> None:
    """ImageNet weights from the file ``weights``, or without one from where they are published; networks for grey pictures have none."""
    if isinstance(net, HangtagNet):
        load_imagenet(net, weights or imagenet_weights(net.architecture))
    elif isinstance(net, ResNet):
        state = torchvision_weights() if weights is None else read_state(weights)
        load_torchvision(net, state, "torchvision" if weights is None else weights.name)
