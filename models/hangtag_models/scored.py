"""What a package makes of each photo, beside its label: what all figures are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hangtag_models.decision import Bools, Decisions, Floats, Ints, Thresholds, decide, sigmoid, softmax, summed
from hangtag_models.manifest import Row
from hangtag_models.runtime import Answers
from hangtag_models.taxonomy import Taxonomy


@dataclass(frozen=True)
class Ranked:
    """The best answer at one level (class, garment or group), thresholds aside.

    ``labels``: names in order. ``confidence [N]`` (0..1), ``best [N]``: the best answer's calibrated probability and number.
    ``sets`` bool ``[N, labels]``: what is admissible; all false where a photo shows no clothing. ``right [N]``: best is admissible.
    """

    labels: tuple[str, ...]
    confidence: Floats
    best: Ints
    sets: Bools
    right: Bools

    @property
    def truth(self) -> Ints:
        """``[N]``: number of the first admissible label; the truth of photos with an exact label, without meaning for others."""
        return np.asarray(self.sets.argmax(axis=1))


@dataclass(frozen=True)
class Scored:
    """N photos in the order of ``rows``.

    ``exact``, ``clothing``, ``floor``, ``top3`` bool ``[N]``: one admissible class; shows clothing; a floor photo of clothing; the first
    admissible class is among the three best. ``classes``, ``garments``, ``groups``: the best answer at each level. ``clothing_score [N]``
    (0..1): how sure it is that there is clothing. ``decisions``: what rule and thresholds make of it.
    """

    rows: tuple[Row, ...]
    exact: Bools
    clothing: Bools
    floor: Bools
    top3: Bools
    classes: Ranked
    garments: Ranked
    groups: Ranked
    clothing_score: Floats
    decisions: Decisions


def ranked(labels: tuple[str, ...], p: Floats, sets: Bools) -> Ranked:
    """``p`` and ``sets [N, labels]``."""
    best = p.argmax(axis=1)
    rows = np.arange(len(p))
    return Ranked(labels, p[rows, best], best, sets, sets[rows, best])


def score(answers: Answers, rows: Sequence[Row], thresholds: Thresholds, taxonomy: Taxonomy) -> Scored:
    """``answers`` and ``rows`` in the same order."""
    p = softmax(answers.logits, thresholds.temperature)
    admissible = taxonomy.mask([row.classes for row in rows])
    clothing = np.asarray(admissible.any(axis=1))
    as_numbers = admissible.astype(np.float64)
    best3 = np.argsort(-p, axis=1)[:, :3]

    def level(labels: tuple[str, ...], member_of: Ints) -> Ranked:
        return ranked(labels, summed(p, member_of, len(labels)), summed(as_numbers, member_of, len(labels)) > 0)

    return Scored(
        rows=tuple(rows),
        exact=np.array([row.exact for row in rows]),
        clothing=clothing,
        floor=clothing & np.array([row.source == "photos" for row in rows]),
        top3=np.asarray((best3 == admissible.argmax(axis=1)[:, None]).any(axis=1)),
        classes=ranked(taxonomy.ids, p, admissible),
        garments=level(taxonomy.garments, taxonomy.garment_of),
        groups=level(taxonomy.groups, taxonomy.group_of),
        clothing_score=sigmoid(answers.clothing),
        decisions=decide(answers.logits, answers.clothing, thresholds, taxonomy),
    )
