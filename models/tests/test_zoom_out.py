"""Pictures made smaller and laid somewhere in their square: garments photographed from afar."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from torch import Tensor

from hangtag_models.augmentation import LARGEST, SMALLEST, WHOLE, zoom_out
from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.export import build_onnx
from hangtag_models.network import HangtagNet
from hangtag_models.teachers import teaching_loss
from tests.conftest import make_trainer, prepare_photos, show_some, write_config

SIZE = 40
CLASSES = 73


def sheets(count: int, ground: float = 0.9, garment: float = -0.8) -> Tensor:
    """A dark square over the middle half of a light sheet."""
    images = torch.full((count, 3, SIZE, SIZE), ground)
    images[:, :, SIZE // 4 : -SIZE // 4, SIZE // 4 : -SIZE // 4] = garment
    return images


def extent(image: Tensor) -> tuple[float, float, float]:
    """Side of the dark square in pixels (root of its area), and where its middle is, across and down."""
    dark = (0.9 - image[0]) / 1.7
    at = torch.arange(SIZE) + 0.5
    across, down = (dark.sum(0) * at).sum() / dark.sum(), (dark.sum(1) * at).sum() / dark.sum()
    return dark.sum().sqrt().item(), across.item(), down.item()


def write_attentive_teacher(path: Path) -> Path:
    """A teacher whose answer hangs on the picture: an untrained network's does not, until its norms have seen some."""
    torch.manual_seed(3)
    net = show_some(HangtagNet(CLASSES, dropout=0.0), 32)
    with torch.no_grad():
        net.head.weight.mul_(5)
    onnx.save(build_onnx(net, 32), str(path))
    return path


def test_garment_is_smaller_whole_and_somewhere_else() -> None:
    zoomed, _ = zoom_out(sheets(200), 1.0, np.random.default_rng(4))
    sides, across, down = np.array([extent(image) for image in zoomed]).T
    assert sides.min() >= SMALLEST * SIZE / 2 - 0.6
    assert sides.max() <= LARGEST * SIZE / 2 + 0.6
    # all of the range is used, and all four corners are
    assert sides.min() < 10 < 16 < sides.max()
    for middle in (across, down):
        assert middle.min() < 12
        assert middle.max() > 28
    assert abs(np.corrcoef(across, down)[0, 1]) < 0.25


def test_ground_goes_on_to_the_edge_of_the_square() -> None:
    for image in zoom_out(sheets(50), 1.0, np.random.default_rng(5))[0]:
        edge = torch.cat([image[:, 0], image[:, -1], image[:, :, 0], image[:, :, -1]], dim=1)
        assert torch.allclose(edge, torch.tensor(0.9), atol=1e-5)


def test_levels_stay_within_what_they_were() -> None:
    images = torch.rand(30, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(6)) * 2 - 1
    zoomed, _ = zoom_out(images, 1.0, np.random.default_rng(6))
    assert zoomed.shape == images.shape
    assert zoomed.min() >= images.min() - 1e-5
    assert zoomed.max() <= images.max() + 1e-5


def test_share_of_the_pictures_is_changed_and_the_rest_and_the_given_ones_stay() -> None:
    images = sheets(400)
    zoomed, boxes = zoom_out(images, 0.4, np.random.default_rng(7))
    changed = (zoomed != images).flatten(1).any(dim=1)
    assert changed.float().mean().item() == pytest.approx(0.4, abs=0.08)
    assert torch.equal(images, sheets(400))
    assert [box != WHOLE for box in boxes] == changed.tolist()


def test_tells_where_each_picture_lies() -> None:
    zoomed, boxes = zoom_out(sheets(50), 1.0, np.random.default_rng(11))
    for image, (left, top, right, bottom) in zip(zoomed, boxes, strict=True):
        side, across, down = extent(image)
        assert (left + right) / 2 * SIZE == pytest.approx(across, abs=0.3)
        assert (top + bottom) / 2 * SIZE == pytest.approx(down, abs=0.3)
        assert right - left == pytest.approx(bottom - top)
        assert (right - left) * SIZE / 2 == pytest.approx(side, abs=0.6)


def test_nothing_is_drawn_where_nothing_is_zoomed_so_that_earlier_runs_stay_as_they_were() -> None:
    rng = np.random.default_rng(8)
    images = sheets(3)
    zoomed, boxes = zoom_out(images, 0.0, rng)
    assert zoomed is images
    assert boxes == [WHOLE] * 3
    assert rng.random() == np.random.default_rng(8).random()


def test_the_same_seed_gives_the_same_pictures() -> None:
    first, second = (zoom_out(sheets(6), 0.5, np.random.default_rng(9))[0] for _ in range(2))
    assert torch.equal(first, second)


def test_teachers_see_a_picture_as_it_was_and_the_network_sees_it_zoomed_out(data: Path, tmp_path: Path) -> None:
    prepare_photos(data, tmp_path)
    teacher = write_attentive_teacher(tmp_path / "teacher.onnx")
    trainer = make_trainer(tmp_path, teachers=[str(teacher)], teaching=1.0, dropout=0.0, clothing_weight=0.0, zoom_out=1.0)
    images, admissible = trainer.batch(np.arange(8), trainer.config.phase(0), (1,))
    zoomed, _ = zoom_out(images, 1.0, np.random.default_rng([trainer.config.seed, 0]))

    def loss(seen: Tensor, taught: Tensor) -> float:
        with torch.no_grad():
            return teaching_loss(trainer.net.train()(seen)[0], trainer.teachers.answer(taught)).item()

    expected, both_zoomed, neither = loss(zoomed, images), loss(zoomed, zoomed), loss(images, images)
    got, _ = trainer.step(images, admissible)
    assert got == pytest.approx(expected, rel=1e-4)
    assert abs(both_zoomed - expected) > 0.01 * expected
    assert abs(neither - expected) > 0.01 * expected


def test_share_that_is_zoomed_out_is_a_share(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"zoom_out must be in 0\.\.1, is 1\.2"):
        read_config(write_config(tmp_path, zoom_out=1.2))
