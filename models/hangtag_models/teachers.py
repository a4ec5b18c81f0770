"""Models whose answers a run learns beside the labels: distillation (Hinton et al. 2015).

The teachers see the very picture that the network sees, augmented and mixed alike, which teaches more than answers kept from before (Beyer
et al. 2022). They run in ONNX Runtime: in int8 two of them cost a fifth of a training step.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from hangtag_models.errors import BadConfig
from hangtag_models.runtime import Model
from hangtag_models.two_headed import as_pictures


class Teachers:
    """Model files, as ``export`` or ``quantize`` wrote them.

    Raises :class:`BadConfig` for a file that is not there, or whose classes or input size are not those of the run.
    """

    def __init__(self, files: Sequence[Path], classes: int, sizes: set[int]) -> None:
        self.models = [self._open(file, classes, sizes) for file in files]

    @staticmethod
    def _open(file: Path, classes: int, sizes: set[int]) -> Model:
        if not file.is_file():
            raise BadConfig(f"teacher {file}: no such model")
        model = Model(file)
        if model.classes != classes:
            raise BadConfig(f"teacher {file}: has {model.classes} classes, expected {classes}")
        if sizes != {model.size}:
            raise BadConfig(f"teacher {file}: takes {model.size} pixels, but the phases have {', '.join(map(str, sorted(sizes)))}")
        return model

    def __bool__(self) -> bool:
        return bool(self.models)

    def answer(self, images: Tensor) -> Tensor:
        """Mean of their probabilities, float32 ``[N, C]``, for normalised images ``[N, 3, size, size]``."""
        pictures = as_pictures(images)
        answers = [torch.from_numpy(model.run(pictures, len(pictures)).logits) for model in self.models]
        return torch.stack([F.softmax(logits, dim=1) for logits in answers]).mean(dim=0)


def teaching_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    """Kullback-Leibler divergence of the network's distribution from ``wanted`` (probabilities ``[N, C]``), mean over the pictures."""
    return F.kl_div(F.log_softmax(logits, dim=1), wanted, reduction="batchmean")
