"""The dashboard of the overview: declared by the content and the kinds."""

from __future__ import annotations

from datetime import datetime

import pytest

from tui.compile.catalogue import Catalogue
from tui.compile.kinds import KINDS
from tui.compile.page_builder import PageBuilder
from tui.document import Card, Cards, Document, plain_text
from tui.document.forecast_filter import without_forecasts
from tui.load import Content
from tui.render.glyphs import ASCII, UNICODE
from tui.render.line_wrap import line_width
from tui.render.page_layout import cards_of, lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language


def _page(store: Store, language: Language = "en") -> Document:
    page = store.document("overview", language)
    assert page
    return page


def _cards(store: Store, language: Language = "en") -> Cards:
    cards = cards_of(_page(store, language))
    assert cards
    return cards


def _card(store: Store, title: str) -> Card:
    cards = _cards(store)
    return next(card for card in (*cards.figures, *cards.lists) if card.title == title)


def test_figures_are_those_that_the_briefing_declares(sample_store: Store) -> None:
    targets = [card.target for card in _cards(sample_store).figures]
    assert targets == [
        "record:consultation-market",
        "record:online-patients",
        "record:financing-amount",
        "record:online-hospitals",
    ]


def test_a_figure_says_how_sure_it_is_and_where_it_is_from(sample_store: Store) -> None:
    card = _card(sample_store, "Market size")
    assert (card.figure, card.period, card.status) == ("CNY 10 billion", "2022", "reported")
    assert card.tag == "! disputed"
    assert card.foot.startswith("reported · ")
    assert card.remark == "CNY 13 billion forecast"


def test_policies_are_newest_first(sample_store: Store) -> None:
    months = [row.lead for row in _card(sample_store, "Latest policies").rows]
    dated = [month for month in months if month != "–"]
    formats = ("%Y", "%b %Y", "%b %d, %Y")
    dates = [datetime.strptime(each, formats[each.count(" ")]) for each in dated]
    assert dates == sorted(dates, reverse=True)
    assert months[: len(dated)] == dated


def test_every_row_leads_somewhere(sample_store: Store) -> None:
    for card in _cards(sample_store).lists:
        assert card.target
        for row in card.rows:
            assert row.target
            assert plain_text(row.spans)


def test_without_forecasts_no_chart_has_one(sample_store: Store) -> None:
    cards = cards_of(without_forecasts(_page(sample_store)))
    assert cards
    series = [card.series for card in cards.figures if card.series]
    assert series
    assert all(point.status != "forecast" for each in series for point in each.points)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize(("width", "height"), [(112, 21), (119, 37), (159, 40), (199, 57)])
def test_a_wide_dashboard_fills_the_window(
    sample_store: Store, language: Language, glyphs: object, width: int, height: int
) -> None:
    lines = lay_out(_page(sample_store, language), width, glyphs, height)  # type: ignore[arg-type]
    assert {line_width(line) for line in lines} == {width}
    assert len(lines) == height if height > 30 else len(lines) < 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [20, 40, 60, 79, 111])
def test_a_narrow_dashboard_has_every_list_in_full(
    sample_store: Store, language: Language, width: int
) -> None:
    page = _page(sample_store, language)
    text = "".join(span.text for line in lay_out(page, width) for span in line)
    cards = cards_of(page)
    assert cards
    assert max(map(line_width, lay_out(page, width))) <= width
    for card in cards.lists:
        assert card.title in text or width < 40


def test_the_axis_of_a_chart_is_proportional_to_time(sample_store: Store) -> None:
    page = sample_store.document("consultation-market", "en")
    assert page
    lines = ["".join(span.text for span in line) for line in lay_out(page, 80, UNICODE, 40)]
    (axis,) = [line for line in lines if line.startswith("┴")]
    first, second, _, last = [at for at, character in enumerate(axis) if character == "┴"]
    assert (last - first) / (second - first) == pytest.approx(4, rel=0.1)  # 2021, 2022, 2025


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Online patients: {} in 2022.", "Online patients: 21 million in 2022."),
        ("There were {} in 2022.", "There were 21 million online patients in 2022."),
        ("Doctors: none for {}.", "Doctors: none for 21 million online patients."),
    ],
)
def test_the_figures_of_a_line_do_not_repeat_its_label(
    content: Content, text: str, shown: str
) -> None:
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    figure = "{fact:online-patients@2022 2100万人}"
    spans = PageBuilder(catalogue, "en").labeled_spans(text.format(figure))
    assert plain_text(spans) == shown
