"""The pictures of the report, as small PNG files. They hold figures only, never photos."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter
from PIL import Image

from hangtag_models.evaluation import Evaluation
from hangtag_models.figures import Classification, Reliability, Roc
from hangtag_models.preprocessing import Array
from hangtag_models.resampling import Estimate

# Okabe and Ito's palette: told apart with any colour vision; no plot leans on colour alone
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#666666"
LEVEL_STYLE = {"class": (BLUE, "-", "o"), "garment": (ORANGE, "--", "s"), "group": (GREEN, "-.", "^")}
DPI = 100
COLOURS = 64
"""A PNG with a palette of this many colours is a third of the size and looks the same."""

CONFUSION_CLASSES = "confusion-classes.png"
CONFUSION_GARMENTS = "confusion-garments.png"
RECALL = "recall.png"
RELIABILITY = "reliability.png"
COVERAGE = "coverage.png"
CLOTHING_ROC = "clothing-roc.png"


def save(figure: Figure, path: Path) -> None:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI)
    picture = Image.open(buffer).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def error_bars(estimates: list[Estimate]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """``[2, K]``: distances from value down to low and up to high."""
    return np.array([[max(e.value - e.low, 0.0) for e in estimates], [max(e.high - e.value, 0.0) for e in estimates]])


def percent_axes(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1.0))
    axes.grid(alpha=0.3, linewidth=0.6)
    axes.set_axisbelow(True)


def confusion(
    answers: Classification, path: Path, title: str, inches: float, label_size: float, number_size: float, least: float = 0.05
) -> None:
    """Rows (truth) as shares of their photos; shares from ``least`` on are written into their cells. Labels without photos are left out."""
    seen = np.flatnonzero((answers.support > 0) | (answers.answered > 0))
    counts = answers.confusion[np.ix_(seen, seen)]
    labels = [answers.labels[i] for i in seen]
    support = counts.sum(axis=1)
    shares = counts / np.maximum(support, 1)[:, None]
    figure = Figure(figsize=(inches, inches), layout="constrained")
    axes = figure.add_subplot()
    axes.imshow(np.ma.masked_equal(shares, 0), cmap="Blues", norm=PowerNorm(0.5, 0, 1), interpolation="nearest")
    for row, column in zip(*np.nonzero(shares >= least), strict=True):
        share = shares[row, column]
        colour = "white" if share > 0.4 else "black"
        axes.text(column, row, f"{share * 100:.0f}", ha="center", va="center", fontsize=number_size, color=colour)
    axes.set_xticks(np.arange(len(seen)), labels, rotation=90, fontsize=label_size)
    axes.set_yticks(np.arange(len(seen)), [f"{name} ({count})" for name, count in zip(labels, support, strict=True)], fontsize=label_size)
    axes.set_xticks(np.arange(len(seen) + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(seen) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="#dddddd", linewidth=0.4)
    axes.tick_params(which="minor", length=0)
    axes.set_xlabel("best answer", fontsize=11)
    axes.set_ylabel("label (photos)", fontsize=11)
    axes.set_title(title, fontsize=12)
    save(figure, path)


def recall_bars(answers: Classification, path: Path) -> None:
    """One bar a label with its interval, best at the top."""
    seen = [i for i in range(len(answers.labels)) if answers.support[i]]
    seen.sort(key=lambda i: (answers.recall[i].value, int(answers.support[i])))
    recalls = [answers.recall[i] for i in seen]
    figure = Figure(figsize=(8.5, max(3.0, 1.2 + 0.19 * len(seen))), layout="constrained")
    axes = figure.add_subplot()
    axes.barh(np.arange(len(seen)), [e.value for e in recalls], color=BLUE, height=0.7, alpha=0.75)
    axes.errorbar(
        [e.value for e in recalls], np.arange(len(seen)), xerr=error_bars(recalls), fmt="none", ecolor="black", elinewidth=0.9, capsize=1.5
    )
    axes.axvline(0.5, color=ORANGE, linewidth=1.2, linestyle="--")
    axes.set_yticks(np.arange(len(seen)), [f"{answers.labels[i]} ({answers.support[i]})" for i in seen], fontsize=8)
    axes.set_ylim(-0.7, len(seen) - 0.3)
    axes.set_xlim(0, 1.01)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0))
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    axes.set_xlabel("recall, with 95 % interval; dashed: one half")
    axes.set_title("Recall by class (photos)", fontsize=12)
    save(figure, path)


def reliability_diagram(found: Reliability, path: Path) -> None:
    """Accuracy against confidence by bin, over how many photos each bin holds."""
    figure = Figure(figsize=(6, 6.6), layout="constrained")
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[4, 1])
    filled = np.flatnonzero(found.photos)
    accuracies = [found.accuracy[i] for i in filled]
    upper.plot([0, 1], [0, 1], color=GREY, linestyle="--", linewidth=1, label="as right as it is sure")
    upper.errorbar(
        found.confidence[filled],
        [e.value for e in accuracies],
        yerr=error_bars(accuracies),
        fmt="o-",
        color=BLUE,
        ecolor=BLUE,
        elinewidth=1,
        capsize=2.5,
        markersize=4.5,
        linewidth=1.2,
        label="measured, with 95 % interval",
    )
    upper.set_ylim(0, 1.02)
    upper.set_ylabel("share that is right")
    percent_axes(upper)
    upper.legend(loc="upper left", frameon=False)
    ece = found.ece
    upper.set_title(f"Calibration: ECE {ece.value:.3f} ({ece.low:.3f}–{ece.high:.3f})", fontsize=12)
    lower.bar(found.edges[:-1], found.photos, width=np.diff(found.edges), align="edge", color=BLUE, alpha=0.75, edgecolor="white")
    lower.set_xlim(0, 1)
    lower.xaxis.set_major_formatter(PercentFormatter(1.0))
    lower.grid(axis="y", alpha=0.3)
    lower.set_axisbelow(True)
    lower.set_ylabel("photos")
    lower.set_xlabel("confidence of the best answer")
    save(figure, path)


def coverage_plot(evaluation: Evaluation, path: Path) -> None:
    """Accuracy against coverage at each level, with where the package's own thresholds stand."""
    figure = Figure(figsize=(7.5, 5.4), layout="constrained")
    axes = figure.add_subplot()
    lowest = 0.9
    for item in evaluation.levels:
        colour, line, marker = LEVEL_STYLE[item.level]
        marks = item.curve.marks
        if not marks:
            continue
        coverages = np.array([mark.coverage.value for mark in marks])
        axes.plot(coverages, [mark.accuracy.value for mark in marks], color=colour, linestyle=line, linewidth=1.6, label=item.level)
        axes.fill_between(
            coverages, [m.accuracy.low for m in marks], [m.accuracy.high for m in marks], color=colour, alpha=0.15, linewidth=0
        )
        known = item.known
        if not np.isnan(known.accuracy.value):
            axes.plot(
                known.coverage.value,
                known.accuracy.value,
                marker=marker,
                color=colour,
                markersize=9,
                markeredgecolor="black",
                linestyle="none",
                label=f"{item.level} known, by the package's thresholds",
            )
        lowest = min(lowest, min(mark.accuracy.low for mark in marks))
    axes.set_xlim(0, 1.01)
    axes.set_ylim(max(0.0, np.floor(lowest * 20) / 20), 1.005)
    percent_axes(axes)
    axes.set_xlabel("coverage: clothing photos answered")
    axes.set_ylabel("accuracy: answers that are right")
    axes.legend(loc="lower left", frameon=False, fontsize=9)
    axes.set_title("What one threshold for all answers would give", fontsize=12)
    save(figure, path)


def roc_plot(found: Roc, false_positive: Estimate, true_positive: Estimate, path: Path) -> None:
    """The whole curve, and its upper left corner enlarged. The point is the package's threshold."""
    figure = Figure(figsize=(9, 4.6), layout="constrained")
    for axes, corner in zip(figure.subplots(1, 2), (1.0, 0.1), strict=True):
        axes.plot(found.false_positives, found.true_positives, color=BLUE, linewidth=1.6, label="clothing output")
        if corner == 1.0:
            axes.plot([0, 1], [0, 1], color=GREY, linestyle="--", linewidth=1)
            axes.text(0.52, 0.47, "chance", color=GREY, fontsize=9)
        axes.errorbar(
            false_positive.value,
            true_positive.value,
            xerr=error_bars([false_positive]),
            yerr=error_bars([true_positive]),
            fmt="o",
            color=ORANGE,
            markeredgecolor="black",
            capsize=2.5,
            label="the package's threshold, with 95 % interval",
            zorder=3,
        )
        margin = 0.02 * corner
        axes.set_xlim(-margin, corner)
        axes.set_ylim(1 - corner - margin, 1 + margin)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0))
        percent_axes(axes)
        axes.set_xlabel("not clothing taken for clothing")
        axes.set_ylabel("clothing taken for clothing")
        axes.set_title("whole" if corner == 1.0 else "upper left corner", fontsize=10)
        if corner < 1.0:
            axes.legend(loc="lower right", frameon=False, fontsize=9)
    area = found.auroc
    figure.suptitle(f"Clothing against not clothing: AUROC {area.value:.4f} ({area.low:.4f}–{area.high:.4f})", fontsize=12)
    save(figure, path)


def complement(estimate: Estimate) -> Estimate:
    """Of the opposite share."""
    return Estimate(1 - estimate.value, 1 - estimate.high, 1 - estimate.low)


def confusion_of(answers: Classification, path: Path, what: str) -> None:
    """At a size that suits the number of labels: their names stay readable."""
    title = f"Best {what}, % of the label's photos"
    if len(answers.labels) > 60:
        confusion(answers, path, title, 15, 7.5, 5.5)
    elif len(answers.labels) > 20:
        confusion(answers, path, title, 10, 8.5, 7.5)
    else:
        confusion(answers, path, title, 6.5, 9.5, 9, 0.01)


def history(lines: Sequence[Mapping[str, float]], path: Path, title: str) -> None:
    """Loss and top-1 by epoch, of training and validation, from the lines of a run's ``metrics.jsonl``."""
    figure = Figure(figsize=(9.5, 3.9), layout="constrained")
    epochs = [line["epoch"] for line in lines]
    for axes, (training, validation, name) in zip(
        figure.subplots(1, 2), (("trainLoss", "loss", "loss"), ("trainTop1", "top1", "top-1")), strict=True
    ):
        axes.plot(epochs, [line[training] for line in lines], color=ORANGE, linestyle="--", marker="s", markersize=3.5, label="training")
        axes.plot(epochs, [line[validation] for line in lines], color=BLUE, marker="o", markersize=3.5, label="validation")
        axes.set_xlabel("epoch")
        axes.set_ylabel(name)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if name == "top-1":
            axes.yaxis.set_major_formatter(PercentFormatter(1.0))
        axes.grid(alpha=0.3, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.legend(frameon=False)
    figure.suptitle(title, fontsize=12)
    save(figure, path)


def samples(pictures: Sequence[Array], captions: Sequence[str], path: Path, title: str, columns: int = 8) -> None:
    """A sheet of small pictures uint8 ``[size, size, 3]`` with their captions below. Only for pictures that may be published."""
    rows = -(-len(pictures) // columns)
    height = 1.75 * rows + 0.5
    figure = Figure(figsize=(1.35 * columns, height))
    # a fixed grid: laying out this many axes by their contents takes seconds
    grid = figure.subplots(rows, columns, squeeze=False)
    figure.subplots_adjust(left=0.01, right=0.99, top=1 - 0.45 / height, bottom=0.55 / height, wspace=0.08, hspace=0.42)
    for place, axes in enumerate(grid.ravel()):
        axes.axis("off")
        if place < len(pictures):
            axes.imshow(pictures[place], interpolation="nearest")
            axes.text(0.5, -0.04, captions[place], fontsize=7.5, ha="center", va="top", transform=axes.transAxes)
    figure.suptitle(title, fontsize=11)
    save(figure, path)


def write_plots(evaluation: Evaluation, folder: Path) -> list[Path]:
    """Draws every plot that the split has photos for; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    confusion_of(evaluation.classes, folder / CONFUSION_CLASSES, "answer by class")
    names = [CONFUSION_CLASSES, RECALL, RELIABILITY, COVERAGE]
    if evaluation.garments_differ:
        confusion_of(evaluation.garments, folder / CONFUSION_GARMENTS, "garment by garment")
        names.append(CONFUSION_GARMENTS)
    recall_bars(evaluation.classes, folder / RECALL)
    reliability_diagram(evaluation.reliability, folder / RELIABILITY)
    coverage_plot(evaluation, folder / COVERAGE)
    gate = evaluation.gates[0]
    if gate.not_clothing and gate.clothing:
        roc_plot(evaluation.clothing_roc, complement(gate.found), complement(gate.lost), folder / CLOTHING_ROC)
        names.append(CLOTHING_ROC)
    return [folder / name for name in names]
