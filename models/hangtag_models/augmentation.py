"""Random variations of training pictures.

Studio shots are white and sharp or 60x80 and soft; users' photos have floors, shadows and JPEG noise. Geometry, background, blur and JPEG
are per picture (Pillow, releases the interpreter lock); colour is per batch (torch).
"""

from __future__ import annotations

import io
import math

import numpy as np
import torch
from PIL import Image
from scipy import ndimage
from torch import Tensor
from torch.nn import functional as F

from hangtag_models.preprocessing import Array

NEAR_WHITE = 238
"""All channels at least this: may be studio background."""
PADDING = 250
"""All channels at least this: may be the letterbox's padding."""
SMALLEST, LARGEST = 0.4, 0.9
"""Side of a picture that was zoomed out, as a share of what it was."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a square, as shares of its side."""
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


def background_mask(picture: Array) -> Array:
    """uint8 ``[H/2, W/2]``, 255 where near-white pixels reach the border: studio background and padding.

    At half the size, which is enough for a soft edge and takes a quarter of the time.
    """
    labels, count = ndimage.label(picture[::2, ::2].min(axis=2) >= NEAR_WHITE)
    if not count:
        return np.zeros(labels.shape, np.uint8)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    keep = np.zeros(count + 1, np.uint8)
    keep[edge[edge > 0]] = 255
    return np.asarray(keep[labels], np.uint8)


def random_background(rng: np.random.Generator, size: int) -> Image.Image:
    """Plain, graded or blotchy colour, RGB ``size`` x ``size``."""
    base = rng.uniform(40, 245, 3) if rng.random() < 0.5 else np.full(3, rng.uniform(60, 250)) + rng.normal(0, 10, 3)
    cells = int(rng.choice([1, 2, 3, 8, 24, 64]))
    spread = rng.uniform(0, 30)
    grid = base + rng.normal(0, spread, (cells, cells, 1)) + rng.normal(0, spread / 3, (cells, cells, 3))
    if rng.random() < 0.15:
        grid[::2] += rng.uniform(-40, 40)
    image = Image.fromarray(np.clip(grid, 0, 255).astype(np.uint8))
    return image.resize((size, size), Image.Resampling.BICUBIC)


def floor_background(photo: Array, rng: np.random.Generator, size: int) -> Image.Image:
    """Floor seen in a corner of a letterboxed floor ``photo``, mirrored into ``size`` x ``size``: wood, carpet, linen, not just colour."""
    dark = photo.min(axis=2) < PADDING
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if len(rows) < 32 or len(columns) < 32:
        return random_background(rng, size)
    inside = photo[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = int(min(inside.shape[:2]) * rng.uniform(0.16, 0.28))
    corner = inside[:: rng.choice([1, -1]), :: rng.choice([1, -1])][:side, :side]
    if rng.random() < 0.5:
        corner = corner.transpose(1, 0, 2)
    wide = np.concatenate([corner, corner[:, ::-1]], axis=1)
    tile = np.concatenate([wide, wide[::-1]], axis=0)
    return Image.fromarray(tile).resize((size, size), Image.Resampling.BICUBIC)


def replace_background(picture: Array, rng: np.random.Generator, floor: Array | None = None) -> Array:
    """Puts a studio shot on another background, with a soft edge; the padding bars stay white half of the time.

    ``floor``: a letterboxed floor photo to take the new ground from; without one it is drawn.
    """
    size = picture.shape[0]
    mask = Image.fromarray(background_mask(picture))
    soft = np.asarray(mask.resize((size, size), Image.Resampling.BILINEAR))
    alpha = soft.astype(np.float32)[..., None] / 255
    if rng.random() < 0.5:
        bar = size // 8
        alpha[:, :bar] = 0
        alpha[:, -bar:] = 0
    ground = random_background(rng, size) if floor is None else floor_background(floor, rng, size)
    new = np.asarray(ground).astype(np.float32)
    # multiply keeps the studio shadow on the new ground
    shaded = new * (picture.astype(np.float32).mean(axis=2, keepdims=True) / 255)
    return np.asarray(picture * (1 - alpha) + shaded * alpha, np.uint8)


def warp(image: Image.Image, size: int, rng: np.random.Generator, floor: bool, strength: float = 1.0) -> Image.Image:
    """Flip, rotation, scale, aspect, shift in one bilinear affine step to ``size`` x ``size``; white outside."""
    if image.width >= 2 * size:
        image = image.reduce(image.width // size)
    angle = math.radians(rng.normal(0, 15 if floor else 5) * strength)
    if floor and rng.random() < 0.1 * strength:
        angle += math.pi / 2 * rng.choice([1, -1])
    zoom = math.exp(strength * (rng.uniform(-0.22, 0.3) if floor else rng.uniform(-0.18, 0.22)))
    aspect = math.exp(strength * (rng.uniform(-0.3, 0.3) if rng.random() < 0.15 else rng.uniform(-0.08, 0.08)))
    shift = rng.uniform(-0.06, 0.06, 2) * image.width * strength
    scale_x = image.width / size / zoom / math.sqrt(aspect) * (-1 if rng.random() < 0.5 else 1)
    scale_y = image.width / size / zoom * math.sqrt(aspect)
    cos, sin = math.cos(angle), math.sin(angle)
    a, b, d, e = cos * scale_x, sin * scale_y, -sin * scale_x, cos * scale_y
    centre, half = image.width / 2, size / 2
    c = centre - a * half - b * half + shift[0]
    f = centre - d * half - e * half + shift[1]
    fill = (255, 255, 255)
    return image.transform((size, size), Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BILINEAR, fillcolor=fill)


def augment(picture: Array, size: int, rng: np.random.Generator, source: str, ground: Array | None = None, strength: float = 1.0) -> Array:
    """uint8 ``[S, S, 3]`` from the cache → uint8 ``[size, size, 3]``.

    ``ground``: a floor photo of the training split, for studio shots that are put on a real floor. ``strength`` scales the odds of each
    change and the size of the geometric ones.
    """
    floor = source == "photos"
    if not floor and rng.random() < 0.35 * strength:
        picture = replace_background(picture, rng, ground if rng.random() < 0.6 else None)
    image = warp(Image.fromarray(picture), size, rng, floor, strength)
    if rng.random() < 0.25 * strength:
        small = int(size * rng.uniform(0.35, 0.8))
        image = image.resize((small, small), Image.Resampling.BILINEAR).resize((size, size), Image.Resampling.BILINEAR)
    if rng.random() < 0.2 * strength:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=int(rng.integers(25, 85)))
        image = Image.open(buffer).convert("RGB")
    return np.asarray(image)


def jitter(batch: Tensor, generator: torch.Generator) -> Tensor:
    """Colour of a float batch ``[N, 3, H, W]`` in 0..255: gain, white balance, contrast, saturation, seldom grey, a little noise."""
    count = len(batch)

    def uniform(low: float, high: float, channels: int = 1) -> Tensor:
        return torch.rand(count, channels, 1, 1, generator=generator) * (high - low) + low

    grey = batch.mean(dim=1, keepdim=True)
    saturation = uniform(0.6, 1.3) * (uniform(0, 1) > 0.04)
    gain = uniform(0.8, 1.15) * uniform(0.94, 1.06, 3)
    contrast = uniform(0.8, 1.2)
    pivot = 128 * (1 - contrast)
    batch = (grey + (batch - grey) * saturation) * (gain * contrast) + pivot
    if torch.rand(1, generator=generator).item() < 0.3:
        batch = batch + torch.randn(batch.shape, generator=generator) * uniform(0, 8)
    return batch.clamp_(0, 255)


def smaller(image: Tensor, side: int, rng: np.random.Generator) -> tuple[Tensor, Box]:
    """A picture ``[1, 3, S, S]`` made ``side`` pixels wide and laid somewhere in its square, its border drawn out around it; and where."""
    size = image.shape[-1]
    left, top = rng.integers(0, size - side + 1, 2).tolist()
    small = F.interpolate(image, (side, side), mode="bilinear", antialias=True)
    laid = F.pad(small, (left, size - side - left, top, size - side - top), mode="replicate")
    return laid, (left / size, top / size, (left + side) / size, (top + side) / size)


def zoom_out(images: Tensor, share: float, rng: np.random.Generator) -> tuple[Tensor, list[Box]]:
    """Makes about ``share`` of a batch ``[N, 3, S, S]`` :func:`smaller`, and tells where each picture lies, :data:`WHOLE` if unchanged.

    As SSD's expansion (Liu et al. 2016) does for small objects: garments are photographed from afar too, and a network that saw them large
    only neither names those nor looks at where they are.
    """
    boxes = [WHOLE] * len(images)
    if share == 0:
        return images, boxes
    size = images.shape[-1]
    zoomed = images.clone()
    for position in np.flatnonzero(rng.random(len(images)) < share).tolist():
        laid, boxes[position] = smaller(images[position : position + 1], round(size * rng.uniform(SMALLEST, LARGEST)), rng)
        zoomed[position] = laid[0]
    return zoomed, boxes
