"""``scales``: how models do where garments are smaller in the picture.

Each validation photo is made smaller and laid somewhere in its square, its border drawn out around it: at the same place and at the same
size for all models.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from hangtag_models.augmentation import smaller
from hangtag_models.config import read_config
from hangtag_models.errors import BadConfig
from hangtag_models.manifest import Row, read_manifest
from hangtag_models.prepare import Cache
from hangtag_models.preprocessing import Array
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import THREADS, quick_metrics, to_input

SCALES = (1.0, 0.75, 0.5)
NAMES = {"top1": "top-1", "macro": "macro recall", "floor": "floor, within set"}


def at_scale(pictures: Array, scale: float, seed: int = 0) -> Array:
    """Pictures uint8 ``[N, S, S, 3]`` at ``scale`` of their side; at 1 as they are."""
    if scale == 1:
        return pictures
    side = round(pictures.shape[1] * scale)
    out = np.empty_like(pictures)
    for number, picture in enumerate(pictures):
        small, _ = smaller(to_input(picture[None]), side, np.random.default_rng([seed, number]))
        out[number] = small[0].round().clamp(0, 255).to(torch.uint8).permute(1, 2, 0).numpy()
    return out


def compare(
    models: Sequence[tuple[str, Model]], pictures: Array, rows: list[Row], scales: Sequence[float], taxonomy: Taxonomy
) -> dict[float, list[dict[str, float]]]:
    """Figures of each model at each scale."""
    out: dict[float, list[dict[str, float]]] = {}
    for scale in scales:
        laid = at_scale(pictures, scale)
        for name, model in models:
            found = quick_metrics(model.run(laid).logits, rows, taxonomy)
            out.setdefault(scale, []).append(found)
            print(f"scale {scale:g} {name}: {found}", flush=True)
    return out


def table(names: Sequence[str], results: dict[float, list[dict[str, float]]]) -> str:
    """Markdown, in percent."""
    figures = [key for key in NAMES if key in next(iter(results.values()))[0]]
    lines = [f"| model | scale | {' | '.join(NAMES[key] for key in figures)} |", "|" + "---|" * (len(figures) + 2)]
    for number, name in enumerate(names):
        for scale, found in results.items():
            lines.append(f"| {name} | {scale:g} | {' | '.join(f'{100 * found[number][key]:.1f}' for key in figures)} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="scales", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--model", type=Path, action="append", required=True, help="model file; several are compared")
    parser.add_argument("--scale", type=float, action="append", help="share of the side, 0..1; default: 1, 0.75 and 0.5")
    options = parser.parse_args(arguments)
    scales = options.scale or list(SCALES)
    config = read_config(options.config)
    if not all(0 < scale <= 1 and round(scale * config.input_size) > 0 for scale in scales):
        raise BadConfig(f"--scale must be above 0 and at most 1, and leave a pixel, is {', '.join(map(str, scales))}")
    torch.set_num_threads(THREADS)
    taxonomy = read_taxonomy(config.classes)
    for path in options.model:
        if not path.is_file():
            raise BadConfig(f"--model {path}: no such model")
    models = [(f"{path.parent.name}/{path.name}", Model(path)) for path in options.model]
    for name, model in models:
        if (model.classes, model.size) != (len(taxonomy), config.input_size):
            raise BadConfig(
                f"--model {name}: has {model.classes} classes at {model.size} pixels, expected {len(taxonomy)} at {config.input_size}"
            )
    rows = [row for row in read_manifest(config.manifest, taxonomy) if row.split == "validation"]
    pictures = Cache(config.cache).open("validation", config.input_size, config.manifest)
    print(table([name for name, _ in models], compare(models, pictures, rows, scales, taxonomy)))
