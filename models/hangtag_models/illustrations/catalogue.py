"""One sampler per class: from a seed to a picture with random parameters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from .bottoms import LegsDesign, SkirtDesign, draw_legs_garment, draw_skirt, draw_tights
from .canvas import Canvas, mix
from .dresses import BlazerDesign, DungareesDesign, SareeDesign, draw_dungarees, draw_saree, plain_blazer, worn_blazer
from .fabric import (
    ALL,
    BRIGHTS,
    DARKS,
    DENIM,
    DENIMS,
    FORMALS,
    HAIRS,
    JERSEY,
    KNIT,
    MIDS,
    PALES,
    POPLIN,
    SATIN,
    SKINS,
    WOOL,
    block_print,
    cables,
    checks,
    dots,
    floral,
    knit_rows,
    pick,
    random_check,
    random_print,
    random_stripes,
    stripes,
)
from .figure import (
    CHILD,
    MAN,
    WOMAN,
    Build,
    Person,
    Pose,
    draw_arms,
    draw_head,
    draw_legs,
    draw_shoes,
    draw_torso,
    random_pose,
)
from .prints import KINDS
from .scene import Draw, Picture, plain_legs, plain_top, worn_legs, worn_top
from .tops import TopDesign, draw_inside, draw_top
from .underwear import BodysuitDesign, BraDesign, BriefsDesign, draw_bodysuit, draw_bra, draw_briefs, worn_briefs

Sampler = Callable[[Random], Picture]
Maker = Callable[[Canvas, str], str]

BACKGROUNDS = ("#ffffff",) * 7 + ("#f6f6f4", "#eef1f4", "#e9e6e1", "#dfe3e6", "#f3ece2")


def _picture(rng: Random, draw: Draw, top: float, bottom: float, **more: object) -> Picture:
    margin = (bottom - top) * rng.uniform(0.0, 0.08)
    return Picture(
        draw,
        top - margin * rng.uniform(0.2, 1.0),
        bottom + margin,
        rng.randrange(1 << 30),
        jitter=float(str(more.get("jitter", rng.uniform(0.15, 0.5)))),
        background=rng.choice(BACKGROUNDS),
        shadow=rng.random() < 0.6,
        light=rng.choice((1, -1)),
        turn=rng.uniform(-2.5, 2.5) if more.get("flat") else rng.uniform(-0.8, 0.8),
        shift=rng.uniform(-2.0, 2.0),
    )


def _person(rng: Random, build: Build) -> Person:
    return Person(build, rng.choice(SKINS), rng.choice(HAIRS), build is WOMAN)


def _below(rng: Random, build: Build) -> LegsDesign:
    """Plain trousers to go with a top."""
    if rng.random() < 0.65:
        colour = pick(rng, DENIMS)
        style, kind = "jeans", DENIM
    else:
        colour, style, kind = pick(rng, FORMALS), "formal", WOOL
    if build is WOMAN:
        return LegsDesign(
            build=build,
            kind=kind,
            colour=colour,
            style=style,
            waist_y=66,
            thigh=8.9,
            knee=6.6,
            hem=rng.uniform(4.8, 7.5),
        )
    return LegsDesign(
        build=build, kind=kind, colour=colour, style=style, waist_y=74, hem=rng.uniform(6.8, 8.6), knee=8.0
    )


def _top_picture(rng: Random, d: TopDesign, worn: float = 0.5) -> Picture:
    """A top worn or alone, framed as shops do."""
    build = d.build
    if rng.random() < worn:
        d = replace(d, pose=random_pose(rng))
        person = _person(rng, build)
        draw = worn_top(d, person, _below(rng, build), pick(rng, DARKS, MIDS))
        full = build.crotch_y + rng.uniform(14, 34)
        full = max(full, build.neck_y + d.length + 10)
        top = rng.choice((-5.0, -4.0, -3.0, build.chin - 4.0, build.chin - 1.0))
        return _picture(rng, draw, top, full)
    spread = rng.uniform(14, 30) if d.sleeve < 0.6 else rng.uniform(9, 19)
    lower = rng.uniform(2, spread) if d.sleeve > 0.6 else spread
    d = replace(d, pose=Pose((spread, spread + rng.uniform(-2, 2)), (lower, lower + rng.uniform(-2, 2))))
    low = build.neck_y + d.length
    high = build.neck_y - 3.5 if d.neck != "hood" else 0.0
    if d.sleeve > 0.6:
        low = max(low, build.shoulder_y + build.reach + 3)
    wide = (
        2
        * (
            build.shoulder
            + d.ease
            + (d.sleeve * build.reach * (0.40 if d.sleeve < 0.6 else 0.24) + 3 if d.sleeve > 0 else 2)
        )
        + 6
    )
    tall = low - high
    need = max(tall * 1.1, wide / 0.75)
    extra = (need - tall) / 2
    return _picture(rng, plain_top(d), high - extra, low + extra, flat=True)


def _solid(rng: Random, *palettes: Sequence[str]) -> str:
    return pick(rng, *(palettes or (ALL,)))


def _striped(rng: Random, ground: str, bold: bool | None = None) -> Maker:
    bands = random_stripes(rng, ground, bold)
    return lambda canvas, _colour: stripes(canvas, bands)


def _checked(rng: Random, ground: str) -> Maker:
    warp, weft = random_check(rng, ground)
    return lambda canvas, _colour: checks(canvas, warp, weft)


def _pinstriped(rng: Random, ground: str) -> Maker:
    size = rng.uniform(0.9, 2.4)
    first = mix(ground, rng.choice(("#1f3a6b", "#7a1f2b", "#2b2f3a", "#ffffff" if ground < "#8" else "#33517a")), 0.75)
    second = rng.choice(("", "", mix(first, "#d04040", 0.5)))
    bands = [(size * rng.uniform(0.25, 0.5), first), (size, "")]
    if second:
        bands += [(size * 0.25, second), (size, "")]
    return lambda canvas, _colour: stripes(canvas, bands, vertical=True)


def _printed(indian: bool = False) -> Maker:
    return lambda canvas, colour: random_print(canvas, colour, indian)


def mens_tshirt(kind: str) -> Sampler:
    """Men's T-shirts: solid, printed or striped."""

    def sample(rng: Random) -> Picture:
        colour = _solid(rng)
        d = TopDesign(
            colour=colour,
            neck=rng.choice(("crew", "crew", "v", "henley")),
            sleeve=rng.uniform(0.33, 0.45),
            ease=rng.uniform(1.0, 3.2),
            length=rng.uniform(60, 68),
            flecked=rng.random() < 0.3,
        )
        d = replace(d, front="placket" if d.neck == "henley" else "closed", depth=rng.uniform(5.5, 8.5))
        if rng.random() < 0.3:
            d = replace(d, trim=_solid(rng, DARKS, PALES, BRIGHTS), sleeve_end=rng.choice(("plain", "band")))
        if kind == "printed":
            d = replace(
                d,
                neck=rng.choice(("crew", "crew", "v")),
                front="closed",
                print_kind=rng.choice([k for k in KINDS if k not in ("animal", "bouquet")]),
                print_size=rng.uniform(7, 13),
            )
        elif kind == "striped":
            d = replace(d, pattern=_striped(rng, colour))
        else:
            d = replace(d, logo=rng.random() < 0.4, sleeve_stripe=_solid(rng, PALES) if rng.random() < 0.12 else "")
        return _top_picture(rng, d, 0.75)

    return sample


def mens_polo(striped: bool) -> Sampler:
    """Men's polos."""

    def sample(rng: Random) -> Picture:
        colour = _solid(rng)
        d = TopDesign(
            colour=colour,
            neck="polo",
            depth=rng.uniform(3.5, 6),
            sleeve=rng.uniform(0.34, 0.45),
            sleeve_end=rng.choice(("band", "band", "plain")),
            ease=rng.uniform(1.2, 3.0),
            length=rng.uniform(60, 68),
            logo=rng.random() < 0.6,
        )
        if rng.random() < 0.12:
            d = replace(d, sleeve=1.0, sleeve_end="rib")
        if striped:
            d = replace(d, pattern=_striped(rng, colour), trim=rng.choice((colour, _solid(rng, DARKS, PALES))))
        elif rng.random() < 0.4:
            d = replace(d, trim=_solid(rng, DARKS, PALES, BRIGHTS))
        return _top_picture(rng, d, 0.6)

    return sample


def _shirt(rng: Random, build: Build, kind: str) -> TopDesign:
    colour = _solid(rng, PALES, PALES, MIDS, DARKS, BRIGHTS)
    woman = build is WOMAN
    d = TopDesign(
        build=build,
        kind=POPLIN,
        colour=colour,
        neck="shirt",
        depth=rng.uniform(3.5, 7.0),
        front="buttons",
        hem=rng.choice(("curved", "curved", "straight")),
        ease=rng.uniform(0.8, 2.2) if woman else rng.uniform(1.5, 3.2),
        length=rng.uniform(58, 66) if woman else rng.uniform(66, 76) if build is MAN else rng.uniform(40, 44),
        yoke=rng.random() < 0.6,
    )
    form = rng.choice(("long", "long", "rolled", "short"))
    if form == "long":
        d = replace(d, sleeve=1.0, sleeve_end="cuff")
    elif form == "rolled":
        d = replace(d, sleeve=rng.uniform(0.5, 0.58), sleeve_end="rolled")
    else:
        d = replace(d, sleeve=rng.uniform(0.36, 0.45))
    d = replace(d, pockets=rng.choice(("", "chest", "chest two", "chest two flap")))
    if kind == "checked":
        d = replace(d, pattern=_checked(rng, colour))
    elif kind == "striped":
        d = replace(d, pattern=_pinstriped(rng, colour))
    elif kind == "patterned":
        d = replace(d, pattern=_checked(rng, colour) if rng.random() < 0.7 else _printed())
    return d


def shirt(build: Build, kind: str, worn: float) -> Sampler:
    """Buttoned shirts."""
    return lambda rng: _top_picture(
        rng, _shirt(rng, build, rng.choice(("solid", "checked", "checked", "striped")) if kind == "any" else kind), worn
    )


def sweater(kind: str, build: Build) -> Sampler:
    """Pullovers and cardigans."""

    def sample(rng: Random) -> Picture:
        colour = _solid(rng, DARKS, BRIGHTS, MIDS, PALES)
        d = TopDesign(
            build=build,
            kind=KNIT,
            colour=colour,
            neck=rng.choice(("v", "v", "crew")),
            depth=rng.uniform(5.5, 8),
            sleeve=1.0,
            sleeve_end="rib",
            hem="rib",
            ease=rng.uniform(1.6, 3.2),
            length=rng.uniform(60, 67) if build is MAN else rng.uniform(52, 60),
        )
        if kind == "striped":
            d = replace(d, pattern=_striped(rng, colour))
        else:
            form = rng.randrange(3)
            d = replace(
                d,
                pattern=(lambda c, k: cables(c, k))
                if form == 0
                else (lambda c, k: knit_rows(c, k))
                if form == 1
                else None,
            )
            if rng.random() < 0.25 and d.neck == "v":
                d = replace(d, front="cardigan", depth=rng.uniform(14, 20))
        if rng.random() < 0.3:
            d = replace(d, trim=_solid(rng, DARKS, PALES))
        return _top_picture(rng, d, 0.6)

    return sample


def sweatshirt(rng: Random) -> Picture:
    """Men's sweatshirts."""
    d = TopDesign(
        colour=_solid(rng),
        neck="crew",
        depth=rng.uniform(5, 7),
        sleeve=1.0,
        sleeve_end="rib",
        hem="rib",
        ease=rng.uniform(2.4, 4),
        length=rng.uniform(60, 67),
        flecked=rng.random() < 0.4,
    )
    if rng.random() < 0.6:
        d = replace(d, print_kind=rng.choice([k for k in KINDS if k != "animal"]), print_size=rng.uniform(7, 11))
    return _top_picture(rng, d, 0.5)


def longsleeve(rng: Random) -> Picture:
    """Long-sleeved T-shirts."""
    build = rng.choice((MAN, MAN, WOMAN))
    d = TopDesign(
        build=build,
        colour=_solid(rng),
        neck=rng.choice(("crew", "v", "henley", "crew")),
        sleeve=1.0,
        ease=rng.uniform(0.8, 2),
        length=rng.uniform(60, 66) if build is MAN else rng.uniform(52, 58),
    )
    d = replace(d, front="placket" if d.neck == "henley" else "closed")
    if rng.random() < 0.5 and d.neck != "henley":
        d = replace(
            d, print_kind=rng.choice(KINDS[:8]), print_size=rng.uniform(7, 12) if build is MAN else rng.uniform(6, 9)
        )
    elif rng.random() < 0.25:
        d = replace(d, pattern=_striped(rng, d.colour))
    return _top_picture(rng, d, 0.6)


def hoodie(rng: Random) -> Picture:
    """Hooded sweatshirts."""
    build = rng.choice((MAN, MAN, WOMAN))
    d = TopDesign(
        build=build,
        colour=_solid(rng),
        neck="hood",
        depth=rng.uniform(3, 5),
        sleeve=1.0,
        sleeve_end="rib",
        hem="rib",
        ease=rng.uniform(2.4, 4.2),
        length=rng.uniform(61, 67) if build is MAN else rng.uniform(53, 60),
        flecked=rng.random() < 0.4,
    )
    form = rng.randrange(3)
    if form == 0:
        d = replace(d, front="zip", pockets="slant")
    else:
        d = replace(d, pockets="kangaroo")
        if form == 2:
            d = replace(d, print_kind=rng.choice(KINDS[:8]), print_size=rng.uniform(6, 8.5))
    if rng.random() < 0.35:
        d = replace(d, trim=_solid(rng, DARKS, PALES, BRIGHTS))
    return _top_picture(rng, d, 0.5)


def jacket(build: Build) -> Sampler:
    """Zipped jackets: track, padded, bomber, denim."""

    def sample(rng: Random) -> Picture:
        length = rng.uniform(60, 70) if build is MAN else rng.uniform(50, 60)
        colour = _solid(rng, DARKS, DARKS, BRIGHTS, MIDS)
        d = TopDesign(
            build=build,
            kind=POPLIN,
            colour=colour,
            neck="zip",
            depth=rng.uniform(3, 6),
            front="zip",
            sleeve=1.0,
            sleeve_end="rib",
            hem="rib",
            ease=rng.uniform(3, 4.6),
            length=length,
            pockets="slant",
        )
        form = rng.randrange(4)
        if form == 0:
            d = replace(d, sleeve_stripe=_solid(rng, PALES), kind=JERSEY, ease=2.8)
        elif form == 1:
            d = replace(d, quilted=rng.uniform(6, 9), ease=5)
        elif form == 2:
            d = replace(
                d,
                kind=DENIM,
                colour=_solid(rng, DENIMS),
                neck="shirt",
                front="buttons",
                pockets="chest two flap",
                sleeve_end="cuff",
                depth=4,
            )
        else:
            d = replace(d, pockets=rng.choice(("slant", "flaps")), trim=_solid(rng, DARKS))
        return _top_picture(rng, d, 0.5)

    return sample


def vest(rng: Random) -> Picture:
    """Men's sleeveless undershirts."""
    d = TopDesign(
        colour=_solid(rng, PALES, PALES, DARKS, MIDS, BRIGHTS),
        neck="tank",
        depth=rng.uniform(8, 13),
        sleeve=0,
        ease=rng.uniform(0.2, 1.2),
        length=rng.uniform(60, 66),
    )
    if rng.random() < 0.35:
        d = replace(d, trim=_solid(rng, DARKS, BRIGHTS))
    return _top_picture(rng, d, 0.6)


def womens_tshirt(printed: bool) -> Sampler:
    """Women's T-shirts."""

    def sample(rng: Random) -> Picture:
        d = TopDesign(
            build=WOMAN,
            colour=_solid(rng),
            neck=rng.choice(("crew", "scoop", "v", "scoop")),
            depth=rng.uniform(5.5, 9),
            sleeve=rng.uniform(0.18, 0.34),
            ease=rng.uniform(0.2, 1.2),
            length=rng.uniform(52, 58),
        )
        if printed:
            if rng.random() < 0.25:
                d = replace(d, pattern=_striped(rng, d.colour))
            else:
                d = replace(d, print_kind=rng.choice(KINDS[:8]), print_size=rng.uniform(6, 9))
        return _top_picture(rng, d, 0.85)

    return sample


def womens_top(patterned: bool) -> Sampler:
    """Blouses and fashion tops."""

    def sample(rng: Random) -> Picture:
        neck = rng.choice(("scoop", "boat", "v", "strap", "tank"))
        d = TopDesign(
            build=WOMAN,
            kind=rng.choice((POPLIN, SATIN, JERSEY)),
            colour=_solid(rng),
            neck=neck,
            depth=rng.uniform(6, 9),
            sleeve=rng.choice((0.0, 0.0, 0.2, 0.3, 0.72)),
            ease=rng.uniform(0.6, 2.6),
            length=rng.uniform(52, 60),
            flare=rng.uniform(0, 3.5),
        )
        if neck in ("strap", "tank"):
            d = replace(d, sleeve=0)
        elif d.sleeve > 0.5:
            d = replace(d, sleeve_shape=rng.choice(("bell", "set")))
        elif d.sleeve > 0:
            d = replace(d, sleeve_shape=rng.choice(("puff", "set")))
        if rng.random() < 0.4:
            d = replace(d, waistline=rng.choice(("sash", "seam")), waist_drop=rng.uniform(-10, 0), gathers=6)
        if patterned:
            d = replace(d, pattern=_printed() if rng.random() < 0.75 else _checked(rng, d.colour))
        return _top_picture(rng, d, 0.8)

    return sample


def kurta(printed: bool, length: tuple[float, float] = (84, 96)) -> Sampler:
    """Women's kurtas and tunics."""

    def sample(rng: Random) -> Picture:
        d = TopDesign(
            build=WOMAN,
            kind=POPLIN,
            colour=_solid(rng),
            neck=rng.choice(("yoke", "yoke", "v", "band", "scoop")),
            depth=rng.uniform(4, 7),
            sleeve=rng.choice((0.0, 0.28, 0.7, 0.72)),
            ease=rng.uniform(1.0, 2.4),
            length=rng.uniform(*length),
            flare=rng.uniform(0.5, 4),
            side_slits=True,
        )
        if d.sleeve > 0.5:
            d = replace(d, sleeve_shape="set", sleeve_end="plain")
        if printed:
            d = replace(d, pattern=_printed(True))
        if rng.random() < 0.5:
            d = replace(d, trim=_solid(rng, BRIGHTS, DARKS), hem=rng.choice(("border", "straight")))
        if d.neck == "yoke" and rng.random() < (0.4 if printed else 0.6):
            d = replace(d, worked=_solid(rng, ("#c9a227", "#b5472f", "#e3d5b0", "#1f6f73")))
        elif d.neck in ("yoke", "band"):
            d = replace(d, front="placket")
        person = _person(rng, WOMAN)
        d = replace(d, pose=random_pose(rng))
        below = LegsDesign(
            build=WOMAN,
            kind=JERSEY,
            colour=_solid(rng, DARKS, PALES, BRIGHTS),
            style="leggings",
            waist_y=66,
            thigh=8.4,
            knee=5.8,
            hem=4.0,
        )
        if rng.random() < 0.8:
            return _picture(rng, worn_top(d, person, below), -4, WOMAN.neck_y + d.length + rng.uniform(6, 30))
        return _top_picture(rng, d, 0.0)

    return sample


def mens_kurta(rng: Random) -> Picture:
    """Men's kurtas."""
    d = TopDesign(
        kind=POPLIN,
        colour=_solid(rng, PALES, MIDS, DARKS),
        neck="band",
        depth=3,
        front="placket",
        sleeve=1.0,
        ease=rng.uniform(2, 3.4),
        length=rng.uniform(74, 96),
        flare=rng.uniform(0, 2),
        side_slits=True,
    )
    if rng.random() < 0.5:
        d = replace(d, pattern=_printed(True) if rng.random() < 0.6 else _pinstriped(rng, d.colour))
    return _top_picture(rng, d, 0.6)


def camisole(rng: Random) -> Picture:
    """Strappy undershirts."""
    d = TopDesign(
        build=WOMAN, colour=_solid(rng), neck="strap", sleeve=0, ease=rng.uniform(-0.2, 0.6), length=rng.uniform(50, 58)
    )
    return _top_picture(rng, d, 0.5)


def kids_top(girl: bool) -> Sampler:
    """Children's T-shirts, always without a wearer."""

    def sample(rng: Random) -> Picture:
        colour = _solid(rng, BRIGHTS, PALES, BRIGHTS, MIDS) if girl else _solid(rng)
        d = TopDesign(
            build=CHILD,
            colour=colour,
            neck="crew",
            depth=rng.uniform(4, 5.5),
            sleeve=rng.uniform(0.36, 0.48),
            ease=rng.uniform(1.4, 2.6),
            length=rng.uniform(35, 40),
            print_kind=rng.choice(KINDS),
            print_size=rng.uniform(5, 8),
        )
        if girl:
            d = replace(
                d,
                neck=rng.choice(("crew", "scoop")),
                sleeve=rng.uniform(0.16, 0.28),
                sleeve_shape=rng.choice(("puff", "puff", "set")),
                ease=rng.uniform(0.2, 1.0),
                print_kind=rng.choice(("bouquet", "bouquet", "words", "animal", "stars")),
                print_size=rng.uniform(4.5, 6.5),
                flare=rng.uniform(0, 1.5),
            )
        if rng.random() < 0.4:
            d = replace(d, trim=_solid(rng, BRIGHTS, DARKS), sleeve_end="band" if not girl else "plain")
        return _top_picture(rng, d, 0.0)

    return sample


def dress(kind: str) -> Sampler:
    """Women's dresses."""

    def sample(rng: Random) -> Picture:
        neck = rng.choice(("scoop", "v", "boat", "tank", "strap"))
        d = TopDesign(
            build=WOMAN,
            kind=rng.choice((POPLIN, SATIN, JERSEY)),
            colour=_solid(rng),
            neck=neck,
            depth=rng.uniform(6, 9),
            sleeve=rng.choice((0.0, 0.0, 0.22, 0.5, 0.72)),
            ease=rng.uniform(0.3, 1.2),
            length=rng.uniform(78, 92),
            flare=rng.choice((rng.uniform(-1, 1), rng.uniform(4, 11))),
        )
        if neck in ("strap", "tank"):
            d = replace(d, sleeve=0)
        if rng.random() < 0.75:
            d = replace(
                d,
                waistline=rng.choice(("seam", "belt", "sash")),
                waist_drop=rng.uniform(-8, 2),
                gathers=rng.randrange(5, 10) if d.flare > 2 else 0,
            )
        if kind == "printed":
            d = replace(d, pattern=_printed() if rng.random() < 0.9 else _checked(rng, d.colour))
        if rng.random() < 0.3:
            d = replace(d, trim=_solid(rng, DARKS, BRIGHTS))
        if rng.random() < 0.75:
            d = replace(d, pose=random_pose(rng))
            return _picture(
                rng,
                worn_dress(d, _person(rng, WOMAN), pick(rng, DARKS, MIDS)),
                -5,
                WOMAN.neck_y + d.length + rng.uniform(6, 30),
            )
        return _top_picture(rng, d, 0.0)

    return sample


def worn_dress(d: TopDesign, person: Person, shoes: str) -> Draw:
    """A dress on a figure with bare legs."""
    d = replace(d, worn=True)

    def draw(canvas: Canvas) -> None:
        draw_torso(canvas, person)
        draw_legs(canvas, person, d.pose)
        draw_shoes(canvas, person, d.pose, shoes)
        draw_inside(canvas, d)
        draw_arms(canvas, person, d.pose)
        draw_head(canvas, person)
        draw_top(canvas, d)

    return draw


def girls_dress(rng: Random) -> Picture:
    """Girls' dresses."""
    d = TopDesign(
        build=CHILD,
        kind=POPLIN,
        colour=_solid(rng, BRIGHTS, PALES),
        neck=rng.choice(("scoop", "boat", "tank", "strap")),
        depth=rng.uniform(3.5, 5.5),
        sleeve=rng.choice((0.0, 0.16, 0.2)),
        sleeve_shape="puff",
        ease=rng.uniform(0.2, 1.0),
        length=rng.uniform(50, 62),
        flare=rng.uniform(5, 13),
        waistline=rng.choice(("seam", "sash", "sash")),
        waist_drop=rng.uniform(-10, 0),
        gathers=rng.randrange(6, 11),
        trim=_solid(rng, BRIGHTS),
    )
    if d.neck in ("tank", "strap"):
        d = replace(d, sleeve=0)
    if rng.random() < 0.75:
        colours = [_solid(rng, BRIGHTS), _solid(rng, BRIGHTS, PALES)]
        d = replace(
            d,
            pattern=(lambda c, k: floral(c, colours, rng.uniform(1.0, 1.8)))
            if rng.random() < 0.6
            else (lambda c, k: dots(c, colours[0], 0.4, 2.2)),
        )
    if rng.random() < 0.6:
        d = replace(d, hem="border")
    return _top_picture(rng, d, 0.0)


def nightdress(rng: Random) -> Picture:
    """Loose nightdresses."""
    d = TopDesign(
        build=WOMAN,
        kind=JERSEY,
        colour=_solid(rng, PALES, PALES, BRIGHTS),
        neck=rng.choice(("scoop", "yoke", "strap")),
        depth=6,
        sleeve=rng.choice((0.25, 0.3, 0.0)),
        ease=rng.uniform(2.5, 4),
        length=rng.uniform(85, 118),
        flare=rng.uniform(2, 6),
        print_kind=rng.choice(("animal", "bouquet", "")),
        print_size=7,
        trim=_solid(rng, BRIGHTS),
    )
    if d.neck == "strap":
        d = replace(d, sleeve=0)
    if rng.random() < 0.4:
        d = replace(d, pattern=lambda c, k: dots(c, mix(k, "#c8283a", 0.6), 0.4, 3.0), print_kind="")
    d = replace(d, pose=random_pose(rng))
    return _picture(
        rng, worn_dress(d, _person(rng, WOMAN), "#e8bd9c"), -5, WOMAN.neck_y + d.length + rng.uniform(6, 30)
    )


def _legs_picture(rng: Random, d: LegsDesign, worn: float = 0.55) -> Picture:
    b = d.build
    d = replace(d, pose=random_pose(rng))
    low = b.crotch_y + (b.ankle_y - b.crotch_y) * d.length
    if rng.random() < worn:
        if d.style == "leggings":
            above = TopDesign(
                build=b,
                kind=POPLIN,
                colour=_solid(rng, PALES, DARKS),
                neck="scoop",
                sleeve=0.7,
                ease=1.6,
                length=rng.uniform(56, 74),
                flare=2,
            )
        else:
            length = (d.waist_y - b.neck_y) + (rng.uniform(4, 9) if rng.random() < 0.8 else -2)
            above = TopDesign(
                build=b, colour=_solid(rng), neck="crew", ease=1.0, length=length, sleeve=rng.choice((0.38, 1.0))
            )
        top = d.waist_y - rng.uniform(10, 26)
        bottom = max(low + 14, b.ankle_y + 13) if d.length > 0.5 or rng.random() < 0.6 else low + 30
        return _picture(rng, worn_legs(d, _person(rng, b), above, pick(rng, DARKS, MIDS, PALES)), top, bottom)
    high = d.waist_y - 2
    tall = max((low - high) * 1.12, 2 * (b.hip + 8) / 0.75)
    extra = (tall - (low - high)) / 2
    return _picture(rng, plain_legs(d), high - extra, low + extra, flat=True)


def jeans(build: Build) -> Sampler:
    """Five-pocket jeans."""

    def sample(rng: Random) -> Picture:
        d = LegsDesign(
            build=build,
            colour=_solid(rng, DENIMS),
            wash=rng.uniform(0.1, 1.2),
            cuff="rolled" if rng.random() < 0.12 else "",
        )
        if build is WOMAN:
            d = replace(
                d,
                waist_y=rng.uniform(66, 71),
                thigh=rng.uniform(8.6, 9.0),
                knee=rng.uniform(5.8, 7.0),
                hem=rng.uniform(4.4, 8.0),
            )
            return _legs_picture(rng, d, 0.8)
        if build is CHILD:
            d = replace(
                d, waist_y=49, thigh=rng.uniform(7.0, 7.8), knee=rng.uniform(6.4, 7.2), hem=rng.uniform(6.0, 7.2)
            )
            return _legs_picture(rng, d, 0.0)
        d = replace(
            d,
            waist_y=rng.uniform(74, 79),
            thigh=rng.uniform(9.4, 10.2),
            knee=rng.uniform(7.6, 9.4),
            hem=rng.uniform(6.6, 9.4),
        )
        return _legs_picture(rng, d, 0.7)

    return sample


def trousers(rng: Random) -> Picture:
    """Men's dress trousers and chinos."""
    d = LegsDesign(
        kind=WOOL,
        style=rng.choice(("formal", "formal", "chino")),
        colour=_solid(rng, FORMALS),
        waist_y=rng.uniform(71, 76),
        thigh=rng.uniform(9.6, 10.6),
        knee=rng.uniform(8.4, 9.6),
        hem=rng.uniform(7.6, 9.2),
        belt="#1d1a18" if rng.random() < 0.4 else "",
    )
    return _legs_picture(rng, d, 0.65)


def shorts(build: Build) -> Sampler:
    """Shorts of men and women."""

    def sample(rng: Random) -> Picture:
        style = rng.choice(("shorts", "chino", "chino", "jeans"))
        kind = {"shorts": JERSEY, "chino": POPLIN, "jeans": DENIM}[style]
        palette = {"shorts": DARKS + PALES + BRIGHTS, "chino": FORMALS + PALES + MIDS, "jeans": DENIMS}[style]
        d = LegsDesign(build=build, style=style, kind=kind, colour=_solid(rng, palette))
        if build is WOMAN:
            hem = rng.uniform(9.2, 10.6)
            d = replace(
                d,
                waist_y=rng.uniform(65, 70),
                thigh=9.2,
                hem=hem,
                length=rng.choice((rng.uniform(0.14, 0.26), rng.uniform(0.38, 0.48))),
                cuff="rolled" if rng.random() < 0.3 else "",
            )
            return _legs_picture(rng, d, 0.8)
        d = replace(
            d,
            waist_y=rng.uniform(73, 78),
            thigh=10.6,
            hem=rng.uniform(10.8, 13),
            length=rng.uniform(0.34, 0.56),
            drawstring=style == "shorts" and rng.random() < 0.7,
            cargo=style == "chino" and rng.random() < 0.5,
            logo=style == "shorts" and rng.random() < 0.5,
        )
        if style == "shorts" and rng.random() < 0.4:
            d = replace(d, stripe=_solid(rng, PALES))
        return _legs_picture(rng, d, 0.55)

    return sample


def track_pants(build: Build) -> Sampler:
    """Sports and lounge trousers."""

    def sample(rng: Random) -> Picture:
        d = LegsDesign(
            build=build,
            style="track",
            kind=JERSEY,
            colour=_solid(rng, DARKS, DARKS, MIDS, BRIGHTS),
            waist_y=72,
            thigh=10.4,
            knee=rng.uniform(9, 10),
            hem=rng.uniform(7.6, 9.8),
            drawstring=rng.random() < 0.7,
            stripe=_solid(rng, PALES, BRIGHTS) if rng.random() < 0.5 else "",
            logo=rng.random() < 0.5,
            cuff="rib" if rng.random() < 0.25 else "",
        )
        if build is WOMAN:
            d = replace(d, waist_y=64, thigh=9.2, knee=rng.uniform(7, 8), hem=rng.uniform(6.5, 9))
        return _legs_picture(rng, d, 0.5)

    return sample


def leggings(rng: Random) -> Picture:
    """Women's leggings."""
    d = LegsDesign(
        build=WOMAN,
        style="leggings",
        kind=JERSEY,
        colour=_solid(rng),
        waist_y=rng.uniform(61, 66),
        thigh=8.5,
        knee=rng.uniform(5.5, 6.0),
        hem=rng.uniform(3.6, 4.2),
        length=rng.uniform(0.94, 1.02),
    )
    return _legs_picture(rng, d, 0.75)


def capris(rng: Random) -> Picture:
    """Women's calf-length trousers."""
    style = rng.choice(("capri", "jeans", "leggings"))
    d = LegsDesign(
        build=WOMAN,
        style=style,
        kind=DENIM if style == "jeans" else JERSEY,
        colour=_solid(rng, DENIMS) if style == "jeans" else _solid(rng, DARKS, MIDS, BRIGHTS),
        waist_y=66,
        thigh=8.9,
        knee=rng.uniform(6.2, 7.6),
        hem=rng.uniform(5.6, 7.6),
        length=rng.uniform(0.66, 0.8),
        drawstring=style == "capri",
    )
    return _legs_picture(rng, d, 0.55)


def boxers(rng: Random) -> Picture:
    """Woven boxer shorts."""
    d = LegsDesign(
        style="boxers",
        kind=POPLIN,
        colour=_solid(rng),
        waist_y=75,
        thigh=10.6,
        hem=rng.uniform(11.5, 13),
        length=rng.uniform(0.2, 0.3),
    )
    form = rng.randrange(4)
    if form == 0:
        d = replace(d, pattern=_checked(rng, d.colour))
    elif form == 1:
        d = replace(d, pattern=_printed())
    elif form == 2:
        d = replace(d, pattern=lambda c, k: dots(c, mix(k, "#ffffff" if k < "#8" else "#203050", 0.8), 0.5, 2.8))
    d = replace(d, worn=False, pose=random_pose(rng))
    if rng.random() < 0.5:
        person = _person(rng, MAN)
        pose = random_pose(rng)

        def draw(canvas: Canvas) -> None:
            draw_torso(canvas, person)
            draw_legs(canvas, person, pose)
            draw_shoes(canvas, person, pose, person.skin)
            draw_arms(canvas, person, pose)
            draw_legs_garment(canvas, replace(d, worn=True, pose=pose))

        return _picture(rng, draw, rng.uniform(36, 56), rng.uniform(128, 182))
    return _legs_picture(rng, d, 0.0)


def skirt(build: Build) -> Sampler:
    """Skirts."""

    def sample(rng: Random) -> Picture:
        style = rng.choice(("pencil", "aline", "pleated", "gathered", "denim"))
        kid = build is CHILD
        if kid and style == "pencil":
            style = "denim"
        d = SkirtDesign(
            build=build,
            kind={"denim": DENIM, "pencil": WOOL}.get(style, POPLIN),
            style=style,
            colour=_solid(rng, DENIMS) if style == "denim" else _solid(rng),
            waist_y=47 if kid else rng.uniform(59, 65),
        )
        long = {"pencil": (44, 58), "aline": (42, 66), "pleated": (34, 56), "gathered": (34, 62), "denim": (32, 46)}[
            style
        ]
        flare = {
            "pencil": 0.0,
            "aline": rng.uniform(4, 10),
            "pleated": rng.uniform(4, 9),
            "gathered": rng.uniform(6, 13),
            "denim": rng.uniform(1, 4),
        }[style]
        d = replace(d, length=rng.uniform(20, 27) if kid else rng.uniform(*long), flare=flare * (0.6 if kid else 1))
        if style in ("aline", "gathered") and rng.random() < 0.65:
            d = replace(d, pattern=_printed())
        if style == "gathered" and rng.random() < 0.5:
            d = replace(d, tiers=rng.choice((1, 2)), trim=_solid(rng, DARKS, BRIGHTS))
        if kid and rng.random() < 0.5:
            d = replace(d, bow=True)
        low = d.waist_y + d.length
        if kid or rng.random() < 0.3:
            tall = max(d.length * 1.2, 2 * (build.hip + d.flare + 3) / 0.75)
            extra = (tall - d.length) / 2
            return _picture(rng, lambda c: draw_skirt(c, d), d.waist_y - extra, low + extra, flat=True)
        person, pose = _person(rng, build), random_pose(rng)
        above = TopDesign(
            build=build,
            colour=_solid(rng, PALES, DARKS),
            neck=rng.choice(("scoop", "strap", "crew")),
            sleeve=0.25,
            ease=0.2,
            length=d.waist_y - build.neck_y + 3,
            pose=pose,
            worn=True,
        )
        if above.neck == "strap":
            above = replace(above, sleeve=0)
        worn = replace(d, worn=True)

        def draw(canvas: Canvas) -> None:
            draw_torso(canvas, person)
            draw_legs(canvas, person, pose)
            draw_shoes(canvas, person, pose, "#2a2326")
            draw_inside(canvas, above)
            draw_head(canvas, person)
            draw_top(canvas, above)
            draw_skirt(canvas, worn)
            draw_arms(canvas, person, pose)

        return _picture(rng, draw, rng.choice((-5.0, 34.0, 44.0)), max(low + 20, WOMAN.ankle_y + 13))

    return sample


def stockings(rng: Random) -> Picture:
    """Tights."""
    colour = _solid(rng, DARKS, DARKS, MIDS, ("#6b4a38", "#1a1a1c"))
    sheer = rng.choice((0.0, 0.0, 0.25, 0.4))
    bands = mix(colour, "#ffffff", 0.6) if rng.random() < 0.15 else ""
    stance = rng.uniform(5.5, 9)
    return _picture(rng, lambda c: draw_tights(c, WOMAN, colour, sheer, stance, bands), 60, 176)


def briefs(cut: str) -> Sampler:
    """Briefs and trunks."""

    def sample(rng: Random) -> Picture:
        colour = _solid(rng, DARKS, PALES, MIDS, BRIGHTS)
        d = BriefsDesign(
            cut=cut,
            colour=colour,
            flecked=rng.random() < 0.25,
            trim=rng.choice((_solid(rng, DARKS, PALES, BRIGHTS), mix(colour, "#05060c", 0.2))),
            word=rng.choice(("", "HANGTAG", "URBAN", "NORTH")),
        )
        if cut == "womens":
            d = replace(
                d,
                band=rng.uniform(0.8, 1.6),
                width=rng.uniform(14.5, 16.5),
                high=rng.uniform(0, 2.6),
                bow=rng.random() < 0.5,
                lace=rng.random() < 0.3,
                word="",
            )
            if rng.random() < 0.3:
                d = replace(d, pattern=(lambda c, k: dots(c, mix(k, "#ffffff", 0.7), 0.3, 1.8)))
            if rng.random() < 0.3:
                d = replace(d, pack=tuple(_solid(rng, PALES, MIDS, DARKS) for _ in range(2)))
        elif cut == "mens":
            d = replace(d, band=rng.uniform(1.8, 3.6), high=rng.uniform(0, 2.8), width=rng.uniform(14.8, 16))
        else:
            d = replace(d, band=rng.uniform(2.4, 4), high=rng.uniform(-2, 5))
            if rng.random() < 0.25:
                d = replace(d, pattern=_striped(rng, colour, False))
        if rng.random() < 0.35:
            build = WOMAN if cut == "womens" else MAN
            d = replace(d, width=build.hip - (0.4 if cut == "womens" else 0.8), pack=())
            low = build.crotch_y
            return _picture(
                rng,
                worn_briefs(d, _person(rng, build)),
                low - rng.uniform(34, 50),
                low + rng.uniform(16, 32),
                jitter=0.12,
            )
        half = 2 * (d.width + 3) / 0.75 / 2 * rng.uniform(1.0, 1.3)
        return _picture(rng, lambda c: draw_briefs(c, d), 10 - half, 10 + half, flat=True)

    return sample


def bra(rng: Random) -> Picture:
    """Bras, alone."""
    colour = _solid(rng, DARKS, PALES, BRIGHTS, MIDS)
    d = BraDesign(
        kind=rng.choice((JERSEY, SATIN)),
        colour=colour,
        full=rng.uniform(-1.5, 3),
        plunge=rng.uniform(-1.5, 2.0),
        seamed=rng.random() < 0.5,
        lace=rng.random() < 0.4,
        strap=rng.uniform(1.0, 2.0),
    )
    if rng.random() < 0.3:
        d = replace(
            d, pattern=_printed() if rng.random() < 0.6 else (lambda c, k: dots(c, mix(k, "#ffffff", 0.7), 0.3, 1.6))
        )
    half = rng.uniform(24, 28)
    return _picture(rng, lambda c: draw_bra(c, d), -9 - half, -9 + half, flat=True)


def bodysuit(rng: Random) -> Picture:
    """Baby bodysuits and sleepsuits."""
    colour = _solid(rng, PALES, PALES, BRIGHTS)
    d = BodysuitDesign(
        colour=colour,
        trim=_solid(rng, BRIGHTS),
        sleeve=rng.choice((0.0, 5.0, 6.0, 7.0)),
        legs=rng.choice((0.0, 0.0, 0.0, 8.0)),
        print_kind=rng.choice(("animal", "animal", "bouquet", "stars", "words", "")),
        print_word=rng.choice(("SMILE", "PLAY", "LUCKY")),
    )
    if not d.print_kind:
        d = replace(
            d,
            pattern=(lambda c, k: dots(c, mix(k, "#d8437f", 0.5), 0.35, 2.2))
            if rng.random() < 0.5
            else _striped(rng, colour, False),
        )
    half = rng.uniform(25, 31)
    return _picture(rng, lambda c: draw_bodysuit(c, d), 19 - half, 19 + half, flat=True)


def saree(rng: Random) -> Picture:
    """Draped sarees."""
    colour = _solid(rng, BRIGHTS, DARKS, MIDS, PALES)
    colours = [_solid(rng, ("#e0c060", "#f2e6c0", "#c8283a", "#1f6f73", "#2a1f2d")) for _ in range(2)]
    d = SareeDesign(
        colour=colour,
        border=_solid(rng, ("#c9a227", "#b5472f", "#8a1f3a", "#1f6f53")),
        blouse=_solid(rng, DARKS, BRIGHTS),
        pose=random_pose(rng),
    )
    form = rng.randrange(3)
    if form == 0:
        d = replace(
            d, pattern=lambda c, k: block_print(c, colours, rng.uniform(1.4, 2.8), rng.choice(("paisley", "rosette")))
        )
    elif form == 1:
        d = replace(d, pattern=lambda c, k: floral(c, colours, rng.uniform(2, 4), 0.5))
    person = _person(rng, WOMAN)
    return _picture(rng, lambda c: draw_saree(c, d, person), -6, 170)


def blazer(rng: Random) -> Picture:
    """Tailored jackets."""
    colour = _solid(rng, FORMALS, DARKS, ("#c2ab84", "#e6dfcf"))
    d = BlazerDesign(
        colour=colour,
        inner=_solid(rng, PALES, DARKS),
        inner_neck=rng.choice(("shirt", "shirt", "crew")),
        buttons=rng.choice((1, 2, 2)),
        length=rng.uniform(68, 76),
    )
    if rng.random() < 0.25:
        d = replace(
            d,
            pattern=lambda c, k: checks(
                c, [(0.3, mix(k, "#ffffff", 0.25)), (4, "")], [(0.3, mix(k, "#ffffff", 0.25)), (5, "")]
            ),
        )
    if rng.random() < 0.5:
        d = replace(d, pose=random_pose(rng))
        return _picture(rng, worn_blazer(d, _person(rng, MAN), _below(rng, MAN)), -4, rng.uniform(112, 130))
    d = replace(d, pose=Pose((13, 13), (7, 7)))
    return _picture(rng, plain_blazer(d), 17, 108, flat=True)


def dungarees(rng: Random) -> Picture:
    """Dungarees, alone or over a T-shirt."""
    build = rng.choice((CHILD, CHILD, WOMAN))
    d = DungareesDesign(
        build=build, colour=_solid(rng, DENIMS, DENIMS, MIDS), length=rng.choice((1.0, 1.0, rng.uniform(0.22, 0.34)))
    )
    tee = TopDesign(
        build=build,
        colour=_solid(rng, PALES, BRIGHTS),
        neck="crew",
        depth=5,
        ease=0.4,
        length=build.hip_y - build.neck_y,
        pose=Pose((18, 18), (14, 14)),
        sleeve=0.34,
    )
    under = rng.random() < 0.5
    worn = build is WOMAN and under and rng.random() < 0.7
    person = _person(rng, build)

    def draw(canvas: Canvas) -> None:
        if worn:
            draw_legs(canvas, person, d.pose)
            draw_shoes(canvas, person, d.pose, "#e9edf2")
            draw_inside(canvas, replace(tee, worn=True))
            draw_arms(canvas, person, tee.pose)
            draw_head(canvas, person)
            draw_top(canvas, replace(tee, worn=True))
        elif under:
            draw_inside(canvas, tee)
            draw_top(canvas, tee)
        draw_dungarees(canvas, d)

    low = build.crotch_y + (build.ankle_y - build.crotch_y) * d.length + 6
    if worn:
        return _picture(rng, draw, -5, max(low, build.ankle_y + 13))
    high = build.shoulder_y - 6
    tall = max(low - high, 2 * (build.shoulder + 9) / 0.75)
    extra = (tall * 1.08 - (low - high)) / 2
    return _picture(rng, draw, high - extra, low + extra, flat=True)


def tracksuit(rng: Random) -> Picture:
    """Track jacket and trousers together."""
    colour = _solid(rng, DARKS, DARKS, BRIGHTS)
    stripe = _solid(rng, PALES, BRIGHTS)
    pose = random_pose(rng)
    top = TopDesign(
        colour=colour,
        neck="zip",
        depth=4,
        front="zip",
        sleeve=1.0,
        sleeve_end="rib",
        hem="rib",
        ease=3.0,
        length=62,
        sleeve_stripe=stripe if rng.random() < 0.6 else "",
        pockets="slant",
        pose=pose,
    )
    legs = LegsDesign(
        style="track",
        kind=JERSEY,
        colour=rng.choice((colour, colour, _solid(rng, DARKS))),
        waist_y=74,
        thigh=10.4,
        knee=9.6,
        hem=8.8,
        stripe=stripe if rng.random() < 0.5 else "",
        pose=pose,
    )
    if rng.random() < 0.5:
        return _picture(rng, worn_top(top, _person(rng, MAN), legs, pick(rng, DARKS, PALES)), -5, 184)

    def draw(canvas: Canvas) -> None:
        draw_legs_garment(canvas, replace(legs, worn=True))
        draw_inside(canvas, top)
        draw_top(canvas, top)

    return _picture(rng, draw, 18, 178)


CLASSES: dict[str, Sampler] = {
    "mens-tshirt-solid": mens_tshirt("solid"),
    "mens-tshirt-printed": mens_tshirt("printed"),
    "mens-tshirt-striped": mens_tshirt("striped"),
    "mens-polo-solid": mens_polo(False),
    "mens-polo-striped": mens_polo(True),
    "mens-shirt-solid": shirt(MAN, "solid", 0.6),
    "mens-shirt-checked": shirt(MAN, "checked", 0.5),
    "mens-shirt-striped": shirt(MAN, "striped", 0.6),
    "mens-kurta": mens_kurta,
    "mens-sweater-solid": sweater("solid", MAN),
    "mens-sweater-striped": sweater("striped", MAN),
    "mens-sweatshirt": sweatshirt,
    "mens-jacket": jacket(MAN),
    "mens-vest": vest,
    "womens-tshirt-solid": womens_tshirt(False),
    "womens-tshirt-printed": womens_tshirt(True),
    "womens-shirt-solid": shirt(WOMAN, "solid", 0.85),
    "womens-shirt-patterned": shirt(WOMAN, "patterned", 0.85),
    "womens-top-solid": womens_top(False),
    "womens-top-patterned": womens_top(True),
    "womens-kurta-solid": kurta(False),
    "womens-kurta-printed": kurta(True),
    "bra": bra,
    "camisole": camisole,
    "hoodie": hoodie,
    "blazer": blazer,
    "longsleeve-tshirt": longsleeve,
    "boys-tshirt": kids_top(False),
    "boys-shirt": shirt(CHILD, "any", 0.0),
    "girls-top": kids_top(True),
    "mens-jeans": jeans(MAN),
    "womens-jeans": jeans(WOMAN),
    "kids-jeans": jeans(CHILD),
    "mens-trousers": trousers,
    "mens-shorts": shorts(MAN),
    "womens-shorts": shorts(WOMAN),
    "mens-track-pants": track_pants(MAN),
    "womens-leggings": leggings,
    "womens-capris": capris,
    "womens-skirt": skirt(WOMAN),
    "girls-skirt": skirt(CHILD),
    "mens-briefs": briefs("mens"),
    "womens-briefs": briefs("womens"),
    "trunks": briefs("trunks"),
    "boxers": boxers,
    "stockings": stockings,
    "womens-dress-solid": dress("solid"),
    "womens-dress-printed": dress("printed"),
    "girls-dress": girls_dress,
    "nightdress": nightdress,
    "saree": saree,
    "baby-bodysuit": bodysuit,
    "jumpsuit": dungarees,
    "tracksuit": tracksuit,
}


def sample(class_id: str, seed: int) -> Picture:
    """The picture of a class for a seed; the same seed gives the same picture."""
    return CLASSES[class_id](Random(f"{class_id}/{seed}"))
