"""The drawn product pictures: repeatable, of known classes, and stored in the formats that the examples promise."""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageOps

pytest.importorskip("resvg_py", reason="drawing needs the illustrations extra")

from hangtag_models.illustrations.canvas import blade, corner, luminance, mirrored, mix, number, smooth, trace
from hangtag_models.illustrations.catalogue import CLASSES, sample
from hangtag_models.illustrations.examples import EXAMPLES, jpeg_turned, png_sixteen
from hangtag_models.illustrations.raster import render
from hangtag_models.illustrations.scene import svg

ROOT = Path(__file__).resolve().parents[2]
SHOWN = ROOT / "examples"
TAXONOMY = ROOT / "models" / "labels" / "classes.csv"

# file → format, Pillow mode as stored, EXIF orientation
STORED = {
    "striped-polo.jpg": ("JPEG", "RGB", 1),
    "mountain-tshirt.jpg": ("JPEG", "RGB", 1),
    "checked-shirt.png": ("PNG", "RGB", 1),
    "pinstripe-shirt-cmyk.jpg": ("JPEG", "CMYK", 1),
    "grey-hoodie.webp": ("WEBP", "RGB", 1),
    "striped-sweater.webp": ("WEBP", "RGB", 1),
    "blue-jeans-turned.jpg": ("JPEG", "RGB", 6),
    "navy-briefs.gif": ("GIF", "P", 1),
    "green-trunks-16bit.png": ("PNG", "RGB", 1),
    "lace-bra-transparent.png": ("PNG", "RGBA", 1),
    "floral-dress.jpg": ("JPEG", "RGB", 1),
    "teal-saree-turned.jpg": ("JPEG", "RGB", 8),
    "block-print-kurta.jpg": ("JPEG", "RGB", 1),
    "baby-bodysuit-palette.png": ("PNG", "P", 1),
    "white-vest-grey.jpg": ("JPEG", "L", 1),
    "dungarees-upside-down.jpg": ("JPEG", "RGB", 3),
    "dotted-girls-dress.webp": ("WEBP", "RGB", 1),
    "navy-blazer.jpg": ("JPEG", "RGB", 1),
    "sheer-tights.png": ("PNG", "LA", 1),
    "pleated-skirt.jpg": ("JPEG", "RGB", 1),
}


def expectations() -> dict[str, str]:
    with (SHOWN / "expected.csv").open(newline="", encoding="utf-8") as file:
        return {row["file"]: row["class"] for row in csv.DictReader(file)}


def known_classes() -> set[str]:
    if not TAXONOMY.is_file():
        pytest.skip("no class list in this checkout")
    with TAXONOMY.open(newline="", encoding="utf-8") as file:
        return {row["id"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("class_id", CLASSES)
def test_every_class_draws_a_well_formed_document_the_same_each_time(class_id: str) -> None:
    first = svg(sample(class_id, 7), 60, 80)
    ElementTree.fromstring(first)
    assert first == svg(sample(class_id, 7), 60, 80)
    assert first != svg(sample(class_id, 8), 60, 80)


def test_every_reference_in_a_document_is_defined() -> None:
    for class_id in ("saree", "mens-shirt-checked", "womens-dress-printed", "mens-briefs"):
        document = svg(sample(class_id, 3), 60, 80)
        ids = {part.split('"')[0] for part in document.split(' id="')[1:]}
        used = {part.split(")")[0] for part in document.split("url(#")[1:]}
        used |= {part.split('"')[0] for part in document.split('href="#')[1:]}
        assert used <= ids


def test_pixels_are_the_same_each_time_and_show_a_garment() -> None:
    picture = sample("mens-polo-striped", 11)
    first = np.asarray(render(picture, 90, 120))
    assert first.shape == (120, 90, 3)
    assert np.array_equal(first, np.asarray(render(picture, 90, 120)))
    assert first.std() > 20


def test_drawn_classes_are_classes_of_the_model() -> None:
    known = known_classes()
    assert set(CLASSES) <= known
    assert {example.class_id for example in EXAMPLES} <= known
    assert len(CLASSES) > 50


def test_examples_are_complete_and_listed() -> None:
    expected = expectations()
    assert expected == {example.file: example.class_id for example in EXAMPLES}
    assert set(expected) == set(STORED)
    pictures = {path.name for path in SHOWN.iterdir() if path.suffix in {".jpg", ".png", ".webp", ".gif"}}
    assert pictures == set(expected)
    readme = (SHOWN / "README.md").read_text(encoding="utf-8")
    for file in expected:
        assert f"`{file}`" in readme
        ElementTree.parse(SHOWN / "artwork" / f"{Path(file).stem}.svg")


def test_examples_folder_is_small() -> None:
    assert sum(path.stat().st_size for path in SHOWN.rglob("*") if path.is_file()) < 2_500_000


@pytest.mark.parametrize("file", STORED)
def test_example_is_stored_as_promised(file: str) -> None:
    kind, mode, turn = STORED[file]
    example = next(example for example in EXAMPLES if example.file == file)
    with Image.open(SHOWN / file) as image:
        assert image.format == kind
        assert image.mode == mode
        assert image.getexif().get(0x0112, 1) == turn
        upright = ImageOps.exif_transpose(image)
        assert upright.size == (example.width, example.height)
        assert np.asarray(upright.convert("L")).std() > 10


def test_particular_encodings() -> None:
    with Image.open(SHOWN / "mountain-tshirt.jpg") as image:
        assert image.info.get("progressive")
    with Image.open(SHOWN / "striped-polo.jpg") as image:
        assert not image.info.get("progressive")
    header = (SHOWN / "green-trunks-16bit.png").read_bytes()[16:29]
    assert struct.unpack(">IIBB", header[:10])[2:] == (16, 2)
    assert b"VP8L" in (SHOWN / "striped-sweater.webp").read_bytes()[:64]
    assert b"VP8 " in (SHOWN / "grey-hoodie.webp").read_bytes()[:64]
    with Image.open(SHOWN / "lace-bra-transparent.png") as image:
        assert image.getchannel("A").getextrema() == (0, 255)


def two_halves() -> Image.Image:
    image = Image.new("RGBA", (40, 60), "#ff0000")
    image.paste(Image.new("RGBA", (40, 20), "#0000ff"), (0, 0))
    return image


@pytest.mark.parametrize("turn", [3, 6, 8])
def test_turned_jpeg_is_upright_for_who_obeys_the_flag(turn: int, tmp_path: Path) -> None:
    jpeg_turned(turn, 95)(two_halves(), tmp_path / "x.jpg")
    with Image.open(tmp_path / "x.jpg") as image:
        upright = ImageOps.exif_transpose(image)
    assert upright.size == (40, 60)
    assert np.asarray(upright)[8, 20, 2] > 200
    assert np.asarray(upright)[50, 20, 0] > 200


def test_sixteen_bit_png_keeps_the_picture(tmp_path: Path) -> None:
    png_sixteen(two_halves(), tmp_path / "x.png")
    with Image.open(tmp_path / "x.png") as image:
        assert np.array_equal(np.asarray(image.convert("RGB")), np.asarray(two_halves().convert("RGB")))


def test_small_geometry() -> None:
    assert number(1.50) == "1.5"
    assert number(-0.001) == "0"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert luminance("#ffffff") == pytest.approx(1.0)
    square = trace([corner(0, 0), corner(2, 0), corner(2, 3), corner(0, 3)])
    assert (square.width, square.height) == (2, 3)
    assert "c" not in square.d
    assert "c" in trace([smooth(0, 0), smooth(2, 0), smooth(2, 3)]).d
    assert len(mirrored([smooth(0, 0), corner(3, 1), smooth(0, 4)])) == 4
    assert len(blade([(0, 0), (1, 1), (2, 0)], 1.0)) == 4
