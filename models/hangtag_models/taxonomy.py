"""The classes of a package in output order, and admissible sets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hangtag_models.errors import BadData


@dataclass(frozen=True)
class ClothingClass:
    """One row of ``classes.csv``."""

    id: str
    group: str
    garment: str
    audience: str
    pattern: str | None


class Taxonomy:
    """Classes in output order, with the masks that sum class probabilities into garments and groups."""

    def __init__(self, classes: Sequence[ClothingClass]) -> None:
        self.classes = tuple(classes)
        self.index = {item.id: position for position, item in enumerate(self.classes)}
        if len(self.index) != len(self.classes):
            raise BadData("classes: an id occurs twice")
        self.garments = tuple(dict.fromkeys(item.garment for item in self.classes))
        self.groups = tuple(dict.fromkeys(item.group for item in self.classes))
        self.garment_of = np.array([self.garments.index(item.garment) for item in self.classes])
        self.group_of = np.array([self.groups.index(item.group) for item in self.classes])

    def __len__(self) -> int:
        return len(self.classes)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.classes)

    def admissible(self, text: str, where: str) -> tuple[int, ...]:
        """``a|b`` → output positions. ``where`` names file and row for the error."""
        ids = [part for part in text.split("|") if part]
        unknown = [part for part in ids if part not in self.index]
        if unknown:
            raise BadData(f"{where}: unknown class {unknown[0]!r}")
        return tuple(sorted({self.index[part] for part in ids}))

    def mask(self, sets: Sequence[tuple[int, ...]]) -> npt.NDArray[np.bool_]:
        """Admissible sets → bool ``[N, C]``."""
        out = np.zeros((len(sets), len(self)), bool)
        for row, members in enumerate(sets):
            out[row, list(members)] = True
        return out


def read_taxonomy(path: Path) -> Taxonomy:
    """Reads ``classes.csv``: id, group, garment, audience, pattern."""
    if not path.is_file():
        raise BadData(f"{path.name}: not found in {path.parent.name}/")
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    try:
        return Taxonomy([ClothingClass(row["id"], row["group"], row["garment"], row["audience"], row["pattern"] or None) for row in rows])
    except KeyError as error:
        raise BadData(f"{path.name}: column {error} is missing") from error
