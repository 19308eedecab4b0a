"""The palette: commands, sections and records by a few letters, from the same search."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store
from tui.text.language import Language


@pytest.mark.parametrize("key", ["colon", "p"])
async def test_it_offers_commands_with_their_keys_and_sections(real_store: Store, key: str) -> None:
    async with opened(real_store) as reading:
        await reading.press(key)
        rows = [line.strip(" │").split() for line in reading.lines]
        assert any(row[-2:] == ["搜索", "/"] for row in rows)
        await reading.press("pagedown", "pagedown")
        assert "到政策" in reading.text
        assert "下移" not in reading.text  # what moves a cursor is no command to be chosen


@pytest.mark.parametrize(
    ("typed", "language", "after"),
    [
        ("yuyan", "zh", "Overview"),
        ("language", "en", "概览"),
        ("zhengce", "zh", "政策 1/"),
        ("zc", "zh", "政策 1/"),
        ("polic", "en", "Policies 1/"),
        ("jdjk", "zh", "京东健康  参与者"),
        ("阿里健康", "zh", "阿里健康  参与者"),
        ("ali health", "en", "Ali Health  "),
        ("forecast", "zh", "预测已隐藏"),
        ("bangzhu", "zh", "按键 ──"),
    ],
)
async def test_what_is_chosen_is_done_or_opened(
    real_store: Store, typed: str, language: Language, after: str
) -> None:
    async with opened(real_store, language=language) as reading:
        await reading.press("p")
        await reading.type(typed)
        await reading.press("enter")
        assert after in reading.text


async def test_escape_leaves_everything_as_it_was(real_store: Store) -> None:
    async with opened(real_store, place=Location("players", "jd-health", panel="page")) as reading:
        before = reading.text
        await reading.press("p")
        await reading.type("jq")
        assert reading.text != before
        await reading.press("down", "escape")
        assert reading.text == before
        assert reading.has_panels


async def test_letters_that_are_keys_elsewhere_are_typed(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("p")
        await reading.type("jkbq")
        assert "jkbq" in reading.lines[1]
        await reading.press("backspace")
        assert "jkb " in reading.lines[1]


async def test_what_is_found_stands_out(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("jdjk")
        marked = [
            segment.text
            for strip in reading.strips
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert "京东健康" in marked
