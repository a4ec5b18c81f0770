"""``labels/corrections.csv``: what a viewer decided against the labels as they came. Ids and classes only, never photos.

Columns ``source, id, classes``. ``classes`` is the admissible set (``a|b``), or :data:`NOT_CLOTHING` for a photo without a garment, or
:data:`LEFT_OUT` for one that no class fits or that shows nothing usable.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hangtag_models.errors import BadData
from hangtag_models.manifest import Row
from hangtag_models.taxonomy import Taxonomy

COLUMNS = ("source", "id", "classes")
NOT_CLOTHING = "not-clothing"
LEFT_OUT = "none"

Key = tuple[str, str]
"""Source and id of a photo."""


@dataclass(frozen=True)
class Correction:
    """``classes`` is ``None`` for a photo to leave out, and empty for one without clothing."""

    classes: tuple[int, ...] | None
    where: str


def parse_decision(text: str, taxonomy: Taxonomy, where: str) -> Correction:
    """The ``classes`` column; ``where`` names file and row for the error."""
    if text == LEFT_OUT:
        return Correction(None, where)
    if text == NOT_CLOTHING:
        return Correction((), where)
    classes = taxonomy.admissible(text, where)
    if not classes:
        raise BadData(f"{where}: no class; write {NOT_CLOTHING!r} or {LEFT_OUT!r} where none fits")
    return Correction(classes, where)


def format_decision(correction: Correction, taxonomy: Taxonomy) -> str:
    if correction.classes is None:
        return LEFT_OUT
    return "|".join(taxonomy.classes[i].id for i in correction.classes) or NOT_CLOTHING


def read_corrections(path: Path, taxonomy: Taxonomy) -> dict[Key, Correction]:
    """By photo; empty where the file is missing. A photo that is named twice, or an unknown class, is refused."""
    found: dict[Key, Correction] = {}
    if not path.is_file():
        return found
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadData(f"{path.name}: columns are {reader.fieldnames}, expected {list(COLUMNS)}")
        for number, item in enumerate(reader, start=2):
            where = f"{path.name}:{number}"
            key = (item["source"], item["id"])
            if key in found:
                raise BadData(f"{where}: {'/'.join(key)} stands at {found[key].where} too")
            found[key] = parse_decision(item["classes"], taxonomy, where)
    return found


def write_corrections(path: Path, corrections: dict[Key, Correction], taxonomy: Taxonomy) -> None:
    """Sorted by photo, so that a change shows as the lines it changed."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for key, correction in sorted(corrections.items()):
            writer.writerow([*key, format_decision(correction, taxonomy)])


def apply_corrections(rows: Sequence[Row], corrections: dict[Key, Correction]) -> list[Row]:
    """Rows with the corrected sets; the split of a photo never depends on its corrections."""
    unknown = set(corrections) - {(row.source, row.id) for row in rows}
    if unknown:
        key = min(unknown)
        raise BadData(f"{corrections[key].where}: {'/'.join(key)} is not among the photos")
    out = []
    for row in rows:
        correction = corrections.get((row.source, row.id))
        if correction is None:
            out.append(row)
        elif correction.classes is not None:
            out.append(replace(row, classes=correction.classes))
    return out
