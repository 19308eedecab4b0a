"""What a session remembers and reports: location, theme, messages, edited content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.effects import Leave, OpenHelp, OpenPalette, OpenProblems, UseTheme
from tui.app.browse.location import OVERVIEW, SEARCH, ListQuery, Location
from tui.app.browse.sources.palette_list import palette_list
from tui.app.browse.user_session import UserSession
from tui.config import THEMES, Config
from tui.config.config_parser import parse_config
from tui.diagnostics import Problem
from tui.state import StateFile
from tui.store import Store, open_store
from tui.text.language import Language, Wording

_PROBLEM = Problem("a.toml", 3, 1, "L001", Wording("坏", "bad"), Wording("改", "fix it"))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "state.json")


def _session(path: str, **changes: object) -> UserSession:
    """The session of a user who has seen the first hint."""
    StateFile(path).change(lambda state: state._replace(**changes))  # type: ignore[arg-type]
    return UserSession(StateFile(path))


# -- the last location


@pytest.mark.parametrize(
    "location",
    [
        Location("timeline", panel="page", list_query=ListQuery(facets=(("type", ("launch",)),))),
        Location("players", panel="list", list_query=ListQuery("name")),
        Location("players", panel="page", line=2),
        Location(SEARCH, query="qinghe", panel="search"),
    ],
)
def test_the_next_session_starts_at_the_saved_location(
    sample_store: Store, path: str, location: Location
) -> None:
    UserSession(StateFile(path)).save_location(location, "en")
    restored = UserSession(StateFile(path)).last_location(sample_store)
    assert restored is not None
    assert restored[0] == location


def test_pins_language_and_location_are_saved(sample_store: Store, path: str) -> None:
    keyboard = Keyboard(sample_store, session=_session(path))
    keyboard.press("left", "right", "right", "down", "down", "enter", "m", "L")
    keyboard.controller.save_location(keyboard.positions())
    session = UserSession(StateFile(path))
    assert session.state.language == "en"
    assert len(session.state.pins) == 1
    again = Keyboard(sample_store, session=session)
    assert again.message.startswith("已回到上次的位置")
    assert again.location.record == keyboard.location.record
    again.press("o")
    assert again.message == ""


def test_a_saved_location_at_a_merged_dispute_is_the_other_one(
    sample_store: Store, path: str
) -> None:
    place = Location("disagreements", "disagreement-claim-yunshan-largest", panel="page")
    keyboard = Keyboard(sample_store, session=_session(path, place=place.to_fields()))
    assert keyboard.message.startswith("已回到上次的位置")
    assert keyboard.location.record == "disagreement-claim-qinghe-largest"
    assert keyboard.position.startswith("分歧 6/6")


def test_back_from_the_saved_location_goes_to_the_overview(sample_store: Store, path: str) -> None:
    session = _session(path, place=Location("players").to_fields())
    keyboard = Keyboard(sample_store, session=session)
    assert keyboard.position.startswith("企业与机构 1/")
    keyboard.press("escape")
    assert keyboard.position == "概览"


@pytest.mark.parametrize(
    "fields",
    [
        {"section": "players", "record": "gone-for-good", "panel": "page", "line": 900},
        {"section": "no-such-section", "record": "gone-for-good"},
        {"section": "players", "record": "", "line": -5, "link": 10**6, "panel": "no-such-panel"},
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
def test_an_invalid_saved_location_keeps_the_app_usable(
    sample_store: Store, path: str, fields: dict[str, str | int]
) -> None:
    keyboard = Keyboard(sample_store, session=_session(path, place=fields))
    if str(fields.get("record", "")).startswith("gone"):
        assert keyboard.message.startswith("上次的记录已不在本期")
    keyboard.press("o", "down")
    assert keyboard.position == "概览"


def test_the_config_can_start_at_the_overview(sample_store: Store, path: str) -> None:
    _session(path, place=Location("players").to_fields())
    session = UserSession(StateFile(path), Config("", start=OVERVIEW))
    assert Keyboard(sample_store, session=session).position == "概览"


# -- messages


def test_the_first_start_leaves_the_key_bar_as_it_is(sample_store: Store, path: str) -> None:
    assert Keyboard(sample_store, session=UserSession(StateFile(path))).message == ""


def test_a_damaged_state_file_is_reported_once(sample_store: Store, path: str) -> None:
    Path(path).parent.mkdir()
    Path(path).write_text("{")
    session = UserSession(StateFile(path))
    keyboard = Keyboard(sample_store, Location("players"), session=session, language="en")
    assert "state.json.damaged" in keyboard.message
    keyboard.press("m")
    assert keyboard.message == "pinned"


def test_errors_in_the_config_are_reported(sample_store: Store) -> None:
    toml = b'langage = "zh"\n[keys]\nopen_help = "f1"'
    config = parse_config("config.toml", toml, {"open_help": ("?",)})
    keyboard = Keyboard(sample_store, session=UserSession(None, config))
    assert keyboard.message.startswith("设置文件有2处错误")


# -- effects


def test_the_theme_changes_and_is_saved(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    controller = keyboard.controller
    keyboard.press("C")
    assert keyboard.effect(OpenPalette).only == "theme"
    rows = palette_list(controller.lists, controller.session.keymap, "", only="theme").rows
    assert [row.id for row in rows] == [*THEMES]
    for row in rows:
        keyboard.apply(controller.palette_chosen(row, keyboard.positions()))
        assert keyboard.effect(UseTheme).theme == row.id
        assert keyboard.message.startswith("配色")
        assert controller.session.state.theme == row.id


def test_no_color_outranks_the_theme_of_another_day_but_not_the_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = StateFile(str(tmp_path / "state.json"))
    file.change(lambda state: state._replace(theme="light"))
    assert UserSession(file).theme == "light"
    monkeypatch.setenv("NO_COLOR", "1")
    assert UserSession(file).theme == ""
    assert UserSession(file, Config("", theme="dark")).theme == "dark"


@pytest.mark.parametrize(
    ("key", "kind"),
    [("q", Leave), ("ctrl+c", Leave), ("question_mark", OpenHelp), ("p", OpenPalette)],
)
def test_a_key_triggers_its_effect_once(
    sample_store: Store, key: str, kind: type[Leave] | type[OpenHelp] | type[OpenPalette]
) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press(key)
    assert isinstance(keyboard.state.effect, kind)
    keyboard.press("down")
    keyboard.press("o")
    assert keyboard.state.effect is None


# -- the palette


@pytest.mark.parametrize(
    ("typed", "language", "position"),
    [
        ("yuyan", "zh", "Overview"),
        ("language", "en", "概览"),
        ("zhengce", "zh", "政策 1/"),
        ("zc", "zh", "政策 1/"),
        ("polic", "en", "Policies 1/"),
        ("qhjk", "zh", "企业与机构 "),
        ("长乐健康", "zh", "企业与机构 "),
        ("timeline", "en", "Timeline"),
    ],
)
def test_the_palette_runs_or_opens_the_first_match(
    sample_store: Store, typed: str, language: Language, position: str
) -> None:
    keyboard = Keyboard(sample_store, language=language)
    controller = keyboard.controller
    entries = palette_list(controller.lists, controller.session.keymap, typed)
    keyboard.apply(controller.palette_chosen(entries.rows[0], keyboard.positions()))
    assert keyboard.position.startswith(position)


def test_the_palette_lists_commands_with_keys_then_sections(sample_store: Store) -> None:
    controller = Keyboard(sample_store).controller
    cells = [
        row.cells for row in palette_list(controller.lists, controller.session.keymap, "").rows
    ]
    assert ("搜索（首条结果上按↑：以前的查询）", "/") in cells
    assert ("到政策", "4") in cells
    assert not any(cell[0] == "下移" for cell in cells)  # cursor keys are not listed


# -- content that is being edited


def test_problems_are_shown_and_closed(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.apply(keyboard.controller.problems_found([_PROBLEM], keyboard.positions()))
    assert keyboard.state.notice
    assert keyboard.state.notice.text.en == "1 error: a.toml:3:1 bad"
    keyboard.press("E")
    assert list(keyboard.effect(OpenProblems).problems) == [_PROBLEM]
    keyboard.press("H")
    assert keyboard.state.notice is None
    keyboard.apply(keyboard.controller.problems_found([_PROBLEM], keyboard.positions()))
    keyboard.apply(keyboard.controller.problems_found([], keyboard.positions()))
    assert keyboard.state.notice is None


def test_a_finding_of_a_rule_is_not_called_an_error(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    finding = _PROBLEM._replace(code="T702")
    keyboard.apply(keyboard.controller.problems_found([finding], keyboard.positions()))
    assert keyboard.state.notice
    assert keyboard.state.notice.text.en == "1 finding: a.toml:3:1 bad"


@pytest.mark.slow
def test_an_edit_is_shown_at_the_same_location(
    environment: Mapping[str, str], sample_copy: Path
) -> None:
    with open_store(str(sample_copy), environment) as store:
        keyboard = Keyboard(store, Location("players", "qinghe-health", panel="page"))
        file = sample_copy / "players" / "qinghe-health.toml"
        text = file.read_text(encoding="utf-8")
        assert "青禾健康" in text
        file.write_text(text.replace('zh = "青禾健康"', 'zh = "改名健康"', 1), encoding="utf-8")
        newer = open_store(str(sample_copy), environment)
        keyboard.apply(keyboard.controller.content_changed(newer, keyboard.positions()))
        assert keyboard.location.record == "qinghe-health"
        assert keyboard.state.page.keep_position
        assert keyboard.state.page.document.title.startswith("改名健康")
        assert "改名健康" in [row.cells[0] for row in keyboard.rows]


@pytest.mark.slow
def test_a_removed_record_is_replaced_by_the_adjacent_one(
    environment: Mapping[str, str], sample_copy: Path
) -> None:
    gap = (sample_copy / "gaps" / "gap-quality.toml").read_text(encoding="utf-8")
    copy = sample_copy / "gaps" / "gap-a-copy.toml"
    copy.write_text(gap.replace('"gap-quality"', '"gap-a-copy"'), encoding="utf-8")
    with open_store(str(sample_copy), environment) as store:
        keyboard = Keyboard(store, Location("gaps", "gap-a-copy"))
        ids = [row.id for row in keyboard.rows if row.id != "gap-a-copy"]
        neighbor = ids[min(keyboard.state.list.cursor, len(ids) - 1)]
        copy.unlink()
        newer = open_store(str(sample_copy), environment)
        keyboard.apply(keyboard.controller.content_changed(newer, keyboard.positions()))
        assert keyboard.location.record == neighbor
        assert keyboard.message == "gap-a-copy已从内容中删除"
