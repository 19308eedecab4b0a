"""A walk from the first page to the words in the original, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reading import Reading, opened
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_SIZES = [(60, 20), (80, 24), (120, 40)]


async def _to_players(reading: Reading) -> None:
    """By the keys of a narrow screen (along the row) or a wide one (down the column)."""
    along, inward = ("down", "right") if reading.app.size.width >= 120 else ("right", "down")
    await reading.press("left")
    assert reading.chosen.endswith("概览")
    while not reading.chosen.endswith("参与者"):
        before = reading.chosen
        await reading.press(along)
        assert reading.chosen != before
    await reading.press(inward)


@pytest.mark.parametrize("size", _SIZES)
async def test_from_the_overview_to_the_original_and_back(
    real_store: Store, originals: Path, size: tuple[int, int]
) -> None:
    async with opened(real_store, size, originals=originals) as reading:
        assert reading.place == "概览"

        await _to_players(reading)
        assert reading.chosen.startswith("› 京东健康")
        assert reading.place.startswith("参与者 1/")

        await reading.press("enter")
        assert "线上药房" in reading.text

        await reading.press("1")
        assert reading.place.startswith("来源 ")
        assert "引文 [1]" in reading.text
        assert "【" in reading.text
        assert "】" in reading.text
        assert "引用处" in reading.text

        await reading.press("escape")
        assert "线上药房" in reading.text
        assert reading.place.startswith("参与者 1/")

        await reading.press("escape")
        assert reading.chosen.startswith("› 京东健康")

        await reading.press("escape")
        assert reading.place == "概览"


async def test_without_originals_the_source_says_how_to_see_the_passage(
    real_store: Store,
) -> None:
    async with opened(real_store, (80, 40)) as reading:
        await _to_players(reading)
        await reading.press("enter", "1")
        assert "引文 [1]" in reading.text
        assert "原文词句" in reading.text
        assert "--originals" in reading.text
        assert "【" not in reading.text


async def test_a_file_that_is_not_the_one_that_was_read_is_not_shown(
    real_store: Store, tmp_path: Path
) -> None:
    for source in real_store.identities():
        if file := real_store.source(source):
            (tmp_path / file.file).write_text("某处改过的原件", encoding="utf-8")
    async with opened(real_store, (80, 40), originals=tmp_path) as reading:
        await _to_players(reading)
        await reading.press("enter", "1")
        assert "校验和不符" in reading.text
        assert "某处改过" not in reading.text


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_section_can_be_reached_and_has_something_to_read(
    real_store: Store, language: Language, size: tuple[int, int]
) -> None:
    along = "down" if size[0] >= 120 else "right"
    async with opened(real_store, size, language) as reading:
        await reading.press("left")
        for section in real_store.sections():
            title = section.title.of(language)
            assert reading.chosen.strip("› ") == title
            assert reading.place.startswith(title)
            if rows := real_store.rows(section.id, language):
                assert f"1/{len(rows)}" in reading.place
                assert rows[0].cells[0][:8] in reading.text
            await reading.press(along)


async def test_every_record_of_a_section_can_be_opened(real_store: Store) -> None:
    rows = real_store.rows("policies", "zh")
    async with opened(real_store, (80, 24)) as reading:
        await reading.press("left")
        while not reading.chosen.endswith("政策"):
            await reading.press("right")
        await reading.press("down")
        for number, row in enumerate(rows, 1):
            assert reading.place == f"政策 {number}/{len(rows)}"
            await reading.press("enter")
            assert row.title.zh[:10] in reading.text
            await reading.press("escape", "down")


async def test_from_link_to_link_and_back_again(real_store: Store) -> None:
    async with opened(real_store, (80, 24)) as reading:
        trail = []
        for _ in range(4):
            await reading.press("tab")
            trail.append(reading.text)
            await reading.press("enter")
            assert reading.text != trail[-1]
        for text in reversed(trail):
            await reading.press("escape")
            assert reading.text == text
        assert reading.place == "概览"
