"""Draped sarees."""

from __future__ import annotations

from dataclasses import dataclass, field

from .canvas import Canvas, Fold, Knot, corner, mirrored, mix, number, smooth
from .cut import TopDesign
from .fabric import SATIN, PatternMaker, cloth
from .figure import WOMAN, Person, Pose, draw_arms, draw_head, draw_torso
from .tops import draw_inside, draw_top


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
