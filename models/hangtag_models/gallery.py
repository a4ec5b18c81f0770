"""One HTML page of right and wrong photos, for the eyes of those who train. It embeds photos of people and homes: never publish it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
from PIL import Image

from hangtag_models.decision import LEVELS, Bools, Floats
from hangtag_models.preprocessing import Array
from hangtag_models.scored import Scored

PAIRS = 40
"""Confusion pairs shown, commonest first."""
EACH = 12
"""Photos of a pair."""
SHELF = 48
"""Photos of any other section."""
QUALITY = 82

WARNING = "This page holds photos that must not be published: keep it on this machine, and never commit or share it."

STYLE = """
body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; color: #222; background: #fff }
.warning { border: 3px solid #b00020; padding: .75rem 1rem; font-weight: bold }
.shelf { display: flex; flex-wrap: wrap; gap: .75rem }
figure { margin: 0; width: 168px; overflow-wrap: anywhere }
img { width: 160px; height: 160px; display: block; border: 1px solid #ccc }
figcaption { font-size: 12px }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem }
.id { color: #666 }
"""


@dataclass(frozen=True)
class Section:
    """Photos by their place in the split. ``depth``: 2 for a part, 3 for a pair within it."""

    title: str
    photos: tuple[int, ...]
    depth: int = 2


def ordered(chosen: Bools, by: Floats, count: int) -> tuple[int, ...]:
    """The ``count`` photos of ``chosen [N]`` with the least ``by [N]``."""
    places = np.flatnonzero(chosen)
    return tuple(int(i) for i in places[np.argsort(by[places], kind="stable")][:count])


def pairs(scored: Scored) -> list[Section]:
    """Confusion pairs, commonest first; in each the surest mistakes first."""
    classes = scored.classes
    truth, wrong = classes.truth, scored.exact & ~classes.right
    found, counts = np.unique(np.stack([truth[wrong], classes.best[wrong]], axis=1), axis=0, return_counts=True)
    out = []
    for place in np.argsort(-counts, kind="stable")[:PAIRS]:
        label, answer = found[place]
        mine = wrong & (truth == label) & (classes.best == answer)
        title = f"{classes.labels[label]} → {classes.labels[answer]}: {counts[place]}"
        out.append(Section(title, ordered(mine, -classes.confidence, EACH), 3))
    return out


def one_of_each(scored: Scored) -> tuple[int, ...]:
    """Of each class the surest right photo."""
    right = scored.exact & scored.classes.right
    best = (
        ordered(right & (scored.classes.truth == number), -scored.classes.confidence, 1) for number in range(len(scored.classes.labels))
    )
    return tuple(i for first in best for i in first)


def sections(scored: Scored) -> list[Section]:
    """What the page shows. Right and wrong are of the best class of photos with an exact label, where not said otherwise."""
    classes, gone = scored.classes, scored.decisions.at("not-clothing")
    right, wrong = scored.exact & classes.right, scored.exact & ~classes.right
    outside = scored.floor & ~classes.right
    return [
        Section("Confusion pairs: label → answer, photos", ()),
        *pairs(scored),
        Section("Wrong and surest", ordered(wrong, -classes.confidence, SHELF)),
        Section("Wrong and least sure", ordered(wrong, classes.confidence, SHELF)),
        Section("Right and least sure", ordered(right, classes.confidence, SHELF)),
        Section("Right and surest, one of each class", one_of_each(scored)),
        Section("Floor photos answered outside their admissible set, surest first", ordered(outside, -classes.confidence, SHELF)),
        Section("No clothing, but taken for clothing, surest first", ordered(~scored.clothing & ~gone, -scored.clothing_score, SHELF)),
        Section("Clothing, but taken for none, surest first", ordered(scored.clothing & gone, scored.clothing_score, SHELF)),
    ]


def data_uri(picture: Array) -> str:
    """uint8 ``[height, width, 3]`` as an embedded JPEG."""
    buffer = io.BytesIO()
    Image.fromarray(np.asarray(picture)).save(buffer, "JPEG", quality=QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def rule_answer(scored: Scored, i: int) -> str:
    """What the package says of photo ``i`` after its thresholds, and at which level."""
    level = LEVELS[int(scored.decisions.level[i])]
    labels = {"class": scored.classes.labels, "garment": scored.garments.labels, "group": scored.groups.labels}.get(level)
    return (
        {"none": "unidentified", "not-clothing": "not clothing"}[level]
        if labels is None
        else f"{level} {labels[scored.decisions.answer[i]]}"
    )


def lines_of(scored: Scored, i: int) -> tuple[str, ...]:
    """Caption of photo ``i``, not yet escaped: label, best answer and how sure, what the rule answers, the photo's id."""
    row, classes = scored.rows[i], scored.classes
    label = " | ".join(classes.labels[number] for number in row.classes) or "not clothing"
    return (
        f"label: {label}",
        f"answer: {classes.labels[int(classes.best[i])]}, {classes.confidence[i]:.2f}",
        f"tagged: {rule_answer(scored, i)}; clothing {scored.clothing_score[i]:.2f}",
        f"{row.source}/{row.id}, {row.px} px",
    )


def figure(lines: Sequence[str], picture: Array) -> str:
    shown = [escape(line) for line in lines]
    shown[-1] = f'<span class="id">{shown[-1]}</span>'
    return f'<figure><img alt="{escape(lines[0])}" src="{data_uri(picture)}"><figcaption>{"<br>".join(shown)}</figcaption></figure>'


def as_html(title: str, shown: Iterable[Section], scored: Scored, pictures: Array) -> str:
    """``pictures`` uint8 ``[N, size, size, 3]`` in the order of ``scored``. The page loads nothing and runs no script."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">",
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>",
        f'<p class="warning">{escape(WARNING)}</p>',
        f"<h1>{escape(title)}</h1>",
    ]
    for section in shown:
        parts.append(f"<h{section.depth}>{escape(section.title)}</h{section.depth}>")
        if section.photos:
            parts.append('<div class="shelf">' + "".join(figure(lines_of(scored, i), pictures[i]) for i in section.photos) + "</div>")
    return "\n".join([*parts, "</body></html>"]) + "\n"


def write_gallery(title: str, scored: Scored, pictures: Array, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_html(title, sections(scored), scored, pictures), encoding="utf-8")
