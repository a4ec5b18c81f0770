"""Briefs and trunks, drawn flat in centimetres from the waist's middle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Fold,
    Knot,
    corner,
    flipped,
    luminance,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.fabric import JERSEY, PatternMaker, cloth, melange
from hangtag_models.illustrations.figure import Person, Pose, draw_legs, draw_torso
from hangtag_models.illustrations.notions import draw_bow
from hangtag_models.illustrations.prints import lettering


@dataclass(frozen=True)
class BriefsDesign:
    """Briefs and trunks; ``cut`` is ``mens``, ``womens`` or ``trunks``."""

    cut: str = "mens"
    kind: Cloth = JERSEY
    colour: str = "#23262b"
    pattern: PatternMaker | None = None
    flecked: bool = False
    trim: str = "#c8283a"
    band: float = 2.8
    word: str = ""
    width: float = 15.5
    high: float = 0.0
    bow: bool = False
    lace: bool = False
    pack: tuple[str, ...] = ()


def _shape(d: BriefsDesign, dy: float = 0.0) -> list[Knot]:
    w, high = d.width, d.high
    if d.cut == "trunks":
        right = [
            smooth(0, 1.2 + dy),
            corner(w, dy),
            smooth(w + 1.5, 9 + dy),
            corner(w + 2.0, 21 + high + dy),
            smooth(w * 0.55, 23.2 + high + dy),
            corner(2.4, 24.6 + high + dy),
            smooth(1.4, 22 + dy),
            smooth(0, 21.4 + dy),
        ]
    elif d.cut == "mens":
        right = [
            smooth(0, 1.4 + dy),
            corner(w, dy),
            corner(w - 0.1, 5.2 - high + dy),
            smooth(w * 0.70, 10.5 - high * 0.5 + dy),
            smooth(w * 0.42, 15.5 + dy),
            corner(4.4, 20.2 + dy),
            smooth(0, 21.4 + dy),
        ]
    else:
        right = [
            smooth(0, 2.4 + dy),
            corner(w, dy),
            corner(w - 0.3, 5.2 - high + dy),
            smooth(w * 0.72, 9.2 - high * 0.5 + dy),
            smooth(w * 0.42, 13.6 + dy),
            corner(3.5, 18.6 + dy),
            smooth(0, 19.5 + dy),
        ]
    return mirrored(right)


def draw_briefs(canvas: Canvas, d: BriefsDesign) -> None:
    """Draws the garment with its waistband at y = 0; further colours of a pack lie behind it."""
    for i, colour in reversed(list(enumerate(d.pack))):
        up = -2.6 * (i + 1)
        behind = _shape(d, up)
        canvas.piece([Knot(k.x - 1.6 * (i + 1), k.y, k.corner) for k in behind], cloth(d.kind, colour), volume=0.8, edge=0.6)
        canvas.line(
            [
                smooth(d.width - 1.6 * (i + 1), up + 0.6),
                smooth(-1.6 * (i + 1), up + (2.9 if d.cut == "womens" else 1.8)),
                smooth(-d.width - 1.6 * (i + 1), up + 0.6),
            ],
            mix(colour, "#ffffff", 0.35),
            0.9,
        )
    name = d.pattern(canvas, d.colour) if d.pattern else melange(canvas, d.colour) if d.flecked else ""
    stuff = cloth(d.kind, d.colour, name)
    rng, w = canvas.rng, d.width
    canvas.begin()
    folds = []
    low = {"trunks": 20.0, "mens": 18.0, "womens": 16.5}[d.cut]
    for side in (1, -1):
        for i in range(3):
            y = low - 1 - 2.5 * i
            folds.append(
                Fold(
                    ((side * (3.5 + i), y), (side * (w * 0.5), y - 2.6), (side * w * rng.uniform(0.7, 0.85), y - 6.0)),
                    rng.uniform(0.7, 1.3),
                    0.55,
                )
            )
    if d.cut != "womens":
        folds.append(Fold(((-2.8, 6), (-3.6, 12), (-2.2, 18)), 2.0, 0.8))
        folds.append(Fold(((3.2, 7), (4.2, 12), (2.6, 17)), 1.6, 0.6))
    shape = canvas.piece(_shape(d), stuff, folds=folds)
    inside = canvas.clip(shape)
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.40)
    if d.cut in ("mens", "trunks"):
        end = 20.5 if d.cut == "mens" else 21.5
        for side in (1, -1):
            pts = [smooth(4.6 * side, d.band), smooth(5.4 * side, 9), smooth(4.4 * side, 15), smooth(1.4 * side, end)]
            canvas.shade_inside(inside, pts, 0.9, 0.25, 0.4)
            canvas.line(pts, seam, 0.2, 0.8)
            canvas.line([Knot(k.x + 0.5 * side, k.y) for k in pts], seam, 0.13, 0.6, "0.5 0.3")
        canvas.line([smooth(0.2, 9), smooth(0, end)], seam, 0.16, 0.6)
        if d.cut == "trunks":
            for side in (1, -1):
                canvas.line(
                    [
                        smooth((w + 2.0) * side, 19.0 + d.high),
                        smooth(w * 0.55 * side, 21.0 + d.high),
                        smooth(2.3 * side, 22.6 + d.high),
                    ],
                    seam,
                    0.15,
                    0.7,
                    "0.5 0.3",
                )
    else:
        canvas.line([smooth(3.6, 16.6), smooth(0, 15.0), smooth(-3.6, 16.6)], seam, 0.16, 0.7)
        if d.lace:
            for side in (1, -1):
                for i in range(7):
                    t = i / 6
                    x, y = canvas.warp((w - 0.6 - t * (w - 5.0)) * side, 4.6 - d.high + t * t * 11.5)
                    canvas.add(
                        f'<g clip-path="{inside}"><circle cx="{number(x)}" cy="{number(y)}" r="1.1" '
                        f'fill="{mix(d.colour, "#ffffff", 0.3)}" fill-opacity=".6" stroke="{seam}" '
                        'stroke-width=".14"/></g>'
                    )
    edge = d.trim if d.cut == "mens" else mix(d.colour, "#ffffff" if luminance(d.colour) < 0.5 else "#05060c", 0.16)
    if d.cut != "trunks":
        for side in (1, -1):
            outline = [k for k in _shape(d) if k.x > 0][1:]
            pts = flipped(outline, side)
            line = canvas.outline([Knot(k.x, k.y) for k in pts], closed=False)
            canvas.add(
                f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="{edge}" '
                'stroke-width="1.5" stroke-opacity=".9"/>'
                f'<path d="{line.d}" fill="none" stroke="{seam}" stroke-width=".16" stroke-opacity=".6" '
                f'stroke-dasharray=".5 .3" transform="translate({number(-0.55 * side)} -.4)"/></g>'
            )
    b = d.band
    dip = 2.4 if d.cut == "womens" else 1.4
    colour = d.trim if d.cut != "womens" else edge
    k = [
        corner(w, -0.2),
        corner(w + 0.15, b),
        smooth(0, b + dip),
        corner(-w - 0.15, b),
        corner(-w, -0.2),
        smooth(0, dip - 0.2),
    ]
    canvas.shade_inside(inside, [smooth(w, b + 0.3), smooth(0, b + dip + 0.3), smooth(-w, b + 0.3)], 0.8, 0.35, 0.4)
    canvas.piece(k, Cloth(colour, sheen=0.5, relief=0, grain=0.3, ribbed=True), volume=0.7, edge=0.5, line=1.2)
    if d.word and b > 2.2:
        ink = mix(colour, "#ffffff" if luminance(colour) < 0.5 else "#101420", 0.88)
        canvas.add(lettering(d.word, 0, b * 0.28 + dip * 0.95, 9, ink, 0.2, b * 0.42))
    if d.bow:
        draw_bow(canvas, 0, b + dip - 0.4, mix(d.colour, "#ffffff", 0.35), 0.32)
    canvas.finish(stuff)


def worn_briefs(d: BriefsDesign, person: Person) -> Callable[[Canvas], None]:
    """Briefs on a drawn body, cropped by the picture to waist and thighs."""

    def draw(canvas: Canvas) -> None:
        draw_torso(canvas, person)
        draw_legs(canvas, person, Pose(stance=9.5))
        b = person.build
        top = b.crotch_y - (18.5 if d.cut != "womens" else 15.5)
        at = len(canvas.body)
        sil = len(canvas.silhouette)
        draw_briefs(canvas, d)
        inner = "".join(canvas.body[at:])
        del canvas.body[at:]
        del canvas.silhouette[sil:]
        canvas.add(f'<g transform="translate(0 {number(top)})">{inner}</g>')

    return draw
