"""Going on from a released package, and the mixed precision that makes it quick."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from torch.nn import functional as F

from hangtag_models.config import read_config
from hangtag_models.errors import BadCheckpoint, BadConfig
from hangtag_models.export import build_onnx
from hangtag_models.network import HangtagNet, SameConv
from hangtag_models.runtime import Model
from hangtag_models.train import predict, to_input
from hangtag_models.two_headed import normalise
from hangtag_models.warm_start import load_package
from tests.conftest import ROOT, write_config

PACKAGE = ROOT / "packages" / "clothing-73" / "model.onnx"
SIZE = 64


def pictures(count: int, seed: int, size: int = SIZE) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Blotches: smooth enough that a network answers something of its own to each."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (count, 3, size // 16, size // 16)).astype(np.float32)
    smooth = F.interpolate(torch.from_numpy(small), size=(size, size), mode="bilinear")
    return smooth.permute(0, 2, 3, 1).numpy().astype(np.uint8)


def test_a_float_file_gives_its_network_back(tmp_path: Path) -> None:
    # given a network whose norms have seen something, and its file
    torch.manual_seed(3)
    net = HangtagNet(5)
    net.train()(normalise(to_input(pictures(32, seed=1))))
    path = tmp_path / "model.onnx"
    shown = pictures(8, seed=2)
    expected, expected_clothing = predict(net, shown)
    onnx.save(build_onnx(net, SIZE), str(path))
    # when another one starts from the file
    other = HangtagNet(5)
    load_package(other, path, normalise(to_input(pictures(32, seed=3))))
    # then it answers alike, and has norms to train with
    got, clothing = predict(other, shown)
    np.testing.assert_allclose(got, expected, atol=1e-3)
    np.testing.assert_allclose(clothing, expected_clothing, atol=1e-3)
    assert all(norm.training for norm in other.train().modules() if isinstance(norm, torch.nn.BatchNorm2d))


def test_the_released_int8_file_is_a_start_too() -> None:
    # given the package that is served
    size = 160
    shown = pictures(24, seed=4, size=size)
    net = HangtagNet(73, architecture="efficientnet-lite2")
    load_package(net, PACKAGE, normalise(to_input(pictures(48, seed=5, size=size))))
    # when both answer
    expected = Model(PACKAGE).run(shown).logits
    got, _ = predict(net, shown)
    # then rounding is all that lies between them
    assert np.corrcoef(got.ravel(), expected.ravel())[0, 1] > 0.97
    assert np.abs(got - expected).mean() < 0.25 * expected.std()


def test_the_released_file_is_no_start_for_a_smaller_network() -> None:
    with pytest.raises(
        BadCheckpoint, match=r"clothing-73/model\.onnx: block3\.depthwise\.weight is \[144, 1, 3, 3\], expected \[144, 1, 5, 5\]"
    ):
        load_package(HangtagNet(73), PACKAGE, torch.zeros(2, 3, SIZE, SIZE))


def test_a_file_of_another_network_is_refused_by_the_tensor(tmp_path: Path) -> None:
    model = onnx.load(str(PACKAGE))
    broken = next(item for item in model.graph.initializer if item.name == "stem.weight_quantized")
    broken.CopyFrom(numpy_helper.from_array(np.zeros((16, 3, 3, 3), np.int8), broken.name))
    path = tmp_path / "model.onnx"
    onnx.save(model, str(path))
    with pytest.raises(BadCheckpoint, match=r"stem\.weight"):
        load_package(HangtagNet(73), path, torch.zeros(2, 3, SIZE, SIZE))
    with pytest.raises(BadCheckpoint, match="no such model"):
        load_package(HangtagNet(73), tmp_path / "none" / "model.onnx", torch.zeros(2, 3, SIZE, SIZE))


def test_a_configuration_starts_from_one_thing(tmp_path: Path) -> None:
    path = write_config(tmp_path, package="packages/clothing-73/model.onnx", init="other")
    with pytest.raises(BadConfig, match="package"):
        read_config(path)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (3, 2), (5, 1), (5, 2)])
def test_mixed_precision_has_the_gradients_of_float(kernel: int, stride: int) -> None:
    # given a depthwise convolution and an input
    torch.manual_seed(7)
    conv = SameConv(16, 16, kernel, stride, groups=16)
    x = torch.randn(4, 16, 20, 20).to(memory_format=torch.channels_last).requires_grad_()

    def gradients(bfloat16: bool) -> tuple[torch.Tensor, torch.Tensor]:
        conv.zero_grad()
        x.grad = None
        with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
            out = conv(x)
        out.float().square().mean().backward()
        assert x.grad is not None
        assert conv.weight.grad is not None
        return x.grad.clone(), conv.weight.grad.clone()

    # when both precisions go backward, then they differ by rounding only
    for mixed, plain in zip(gradients(True), gradients(False), strict=True):
        assert mixed.dtype == torch.float32
        assert float((mixed - plain).norm() / plain.norm()) < 0.02


def test_mixed_precision_answers_in_float32_as_float_does() -> None:
    # given a network and pictures
    torch.manual_seed(7)
    net = HangtagNet(73)
    pictures = np.random.default_rng(7).integers(0, 256, (3, SIZE, SIZE, 3), dtype=np.uint8)
    # when both precisions predict
    mixed, plain = predict(net, pictures, bfloat16=True), predict(net, pictures)
    # then logits and clothing logits are float32 and differ by rounding only
    for rounded, exact in zip(mixed, plain, strict=True):
        assert rounded.dtype == np.float32
        np.testing.assert_allclose(rounded, exact, rtol=0.05, atol=0.05)
