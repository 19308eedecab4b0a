"""The pictures and the recording: which screens, in which language and colors. No Pillow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple

from tests.app.reading import Reading, opened
from tests.pictures.cells import DARK, LIGHT, Colors, Grid, cells_of
from tui.app.browse.location import OVERVIEW, Location
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.render.palette import Shade
from tui.store import Store
from tui.text.language import Language


class Shot(NamedTuple):
    """A picture: the screen at ``location`` after pressing ``keys``."""

    language: Language
    location: Location = Location(OVERVIEW, panel="page")
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 40)
    shade: Shade = "dark"

    @property
    def colors(self) -> Colors:
        """The colors of the terminal."""
        return LIGHT if self.shade == "light" else DARK


_QUERY = "market size 2022"

SHOTS = {
    "overview-en": Shot("en"),
    "overview-zh": Shot("zh"),
    "disputed-en": Shot("en", keys=("slash", *_QUERY, "enter", "d", "enter", "z"), shade="light"),
    "search-zh": Shot("zh", keys=("slash", *"市场规模 2022")),
}
"""Pictures by the name of their file."""

RECORDING = "evidence"
RECORDED = Shot("en", size=(120, 36))
"""The first screen of the recording."""


class Scene(NamedTuple):
    """Keys, what is said of them, and for how many milliseconds the screen after them is shown."""

    keys: tuple[str, ...]
    caption: str
    duration: int


def _typing(text: str, ends: tuple[int, ...]) -> Iterator[Scene]:
    """Yield scenes of a text being typed; each ends after so many characters."""
    start = 0
    for end in ends:
        yield Scene(tuple(text[start:end]), f"/  {text[:end]}", 110 * (end - start))
        start = end


SCENES = (
    Scene((), "", 2500),
    Scene(("slash",), "/  search", 700),
    *_typing(_QUERY, (3, 6, 11)),
    Scene(tuple(_QUERY[11:]), f"/  {_QUERY}", 3000),
    Scene(("enter",), "Enter  open", 3000),
    Scene(("1",), "1  show the evidence", 4000),
    Scene(("escape",), "Esc  back", 1200),
    Scene(("d", "enter", "z"), "d Enter z  sources that disagree", 4500),
)
"""A lookup, and the way from a figure to its evidence and to the sources that disagree."""


class Frame(NamedTuple):
    """A screen of the recording, its caption, and how many milliseconds it is shown."""

    grid: Grid
    caption: str
    duration: int


async def take(store: Store, shot: Shot) -> Grid:
    """Return the screen of a picture."""
    async with _opened(store, shot) as reading:
        await reading.press(*shot.keys)
        return cells_of(reading.strips, shot.colors)


async def record(store: Store) -> list[Frame]:
    """Return the frames of the recording."""
    frames: list[Frame] = []
    async with _opened(store, RECORDED) as reading:
        for keys, caption, duration in SCENES:
            await reading.press(*keys)
            frames.append(Frame(cells_of(reading.strips, RECORDED.colors), caption, duration))
    return frames


def _opened(store: Store, shot: Shot) -> AbstractAsyncContextManager[Reading]:
    terminal = TerminalCapabilities(shade=shot.shade)
    return opened(store, shot.size, shot.language, location=shot.location, terminal=terminal)
