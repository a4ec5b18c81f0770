"""One-piece garments that are more than a long top: sarees, dungarees, blazers over a shirt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .bottoms import LegsDesign, draw_legs_garment
from .canvas import Canvas, Cloth, Fold, Knot, corner, luminance, mirrored, mix, number, smooth
from .fabric import DENIM, JERSEY, POPLIN, SATIN, WOOL, cloth, denim_weave
from .figure import MAN, WOMAN, Build, Person, Pose, draw_arms, draw_head, draw_torso
from .tops import TopDesign, _button, draw_inside, draw_top, flip

PatternMaker = Callable[[Canvas, str], str]


@dataclass(frozen=True)
class SareeDesign:
    """A draped saree with a border and a blouse."""

    colour: str = "#7a3f98"
    pattern: PatternMaker | None = None
    border: str = "#c9a227"
    blouse: str = "#2a2d33"
    pose: Pose = field(default_factory=lambda: Pose((14, 11), (2, 4), 8))


def draw_saree(canvas: Canvas, d: SareeDesign, person: Person) -> None:
    """Pleated skirt, drape across the chest and the end falling from the shoulder."""
    rng = canvas.rng
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    stuff = cloth(SATIN, d.colour, name)
    gold = mix(d.border, "#ffffff", 0.35)
    draw_torso(canvas, person)
    tail = [
        corner(10, 27.5),
        corner(18.5, 30),
        smooth(25, 58),
        smooth(27.5, 90),
        corner(29.5, 126),
        smooth(21, 129),
        corner(13, 130),
        smooth(12, 90),
    ]
    canvas.begin()
    folds = [
        Fold(((13 + i * 1.6, 32), (14 + i * 3, 75), (14.5 + i * 3.8, 127)), rng.uniform(1.2, 2.2), 0.9)
        for i in range(4)
    ]
    shape = canvas.piece(tail, stuff, folds=folds)
    clip = canvas.clip(shape)
    bands = "".join(
        f'<path d="M10 {number(125 - 5 * i)}q10 2 22 -2" fill="none" '
        f'stroke="{d.border if i % 2 == 0 else gold}" stroke-width="{number(3.4 - 0.8 * i)}"/>'
        for i in range(4)
    )
    canvas.add(
        f'<g clip-path="{clip}">{bands}<path d="M18.5 30C24 55 27 85 29.5 126" fill="none" '
        f'stroke="{d.border}" stroke-width="4"/></g>'
    )
    draw_inside(canvas, TopDesign(build=WOMAN, colour=d.blouse, neck="scoop", sleeve=0.25, worn=True))
    draw_arms(canvas, person, d.pose)
    draw_head(canvas, person)
    draw_top(
        canvas,
        TopDesign(
            build=WOMAN,
            kind=SATIN,
            colour=d.blouse,
            neck="scoop",
            sleeve=0.26,
            ease=0.3,
            length=29,
            depth=8,
            pose=d.pose,
            worn=True,
        ),
    )
    canvas.begin()
    skirt = mirrored(
        [
            smooth(0, 66.5),
            corner(14.2, 65),
            smooth(18.3, 80),
            smooth(18.8, 105),
            smooth(19.5, 135),
            corner(22.5, 161),
            smooth(12, 163.5),
            smooth(4, 162.6),
            smooth(0, 163.6),
        ]
    )
    folds = []
    for i in range(6):
        x = -7 + i * 2.2
        folds.append(Fold(((x * 0.5, 70), (x * 0.9, 115), (x * 1.5, 161)), rng.uniform(1.0, 1.8), 1.2))
    for q in (1, -1):
        for i in range(3):
            folds.append(
                Fold(
                    ((q * 15, 76 + 9 * i), (q * 11, 100 + 12 * i), (q * (12 + 2 * i), 150)), rng.uniform(1.4, 2.6), 0.8
                )
            )
    shape = canvas.piece(skirt, stuff, folds=folds)
    clip = canvas.clip(shape)
    hem = canvas.outline([smooth(-24, 158.5), smooth(0, 161), smooth(24, 158.5)], closed=False)
    canvas.add(
        f'<g clip-path="{clip}"><path d="{hem.d}" fill="none" stroke="{d.border}" stroke-width="5.5"/>'
        f'<path d="{hem.d}" fill="none" stroke="{gold}" stroke-width=".8" transform="translate(0 -1.9)"/>'
        f'<path d="{hem.d}" fill="none" stroke="{gold}" stroke-width="1" stroke-dasharray="1 1"/></g>'
    )
    drape = [
        corner(-14.6, 78),
        smooth(-12.5, 64),
        smooth(-6.5, 50),
        smooth(2, 38.5),
        corner(9.5, 28),
        corner(17.6, 29.8),
        smooth(15.2, 42),
        smooth(13.2, 54),
        smooth(15.2, 66),
        corner(17.4, 76),
        smooth(6, 84),
        smooth(-6, 84),
    ]
    folds = [
        Fold(((-13 + 2.4 * i, 76 + i), (-3 + 2.6 * i, 54 + 2 * i), (11 + 0.9 * i, 30.5)), rng.uniform(1.0, 1.9), 1.1)
        for i in range(6)
    ]
    canvas.shadow([Knot(k.x, k.y, k.corner) for k in drape], 0.30, 1.2, (-0.6, 0.9))
    shape = canvas.piece(drape, stuff, angle=-38, folds=folds)
    clip = canvas.clip(shape)
    edge = canvas.outline(
        [smooth(-14.6, 78), smooth(-12.5, 64), smooth(-6.5, 50), smooth(2, 38.5), smooth(9.5, 28)], closed=False
    )
    low = canvas.outline([smooth(17.4, 76), smooth(6, 84), smooth(-6, 84), smooth(-14.6, 78)], closed=False)
    for line in (edge, low):
        canvas.add(
            f'<g clip-path="{clip}"><path d="{line.d}" fill="none" stroke="{d.border}" '
            f'stroke-width="4.6"/><path d="{line.d}" fill="none" stroke="{gold}" stroke-width=".7" '
            'stroke-dasharray=".9 .8"/></g>'
        )
    canvas.finish(stuff)


@dataclass(frozen=True)
class DungareesDesign:
    """Dungarees: trousers or shorts with a bib."""

    build: Build = MAN
    kind: Cloth = DENIM
    colour: str = "#55749a"
    pattern: PatternMaker | None = None
    length: float = 1.0
    pose: Pose = field(default_factory=lambda: Pose(stance=10))
    ease: float = 1.6


def draw_dungarees(canvas: Canvas, d: DungareesDesign) -> None:
    """Straps, bib with a pocket, and trousers."""
    b = d.build
    name = d.pattern(canvas, d.colour) if d.pattern else denim_weave(canvas, d.colour)
    stuff = cloth(d.kind, d.colour, name)
    waist_y = b.waist_y + 3
    thread = "#c98a3a" if luminance(d.colour) < 0.75 else mix(d.colour, "#05060c", 0.4)
    top = b.arm_y - 1
    straps = mix(d.colour, "#05060c", 0.25)
    back = mirrored(
        [
            smooth(0, top - 4),
            corner(b.chest * 0.5, top - 3),
            corner(b.chest * 0.95, waist_y + 2),
            smooth(0, waist_y + 3),
        ]
    )
    canvas.piece(back, Cloth(straps, grain=0, relief=0), volume=0.5)
    canvas.begin()
    legs = LegsDesign(
        build=b,
        kind=d.kind,
        colour=d.colour,
        pattern=d.pattern,
        style="jeans",
        waist_y=waist_y,
        length=d.length,
        thigh=b.hip * 0.5 + d.ease,
        knee=b.hip * 0.5,
        hem=b.hip * 0.48 if d.length > 0.6 else b.hip * 0.5 + d.ease,
        wash=0.35,
        pose=d.pose,
        worn=True,
        cuff="rolled" if canvas.rng.random() < 0.5 else "",
    )
    draw_legs_garment(canvas, legs)
    wide = b.waist * 0.97 + (waist_y - b.waist_y) / (b.hip_y - b.waist_y) * (b.hip - b.waist) + 0.8
    bib_w = b.chest * 0.56
    for side in (1, -1):
        strap = flip(
            [
                corner(bib_w - 3.2, top + 2),
                corner(bib_w + 0.4, top + 2),
                smooth(b.shoulder * 0.62, b.shoulder_y + 4),
                corner(b.shoulder * 0.50, b.shoulder_y - 2),
                corner(b.shoulder * 0.34, b.shoulder_y - 2),
                smooth(b.shoulder * 0.42, b.shoulder_y + 5),
            ],
            side,
        )
        canvas.piece(strap, stuff, volume=0.5, edge=0.6)
    bib = mirrored(
        [
            smooth(0, top - 0.4),
            corner(bib_w, top),
            smooth(bib_w * 1.06, top + (waist_y - top) * 0.5),
            corner(wide * 0.98, waist_y + 2.4),
            smooth(0, waist_y + 3.6),
        ]
    )
    shape = canvas.piece(
        bib,
        stuff,
        volume=0.8,
        edge=0.8,
        folds=[Fold(((wide * q, waist_y), (4 * q, waist_y - 6)), 1.4, 0.7) for q in (1, -1)],
    )
    inside = canvas.clip(shape)
    canvas.line(
        [smooth(-bib_w + 0.6, top + 1.6), smooth(0, top + 1.2), smooth(bib_w - 0.6, top + 1.6)],
        thread,
        0.2,
        0.9,
        "0.6 0.3",
    )
    pw, py = bib_w * 0.62, top + 3.6
    ph = (waist_y - top) * 0.52
    pocket = [
        corner(-pw, py),
        corner(pw, py),
        corner(pw, py + ph * 0.8),
        smooth(0, py + ph),
        corner(-pw, py + ph * 0.8),
    ]
    canvas.shade_inside(inside, [*pocket, pocket[0]], 0.8, 0.4, 0.5)
    canvas.piece(pocket, stuff, volume=0.3, edge=0.4, line=1.3)
    canvas.line([smooth(-pw, py + 1.4), smooth(pw, py + 1.4)], thread, 0.2, 0.9, "0.6 0.3")
    for side in (1, -1):
        x, y = canvas.warp((bib_w - 1.7) * side, top + 1.6)
        canvas.add(
            f'<rect x="{number(x - 1.5)}" y="{number(y - 1.8)}" width="3" height="3.4" rx=".5" '
            'fill="none" stroke="#cfd2d8" stroke-width=".6"/>'
            f'<circle cx="{number(x)}" cy="{number(y + 0.6)}" r=".8" fill="#c9a15c" stroke="#5b3a17" '
            'stroke-width=".14"/>'
        )
    canvas.finish(stuff)


@dataclass(frozen=True)
class BlazerDesign:
    """A tailored jacket over a plain shirt or T-shirt."""

    build: Build = MAN
    kind: Cloth = WOOL
    colour: str = "#3a3d44"
    pattern: PatternMaker | None = None
    inner: str = "#f4f4f2"
    inner_neck: str = "shirt"
    buttons: int = 2
    pose: Pose = field(default_factory=Pose)
    length: float = 72.0
    worn: bool = False


def blazer_inside(canvas: Canvas, d: BlazerDesign) -> None:
    """The shirt below, drawn before the wearer's neck."""
    draw_inside(canvas, _inner(d))


def _inner(d: BlazerDesign) -> TopDesign:
    front = "buttons" if d.inner_neck == "shirt" else "closed"
    return TopDesign(
        build=d.build,
        kind=POPLIN if front == "buttons" else JERSEY,
        colour=d.inner,
        neck=d.inner_neck,
        depth=4.5 if front == "buttons" else 7,
        front=front,
        sleeve=0,
        ease=0.4,
        length=d.length - 14,
        pose=d.pose,
        worn=d.worn,
    )


def draw_blazer(canvas: Canvas, d: BlazerDesign) -> None:
    """Jacket with notched lapels, flap pockets and a breast pocket."""
    b = d.build
    draw_top(canvas, _inner(d))
    close = b.waist_y - 4
    depth = close - b.neck_y - 4.4
    outer = TopDesign(
        build=b,
        kind=d.kind,
        colour=d.colour,
        pattern=d.pattern,
        neck="v",
        depth=depth,
        sleeve=1.0,
        sleeve_end="plain",
        ease=2.4,
        taper=1.6,
        length=d.length,
        hem="straight",
        pose=d.pose,
        worn=d.worn,
    )
    draw_top(canvas, replace(outer, trim=d.colour))
    stuff = cloth(d.kind, d.colour, "")
    dark = mix(d.colour, "#05060c" if luminance(d.colour) > 0.10 else "#ffffff", 0.5)
    ny, nx = b.neck_y + 0.4, b.neck * 1.22
    canvas.begin()
    bottom = b.neck_y + d.length
    canvas.line([smooth(0.8, close), smooth(0.8, bottom - 9), smooth(-1.5, bottom + 1)], dark, 0.35, 0.9)
    canvas.line(
        [smooth(1.2, close + 1), smooth(1.3, bottom - 9), smooth(-0.8, bottom + 1)], "#05060c", 1.4, 0.28, blurred=0.6
    )
    for side in (-1, 1):
        notch = ny + 10.0
        lapel = flip(
            [
                corner(nx * 0.92, ny + 0.5),
                smooth(nx * 0.78, ny + 9),
                smooth(nx * 0.36, ny + depth * 0.72),
                corner(0.5, close),
                smooth(nx * 0.9, ny + depth * 0.66),
                corner(nx * 2.12, notch + 4.6),
                corner(nx * 1.46, notch + 2.4),
                corner(nx * 1.25, ny + 5.0),
            ],
            side,
        )
        canvas.shadow(lapel, 0.34, 0.7, (0.3 * side, 0.8))
        canvas.piece(lapel, stuff, volume=0.4, edge=0.6, line=1.6)
        collar = flip(
            [
                corner(nx * 0.84, ny - 3.4),
                smooth(nx * 1.14, ny - 2.2),
                smooth(nx * 1.52, ny + 2.2),
                corner(nx * 1.88, notch - 1.6),
                corner(nx * 1.44, notch + 2.4),
                smooth(nx * 1.0, ny + 5.6),
                smooth(nx * 0.84, ny + 2),
            ],
            side,
        )
        canvas.shadow(collar, 0.30, 0.6, (0.2 * side, 0.7))
        canvas.piece(collar, stuff, volume=0.4, edge=0.6, line=1.6)
        gorge = flip([smooth(nx * 1.44, notch + 2.4), smooth(nx * 1.05, ny + 6.0)], side)
        canvas.line(gorge, dark, 0.26, 0.9)
        x, y = side * b.hip * 0.55, b.waist_y + 14
        flap = [
            corner(x - 6.5, y),
            corner(x + 6.5, y),
            corner(x + 6.4, y + 4.6),
            smooth(x, y + 5.2),
            corner(x - 6.4, y + 4.6),
        ]
        canvas.shadow(flap, 0.3, 0.5, (0, 0.7))
        canvas.piece(flap, stuff, volume=0.3, edge=0.5, line=1.6)
    px, py = b.chest * 0.55, b.arm_y + 3
    canvas.piece(
        [
            corner(px - 4.6, py + 0.8),
            corner(px + 4.6, py - 0.6),
            corner(px + 4.6, py + 1.6),
            corner(px - 4.6, py + 3.0),
        ],
        stuff,
        volume=0.2,
        edge=0.4,
        line=1.5,
    )
    for i in range(d.buttons):
        _button(
            canvas,
            0.4,
            close + 2.0 + i * 10.5,
            mix(d.colour, "#05060c", 0.6) if luminance(d.colour) > 0.2 else "#4a4038",
            1.05,
        )
    canvas.finish(stuff)


def plain_blazer(d: BlazerDesign) -> Callable[[Canvas], None]:
    """The blazer alone."""

    def draw(canvas: Canvas) -> None:
        blazer_inside(canvas, d)
        draw_blazer(canvas, d)

    return draw


def worn_blazer(d: BlazerDesign, person: Person, below: LegsDesign) -> Callable[[Canvas], None]:
    """The blazer on a figure."""
    d = replace(d, worn=True)

    def draw(canvas: Canvas) -> None:
        draw_legs_garment(canvas, replace(below, worn=True, pose=d.pose))
        blazer_inside(canvas, d)
        draw_arms(canvas, person, d.pose)
        draw_head(canvas, person)
        draw_blazer(canvas, d)

    return draw
