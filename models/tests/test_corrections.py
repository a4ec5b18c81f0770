"""What viewers decide reaches the manifest, and nothing else does."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch

from hangtag_models.corrections import Correction, apply_corrections, read_corrections, write_corrections
from hangtag_models.curate import cross_validated, surprise
from hangtag_models.curate import main as curate
from hangtag_models.errors import BadData
from hangtag_models.manifest import Row, read_manifest
from hangtag_models.prepare import main as prepare
from hangtag_models.taxonomy import Taxonomy
from tests.conftest import CLASSES

ROWS = [Row("catalogue", "1", "224", "train", (0,)), Row("photos", "a", "320", "test", (1, 2)), Row("photos", "b", "320", "test", ())]


def test_corrections_replace_sets_and_never_splits() -> None:
    corrections = {
        ("catalogue", "1"): Correction((3,), "c.csv:2"),
        ("photos", "a"): Correction((), "c.csv:3"),
        ("photos", "b"): Correction(None, "c.csv:4"),
    }
    assert apply_corrections(ROWS, corrections) == [Row("catalogue", "1", "224", "train", (3,)), Row("photos", "a", "320", "test", ())]


def test_a_correction_of_a_photo_that_is_not_there_names_its_row() -> None:
    with pytest.raises(BadData, match=r"c\.csv:9: photos/zz is not among the photos"):
        apply_corrections(ROWS, {("photos", "zz"): Correction((1,), "c.csv:9")})


def test_corrections_survive_writing_and_reading(tmp_path: Path, taxonomy: Taxonomy) -> None:
    path = tmp_path / "corrections.csv"
    written = {("photos", "b"): Correction((), ""), ("catalogue", "9"): Correction((2, 5), ""), ("photos", "a"): Correction(None, "")}
    write_corrections(path, written, taxonomy)
    assert {key: value.classes for key, value in read_corrections(path, taxonomy).items()} == {
        key: value.classes for key, value in written.items()
    }
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("catalogue,9,")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source,id,classes\nphotos,a,cape\n", r"corrections\.csv:2: unknown class 'cape'"),
        ("source,id,classes\nphotos,a,\n", r"corrections\.csv:2: no class; write 'not-clothing' or 'none'"),
        ("source,id,classes\nphotos,a,none\nphotos,a,none\n", r"corrections\.csv:3: photos/a stands at corrections\.csv:2 too"),
        ("id,classes\na,none\n", r"corrections\.csv: columns are \['id', 'classes'\]"),
    ],
)
def test_nonsense_is_refused_by_row(tmp_path: Path, taxonomy: Taxonomy, text: str, message: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=message):
        read_corrections(path, taxonomy)


def test_no_file_means_no_correction(tmp_path: Path, taxonomy: Taxonomy) -> None:
    assert read_corrections(tmp_path / "none.csv", taxonomy) == {}


def test_from_sheets_over_decisions_to_the_manifest(
    data: Path, tmp_path: Path, taxonomy: Taxonomy, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest, cache, corrections = tmp_path / "manifest.csv", tmp_path / "cache", tmp_path / "corrections.csv"
    places = ["--manifest", str(manifest), "--cache", str(cache), "--classes", str(CLASSES), "--corrections", str(corrections)]
    prepare(["--data", str(data), "--size", "32", *places])
    assert '"corrected": 0' in capsys.readouterr().out
    before = read_manifest(manifest, taxonomy)

    curate(["sheets", "--split", "test", "--sheets", str(tmp_path), "--size", "32", *places])
    sheet = tmp_path / "test" / "sheet-001.csv"
    with sheet.open(newline="", encoding="utf-8") as file:
        shown = list(csv.DictReader(file))
    assert sheet.with_suffix(".png").is_file()
    assert len(shown) == sum(row.split == "test" for row in before)

    decisions = tmp_path / "decisions.csv"
    decisions.write_text("sheet,number,classes\n1,1,saree\n1,2,none\n", encoding="utf-8")
    curate(["apply", "--sheets", str(tmp_path / "test"), "--decisions", str(decisions), *places])
    prepare(["--data", str(data), "--size", "32", *places])
    assert '"corrected": 2' in capsys.readouterr().out
    after = {(row.source, row.id): row for row in read_manifest(manifest, taxonomy)}
    assert after[shown[0]["source"], shown[0]["id"]].classes == (taxonomy.index["saree"],)
    assert (shown[1]["source"], shown[1]["id"]) not in after
    assert {key: row.split for key, row in after.items()}.items() <= {(row.source, row.id): row.split for row in before}.items()

    decisions.write_text("sheet,number,classes\n1,99,saree\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"decisions\.csv:2: sheet-001\.csv has no number 99"):
        curate(["apply", "--sheets", str(tmp_path / "test"), "--decisions", str(decisions), *places])


def test_disagreements_are_drawn_from_models_that_did_not_see_the_label(taxonomy: Taxonomy) -> None:
    rng = np.random.default_rng(0)
    centres = rng.normal(0, 3, (2, 8))
    truth = np.arange(900) % 2
    features = torch.from_numpy((centres[truth] + rng.normal(0, 0.5, (900, 8))).astype(np.float32))
    labels = truth.copy()
    labels[7] = 1 - labels[7]
    rows = [Row("catalogue", str(i), "224", "train", (int(labels[i]),)) for i in range(900)]
    p = cross_validated(features, rows, [f"g{i // 2}" for i in range(900)], taxonomy)
    assert int(surprise([p], taxonomy.mask([row.classes for row in rows])).argmax()) == 7
