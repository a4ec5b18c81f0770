"""What a run learns from other models, beside its labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.export import build_onnx
from hangtag_models.network import HangtagNet
from hangtag_models.preprocessing import Array
from hangtag_models.runtime import Model
from hangtag_models.teachers import Teachers, teaching_loss
from hangtag_models.train import to_input
from hangtag_models.two_headed import as_pictures, normalise
from tests.conftest import make_trainer, prepare_photos, write_config

CLASSES = 73


def write_teacher(path: Path, size: int = 32, seed: int = 0) -> Path:
    torch.manual_seed(seed)
    net = HangtagNet(CLASSES).eval()
    torch.nn.init.normal_(net.head.bias)
    onnx.save(build_onnx(net, size), str(path))
    return path


@pytest.fixture(scope="module")
def pictures() -> Array:
    return np.random.default_rng(1).integers(0, 256, (3, 32, 32, 3), np.uint8)


def test_pictures_come_back_from_what_the_network_is_given(pictures: Array) -> None:
    assert (as_pictures(normalise(to_input(pictures))) == pictures).all()


def test_levels_between_and_beyond_are_rounded_and_cut() -> None:
    given = normalise(torch.tensor([-9.0, 0.4, 0.6, 300.0]).reshape(1, 1, 1, 4).expand(1, 3, 1, 4))
    assert as_pictures(given)[0, 0, :, 0].tolist() == [0, 0, 1, 255]


def test_teachers_answer_with_the_mean_of_their_probabilities(tmp_path: Path, pictures: Array) -> None:
    files = [write_teacher(tmp_path / f"{seed}.onnx", seed=seed) for seed in (1, 2)]
    got = Teachers(files, CLASSES, {32}).answer(normalise(to_input(pictures)))
    alone = [torch.softmax(torch.from_numpy(Model(file).run(pictures).logits), dim=1) for file in files]
    assert not torch.allclose(alone[0], alone[1], atol=0.01)
    assert torch.allclose(got, (alone[0] + alone[1]) / 2, atol=1e-6)
    assert torch.allclose(got.sum(dim=1), torch.ones(3), atol=1e-5)


def test_no_teachers() -> None:
    assert not Teachers([], CLASSES, {64, 96})


def test_a_teacher_that_does_not_fit_is_refused_by_name(tmp_path: Path) -> None:
    file = write_teacher(tmp_path / "small.onnx")
    with pytest.raises(BadConfig, match=r"gone\.onnx: no such model"):
        Teachers([tmp_path / "gone.onnx"], CLASSES, {32})
    with pytest.raises(BadConfig, match=r"small\.onnx: has 73 classes, expected 10"):
        Teachers([file], 10, {32})
    with pytest.raises(BadConfig, match=r"small\.onnx: takes 32 pixels, but the phases have 32, 64"):
        Teachers([file], CLASSES, {32, 64})


def test_loss_is_nothing_where_the_network_answers_as_it_should_and_grows_from_there() -> None:
    wanted = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.1, 0.8]])
    assert teaching_loss(wanted.log() + 3, wanted).item() == pytest.approx(0, abs=1e-6)
    near, far = (wanted + 0.1).log(), wanted.flip(1).log()
    assert 0 < teaching_loss(near, wanted).item() < teaching_loss(far, wanted).item()


def test_a_run_taught_by_nothing_but_its_teacher_comes_to_answer_as_it_does(data: Path, tmp_path: Path) -> None:
    prepare_photos(data, tmp_path)
    file = write_teacher(tmp_path / "teacher.onnx")
    trainer = make_trainer(tmp_path, teachers=[str(file)], teaching=1.0, augmentation=0.0, dropout=0.0, clothing_weight=0.0)
    images, admissible = trainer.batch(np.arange(8), trainer.config.phase(0), (1,))

    def away() -> float:
        with torch.no_grad():
            return teaching_loss(trainer.net.train()(images)[0], trainer.teachers.answer(images)).item()

    before = away()
    for _ in range(30):
        trainer.step(images, admissible)
    assert away() < before / 2


def test_share_of_the_teachers_is_a_share(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"teaching must be in 0\.\.1"):
        read_config(write_config(tmp_path, teaching=1.5))
