"""The report in Markdown: tables of an ``Evaluation``, and the plots beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np

from hangtag_models import plots
from hangtag_models.evaluation import Evaluation, Facet
from hangtag_models.figures import Classification
from hangtag_models.resampling import ROUNDS, Estimate

COMMONEST = 25
"""Pairs in the table of confusions."""
FEW = 10
"""Below this many photos an interval means little."""


@dataclass(frozen=True)
class Subject:
    """What was evaluated: package, split, and what it takes to do it again. ``photos``: by kind, for the first lines.

    ``file``: what ``sha256`` is of.
    """

    name: str
    version: str
    sha256: str
    config: str
    manifest: str
    manifest_sha256: str
    split: str
    photos: dict[str, int]
    file: str = "model.onnx"


def hundredths(share: float, digits: int = 1) -> str:
    """``share`` times 100, half up on the decimal digits of what the model package tells, which has four: ``0.8455`` is ``84.6``.

    The page of the service rounds the same numbers by the same rule.
    """
    told = Decimal(str(round(float(share), 4)))
    return str((100 * told).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def percent(estimate: Estimate) -> str:
    """``80.6 % (79.1–82.0)``, one more digit below 1 %; a dash where undefined."""
    if np.isnan(estimate.value):
        return "–"
    digits = 2 if 0 < estimate.value < 0.01 else 1
    value, low, high = (hundredths(share, digits) for share in (estimate.value, estimate.low, estimate.high))
    return f"{value} % ({low}–{high})"


def plain(estimate: Estimate) -> str:
    """``0.9993 (0.9987–0.9998)``; a dash where undefined."""
    return "–" if np.isnan(estimate.value) else f"{estimate.value:.4f} ({estimate.low:.4f}–{estimate.high:.4f})"


def cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a Markdown table, a blank one after it."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell(item) for item in row) + " |" for row in rows]
    return [*lines, ""]


def measured(subject: Subject) -> str:
    if subject.file == "model.onnx":
        return "Measured on `model.onnx` of the package, through ONNX Runtime, as it is served."
    return f"Measured on the weights of `{subject.file}` in float32, through PyTorch."


def opening(subject: Subject) -> list[str]:
    photos = subject.photos
    return [
        f"# {' '.join(part for part in (subject.name, subject.version) if part)} on the {subject.split} split",
        "",
        f"{measured(subject)} {photos['all']:,} photos: "
        f"{photos['exact']:,} with an exact label, {photos['sets']:,} of clothing with a set of admissible labels, "
        f"{photos['notClothing']:,} without clothing. "
        f"{photos['floor']:,} are floor photos of clothing.",
        "",
        f"In brackets: 95 % intervals, from {ROUNDS:,} seeded resamples of the photos that a figure is about. They say how much "
        "the choice of photos matters, not how good the labels are. A label all of whose photos went the same way has an interval "
        f"without width; below some {FEW} photos no interval means much.",
        "",
        *table(
            ("what", "which"),
            (
                (f"`{subject.file}`, SHA-256", f"`{subject.sha256}`"),
                ("configuration", f"`{subject.config}`"),
                ("manifest", f"`{subject.manifest}`, SHA-256 `{subject.manifest_sha256}`"),
            ),
        ),
    ]


def overall(evaluation: Evaluation) -> list[str]:
    text = {"notClothingAuroc": plain, "ece": plain}
    return [
        "## Overall",
        "",
        *table(
            ("figure", "value (95 % interval)", "photos"),
            (
                (item.title, text.get(item.key, percent)(item.estimate), f"{item.photos:,}")
                for item in evaluation.overall
                if not np.isnan(item.estimate.value)
            ),
        ),
        "Macro counts each class that has photos once, weighted as often as it has photos; so weighted recall is top-1. A class never",
        "answered counts with precision 0. A class that a resample lacks is left out of that resample's macro figures.",
        "",
    ]


def decisions(evaluation: Evaluation) -> list[str]:
    return [
        "## What the decision rule answers",
        "",
        *table(
            ("level", "answers", "coverage", "accuracy", "known here or deeper", "accuracy of that"),
            (
                (
                    item.level,
                    f"{item.photos:,}",
                    percent(item.at.coverage),
                    percent(item.at.accuracy),
                    percent(item.known.coverage),
                    percent(item.known.accuracy),
                )
                for item in evaluation.levels
            ),
        ),
        f"Coverage: share of the clothing photos. Unidentified: {percent(evaluation.unanswered)} of them. Accuracy: share of the answers",
        "that are admissible; an answer to a photo without clothing is wrong. The garment is known when a garment or a class is answered,",
        "the group when anything is.",
        "",
        f"![coverage and accuracy]({plots.COVERAGE})",
        "",
        "The lines: answers above one threshold for all, at each level by itself. The points: what is known here or deeper by the",
        "package's own thresholds, one for each answer.",
        "",
        *table(
            ("level", "threshold", "coverage", "accuracy"),
            (
                (item.level, f"{mark.threshold:.3f}", percent(mark.coverage), percent(mark.accuracy))
                for item in evaluation.levels
                for mark in item.curve.marks[3::4]
            ),
        ),
    ]


def sources(evaluation: Evaluation) -> list[str]:
    if len(evaluation.slices) < 2:
        return []
    return [
        "## By source and sharpness",
        "",
        *table(
            ("photos", "exact", "top-1", "top-3", "garment right", "clothing", "answer within the set", "garment within the set"),
            (
                (
                    item.title,
                    f"{item.exact:,}",
                    percent(item.top1),
                    percent(item.top3),
                    percent(item.garment),
                    f"{item.clothing:,}",
                    percent(item.within_set),
                    percent(item.garment_within_set),
                )
                for item in evaluation.slices
            ),
        ),
        "Photos of clothing. 224 px are sharp, 60x80 px are small originals, 320 px are the floor photos (source `photos`).",
        "",
    ]


def scores_row(answers: Classification, i: int, accuracy: Estimate) -> tuple[str, ...]:
    return (
        answers.labels[i],
        f"{answers.support[i]:,}",
        percent(answers.recall[i]),
        percent(answers.precision[i]),
        percent(answers.f1[i]),
        percent(accuracy),
    )


def facet_table(facet: Facet) -> list[str]:
    seen = [i for i in range(len(facet.answers.labels)) if facet.answers.support[i]]
    seen.sort(key=lambda i: -int(facet.answers.support[i]))
    head = (facet.name, "photos", "recall", "precision", "F1", "class right")
    return [
        f"### By {facet.name}",
        "",
        *table(head, (scores_row(facet.answers, i, facet.class_right[i]) for i in seen)),
        f"Macro recall {percent(facet.answers.macro.recall)}, precision {percent(facet.answers.macro.precision)}, "
        f"F1 {percent(facet.answers.macro.f1)}.",
        "",
    ]


def tells(facet: Facet, classes: Classification) -> bool:
    """Whether a facet says more than the classes do: it has several values, and fewer than there are classes."""
    return 1 < len(facet.answers.labels) < len(classes.labels)


def facets(evaluation: Evaluation) -> list[str]:
    shown = [facet for facet in evaluation.facets if tells(facet, evaluation.classes)]
    if not shown:
        return []
    *most, last = [facet.name for facet in shown]
    return [
        f"## By {', '.join(most)} and {last}" if most else f"## By {last}",
        "",
        "Recall, precision and F1 are of the facet: is the garment right, whatever the class. Group and garment are the likeliest by their",
        "summed probabilities; audience and pattern are those of the best class. Class right: top-1 over all classes, on the row's photos.",
        "",
        *(line for facet in shown for line in facet_table(facet)),
        *((f"![confusion by garment]({plots.CONFUSION_GARMENTS})", "") if evaluation.garments_differ else ()),
    ]


def classes(evaluation: Evaluation) -> list[str]:
    answers = evaluation.classes
    seen = [i for i in range(len(answers.labels)) if answers.support[i]]
    seen.sort(key=lambda i: (answers.recall[i].value, -int(answers.support[i])))
    missing = [answers.labels[i] for i in range(len(answers.labels)) if not answers.support[i]]
    half = [i for i in seen if answers.recall[i].value < 0.5]
    return [
        "## By class",
        "",
        f"Weakest recall first; {len(half)} of {len(seen)} classes are under 50 %. Accuracy is one against the rest: near 100 % for every",
        "rare class, whatever its recall.",
        *([f"No photo with an exact label in this split: {', '.join(missing)}."] if missing else []),
        "",
        *table(
            ("class", "photos", "recall", "precision", "F1", "accuracy"),
            (scores_row(answers, i, answers.accuracy[i]) for i in seen),
        ),
        f"![recall by class]({plots.RECALL})",
        "",
    ]


def confusions(evaluation: Evaluation) -> list[str]:
    return [
        "## Confusions",
        "",
        f"![confusion by class]({plots.CONFUSION_CLASSES})",
        "",
        *table(
            ("label", "best answer", "photos"), ((item.truth, item.answer, str(item.photos)) for item in evaluation.confusions[:COMMONEST])
        ),
    ]


def calibration(evaluation: Evaluation) -> list[str]:
    found = evaluation.reliability
    return [
        "## Calibration",
        "",
        f"ECE {plain(found.ece)}, over {len(found.photos)} bins of equal width. Resampling adds noise to every bin, so this interval lies",
        "a little high.",
        "",
        f"![reliability]({plots.RELIABILITY})",
        "",
        *table(
            ("confidence from", "to", "photos", "mean confidence", "right"),
            (
                (
                    f"{found.edges[i] * 100:.0f} %",
                    f"{found.edges[i + 1] * 100:.0f} %",
                    f"{found.photos[i]:,}",
                    f"{hundredths(found.confidence[i])} %",
                    percent(found.accuracy[i]),
                )
                for i in np.flatnonzero(found.photos)
            ),
        ),
    ]


def clothing(evaluation: Evaluation, drawn: bool) -> list[str]:
    if np.isnan(evaluation.clothing_roc.auroc.value) and not drawn:
        return []
    return [
        "## Clothing or not",
        "",
        *table(
            ("source", "not clothing", "found as such", "clothing", "lost as not clothing"),
            (
                (gate.title, f"{gate.not_clothing:,}", percent(gate.found), f"{gate.clothing:,}", percent(gate.lost))
                for gate in evaluation.gates
            ),
        ),
        f"At the package's threshold. Over all thresholds: AUROC {plain(evaluation.clothing_roc.auroc)}.",
        "",
        *((f"![clothing ROC]({plots.CLOTHING_ROC})", "") if drawn else ()),
    ]


def as_markdown(evaluation: Evaluation, subject: Subject, drawn: bool = True) -> str:
    """``drawn``: whether there is a plot of the ``clothing`` output."""
    parts = (
        opening(subject),
        overall(evaluation),
        decisions(evaluation),
        sources(evaluation),
        facets(evaluation),
        classes(evaluation),
        confusions(evaluation),
        calibration(evaluation),
        clothing(evaluation, drawn),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def write_report(evaluation: Evaluation, subject: Subject, folder: Path) -> Path:
    """``report.md`` and its plots in ``folder``; returns the former."""
    written = plots.write_plots(evaluation, folder)
    path = folder / "report.md"
    path.write_text(as_markdown(evaluation, subject, (folder / plots.CLOTHING_ROC) in written), encoding="utf-8")
    return path
