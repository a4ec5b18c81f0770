"""Samplers of tops: from a source of chance to a picture."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hangtag_models.illustrations.blazers import BlazerDesign, plain_blazer, worn_blazer
from hangtag_models.illustrations.bottoms import LegsDesign
from hangtag_models.illustrations.canvas import mix
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.fabric import (
    BRIGHTS,
    DARKS,
    DENIM,
    DENIMS,
    FORMALS,
    JERSEY,
    KNIT,
    MIDS,
    PALES,
    POPLIN,
    SATIN,
    cables,
    checks,
    knit_rows,
)
from hangtag_models.illustrations.figure import CHILD, MAN, WOMAN, Build, Pose, random_pose
from hangtag_models.illustrations.prints import KINDS
from hangtag_models.illustrations.sampling import (
    Sampler,
    checked,
    framed,
    person_of,
    pinstriped,
    printed_all_over,
    solid,
    striped,
    top_picture,
    trousers_below,
)
from hangtag_models.illustrations.scene import Picture, worn_top


def mens_tshirt(kind: str) -> Sampler:
    """Men's T-shirts: solid, printed or striped."""

    def sample(rng: Random) -> Picture:
        colour = solid(rng)
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
            d = replace(d, trim=solid(rng, DARKS, PALES, BRIGHTS), sleeve_end=rng.choice(("plain", "band")))
        if kind == "printed":
            d = replace(
                d,
                neck=rng.choice(("crew", "crew", "v")),
                front="closed",
                print_kind=rng.choice([k for k in KINDS if k not in ("animal", "bouquet")]),
                print_size=rng.uniform(7, 13),
            )
        elif kind == "striped":
            d = replace(d, pattern=striped(rng, colour))
        else:
            d = replace(d, logo=rng.random() < 0.4, sleeve_stripe=solid(rng, PALES) if rng.random() < 0.12 else "")
        return top_picture(rng, d, 0.75)

    return sample


def mens_polo(with_stripes: bool) -> Sampler:
    """Men's polos."""

    def sample(rng: Random) -> Picture:
        colour = solid(rng)
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
        if with_stripes:
            d = replace(d, pattern=striped(rng, colour), trim=rng.choice((colour, solid(rng, DARKS, PALES))))
        elif rng.random() < 0.4:
            d = replace(d, trim=solid(rng, DARKS, PALES, BRIGHTS))
        return top_picture(rng, d, 0.6)

    return sample


def _shirt(rng: Random, build: Build, kind: str) -> TopDesign:
    colour = solid(rng, PALES, PALES, MIDS, DARKS, BRIGHTS)
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
        d = replace(d, pattern=checked(rng, colour))
    elif kind == "striped":
        d = replace(d, pattern=pinstriped(rng, colour))
    elif kind == "patterned":
        d = replace(d, pattern=checked(rng, colour) if rng.random() < 0.7 else printed_all_over())
    return d


def shirt(build: Build, kind: str, worn: float) -> Sampler:
    """Buttoned shirts."""
    return lambda rng: top_picture(
        rng, _shirt(rng, build, rng.choice(("solid", "checked", "checked", "striped")) if kind == "any" else kind), worn
    )


def sweater(kind: str, build: Build) -> Sampler:
    """Pullovers and cardigans."""

    def sample(rng: Random) -> Picture:
        colour = solid(rng, DARKS, BRIGHTS, MIDS, PALES)
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
            d = replace(d, pattern=striped(rng, colour))
        else:
            form = rng.randrange(3)
            d = replace(
                d,
                pattern=(lambda c, k: cables(c, k)) if form == 0 else (lambda c, k: knit_rows(c, k)) if form == 1 else None,
            )
            if rng.random() < 0.25 and d.neck == "v":
                d = replace(d, front="cardigan", depth=rng.uniform(14, 20))
        if rng.random() < 0.3:
            d = replace(d, trim=solid(rng, DARKS, PALES))
        return top_picture(rng, d, 0.6)

    return sample


def sweatshirt(rng: Random) -> Picture:
    """Men's sweatshirts."""
    d = TopDesign(
        colour=solid(rng),
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
    return top_picture(rng, d, 0.5)


def longsleeve(rng: Random) -> Picture:
    """Long-sleeved T-shirts."""
    build = rng.choice((MAN, MAN, WOMAN))
    d = TopDesign(
        build=build,
        colour=solid(rng),
        neck=rng.choice(("crew", "v", "henley", "crew")),
        sleeve=1.0,
        ease=rng.uniform(0.8, 2),
        length=rng.uniform(60, 66) if build is MAN else rng.uniform(52, 58),
    )
    d = replace(d, front="placket" if d.neck == "henley" else "closed")
    if rng.random() < 0.5 and d.neck != "henley":
        d = replace(d, print_kind=rng.choice(KINDS[:8]), print_size=rng.uniform(7, 12) if build is MAN else rng.uniform(6, 9))
    elif rng.random() < 0.25:
        d = replace(d, pattern=striped(rng, d.colour))
    return top_picture(rng, d, 0.6)


def hoodie(rng: Random) -> Picture:
    """Hooded sweatshirts."""
    build = rng.choice((MAN, MAN, WOMAN))
    d = TopDesign(
        build=build,
        colour=solid(rng),
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
        d = replace(d, trim=solid(rng, DARKS, PALES, BRIGHTS))
    return top_picture(rng, d, 0.5)


def jacket(build: Build) -> Sampler:
    """Zipped jackets: track, padded, bomber, denim."""

    def sample(rng: Random) -> Picture:
        length = rng.uniform(60, 70) if build is MAN else rng.uniform(50, 60)
        colour = solid(rng, DARKS, DARKS, BRIGHTS, MIDS)
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
            d = replace(d, sleeve_stripe=solid(rng, PALES), kind=JERSEY, ease=2.8)
        elif form == 1:
            d = replace(d, quilted=rng.uniform(6, 9), ease=5)
        elif form == 2:
            d = replace(
                d,
                kind=DENIM,
                colour=solid(rng, DENIMS),
                neck="shirt",
                front="buttons",
                pockets="chest two flap",
                sleeve_end="cuff",
                depth=4,
            )
        else:
            d = replace(d, pockets=rng.choice(("slant", "flaps")), trim=solid(rng, DARKS))
        return top_picture(rng, d, 0.5)

    return sample


def vest(rng: Random) -> Picture:
    """Men's sleeveless undershirts."""
    d = TopDesign(
        colour=solid(rng, PALES, PALES, DARKS, MIDS, BRIGHTS),
        neck="tank",
        depth=rng.uniform(8, 13),
        sleeve=0,
        ease=rng.uniform(0.2, 1.2),
        length=rng.uniform(60, 66),
    )
    if rng.random() < 0.35:
        d = replace(d, trim=solid(rng, DARKS, BRIGHTS))
    return top_picture(rng, d, 0.6)


def womens_tshirt(printed: bool) -> Sampler:
    """Women's T-shirts."""

    def sample(rng: Random) -> Picture:
        d = TopDesign(
            build=WOMAN,
            colour=solid(rng),
            neck=rng.choice(("crew", "scoop", "v", "scoop")),
            depth=rng.uniform(5.5, 9),
            sleeve=rng.uniform(0.18, 0.34),
            ease=rng.uniform(0.2, 1.2),
            length=rng.uniform(52, 58),
        )
        if printed:
            if rng.random() < 0.25:
                d = replace(d, pattern=striped(rng, d.colour))
            else:
                d = replace(d, print_kind=rng.choice(KINDS[:8]), print_size=rng.uniform(6, 9))
        return top_picture(rng, d, 0.85)

    return sample


def womens_top(patterned: bool) -> Sampler:
    """Blouses and fashion tops."""

    def sample(rng: Random) -> Picture:
        neck = rng.choice(("scoop", "boat", "v", "strap", "tank"))
        d = TopDesign(
            build=WOMAN,
            kind=rng.choice((POPLIN, SATIN, JERSEY)),
            colour=solid(rng),
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
            d = replace(d, pattern=printed_all_over() if rng.random() < 0.75 else checked(rng, d.colour))
        return top_picture(rng, d, 0.8)

    return sample


def kurta(printed: bool, length: tuple[float, float] = (84, 96)) -> Sampler:
    """Women's kurtas and tunics."""

    def sample(rng: Random) -> Picture:
        d = TopDesign(
            build=WOMAN,
            kind=POPLIN,
            colour=solid(rng),
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
            d = replace(d, pattern=printed_all_over(True))
        if rng.random() < 0.5:
            d = replace(d, trim=solid(rng, BRIGHTS, DARKS), hem=rng.choice(("border", "straight")))
        if d.neck == "yoke" and rng.random() < (0.4 if printed else 0.6):
            d = replace(d, worked=solid(rng, ("#c9a227", "#b5472f", "#e3d5b0", "#1f6f73")))
        elif d.neck in ("yoke", "band"):
            d = replace(d, front="placket")
        person = person_of(rng, WOMAN)
        d = replace(d, pose=random_pose(rng))
        below = LegsDesign(
            build=WOMAN,
            kind=JERSEY,
            colour=solid(rng, DARKS, PALES, BRIGHTS),
            style="leggings",
            waist_y=66,
            thigh=8.4,
            knee=5.8,
            hem=4.0,
        )
        if rng.random() < 0.8:
            return framed(rng, worn_top(d, person, below), -4, WOMAN.neck_y + d.length + rng.uniform(6, 30))
        return top_picture(rng, d, 0.0)

    return sample


def mens_kurta(rng: Random) -> Picture:
    """Men's kurtas."""
    d = TopDesign(
        kind=POPLIN,
        colour=solid(rng, PALES, MIDS, DARKS),
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
        d = replace(d, pattern=printed_all_over(True) if rng.random() < 0.6 else pinstriped(rng, d.colour))
    return top_picture(rng, d, 0.6)


def camisole(rng: Random) -> Picture:
    """Strappy undershirts."""
    d = TopDesign(build=WOMAN, colour=solid(rng), neck="strap", sleeve=0, ease=rng.uniform(-0.2, 0.6), length=rng.uniform(50, 58))
    return top_picture(rng, d, 0.5)


def kids_top(girl: bool) -> Sampler:
    """Children's T-shirts, always without a wearer."""

    def sample(rng: Random) -> Picture:
        colour = solid(rng, BRIGHTS, PALES, BRIGHTS, MIDS) if girl else solid(rng)
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
            d = replace(d, trim=solid(rng, BRIGHTS, DARKS), sleeve_end="band" if not girl else "plain")
        return top_picture(rng, d, 0.0)

    return sample


def blazer(rng: Random) -> Picture:
    """Tailored jackets."""
    colour = solid(rng, FORMALS, DARKS, ("#c2ab84", "#e6dfcf"))
    d = BlazerDesign(
        colour=colour,
        inner=solid(rng, PALES, DARKS),
        inner_neck=rng.choice(("shirt", "shirt", "crew")),
        buttons=rng.choice((1, 2, 2)),
        length=rng.uniform(68, 76),
    )
    if rng.random() < 0.25:
        d = replace(
            d,
            pattern=lambda c, k: checks(c, [(0.3, mix(k, "#ffffff", 0.25)), (4, "")], [(0.3, mix(k, "#ffffff", 0.25)), (5, "")]),
        )
    if rng.random() < 0.5:
        d = replace(d, pose=random_pose(rng))
        return framed(rng, worn_blazer(d, person_of(rng, MAN), trousers_below(rng, MAN)), -4, rng.uniform(112, 130))
    d = replace(d, pose=Pose((13, 13), (7, 7)))
    return framed(rng, plain_blazer(d), 17, 108, flat=True)
