"""Copy, pin, note and export records."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.effects import AskForLine, CopyText, ShowCopiedText
from tui.app.browse.location import PINS, SEARCH, Location
from tui.app.browse.user_session import UserSession
from tui.config import Config
from tui.document.gloss import in_quotation_marks
from tui.export.clipboard import figure_clip
from tui.render.line_wrap import plain
from tui.state import Pin, StateFile
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_MARKET = Location("statistics", "consultation-market", panel="page")
_PLAYERS = Location("players")
_OSC52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "state.json")


def _session(path: str, **changes: object) -> UserSession:
    """The session of a user who has seen the first hint."""
    StateFile(path).change(lambda state: state._replace(**changes))  # type: ignore[arg-type]
    return UserSession(StateFile(path))


# -- copying


def _copied(keyboard: Keyboard) -> str:
    keyboard.press("y")
    found = _OSC52.match(keyboard.effect(CopyText).sequence)
    assert found
    return b64decode(found[1]).decode()


@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        ("zh", "线上问诊市场规模，2022年：100亿元（已公布） —— “2022年增至100亿元”"),
        ("en", "Online-consultation market size, 2022: CNY 10 billion (reported)"),
    ],
)
def test_copy_on_a_page_takes_its_main_answer(
    sample_store: Store, language: Language, beginning: str
) -> None:
    text = _copied(Keyboard(sample_store, _MARKET, language=language))
    assert text.startswith(beginning)
    own, _, others = text.partition("另一来源：" if language == "zh" else "Other sources: ")
    assert "“2022年增至100亿元”" in own
    assert "herald.example" in own
    assert "130亿元" in others or "CNY 13 billion" in others
    assert text.endswith("[medbrief consultation-market@2022]")


def test_copy_in_a_list_takes_the_record_under_the_cursor(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("statistics"))
    keyboard.press("down")
    assert _copied(keyboard).startswith(keyboard.rows[1].title.zh)


@pytest.mark.parametrize("language", LANGUAGES)
def test_copy_in_a_list_takes_what_it_takes_on_the_page_beside_it(
    sample_store: Store, language: Language
) -> None:
    for section in ("players", "policies", "statistics", "themes"):
        keyboard = Keyboard(sample_store, Location(section), language=language)
        for row in keyboard.rows:
            on_page = Location(section, row.id, panel="page")
            page = Keyboard(sample_store, on_page, language=language)
            number = keyboard.rows.index(row)
            keyboard.apply(keyboard.controller.row_moved(number, keyboard.positions()))
            assert _copied(keyboard) == _copied(page), row.id
    keyboard = Keyboard(sample_store, _PLAYERS, language="en")
    keyboard.press("y")
    assert "8.5 million" in keyboard.message
    assert "No figure" not in keyboard.message


def test_copy_in_search_results_takes_the_matching_fact(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location(SEARCH, panel="search"))
    keyboard.type("线上问诊市场规模2021")
    assert "2021年：80亿元" in _copied(_on_list(keyboard))


def _on_list(keyboard: Keyboard) -> Keyboard:
    keyboard.press("tab", "left")
    return keyboard


def test_copy_of_a_citation_of_one_figure_takes_that_figure(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    entry = next(e for e in sample_store.answers(_MARKET.record) if e.fact.endswith("@2025"))
    (quote,) = (
        quote
        for quote in keyboard.state.page.document.quotes
        if quote.exact == entry.citations[0]["exact"]
    )
    keyboard.link = keyboard.targets.index(f"cite:{quote.number}")
    assert _copied(keyboard).endswith("[medbrief consultation-market@2025]")


def test_copy_on_a_citation_page_takes_the_figure_with_its_quote(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("g", "1")
    text = _copied(keyboard)
    assert text.startswith("线上问诊市场规模，2022年：100亿元")
    assert "“2022年增至100亿元”" in text
    assert text.endswith("[medbrief consultation-market@2022]")


def test_copy_on_a_citation_page_takes_the_quote_where_it_is_of_several_facts(
    sample_store: Store,
) -> None:
    location = Location("players", "changle-health", panel="page")
    keyboard = Keyboard(sample_store, location)
    (quote,) = (each for each in keyboard.state.page.document.quotes if "4,000万" in each.exact)
    keyboard.press("g", *str(quote.number))
    text = _copied(keyboard)
    assert text.startswith(f"“{quote.exact}”")
    assert text.endswith("[medbrief changle-health]")


def test_a_copied_event_names_the_company_once(sample_store: Store) -> None:
    for entry in sample_store.answers("changle-health"):
        text = figure_clip(sample_store, entry, "en")
        assert not text.startswith("Changle Health, Changle Health")


def test_copy_on_the_overview_needs_a_selected_link(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press("y")
    assert keyboard.message.startswith("这一页没有可复制的数字")
    keyboard.press("tab")
    assert "[medbrief " in _copied(keyboard)


def test_copy_of_a_record_without_a_figure_says_so(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("policies", "policy-payment-2021", panel="page"))
    keyboard.press("y")
    assert keyboard.message.startswith("没有数字，已复制内容：")
    keyboard.press("y")
    copied = keyboard.effect(ShowCopiedText)
    assert copied.title.startswith("这里没有数字")
    assert "[medbrief " in copied.text


def test_the_notice_names_what_was_copied_and_the_key_again_shows_it(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET, language="en")
    text = _copied(keyboard)
    assert keyboard.message == (
        "Copied: 2022: CNY 10 billion (reported) · Online-consultation market size "
        "(y again shows it)"
    )
    keyboard.press("y")
    shown = keyboard.effect(ShowCopiedText)
    assert (shown.text, shown.sequence[:7]) == (text, "\x1b]52;c;")
    assert text == _copied(keyboard)  # shown once


def test_copy_in_a_table_takes_the_figure_of_the_row(sample_store: Store) -> None:
    """Words that state a figure and describe a service: the row says which is meant."""
    location = Location("players", "changle-health", panel="page")
    keyboard = Keyboard(sample_store, location, width=160)
    links = [
        number
        for number, link in enumerate(keyboard.links)
        if "4,000万" in plain(keyboard.lines[link.line]) and link.target.startswith("cite:")
    ]
    keyboard.link = links[-1]  # in the table
    assert _copied(keyboard).endswith("[medbrief changle-health.skus@2022-09]")


def test_the_config_sets_the_form_of_what_is_copied(sample_store: Store) -> None:
    for form, beginning, end in (
        ("markdown", "线上问诊市场规模，2022年：100亿元", "`medbrief consultation-market@2022`\n"),
        ("html", "<figure><p>线上问诊市场规模，2022年：100亿元", "</footer></figure>\n"),
    ):
        session = UserSession(config=Config("", copy_form=form))
        keyboard = Keyboard(sample_store, _MARKET, session=session)
        text = _copied(keyboard)
        assert text.startswith(beginning)
        assert text.endswith(end)
        if form == "markdown":
            assert "[^consultation-market-2022]\n\n[^consultation-market-2022]: " in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_copied_with_its_evidence(sample_store: Store, language: Language) -> None:
    for identity in sample_store.identities():
        for entry in sample_store.answers(identity):
            text = figure_clip(sample_store, entry, language)
            assert "\n" not in text
            assert entry.answer.of(language) in text
            assert text.endswith(f"[medbrief {entry.fact or entry.id}]")
            for citation in entry.citations:
                assert in_quotation_marks(citation["exact"]) in text
                assert (citation["url"] or "") in text


# -- pins and notes


def test_a_pin_is_shown_in_lists_and_in_the_title(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("m")
    assert keyboard.message == "已收藏"
    assert keyboard.state.list.pinned == (keyboard.rows[0].id,)
    assert keyboard.state.title.details == "*已收藏"
    keyboard.press("down")
    assert keyboard.state.title.details == ""
    keyboard.press("up", "m")
    assert keyboard.message.startswith("已取消收藏")
    assert keyboard.state.list.pinned == ()


def test_a_note_is_shown_above_the_page_and_is_kept_after_unpinning(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("e")
    keyboard.enter_line("回头再核")
    assert "你的笔记：回头再核" in keyboard.page
    keyboard.press("m")
    assert "你的笔记" not in keyboard.page
    keyboard.press("m")
    assert "你的笔记：回头再核" in keyboard.page
    keyboard.press("e")
    assert keyboard.effect(AskForLine).text == "回头再核"


def test_pins_are_listed_and_open_their_records(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("M")
    assert "还没有收藏。在任意记录上按m收藏" in keyboard.page
    keyboard.press("escape", "m", "o", "M")
    assert keyboard.position == "收藏 1/1"
    keyboard.press("enter")
    assert keyboard.position.startswith("企业与机构 1/")
    keyboard.press("escape")
    assert keyboard.position == "收藏 1/1"


def test_a_removed_pin_stays_listed_until_the_list_is_closed(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("m", "down", "m", "down", "m", "M", "down")
    state = keyboard.controller.session.state
    pins = [pin.id for pin in state.pins]
    keyboard.press("m")
    assert [pin.id for pin in keyboard.controller.session.state.pins] == [pins[0], pins[2]]
    assert keyboard.position == "收藏 2/3"
    keyboard.press("m")
    assert {pin.id for pin in keyboard.controller.session.state.pins} == set(pins)
    keyboard.press("m", "o", "M")
    assert keyboard.position.endswith("/2")


@pytest.mark.parametrize("key", ["m", "e"])
def test_without_a_record_nothing_is_pinned(sample_store: Store, key: str) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press(key)
    assert keyboard.message == "请先选中一条记录"
    assert not keyboard.controller.session.state.pins


def test_on_the_overview_the_selected_record_is_pinned(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press("tab", "m")
    record = keyboard.targets[0].removeprefix("record:")
    assert [pin.id for pin in keyboard.controller.session.state.pins] == [record]


def test_a_pin_of_a_merged_dispute_leads_to_the_other_one(sample_store: Store, path: str) -> None:
    session = _session(path, pins=(Pin("disagreement-claim-yunshan-largest", "why?"),))
    keyboard = Keyboard(sample_store, Location(PINS), session=session, language="en")
    assert keyboard.rows[0].cells[0] == "Is Qinghe Health the largest?"
    keyboard.press("enter")
    assert "Yunshan Doctor says the same of itself." in keyboard.page
    keyboard.press("escape", "m")
    assert not StateFile(path).state.pins


def test_a_pin_of_a_removed_record_can_be_removed(sample_store: Store, path: str) -> None:
    session = _session(path, pins=(Pin("gone-for-good", "why?"),))
    keyboard = Keyboard(sample_store, Location(PINS), session=session)
    assert keyboard.rows[0].cells == ("gone-for-good", "本期简报里已没有这一条", "why?")
    keyboard.press("enter", "escape", "m")
    assert not StateFile(path).state.pins


# -- the pins as a file


def test_pins_are_exported_to_a_new_file(
    sample_store: Store, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    name = f"medbrief-pins-{date.today().isoformat()}"
    (tmp_path / f"{name}.md").write_text("mine")
    keyboard = Keyboard(sample_store, _PLAYERS, session=_session(path))
    keyboard.press("X")
    assert keyboard.message.startswith("还没有收藏")
    keyboard.press("e")
    keyboard.enter_line("回头再核")
    keyboard.press("X")
    assert keyboard.effect(AskForLine).text == f"~/{name}-2.md"
    assert "已存在，未覆盖" in keyboard.enter_line(f"~/{name}.md")
    assert keyboard.enter_line(f"~/{name}-b.md") == ""
    assert keyboard.message == f"已保存到~/{name}-b.md"
    assert (tmp_path / f"{name}.md").read_text() == "mine"
    text = (tmp_path / f"{name}-b.md").read_text()
    assert "**读者自己的笔记，没有出处**：回头再核" in text


@pytest.mark.parametrize("name", ["", "no-such-folder/pins.md", "nul\0.md"])
def test_a_file_that_cannot_be_written_is_refused(
    sample_store: Store, path: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keyboard = Keyboard(sample_store, _PLAYERS, session=_session(path))
    keyboard.press("m", "X")
    assert keyboard.enter_line(name).startswith("无法写入")


def test_a_session_without_state_file_writes_no_files(
    sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("m", "X")
    assert keyboard.effect(ShowCopiedText).title == "已发送到终端剪贴板"
    assert list(tmp_path.iterdir()) == []


def test_pins_that_cannot_be_saved_are_reported_once(sample_store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    session = UserSession(StateFile(str(tmp_path / "file" / "state.json")))
    session.update(lambda state: state._replace(language="en"))
    keyboard = Keyboard(sample_store, _PLAYERS, session=session, language="en")
    assert keyboard.message.startswith("pins cannot be saved")
    keyboard.press("m")
    assert keyboard.message == "pinned"
