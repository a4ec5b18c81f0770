"""Bras, drawn flat."""

from __future__ import annotations

from dataclasses import dataclass

from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Fold,
    Knot,
    corner,
    luminance,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.fabric import JERSEY, PatternMaker, cloth
from hangtag_models.illustrations.notions import draw_bow


@dataclass(frozen=True)
class BraDesign:
    """A bra; ``plunge`` lowers the middle, ``full`` raises the cups."""

    kind: Cloth = JERSEY
    colour: str = "#23262b"
    pattern: PatternMaker | None = None
    trim: str = ""
    full: float = 0.0
    plunge: float = 0.0
    seamed: bool = False
    lace: bool = False
    strap: float = 1.3
    sport: bool = False


def draw_bra(canvas: Canvas, d: BraDesign) -> None:
    """Draws the bra with the middle of the band near y = 6."""
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    stuff = cloth(d.kind, d.colour, name)
    trim = d.trim or mix(d.colour, "#ffffff" if luminance(d.colour) < 0.5 else "#05060c", 0.12)
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.38)
    f = d.full
    canvas.begin()
    for side in (1, -1):
        strap = [smooth(8.6 * side, -8 - f), smooth(9.0 * side, -17), smooth(8.2 * side, -25), smooth(6.4 * side, -28)]
        canvas.line(strap, mix(trim, "#05060c", 0.35), d.strap + 0.35)
        canvas.line(strap, trim, d.strap)
        canvas.add(
            f'<rect x="{number(9.0 * side - 1.0)}" y="-17.6" width="2" height="1.5" rx=".3" fill="none" '
            f'stroke="{mix(trim, "#ffffff", 0.45)}" stroke-width=".35"/>'
        )
    dark = cloth(d.kind, mix(d.colour, "#05060c", 0.35))
    back = mirrored([smooth(0, 1.5), corner(15.8, 0.2), corner(15.8, 5.2), smooth(0, 6.2)])
    canvas.piece(back, dark, volume=0.6, edge=0.8)
    for side in (1, -1):
        wing = [
            corner(11.5 * side, -2.6),
            smooth(14.2 * side, -0.8),
            corner(16.8 * side, 0.2),
            corner(16.6 * side, 5.6),
            smooth(12.0 * side, 8.0),
            corner(7.0 * side, 8.6),
        ]
        canvas.piece(wing, stuff, volume=0.7, edge=0.8, folds=[Fold(((16 * side, 3), (12 * side, 4.5)), 1.0, 0.7)])
    band = mirrored([smooth(0, 4.6), smooth(6, 7.2), corner(11.5, 6.4), corner(12.6, 8.2), smooth(7, 9.6), smooth(0, 8.4)])
    canvas.piece(band, stuff, volume=0.4, edge=0.7)
    gore = 1.2 + d.plunge
    if d.sport:
        gore = -4.0
    for side in (1, -1):
        cup = [
            corner(0.25 * side, gore),
            smooth(3.4 * side, -2.2 - f + d.plunge * 0.4),
            smooth(6.6 * side, -5.6 - f),
            corner(7.9 * side, -8.6 - f),
            corner(9.4 * side, -8.6 - f),
            smooth(11.4 * side, -4.6),
            smooth(13.4 * side, -0.6),
            smooth(13.2 * side, 4.2),
            smooth(10.0 * side, 7.7),
            smooth(5.4 * side, 7.9),
            smooth(1.6 * side, 5.6),
        ]
        shape = canvas.piece(cup, stuff, angle=12 * side, volume=0.25, edge=1.2, line=1.4)
        clip = canvas.clip(shape)
        x, y = canvas.warp(6.6 * side - 1.2, 0.0)
        ink = mix(d.colour, "#05060c", 0.8)
        canvas.add(
            f'<g clip-path="{clip}"><ellipse cx="{number(x)}" cy="{number(y)}" rx="3.6" ry="3.8" '
            f'fill="#fff" fill-opacity="{number(0.13 + 0.2 * (1 - luminance(d.colour)))}" '
            f'filter="{canvas.blur(1.8)}"/>'
            f'<path d="M{number(13.4 * side)} -2Q{number(13.6 * side)} 7.6 {number(7 * side)} '
            f'8.2T{number(0.6 * side)} 5" fill="none" stroke="{ink}" stroke-width="2.6" '
            f'stroke-opacity=".30" filter="{canvas.blur(1.2)}"/></g>'
        )
        if d.seamed:
            canvas.line([smooth(12.6 * side, 1.0), smooth(7.0 * side, -0.4), smooth(1.6 * side, 3.2)], seam, 0.18, 0.7)
        if d.lace:
            for i in range(9):
                t = i / 8
                lx, ly = canvas.warp((0.8 + t * 7.4) * side, gore - t * (9.6 + f + d.plunge) + 0.8 + 1.2 * t * (1 - t))
                canvas.add(
                    f'<g clip-path="{clip}"><circle cx="{number(lx)}" cy="{number(ly)}" r="1.25" '
                    f'fill="{mix(d.colour, "#ffffff", 0.35)}" fill-opacity=".55" stroke="{seam}" '
                    f'stroke-width=".16"/><circle cx="{number(lx)}" cy="{number(ly)}" r=".5" fill="none" '
                    f'stroke="{seam}" stroke-width=".14"/></g>'
                )
        top = [Knot(k.x, k.y) for k in cup[:4]]
        canvas.line(top, trim, 0.55)
        canvas.line(
            [smooth(13.3 * side, 3.4), smooth(10.0 * side, 7.2), smooth(5.4 * side, 7.4), smooth(1.6 * side, 5.2)],
            seam,
            0.16,
            0.7,
            "0.5 0.3",
        )
    draw_bow(canvas, 0, gore + 0.6 if not d.sport else 1.0, trim, 0.28)
    canvas.finish(stuff)
