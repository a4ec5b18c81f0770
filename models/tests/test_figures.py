"""The report's figures, counted by hand on a few photos."""

from __future__ import annotations

import numpy as np
import pytest

from hangtag_models.decision import Bools, Floats
from hangtag_models.figures import by_label, classify, coverage_curve, reliability, resampled_auroc, roc
from hangtag_models.metrics import auroc, calibration_error
from hangtag_models.resampling import Bootstrap, Estimate

# truth a a a a b b b c, answered a a a b b b a a: c is never answered, d has no photo and no answer
TRUTH = np.array([0, 0, 0, 0, 1, 1, 1, 2])
ANSWER = np.array([0, 0, 0, 1, 1, 1, 0, 0])
LABELS = ("a", "b", "c", "d")


def values(estimates: tuple[Estimate, ...]) -> list[float]:
    return [estimate.value for estimate in estimates]


def test_figures_of_each_label() -> None:
    found = classify(TRUTH, ANSWER, LABELS, Bootstrap(8))
    assert found.support.tolist() == [4, 3, 1, 0]
    assert found.answered.tolist() == [5, 3, 0, 0]
    assert found.confusion.tolist() == [[3, 1, 0, 0], [1, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    assert values(found.recall) == pytest.approx([3 / 4, 2 / 3, 0, np.nan], nan_ok=True)
    assert values(found.precision) == pytest.approx([3 / 5, 2 / 3, np.nan, np.nan], nan_ok=True)
    assert values(found.f1) == pytest.approx([6 / 9, 4 / 6, 0, np.nan], nan_ok=True)
    assert values(found.accuracy) == pytest.approx([5 / 8, 6 / 8, 7 / 8, 1])


def test_macro_counts_labels_with_photos_once_and_a_label_never_answered_as_precision_0() -> None:
    macro = classify(TRUTH, ANSWER, LABELS, Bootstrap(8)).macro
    assert macro.precision.value == pytest.approx((3 / 5 + 2 / 3 + 0) / 3)
    assert macro.recall.value == pytest.approx((3 / 4 + 2 / 3 + 0) / 3)
    assert macro.f1.value == pytest.approx((6 / 9 + 4 / 6 + 0) / 3)


def test_weighted_counts_labels_by_their_photos() -> None:
    weighted = classify(TRUTH, ANSWER, LABELS, Bootstrap(8)).weighted
    assert weighted.precision.value == pytest.approx((4 * 3 / 5 + 3 * 2 / 3) / 8)
    assert weighted.recall.value == pytest.approx(5 / 8)
    assert weighted.f1.value == pytest.approx((4 * 6 / 9 + 3 * 4 / 6) / 8)


def test_weighted_recall_is_top_1_with_its_interval() -> None:
    bootstrap = Bootstrap(8)
    weighted = classify(TRUTH, ANSWER, LABELS, bootstrap).weighted.recall
    top1 = bootstrap.ratio(TRUTH == ANSWER, np.ones(8))
    assert [weighted.low, weighted.high] == pytest.approx([top1.low, top1.high])


def test_intervals_are_those_of_figures_recomputed_from_each_resample() -> None:
    rng = np.random.default_rng(4)
    truth = rng.integers(0, 3, 60)
    answer = np.where(rng.random(60) < 0.7, truth, rng.integers(0, 3, 60))
    bootstrap = Bootstrap(60, rounds=40)
    found = classify(truth, answer, LABELS[:3], bootstrap)
    precisions, macros = [], []
    for counts in bootstrap.counts.astype(int):
        again = classify(np.repeat(truth, counts), np.repeat(answer, counts), LABELS[:3], Bootstrap(60, rounds=1))
        precisions.append(again.precision[1].value)
        macros.append(again.macro.f1.value)
    assert [found.precision[1].low, found.precision[1].high] == pytest.approx(np.quantile(precisions, [0.025, 0.975]).tolist())
    assert [found.macro.f1.low, found.macro.f1.high] == pytest.approx(np.quantile(macros, [0.025, 0.975]).tolist())


def test_mean_by_label() -> None:
    found = by_label(TRUTH == ANSWER, TRUTH, 4, Bootstrap(8))
    assert values(found) == pytest.approx([3 / 4, 2 / 3, 0, np.nan], nan_ok=True)


def test_reliability_bins() -> None:
    # given four bins: [0, 0.25) one wrong; [0.25, 0.5) empty; [0.5, 0.75) one of two right; [0.75, 1] two right, one of them sure
    confidence = np.array([0.2, 0.5, 0.7, 0.8, 1.0])
    right = np.array([False, True, False, True, True])
    found = reliability(confidence, right, Bootstrap(5), bins=4)
    assert found.edges.tolist() == [0, 0.25, 0.5, 0.75, 1]
    assert found.photos.tolist() == [1, 0, 2, 2]
    assert found.confidence.tolist() == pytest.approx([0.2, np.nan, 0.6, 0.9], nan_ok=True)
    assert values(found.accuracy) == pytest.approx([0, np.nan, 0.5, 1], nan_ok=True)
    assert found.ece.value == pytest.approx((1 * 0.2 + 2 * 0.1 + 2 * 0.1) / 5)
    assert found.ece.value == pytest.approx(calibration_error(confidence, right, 4))


def test_interval_of_the_calibration_error_is_recomputed_from_each_resample() -> None:
    rng = np.random.default_rng(6)
    confidence = rng.random(80)
    right = rng.random(80) < confidence
    bootstrap = Bootstrap(80, rounds=30)
    again = [calibration_error(np.repeat(confidence, n), np.repeat(right, n)) for n in bootstrap.counts.astype(int)]
    found = reliability(confidence, right, bootstrap).ece
    assert [found.low, found.high] == pytest.approx(np.quantile(again, [0.025, 0.975]).tolist())


def scattered(count: int) -> tuple[Floats, Bools, Bools, Bools]:
    """Confidence in steps of a fiftieth, so that photos tie; one photo in ten without clothing; one in twenty stopped at the gate."""
    rng = np.random.default_rng(7)
    confidence = np.round(rng.random(count) * 50) / 50
    clothing = np.arange(count) % 10 != 0
    return confidence, clothing & (rng.random(count) < confidence), clothing, np.arange(count) % 20 != 1


def test_coverage_rises_as_the_threshold_falls() -> None:
    confidence, right, clothing, open_ = scattered(500)
    curve = coverage_curve(confidence, right, clothing, open_, Bootstrap(500, rounds=50))
    assert (np.diff(curve.thresholds) < 0).all()
    assert (np.diff(curve.coverage) >= 0).all()
    assert [mark.coverage.value for mark in curve.marks] == sorted(mark.coverage.value for mark in curve.marks)
    assert curve.coverage[-1] == (open_ & clothing).sum() / clothing.sum()
    assert curve.accuracy[-1] == right[open_].mean()


def test_coverage_by_hand() -> None:
    # given three clothing photos, of which the gate stops one, and one without clothing that passes
    confidence = np.array([0.9, 0.8, 0.8, 0.7])
    right = np.array([True, True, False, True])
    clothing = np.array([True, True, False, True])
    curve = coverage_curve(confidence, right, clothing, np.array([True, True, True, False]), Bootstrap(4))
    assert curve.thresholds.tolist() == [0.9, 0.8]
    assert curve.coverage.tolist() == pytest.approx([1 / 3, 2 / 3])
    # an answer to the photo without clothing is wrong
    assert curve.accuracy.tolist() == pytest.approx([1, 2 / 3])


def test_marks_stand_on_the_curve() -> None:
    confidence, right, clothing, open_ = scattered(500)
    curve = coverage_curve(confidence, right, clothing, open_, Bootstrap(500, rounds=50))
    assert len(curve.marks) >= 15
    for mark in curve.marks:
        place = curve.thresholds.tolist().index(mark.threshold)
        assert mark.coverage.value == pytest.approx(curve.coverage[place])
        assert mark.accuracy.value == pytest.approx(curve.accuracy[place])
        assert mark.accuracy.low <= mark.accuracy.value <= mark.accuracy.high


def test_no_curve_where_nothing_may_be_answered() -> None:
    nothing = coverage_curve(np.array([0.5]), np.array([True]), np.array([True]), np.array([False]), Bootstrap(1))
    assert len(nothing.coverage) == 0
    assert nothing.marks == ()


def test_roc_runs_from_nothing_to_everything() -> None:
    rng = np.random.default_rng(8)
    positive = np.arange(200) % 3 == 0
    scores = np.round(rng.random(200) + 0.5 * positive, 1)
    found = roc(scores, positive, Bootstrap(200))
    assert (found.false_positives[0], found.true_positives[0], found.thresholds[0]) == (0, 0, np.inf)
    assert (found.false_positives[-1], found.true_positives[-1]) == (1, 1)
    assert (np.diff(found.false_positives) >= 0).all()
    assert (np.diff(found.true_positives) >= 0).all()
    assert found.auroc.value == auroc(scores, positive)
    # ties joined by straight lines: the area under the points is the same figure
    assert np.trapezoid(found.true_positives, found.false_positives) == pytest.approx(auroc(scores, positive))
    assert found.auroc.low < found.auroc.value < found.auroc.high


def test_area_of_each_resample_is_the_area_of_its_photos() -> None:
    rng = np.random.default_rng(9)
    positive = rng.random(50) < 0.5
    scores = np.round(rng.random(50) + 0.3 * positive.astype(np.float64), 1)
    bootstrap = Bootstrap(50, rounds=20)
    again = [auroc(np.repeat(scores, n), np.repeat(positive, n)) for n in bootstrap.counts.astype(int)]
    assert resampled_auroc(scores, positive, bootstrap).tolist() == pytest.approx(again)


def test_roc_of_one_side_alone_is_undefined() -> None:
    found = roc(np.array([0.1, 0.9]), np.array([True, True]), Bootstrap(2))
    assert np.isnan(found.false_positives).all()
    assert np.isnan(found.auroc.value)
