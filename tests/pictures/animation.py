"""Write the recording as an animated GIF."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.pictures.cell_image import Size, draw_window
from tests.pictures.shots import RECORDED, Frame

_CELL = Size(9, 20)
_COLORS = 32
"""Enough for smooth edges: 0.7 MB instead of 0.9 with 64."""


def write_gif(frames: list[Frame], path: Path) -> None:
    """Write frames that repeat for ever. They share a palette: what is equal in two frames has
    equal bytes, and takes no space in the second."""
    images = [
        draw_window(frame.grid, RECORDED.colors, _CELL, keys=frame.caption) for frame in frames
    ]
    height = images[0].height
    sheet = Image.new("RGB", (images[0].width, height * len(images)))
    for number, image in enumerate(images):
        sheet.paste(image, (0, number * height))
    palette = sheet.quantize(_COLORS, method=Image.Quantize.FASTOCTREE)
    first, *others = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]
    first.save(
        path,
        save_all=True,
        append_images=others,
        duration=[frame.duration for frame in frames],
        loop=0,
        disposal=1,
        optimize=True,
    )
