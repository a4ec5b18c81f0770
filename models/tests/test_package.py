"""The committed package: contract, golden answers."""

from __future__ import annotations

import json

import numpy as np
import pytest

from hangtag_models import package
from hangtag_models.preprocessing import InputSpec, preprocess
from hangtag_models.quantize import check_graph
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy
from tests.conftest import ROOT

FOLDER = ROOT / "packages/clothing-73"
GOLDEN = ROOT / "golden"


def test_package_is_whole(taxonomy: Taxonomy) -> None:
    content, classes, _ = package.read(FOLDER)
    check_graph(FOLDER / "model.onnx")
    assert classes.classes == taxonomy.classes
    assert content["metrics"]["split"] == "test"


def test_golden_answers() -> None:
    content = json.loads((GOLDEN / "golden.json").read_text(encoding="utf-8"))
    facts = package.read(FOLDER)[0]
    assert content["model"]["sha256"] == facts["sha256"]
    model = Model(FOLDER / "model.onnx")
    for entry in content["pictures"]:
        picture = preprocess((GOLDEN / entry["file"]).read_bytes(), InputSpec(facts["input"]["size"]), entry["file"])
        got = model.run(picture[None])
        assert got.logits[0] == pytest.approx(np.array(entry["logits"]), abs=0.25), entry["file"]
        assert got.logits[0].argmax() == np.argmax(entry["logits"])
