"""Draped sarees."""

from __future__ import annotations

from dataclasses import dataclass, field

from hangtag_models.illustrations.canvas import Canvas, Fold, Knot, corner, mirrored, mix, number, smooth
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.fabric import SATIN, PatternMaker, cloth
from hangtag_models.illustrations.figure import WOMAN, Person, Pose, draw_arms, draw_head, draw_torso
from hangtag_models.illustrations.tops import draw_inside, draw_top


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
            folds.append(Fold(((q * 15, 76 + 9 * i), (q * 11, 100 + 12 * i), (q * (12 + 2 * i), 150)), rng.uniform(1.4, 2.6), 0.8))
    shape = canvas.piece(skirt, stuff, folds=folds)
    clip = canvas.clip(shape)
    hem = canvas.outline([smooth(-24, 158.5), smooth(0, 161), smooth(24, 158.5)], closed=False)
    canvas.add(
        f'<g clip-path="{clip}"><path d="{hem.d}" fill="none" stroke="{d.border}" stroke-width="5.5"/>'
        f'<path d="{hem.d}" fill="none" stroke="{gold}" stroke-width=".8" transform="translate(0 -1.9)"/>'
        f'<path d="{hem.d}" fill="none" stroke="{gold}" stroke-width="1" stroke-dasharray="1 1"/></g>'
    )
    tail = [
        corner(10, 27.5),
        smooth(16.5, 28.6),
        smooth(21.5, 34),
        smooth(27, 56),
        smooth(31, 90),
        corner(34, 131),
        smooth(25, 134.5),
        corner(14.5, 135),
        smooth(12.5, 92),
        smooth(11, 58),
    ]
    canvas.shadow(tail, 0.28, 1.2, (-0.5, 0.8))
    folds = [
        Fold(
            ((12.5 + i * 1.5, 32), (14 + i * 2.9, 78), (16 + i * 3.9, 131)),
            rng.uniform(1.2, 2.2),
            1.0,
        )
        for i in range(5)
    ]
    shape = canvas.piece(tail, stuff, angle=-6, folds=folds)
    clip = canvas.clip(shape)
    bands = "".join(
        f'<path d="M10 {number(132.5 - 4.6 * i)}q12 1.6 28 -4" fill="none" '
        f'stroke="{d.border if i % 2 == 0 else gold}" stroke-width="{number(4.2 - 0.9 * i)}"/>'
        for i in range(4)
    )
    side = canvas.outline([smooth(16.5, 28.6), smooth(21.5, 34), smooth(27, 56), smooth(31, 90), smooth(34, 131)], False)
    canvas.add(
        f'<g clip-path="{clip}">{bands}<path d="{side.d}" fill="none" stroke="{d.border}" stroke-width="4.6"/>'
        f'<path d="{side.d}" fill="none" stroke="{gold}" stroke-width=".7" stroke-dasharray=".9 .8" '
        'transform="translate(-1.2 0)"/></g>'
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
        Fold(((-13 + 2.4 * i, 76 + i), (-3 + 2.6 * i, 54 + 2 * i), (11 + 0.9 * i, 30.5)), rng.uniform(1.0, 1.9), 1.1) for i in range(6)
    ]
    canvas.shadow([Knot(k.x, k.y, k.corner) for k in drape], 0.30, 1.2, (-0.6, 0.9))
    shape = canvas.piece(drape, stuff, angle=-38, folds=folds)
    clip = canvas.clip(shape)
    edge = canvas.outline([smooth(-14.6, 78), smooth(-12.5, 64), smooth(-6.5, 50), smooth(2, 38.5), smooth(9.5, 28)], closed=False)
    low = canvas.outline([smooth(17.4, 76), smooth(6, 84), smooth(-6, 84), smooth(-14.6, 78)], closed=False)
    for line in (edge, low):
        canvas.add(
            f'<g clip-path="{clip}"><path d="{line.d}" fill="none" stroke="{d.border}" '
            f'stroke-width="4.6"/><path d="{line.d}" fill="none" stroke="{gold}" stroke-width=".7" '
            'stroke-dasharray=".9 .8"/></g>'
        )
    canvas.finish(stuff)
