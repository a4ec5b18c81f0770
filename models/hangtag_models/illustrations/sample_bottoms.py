"""Samplers of trousers, shorts and skirts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hangtag_models.illustrations.bottoms import LegsDesign, draw_legs_garment
from hangtag_models.illustrations.canvas import Canvas, mix
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.fabric import (
    BRIGHTS,
    DARKS,
    DENIM,
    DENIMS,
    FORMALS,
    JERSEY,
    MIDS,
    PALES,
    POPLIN,
    WOOL,
    dots,
)
from hangtag_models.illustrations.figure import (
    CHILD,
    MAN,
    WOMAN,
    Build,
    draw_arms,
    draw_head,
    draw_legs,
    draw_shoes,
    draw_torso,
    random_pose,
)
from hangtag_models.illustrations.sampling import (
    Sampler,
    checked,
    framed,
    legs_picture,
    person_of,
    printed_all_over,
    solid,
)
from hangtag_models.illustrations.scene import Picture
from hangtag_models.illustrations.skirts import SkirtDesign, draw_skirt
from hangtag_models.illustrations.tights import draw_tights
from hangtag_models.illustrations.tops import draw_inside, draw_top


def jeans(build: Build) -> Sampler:
    """Five-pocket jeans."""

    def sample(rng: Random) -> Picture:
        d = LegsDesign(
            build=build,
            colour=solid(rng, DENIMS),
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
            return legs_picture(rng, d, 0.8)
        if build is CHILD:
            d = replace(d, waist_y=49, thigh=rng.uniform(7.0, 7.8), knee=rng.uniform(6.4, 7.2), hem=rng.uniform(6.0, 7.2))
            return legs_picture(rng, d, 0.0)
        d = replace(
            d,
            waist_y=rng.uniform(74, 79),
            thigh=rng.uniform(9.4, 10.2),
            knee=rng.uniform(7.6, 9.4),
            hem=rng.uniform(6.6, 9.4),
        )
        return legs_picture(rng, d, 0.7)

    return sample


def trousers(rng: Random) -> Picture:
    """Men's dress trousers and chinos."""
    d = LegsDesign(
        kind=WOOL,
        style=rng.choice(("formal", "formal", "chino")),
        colour=solid(rng, FORMALS),
        waist_y=rng.uniform(71, 76),
        thigh=rng.uniform(9.6, 10.6),
        knee=rng.uniform(8.4, 9.6),
        hem=rng.uniform(7.6, 9.2),
        belt="#1d1a18" if rng.random() < 0.4 else "",
    )
    return legs_picture(rng, d, 0.65)


def shorts(build: Build) -> Sampler:
    """Shorts of men and women."""

    def sample(rng: Random) -> Picture:
        style = rng.choice(("shorts", "chino", "chino", "jeans"))
        kind = {"shorts": JERSEY, "chino": POPLIN, "jeans": DENIM}[style]
        palette = {"shorts": DARKS + PALES + BRIGHTS, "chino": FORMALS + PALES + MIDS, "jeans": DENIMS}[style]
        d = LegsDesign(build=build, style=style, kind=kind, colour=solid(rng, palette))
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
            return legs_picture(rng, d, 0.8)
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
            d = replace(d, stripe=solid(rng, PALES))
        return legs_picture(rng, d, 0.55)

    return sample


def track_pants(build: Build) -> Sampler:
    """Sports and lounge trousers."""

    def sample(rng: Random) -> Picture:
        d = LegsDesign(
            build=build,
            style="track",
            kind=JERSEY,
            colour=solid(rng, DARKS, DARKS, MIDS, BRIGHTS),
            waist_y=72,
            thigh=10.4,
            knee=rng.uniform(9, 10),
            hem=rng.uniform(7.6, 9.8),
            drawstring=rng.random() < 0.7,
            stripe=solid(rng, PALES, BRIGHTS) if rng.random() < 0.5 else "",
            logo=rng.random() < 0.5,
            cuff="rib" if rng.random() < 0.25 else "",
        )
        if build is WOMAN:
            d = replace(d, waist_y=64, thigh=9.2, knee=rng.uniform(7, 8), hem=rng.uniform(6.5, 9))
        return legs_picture(rng, d, 0.5)

    return sample


def leggings(rng: Random) -> Picture:
    """Women's leggings."""
    d = LegsDesign(
        build=WOMAN,
        style="leggings",
        kind=JERSEY,
        colour=solid(rng),
        waist_y=rng.uniform(61, 66),
        thigh=8.5,
        knee=rng.uniform(5.5, 6.0),
        hem=rng.uniform(3.6, 4.2),
        length=rng.uniform(0.94, 1.02),
    )
    return legs_picture(rng, d, 0.75)


def capris(rng: Random) -> Picture:
    """Women's calf-length trousers."""
    style = rng.choice(("capri", "jeans", "leggings"))
    d = LegsDesign(
        build=WOMAN,
        style=style,
        kind=DENIM if style == "jeans" else JERSEY,
        colour=solid(rng, DENIMS) if style == "jeans" else solid(rng, DARKS, MIDS, BRIGHTS),
        waist_y=66,
        thigh=8.9,
        knee=rng.uniform(6.2, 7.6),
        hem=rng.uniform(5.6, 7.6),
        length=rng.uniform(0.66, 0.8),
        drawstring=style == "capri",
    )
    return legs_picture(rng, d, 0.55)


def boxers(rng: Random) -> Picture:
    """Woven boxer shorts."""
    d = LegsDesign(
        style="boxers",
        kind=POPLIN,
        colour=solid(rng),
        waist_y=75,
        thigh=10.6,
        hem=rng.uniform(11.5, 13),
        length=rng.uniform(0.2, 0.3),
    )
    form = rng.randrange(4)
    if form == 0:
        d = replace(d, pattern=checked(rng, d.colour))
    elif form == 1:
        d = replace(d, pattern=printed_all_over())
    elif form == 2:
        d = replace(d, pattern=lambda c, k: dots(c, mix(k, "#ffffff" if k < "#8" else "#203050", 0.8), 0.5, 2.8))
    d = replace(d, worn=False, pose=random_pose(rng))
    if rng.random() < 0.5:
        person = person_of(rng, MAN)
        pose = random_pose(rng)

        def draw(canvas: Canvas) -> None:
            draw_torso(canvas, person)
            draw_legs(canvas, person, pose)
            draw_shoes(canvas, person, pose, person.skin)
            draw_arms(canvas, person, pose)
            draw_legs_garment(canvas, replace(d, worn=True, pose=pose))

        return framed(rng, draw, rng.uniform(36, 56), rng.uniform(128, 182))
    return legs_picture(rng, d, 0.0)


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
            colour=solid(rng, DENIMS) if style == "denim" else solid(rng),
            waist_y=47 if kid else rng.uniform(59, 65),
        )
        long = {"pencil": (44, 58), "aline": (42, 66), "pleated": (34, 56), "gathered": (34, 62), "denim": (32, 46)}[style]
        flare = {
            "pencil": 0.0,
            "aline": rng.uniform(4, 10),
            "pleated": rng.uniform(4, 9),
            "gathered": rng.uniform(6, 13),
            "denim": rng.uniform(1, 4),
        }[style]
        d = replace(d, length=rng.uniform(20, 27) if kid else rng.uniform(*long), flare=flare * (0.6 if kid else 1))
        if style in ("aline", "gathered") and rng.random() < 0.65:
            d = replace(d, pattern=printed_all_over())
        if style == "gathered" and rng.random() < 0.5:
            d = replace(d, tiers=rng.choice((1, 2)), trim=solid(rng, DARKS, BRIGHTS))
        if kid and rng.random() < 0.5:
            d = replace(d, bow=True)
        low = d.waist_y + d.length
        if kid or rng.random() < 0.3:
            tall = max(d.length * 1.2, 2 * (build.hip + d.flare + 3) / 0.75)
            extra = (tall - d.length) / 2
            return framed(rng, lambda c: draw_skirt(c, d), d.waist_y - extra, low + extra, flat=True)
        person, pose = person_of(rng, build), random_pose(rng)
        above = TopDesign(
            build=build,
            colour=solid(rng, PALES, DARKS),
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

        return framed(rng, draw, rng.choice((-5.0, 34.0, 44.0)), max(low + 20, WOMAN.ankle_y + 13))

    return sample


def stockings(rng: Random) -> Picture:
    """Tights."""
    colour = solid(rng, DARKS, DARKS, MIDS, ("#6b4a38", "#1a1a1c"))
    sheer = rng.choice((0.0, 0.0, 0.25, 0.4))
    bands = mix(colour, "#ffffff", 0.6) if rng.random() < 0.15 else ""
    stance = rng.uniform(5.5, 9)
    return framed(rng, lambda c: draw_tights(c, WOMAN, colour, sheer, stance, bands), 60, 176)
