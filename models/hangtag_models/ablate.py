"""``ablate``: what each ingredient of a configuration gains: trained without it, several seeds each, judged on validation.

Short runs on a share of the photos: the seeds, the photos of a seed and their order are the same for every ingredient. Results are kept
line by line in the run folder, and the same command goes on where it stopped. The test split is not opened.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from hangtag_models.config import Config, Phase, read_config
from hangtag_models.errors import BadConfig
from hangtag_models.train import THREADS, Trainer

INGREDIENTS: dict[str, Callable[[Config], dict[str, Any]]] = {
    "batch normalisation": lambda config: {"norm": False},
    "dropout": lambda config: {"dropout": 0.0},
    "L2 penalty": lambda config: {"weight_decay": 0.0},
    "augmentation": lambda config: {"augmentation": 0.0},
    "whole pixels": lambda config: {"whole_pixels": False},
    "soft targets": lambda config: {"smoothing": 0.0},
    "learning-rate schedule": lambda config: {"schedule": "constant"},
    "averaged weights": lambda config: {"ema": 0.0},
    "small pictures first": lambda config: {"phases": (Phase(0.0, config.input_size),)},
    "mirror image beside it": lambda config: {"mirrored": False},
}
"""Each with what it takes to leave it out."""
NOTHING, PLAIN = "nothing", "all of them"
"""The rows without any change, and with every ingredient left out."""


def variants(config: Config) -> dict[str, Config]:
    """What is left out → configuration. Ingredients that ``config`` does not have are not listed."""
    out = {NOTHING: config}
    all_changes: dict[str, Any] = {}
    for name, change in INGREDIENTS.items():
        changes = change(config)
        if any(getattr(config, key) != value for key, value in changes.items()):
            out[name] = dataclasses.replace(config, **changes)
            all_changes.update(changes)
    return {**out, PLAIN: dataclasses.replace(config, **all_changes)}


def run_one(config: Config, folder: Path) -> dict[str, float]:
    """Trains to the end and answers with the validation figures."""
    try:
        trainer = Trainer(config, folder, None, log_every=100)
        while trainer.progress < 1:
            trainer.train_epoch()
        return trainer.validate(1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def read_results(path: Path) -> dict[tuple[str, int], dict[str, float]]:
    """``(left out, seed)`` → validation figures."""
    if not path.is_file():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {(line["without"], line["seed"]): line["metrics"] for line in lines}


def table(results: dict[tuple[str, int], dict[str, float]]) -> str:
    """Markdown: mean top-1 over the seeds, its standard deviation, and what was gained by the ingredient, seed by seed."""
    names = list(dict.fromkeys(name for name, _ in results))
    seeds = sorted({seed for _, seed in results})
    whole = {name: np.array([results[name, seed]["top1"] for seed in seeds if (name, seed) in results]) * 100 for name in names}
    lines = ["| left out | top-1, mean | standard deviation | gained by it | seeds |", "|" + "---|" * 5]
    for name in names:
        values = whole[name]
        paired = [100 * (results[NOTHING, seed]["top1"] - results[name, seed]["top1"]) for seed in seeds if (name, seed) in results]
        gained = "" if name == NOTHING else f"{np.mean(paired):+.2f} ({min(paired):+.2f} to {max(paired):+.2f})"
        spread = f"{values.std(ddof=1):.2f}" if len(values) > 1 else ""
        lines.append(f"| {name} | {values.mean():.2f} % | {spread} | {gained} | {len(values)} |")
    return "\n".join(lines) + "\n"


def ablate(config: Config, runs: Path, seeds: int) -> dict[tuple[str, int], dict[str, float]]:
    """Runs what is missing; seeds in the outer loop, so that an unfinished table compares all ingredients."""
    folder = runs / f"{config.name}-ablation"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "results.jsonl"
    results = read_results(path)
    for seed in range(config.seed, config.seed + seeds):
        for name, variant in variants(config).items():
            if (name, seed) in results:
                continue
            metrics = run_one(dataclasses.replace(variant, name=f"without {name}", seed=seed), folder / "run")
            results[name, seed] = metrics
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"without": name, "seed": seed, "metrics": metrics}) + "\n")
            print(f"seed {seed}, without {name}: {100 * metrics['top1']:.2f} %", flush=True)
            (folder / "table.md").write_text(table(results), encoding="utf-8")
    return results


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="ablate", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of run folders")
    parser.add_argument("--photos", type=int, default=2500, help="training photos a seed draws from")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=32, help="small, so that few photos make enough steps")
    parser.add_argument("--width", type=int, default=12, help="channels of the first layer")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=THREADS)
    options = parser.parse_args(arguments)
    if min(options.photos, options.epochs, options.width, options.seeds) < 1 or options.batch < 2:
        raise BadConfig("--photos, --epochs, --width and --seeds must be positive, --batch at least 2")
    torch.set_num_threads(options.threads)
    config = read_config(options.config)
    config = dataclasses.replace(
        config,
        minutes=0.0,
        epochs=options.epochs,
        train_photos=options.photos,
        batch=options.batch,
        width=options.width,
        patience=0,
        mirrored=True,
    )
    print(table(ablate(config, options.runs, options.seeds)))
