"""What an epoch consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from hangtag_models.manifest import Row

NOT_CLOTHING = -1


def source_weights(rows: Sequence[Row], shares: Mapping[str, float], balance: float = 0.5) -> npt.NDArray[np.float64]:
    """Probability of each row, ``[N]``, summing to 1.

    Each source gets its share; within a source a photo weighs (photos of its class)^−``balance``, the mean over its admissible set.
    """
    weights = np.zeros(len(rows))
    for source in {row.source for row in rows}:
        inside = [position for position, row in enumerate(rows) if row.source == source]
        counts: Counter[int] = Counter()
        for position in inside:
            members = rows[position].classes or (NOT_CLOTHING,)
            for member in members:
                counts[member] += 1 / len(members)  # type: ignore[assignment]
        for position in inside:
            members = rows[position].classes or (NOT_CLOTHING,)
            weights[position] = np.mean([counts[member] ** -balance for member in members])
        weights[inside] *= shares.get(source, 0.0) / weights[inside].sum()
    return np.asarray(weights / weights.sum())


def draw(weights: npt.NDArray[np.float64], count: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """``count`` row numbers in random order; each row comes floor or ceil of its expected number of times."""
    order = rng.permutation(len(weights))
    points = (np.arange(count) + rng.random()) / count
    picked = order[np.minimum(np.searchsorted(np.cumsum(weights[order]), points), len(weights) - 1)]
    rng.shuffle(picked)
    return np.asarray(picked, np.int64)
