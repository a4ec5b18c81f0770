"""The figures of ``model.json`` and of the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from hangtag_models.decision import LEVELS, Bools, Floats, Ints, Thresholds, decide, sigmoid, softmax, summed
from hangtag_models.manifest import Row
from hangtag_models.runtime import Answers
from hangtag_models.taxonomy import Taxonomy

BINS = 15


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


def bootstrap(right: npt.NDArray[np.generic], rounds: int = 1000) -> tuple[float, float]:
    """95 % interval of the mean of ``right`` by resampling photos."""
    rng = np.random.default_rng(0)
    values = right.astype(np.float64)
    means = [values[rng.integers(0, len(values), len(values))].mean() for _ in range(rounds)]
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def per_class(best: Ints, truth: Ints, taxonomy: Taxonomy) -> list[dict[str, Any]]:
    """Recall, precision and support of exact labels, by class."""
    out = []
    for number, item in enumerate(taxonomy.classes):
        mine, said = truth == number, best == number
        hit = int((mine & said).sum())
        out.append(
            {
                "id": item.id,
                "support": int(mine.sum()),
                "recall": hit / int(mine.sum()) if mine.any() else None,
                "precision": hit / int(said.sum()) if said.any() else None,
            }
        )
    return out


def rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def measure(
    answers: Answers, rows: Sequence[Row], thresholds: Thresholds, taxonomy: Taxonomy, float_answers: Answers | None
) -> dict[str, Any]:
    """All figures of one split. Exact figures count photos with one admissible class; not-clothing photos only where named."""
    admissible = taxonomy.mask([row.classes for row in rows])
    exact = np.array([row.exact for row in rows])
    garment_photo = np.asarray(admissible.any(axis=1))
    floor = garment_photo & np.array([row.source == "photos" for row in rows])
    truth = admissible.argmax(axis=1)
    p = softmax(answers.logits, thresholds.temperature)
    best = p.argmax(axis=1)
    right = best == truth
    within = admissible[np.arange(len(rows)), best]
    ranked = np.argsort(-p, axis=1)[:, :3]
    top3 = (ranked == truth[:, None]).any(axis=1)
    garment_best = summed(p, taxonomy.garment_of, len(taxonomy.garments)).argmax(axis=1)
    garment_sets = summed(admissible.astype(np.float64), taxonomy.garment_of, len(taxonomy.garments)) > 0
    garment_right = garment_sets[np.arange(len(rows)), garment_best]
    recalls = [right[exact & (truth == number)].mean() for number in np.unique(truth[exact])]
    decisions = decide(answers.logits, answers.clothing, thresholds, taxonomy)
    score = sigmoid(answers.clothing)

    levels: dict[str, Any] = {}
    group_sets = summed(admissible.astype(np.float64), taxonomy.group_of, len(taxonomy.groups)) > 0
    for level, sets in (("class", admissible), ("garment", garment_sets), ("group", group_sets)):
        taken = decisions.at(level)  # type: ignore[arg-type]
        # an answer's number means something only at its own level
        hits = sets[np.flatnonzero(taken), decisions.answer[taken]]
        levels[level] = {
            "coverage": rounded(float((taken & garment_photo).sum() / garment_photo.sum())),
            "accuracy": rounded(float(hits.mean()) if taken.any() else float("nan")),
            "photos": int(taken.sum()),
        }
    out: dict[str, Any] = {
        "top1": rounded(right[exact].mean()),
        "top1Interval95": [round(value, 4) for value in bootstrap(right[exact])],
        "top3": rounded(top3[exact].mean()),
        "macroRecall": rounded(float(np.mean(recalls))),
        "classesUnderHalf": int(sum(recall < 0.5 for recall in recalls)),
        "garment": rounded(garment_right[exact].mean()),
        "withinSet": rounded(within[garment_photo].mean()),
        "catalogueTop1": rounded(right[exact & ~floor].mean()) if (exact & ~floor).any() else None,
        "floorTop1": rounded(right[exact & floor].mean()) if (exact & floor).any() else None,
        "floorWithinSet": rounded(within[floor].mean()) if floor.any() else None,
        "floorGarment": rounded(garment_right[floor].mean()) if floor.any() else None,
        "notClothingAuroc": rounded(auroc(score, garment_photo)),
        "notClothingFound": rounded(float((score[~garment_photo] < thresholds.clothing).mean())) if (~garment_photo).any() else None,
        "clothingLost": rounded(float((score[garment_photo] < thresholds.clothing).mean())),
        "ece": rounded(calibration_error(p[exact].max(axis=1), right[exact])),
        "levels": levels,
        "unanswered": rounded(float((decisions.at("none") & garment_photo).sum() / garment_photo.sum())),
        "photos": {
            "all": len(rows),
            "exact": int(exact.sum()),
            "sets": int((garment_photo & ~exact).sum()),
            "floor": int(floor.sum()),
            "notClothing": int((~garment_photo).sum()),
        },
    }
    assert set(levels) <= set(LEVELS)
    if float_answers is not None:
        out["floatTop1"] = rounded((float_answers.logits.argmax(axis=1) == truth)[exact].mean())
    return out
