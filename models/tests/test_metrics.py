"""The figures that ``model.json`` gives by class, pair and bin, counted by hand on the ten photos of ``few_photos``."""

from __future__ import annotations

from typing import Any

import pytest

from hangtag_models.evaluation import Evaluation
from hangtag_models.metrics import confusions, reliability_bins
from hangtag_models.scored import Scored


def test_each_class_once_with_null_where_undefined(figures: dict[str, Any]) -> None:
    # exact photos: plain → plain, plain → checked, checked → plain, top → top, jeans → jeans twice
    assert figures["perClass"] == [
        {"id": "shirt-plain", "photos": 2, "precision": 0.5, "recall": 0.5, "f1": 0.5},
        {"id": "shirt-checked", "photos": 1, "precision": 0.0, "recall": 0.0, "f1": 0.0},
        {"id": "top", "photos": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0},
        {"id": "jeans", "photos": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0},
    ]


def test_figures_by_class_are_those_of_the_report(figures: dict[str, Any], evaluation: Evaluation) -> None:
    classes = evaluation.classes
    for number, item in enumerate(figures["perClass"]):
        assert item["photos"] == classes.support[number]
        assert item["precision"] == pytest.approx(classes.precision[number].value, abs=1e-4)
        assert item["recall"] == pytest.approx(classes.recall[number].value, abs=1e-4)
        assert item["f1"] == pytest.approx(classes.f1[number].value, abs=1e-4)


def test_confusions_come_commonest_first_and_end(scored: Scored, figures: dict[str, Any], evaluation: Evaluation) -> None:
    assert figures["confusions"] == [
        {"actual": "shirt-plain", "predicted": "shirt-checked", "photos": 1},
        {"actual": "shirt-checked", "predicted": "shirt-plain", "photos": 1},
    ]
    assert [tuple(item.values()) for item in figures["confusions"]] == [(c.truth, c.answer, c.photos) for c in evaluation.confusions]
    assert len(confusions(scored, 1)) == 1


def test_bins_cover_0_to_1_and_hold_every_exact_photo(scored: Scored, evaluation: Evaluation) -> None:
    bins = reliability_bins(scored)
    assert (bins[0]["from"], bins[-1]["to"], len(bins)) == (0.0, 1.0, 15)
    assert sum(item["photos"] for item in bins) == scored.exact.sum()
    assert bins[0] == {"from": 0.0, "to": 0.0667, "photos": 0, "confidence": None, "accuracy": None}
    # 0.90 right and 0.94 right; 0.94 lies in the last bin
    assert bins[13] == {"from": 0.8667, "to": 0.9333, "photos": 1, "confidence": 0.9, "accuracy": 1.0}
    assert [item["photos"] for item in bins] == evaluation.reliability.photos.tolist()
