"""Babies' bodysuits and sleepsuits."""

from __future__ import annotations

from dataclasses import dataclass

from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Fold,
    Knot,
    corner,
    flipped,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.fabric import JERSEY, PatternMaker, cloth
from hangtag_models.illustrations.prints import graphic


@dataclass(frozen=True)
class BodysuitDesign:
    """A baby's bodysuit with snaps."""

    kind: Cloth = JERSEY
    colour: str = "#f3d6dc"
    pattern: PatternMaker | None = None
    trim: str = "#d8437f"
    print_kind: str = "animal"
    print_word: str = "SMILE"
    sleeve: float = 6.0
    legs: float = 0.0


def draw_bodysuit(canvas: Canvas, d: BodysuitDesign) -> None:
    """Draws the bodysuit with its shoulders at y = 0."""
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    stuff, trim = cloth(d.kind, d.colour, name), cloth(d.kind, d.trim)
    rng = canvas.rng
    canvas.begin()
    canvas.piece(
        mirrored([smooth(0, 0.4), corner(5.6, -0.6), smooth(4.4, 3.6), smooth(0, 5.6)]),
        trim.plain(mix(d.trim, "#05060c", 0.3)),
        volume=0.4,
    )
    s = d.sleeve
    if s > 0:
        for side in (1, -1):
            k = flipped(
                [
                    corner(9.8, 0.6),
                    smooth(11.4, 1.6),
                    corner(11.4 + s * 0.75, 2.2 + s),
                    corner(11.4 + s * 0.75 - 5.6, 5.0 + s),
                    corner(10.4, 9.4),
                ],
                side,
            )
            canvas.piece(
                k,
                stuff,
                volume=0.8,
                edge=0.9,
                angle=-35 * side,
                folds=[Fold(((10.4 * side, 9), (13 * side, 5)), 1.0, 0.8)],
            )
            canvas.line([Knot(p.x, p.y) for p in k[2:4]], d.trim, 1.3)
    right = [
        smooth(0, 4.6),
        smooth(3.8, 3.4),
        corner(5.8, -0.4),
        corner(10.6, 1.0),
        smooth(10.0, 5.5),
        corner(10.5, 9.6),
        smooth(10.8, 18),
    ]
    if d.legs > 0:
        right += [
            smooth(12.2, 26),
            smooth(11.8, 30 + d.legs * 0.6),
            corner(10.6, 34 + d.legs),
            corner(3.6, 34.4 + d.legs),
            smooth(2.2, 34),
            smooth(0, 32.6),
        ]
    else:
        right += [
            smooth(11.6, 24),
            corner(11.9, 28.5),
            smooth(8.4, 30.6),
            smooth(5.8, 33.6),
            corner(4.3, 37.6),
            smooth(0, 38.2),
        ]
    knots = mirrored(right)
    folds = [Fold(((10 * q, 20 + rng.uniform(-4, 4)), (5 * q, 22), (2 * q, 21)), 1.4, 0.7) for q in (1, -1)]
    folds += [Fold(((7 * q, 31), (5 * q, 28), (4 * q, 24)), 1.2, 0.7) for q in (1, -1)]
    shape = canvas.piece(knots, stuff, folds=folds)
    inside = canvas.clip(shape)
    if d.print_kind:
        canvas.add(f'<g clip-path="{inside}">{graphic(canvas, d.print_kind, d.colour, 0, 14.5, 5.2, d.print_word)}</g>')
    seam = mix(d.colour, "#05060c", 0.4)
    for side in (1, -1):
        canvas.line([smooth(5.9 * side, -0.3), smooth(7.6 * side, 4.4), smooth(10.2 * side, 7.2)], d.trim, 0.8)
        if d.sleeve <= 0:
            canvas.line([smooth(10.5 * side, 1.1), smooth(9.9 * side, 5.5), smooth(10.4 * side, 9.4)], d.trim, 1.2)
        if d.legs > 0:
            k = flipped(
                [
                    corner(10.9, 31.5 + d.legs),
                    corner(10.4, 34.6 + d.legs),
                    corner(3.8, 35 + d.legs),
                    corner(3.4, 31.8 + d.legs),
                ],
                side,
            )
            canvas.piece(k, trim, volume=0.7)
        else:
            line = canvas.outline(
                flipped([Knot(x, y) for x, y in ((11.9, 28.6), (8.4, 30.6), (5.8, 33.6), (4.3, 37.6))], side),
                closed=False,
            )
            canvas.add(
                f'<path d="{line.d}" fill="none" stroke="{d.trim}" stroke-width="1.5" '
                f'stroke-linecap="round"/><path d="{line.d}" fill="none" '
                f'stroke="{mix(d.trim, "#05060c", 0.4)}" stroke-width=".14" stroke-dasharray=".5 .3"/>'
            )
    ring = [smooth(-5.8, -0.3), smooth(-3.9, 3.6), smooth(0, 4.9), smooth(3.9, 3.6), smooth(5.8, -0.3)]
    canvas.line(ring, d.trim, 1.5)
    if d.legs <= 0:
        canvas.line([smooth(-4.6, 36.0), smooth(0, 36.7), smooth(4.6, 36.0)], d.trim, 1.0)
        for x in (-2.6, 0.0, 2.6):
            wx, wy = canvas.warp(x, 36.4)
            canvas.add(f'<circle cx="{number(wx)}" cy="{number(wy)}" r=".5" fill="#eceae4" stroke="#8a8a8a" stroke-width=".12"/>')
    else:
        for i in range(6):
            wx, wy = canvas.warp(0, 7 + i * 4.4)
            canvas.add(f'<circle cx="{number(wx)}" cy="{number(wy)}" r=".5" fill="#eceae4" stroke="#8a8a8a" stroke-width=".12"/>')
        canvas.line([smooth(0, 5), smooth(0, 32)], seam, 0.2, 0.6)
    canvas.finish(stuff)
