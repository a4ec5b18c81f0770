"""Samplers of dresses, underwear, baby wear and whole outfits."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hangtag_models.illustrations.babywear import BodysuitDesign, draw_bodysuit
from hangtag_models.illustrations.bottoms import LegsDesign, draw_legs_garment
from hangtag_models.illustrations.bras import BraDesign, draw_bra
from hangtag_models.illustrations.briefs import BriefsDesign, draw_briefs, worn_briefs
from hangtag_models.illustrations.canvas import Canvas, mix
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.dungarees import DungareesDesign, draw_dungarees
from hangtag_models.illustrations.fabric import (
    BRIGHTS,
    DARKS,
    DENIMS,
    JERSEY,
    MIDS,
    PALES,
    POPLIN,
    SATIN,
    block_print,
    dots,
    floral,
    pick,
)
from hangtag_models.illustrations.figure import (
    CHILD,
    MAN,
    WOMAN,
    Pose,
    draw_arms,
    draw_head,
    draw_legs,
    draw_shoes,
    random_pose,
)
from hangtag_models.illustrations.sampling import (
    Sampler,
    checked,
    framed,
    person_of,
    printed_all_over,
    solid,
    striped,
    top_picture,
)
from hangtag_models.illustrations.sarees import SareeDesign, draw_saree
from hangtag_models.illustrations.scene import Picture, worn_dress, worn_top
from hangtag_models.illustrations.tops import draw_inside, draw_top


def dress(kind: str) -> Sampler:
    """Women's dresses."""

    def sample(rng: Random) -> Picture:
        neck = rng.choice(("scoop", "v", "boat", "tank", "strap"))
        d = TopDesign(
            build=WOMAN,
            kind=rng.choice((POPLIN, SATIN, JERSEY)),
            colour=solid(rng),
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
            d = replace(d, pattern=printed_all_over() if rng.random() < 0.9 else checked(rng, d.colour))
        if rng.random() < 0.3:
            d = replace(d, trim=solid(rng, DARKS, BRIGHTS))
        if rng.random() < 0.75:
            d = replace(d, pose=random_pose(rng))
            return framed(
                rng,
                worn_dress(d, person_of(rng, WOMAN), pick(rng, DARKS, MIDS)),
                -5,
                WOMAN.neck_y + d.length + rng.uniform(6, 30),
            )
        return top_picture(rng, d, 0.0)

    return sample


def girls_dress(rng: Random) -> Picture:
    """Girls' dresses."""
    d = TopDesign(
        build=CHILD,
        kind=POPLIN,
        colour=solid(rng, BRIGHTS, PALES),
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
        trim=solid(rng, BRIGHTS),
    )
    if d.neck in ("tank", "strap"):
        d = replace(d, sleeve=0)
    if rng.random() < 0.75:
        colours = [solid(rng, BRIGHTS), solid(rng, BRIGHTS, PALES)]
        d = replace(
            d,
            pattern=(lambda c, k: floral(c, colours, rng.uniform(1.0, 1.8)))
            if rng.random() < 0.6
            else (lambda c, k: dots(c, colours[0], 0.4, 2.2)),
        )
    if rng.random() < 0.6:
        d = replace(d, hem="border")
    return top_picture(rng, d, 0.0)


def nightdress(rng: Random) -> Picture:
    """Loose nightdresses."""
    d = TopDesign(
        build=WOMAN,
        kind=JERSEY,
        colour=solid(rng, PALES, PALES, BRIGHTS),
        neck=rng.choice(("scoop", "yoke", "strap")),
        depth=6,
        sleeve=rng.choice((0.25, 0.3, 0.0)),
        ease=rng.uniform(2.5, 4),
        length=rng.uniform(85, 118),
        flare=rng.uniform(2, 6),
        print_kind=rng.choice(("animal", "bouquet", "")),
        print_size=7,
        trim=solid(rng, BRIGHTS),
    )
    if d.neck == "strap":
        d = replace(d, sleeve=0)
    if rng.random() < 0.4:
        d = replace(d, pattern=lambda c, k: dots(c, mix(k, "#c8283a", 0.6), 0.4, 3.0), print_kind="")
    d = replace(d, pose=random_pose(rng))
    return framed(rng, worn_dress(d, person_of(rng, WOMAN), "#e8bd9c"), -5, WOMAN.neck_y + d.length + rng.uniform(6, 30))


def briefs(cut: str) -> Sampler:
    """Briefs and trunks."""

    def sample(rng: Random) -> Picture:
        colour = solid(rng, DARKS, PALES, MIDS, BRIGHTS)
        d = BriefsDesign(
            cut=cut,
            colour=colour,
            flecked=rng.random() < 0.25,
            trim=rng.choice((solid(rng, DARKS, PALES, BRIGHTS), mix(colour, "#05060c", 0.2))),
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
                d = replace(d, pack=tuple(solid(rng, PALES, MIDS, DARKS) for _ in range(2)))
        elif cut == "mens":
            d = replace(d, band=rng.uniform(1.8, 3.6), high=rng.uniform(0, 2.8), width=rng.uniform(14.8, 16))
        else:
            d = replace(d, band=rng.uniform(2.4, 4), high=rng.uniform(-2, 5))
            if rng.random() < 0.25:
                d = replace(d, pattern=striped(rng, colour, False))
        if rng.random() < 0.35:
            build = WOMAN if cut == "womens" else MAN
            d = replace(d, width=build.hip - (0.4 if cut == "womens" else 0.8), pack=())
            low = build.crotch_y
            return framed(
                rng,
                worn_briefs(d, person_of(rng, build)),
                low - rng.uniform(34, 50),
                low + rng.uniform(16, 32),
                jitter=0.12,
            )
        half = 2 * (d.width + 3) / 0.75 / 2 * rng.uniform(1.0, 1.3)
        return framed(rng, lambda c: draw_briefs(c, d), 10 - half, 10 + half, flat=True)

    return sample


def bra(rng: Random) -> Picture:
    """Bras, alone."""
    colour = solid(rng, DARKS, PALES, BRIGHTS, MIDS)
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
            d,
            pattern=printed_all_over() if rng.random() < 0.6 else (lambda c, k: dots(c, mix(k, "#ffffff", 0.7), 0.3, 1.6)),
        )
    half = rng.uniform(24, 28)
    return framed(rng, lambda c: draw_bra(c, d), -9 - half, -9 + half, flat=True)


def bodysuit(rng: Random) -> Picture:
    """Baby bodysuits and sleepsuits."""
    colour = solid(rng, PALES, PALES, BRIGHTS)
    d = BodysuitDesign(
        colour=colour,
        trim=solid(rng, BRIGHTS),
        sleeve=rng.choice((0.0, 5.0, 6.0, 7.0)),
        legs=rng.choice((0.0, 0.0, 0.0, 8.0)),
        print_kind=rng.choice(("animal", "animal", "bouquet", "stars", "words", "")),
        print_word=rng.choice(("SMILE", "PLAY", "LUCKY")),
    )
    if not d.print_kind:
        d = replace(
            d,
            pattern=(lambda c, k: dots(c, mix(k, "#d8437f", 0.5), 0.35, 2.2)) if rng.random() < 0.5 else striped(rng, colour, False),
        )
    half = rng.uniform(25, 31)
    return framed(rng, lambda c: draw_bodysuit(c, d), 19 - half, 19 + half, flat=True)


def saree(rng: Random) -> Picture:
    """Draped sarees."""
    colour = solid(rng, BRIGHTS, DARKS, MIDS, PALES)
    colours = [solid(rng, ("#e0c060", "#f2e6c0", "#c8283a", "#1f6f73", "#2a1f2d")) for _ in range(2)]
    d = SareeDesign(
        colour=colour,
        border=solid(rng, ("#c9a227", "#b5472f", "#8a1f3a", "#1f6f53")),
        blouse=solid(rng, DARKS, BRIGHTS),
        pose=random_pose(rng),
    )
    form = rng.randrange(3)
    if form == 0:
        d = replace(d, pattern=lambda c, k: block_print(c, colours, rng.uniform(1.4, 2.8), rng.choice(("paisley", "rosette"))))
    elif form == 1:
        d = replace(d, pattern=lambda c, k: floral(c, colours, rng.uniform(2, 4), 0.5))
    person = person_of(rng, WOMAN)
    return framed(rng, lambda c: draw_saree(c, d, person), -6, 170)


def dungarees(rng: Random) -> Picture:
    """Dungarees, alone or over a T-shirt."""
    build = rng.choice((CHILD, CHILD, WOMAN))
    d = DungareesDesign(build=build, colour=solid(rng, DENIMS, DENIMS, MIDS), length=rng.choice((1.0, 1.0, rng.uniform(0.22, 0.34))))
    tee = TopDesign(
        build=build,
        colour=solid(rng, PALES, BRIGHTS),
        neck="crew",
        depth=5,
        ease=0.4,
        length=build.hip_y - build.neck_y,
        pose=Pose((18, 18), (14, 14)),
        sleeve=0.34,
    )
    under = rng.random() < 0.5
    d = replace(d, over=under)
    worn = build is WOMAN and under and rng.random() < 0.7
    person = person_of(rng, build)

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
        return framed(rng, draw, -5, max(low, build.ankle_y + 13))
    high = build.shoulder_y - 6
    tall = max(low - high, 2 * (build.shoulder + 9) / 0.75)
    extra = (tall * 1.08 - (low - high)) / 2
    return framed(rng, draw, high - extra, low + extra, flat=True)


def tracksuit(rng: Random) -> Picture:
    """Track jacket and trousers together."""
    colour = solid(rng, DARKS, DARKS, BRIGHTS)
    stripe = solid(rng, PALES, BRIGHTS)
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
        colour=rng.choice((colour, colour, solid(rng, DARKS))),
        waist_y=74,
        thigh=10.4,
        knee=9.6,
        hem=8.8,
        stripe=stripe if rng.random() < 0.5 else "",
        pose=pose,
    )
    if rng.random() < 0.5:
        return framed(rng, worn_top(top, person_of(rng, MAN), legs, pick(rng, DARKS, PALES)), -5, 184)

    def draw(canvas: Canvas) -> None:
        draw_legs_garment(canvas, replace(legs, worn=True))
        draw_inside(canvas, top)
        draw_top(canvas, top)

    return framed(rng, draw, 18, 178)
