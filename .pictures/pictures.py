"""Writes the README's pictures from the app itself: ``make pictures``; or into the folder that is
named."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from html import unescape
from pathlib import Path

from textual.pilot import Pilot

from tui.app.app import BriefingApp
from tui.app.browse.location import Location
from tui.render.glyphs import UNICODE
from tui.store import open_store
from tui.store.originals import Originals
from tui.text.language import Language
from tui.text.width import cell_width

HERE = Path(__file__).parent
# Rich's picture asks a server on the network for its font; the reader's own will do.
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_TEXT = re.compile(r'textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>')
_OWN_FONTS = 'font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", Menlo, Consolas, monospace'


async def _take(
    file: Path, place: Location, language: Language, size: tuple[int, int], typed: str = ""
) -> None:
    with tempfile.TemporaryDirectory() as cache:
        store = open_store(None, {**os.environ, "XDG_CACHE_HOME": cache})
        app = BriefingApp(store, Originals(None), language, UNICODE, place)
        async with app.run_test(size=size) as pilot:
            await _settled(pilot)
            if typed:
                await pilot.press("slash", *typed)
                await _settled(pilot)
            picture = app.export_screenshot(title="medbrief")
        store.close()
    file.write_text(_mended(picture), encoding="utf-8")


def _mended(picture: str) -> str:
    """The picture with the reader's own fonts, and Chinese two cells wide: Rich counts characters
    where a terminal counts cells, and asks for full-width forms of everything."""
    picture = _FONT_FACE.sub("", picture)
    picture = re.sub(r"font-family: Fira Code[^;]*", _OWN_FONTS, picture)
    picture = picture.replace("font-variant-east-asian: full-width;", "")
    return _TEXT.sub(_in_cells, picture)


def _in_cells(match: re.Match[str]) -> str:
    text = unescape(match["text"]).replace("\xa0", " ")
    length = float(match["length"]) / max(1, len(text)) * cell_width(text)
    return f'textLength="{length:.1f}"{match["rest"]}>{match["text"]}</text>'


async def _settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


def main(folder: Path = HERE) -> None:
    """Write every picture."""
    overview = Location("overview", panel="page")
    market = Location("statistics", "market-size", panel="page")
    asyncio.run(_take(folder / "overview-zh.svg", overview, "zh", (100, 30)))
    asyncio.run(_take(folder / "market-size-en.svg", market, "en", (120, 36)))
    asyncio.run(_take(folder / "search-zh.svg", overview, "zh", (100, 24), "京东健康收入"))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
