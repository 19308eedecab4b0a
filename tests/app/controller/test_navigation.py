"""Move between locations, panels and links, back and forward."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.effects import MoveLink, ShowLinkHints
from tui.app.browse.location import (
    COMPARISON,
    OVERVIEW,
    TIMELINE,
    History,
    Location,
    first_location,
    generated_location,
)
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_PAGE = Location("statistics", "consultation-market", panel="page")
_WIDTHS = [60, 80, 120]


@pytest.mark.parametrize("width", _WIDTHS)
def test_a_record_opens_at_its_page(sample_store: Store, width: int) -> None:
    location = first_location("players", "changle-health")
    keyboard = Keyboard(sample_store, location, width=width)
    assert keyboard.focus == "page"
    assert "长乐健康" in keyboard.page
    record = keyboard.location.record
    keyboard.press("left", "down")
    assert keyboard.focus == "list"
    assert keyboard.location.record != record


@pytest.mark.parametrize("width", _WIDTHS)
def test_a_section_opens_at_its_list(sample_store: Store, width: int) -> None:
    keyboard = Keyboard(sample_store, first_location("policies"), width=width)
    rows = sample_store.rows("policies", "zh")
    assert keyboard.focus == "list"
    assert keyboard.position == f"政策 1/{len(rows)}"
    keyboard.press("down")
    assert keyboard.position == f"政策 2/{len(rows)}"


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_reached_with_the_arrow_keys(
    sample_store: Store, language: Language, width: int
) -> None:
    keyboard = Keyboard(sample_store, language=language, width=width)
    keyboard.press("left")
    for section in sample_store.sections():
        assert keyboard.location.section == section.id
        assert keyboard.position.startswith(section.title.of(language))
        if rows := sample_store.rows(section.id, language):
            assert f"1/{len(rows)}" in keyboard.position
            assert keyboard.location.record == rows[0].id
        keyboard.press("right")


@pytest.mark.parametrize("section", ["players", "policies", "statistics", "sources"])
def test_every_record_of_a_section_opens(sample_store: Store, section: str) -> None:
    keyboard = Keyboard(sample_store, Location(section))
    rows = sample_store.rows(section, "zh")
    for number, row in enumerate(rows, 1):
        assert keyboard.position.endswith(f" {number}/{len(rows)}")
        keyboard.press("enter")
        assert keyboard.focus == "page"
        assert row.title.zh in keyboard.state.page.document.title
        keyboard.press("escape", "down")


def test_back_restores_line_and_link(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    keyboard.line = 7
    keyboard.press("tab", "tab", "tab")
    keyboard.press("enter")
    assert keyboard.location != _PAGE
    keyboard.press("escape")
    assert (keyboard.state.page.line, keyboard.state.page.link) == (7, 2)


def test_back_restores_panel_and_row(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    keyboard.press("down", "down", "down", "enter")
    assert keyboard.focus == "page"
    keyboard.press("backspace")
    assert keyboard.focus == "list"
    assert keyboard.state.list.cursor == 3


def test_back_from_the_first_location_goes_to_the_overview(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    keyboard.press("escape")
    assert keyboard.position == "概览"
    keyboard.press("escape")
    assert keyboard.position == "概览"


def test_o_goes_to_the_overview_and_escape_goes_back(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    document = keyboard.state.page.document
    keyboard.press("o")
    assert keyboard.location.section == OVERVIEW
    keyboard.press("escape")
    assert keyboard.state.page.document == document


def test_moving_along_the_tabs_adds_one_history_entry(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, width=80)
    keyboard.press("left", "right", "right", "right", "down", "enter")
    assert keyboard.position != "概览"
    keyboard.press("escape", "escape")
    assert keyboard.position == "概览"


def test_a_clicked_section_adds_a_history_entry(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    keyboard.apply(keyboard.controller.section_chosen("policies", keyboard.positions()))
    assert keyboard.location.section == "policies"
    keyboard.press("escape")
    assert keyboard.location.section == "players"


def test_forward_undoes_back(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    pages = [keyboard.location.page]
    for _ in range(3):
        keyboard.press("tab", "tab", "tab", "enter")  # the second one leads to the page itself
        pages.append(keyboard.location.page)
    keyboard.press("escape", "escape", "escape")
    for page in pages[1:]:
        keyboard.press("w")
        assert keyboard.location.page == page
    keyboard.press("w")
    assert keyboard.location.page == pages[-1]


def test_forward_from_the_newest_location_changes_nothing(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    keyboard.press("tab", "tab", "enter", "escape", "o", "w")
    assert keyboard.position == "概览"


def test_the_history_is_limited() -> None:
    history = History(Location("overview"))
    for number in range(1000):
        history.go(Location("players", str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert 100 <= steps < 1000


def test_going_to_the_current_location_adds_no_history_entry() -> None:
    history = History(Location("overview"))
    history.go(Location("overview"))
    assert history.back() is None


def test_a_new_location_clears_the_forward_history() -> None:
    history = History(Location("overview"))
    history.go(Location("players"))
    history.back()
    history.go(Location("policies"))
    assert history.forward() is None
    assert history.back() == Location("overview")
    assert history.forward() == Location("policies")


@pytest.mark.parametrize("width", _WIDTHS)
def test_changing_the_language_keeps_the_location(sample_store: Store, width: int) -> None:
    keyboard = Keyboard(sample_store, Location("players", "changle-health"), width=width)
    number = keyboard.position.rpartition(" ")[2]
    keyboard.press("L")
    assert keyboard.position == f"Companies & institutions {number}"
    assert keyboard.row.title.en in keyboard.state.page.document.title
    keyboard.press("L")
    assert keyboard.position == f"企业与机构 {number}"
    assert "长乐健康" in keyboard.page


def test_z_shows_one_panel_alone(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    keyboard.press("z")
    assert keyboard.state.visible.alone
    assert (keyboard.state.visible.list, keyboard.state.visible.page) == (True, False)
    keyboard.press("enter")
    assert (keyboard.state.visible.list, keyboard.state.visible.page) == (False, True)
    keyboard.press("z")
    assert (keyboard.state.visible.list, keyboard.state.visible.page) == (True, True)


def test_arrows_move_the_focus_between_panels(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    focused = []
    for key in ("right", "left", "left", "right", "down", "right"):
        keyboard.press(key)
        focused.append(keyboard.focus)
    assert focused == ["page", "list", "sections", "sections", "list", "page"]


def test_tab_goes_to_the_page_and_selects_a_link(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    keyboard.press("tab")
    assert keyboard.focus == "page"
    assert keyboard.effect(MoveLink).steps == 1
    keyboard.press("shift+tab")
    assert keyboard.effect(MoveLink).steps == -1


def test_a_followed_link_can_be_undone_with_back(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    pages = []
    for _ in range(3):
        keyboard.press("tab", "tab", "tab")
        pages.append(keyboard.location.page)
        keyboard.press("enter")
        assert keyboard.location.page != pages[-1]
    for page in reversed(pages):
        keyboard.press("escape")
        assert keyboard.location.page == page


@pytest.mark.parametrize(
    ("target", "section"),
    [
        ("record:night-market", "statistics"),
        ("section:policies", "policies"),
        ("compare:night-market,consultation-market", COMPARISON),
        ("timeline:type=launch", TIMELINE),
        ("record:no-such-record", OVERVIEW),
        ("cite:99", OVERVIEW),
    ],
)
def test_a_link_opens_its_target_if_it_exists(
    sample_store: Store, target: str, section: str
) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.follow(target)
    assert keyboard.location.section == section


def test_g_labels_the_links_of_the_page(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"), width=60)
    assert not keyboard.state.visible.page
    keyboard.press("g")
    assert keyboard.state.visible.page
    assert "字母打开链接" in keyboard.effect(ShowLinkHints).messages[True, False].zh
    positions = keyboard.positions()
    keyboard.apply(keyboard.controller.hints_ended(keyboard.targets[0], positions))
    assert keyboard.location != Location("players")


def test_d_opens_the_dispute_and_escape_goes_back(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PAGE)
    keyboard.press("d")
    assert keyboard.location.record == "disagreement-consultation-market"
    assert "130亿元" in keyboard.page
    keyboard.press("escape")
    assert keyboard.location.record == "consultation-market"


def test_without_a_dispute_d_changes_nothing(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("sources", "herald-2023", panel="page"))
    before = keyboard.state.page
    keyboard.press("d")
    assert keyboard.state.page is before


def test_a_short_brief_has_citations_and_is_kept_for_the_next_session(sample_store: Store) -> None:
    location = generated_location("subject:market")
    assert location
    keyboard = Keyboard(sample_store, location, language="en")
    assert keyboard.state.page.document.title == "Market"
    keyboard.press("g", "1")
    assert keyboard.location.citation == 1
    keyboard.press("escape")
    assert keyboard.location.page == "subject:market"
    assert Location.from_fields(location.to_fields()) == location
    unknown = Keyboard(sample_store, location._replace(record="no-such-tag"), language="en")
    assert "Nothing here" in unknown.page
