"""Citations by number, and the passages behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import COMPARISON, TIMELINE, Location
from tui.app.browse.view_state import DigitUse
from tui.store import Store

_MARKET = Location("statistics", "consultation-market", panel="page")


@pytest.mark.parametrize(("number", "panel"), [(1, "page"), (1, "list"), (3, "page"), (4, "list")])
def test_a_digit_opens_the_citation_of_that_number(
    sample_store: Store, number: int, panel: str
) -> None:
    document = sample_store.document("consultation-market", "zh")
    assert document
    quote = next(quote for quote in document.quotes if quote.number == number)
    keyboard = Keyboard(sample_store, _MARKET._replace(panel=panel))
    keyboard.press(str(number))
    assert keyboard.location.record == quote.source
    assert f"引文 [{number}]" in keyboard.page
    assert quote.exact[:8] in keyboard.page
    keyboard.press("escape")
    assert keyboard.location.record == "consultation-market"


def test_a_digit_without_a_citation_is_ignored(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    before = keyboard.state.page
    keyboard.press("9")
    assert keyboard.state.page is before


def test_without_citations_a_digit_leads_to_the_tab_of_that_number(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("overview", panel="page"))
    sections = [name for name, _ in keyboard.state.sections.names]
    keyboard.press("4")
    assert (keyboard.location.section, keyboard.focus) == (sections[3], "list")
    keyboard.press("escape", "1")
    assert keyboard.message == "已在此处"


def test_a_digit_on_the_page_of_a_citation_leads_to_no_tab(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("1", "0")
    assert keyboard.location.citation == 1
    assert "引文[0]" in keyboard.message


@pytest.mark.parametrize(
    "location",
    [
        Location(TIMELINE, panel="page"),
        Location(COMPARISON, "changle-health,qinghe-health", panel="page"),
    ],
)
def test_generated_pages_have_citations(sample_store: Store, location: Location) -> None:
    keyboard = Keyboard(sample_store, location)
    keyboard.press("2")
    assert "引文 [2]" in keyboard.page
    assert keyboard.location.section == "sources"
    link = next(target for target in keyboard.targets if target.startswith(location.section))
    keyboard.follow(link)
    assert keyboard.location.page == location.page
    keyboard.press("escape", "escape")
    assert keyboard.location.page == location.page
    keyboard.press("w")
    assert "引文 [2]" in keyboard.page


def test_two_digits_open_one_citation(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location(TIMELINE, panel="page"))
    keyboard.press("1", "2")
    assert "引文 [12]" in keyboard.page
    keyboard.press("escape")
    assert keyboard.location.section == TIMELINE


def test_a_late_second_digit_starts_a_new_number(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((0.0, 5.0, 5.0, 9.0))
    monkeypatch.setattr("tui.app.browse.commands.number_opener.monotonic", lambda: next(times))
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("1", "2")
    assert keyboard.location.citation == 1  # the page of the source has no second citation


def test_the_passage_is_shown_where_the_original_is_available(
    sample_store: Store, sample_originals: Path
) -> None:
    keyboard = Keyboard(sample_store, _MARKET, originals=str(sample_originals))
    keyboard.press("1")
    assert "【" in keyboard.page
    assert "】" in keyboard.page
    assert "引用处" in keyboard.page


def test_without_originals_the_page_explains_how_to_provide_them(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("1")
    assert "引用的原文" in keyboard.page
    assert "--originals" in keyboard.page
    assert "【" not in keyboard.page


def test_a_changed_original_is_not_shown(sample_store: Store, tmp_path: Path) -> None:
    for source in sample_store.identities():
        if file := sample_store.source(source):
            (tmp_path / file.file).write_text("改过的原件", encoding="utf-8")
    keyboard = Keyboard(sample_store, _MARKET, originals=str(tmp_path))
    keyboard.press("1")
    assert "校验和不符" in keyboard.page
    assert "改过的原件" not in keyboard.page


def test_sections_from_the_tenth_on_are_opened_by_two_digits(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("policies"), width=80)
    sections = [name for name, _ in keyboard.state.sections.names]
    assert len(sections) > 10
    for last in ("0", "1"):
        keyboard.press("1", last)
        assert keyboard.location.section == sections[9 + int(last)]
        keyboard.press("escape")
        assert keyboard.location.section == "policies"
    keyboard.press("1", "escape", "1", "1")
    assert keyboard.location.section == sections[10]


def test_what_digits_open_is_said_where_they_do(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("overview", panel="page"))
    sections = keyboard.state.sections
    assert keyboard.state.key_bar.digits == DigitUse(sections=len(sections.names))
    assert sections.numbered
    keyboard = Keyboard(sample_store, _MARKET)
    assert keyboard.state.key_bar.digits == DigitUse(citations=6)
    assert not keyboard.state.sections.numbered
    keyboard.press("4")
    assert keyboard.state.key_bar.digits == DigitUse()
    keyboard.press("slash")
    assert keyboard.state.key_bar.digits == DigitUse()
    narrow = Keyboard(sample_store, _MARKET._replace(panel="list"), width=80)
    assert narrow.state.key_bar.digits.sections  # the page is not visible


@pytest.mark.parametrize("width", [80, 120])
def test_on_the_section_bar_a_digit_opens_a_section(sample_store: Store, width: int) -> None:
    keyboard = Keyboard(sample_store, _MARKET, width=width)
    keyboard.press("left", "left")
    assert keyboard.focus == "sections"
    sections = keyboard.state.sections
    assert sections.numbered
    assert keyboard.state.key_bar.digits == DigitUse(sections=len(sections.names))
    keyboard.press("3")
    assert keyboard.location.section == sections.names[2][0]
    assert not keyboard.location.citation


def test_on_the_bar_above_a_citation_a_digit_opens_a_section(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("1")
    assert keyboard.location.citation
    while keyboard.focus != "sections":
        keyboard.press("left")
    keyboard.press("3")
    assert keyboard.location.section == keyboard.state.sections.names[2][0]


@pytest.mark.parametrize("keys", ["99", "19", "44"])
def test_a_number_that_no_section_has_is_refused(sample_store: Store, keys: str) -> None:
    keyboard = Keyboard(sample_store, Location("overview", panel="page"), language="en")
    sections = [name for name, _ in keyboard.state.sections.names]
    keyboard.press(*keys)
    assert keyboard.message == f"there is no section {keys}"
    assert keyboard.location.section == sections[int(keys[0]) - 1]


def test_a_late_digit_after_a_section_starts_a_new_number(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((0.0, 5.0, 5.0))
    monkeypatch.setattr("tui.app.browse.commands.number_opener.monotonic", lambda: next(times))
    keyboard = Keyboard(sample_store, Location("overview", panel="page"), width=80)
    sections = [name for name, _ in keyboard.state.sections.names]
    keyboard.press("4", "5")
    assert keyboard.location.section == sections[4]
