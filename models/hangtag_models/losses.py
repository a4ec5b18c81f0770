"""Loss on admissible sets."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def set_loss(logits: Tensor, admissible: Tensor, smoothing: float) -> Tensor:
    """−log of the probability summed over the admissible set, mean over the rows that have one.

    ``logits`` float ``[N, C]``; ``admissible`` bool ``[N, C]``, an all-false row is ignored. ``smoothing`` mixes in the mean −log p over
    all classes, as label smoothing does for exact labels.
    """
    has_set = admissible.any(dim=1)
    if not has_set.any():
        return logits.sum() * 0
    log_p = F.log_softmax(logits[has_set], dim=1)
    inside = torch.where(admissible[has_set], log_p, torch.full_like(log_p, -torch.inf))
    loss = -torch.logsumexp(inside, dim=1)
    return ((1 - smoothing) * loss - smoothing * log_p.mean(dim=1)).mean()


def clothing_loss(logit: Tensor, admissible: Tensor) -> Tensor:
    """Binary cross-entropy of "there is a garment". ``logit`` ``[N, 1]``; a photo with an admissible set shows one."""
    return F.binary_cross_entropy_with_logits(logit[:, 0], admissible.any(dim=1).float())
