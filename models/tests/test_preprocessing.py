"""The reference preprocessing against the committed golden tensors and the rules of the contract."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from hangtag_models.errors import BadImage
from hangtag_models.golden import GREY, oriented, read_index, scene
from hangtag_models.preprocessing import InputSpec, border_level, grey_levels, letterbox_size, preprocess, stretch_back
from tests.conftest import ROOT

GOLDEN = ROOT / "golden"


@pytest.mark.parametrize("item", read_index(GOLDEN), ids=lambda item: item.file)
def test_golden_tensors(item) -> None:  # type: ignore[no-untyped-def]
    for size, expected in item.tensors.items():
        got = preprocess((GOLDEN / item.file).read_bytes(), InputSpec(size), item.file).astype(int)
        wanted = np.asarray(Image.open(GOLDEN / expected)).astype(int)
        assert got.shape == (size, size, 3)
        # another build of libjpeg or libwebp may round differently by one level
        assert np.abs(got - wanted).max() <= 1


@pytest.mark.parametrize("item", [item for item in read_index(GOLDEN) if item.grey], ids=lambda item: item.file)
def test_golden_tensors_in_grey(item) -> None:  # type: ignore[no-untyped-def]
    for size, expected in item.grey.items():
        got = preprocess((GOLDEN / item.file).read_bytes(), replace(GREY, size=size), item.file).astype(int)
        wanted = np.asarray(Image.open(GOLDEN / expected).convert("RGB")).astype(int)
        assert np.abs(got - wanted).max() <= 1
        assert (got == got[..., :1]).all()


def test_golden_pictures_lie_on_light_and_on_dark_ground() -> None:
    inverted = set()
    for item in read_index(GOLDEN):
        if item.grey:
            levels = grey_levels(preprocess((GOLDEN / item.file).read_bytes(), InputSpec(28), item.file))
            grey = preprocess((GOLDEN / item.file).read_bytes(), GREY, item.file)[..., 0]
            inverted.add(bool((grey.astype(int) == 255 - levels.astype(int)).mean() > 0.5))
    assert inverted == {True, False}


def test_grey_is_rounded_as_pillow_rounds_it() -> None:
    picture = np.random.default_rng(3).integers(0, 256, (64, 64, 3), np.uint8)
    assert np.array_equal(grey_levels(picture), np.asarray(Image.fromarray(picture).convert("L")))


def png(levels: list[list[int]]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.array(levels, np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


def test_only_a_garment_on_light_ground_is_inverted() -> None:
    spec = InputSpec(4, color="grey", invert="light-ground")
    light = [[240, 240, 240, 240], [240, 30, 30, 240], [240, 30, 30, 240], [240, 240, 240, 240]]
    dark = (255 - np.array(light)).tolist()
    assert np.array_equal(preprocess(png(light), spec)[..., 0], dark)
    assert np.array_equal(preprocess(png(dark), spec)[..., 0], dark)
    assert np.array_equal(preprocess(png(light), InputSpec(4, color="grey"))[..., 0], light)
    # what lies beside the picture is what light ground turns into
    assert preprocess(png([[250, 250]]), spec)[..., 0].tolist() == [[0] * 4, [5] * 4, [5] * 4, [0] * 4]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([[7]], 7), ([[1, 9]], 1), ([[1], [2], [3]], 2), ([[5, 5, 5], [9, 0, 9], [9, 9, 9]], 9), ([[5, 5, 5], [5, 255, 9], [9, 9, 9]], 5)],
)
def test_border_level_is_the_lower_median_of_the_outermost_pixels(levels: list[list[int]], expected: int) -> None:
    assert border_level(np.array(levels, np.uint8)) == expected


def test_golden_folder_is_small() -> None:
    assert sum(path.stat().st_size for path in GOLDEN.rglob("*") if path.is_file()) < 2_000_000
    assert json.loads((GOLDEN / "golden.json").read_text(encoding="utf-8"))["tolerance"] == 1


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(60, 80, (120, 160)), (4000, 3000, (160, 120)), (1, 10000, (1, 160)), (333, 500, (107, 160)), (160, 160, (160, 160))],
)
def test_letterbox_size(width: int, height: int, expected: tuple[int, int]) -> None:
    assert letterbox_size(width, height, 160) == expected


def test_every_orientation_of_one_scene_is_the_same_upright_picture() -> None:
    upright = scene(160, 120, 1)
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    expected = preprocess(oriented(upright, 1, "PNG"), InputSpec(160))
    for value, back in undo.items():
        stored = upright.transpose(back)
        assert np.array_equal(preprocess(oriented(stored, value, "PNG"), InputSpec(160)), expected), value


def test_transparent_pixels_take_the_pad_colour() -> None:
    image = Image.new("RGBA", (10, 10), (200, 0, 0, 0))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    assert (preprocess(buffer.getvalue(), InputSpec(32, (10, 20, 30))) == (10, 20, 30)).all()


def test_high_byte_of_sixteen_bits() -> None:
    buffer = io.BytesIO()
    Image.fromarray(np.full((8, 8), 0x7FFF, np.uint16)).save(buffer, "PNG")
    assert (preprocess(buffer.getvalue(), InputSpec(8)) == 0x7F).all()


def test_broken_pictures_are_named() -> None:
    with pytest.raises(BadImage, match=r"odd\.jpg"):
        preprocess(b"no picture", InputSpec(32), "odd.jpg")
    whole = (GOLDEN / "images/jpeg-444-1x.jpg").read_bytes()
    with pytest.raises(BadImage, match=r"cut\.jpg"):
        preprocess(whole[: len(whole) // 2], InputSpec(32), "cut.jpg")


def test_stretch_back_is_three_to_four() -> None:
    assert stretch_back(Image.new("RGB", (224, 224))).size == (168, 224)
