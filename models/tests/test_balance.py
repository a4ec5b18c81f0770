"""What drawing rare classes more often is worth."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from hangtag_models.balance import Photos, compare, drawn_head, figures, main, rare_classes, table
from hangtag_models.config import parse_config
from hangtag_models.errors import BadConfig
from hangtag_models.manifest import Row
from hangtag_models.sampling import source_weights
from hangtag_models.taxonomy import Taxonomy
from tests.conftest import ROOT, config_content

COMMON, RARE = 0, 1


def photos(common: int, rare: int, seed: int) -> Photos:
    """Two classes of photos on a line, which overlap; the rare one lies to the right."""
    rng = np.random.default_rng(seed)
    places = np.concatenate([rng.normal(0, 1, common), rng.normal(1, 1, rare)]).astype(np.float32)
    rows = [Row("catalogue", str(n), "224", "any", (COMMON if n < common else RARE,)) for n in range(common + rare)]
    return Photos(torch.from_numpy(places[:, None]), rows)


def test_a_class_is_rare_by_its_exact_training_photos() -> None:
    rows = photos(5, 2, 1).rows + [Row("catalogue", "set", "224", "train", (RARE, 2))] * 9

    assert rare_classes(rows, limit=5) == {RARE}
    assert rare_classes(rows, limit=6) == {COMMON, RARE}
    assert rare_classes(rows, limit=2) == frozenset()


def test_a_head_learns_what_it_is_given(taxonomy: Taxonomy) -> None:
    given = photos(4_000, 4_000, 2)
    head = drawn_head(given, source_weights(given.rows, {"catalogue": 1.0}, 0.0), taxonomy, 0).requires_grad_(False)
    answers = head(torch.tensor([[-1.0], [2.0]])).argmax(dim=1)
    assert answers.tolist() == [COMMON, RARE]


def test_drawing_the_rare_class_more_often_finds_more_of_it(taxonomy: Taxonomy) -> None:
    config = parse_config(config_content(ROOT), "here.yaml")
    train, check = photos(2_000, 50, 3), photos(200, 200, 4)

    found = compare(train, check, config, [0.0, 1.0], 2, taxonomy)

    assert [len(runs) for runs in found.values()] == [2, 2]
    assert found[1.0][0]["of rare classes"] > found[0.0][0]["of rare classes"] + 0.2
    assert found[1.0][0]["macro recall"] > found[0.0][0]["macro recall"]


def test_figures_of_rare_classes_are_theirs_alone(taxonomy: Taxonomy) -> None:
    rows = photos(2, 2, 5).rows
    logits = np.full((4, len(taxonomy)), -9.0, np.float32)
    logits[[0, 1, 2, 3], [COMMON, COMMON, RARE, COMMON]] = 0

    got = figures(logits, rows, frozenset({RARE}), taxonomy)

    assert got["top-1"] == 0.75
    assert got["macro recall"] == 0.75
    assert got["of rare classes"] == 0.5


def test_table_has_means_and_how_far_seeds_differ() -> None:
    runs = {0.0: [{"top-1": 0.8}, {"top-1": 0.9}], 0.5: [{"top-1": 0.7}]}
    assert table(runs).splitlines()[2:] == ["| 0 | 85.0 ± 5.0 |", "| 0.5 | 70.0 ± 0.0 |"]


def test_a_negative_balance_is_refused() -> None:
    with pytest.raises(BadConfig, match="must not be negative"):
        main(["--config", "none.yaml", "--balance", "-1"])
