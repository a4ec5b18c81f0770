"""A tiny synthetic data folder in the layout of the real one, and a configuration that runs in seconds."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
import torch
import yaml
from PIL import Image
from torch import nn

from hangtag_models.config import read_config
from hangtag_models.evaluation import Evaluation, evaluate_scored
from hangtag_models.metrics import measure
from hangtag_models.prepare import main as prepare
from hangtag_models.scored import Scored, score
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import Trainer
from tests.few_photos import ONE_LIMIT, SMALL, answers, rows

Net = TypeVar("Net", bound=nn.Module)

ROOT = Path(__file__).resolve().parents[1]
CLASSES = ROOT / "labels" / "classes.csv"
FEW = ("mens-tshirt-solid", "mens-shirt-checked", "womens-jeans", "saree")


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return read_taxonomy(CLASSES)


def picture(path: Path, width: int, height: int, seed: int, shade: int) -> None:
    rng = np.random.default_rng(seed)
    pixels = np.full((height, width, 3), 250, np.uint8)
    left, top = width // 4, height // 4
    pixels[top : 3 * top, left : 3 * left] = (shade, 255 - shade, rng.integers(0, 255))
    pixels[top : 2 * top, left : 2 * left] = rng.integers(0, 255, 3)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, "JPEG", quality=90)


def write_labels(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sources, a few dozen pictures, one duplicate across groups."""
    folder = tmp_path_factory.mktemp("data")
    catalogue, photos, other = [], [], []
    for number in range(36):
        px = "224" if number % 3 == 0 else "60x80"
        width, height = (224, 224) if px == "224" else (60, 80)
        classes = FEW[number % 4] if number % 7 else "mens-tshirt-solid|mens-shirt-checked"
        seed, shade = (1, 40) if number in (1, 2) else (number, 60 * (number % 4))
        picture(folder / "catalogue/images" / f"{number}.jpg", width, height, seed, shade)
        catalogue.append({"id": str(number), "px": px, "group": f"group{number // 2}", "classes": classes})
    for number in range(24):
        picture(folder / "photos/images" / f"p{number}.jpg", 240, 320, 100 + number, 50 * (number % 4))
        label, classes = ("Shoes", "") if number % 6 == 5 else ("Shirt", FEW[number % 4])
        photos.append({"image": f"p{number}", "sender_id": str(number // 3), "label": label, "classes": classes})
    for number in range(12):
        picture(folder / "not-clothing/images" / f"n{number}.jpg", 60, 80, 200 + number, 250)
        other.append({"id": f"n{number}", "px": "60x80", "group": f"other{number}"})
    write_labels(folder / "catalogue/labels.csv", catalogue)
    write_labels(folder / "photos/labels.csv", photos)
    write_labels(folder / "not-clothing/labels.csv", other)
    return folder


def config_content(folder: Path) -> dict[str, Any]:
    return {
        "name": "smoke",
        "classes": str(CLASSES),
        "manifest": str(folder / "manifest.csv"),
        "cache": str(folder / "cache"),
        "seed": 1,
        "minutes": 0.02,
        "input_size": 32,
        "phases": [{"start": 0.0, "size": 32}],
        "batch": 4,
        "epoch_photos": 8,
        "shares": {"catalogue": 0.6, "photos": 0.3, "not-clothing": 0.1},
        "learning_rate": 0.001,
        "head_factor": 3,
        "weight_decay": 0.01,
        "warmup": 0.1,
        "dropout": 0.1,
        "drop_path": 0.0,
        "smoothing": 0.05,
        "clothing_weight": 0.3,
        "ema": 0.9,
        "pretrained": False,
    }


def write_config(folder: Path, **changes: Any) -> Path:
    path = folder / "smoke.yaml"
    path.write_text(yaml.safe_dump({**config_content(folder), **changes}), encoding="utf-8")
    return path


def make_trainer(folder: Path, **changes: Any) -> Trainer:
    """Of photos that :func:`prepare_photos` prepared in ``folder``; its budget lasts longer than any test."""
    return Trainer(read_config(write_config(folder, **{"minutes": 10.0, **changes})), folder, None)


def show_some(net: Net, size: int) -> Net:
    """Gives the norms the statistics of random pictures, so that values neither vanish nor grow from layer to layer."""
    norms = [module for module in net.modules() if isinstance(module, nn.BatchNorm2d)]
    before = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
    with torch.no_grad():
        net.train()(torch.randn(8, 3, size, size, generator=torch.Generator().manual_seed(2)))
    for norm, momentum in zip(norms, before, strict=True):
        norm.momentum = momentum
    return net.eval()


@pytest.fixture(scope="session")
def scored() -> Scored:
    """The ten photos of ``few_photos``, at one threshold a level."""
    return score(answers(), rows(), ONE_LIMIT, SMALL)


@pytest.fixture(scope="session")
def evaluation(scored: Scored) -> Evaluation:
    return evaluate_scored(scored, ONE_LIMIT, SMALL)


@pytest.fixture(scope="session")
def figures() -> dict[str, Any]:
    """Those of ``model.json``."""
    return measure(answers(), rows(), ONE_LIMIT, SMALL, None)


def prepare_photos(data: Path, folder: Path, size: int = 32) -> None:
    """Manifest and cache of ``data`` in ``folder``, where :func:`write_config` looks for them; nothing is corrected."""
    places = ["--manifest", str(folder / "manifest.csv"), "--cache", str(folder / "cache"), "--corrections", str(folder / "none.csv")]
    prepare(["--data", str(data), "--classes", str(CLASSES), "--size", str(size), *places])
