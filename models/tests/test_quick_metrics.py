"""The figures that a run is watched by, between its epochs."""

from __future__ import annotations

import numpy as np
import pytest

from hangtag_models.evaluation import Evaluation
from hangtag_models.manifest import Row
from hangtag_models.taxonomy import Taxonomy
from hangtag_models.train import quick_metrics
from tests.few_photos import SMALL, answers, rows


def logits(best: list[int], classes: int) -> np.ndarray:
    out = np.zeros((len(best), classes), np.float32)
    out[np.arange(len(best)), best] = 9
    return out


def test_a_class_of_one_photo_counts_as_much_as_a_class_of_many(taxonomy: Taxonomy) -> None:
    # given four photos of class 0 and one of class 1, which is answered as class 0
    truths, best = [0, 0, 0, 0, 1], [0, 0, 0, 0, 0]
    exact = [Row("catalogue", str(i), "60x80", "validation", (truth,)) for i, truth in enumerate(truths)]
    # when, then
    got = quick_metrics(logits(best, len(taxonomy)), exact, taxonomy)
    assert got["top1"] == pytest.approx(4 / 5)
    assert got["macro"] == pytest.approx((1 + 0) / 2)
    assert got["macroF1"] == pytest.approx((2 * 4 / (4 + 5) + 0) / 2)
    assert "floor" not in got


def test_answers_of_a_class_without_photos_cost_only_those_that_missed(taxonomy: Taxonomy) -> None:
    exact = [Row("catalogue", str(i), "60x80", "validation", (2,)) for i in range(3)]
    got = quick_metrics(logits([2, 2, 7], len(taxonomy)), exact, taxonomy)
    assert got["macroF1"] == pytest.approx(2 * 2 / (3 + 2))


def test_sets_count_for_floor_photos_only_and_those_without_clothing_not_at_all(taxonomy: Taxonomy) -> None:
    mixed = [
        Row("catalogue", "a", "60x80", "validation", (3,)),
        Row("catalogue", "b", "60x80", "validation", (3, 4)),
        Row("photos", "c", "photo", "validation", (5, 6)),
        Row("photos", "d", "photo", "validation", (5, 6)),
        Row("photos", "e", "photo", "validation", ()),
    ]
    got = quick_metrics(logits([3, 0, 6, 7, 5], len(taxonomy)), mixed, taxonomy)
    assert (got["top1"], got["macro"], got["macroF1"], got["floor"]) == (1, 1, 1, 0.5)


def test_without_an_exact_label_there_is_no_figure_of_them(taxonomy: Taxonomy) -> None:
    sets = [Row("photos", "c", "photo", "validation", (5, 6)), Row("catalogue", "n", "60x80", "validation", ())]
    got = quick_metrics(logits([6, 0], len(taxonomy)), sets, taxonomy)
    assert np.isnan([got["top1"], got["macro"], got["macroF1"]]).all()
    assert got["floor"] == 1


def test_agrees_with_what_evaluate_reports(evaluation: Evaluation) -> None:
    got = quick_metrics(answers().logits, rows(), SMALL)
    figures = {figure.key: figure.estimate.value for figure in evaluation.overall}
    assert got["top1"] == pytest.approx(figures["top1"])
    assert got["macro"] == pytest.approx(figures["macroRecall"])
    assert got["macroF1"] == pytest.approx(figures["macroF1"])
