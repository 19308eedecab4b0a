"""The page of content problems: framed as other dialogs are, and no page where there are none."""

from __future__ import annotations

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.diagnostics import Problem
from tui.store import Store
from tui.text.language import Wording

_PROBLEM = Problem(
    "briefing.toml", 3, 1, "L1", Wording("缺少标题", "no title"), Wording("写上", "add it")
)


async def test_problems_are_shown_in_a_frame(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("players")) as reading:
        reading.app.show_problems((_PROBLEM,))
        await reading.settle()
        await reading.press("E")
        assert "─ Content errors ─" in reading.text
        assert "no title" in reading.text
        await reading.click("Esc closes", 1)
        assert reading.has_panels


async def test_without_problems_a_message_says_so(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("players")) as reading:
        await reading.press("E")
        assert reading.has_panels
        assert reading.message == "no content errors"
