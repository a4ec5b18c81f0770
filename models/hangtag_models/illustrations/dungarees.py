"""Dungarees and their bib."""

from __future__ import annotations

from dataclasses import dataclass, field

from hangtag_models.illustrations.bottoms import LegsDesign, draw_legs_garment
from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Fold,
    corner,
    flipped,
    luminance,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.fabric import DENIM, PatternMaker, cloth, denim_weave
from hangtag_models.illustrations.figure import MAN, Build, Pose


@dataclass(frozen=True)
class DungareesDesign:
    """Dungarees: trousers or shorts with a bib; ``over`` a T-shirt, their back does not show."""

    build: Build = MAN
    kind: Cloth = DENIM
    colour: str = "#55749a"
    pattern: PatternMaker | None = None
    length: float = 1.0
    pose: Pose = field(default_factory=lambda: Pose(stance=10))
    ease: float = 1.6
    over: bool = False


def draw_dungarees(canvas: Canvas, d: DungareesDesign) -> None:
    """Straps, bib with a pocket, and trousers."""
    b = d.build
    name = d.pattern(canvas, d.colour) if d.pattern else denim_weave(canvas, d.colour)
    stuff = cloth(d.kind, d.colour, name)
    waist_y = b.waist_y + 3
    thread = "#c98a3a" if luminance(d.colour) < 0.75 else mix(d.colour, "#05060c", 0.4)
    top = b.arm_y - 1
    straps = mix(d.colour, "#05060c", 0.25)
    if not d.over:
        back = mirrored(
            [
                smooth(0, top - 4),
                corner(b.chest * 0.5, top - 3),
                corner(b.chest * 0.95, waist_y + 2),
                smooth(0, waist_y + 3),
            ]
        )
        canvas.piece(back, Cloth(straps, grain=0, relief=0), volume=0.5)
    canvas.begin()
    legs = LegsDesign(
        build=b,
        kind=d.kind,
        colour=d.colour,
        pattern=d.pattern,
        style="jeans",
        waist_y=waist_y,
        length=d.length,
        thigh=b.hip * 0.5 + d.ease,
        knee=b.hip * 0.5,
        hem=b.hip * 0.48 if d.length > 0.6 else b.hip * 0.5 + d.ease,
        wash=0.35,
        pose=d.pose,
        worn=True,
        cuff="rolled" if canvas.rng.random() < 0.5 else "",
    )
    draw_legs_garment(canvas, legs)
    wide = b.waist * 0.97 + (waist_y - b.waist_y) / (b.hip_y - b.waist_y) * (b.hip - b.waist) + 0.8
    bib_w = b.chest * 0.62
    for side in (1, -1):
        strap = flipped(
            [
                corner(bib_w - 3.2, top + 2),
                corner(bib_w + 0.4, top + 2),
                smooth(b.shoulder * 0.62, b.shoulder_y + 4),
                corner(b.shoulder * 0.50, b.shoulder_y - 2),
                corner(b.shoulder * 0.34, b.shoulder_y - 2),
                smooth(b.shoulder * 0.42, b.shoulder_y + 5),
            ],
            side,
        )
        canvas.piece(strap, stuff, volume=0.5, edge=0.6)
    bib = mirrored(
        [
            smooth(0, top - 0.4),
            corner(bib_w, top),
            smooth(bib_w * 1.06, top + (waist_y - top) * 0.5),
            corner(wide * 0.98, waist_y + 2.4),
            smooth(0, waist_y + 3.6),
        ]
    )
    shape = canvas.piece(
        bib,
        stuff,
        volume=0.8,
        edge=0.8,
        folds=[Fold(((wide * q, waist_y), (4 * q, waist_y - 6)), 1.4, 0.7) for q in (1, -1)],
    )
    inside = canvas.clip(shape)
    canvas.line(
        [smooth(-bib_w + 0.6, top + 1.6), smooth(0, top + 1.2), smooth(bib_w - 0.6, top + 1.6)],
        thread,
        0.2,
        0.9,
        "0.6 0.3",
    )
    pw, py = bib_w * 0.62, top + 3.6
    ph = (waist_y - top) * 0.52
    pocket = [
        corner(-pw, py),
        corner(pw, py),
        corner(pw, py + ph * 0.8),
        smooth(0, py + ph),
        corner(-pw, py + ph * 0.8),
    ]
    canvas.shade_inside(inside, [*pocket, pocket[0]], 0.8, 0.4, 0.5)
    canvas.piece(pocket, stuff, volume=0.3, edge=0.4, line=1.3)
    canvas.line([smooth(-pw, py + 1.4), smooth(pw, py + 1.4)], thread, 0.2, 0.9, "0.6 0.3")
    for side in (1, -1):
        x, y = canvas.warp((bib_w - 1.7) * side, top + 1.6)
        canvas.add(
            f'<rect x="{number(x - 1.5)}" y="{number(y - 1.8)}" width="3" height="3.4" rx=".5" '
            'fill="none" stroke="#cfd2d8" stroke-width=".6"/>'
            f'<circle cx="{number(x)}" cy="{number(y + 0.6)}" r=".8" fill="#c9a15c" stroke="#5b3a17" '
            'stroke-width=".14"/>'
        )
    canvas.finish(stuff)
