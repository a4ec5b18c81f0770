"""Colours, woven and printed patterns. Each pattern is an SVG tile in centimetres; tiles join without a seam."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random

from hangtag_models.illustrations.canvas import Canvas, Cloth, luminance, mix, number, smooth, trace

PatternMaker = Callable[[Canvas, str], str]
"""Adds a pattern to a canvas for cloth of a colour, and returns its id."""

DARKS = ("#1f2430", "#23262b", "#1c2b45", "#2b2f3a", "#3a2029", "#24382f", "#3b3f46", "#2f2439", "#14181f")
BRIGHTS = ("#c8283a", "#1f6fb8", "#2f8f5b", "#e0a526", "#d9622b", "#7a3f98", "#1f9aa6", "#d8437f", "#3353b5", "#7fae2f")
PALES = ("#f4f4f2", "#e9edf2", "#cfe0ee", "#f3d6dc", "#efe6d2", "#d9e8d8", "#dcd6ea", "#fbf3c9", "#c9d2da")
MIDS = ("#8c97a3", "#a8acae", "#7d8a6a", "#a98a68", "#6f8fae", "#9b6b73", "#5c6f86", "#8d7aa6", "#6e6e72", "#b86f5a")
ALL = DARKS + BRIGHTS + PALES + MIDS
DENIMS = ("#3d5878", "#2c3f5c", "#263349", "#55749a", "#6f8fb3", "#34445a", "#23272f", "#4a5a6e", "#8aa6c4")
FORMALS = ("#2a2d33", "#3a3d44", "#5b5f66", "#26304a", "#4b4037", "#8b8f94", "#c2ab84", "#5c5f47", "#1d1f24")
SKINS = ("#e8bd9c", "#d9a67f", "#c68f68", "#f0cbb0", "#b57e58")
HAIRS = ("#1a1513", "#241a16", "#33221a", "#4a2c1c", "#15131a")


def shifted(rng: Random, colour: str, amount: float = 0.12) -> str:
    """A neighbour of a colour, so that palettes do not repeat exactly."""
    channels = []
    for i in (1, 3, 5):
        value = int(colour[i : i + 2], 16) + round(rng.uniform(-255, 255) * amount * 0.5)
        channels.append(min(250, max(12, value)))
    return "#" + "".join(f"{value:02x}" for value in channels)


def pick(rng: Random, *palettes: Sequence[str]) -> str:
    """A colour from one of the palettes, slightly changed."""
    return shifted(rng, rng.choice(rng.choice(palettes)))


def contrast(rng: Random, colour: str) -> str:
    """A colour that stands out on ``colour``."""
    for _ in range(40):
        other = pick(rng, BRIGHTS, PALES, DARKS)
        if abs(luminance(other) - luminance(colour)) > 0.28:
            return other
    return "#f4f4f2" if luminance(colour) < 0.5 else "#1f2430"


def _tile(canvas: Canvas, width: float, height: float, content: str, turn: float = 0.0, origin: tuple[float, float] = (0, 0)) -> str:
    name = canvas.new_id("t")
    x, y = origin[0] + canvas.rng.uniform(0, 6), origin[1] + canvas.rng.uniform(0, 6)
    shift = f"translate({number(x)} {number(y)})"
    canvas.define(
        f'<pattern id="{name}" width="{number(width)}" height="{number(height)}" patternUnits="userSpaceOnUse" '
        f'patternTransform="{shift} rotate({number(turn)})">{content}</pattern>'
    )
    return name


class _Wave:
    """A gentle sideways sway with a given period, so that stripes hang like cloth and tiles still join."""

    def __init__(self, rng: Random, period: float, amount: float) -> None:
        self.period = period
        self.terms = [(n, rng.uniform(0, math.tau), amount * rng.uniform(0.3, 1.0) / n) for n in (1, 2, 3, 5)]

    def at(self, along: float) -> float:
        """The displacement at a place along the stripe."""
        return sum(a * math.sin(math.tau * n * along / self.period + p) for n, p, a in self.terms)


def _bands(bands: Sequence[tuple[float, str]], wave: _Wave, repeats: int, vertical: bool, opacity: float = 1.0) -> str:
    """Swaying bands; ``repeats`` rounds of them fill the tile, with one more on each side."""
    size = sum(width for width, _ in bands)
    steps = max(8, round(wave.period / 2.5))
    out = []
    for turn in range(-1, repeats + 1):
        at = turn * size
        for width, colour in bands:
            if colour:
                edges: list[str] = []
                for side, order in ((at, range(steps + 1)), (at + width, range(steps, -1, -1))):
                    for i in order:
                        along = wave.period * i / steps
                        across = side + wave.at(along)
                        x, y = (across, along) if vertical else (along, across)
                        edges.append(f"{number(x)} {number(y)}")
                out.append(f'<path d="M{"L".join(edges)}Z" fill="{colour}" fill-opacity="{opacity}"/>')
            at += width
    return "".join(out)


def _size(bands: Sequence[tuple[float, str]]) -> float:
    return sum(width for width, _ in bands)


def stripes(canvas: Canvas, bands: Sequence[tuple[float, str]], vertical: bool = False) -> str:
    """Stripes: widths and colours in order; an empty colour leaves the ground."""
    size = _size(bands)
    # One tile is longer than any garment, so that no joint shows along the stripes.
    wave = _Wave(canvas.rng, 240.0 if vertical else 130.0, 0.6 if vertical else 1.3)
    content = _bands(bands, wave, 1, vertical)
    if vertical:
        return _tile(canvas, size, wave.period, content, 0.0, (0, -40))
    return _tile(canvas, wave.period, size, content, 0.0, (-68, 0))


def checks(canvas: Canvas, warp: Sequence[tuple[float, str]], weft: Sequence[tuple[float, str]]) -> str:
    """A woven check: the crossings of the bands are darker, as in cloth."""
    across, down = max(1, round(36 / _size(warp))), max(1, round(36 / _size(weft)))
    width, height = _size(warp) * across, _size(weft) * down
    lines = _bands(warp, _Wave(canvas.rng, height, 0.35), across, True, 0.62)
    rows = _bands(weft, _Wave(canvas.rng, width, 0.55), down, False, 0.55)
    return _tile(canvas, width, height, lines + rows)


def _wrapped(canvas: Canvas, shape: str, x: float, y: float, width: float, height: float, reach: float, turn: float, size: float) -> str:
    name = canvas.motif(shape)
    out = []
    for dx in (-width, 0.0, width):
        for dy in (-height, 0.0, height):
            px, py = x + dx, y + dy
            if -reach < px < width + reach and -reach < py < height + reach:
                place = f"translate({number(px)} {number(py)}) rotate({number(turn)}) scale({number(size)})"
                out.append(f'<use href="#{name}" transform="{place}"/>')
    return "".join(out)


def blossom(petal: str, heart: str, petals: int = 5) -> str:
    """A flower of about one unit radius."""
    step = 360 / petals
    deep = mix(petal, "#000000", 0.22)
    parts = []
    for i in range(petals):
        parts.append(
            f'<g transform="rotate({number(i * step)})">'
            f'<path d="M0 0C-.62 -.35 -.55 -1.02 0 -1.02C.55 -1.02 .62 -.35 0 0Z" fill="{petal}"/>'
            f'<path d="M0 -.1L0 -.72" stroke="{deep}" stroke-width=".09" fill="none" opacity=".6"/></g>'
        )
    return "".join(parts) + f'<circle r=".26" fill="{heart}"/>'


def leaf(colour: str) -> str:
    """A pointed leaf, one unit long."""
    vein = mix(colour, "#ffffff", 0.3)
    return (
        f'<path d="M0 0C.45 -.25 .42 -.8 0 -1.2C-.42 -.8 -.45 -.25 0 0Z" fill="{colour}"/>'
        f'<path d="M0 0L0 -1" stroke="{vein}" stroke-width=".06" fill="none" opacity=".7"/>'
    )


def paisley(colour: str, inner: str) -> str:
    """The drop of a block print."""
    drop = "M0 1C-.8 .9 -.85 .05 -.4 -.35C0 -.72 .1 -1 .45 -1.15C.5 -.75 .75 -.3 .72 .2C.7 .7 .4 1 0 1Z"
    return (
        f'<path d="{drop}" fill="{colour}"/>'
        f'<path d="{drop}" transform="translate(0 .1) scale(.62)" fill="none" stroke="{inner}" stroke-width=".16"/>'
        f'<circle cx="0" cy=".3" r=".2" fill="{inner}"/>'
    )


def rosette(colour: str) -> str:
    """A small block-printed flower of dots."""
    dots = "".join(
        f'<circle cx="{number(math.cos(i * math.pi / 3) * 0.7)}" cy="{number(math.sin(i * math.pi / 3) * 0.7)}" r=".3" fill="{colour}"/>'
        for i in range(6)
    )
    return dots + f'<circle r=".26" fill="{colour}"/>'


def floral(canvas: Canvas, colours: Sequence[str], size: float = 2.0, dense: float = 1.0) -> str:
    """Scattered blossoms and leaves."""
    rng = canvas.rng
    width = height = size * 8
    greens = ("#4f7f4a", "#6d8f4f", "#2f5f52")
    out = []
    spots: list[tuple[float, float]] = []
    for _ in range(round(26 * dense)):
        for _try in range(12):
            x, y = rng.uniform(0, width), rng.uniform(0, height)
            near = min((math.dist((x, y), s) for s in spots), default=99.0)
            if near > size * 1.15:
                break
        spots.append((x, y))
        for _leaf in range(rng.randrange(1, 4)):
            turn = rng.uniform(0, 360)
            out.append(_wrapped(canvas, leaf(rng.choice(greens)), x, y, width, height, size * 2, turn, size * 0.95))
    for x, y in spots:
        flower = blossom(rng.choice(colours), rng.choice(("#f2d35c", "#7a3b1f", "#fff3d0")), rng.choice((5, 5, 6)))
        grow = size * rng.uniform(0.45, 0.9)
        out.append(_wrapped(canvas, flower, x, y, width, height, size * 2, rng.uniform(0, 72), grow))
    return _tile(canvas, width, height, "".join(out))


def dots(canvas: Canvas, colour: str, size: float = 0.5, gap: float = 2.4) -> str:
    """Polka dots, every second row moved by half."""
    circle = f'<circle r="{number(size)}" fill="{colour}" '
    places = ((0, 0), (gap, 0), (0, gap), (gap, gap), (gap / 2, gap / 2))
    return _tile(canvas, gap, gap, "".join(f'{circle}cx="{number(x)}" cy="{number(y)}"/>' for x, y in places))


def block_print(canvas: Canvas, colours: Sequence[str], size: float = 1.2, kind: str = "paisley") -> str:
    """Rows of one printed motif with small dots between, as in block-printed cotton."""
    main, second = colours[0], colours[-1]
    gap = size * 3.0
    if kind == "paisley":
        motif = paisley(main, second)
    elif kind == "rosette":
        motif = rosette(main)
    else:
        motif = f'<path d="M0 -1L.7 0L0 1L-.7 0Z" fill="{main}"/><path d="M0 -.5L.35 0L0 .5L-.35 0Z" fill="{second}"/>'
    out = [
        _wrapped(canvas, motif, gap / 2, gap / 2, gap, gap * 2, size, 0, size * 0.75),
        _wrapped(canvas, motif, 0, gap * 1.5, gap, gap * 2, size, 0, size * 0.75),
    ]
    dot = f'<circle r=".2" fill="{second}"/>'
    for x, y in ((0.0, gap / 2), (gap / 2, gap * 1.5), (gap / 2, 0.0), (0.0, gap)):
        out.append(_wrapped(canvas, dot, x, y, gap, gap * 2, size, 0, size * 0.75))
    return _tile(canvas, gap, gap * 2, "".join(out))


def zigzag(canvas: Canvas, colours: Sequence[str], size: float = 2.0) -> str:
    """Chevron rows."""
    rows = []
    for i, colour in enumerate(colours):
        y = i * size
        d = f"M{number(-size)} {number(y)}" + "".join(
            f"L{number(-size + (j + 1) * size)} {number(y + (size * 0.6 if j % 2 == 0 else 0))}" for j in range(5)
        )
        rows.append(f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{number(size * 0.34)}"/>')
    return _tile(canvas, size * 2, size * len(colours), "".join(rows))


def brush(canvas: Canvas, colours: Sequence[str], size: float = 3.0) -> str:
    """Abstract brush marks."""
    rng = canvas.rng
    width = height = size * 6
    out = []
    for _ in range(46):
        points = [(rng.uniform(-1, 1), -1.2 + 0.6 * i) for i in range(5)]
        knots = [smooth(x * 0.35 + 0.22, y) for x, y in points] + [smooth(x * 0.35 - 0.22, y) for x, y in points[::-1]]
        shape = f'<path d="{trace(knots).d}" fill="{rng.choice(list(colours))}" opacity=".85"/>'
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        out.append(_wrapped(canvas, shape, x, y, width, height, size * 1.6, rng.uniform(0, 360), size * rng.uniform(0.4, 0.9)))
    return _tile(canvas, width, height, "".join(out))


def leopard(canvas: Canvas, dark: str, middle: str, size: float = 1.1) -> str:
    """Animal spots."""
    rng = canvas.rng
    width = height = size * 9
    out = []
    for i in range(6):
        for j in range(6):
            knots = []
            for k in range(7):
                angle = k * math.tau / 7
                radius = rng.uniform(0.45, 0.75)
                knots.append(smooth(math.cos(angle) * radius, math.sin(angle) * radius * 0.8))
            shape = f'<path d="{trace(knots).d}" fill="{middle}" stroke="{dark}" stroke-width=".36" stroke-dasharray="1.1 .35"/>'
            x = (i + 0.5 * (j % 2) + rng.uniform(-0.15, 0.15)) * size * 1.5
            y = (j + rng.uniform(-0.15, 0.15)) * size * 1.5
            out.append(_wrapped(canvas, shape, x, y, width, height, size * 1.5, rng.uniform(0, 360), size * 0.8))
    return _tile(canvas, width, height, "".join(out))


def melange(canvas: Canvas, colour: str) -> str:
    """Flecked yarn."""
    rng = canvas.rng
    out = []
    for _ in range(120):
        x, y = rng.uniform(0, 8), rng.uniform(0, 8)
        tone = mix(colour, rng.choice(("#ffffff", "#20242c")), rng.uniform(0.15, 0.45))
        out.append(
            f'<path d="M{number(x)} {number(y)}l{number(rng.uniform(0.2, 0.7))} {number(rng.uniform(-0.1, 0.1))}" '
            f'stroke="{tone}" stroke-width=".1" opacity=".6"/>'
        )
    return _tile(canvas, 8, 8, "".join(out))


def denim_weave(canvas: Canvas, colour: str) -> str:
    """Twill: fine light diagonals."""
    light, dark = mix(colour, "#ffffff", 0.22), mix(colour, "#0a1020", 0.25)
    return _tile(
        canvas,
        0.5,
        0.5,
        f'<path d="M-.1 .6L.6 -.1" stroke="{light}" stroke-width=".1"/>'
        f'<path d="M.15 .85L.85 .15M-.35 .35L.35 -.35" stroke="{dark}" stroke-width=".1"/>',
    )


def knit_rows(canvas: Canvas, colour: str) -> str:
    """The small V of stocking stitch."""
    dark = mix(colour, "#05060c", 0.22)
    return _tile(
        canvas,
        0.7,
        0.6,
        f'<path d="M0 0L.35 .42L.7 0" fill="none" stroke="{dark}" stroke-width=".13" opacity=".7"/>',
    )


def cables(canvas: Canvas, colour: str) -> str:
    """Cable knit: twisted ropes running down."""
    dark, light = mix(colour, "#05060c", 0.28), mix(colour, "#ffffff", 0.2)
    rope = []
    for i in range(3):
        y = i * 2.0
        rope.append(
            f'<path d="M2.2 {number(y)}C2.2 {number(y + 1)} 3.8 {number(y + 1)} 3.8 {number(y + 2)}" '
            f'fill="none" stroke="{dark}" stroke-width=".5"/>'
            f'<path d="M3.8 {number(y)}C3.8 {number(y + 1)} 2.2 {number(y + 1)} 2.2 {number(y + 2)}" '
            f'fill="none" stroke="{light}" stroke-width=".6"/>'
        )
    sides = "".join(f'<rect x="{x}" width=".25" height="6" fill="{dark}" opacity=".6"/>' for x in (0.4, 1.5, 4.2, 5.3))
    return _tile(canvas, 6, 6, "".join(rope) + sides)


def random_stripes(rng: Random, ground: str, bold: bool | None = None) -> list[tuple[float, str]]:
    """Horizontal stripes as on knitwear: one or two colours on a ground."""
    first = contrast(rng, ground)
    second = rng.choice((first, contrast(rng, ground)))
    wide = rng.random() < 0.5 if bold is None else bold
    kind = rng.randrange(3)
    if wide:
        size = rng.uniform(3.0, 6.5)
        if kind == 0:
            return [(size, first), (size, "")]
        if kind == 1:
            return [(size, first), (size, ""), (size * 0.5, second), (size, "")]
        return [(size * 0.7, first), (size * 0.25, ""), (size * 0.25, second), (size * 1.3, "")]
    size = rng.uniform(1.0, 2.2)
    if kind == 0:
        return [(size, first), (size, "")]
    if kind == 1:
        return [(size * 0.7, first), (size * 1.8, "")]
    return [(size * 0.6, first), (size * 1.3, ""), (size * 0.6, second), (size * 1.3, "")]


def random_check(rng: Random, ground: str) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
    """Bands for a shirt check: gingham, windowpane or madras."""
    first, second = contrast(rng, ground), pick(rng, BRIGHTS, MIDS, PALES)
    kind = rng.randrange(3)
    size = rng.uniform(1.2, 3.2)
    if kind == 0:
        bands = [(size, first), (size, "")]
    elif kind == 1:
        bands = [(size * 0.35, first), (size * 1.6, ""), (size * 0.35, second), (size * 1.6, "")]
    else:
        bands = [(size * 1.3, first), (size * 0.6, ""), (size * 0.3, second), (size * 1.0, ""), (size * 0.3, "#f4f4f2")]
        bands.append((size * 0.7, ""))
    return bands, bands


def random_print(canvas: Canvas, ground: str, indian: bool = False) -> str:
    """Any all-over print that suits the ground."""
    rng = canvas.rng
    colours = [contrast(rng, ground), contrast(rng, ground), pick(rng, BRIGHTS)]
    kind = (
        rng.choice(("block", "block", "block", "floral", "zigzag"))
        if indian
        else rng.choice(("floral", "floral", "dots", "brush", "leopard", "block"))
    )
    if kind == "block":
        motif = rng.choice(("paisley", "rosette", "diamond"))
        return block_print(canvas, colours, rng.uniform(0.8, 2.0), motif)
    if kind == "zigzag":
        return zigzag(canvas, colours, rng.uniform(1.4, 3.0))
    if kind == "floral":
        return floral(canvas, [pick(rng, BRIGHTS, PALES), *colours], rng.uniform(1.3, 3.4), rng.uniform(0.7, 1.2))
    if kind == "dots":
        return dots(canvas, colours[0], rng.uniform(0.3, 0.8), rng.uniform(1.8, 3.4))
    if kind == "leopard":
        return leopard(canvas, "#2b1d14", "#a86f3a", rng.uniform(0.8, 1.4))
    return brush(canvas, colours, rng.uniform(2.0, 4.0))


JERSEY = Cloth("#ffffff", sheen=0.4, relief=0.30, grain=0.10)
POPLIN = Cloth("#ffffff", sheen=0.6, relief=0.45, grain=0.10)
KNIT = Cloth("#ffffff", sheen=0.3, relief=0.25, grain=0.28, ribbed=True)
DENIM = Cloth("#ffffff", sheen=0.5, relief=0.5, grain=0.32)
SATIN = Cloth("#ffffff", sheen=1.2, relief=0.6, grain=0.04)
WOOL = Cloth("#ffffff", sheen=0.0, relief=0.22, grain=0.16)


def cloth(kind: Cloth, colour: str, pattern: str = "") -> Cloth:
    """A kind of cloth in a colour, with a pattern."""
    return Cloth(colour, pattern, kind.sheen, kind.relief, kind.grain, kind.ribbed)
