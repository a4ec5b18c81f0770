"""The page of right and wrong photos."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hangtag_models import gallery
from hangtag_models.errors import BadData
from hangtag_models.evaluate import check_apart
from hangtag_models.scored import Scored
from tests.few_photos import PHOTOS


def test_gallery_shows_right_and_wrong_where_they_belong(scored: Scored) -> None:
    shown = {section.title: section.photos for section in gallery.sections(scored)}
    assert shown["shirt-plain → shirt-checked: 1"] == (1,)
    assert shown["Wrong and surest"] == (1, 2)
    assert shown["Wrong and least sure"] == (2, 1)
    assert shown["Right and least sure"] == (3, 6, 0, 7)
    assert shown["Right and surest, one of each class"] == (0, 3, 7)
    assert shown["Floor photos answered outside their admissible set, surest first"] == (5,)
    assert shown["No clothing, but taken for clothing, surest first"] == (8,)
    assert shown["Clothing, but taken for none, surest first"] == (7,)


def test_gallery_captions_say_label_answer_and_what_is_tagged(scored: Scored) -> None:
    assert gallery.lines_of(scored, 2) == (
        "label: shirt-checked",
        "answer: shirt-plain, 0.40",
        "tagged: garment Shirt; clothing 0.90",
        "catalogue/id2, 60x80 px",
    )
    assert gallery.lines_of(scored, 4)[0] == "label: shirt-plain | shirt-checked"
    assert gallery.rule_answer(scored, 6) == "unidentified"
    assert gallery.rule_answer(scored, 9) == "not clothing"


def test_gallery_escapes_all_text(scored: Scored) -> None:
    # given a photo, a class and a title that try to be markup
    evil = '"><script>alert(1)</script>&'
    named = tuple(replace(row, id=evil) for row in scored.rows)
    classes = replace(scored.classes, labels=tuple(evil + label for label in scored.classes.labels))
    bad = replace(scored, rows=named, classes=classes)
    # when the page is written
    page = gallery.as_html(evil, gallery.sections(bad), bad, np.zeros((len(PHOTOS), 8, 8, 3), np.uint8))
    # then their markup is text
    assert "<script" not in page
    assert "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page


def test_gallery_warns_first_and_loads_nothing(scored: Scored, tmp_path: Path) -> None:
    path = tmp_path / "new" / "gallery.html"
    gallery.write_gallery("small", scored, np.full((len(PHOTOS), 8, 8, 3), 90, np.uint8), path)
    page = path.read_text(encoding="utf-8")
    body = page[page.index("<body>") :]
    assert body.index("must not be published") < body.index("<h1>") < body.index("<img")
    sources = re.findall(r'src="([^"]*)"', page)
    assert len(sources) == sum(len(section.photos) for section in gallery.sections(scored))
    assert all(source.startswith("data:image/jpeg;base64,/9j/") for source in sources)
    assert "http:" not in page
    assert "https:" not in page


def test_gallery_may_not_lie_in_the_reports_folder(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"--gallery page\.html: holds photos"):
        check_apart(tmp_path / "reports/x/page.html", tmp_path / "reports/x")
    check_apart(tmp_path / "galleries/page.html", tmp_path / "reports/x")
