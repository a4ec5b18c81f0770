"""Decision rule 1 of ``docs/model-package.md``, and the fitting of its thresholds on validation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from hangtag_models.taxonomy import Taxonomy

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Level = Literal["class", "garment", "group", "none", "not-clothing"]

LEVELS: tuple[Level, ...] = ("class", "garment", "group", "none", "not-clothing")
PRECISION = {"class": 0.90, "garment": 0.90, "group": 0.95}
"""What the thresholds of each level are fitted for."""
ENOUGH = 10
"""Answers a class needs on validation for a threshold of its own; below, the one pooled over all classes holds."""
KEPT = 5
"""Answers that must be left above a threshold for its precision to count."""
LOST_CLOTHING = 0.005
"""Share of the validation photos of clothing that may be taken for no clothing."""
TEMPERATURES = (0.2, 5.0)
"""Those that are tried lie between."""


@dataclass(frozen=True)
class Thresholds:
    """All probabilities 0..1; arrays in the order of the taxonomy's classes, garments and groups.

    ``clothing`` is ``None`` for a model that does not tell whether there is a garment.
    """

    temperature: float
    clothing: float | None
    classes: Floats
    garments: Floats
    groups: Floats


@dataclass(frozen=True)
class Decisions:
    """Per photo: index into ``LEVELS``, and what is answered there (class, garment or group number; −1 at none and not-clothing)."""

    level: Ints
    answer: Ints

    def at(self, level: Level) -> Bools:
        return np.asarray(self.level == LEVELS.index(level))


def softmax(logits: npt.NDArray[np.floating], temperature: float = 1.0) -> Floats:
    """Probabilities ``[N, C]`` of logits ``[N, C]``."""
    scaled = np.asarray(logits, np.float64) / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    exp = np.exp(scaled)
    return np.asarray(exp / exp.sum(axis=1, keepdims=True))


def sigmoid(x: npt.NDArray[np.floating]) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.asarray(x, np.float64))))


def summed(p: Floats, member_of: Ints, count: int) -> Floats:
    """Class probabilities ``[N, C]`` → sums ``[N, count]`` by ``member_of [C]``."""
    out = np.zeros((len(p), count))
    for position in range(count):
        out[:, position] = p[:, member_of == position].sum(axis=1)
    return out


def passes(clothing: Floats, thresholds: Thresholds) -> Bools:
    """Which of the photos are taken for clothing, by ``clothing [N]`` (0..1)."""
    return np.asarray(clothing >= (thresholds.clothing or 0.0))


def decide(logits: npt.NDArray[np.floating], clothing: npt.NDArray[np.floating], thresholds: Thresholds, taxonomy: Taxonomy) -> Decisions:
    """Decision rule 1 for ``logits [N, C]`` and clothing logits ``[N]``."""
    p = softmax(logits, thresholds.temperature)
    count = len(p)
    level = np.full(count, LEVELS.index("none"), np.int64)
    answer = np.full(count, -1, np.int64)
    open_ = passes(sigmoid(clothing), thresholds)
    level[~open_] = LEVELS.index("not-clothing")
    stages: tuple[tuple[Level, Floats, Floats], ...] = (
        ("class", p, thresholds.classes),
        ("garment", summed(p, taxonomy.garment_of, len(taxonomy.garments)), thresholds.garments),
        ("group", summed(p, taxonomy.group_of, len(taxonomy.groups)), thresholds.groups),
    )
    for name, sums, limits in stages:
        best = sums.argmax(axis=1)
        taken = open_ & (sums[np.arange(count), best] >= limits[best])
        level[taken] = LEVELS.index(name)
        answer[taken] = best[taken]
        open_ &= ~taken
    return Decisions(level, answer)


def fit_temperature(logits: npt.NDArray[np.floating], admissible: Bools) -> float:
    """The temperature with the least −log probability of the admissible sets, by golden section over its logarithm."""

    def loss(log_t: float) -> float:
        inside = (softmax(logits, float(np.exp(log_t))) * admissible).sum(axis=1)
        return float(-np.log(np.maximum(inside, 1e-12)).mean())

    low, high = np.log(TEMPERATURES)
    ratio = (np.sqrt(5) - 1) / 2
    for _ in range(40):
        first, second = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, second) if loss(first) < loss(second) else (first, high)
    return float(np.exp((low + high) / 2))


def fit_expectation(logits: npt.NDArray[np.floating], truth: Ints) -> float:
    """The temperature at which the best answers are as sure on average as they are right, by halving its logarithm's range.

    Expectation consistency (Clarté et al. 2023): where the least −log probability leaves a network too sure of most photos to make up for
    a few that it is far from, this does not. Of :data:`TEMPERATURES` the nearer end where none is right.
    """
    accuracy = float((logits.argmax(axis=1) == truth).mean())
    low, high = np.log(TEMPERATURES)
    for _ in range(40):
        middle = (low + high) / 2
        sure = float(softmax(logits, float(np.exp(middle))).max(axis=1).mean())
        low, high = (middle, high) if sure > accuracy else (low, middle)
    return float(np.exp((low + high) / 2))


def lowest_threshold(p: Floats, right: Bools, precision: float, kept: int = KEPT) -> float | None:
    """The lowest probability that keeps ``kept`` answers or more, ``precision`` of them right; ``None`` if there is none."""
    order = np.argsort(-p, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(p) + 1)
    # an answer stays with all others of the same probability
    last_of_ties = np.append(p[order][1:] != p[order][:-1], True) if len(p) else np.zeros(0, bool)
    good = np.flatnonzero((share >= precision) & last_of_ties & (np.arange(1, len(p) + 1) >= kept))
    return float(p[order][good[-1]]) if len(good) else None


def fit_level(p: Floats, best: Ints, right: Bools, count: int, precision: float) -> Floats:
    """A threshold for each of ``count`` answers.

    ``p``, ``best``, ``right`` ``[N]``: probability, number and correctness of the answer. With fewer than ``ENOUGH`` answers the
    pooled threshold holds; where no threshold reaches the precision, the answer must beat every wrong one seen, and the pooled threshold.
    """
    pooled = lowest_threshold(p, right, precision)
    fallback = 1.0 if pooled is None else pooled
    out = np.full(count, fallback)
    for answer in range(count):
        mine = best == answer
        if mine.sum() < ENOUGH:
            continue
        own = lowest_threshold(p[mine], right[mine], precision)
        if own is None:
            own = max(fallback, float(np.nextafter(p[mine & ~right].max(), 2.0)))
        out[answer] = own
    # written with five decimals: round up, so that no answer slips under
    return np.minimum(np.ceil(out * 1e5) / 1e5, 1.0)


def fit_clothing(clothing: npt.NDArray[np.floating], is_clothing: Bools) -> float:
    """The highest threshold that loses at most ``LOST_CLOTHING`` of the clothing photos, not above 1/2."""
    return min(0.5, float(np.floor(np.quantile(sigmoid(clothing[is_clothing]), LOST_CLOTHING) * 1e5) / 1e5))


def fit(
    logits: npt.NDArray[np.floating],
    clothing: npt.NDArray[np.floating],
    admissible: Bools,
    taxonomy: Taxonomy,
    calibration: str = "likelihood",
) -> Thresholds:
    """Temperature and thresholds from validation.

    ``admissible`` bool ``[N, C]``; an all-false row shows no clothing, and any answer to it is wrong. Each level is
    fitted on the photos that the levels before it left open, as the rule applies it. ``calibration``: see ``Config``; by ``expectation``
    the temperature is fitted on the photos with an exact label.
    """
    has_set = np.asarray(admissible.any(axis=1))
    if calibration == "expectation":
        exact = admissible.sum(axis=1) == 1
        temperature = round(fit_expectation(logits[exact], admissible[exact].argmax(axis=1)), 4)
    else:
        temperature = round(fit_temperature(logits[has_set], admissible[has_set]), 4)
    gate = None if np.isinf(clothing).all() else fit_clothing(clothing, has_set)
    p = softmax(logits, temperature)
    open_ = sigmoid(clothing) >= (gate or 0.0)
    fitted: list[Floats] = []
    stages = (
        ("class", np.arange(len(taxonomy)), len(taxonomy)),
        ("garment", taxonomy.garment_of, len(taxonomy.garments)),
        ("group", taxonomy.group_of, len(taxonomy.groups)),
    )
    for level, member_of, count in stages:
        sums = summed(p, member_of, count)
        truth = summed(admissible.astype(np.float64), member_of, count) > 0
        best = sums.argmax(axis=1)
        rows = np.arange(len(p))
        top, right = sums[rows, best], truth[rows, best]
        limits = fit_level(top[open_], best[open_], right[open_], count, PRECISION[level])
        fitted.append(limits)
        open_ &= top < limits[best]
    return Thresholds(temperature, gate, *fitted)
