"""The person who wears the garment: a faceless drawn figure, or nobody at all (the garment alone, as on a form).

Measures are centimetres of an adult: the crown at y = 0, the feet near y = 175 (man) and 163 (woman).
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hangtag_models.illustrations.canvas import Canvas, Cloth, Fold, Knot, Point, corner, mirrored, mix, smooth


@dataclass(frozen=True)
class Build:
    """The measures that clothes are cut to (half widths and heights)."""

    name: str
    head: float
    chin: float
    neck: float
    neck_y: float
    shoulder: float
    shoulder_y: float
    arm_y: float
    chest: float
    waist_y: float
    waist: float
    hip_y: float
    hip: float
    crotch_y: float
    knee_y: float
    knee: float
    ankle_y: float
    ankle: float
    arm: float
    reach: float


MAN = Build("man", 7.6, 22.5, 6.2, 27.5, 21.5, 32.5, 47, 18.3, 68, 15.6, 86, 17.6, 92, 130, 6.3, 168, 4.0, 5.2, 56)
WOMAN = Build("woman", 7.2, 21.0, 5.0, 25.5, 17.0, 29.5, 41.5, 14.6, 60, 11.6, 80, 17.0, 84, 121, 5.4, 157, 3.3, 3.7, 51)


@dataclass(frozen=True)
class Pose:
    """How arms and legs hang: angles of the upper and lower arm from straight down, and the gap of the feet."""

    upper: tuple[float, float] = (12.0, 12.0)
    lower: tuple[float, float] = (6.0, 6.0)
    stance: float = 11.0

    def arm(self, build: Build, side: int) -> tuple[Point, Point, Point]:
        """Shoulder, elbow and wrist."""
        from math import cos, radians, sin

        upper, lower = (self.upper[0], self.lower[0]) if side > 0 else (self.upper[1], self.lower[1])
        sx, sy = build.shoulder - build.arm * 0.72, build.shoulder_y + build.arm * 0.75
        ex = sx + sin(radians(upper)) * build.reach * 0.52
        ey = sy + cos(radians(upper)) * build.reach * 0.52
        wx = ex + sin(radians(lower)) * build.reach * 0.48
        wy = ey + cos(radians(lower)) * build.reach * 0.48
        return (sx * side, sy), (ex * side, ey), (wx * side, wy)


def random_pose(rng: Random, spread: float = 1.0) -> Pose:
    """A relaxed stance."""
    return Pose(
        (rng.uniform(8, 17) * spread, rng.uniform(8, 17) * spread),
        (rng.uniform(-2, 12), rng.uniform(-2, 12)),
        rng.uniform(8, 13),
    )


def _normal(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return -dy / length, dx / length


def tube(points: list[Point], halves: list[float]) -> list[Knot]:
    """A limb along ``points`` with the given half widths; the ends are cut straight."""
    left: list[Knot] = []
    right: list[Knot] = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        nx, ny = _normal(points[max(i - 1, 0)], points[min(i + 1, last)])
        end = i in (0, last)
        left.append(Knot(x + nx * halves[i], y + ny * halves[i], end))
        right.append(Knot(x - nx * halves[i], y - ny * halves[i], end))
    return [*left, *reversed(right)]


def between(a: Point, b: Point, t: float) -> Point:
    """The point ``t`` of the way from a to b."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


@dataclass(frozen=True)
class Person:
    """Skin, hair and build of the drawn figure."""

    build: Build
    skin: str
    hair: str
    long_hair: bool = False


def skin_cloth(person: Person) -> Cloth:
    """Skin is drawn like a very smooth cloth."""
    return Cloth(person.skin, sheen=0.5, relief=0.0, grain=0.0)


def draw_arms(canvas: Canvas, person: Person, pose: Pose) -> None:
    """Both arms with simple hands."""
    build, skin = person.build, skin_cloth(person)
    for side in (1, -1):
        shoulder, elbow, wrist = pose.arm(build, side)
        a = build.arm
        along = (wrist[0] - elbow[0], wrist[1] - elbow[1])

        def at(t: float, across: float, wrist: Point = wrist, along: Point = along, side: int = side) -> Point:
            """A point on the hand: t along the lower arm beyond the wrist, across in centimetres towards the body."""
            return wrist[0] + along[0] * t - side * across, wrist[1] + along[1] * t

        palm = [
            (*at(-0.06, a * 0.44), False),
            (*at(0.10, a * 0.62), False),
            (*at(0.26, a * 0.72), False),
            (*at(0.46, a * 0.60), False),
            (*at(0.62, a * 0.36), False),
            (*at(0.66, a * 0.04), False),
            (*at(0.58, -a * 0.26), False),
            (*at(0.34, -a * 0.52), False),
            (*at(0.12, -a * 0.56), False),
            (*at(-0.06, -a * 0.46), False),
        ]
        canvas.piece([Knot(*p) for p in palm], skin, volume=0.7, line=0.5, simple=True)
        thumb = [at(0.04, a * 0.40), at(0.18, a * 0.78), at(0.32, a * 0.84), at(0.42, a * 0.72)]
        canvas.piece(tube(thumb, [a * 0.26, a * 0.27, a * 0.22, a * 0.10]), skin, volume=0.4, line=0.4, simple=True)
        ink = mix(person.skin, "#3a1a10", 0.45)
        for across in (0.34, 0.08, -0.16):
            finger = [at(0.36, a * across), at(0.46, a * across), at(0.58, a * (across * 0.8))]
            canvas.line([smooth(*p) for p in finger], ink, 0.16, 0.55)
        lift = (shoulder[0] - side * a * 0.25, shoulder[1] - a * 0.62)
        limb = [lift, shoulder, between(shoulder, elbow, 0.45), elbow, between(elbow, wrist, 0.35), wrist]
        halves = [a * 0.50, a * 0.96, a * 0.90, a * 0.74, a * 0.76, a * 0.48]
        outline = tube(limb, halves)
        outline = [Knot(k.x, k.y, False) for k in outline]
        canvas.piece(outline, skin, volume=0.9, edge=0.8, line=0.45, simple=True)


def draw_torso(canvas: Canvas, person: Person) -> None:
    """The trunk, for garments that leave it bare in part."""
    b = person.build
    knots = mirrored(
        [
            smooth(0, b.neck_y + 2),
            corner(b.neck * 0.95, b.neck_y - 1),
            smooth(b.neck * 1.6, b.neck_y + 2.2),
            smooth(b.shoulder - 4.0, b.shoulder_y + 1.0),
            smooth(b.shoulder - 0.8, b.shoulder_y + 4.5),
            smooth(b.chest + 0.3, b.arm_y),
            smooth(b.waist, b.waist_y),
            smooth(b.hip, b.hip_y),
            smooth(b.hip - 0.5, b.crotch_y),
            smooth(0, b.crotch_y + 2),
        ]
    )
    canvas.piece(knots, skin_cloth(person), volume=0.8, edge=0.8, line=0.2, simple=True)


def draw_legs(canvas: Canvas, person: Person, pose: Pose) -> None:
    """Bare legs and plain shoes."""
    b, skin = person.build, skin_cloth(person)
    for side in (1, -1):
        foot = pose.stance * side
        thigh = [
            (b.hip * 0.5 * side, b.hip_y),
            (b.hip * 0.52 * side, b.crotch_y + 6),
            ((b.hip * 0.45 + foot * side * 0.12) * side, b.knee_y),
            (foot * 0.86 + 0.6 * side, b.knee_y + (b.ankle_y - b.knee_y) * 0.35),
            (foot * 0.85, b.ankle_y),
        ]
        halves = [b.hip * 0.52, b.hip * 0.47, b.knee, b.knee * 0.96, b.ankle]
        canvas.piece(tube(thigh, halves), skin, volume=0.9, edge=0.9, line=0.7, simple=True)


def draw_shoes(canvas: Canvas, person: Person, pose: Pose, colour: str) -> None:
    """Shoes seen from the front."""
    b = person.build
    leather = Cloth(colour, sheen=0.9, relief=0.1, grain=0.0)
    for side in (1, -1):
        x, y, w = pose.stance * 0.87 * side, b.ankle_y, b.ankle + 1.2
        canvas.shadow([smooth(x - 6, y + 9), smooth(x, y + 7), smooth(x + 7, y + 9), smooth(x, y + 11)], 0.3, 1.2)
        knots = [
            corner(x - w * 0.85, y - 1),
            smooth(x - w + side * 0.2, y + 5),
            smooth(x - w * 0.75 + side * 1.2, y + 9.4),
            smooth(x + side * 1.6, y + 10.4),
            smooth(x + w * 0.75 + side * 1.2, y + 9.4),
            smooth(x + w + side * 0.4, y + 5),
            corner(x + w * 0.85, y - 1),
        ]
        canvas.piece(knots, leather, volume=0.8)
        canvas.line(
            [smooth(x - w * 0.9 + side, y + 8.6), smooth(x + side * 1.5, y + 9.6), smooth(x + w * 0.9 + side, y + 8.6)],
            mix(colour, "#ffffff", 0.7),
            0.7,
            0.8,
        )


def draw_head(canvas: Canvas, person: Person) -> None:
    """Neck and head without a face."""
    b, skin = person.build, skin_cloth(person)
    h, c = b.head, b.chin
    if person.long_hair:
        fall = canvas.rng.uniform(b.shoulder_y + 2, b.shoulder_y + 10)
        back = mirrored(
            [
                smooth(0, -0.6),
                smooth(h * 0.9, 3),
                smooth(h * 1.15, 11),
                smooth(h * 1.2, 20),
                smooth(h * 1.35, fall - 4),
                smooth(h * 0.8, fall),
                smooth(0, fall - 6),
            ]
        )
        canvas.piece(back, Cloth(person.hair, sheen=0.9, relief=0, grain=0), volume=0.7, edge=0.8, simple=True)
    neck = mirrored(
        [
            corner(b.neck * 0.86, c - 5),
            smooth(b.neck * 0.9, c + 2),
            corner(b.neck * 1.5, b.neck_y + 2.4),
            smooth(b.neck * 1.35, b.neck_y + 9),
            smooth(0, b.neck_y + 14),
        ]
    )
    shape = canvas.piece(neck, skin, volume=0.5, edge=0.5, line=0.0, simple=True)
    canvas.shade_inside(canvas.clip(shape), [smooth(-h * 0.8, c - 2.5), smooth(0, c + 1.2), smooth(h * 0.8, c - 2.5)], 3.2, 0.30, 0.8)
    for side in (1, -1):
        ear = [
            smooth(h * 0.95 * side, 10.2),
            smooth(h * 1.14 * side, 10.8),
            smooth(h * 1.06 * side, 14),
            smooth(h * 0.9 * side, 14.6),
        ]
        canvas.piece(ear, skin, volume=0.3, edge=0.6, line=0.5, simple=True)
    face = mirrored(
        [
            smooth(0, 0.8),
            smooth(h * 0.82, 4),
            smooth(h, 10.5),
            smooth(h * 0.88, 16.2),
            smooth(h * 0.48, c - 1.2),
            smooth(0, c),
        ]
    )
    canvas.piece(face, skin, volume=0.9, edge=0.8, line=0.5, simple=True)
    shade, lip = mix(person.skin, "#3a1a10", 0.45), mix(person.skin, "#8a2f2f", 0.4)
    for side in (1, -1):
        brow = [smooth(1.6 * side, 9.3), smooth(3.4 * side, 8.6), smooth(5.2 * side, 9.3)]
        canvas.line(brow, person.hair, 0.5, 0.75)
        canvas.line([smooth(2.1 * side, 11.2), smooth(3.4 * side, 10.8), smooth(4.7 * side, 11.2)], shade, 0.45, 0.9)
        canvas.path(
            [smooth(2.5 * side, 11.3), smooth(3.4 * side, 10.9), smooth(4.3 * side, 11.3), smooth(3.4 * side, 11.9)],
            "#241712",
        )
    canvas.line([smooth(0.5, 11.5), smooth(0.9, 14.4), smooth(-0.3, 15.0)], shade, 0.28, 0.5)
    canvas.line([smooth(-2.0, 17.9), smooth(0, 18.3), smooth(2.0, 17.9)], lip, 0.6, 0.9)
    hair = Cloth(person.hair, sheen=0.9, relief=0, grain=0)
    if person.long_hair:
        for side in (1, -1):
            lock = [
                corner(0.2 * side, 3.0),
                smooth(3.2 * side, 5.0),
                smooth(h * 0.74 * side, 9.0),
                smooth(h * 0.92 * side, 14.0),
                smooth(h * 0.98 * side, 21.0),
                smooth(h * 1.22 * side, 22.0),
                smooth(h * 1.22 * side, 12.0),
                smooth(h * 1.02 * side, 4.0),
                smooth(h * 0.5 * side, -1.4),
                corner(-0.2 * side, -1.9),
            ]
            strand = Fold(((h * 0.5 * side, 1.5), (h * 1.0 * side, 8), (h * 1.08 * side, 18)), 1.0, 0.8)
            canvas.piece(lock, hair, volume=0.5, edge=0.5, folds=[strand])
    else:
        part = canvas.rng.choice((-1, 1))
        cap = [
            corner(h * 1.02, 10.6),
            smooth(h * 1.08, 5.0),
            smooth(h * 0.72, -0.6),
            smooth(0.5 * part, -2.2),
            smooth(-h * 0.72, -0.6),
            smooth(-h * 1.08, 5.0),
            corner(-h * 1.02, 10.6),
            corner(-h * 0.88, 6.8),
            smooth(-h * 0.35, 5.2 + part * 0.7),
            smooth(h * 0.35, 5.2 - part * 0.7),
            corner(h * 0.88, 6.8),
        ]
        strands = [Fold(((-4.0 + 2.6 * i, 5.0), (-3.2 + 2.6 * i + part, 1.0)), 0.8, 0.7) for i in range(4)]
        canvas.piece(cap, hair, volume=0.6, edge=0.7, folds=strands)


CHILD = Build("child", 6.6, 18.0, 4.6, 20.0, 13.6, 23.6, 32.5, 12.2, 45, 11.6, 58, 13.0, 62, 84, 4.6, 106, 3.0, 3.7, 38)
