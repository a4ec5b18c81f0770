"""From SVG to pixels."""

from __future__ import annotations

import io

import resvg_py
from PIL import Image

from hangtag_models.illustrations.scene import Picture, svg


def rasterize(document: str) -> Image.Image:
    """The document at its own size, with an alpha channel."""
    data = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(data))).convert("RGBA")


def render(picture: Picture, width: int, height: int) -> Image.Image:
    """The picture on its background, without an alpha channel."""
    image = rasterize(svg(picture, width, height))
    ground = Image.new("RGB", image.size, "#ffffff")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
