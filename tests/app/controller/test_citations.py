"""Citations by number, and the passages behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import COMPARISON, TIMELINE, Location
from tui.store import Store
from tui.text.language import Language

_MARKET = Location("statistics", "consultation-market", panel="page")


@pytest.mark.parametrize(("number", "panel"), [(1, "page"), (1, "list"), (3, "page"), (4, "list")])
def test_g_and_a_number_open_the_citation(sample_store: Store, number: int, panel: str) -> None:
    document = sample_store.document("consultation-market", "zh")
    assert document
    quote = next(quote for quote in document.quotes if quote.number == number)
    keyboard = Keyboard(sample_store, _MARKET._replace(panel=panel))
    keyboard.press("g", str(number))
    assert keyboard.location.record == quote.source
    assert f"引文 [{number}]" in keyboard.page
    assert quote.exact[:8] in keyboard.page
    keyboard.press("escape")
    assert keyboard.location.record == "consultation-market"


def test_a_number_without_a_citation_is_refused(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    before = keyboard.state.page
    keyboard.press("g", "9")
    assert keyboard.state.page is before
    assert keyboard.message == "这一页没有引文[9]"


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize(
    "location",
    [
        Location("overview", panel="page"),
        Location("players"),
        Location("players", "changle-health", panel="page"),
        _MARKET,
        _MARKET._replace(panel="list"),
        _MARKET._replace(panel="sections"),
        Location(TIMELINE, panel="page"),
        Location("sources", "herald-2023", "consultation-market", 1, panel="page"),
    ],
)
def test_a_digit_always_goes_to_a_section(
    sample_store: Store, location: Location, width: int
) -> None:
    keyboard = Keyboard(sample_store, location, width=width)
    sections, page = [name for name, _ in keyboard.state.sections.names], keyboard.location.page
    keyboard.press("4")
    assert (keyboard.location.section, keyboard.focus) == (sections[3], "list")
    assert not keyboard.location.citation
    keyboard.press("escape")
    assert keyboard.location.page == page


def test_the_digit_of_the_present_section_goes_to_its_list(sample_store: Store) -> None:
    for location in (_MARKET, _MARKET._replace(panel="sections")):
        keyboard = Keyboard(sample_store, location, width=80)
        number = [name for name, _ in keyboard.state.sections.names].index("statistics") + 1
        keyboard.press(str(number))
        assert (keyboard.focus, keyboard.location.record) == ("list", _MARKET.record)
        keyboard.press("o", "1")
        assert keyboard.message == "已在此处"


def test_from_the_page_of_a_citation_the_digit_of_sources_goes_to_their_list(
    sample_store: Store,
) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("g", "1")
    assert keyboard.location.citation == 1
    keyboard.press("down", "1", "0")
    assert keyboard.location == Location("sources", keyboard.location.record)
    keyboard.press("escape")
    assert keyboard.location.citation == 1


@pytest.mark.parametrize(
    "location",
    [
        Location(TIMELINE, panel="page"),
        Location(COMPARISON, "changle-health,qinghe-health", panel="page"),
    ],
)
def test_generated_pages_have_citations(sample_store: Store, location: Location) -> None:
    keyboard = Keyboard(sample_store, location)
    keyboard.press("g", "2")
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
    keyboard.press("g", "1", "2")
    assert "引文 [12]" in keyboard.page
    keyboard.press("escape")
    assert keyboard.location.section == TIMELINE


def test_a_late_second_digit_starts_a_new_number(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((0.0, 5.0, 5.0))
    monkeypatch.setattr("tui.app.browse.commands.number_opener.monotonic", lambda: next(times))
    keyboard = Keyboard(sample_store, Location(TIMELINE, panel="page"))
    keyboard.press("g", "1", "2")
    assert keyboard.location.section == keyboard.state.sections.names[1][0]


def test_a_second_digit_that_no_citation_has_goes_to_a_section(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("g", "1", "2")
    assert keyboard.location.section == keyboard.state.sections.names[1][0]
    keyboard.press("escape")
    assert keyboard.location.citation == 1


def test_the_passage_is_shown_where_the_original_is_available(
    sample_store: Store, sample_originals: Path
) -> None:
    keyboard = Keyboard(sample_store, _MARKET, originals=str(sample_originals))
    keyboard.press("g", "1")
    assert "【" in keyboard.page
    assert "】" in keyboard.page
    assert "引用处" in keyboard.page


def test_without_originals_the_page_explains_how_to_provide_them(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _MARKET)
    keyboard.press("g", "1")
    assert "引用的原文" in keyboard.page
    assert "--originals" in keyboard.page
    assert "【" not in keyboard.page


def test_a_changed_original_is_not_shown(sample_store: Store, tmp_path: Path) -> None:
    for source in sample_store.identities():
        if file := sample_store.source(source):
            (tmp_path / file.file).write_text("改过的原件", encoding="utf-8")
    keyboard = Keyboard(sample_store, _MARKET, originals=str(tmp_path))
    keyboard.press("g", "1")
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


@pytest.mark.parametrize("keys", ["78", "29", "43", "212"])
def test_each_digit_opens_its_section_where_no_section_has_the_number_of_two(
    sample_store: Store, keys: str
) -> None:
    keyboard = Keyboard(sample_store, Location("overview", panel="page"), language="en")
    sections = [name for name, _ in keyboard.state.sections.names]
    for key in keys:
        keyboard.press(key)
        assert keyboard.location.section == sections[int(key) - 1]
        assert not keyboard.message
    keyboard.press("escape")
    assert keyboard.location.section == sections[int(keys[-2]) - 1]


@pytest.mark.parametrize(
    ("language", "message"), [("zh", "没有第15个栏目"), ("en", "there is no section 15")]
)
def test_a_number_of_two_digits_that_no_section_has_is_said(
    sample_store: Store, language: Language, message: str
) -> None:
    location = Location("overview", panel="page")
    keyboard = Keyboard(sample_store, location, language=language)
    sections = [name for name, _ in keyboard.state.sections.names]
    assert 10 <= len(sections) < 15
    keyboard.press("1", "5")
    assert keyboard.location.section == sections[4]
    assert keyboard.message == message


def test_a_late_digit_after_a_section_starts_a_new_number(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((0.0, 5.0, 5.0))
    monkeypatch.setattr("tui.app.browse.commands.number_opener.monotonic", lambda: next(times))
    keyboard = Keyboard(sample_store, Location("overview", panel="page"), width=80)
    sections = [name for name, _ in keyboard.state.sections.names]
    keyboard.press("4", "5")
    assert keyboard.location.section == sections[4]
