"""Small things sewn on: buttons, bows, ribbing."""

from __future__ import annotations

from hangtag_models.illustrations.canvas import Canvas, Cloth, Fold, Knot, corner, mix, number, smooth


def draw_button(canvas: Canvas, x: float, y: float, colour: str, size: float = 0.55) -> None:
    wx, wy = canvas.warp(x, y)
    dark = mix(colour, "#05060c", 0.55)
    canvas.add(
        f'<circle cx="{number(wx + 0.1)}" cy="{number(wy + 0.18)}" r="{number(size * 1.05)}" '
        'fill="#05060c" fill-opacity=".35"/>'
        f'<circle cx="{number(wx)}" cy="{number(wy)}" r="{number(size)}" fill="{colour}" stroke="{dark}" '
        'stroke-width=".1"/>'
        + "".join(
            f'<circle cx="{number(wx + ox * size * 0.3)}" cy="{number(wy + oy * size * 0.3)}" r="{number(size * 0.13)}" fill="{dark}"/>'
            for ox in (-1, 1)
            for oy in (-1, 1)
        )
    )


def draw_ribs(canvas: Canvas, knots: list[Knot], colour: str) -> None:
    """Short lines across a rib cuff or waistband (its first two knots are the right edge)."""
    a0, a1, b1, b0 = knots[0], knots[1], knots[-2], knots[-1]
    dark = mix(colour, "#05060c", 0.4)
    count = max(8, int(abs(a0.x - b0.x) / 0.9))
    parts = []
    for i in range(1, count):
        t = i / count
        x0, y0 = canvas.warp(a0.x + (b0.x - a0.x) * t, a0.y + (b0.y - a0.y) * t)
        x1, y1 = canvas.warp(a1.x + (b1.x - a1.x) * t, a1.y + (b1.y - a1.y) * t)
        parts.append(f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}")
    canvas.add(f'<path d="{"".join(parts)}" stroke="{dark}" stroke-width=".2" stroke-opacity=".55" fill="none"/>')


def draw_bow(canvas: Canvas, x: float, y: float, colour: str, size: float = 1.0) -> None:
    """A tied ribbon."""
    ribbon = Cloth(colour, sheen=0.9, relief=0, grain=0)
    for side in (1, -1):
        tail = [
            corner(x, y),
            smooth(x + 1.6 * side * size, y + 5 * size),
            corner(x + 1.2 * side * size, y + 9 * size),
            corner(x + 3.4 * side * size, y + 8.4 * size),
            smooth(x + 2.8 * side * size, y + 4 * size),
        ]
        canvas.piece(tail, ribbon, volume=0.4, edge=0.5)
        loop = [
            corner(x, y),
            smooth(x + 2.4 * side * size, y - 2.6 * size),
            smooth(x + 5.2 * side * size, y - 1.8 * size),
            smooth(x + 5.0 * side * size, y + 1.6 * size),
            smooth(x + 2.2 * side * size, y + 1.6 * size),
        ]
        canvas.piece(loop, ribbon, volume=0.6, edge=0.7, folds=[Fold(((x, y), (x + 3.4 * side * size, y - 0.4)), 0.8, 1.0)])
    canvas.piece(
        [
            corner(x - 0.9 * size, y - 1.1 * size),
            corner(x + 0.9 * size, y - 1.1 * size),
            corner(x + 0.8 * size, y + 1.1 * size),
            corner(x - 0.8 * size, y + 1.1 * size),
        ],
        ribbon,
        volume=0.5,
        edge=0.5,
    )
