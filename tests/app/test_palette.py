"""The command palette: typing, choosing, closing."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store


@pytest.mark.parametrize("key", ["colon", "p"])
async def test_the_palette_lists_commands_with_keys_and_sections(
    sample_store: Store, key: str
) -> None:
    async with opened(sample_store) as reading:
        await reading.press(key)
        rows = [line.strip(" │┃").split() for line in reading.lines]
        assert any(row[-2:] == ["搜索", "/"] for row in rows)
        await reading.press("pagedown", "pagedown")
        assert "到政策" in reading.text
        assert "下移" not in reading.text  # commands that move a cursor are left out


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("yuyan", "Overview"),
        ("zc", "政策 1/"),
        ("qhjk", " 青禾健康 ─"),
        ("bangzhu", "浏览 ──"),
    ],
)
async def test_enter_runs_or_opens_the_first_entry(
    sample_store: Store, typed: str, after: str
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("p")
        await reading.type(typed)
        await reading.press("enter")
        assert after in reading.text or after in reading.position


async def test_escape_closes_the_palette_without_a_change(sample_store: Store) -> None:
    location = Location("players", "qinghe-health", panel="page")
    async with opened(sample_store, location=location) as reading:
        before = reading.text
        await reading.press("p")
        await reading.type("jq")
        assert reading.text != before
        await reading.press("down", "escape")
        assert reading.text == before
        assert reading.has_panels


async def test_keys_of_commands_are_text_in_the_palette(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("p")
        await reading.type("jkbq")
        assert "jkbq" in reading.lines[1]
        await reading.press("backspace")
        assert "jkb " in reading.lines[1]
