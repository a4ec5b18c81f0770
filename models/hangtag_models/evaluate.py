"""``evaluate``: recomputes a package's figures from its files, and shows what is weak: as text, as a report, as a gallery of photos."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hangtag_models import package
from hangtag_models.config import Config, read_config
from hangtag_models.decision import Thresholds
from hangtag_models.errors import BadData, BadRelease
from hangtag_models.evaluation import Evaluation, as_json, evaluate_scored
from hangtag_models.gallery import write_gallery
from hangtag_models.manifest import read_manifest, sha256
from hangtag_models.metrics import figures_of
from hangtag_models.prepare import Cache
from hangtag_models.preprocessing import Array
from hangtag_models.report import Subject, percent, plain, write_report
from hangtag_models.runtime import Model
from hangtag_models.scored import Scored, score
from hangtag_models.taxonomy import Taxonomy, read_taxonomy


@dataclass(frozen=True)
class Evaluated:
    """A package's answers to one split. ``figures``: those of ``model.json``. ``pictures`` uint8 ``[N, size, size, 3]``, as ``scored``."""

    subject: Subject
    figures: dict[str, Any]
    scored: Scored
    pictures: Array
    thresholds: Thresholds
    taxonomy: Taxonomy

    def evaluation(self) -> Evaluation:
        return evaluate_scored(self.scored, self.thresholds, self.taxonomy)


def evaluate(folder: Path, config: Config, split: str) -> Evaluated:
    """Runs the package in ``folder`` on ``split``; refused where it and ``config`` do not belong together."""
    content, taxonomy, thresholds = package.read(folder)
    if taxonomy.ids != read_taxonomy(config.classes).ids:
        raise BadRelease(f"{folder.name}: its classes are not those of {config.classes.name}")
    if content["input"]["size"] != config.input_size:
        raise BadRelease(f"{folder.name}: its input is {content['input']['size']} px, input_size of {config.name} is {config.input_size}")
    rows = [row for row in read_manifest(config.manifest, taxonomy) if row.split == split]
    pictures = Cache(config.cache).open(split, config.input_size, config.manifest)
    answers = Model(folder / "model.onnx").run(pictures)
    scored = score(answers, rows, thresholds, taxonomy)
    figures = figures_of(scored, thresholds)
    subject = Subject(
        content["name"],
        content["version"],
        content["sha256"],
        config.name,
        config.manifest.name,
        sha256(config.manifest),
        split,
        figures["photos"],
    )
    return Evaluated(subject, figures, scored, pictures, thresholds, taxonomy)


def as_text(evaluation: Evaluation) -> str:
    """For a look: overall figures, then the weakest classes and commonest confusions."""
    text = {"notClothingAuroc": plain, "ece": plain}
    lines = [f"{figure.title}: {text.get(figure.key, percent)(figure.estimate)}, {figure.photos} photos" for figure in evaluation.overall]
    classes = evaluation.classes
    known = sorted((i for i in range(len(classes.labels)) if classes.support[i]), key=lambda i: classes.recall[i].value)
    lines += ["", "class: recall, precision, support"]
    lines += [f"{classes.labels[i]}: {percent(classes.recall[i])}, {percent(classes.precision[i])}, {classes.support[i]}" for i in known]
    lines += ["", "truth → answer: photos"]
    lines += [f"{item.truth} → {item.answer}: {item.photos}" for item in evaluation.confusions[:20]]
    return "\n".join(lines)


def check_apart(gallery: Path, report: Path) -> None:
    """Refuses a gallery in the folder of the report: that one is committed, photos never are."""
    if gallery.resolve().is_relative_to(report.resolve()):
        raise BadData(f"--gallery {gallery.name}: holds photos and may not lie in the report's folder, which is committed")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--split", choices=["validation", "test"], default="validation")
    parser.add_argument("--json", action="store_true", help="print every figure with its interval, for programs")
    parser.add_argument("--report", type=Path, metavar="DIR", help="write report.md and its plots there")
    parser.add_argument("--gallery", type=Path, metavar="FILE.html", help="write a page of right and wrong photos; never publish it")
    options = parser.parse_args(arguments)
    if options.report is not None and options.gallery is not None:
        check_apart(options.gallery, options.report)
    evaluated = evaluate(options.package, read_config(options.config), options.split)
    evaluation = evaluated.evaluation()
    if options.report is not None:
        write_report(evaluation, evaluated.subject, options.report)
    if options.gallery is not None:
        subject = evaluated.subject
        title = f"{subject.name} {subject.version} on the {subject.split} split: right and wrong photos"
        write_gallery(title, evaluated.scored, evaluated.pictures, options.gallery)
    if options.json:
        print(json.dumps({"figures": evaluated.figures, **as_json(evaluation)}, indent=2))
    else:
        print(as_text(evaluation))
