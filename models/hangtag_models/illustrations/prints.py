"""Chest graphics for printed tops: our own block letters and a few motifs. No font files are needed."""

from __future__ import annotations

import math
from random import Random

from hangtag_models.illustrations.canvas import Canvas, mix, number, smooth, trace
from hangtag_models.illustrations.fabric import BRIGHTS, blossom, contrast, leaf, pick

# Strokes on a grid 4 wide and 6 high, y downwards.
_LETTERS: dict[str, str] = {
    "A": "0 6,2 0,4 6/.8 4,3.2 4",
    "B": "0 0,0 6,3 6,4 5,4 4,3 3,0 3/0 0,2.8 0,3.7 .8,3.7 2.2,3 3",
    "C": "4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5",
    "D": "0 0,0 6,2.6 6,4 4.6,4 1.4,2.6 0,0 0",
    "E": "4 0,0 0,0 6,4 6/0 3,3 3",
    "F": "4 0,0 0,0 6/0 3,3 3",
    "G": "4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5,4 3,2.4 3",
    "H": "0 0,0 6/4 0,4 6/0 3,4 3",
    "I": "2 0,2 6",
    "K": "0 0,0 6/4 0,0 3.4/1.2 2.6,4 6",
    "L": "0 0,0 6,4 6",
    "M": "0 6,0 0,2 3,4 0,4 6",
    "N": "0 6,0 0,4 6,4 0",
    "O": "1 0,3 0,4 1,4 5,3 6,1 6,0 5,0 1,1 0",
    "P": "0 6,0 0,3 0,4 1,4 2.4,3 3.4,0 3.4",
    "R": "0 6,0 0,3 0,4 1,4 2.2,3 3.2,0 3.2/2 3.2,4 6",
    "S": "4 .9,3 0,1 0,0 1,0 2.2,1 3,3 3,4 3.9,4 5,3 6,1 6,0 5.1",
    "T": "0 0,4 0/2 0,2 6",
    "U": "0 0,0 5,1 6,3 6,4 5,4 0",
    "V": "0 0,2 6,4 0",
    "W": "0 0,1 6,2 2.4,3 6,4 0",
    "X": "0 0,4 6/4 0,0 6",
    "Y": "0 0,2 3,4 0/2 3,2 6",
    "Z": "0 0,4 0,0 6,4 6",
    "0": "1 0,3 0,4 1,4 5,3 6,1 6,0 5,0 1,1 0",
    "1": ".8 1.2,2 0,2 6",
    "2": "0 1,1 0,3 0,4 1,4 2.2,0 6,4 6",
    "3": "0 0,4 0,2 2.6,3 2.6,4 3.6,4 5,3 6,1 6,0 5",
    "4": "3 6,3 0,0 4.2,4 4.2",
    "5": "4 0,0 0,0 2.6,3 2.6,4 3.6,4 5,3 6,1 6,0 5",
    "6": "4 1,3 0,1 0,0 1,0 5,1 6,3 6,4 5,4 3.6,3 2.8,0 2.8",
    "7": "0 0,4 0,1.4 6",
    "8": "1 3,0 2,0 1,1 0,3 0,4 1,4 2,3 3,1 3,0 4,0 5,1 6,3 6,4 5,4 4,3 3",
    "9": "4 3.2,1 3.2,0 2.4,0 1,1 0,3 0,4 1,4 5,3 6,1 6",
    "&": "4 6,.6 1.4,1.4 0,2.4 0,3 1.2,0 4,0 5.2,1 6,2.4 6,4 4",
}
WORDS = ("HANGTAG", "SUNDAY", "NORTH", "RIVER", "STUDIO", "COAST", "WILD", "LUCKY", "URBAN", "PLAY", "SMILE", "OCEAN")


def lettering(text: str, x: float, y: float, width: float, colour: str, weight: float = 0.24, height: float = 0.0) -> str:
    """A centred line of block letters, ``width`` wide, with its top at ``y``."""
    advance = 5.6
    unit = width / (advance * len(text) - 1.6)
    tall = height / 6 if height else unit
    parts = []
    for i, letter in enumerate(text):
        left = x - width / 2 + i * advance * unit
        for stroke in _LETTERS.get(letter, "").split("/"):
            if stroke:
                pairs = [p.split() for p in stroke.split(",")]
                points = [f"{number(left + float(px) * unit)} {number(y + float(py) * tall)}" for px, py in pairs]
                parts.append("M" + "L".join(points))
    stroke_width = min(unit, tall) * 6 * weight
    return (
        f'<path d="{"".join(parts)}" fill="none" stroke="{colour}" stroke-width="{number(stroke_width)}" '
        'stroke-linejoin="round" stroke-linecap="square"/>'
    )


def _circle(x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}" {extra}/>'


def _mountains(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    a, b, c = colours
    out = [_circle(x, y, r, a), _circle(x + r * 0.3, y - r * 0.28, r * 0.34, b)]
    peaks = [-0.9, 0.35, -0.35, -0.3, -0.05, 0.1, 0.3, -0.2, 0.9, 0.38]
    d = "M" + "L".join(f"{number(x + peaks[i] * r)} {number(y + peaks[i + 1] * r)}" for i in range(0, 10, 2)) + "Z"
    out.append(f'<path d="{d}" fill="{c}"/>')
    for i in range(3):
        w = r * (0.85 - 0.2 * i)
        out.append(
            f'<path d="M{number(x - w)} {number(y + r * (0.48 + 0.16 * i))}h{number(2 * w)}" stroke="{c}" '
            f'stroke-width="{number(r * 0.07)}"/>'
        )
    return "".join(out)


def _waves(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    out = []
    for i in range(5):
        top = y - r * 0.8 + i * r * 0.38
        d = f"M{number(x - r)} {number(top)}" + "".join(f"q{number(r * 0.25)} {number(-r * 0.34)} {number(r * 0.5)} 0" for _ in range(4))
        out.append(f'<path d="{d}" fill="none" stroke="{colours[i % 3]}" stroke-width="{number(r * 0.15)}"/>')
    return "".join(out)


def _splash(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    out = []
    for i in range(7):
        cx, cy = x + rng.uniform(-0.5, 0.5) * r, y + rng.uniform(-0.7, 0.7) * r
        size = r * rng.uniform(0.2, 0.6)
        knots = [smooth(cx + math.cos(k) * size * rng.uniform(0.4, 1.1), cy + math.sin(k) * size * rng.uniform(0.4, 1.1)) for k in range(7)]
        out.append(f'<path d="{trace(knots).d}" fill="{colours[i % 3]}" opacity=".9"/>')
    return "".join(out)


def _bouquet(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    out = []
    for _ in range(9):
        turn, size = rng.uniform(0, 360), r * 0.42
        out.append(
            f'<g transform="translate({number(x)} {number(y)}) rotate({number(turn)}) translate(0 {number(-r * 0.5)}) '
            f'scale({number(size)})">{leaf("#5b8a55")}</g>'
        )
    for i in range(6):
        a = i * math.tau / 5
        px, py = (x, y) if i == 5 else (x + math.cos(a) * r * 0.55, y + math.sin(a) * r * 0.55)
        out.append(
            f'<g transform="translate({number(px)} {number(py)}) rotate({number(rng.uniform(0, 72))}) '
            f'scale({number(r * 0.36)})">{blossom(colours[i % 2], "#f3d460")}</g>'
        )
    return "".join(out)


def _panel(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    a, b, c = colours
    out = [f'<rect x="{number(x - r * 0.9)}" y="{number(y - r)}" width="{number(r * 1.8)}" height="{number(2 * r)}" fill="{a}"/>']
    for i in range(9):
        h = r * rng.uniform(0.3, 1.4)
        out.append(
            f'<rect x="{number(x - r * 0.85 + i * r * 0.19)}" y="{number(y + r - h)}" width="{number(r * 0.16)}" '
            f'height="{number(h)}" fill="{mix(b, c, rng.random())}"/>'
        )
    out.append(_circle(x + r * rng.uniform(-0.4, 0.4), y - r * 0.5, r * 0.26, c))
    return "".join(out)


def _star(x: float, y: float, r: float, fill: str) -> str:
    points = []
    for i in range(10):
        a, s = -math.pi / 2 + i * math.pi / 5, r if i % 2 == 0 else r * 0.42
        points.append(f"{number(x + math.cos(a) * s)} {number(y + math.sin(a) * s)}")
    return f'<path d="M{"L".join(points)}Z" fill="{fill}"/>'


def _animal(rng: Random, x: float, y: float, r: float, colours: list[str]) -> str:
    """A smiling bear, for children's wear."""
    a, b, _ = colours
    ink = "#2a2326"
    out = [_circle(x + s * r * 0.62, y - r * 0.62, r * 0.32, a) + _circle(x + s * r * 0.62, y - r * 0.62, r * 0.17, b) for s in (1, -1)]
    out.append(_circle(x, y, r * 0.85, a))
    out.append(f'<ellipse cx="{number(x)}" cy="{number(y + r * 0.3)}" rx="{number(r * 0.4)}" ry="{number(r * 0.3)}" fill="{b}"/>')
    out += [_circle(x + s * r * 0.32, y - r * 0.15, r * 0.1, ink) for s in (1, -1)]
    out.append(f'<ellipse cx="{number(x)}" cy="{number(y + r * 0.2)}" rx="{number(r * 0.14)}" ry="{number(r * 0.1)}" fill="{ink}"/>')
    out.append(
        f'<path d="M{number(x - r * 0.2)} {number(y + r * 0.38)}q{number(r * 0.2)} {number(r * 0.18)} '
        f'{number(r * 0.4)} 0" '
        f'fill="none" stroke="{ink}" stroke-width="{number(r * 0.06)}" stroke-linecap="round"/>'
    )
    return "".join(out)


KINDS = ("mountains", "waves", "splash", "bouquet", "panel", "number", "words", "stars", "animal")


def graphic(canvas: Canvas, kind: str, ground: str, x: float, y: float, r: float, word: str = "") -> str:
    """A chest print of half size ``r`` around (x, y) on cloth of colour ``ground``."""
    rng = canvas.rng
    ink = contrast(rng, ground)
    colours = [ink, pick(rng, BRIGHTS), contrast(rng, ink)]
    word = word or rng.choice(WORDS)
    line = lettering(word, x, y + r * 1.15, r * 1.8, ink, 0.2, r * 0.32)
    if kind == "mountains":
        body = _mountains(rng, x, y, r * 0.95, colours) + line
    elif kind == "waves":
        body = _waves(rng, x, y, r, colours) + line
    elif kind == "splash":
        body = _splash(rng, x, y, r * 1.2, colours)
        body += lettering(word, x, y - r * 0.2, r * 1.9, colours[2], 0.2, r * 0.5)
    elif kind == "bouquet":
        body = _bouquet(rng, x, y, r, [colours[1], mix(colours[1], "#ffffff", 0.5), ink])
    elif kind == "panel":
        body = _panel(rng, x, y, r, colours) + line
    elif kind == "number":
        digits = str(rng.randrange(10, 99))
        body = lettering(digits, x, y - r * 0.55, r * 1.7, ink, 0.22, r * 1.5)
        body += lettering(word, x, y - r * 1.15, r * 1.9, colours[1], 0.2, r * 0.36)
    elif kind == "stars":
        body = "".join(
            _star(x + (i - 1) * r * 0.75, y + (0.25 if i != 1 else 0) * r, r * (0.34 if i != 1 else 0.55), colours[i]) for i in range(3)
        )
        body += line
    elif kind == "animal":
        pale = mix(colours[1], "#ffffff", 0.7)
        body = _animal(rng, x, y, r * 0.9, [colours[1], pale, ink]) + line
    else:
        rows = [word, *rng.sample(WORDS, 3)]
        body = "".join(
            lettering(row, x, y - r + i * r * 0.62, r * rng.uniform(1.4, 1.9), colours[i % 2 if i else 0], 0.22, r * 0.45)
            for i, row in enumerate(rows)
        )
    return f'<g opacity=".95">{body}</g>'
