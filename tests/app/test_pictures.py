"""The pictures of the README show the app as it is. ``make pictures`` takes them again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pictures.cells import DARK, cells_of
from tests.pictures.digests import FOLDER, read_digests, screen_digest
from tests.pictures.shots import RECORDED, RECORDING, SHOTS, take
from tui.store import Store

_NAMES = (*SHOTS, RECORDING)
_MAXIMUM = 1_000_000
"""Bytes of a picture or of the recording."""


@pytest.mark.parametrize("name", _NAMES)
async def test_the_picture_shows_the_app_as_it_is(sample_store: Store, name: str) -> None:
    taken, today = read_digests()[name].app, await screen_digest(sample_store, name)
    assert taken == today, f"the picture {name} is stale: make pictures, then look at it"


def test_every_picture_has_a_file_and_is_in_the_readme() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"digests.json"}
    assert files == {f"{name}.png" for name in SHOTS} | {f"{RECORDING}.gif"}
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\.pictures/([\w.-]+)", readme)) == files
    assert all(path.stat().st_size < _MAXIMUM for path in FOLDER.iterdir())


async def test_every_cell_is_in_its_column(sample_store: Store) -> None:
    for shot in (SHOTS["search-zh"], RECORDED):
        grid = await take(sample_store, shot)
        assert [sum(cell.width for cell in line) for line in grid] == [shot.size[0]] * shot.size[1]


def test_a_picture_is_drawn_on_the_grid_of_cells(tmp_path: Path) -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed: make pictures installs it")
    from rich.segment import Segment

    from tests.pictures.cell_image import FontMissingError, Size, draw_window

    size = Size(10, 24)
    grid = cells_of([[Segment("█医█ab█")], [Segment("“”░─│╭▃█")]], DARK)
    try:
        image = draw_window(grid, DARK, size)
    except FontMissingError as error:
        pytest.skip(str(error))
    # The margin is a cell, the title bar one and a half lines: blocks are in cells 0, 3 and 6.
    for column, color in ((0, DARK.foreground), (3, DARK.foreground), (6, DARK.foreground)):
        assert image.getpixel((10 + column * 10 + 5, 36 + 12)) == color
    chinese = image.crop((20, 36, 40, 60))
    left, _, right, _ = chinese.convert("L").point(lambda light: 255 * (light > 90)).getbbox() or ()
    assert right - left > 12, "a Chinese character takes two cells"
