"""What a reader keeps: pins, notes, the last place, a briefing of their own."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, PINS, SEARCH, ListQuery, Location
from tui.app.browse.user_session import UserSession
from tui.config import Config
from tui.state import Pin, StateFile, UserState
from tui.store import Store

_PLAYERS = Location("players")
_WHERE_YOU_WERE = "这是上次看到的地方"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "state.json")


def _greeted(path: str, **changes: object) -> UserSession:
    """The state of somebody who was here before."""
    StateFile(path).change(lambda state: state._replace(greeted=True, **changes))  # type: ignore[arg-type]
    return UserSession(StateFile(path))


async def test_a_pin_is_marked_in_lists_and_on_its_page(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), place=_PLAYERS) as reading:
        before = reading.lines[1]
        await reading.press("m")
        assert reading.said == "已收藏"
        assert "›* " in reading.text
        assert "*已收藏" in reading.lines[0]
        await reading.press("down")
        assert "已收藏" not in reading.lines[0]
        await reading.press("up", "m")
        assert reading.said.startswith("已取消收藏")
        assert reading.lines[1] == before


async def test_a_note_stands_at_the_head_of_the_page_and_outlives_the_pin(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), place=_PLAYERS) as reading:
        await reading.press("e")
        await reading.type("回头再核")
        await reading.press("enter")
        assert "你的笔记：回头再核" in reading.text
        await reading.press("m")
        assert "你的笔记" not in reading.text
        await reading.press("m")
        assert "你的笔记：回头再核" in reading.text
        await reading.press("e")
        assert "回头再核" in reading.text  # to be gone on with
        await reading.press("escape")
        assert "你的笔记：回头再核" in reading.text


async def test_keys_are_letters_while_a_note_is_typed(sample_store: Store) -> None:
    async with opened(sample_store, place=_PLAYERS) as reading:
        await reading.press("e")
        await reading.type("quit, l, m? [b]x[/b]")
        await reading.press("enter")
        assert reading.has_panels
        assert reading.app.controller.session.state.pins[0].note == "quit, l, m? [b]x[/b]"


async def test_the_pins_are_listed_and_lead_to_their_records(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), place=_PLAYERS) as reading:
        await reading.press("M")
        assert "还没有收藏。在任何条目上按m收藏" in reading.text
        await reading.press("escape", "m", "o", "M")
        assert reading.place.endswith("收藏 1/1")
        name = reading.app.controller.lists.briefing.store.rows("players", "zh")[0].cells[0]
        assert name in reading.text
        await reading.press("enter")
        assert "参与者 1/" in reading.place
        await reading.press("escape")
        assert reading.place.endswith("收藏 1/1")


async def test_a_pin_taken_off_by_mistake_is_brought_back_in_the_list(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), place=_PLAYERS) as reading:
        await reading.press("m", "down", "m", "down", "m", "M", "down")
        pins = [pin.id for pin in reading.app.controller.session.state.pins]
        await reading.press("m")
        assert [pin.id for pin in reading.app.controller.session.state.pins] == [pins[0], pins[2]]
        assert reading.place.endswith("收藏 2/3")
        await reading.press("m")
        assert {pin.id for pin in reading.app.controller.session.state.pins} == set(pins)
        await reading.press("m", "o", "M")
        assert "/2" in reading.place


async def test_where_there_is_no_record_nothing_is_pinned(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        for key in ("m", "e"):
            await reading.press(key)
            assert reading.said == "先选定一条记录"
        assert not reading.app.controller.session.state.pins


async def test_a_pin_whose_record_has_gone_is_said_to_be_and_can_be_taken_off(
    sample_store: Store, path: str
) -> None:
    keeping = _greeted(path, pins=(Pin("gone-for-good", "why?"),))
    async with opened(sample_store, (120, 40), place=Location(PINS), keeping=keeping) as reading:
        assert "gone-for-good" in reading.text
        assert "本期简报里已没有这一条" in reading.text
        await reading.press("enter", "escape", "m")
        assert not StateFile(path).state.pins


async def test_what_was_kept_is_there_next_time(sample_store: Store, path: str) -> None:
    async with opened(sample_store, keeping=_greeted(path)) as reading:
        await reading.press("left", "right", "right", "down", "enter", "m", "l", "q")
    keeping = UserSession(StateFile(path))
    assert keeping.state.language == "en"
    assert len(keeping.state.pins) == 1
    async with opened(sample_store, keeping=keeping) as reading:
        assert reading.said.startswith(_WHERE_YOU_WERE)
        assert "*" in reading.lines[0]
        assert (
            reading.app.controller.lists.briefing.store.row(keeping.state.pins[0].id, "zh").title.zh
            in reading.text
        )  # type: ignore[union-attr]
        await reading.press("o")
        assert reading.place == "概览"
        assert not reading.said.startswith(_WHERE_YOU_WERE)


async def test_from_the_last_place_back_leads_to_the_overview(
    sample_store: Store, path: str
) -> None:
    keeping = _greeted(path, place=Location("players", panel="list")._asdict())
    async with opened(sample_store, keeping=keeping) as reading:
        assert "参与者 1/" in reading.place
        await reading.press("escape")
        assert reading.place == "概览"


async def test_a_search_is_taken_up_again(sample_store: Store, path: str) -> None:
    keeping = _greeted(path, place=Location(SEARCH, query="health", panel="search")._asdict())
    async with opened(sample_store, keeping=keeping) as reading:
        assert "搜索结果 1/" in reading.place
        await reading.type("zzzz")
        assert "没有找到" in reading.text


@pytest.mark.parametrize(
    "place",
    [
        {"section": "players", "record": "gone-for-good", "panel": "page", "line": 900},
        {"section": "no-such-section", "record": "gone-for-good"},
        {"section": "players", "record": "", "line": -5, "link": 10**6, "panel": "nowhere"},
        {"section": "sources", "record": "gone", "cited_by": "gone", "citation": 7},
        {"section": SEARCH, "query": "x" * 5000, "line": "many"},
        {"section": 7},
        {"section": "compare", "record": "gone,gone-too"},
        {"section": "timeline", "facets": "type=nothing;year=never;;=,"},
        {"section": "players", "order": "value"},
        {"section": "players", "order": "nonsense"},
        {"record": "nothing else"},
        {},
    ],
)
async def test_a_last_place_that_is_no_more_is_no_trouble(
    sample_store: Store, path: str, place: dict[str, str | int]
) -> None:
    async with opened(sample_store, keeping=_greeted(path, place=place)) as reading:
        if str(place.get("record", "")).startswith("gone"):
            assert reading.said.startswith("上次看的条目本期已没有")
        await reading.press("down", "o", "down")
        assert reading.place == "概览"


@pytest.mark.parametrize(
    "place",
    [
        Location("timeline", panel="page", list_query=ListQuery(facets=(("type", ("launch",)),))),
        Location("players", panel="list", list_query=ListQuery("name")),
        Location("players", panel="page", line=2),
    ],
)
def test_places_of_every_kind_come_back(sample_store: Store, path: str, place: Location) -> None:
    UserSession(StateFile(path)).save_location(place, "en")
    restored = UserSession(StateFile(path)).last_location(sample_store)
    assert restored is not None
    assert restored[0] == place


async def test_who_wants_to_start_at_the_overview_does(sample_store: Store, path: str) -> None:
    _greeted(path, place=Location("players")._asdict())
    keeping = UserSession(StateFile(path), Config("", start=OVERVIEW))
    async with opened(sample_store, keeping=keeping) as reading:
        assert reading.place == "概览"


async def test_the_first_hint_is_given_once_and_goes_with_the_first_key(
    sample_store: Store, path: str
) -> None:
    async with opened(sample_store, keeping=UserSession(StateFile(path))) as reading:
        assert "/搜索" in reading.said
        assert "?帮助" in reading.said
        await reading.press("down")
        assert reading.said.startswith("回车 打开")
    async with opened(sample_store, keeping=UserSession(StateFile(path))) as reading:
        assert reading.said.startswith("回车 打开")


async def test_a_damaged_file_is_said_once_in_one_line(sample_store: Store, path: str) -> None:
    Path(path).parent.mkdir()
    Path(path).write_text("{")
    async with opened(
        sample_store, (80, 24), "en", keeping=UserSession(StateFile(path))
    ) as reading:
        assert "state.json.damaged" in reading.said
        await reading.press("left", "right", "m")
        assert reading.said == "pinned"


async def test_pins_that_cannot_be_saved_are_said_to_be_once(
    sample_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    keeping = UserSession(StateFile(str(tmp_path / "file" / "state.json")))
    keeping.update(lambda state: state._replace(greeted=True))
    async with opened(sample_store, (80, 24), "en", place=_PLAYERS, keeping=keeping) as reading:
        assert reading.said.startswith("pins cannot be saved")
        await reading.press("m")
        assert reading.said == "pinned"
        await reading.press("q")


async def test_mistakes_in_the_config_are_announced_and_keys_stay(sample_store: Store) -> None:
    from tui.config.parser import parse_config

    config = parse_config(
        "config.toml", b'langage = "zh"\n[keys]\nopen_help = "f1"', {"open_help": ("?",)}
    )
    async with opened(sample_store, keeping=UserSession(None, config)) as reading:
        assert reading.said.startswith("设置文件有2处错误")
        await reading.press("question_mark")
        assert not reading.has_panels


async def test_the_pins_become_a_file_that_overwrites_nothing(
    sample_store: Store, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    name = f"medbrief-pins-{date.today().isoformat()}"
    (tmp_path / f"{name}.md").write_text("mine")
    async with opened(sample_store, (120, 40), place=_PLAYERS, keeping=_greeted(path)) as reading:
        await reading.press("X")
        assert reading.said.startswith("还没有收藏")
        await reading.press("e")
        await reading.type("回头再核")
        await reading.press("enter", "X")
        assert f"~/{name}-2.md" in reading.text
        await reading.press(*["backspace"] * len("-2.md"), *".md", "enter")
        assert "已存在，没有改动" in reading.text
        await reading.press(*["backspace"] * len(".md"), *"-b.md", "enter")
        assert reading.has_panels
        assert reading.said == f"已存到{tmp_path}/{name}-b.md"
    assert (tmp_path / f"{name}.md").read_text() == "mine"
    text = (tmp_path / f"{name}-b.md").read_text()
    assert "**读者自己的笔记，没有出处**：回头再核" in text
    assert "[^1]: “" in text


async def test_strangers_write_no_files(
    sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with opened(sample_store, (120, 40), place=_PLAYERS) as reading:
        await reading.press("m", "X")
        assert "已送往终端的剪贴板" in reading.text
        await reading.press("a")
        assert reading.has_panels
    assert os.listdir(tmp_path) == []  # noqa: PTH208


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_a_mark_takes_one_cell_more_at_every_size(
    sample_store: Store, size: tuple[int, int]
) -> None:
    keeping = UserSession()
    rows = sample_store.rows("players", "zh")
    keeping.update(lambda _: UserState(tuple(Pin(row.id) for row in rows)))
    async with opened(sample_store, size, place=_PLAYERS, keeping=keeping) as reading:
        assert (
            sum(
                " * " in line[:24] or "›* " in line[:24] or " *!" in line or "›*!" in line
                for line in reading.lines
            )
            >= 1
        )
        assert {len(strip.text) > 0 for strip in reading.strips} == {True}
