"""What all samplers share: random colours and patterns, wearers, and the framing that shops use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from hangtag_models.illustrations.bottoms import LegsDesign
from hangtag_models.illustrations.canvas import mix
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.fabric import (
    ALL,
    DARKS,
    DENIM,
    DENIMS,
    FORMALS,
    HAIRS,
    MIDS,
    PALES,
    POPLIN,
    SKINS,
    WOOL,
    PatternMaker,
    checks,
    pick,
    random_check,
    random_print,
    random_stripes,
    stripes,
)
from hangtag_models.illustrations.figure import WOMAN, Build, Person, Pose, random_pose
from hangtag_models.illustrations.scene import Draw, Picture, plain_legs, plain_top, worn_legs, worn_top

Sampler = Callable[[Random], Picture]
"""From a source of chance to a picture of one class."""

BACKGROUNDS = ("#ffffff",) * 7 + ("#f6f6f4", "#eef1f4", "#e9e6e1", "#dfe3e6", "#f3ece2")


def framed(rng: Random, draw: Draw, top: float, bottom: float, *, flat: bool = False, jitter: float | None = None) -> Picture:
    """A picture with random margins, ground, light and tilt; ``flat`` for a garment without a wearer."""
    margin = (bottom - top) * rng.uniform(0.0, 0.08)
    above = margin * rng.uniform(0.2, 1.0)
    seed = rng.randrange(1 << 30)
    usual = rng.uniform(0.15, 0.5)
    return Picture(
        draw,
        top - above,
        bottom + margin,
        seed,
        jitter=usual if jitter is None else jitter,
        background=rng.choice(BACKGROUNDS),
        shadow=rng.random() < 0.6,
        light=rng.choice((1, -1)),
        turn=rng.uniform(-2.5, 2.5) if flat else rng.uniform(-0.8, 0.8),
        shift=rng.uniform(-2.0, 2.0),
    )


def person_of(rng: Random, build: Build) -> Person:
    """A wearer with random skin and hair."""
    return Person(build, rng.choice(SKINS), rng.choice(HAIRS), build is WOMAN)


def trousers_below(rng: Random, build: Build) -> LegsDesign:
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
    return LegsDesign(build=build, kind=kind, colour=colour, style=style, waist_y=74, hem=rng.uniform(6.8, 8.6), knee=8.0)


def top_picture(rng: Random, d: TopDesign, worn: float = 0.5) -> Picture:
    """A top worn or alone, framed as shops do."""
    build = d.build
    if rng.random() < worn:
        d = replace(d, pose=random_pose(rng))
        person = person_of(rng, build)
        draw = worn_top(d, person, trousers_below(rng, build), pick(rng, DARKS, MIDS))
        full = build.crotch_y + rng.uniform(14, 34)
        full = max(full, build.neck_y + d.length + 10)
        top = rng.choice((-5.0, -4.0, -3.0, build.chin - 4.0, build.chin - 1.0))
        return framed(rng, draw, top, full)
    spread = rng.uniform(14, 30) if d.sleeve < 0.6 else rng.uniform(9, 19)
    lower = rng.uniform(2, spread) if d.sleeve > 0.6 else spread
    d = replace(d, pose=Pose((spread, spread + rng.uniform(-2, 2)), (lower, lower + rng.uniform(-2, 2))))
    low = build.neck_y + d.length
    high = build.neck_y - 3.5 if d.neck != "hood" else 0.0
    if d.sleeve > 0.6:
        low = max(low, build.shoulder_y + build.reach + 3)
    wide = 2 * (build.shoulder + d.ease + (d.sleeve * build.reach * (0.40 if d.sleeve < 0.6 else 0.24) + 3 if d.sleeve > 0 else 2)) + 6
    tall = low - high
    need = max(tall * 1.1, wide / 0.75)
    extra = (need - tall) / 2
    return framed(rng, plain_top(d), high - extra, low + extra, flat=True)


def solid(rng: Random, *palettes: Sequence[str]) -> str:
    return pick(rng, *(palettes or (ALL,)))


def striped(rng: Random, ground: str, bold: bool | None = None) -> PatternMaker:
    bands = random_stripes(rng, ground, bold)
    return lambda canvas, _colour: stripes(canvas, bands)


def checked(rng: Random, ground: str) -> PatternMaker:
    warp, weft = random_check(rng, ground)
    return lambda canvas, _colour: checks(canvas, warp, weft)


def pinstriped(rng: Random, ground: str) -> PatternMaker:
    size = rng.uniform(0.9, 2.4)
    first = mix(ground, rng.choice(("#1f3a6b", "#7a1f2b", "#2b2f3a", "#ffffff" if ground < "#8" else "#33517a")), 0.75)
    second = rng.choice(("", "", mix(first, "#d04040", 0.5)))
    bands = [(size * rng.uniform(0.25, 0.5), first), (size, "")]
    if second:
        bands += [(size * 0.25, second), (size, "")]
    return lambda canvas, _colour: stripes(canvas, bands, vertical=True)


def printed_all_over(indian: bool = False) -> PatternMaker:
    return lambda canvas, colour: random_print(canvas, colour, indian)


def legs_picture(rng: Random, d: LegsDesign, worn: float = 0.55) -> Picture:
    b = d.build
    d = replace(d, pose=random_pose(rng))
    low = b.crotch_y + (b.ankle_y - b.crotch_y) * d.length
    if rng.random() < worn:
        if d.style == "leggings":
            above = TopDesign(
                build=b,
                kind=POPLIN,
                colour=solid(rng, PALES, DARKS),
                neck="scoop",
                sleeve=0.7,
                ease=1.6,
                length=rng.uniform(56, 74),
                flare=2,
            )
        else:
            length = (d.waist_y - b.neck_y) + (rng.uniform(4, 9) if rng.random() < 0.8 else -2)
            above = TopDesign(build=b, colour=solid(rng), neck="crew", ease=1.0, length=length, sleeve=rng.choice((0.38, 1.0)))
        top = d.waist_y - rng.uniform(10, 26)
        bottom = max(low + 14, b.ankle_y + 13) if d.length > 0.5 or rng.random() < 0.6 else low + 30
        return framed(rng, worn_legs(d, person_of(rng, b), above, pick(rng, DARKS, MIDS, PALES)), top, bottom)
    high = d.waist_y - 2
    tall = max((low - high) * 1.12, 2 * (b.hip + 8) / 0.75)
    extra = (tall - (low - high)) / 2
    return framed(rng, plain_legs(d), high - extra, low + extra, flat=True)
