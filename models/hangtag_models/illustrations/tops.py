"""Upper-body garments: T-shirts, polos, shirts, knitwear, hoodies, jackets, vests, tunics and kurtas."""

from __future__ import annotations

from dataclasses import replace

from hangtag_models.illustrations.canvas import (
    Canvas,
    Cloth,
    Knot,
    Outline,
    corner,
    luminance,
    mirrored,
    mix,
    number,
    smooth,
)
from hangtag_models.illustrations.collars import draw_hood_back, draw_neck
from hangtag_models.illustrations.cut import Cut, TopDesign, body_folds, body_knots, sleeve_folds, sleeve_knots
from hangtag_models.illustrations.fabric import cloth, melange
from hangtag_models.illustrations.fronts import draw_front
from hangtag_models.illustrations.notions import draw_button, draw_ribs
from hangtag_models.illustrations.prints import graphic


def _pattern(canvas: Canvas, d: TopDesign) -> Cloth:
    name = ""
    if d.pattern:
        name = d.pattern(canvas, d.colour)
    elif d.flecked:
        name = melange(canvas, d.colour)
    return cloth(d.kind, d.colour, name)


def flipped(knots: list[Knot], side: int) -> list[Knot]:
    """The outline mirrored when side is -1."""
    return [Knot(k.x * side, k.y, k.corner) for k in knots]


def draw_inside(canvas: Canvas, d: TopDesign) -> None:
    """The inside of the back, seen through the neck; comes before the wearer's neck."""
    c = Cut(d)
    if d.neck == "hood":
        draw_hood_back(canvas, d, c, _pattern(canvas, d))
        return
    if d.neck == "strap":
        return
    inner = mix(d.trim or d.colour, "#05060c", 0.30 if luminance(d.colour) > 0.25 else 0.12)
    rise = 2.4 if d.neck in ("polo", "shirt", "zip", "band") else 0.4
    if d.neck == "tank":
        rise = -3.0
    knots = mirrored(
        [
            smooth(0, c.ny - rise + (2.6 if d.neck in ("crew", "v", "scoop", "boat", "yoke", "henley") else 0.4)),
            corner(c.nx * 0.98, c.ny - rise),
            corner(c.nx + 0.6, c.ny + 1.2),
            smooth(c.nx * 0.8, c.ny + d.depth + 1),
            smooth(0, c.ny + d.depth + 7),
        ]
    )
    canvas.piece(knots, Cloth(inner, sheen=0.2, relief=0, grain=0), volume=0.5, edge=1.2)
    if not d.worn and d.neck != "tank":
        y = c.ny + (3.0 if rise < 1 else 0.2)
        canvas.line(
            [smooth(-c.nx * 0.9, y - 1.6), smooth(0, y + 0.2), smooth(c.nx * 0.9, y - 1.6)],
            mix(inner, "#ffffff", 0.3),
            0.2,
            0.8,
        )
        canvas.add(
            f'<rect x="-1.9" y="{number(y + 0.3)}" width="3.8" height="2.3" rx=".2" fill="#f2efe8"/>'
            f'<path d="M-1.2 {number(y + 1.1)}h2.4M-.8 {number(y + 1.8)}h1.6" stroke="#555" stroke-width=".22"/>'
        )


def draw_top(canvas: Canvas, d: TopDesign) -> Outline:
    """Draws the garment over whatever is on the canvas; returns the outline of its body."""
    rng, c = canvas.rng, Cut(d)
    main = _pattern(canvas, d)
    trim = cloth(d.kind, d.trim or mix(d.colour, "#05060c", 0.10))
    canvas.begin()
    knots = body_knots(d, c)
    angle = 0.0
    shape = canvas.piece(knots, main, angle=angle, folds=body_folds(rng, d, c))
    inside = canvas.clip(shape)
    _panels(canvas, d, c, inside, main)
    if d.print_kind:
        y = d.build.arm_y + d.print_size * 0.55
        canvas.add(f'<g clip-path="{inside}" opacity=".93">{graphic(canvas, d.print_kind, d.colour, 0, y, d.print_size, d.print_word)}</g>')
        canvas.creases(inside, body_folds(rng, d, c)[:4], 0.5)
    if d.sleeve > 0:
        for side in (1, -1):
            _draw_sleeve(canvas, d, c, main, trim, side, inside)
    _hem(canvas, d, c, trim, inside)
    draw_front(canvas, d, c, main, trim, inside)
    draw_neck(canvas, d, c, main, trim, inside)
    canvas.finish(main)
    return shape


def _panels(canvas: Canvas, d: TopDesign, c: Cut, inside: str, main: Cloth) -> None:
    seam = mix(d.colour, "#05060c", 0.5)
    if d.yoke:
        y = d.build.shoulder_y + 4
        for side in (1, -1):
            canvas.line([smooth(c.nx * side, c.ny + 3), smooth(c.tip[0] * 0.95 * side, y + 1.5)], seam, 0.18, 0.6)
    if d.quilted:
        y = d.build.shoulder_y + d.quilted
        while y < c.bottom - 5:
            pts = [smooth(-40, y), smooth(-12, y + 0.8), smooth(12, y + 0.8), smooth(40, y)]
            canvas.shade_inside(inside, pts, 2.2, 0.32, 0.8)
            line = canvas.outline([Knot(k.x, k.y + 2.2) for k in pts], closed=False)
            canvas.add(
                f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="#fff" stroke-width="1.6" '
                f'stroke-opacity=".20" filter="{canvas.blur(0.6)}"/></g>'
            )
            y += d.quilted
    if d.waistline:
        y, w = d.build.waist_y + d.waist_drop, c.waist[0] + 1
        pts = [smooth(w, y), smooth(0, y + 1.2), smooth(-w, y)]
        canvas.shade_inside(inside, pts, 1.6, 0.35, 0.6)
        if d.waistline == "seam":
            canvas.line([Knot(k.x * 0.96, k.y) for k in pts], seam, 0.22, 0.7)
        else:
            colour = d.trim or mix(d.colour, "#05060c", 0.45)
            line = canvas.outline(pts, closed=False)
            wide = 3.0 if d.waistline == "belt" else 5.0
            canvas.add(
                f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="#05060c" '
                f'stroke-opacity=".4" stroke-width="{wide + 0.5}"/>'
                f'<path d="{line.d}" fill="none" stroke="{colour}" stroke-width="{wide}"/></g>'
            )
            if d.waistline == "belt":
                x0, y0 = canvas.warp(1.5, y + 1.2)
                canvas.add(
                    f'<rect x="{number(x0 - 2)}" y="{number(y0 - 1.9)}" width="4" height="3.8" rx=".5" '
                    'fill="none" stroke="#d8c38a" stroke-width=".6"/>'
                )
    if d.worked:
        _worked_yoke(canvas, d, c, inside)
    if d.side_slits:
        for side in (1, -1):
            x, y = c.hem
            canvas.line([smooth(x * side * 0.995, y), smooth((x - 0.8) * side, y - 16)], seam, 0.4, 0.6)


def _worked_yoke(canvas: Canvas, d: TopDesign, c: Cut, inside: str) -> None:
    """Embroidery around the neck and down the front."""
    thread, second = d.worked, mix(d.worked, "#ffffff", 0.45)
    out = []
    bottom = c.ny + d.depth + 16
    half = 3.4
    out.append(
        f'<path d="M{number(-half)} {number(c.ny)}L{number(-half)} {number(bottom)}L0 '
        f"{number(bottom + 3)}L{number(half)} "
        f'{number(bottom)}L{number(half)} {number(c.ny)}Z" fill="{mix(d.colour, thread, 0.35)}" '
        f'stroke="{thread}" stroke-width=".5"/>'
    )
    y = c.ny + d.depth + 2.5
    while y < bottom:
        out.append(f'<circle cx="0" cy="{number(y)}" r=".8" fill="{second}"/><circle cx="0" cy="{number(y)}" r=".35" fill="{thread}"/>')
        for side in (1, -1):
            out.append(
                f'<path d="M{number(side * 1)} {number(y)}q{number(side * 0.8)} -1.4 {number(side * 1.8)} '
                f'-.3q{number(-side * 0.6)} 1.2 {number(-side * 1.8)} .3" fill="{thread}"/>'
            )
        y += 2.4
    line = canvas.outline(
        mirrored([smooth(0, c.ny + d.depth + 3.2), smooth(c.nx * 0.95, c.ny + d.depth * 0.7 + 1.5), smooth(c.nx + 2.2, c.ny)]),
        closed=False,
    )
    out.append(f'<path d="{line.d}" fill="none" stroke="{thread}" stroke-width="1.6"/>')
    out.append(f'<path d="{line.d}" fill="none" stroke="{second}" stroke-width=".6" stroke-dasharray=".6 .7"/>')
    canvas.add(f'<g clip-path="{inside}">{"".join(out)}</g>')


def _draw_sleeve(canvas: Canvas, d: TopDesign, c: Cut, main: Cloth, trim: Cloth, side: int, inside: str) -> None:
    rng = canvas.rng
    knots, outer, inner, angle = sleeve_knots(d, c, side)
    canvas.shade_inside(
        inside,
        [
            smooth(c.tip[0] * side, c.tip[1]),
            smooth((min(c.tip[0], c.pit[0]) - 1.6) * side, (c.tip[1] + c.pit[1]) / 2 + 2),
            smooth(c.pit[0] * side, c.pit[1]),
            smooth(inner[0] * 0.98, inner[1]),
        ],
        1.4,
        0.28,
        0.7,
    )
    canvas.piece(knots, main, angle=angle, volume=0.9, edge=0.9, folds=sleeve_folds(rng, d, c, side))
    if d.quilted or d.sleeve_stripe:
        clip = canvas.clip(canvas.outline(knots))
        if d.sleeve_stripe:
            half = len(knots) // 2
            edge = [Knot(k.x - 1.8 * side, k.y + 0.4) for k in knots[1:half]] + [Knot(outer[0] - 1.8 * side, outer[1])]
            line = canvas.outline(edge, closed=False)
            canvas.add(
                f'<g clip-path="{clip}"><path d="{line.d}" fill="none" stroke="{d.sleeve_stripe}" '
                f'stroke-width="1.1"/><path d="{line.d}" fill="none" stroke="{d.sleeve_stripe}" '
                f'stroke-width="1.1" transform="translate({-2.2 * side} .2)"/></g>'
            )
        if d.quilted:
            y = d.build.shoulder_y + d.quilted * 1.4
            while y < outer[1] - 4:
                canvas.shade_inside(
                    clip,
                    [smooth(knots[2].x - side * 14, y + 3), smooth(knots[2].x + side * 14, y - 1.5)],
                    2.0,
                    0.32,
                    0.7,
                )
                y += d.quilted
    seam = mix(main.colour, "#05060c" if luminance(main.colour) > 0.12 else "#ffffff", 0.45)
    dx, dy = outer[0] - inner[0], outer[1] - inner[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    up = (dy / length * side, -dx / length * side)
    if up[1] > 0:
        up = (-up[0], -up[1])
    down = (-up[0], -up[1])
    if d.sleeve_end in ("rib", "cuff", "rolled", "band"):
        deep = {"rib": 5.0, "cuff": 5.5, "rolled": 3.4, "band": 2.2}[d.sleeve_end]
        grow = {"rib": 0.90, "cuff": 0.98, "rolled": 1.08, "band": 1.0}[d.sleeve_end]
        mid = ((outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2)
        a = (mid[0] + dx / 2 * grow, mid[1] + dy / 2 * grow)
        b = (mid[0] - dx / 2 * grow, mid[1] - dy / 2 * grow)
        drop = 1.6 if d.sleeve_end != "rolled" else -0.6
        k = [
            corner(a[0] + up[0] * (deep - drop), a[1] + up[1] * (deep - drop)),
            corner(a[0] + down[0] * drop, a[1] + down[1] * drop),
            smooth(mid[0] + down[0] * (drop + 0.5), mid[1] + down[1] * (drop + 0.5)),
            corner(b[0] + down[0] * drop, b[1] + down[1] * drop),
            corner(b[0] + up[0] * (deep - drop), b[1] + up[1] * (deep - drop)),
        ]
        stuff = trim if d.trim and d.sleeve_end != "rolled" else main
        if d.sleeve_end == "rib":
            stuff = replace(trim, ribbed=True)
        canvas.piece(k, stuff, angle=angle + (90 if d.sleeve_end == "cuff" and main.pattern else 0), volume=0.8, edge=0.6)
        if d.sleeve_end == "rib":
            draw_ribs(canvas, k, trim.colour)
        if d.sleeve_end == "cuff":
            draw_button(canvas, b[0] * 0.4 + a[0] * 0.6, (a[1] * 0.6 + b[1] * 0.4) - 0.6, "#f2f0ea", 0.45)
    else:
        for off in (1.6, 2.0) if d.sleeve < 0.6 else (2.0,):
            canvas.line(
                [
                    smooth(outer[0] + up[0] * off, outer[1] + up[1] * off),
                    smooth(inner[0] + up[0] * off, inner[1] + up[1] * off),
                ],
                seam,
                0.14,
                0.55,
                "0.5 0.3",
            )


def _hem(canvas: Canvas, d: TopDesign, c: Cut, trim: Cloth, inside: str) -> None:
    x, y = c.hem
    if d.hem == "rib":
        k = [
            corner(x * 0.95, y - 5.8),
            corner(x * 0.91, y),
            smooth(0, y + 1.2),
            corner(-x * 0.91, y),
            corner(-x * 0.95, y - 5.8),
            smooth(0, y - 4.6),
        ]
        canvas.piece(k, replace(trim, ribbed=True), volume=0.8, edge=0.7)
        draw_ribs(canvas, [k[0], k[1], k[3], k[4]], trim.colour)
        return
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.12 else "#ffffff", 0.45)
    if d.hem == "curved":
        canvas.line(
            mirrored([smooth(x * 0.99, y - 10), smooth(x * 0.80, y - 3.7), smooth(x * 0.4, y - 0.6), smooth(0, y - 0.2)])[:7],
            seam,
            0.14,
            0.6,
        )
        return
    if d.trim and d.hem == "border":
        size = 4.0
        canvas.add(
            f'<g clip-path="{inside}"><rect x="-50" y="{number(y - size)}" width="100" '
            f'height="{number(size + 3)}" fill="{d.trim}" fill-opacity=".9"/>'
            f'<path d="M-50 {number(y - size)}h100M-50 {number(y - size + 1)}h100" '
            f'stroke="{mix(d.trim, "#ffffff", 0.5)}" stroke-width=".3"/></g>'
        )
        return
    edge = x - 0.25 - max(0.0, d.flare) * 0.08
    for off in (1.7, 2.2):
        canvas.line([smooth(edge, y - off), smooth(0, y + 1.3 - off), smooth(-edge, y - off)], seam, 0.14, 0.5, "0.5 0.3")
