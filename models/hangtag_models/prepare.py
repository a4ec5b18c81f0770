"""``prepare``: raw data → manifest and cache.

Reads the three sources, drops pixel-identical duplicates, splits 70/15/15 by group and sender, applies the corrections of viewers, writes
the manifest and two caches of decoded pictures: training photos a little larger than the network wants (room for augmentation), validation
and test photos exactly as the service would see them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from hangtag_models.corrections import apply_corrections, read_corrections
from hangtag_models.errors import BadData, BadImage
from hangtag_models.manifest import Row, read_manifest, sha256, write_manifest
from hangtag_models.preprocessing import Array, InputSpec, decode_upright, letterbox, preprocess, stretch_back
from hangtag_models.splitting import Groups, split_groups
from hangtag_models.taxonomy import Taxonomy, read_taxonomy

SHARES = {"train": 0.70, "validation": 0.15, "test": 0.15}
SEED = 73
TRAIN_SIZE = 192
"""Side in pixels of the cached training pictures."""

CALIBRATION = "calibration"
"""Name of the cache of training photos, as served, that quantization is calibrated on."""
CALIBRATION_PHOTOS = 512

FLOOR_NOT_CLOTHING = frozenset({"Shoes", "Hat"})
"""Labels of the floor photos that are plainly no garment of ours; other floor photos without a class are left out."""


@dataclass
class Record:
    """One labelled photo as read; ``group`` keeps relatives in one split."""

    source: str
    id: str
    px: str
    group: str
    classes: tuple[int, ...]
    path: Path
    pixels: str = field(default="", compare=False)


def read_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of a labels file with their ``file:line``."""
    if not path.is_file():
        raise BadData(f"{path.parent.name}/{path.name}: not found")
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        missing = [column for column in needed if column not in (reader.fieldnames or ())]
        if missing:
            raise BadData(f"{path.parent.name}/{path.name}: column {missing[0]!r} is missing")
        for row in reader:
            yield f"{path.parent.name}/{path.name}:{reader.line_num}", row


def read_records(data: Path, taxonomy: Taxonomy) -> tuple[list[Record], Counter[str]]:
    """All usable photos of the three sources, and how many were left out and why."""
    records: list[Record] = []
    left: Counter[str] = Counter()

    def image(source: str, name: str) -> Path:
        return data / source / "images" / f"{name}.jpg"

    for where, row in read_rows(data / "catalogue" / "labels.csv", ("id", "px", "group", "classes")):
        classes = taxonomy.admissible(row["classes"], where)
        if not classes:
            left["catalogue: no class fits"] += 1
            continue
        records.append(Record("catalogue", row["id"], row["px"], f"g:{row['group']}", classes, image("catalogue", row["id"])))
    for where, row in read_rows(data / "photos" / "labels.csv", ("image", "sender_id", "label", "classes")):
        classes = taxonomy.admissible(row["classes"], where)
        if not classes and row["label"] not in FLOOR_NOT_CLOTHING:
            left["photos: no class fits"] += 1
            continue
        records.append(Record("photos", row["image"], "320", f"s:{row['sender_id']}", classes, image("photos", row["image"])))
    for _, row in read_rows(data / "not-clothing" / "labels.csv", ("id", "px", "group")):
        records.append(Record("not-clothing", row["id"], row["px"], f"g:{row['group']}", (), image("not-clothing", row["id"])))
    return records, left


def fingerprint(record: Record) -> str | None:
    """Digest of the decoded pixels; the reason as ``None`` when unreadable."""
    try:
        picture = decode_upright(record.path.read_bytes(), None, record.path.name)
    except (OSError, BadImage):
        return None
    return hashlib.sha256(str(picture.size).encode() + picture.tobytes()).hexdigest()


def drop_duplicates(records: list[Record], groups: Groups) -> tuple[list[Record], int]:
    """Keeps one of each set of identical pictures, joins their groups, and reconciles their labels.

    Where the labels of identical pictures overlap the overlap is kept, else their union: both were said of the same pixels.
    """
    kept: dict[str, Record] = {}
    dropped = 0
    for record in records:
        first = kept.get(record.pixels)
        if first is None:
            kept[record.pixels] = record
            continue
        dropped += 1
        groups.join(first.group, record.group)
        common = set(first.classes) & set(record.classes)
        first.classes = tuple(sorted(common or set(first.classes) | set(record.classes)))
    return list(kept.values()), dropped


def build_manifest(data: Path, taxonomy: Taxonomy, threads: int) -> tuple[list[Row], dict[str, object]]:
    """Rows sorted by source and id, and a summary of what was read, dropped and left out."""
    records, left = read_records(data, taxonomy)
    with ThreadPoolExecutor(threads) as pool:
        digests = list(pool.map(fingerprint, records, chunksize=64))
    unreadable = [record for record, digest in zip(records, digests, strict=True) if digest is None]
    if unreadable:
        names = ", ".join(f"{record.source}/{record.id}" for record in unreadable[:5])
        raise BadData(f"{len(unreadable)} photos are missing or broken: {names}")
    for record, digest in zip(records, digests, strict=True):
        record.pixels = digest or ""
    records.sort(key=lambda record: (record.source, record.id))
    groups = Groups()
    records, dropped = drop_duplicates(records, groups)
    members: dict[str, list[list[str]]] = defaultdict(list)
    for record in records:
        strata = [f"{record.source}:{taxonomy.classes[i].id}" for i in record.classes] or [f"{record.source}:none"]
        members[str(groups.find(record.group))].append(strata)
    splits = split_groups(members, SHARES, SEED)
    rows = [Row(record.source, record.id, record.px, splits[str(groups.find(record.group))], record.classes) for record in records]
    counts = Counter(f"{row.source}/{row.split}" for row in rows)
    summary: dict[str, object] = {
        "photos": len(rows),
        "duplicates": dropped,
        "left out": dict(left),
        "groups": len(members),
        "by source and split": dict(sorted(counts.items())),
    }
    return rows, summary


def cached_training_picture(data: bytes, px: str, size: int, name: str) -> Array:
    """uint8 ``[size, size, 3]``: letterboxed, stretched back where the source had squashed it."""
    spec = InputSpec(size)
    return letterbox(stretch_back(decode_upright(data, None, name)), spec) if px == "224" else preprocess(data, spec, name)


def write_cache(data: Path, rows: list[Row], path: Path, size: int, threads: int) -> None:
    """Memory-mapped ``uint8 [N, size, size, 3]`` in the order of ``rows``."""
    partial = path.with_suffix(".partial.npy")
    out = np.lib.format.open_memmap(partial, mode="w+", dtype=np.uint8, shape=(len(rows), size, size, 3))

    def one(item: tuple[int, Row]) -> None:
        position, row = item
        name = f"{row.source}/{row.id}.jpg"
        content = (data / row.source / "images" / f"{row.id}.jpg").read_bytes()
        out[position] = cached_training_picture(content, row.px, size, name)

    with ThreadPoolExecutor(threads) as pool:
        for count, _ in enumerate(pool.map(one, enumerate(rows)), start=1):
            if count % 2000 == 0 or count == len(rows):
                print(f"{path.name}: {count}/{len(rows)}", flush=True)
    out.flush()
    partial.rename(path)


@dataclass(frozen=True)
class Cache:
    """Where the decoded pictures lie."""

    folder: Path

    def path(self, split: str, size: int) -> Path:
        return self.folder / f"{split}-{size}.npy"

    def stamp(self) -> Path:
        return self.folder / "cache.json"

    def open(self, split: str, size: int, manifest: Path) -> Array:
        """The pictures of a split in manifest order; refused when the manifest changed since."""
        path = self.path(split, size)
        if not path.is_file() or not self.stamp().is_file():
            raise BadData(f"cache {path.name}: not found; run prepare first")
        if json.loads(self.stamp().read_text(encoding="utf-8"))["manifest"] != sha256(manifest):
            raise BadData(f"cache {path.name}: made for another {manifest.name}; run prepare again")
        return np.load(path, mmap_mode="r")  # type: ignore[no-any-return]


def calibration_rows(rows: list[Row]) -> list[Row]:
    """A seeded choice of training photos."""
    train = [row for row in rows if row.split == "train"]
    chosen = np.random.default_rng(SEED).permutation(len(train))[:CALIBRATION_PHOTOS]
    return [train[position] for position in chosen]


def fill_cache(cache: Cache, data: Path, rows: list[Row], manifest: Path, size: int, threads: int) -> None:
    """Writes the caches that are missing or were made for another manifest."""
    digest = sha256(manifest)
    cache.folder.mkdir(parents=True, exist_ok=True)
    stamp = cache.stamp()
    fresh = stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8"))["manifest"] == digest
    if not fresh:
        for old in cache.folder.glob("*.npy"):
            old.unlink()
        stamp.write_text(json.dumps({"manifest": digest}), encoding="utf-8")
    parts = {split: [row for row in rows if row.split == split] for split in ("validation", "test", "train")}
    parts[CALIBRATION] = calibration_rows(rows)
    for split, part in parts.items():
        path = cache.path(split, TRAIN_SIZE if split == "train" else size)
        if not path.is_file():
            write_cache(data, part, path, TRAIN_SIZE if split == "train" else size, threads)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="prepare", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with catalogue/, photos/, not-clothing/")
    parser.add_argument("--classes", type=Path, default=Path("labels/classes.csv"))
    parser.add_argument("--manifest", type=Path, default=Path("manifests/clothing-73.csv"))
    parser.add_argument("--corrections", type=Path, default=Path("labels/corrections.csv"), help="what a viewer decided; may be missing")
    parser.add_argument("--cache", type=Path, default=Path("cache/clothing-73"))
    parser.add_argument("--size", type=int, default=160, help="input size of the network in pixels")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--keep-manifest", action="store_true", help="use the manifest as it is and only fill the cache")
    options = parser.parse_args(arguments)
    Image.init()
    taxonomy = read_taxonomy(options.classes)
    if options.keep_manifest:
        rows = read_manifest(options.manifest, taxonomy)
    else:
        corrections = read_corrections(options.corrections, taxonomy)
        rows, summary = build_manifest(options.data, taxonomy, options.threads)
        rows = apply_corrections(rows, corrections)
        summary["corrected"] = len(corrections)
        write_manifest(options.manifest, rows, taxonomy)
        print(json.dumps(summary, indent=2))
    fill_cache(Cache(options.cache), options.data, rows, options.manifest, options.size, options.threads)
