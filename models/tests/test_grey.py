"""Small grey pictures: reading idx files, variations by the batch, and the networks that take them."""

from __future__ import annotations

import dataclasses
import gzip
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch

from hangtag_models.architectures import make_network
from hangtag_models.compact import CompactNet
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadData, BadRelease
from hangtag_models.export import build_onnx
from hangtag_models.folding import fold_batch_norms
from hangtag_models.grey import GreyPictures, erased, moved, resized, varied
from hangtag_models.prepare_idx import read_idx, split_off_validation
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from tests.conftest import ROOT

TEN = ROOT / "labels/fashion-mnist-10.csv"


@pytest.fixture(scope="module")
def ten() -> Taxonomy:
    return read_taxonomy(TEN)


@pytest.fixture(scope="module")
def config() -> Config:
    return dataclasses.replace(read_config(ROOT / "configs/fashion-mnist-best.yaml"), width=4)


def idx(path: Path, values: npt.NDArray[np.uint8]) -> Path:
    """Writes an idx file of unsigned bytes, gzipped if its name says so."""
    content = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape) + values.tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize("name", ["few-idx3-ubyte", "few-idx3-ubyte.gz"])
def test_idx_files_are_read_gzipped_or_not(tmp_path: Path, name: str) -> None:
    values = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
    assert np.array_equal(read_idx(idx(tmp_path / name, values)), values)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not an idx file"),
        (struct.pack(">HBBI", 0, 13, 1, 1) + b"1234", r"unsigned bytes"),
        (struct.pack(">HBBI", 0, 8, 1, 5) + b"1234", r"not an idx file of \(5,\)"),
    ],
)
def test_other_files_are_refused_by_name(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "odd").write_bytes(content)
    with pytest.raises(BadData, match=f"odd: .*{message}"):
        read_idx(tmp_path / "odd")


def test_validation_is_stratified_seeded_and_keeps_equal_pictures_together(ten: Taxonomy) -> None:
    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (400, 4, 4), np.uint8)
    pictures[1::40] = pictures[::40]
    labels = np.repeat(np.arange(10), 40)
    splits = np.array(split_off_validation(pictures, labels, ten))
    assert splits.tolist() == split_off_validation(pictures, labels, ten)
    assert [int((splits[labels == number] == "validation").sum()) for number in range(10)] == [4] * 10
    assert (splits[::40] == splits[1::40]).all()


def test_a_batch_is_seeded_varied_and_one_hot() -> None:
    pictures = np.random.default_rng(1).integers(0, 256, (6, 28, 28), np.uint8)
    data = GreyPictures(pictures, np.array([0, 1, 2, 0, 1, 2]), 3)
    images, targets = data.batch(np.array([4, 0]), 28, 1.0, (1, 2, 3))
    assert targets.tolist() == [[False, True, False], [True, False, False]]
    assert (images.shape, images.dtype) == ((2, 1, 28, 28), torch.float32)
    assert torch.equal(images, data.batch(np.array([4, 0]), 28, 1.0, (1, 2, 3))[0])
    assert not torch.equal(images, data.batch(np.array([4, 0]), 28, 1.0, (1, 2, 4))[0])
    plain, _ = data.batch(np.array([4, 0]), 28, 0.0, (1, 2, 3))
    assert torch.equal(plain[:, 0], torch.from_numpy(pictures[[4, 0]]).float() / 255)
    assert data.batch(np.array([4, 0]), 20, 1.0, (1,))[0].shape == (2, 1, 20, 20)


def test_moving_mirrors_half_and_keeps_the_middle() -> None:
    picture = torch.zeros(64, 1, 28, 28)
    picture[:, :, 10:18, 4:8] = 1
    out = moved(picture, 1.0, torch.Generator().manual_seed(2))
    left = out[:, 0, :, :14].sum(dim=(1, 2)) > out[:, 0, :, 14:].sum(dim=(1, 2))
    assert 16 < int(left.sum()) < 48
    # nearer or farther by at most an eighth, and nothing is lost over the edge
    assert (out.sum(dim=(1, 2, 3)) / 32 - 1).abs().max() < 0.4


def test_whole_pixels_are_kept_as_they_are() -> None:
    pictures = torch.rand(80, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    pictures[:, :, :3], pictures[:, :, -3:], pictures[..., :3], pictures[..., -3:] = 0, 0, 0, 0
    out = moved(pictures, 1.0, torch.Generator().manual_seed(2), whole_pixels=True)
    offsets = set()
    for before, after in zip(pictures[:, 0], out[:, 0], strict=True):
        found = [
            (down, right)
            for down in range(-2, 3)
            for right in range(-2, 3)
            for shape in (before, before.flip(1))
            if torch.allclose(shape.roll((down, right), (0, 1)), after, atol=1e-4)
        ]
        assert len(found) == 1
        offsets.update(found)
    assert len(offsets) > 15


def test_erasing_takes_one_rectangle_of_one_level_from_some() -> None:
    pictures = torch.full((200, 1, 28, 28), 2.0)
    out = erased(pictures, 1.0, torch.Generator().manual_seed(2))
    hit = (out != 2).flatten(1).any(dim=1)
    assert 70 < int(hit.sum()) < 130
    for picture in out[hit][:, 0]:
        inside = picture != 2
        rows, columns = inside.any(dim=1).sum(), inside.any(dim=0).sum()
        assert int(inside.sum()) == int(rows * columns)
        assert len(picture[inside].unique()) == 1
        assert 3 <= min(rows, columns) <= max(rows, columns) <= 13
    assert varied(pictures, 0.0, torch.Generator()) is pictures


def test_resizing_keeps_the_level() -> None:
    assert torch.allclose(resized(torch.full((1, 1, 28, 28), 0.3), 20), torch.full((1, 1, 20, 20), 0.3))


@pytest.mark.parametrize("architecture", ["plain", "convolutional", "residual"])
def test_network_shapes_without_a_clothing_output(config: Config, architecture: str) -> None:
    net = make_network(dataclasses.replace(config, architecture=architecture), 10).eval()
    pictures = torch.randint(0, 256, (2, 1, 28, 28)).expand(-1, 3, -1, -1)
    logits, clothing, activation = net(net.normalise(pictures))
    assert (logits.shape, clothing, activation.shape[2:]) == ((2, 10), None, (7, 7))


def settled(config: Config) -> CompactNet:
    """A network whose norms have seen something."""
    torch.manual_seed(5)
    net = make_network(config, 10)
    assert isinstance(net, CompactNet)
    for _ in range(3):
        net.train()(torch.rand(16, 1, 28, 28))
    return net.eval()


@torch.no_grad()
def test_a_mirrored_network_answers_a_picture_as_its_mirror_image_by_its_pooled_activation(config: Config) -> None:
    net = settled(config)
    x = torch.rand(3, 1, 28, 28)
    logits, _, activation = net(x)
    assert torch.allclose(net(x.flip(3))[0], logits, atol=1e-5)
    assert torch.allclose(activation.mean(dim=(2, 3)) @ net.head.weight.T + net.head.bias, logits, atol=1e-5)
    net.mirrored = False
    assert not torch.allclose(net(x.flip(3))[0], net(x)[0], atol=1e-5)


@torch.no_grad()
def test_folding_changes_no_answer(config: Config) -> None:
    net = settled(config)
    x = torch.rand(3, 1, 28, 28)
    before = net(x)[0]
    assert torch.allclose(fold_batch_norms(net)(x)[0], before, atol=1e-4)
    assert not [module for module in net.modules() if isinstance(module, torch.nn.BatchNorm2d)]


def test_a_network_whose_head_is_not_on_the_activation_is_not_exported(config: Config) -> None:
    with pytest.raises(BadRelease, match="cannot be released"):
        build_onnx(make_network(dataclasses.replace(config, architecture="plain"), 10), 28)
