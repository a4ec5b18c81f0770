"""``evaluate``: recomputes a package's figures from its files, and lists what is weak."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from hangtag_models import package
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadRelease
from hangtag_models.manifest import read_manifest
from hangtag_models.metrics import measure, per_class
from hangtag_models.prepare import Cache
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import read_taxonomy


def evaluate(folder: Path, config: Config, split: str) -> dict[str, Any]:
    """Figures of ``split``, per class, by audience, and the commonest confusions of exact labels."""
    _, taxonomy, thresholds = package.read(folder)
    if taxonomy.ids != read_taxonomy(config.classes).ids:
        raise BadRelease(f"{folder.name}: its classes are not those of {config.classes.name}")
    rows = [row for row in read_manifest(config.manifest, taxonomy) if row.split == split]
    got = Model(folder / "model.onnx").run(Cache(config.cache).open(split, config.input_size, config.manifest))
    figures = measure(got, rows, thresholds, taxonomy, None)
    exact = np.array([row.exact for row in rows])
    best = got.logits.argmax(axis=1)[exact]
    truth = np.array([row.classes[0] for row in rows if row.exact], np.int64)
    px = np.array([row.px for row in rows if row.exact])
    confusions = Counter((taxonomy.ids[t], taxonomy.ids[b]) for t, b in zip(truth, best, strict=True) if t != b)
    audience = np.array([item.audience for item in taxonomy.classes])[truth]
    return {
        "figures": figures,
        "classes": per_class(best, truth, taxonomy),
        "audience": {
            name: [round(float((best == truth)[audience == name].mean()), 4), int((audience == name).sum())] for name in np.unique(audience)
        },
        "px": {name: [round(float((best == truth)[px == name].mean()), 4), int((px == name).sum())] for name in np.unique(px)},
        "confusions": [[true, said, count] for (true, said), count in confusions.most_common(20)],
    }


def as_text(result: dict[str, Any]) -> str:
    """For people: figures, then the weakest classes and confusions."""
    lines = [
        json.dumps(result["figures"], indent=2),
        "",
        "by audience: " + json.dumps(result["audience"]),
        "by pixels: " + json.dumps(result["px"]),
    ]
    lines += ["", "class: recall, precision, support"]
    known = [item for item in result["classes"] if item["recall"] is not None]
    for item in sorted(known, key=lambda item: float(item["recall"])):
        precision = "–" if item["precision"] is None else f"{item['precision']:.2f}"
        lines.append(f"{item['id']}: {item['recall']:.2f}, {precision}, {item['support']}")
    lines += ["", "truth → answer: photos"]
    lines += [f"{true} → {said}: {count}" for true, said, count in result["confusions"]]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--split", choices=["validation", "test"], default="validation")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    result = evaluate(options.package, read_config(options.config), options.split)
    print(json.dumps(result, indent=2) if options.json else as_text(result))
