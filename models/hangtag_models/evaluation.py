"""Everything the report says of one package on one split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from hangtag_models.decision import Bools, Decisions, Thresholds, passes
from hangtag_models.figures import (
    Averages,
    Classification,
    Coverage,
    Mark,
    Reliability,
    Roc,
    by_label,
    classify,
    coverage_curve,
    reliability,
    roc,
)
from hangtag_models.manifest import SOURCES
from hangtag_models.resampling import Bootstrap, Estimate, mean
from hangtag_models.scored import Ranked, Scored
from hangtag_models.taxonomy import Taxonomy

AnswerLevel = Literal["class", "garment", "group"]
NO_PATTERN = "(not told apart)"
"""Pattern of the classes that name none."""
SHARPNESS = ("224", "320", "60x80")


@dataclass(frozen=True)
class Figure:
    """A row of the report. ``key``: its name in ``model.json`` where it stands there too. ``photos``: how many it was counted on."""

    key: str
    title: str
    estimate: Estimate
    photos: int


@dataclass(frozen=True)
class Facet:
    """Group, garment, audience or pattern. ``class_right``: share of the label's photos whose class is right (top-1)."""

    name: str
    answers: Classification
    class_right: tuple[Estimate, ...]


@dataclass(frozen=True)
class Slice:
    """Photos of one source and sharpness: how many are exact, how many show clothing, and the figures on them."""

    title: str
    exact: int
    clothing: int
    top1: Estimate
    top3: Estimate
    garment: Estimate
    within_set: Estimate
    garment_within_set: Estimate


@dataclass(frozen=True)
class Gate:
    """The ``clothing`` output at its threshold, for one source: not-clothing photos found, clothing photos lost."""

    title: str
    not_clothing: int
    found: Estimate
    clothing: int
    lost: Estimate


@dataclass(frozen=True)
class LevelAnswers:
    """What the decision rule answers at one level. ``at``: exactly there. ``known``: there or deeper, so that the level is known.

    The thresholds of the marks are not given: a package has one for each answer.
    """

    level: AnswerLevel
    photos: int
    at: Mark
    known: Mark
    curve: Coverage


@dataclass(frozen=True)
class Confusion:
    """Photos of class ``truth`` whose best answer is ``answer``."""

    truth: str
    answer: str
    photos: int


@dataclass(frozen=True)
class Evaluation:
    """All figures. Those on classes, facets and calibration count the photos with an exact label."""

    overall: tuple[Figure, ...]
    classes: Classification
    garments: Classification
    facets: tuple[Facet, ...]
    slices: tuple[Slice, ...]
    reliability: Reliability
    levels: tuple[LevelAnswers, ...]
    unanswered: Estimate
    clothing_roc: Roc
    gates: tuple[Gate, ...]

    @property
    def garments_differ(self) -> bool:
        """Whether a garment stands for more than one class; else it says nothing that the class does not."""
        return len(self.garments.labels) < len(self.classes.labels)

    @property
    def confusions(self) -> tuple[Confusion, ...]:
        """Commonest first; of equal ones in the order of the classes."""
        counts = self.classes.confusion.copy()
        np.fill_diagonal(counts, 0)
        labels = self.classes.labels
        order = np.argsort(-counts, axis=None, kind="stable")[: int((counts > 0).sum())]
        return tuple(
            Confusion(labels[truth], labels[answer], int(counts[truth, answer]))
            for truth, answer in (divmod(int(i), len(labels)) for i in order)
        )


def facet(name: str, of_class: list[str], exact: Scored, bootstrap: Bootstrap) -> Facet:
    """A facet that is read off the class answered: ``of_class`` gives its value for each class."""
    labels = tuple(dict.fromkeys(of_class))
    numbers = np.array([labels.index(value) for value in of_class])
    truth = numbers[exact.classes.truth]
    answers = classify(truth, numbers[exact.classes.best], labels, bootstrap)
    return Facet(name, answers, by_label(exact.classes.right, truth, len(labels), bootstrap))


def level_facet(name: str, level: Ranked, exact: Scored, bootstrap: Bootstrap) -> Facet:
    """A facet with probabilities of its own: the classes' summed."""
    answers = classify(level.truth, level.best, level.labels, bootstrap)
    return Facet(name, answers, by_label(exact.classes.right, level.truth, len(level.labels), bootstrap))


def chosen_level(level: Ranked, chosen: Bools) -> Ranked:
    return Ranked(level.labels, level.confidence[chosen], level.best[chosen], level.sets[chosen], level.right[chosen])


def chosen_photos(scored: Scored, chosen: Bools) -> Scored:
    """The photos where ``chosen [N]`` is true."""
    return Scored(
        tuple(row for row, keep in zip(scored.rows, chosen.tolist(), strict=True) if keep),
        scored.exact[chosen],
        scored.clothing[chosen],
        scored.floor[chosen],
        scored.top3[chosen],
        chosen_level(scored.classes, chosen),
        chosen_level(scored.garments, chosen),
        chosen_level(scored.groups, chosen),
        scored.clothing_score[chosen],
        Decisions(scored.decisions.level[chosen], scored.decisions.answer[chosen]),
    )


def slice_of(title: str, scored: Scored, chosen: Bools) -> Slice:
    exact, clothing = chosen & scored.exact, chosen & scored.clothing
    return Slice(
        title,
        int(exact.sum()),
        int(clothing.sum()),
        top1=mean(scored.classes.right[exact]),
        top3=mean(scored.top3[exact]),
        garment=mean(scored.garments.right[exact]),
        within_set=mean(scored.classes.right[clothing]),
        garment_within_set=mean(scored.garments.right[clothing]),
    )


def slices(scored: Scored) -> tuple[Slice, ...]:
    """By source, by sharpness, and by both where that says more than either."""
    source, px = np.array([row.source for row in scored.rows]), np.array([row.px for row in scored.rows])
    wanted = [(name, source == name) for name in SOURCES] + [(f"{name} px", px == name) for name in SHARPNESS]
    wanted += [(f"{name}, {size} px", (source == name) & (px == size)) for name in SOURCES for size in SHARPNESS]
    out: list[Slice] = []
    seen: set[bytes] = set()
    for title, chosen in wanted:
        shown = (chosen & scored.clothing).tobytes()
        if (chosen & scored.clothing).any() and shown not in seen:
            seen.add(shown)
            out.append(slice_of(title, scored, chosen))
    return tuple(out)


def gates(scored: Scored, thresholds: Thresholds) -> tuple[Gate, ...]:
    """For all photos and for each source that has any."""
    below = ~passes(scored.clothing_score, thresholds)
    source = np.array([row.source for row in scored.rows])
    out = []
    for title, chosen in (("all", np.ones(len(source), bool)), *((name, source == name) for name in SOURCES)):
        without, clothing = chosen & ~scored.clothing, chosen & scored.clothing
        if chosen.any():
            out.append(Gate(title, int(without.sum()), mean(below[without]), int(clothing.sum()), mean(below[clothing])))
    return tuple(out)


def up_to(scored: Scored, taxonomy: Taxonomy, level: AnswerLevel) -> tuple[Bools, Bools]:
    """Which photos the rule answers at ``level`` or deeper, and where what that says at ``level`` is admissible, ``[N]``."""
    at_class, at_garment, at_group = (scored.decisions.at(name) for name in ("class", "garment", "group"))
    answer = scored.decisions.answer
    rows = np.arange(len(answer))
    if level == "class":
        return at_class, at_class & scored.classes.sets[rows, np.where(at_class, answer, 0)]
    group_of_garment = np.array([taxonomy.group_of[list(taxonomy.garment_of).index(number)] for number in range(len(taxonomy.garments))])
    garment = np.where(at_class, taxonomy.garment_of[np.where(at_class, answer, 0)], np.where(at_garment, answer, 0))
    if level == "garment":
        taken = at_class | at_garment
        return taken, taken & scored.garments.sets[rows, garment]
    taken = at_class | at_garment | at_group
    group = np.where(at_group, answer, group_of_garment[garment])
    return taken, taken & scored.groups.sets[rows, np.where(taken, group, 0)]


def level_answers(scored: Scored, taxonomy: Taxonomy, level: AnswerLevel, best: Ranked, open_: Bools, bootstrap: Bootstrap) -> LevelAnswers:
    """``open_ [N]``: photos that pass the clothing threshold."""
    at = scored.decisions.at(level)
    hits = at & best.sets[np.arange(len(at)), np.where(at, scored.decisions.answer, 0)]
    known, right = up_to(scored, taxonomy, level)

    def mark(taken: Bools, good: Bools) -> Mark:
        return Mark(float("nan"), bootstrap.ratio(taken & scored.clothing, scored.clothing), bootstrap.ratio(good, taken))

    curve = coverage_curve(best.confidence, best.right, scored.clothing, open_, bootstrap)
    return LevelAnswers(level, int(at.sum()), mark(at, hits), mark(known, right), curve)


def overall(scored: Scored, classes: Classification, calibration: Reliability, area: Roc, gate: Gate) -> tuple[Figure, ...]:
    exact, clothing, floor = scored.exact, scored.clothing, scored.floor

    def over(key: str, title: str, values: npt.NDArray[np.bool_], chosen: Bools) -> Figure:
        return Figure(key, title, mean(values[chosen]), int(chosen.sum()))

    def averaged(name: str, averages: Averages) -> list[Figure]:
        photos = int(exact.sum())
        return [
            Figure(f"{name}Precision", f"{name} precision", averages.precision, photos),
            Figure(f"{name}Recall", f"{name} recall", averages.recall, photos),
            Figure(f"{name}F1", f"{name} F1", averages.f1, photos),
        ]

    right, garment = scored.classes.right, scored.garments.right
    return (
        over("top1", "top-1", right, exact),
        over("top3", "top-3", scored.top3, exact),
        *averaged("macro", classes.macro),
        *averaged("weighted", classes.weighted),
        over("garment", "garment right", garment, exact),
        over("withinSet", "answer within the admissible set", right, clothing),
        over("catalogueTop1", "catalogue: top-1", right, exact & ~floor),
        over("floorTop1", "floor photos: top-1", right, exact & floor),
        over("floorWithinSet", "floor photos: answer within the admissible set", right, floor),
        over("floorGarment", "floor photos: garment within the admissible set", garment, floor),
        Figure("notClothingAuroc", "clothing against not clothing: AUROC", area.auroc, len(scored.rows)),
        Figure("notClothingFound", "not clothing, found as such", gate.found, gate.not_clothing),
        Figure("clothingLost", "clothing, lost as not clothing", gate.lost, gate.clothing),
        Figure("ece", "expected calibration error (ECE)", calibration.ece, int(exact.sum())),
    )


def evaluate_scored(scored: Scored, thresholds: Thresholds, taxonomy: Taxonomy) -> Evaluation:
    """All figures of ``scored``; a second or two for some thousand photos."""
    exact = chosen_photos(scored, scored.exact)
    of_exact, of_all = Bootstrap(len(exact.rows)), Bootstrap(len(scored.rows))
    classes = classify(exact.classes.truth, exact.classes.best, taxonomy.ids, of_exact)
    garment = level_facet("garment", exact.garments, exact, of_exact)
    calibration = reliability(exact.classes.confidence, exact.classes.right, of_exact)
    area = roc(scored.clothing_score, scored.clothing, of_all)
    gate = gates(scored, thresholds)
    open_ = passes(scored.clothing_score, thresholds)
    levels: tuple[tuple[AnswerLevel, Ranked], ...] = (("class", scored.classes), ("garment", scored.garments), ("group", scored.groups))
    return Evaluation(
        overall=overall(scored, classes, calibration, area, gate[0]),
        classes=classes,
        garments=garment.answers,
        facets=(
            level_facet("group", exact.groups, exact, of_exact),
            garment,
            facet("audience", [item.audience for item in taxonomy.classes], exact, of_exact),
            facet("pattern", [item.pattern or NO_PATTERN for item in taxonomy.classes], exact, of_exact),
        ),
        slices=slices(scored),
        reliability=calibration,
        levels=tuple(level_answers(scored, taxonomy, level, best, open_, of_all) for level, best in levels),
        unanswered=of_all.ratio(scored.decisions.at("none") & scored.clothing, scored.clothing),
        clothing_roc=area,
        gates=gate,
    )


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Value, low and high of every figure, for programs; ``null`` where undefined."""

    def of_labels(answers: Classification) -> list[dict[str, Any]]:
        return [
            {
                "label": label,
                "support": int(answers.support[i]),
                "accuracy": answers.accuracy[i].rounded(),
                "precision": answers.precision[i].rounded(),
                "recall": answers.recall[i].rounded(),
                "f1": answers.f1[i].rounded(),
            }
            for i, label in enumerate(answers.labels)
        ]

    return {
        "overall": {figure.key: figure.estimate.rounded() for figure in evaluation.overall},
        "classes": of_labels(evaluation.classes),
        "facets": {
            facet.name: [
                {**item, "classRight": right.rounded()} for item, right in zip(of_labels(facet.answers), facet.class_right, strict=True)
            ]
            for facet in evaluation.facets
        },
        "slices": [
            {
                "title": item.title,
                "exact": item.exact,
                "clothing": item.clothing,
                "top1": item.top1.rounded(),
                "top3": item.top3.rounded(),
                "garment": item.garment.rounded(),
                "withinSet": item.within_set.rounded(),
                "garmentWithinSet": item.garment_within_set.rounded(),
            }
            for item in evaluation.slices
        ],
        "levels": {
            item.level: {
                "photos": item.photos,
                "coverage": item.at.coverage.rounded(),
                "accuracy": item.at.accuracy.rounded(),
                "known": {"coverage": item.known.coverage.rounded(), "accuracy": item.known.accuracy.rounded()},
                "curve": [[round(mark.threshold, 4), mark.coverage.rounded(), mark.accuracy.rounded()] for mark in item.curve.marks],
            }
            for item in evaluation.levels
        },
        "unanswered": evaluation.unanswered.rounded(),
        "clothing": [
            {
                "title": gate.title,
                "notClothing": gate.not_clothing,
                "found": gate.found.rounded(),
                "clothing": gate.clothing,
                "lost": gate.lost.rounded(),
            }
            for gate in evaluation.gates
        ],
        "reliability": [
            {
                "from": round(float(evaluation.reliability.edges[i]), 4),
                "photos": int(evaluation.reliability.photos[i]),
                "confidence": None if not evaluation.reliability.photos[i] else round(float(evaluation.reliability.confidence[i]), 4),
                "accuracy": accuracy.rounded(),
            }
            for i, accuracy in enumerate(evaluation.reliability.accuracy)
        ],
        "confusions": [[item.truth, item.answer, item.photos] for item in evaluation.confusions],
    }
