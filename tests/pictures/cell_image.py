"""Draw a screen as an image, in a terminal font whose Chinese characters are two cells wide."""

from __future__ import annotations

import subprocess
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from tests.pictures.box_drawing import draw_box
from tests.pictures.cells import Cell, Colors, Grid, Rgb, blend

_FONT = "Noto Sans Mono CJK SC"
"""ASCII is half as wide as high, Chinese as wide as high (Debian: fonts-noto-cjk)."""
_NARROW_FONT = "DejaVu Sans Mono"
"""For characters of ambiguous width (UAX #11), which the other font draws two cells wide, and for
symbols (Debian: fonts-dejavu-core)."""
_NARROW_WIDTH = 0.602
"""Its width in parts of its size."""


class Size(NamedTuple):
    """The size of a cell in pixels. A Chinese character is a square of twice the width."""

    width: int
    height: int


class FontMissingError(Exception):
    """The font of the pictures is not installed."""


@cache
def _font(family: str, size: float, bold: bool) -> ImageFont.FreeTypeFont:
    pattern = f"{family}:{'bold' if bold else 'regular'}"
    try:
        found = subprocess.run(
            ["fc-match", "-f", "%{family}\n%{file}\n%{index}", pattern],
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise FontMissingError("fc-match (fontconfig) is not installed") from error
    names, path, index = found.split("\n")
    if family not in names:
        raise FontMissingError(f"the font {family} is not installed")
    return ImageFont.truetype(path, size, index=int(index))


def draw_window(
    grid: Grid, colors: Colors, size: Size, title: str = "medbrief", keys: str = ""
) -> Image.Image:
    """Return the screen in a window with a title; ``keys``: the keys pressed, at its right."""
    columns = max(sum(cell.width for cell in line) for line in grid)
    margin = size.width
    bar = round(size.height * 1.5)
    width = columns * size.width + 2 * margin
    height = len(grid) * size.height + bar + margin
    image = Image.new("RGB", (width, height), colors.background)
    draw = ImageDraw.Draw(image)
    _draw_title_bar(draw, colors, size, title, keys, width, bar)
    for number, line in enumerate(grid):
        _draw_line(draw, line, margin, bar + number * size.height, size)
    return image


def rounded(image: Image.Image, radius: int) -> Image.Image:
    """Return the image with transparent corners."""
    scale = 4
    mask = Image.new("L", (image.width * scale, image.height * scale), 0)
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, mask.width - 1, mask.height - 1), radius * scale, 255
    )
    result = image.convert("RGBA")
    result.putalpha(mask.resize(image.size, Image.Resampling.LANCZOS))
    return result


def _draw_title_bar(
    draw: ImageDraw.ImageDraw,
    colors: Colors,
    size: Size,
    title: str,
    keys: str,
    width: int,
    height: int,
) -> None:
    fill = blend(colors.foreground, colors.background, 0.08)
    draw.rectangle((0, 0, width, height - size.height // 4), fill)
    middle = (height - size.height // 4) // 2
    radius = round(size.width * 0.42)
    for number, color in enumerate(((255, 95, 87), (254, 188, 46), (40, 200, 64))):
        x = 2 * size.width + number * 2 * size.width
        draw.ellipse((x - radius, middle - radius, x + radius, middle + radius), color)
    muted = blend(colors.foreground, colors.background, 0.6)
    font = _font(_FONT, 2 * size.width, False)
    draw.text((width // 2, middle), title, muted, font, anchor="mm")
    if keys:
        draw.text((width - 2 * size.width, middle), keys, colors.foreground, font, anchor="rm")


def _draw_line(
    draw: ImageDraw.ImageDraw, line: list[Cell], left: int, top: int, size: Size
) -> None:
    x = left
    for cell in line:
        box = (x, top, cell.width * size.width, size.height)
        draw.rectangle((x, top, x + box[2] - 1, top + size.height - 1), cell.background)
        x += box[2]
    x = left
    for cell in line:
        box = (x, top, cell.width * size.width, size.height)
        _draw_cell(draw, cell, box, size)
        x += box[2]


def _draw_cell(
    draw: ImageDraw.ImageDraw, cell: Cell, box: tuple[int, int, int, int], size: Size
) -> None:
    if cell.text != " " and not draw_box(draw, cell.text, box, cell.foreground, cell.background):
        _draw_text(draw, cell, box, size)
    if cell.underline:
        y = box[1] + round(size.height * 0.9)
        thickness = max(1, size.width // 9)
        color: Rgb = blend(cell.foreground, cell.background, 0.7)
        draw.rectangle((box[0], y, box[0] + box[2] - 1, y + thickness - 1), color)


def _draw_text(
    draw: ImageDraw.ImageDraw, cell: Cell, box: tuple[int, int, int, int], size: Size
) -> None:
    if cell.width == 1 and not cell.text.isascii():
        font = _font(_NARROW_FONT, size.width / _NARROW_WIDTH, cell.bold)
    else:
        font = _font(_FONT, 2 * size.width, cell.bold)
    baseline = box[1] + round((size.height + 1.5 * size.width) / 2)
    draw.text((box[0], baseline), cell.text, cell.foreground, font, anchor="ls")
