"""The citation of a fact on its page."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import first_location
from tui.app.browse.sources.generated_pages import page_document
from tui.app.browse.sources.page_facts import link_of_fact
from tui.app.widgets.link_hints import links_of
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_a_citation_on_its_page(sample_store: Store, language: Language) -> None:
    facts = [*sample_store.query("SELECT id, fact FROM answers WHERE fact <> '' AND value <> ''")]
    missing = [
        fact for record, fact in facts if link_of_fact(sample_store, record, fact, language) < 0
    ]
    assert facts
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_observation_is_found_in_its_row(sample_store: Store, language: Language) -> None:
    observed = sample_store.query(f"SELECT id, fact, amount_{language} FROM observations")
    elsewhere = []
    for record, fact, amount in observed:
        document = page_document(sample_store, record, language)
        assert document
        lines = lay_out(document, 100)
        link = links_of(lines)[link_of_fact(sample_store, record, fact, language)]
        figures = [span.text.strip() for span in lines[link.line] if span.role == "figure"]
        if not any(amount.startswith(figure) for figure in figures):
            elsewhere.append(fact)
    assert elsewhere == []


def test_an_unknown_fact_has_no_citation(sample_store: Store) -> None:
    record = "consultation-market"
    assert link_of_fact(sample_store, record, "", "zh") == -1
    assert link_of_fact(sample_store, record, f"{record}@1066", "zh") == -1
    assert link_of_fact(sample_store, "nobody", f"{record}@2022", "zh") == -1


def test_a_page_opens_at_a_fact(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, first_location("statistics", "consultation-market"))
    keyboard.controller.open_at_fact("consultation-market@2025")
    keyboard.apply(keyboard.controller.open(keyboard.positions()))
    assert keyboard.state.page.line == -1
    assert keyboard.targets[keyboard.state.page.link].startswith("cite:")


def test_f_hides_forecasts_and_shows_them_again(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, first_location("statistics", "consultation-market"))
    before = keyboard.page
    assert "130亿元 预测" in before
    keyboard.press("f")
    assert "130亿元 预测" not in keyboard.page
    assert "░" not in keyboard.page  # the bar of a forecast
    assert "100亿元" in keyboard.page
    assert keyboard.state.title.details == "预测已隐藏"
    keyboard.press("f")
    assert keyboard.page == before


def test_the_page_beside_results_is_at_the_figure_asked_for(sample_store: Store) -> None:
    user = Keyboard(sample_store)
    user.press("slash")
    user.type("线上问诊市场规模 2021")
    assert "80亿元" in plain(user.lines[user.links[user.link].line])
    user.press("backspace", "backspace", "backspace", "backspace")
    assert (user.line, user.link) == (0, -1)


def test_a_page_in_which_the_user_has_moved_keeps_its_line(sample_store: Store) -> None:
    user = Keyboard(sample_store)
    user.press("slash")
    user.type("线上问诊市场规模 2021")
    user.press("tab")
    user.link, user.line = -1, 5
    user.press("T", "escape")
    assert (user.line, user.link) == (5, -1)
