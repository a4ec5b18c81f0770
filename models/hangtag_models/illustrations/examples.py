"""The pictures of the examples folder: fixed designs, each written in a format of its own.

Designs and seeds are chosen by hand and are not among those that ``render`` draws from, so that a model which was
trained with rendered illustrations has not seen these.
"""

from __future__ import annotations

import csv
import struct
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from hangtag_models.illustrations.babywear import BodysuitDesign, draw_bodysuit
from hangtag_models.illustrations.blazers import BlazerDesign, plain_blazer
from hangtag_models.illustrations.bottoms import LegsDesign
from hangtag_models.illustrations.bras import BraDesign, draw_bra
from hangtag_models.illustrations.briefs import BriefsDesign, draw_briefs
from hangtag_models.illustrations.cut import TopDesign
from hangtag_models.illustrations.dungarees import DungareesDesign, draw_dungarees
from hangtag_models.illustrations.fabric import (
    JERSEY,
    KNIT,
    POPLIN,
    SATIN,
    WOOL,
    block_print,
    checks,
    dots,
    floral,
    stripes,
)
from hangtag_models.illustrations.figure import CHILD, MAN, WOMAN, Person, Pose
from hangtag_models.illustrations.raster import rasterize
from hangtag_models.illustrations.sarees import SareeDesign, draw_saree
from hangtag_models.illustrations.scene import Picture, plain_top, svg, worn_dress, worn_legs, worn_top
from hangtag_models.illustrations.skirts import SkirtDesign, draw_skirt
from hangtag_models.illustrations.tights import draw_tights

Writer = Callable[[Image.Image, Path], None]


@dataclass(frozen=True)
class Example:
    """A picture of the examples folder."""

    file: str
    class_id: str
    shows: str
    encoding: str
    picture: Picture
    width: int
    height: int
    write: Writer


def on_white(image: Image.Image) -> Image.Image:
    """The picture without its alpha channel."""
    ground = Image.new("RGB", image.size, "#ffffff")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def jpeg(quality: int = 76, progressive: bool = False) -> Writer:
    """JPEG in RGB."""

    def write(image: Image.Image, path: Path) -> None:
        on_white(image).save(path, "JPEG", quality=quality, progressive=progressive, optimize=True)

    return write


def jpeg_mode(mode: str, quality: int = 76) -> Writer:
    """JPEG in another mode: ``CMYK`` or ``L``."""

    def write(image: Image.Image, path: Path) -> None:
        on_white(image).convert(mode).save(path, "JPEG", quality=quality, optimize=True)

    return write


# How the pixels must be stored so that a viewer who obeys the flag sees the picture upright.
_STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


def jpeg_turned(orientation: int, quality: int = 76) -> Writer:
    """JPEG whose pixels are stored turned, with the EXIF flag that says so, as cameras write it."""

    def write(image: Image.Image, path: Path) -> None:
        exif = Image.Exif()
        exif[0x0112] = orientation
        turned = on_white(image).transpose(_STORED[orientation])
        turned.save(path, "JPEG", quality=quality, exif=exif, optimize=True)

    return write


def png(image: Image.Image, path: Path) -> None:
    """PNG, 8 bits, RGB."""
    on_white(image).save(path, "PNG", optimize=True)


def png_alpha(image: Image.Image, path: Path) -> None:
    """PNG with transparency."""
    image.save(path, "PNG", optimize=True)


def png_grey_alpha(image: Image.Image, path: Path) -> None:
    """PNG, grey with transparency."""
    image.convert("LA").save(path, "PNG", optimize=True)


def png_palette(image: Image.Image, path: Path) -> None:
    """PNG with a palette."""
    on_white(image).quantize(192, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)


def png_sixteen(image: Image.Image, path: Path) -> None:
    """PNG, 16 bits a channel, RGB (written by hand: Pillow has no such mode)."""
    pixels = np.asarray(on_white(image), dtype=np.uint16) * 257
    height, width, _ = pixels.shape
    rows = pixels.astype(">u2").reshape(height, -1).view(np.uint8)
    difference = rows.copy()
    difference[1:] -= rows[:-1]
    data = b"".join(b"\x02" + row.tobytes() for row in difference)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


def webp(lossless: bool = False) -> Writer:
    """WebP."""

    def write(image: Image.Image, path: Path) -> None:
        on_white(image).save(path, "WEBP", lossless=lossless, quality=84, method=6)

    return write


def gif(image: Image.Image, path: Path) -> None:
    """GIF, one frame."""
    on_white(image).quantize(128, dither=Image.Dither.NONE).save(path, "GIF", optimize=True)


_HE = Person(MAN, "#c9966f", "#1d1714")
_SHE = Person(WOMAN, "#d7a580", "#1f1613", True)
_JEANS = LegsDesign(colour="#2f4260", waist_y=75, knee=8.0, hem=7.4, wash=0.6)
_SLIM = LegsDesign(build=WOMAN, colour="#31425c", waist_y=67, thigh=8.8, knee=6.2, hem=4.9, wash=0.5)
_SPREAD = Pose((21, 22), (17, 18))
_HANG = Pose((12, 13), (5, 6))
_STAND = Pose((13, 12), (5, 7), 10.5)


def _calm(design: TopDesign, relief: float = 0.22) -> TopDesign:
    """Less grain, so that lossless files stay small."""
    return replace(design, kind=replace(design.kind, grain=0.0, relief=relief))


def _polo() -> Picture:
    d = TopDesign(
        colour="#f3efe6",
        pattern=lambda c, _: stripes(c, [(3.4, "#1d4f63"), (3.4, ""), (1.0, "#d9822b"), (3.4, "")]),
        neck="polo",
        depth=4.6,
        trim="#1d4f63",
        sleeve=0.40,
        sleeve_end="band",
        ease=2.2,
        length=66,
        pose=_STAND,
    )
    return Picture(worn_top(d, _HE, _JEANS), 20.6, 112, 40101, shadow=False)


def _tshirt() -> Picture:
    d = TopDesign(
        colour="#24384f",
        neck="crew",
        depth=6.4,
        sleeve=0.40,
        ease=2.0,
        length=66,
        print_kind="mountains",
        print_size=11.0,
        print_word="COAST",
        pose=_STAND,
    )
    return Picture(worn_top(d, _HE, replace(_JEANS, colour="#6c88a8")), 20.6, 112, 40212, shadow=False)


def _checked() -> Picture:
    bands = [(2.3, "#a3262e"), (1.1, ""), (0.4, "#23314f"), (1.1, "")]
    d = TopDesign(
        kind=POPLIN,
        colour="#f1ece2",
        pattern=lambda c, _: checks(c, bands, bands),
        neck="shirt",
        depth=4.6,
        front="buttons",
        sleeve=1.0,
        sleeve_end="cuff",
        hem="curved",
        ease=2.2,
        length=74,
        pockets="chest",
        yoke=True,
        pose=_HANG,
    )
    return Picture(plain_top(_calm(d, 0.3)), 18, 112, 40303, background="#ffffff")


def _pinstripe() -> Picture:
    d = TopDesign(
        kind=POPLIN,
        colour="#e8eef6",
        pattern=lambda c, _: stripes(c, [(0.55, "#48689c"), (1.5, "")], vertical=True),
        neck="shirt",
        depth=4.2,
        front="buttons",
        sleeve=1.0,
        sleeve_end="cuff",
        hem="curved",
        ease=2.0,
        length=72,
        pockets="chest",
        yoke=True,
        pose=_STAND,
    )
    trousers = LegsDesign(style="formal", kind=WOOL, colour="#2b2e35", waist_y=74)
    return Picture(worn_top(d, _HE, trousers), 20.6, 116, 40404, shadow=False)


def _hoodie() -> Picture:
    d = TopDesign(
        colour="#7f8b94",
        flecked=True,
        neck="hood",
        depth=4.0,
        sleeve=1.0,
        sleeve_end="rib",
        hem="rib",
        ease=3.2,
        length=65,
        pockets="kangaroo",
        pose=Pose((13, 14), (6, 7)),
    )
    return Picture(plain_top(d), -5, 101, 40505, background="#f4f3f0")


def _sweater() -> Picture:
    d = TopDesign(
        kind=KNIT,
        colour="#26324a",
        pattern=lambda c, _: stripes(c, [(3.2, "#e9e2d2"), (4.6, ""), (1.6, "#b4483a"), (4.6, "")]),
        neck="crew",
        depth=6.0,
        trim="#26324a",
        sleeve=1.0,
        sleeve_end="rib",
        hem="rib",
        ease=2.4,
        length=64,
        pose=_STAND,
    )
    return Picture(
        worn_top(_calm(d, 0.2), _HE, replace(_JEANS, kind=replace(_JEANS.kind, grain=0.1))),
        20.6,
        112,
        40606,
        shadow=False,
    )


def _jeans() -> Picture:
    d = LegsDesign(colour="#3f608c", waist_y=77, thigh=9.7, knee=8.2, hem=7.6, wash=1.0, pose=Pose((14, 14), (4, 4), 11))
    above = TopDesign(colour="#d9d4c8", neck="crew", ease=1.2, length=53, sleeve=0.38)
    return Picture(worn_legs(d, _HE, above, "#2a2522"), 62, 182, 40707, shadow=False)


def _briefs() -> Picture:
    d = BriefsDesign(
        cut="mens",
        colour="#27406b",
        trim="#e0dfda",
        band=3.0,
        high=1.4,
        word="HANGTAG",
        kind=replace(JERSEY, grain=0.0, relief=0.15),
    )
    return Picture(lambda c: draw_briefs(c, d), -15, 37, 40808, jitter=0.2, shadow=False)


def _trunks() -> Picture:
    d = BriefsDesign(
        cut="trunks",
        colour="#3b4a3f",
        trim="#1d211f",
        band=3.2,
        high=1.0,
        word="NORTH",
        kind=replace(JERSEY, grain=0.0, relief=0.15),
    )
    return Picture(lambda c: draw_briefs(c, d), -16, 40, 40909, jitter=0.2, shadow=False)


def _bra() -> Picture:
    d = BraDesign(kind=SATIN, colour="#7d2347", full=1.0, plunge=0.4, lace=True, strap=1.3)
    return Picture(lambda c: draw_bra(c, d), -33, 16, 41010, jitter=0.15, background="none")


def _dress() -> Picture:
    colours = ["#c93f56", "#f2b6a0", "#e58f3a"]
    d = TopDesign(
        build=WOMAN,
        kind=POPLIN,
        colour="#f6efe4",
        pattern=lambda c, _: floral(c, colours, 2.3, 1.0),
        neck="scoop",
        depth=7,
        sleeve=0.0,
        ease=0.6,
        length=84,
        flare=9,
        waistline="sash",
        waist_drop=-1,
        gathers=8,
        trim="#8f2c40",
        pose=Pose((13, 12), (4, 6), 9.5),
    )
    return Picture(worn_dress(d, _SHE, "#8f2c40"), -4, 142, 41111, shadow=False)


def _saree() -> Picture:
    d = SareeDesign(
        colour="#146c6e",
        pattern=lambda c, _: block_print(c, ["#e3c25a", "#e3c25a"], 1.5, "rosette"),
        border="#b8412f",
        blouse="#7c2230",
        pose=Pose((13, 12), (4, 5), 8),
    )
    return Picture(lambda c: draw_saree(c, d, _SHE), -5, 167, 41212, shadow=False)


def _kurta() -> Picture:
    d = TopDesign(
        build=WOMAN,
        kind=POPLIN,
        colour="#274b6d",
        pattern=lambda c, _: block_print(c, ["#f0e3c4", "#d98d3c"], 1.3, "paisley"),
        neck="yoke",
        depth=5,
        front="placket",
        sleeve=0.7,
        ease=1.5,
        length=96,
        flare=2.4,
        side_slits=True,
        trim="#b5472f",
        hem="border",
        pose=Pose((12, 13), (5, 4), 9),
    )
    below = LegsDesign(build=WOMAN, kind=JERSEY, colour="#b5472f", style="leggings", waist_y=66, thigh=8.4, knee=5.8, hem=4.0)
    return Picture(worn_top(d, _SHE, below), -4, 140, 41313, shadow=False)


def _bodysuit() -> Picture:
    d = BodysuitDesign(
        kind=replace(JERSEY, grain=0.0, relief=0.2),
        colour="#fbf3dc",
        trim="#2f9c95",
        print_kind="animal",
        print_word="LUCKY",
        sleeve=6,
    )
    return Picture(lambda c: draw_bodysuit(c, d), -9, 47, 41414, jitter=0.25, shadow=False)


def _vest() -> Picture:
    d = TopDesign(colour="#ececea", neck="tank", depth=11, sleeve=0, ease=1.5, length=64, pose=_STAND)
    trousers = replace(_JEANS, colour="#6e7378", kind=WOOL, style="formal")
    return Picture(worn_top(d, _HE, trousers), 20.6, 112, 41515, shadow=False)


def _dungarees() -> Picture:
    d = DungareesDesign(build=CHILD, colour="#4d6f9c", length=1.0, pose=Pose(stance=9))
    return Picture(lambda c: draw_dungarees(c, d), 10, 115, 41616)


def _girls_dress() -> Picture:
    d = TopDesign(
        build=CHILD,
        kind=POPLIN,
        colour="#f7d9df",
        pattern=lambda c, _: dots(c, "#c63e6a", 0.42, 2.3),
        neck="boat",
        depth=4.5,
        sleeve=0.18,
        sleeve_shape="puff",
        ease=0.5,
        length=56,
        flare=11,
        waistline="sash",
        waist_drop=-4,
        gathers=9,
        trim="#c63e6a",
        hem="border",
        pose=Pose((20, 20), (20, 20)),
    )
    return Picture(plain_top(d), 12, 84, 41717)


def _blazer() -> Picture:
    d = BlazerDesign(colour="#2c3852", inner="#eef1f5", inner_neck="shirt", buttons=2, length=72, pose=Pose((12, 12), (6, 6)))
    return Picture(plain_blazer(d), 17, 108, 41818, background="#f5f5f3")


def _tights() -> Picture:
    return Picture(lambda c: draw_tights(c, WOMAN, "#232326", 0.28, 7.0), 62, 174, 41919, background="none")


def _skirt() -> Picture:
    d = SkirtDesign(build=CHILD, kind=POPLIN, colour="#7b2436", style="pleated", waist_y=47, length=25, flare=4.5)
    return Picture(lambda c: draw_skirt(c, d), 26, 94, 42020)


EXAMPLES: tuple[Example, ...] = (
    Example(
        "striped-polo.jpg",
        "mens-polo-striped",
        "a man's polo shirt with teal and orange stripes",
        "JPEG, baseline",
        _polo(),
        900,
        1200,
        jpeg(),
    ),
    Example(
        "mountain-tshirt.jpg",
        "mens-tshirt-printed",
        "a man's navy T-shirt with a mountain print",
        "JPEG, progressive",
        _tshirt(),
        900,
        1200,
        jpeg(76, True),
    ),
    Example(
        "checked-shirt.png",
        "mens-shirt-checked",
        "a man's red and navy checked shirt",
        "PNG, 8-bit RGB",
        _checked(),
        390,
        520,
        png,
    ),
    Example(
        "pinstripe-shirt-cmyk.jpg",
        "mens-shirt-striped",
        "a man's blue striped shirt",
        "JPEG, CMYK",
        _pinstripe(),
        600,
        800,
        jpeg_mode("CMYK", 68),
    ),
    Example("grey-hoodie.webp", "hoodie", "a grey pullover hoodie with a pouch", "WebP, lossy", _hoodie(), 900, 1200, webp()),
    Example(
        "striped-sweater.webp",
        "mens-sweater-striped",
        "a man's navy sweater with cream and rust stripes",
        "WebP, lossless",
        _sweater(),
        390,
        520,
        webp(True),
    ),
    Example(
        "blue-jeans-turned.jpg",
        "mens-jeans",
        "a man's washed blue jeans",
        "JPEG, EXIF orientation 6",
        _jeans(),
        750,
        1000,
        jpeg_turned(6),
    ),
    Example("navy-briefs.gif", "mens-briefs", "a man's navy briefs with a pale waistband", "GIF", _briefs(), 600, 800, gif),
    Example(
        "green-trunks-16bit.png",
        "trunks",
        "a man's dark green trunks",
        "PNG, 16-bit RGB",
        _trunks(),
        420,
        560,
        png_sixteen,
    ),
    Example(
        "lace-bra-transparent.png",
        "bra",
        "a plum bra with a lace edge",
        "PNG, RGBA, transparent ground",
        _bra(),
        420,
        560,
        png_alpha,
    ),
    Example(
        "floral-dress.jpg",
        "womens-dress-printed",
        "a woman's sleeveless flowered dress",
        "JPEG, progressive",
        _dress(),
        900,
        1200,
        jpeg(76, True),
    ),
    Example(
        "teal-saree-turned.jpg",
        "saree",
        "a teal saree with a red border",
        "JPEG, EXIF orientation 8",
        _saree(),
        900,
        1200,
        jpeg_turned(8),
    ),
    Example(
        "block-print-kurta.jpg",
        "womens-kurta-printed",
        "a woman's block-printed kurta",
        "JPEG, baseline",
        _kurta(),
        900,
        1200,
        jpeg(),
    ),
    Example(
        "baby-bodysuit-palette.png",
        "baby-bodysuit",
        "a baby's bodysuit with a bear",
        "PNG, palette",
        _bodysuit(),
        600,
        800,
        png_palette,
    ),
    Example("white-vest-grey.jpg", "mens-vest", "a man's white undershirt", "JPEG, grey", _vest(), 900, 1200, jpeg_mode("L")),
    Example(
        "dungarees-upside-down.jpg",
        "jumpsuit",
        "a child's denim dungarees",
        "JPEG, EXIF orientation 3",
        _dungarees(),
        900,
        1200,
        jpeg_turned(3),
    ),
    Example(
        "dotted-girls-dress.webp",
        "girls-dress",
        "a girl's pink dotted dress with puff sleeves",
        "WebP, lossy",
        _girls_dress(),
        900,
        1200,
        webp(),
    ),
    Example(
        "navy-blazer.jpg",
        "blazer",
        "a navy two-button blazer over a white shirt",
        "JPEG, baseline",
        _blazer(),
        1200,
        1600,
        jpeg(72),
    ),
    Example(
        "sheer-tights.png",
        "stockings",
        "sheer black tights",
        "PNG, grey with alpha",
        _tights(),
        420,
        560,
        png_grey_alpha,
    ),
    Example(
        "pleated-skirt.jpg",
        "girls-skirt",
        "a girl's maroon pleated skirt",
        "JPEG, baseline",
        _skirt(),
        600,
        800,
        jpeg(),
    ),
)

README = """# Example pictures

Twenty product illustrations to try Hangtag with. They are drawings, not photos: vector artwork made for this project by
the code in `models/hangtag_models/illustrations` (no photo was copied or traced) and rendered in the formats and colour
modes that web shops send. Licence: Apache-2.0, as the rest of the project. `artwork/` holds the SVG of each picture,
`expected.csv` the class that each was drawn as.

| file | what it shows | drawn as | format | size |
|---|---|---|---|---|
{rows}

The model learns from photos. In the later phases of its training some six pictures in a hundred were other renderings
of the same drawing code, with random designs and other seeds. The designs here were fixed by hand and are not among
them, but four (kurta, saree, dungarees, skirt) were drawn again, closer to how shops show the garment, after a look at
what the model said of them. So these pictures show that the service works from end to end. They don't measure how good
the model is on photos.

Pictures whose name ends in `-turned` or `-upside-down` are stored turned and carry an EXIF orientation flag; a program
that ignores the flag sees them lying on their side or standing on their head.

To draw everything again (Pillow and resvg of other versions may write slightly different bytes):

```
cd models
hangtag-models illustrations examples --out ../examples
```
"""


def write_examples(folder: Path, only: Collection[str] = ()) -> list[Path]:
    """Draws the examples (all, or ``only`` some files) and writes pictures, artwork, table and expectations."""
    artwork = folder / "artwork"
    artwork.mkdir(parents=True, exist_ok=True)
    written = []
    rows = []
    for example in EXAMPLES:
        path = folder / example.file
        if not only or example.file in only:
            document = svg(example.picture, example.width, example.height)
            (artwork / f"{path.stem}.svg").write_text(document, encoding="utf-8")
            example.write(rasterize(document), path)
            written.append(path)
        rows.append(
            f"| `{example.file}` | {example.shows} | `{example.class_id}` | {example.encoding} | {example.width}x{example.height} |"
        )
    (folder / "README.md").write_text(README.format(rows="\n".join(rows)), encoding="utf-8")
    with (folder / "expected.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("file", "class"))
        table.writerows((example.file, example.class_id) for example in EXAMPLES)
    return written
