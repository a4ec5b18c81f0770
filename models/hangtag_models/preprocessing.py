"""The reference preprocessing of ``docs/model-package.md``: photo bytes → letterboxed uint8 RGB, or grey in three equal channels.

This module is what the Java side is held to (golden tests, within one level of 255). Everything that makes a model input goes through it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from hangtag_models.errors import BadImage

Array = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)

LIGHT = 128
"""A border of this level or above is light ground."""

_ORIENTATION_TAG = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → the transposition that turns the stored pixels upright."""


@dataclass(frozen=True)
class InputSpec:
    """The ``input`` object of ``model.json`` as far as pixels are concerned."""

    size: int
    pad: Colour = WHITE
    color: str = "rgb"
    """``grey``: one level a pixel, three times over."""
    invert: str | None = None
    """``light-ground``: a grey picture with a light border is inverted, so that the garment lies on dark ground."""


def letterbox_size(width: int, height: int, size: int) -> tuple[int, int]:
    """Width and height in pixels inside the square, for an upright photo of ``width`` x ``height``."""
    longest = max(width, height)
    return (
        max(1, (2 * width * size + longest) // (2 * longest)),
        max(1, (2 * height * size + longest) // (2 * longest)),
    )


def orientation(image: Image.Image) -> int:
    """EXIF orientation 1..8; 1 where there is none or it is nonsense. Only EXIF counts, not XMP."""
    raw = image.info.get("exif")
    if not raw:
        return 1
    exif = Image.Exif()
    try:
        exif.load(raw)
        value = exif.get(_ORIENTATION_TAG, 1)
    except (SyntaxError, ValueError, OSError, KeyError, TypeError):
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def to_rgb(image: Image.Image, pad: Colour) -> Image.Image:
    """8-bit RGB: transparency blended over ``pad``, the high byte of 16-bit samples."""
    if image.mode.startswith("I;16"):
        image = Image.fromarray((np.asarray(image).astype(np.uint16) >> 8).astype(np.uint8))
    elif image.mode in ("I", "F"):
        image = Image.fromarray((np.clip(np.asarray(image), 0, 65535).astype(np.uint16) >> 8).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        rgba = np.asarray(image.convert("RGBA")).astype(np.uint16)
        alpha = rgba[..., 3:]
        blended = (rgba[..., :3] * alpha + np.array(pad, np.uint16) * (255 - alpha) + 127) // 255
        return Image.fromarray(blended.astype(np.uint8))
    return image if image.mode == "RGB" else image.convert("RGB")


def decode_upright(data: bytes, spec: InputSpec | None, name: str = "image") -> Image.Image:
    """Upright RGB picture. With a ``spec``, a JPEG is decoded at the scale of step 3; without one, at full size."""
    try:
        image: Image.Image = Image.open(io.BytesIO(data))
        turn = orientation(image)
        if image.format in ("JPEG", "MPO") and spec is not None:
            swapped = turn >= 5
            width, height = image.size
            box = letterbox_size(height, width, spec.size) if swapped else letterbox_size(width, height, spec.size)
            image.draft(None, (box[1], box[0]) if swapped else box)
        image.load()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise BadImage(f"{name}: {error}") from error
    pad = spec.pad if spec is not None else WHITE
    if turn in _UPRIGHT:
        image = image.transpose(_UPRIGHT[turn])
    return to_rgb(image, pad)


def grey_levels(picture: Array) -> Array:
    """uint8 ``[…, 3]`` → ``[…]``: ITU-R BT.601 luma as Pillow rounds it; equal channels stay as they are."""
    red, green, blue = (picture[..., channel].astype(np.uint32) for channel in range(3))
    return ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16).astype(np.uint8)


def border_level(levels: Array) -> int:
    """Lower median of the outermost pixels of ``[height, width]``, each counted once."""
    inner = levels[1:-1, [0, -1]] if levels.shape[1] > 1 else levels[1:-1, :1]
    edge = np.concatenate([levels[[0, -1] if len(levels) > 1 else [0]].ravel(), inner.ravel()])
    return int(np.sort(edge)[(len(edge) - 1) // 2])


def dark_ground(levels: Array) -> Array:
    """``[height, width]``, inverted where the border is light."""
    return np.asarray(255 - levels if border_level(levels) >= LIGHT else levels)


def letterbox(image: Image.Image, spec: InputSpec, full: tuple[int, int] | None = None) -> Array:
    """Steps 5 to 7: uint8 ``[size, size, 3]``. ``full`` is the upright size before any scaled decode (default: the picture's own)."""
    width, height = letterbox_size(*(full or image.size), spec.size)
    resized = image.resize((width, height), Image.Resampling.BILINEAR)
    pad = spec.pad
    if spec.color == "grey":
        levels = grey_levels(np.asarray(resized))
        if spec.invert is not None:
            levels = dark_ground(levels)
            pad = (255 - pad[0], 255 - pad[1], 255 - pad[2])
        resized = Image.fromarray(np.repeat(levels[..., None], 3, axis=2))
    square = Image.new("RGB", (spec.size, spec.size), pad)
    square.paste(resized, ((spec.size - width) // 2, (spec.size - height) // 2))
    return np.asarray(square)


def preprocess(data: bytes, spec: InputSpec, name: str = "image") -> Array:
    """All seven steps: photo bytes → uint8 ``[size, size, 3]`` RGB."""
    try:
        with Image.open(io.BytesIO(data)) as header:
            width, height = header.size
            turn = orientation(header)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadImage(f"{name}: {error}") from error
    full = (height, width) if turn >= 5 else (width, height)
    return letterbox(decode_upright(data, spec, name), spec, full)


def stretch_back(image: Image.Image) -> Image.Image:
    """Undoes the squash of the catalogue's 224x224 pictures: 3:4 again. Training data only, never part of serving."""
    return image.resize((image.height * 3 // 4, image.height), Image.Resampling.BILINEAR)
