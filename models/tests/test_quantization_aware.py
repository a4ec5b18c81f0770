"""Folding changes nothing, rounding changes as int8 does, and fine-tuning wins back what rounding took."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from torch import nn

from hangtag_models.config import read_config
from hangtag_models.export import averaged_network, build_onnx
from hangtag_models.fake_quantization import RoundedActivation, RoundedWeight, add_rounding, remove_rounding
from hangtag_models.folding import convolutions, fold_batch_norms
from hangtag_models.network import HangtagNet, imagenet_weights, load_imagenet
from hangtag_models.qat import as_lite, distillation_loss, fine_tune, rounded_copy
from hangtag_models.quantize import Recipe, quantize
from hangtag_models.runtime import Model
from hangtag_models.train import Trainer, to_input
from hangtag_models.two_headed import normalise
from tests.conftest import prepare_photos, write_config


@pytest.fixture
def net() -> HangtagNet:
    torch.manual_seed(3)
    net = HangtagNet(5).eval()
    load_imagenet(net, imagenet_weights())
    nn.init.normal_(net.head.weight, std=0.5)
    return net


@pytest.fixture
def pictures() -> np.ndarray:
    return np.random.default_rng(5).integers(0, 256, (8, 64, 64, 3), np.uint8)


def test_folding_keeps_the_answers(net: HangtagNet, pictures: np.ndarray) -> None:
    x = normalise(to_input(pictures))
    with torch.no_grad():
        expected = net(x)[0]
        folded = fold_batch_norms(net)
        assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
        torch.testing.assert_close(folded(x)[0], expected, rtol=1e-3, atol=1e-3)
        torch.testing.assert_close(fold_batch_norms(folded)(x)[0], expected, rtol=1e-3, atol=1e-3)


def test_weights_lie_on_a_seven_bit_grid_by_channel() -> None:
    weight = torch.randn(4, 3, 3, 3) * torch.tensor([0.1, 1.0, 10.0, 0.0]).view(4, 1, 1, 1)
    rounded = RoundedWeight()(weight)
    for channel in range(3):
        steps = rounded[channel] / (weight[channel].abs().max() / 64)
        torch.testing.assert_close(steps, steps.round(), rtol=0, atol=1e-3)
        assert steps.abs().max().round() == 64
    assert not rounded[3].any()


def test_the_gradient_passes_through_rounding() -> None:
    weight = torch.randn(2, 4, requires_grad=True)
    RoundedWeight()(weight).sum().backward()
    torch.testing.assert_close(weight.grad, torch.ones(2, 4))


def test_activations_are_clamped_to_what_was_seen_and_to_six() -> None:
    part = RoundedActivation(relu6=True)
    part(torch.tensor([-1.0, 9.0]))
    part.watching = False
    out = part(torch.tensor([-1.0, 0.011, 3.0, 7.0]))
    torch.testing.assert_close(out, torch.tensor([0.0, 0.0, 3.0, 6.0]), rtol=0, atol=6 / 255)
    assert float(part.low) == 0.0


def test_rounding_comes_off_and_leaves_the_weights_on_the_grid(net: HangtagNet, pictures: np.ndarray) -> None:
    teacher = fold_batch_norms(net)
    student = copy.deepcopy(teacher)
    add_rounding(student)
    x = normalise(to_input(pictures))
    with torch.no_grad():
        watching = student(x)[0]
        bare = remove_rounding(student)
        torch.testing.assert_close(bare(x)[0], watching, rtol=1e-4, atol=1e-4)
    assert bare.state_dict().keys() == teacher.state_dict().keys()
    for _, _, conv, _ in convolutions(bare):
        torch.testing.assert_close(RoundedWeight()(conv.weight), conv.weight, rtol=1e-4, atol=1e-5)


def test_the_rounded_network_answers_as_the_int8_file(net: HangtagNet, pictures: np.ndarray, tmp_path: Path) -> None:
    teacher = fold_batch_norms(net)
    student = rounded_copy(teacher, pictures)
    onnx.save(build_onnx(copy.deepcopy(teacher), 64), str(tmp_path / "float.onnx"))
    quantize(tmp_path / "float.onnx", tmp_path / "int8.onnx", pictures, Recipe("minmax", photos=8))
    with torch.no_grad():
        rounded, plain = (part(normalise(to_input(pictures)))[0].numpy() for part in (student, teacher))
    int8 = Model(tmp_path / "int8.onnx").run(pictures).logits
    # what the file loses against float is mostly what the rounded network predicts it to lose
    assert np.abs(int8 - rounded).mean() < 0.5 * np.abs(int8 - plain).mean()


def test_the_loss_is_least_where_both_agree() -> None:
    teacher = (torch.randn(3, 5), torch.randn(3, 1))
    student = tuple(part.clone().requires_grad_() for part in teacher)
    distillation_loss((student[0], student[1]), teacher).backward()  # type: ignore[no-untyped-call]
    for part in student:
        assert part.grad is not None
        assert part.grad.abs().max() < 1e-6


def test_fine_tuning_brings_the_rounded_network_nearer(prepared_run: Trainer) -> None:
    trainer = prepared_run
    teacher = as_lite(averaged_network(trainer.config, trainer.run / "last.pt", trainer.taxonomy))
    pictures = np.random.default_rng(1).integers(0, 256, (8, 32, 32, 3), np.uint8)
    net = fine_tune(trainer, teacher, pictures, steps=3)
    saved = {"classes": list(trainer.taxonomy.ids), "folded": net.state_dict()}
    torch.save(saved, trainer.run / "quantized.pt")
    again = averaged_network(trainer.config, trainer.run / "quantized.pt", trainer.taxonomy)
    x = normalise(to_input(pictures))
    with torch.no_grad():
        assert torch.equal(again(x)[0], net(x)[0])


@pytest.fixture
def prepared_run(data: Path, tmp_path: Path) -> Trainer:
    prepare_photos(data, tmp_path)
    config = read_config(write_config(tmp_path))
    run = tmp_path / "runs" / config.name
    run.mkdir(parents=True)
    trainer = Trainer(config, run, None, log_every=1)
    trainer.save()
    return trainer
