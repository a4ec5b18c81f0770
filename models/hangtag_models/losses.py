"""Loss on admissible sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from hangtag_models.augmentation import Box

GRID = 40
"""Cells a side of the grid on which stretched heat is summed."""


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


@dataclass(frozen=True)
class Target:
    """What a batch should be answered with: admissible sets, and for mixed pictures a second one with the share of the first.

    ``admissible`` and ``second`` bool ``[N, C]``; ``share`` 0..1 of ``admissible`` in each picture, 1 where there is no second.
    """

    admissible: Tensor
    second: Tensor | None = None
    share: float = 1.0

    def loss(self, of: Callable[[Tensor], Tensor]) -> Tensor:
        """``of`` the sets, weighted by their shares in the pictures."""
        first = of(self.admissible)
        return first if self.second is None else self.share * first + (1 - self.share) * of(self.second)


def mix(images: Tensor, admissible: Tensor, alpha: float, rng: np.random.Generator) -> tuple[Tensor, Target]:
    """Mixes each picture of a batch with another by one share, the larger part its own; with ``alpha`` 0 nothing is mixed.

    A share for the batch and not for each picture, so that the losses stay means.
    """
    if alpha == 0:
        return images, Target(admissible)
    share = float(rng.beta(alpha, alpha))
    share = max(share, 1 - share)
    others = torch.from_numpy(rng.permutation(len(images)))
    return images * share + images[others] * (1 - share), Target(admissible, admissible[others], share)


def class_heat(activation: Tensor, weight: Tensor, classes: Tensor) -> Tensor:
    """Class activation maps (Zhou et al. 2016) as the service draws them: ``[N, h, w]``.

    ``activation`` ``[N, K, h, w]``; ``weight`` of the head, ``[C or more, K]``; ``classes`` ``[N]``, of which the map of each picture is.
    """
    return torch.einsum("nkhw,nk->nhw", activation.float(), weight[classes])


def stray_heat(heat: Tensor, boxes: Sequence[Box]) -> Tensor:
    """Share of what speaks for a class that lies outside of where the picture lies, mean over the pictures; 1 where nothing speaks for it.

    ``heat`` ``[N, h, w]`` is stretched linearly over the square, as the service stretches it; what is below 0 speaks against the class and
    does not count.
    """
    if not boxes:
        return heat.sum() * 0
    left, top, right, bottom = torch.tensor(boxes).T[..., None]
    at = (torch.arange(GRID) + 0.5) / GRID
    inside = ((at >= top) & (at < bottom))[:, :, None] & ((at >= left) & (at < right))[:, None]
    warm = F.interpolate(heat[:, None], (GRID, GRID), mode="bilinear")[:, 0].relu()
    stray: Tensor = 1 - (warm * inside).sum(dim=(1, 2)) / (warm.sum(dim=(1, 2)) + 1e-3)
    return stray.mean()
