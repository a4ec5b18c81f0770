"""Ten photos with made-up answers, one for each thing that can become of a photo."""

from __future__ import annotations

import numpy as np

from hangtag_models.decision import Thresholds
from hangtag_models.manifest import Row
from hangtag_models.runtime import Answers
from hangtag_models.taxonomy import ClothingClass, Taxonomy

SMALL = Taxonomy(
    [
        ClothingClass("shirt-plain", "top", "Shirt", "men", "solid"),
        ClothingClass("shirt-checked", "top", "Shirt", "men", "checked"),
        ClothingClass("top", "top", "Top", "women", None),
        ClothingClass("jeans", "bottom", "Jeans", "any", None),
    ]
)
ONE_LIMIT = Thresholds(1.0, 0.5, np.full(4, 0.6), np.full(3, 0.7), np.full(2, 0.8))

# (source, px, admissible, probabilities, is there clothing), and what the rule makes of it
PHOTOS: tuple[tuple[str, str, tuple[int, ...], tuple[float, ...], float], ...] = (
    ("catalogue", "224", (0,), (0.90, 0.04, 0.04, 0.02), 0.9),  # class, right
    ("catalogue", "60x80", (0,), (0.30, 0.65, 0.03, 0.02), 0.9),  # class, wrong; its garment is right
    ("catalogue", "60x80", (1,), (0.40, 0.35, 0.20, 0.05), 0.9),  # garment Shirt, right
    ("catalogue", "224", (2,), (0.30, 0.18, 0.40, 0.12), 0.9),  # group top, right
    ("photos", "320", (0, 1), (0.10, 0.80, 0.05, 0.05), 0.9),  # class, within the set
    ("photos", "320", (2, 3), (0.70, 0.10, 0.10, 0.10), 0.9),  # class, outside the set; its group is right
    ("photos", "320", (3,), (0.30, 0.10, 0.15, 0.45), 0.9),  # unidentified, though the best class is right
    ("photos", "320", (3,), (0.02, 0.02, 0.02, 0.94), 0.2),  # taken for no clothing
    ("photos", "320", (), (0.02, 0.02, 0.94, 0.02), 0.8),  # no clothing, answered: wrong
    ("not-clothing", "60x80", (), (0.25, 0.25, 0.25, 0.25), 0.1),  # found
)


def answers() -> Answers:
    p = np.array([photo[3] for photo in PHOTOS])
    clothing = np.array([photo[4] for photo in PHOTOS])
    return Answers(np.log(p).astype(np.float32), np.log(clothing / (1 - clothing)).astype(np.float32))


def rows() -> list[Row]:
    return [Row(source, f"id{number}", px, "test", classes) for number, (source, px, classes, _, _) in enumerate(PHOTOS)]
