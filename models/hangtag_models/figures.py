"""The figures of the report, each with its bootstrap interval. Arrays in, dataclasses out: nothing here knows of photos or packages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hangtag_models.decision import Bools, Floats, Ints
from hangtag_models.metrics import BINS, auroc, calibration_error
from hangtag_models.resampling import Bootstrap, Estimate, divide, estimate, estimates

MARKS = 20
"""Places along a coverage curve that get an interval: every 5 % of coverage."""


def one_hot(numbers: Ints, count: int) -> Bools:
    """``[N]`` → ``[N, count]``."""
    return np.asarray(numbers[:, None] == np.arange(count))


@dataclass(frozen=True)
class Averages:
    """Over labels: macro counts each label once, weighted as often as it has photos."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True)
class Classification:
    """One answer a photo against one truth a photo, over K labels.

    ``support``, ``answered`` ``[K]``: photos of the label, photos that got it. ``confusion [K, K]``: photos by truth (row) and answer.
    ``accuracy``: photos of any label on which answer and truth agree whether it is this one; near 1 for every rare label, so read
    ``recall`` for how many of its photos are found. ``f1``: harmonic mean of precision and recall. Undefined: recall and F1 of a label
    without photos, precision of a label never answered. The averages run over the labels that have photos; one never answered counts
    there with precision 0.
    """

    labels: tuple[str, ...]
    support: Ints
    answered: Ints
    confusion: Ints
    accuracy: tuple[Estimate, ...]
    precision: tuple[Estimate, ...]
    recall: tuple[Estimate, ...]
    f1: tuple[Estimate, ...]
    macro: Averages
    weighted: Averages


@dataclass(frozen=True)
class Scores:
    """Accuracy, precision, recall, F1 as arrays ``[rounds, K]``."""

    accuracy: Floats
    precision: Floats
    recall: Floats
    f1: Floats
    support: Floats

    def averaged(self, values: Floats, weights: Floats) -> Floats:
        """``[rounds]``: ``values`` averaged over the labels that have photos in the round; undefined ones count 0."""
        weights = np.where(self.support > 0, weights, 0)
        return divide((np.nan_to_num(values) * weights).sum(axis=1), weights.sum(axis=1))


def scores(hits: Floats, support: Floats, answered: Floats, photos: float) -> Scores:
    """From counts ``[rounds, K]``; each round holds ``photos`` photos."""
    recall = divide(hits, support)
    return Scores(
        accuracy=divide(photos - support - answered + 2 * hits, np.asarray(photos)),
        precision=divide(hits, answered),
        recall=recall,
        f1=np.where(np.isnan(recall), np.nan, divide(2 * hits, support + answered)),
        support=support,
    )


def classify(truth: Ints, answer: Ints, labels: tuple[str, ...], bootstrap: Bootstrap) -> Classification:
    """``truth [N]`` and ``answer [N]`` number ``labels``; ``bootstrap`` is of those N photos."""
    count = len(labels)
    counted = (one_hot(truth, count) & (truth == answer)[:, None], one_hot(truth, count), one_hot(answer, count))
    hits, support, answered = (part.sum(axis=0, dtype=np.float64)[None] for part in counted)
    whole = scores(hits, support, answered, len(truth))
    drawn_hits, drawn_support, drawn_answered = (bootstrap.sums(part) for part in counted)
    drawn = scores(drawn_hits, drawn_support, drawn_answered, len(truth))

    def of_labels(values: Floats, resampled: Floats) -> tuple[Estimate, ...]:
        return estimates(values[0], resampled)

    def averages(weights: Floats, resampled: Floats) -> Averages:
        pairs = ((whole.precision, drawn.precision), (whole.recall, drawn.recall), (whole.f1, drawn.f1))
        return Averages(*(estimate(float(whole.averaged(a, weights)[0]), drawn.averaged(b, resampled)) for a, b in pairs))

    confusion = np.zeros((count, count), np.int64)
    np.add.at(confusion, (truth, answer), 1)
    return Classification(
        labels=labels,
        support=support[0].astype(np.int64),
        answered=answered[0].astype(np.int64),
        confusion=confusion,
        accuracy=of_labels(whole.accuracy, drawn.accuracy),
        precision=of_labels(whole.precision, drawn.precision),
        recall=of_labels(whole.recall, drawn.recall),
        f1=of_labels(whole.f1, drawn.f1),
        macro=averages(np.ones_like(whole.support), np.ones_like(drawn.support)),
        weighted=averages(whole.support, drawn.support),
    )


def by_label(values: npt.NDArray[np.generic], numbers: Ints, count: int, bootstrap: Bootstrap) -> tuple[Estimate, ...]:
    """Mean of ``values [N]`` over the photos of each label ``numbers [N]``."""
    members = one_hot(numbers, count)
    over = members * values.astype(np.float64)[:, None]
    return estimates(divide(over.sum(axis=0), members.sum(axis=0)), divide(bootstrap.sums(over), bootstrap.sums(members)))


@dataclass(frozen=True)
class Reliability:
    """Calibration over bins of equal width: ``edges [B + 1]``, ``photos [B]``, mean ``confidence [B]`` (NaN in an empty bin), accuracy.

    ``ece``: mean distance of the two, weighted by photos. Resampling adds noise to every bin, so its interval lies a little high.
    """

    edges: Floats
    photos: Ints
    confidence: Floats
    accuracy: tuple[Estimate, ...]
    ece: Estimate


def reliability(confidence: Floats, right: Bools, bootstrap: Bootstrap, bins: int = BINS) -> Reliability:
    """``confidence [N]`` (0..1) and correctness ``right [N]`` of the best answer."""
    inside = one_hot(np.minimum((confidence * bins).astype(np.int64), bins - 1), bins)
    photos = inside.sum(axis=0)
    hits, sure = inside * right[:, None], inside * confidence[:, None]
    drawn_hits, drawn_sure = bootstrap.sums(hits), bootstrap.sums(sure)
    errors = np.abs(drawn_hits - drawn_sure).sum(axis=1) / max(len(confidence), 1)
    return Reliability(
        edges=np.linspace(0, 1, bins + 1),
        photos=photos,
        confidence=divide(sure.sum(axis=0), photos),
        accuracy=estimates(divide(hits.sum(axis=0), photos), divide(drawn_hits, bootstrap.sums(inside))),
        ece=estimate(calibration_error(confidence, right, bins), errors),
    )


@dataclass(frozen=True)
class Mark:
    """A place on a coverage curve: what one threshold (0..1) answers, and how much of it is right."""

    threshold: float
    coverage: Estimate
    accuracy: Estimate


@dataclass(frozen=True)
class Coverage:
    """What one threshold for all answers would give: ``thresholds [T]`` falling, ``coverage [T]`` rising, ``accuracy [T]``.

    Coverage is the share of the clothing photos that are answered; accuracy the share of all answers that are right, where an answer to a
    photo without clothing is wrong. ``marks``: intervals at about every 5 % of coverage and at its end.
    """

    thresholds: Floats
    coverage: Floats
    accuracy: Floats
    marks: tuple[Mark, ...]


def coverage_curve(confidence: Floats, right: Bools, clothing: Bools, open_: Bools, bootstrap: Bootstrap) -> Coverage:
    """``[N]`` each: the best answer's confidence, is it admissible, does the photo show clothing, does it pass the clothing threshold."""
    order = np.argsort(-confidence, kind="stable")
    order = order[open_[order]]
    ordered = confidence[order]
    # photos of the same confidence are answered together
    ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True)) if len(order) else np.zeros(0, np.int64)
    covered = np.cumsum(clothing[order])[ends] / max(int(clothing.sum()), 1)
    share = np.cumsum(right[order])[ends] / (ends + 1)
    marks = []
    wanted = np.arange(1, MARKS + 1) / MARKS
    for place in np.unique(np.searchsorted(covered, np.minimum(wanted, covered[-1]))) if len(covered) else ():
        threshold = float(ordered[ends[place]])
        taken = open_ & (confidence >= threshold)
        marks.append(Mark(threshold, bootstrap.ratio(taken & clothing, clothing), bootstrap.ratio(taken & right, taken)))
    return Coverage(ordered[ends], covered, share, tuple(marks))


@dataclass(frozen=True)
class Roc:
    """Receiver operating characteristic: ``thresholds [T]`` falling from infinity, both rates ``[T]`` from 0 to 1, and the area."""

    thresholds: Floats
    false_positives: Floats
    true_positives: Floats
    auroc: Estimate


def resampled_auroc(scores: Floats, positive: Bools, bootstrap: Bootstrap) -> Floats:
    """``auroc`` of each round ``[rounds]``."""
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.append(True, np.diff(scores[order]) != 0))
    counts = bootstrap.counts[:, order]
    positives = np.add.reduceat(counts * positive[order], starts, axis=1)
    negatives = np.add.reduceat(counts * ~positive[order], starts, axis=1)
    below = np.cumsum(negatives, axis=1) - negatives / 2
    return divide((positives * below).sum(axis=1), positives.sum(axis=1) * negatives.sum(axis=1))


def roc(scores: Floats, positive: Bools, bootstrap: Bootstrap) -> Roc:
    """Of ``scores [N]`` for telling ``positive [N]`` from the rest; rates of an empty side are NaN."""
    order = np.argsort(-scores, kind="stable")
    ordered = scores[order]
    ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True))
    true, false = np.cumsum(positive[order])[ends], np.cumsum(~positive[order])[ends]
    return Roc(
        thresholds=np.append(np.inf, ordered[ends]),
        false_positives=divide(np.append(0.0, false), np.asarray(float((~positive).sum()))),
        true_positives=divide(np.append(0.0, true), np.asarray(float(positive.sum()))),
        auroc=estimate(auroc(scores, positive), resampled_auroc(scores, positive, bootstrap)),
    )
