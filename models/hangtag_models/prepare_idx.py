"""``prepare-idx``: a data set in MNIST's idx files → manifest and cache, in the layout that ``prepare`` writes.

The test files stay the test split. Validation is cut from the training files: stratified, seeded, pixel-identical pictures kept together.
The manifest follows from the files and the seed, so it is written into the cache and not committed; its checksum stands in ``model.json``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import struct
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from hangtag_models.errors import BadData
from hangtag_models.golden import Golden, write_index
from hangtag_models.manifest import Row, sha256, write_manifest
from hangtag_models.prepare import CALIBRATION, CALIBRATION_PHOTOS, Cache
from hangtag_models.preprocessing import Array, dark_ground
from hangtag_models.splitting import split_groups
from hangtag_models.taxonomy import Taxonomy, read_taxonomy

SHARES = {"train": 0.9, "validation": 0.1}
SEED = 10
FILES = {"train": "train", "test": "t10k"}
"""Split → how its files' names begin."""
UNSIGNED_BYTE = 0x08


def read_idx(path: Path) -> Array:
    """The array of an idx file of unsigned bytes, gzipped or not."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        zero, kind, dimensions = struct.unpack_from(">HBB", content)
        shape = struct.unpack_from(f">{dimensions}I", content, 4)
    except (OSError, EOFError, struct.error) as error:
        raise BadData(f"{path.name}: not an idx file: {error}") from error
    start = 4 + 4 * dimensions
    if zero != 0 or kind != UNSIGNED_BYTE or len(content) - start != int(np.prod(shape)):
        raise BadData(f"{path.name}: not an idx file of {shape} unsigned bytes")
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def find(data: Path, name: str) -> Path:
    """``name`` or ``name.gz`` in ``data``."""
    for path in (data / f"{name}.gz", data / name):
        if path.is_file():
            return path
    raise BadData(f"{data.name}/{name}[.gz]: not found; --data names the folder of the four idx files")


def read_split(data: Path, split: str, taxonomy: Taxonomy) -> tuple[Array, npt.NDArray[np.int64]]:
    """Pictures ``[N, S, S]`` and class numbers ``[N]``."""
    pictures = read_idx(find(data, f"{FILES[split]}-images-idx3-ubyte"))
    labels = read_idx(find(data, f"{FILES[split]}-labels-idx1-ubyte"))
    if pictures.ndim != 3 or pictures.shape[1] != pictures.shape[2] or labels.shape != pictures.shape[:1]:
        raise BadData(f"{split}: pictures are {pictures.shape}, labels {labels.shape}")
    if labels.max(initial=0) >= len(taxonomy):
        raise BadData(f"{split}: label {labels.max()} of {len(taxonomy)} classes")
    return pictures, labels.astype(np.int64)


def split_off_validation(pictures: Array, labels: npt.NDArray[np.int64], taxonomy: Taxonomy) -> list[str]:
    """The split of each training picture."""
    members: dict[str, list[list[str]]] = defaultdict(list)
    names = [hashlib.sha256(picture.tobytes()).hexdigest() for picture in pictures]
    for name, label in zip(names, labels.tolist(), strict=True):
        members[name].append([taxonomy.ids[label]])
    splits = split_groups(members, SHARES, SEED)
    return [splits[name] for name in names]


def prepare_idx(data: Path, taxonomy: Taxonomy, manifest: Path, folder: Path) -> dict[str, int]:
    """Writes manifest and cache and returns how many pictures each split has."""
    rows: list[Row] = []
    parts: dict[str, list[Array]] = defaultdict(list)
    size = 0
    for source in FILES:
        pictures, labels = read_split(data, source, taxonomy)
        size = pictures.shape[1]
        splits = split_off_validation(pictures, labels, taxonomy) if source == "train" else ["test"] * len(labels)
        for number, (split, label) in enumerate(zip(splits, labels.tolist(), strict=True)):
            rows.append(Row("catalogue", f"{FILES[source]}-{number:05}", str(size), split, (label,)))
            parts[split].append(pictures[number])
    write_manifest(manifest, rows, taxonomy)
    folder.mkdir(parents=True, exist_ok=True)
    for split, part in parts.items():
        # as the service would make them: three equal channels, on dark ground
        square = np.stack([dark_ground(picture) for picture in part])
        np.save(Cache(folder).path(split, size), np.repeat(square[..., None], 3, axis=3))
    chosen = np.random.default_rng(SEED).permutation(len(parts["train"]))[:CALIBRATION_PHOTOS]
    np.save(Cache(folder).path(CALIBRATION, size), np.load(Cache(folder).path("train", size), mmap_mode="r")[np.sort(chosen)])
    Cache(folder).stamp().write_text(json.dumps({"manifest": sha256(manifest)}), encoding="utf-8")
    return dict(Counter(row.split for row in rows))


def write_samples(data: Path, taxonomy: Taxonomy, folder: Path, each: int) -> None:
    """The first ``each`` test pictures of every class as PNG, with ``labels.csv`` and an index that ``release`` adds its answers to."""
    pictures, labels = read_split(data, "test", taxonomy)
    (folder / "images").mkdir(parents=True, exist_ok=True)
    chosen = sorted(int(i) for number in range(len(taxonomy)) for i in np.flatnonzero(labels == number)[:each])
    files = {f"images/{FILES['test']}-{i:05}.png": i for i in chosen}
    for file, i in files.items():
        Image.fromarray(pictures[i]).save(folder / file, "PNG", optimize=True)
    lines = ["file,class", *(f"{file},{taxonomy.ids[labels[i]]}" for file, i in files.items())]
    (folder / "labels.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_index(folder, [Golden(file, {}) for file in files], {}, {})


def download(folder: Path) -> Path:
    """Fashion-MNIST by torchvision's own download, an optional extra; returns the folder of the idx files."""
    try:
        from torchvision.datasets import FashionMNIST
    except ImportError as error:
        raise BadData("--download needs torchvision: pip install 'hangtag-models[download]', or give --data") from error
    return Path(FashionMNIST(str(folder), download=True).raw_folder)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="prepare-idx", description=__doc__)
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--data", type=Path, help="folder of the four idx files; Debian: /usr/share/datasets/fashion-mnist")
    place.add_argument("--download", type=Path, metavar="DIR", help="fetch Fashion-MNIST to DIR with torchvision")
    parser.add_argument("--classes", type=Path, default=Path("labels/fashion-mnist-10.csv"))
    parser.add_argument("--cache", type=Path, default=Path("cache/fashion-mnist-10"))
    parser.add_argument("--samples", type=Path, metavar="DIR", help="also write some test pictures there, for the tests of the service")
    parser.add_argument("--each", type=int, default=4, help="samples of each class")
    options = parser.parse_args(arguments)
    data = options.data if options.data is not None else download(options.download)
    taxonomy = read_taxonomy(options.classes)
    if options.samples is not None:
        write_samples(data, taxonomy, options.samples, options.each)
    counts = prepare_idx(data, taxonomy, options.cache / "manifest.csv", options.cache)
    print(json.dumps(counts, indent=2))
