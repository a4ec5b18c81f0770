"""``golden``: synthetic pictures with the tensors that the reference preprocessing makes of them.

They hold the Java side to :mod:`hangtag_models.preprocessing`; ``release`` adds what the int8 model answers. The pictures are drawn from a
seed and hold nothing of anybody's photos. Re-encoding with another libjpeg or libwebp may give other bytes: draw again only on purpose.
"""

from __future__ import annotations

import argparse
import io
import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from hangtag_models.preprocessing import LIGHT, WHITE, InputSpec, border_level, decode_upright, grey_levels, letterbox_size, preprocess

SIZES = (160, 224)
"""Input sizes; the second only for the pictures whose scaled decode may differ (:func:`sizes_for`), to keep the folder small."""
GREY = InputSpec(28, WHITE, "grey", "light-ground")
"""How small grey models see the pictures."""
UNDECIDED = 8
"""A border within this many levels of :data:`LIGHT` may be inverted on one side and not on the other: no golden tensor then."""
SEED = 20
"""Any number will do; it must stay."""


def scene(width: int, height: int, seed: int) -> Image.Image:
    """RGB ``width`` x ``height``: graded ground, a garment-like outline, checks, stripes, lettering-like marks, a strip of grain."""
    rng = np.random.default_rng([SEED, seed])
    y, x = np.mgrid[0:height, 0:width]
    first, second, third = rng.uniform(0, 255, (3, 3))
    along = (x / width)[..., None]
    down = (y / height)[..., None]
    ground = first * (1 - along) + second * along
    ground = ground * (1 - 0.5 * down) + third * 0.5 * down
    image = Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)

    def points(shape: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(px * width, py * height) for px, py in shape]

    colours = [tuple(int(c) for c in rng.integers(0, 256, 3)) for _ in range(4)]
    shirt = [
        (0.35, 0.2),
        (0.65, 0.2),
        (0.92, 0.42),
        (0.8, 0.52),
        (0.68, 0.43),
        (0.68, 0.85),
        (0.32, 0.85),
        (0.32, 0.43),
        (0.2, 0.52),
        (0.08, 0.42),
    ]
    draw.polygon(points(shirt), fill=colours[0], outline=colours[1])
    cell = max(2, min(width, height) // 40)
    for row in range(4):
        for column in range(8):
            if (row + column) % 2:
                left, top = 0.36 * width + column * cell, 0.3 * height + row * cell
                draw.rectangle([left, top, left + cell - 1, top + cell - 1], fill=colours[2])
    for stripe in range(6):
        at = (0.5 + 0.045 * stripe) * height
        draw.line([(0.33 * width, at), (0.67 * width, at)], fill=colours[3], width=max(1, stripe))
    for _ in range(30):
        left, top = rng.uniform(0.05, 0.9) * width, rng.uniform(0.05, 0.15) * height
        draw.line([(left, top), (left + rng.uniform(-0.02, 0.02) * width, top + 0.03 * height)], fill=(20, 20, 20), width=1)
    grain = np.where(x[..., None] > 0.8 * width, rng.normal(0, 12, (height, width, 1)), 0)
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))


def with_alpha(image: Image.Image) -> Image.Image:
    """RGBA with an alpha ramp and a hole."""
    width, height = image.size
    alpha = np.tile(np.linspace(0, 255, width).astype(np.uint8), (height, 1))
    alpha[height // 4 : height // 2, width // 3 : width // 2] = 0
    image = image.copy()
    image.putalpha(Image.fromarray(alpha))
    return image


def png16(width: int, height: int) -> bytes:
    """Grey PNG of 16 bits a sample."""
    y, x = np.mgrid[0:height, 0:width]
    values = ((x * 65535 // max(1, width - 1)) ^ (y * 977)).astype(np.uint16)
    return encoded(Image.fromarray(values), "PNG")


def png16_rgb(width: int, height: int) -> bytes:
    """RGB PNG of 16 bits a sample, which Pillow reads but does not write; the low bytes are noise that must not count."""
    high = np.asarray(scene(width, height, 28).quantize(24).convert("RGB")).astype(np.uint16)
    low = np.random.default_rng(SEED).integers(0, 256, high.shape, np.uint16) & 0xF0
    rows = ((high << 8) | low).astype(">u2")
    lines = b"".join(b"\0" + row.tobytes() for row in rows)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def oriented(image: Image.Image, value: int, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture's pixels as they are, with an EXIF orientation."""
    exif = Image.Exif()
    exif[0x0112] = value
    return encoded(image, kind, exif=exif.tobytes(), **options)


def animation() -> bytes:
    """GIF of two frames; only the first counts."""
    first, second = scene(150, 110, 40).quantize(64), scene(150, 110, 41).quantize(64)
    return encoded(first, "GIF", save_all=True, append_images=[second], duration=100)


def pictures() -> dict[str, Callable[[], bytes]]:
    """File name → bytes."""
    out: dict[str, Callable[[], bytes]] = {
        # scaled decode at 160: 1/1, 1/2, 1/4, 1/8; at 224: the next lower where it is close
        "jpeg-420-1x.jpg": lambda: encoded(scene(303, 227, 1), "JPEG", quality=88, subsampling="4:2:0"),
        "jpeg-420-2x.jpg": lambda: encoded(scene(461, 611, 2), "JPEG", quality=85, subsampling="4:2:0"),
        "jpeg-420-4x.jpg": lambda: encoded(scene(901, 677, 3), "JPEG", quality=75, subsampling="4:2:0"),
        "jpeg-420-8x.jpg": lambda: encoded(scene(1357, 1801, 4), "JPEG", quality=60, subsampling="4:2:0"),
        "jpeg-444-1x.jpg": lambda: encoded(scene(199, 251, 5), "JPEG", quality=90, subsampling="4:4:4"),
        "jpeg-444-2x.jpg": lambda: encoded(scene(500, 333, 6), "JPEG", quality=85, subsampling="4:4:4"),
        "jpeg-422-2x.jpg": lambda: encoded(scene(480, 480, 7), "JPEG", quality=85, subsampling="4:2:2"),
        "jpeg-progressive-420.jpg": lambda: encoded(scene(375, 501, 8), "JPEG", quality=80, subsampling="4:2:0", progressive=True),
        "jpeg-progressive-444-4x.jpg": lambda: encoded(scene(720, 961, 9), "JPEG", quality=70, subsampling="4:4:4", progressive=True),
        "jpeg-grey.jpg": lambda: encoded(scene(350, 420, 10).convert("L"), "JPEG", quality=85),
        "jpeg-cmyk.jpg": lambda: encoded(scene(240, 200, 11).convert("CMYK"), "JPEG", quality=90),
        "jpeg-restart.jpg": lambda: encoded(scene(331, 259, 12), "JPEG", quality=85, restart_marker_blocks=4),
        "jpeg-60x80.jpg": lambda: encoded(scene(60, 80, 13), "JPEG", quality=90),
        "jpeg-narrow.jpg": lambda: encoded(scene(700, 3, 14), "JPEG", quality=90),
        "jpeg-exact-320.jpg": lambda: encoded(scene(320, 240, 15), "JPEG", quality=85, subsampling="4:2:0"),
        "png-rgb.png": lambda: encoded(scene(210, 140, 20).quantize(32).convert("RGB"), "PNG"),
        "png-rgba.png": lambda: encoded(with_alpha(scene(120, 170, 21).quantize(24).convert("RGB")), "PNG"),
        "png-palette.png": lambda: encoded(scene(180, 230, 22).quantize(16), "PNG"),
        "png-palette-transparent.png": lambda: encoded(scene(180, 130, 23).quantize(16), "PNG", transparency=3),
        "png-grey.png": lambda: encoded(scene(90, 130, 24).convert("L"), "PNG"),
        "png-grey-alpha.png": lambda: encoded(with_alpha(scene(110, 90, 25)).convert("LA"), "PNG"),
        "png-grey16.png": lambda: png16(190, 160),
        "png-rgb16.png": lambda: png16_rgb(70, 100),
        "png-bilevel.png": lambda: encoded(scene(300, 200, 26).convert("1"), "PNG"),
        "png-exif-6.png": lambda: oriented(scene(130, 90, 27).quantize(32).convert("RGB"), 6, "PNG"),
        "gif-first-frame.gif": animation,
        "gif-transparent.gif": lambda: encoded(scene(160, 200, 42).quantize(32), "GIF", transparency=5),
        "webp-lossy.webp": lambda: encoded(scene(330, 260, 50), "WEBP", quality=70),
        "webp-lossy-alpha.webp": lambda: encoded(with_alpha(scene(200, 240, 51)), "WEBP", quality=70),
        "webp-lossless.webp": lambda: encoded(scene(170, 200, 52).quantize(32).convert("RGB"), "WEBP", lossless=True),
        "webp-exif-8.webp": lambda: oriented(scene(220, 160, 53), 8, "WEBP", quality=70),
    }
    for value in range(1, 9):
        out[f"jpeg-exif-{value}.jpg"] = lambda value=value: oriented(  # type: ignore[misc]
            scene(360, 250, 30 + value), value, quality=75, subsampling="4:2:0"
        )
    return out


@dataclass(frozen=True)
class Golden:
    """One golden picture: its file and, per size, the PNG of its tensor, in colours and in grey on dark ground."""

    file: str
    tensors: dict[int, str]
    grey: dict[int, str] = field(default_factory=dict)


def sizes_for(file: str) -> tuple[int, ...]:
    return SIZES if file.startswith("jpeg-") and not file.startswith("jpeg-exif-") else SIZES[:1]


def tensor_name(file: str, size: int, kind: str = "") -> str:
    return f"expected/{size}{kind}/{file}.png"


def write_tensor(content: bytes, spec: InputSpec, file: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(preprocess(content, spec, file)).save(path, "PNG", optimize=True)


def decided(content: bytes, file: str) -> bool:
    """Whether the picture's ground is plainly light or dark."""
    levels = grey_levels(preprocess(content, InputSpec(GREY.size), file))
    width, height = letterbox_size(*decode_upright(content, None, file).size, GREY.size)
    left, top = (GREY.size - width) // 2, (GREY.size - height) // 2
    return abs(border_level(levels[top : top + height, left : left + width]) - LIGHT) > UNDECIDED


def write_pictures(folder: Path) -> None:
    (folder / "images").mkdir(parents=True, exist_ok=True)
    for file, make in sorted(pictures().items()):
        (folder / "images" / file).write_bytes(make())


def write_golden(folder: Path, keep: bool = False) -> list[Golden]:
    """Draws all pictures, unless they are to be kept, and their expected tensors; the index is ``golden.json``."""
    if not keep:
        write_pictures(folder)
    out: list[Golden] = []
    for file in sorted(pictures()):
        content = (folder / "images" / file).read_bytes()
        golden = Golden(f"images/{file}", {size: tensor_name(file, size) for size in sizes_for(file)})
        for size, name in golden.tensors.items():
            write_tensor(content, InputSpec(size), file, folder / name)
        if decided(content, file):
            golden.grey[GREY.size] = tensor_name(file, GREY.size, "-grey-on-dark")
            write_tensor(content, GREY, file, folder / golden.grey[GREY.size])
        out.append(golden)
    answers, model = read_answers(folder) if keep else ({}, {})
    write_index(folder, out, answers, model)
    return out


Answer = tuple[list[float], float | None]
"""Logits ``[C]`` and clothing logit."""


def read_answers(folder: Path) -> tuple[dict[str, Answer], dict[str, object]]:
    """What the released model said to each picture, and which model that was; empty before a release."""
    content = json.loads((folder / "golden.json").read_text(encoding="utf-8"))
    told = {entry["file"]: (entry["logits"], entry.get("clothing")) for entry in content["pictures"] if "logits" in entry}
    return told, content["model"] or {}


def write_index(
    folder: Path,
    golden: list[Golden],
    answers: dict[str, Answer],
    model: dict[str, object],
) -> None:
    """``golden.json``: for each picture its file, tensors and, once released, the model's logits ``[C]`` and clothing logit."""
    entries = []
    for item in golden:
        entry: dict[str, object] = {"file": item.file, "expected": {str(size): path for size, path in item.tensors.items()}}
        if item.grey:
            entry["greyOnDark"] = {str(size): path for size, path in item.grey.items()}
        if item.file in answers:
            logits, clothing = answers[item.file]
            entry["logits"] = [round(float(value), 5) for value in logits]
            if clothing is not None:
                entry["clothing"] = round(clothing, 5)
        entries.append(entry)
    content = {"filter": "bilinear", "pad": [255, 255, 255], "tolerance": 1, "model": model or None, "pictures": entries}
    lines = json.dumps(content, indent=1)
    (folder / "golden.json").write_text(lines + "\n", encoding="utf-8")


def read_index(folder: Path) -> list[Golden]:
    content = json.loads((folder / "golden.json").read_text(encoding="utf-8"))

    def tensors(entry: dict[str, Any], key: str) -> dict[int, str]:
        return {int(size): path for size, path in entry.get(key, {}).items()}

    return [Golden(entry["file"], tensors(entry, "expected"), tensors(entry, "greyOnDark")) for entry in content["pictures"]]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="golden", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("golden"))
    parser.add_argument("--keep-pictures", action="store_true", help="only make the expected tensors of the pictures that are there")
    options = parser.parse_args(arguments)
    golden = write_golden(options.folder, options.keep_pictures)
    print(f"{len(golden)} pictures, {sum(path.stat().st_size for path in options.folder.rglob('*') if path.is_file()) / 1e6:.2f} MB")
