"""Files of ImageNet weights, and filling a backbone from them."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from hangtag_models.errors import BadConfig
from hangtag_models.two_headed import TwoHeaded

State = dict[str, Tensor]


def read_state(path: Path) -> State:
    """The tensors of a file by name, or :class:`BadConfig`."""
    if not path.is_file():
        raise BadConfig(f"weights {path}: no such file")
    try:
        state: State = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise BadConfig(f"weights {path.name}: cannot be read: {error}") from error
    if not isinstance(state, dict):
        raise BadConfig(f"weights {path.name}: holds no tensors by name")
    return state


def fill_backbone(net: TwoHeaded, state: State, architecture: str, where: str) -> None:
    """All tensors of the backbone and no other; only the heads stay fresh. :class:`BadConfig` names ``where`` the tensors are from."""
    try:
        missing, unexpected = net.load_state_dict(state, strict=False)
    except RuntimeError as error:
        raise BadConfig(f"{where}: not {architecture} weights: {error}") from error
    left = [key for key in missing if not key.startswith("head.")]
    if left or unexpected:
        raise BadConfig(f"{where}: not {architecture} weights, missing {left[:3]}, unexpected {unexpected[:3]}")
