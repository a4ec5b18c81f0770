"""Upper-body garments: T-shirts, polos, shirts, knitwear, hoodies, jackets, vests, tunics and kurtas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from .canvas import Canvas, Cloth, Fold, Knot, Outline, Point, corner, luminance, mirrored, mix, number, smooth
from .fabric import JERSEY, cloth, melange
from .figure import MAN, Build, Pose, between
from .prints import graphic

PatternMaker = Callable[[Canvas, str], str]


@dataclass(frozen=True)
class TopDesign:
    """All that a top is made of. Lengths in centimetres."""

    build: Build = MAN
    kind: Cloth = JERSEY
    colour: str = "#3353b5"
    pattern: PatternMaker | None = None
    flecked: bool = False
    neck: str = "crew"
    depth: float = 7.0
    sleeve: float = 0.38
    sleeve_end: str = "plain"
    sleeve_shape: str = "set"
    ease: float = 2.2
    taper: float = 0.0
    length: float = 66.0
    flare: float = 0.0
    hem: str = "straight"
    front: str = "closed"
    trim: str = ""
    sleeve_colour: str = ""
    print_kind: str = ""
    print_size: float = 9.0
    print_word: str = ""
    logo: bool = False
    pockets: str = ""
    yoke: bool = False
    side_slits: bool = False
    worked: str = ""
    bands: tuple[str, ...] = field(default=())
    waistline: str = ""
    waist_drop: float = 0.0
    gathers: int = 0
    quilted: float = 0.0
    sleeve_stripe: str = ""
    pose: Pose = field(default_factory=Pose)
    worn: bool = False


def _pattern(canvas: Canvas, d: TopDesign) -> Cloth:
    name = ""
    if d.pattern:
        name = d.pattern(canvas, d.colour)
    elif d.flecked:
        name = melange(canvas, d.colour)
    return cloth(d.kind, d.colour, name)


class _Cut:
    """The points a top is cut along."""

    def __init__(self, d: TopDesign) -> None:
        b, e = d.build, d.ease
        self.ny = b.neck_y + 0.4
        self.nx = b.neck * (1.22 if d.neck in ("crew", "v", "henley") else 1.12)
        drop = 0.0
        if d.neck in ("scoop", "boat", "yoke"):
            self.nx = b.neck * 1.75
            self.ny = b.neck_y + 1.6
        if d.neck == "tank":
            self.nx, self.ny = b.shoulder * 0.52, b.shoulder_y - 1.8
        if d.neck == "strap":
            self.nx, self.ny = b.shoulder * 0.60, b.arm_y - 4.5
        tip = b.shoulder + 0.6 + e * 0.25
        if d.sleeve <= 0:
            tip = {"tank": b.shoulder * 0.74, "strap": b.shoulder * 0.68}.get(d.neck, b.shoulder - 1.5)
        self.tip: Point = (tip, b.shoulder_y - 0.2 + drop)
        if d.neck == "strap":
            self.tip = (b.shoulder * 0.68, b.arm_y - 4.2)
        pit_down = e * 0.5 if d.sleeve > 0 else 1.5
        self.pit: Point = (b.chest + e * 0.9, b.arm_y + pit_down)
        self.waist: Point = (max(b.waist + e * 1.15 - d.taper, 6), b.waist_y)
        self.bottom = b.neck_y + d.length
        spread = b.hip + e * 0.55
        if self.bottom < b.hip_y:
            t = (self.bottom - b.waist_y) / max(b.hip_y - b.waist_y, 1)
            spread = self.waist[0] + (spread - self.waist[0]) * max(0.0, min(1.0, t))
        self.hem: Point = (spread + d.flare, self.bottom)


def _neck_line(d: TopDesign, c: _Cut, drop: float = 0.0) -> list[Knot]:
    """The front neckline from the middle to the right neck point."""
    depth = d.depth + drop
    if d.neck == "v":
        return [corner(0, c.ny + depth + 4), smooth(c.nx * 0.62, c.ny + depth * 0.55), corner(c.nx, c.ny)]
    if d.neck in ("polo", "shirt", "henley", "band", "zip", "hood", "yoke"):
        extra = 0.0 if d.neck != "yoke" else 2.0
        return [smooth(0, c.ny + depth + extra), smooth(c.nx * 0.75, c.ny + depth * 0.62), corner(c.nx, c.ny)]
    if d.neck == "strap":
        return [smooth(0, c.ny + 3.0), smooth(c.nx * 0.6, c.ny + 2.0), corner(c.nx, c.ny)]
    if d.neck == "tank":
        return [smooth(0, c.ny + depth), smooth(c.nx * 0.72, c.ny + depth * 0.72), corner(c.nx, c.ny)]
    if d.neck == "boat":
        return [smooth(0, c.ny + 3.2), smooth(c.nx * 0.7, c.ny + 2.1), corner(c.nx, c.ny)]
    return [smooth(0, c.ny + depth), smooth(c.nx * 0.72, c.ny + depth * 0.66), corner(c.nx, c.ny)]


def _hem_knots(d: TopDesign, c: _Cut) -> list[Knot]:
    x, y = c.hem
    if d.hem == "curved":
        return [smooth(x, y - 9), smooth(x * 0.82, y - 2.5), smooth(x * 0.4, y + 0.6), smooth(0, y + 1.0)]
    if d.hem == "rib":
        return [corner(x * 0.93, y - 5.5), corner(x * 0.92, y), smooth(0, y + 1.2)]
    return [corner(x, y), smooth(x * 0.5, y + 1.0), smooth(0, y + 1.3)]


def _body_knots(d: TopDesign, c: _Cut) -> list[Knot]:
    tx, ty = c.tip
    px, py = c.pit
    right = _neck_line(d, c)
    right.append(corner(tx, ty))
    if d.neck in ("tank", "strap") or d.sleeve <= 0:
        right.append(smooth(min(tx, px) - 1.0, ty + (py - ty) * 0.55))
    else:
        right.append(smooth(min(tx, px) - 1.3, ty + (py - ty) * 0.6))
    right.append(corner(px, py))
    if d.hem == "rib":
        right.append(smooth(c.waist[0] + 1.0, c.waist[1]))
        right.append(smooth(c.hem[0] + 1.2, c.hem[1] - 9))
    else:
        right.append(smooth(*c.waist))
        if c.bottom > d.build.hip_y + 4:
            hip = d.build.hip + d.ease * 0.7 + d.flare * 0.4
            right.append(smooth(hip, d.build.hip_y))
    right.extend(_hem_knots(d, c))
    return mirrored(right)


def _sleeve(d: TopDesign, c: _Cut, side: int) -> tuple[list[Knot], Point, Point, float]:
    """The sleeve outline, its two hem points and the angle at which it hangs (degrees)."""
    from math import atan2, degrees

    b = d.build
    shoulder, elbow, wrist = d.pose.arm(b, 1 if side > 0 else -1)
    shoulder, elbow, wrist = ((p[0] * side, p[1]) for p in (shoulder, elbow, wrist))
    wide = b.arm * 1.12 + d.ease * 0.55
    t = d.sleeve
    narrow = {"rib": 0.80, "cuff": 0.82, "rolled": 1.0}.get(d.sleeve_end, 0.92 if t > 0.6 else 1.0)
    if d.sleeve_shape == "bell":
        narrow = 1.25

    def at(u: float) -> tuple[Point, Point]:
        """Centre of the arm and its direction at u in 0..1."""
        if u <= 0.52:
            p, a, z = between(shoulder, elbow, u / 0.52), shoulder, elbow
        else:
            p, a, z = between(elbow, wrist, (u - 0.52) / 0.48), elbow, wrist
        length = ((z[0] - a[0]) ** 2 + (z[1] - a[1]) ** 2) ** 0.5
        return p, ((z[0] - a[0]) / length, (z[1] - a[1]) / length)

    def rim(u: float, half: float) -> tuple[Point, Point]:
        (x, y), (dx, dy) = at(u)
        nx, ny = dy, -dx
        return (x + nx * half, y + ny * half), (x - nx * half, y - ny * half)

    tx, ty = c.tip
    px, py = c.pit
    knots = [corner(tx - 1.6, ty - 0.5), smooth(tx + 0.9, ty + 1.0)]
    half = wide
    if d.sleeve_shape == "puff":
        o1, _ = rim(0.12, wide * 1.35)
        knots.append(smooth(o1[0], o1[1] - 2.2))
    else:
        o1, _ = rim(0.10, wide * 1.0)
        knots.append(smooth(max(o1[0], tx + 1.4), max(o1[1], ty + 4.0)))
    if t > 0.6:
        o2, i2 = rim(0.52, wide * (0.86 if narrow < 1 else 1.0))
        knots.append(smooth(*o2))
    half = wide * (narrow if t <= 0.6 else narrow * 0.72 if d.sleeve_shape != "bell" else 1.15)
    outer, inner = rim(t, half)
    if t > 0.6 and d.sleeve_end in ("cuff", "rib"):
        gather, back = rim(t - 0.07, half * 1.12)
        knots.append(smooth(*gather))
    knots.append(corner(*outer))
    knots.append(corner(*inner))
    if t > 0.6:
        if d.sleeve_end in ("cuff", "rib"):
            knots.append(smooth(*back))
        knots.append(smooth(*i2))
    knots.append(corner(min(px, px + 0.2), py))
    knots.append(smooth(min(tx, px) - 1.3, ty + (py - ty) * 0.6))
    _, (dx, dy) = at(min(t, 0.5))
    return flip(knots, side), (outer[0] * side, outer[1]), (inner[0] * side, inner[1]), -degrees(atan2(dx * side, dy))


def flip(knots: list[Knot], side: int) -> list[Knot]:
    """The outline mirrored when side is -1."""
    return [Knot(k.x * side, k.y, k.corner) for k in knots]


def _sleeve_folds(rng: Random, d: TopDesign, c: _Cut, side: int) -> list[Fold]:
    shoulder, elbow, wrist = d.pose.arm(d.build, side)
    out: list[Fold] = []
    a = d.build.arm
    px, py = c.pit[0] * side, c.pit[1]
    for i in range(2):
        end = between(shoulder, elbow, 0.35 + 0.25 * i)
        out.append(
            Fold(((px, py - 1.0 + i), (end[0] + side * a * 0.3, end[1])), rng.uniform(0.8, 1.6), rng.uniform(0.5, 0.9))
        )
    if d.sleeve > 0.6:
        for _ in range(rng.randrange(3, 6)):
            u = rng.uniform(-0.25, 0.35)
            y = elbow[1] + u * d.build.reach * 0.5
            x = elbow[0] + (wrist[0] - shoulder[0]) * 0.25 * u
            tilt = rng.uniform(-2.5, 2.5)
            out.append(
                Fold(
                    ((x - side * a * 1.1, y + tilt), (x, y + 0.9), (x + side * a * 0.8, y - tilt * 0.6)),
                    rng.uniform(0.8, 1.8),
                    0.8,
                )
            )
        for u in (0.78, 0.9):
            p = between(elbow, wrist, u)
            out.append(Fold(((p[0] - a * 0.9, p[1] + 0.8), (p[0], p[1] - 0.3), (p[0] + a * 0.9, p[1] + 0.7)), 1.0, 0.7))
    return out


def _body_folds(rng: Random, d: TopDesign, c: _Cut) -> list[Fold]:
    out: list[Fold] = []
    px, py = c.pit
    wx, wy = c.waist
    for side in (1, -1):
        for i in range(rng.randrange(2, 4)):
            x0, y0 = px * side * 0.97, py - 2 + 2.4 * i
            x1 = x0 - side * rng.uniform(5, 11)
            y1 = y0 + rng.uniform(1, 8)
            out.append(
                Fold(
                    ((x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + 0.8), (x1, y1)),
                    rng.uniform(1.0, 2.0),
                    rng.uniform(0.4, 0.9),
                )
            )
        for _ in range(rng.randrange(2, 4)):
            y0 = wy + rng.uniform(-7, 10)
            x0 = wx * side
            x1 = x0 - side * rng.uniform(4, 12)
            y1 = y0 + rng.uniform(-4, 5)
            out.append(
                Fold(
                    ((x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + 1.0), (x1, y1)),
                    rng.uniform(1.0, 2.4),
                    rng.uniform(0.4, 1.0),
                )
            )
    if d.build.name == "woman":
        for side in (1, -1):
            y = c.pit[1] + 7
            out.append(Fold(((side * 12.5, y - 3), (side * 9, y + 2.2), (side * 4.0, y + 2.6)), 2.2, 0.75))
    for i in range(d.gathers):
        t = (i + 0.5) / d.gathers * 2 - 1 + rng.uniform(-0.06, 0.06)
        y0 = d.build.waist_y + d.waist_drop + 1.5
        x0, x1 = t * wx * 0.95, t * c.hem[0] * 0.96
        out.append(
            Fold(((x0, y0), ((x0 + x1) / 2, (y0 + c.bottom) / 2), (x1, c.bottom - 0.5)), rng.uniform(1.4, 2.8), 0.85)
        )
    steps = 4 if d.flare > 2 else 2
    for _ in range(steps):
        x = rng.uniform(-0.75, 0.75) * c.hem[0]
        y1 = c.bottom - 1
        y0 = y1 - rng.uniform(10, 24 if d.flare < 2 else 40)
        out.append(
            Fold(
                ((x * 0.8, y0), (x * 0.95 + rng.uniform(-1, 1), (y0 + y1) / 2), (x, y1)),
                rng.uniform(1.2, 2.6),
                rng.uniform(0.3, 0.7),
            )
        )
    return out


def _button(canvas: Canvas, x: float, y: float, colour: str, size: float = 0.55) -> None:
    wx, wy = canvas.warp(x, y)
    dark = mix(colour, "#05060c", 0.55)
    canvas.add(
        f'<circle cx="{number(wx + 0.1)}" cy="{number(wy + 0.18)}" r="{number(size * 1.05)}" '
        'fill="#05060c" fill-opacity=".35"/>'
        f'<circle cx="{number(wx)}" cy="{number(wy)}" r="{number(size)}" fill="{colour}" stroke="{dark}" '
        'stroke-width=".1"/>'
        + "".join(
            f'<circle cx="{number(wx + ox * size * 0.3)}" cy="{number(wy + oy * size * 0.3)}" '
            f'r="{number(size * 0.13)}" fill="{dark}"/>'
            for ox in (-1, 1)
            for oy in (-1, 1)
        )
    )


def draw_inside(canvas: Canvas, d: TopDesign) -> None:
    """The inside of the back, seen through the neck; comes before the wearer's neck."""
    c = _Cut(d)
    if d.neck == "hood":
        _hood_back(canvas, d, c, _pattern(canvas, d))
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
    rng, c = canvas.rng, _Cut(d)
    main = _pattern(canvas, d)
    trim = cloth(d.kind, d.trim or mix(d.colour, "#05060c", 0.10))
    canvas.begin()
    knots = _body_knots(d, c)
    angle = 0.0
    shape = canvas.piece(knots, main, angle=angle, folds=_body_folds(rng, d, c))
    inside = canvas.clip(shape)
    _panels(canvas, d, c, inside, main)
    if d.print_kind:
        y = d.build.arm_y + d.print_size * 0.55
        canvas.add(
            f'<g clip-path="{inside}" '
            f'opacity=".93">{graphic(canvas, d.print_kind, d.colour, 0, y, d.print_size, d.print_word)}</g>'
        )
        canvas.creases(inside, _body_folds(rng, d, c)[:4], 0.5)
    if d.sleeve > 0:
        sleeves = replace(main, colour=d.sleeve_colour, pattern="") if d.sleeve_colour else main
        for side in (1, -1):
            _draw_sleeve(canvas, d, c, sleeves, trim, side, inside)
    _hem(canvas, d, c, trim, inside)
    _front(canvas, d, c, main, trim, inside)
    _neck(canvas, d, c, main, trim, inside)
    canvas.finish(main)
    return shape


def _panels(canvas: Canvas, d: TopDesign, c: _Cut, inside: str, main: Cloth) -> None:
    seam = mix(d.colour, "#05060c", 0.5)
    if d.bands:
        size = 7.0
        for i, colour in enumerate(d.bands):
            y = d.build.arm_y - 2 + i * size
            canvas.add(
                f'<g clip-path="{inside}"><rect x="-40" y="{number(y)}" width="80" '
                f'height="{number(size)}" fill="{colour}" fill-opacity=".86"/></g>'
            )
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


def _worked_yoke(canvas: Canvas, d: TopDesign, c: _Cut, inside: str) -> None:
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
        out.append(
            f'<circle cx="0" cy="{number(y)}" r=".8" fill="{second}"/>'
            f'<circle cx="0" cy="{number(y)}" r=".35" fill="{thread}"/>'
        )
        for side in (1, -1):
            out.append(
                f'<path d="M{number(side * 1)} {number(y)}q{number(side * 0.8)} -1.4 {number(side * 1.8)} '
                f'-.3q{number(-side * 0.6)} 1.2 {number(-side * 1.8)} .3" fill="{thread}"/>'
            )
        y += 2.4
    line = canvas.outline(
        mirrored(
            [smooth(0, c.ny + d.depth + 3.2), smooth(c.nx * 0.95, c.ny + d.depth * 0.7 + 1.5), smooth(c.nx + 2.2, c.ny)]
        ),
        closed=False,
    )
    out.append(f'<path d="{line.d}" fill="none" stroke="{thread}" stroke-width="1.6"/>')
    out.append(f'<path d="{line.d}" fill="none" stroke="{second}" stroke-width=".6" stroke-dasharray=".6 .7"/>')
    canvas.add(f'<g clip-path="{inside}">{"".join(out)}</g>')


def _draw_sleeve(canvas: Canvas, d: TopDesign, c: _Cut, main: Cloth, trim: Cloth, side: int, inside: str) -> None:
    rng = canvas.rng
    knots, outer, inner, angle = _sleeve(d, c, side)
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
    canvas.piece(knots, main, angle=angle, volume=0.9, edge=0.9, folds=_sleeve_folds(rng, d, c, side))
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
        canvas.piece(
            k, stuff, angle=angle + (90 if d.sleeve_end == "cuff" and main.pattern else 0), volume=0.8, edge=0.6
        )
        if d.sleeve_end == "rib":
            _ribs(canvas, k, trim.colour)
        if d.sleeve_end == "cuff":
            _button(canvas, b[0] * 0.4 + a[0] * 0.6, (a[1] * 0.6 + b[1] * 0.4) - 0.6, "#f2f0ea", 0.45)
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


def _ribs(canvas: Canvas, knots: list[Knot], colour: str) -> None:
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


def _hem(canvas: Canvas, d: TopDesign, c: _Cut, trim: Cloth, inside: str) -> None:
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
        _ribs(canvas, [k[0], k[1], k[3], k[4]], trim.colour)
        return
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.12 else "#ffffff", 0.45)
    if d.hem == "curved":
        canvas.line(
            mirrored(
                [smooth(x * 0.99, y - 10), smooth(x * 0.80, y - 3.7), smooth(x * 0.4, y - 0.6), smooth(0, y - 0.2)]
            )[:7],
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
        canvas.line(
            [smooth(edge, y - off), smooth(0, y + 1.3 - off), smooth(-edge, y - off)], seam, 0.14, 0.5, "0.5 0.3"
        )


def _front(canvas: Canvas, d: TopDesign, c: _Cut, main: Cloth, trim: Cloth, inside: str) -> None:
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.15 else "#ffffff", 0.5)
    b = d.build
    pearl = "#f1eee6" if luminance(d.colour) < 0.75 else "#d9d4c8"
    top = c.ny + d.depth * 0.85
    if d.neck == "polo" or (d.neck in ("henley", "band", "yoke") and d.front == "placket"):
        low = top + (11 if d.neck != "band" else 17)
        if d.neck in ("henley",):
            low = top + 12
        half = 1.55
        k = [corner(half, top - 3), corner(half, low), corner(-half, low), corner(-half, top - 3)]
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
            _button(canvas, 0, top + 0.8 + i * (low - top - 2.4) / 2.6, pearl, 0.5)
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
            _button(canvas, 0, start + 3.2 + i * (end - start - 9) / (count - 1), pearl, 0.55)
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
            _button(canvas, 0, start + 1 + i * (end - start - 4) / 5, mix(trim.colour, "#05060c", 0.5), 0.8)
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
                _button(canvas, x, y + 2.6, pearl, 0.45)
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
            canvas.line(
                [smooth((w * 0.72 - 0.8) * side, y - 16.8), smooth((w - 0.9) * side, y - 7)], seam, 0.14, 0.7, "0.5 0.3"
            )
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


def _neck(canvas: Canvas, d: TopDesign, c: _Cut, main: Cloth, trim: Cloth, inside: str) -> None:
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
        upper = _neck_line(d, c)
        lower = [
            Knot(
                k.x + (band if i == len(upper) - 1 else band * 0.75 if i else 0),
                k.y
                + (
                    band * (1.5 if d.neck == "v" else 1.0)
                    if i == 0
                    else band * 0.75
                    if i < len(upper) - 1
                    else band * 0.28
                ),
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


def _collar(canvas: Canvas, d: TopDesign, c: _Cut, stuff: Cloth, inside: str, seam: str) -> None:
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
        knots = flip(leaf, side)
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


def _stand(canvas: Canvas, d: TopDesign, c: _Cut, stuff: Cloth, inside: str) -> None:
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
        knots = flip(leaf, side)
        canvas.shade_inside(inside, [Knot(k.x, k.y + 0.6, k.corner) for k in knots[2:5]], 1.2, 0.35, 0.6)
        canvas.piece(knots, stuff, volume=0.3, edge=0.7, line=1.4)


def _hood_back(canvas: Canvas, d: TopDesign, c: _Cut, main: Cloth) -> None:
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
    folds = [
        Fold(((h * s * 1.2, top + 20), (h * s * 1.15, top + 12), (h * s * 0.7, top + 3)), 1.6, 0.7) for s in (1, -1)
    ]
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


def _hood_front(canvas: Canvas, d: TopDesign, c: _Cut, main: Cloth, inside: str) -> None:
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
        knots = flip(rim, side)
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
