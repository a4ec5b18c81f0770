"""``curate``: contact sheets on which a viewer checks labels in bulk, and the way back from their decisions to ``labels/corrections.csv``.

``sheets`` shows a whole split by label and nothing else, so that what a model thinks does not colour the eye. ``disagreements`` shows the
photos whose label two models find least likely: linear heads that were cross-validated by group on ImageNet features, and a trained package
or float model. Sheets hold photos and are never committed; decisions name sheet and number, and ``apply`` turns them into ids.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image, ImageDraw, ImageFont
from torch.nn import functional as F

from hangtag_models.corrections import Correction, Key, parse_decision, read_corrections, write_corrections
from hangtag_models.decision import softmax
from hangtag_models.errors import BadData
from hangtag_models.losses import set_loss
from hangtag_models.manifest import Row, read_manifest
from hangtag_models.network import HangtagNet, imagenet_weights, load_imagenet
from hangtag_models.prepare import TRAIN_SIZE, Cache, read_records
from hangtag_models.preprocessing import Array
from hangtag_models.runtime import Model
from hangtag_models.taxonomy import Taxonomy, read_taxonomy
from hangtag_models.train import to_input
from hangtag_models.two_headed import normalise

COLUMNS, ROWS = 8, 5
CELL, CAPTION = 150, 22
FOLDS = 5
SMALLEST = 1e-4
"""Probabilities are not told apart below this: one sure model must not outweigh the other."""

Floats = npt.NDArray[np.float64]


def label(row: Row, taxonomy: Taxonomy) -> str:
    return "|".join(taxonomy.classes[i].id for i in row.classes) or "not-clothing"


def draw_sheet(title: str, pictures: Sequence[Array], captions: Sequence[str]) -> Image.Image:
    """Numbered photos, each over its caption of one or two lines."""
    font = ImageFont.load_default(9)
    sheet = Image.new("RGB", (COLUMNS * CELL, 16 + ROWS * (CELL + CAPTION)), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((4, 2), title, fill="black", font=ImageFont.load_default(11))
    for number, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        x, y = number % COLUMNS * CELL, 16 + number // COLUMNS * (CELL + CAPTION)
        sheet.paste(Image.fromarray(picture).resize((CELL - 4, CELL - 4), Image.Resampling.LANCZOS), (x + 2, y))
        draw.text((x + 2, y), str(number + 1), fill="red", font=ImageFont.load_default(13), stroke_width=2, stroke_fill="white")
        draw.multiline_text((x + 2, y + CELL - 3), caption, fill="black", font=font, spacing=0)
    return sheet


def write_sheets(out: Path, rows: Sequence[Row], pictures: Sequence[Array], captions: Sequence[str], taxonomy: Taxonomy) -> int:
    """``sheet-NNN.png`` and ``sheet-NNN.csv`` (number, source, id, classes); returns how many."""
    out.mkdir(parents=True, exist_ok=True)
    per = COLUMNS * ROWS
    count = 0
    for count, start in enumerate(range(0, len(rows), per), start=1):
        part = slice(start, start + per)
        name = f"sheet-{count:03d}"
        draw_sheet(f"{name}, {len(rows[part])} photos", pictures[part], captions[part]).save(out / f"{name}.png")
        with (out / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["number", "source", "id", "classes"])
            for number, row in enumerate(rows[part], start=1):
                writer.writerow([number, row.source, row.id, label(row, taxonomy)])
    return count


def split_sheets(split: str, pictures: Array, rows: Sequence[Row], taxonomy: Taxonomy, out: Path) -> int:
    """A whole split, ordered by label and source."""
    order = sorted(range(len(rows)), key=lambda i: (rows[i].classes, rows[i].source, rows[i].id))
    shown = [rows[i] for i in order]
    captions = [label(row, taxonomy).replace("|", "\n|", 1) for row in shown]
    return write_sheets(out / split, shown, [pictures[i] for i in order], captions, taxonomy)


@torch.no_grad()
def imagenet_features(pictures: Array, size: int, batch: int = 64) -> torch.Tensor:
    """Pooled features ``[N, 1280]`` of the net before any fine-tuning: it has seen none of the labels."""
    net = HangtagNet(1)
    load_imagenet(net, imagenet_weights())
    net = net.eval().to(memory_format=torch.channels_last)
    out = []
    for start in range(0, len(pictures), batch):
        x = F.interpolate(to_input(pictures[start : start + batch]), (size, size), mode="bilinear", antialias=True)
        out.append(net.features(normalise(x)).mean(dim=(2, 3)))
        if start // batch % 20 == 0:
            print(f"features: {start}/{len(pictures)}", flush=True)
    return torch.cat(out)


def standardised(features: torch.Tensor, by: torch.Tensor) -> torch.Tensor:
    """``features [N, K]`` with the mean and the spread of ``by [M, K]`` taken off."""
    return (features - by.mean(dim=0)) / (by.std(dim=0) + 1e-3)


def fit_head(
    features: torch.Tensor,
    admissible: torch.Tensor,
    epochs: int = 30,
    seed: int = 0,
    drawn: Callable[[int], torch.Tensor] | None = None,
) -> torch.nn.Linear:
    """A linear head trained on admissible sets; ``drawn`` gives the rows of an epoch in order, by its number, default: all, shuffled."""
    torch.manual_seed(seed)
    head = torch.nn.Linear(features.shape[1], admissible.shape[1])
    optimizer = torch.optim.AdamW(head.parameters(), lr=3e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for epoch in range(epochs):
        for part in torch.split(drawn(epoch) if drawn else torch.randperm(len(features)), 256):
            loss = set_loss(head(features[part]), admissible[part], 0.05)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        schedule.step()
    return head


def cross_validated(features: torch.Tensor, rows: Sequence[Row], groups: Sequence[str], taxonomy: Taxonomy) -> Floats:
    """Probabilities ``[N, C]`` of each photo by heads that saw no photo of its group."""
    names = sorted(set(groups))
    fold_of = dict(zip(np.random.default_rng(0).permutation(names).tolist(), (i % FOLDS for i in range(len(names))), strict=True))
    fold = np.array([fold_of[group] for group in groups])
    admissible = torch.from_numpy(taxonomy.mask([row.classes for row in rows]))
    features = standardised(features, features)
    out = np.zeros((len(rows), len(taxonomy)))
    for number in range(FOLDS):
        seen, left = torch.from_numpy(fold != number), torch.from_numpy(fold == number)
        head = fit_head(features[seen], admissible[seen])
        with torch.no_grad():
            out[fold == number] = softmax(head(features[left]).numpy(), 1.0)
        print(f"fold {number + 1}/{FOLDS}", flush=True)
    return out


def surprise(probabilities: Sequence[Floats], admissible: npt.NDArray[np.bool_]) -> Floats:
    """Mean −log probability of each photo's set over the models, ``[N]``."""
    inside = [np.log(np.maximum((p * admissible).sum(axis=1), SMALLEST)) for p in probabilities]
    return np.asarray(-np.mean(inside, axis=0))


def disagreement_sheets(
    rows: Sequence[Row], pictures: Array, probabilities: Sequence[Floats], taxonomy: Taxonomy, count: int, out: Path
) -> int:
    """The ``count`` clothing photos whose label the models like least, grouped by label, under the label and the models' best answer."""
    admissible = taxonomy.mask([row.classes for row in rows])
    worst = np.argsort(-np.where(admissible.any(axis=1), surprise(probabilities, admissible), -1))[:count]
    mean = np.mean(probabilities, axis=0)
    order = sorted(worst.tolist(), key=lambda i: (rows[i].classes, int(mean[i].argmax())))
    captions = [f"{label(rows[i], taxonomy)[:34]}\n? {taxonomy.ids[int(mean[i].argmax())]} {mean[i].max():.2f}" for i in order]
    return write_sheets(out, [rows[i] for i in order], [pictures[i] for i in order], captions, taxonomy)


def apply_decisions(sheets: Path, decisions: Path, corrections: dict[Key, Correction], taxonomy: Taxonomy) -> int:
    """Adds the lines ``sheet,number,classes`` of ``decisions`` to ``corrections``; a later decision replaces an earlier one."""
    with decisions.open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    shown: dict[str, dict[str, Key]] = {}
    for number, line in enumerate(lines, start=2):
        where = f"{decisions.name}:{number}"
        name = f"sheet-{int(line['sheet']):03d}.csv"
        if name not in shown:
            if not (sheets / name).is_file():
                raise BadData(f"{where}: there is no {name}")
            with (sheets / name).open(newline="", encoding="utf-8") as file:
                shown[name] = {item["number"]: (item["source"], item["id"]) for item in csv.DictReader(file)}
        if line["number"] not in shown[name]:
            raise BadData(f"{where}: {name} has no number {line['number']}")
        corrections[shown[name][line["number"]]] = parse_decision(line["classes"], taxonomy, where)
    return len(lines)


def groups_of(data: Path, rows: Sequence[Row], taxonomy: Taxonomy) -> list[str]:
    """The product or person of each photo."""
    records, _ = read_records(data, taxonomy)
    group = {(record.source, record.id): record.group for record in records}
    return [group[row.source, row.id] for row in rows]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="curate", description=__doc__)
    parser.add_argument("step", choices=["sheets", "disagreements", "apply"])
    parser.add_argument("--split", choices=["train", "validation", "test"], default="train")
    parser.add_argument("--data", type=Path, help="disagreements: the photos' folder, for the groups")
    parser.add_argument("--model", type=Path, help="disagreements: ONNX file of a trained model")
    parser.add_argument("--count", type=int, default=400, help="disagreements: photos to show")
    parser.add_argument("--sheets", type=Path, required=True, help="folder of the sheets to write, or that decisions are about")
    parser.add_argument("--decisions", type=Path, nargs="*", default=[], help="apply: files with the columns sheet, number, classes")
    parser.add_argument("--size", type=int, default=160, help="input size of the network in pixels")
    parser.add_argument("--classes", type=Path, default=Path("labels/classes.csv"))
    parser.add_argument("--manifest", type=Path, default=Path("manifests/clothing-73.csv"))
    parser.add_argument("--corrections", type=Path, default=Path("labels/corrections.csv"))
    parser.add_argument("--cache", type=Path, default=Path("cache/clothing-73"))
    options = parser.parse_args(arguments)
    taxonomy = read_taxonomy(options.classes)
    if options.step == "apply":
        corrections = read_corrections(options.corrections, taxonomy)
        count = sum(apply_decisions(options.sheets, file, corrections, taxonomy) for file in options.decisions)
        write_corrections(options.corrections, corrections, taxonomy)
        print(f"{count} decisions, {len(corrections)} corrections in {options.corrections.name}; run prepare to apply them")
        return
    rows = [row for row in read_manifest(options.manifest, taxonomy) if row.split == options.split]
    pictures = Cache(options.cache).open(options.split, TRAIN_SIZE if options.split == "train" else options.size, options.manifest)
    if options.step == "sheets":
        count = split_sheets(options.split, pictures, rows, taxonomy, options.sheets)
    else:
        if options.data is None or options.model is None:
            raise BadData("disagreements needs --data and --model")
        chosen = [i for i, row in enumerate(rows) if row.classes]
        rows, pictures = [rows[i] for i in chosen], pictures[chosen]
        features = imagenet_features(pictures, options.size)
        probed = cross_validated(features, rows, groups_of(options.data, rows, taxonomy), taxonomy)
        trained = softmax(Model(options.model).run(resized(pictures, options.size)).logits, 1.0)
        count = disagreement_sheets(rows, pictures, [probed, trained], taxonomy, options.count, options.sheets)
    print(f"{count} sheets in {options.sheets}")


def resized(pictures: Array, size: int) -> Array:
    """uint8 ``[N, size, size, 3]``."""
    if pictures.shape[1] == size:
        return pictures
    return np.stack([np.asarray(Image.fromarray(picture).resize((size, size), Image.Resampling.BILINEAR)) for picture in pictures])
