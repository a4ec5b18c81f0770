"""Writing and reading ``model.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from hangtag_models.decision import PRECISION, Thresholds
from hangtag_models.errors import BadRelease
from hangtag_models.head import check_head, write_head
from hangtag_models.manifest import sha256
from hangtag_models.preprocessing import InputSpec
from hangtag_models.taxonomy import ClothingClass, Taxonomy

SCHEMA = 1


def input_of(spec: InputSpec) -> dict[str, Any]:
    """The ``input`` object of ``model.json``."""
    content: dict[str, Any] = {"name": "image", "size": spec.size, "color": spec.color, "filter": "bilinear", "pad": list(spec.pad)}
    return {**content, "invert": spec.invert} if spec.invert is not None else content


def input_spec(content: dict[str, Any]) -> InputSpec:
    """What ``model.json`` says of pixels."""
    red, green, blue = content["input"]["pad"]
    return InputSpec(content["input"]["size"], (red, green, blue), content["input"]["color"], content["input"].get("invert"))


def describe(
    name: str, version: str, model: Path, spec: InputSpec, taxonomy: Taxonomy, thresholds: Thresholds, facts: dict[str, Any]
) -> dict[str, Any]:
    """The content of ``model.json``; ``facts`` are its ``metrics``, ``data`` and ``code``. Writes ``head.f32`` beside ``model``."""
    classes = [
        {
            "id": item.id,
            "group": item.group,
            "garment": item.garment,
            "audience": item.audience,
            "pattern": item.pattern,
            "threshold": limit,
        }
        for item, limit in zip(taxonomy.classes, thresholds.classes.tolist(), strict=True)
    ]
    return {
        "schema": SCHEMA,
        "name": name,
        "version": version,
        "sha256": sha256(model),
        "licence": "Apache-2.0",
        "input": input_of(spec),
        "outputs": {"logits": "logits", "clothing": None if thresholds.clothing is None else "clothing", "activation": "activation"},
        "head": write_head(model.parent),
        "temperature": thresholds.temperature,
        "decisionRule": 1,
        "classes": classes,
        "thresholds": {
            "clothing": thresholds.clothing,
            "garment": dict(zip(taxonomy.garments, thresholds.garments.tolist(), strict=True)),
            "group": dict(zip(taxonomy.groups, thresholds.groups.tolist(), strict=True)),
        },
        "precision": PRECISION,
        **facts,
    }


def write(content: dict[str, Any], folder: Path) -> None:
    path = folder / "model.json"
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def read(folder: Path) -> tuple[dict[str, Any], Taxonomy, Thresholds]:
    """A package's description, its classes and thresholds; refused when it breaks the contract."""
    path = folder / "model.json"
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if content["schema"] != SCHEMA:
            raise BadRelease(f"{path.name}: schema {content['schema']}, expected {SCHEMA}")
        if content["sha256"] != sha256(folder / "model.onnx"):
            raise BadRelease(f"{path.name}: sha256 differs from model.onnx")
        items = content["classes"]
        check_head(folder, content.get("head"), len(items))
        taxonomy = Taxonomy(
            [ClothingClass(item["id"], item["group"], item["garment"], item["audience"], item["pattern"]) for item in items]
        )
        thresholds = Thresholds(
            content["temperature"],
            content["thresholds"]["clothing"],
            np.array([item["threshold"] for item in items], np.float64),
            np.array([content["thresholds"]["garment"][name] for name in taxonomy.garments], np.float64),
            np.array([content["thresholds"]["group"][name] for name in taxonomy.groups], np.float64),
        )
    except (OSError, json.JSONDecodeError) as error:
        raise BadRelease(f"{path.name}: {error}") from error
    except KeyError as error:
        raise BadRelease(f"{path.name}: key {error} is missing") from error
    limits = np.concatenate([[thresholds.clothing or 0.0], thresholds.classes, thresholds.garments, thresholds.groups])
    if not ((limits >= 0) & (limits <= 1)).all() or thresholds.temperature <= 0:
        raise BadRelease(f"{path.name}: a threshold outside 0..1 or a temperature not above 0")
    return content, taxonomy, thresholds
