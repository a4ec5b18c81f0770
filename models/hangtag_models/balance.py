"""``balance``: what drawing rare classes more often is worth, by linear heads on ImageNet features.

The network in front stays as it is, so that a head takes seconds and several seeds tell chance from effect. Photos are drawn as ``train``
draws them, by ``balance`` and the configuration's shares; figures are those of the validation split.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from hangtag_models.config import Config, read_config
from hangtag_models.curate import fit_head, imagenet_features, standardised
from hangtag_models.errors import BadConfig
from hangtag_models.manifest import Row, read_manifest
from hangtag_models.prepare import TRAIN_SIZE, Cache
from hangtag_models.sampling import draw, source_weights
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import THREADS, quick_metrics

EPOCHS = 12
RARE = 60
"""A class with fewer training photos than these is rare."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Photos:
    """Features ``[N, K]`` of photos, standardised by those of the training split, with their rows."""

    features: torch.Tensor
    rows: list[Row]


def drawn_head(photos: Photos, weights: npt.NDArray[np.float64], taxonomy: Taxonomy, seed: int) -> torch.nn.Linear:
    """A linear head that learnt :data:`EPOCHS` times as many photos as there are, drawn by ``weights``."""
    admissible = torch.from_numpy(taxonomy.mask([row.classes for row in photos.rows]))

    def drawn(epoch: int) -> torch.Tensor:
        return torch.from_numpy(draw(weights, len(photos.rows), np.random.default_rng([seed, epoch])))

    return fit_head(photos.features, admissible, EPOCHS, seed, drawn)


def rare_classes(rows: Sequence[Row], limit: int = RARE) -> frozenset[int]:
    """Those with fewer than ``limit`` exact photos, and at least one."""
    counts = Counter(row.classes[0] for row in rows if row.exact)
    return frozenset(number for number, count in counts.items() if count < limit)


def figures(logits: Floats, rows: list[Row], rare: frozenset[int], taxonomy: Taxonomy) -> dict[str, float]:
    """Top-1, macro recall, floor, and the macro recall of rare classes alone, 0..1."""
    found = quick_metrics(logits, rows, taxonomy)
    few = [position for position, row in enumerate(rows) if row.exact and row.classes[0] in rare]
    of_rare = quick_metrics(logits[few], [rows[position] for position in few], taxonomy)["macro"] if few else float("nan")
    return {"top-1": found["top1"], "macro recall": found["macro"], "of rare classes": of_rare, "floor": found.get("floor", float("nan"))}


def compare(
    train: Photos, check: Photos, config: Config, balances: Sequence[float], seeds: int, taxonomy: Taxonomy
) -> dict[float, list[dict[str, float]]]:
    """Figures of each balance and seed."""
    rare = rare_classes(train.rows)
    out: dict[float, list[dict[str, float]]] = {}
    for balance in balances:
        weights = source_weights(train.rows, config.shares, balance)
        for seed in range(seeds):
            head = drawn_head(train, weights, taxonomy, seed).requires_grad_(False)
            logits = head(check.features).numpy()
            out.setdefault(balance, []).append(figures(logits, check.rows, rare, taxonomy))
            print(f"balance {balance} seed {seed}: {out[balance][-1]}", flush=True)
    return out


def table(results: dict[float, list[dict[str, float]]]) -> str:
    """Markdown: means over the seeds, with the largest distance from them."""
    names = list(next(iter(results.values()))[0])
    lines = [f"| balance | {' | '.join(names)} |", "|" + "---|" * (len(names) + 1)]
    for balance, runs in results.items():
        cells = []
        for name in names:
            values = 100 * np.array([run[name] for run in runs])
            cells.append(f"{values.mean():.1f} ± {np.abs(values - values.mean()).max():.1f}")
        lines.append(f"| {balance:g} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="balance", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--balance", type=float, action="append", help="several are compared; default: 0, 0.5 and 1")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args(arguments)
    balances = options.balance or [0.0, 0.5, 1.0]
    if min(balances) < 0 or options.seeds < 1:
        raise BadConfig("--balance must not be negative, --seeds positive")
    config = read_config(options.config)
    torch.set_num_threads(THREADS)
    taxonomy = read_taxonomy(config.classes)
    rows = read_manifest(config.manifest, taxonomy)
    cache = Cache(config.cache)
    parts = []
    for split, size in (("train", TRAIN_SIZE), ("validation", config.input_size)):
        features = imagenet_features(cache.open(split, size, config.manifest), config.input_size)
        parts.append(Photos(features, [row for row in rows if row.split == split]))
    train, check = (Photos(standardised(part.features, parts[0].features), part.rows) for part in parts)
    print(table(compare(train, check, config, balances, options.seeds, taxonomy)))
