"""The committed packages: contract, golden answers."""

from __future__ import annotations

import json

import numpy as np
import pytest

from hangtag_models import package
from hangtag_models.preprocessing import preprocess
from hangtag_models.quantize import check_graph
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import read_taxonomy
from tests.conftest import ROOT

PACKAGES = {
    "clothing-73": (ROOT / "golden", "classes"),
    "fashion-mnist-10": (ROOT.parent / "src/test/resources/fashion-mnist", "fashion-mnist-10"),
}
"""Package → folder of its golden pictures and answers, file of its classes."""


@pytest.mark.parametrize("name", PACKAGES)
def test_package_is_whole(name: str) -> None:
    content, classes, _ = package.read(ROOT / "packages" / name)
    check_graph(ROOT / "packages" / name / "model.onnx")
    assert content["name"] == name
    assert classes.classes == read_taxonomy(ROOT / f"labels/{PACKAGES[name][1]}.csv").classes
    assert content["metrics"]["split"] == "test"


@pytest.mark.parametrize("name", PACKAGES)
def test_golden_answers(name: str) -> None:
    golden, _ = PACKAGES[name]
    content = json.loads((golden / "golden.json").read_text(encoding="utf-8"))
    facts = package.read(ROOT / "packages" / name)[0]
    assert content["model"]["sha256"] == facts["sha256"]
    model = Model(ROOT / "packages" / name / "model.onnx")
    for entry in content["pictures"]:
        picture = preprocess((golden / entry["file"]).read_bytes(), package.input_spec(facts), entry["file"])
        got = model.run(picture[None])
        assert got.logits[0] == pytest.approx(np.array(entry["logits"]), abs=0.25), entry["file"]
        assert got.logits[0].argmax() == np.argmax(entry["logits"])
