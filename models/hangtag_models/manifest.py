"""The manifest: which photo is in which split with which admissible set. Committed; ids and classes only, never photos."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hangtag_models.errors import BadData
from hangtag_models.taxonomy import Taxonomy

SPLITS = ("train", "validation", "test")
SOURCES = ("catalogue", "photos", "not-clothing")
COLUMNS = ("source", "id", "px", "split", "classes")


@dataclass(frozen=True)
class Row:
    """One photo. An empty admissible set means that the photo shows no clothing."""

    source: str
    id: str
    px: str
    split: str
    classes: tuple[int, ...]

    @property
    def exact(self) -> bool:
        return len(self.classes) == 1


def write_manifest(path: Path, rows: Iterable[Row], taxonomy: Taxonomy) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([row.source, row.id, row.px, row.split, "|".join(taxonomy.classes[i].id for i in row.classes)])


def read_manifest(path: Path, taxonomy: Taxonomy) -> list[Row]:
    if not path.is_file():
        raise BadData(f"{path.name}: no such manifest; run prepare first")
    rows = []
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadData(f"{path.name}: columns are {reader.fieldnames}, expected {list(COLUMNS)}")
        for number, item in enumerate(reader, start=2):
            if item["split"] not in SPLITS or item["source"] not in SOURCES:
                raise BadData(f"{path.name}:{number}: unknown split {item['split']!r} or source {item['source']!r}")
            classes = taxonomy.admissible(item["classes"], f"{path.name}:{number}")
            rows.append(Row(item["source"], item["id"], item["px"], item["split"], classes))
    return rows


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
