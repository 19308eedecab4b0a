"""Input boxes: pasted text, emoji of several code points, input methods, text typed at once."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.app.reading import Reading, opened
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.app.widgets.text_input import TextInput
from tui.store import Store

_BOXES = {"search": "/", "filter": "t", "palette": "p", "note": "e"}
_FAMILY = "👨‍👩‍👧"


def _value(reading: Reading) -> str:
    box = reading.app.focused
    assert isinstance(box, TextInput)
    return box.value


@pytest.mark.parametrize("box", _BOXES)
async def test_pasted_text_becomes_one_line_of_printable_characters(
    sample_store: Store, box: str
) -> None:
    location = Location("policies")
    async with opened(sample_store, location=location, session=UserSession()) as reading:
        await reading.chunk(_BOXES[box])
        for pasted, expected in {
            "\n医保": "医保",
            "医保\n支付": "医保 支付",
            "a\r\n\r\n  b\tc\u2028d": "a b c d",
            "x\x1b[31my\x0e\x9b\x07z": "x[31myz",
            "医\u200b保\u202e支\u2066付\ufeff": "医保支付",
            f"{_FAMILY}❤️": f"{_FAMILY}❤️",
            "می‌خواهم": "می‌خواهم",
        }.items():
            await reading.paste(pasted)
            assert _value(reading) == expected
            await reading.chunk("ctrl+u")


async def test_a_typed_emoji_of_several_code_points_is_one_character(sample_store: Store) -> None:
    async with opened(sample_store, location=Location("policies")) as reading:
        await reading.chunk("e", *f"a{_FAMILY}b")
        assert _value(reading) == f"a{_FAMILY}b"
        await reading.press("left", "backspace")
        assert _value(reading) == "ab"
        await reading.chunk(*_FAMILY)
        assert f" a{_FAMILY}b" in reading.text
        await reading.press("left")
        assert reading.chosen == _FAMILY
        await reading.press("delete")
        assert _value(reading) == "ab"


async def test_an_emoji_in_a_note_is_kept(sample_store: Store) -> None:
    location = Location("policies", panel="page")
    async with opened(sample_store, location=location, session=UserSession()) as reading:
        await reading.chunk("e", *f"a{_FAMILY}b", "enter")
        assert f"a{_FAMILY}b" in reading.text
        assert {cell_len(line) for line in reading.lines} == {80}


async def test_the_cursor_of_the_terminal_is_on_the_visible_cursor(sample_store: Store) -> None:
    for box in _BOXES.values():
        async with opened(sample_store, (60, 20), location=Location("policies")) as reading:
            await reading.chunk(box)
            for keys in (
                (),
                ("a",),
                ("医", "保"),
                ("left",),
                ("home",),
                ("end", *("支" * 35)),
                ("left",) * 40,
                ("backspace",),
            ):
                await reading.chunk(*keys)
                assert tuple(reading.app.cursor_position) == _visible_cursor(reading)


def _visible_cursor(reading: Reading) -> tuple[int, int]:
    """Return column and line of the first reversed cell in the focused box."""
    assert reading.app.focused
    y = reading.app.focused.region.y
    x = 0
    for segment in reading.strips[y]:
        if segment.style and segment.style.reverse:
            return x, y
        x += cell_len(segment.text)
    raise AssertionError(f"no cursor in {reading.lines[y]!r}")


async def test_text_that_arrives_at_once_is_searched_for_once(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries: list[str] = []
    search = BrowseController.query_typed

    def counted(self: BrowseController, query: str, *arguments: object) -> object:
        queries.append(query)
        return search(self, query, *arguments)

    monkeypatch.setattr(BrowseController, "query_typed", counted)
    async with opened(sample_store) as reading:
        await reading.chunk("/")
        await reading.chunk(*("医保" * 100), "backspace")
        assert len(queries) < 5
        assert queries[-1] == "医保" * 99 + "医"
        await reading.press("home", "a")
        assert queries[-1][0] == "a"


async def test_full_width_keys_are_commands(sample_store: Store) -> None:
    async with opened(sample_store, location=Location("statistics")) as reading:
        await reading.chunk("ｊ", "ｊ")
        assert " 3/" in reading.position
        for key, title in {"？": "帮助", "：": "命令、栏目或记录", "、": "词、名称"}.items():
            await reading.chunk(key)
            assert title in reading.text
            await reading.press("escape")
        await reading.chunk("Ｆ", "　")
        assert "[x]" in reading.text
        await reading.chunk("escape")
    location = Location("statistics", "e-prescriptions", panel="page")
    async with opened(sample_store, location=location) as reading:
        await reading.chunk("g", "１")
        assert "引文 [1]" in reading.text


async def test_full_width_characters_are_text_in_a_box(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.chunk("／")
        await reading.chunk(*"、／？：ｊ１，")
        assert _value(reading) == "、／？：ｊ１，"
