"""Stockings and tights."""

from __future__ import annotations

from hangtag_models.illustrations.canvas import Canvas, Cloth, corner, flipped, luminance, mirrored, mix, number, smooth
from hangtag_models.illustrations.figure import Build


def draw_tights(canvas: Canvas, build: Build, colour: str, sheer: float, stance: float, bands: str = "") -> None:
    """Stockings: legs down to the toes, sheer or opaque, one foot turned."""
    skin = mix(colour, "#d9b096", sheer)
    stuff = Cloth(skin, sheen=0.7, relief=0.05, grain=0.2)
    b = build
    canvas.begin()
    top = b.waist_y + 6
    clips = []
    for side in (-1, 1):
        foot = stance + (2.5 if side > 0 else 0)
        heel = b.ankle_y + 3
        out = 5.5 if side > 0 else 2.0
        kx = b.hip * 0.42 + foot * 0.12
        knots = [
            corner(-0.3, top + 1),
            corner(b.waist + 1.6, top),
            smooth(b.hip - 0.4, b.hip_y - 2),
            smooth(b.hip - 0.6, b.crotch_y + 4),
            smooth(kx + b.knee * 1.05, b.knee_y - 4),
            smooth(kx + 0.3 + b.knee * 0.98, b.knee_y + 11),
            smooth(foot * 0.72 + b.ankle * 0.95, heel - 9),
            smooth(foot * 0.72 + b.ankle + out * 0.35, heel + 2),
            smooth(foot * 0.72 + out * 1.2 + 2.2, heel + 10),
            smooth(foot * 0.72 + out, heel + 12.4),
            smooth(foot * 0.72 - 1.8 + out * 0.4, heel + 9.5),
            smooth(foot * 0.72 - b.ankle * 0.9, heel),
            smooth(foot * 0.72 - b.ankle * 0.9, heel - 9),
            smooth(kx + 0.3 - b.knee * 0.98, b.knee_y + 10),
            smooth(kx - b.knee * 0.98, b.knee_y - 3),
            smooth(1.0, b.crotch_y + 5),
            corner(-0.3, b.crotch_y + 1),
        ]
        shape = canvas.piece(flipped(knots, side), stuff, volume=1.5, edge=1.5)
        clips.append(canvas.clip(shape))
    panty = mirrored(
        [
            smooth(0, top + 1),
            corner(b.waist + 1.6, top),
            smooth(b.hip - 0.4, b.hip_y - 2),
            corner(b.hip - 0.5, b.crotch_y + 6),
            corner(b.hip * 0.30, b.crotch_y + 6.5),
            smooth(0, b.crotch_y + 1),
        ]
    )
    if sheer > 0.12:
        canvas.piece(panty, Cloth(mix(colour, skin, 0.2), grain=0.2, relief=0), volume=0.9, edge=0.9)
    else:
        canvas.line(
            [smooth(0, top + 2), smooth(0, b.crotch_y + 1)],
            mix(colour, "#05060c" if luminance(colour) > 0.14 else "#ffffff", 0.35),
            0.25,
            0.7,
        )
    if bands:
        for clip in clips:
            parts = []
            yy = b.crotch_y + 10.0
            while yy < b.ankle_y + 10:
                parts.append(
                    f'<path d="M-40 {number(yy)}q20 2.4 40 0q20 2.4 40 0" fill="none" stroke="{bands}" '
                    f'stroke-width="{number(canvas.rng.uniform(0.5, 2.2))}" stroke-opacity=".8"/>'
                )
                yy += canvas.rng.uniform(3, 5)
            canvas.add(f'<g clip-path="{clip}">{"".join(parts)}</g>')
    band = [
        corner(b.waist + 1.6, top - 0.4),
        corner(b.waist + 2.3, top + 3),
        smooth(0, top + 4),
        corner(-b.waist - 2.3, top + 3),
        corner(-b.waist - 1.6, top - 0.4),
        smooth(0, top + 0.6),
    ]
    canvas.piece(band, Cloth(mix(colour, "#05060c", 0.25), grain=0.3, relief=0, ribbed=True), volume=0.6, edge=0.6)
    canvas.finish(stuff)
