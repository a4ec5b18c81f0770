"""95 % intervals by the bootstrap: photos are drawn again with replacement, and the figure is computed from each draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hangtag_models.decision import Floats

ROUNDS = 1000
SEED = 0
LOW, HIGH = 0.025, 0.975


@dataclass(frozen=True)
class Estimate:
    """A figure and its 95 % interval; NaN where it is not defined, as a precision without answers."""

    value: float
    low: float
    high: float

    def rounded(self) -> list[float] | None:
        """Value, low and high with four decimals; ``None`` if undefined."""
        return None if np.isnan(self.value) else [round(self.value, 4), round(self.low, 4), round(self.high, 4)]


UNDEFINED = Estimate(float("nan"), float("nan"), float("nan"))


def estimate(value: float, resampled: Floats) -> Estimate:
    """From the figure and what it is in each round ``[rounds]``. Rounds in which it is undefined (NaN) are left out."""
    defined = resampled[~np.isnan(resampled)]
    if np.isnan(value) or not len(defined):
        return UNDEFINED
    low, high = np.quantile(defined, [LOW, HIGH])
    return Estimate(float(value), float(low), float(high))


def estimates(values: Floats, resampled: Floats) -> tuple[Estimate, ...]:
    """K figures at once: ``values [K]``, ``resampled [rounds, K]``."""
    return tuple(estimate(value, column) for value, column in zip(values.tolist(), resampled.T, strict=True))


def divide(over: Floats, under: Floats) -> Floats:
    """Element by element, broadcast; NaN where ``under`` is 0."""
    over, under = np.broadcast_arrays(over, under)
    return np.asarray(np.divide(over, under, out=np.full(over.shape, np.nan), where=under != 0))


class Bootstrap:
    """Seeded resamples of ``photos`` photos: ``counts [rounds, photos]`` says how often each was drawn."""

    def __init__(self, photos: int, rounds: int = ROUNDS, seed: int = SEED) -> None:
        self.photos = photos
        drawn = np.random.default_rng(seed).integers(0, photos, (rounds, photos)) if photos else np.zeros((rounds, 0), np.int64)
        places = drawn + np.arange(rounds)[:, None] * photos
        self.counts: Floats = np.bincount(places.ravel(), minlength=rounds * photos).reshape(rounds, photos).astype(np.float64)

    def sums(self, values: npt.NDArray[np.generic]) -> Floats:
        """``values [photos, …]`` summed over the photos of each round, ``[rounds, …]``."""
        return np.asarray(self.counts @ values.astype(np.float64))

    def ratio(self, over: npt.NDArray[np.generic], under: npt.NDArray[np.generic]) -> Estimate:
        """Sum of ``over [photos]`` by the sum of ``under [photos]``."""
        value = divide(np.asarray(over.astype(np.float64).sum()), np.asarray(under.astype(np.float64).sum()))
        return estimate(float(value), divide(self.sums(over), self.sums(under)))


def mean(values: npt.NDArray[np.generic]) -> Estimate:
    """Of ``values [photos]``, which are resampled by themselves."""
    return Bootstrap(len(values)).ratio(values, np.ones(len(values)))
