"""What a report is about, and its figures in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hangtag_models.resampling import Estimate


@dataclass(frozen=True)
class Subject:
    """What was evaluated: package, split, and what it takes to do it again. ``photos``: by kind, for the first lines."""

    name: str
    version: str
    sha256: str
    config: str
    manifest: str
    manifest_sha256: str
    split: str
    photos: dict[str, int]


def percent(estimate: Estimate) -> str:
    """``80.6 % (79.1–82.0)``, one more digit below 1 %; a dash where undefined."""
    if np.isnan(estimate.value):
        return "–"
    digits = 2 if 0 < estimate.value < 0.01 else 1
    return f"{estimate.value * 100:.{digits}f} % ({estimate.low * 100:.{digits}f}–{estimate.high * 100:.{digits}f})"


def plain(estimate: Estimate) -> str:
    """``0.9993 (0.9987–0.9998)``; a dash where undefined."""
    return "–" if np.isnan(estimate.value) else f"{estimate.value:.4f} ({estimate.low:.4f}–{estimate.high:.4f})"
