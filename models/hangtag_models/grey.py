"""Batches of small grey pictures for training: all in memory, varied by whole batches in tensor operations.

Variations of a catalogue's cut-outs: mirrored, moved, a little nearer or farther, a rectangle erased (Zhong et al. 2017). Picture by
picture they would cost more than the training step.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

SHIFT = 2.0
"""Largest move, in pixels of 28."""
ZOOM = 0.12
"""Largest share by which a picture is made larger or smaller."""
ERASED = 0.5
"""Share of the pictures that lose a rectangle."""
ERASED_SIDE = (4, 12)
"""Shortest and longest side of that, in pixels of 28."""


def resized(pictures: Tensor, size: int) -> Tensor:
    """``[N, 1, S, S]`` at another size, antialiased."""
    if pictures.shape[-1] == size:
        return pictures
    return F.interpolate(pictures, (size, size), mode="bilinear", antialias=True, align_corners=False)


def moved(pictures: Tensor, strength: float, generator: torch.Generator, whole_pixels: bool = False) -> Tensor:
    """Half of them mirrored; each moved and zoomed by chance, with black behind.

    With ``whole_pixels`` they are moved by whole ones and not zoomed, so that none is blurred by reading between its pixels.
    """
    count = len(pictures)
    random = torch.rand(count, 4, generator=generator)
    mirror = torch.where(random[:, 0] < 0.5, -1.0, 1.0) if strength else torch.ones(count)
    scale = 1 + (2 * random[:, 1] - 1) * ZOOM * strength
    shift = (2 * random[:, 2:] - 1) * strength * SHIFT * 2 / 28
    if whole_pixels:
        step = 2 / pictures.shape[-1]
        scale, shift = torch.ones(count), (shift / step).round() * step
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 1, 1] = scale * mirror, scale
    matrix[:, :, 2] = shift
    grid = F.affine_grid(matrix, list(pictures.shape), align_corners=False)
    return F.grid_sample(pictures, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def erased(pictures: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Some with a rectangle of one random level."""
    count, size = len(pictures), pictures.shape[-1]
    low, high = (side * size / 28 for side in ERASED_SIDE)
    random = torch.rand(count, 6, generator=generator)
    sides = low + random[:, :2] * (high - low)
    starts = random[:, 2:4] * (size - sides)
    places = torch.arange(size)
    inside = (places >= starts[:, :, None]) & (places < (starts + sides)[:, :, None])
    mask = inside[:, 0, :, None] & inside[:, 1, None, :] & (random[:, 4] < ERASED * strength)[:, None, None]
    return torch.where(mask[:, None], random[:, 5, None, None, None], pictures)


def varied(pictures: Tensor, strength: float, generator: torch.Generator, whole_pixels: bool = False) -> Tensor:
    """``[N, 1, S, S]`` of 0..1, changed as far as ``strength`` says; 0: as they are."""
    if strength == 0:
        return pictures
    return erased(moved(pictures, strength, generator, whole_pixels), strength, generator)


class GreyPictures:
    """A training split in memory: uint8 ``[N, S, S]`` and one class a picture, ``[N]``; see :func:`moved` for ``whole_pixels``."""

    def __init__(self, pictures: npt.NDArray[np.uint8], labels: npt.NDArray[np.int64], classes: int, whole_pixels: bool = False) -> None:
        self.whole_pixels = whole_pixels
        self.pictures = torch.from_numpy(np.ascontiguousarray(pictures))
        self.targets = F.one_hot(torch.from_numpy(labels), classes).bool()

    def batch(self, positions: npt.NDArray[np.int64], size: int, strength: float, seed: tuple[int, ...]) -> tuple[Tensor, Tensor]:
        """Varied float pictures ``[N, 1, size, size]`` of 0..1, channels last, and one-hot targets ``[N, C]``."""
        generator = torch.Generator().manual_seed(int(np.random.default_rng(seed).integers(1 << 62)))
        chosen = torch.from_numpy(positions)
        pictures = resized(self.pictures[chosen][:, None].float() / 255, size)
        pictures = varied(pictures, strength, generator, self.whole_pixels)
        return pictures.contiguous(memory_format=torch.channels_last), self.targets[chosen]
