"""Garments with two legs: jeans, trousers, shorts, leggings, track pants."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Fold,
    Knot,
    Point,
    corner,
    flipped,
    luminance,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.fabric import DENIM, PatternMaker, cloth, denim_weave, melange
from hangtag_models.illustrations.figure import MAN, Build, Pose, between
from hangtag_models.illustrations.notions import draw_button


@dataclass(frozen=True)
class LegsDesign:
    """Trousers of any kind. ``length`` runs from 0 at the crotch to 1 at the ankle."""

    build: Build = MAN
    kind: Cloth = DENIM
    colour: str = "#3d5878"
    pattern: PatternMaker | None = None
    style: str = "jeans"
    waist_y: float = 76.0
    length: float = 1.0
    thigh: float = 9.6
    knee: float = 8.6
    hem: float = 8.2
    wash: float = 0.5
    stripe: str = ""
    trim: str = ""
    cuff: str = ""
    cargo: bool = False
    belt: str = ""
    drawstring: bool = False
    flecked: bool = False
    logo: bool = False
    pose: Pose = field(default_factory=Pose)
    worn: bool = False


def _leg_points(d: LegsDesign) -> list[tuple[Point, float]]:
    """Centre and half width of the right leg at thigh, knee and hem, down to the garment's length."""
    b = d.build
    foot = d.pose.stance
    thigh = (b.hip * 0.54, b.crotch_y + 5)
    knee = (b.hip * 0.45 + foot * 0.20, b.knee_y)
    ankle = (foot * 0.87, b.ankle_y + 2)
    full = b.ankle_y - b.crotch_y
    at_knee = (b.knee_y - b.crotch_y) / full
    out = [(thigh, d.thigh)]
    if d.length <= at_knee + 0.06:
        out.append((between(thigh, knee, max(d.length / at_knee, 0.12)), d.hem))
        return out
    out.append((knee, d.knee))
    if d.length > 0.75:
        mid = between(knee, ankle, 0.5)
        out.append((mid, (d.knee + d.hem) / 2 if d.style != "leggings" else d.knee * 0.92))
    out.append((between(knee, ankle, (d.length - at_knee) / (1 - at_knee)), d.hem))
    return out


def _leg_knots(d: LegsDesign, wide: float) -> list[Knot]:
    b = d.build
    points = _leg_points(d)
    ease = d.thigh - b.hip * 0.5
    hip = b.hip + max(0.3, ease * 0.55)
    knots = [corner(-0.3, d.waist_y + 1.2), smooth(wide * 0.5, d.waist_y + 0.8), corner(wide, d.waist_y)]
    knots.append(smooth((wide + hip) / 2 + 0.7, (d.waist_y + b.hip_y) / 2 - 1))
    knots.append(smooth(hip, b.hip_y + 2))
    outer, inner = [], []
    for i, ((x, y), half) in enumerate(points):
        last = i == len(points) - 1
        if i > 0:
            outer.append(Knot(x + half, y, last))
            inner.append(Knot(x - half, y + (0.6 if last else 0), last))
    knots.extend(outer)
    knots.extend(reversed(inner))
    crotch = d.build.crotch_y + (1.5 if d.style != "salwar" else 14)
    knots.append(smooth(0.9, crotch + 3.5))
    knots.append(corner(-0.3, crotch))
    return knots


def draw_legs_garment(canvas: Canvas, d: LegsDesign) -> None:
    """Draws trousers, shorts or leggings."""
    rng = canvas.rng
    b = d.build
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    if not name and d.style == "jeans":
        name = denim_weave(canvas, d.colour)
    if not name and d.flecked:
        name = melange(canvas, d.colour)
    stuff = cloth(d.kind, d.colour, name)
    ink = mix(d.colour, "#05060c", 0.55)
    wide = b.waist * 0.97 + (d.waist_y - b.waist_y) / (b.hip_y - b.waist_y) * (b.hip - b.waist)
    wide += 0.8 if d.style not in ("leggings", "tights") else 0.1
    if not d.worn:
        back = mirrored([smooth(0, d.waist_y - 1.6), corner(wide * 0.985, d.waist_y - 0.2), smooth(0, d.waist_y + 3.4)])
        canvas.piece(back, Cloth(mix(d.colour, "#05060c", 0.45), grain=0, relief=0), volume=0.4, edge=0.8)
    canvas.begin()
    clips: dict[int, str] = {}
    for side in (-1, 1):
        knots = flipped(_leg_knots(d, wide), side)
        folds = _leg_folds(canvas, d, side)
        shape = canvas.piece(knots, stuff, angle=-3.0 * side, volume=1.0, edge=0.85, folds=folds)
        clips[side] = canvas.clip(shape)
        if d.style == "jeans" and d.wash > 0:
            _wash(canvas, d, side, clips[side])
        if d.stripe:
            pts = _side_line(d, side, 1.5)
            for off, w in ((0.0, 1.1), (2.2, 1.1)) if rng.random() < 0.5 else ((0.6, 2.2),):
                moved = [Knot(k.x - off * side, k.y, k.corner) for k in pts]
                line = canvas.outline(moved, closed=False)
                canvas.add(f'<g clip-path="{clips[side]}"><path d="{line.d}" fill="none" stroke="{d.stripe}" stroke-width="{w}"/></g>')
        if d.style in ("jeans", "formal", "chino"):
            _side_details(canvas, d, side, clips[side], wide)
        if d.cargo:
            _cargo(canvas, d, side, stuff, clips[side])
        _leg_end(canvas, d, side, stuff)
    seam = ink if luminance(d.colour) > 0.14 else mix(d.colour, "#ffffff", 0.25)
    crotch = b.crotch_y + (1.5 if d.style != "salwar" else 14)
    canvas.line([smooth(0, d.waist_y + 4), smooth(0.25, (d.waist_y + crotch) / 2), smooth(0, crotch)], seam, 0.26, 0.8)
    _waistband(canvas, d, stuff, wide, seam)
    canvas.finish(stuff)


def _side_line(d: LegsDesign, side: int, inset: float) -> list[Knot]:
    b = d.build
    ease = d.thigh - b.hip * 0.5
    points = [smooth((b.hip + max(0.3, ease * 0.55) - inset) * side, b.hip_y + 2)]
    points[:0] = [smooth((b.hip - 1.2 - inset) * side, d.waist_y + 3)]
    for (x, y), half in _leg_points(d)[1:]:
        points.append(smooth((x + half - inset) * side, y))
    return points


def _leg_folds(canvas: Canvas, d: LegsDesign, side: int) -> list[Fold]:
    rng, b = canvas.rng, d.build
    out: list[Fold] = []
    points = _leg_points(d)
    cy = b.crotch_y
    if d.style == "tights":
        return out
    tight = d.style == "leggings"
    for i in range(2 if tight else 4):
        y = cy - 1 + i * 1.6
        out.append(
            Fold(
                (
                    (0.6 * side, y),
                    (b.hip * 0.35 * side, y - 2.5 - i * 0.7),
                    (b.hip * rng.uniform(0.6, 0.85) * side, y - 5.5 - i),
                ),
                rng.uniform(0.8, 1.6),
                0.6 if tight else 0.9,
            )
        )
    if d.style in ("formal",):
        (x0, y0), _ = points[0]
        (x1, y1), _ = points[-1]
        out.append(Fold(((x0 * side, d.waist_y + 10), (x0 * side * 1.0, (y0 + y1) / 2), (x1 * side, y1 - 2)), 0.9, 1.3))
    if len(points) > 2:
        (kx, ky), half = points[1]
        for _ in range(rng.randrange(3, 6)):
            y = ky + rng.uniform(-7, 8)
            s = rng.choice((-1, 1))
            out.append(
                Fold(
                    (
                        ((kx - s * half) * side, y + rng.uniform(-2, 2)),
                        (kx * side, y + 1.2),
                        ((kx + s * half * 0.6) * side, y + rng.uniform(-3, 3)),
                    ),
                    rng.uniform(0.8, 1.8),
                    0.35 if tight else 0.75,
                )
            )
    (hx, hy), half = points[-1]
    if d.length > 0.85 and d.style not in ("leggings",):
        for i in range(rng.randrange(3, 5)):
            y = hy - 2.5 - i * 3.2
            s = rng.choice((-1, 1))
            out.append(
                Fold(
                    (((hx - s * half) * side, y), (hx * side, y + 1.5), ((hx + s * half * 0.8) * side, y - 0.6)),
                    rng.uniform(1.0, 2.0),
                    0.8,
                )
            )
    if tight and d.length > 0.9:
        for i in range(5):
            y = hy - 1.2 - i * 1.7
            out.append(Fold((((hx - half) * side, y), (hx * side, y + 0.9), ((hx + half) * side, y)), 0.8, 0.8))
    if d.style in ("track", "salwar", "shorts", "boxers"):
        for _ in range(5):
            x = rng.uniform(0.15, 0.9) * b.hip
            y1 = min(hy, cy + 40) * rng.uniform(0.85, 1.0)
            out.append(
                Fold(
                    ((x * side, d.waist_y + 4), (x * 1.05 * side, (d.waist_y + y1) / 2), (x * 1.0 * side, y1)),
                    rng.uniform(0.9, 2.0),
                    0.55,
                )
            )
    return out


def _wash(canvas: Canvas, d: LegsDesign, side: int, clip: str) -> None:
    """Faded thighs and whiskers of worn denim."""
    rng, b = canvas.rng, d.build
    light = mix(d.colour, "#ffffff", 0.75)
    (kx, ky) = (_leg_points(d)[1][0][0], _leg_points(d)[1][0][1])
    tx, ty = b.hip * 0.55, b.crotch_y + 12
    x, y = canvas.warp(tx * side, ty)
    out = [
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="3.6" ry="17" fill="{light}" '
        f'fill-opacity="{number(0.48 * d.wash)}" filter="{canvas.blur(2.6)}"/>',
        f'<ellipse cx="{number(kx * side)}" cy="{number(ky + 8)}" rx="2.6" ry="13" fill="{light}" '
        f'fill-opacity="{number(0.34 * d.wash)}" filter="{canvas.blur(2.2)}"/>',
    ]
    for i in range(4):
        y0 = b.crotch_y - 2 + i * 2.2
        line = canvas.outline(
            [smooth(2.0 * side, y0), smooth(b.hip * 0.5 * side, y0 - 2.6), smooth(b.hip * 0.92 * side, y0 - 3.6 - i)],
            closed=False,
        )
        out.append(
            f'<path d="{line.d}" fill="none" stroke="{light}" '
            f'stroke-width="{number(rng.uniform(0.6, 1.2))}" stroke-opacity="{number(0.5 * d.wash)}" '
            f'filter="{canvas.blur(0.5)}"/>'
        )
    canvas.add(f'<g clip-path="{clip}">{"".join(out)}</g>')


def _side_details(canvas: Canvas, d: LegsDesign, side: int, clip: str, wide: float) -> None:
    b, y = d.build, d.waist_y
    jeans = d.style == "jeans"
    thread = (
        "#c98a3a" if jeans and luminance(d.colour) < 0.75 else mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.4)
    )
    dark = mix(d.colour, "#05060c", 0.6)
    if jeans:
        opening = [
            smooth(wide * 0.46 * side, y + 3.6),
            smooth(wide * 0.62 * side, y + 8.6),
            smooth((b.hip * 1.02) * side, y + 10.6),
        ]
    else:
        opening = [smooth(wide * 0.66 * side, y + 3.6), smooth((b.hip * 0.99) * side, y + 17)]
    canvas.shade_inside(clip, [Knot(k.x, k.y + 0.5) for k in opening], 1.0, 0.45, 0.4)
    canvas.line(opening, dark, 0.3, 0.8)
    for off in (0.5, 1.0) if jeans else (0.5,):
        moved = [Knot(k.x - off * 0.45 * side, k.y + off * 0.9) for k in opening]
        line = canvas.outline(moved, closed=False)
        canvas.add(
            f'<g clip-path="{clip}"><path d="{line.d}" fill="none" stroke="{thread}" stroke-width=".2" '
            'stroke-dasharray=".62 .3" stroke-opacity=".95"/></g>'
        )
    if jeans:
        for px, py in ((wide * 0.5 * side, y + 4.4), (b.hip * 0.97 * side, y + 10.8)):
            wx, wy = canvas.warp(px, py)
            canvas.add(
                f'<g clip-path="{clip}"><circle cx="{number(wx)}" cy="{number(wy)}" r=".36" '
                'fill="#b98a4e" stroke="#5b3a17" stroke-width=".1"/></g>'
            )
        pts = _side_line(d, side, 0.9)
        line = canvas.outline(pts, closed=False)
        canvas.add(f'<g clip-path="{clip}"><path d="{line.d}" fill="none" stroke="{dark}" stroke-width=".5" stroke-opacity=".5"/></g>')


def _cargo(canvas: Canvas, d: LegsDesign, side: int, stuff: Cloth, clip: str) -> None:
    (x, y), half = _leg_points(d)[-1]
    px, py, w = (x + half * 0.62), y - 17, half * 0.42
    k = flipped([corner(px - w, py), corner(px + w * 1.2, py), corner(px + w * 1.2, py + 12), corner(px - w, py + 12)], side)
    canvas.shade_inside(clip, [*k, k[0]], 1.0, 0.45, 0.5)
    canvas.piece(k, stuff, volume=0.3, edge=0.5, line=1.3)
    f = flipped(
        [
            corner(px - w - 0.3, py - 0.6),
            corner(px + w * 1.3, py - 0.6),
            corner(px + w * 1.3, py + 3.2),
            corner(px - w - 0.3, py + 3.4),
        ],
        side,
    )
    canvas.piece(f, stuff, volume=0.3, edge=0.5, line=1.5)
    draw_button(canvas, px * side, py + 2.0, mix(d.colour, "#05060c", 0.4), 0.4)


def _leg_end(canvas: Canvas, d: LegsDesign, side: int, stuff: Cloth) -> None:
    (x, y), half = _leg_points(d)[-1]
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.45)
    if d.style == "jeans" and not d.cuff:
        seam = "#c98a3a" if luminance(d.colour) < 0.75 else seam
    if d.cuff == "rib":
        k = [
            corner((x + half * 0.9) * side, y - 5),
            corner((x + half * 0.75) * side, y + 1),
            corner((x - half * 0.75) * side, y + 1.4),
            corner((x - half * 0.9) * side, y - 5),
        ]
        canvas.piece(k, replace(stuff.plain(d.trim or d.colour), ribbed=True), volume=0.8)
    elif d.cuff == "rolled":
        k = [
            corner((x + half + 0.5) * side, y - 3.6),
            corner((x + half + 0.4) * side, y + 0.5),
            smooth(x * side, y + 1.2),
            corner((x - half - 0.4) * side, y + 0.9),
            corner((x - half - 0.5) * side, y - 3.4),
            smooth(x * side, y - 3.0),
        ]
        canvas.piece(k, stuff.plain(mix(d.colour, "#ffffff", 0.22)), volume=0.9, line=1.3)
    elif d.style not in ("tights",):
        if not d.worn and d.length < 0.95:
            rim = [
                corner((x + half * 0.97) * side, y),
                smooth(x * side, y - 0.5),
                corner((x - half * 0.97) * side, y + 0.6),
                smooth(x * side, y + 1.4),
            ]
            canvas.piece(rim, Cloth(mix(d.colour, "#05060c", 0.5), grain=0, relief=0), volume=0.3)
        for off in (1.6,) if d.style == "jeans" else (2.4,):
            canvas.line(
                [
                    smooth((x + half) * side, y - off),
                    smooth(x * side, y + 0.6 - off),
                    smooth((x - half) * side, y + 0.3 - off),
                ],
                seam,
                0.2,
                0.8,
                "0.6 0.3",
            )


def _waistband(canvas: Canvas, d: LegsDesign, stuff: Cloth, wide: float, seam: str) -> None:
    y, b = d.waist_y, d.build
    tall = {
        "jeans": 3.8,
        "formal": 3.8,
        "chino": 3.8,
        "track": 4.0,
        "shorts": 3.6,
        "boxers": 3.2,
        "leggings": 2.6,
        "salwar": 3.0,
        "tights": 4.0,
        "capri": 4.5,
    }.get(d.style, 3.6)
    slope = (b.hip - b.waist) / (b.hip_y - b.waist_y)
    low = wide + slope * tall * 0.6
    k = [
        corner(wide, y),
        corner(low, y + tall),
        smooth(0, y + tall + 1.2),
        corner(-low, y + tall),
        corner(-wide, y),
        smooth(0, y + 1.2),
    ]
    band = stuff if not d.trim or d.style == "jeans" else stuff.plain(d.trim)
    canvas.piece(k, replace(band, pattern="" if d.style != "jeans" else band.pattern), volume=0.5, edge=0.6, line=1.4)
    if d.style in ("jeans", "formal", "chino"):
        thread = "#c98a3a" if d.style == "jeans" and luminance(d.colour) < 0.75 else seam
        for off in (0.5, tall - 0.5):
            canvas.line([smooth(wide, y + off), smooth(0, y + 1.2 + off), smooth(-wide, y + off)], thread, 0.17, 0.8, "0.6 0.3")
        fly = [smooth(1.9, y + tall + 1.2), smooth(1.9, y + tall + 10), smooth(0.2, y + tall + 13.5)]
        for off in (0.0, 0.5) if d.style == "jeans" else (0.0,):
            canvas.line([Knot(p.x - off, p.y) for p in fly], thread, 0.2, 0.9, "0.6 0.3")
        canvas.line([smooth(0, y + 1.2), smooth(0.2, y + tall + 13)], mix(d.colour, "#05060c", 0.65), 0.34, 0.8)
        if d.belt:
            kb = [
                corner(wide + 0.2, y + 0.4),
                corner(low + 0.1, y + tall - 0.4),
                smooth(0, y + tall + 0.8),
                corner(-low - 0.1, y + tall - 0.4),
                corner(-wide - 0.2, y + 0.4),
                smooth(0, y + 1.6),
            ]
            canvas.piece(kb, Cloth(d.belt, sheen=0.9, relief=0.2, grain=0), volume=0.6)
            canvas.add(
                f'<rect x="-2.6" y="{number(y + 0.9)}" width="5.2" height="{number(tall - 0.2)}" rx=".6" '
                'fill="none" stroke="#c9ccd2" stroke-width=".7"/>'
            )
        else:
            metal = "#c9a15c" if d.style == "jeans" else mix(d.colour, "#05060c", 0.5)
            draw_button(canvas, 0.9, y + tall / 2 + 1.1, metal, 0.85)
        for x in (-0.82, -0.45, 0.45, 0.82):
            lx = wide * x
            bow = 1.2 * (1 - x * x)
            canvas.piece(
                [
                    corner(lx - 0.6, y - 0.3 + bow),
                    corner(lx + 0.6, y - 0.3 + bow),
                    corner(lx + 0.6, y + tall + 0.4 + bow),
                    corner(lx - 0.6, y + tall + 0.4 + bow),
                ],
                stuff.plain(),
                volume=0.2,
                edge=0.4,
                line=1.4,
            )
    else:
        if d.style in ("track", "shorts", "boxers", "salwar", "capri"):
            parts = []
            for i in range(1, 30):
                t = i / 30 * 2 - 1
                x0, y0 = canvas.warp(wide * t, y + 1.2 * (1 - t * t) + 0.2)
                x1, y1 = canvas.warp(low * t, y + tall + 1.2 * (1 - t * t) - 0.2)
                parts.append(f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}")
            canvas.add(f'<path d="{"".join(parts)}" stroke="{mix(d.colour, "#05060c", 0.5)}" stroke-width=".24" stroke-opacity=".5"/>')
        if d.drawstring:
            cord = "#f0f0ee" if luminance(d.colour) < 0.65 else "#3b3f46"
            for side in (1, -1):
                end = canvas.rng.uniform(8, 13)
                canvas.line([smooth(0.9 * side, y + 2.8), smooth(2.4 * side, y + 6), smooth(1.6 * side, y + end)], cord, 0.6)
            canvas.line(
                [
                    smooth(-0.9, y + 2.8),
                    smooth(-2.6, y + 1.8),
                    smooth(0, y + 3),
                    smooth(2.6, y + 1.8),
                    smooth(0.9, y + 2.8),
                ],
                cord,
                0.55,
            )
        if d.style == "boxers":
            canvas.line([smooth(1.4, y + tall + 1), smooth(1.5, b.crotch_y - 3)], seam, 0.2, 0.7)
            canvas.line([smooth(-0.9, y + tall + 1), smooth(-0.8, b.crotch_y - 3)], seam, 0.14, 0.6, "0.5 0.3")
            canvas.add(
                f'<rect x="-2.2" y="{number(y + 1.6)}" width="4.4" height="2.6" fill="#f4f2ec" '
                f'stroke="#999" stroke-width=".1"/><path d="M-1.3 {number(y + 2.9)}h2.6" stroke="#a33" '
                'stroke-width=".4"/>'
            )
        if d.logo:
            (x, ly), half = _leg_points(d)[0]
            canvas.add(
                f'<circle cx="{number(x + half * 0.3)}" cy="{number(ly + 6)}" r="1.1" '
                f'fill="{mix(d.colour, "#ffffff" if luminance(d.colour) < 0.55 else "#101420", 0.8)}"/>'
            )
