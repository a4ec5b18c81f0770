"""``refresh``: brings a released package up to the contract of today; its model, version and thresholds stay as they are.

Measures ``model.onnx`` again on the test split, through ONNX Runtime. Every figure in ``model.json`` must come out the same, else nothing
is written: then data or code are not those of the release. Figures that the contract named later are added, and ``head.f32``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from hangtag_models import package
from hangtag_models.config import Config, read_config
from hangtag_models.errors import BadRelease
from hangtag_models.evaluate import evaluate
from hangtag_models.head import write_head

KEPT = ("split", "validation", "floatTop1")
"""Of ``metrics``: what this command does not measure."""


def same(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Refuses a figure of ``old`` that came out otherwise in ``new``."""
    for key, value in old.items():
        if key not in KEPT and new.get(key) != value:
            raise BadRelease(f"metrics.{key}: is {value} in model.json and {new.get(key)} measured again; data or code differ")


def refresh(folder: Path, config: Config) -> dict[str, Any]:
    """Writes ``head.f32`` and ``model.json`` and returns the content of the latter."""
    content, _, _ = package.read(folder)
    old = content["metrics"]
    figures = evaluate(folder, config, old["split"]).figures
    same(old, figures)
    metrics = {**old, **figures}
    keys = [key for key in content if key != "head"]
    keys.insert(keys.index("outputs") + 1, "head")
    described = {**content, "metrics": metrics, "head": write_head(folder)}
    package.write({key: described[key] for key in keys}, folder)
    package.read(folder)
    return described


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="refresh", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True, help="folder of the released package")
    options = parser.parse_args(arguments)
    content = refresh(options.package, read_config(options.config))
    print(f"{content['name']} {content['version']}: top-1 {content['metrics']['top1']}, as released; head {content['head']['sha256'][:12]}")
