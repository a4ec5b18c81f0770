"""``study``: several trained networks side by side on one data set, as a report with plots and samples.

Reads what the steps before left: run folders (``metrics.jsonl``, checkpoints), the tables of ``tune`` and ``ablate``, a released package. A
network's answers to the test split are kept in its run folder with the checksum of the weights that gave them, so that making the report
again does not run the test split again. The text of the analysis stands in the study's file; every figure is counted here.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from hangtag_models import package, plots
from hangtag_models.config import Config, read_config
from hangtag_models.decision import Thresholds, fit
from hangtag_models.errors import BadConfig, BadData
from hangtag_models.evaluation import Evaluation, evaluate_scored
from hangtag_models.export import averaged_network
from hangtag_models.gallery import one_of_each, ordered
from hangtag_models.manifest import Row, read_manifest, sha256
from hangtag_models.metrics import figures_of
from hangtag_models.prepare import Cache
from hangtag_models.preprocessing import Array
from hangtag_models.report import Subject, hundredths, table, write_report
from hangtag_models.runtime import Answers, Model
from hangtag_models.scored import Scored, score
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import predict, read_history

HISTORY, RIGHT, WRONG = "history.png", "right.png", "wrong.png"
SHEET = 32
"""Samples on a sheet."""
PAIRS = 5
"""Confused pairs named for each network."""


@dataclass(frozen=True)
class Subrun:
    """One network of the study: heading, configuration, and its weights: a checkpoint of the run folder, or a released package."""

    title: str
    config: Config
    checkpoint: Path | None
    package: Path | None
    text: str

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def weights(self) -> Path:
        return self.checkpoint if self.checkpoint is not None else self.package_model

    @property
    def package_model(self) -> Path:
        assert self.package is not None
        return self.package / "model.onnx"


@dataclass(frozen=True)
class Kept:
    """A run folder whose table is shown, and what to say of it."""

    folder: str
    text: str


@dataclass(frozen=True)
class Study:
    """The whole report, in order."""

    title: str
    opening: str
    closing: str
    networks: tuple[Subrun, ...]
    tuned: Kept | None
    ablated: Kept | None


@dataclass(frozen=True)
class Judged:
    """A network's answers to the test split, and what follows from them. ``pictures`` uint8 ``[N, size, size, 3]``."""

    run: Subrun
    scored: Scored
    evaluation: Evaluation
    figures: dict[str, Any]
    pictures: Array
    history: list[dict[str, float]]


def read_study(path: Path, runs: Path) -> Study:
    """The study's YAML file; paths in it are relative to the models folder, checkpoints to the run's."""
    if not path.is_file():
        raise BadConfig(f"{path.name}: no such study")
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        networks = []
        for item in content["networks"]:
            config = read_config(Path(item["config"]))
            checkpoint = runs / config.name / item["checkpoint"] if "checkpoint" in item else None
            released = Path(item["package"]) if "package" in item else None
            if (checkpoint is None) == (released is None):
                raise BadConfig(f"{path.name}: {config.name}: either a checkpoint or a package")
            networks.append(Subrun(item["title"], config, checkpoint, released, item.get("text", "")))
        kept = {key: Kept(content[key]["folder"], content[key]["text"]) if key in content else None for key in ("tuned", "ablated")}
        return Study(content["title"], content["opening"], content.get("closing", ""), tuple(networks), kept["tuned"], kept["ablated"])
    except KeyError as error:
        raise BadConfig(f"{path.name}: key {error} is missing") from error


def answers_of(run: Subrun, taxonomy: Taxonomy, pictures: Array) -> Answers:
    if run.checkpoint is None:
        return Model(run.package_model).run(pictures)
    return Answers(*predict(averaged_network(run.config, run.checkpoint, taxonomy), pictures))


def kept_answers(run: Subrun, folder: Path, taxonomy: Taxonomy, split: str) -> Answers:
    """Those of an earlier report, if weights and manifest are the same; else asked for and kept."""
    config = run.config
    stamp = f"{sha256(run.weights)} {sha256(config.manifest)}"
    path = folder / f"{split}-{'package' if run.checkpoint is None else run.checkpoint.stem}.npz"
    if path.is_file():
        with np.load(path) as kept:
            if str(kept["stamp"]) == stamp:
                return Answers(kept["logits"], kept["clothing"])
    got = answers_of(run, taxonomy, Cache(config.cache).open(split, config.input_size, config.manifest))
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(path, stamp=np.array(stamp), logits=got.logits, clothing=got.clothing)
    return got


def thresholds_of(run: Subrun, folder: Path, taxonomy: Taxonomy, rows: list[Row]) -> Thresholds:
    """A package's own; for a checkpoint fitted on validation, as ``release`` does."""
    if run.package is not None:
        return package.read(run.package)[2]
    chosen = [row for row in rows if row.split == "validation"]
    got = kept_answers(run, folder, taxonomy, "validation")
    return fit(got.logits, got.clothing, taxonomy.mask([row.classes for row in chosen]), taxonomy)


def judge(run: Subrun, runs: Path) -> Judged:
    config, folder = run.config, runs / run.name
    taxonomy = read_taxonomy(config.classes)
    rows = read_manifest(config.manifest, taxonomy)
    if not run.weights.is_file():
        raise BadData(f"{run.name}: {run.weights.name} is missing; train it first")
    thresholds = thresholds_of(run, folder, taxonomy, rows)
    got = kept_answers(run, folder, taxonomy, "test")
    scored = score(got, [row for row in rows if row.split == "test"], thresholds, taxonomy)
    pictures = Cache(config.cache).open("test", config.input_size, config.manifest)
    return Judged(
        run, scored, evaluate_scored(scored, thresholds, taxonomy), figures_of(scored, thresholds), pictures, read_history(folder)
    )


def caption(scored: Scored, place: int) -> str:
    classes = scored.classes
    truth, best = classes.labels[int(classes.truth[place])], classes.labels[int(classes.best[place])]
    sure = f"{100 * classes.confidence[place]:.0f} %"
    return f"{truth}\n{sure}" if truth == best else f"{truth}\n→ {best}\n{sure}"


def spread(scored: Scored, right: bool) -> tuple[int, ...]:
    """Samples for a sheet. Right: of each class the surest, then the least sure. Wrong: the surest, then the least sure."""
    chosen = scored.exact & (scored.classes.right if right else ~scored.classes.right)
    sure = one_of_each(scored) if right else ordered(chosen, -scored.classes.confidence, SHEET // 2)
    rest = ordered(chosen, scored.classes.confidence, SHEET)
    return (*sure, *(i for i in rest if i not in sure))[:SHEET]


def write_sheets(judged: Judged, folder: Path) -> None:
    for name, right in ((RIGHT, True), (WRONG, False)):
        places = spread(judged.scored, right)
        title = f"{judged.run.title}: {'right' if right else 'wrong'}. Label{'' if right else ' → answer'}, confidence"
        plots.samples([judged.pictures[i] for i in places], [caption(judged.scored, i) for i in places], folder / name, title)


def subject_of(judged: Judged) -> Subject:
    run = judged.run
    config = run.config
    if run.package is not None:
        content = package.read(run.package)[0]
        name, version = content["name"], content["version"]
    else:
        name, version = run.name, ""
    photos = judged.figures["photos"]
    manifest = config.manifest
    return Subject(name, version, sha256(run.weights), config.name, manifest.name, sha256(manifest), "test", photos, run.weights.name)


def figure(judged: Judged, key: str) -> str:
    """``94.12 % (93.65–94.58)``: two digits, since networks are compared."""
    found = next(item.estimate for item in judged.evaluation.overall if item.key == key)
    return f"{100 * found.value:.2f} % ({100 * found.low:.2f}–{100 * found.high:.2f})"


def comparison(networks: list[Judged]) -> list[str]:
    return table(
        ("network", "epochs", "minutes", "validation", "test accuracy", "precision", "recall", "F1", "ECE"),
        (
            (
                item.run.title,
                f"{item.history[-1]['epoch']:.0f}",
                f"{item.history[-1]['minutes']:.0f}",
                f"{100 * max(line['top1'] for line in item.history):.2f} %",
                figure(item, "top1"),
                figure(item, "macroPrecision"),
                figure(item, "macroRecall"),
                figure(item, "macroF1"),
                f"{item.figures['ece']:.3f}",
            )
            for item in networks
        ),
    )


def by_class(networks: list[Judged]) -> list[str]:
    def cell(item: Judged, number: int) -> str:
        figures = item.figures["perClass"][number]
        values = (figures[key] for key in ("precision", "recall", "f1"))
        return " / ".join("–" if value is None else hundredths(value) for value in values)

    labels = networks[0].evaluation.classes.labels
    head = ("class", *(f"{item.run.title}: precision / recall / F1" for item in networks))
    return table(head, ((label, *(cell(item, i) for item in networks)) for i, label in enumerate(labels)))


def confused(judged: Judged) -> str:
    pairs = judged.evaluation.confusions[:PAIRS]
    return ", ".join(f"{item.truth} → {item.answer} ({item.photos})" for item in pairs)


def section(judged: Judged) -> list[str]:
    name = judged.run.name
    return [
        f"## {judged.run.title}",
        "",
        judged.run.text.strip(),
        "",
        f"Accuracy {figure(judged, 'top1')}, precision {figure(judged, 'macroPrecision')}, recall {figure(judged, 'macroRecall')}, "
        f"F1 {figure(judged, 'macroF1')} on the test split. All figures: [{name}/report.md]({name}/report.md); configuration "
        f"`configs/{name}.yaml`.",
        "",
        f"![training history]({name}/{HISTORY})",
        "",
        f"Most confused: {confused(judged)}.",
        "",
        f"![confusion]({name}/{plots.CONFUSION_CLASSES})",
        "",
        f"![right samples]({name}/{RIGHT})",
        "",
        f"![wrong samples]({name}/{WRONG})",
        "",
    ]


TABLES = {
    "Tuning": ("tune", "Best first, judged on validation; pruned trials fell behind the median of the others."),
    "Ablation": ("ablate", "Judged on validation, mean over the same seeds; in brackets the least and the most that a seed gained."),
}
"""Heading → the step that leaves the table, and how to read it."""


def kept_table(runs: Path, kept: Kept | None, title: str) -> list[str]:
    """A section around the table that ``tune`` or ``ablate`` left in its run folder."""
    if kept is None:
        return []
    step, text = TABLES[title]
    path = runs / kept.folder / "table.md"
    if not path.is_file():
        raise BadData(f"{kept.folder}/table.md is missing; run {step} first")
    return [f"## {title}", "", text, "", path.read_text(encoding="utf-8").strip(), "", kept.text.strip(), ""]


def write_study(study: Study, runs: Path, folder: Path) -> Path:
    """``README.md`` and a folder for each network; returns the former."""
    networks = [judge(run, runs) for run in study.networks]
    for item in networks:
        place = folder / item.run.name
        place.mkdir(parents=True, exist_ok=True)
        write_report(item.evaluation, subject_of(item), place)
        plots.history(item.history, place / HISTORY, f"{item.run.title}: loss and top-1 by epoch")
        write_sheets(item, place)
    lines = [
        f"# {study.title}",
        "",
        study.opening.strip(),
        "",
        *comparison(networks),
        "In brackets: 95 % intervals, from 1,000 seeded resamples of the test photos. Precision, recall and F1: mean over the classes.",
        "Validation: the best epoch. Minutes: wall clock of training, on a machine shared with builds.",
        "",
        *(line for item in networks for line in section(item)),
        "## By class",
        "",
        *by_class(networks),
        *kept_table(runs, study.tuned, "Tuning"),
        *kept_table(runs, study.ablated, "Ablation"),
        study.closing.strip(),
    ]
    path = folder / "README.md"
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return path


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="study", description=__doc__)
    parser.add_argument("--study", type=Path, required=True, help="YAML file that names the networks")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of run folders")
    parser.add_argument("--report", type=Path, required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    print(write_study(read_study(options.study, options.runs), options.runs, options.report))
