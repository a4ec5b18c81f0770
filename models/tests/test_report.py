"""The report in Markdown and its plots."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hangtag_models import plots
from hangtag_models.evaluation import Evaluation, evaluate_scored
from hangtag_models.report import Subject, as_markdown, percent, plain, table
from hangtag_models.resampling import UNDEFINED, Estimate
from hangtag_models.runtime import Answers
from hangtag_models.scored import score
from tests.few_photos import ONE_LIMIT, PHOTOS, SMALL, answers, rows

SUBJECT = Subject("small", "1.0.0", "ab12", "small", "small.csv", "cd34", "test", {})


def test_numbers_in_words() -> None:
    assert percent(Estimate(0.80611, 0.791, 0.82)) == "80.6 % (79.1–82.0)"
    # Half up as decimal numbers: what binary makes of them lies below the half, and Python alone would round halves to even.
    assert percent(Estimate(0.8455, 0.1445, 0.8625)) == "84.6 % (14.5–86.3)"
    assert percent(Estimate(0.84546, 0.84544, 0.84661)) == "84.6 % (84.5–84.7)"
    assert percent(Estimate(0.00031, 0.0, 0.00094)) == "0.03 % (0.00–0.09)"
    assert plain(Estimate(0.99931, 0.9987, 0.9998)) == "0.9993 (0.9987–0.9998)"
    assert (percent(UNDEFINED), plain(UNDEFINED)) == ("–", "–")


def test_a_table_keeps_its_columns_whatever_a_cell_holds() -> None:
    assert table(("a", "b"), [("x|y", "new\nline")]) == ["| a | b |", "|---|---|", "| x\\|y | new line |", ""]


def test_markdown_holds_every_part(evaluation: Evaluation, figures: dict[str, Any]) -> None:
    text = as_markdown(evaluation, replace(SUBJECT, photos=figures["photos"]))
    assert text.startswith("# small 1.0.0 on the test split\n")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Overall",
        "## What the decision rule answers",
        "## By source and sharpness",
        "## By group, garment, audience and pattern",
        "## By class",
        "## Confusions",
        "## Calibration",
        "## Clothing or not",
    ]
    assert "nan" not in text.lower().replace("nance", "")
    drawn = {plots.CONFUSION_CLASSES, plots.CONFUSION_GARMENTS, plots.RECALL, plots.RELIABILITY, plots.COVERAGE, plots.CLOTHING_ROC}
    assert set(re.findall(r"!\[[^]]*]\(([^)]*)\)", text)) == drawn
    assert plots.CLOTHING_ROC not in as_markdown(evaluation, replace(SUBJECT, photos=figures["photos"]), drawn=False)


@pytest.mark.filterwarnings("error")
def test_plots_are_small_pictures(evaluation: Evaluation, tmp_path: Path) -> None:
    files = plots.write_plots(evaluation, tmp_path)
    assert len(files) == 6
    for file in files:
        assert file.stat().st_size <= 150_000
        with Image.open(file) as picture:
            assert min(picture.size) >= 250


def test_no_clothing_plot_where_all_photos_show_clothing(tmp_path: Path) -> None:
    kept = [i for i, photo in enumerate(PHOTOS) if photo[2]]
    got = answers()
    part = score(Answers(got.logits[kept], got.clothing[kept]), [rows()[i] for i in kept], ONE_LIMIT, SMALL)
    files = plots.write_plots(evaluate_scored(part, ONE_LIMIT, SMALL), tmp_path)
    assert plots.CLOTHING_ROC not in {file.name for file in files}
