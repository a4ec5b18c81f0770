"""Decision rule 1 and its thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from hangtag_models.decision import (
    LEVELS,
    Thresholds,
    decide,
    fit,
    fit_clothing,
    fit_expectation,
    fit_level,
    fit_temperature,
    lowest_threshold,
    softmax,
)
from hangtag_models.manifest import Row
from hangtag_models.metrics import auroc, calibration_error, measure
from hangtag_models.runtime import Answers
from hangtag_models.taxonomy import ClothingClass, Taxonomy

SMALL = Taxonomy(
    [
        ClothingClass("a-solid", "top", "A", "men", "solid"),
        ClothingClass("a-printed", "top", "A", "men", "printed"),
        ClothingClass("b", "top", "B", "women", None),
        ClothingClass("c", "bottom", "C", "women", None),
    ]
)


def thresholds(**changes: object) -> Thresholds:
    values = {"temperature": 1.0, "clothing": 0.5, "classes": np.full(4, 0.6), "garments": np.full(3, 0.7), "groups": np.full(2, 0.8)}
    return Thresholds(**{**values, **changes})  # type: ignore[arg-type]


def logits(*p: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(np.log(np.array([p])))


@pytest.mark.parametrize(
    ("p", "clothing", "level", "answer"),
    [
        ((0.7, 0.1, 0.1, 0.1), 1.0, "class", 0),
        ((0.4, 0.35, 0.15, 0.1), 1.0, "garment", 0),
        ((0.3, 0.3, 0.25, 0.15), 1.0, "group", 0),
        ((0.25, 0.25, 0.2, 0.3), 1.0, "none", -1),
        ((0.97, 0.01, 0.01, 0.01), -0.1, "not-clothing", -1),
    ],
)
def test_levels(p: tuple[float, ...], clothing: float, level: str, answer: int) -> None:
    got = decide(logits(*p), np.array([clothing]), thresholds(), SMALL)
    assert (LEVELS[got.level[0]], got.answer[0]) == (level, answer)


def test_temperature_divides_the_logits() -> None:
    sharp = np.array([[2.0, 0, 0, 0]])
    assert LEVELS[decide(sharp, np.array([9.0]), thresholds(), SMALL).level[0]] == "class"
    assert LEVELS[decide(sharp, np.array([9.0]), thresholds(temperature=4.0), SMALL).level[0]] != "class"


def test_lowest_threshold() -> None:
    p = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
    right = np.array([True, True, False, True, True, False])
    assert lowest_threshold(p, right, 0.8, kept=2) == 0.5
    assert lowest_threshold(p, right, 0.99, kept=2) == 0.8
    assert lowest_threshold(p, right, 0.99, kept=3) is None
    assert lowest_threshold(np.full(4, 0.5), np.array([True, True, True, False]), 0.9, kept=1) is None


def test_fit_level_falls_back_where_data_are_few() -> None:
    rng = np.random.default_rng(0)
    p = rng.uniform(0.2, 1, 403)
    best = np.array([0] * 200 + [1] * 200 + [2] * 3)
    right = rng.uniform(size=403) < p
    right[200:400] = True
    limits = fit_level(p, best, right, 3, 0.9)
    kept = (best == 0) & (p >= limits[0])
    assert right[kept].mean() >= 0.9
    assert limits[1] <= p[200:400].min() + 1e-5
    assert limits[2] == pytest.approx(lowest_threshold(p, right, 0.9), abs=2e-5)


def test_fit_level_where_no_threshold_is_good_enough_beats_every_wrong_answer_seen() -> None:
    p = np.linspace(0.5, 0.99, 20)
    right = np.zeros(20, bool)
    right[-1] = True
    assert fit_level(p, np.zeros(20, np.int64), right, 1, 0.9)[0] == 1.0


def test_fit_reaches_its_precision_level_by_level() -> None:
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 4, 3000)
    out = rng.normal(0, 1, (3000, 4)) * 1.5
    out[np.arange(3000), truth] += 2
    mask = np.eye(4, dtype=bool)[truth]
    mask[:100] = False
    clothing = np.where(mask.any(axis=1), 4.0, -4.0)
    fitted = fit(out, clothing, mask, SMALL)
    decisions = decide(out, clothing, fitted, SMALL)
    taken = decisions.at("class")
    assert taken.sum() > 500
    assert mask[np.flatnonzero(taken), decisions.answer[taken]].mean() >= 0.9
    assert decisions.at("not-clothing").sum() == 100


def test_temperature_is_found_again() -> None:
    rng = np.random.default_rng(2)
    honest = rng.normal(0, 2, (20000, 5))
    truth = np.array([rng.choice(5, p=row) for row in softmax(honest)])
    assert fit_temperature(honest * 2.5, np.eye(5, dtype=bool)[truth]) == pytest.approx(2.5, rel=0.05)


def test_temperature_by_expectation_is_found_again() -> None:
    rng = np.random.default_rng(2)
    honest = rng.normal(0, 2, (20000, 5))
    truth = np.array([rng.choice(5, p=row) for row in softmax(honest)])
    assert fit_expectation(honest * 2.5, truth) == pytest.approx(2.5, rel=0.05)


def test_by_expectation_a_few_photos_far_from_right_do_not_make_the_others_too_sure() -> None:
    # given answers of which half are said surely, some of these wrongly
    rng = np.random.default_rng(3)
    truth = rng.integers(0, 5, 5000)
    sure = np.where(rng.uniform(size=5000) < 0.5, 6.0, 1.5)
    scores = np.zeros((5000, 5))
    said = np.where(rng.uniform(size=5000) < np.where(sure > 2, 0.98, 0.7), truth, (truth + 1) % 5)
    scores[np.arange(5000), said] = sure
    # when, then
    temperature = fit_expectation(scores, truth)
    confidence = softmax(scores, temperature).max(axis=1)
    assert confidence.mean() == pytest.approx((said == truth).mean(), abs=1e-4)


def test_by_expectation_the_bounds_hold_where_no_temperature_is_right() -> None:
    always = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert fit_expectation(always, np.array([0, 1])) == pytest.approx(0.2)
    assert fit_expectation(always, np.array([1, 0])) == pytest.approx(5.0)


def test_release_fits_by_what_is_asked_for_on_exact_labels() -> None:
    # given a network that is surer than right, and photos with sets that do not tell how much
    rng = np.random.default_rng(4)
    honest = rng.normal(0, 1.5, (4000, 4))
    truth = np.array([rng.choice(4, p=row) for row in softmax(honest)])
    admissible = np.eye(4, dtype=bool)[truth]
    admissible[:1000] = True
    given = (honest * 2, np.full(4000, 9.0), admissible, SMALL)
    # when, then
    exact = fit_expectation(honest[1000:] * 2, truth[1000:])
    assert fit(*given, "expectation").temperature == pytest.approx(exact, abs=1e-4)
    assert fit(*given).temperature == pytest.approx(fit_temperature(honest * 2, admissible), abs=1e-4)


def test_clothing_threshold_loses_few() -> None:
    scores = np.linspace(-2, 8, 1000)
    gate = fit_clothing(scores, np.ones(1000, bool))
    assert (1 / (1 + np.exp(-scores)) < gate).mean() <= 0.005


def test_measure_reads_an_answer_at_its_own_level() -> None:
    rows = [Row("catalogue", str(number), "224", "test", (3,) if number else ()) for number in range(4)]
    flat = np.log(np.array([[0.1, 0.1, 0.1, 0.7]] * 4, np.float32))
    never = thresholds(classes=np.full(4, 0.6), garments=np.full(3, 0.0))
    answers = Answers(flat, np.array([-9, 9, 9, 9], np.float32))
    assert measure(answers, rows, never, SMALL, None)["levels"]["class"] == {"coverage": 1.0, "accuracy": 1.0, "photos": 3}
    mixed = thresholds(classes=np.array([0.0, 0.0, 0.0, 0.9]), garments=np.full(3, 0.5))
    assert measure(answers, rows, mixed, SMALL, None)["levels"]["garment"]["accuracy"] == 1.0


def test_metrics() -> None:
    assert auroc(np.array([0.1, 0.4, 0.4, 0.8]), np.array([False, False, True, True])) == pytest.approx(0.875)
    assert calibration_error(np.array([0.8] * 10), np.array([True] * 8 + [False] * 2)) == pytest.approx(0.0, abs=1e-9)
    assert calibration_error(np.array([0.9] * 10), np.array([True] * 5 + [False] * 5)) == pytest.approx(0.4)
