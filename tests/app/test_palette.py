"""The command palette: typing, choosing, closing."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.browse.sources.list_source import ListSource
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.sources.palette_list import palette_list
from tui.app.browse.user_session import UserSession
from tui.app.keymap import Keymap
from tui.config import THEMES
from tui.store import Row, Store
from tui.text.language import Language


@pytest.mark.parametrize("key", ["colon", "p"])
async def test_the_palette_lists_commands_with_keys_and_sections(
    sample_store: Store, key: str
) -> None:
    async with opened(sample_store) as reading:
        await reading.press(key)
        rows = [line.strip(" │┃").split() for line in reading.lines]
        assert any(row[-2:] == ["搜索（首条结果上按↑：以前的查询）", "/"] for row in rows)
        texts = [reading.text]
        for _ in range(3):
            await reading.press("pagedown")
            texts.append(reading.text)
        assert any("到政策" in text for text in texts)
        assert all("下移" not in text for text in texts)  # commands that move a cursor are left out


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("yuyan", "Overview"),
        ("zc", "政策 1/"),
        ("qhjk", " 青禾健康 ─"),
        ("bangzhu", "此处可用的按键 ──"),
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
        assert "│ jkbq" in reading.text
        assert "没有找到“jkbq”" in reading.text
        await reading.press("backspace")
        assert "│ jkb " in reading.text


def _first(store: Store, query: str, language: Language = "en") -> Row:
    lists = ListSource(LocalizedBriefing(store, language), UserSession())
    return palette_list(lists, Keymap(), query).rows[0]


@pytest.mark.parametrize(
    ("query", "identity"),
    [
        ("briefs", "briefs"),
        ("stats", "statistics"),
        ("statistics", "statistics"),
        ("companies", "players"),
        ("Disputed", "disagreements"),
        ("compare", "open_comparison"),
        ("比较", "open_comparison"),
        ("copy", "copy"),
        ("cite", "copy"),
        ("复制", "copy"),
        ("引用", "copy"),
        ("theme", "auto"),
        ("换肤", "auto"),
        ("主题配色", "auto"),
        ("nord", "nord"),
        ("notice on trial", "policy-payment-2021"),
        ("关于线上问诊试行", "policy-payment-2021"),
        ("exprot", "export"),
        ("timelnie", "open_timeline"),
        *((quitting, "leave") for quitting in ("q", ":q", "q!", "wq", "x", "quit", "qu")),
        ("s", "change_order"),
        ("F", "choose_facets"),
        ("sor", "change_order"),
        ("langauge", "change_language"),
        ("insurance payment", "insurance-payment"),
        ("short brief", "market"),
        ("专题简报", "market"),
    ],
)
def test_names_on_screen_and_their_synonyms_come_first(
    sample_store: Store, query: str, identity: str
) -> None:
    assert _first(sample_store, query).id == identity


@pytest.mark.parametrize("section", ["tab", "title"])
def test_every_tab_and_section_is_found_by_its_name(sample_store: Store, section: str) -> None:
    for each in sample_store.sections():
        for name in getattr(each, section):
            assert _first(sample_store, name).id == each.id, name


def test_a_theme_query_lists_every_theme(sample_store: Store) -> None:
    lists = ListSource(LocalizedBriefing(sample_store, "en"), UserSession())
    rows = palette_list(lists, Keymap(), "theme").rows
    assert [row.id for row in rows[: len(THEMES)]] == list(THEMES)
    assert [bool(row.cells[1]) for row in rows[: len(THEMES)]] == [
        True,
        *[False] * (len(THEMES) - 1),
    ]


@pytest.mark.parametrize("query", ["brief insur", "brief pharm", "short mark"])
def test_words_that_begin_words_come_before_letters_within_them(
    sample_store: Store, query: str
) -> None:
    row = _first(sample_store, query)
    words = row.title.en.lower().replace(":", "").split()
    assert all(any(each.startswith(word) for each in words) for word in query.split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_record_has_its_kind_beside_it(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, "en") as reading:
        await reading.press("colon", *"online")
        lists = ListSource(LocalizedBriefing(sample_store, "en"), UserSession())
        rows = palette_list(lists, Keymap(), "online").rows
        assert len(rows) > 3
        lines = reading.text.splitlines()
        for row in rows[:8]:
            shown = [line for line in lines if row.cells[0][:20] in line]
            assert any(row.cells[1] in line for line in shown), row


async def test_the_theme_under_the_cursor_is_shown_and_escape_restores_the_other(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        before = reading.app.theme
        await reading.press("p", *"theme", *["down"] * 4)
        assert reading.app.theme.startswith("nord")
        await reading.press("escape")
        assert reading.app.theme == before
        await reading.press("p", *"theme", *["down"] * 4, "enter")
        assert reading.app.theme.startswith("nord")
        assert reading.app.controller.theme == "nord"


async def test_commands_without_effect_come_last(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("p")
        assert "go forward" not in reading.text
        assert re.search(r"▌ +search \(↑ at the top: earlier queries\) +/ ", reading.text)
        await reading.press(*["pagedown"] * 4)
        assert "go forward" in reading.text
        await reading.press("escape", "T", "escape", "p")
        assert "go forward" in reading.text  # now there is a page to go forward to


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("keys", [("p",), ("F",), ("S",), ("question_mark",)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_dialog_says_how_to_close_it(
    sample_store: Store, language: Language, keys: tuple[str, ...], width: int
) -> None:
    location = Location("policies")
    async with opened(sample_store, (width, 12), language, location=location) as reading:
        await reading.press(*keys)
        assert not reading.has_panels
        assert any("Esc" in line for line in reading.lines[:-1])


@pytest.mark.parametrize("panel", ["list", "page"])
async def test_a_key_lists_the_subjects_from_that_of_the_record_on(
    sample_store: Store, panel: str
) -> None:
    location = Location("policies", "policy-payment-2021", panel=panel)
    async with opened(sample_store, (120, 40), "en", location=location) as reading:
        assert ("B briefs" in reading.lines[-1]) == (panel == "list")
        await reading.press("B")
        assert reading.text.count("Short brief") == 1  # the title says what is listed
        assert "│ ▌  Insurance payment " in reading.text
        assert "│    Market " in reading.text
        await reading.type("market")
        await reading.press("enter")
        assert reading.app.controller.location.page == "subject:market"
        await reading.press("escape")
        assert reading.app.controller.location.record == "policy-payment-2021"


async def test_the_short_brief_of_a_subject_opens(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("p", *"short brief", "enter")
        assert reading.app.controller.location == Location("subject", "market", panel="page")
        assert "Market" in reading.text
        await reading.press("S")
        assert "Short brief: Market" in reading.text
