"""What is on the front of a top: plackets, zips, buttons, pockets, a badge."""

from __future__ import annotations

from dataclasses import replace

from hangtag_models.illustrations.canvas import Canvas, Cloth, corner, luminance, mix, number, smooth
from hangtag_models.illustrations.cut import Cut, TopDesign
from hangtag_models.illustrations.notions import draw_button


def draw_front(canvas: Canvas, d: TopDesign, c: Cut, main: Cloth, trim: Cloth, inside: str) -> None:
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.15 else "#ffffff", 0.5)
    b = d.build
    pearl = "#f1eee6" if luminance(d.colour) < 0.75 else "#d9d4c8"
    top = c.ny + d.depth * 0.85
    if d.neck == "polo" or (d.neck in ("henley", "band", "yoke") and d.front == "placket"):
        # The placket starts where the neckline opens, not above it.
        start = c.ny + d.depth + {"polo": -0.9, "yoke": 2.2}.get(d.neck, 0.2)
        top = max(top, start)
        low = top + {"band": 17, "henley": 12}.get(d.neck, 11)
        half = 1.55
        k = [corner(half, start), corner(half, low), corner(-half, low), corner(-half, start)]
        canvas.shade_inside(
            inside,
            [
                corner(-half - 0.1, top),
                corner(-half - 0.1, low + 0.2),
                corner(half + 0.3, low + 0.2),
                corner(half + 0.3, top),
            ],
            0.8,
            0.35,
            0.4,
        )
        canvas.piece(k, trim if d.trim else main, volume=0.2, edge=0.35, line=1.4)
        canvas.line([smooth(-half, low - 2.2), smooth(half, low - 2.2)], seam, 0.14, 0.6)
        for i in range(3 if d.neck != "band" else 4):
            draw_button(canvas, 0, top + 0.8 + i * (low - top - 2.4) / 2.6, pearl, 0.5)
    if d.front == "buttons":
        half = 1.6
        end = c.bottom + 0.9
        start = top - 2
        canvas.shade_inside(inside, [corner(half + 0.25, start), corner(half + 0.25, end)], 0.9, 0.30, 0.45)
        k = [corner(half, start), corner(half, end), corner(-half, end), corner(-half, start)]
        canvas.piece(k, trim if d.trim else main, volume=0.15, edge=0.2, line=0.9)
        for x in (half - 0.45, -half + 0.45):
            canvas.line([smooth(x, start), smooth(x, end)], seam, 0.12, 0.45, "0.5 0.3")
        count = max(5, round((end - start) / 9))
        for i in range(count):
            draw_button(canvas, 0, start + 3.2 + i * (end - start - 9) / (count - 1), pearl, 0.55)
    if d.front in ("zip", "half-zip"):
        start = c.ny + (d.depth * 0.6 if d.neck != "zip" else 0.5)
        end = c.bottom + 0.8 if d.front == "zip" else start + 18
        canvas.shade_inside(inside, [corner(0, start), corner(0, end)], 2.4, 0.35, 0.6)
        canvas.line([smooth(0, start), smooth(0, end)], mix(d.colour, "#05060c", 0.6), 1.5, 0.9)
        teeth = d.trim if d.trim and luminance(d.trim) > 0.5 else "#b9bcc2"
        canvas.line([smooth(0, start), smooth(0, end)], teeth, 0.7, 1.0, "0.32 0.26")
        x, y = canvas.warp(0, start + (2.5 if d.front == "zip" else 1.5))
        canvas.add(
            f'<rect x="{number(x - 0.45)}" y="{number(y)}" width=".9" height="2.4" rx=".4" fill="#c6c9cf" '
            'stroke="#55585e" stroke-width=".12"/>'
        )
        for side in (1, -1):
            canvas.line([smooth(1.6 * side, start + 1), smooth(1.6 * side, end)], seam, 0.13, 0.5, "0.5 0.3")
    if d.front == "cardigan":
        start = c.ny + d.depth + 4
        end = c.bottom + 1
        k = [corner(2.0, start - 3), corner(2.0, end), corner(-2.0, end), corner(-2.0, start - 3)]
        canvas.piece(k, replace(trim, ribbed=True), volume=0.2, edge=0.5, line=1.2)
        for i in range(6):
            draw_button(canvas, 0, start + 1 + i * (end - start - 4) / 5, mix(trim.colour, "#05060c", 0.5), 0.8)
    if "chest" in d.pockets:
        sides = (1, -1) if "two" in d.pockets else (1,)
        for side in sides:
            x, y, w, h = side * b.chest * 0.52, b.arm_y - 1.5, 5.4, 12.0
            k = [
                corner(x - w, y),
                corner(x + w, y),
                corner(x + w, y + h - 2),
                smooth(x, y + h),
                corner(x - w, y + h - 2),
            ]
            canvas.shade_inside(inside, [*k, k[0]], 0.6, 0.3, 0.35)
            canvas.piece(k, main, volume=0.15, edge=0.25, line=1.0)
            canvas.line([smooth(x - w + 0.2, y + 2.2), smooth(x + w - 0.2, y + 2.2)], seam, 0.14, 0.6)
            if "flap" in d.pockets:
                f = [
                    corner(x - w - 0.3, y - 0.6),
                    corner(x + w + 0.3, y - 0.6),
                    corner(x + w + 0.3, y + 3),
                    smooth(x, y + 4.6),
                    corner(x - w - 0.3, y + 3),
                ]
                canvas.piece(f, main, volume=0.15, edge=0.4, line=1.2)
                draw_button(canvas, x, y + 2.6, pearl, 0.45)
    if "kangaroo" in d.pockets:
        y, w = c.bottom - 8, c.hem[0] * 0.62
        k = [
            corner(w * 0.72, y - 17),
            corner(w, y - 7),
            corner(w, y),
            smooth(0, y + 0.9),
            corner(-w, y),
            corner(-w, y - 7),
            corner(-w * 0.72, y - 17),
            smooth(0, y - 16.4),
        ]
        canvas.shade_inside(inside, [*k, k[0]], 1.2, 0.35, 0.6)
        canvas.piece(k, main, volume=0.35, edge=0.5, line=1.4)
        for side in (1, -1):
            canvas.line([smooth((w * 0.72 - 0.8) * side, y - 16.8), smooth((w - 0.9) * side, y - 7)], seam, 0.14, 0.7, "0.5 0.3")
    if "slant" in d.pockets:
        for side in (1, -1):
            x, y = c.hem[0] * 0.60 * side, c.bottom - 22
            pts = [smooth(x, y), smooth(x + side * 3.4, y + 12)]
            canvas.shade_inside(inside, pts, 1.4, 0.4, 0.5)
            canvas.line(pts, mix(d.colour, "#05060c", 0.65), 0.7, 0.9)
    if "flaps" in d.pockets:
        for side in (1, -1):
            for y in (b.arm_y + 2, c.bottom - 20):
                x, w = side * b.chest * 0.55, 6.0
                k = [corner(x - w, y), corner(x + w, y), corner(x + w, y + 4), smooth(x, y + 4.8), corner(x - w, y + 4)]
                canvas.shade_inside(inside, [*k, k[0]], 1.0, 0.4, 0.5)
                canvas.piece(k, main, volume=0.2, edge=0.4, line=1.2)
    if d.logo:
        x, y = canvas.warp(b.chest * 0.5, b.arm_y + 0.5)
        ink = mix(d.colour, "#ffffff" if luminance(d.colour) < 0.55 else "#101420", 0.75)
        canvas.add(
            f'<g fill="{ink}"><circle cx="{number(x)}" cy="{number(y)}" r="1.1"/>'
            f'<path d="M{number(x - 2)} {number(y + 1.9)}h4v.6h-4z"/></g>'
        )
