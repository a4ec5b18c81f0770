"""The figures of ``model.json`` and of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from hangtag_models.decision import LEVELS, Bools, Floats, Thresholds, passes
from hangtag_models.manifest import Row
from hangtag_models.resampling import mean
from hangtag_models.runtime import Answers
from hangtag_models.scored import Scored, score
from hangtag_models.taxonomy import Taxonomy

BINS = 15
COMMONEST = 40
"""Confusions that ``model.json`` names."""


def auroc(scores: Floats, positive: Bools) -> float:
    """Probability that a positive scores above a negative, ties half."""
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positives, negatives = int(positive.sum()), int((~positive).sum())
    if not positives or not negatives:
        return float("nan")
    return float((ranks[positive].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def calibration_error(confidence: Floats, right: Bools, bins: int = BINS) -> float:
    """Expected calibration error over bins of equal width."""
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    total = 0.0
    for number in range(bins):
        inside = which == number
        if inside.any():
            total += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(total)


def rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def per_class(scored: Scored) -> list[dict[str, Any]]:
    """Of each class, counted on the photos with an exact label; ``None`` where undefined: never answered, or without photos."""
    truth, best = scored.classes.truth[scored.exact], scored.classes.best[scored.exact]
    out = []
    for number, label in enumerate(scored.classes.labels):
        photos, answered = int((truth == number).sum()), int((best == number).sum())
        hits = int(((truth == number) & (best == number)).sum())
        out.append(
            {
                "id": label,
                "photos": photos,
                "precision": round(hits / answered, 4) if answered else None,
                "recall": round(hits / photos, 4) if photos else None,
                "f1": round(2 * hits / (photos + answered), 4) if photos else None,
            }
        )
    return out


def confusions(scored: Scored, count: int = COMMONEST) -> list[dict[str, Any]]:
    """The ``count`` commonest pairs of class and wrong best answer; of equal ones in the order of the classes."""
    wrong, labels = scored.exact & ~scored.classes.right, scored.classes.labels
    pairs = Counter(zip(scored.classes.truth[wrong].tolist(), scored.classes.best[wrong].tolist(), strict=True))
    order = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:count]
    return [{"actual": labels[truth], "predicted": labels[best], "photos": photos} for (truth, best), photos in order]


def reliability_bins(scored: Scored, bins: int = BINS) -> list[dict[str, Any]]:
    """Mean confidence and share of right best answers over ``bins`` of equal width; both ``None`` in an empty one."""
    confidence, right = scored.classes.confidence[scored.exact], scored.classes.right[scored.exact]
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    out = []
    for number in range(bins):
        inside = which == number
        filled = bool(inside.any())
        out.append(
            {
                "from": round(number / bins, 4),
                "to": round((number + 1) / bins, 4),
                "photos": int(inside.sum()),
                "confidence": rounded(float(confidence[inside].mean())) if filled else None,
                "accuracy": rounded(float(right[inside].mean())) if filled else None,
            }
        )
    return out


def measure(
    answers: Answers, rows: Sequence[Row], thresholds: Thresholds, taxonomy: Taxonomy, float_answers: Answers | None
) -> dict[str, Any]:
    """All figures of one split, with float's top-1 beside int8's where both answered."""
    scored = score(answers, rows, thresholds, taxonomy)
    out = figures_of(scored, thresholds)
    if float_answers is not None:
        out["floatTop1"] = rounded((float_answers.logits.argmax(axis=1) == scored.classes.truth)[scored.exact].mean())
    return out


def figures_of(scored: Scored, thresholds: Thresholds) -> dict[str, Any]:
    """Exact figures count photos with one admissible class; not-clothing photos only where named."""
    exact, clothing, floor = scored.exact, scored.clothing, scored.floor
    right, garment_right, decisions = scored.classes.right, scored.garments.right, scored.decisions
    truth = scored.classes.truth
    recalls = [right[exact & (truth == number)].mean() for number in np.unique(truth[exact])]
    top1 = mean(right[exact])
    levels: dict[str, Any] = {}
    for level, ranked in (("class", scored.classes), ("garment", scored.garments), ("group", scored.groups)):
        taken = decisions.at(level)  # type: ignore[arg-type]
        # an answer's number means something only at its own level
        hits = ranked.sets[np.flatnonzero(taken), decisions.answer[taken]]
        levels[level] = {
            "coverage": rounded(float((taken & clothing).sum() / clothing.sum())),
            "accuracy": rounded(float(hits.mean()) if taken.any() else float("nan")),
            "photos": int(taken.sum()),
        }
    assert set(levels) <= set(LEVELS)
    return {
        "top1": rounded(top1.value),
        "top1Interval95": [round(top1.low, 4), round(top1.high, 4)],
        "top3": rounded(scored.top3[exact].mean()),
        "macroRecall": rounded(float(np.mean(recalls))),
        "classesUnderHalf": int(sum(recall < 0.5 for recall in recalls)),
        "garment": rounded(garment_right[exact].mean()),
        "withinSet": rounded(right[clothing].mean()),
        "catalogueTop1": rounded(right[exact & ~floor].mean()) if (exact & ~floor).any() else None,
        "floorTop1": rounded(right[exact & floor].mean()) if (exact & floor).any() else None,
        "floorWithinSet": rounded(right[floor].mean()) if floor.any() else None,
        "floorGarment": rounded(garment_right[floor].mean()) if floor.any() else None,
        "notClothingAuroc": rounded(auroc(scored.clothing_score, clothing)),
        "notClothingFound": rounded(float((~passes(scored.clothing_score[~clothing], thresholds)).mean())) if (~clothing).any() else None,
        "clothingLost": rounded(float((~passes(scored.clothing_score[clothing], thresholds)).mean())),
        "ece": rounded(calibration_error(scored.classes.confidence[exact], right[exact])),
        "levels": levels,
        "unanswered": rounded(float((decisions.at("none") & clothing).sum() / clothing.sum())),
        "photos": {
            "all": len(scored.rows),
            "exact": int(exact.sum()),
            "sets": int((clothing & ~exact).sum()),
            "floor": int(floor.sum()),
            "notClothing": int((~clothing).sum()),
        },
        "perClass": per_class(scored),
        "confusions": confusions(scored),
        "reliability": reliability_bins(scored),
    }
