"""What the figures say of a handful of photos whose answers are made up."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from hangtag_models.evaluate import as_text
from hangtag_models.evaluation import Confusion, Evaluation, as_json
from tests.few_photos import SMALL


def test_figures_are_those_of_model_json(evaluation: Evaluation, figures: dict[str, Any]) -> None:
    own = {"macroPrecision", "macroF1", "weightedPrecision", "weightedRecall", "weightedF1"}
    assert {figure.key for figure in evaluation.overall} - set(figures) == own
    for figure in evaluation.overall:
        if figure.key in own:
            continue
        assert round(figure.estimate.value, 4) == figures[figure.key], figure.key
        assert figure.estimate.low <= figure.estimate.value <= figure.estimate.high or figure.key == "ece"


def test_levels_are_those_of_model_json(evaluation: Evaluation, figures: dict[str, Any]) -> None:
    levels = {item.level: item for item in evaluation.levels}
    for name, told in figures["levels"].items():
        item = levels[name]
        assert item.photos == told["photos"]
        assert round(item.at.coverage.value, 4) == told["coverage"]
        assert round(item.at.accuracy.value, 4) == told["accuracy"]
    assert round(evaluation.unanswered.value, 4) == figures["unanswered"]


def test_a_deeper_answer_makes_garment_and_group_known(evaluation: Evaluation) -> None:
    known = {item.level: (item.known.coverage.value, item.known.accuracy.value) for item in evaluation.levels}
    # of 8 clothing photos 4 are answered at class, one more at garment, one more at group; a photo without clothing is answered too
    assert known["class"] == pytest.approx((4 / 8, 2 / 5))
    assert known["garment"] == pytest.approx((5 / 8, 4 / 6))
    assert known["group"] == pytest.approx((6 / 8, 6 / 7))


def test_facets_say_what_is_right_whatever_the_class(evaluation: Evaluation) -> None:
    facets = {facet.name: facet for facet in evaluation.facets}
    garment = facets["garment"].answers
    # both plain shirts and the checked one are shirts; the top sums below the shirts
    assert dict(zip(garment.labels, garment.support.tolist(), strict=True)) == {"Shirt": 3, "Top": 1, "Jeans": 2}
    assert [estimate.value for estimate in garment.recall] == [1, 0, 1]
    assert [estimate.value for estimate in facets["garment"].class_right] == pytest.approx([1 / 3, 1, 1])
    assert facets["audience"].answers.labels == ("men", "women", "any")
    assert [estimate.value for estimate in facets["audience"].answers.recall] == [1, 1, 1]
    assert facets["pattern"].answers.labels == ("solid", "checked", "(not told apart)")
    assert [estimate.value for estimate in facets["pattern"].answers.recall] == [0.5, 0, 1]


def test_sources_and_sharpness(evaluation: Evaluation) -> None:
    slices = {item.title: item for item in evaluation.slices}
    # 320 px photos of clothing are the floor photos: said once
    assert set(slices) == {"catalogue", "photos", "224 px", "60x80 px"}
    assert (slices["catalogue"].exact, slices["catalogue"].top1.value) == (4, 0.5)
    assert (slices["60x80 px"].exact, slices["60x80 px"].top1.value) == (2, 0)
    assert (slices["photos"].clothing, slices["photos"].within_set.value) == (4, 0.75)


def test_clothing_gate_by_source(evaluation: Evaluation) -> None:
    gates = {gate.title: gate for gate in evaluation.gates}
    assert (gates["all"].found.value, gates["all"].lost.value) == (0.5, 1 / 8)
    assert (gates["photos"].found.value, gates["photos"].lost.value) == (0, 1 / 4)
    assert np.isnan(gates["not-clothing"].lost.value)


def test_confusions_commonest_first(evaluation: Evaluation) -> None:
    assert evaluation.confusions == (Confusion("shirt-plain", "shirt-checked", 1), Confusion("shirt-checked", "shirt-plain", 1))


def test_json_holds_value_and_interval_and_nothing_but_json(evaluation: Evaluation) -> None:
    content = json.loads(json.dumps(as_json(evaluation), allow_nan=False))
    top1 = content["overall"]["top1"]
    assert len(top1) == 3
    assert top1[0] == round(4 / 6, 4)
    assert content["clothing"][-1]["lost"] is None
    assert [item["label"] for item in content["classes"]] == list(SMALL.ids)


def test_text_names_the_weakest_class_first(evaluation: Evaluation) -> None:
    text = as_text(evaluation)
    assert text.index("shirt-checked: 0.0 %") < text.index("shirt-plain: 50.0 %") < text.index("jeans: 100.0 %")
    assert "shirt-plain → shirt-checked: 1" in text
