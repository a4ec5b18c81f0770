"""Puts a garment in front of a background, alone or worn, and writes the SVG document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from hangtag_models.illustrations.bottoms import LegsDesign, draw_legs_garment
from hangtag_models.illustrations.canvas import Canvas, mix, no_warp, number, wobble
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.figure import Person, draw_arms, draw_head, draw_legs, draw_shoes, draw_torso
from hangtag_models.illustrations.tops import draw_inside, draw_top


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


Draw = Callable[[Canvas], None]


@dataclass(frozen=True)
class Picture:
    """One picture: what to draw and which part of the figure to show (centimetres from top to bottom)."""

    draw: Draw
    top: float
    bottom: float
    seed: int
    jitter: float = 0.35
    background: str = "#ffffff"
    floor: bool = False
    shadow: bool = True
    light: int = 1
    turn: float = 0.0
    shift: float = 0.0


def svg(picture: Picture, width: int, height: int) -> str:
    """The finished document, ``width`` by ``height`` pixels."""
    rng = Random(picture.seed)
    scale = height / (picture.bottom - picture.top)
    canvas = Canvas(rng, wobble(rng, picture.jitter) if picture.jitter else no_warp, light=picture.light)
    picture.draw(canvas)
    place = f"translate({number(width / 2 + picture.shift * scale)} {number(-picture.top * scale)}) scale({scale:.5f})"
    middle = (picture.top + picture.bottom) / 2
    if picture.turn:
        place += f" rotate({number(picture.turn)} 0 {number(middle)})"
    ground = _background(picture, width, height)
    shadow = ""
    filters = ""
    if picture.shadow and picture.background != "none":
        area = 'x="-20%" y="-20%" width="140%" height="140%"'
        filters = f'<filter id="cast" {area}><feGaussianBlur stdDeviation="1.2"/></filter>'
        paths = "".join(canvas.use(d) for d in canvas.silhouette)
        moved = f"translate({number(0.9 * picture.light)} 1.3)"
        shadow = f'<g filter="url(#cast)" opacity="0.30" transform="{moved}">{paths}</g>'
    body = "".join(canvas.body)
    defs = "".join(canvas.defs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<defs>{filters}{defs}</defs>{ground}"
        f'<g transform="{place}">{shadow}{body}</g></svg>\n'
    )


def _background(picture: Picture, width: int, height: int) -> str:
    if picture.background == "none":
        return ""
    base = picture.background
    out = f'<rect width="{width}" height="{height}" fill="{base}"/>'
    if base.lower() != "#ffffff":
        light, dark = mix(base, "#ffffff", 0.45), mix(base, "#20242c", 0.16)
        out = (
            '<radialGradient id="ground" cx="0.5" cy="0.38" r="0.8">'
            f'<stop offset="0" stop-color="{light}"/><stop offset="0.6" stop-color="{base}"/>'
            f'<stop offset="1" stop-color="{dark}"/></radialGradient>'
            f'<rect width="{width}" height="{height}" fill="url(#ground)"/>'
        )
    return out


def worn_top(design: TopDesign, person: Person, below: LegsDesign, shoes: str = "#23262b") -> Draw:
    """A top on a figure that wears plain trousers."""
    design = replace(design, worn=True)
    below = replace(below, worn=True, pose=design.pose)

    def draw(canvas: Canvas) -> None:
        draw_torso(canvas, person)
        draw_legs_garment(canvas, below)
        draw_shoes(canvas, person, design.pose, shoes)
        draw_inside(canvas, design)
        draw_arms(canvas, person, design.pose)
        draw_head(canvas, person)
        draw_top(canvas, design)

    return draw


def plain_top(design: TopDesign) -> Draw:
    """A top alone, as on an invisible form."""
    design = replace(design, worn=False)

    def draw(canvas: Canvas) -> None:
        draw_inside(canvas, design)
        draw_top(canvas, design)

    return draw


def worn_legs(design: LegsDesign, person: Person, above: TopDesign, shoes: str) -> Draw:
    """Trousers on a figure that wears a plain top."""
    design = replace(design, worn=True)
    above = replace(above, worn=True, pose=design.pose)

    def draw(canvas: Canvas) -> None:
        draw_torso(canvas, person)
        draw_legs(canvas, person, design.pose)
        draw_shoes(canvas, person, design.pose, shoes)
        draw_inside(canvas, above)
        draw_arms(canvas, person, design.pose)
        draw_head(canvas, person)
        if above.length > 46:
            draw_legs_garment(canvas, design)
            draw_top(canvas, above)
        else:
            draw_top(canvas, above)
            draw_legs_garment(canvas, design)

    return draw


def plain_legs(design: LegsDesign) -> Draw:
    """Trousers alone."""
    design = replace(design, worn=False)

    def draw(canvas: Canvas) -> None:
        draw_legs_garment(canvas, design)

    return draw
