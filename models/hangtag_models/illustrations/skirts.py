"""Pencil, A-line, pleated, gathered and denim skirts."""

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
from hangtag_models.illustrations.fabric import DENIM, PatternMaker, cloth, denim_weave
from hangtag_models.illustrations.figure import MAN, Build
from hangtag_models.illustrations.notions import draw_bow, draw_button


@dataclass(frozen=True)
class SkirtDesign:
    """A skirt: ``length`` in centimetres from the waist, ``flare`` added to the hem's half width."""

    build: Build = MAN
    kind: Cloth = DENIM
    colour: str = "#2a2d33"
    pattern: PatternMaker | None = None
    style: str = "pencil"
    waist_y: float = 62.0
    length: float = 50.0
    flare: float = 0.0
    trim: str = ""
    tiers: int = 0
    bow: bool = False
    worn: bool = False


def draw_skirt(canvas: Canvas, d: SkirtDesign) -> None:
    """Pencil, A-line, pleated, tiered and denim skirts."""
    rng, b = canvas.rng, d.build
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    if not name and d.style == "denim":
        name = denim_weave(canvas, d.colour)
    stuff = cloth(d.kind, d.colour, name)
    y, bottom = d.waist_y, d.waist_y + d.length
    wide = b.waist + 0.8 + max(0.0, (y - b.waist_y) / (b.hip_y - b.waist_y)) * (b.hip - b.waist)
    hem = b.hip + 0.8 + d.flare
    if d.style == "pencil":
        hem = b.hip - 1.5
    if not d.worn:
        canvas.piece(
            mirrored([smooth(0, y - 1.6), corner(wide * 0.98, y - 0.2), smooth(0, y + 3.4)]),
            Cloth(mix(d.colour, "#05060c", 0.45), grain=0, relief=0),
            volume=0.4,
        )
    canvas.begin()
    right = [smooth(0, y + 1.2), corner(wide, y)]
    if d.style == "gathered":
        right.append(smooth(wide + d.flare * 0.5, y + d.length * 0.35))
    else:
        hip_y = min(b.hip_y, bottom - 4)
        right.append(smooth(wide + (max(hem, b.hip + 0.5) - wide) * min(1.0, 0.25 + (hip_y - y) / d.length * 0.85), hip_y - 2))
    right.append(corner(hem, bottom - d.flare * 0.10))
    if d.style == "pleated":
        for i in range(1, 5):
            x = hem * (1 - i / 5)
            low = bottom + 1.4 - (x / hem) ** 2 * (1.4 + d.flare * 0.10)
            right += [corner(x + hem * 0.012, low + 0.35), corner(x - hem * 0.012, low - 0.25)]
        right.append(smooth(0, bottom + 1.5))
    else:
        waves = 5 if d.flare > 4 else 2
        for i in range(1, waves + 1):
            x = hem * (1 - i / (waves + 0.6))
            lift = (0.5 if i % 2 else -0.4) * min(1.3, d.flare * 0.13)
            right.append(smooth(x, bottom + 1.4 - (x / hem) ** 2 * (1.4 + d.flare * 0.10) + lift))
    knots = mirrored(right)
    folds: list[Fold] = []
    if d.style in ("gathered", "aline", "pleated"):
        n = 9 if d.style != "aline" else 6
        for i in range(n):
            t = (i + 0.5) / n * 2 - 1 + rng.uniform(-0.05, 0.05)
            start = y + (4 if d.style != "aline" else d.length * rng.uniform(0.15, 0.45))
            folds.append(
                Fold(
                    (
                        (wide * t * 0.95, start),
                        ((wide + hem) / 2 * t, (start + bottom) / 2),
                        (hem * t * 0.97, bottom - 0.5),
                    ),
                    rng.uniform(1.6, 3.2),
                    0.9,
                )
            )
    else:
        for _ in range(4):
            s = rng.choice((-1, 1))
            y0 = b.hip_y + rng.uniform(-4, 8)
            folds.append(
                Fold(
                    ((s * b.hip * 0.95, y0), (s * 5, y0 + 2), (-s * 4, y0 + rng.uniform(-1, 2))),
                    rng.uniform(1.0, 2.2),
                    0.6,
                )
            )
    shape = canvas.piece(knots, stuff, folds=folds)
    inside = canvas.clip(shape)
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.45)
    if d.style == "pleated":
        n = 10
        for i in range(1, n):
            t = i / n * 2 - 1
            canvas.line(
                [smooth(wide * t, y + 3.5), smooth(hem * t, bottom + 1.2 - t * t * (1.2 + d.flare * 0.1))],
                mix(d.colour, "#05060c", 0.6),
                0.3,
                0.75,
            )
    for i in range(d.tiers):
        ty = y + d.length * (i + 1) / (d.tiers + 1)
        w = wide + (hem - wide) * (ty - y) / d.length + 2
        canvas.shade_inside(inside, [smooth(w, ty), smooth(0, ty + 1.4), smooth(-w, ty)], 1.4, 0.45, 0.5)
        canvas.line([smooth(w - 1.6, ty), smooth(0, ty + 1.3), smooth(-w + 1.6, ty)], seam, 0.25, 0.7)
    if d.trim:
        line = canvas.outline([smooth(hem + 1, bottom - 2.2), smooth(0, bottom - 0.4), smooth(-hem - 1, bottom - 2.2)], closed=False)
        canvas.add(f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="{d.trim}" stroke-width="2.4"/></g>')
    else:
        canvas.line(
            [
                smooth(hem * 0.99, bottom - 2.2 - d.flare * 0.1),
                smooth(0, bottom - 0.7),
                smooth(-hem * 0.99, bottom - 2.2 - d.flare * 0.1),
            ],
            seam,
            0.15,
            0.6,
            "0.5 0.3",
        )
    if d.style == "pencil":
        for s in (1, -1):
            canvas.line([smooth(wide * 0.5 * s, y + 3.5), smooth(b.hip * 0.52 * s, y + 13)], seam, 0.16, 0.7)
        canvas.line([smooth(0, b.hip_y), smooth(0, bottom + 0.6)], seam, 0.16, 0.5)
    if d.style == "denim":
        thread = "#c98a3a"
        for s in (1, -1):
            pts = [smooth(wide * 0.46 * s, y + 3.4), smooth(wide * 0.64 * s, y + 8), smooth(wide * 1.05 * s, y + 9.6)]
            canvas.shade_inside(inside, pts, 1.0, 0.4, 0.4)
            for off in (0, 0.5):
                line = canvas.outline([Knot(p.x - off * s * 0.4, p.y + off) for p in pts], closed=False)
                canvas.add(
                    f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="{thread}" '
                    'stroke-width=".2" stroke-dasharray=".6 .3"/></g>'
                )
            x, yy = canvas.warp(wide * 0.5 * s, y + d.length * 0.5)
            canvas.add(
                f'<g clip-path="{inside}"><ellipse cx="{number(x)}" cy="{number(yy)}" rx="3.4" '
                f'ry="{number(d.length * 0.3)}" fill="#fff" fill-opacity=".22" filter="{canvas.blur(2)}"/>'
                "</g>"
            )
        canvas.line([smooth(0, y + 1), smooth(0, bottom)], seam, 0.3, 0.8)
        canvas.line([smooth(1.6, y + 4), smooth(1.6, y + 11), smooth(0.1, y + 13)], thread, 0.2, 0.9, "0.6 0.3")
    tall = 3.4 if d.style != "gathered" else 4.2
    low = wide + 0.5
    k = [
        corner(wide, y),
        corner(low, y + tall),
        smooth(0, y + tall + 1.2),
        corner(-low, y + tall),
        corner(-wide, y),
        smooth(0, y + 1.2),
    ]
    canvas.shade_inside(inside, [smooth(low, y + tall + 0.4), smooth(0, y + tall + 1.6), smooth(-low, y + tall + 0.4)], 1.0, 0.35, 0.5)
    canvas.piece(k, stuff.plain(d.trim or d.colour) if d.style == "gathered" else stuff, volume=0.5, edge=0.6, line=1.4)
    if d.style == "denim":
        draw_button(canvas, 0.4, y + 2.6, "#c9a15c", 0.8)
    if d.bow:
        draw_bow(canvas, 0, y + tall + 1, d.trim or mix(d.colour, "#ffffff", 0.5))
    canvas.finish(stuff)
