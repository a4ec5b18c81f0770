"""Neck bands, collars, stands and hoods."""

from __future__ import annotations

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
    smooth,
)
from hangtag_models.illustrations.cut import Cut, TopDesign, neck_line


def draw_neck(canvas: Canvas, d: TopDesign, c: Cut, main: Cloth, trim: Cloth, inside: str) -> None:
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.12 else "#ffffff", 0.45)
    if d.neck in ("crew", "v", "henley", "scoop", "boat", "tank", "strap", "yoke"):
        band = {
            "crew": 2.0,
            "v": 2.0,
            "henley": 1.8,
            "scoop": 1.2,
            "boat": 1.0,
            "tank": 1.2,
            "strap": 0.9,
            "yoke": 1.0,
        }[d.neck]
        if d.kind.ribbed or d.hem == "rib":
            band *= 1.35
        upper = neck_line(d, c)
        lower = [
            Knot(
                k.x + (band if i == len(upper) - 1 else band * 0.75 if i else 0),
                k.y + (band * (1.5 if d.neck == "v" else 1.0) if i == 0 else band * 0.75 if i < len(upper) - 1 else band * 0.28),
                k.corner,
            )
            for i, k in enumerate(upper)
        ]
        ring = [*upper, *[Knot(k.x, k.y, True if k.corner else k.corner) for k in reversed(lower)]]
        left = [Knot(-k.x, k.y, k.corner) for k in ring]
        clip_pts = [Knot(-k.x, k.y, k.corner) for k in reversed(lower)] + lower[1:]
        canvas.shade_inside(inside, clip_pts, 0.9, 0.30, 0.5)
        if d.neck == "v":
            canvas.piece(left, trim, volume=0.15, edge=0.5, line=1.2)
            canvas.piece(ring, trim, volume=0.15, edge=0.5, line=1.2)
        else:
            outer = [Knot(-k.x, k.y, k.corner) for k in reversed(upper)] + upper[1:]
            under = lower[::-1] + [Knot(-k.x, k.y, k.corner) for k in lower[1:]]
            canvas.piece([*outer, *under], trim, volume=0.2, edge=0.5, line=1.2)
        below = [Knot(k.x, k.y + 0.5, k.corner) for k in clip_pts]
        canvas.line(below, seam, 0.13, 0.5, "0.5 0.3")
    if d.neck == "tank" and d.trim:
        for side in (1, -1):
            pts = [
                smooth(c.tip[0] * side, c.tip[1]),
                smooth((min(c.tip[0], c.pit[0]) - 1.0) * side, c.tip[1] + (c.pit[1] - c.tip[1]) * 0.55),
                smooth(c.pit[0] * side, c.pit[1]),
            ]
            canvas.line(pts, d.trim, 1.3)
    if d.neck == "strap":
        up = d.build.shoulder_y - 0.5
        for side in (1, -1):
            pts = [
                smooth((c.nx + 0.6) * side, c.ny + 0.6),
                smooth((c.nx + 0.2) * side, (c.ny + up) / 2),
                smooth((c.nx - 1.2) * side, up),
            ]
            canvas.line(pts, mix(trim.colour, "#05060c", 0.35), 1.25)
            canvas.line(pts, trim.colour, 0.95)
    if d.neck in ("polo", "shirt"):
        _collar(canvas, d, c, trim if d.trim else main, inside, seam)
    if d.neck in ("zip", "band"):
        _stand(canvas, d, c, trim if d.trim else main, inside)
    if d.neck == "hood":
        _hood_front(canvas, d, c, main, inside)


def _collar(canvas: Canvas, d: TopDesign, c: Cut, stuff: Cloth, inside: str, seam: str) -> None:
    b = d.build
    size = 1.0 if d.neck == "polo" else 1.14
    size *= b.neck / 6.2
    drop = c.ny + d.depth
    for side in (1, -1):
        leaf = [
            corner(c.nx * 0.80, c.ny - 3.0 * size),
            smooth(c.nx * 1.05, c.ny - 2.2 * size),
            smooth(c.nx + 2.8 * size, c.ny + 1.2),
            corner(c.nx * 0.5 + 4.4 * size, drop + (3.0 if d.neck == "polo" else 4.6) * size),
            corner(0.35, drop - 0.6),
            smooth(c.nx * 0.46, drop - 3.6 * size),
        ]
        knots = flipped(leaf, side)
        canvas.shade_inside(inside, [Knot(k.x + side * 0.2, k.y + 0.8, k.corner) for k in knots[2:5]], 1.8, 0.40, 0.7)
        canvas.piece(knots, stuff, angle=-52 * side if stuff.pattern else 0, volume=0.25, edge=0.55, line=1.6)
        if d.neck == "shirt":
            canvas.line(
                [
                    smooth((c.nx + 2.2 * size) * side, c.ny + 1.4),
                    corner((c.nx * 0.5 + 3.7 * size) * side, drop + 3.7 * size),
                    smooth(0.9 * side, drop - 0.4),
                ],
                seam,
                0.12,
                0.6,
                "0.5 0.3",
            )


def _stand(canvas: Canvas, d: TopDesign, c: Cut, stuff: Cloth, inside: str) -> None:
    tall = 4.2 if d.neck == "zip" else 2.6
    for side in (1, -1):
        leaf = [
            corner(c.nx * 0.86, c.ny - tall),
            smooth(c.nx * 1.08, c.ny - tall * 0.3),
            corner(c.nx * 1.18, c.ny + 1.2),
            smooth(c.nx * 0.7, c.ny + d.depth * 0.75),
            corner(0.15, c.ny + d.depth + 0.4),
            corner(0.25, c.ny + d.depth - tall),
            smooth(c.nx * 0.62, c.ny + d.depth * 0.45 - tall * 0.8),
        ]
        knots = flipped(leaf, side)
        canvas.shade_inside(inside, [Knot(k.x, k.y + 0.6, k.corner) for k in knots[2:5]], 1.2, 0.35, 0.6)
        canvas.piece(knots, stuff, volume=0.3, edge=0.7, line=1.4)


def draw_hood_back(canvas: Canvas, d: TopDesign, c: Cut, main: Cloth) -> None:
    inner = mix(d.trim or d.colour, "#05060c", 0.40 if luminance(d.colour) > 0.25 else 0.3)
    h = d.build.head
    top = -2.5 if d.worn else 1.5
    shell = mirrored(
        [
            smooth(0, top - 1.6),
            smooth(h * 0.95, top + 1.6),
            smooth(h * 1.36, top + 9),
            smooth(h * 1.34, top + 18),
            smooth(c.nx * 1.5, c.ny + 1),
            smooth(c.nx * 1.0, c.ny + 6),
            smooth(0, c.ny + 9),
        ]
    )
    folds = [Fold(((h * s * 1.2, top + 20), (h * s * 1.15, top + 12), (h * s * 0.7, top + 3)), 1.6, 0.7) for s in (1, -1)]
    canvas.piece(shell, main, folds=folds)
    hole = mirrored(
        [
            smooth(0, top + 2.2),
            smooth(h * 0.78, top + 5.0),
            smooth(h * 1.02, top + 12),
            smooth(h * 0.92, top + 20),
            smooth(h * 0.55, c.ny + 3),
            smooth(0, c.ny + 8),
        ]
    )
    canvas.piece(hole, Cloth(inner, sheen=0.2, relief=0, grain=0), volume=0.7, edge=1.4)


def _hood_front(canvas: Canvas, d: TopDesign, c: Cut, main: Cloth, inside: str) -> None:
    h = d.build.head
    top = -2.5 if d.worn else 1.5
    for side in (1, -1):
        rim = [
            corner(0, top + 2.2),
            smooth(h * 0.78, top + 5.0),
            smooth(h * 1.0, top + 12),
            smooth(h * 0.90, top + 20),
            smooth(h * 0.62, c.ny + 2.5),
            corner(0.2, c.ny + d.depth + 1.4),
            corner(0.6, c.ny + d.depth + 5.5),
            smooth(c.nx * 1.25, c.ny + 5.2),
            smooth(c.nx * 1.62, c.ny + 0.6),
            smooth(h * 1.33, top + 18),
            smooth(h * 1.30, top + 10),
            smooth(h * 0.95, top + 2.8),
            corner(0, top - 0.6),
        ]
        knots = flipped(rim, side)
        canvas.shade_inside(inside, [Knot(k.x, k.y + 0.8, k.corner) for k in knots[5:9]], 2.2, 0.42, 0.8)
        folds = [
            Fold(
                ((h * 1.15 * side, top + 17), (c.nx * 1.25 * side, c.ny + 2), (3.0 * side, c.ny + d.depth + 3)),
                1.5,
                0.8,
            )
        ]
        canvas.piece(knots, main, volume=0.5, edge=0.9, folds=folds, line=1.3)
    cord = d.trim or ("#f0f0ee" if luminance(d.colour) < 0.7 else "#3b3f46")
    for side in (1, -1):
        low = c.ny + d.depth + canvas.rng.uniform(17, 22)
        pts = [
            smooth(1.6 * side, c.ny + d.depth + 3.2),
            smooth(2.4 * side, c.ny + d.depth + 9),
            smooth(2.2 * side, low),
        ]
        canvas.line([Knot(k.x + 0.3, k.y + 0.3) for k in pts], "#05060c", 0.9, 0.35, blurred=0.3)
        canvas.line(pts, cord, 0.75)
        canvas.line([smooth(2.2 * side, low - 1.6), smooth(2.2 * side, low)], mix(cord, "#05060c", 0.4), 0.95)
