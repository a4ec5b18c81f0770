"""How a top is cut: its design, the outline of body and sleeves, and where the cloth creases."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan2, degrees
from random import Random

from hangtag_models.illustrations.canvas import Cloth, Fold, Knot, Point, corner, flipped, mirrored, smooth
from hangtag_models.illustrations.fabric import JERSEY, PatternMaker
from hangtag_models.illustrations.figure import MAN, Build, Pose, between


@dataclass(frozen=True)
class TopDesign:
    """All that a top is made of. Lengths in centimetres.

    - ``neck``: crew, v, henley, scoop, boat, yoke, tank, strap, polo, shirt, zip (a standing collar), band or hood.
    - ``sleeve``: how far it reaches down the arm, 0 none to 1 the wrist; ``sleeve_end``: plain, band, rib, cuff or
      rolled; ``sleeve_shape``: set, puff or bell.
    - ``hem``: straight, curved, rib or border; ``front``: closed, placket, buttons, zip, half-zip or cardigan.
    - ``ease`` is the room between body and cloth, ``flare`` what the hem is wider than the hips.
    - ``pockets``: any of the words chest, two, flap, kangaroo, slant, flaps.
    - ``waistline``: none, seam, belt or sash, ``waist_drop`` below the waist, with ``gathers`` folds below it.
    - ``trim``: the colour of collar, bands and ribs; ``worked``: of an embroidered yoke.
    """

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
    print_kind: str = ""
    print_size: float = 9.0
    print_word: str = ""
    logo: bool = False
    pockets: str = ""
    yoke: bool = False
    side_slits: bool = False
    worked: str = ""
    waistline: str = ""
    waist_drop: float = 0.0
    gathers: int = 0
    quilted: float = 0.0
    sleeve_stripe: str = ""
    pose: Pose = field(default_factory=Pose)
    worn: bool = False


class Cut:
    """The points a top is cut along."""

    def __init__(self, d: TopDesign) -> None:
        b, e = d.build, d.ease
        self.ny = b.neck_y + 0.4
        self.nx = b.neck * (1.22 if d.neck in ("crew", "v", "henley") else 1.12)
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
        self.tip: Point = (tip, b.shoulder_y - 0.2)
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


def neck_line(d: TopDesign, c: Cut) -> list[Knot]:
    """The front neckline from the middle to the right neck point."""
    depth = d.depth
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


def _hem_knots(d: TopDesign, c: Cut) -> list[Knot]:
    x, y = c.hem
    if d.hem == "curved":
        return [smooth(x, y - 9), smooth(x * 0.82, y - 2.5), smooth(x * 0.4, y + 0.6), smooth(0, y + 1.0)]
    if d.hem == "rib":
        return [corner(x * 0.93, y - 5.5), corner(x * 0.92, y), smooth(0, y + 1.2)]
    return [corner(x, y), smooth(x * 0.5, y + 1.0), smooth(0, y + 1.3)]


def body_knots(d: TopDesign, c: Cut) -> list[Knot]:
    tx, ty = c.tip
    px, py = c.pit
    right = neck_line(d, c)
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


def sleeve_knots(d: TopDesign, c: Cut, side: int) -> tuple[list[Knot], Point, Point, float]:
    """The sleeve outline, its two hem points and the angle at which it hangs (degrees)."""

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
    return (
        flipped(knots, side),
        (outer[0] * side, outer[1]),
        (inner[0] * side, inner[1]),
        -degrees(atan2(dx * side, dy)),
    )


def sleeve_folds(rng: Random, d: TopDesign, c: Cut, side: int) -> list[Fold]:
    shoulder, elbow, wrist = d.pose.arm(d.build, side)
    out: list[Fold] = []
    a = d.build.arm
    px, py = c.pit[0] * side, c.pit[1]
    for i in range(2):
        end = between(shoulder, elbow, 0.35 + 0.25 * i)
        out.append(Fold(((px, py - 1.0 + i), (end[0] + side * a * 0.3, end[1])), rng.uniform(0.8, 1.6), rng.uniform(0.5, 0.9)))
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


def body_folds(rng: Random, d: TopDesign, c: Cut) -> list[Fold]:
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
        out.append(Fold(((x0, y0), ((x0 + x1) / 2, (y0 + c.bottom) / 2), (x1, c.bottom - 0.5)), rng.uniform(1.4, 2.8), 0.85))
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
