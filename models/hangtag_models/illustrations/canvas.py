"""A small drawing surface: smooth outlines, cloth pieces, folds and light, written as SVG text.

Garments are drawn in centimetres (x from the middle of the body, y downwards from the top of the head), so that
proportions are those of real clothes; the canvas scales them to pixels. Everything is deterministic: the only source
of chance is the ``random.Random`` that the caller passes in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

Point = tuple[float, float]
Warp = Callable[[float, float], Point]


@dataclass(frozen=True)
class Knot:
    """A point of an outline; ``corner`` makes the outline turn sharply here."""

    x: float
    y: float
    corner: bool = False


def smooth(x: float, y: float) -> Knot:
    """A point through which the outline runs smoothly."""
    return Knot(x, y)


def corner(x: float, y: float) -> Knot:
    """A point at which the outline has a corner."""
    return Knot(x, y, True)


def mirrored(right: Sequence[Knot]) -> list[Knot]:
    """Closes a right half, listed from top to bottom, with its mirror image."""
    left = [Knot(-k.x, k.y, k.corner) for k in reversed(right)]
    if left and abs(left[0].x) < 1e-6:
        left = left[1:]
    if left and abs(left[-1].x) < 1e-6:
        left = left[:-1]
    return [*right, *left]


def flipped(knots: Iterable[Knot], side: int) -> list[Knot]:
    """The same outline on the other side of the body when ``side`` is -1."""
    return [Knot(k.x * side, k.y, k.corner) for k in knots]


def number(value: float) -> str:
    """A coordinate as short text."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def no_warp(x: float, y: float) -> Point:
    """Leaves a point where it is."""
    return x, y


def wobble(rng: Random, amount: float) -> Warp:
    """A smooth displacement, so that no two garments hang exactly alike."""
    waves = [(rng.uniform(0.04, 0.13), rng.uniform(0.0, 6.28), rng.uniform(0.3, 1.0)) for _ in range(6)]

    def warp(x: float, y: float) -> Point:
        dx = sum(a * math.sin(f * y * (1 + i * 0.6) + p + 0.05 * x) for i, (f, p, a) in enumerate(waves[:3]))
        dy = sum(a * math.sin(f * x * (1 + i * 0.6) + p + 0.04 * y) for i, (f, p, a) in enumerate(waves[3:]))
        return x + dx * amount / 2.0, y + dy * amount / 2.5

    return warp


@dataclass(frozen=True)
class Outline:
    """A finished path: its SVG text and the box it fills."""

    d: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width of the box."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.bottom - self.top


def trace(knots: Sequence[Knot], closed: bool = True, warp: Warp = no_warp, tension: float = 0.5) -> Outline:
    """Turns knots into a path of cubic curves that run smoothly through all that are not corners."""
    pts = [warp(k.x, k.y) for k in knots]
    count = len(pts)
    at = (round(pts[0][0], 2), round(pts[0][1], 2))
    parts = [f"M{number(at[0])} {number(at[1])}"]
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        p0, p1, p2, p3 = pts[i - 1], pts[i], pts[j], pts[(j + 1) % count]
        span = math.dist(p1, p2)
        c1, c2 = p1, p2
        if not knots[i].corner and (closed or i > 0):
            c1 = _handle(p0, p1, p2, span, tension)
        if not knots[j].corner and (closed or j < count - 1):
            c2 = _handle(p3, p2, p1, span, tension)
        straight = c1 == p1 and c2 == p2
        parts.append(_step("l" if straight else "c", at, [p2] if straight else [c1, c2, p2]))
        at = (round(p2[0], 2), round(p2[1], 2))
    if closed:
        parts.append("Z")
    xs = [p[0] for p in pts]
    ys = [p[1] for p in pts]
    return Outline("".join(parts), min(xs), min(ys), max(xs), max(ys))


def _step(command: str, at: Point, points: Sequence[Point]) -> str:
    """A path command relative to ``at``: shorter text than places on the page."""
    values = [round(value - base, 2) for point in points for value, base in zip(point, at, strict=True)]
    text = command
    for value in values:
        written = number(value).replace("0.", ".", 1) if abs(value) < 1 else number(value)
        text += written if text == command or written.startswith("-") else f" {written}"
    return text


def _handle(before: Point, at: Point, after: Point, span: float, tension: float) -> Point:
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = math.hypot(dx, dy) or 1.0
    reach = span * tension * 0.68
    return at[0] + dx / length * reach, at[1] + dy / length * reach


def blade(points: Sequence[Point], width: float) -> list[Knot]:
    """A long leaf along ``points``, widest in the middle: the shape of a fold."""
    upper: list[Knot] = []
    lower: list[Knot] = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        x0, y0 = points[max(i - 1, 0)]
        x1, y1 = points[min(i + 1, last)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / length, (x1 - x0) / length
        half = width / 2 * math.sin(math.pi * (i / last)) ** 0.7 if 0 < i < last else 0.0
        end = i in (0, last)
        upper.append(Knot(x + nx * half, y + ny * half, end))
        if not end:
            lower.append(Knot(x - nx * half, y - ny * half))
    return [*upper, *reversed(lower)]


def mix(a: str, b: str, amount: float) -> str:
    """The colour ``amount`` of the way from ``a`` to ``b`` (both ``#rrggbb``)."""
    channels = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(p + (q - p) * amount):02x}" for p, q in channels)


def luminance(colour: str) -> float:
    """How bright a colour looks, from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@dataclass(frozen=True)
class Fold:
    """A crease: a line along which the cloth is darker on one side and lighter on the other."""

    points: tuple[Point, ...]
    width: float = 1.6
    strength: float = 1.0


@dataclass(frozen=True)
class Cloth:
    """How a piece of cloth looks: its colour, an optional SVG pattern laid over it, and its surface."""

    colour: str
    pattern: str = ""
    sheen: float = 0.5
    relief: float = 0.5
    grain: float = 0.25
    ribbed: bool = False

    def plain(self, colour: str | None = None) -> Cloth:
        """The same cloth without the pattern, in another colour if given."""
        return Cloth(colour or self.colour, "", self.sheen, self.relief, self.grain, self.ribbed)


@dataclass
class Canvas:
    """Collects SVG: definitions, then shapes in drawing order."""

    rng: Random
    warp: Warp = no_warp
    defs: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    _ids: int = 0
    _union: list[str] = field(default_factory=list)
    _box: list[float] = field(default_factory=list)
    silhouette: list[str] = field(default_factory=list)
    _named: dict[str, str] = field(default_factory=dict)
    _clips: dict[str, str] = field(default_factory=dict)
    light: int = 1

    def new_id(self, prefix: str) -> str:
        """A fresh id for a definition."""
        self._ids += 1
        return f"{prefix}{self._ids}"

    def define(self, text: str) -> None:
        """Adds a definition once."""
        if text not in self.defs:
            self.defs.append(text)

    def add(self, text: str) -> None:
        """Adds a shape on top."""
        self.body.append(text)

    def outline(self, knots: Sequence[Knot], closed: bool = True) -> Outline:
        """Traces knots with the canvas's own displacement."""
        return trace(knots, closed, self.warp)

    def blur(self, deviation: float) -> str:
        """A filter reference that blurs by ``deviation`` centimetres."""
        name = "blur" + f"{deviation:.2f}".replace(".", "_")
        self.define(
            f'<filter id="{name}" x="-50%" y="-50%" width="200%" height="200%">'
            f'<feGaussianBlur stdDeviation="{number(deviation)}"/></filter>'
        )
        return f"url(#{name})"

    def clip(self, *outlines: Outline) -> str:
        """A clip reference made of the union of outlines."""
        uses = "".join(self.use(outline.d) for outline in outlines)
        if uses not in self._clips:
            name = self._clips[uses] = self.new_id("c")
            self.define(f'<clipPath id="{name}">{uses}</clipPath>')
        return f"url(#{self._clips[uses]})"

    def use(self, d: str, extra: str = "") -> str:
        """The text of a path that is written once and used wherever it is needed."""
        if d not in self._named:
            self._named[d] = self.new_id("p")
            self.define(f'<path id="{self._named[d]}" d="{d}"/>')
        return f'<use href="#{self._named[d]}"{" " if extra else ""}{extra}/>'

    def motif(self, text: str) -> str:
        """The id of a group that is written once, such as a flower of a print."""
        if text not in self._named:
            self._named[text] = self.new_id("m")
            self.define(f'<g id="{self._named[text]}">{text}</g>')
        return self._named[text]

    def path(self, shape: Outline | Sequence[Knot], fill: str = "none", extra: str = "", closed: bool = True) -> None:
        """A plain filled or stroked path."""
        outline = shape if isinstance(shape, Outline) else self.outline(shape, closed)
        self.add(f'<path d="{outline.d}" fill="{fill}" {extra}/>')

    def line(
        self,
        points: Sequence[Knot],
        colour: str,
        width: float = 0.22,
        opacity: float = 1.0,
        dash: str = "",
        blurred: float = 0.0,
    ) -> None:
        """A seam, a stitch line or a cord."""
        extra = f'stroke="{colour}" stroke-width="{number(width)}" stroke-opacity="{number(opacity)}"'
        extra += ' stroke-linecap="round" stroke-linejoin="round"'
        if dash:
            extra += f' stroke-dasharray="{dash}"'
        if blurred:
            extra += f' filter="{self.blur(blurred)}"'
        self.path(points, "none", extra, closed=False)

    def begin(self) -> None:
        """Starts a garment: its pieces share one light and one crumple."""
        self._union = []
        self._box = []

    def piece(
        self,
        knots: Sequence[Knot],
        cloth: Cloth,
        *,
        angle: float = 0.0,
        volume: float = 1.0,
        edge: float = 1.0,
        folds: Sequence[Fold] = (),
        opacity: float = 1.0,
        line: float = 1.0,
        simple: bool = False,
    ) -> Outline:
        """One cut of cloth: colour, pattern turned by ``angle``, folds, round body light and dark edges."""
        shape = self.outline(knots)
        self.silhouette.append(shape.d)
        self._union.append(shape.d)
        box = [shape.left, shape.top, shape.right, shape.bottom]
        self._box = (
            [min(self._box[0], box[0]), min(self._box[1], box[1]), max(self._box[2], box[2]), max(self._box[3], box[3])]
            if self._box
            else box
        )
        bright = luminance(cloth.colour)
        ink = mix(cloth.colour, "#05060c", 0.82 if bright < 0.8 else 0.72)
        glow = mix(cloth.colour, "#ffffff", 0.75)
        dark = 0.62 - 0.25 * bright
        lit = 0.10 + 0.22 * (1 - bright)
        if simple:
            tone = self._round_light(ink, glow, dark * volume, lit * volume)
            thin = f'stroke="{ink}" stroke-width="0.16" stroke-opacity="{number(0.4 * line)}"'
            self.add(self.use(shape.d, f'fill="{cloth.colour}"') + self.use(shape.d, f'fill="{tone}" {thin}'))
            return shape
        pad = 3.0
        rect = (
            f'x="{number(shape.left - pad)}" y="{number(shape.top - pad)}" '
            f'width="{number(shape.width + 2 * pad)}" height="{number(shape.height + 2 * pad)}"'
        )
        out = [f'<g clip-path="{self.clip(shape)}"' + (f' opacity="{number(opacity)}"' if opacity < 1 else "") + ">"]
        out.append(f'<rect {rect} fill="{cloth.colour}"/>')
        if cloth.pattern:
            fill = cloth.pattern
            if abs(angle) > 0.5:
                fill = self.new_id("t")
                own = next(d for d in self.defs if f'<pattern id="{cloth.pattern}"' in d)
                first = own.split('patternTransform="')[1].split('"')[0]
                centre = f"{number((shape.left + shape.right) / 2)} {number(shape.top)}"
                turned = f"rotate({number(angle)} {centre}) {first}"
                self.define(f'<pattern id="{fill}" href="#{cloth.pattern}" patternTransform="{turned}"/>')
            out.append(f'<rect {rect} fill="url(#{fill})"/>')
        if volume > 0:
            out.append(f'<rect {rect} fill="{self._round_light(ink, glow, dark * volume, lit * volume)}"/>')
        if folds:
            out.append(self._folds(folds, ink, glow, dark, lit, cloth.sheen))
        if edge > 0:
            wide = min(2.6, 0.10 * min(shape.width, shape.height) + 0.5)
            soft = f'stroke-opacity="{number(dark * 0.75 * edge)}" filter="{self.blur(round(wide * 0.5, 1))}"'
            out.append(self.use(shape.d, f'fill="none" stroke="{ink}" stroke-width="{number(wide * 1.5)}" {soft}'))
        out.append("</g>")
        if line > 0:
            thin = f'stroke-width="0.16" stroke-linejoin="round" stroke-opacity="{number((0.30 + 0.25 * bright) * line)}"'
            out.append(self.use(shape.d, f'fill="none" stroke="{ink}" {thin}'))
        self.add("".join(out))
        return shape

    def finish(self, cloth: Cloth) -> None:
        """Lays crumple and grain over all pieces since ``begin``."""
        name = self.new_id("c")
        self.define(f'<clipPath id="{name}">{"".join(self.use(d) for d in self._union)}</clipPath>')
        left, top, right, bottom = self._box
        rect = f'x="{number(left - 2)}" y="{number(top - 2)}" width="{number(right - left + 4)}" height="{number(bottom - top + 4)}"'
        if cloth.relief > 0:
            self.add(
                f'<g clip-path="url(#{name})" style="mix-blend-mode:soft-light" opacity="{number(cloth.relief)}">'
                f'<rect {rect} fill="#808080" filter="{self._crumple()}"/></g>'
            )
        if cloth.grain > 0:
            self.add(
                f'<g clip-path="url(#{name})" style="mix-blend-mode:soft-light" opacity="{number(cloth.grain)}">'
                f'<rect {rect} fill="#808080" filter="{self._weave(cloth.ribbed)}"/></g>'
            )

    def shadow(self, knots: Sequence[Knot], strength: float = 0.25, spread: float = 1.2, shift: Point = (0, 1)) -> None:
        """A soft shadow below something."""
        shape = self.outline(knots)
        self.add(
            f'<path d="{shape.d}" fill="#0a0c14" fill-opacity="{number(strength)}" '
            f'transform="translate({number(shift[0])} {number(shift[1])})" filter="{self.blur(spread)}"/>'
        )

    def shade_inside(self, clip: str, points: Sequence[Knot], width: float, strength: float, soft: float) -> None:
        """A soft dark line that stays inside ``clip``: the shadow a collar or hem throws on the cloth."""
        shape = self.outline(points, closed=False)
        self.add(
            f'<g clip-path="{clip}"><path d="{shape.d}" fill="none" stroke="#05060c" '
            f'stroke-width="{number(width)}" stroke-opacity="{number(strength)}" filter="{self.blur(soft)}"/></g>'
        )

    def _round_light(self, ink: str, glow: str, dark: float, lit: float) -> str:
        if self.light > 0:
            stops = [(0, ink, dark * 0.55), (0.2, ink, 0.04), (0.4, glow, lit), (0.68, ink, 0.03), (1, ink, dark)]
        else:
            stops = [(0, ink, dark), (0.32, ink, 0.03), (0.6, glow, lit), (0.8, ink, 0.04), (1, ink, dark * 0.55)]
        text = "".join(f'<stop offset="{number(o)}" stop-color="{c}" stop-opacity="{number(a)}"/>' for o, c, a in stops)
        if text not in self._named:
            self._named[text] = self.new_id("g")
            name = self._named[text]
            self.define(f'<linearGradient id="{name}" x1="0" x2="1" y1="0" y2="0.08">{text}</linearGradient>')
        return f"url(#{self._named[text]})"

    def _folds(self, folds: Sequence[Fold], ink: str, glow: str, dark: float, lit: float, sheen: float) -> str:
        shadows: dict[str, list[str]] = {}
        lights: dict[str, list[str]] = {}
        for fold in folds:
            points = list(fold.points)
            if len(points) == 2:
                (x0, y0), (x1, y1) = points
                bow = 0.06
                points.insert(1, ((x0 + x1) / 2 - (y1 - y0) * bow, (y0 + y1) / 2 + (x1 - x0) * bow))
            soft = self.blur(0.3 if fold.width < 1.3 else 0.6)
            shade = trace(blade(points, fold.width), True, self.warp)
            moved = [(x - fold.width * 0.75 * self.light, y - fold.width * 0.25) for x, y in points]
            shine = trace(blade(moved, fold.width * 0.9), True, self.warp)
            deep = number(dark * 0.75 * fold.strength)
            bright = number((lit + 0.12) * (0.6 + sheen) * fold.strength)
            shadows.setdefault(soft, []).append(f'<path d="{shade.d}" fill-opacity="{deep}"/>')
            lights.setdefault(soft, []).append(f'<path d="{shine.d}" fill-opacity="{bright}"/>')
        out = [f'<g fill="{ink}" filter="{soft}">{"".join(paths)}</g>' for soft, paths in shadows.items()]
        out += [f'<g fill="{glow}" filter="{soft}">{"".join(paths)}</g>' for soft, paths in lights.items()]
        return "".join(out)

    def creases(self, clip: str, folds: Sequence[Fold], strength: float) -> None:
        """Folds laid over something already drawn, such as a print."""
        self.add(f'<g clip-path="{clip}">{self._folds(folds, "#05060c", "#ffffff", 0.3 * strength, 0.1, 0.4)}</g>')

    def _crumple(self) -> str:
        name = self.new_id("crumple")
        fx, fy = self.rng.uniform(0.07, 0.13), self.rng.uniform(0.022, 0.05)
        self.define(
            f'<filter id="{name}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">'
            f'<feTurbulence type="fractalNoise" baseFrequency="{fx:.3f} {fy:.3f}" numOctaves="2" '
            f'seed="{self.rng.randrange(1, 9999)}"/>'
            '<feColorMatrix type="matrix" values="2 0 0 0 -0.5  2 0 0 0 -0.5  2 0 0 0 -0.5  0 0 0 0 1"/></filter>'
        )
        return f"url(#{name})"

    def _weave(self, ribbed: bool) -> str:
        frequency = "2.4 0.16" if ribbed else "3.1 3.7"
        self.define(
            f'<filter id="weave{int(ribbed)}" x="0" y="0" width="100%" height="100%" '
            'color-interpolation-filters="sRGB">'
            f'<feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="2" seed="7"/>'
            '<feColorMatrix type="matrix" values="2.4 0 0 0 -0.7  2.4 0 0 0 -0.7  2.4 0 0 0 -0.7  0 0 0 0 1"/></filter>'
        )
        return f"url(#weave{int(ribbed)})"
