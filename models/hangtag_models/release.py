"""``release``: float and int8 ONNX → package.

Fits temperature and thresholds on the validation split, measures on the test split, both on the int8 file through ONNX Runtime, and writes
what the model answers to the golden pictures. All choices are made before: this is the one command that opens the test split.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from hangtag_models import package
from hangtag_models.config import Config, read_config
from hangtag_models.decision import fit
from hangtag_models.errors import BadRelease
from hangtag_models.golden import Answer, read_index, write_index
from hangtag_models.manifest import Row, read_manifest, sha256
from hangtag_models.metrics import measure
from hangtag_models.prepare import Cache
from hangtag_models.preprocessing import WHITE, InputSpec, preprocess
from hangtag_models.quantize import check_graph
from hangtag_models.runtime import Answers, Model
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import git_commit

INT8_LOSS = 0.003
"""Share of the validation photos' top-1 that int8 may lose against float; more is refused."""


def answers(model: Model, config: Config, rows: list[Row], split: str) -> tuple[Answers, list[Row]]:
    """What a model says to the photos of a split, with their rows."""
    pictures = Cache(config.cache).open(split, config.input_size, config.manifest)
    return model.run(pictures), [row for row in rows if row.split == split]


def top1(got: Answers, rows: list[Row]) -> float:
    best = got.logits.argmax(axis=1)
    return float(np.mean([best[i] == row.classes[0] for i, row in enumerate(rows) if row.exact]))


def input_spec(config: Config) -> InputSpec:
    """How photos become the inputs of a configuration's network; grey ones lie on dark ground."""
    return InputSpec(config.input_size, WHITE, config.color, "light-ground" if config.color == "grey" else None)


def write_golden_answers(golden: Path, model: Model, facts: dict[str, object], spec: InputSpec) -> None:
    """Adds logits and clothing logit to ``golden.json``, each picture run by itself as the service does."""
    index = read_index(golden)
    out: dict[str, Answer] = {}
    for item in index:
        picture = preprocess((golden / item.file).read_bytes(), spec, item.file)
        got = model.run(picture[None])
        out[item.file] = (got.logits[0].tolist(), float(got.clothing[0]) if model.tells_clothing else None)
    write_index(golden, index, out, facts)


def release(
    config: Config,
    source: Path,
    int8: Path,
    name: str,
    version: str,
    folder: Path,
    golden: Path | None,
    allowed_loss: float = INT8_LOSS,
) -> dict[str, Any]:
    """Writes the package and returns the content of its ``model.json``."""
    taxonomy: Taxonomy = read_taxonomy(config.classes)
    rows = read_manifest(config.manifest, taxonomy)
    check_graph(int8)
    model, plain = Model(int8), Model(source)
    validation, validation_rows = answers(model, config, rows, "validation")
    plain_validation, _ = answers(plain, config, rows, "validation")
    loss = top1(plain_validation, validation_rows) - top1(validation, validation_rows)
    if loss > allowed_loss:
        raise BadRelease(f"{int8.name}: int8 loses {loss:.4f} of top-1 on validation, allowed {allowed_loss}")
    admissible = taxonomy.mask([row.classes for row in validation_rows])
    thresholds = fit(validation.logits, validation.clothing, admissible, taxonomy, config.calibration)
    on_validation = measure(validation, validation_rows, thresholds, taxonomy, None)
    test, test_rows = answers(model, config, rows, "test")
    plain_test, _ = answers(plain, config, rows, "test")
    metrics = measure(test, test_rows, thresholds, taxonomy, plain_test)
    counts = Counter(row.split for row in rows)
    facts = {
        "metrics": {
            "split": "test",
            **metrics,
            "validation": {key: on_validation[key] for key in ("top1", "macroRecall", "top3")},
        },
        "data": {"manifestSha256": sha256(config.manifest), **{split: counts[split] for split in ("train", "validation", "test")}},
        "code": {"commit": git_commit(), "config": config.name},
    }
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(int8, folder / "model.onnx")
    content = package.describe(name, version, folder / "model.onnx", input_spec(config), taxonomy, thresholds, facts)
    package.write(content, folder)
    package.read(folder)
    if golden is not None:
        facts_of_model: dict[str, object] = {"name": name, "version": version, "sha256": content["sha256"], "size": config.input_size}
        write_golden_answers(golden, model, facts_of_model, input_spec(config))
    return content


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--float", type=Path, required=True, dest="source", help="float ONNX file")
    parser.add_argument("--int8", type=Path, required=True, help="quantized ONNX file")
    parser.add_argument("--name", help="of the package; default: its folder's")
    parser.add_argument("--version", required=True)
    parser.add_argument("--package", type=Path, required=True, help="folder to write model.onnx and model.json to")
    parser.add_argument("--golden", type=Path, help="folder of the golden pictures")
    options = parser.parse_args(arguments)
    name = options.name or options.package.name
    config = read_config(options.config)
    content = release(config, options.source, options.int8, name, options.version, options.package, options.golden)
    print(json.dumps(content["metrics"], indent=2))
