"""The loss that keeps a class's heat on the garment: what it counts, and what learning by it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from hangtag_models.augmentation import WHOLE, Box, zoom_out
from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.losses import class_heat, stray_heat
from tests.conftest import make_trainer, prepare_photos, write_config

QUARTER: Box = (0.0, 0.0, 0.5, 0.5)


def heat(*rows: list[float]) -> Tensor:
    return torch.tensor([rows])


def test_heat_of_a_class_is_the_map_weighted_by_its_row_of_the_head() -> None:
    activation = torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]], [[[5.0, 6.0]], [[7.0, 8.0]]]])
    weight = torch.tensor([[1.0, 0.0], [0.0, 10.0], [1.0, -1.0]])
    got = class_heat(activation, weight, torch.tensor([1, 2]))
    assert got.tolist() == [[[30.0, 40.0]], [[-2.0, -2.0]]]


def test_even_heat_strays_by_the_area_beside_the_picture() -> None:
    even = torch.ones(1, 5, 5)
    assert stray_heat(even, [WHOLE]).item() == pytest.approx(0, abs=1e-4)
    assert stray_heat(even, [QUARTER]).item() == pytest.approx(0.75, abs=1e-4)
    assert stray_heat(even, [(0.25, 0.5, 0.75, 1.0)]).item() == pytest.approx(0.75, abs=1e-4)


def test_heat_in_the_picture_does_not_stray_but_for_what_is_stretched_over_its_edge() -> None:
    corner = heat([9.0, 0.0, 0.0, 0.0], [0.0] * 4, [0.0] * 4, [0.0] * 4)
    assert stray_heat(corner, [QUARTER]).item() == pytest.approx(0, abs=1e-4)
    assert stray_heat(corner, [(0.5, 0.5, 1.0, 1.0)]).item() == pytest.approx(1, abs=1e-4)
    beside = heat([9.0, 9.0, 0.0, 0.0], [0.0] * 4, [0.0] * 4, [0.0] * 4)
    assert 0 < stray_heat(beside, [QUARTER]).item() < 0.15


def test_boxes_are_left_top_right_bottom() -> None:
    right_above = heat([0.0, 0.0, 0.0, 1.0], [0.0] * 4, [0.0] * 4, [0.0] * 4)
    assert stray_heat(right_above, [(0.5, 0.0, 1.0, 0.5)]).item() < 0.01
    assert stray_heat(right_above, [(0.0, 0.5, 0.5, 1.0)]).item() > 0.99


def test_what_speaks_against_a_class_does_not_count_and_nothing_in_its_favour_is_the_worst() -> None:
    cold_beside = heat([5.0, -1.0, -50.0, -50.0], [-1.0, -9.0, -50.0, -50.0], [-50.0] * 4, [-50.0] * 4)
    assert stray_heat(cold_beside, [QUARTER]).item() == pytest.approx(0, abs=1e-3)
    assert stray_heat(-torch.ones(1, 5, 5), [QUARTER]).item() == pytest.approx(1)


def test_it_is_the_mean_over_the_pictures_and_nothing_without_any() -> None:
    both = torch.ones(2, 5, 5)
    assert stray_heat(both, [WHOLE, QUARTER]).item() == pytest.approx(0.375, abs=1e-4)
    assert stray_heat(torch.ones(0, 5, 5), []).item() == 0


def test_going_down_it_gathers_the_heat_where_the_pictures_lie() -> None:
    # given maps of a class that are warm all over
    generator = torch.Generator().manual_seed(12)
    activation = torch.rand(3, 8, 5, 5, generator=generator, requires_grad=True)
    weight = torch.rand(2, 8, generator=generator)
    boxes: list[Box] = [QUARTER, (0.6, 0.0, 1.0, 0.4), (0.2, 0.3, 0.9, 1.0)]
    optimizer = torch.optim.Adam([activation], lr=0.02)

    def step() -> float:
        loss = stray_heat(class_heat(activation, weight, torch.tensor([0, 1, 1])), boxes)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        return loss.item()

    # when the activation follows the gradient
    first, *_, last = [step() for _ in range(200)]
    # then hardly any heat is left beside the pictures, and it is not for want of heat
    assert first > 0.6
    assert last < 0.1
    assert class_heat(activation, weight, torch.tensor([0, 1, 1])).relu().sum() > 1


@pytest.mark.parametrize("weight", [0.5, 3.0])
def test_a_step_adds_it_for_pictures_of_clothing_that_are_zoomed_out(data: Path, tmp_path: Path, weight: float) -> None:
    # given a run whose pictures are all zoomed out, and one that learns the same without this loss
    prepare_photos(data, tmp_path, 96)
    same: dict[str, Any] = {"dropout": 0.0, "zoom_out": 1.0, "input_size": 96, "phases": [{"start": 0.0, "size": 96}]}
    without, by_it = (make_trainer(tmp_path, localisation_weight=part, **same) for part in (0.0, weight))
    images, admissible = without.batch(np.arange(12), without.config.phase(0), (1,))
    admissible[3] = False
    zoomed, boxes = zoom_out(images, 1.0, np.random.default_rng([without.config.seed, 0]))
    with torch.no_grad():
        logits, _, activation = without.net.train()(zoomed)
        heat = class_heat(activation, without.net.head.weight, logits.argmax(dim=1))
    clothing = [number for number in range(12) if number != 3]
    expected = stray_heat(heat[clothing], [boxes[number] for number in clothing]).item()
    # when both make a step
    plain, _ = without.step(images, admissible)
    more, _ = by_it.step(images, admissible)
    # then their losses differ by it
    assert 0.3 < expected < 0.8
    assert more - plain == pytest.approx(weight * expected, rel=1e-3)


def test_weight_must_not_be_negative(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"localisation_weight must not be negative, is -1\.0"):
        read_config(write_config(tmp_path, localisation_weight=-1))
