"""Tailored jackets over a shirt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hangtag_models.illustrations.bottoms import LegsDesign, draw_legs_garment
from hangtag_models.illustrations.canvas import Canvas, Cloth, corner, flipped, luminance, mix, smooth
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.fabric import JERSEY, POPLIN, WOOL, PatternMaker, cloth
from hangtag_models.illustrations.figure import MAN, Build, Person, Pose, draw_arms, draw_head
from hangtag_models.illustrations.notions import draw_button
from hangtag_models.illustrations.tops import draw_inside, draw_top


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
    canvas.line([smooth(1.2, close + 1), smooth(1.3, bottom - 9), smooth(-0.8, bottom + 1)], "#05060c", 1.4, 0.28, blurred=0.6)
    for side in (-1, 1):
        notch = ny + 10.0
        lapel = flipped(
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
        collar = flipped(
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
        gorge = flipped([smooth(nx * 1.44, notch + 2.4), smooth(nx * 1.05, ny + 6.0)], side)
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
        draw_button(
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
