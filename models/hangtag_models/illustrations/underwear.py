"""Underwear and baby wear: briefs, trunks, bras, bodysuits. Drawn flat, in centimetres from the waist's middle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .bottoms import _bow
from .canvas import Canvas, Cloth, Fold, Knot, corner, luminance, mirrored, mix, number, smooth
from .fabric import JERSEY, cloth, melange
from .figure import Person, Pose, draw_legs, draw_torso
from .prints import graphic, lettering
from .tops import flip

PatternMaker = Callable[[Canvas, str], str]


@dataclass(frozen=True)
class BriefsDesign:
    """Briefs and trunks; ``cut`` is ``mens``, ``womens`` or ``trunks``."""

    cut: str = "mens"
    kind: Cloth = JERSEY
    colour: str = "#23262b"
    pattern: PatternMaker | None = None
    flecked: bool = False
    trim: str = "#c8283a"
    band: float = 2.8
    word: str = ""
    width: float = 15.5
    high: float = 0.0
    bow: bool = False
    lace: bool = False
    pack: tuple[str, ...] = ()


def _shape(d: BriefsDesign, dy: float = 0.0) -> list[Knot]:
    w, high = d.width, d.high
    if d.cut == "trunks":
        right = [
            smooth(0, 1.2 + dy),
            corner(w, dy),
            smooth(w + 1.5, 9 + dy),
            corner(w + 2.0, 21 + high + dy),
            smooth(w * 0.55, 23.2 + high + dy),
            corner(2.4, 24.6 + high + dy),
            smooth(1.4, 22 + dy),
            smooth(0, 21.4 + dy),
        ]
    elif d.cut == "mens":
        right = [
            smooth(0, 1.4 + dy),
            corner(w, dy),
            corner(w - 0.1, 5.2 - high + dy),
            smooth(w * 0.70, 10.5 - high * 0.5 + dy),
            smooth(w * 0.42, 15.5 + dy),
            corner(4.4, 20.2 + dy),
            smooth(0, 21.4 + dy),
        ]
    else:
        right = [
            smooth(0, 2.4 + dy),
            corner(w, dy),
            corner(w - 0.3, 5.2 - high + dy),
            smooth(w * 0.72, 9.2 - high * 0.5 + dy),
            smooth(w * 0.42, 13.6 + dy),
            corner(3.5, 18.6 + dy),
            smooth(0, 19.5 + dy),
        ]
    return mirrored(right)


def draw_briefs(canvas: Canvas, d: BriefsDesign) -> None:
    """Draws the garment with its waistband at y = 0; further colours of a pack lie behind it."""
    for i, colour in reversed(list(enumerate(d.pack))):
        up = -2.6 * (i + 1)
        behind = _shape(d, up)
        canvas.piece(
            [Knot(k.x - 1.6 * (i + 1), k.y, k.corner) for k in behind], cloth(d.kind, colour), volume=0.8, edge=0.6
        )
        canvas.line(
            [
                smooth(d.width - 1.6 * (i + 1), up + 0.6),
                smooth(-1.6 * (i + 1), up + (2.9 if d.cut == "womens" else 1.8)),
                smooth(-d.width - 1.6 * (i + 1), up + 0.6),
            ],
            mix(colour, "#ffffff", 0.35),
            0.9,
        )
    name = d.pattern(canvas, d.colour) if d.pattern else melange(canvas, d.colour) if d.flecked else ""
    stuff = cloth(d.kind, d.colour, name)
    rng, w = canvas.rng, d.width
    canvas.begin()
    folds = []
    low = {"trunks": 20.0, "mens": 18.0, "womens": 16.5}[d.cut]
    for side in (1, -1):
        for i in range(3):
            y = low - 1 - 2.5 * i
            folds.append(
                Fold(
                    ((side * (3.5 + i), y), (side * (w * 0.5), y - 2.6), (side * w * rng.uniform(0.7, 0.85), y - 6.0)),
                    rng.uniform(0.7, 1.3),
                    0.55,
                )
            )
    if d.cut != "womens":
        folds.append(Fold(((-2.8, 6), (-3.6, 12), (-2.2, 18)), 2.0, 0.8))
        folds.append(Fold(((3.2, 7), (4.2, 12), (2.6, 17)), 1.6, 0.6))
    shape = canvas.piece(_shape(d), stuff, folds=folds)
    inside = canvas.clip(shape)
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.40)
    if d.cut in ("mens", "trunks"):
        end = 20.5 if d.cut == "mens" else 21.5
        for side in (1, -1):
            pts = [smooth(4.6 * side, d.band), smooth(5.4 * side, 9), smooth(4.4 * side, 15), smooth(1.4 * side, end)]
            canvas.shade_inside(inside, pts, 0.9, 0.25, 0.4)
            canvas.line(pts, seam, 0.2, 0.8)
            canvas.line([Knot(k.x + 0.5 * side, k.y) for k in pts], seam, 0.13, 0.6, "0.5 0.3")
        canvas.line([smooth(0.2, 9), smooth(0, end)], seam, 0.16, 0.6)
        if d.cut == "trunks":
            for side in (1, -1):
                canvas.line(
                    [
                        smooth((w + 2.0) * side, 19.0 + d.high),
                        smooth(w * 0.55 * side, 21.0 + d.high),
                        smooth(2.3 * side, 22.6 + d.high),
                    ],
                    seam,
                    0.15,
                    0.7,
                    "0.5 0.3",
                )
    else:
        canvas.line([smooth(3.6, 16.6), smooth(0, 15.0), smooth(-3.6, 16.6)], seam, 0.16, 0.7)
        if d.lace:
            for side in (1, -1):
                for i in range(7):
                    t = i / 6
                    x, y = canvas.warp((w - 0.6 - t * (w - 5.0)) * side, 4.6 - d.high + t * t * 11.5)
                    canvas.add(
                        f'<g clip-path="{inside}"><circle cx="{number(x)}" cy="{number(y)}" r="1.1" '
                        f'fill="{mix(d.colour, "#ffffff", 0.3)}" fill-opacity=".6" stroke="{seam}" '
                        'stroke-width=".14"/></g>'
                    )
    edge = d.trim if d.cut == "mens" else mix(d.colour, "#ffffff" if luminance(d.colour) < 0.5 else "#05060c", 0.16)
    if d.cut != "trunks":
        for side in (1, -1):
            outline = [k for k in _shape(d) if k.x > 0][1:]
            pts = flip(outline, side)
            line = canvas.outline([Knot(k.x, k.y) for k in pts], closed=False)
            canvas.add(
                f'<g clip-path="{inside}"><path d="{line.d}" fill="none" stroke="{edge}" '
                'stroke-width="1.5" stroke-opacity=".9"/>'
                f'<path d="{line.d}" fill="none" stroke="{seam}" stroke-width=".16" stroke-opacity=".6" '
                f'stroke-dasharray=".5 .3" transform="translate({number(-0.55 * side)} -.4)"/></g>'
            )
    b = d.band
    dip = 2.4 if d.cut == "womens" else 1.4
    colour = d.trim if d.cut != "womens" else edge
    k = [
        corner(w, -0.2),
        corner(w + 0.15, b),
        smooth(0, b + dip),
        corner(-w - 0.15, b),
        corner(-w, -0.2),
        smooth(0, dip - 0.2),
    ]
    canvas.shade_inside(inside, [smooth(w, b + 0.3), smooth(0, b + dip + 0.3), smooth(-w, b + 0.3)], 0.8, 0.35, 0.4)
    canvas.piece(k, Cloth(colour, sheen=0.5, relief=0, grain=0.3, ribbed=True), volume=0.7, edge=0.5, line=1.2)
    if d.word and b > 2.2:
        ink = mix(colour, "#ffffff" if luminance(colour) < 0.5 else "#101420", 0.88)
        canvas.add(lettering(d.word, 0, b * 0.28 + dip * 0.95, 9, ink, 0.2, b * 0.42))
    if d.bow:
        _bow(canvas, 0, b + dip - 0.4, mix(d.colour, "#ffffff", 0.35), 0.32)
    canvas.finish(stuff)


def worn_briefs(d: BriefsDesign, person: Person) -> Callable[[Canvas], None]:
    """Briefs on a drawn body, cropped by the picture to waist and thighs."""

    def draw(canvas: Canvas) -> None:
        draw_torso(canvas, person)
        draw_legs(canvas, person, Pose(stance=9.5))
        b = person.build
        top = b.crotch_y - (18.5 if d.cut != "womens" else 15.5)
        at = len(canvas.body)
        sil = len(canvas.silhouette)
        draw_briefs(canvas, d)
        inner = "".join(canvas.body[at:])
        del canvas.body[at:]
        del canvas.silhouette[sil:]
        canvas.add(f'<g transform="translate(0 {number(top)})">{inner}</g>')

    return draw


@dataclass(frozen=True)
class BraDesign:
    """A bra; ``plunge`` lowers the middle, ``full`` raises the cups."""

    kind: Cloth = JERSEY
    colour: str = "#23262b"
    pattern: PatternMaker | None = None
    trim: str = ""
    full: float = 0.0
    plunge: float = 0.0
    seamed: bool = False
    lace: bool = False
    strap: float = 1.3
    sport: bool = False


def draw_bra(canvas: Canvas, d: BraDesign) -> None:
    """Draws the bra with the middle of the band near y = 6."""
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    stuff = cloth(d.kind, d.colour, name)
    trim = d.trim or mix(d.colour, "#ffffff" if luminance(d.colour) < 0.5 else "#05060c", 0.12)
    seam = mix(d.colour, "#05060c" if luminance(d.colour) > 0.14 else "#ffffff", 0.38)
    f = d.full
    canvas.begin()
    for side in (1, -1):
        strap = [smooth(8.6 * side, -8 - f), smooth(9.0 * side, -17), smooth(8.2 * side, -25), smooth(6.4 * side, -28)]
        canvas.line(strap, mix(trim, "#05060c", 0.35), d.strap + 0.35)
        canvas.line(strap, trim, d.strap)
        canvas.add(
            f'<rect x="{number(9.0 * side - 1.0)}" y="-17.6" width="2" height="1.5" rx=".3" fill="none" '
            f'stroke="{mix(trim, "#ffffff", 0.45)}" stroke-width=".35"/>'
        )
    dark = cloth(d.kind, mix(d.colour, "#05060c", 0.35))
    back = mirrored([smooth(0, 1.5), corner(15.8, 0.2), corner(15.8, 5.2), smooth(0, 6.2)])
    canvas.piece(back, dark, volume=0.6, edge=0.8)
    for side in (1, -1):
        wing = [
            corner(11.5 * side, -2.6),
            smooth(14.2 * side, -0.8),
            corner(16.8 * side, 0.2),
            corner(16.6 * side, 5.6),
            smooth(12.0 * side, 8.0),
            corner(7.0 * side, 8.6),
        ]
        canvas.piece(wing, stuff, volume=0.7, edge=0.8, folds=[Fold(((16 * side, 3), (12 * side, 4.5)), 1.0, 0.7)])
    band = mirrored(
        [smooth(0, 4.6), smooth(6, 7.2), corner(11.5, 6.4), corner(12.6, 8.2), smooth(7, 9.6), smooth(0, 8.4)]
    )
    canvas.piece(band, stuff, volume=0.4, edge=0.7)
    gore = 1.2 + d.plunge
    if d.sport:
        gore = -4.0
    for side in (1, -1):
        cup = [
            corner(0.25 * side, gore),
            smooth(3.4 * side, -2.2 - f + d.plunge * 0.4),
            smooth(6.6 * side, -5.6 - f),
            corner(7.9 * side, -8.6 - f),
            corner(9.4 * side, -8.6 - f),
            smooth(11.4 * side, -4.6),
            smooth(13.4 * side, -0.6),
            smooth(13.2 * side, 4.2),
            smooth(10.0 * side, 7.7),
            smooth(5.4 * side, 7.9),
            smooth(1.6 * side, 5.6),
        ]
        shape = canvas.piece(cup, stuff, angle=12 * side, volume=0.25, edge=1.2, line=1.4)
        clip = canvas.clip(shape)
        x, y = canvas.warp(6.6 * side - 1.2, 0.0)
        ink = mix(d.colour, "#05060c", 0.8)
        canvas.add(
            f'<g clip-path="{clip}"><ellipse cx="{number(x)}" cy="{number(y)}" rx="3.6" ry="3.8" '
            f'fill="#fff" fill-opacity="{number(0.13 + 0.2 * (1 - luminance(d.colour)))}" '
            f'filter="{canvas.blur(1.8)}"/>'
            f'<path d="M{number(13.4 * side)} -2Q{number(13.6 * side)} 7.6 {number(7 * side)} '
            f'8.2T{number(0.6 * side)} 5" fill="none" stroke="{ink}" stroke-width="2.6" '
            f'stroke-opacity=".30" filter="{canvas.blur(1.2)}"/></g>'
        )
        if d.seamed:
            canvas.line([smooth(12.6 * side, 1.0), smooth(7.0 * side, -0.4), smooth(1.6 * side, 3.2)], seam, 0.18, 0.7)
        if d.lace:
            for i in range(9):
                t = i / 8
                lx, ly = canvas.warp((0.8 + t * 7.4) * side, gore - t * (9.6 + f + d.plunge) + 0.8 + 1.2 * t * (1 - t))
                canvas.add(
                    f'<g clip-path="{clip}"><circle cx="{number(lx)}" cy="{number(ly)}" r="1.25" '
                    f'fill="{mix(d.colour, "#ffffff", 0.35)}" fill-opacity=".55" stroke="{seam}" '
                    f'stroke-width=".16"/><circle cx="{number(lx)}" cy="{number(ly)}" r=".5" fill="none" '
                    f'stroke="{seam}" stroke-width=".14"/></g>'
                )
        top = [Knot(k.x, k.y) for k in cup[:4]]
        canvas.line(top, trim, 0.55)
        canvas.line(
            [smooth(13.3 * side, 3.4), smooth(10.0 * side, 7.2), smooth(5.4 * side, 7.4), smooth(1.6 * side, 5.2)],
            seam,
            0.16,
            0.7,
            "0.5 0.3",
        )
    _bow(canvas, 0, gore + 0.6 if not d.sport else 1.0, trim, 0.28)
    canvas.finish(stuff)


@dataclass(frozen=True)
class BodysuitDesign:
    """A baby's bodysuit with snaps."""

    kind: Cloth = JERSEY
    colour: str = "#f3d6dc"
    pattern: PatternMaker | None = None
    trim: str = "#d8437f"
    print_kind: str = "animal"
    print_word: str = "SMILE"
    sleeve: float = 6.0
    legs: float = 0.0


def draw_bodysuit(canvas: Canvas, d: BodysuitDesign) -> None:
    """Draws the bodysuit with its shoulders at y = 0."""
    name = d.pattern(canvas, d.colour) if d.pattern else ""
    stuff, trim = cloth(d.kind, d.colour, name), cloth(d.kind, d.trim)
    rng = canvas.rng
    canvas.begin()
    canvas.piece(
        mirrored([smooth(0, 0.4), corner(5.6, -0.6), smooth(4.4, 3.6), smooth(0, 5.6)]),
        trim.plain(mix(d.trim, "#05060c", 0.3)),
        volume=0.4,
    )
    s = d.sleeve
    if s > 0:
        for side in (1, -1):
            k = flip(
                [
                    corner(9.8, 0.6),
                    smooth(11.4, 1.6),
                    corner(11.4 + s * 0.75, 2.2 + s),
                    corner(11.4 + s * 0.75 - 5.6, 5.0 + s),
                    corner(10.4, 9.4),
                ],
                side,
            )
            canvas.piece(
                k,
                stuff,
                volume=0.8,
                edge=0.9,
                angle=-35 * side,
                folds=[Fold(((10.4 * side, 9), (13 * side, 5)), 1.0, 0.8)],
            )
            canvas.line([Knot(p.x, p.y) for p in k[2:4]], d.trim, 1.3)
    right = [
        smooth(0, 4.6),
        smooth(3.8, 3.4),
        corner(5.8, -0.4),
        corner(10.6, 1.0),
        smooth(10.0, 5.5),
        corner(10.5, 9.6),
        smooth(10.8, 18),
    ]
    if d.legs > 0:
        right += [
            smooth(12.2, 26),
            smooth(11.8, 30 + d.legs * 0.6),
            corner(10.6, 34 + d.legs),
            corner(3.6, 34.4 + d.legs),
            smooth(2.2, 34),
            smooth(0, 32.6),
        ]
    else:
        right += [
            smooth(11.6, 24),
            corner(11.9, 28.5),
            smooth(8.4, 30.6),
            smooth(5.8, 33.6),
            corner(4.3, 37.6),
            smooth(0, 38.2),
        ]
    knots = mirrored(right)
    folds = [Fold(((10 * q, 20 + rng.uniform(-4, 4)), (5 * q, 22), (2 * q, 21)), 1.4, 0.7) for q in (1, -1)]
    folds += [Fold(((7 * q, 31), (5 * q, 28), (4 * q, 24)), 1.2, 0.7) for q in (1, -1)]
    shape = canvas.piece(knots, stuff, folds=folds)
    inside = canvas.clip(shape)
    if d.print_kind:
        canvas.add(f'<g clip-path="{inside}">{graphic(canvas, d.print_kind, d.colour, 0, 14.5, 5.2, d.print_word)}</g>')
    seam = mix(d.colour, "#05060c", 0.4)
    for side in (1, -1):
        canvas.line([smooth(5.9 * side, -0.3), smooth(7.6 * side, 4.4), smooth(10.2 * side, 7.2)], d.trim, 0.8)
        if d.sleeve <= 0:
            canvas.line([smooth(10.5 * side, 1.1), smooth(9.9 * side, 5.5), smooth(10.4 * side, 9.4)], d.trim, 1.2)
        if d.legs > 0:
            k = flip(
                [
                    corner(10.9, 31.5 + d.legs),
                    corner(10.4, 34.6 + d.legs),
                    corner(3.8, 35 + d.legs),
                    corner(3.4, 31.8 + d.legs),
                ],
                side,
            )
            canvas.piece(k, trim, volume=0.7)
        else:
            line = canvas.outline(
                flip([Knot(x, y) for x, y in ((11.9, 28.6), (8.4, 30.6), (5.8, 33.6), (4.3, 37.6))], side), closed=False
            )
            canvas.add(
                f'<path d="{line.d}" fill="none" stroke="{d.trim}" stroke-width="1.5" '
                f'stroke-linecap="round"/><path d="{line.d}" fill="none" '
                f'stroke="{mix(d.trim, "#05060c", 0.4)}" stroke-width=".14" stroke-dasharray=".5 .3"/>'
            )
    line2 = canvas.outline(mirrored([smooth(0, 4.9), smooth(3.9, 3.6), corner(5.9, -0.4)]), closed=False)
    ring = [smooth(-5.8, -0.3), smooth(-3.9, 3.6), smooth(0, 4.9), smooth(3.9, 3.6), smooth(5.8, -0.3)]
    canvas.line(ring, d.trim, 1.5)
    del line2
    if d.legs <= 0:
        canvas.line([smooth(-4.6, 36.0), smooth(0, 36.7), smooth(4.6, 36.0)], d.trim, 1.0)
        for x in (-2.6, 0.0, 2.6):
            wx, wy = canvas.warp(x, 36.4)
            canvas.add(
                f'<circle cx="{number(wx)}" cy="{number(wy)}" r=".5" fill="#eceae4" stroke="#8a8a8a" '
                'stroke-width=".12"/>'
            )
    else:
        for i in range(6):
            wx, wy = canvas.warp(0, 7 + i * 4.4)
            canvas.add(
                f'<circle cx="{number(wx)}" cy="{number(wy)}" r=".5" fill="#eceae4" stroke="#8a8a8a" '
                'stroke-width=".12"/>'
            )
        canvas.line([smooth(0, 5), smooth(0, 32)], seam, 0.2, 0.6)
    canvas.finish(stuff)
