"""What stands on the screen, cell by cell: text goldens of every screen, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.reading import opened
from tests.app.screens import SCREENS, Size, panels
from tests.golden import check_golden
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_GOLDEN = Path(__file__).parent / "golden"
_SEEN = [(name, size) for name, screen in SCREENS.items() for size in screen.sizes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "size"), _SEEN, ids=[f"{name}-{size[0]}x{size[1]}" for name, size in _SEEN]
)
async def test_the_screen_shows_what_its_golden_holds(
    real_store: Store, name: str, size: Size, language: Language
) -> None:
    screen = SCREENS[name]
    async with opened(real_store, size, language, place=screen.place) as reading:
        await reading.press(*screen.keys)
        assert [cell_len(line) for line in reading.lines] == [size[0]] * size[1]
        footer = f"--- chosen: {reading.chosen}\n--- panels: {panels(reading)}\n"
        path = _GOLDEN / f"{name}-{size[0]}x{size[1]}-{language}.txt"
        check_golden(path, f"{reading.text}\n{footer}")
