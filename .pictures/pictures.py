"""Write the pictures of the README, SVG screenshots of the app: ``make pictures``.

Usage: pictures.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import NamedTuple

from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import OVERVIEW, Location
from tui.render.glyphs import UNICODE
from tui.store import Store, open_store
from tui.store.originals import Originals
from tui.text.language import Language
from tui.text.width import cell_width

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A screenshot of ``location``, after ``query`` was typed into the search."""

    location: Location
    language: Language
    size: tuple[int, int]
    query: str = ""


_OVERVIEW = Location(OVERVIEW, panel="page")
PICTURES = {
    "overview-zh": Picture(_OVERVIEW, "zh", (100, 30)),
    "market-size-en": Picture(Location("statistics", "market-size", panel="page"), "en", (120, 36)),
    "search-zh": Picture(_OVERVIEW, "zh", (100, 24), "京东健康收入"),
}

# Rich loads a font from the network; the picture uses fonts of the reader's system.
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_TEXT = re.compile(r'textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>')
_SYSTEM_FONTS = 'font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", Menlo, Consolas, monospace'


async def _screenshot(store: Store, picture: Picture) -> str:
    controller = BrowseController(
        store, Originals(None), picture.language, location=picture.location
    )
    app = BriefingApp(controller, UNICODE)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        if picture.query:
            await pilot.press("slash", *picture.query)
            await pilot.pause()
        return _corrected(app.export_screenshot(title="medbrief"))


def _corrected(svg: str) -> str:
    """Use system fonts and make Chinese characters two cells wide: Rich counts characters where a
    terminal counts cells, and asks for full-width forms of all of them."""
    svg = _FONT_FACE.sub("", svg)
    svg = re.sub(r"font-family: Fira Code[^;]*", _SYSTEM_FONTS, svg)
    svg = svg.replace("font-variant-east-asian: full-width;", "")
    return _TEXT.sub(_length_in_cells, svg)


def _length_in_cells(match: re.Match[str]) -> str:
    text = unescape(match["text"]).replace("\xa0", " ")
    length = float(match["length"]) / max(1, len(text)) * cell_width(text)
    return f'textLength="{length:.1f}"{match["rest"]}>{match["text"]}</text>'


def main(folder: Path = FOLDER) -> None:
    """Write all pictures into ``folder``."""
    with (
        tempfile.TemporaryDirectory() as cache,
        open_store(None, {**os.environ, "XDG_CACHE_HOME": cache}) as store,
    ):
        for name, picture in PICTURES.items():
            svg = asyncio.run(_screenshot(store, picture))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
