"""Pins, notes and first messages on the screen."""

from __future__ import annotations

import os
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.config.config_parser import parse_config
from tui.state import Pin, StateFile, UserState
from tui.store import Store

_PLAYERS = Location("players")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "state.json")


def _session(path: str, **changes: object) -> UserSession:
    """The session of a user who has seen the first hint."""
    StateFile(path).change(lambda state: state._replace(**changes))  # type: ignore[arg-type]
    return UserSession(StateFile(path))


async def test_a_pin_is_marked_in_the_list_and_on_its_page(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), location=_PLAYERS) as reading:
        before, following = reading.lines[1], reading.lines[5:]
        await reading.press("m")
        assert reading.message == "已收藏"
        assert "▌*" in reading.text
        assert "*已收藏" in reading.lines[0]
        columns = [line.partition("╮")[0][:40] for line in following[:-1]]
        assert [line.partition("╮")[0][:40] for line in reading.lines[5:-1]] == columns
        await reading.press("down", "up", "m")
        assert reading.message.startswith("已取消收藏")
        assert reading.lines[1] == before


async def test_a_note_is_typed_and_shown(sample_store: Store) -> None:
    async with opened(sample_store, location=_PLAYERS) as reading:
        await reading.press("e")
        await reading.type("quit, l, m? [b]x[/b]")  # no commands, no markup
        await reading.press("enter")
        assert reading.has_panels
        assert reading.app.controller.session.state.pins[0].note == "quit, l, m? [b]x[/b]"
        await reading.press("e")
        await reading.type("?")
        await reading.press("escape")
        assert reading.app.controller.session.state.pins[0].note == "quit, l, m? [b]x[/b]"


@pytest.mark.parametrize("way", ["ctrl+c", "SIGTERM", "SIGHUP", "crash"])
async def test_an_unfinished_note_is_offered_again(
    sample_store: Store, path: str, way: str
) -> None:
    crash = pytest.raises(RuntimeError) if way == "crash" else nullcontext()
    with crash:
        async with opened(sample_store, location=_PLAYERS, session=_session(path)) as reading:
            await reading.press("e")
            await reading.type("half a note")
            if way == "ctrl+c":
                await reading.press("ctrl+c")
            elif way == "SIGTERM":
                reading.app.exit()
            elif way == "SIGHUP":
                reading.app.save_location()
            else:
                reading.app._handle_exception(RuntimeError())
    assert not StateFile(path).state.pins
    async with opened(
        sample_store, location=_PLAYERS, session=UserSession(StateFile(path))
    ) as reading:
        await reading.press("e")
        assert "half a note" in reading.text
        assert "上次未写完" in reading.text
        await reading.press("!", "enter")
        assert reading.app.controller.session.state.pins[0].note == "half a note!"
        await reading.press("e")
        assert "上次未写完" not in reading.text
    assert StateFile(path).state.drafts == {}


async def test_escape_discards_an_unfinished_note(sample_store: Store, path: str) -> None:
    async with opened(sample_store, location=_PLAYERS, session=_session(path)) as reading:
        await reading.press("e")
        await reading.type("half a note")
        await reading.press("ctrl+c")
        assert list(StateFile(path).state.drafts.values()) == ["half a note"]
        await reading.press("e", "!", "escape")
        assert StateFile(path).state.drafts == {}
        await reading.press("e")
        assert "half a note" not in reading.text


async def test_a_note_without_a_change_leaves_no_draft(sample_store: Store, path: str) -> None:
    async with opened(sample_store, location=_PLAYERS, session=_session(path)) as reading:
        await reading.press("e", "a", "enter", "e", "b", "ctrl+c", "e", "backspace", "ctrl+c")
        assert StateFile(path).state.drafts == {}
        assert StateFile(path).state.pins[0].note == "a"


async def test_a_session_continues_where_the_last_one_ended(sample_store: Store, path: str) -> None:
    async with opened(sample_store, session=_session(path)) as reading:
        await reading.press("left", "right", "right", "down", "enter", "m", "L", "q")
    session = UserSession(StateFile(path))
    assert session.state.language == "en"
    assert len(session.state.pins) == 1
    async with opened(sample_store, session=session) as reading:
        assert reading.message.startswith("已回到上次的位置")
        assert "*" in reading.lines[0]
        await reading.press("o")
        assert reading.position == "概览"
        assert not reading.message.startswith("已回到上次的位置")


async def test_keys_of_an_invalid_config_stay_as_they_are(sample_store: Store) -> None:
    toml = b'langage = "zh"\n[keys]\nopen_help = "f1"'
    config = parse_config("config.toml", toml, {"open_help": ("?",)})
    async with opened(sample_store, session=UserSession(None, config)) as reading:
        assert reading.message.startswith("设置文件有2处错误")
        await reading.press("question_mark")
        assert not reading.has_panels


async def test_pins_are_exported_to_the_typed_file_name(
    sample_store: Store, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    name = f"medbrief-pins-{date.today().isoformat()}"
    (tmp_path / f"{name}.md").write_text("mine")
    async with opened(
        sample_store, (120, 40), location=_PLAYERS, session=_session(path)
    ) as reading:
        await reading.press("m", "X")
        assert f"~/{name}-2.md" in reading.text
        await reading.press(*["backspace"] * len("-2.md"), *".md", "enter")
        assert "已存在，未覆盖" in reading.text
        await reading.press(*["backspace"] * len(".md"), *"-b.md", "enter")
        assert reading.has_panels
        assert reading.message == f"已保存到~/{name}-b.md"
    assert (tmp_path / f"{name}.md").read_text() == "mine"


async def test_a_failed_export_leaves_no_file_and_can_be_repeated(
    sample_store: Store, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with opened(
        sample_store, (120, 40), location=_PLAYERS, session=_session(path)
    ) as reading:
        await reading.press("m")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await reading.press("X", "enter")
        assert "磁盘空间不足" in reading.text
        assert list(tmp_path.glob("*medbrief-pins*")) == []
        await reading.press("enter")
        assert reading.message.startswith("已保存到")
    assert [file.stat().st_size > 0 for file in tmp_path.glob("*medbrief-pins*")] == [True]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_pin_sign_does_not_shift_names(
    sample_store: Store, size: tuple[int, int]
) -> None:
    rows = sample_store.rows("players", "zh")
    name = rows[1].cells[0]
    async with opened(sample_store, size, location=_PLAYERS) as reading:
        x, y = reading.find(name)
    session = UserSession()
    session.update(lambda _: UserState((Pin(rows[1].id),)))
    async with opened(sample_store, size, location=_PLAYERS, session=session) as reading:
        assert reading.find(name) == (x, y)
        assert f"*  {name}" in reading.lines[y]
        assert f"*  {rows[0].cells[0]}" not in reading.text
