"""The networks that a configuration can name."""

from __future__ import annotations

from hangtag_models.compact import CompactNet, PlainNet, convolutional, residual
from hangtag_models.config import Config
from hangtag_models.errors import BadConfig
from hangtag_models.network import SCALES, HangtagNet

Network = HangtagNet | CompactNet
"""Both take what their ``normalise`` makes, and return logits, clothing logit or ``None``, and activation."""


def make_network(config: Config, classes: int) -> Network:
    """Fresh weights, by the global generator's state."""
    width, norm, dropout, mirrored = config.width, config.norm, config.dropout, config.mirrored
    match config.architecture:
        case architecture if architecture in SCALES:
            return HangtagNet(classes, dropout, config.drop_path, architecture)
        case "plain":
            return PlainNet(width, classes, norm, dropout)
        case "convolutional":
            return convolutional(width, classes, norm, dropout, mirrored)
        case "residual":
            return residual(width, classes, norm, dropout, mirrored)
        case other:
            raise BadConfig(f"{config.name}: there is no network {other!r}")
