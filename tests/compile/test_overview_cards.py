"""The dashboard of the overview: declared by the content and the kinds."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tui.compile.card_facts import card_facts
from tui.compile.catalogue import Catalogue
from tui.compile.chart_series import are_alike
from tui.compile.kinds import KINDS
from tui.compile.page_builder import PageBuilder
from tui.compile.takeaways import takeaways
from tui.document import Card, CardRow, Cards, Document, Point, Series, Span, plain_text
from tui.document.forecast_filter import without_forecasts
from tui.load import Content
from tui.model import Observation, Statistic
from tui.model.briefing import FigureCard, HeadLine
from tui.render.card_frame import framed
from tui.render.card_text import figure_card
from tui.render.column_chart import column_chart
from tui.render.glyphs import ASCII, UNICODE
from tui.render.line_wrap import line_width
from tui.render.page_layout import cards_of, lay_out
from tui.store import Store, open_store
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


@pytest.mark.parametrize("width", range(18, 32))
def test_an_earlier_value_has_its_status_beside_the_period_where_it_is_long(width: int) -> None:
    value = (Span("about 362 million", "estimate"), Span(" estimate", "estimate"))
    rows = (CardRow("Dec 2022", value), CardRow("Jun 2023", (Span("364 million", "figure"),)))
    card = Card("Users", "record:users", figure="364 million", rows=rows)
    lines = ["".join(span.text for span in line) for line in figure_card(card, width, 8, UNICODE)]
    shown = " ".join(" ".join(lines).split())
    assert "about 362 million" in shown
    assert "estimate" in shown
    assert sum(bool({"Dec", "about", "estimate"} & set(line.split())) for line in lines) <= 2


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
    assert card.foot.endswith(" · Morning Star 2023 · Investor's notes"), "the chart has both"
    assert card.remark == "CNY 13 billion forecast"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (53, "reported · Almanac 2024, Hospital survey 2023"),
        (42, "─ Almanac 2024, Hospital survey 2023 ─"),
        (32, "─ Almanac, Hospital survey ─"),
        (22, "─ Almanac 2024 +1 ─"),
        (18, "─ Almanac 2024 ─"),
    ],
)
def test_a_card_names_all_sources_of_its_values_as_far_as_they_have_room(
    width: int, shown: str
) -> None:
    card = Card("Size", "", figure="1", foot="reported · Almanac 2024 · Hospital survey 2023")
    *_, below = framed(card, width, [], UNICODE)
    text = plain_text(below)
    assert shown in text
    assert line_width(below) == width


def test_earlier_values_have_bars_where_lines_are_left() -> None:
    rows = (
        CardRow("2021", (Span("5", "estimate"),), share=50.0),
        CardRow("2022", (Span("10", "figure"),), share=100.0),
    )
    card = Card("Users", "", figure="10", rows=rows)

    def bars(height: int) -> list[tuple[str, int]]:
        lines = figure_card(card, 20, height, UNICODE)
        spans = [span for line in lines for span in line if UNICODE.gauge in span.text]
        return [(span.role, len(span.text)) for span in spans]

    assert bars(6) == [("bar-estimate", 10), ("bar", 20)]
    assert bars(4) == []


def test_policies_are_newest_first(sample_store: Store) -> None:
    months = [row.lead for row in _card(sample_store, "Latest policies").rows]
    formats = ("%Y", "%b %Y", "%b %d, %Y")
    dates = [datetime.strptime(each, formats[each.count(" ")]) for each in months]
    assert dates == sorted(dates, reverse=True)
    ((dated, count),) = sample_store.query("SELECT count(issued), count(*) FROM policies")
    assert len(months) == dated < count


def test_each_latest_figure_of_a_company_has_its_period(sample_store: Store) -> None:
    tails = [row.tail.split("  ") for row in _card(sample_store, "Companies: latest figures").rows]
    assert tails
    assert all(amount and re.search(r"\b20\d\d$", period) for amount, period in tails)


def test_every_row_leads_somewhere(sample_store: Store) -> None:
    for card in _cards(sample_store).lists:
        assert card.target
        for row in card.rows:
            assert row.target
            assert plain_text(row.spans)


def test_a_figure_says_what_changed_what_is_beside_it_and_what_is_unknown(
    sample_store: Store,
) -> None:
    hospitals = [
        (row.lead, plain_text(row.spans)) for row in _card(sample_store, "Online hospitals").facts
    ]
    assert hospitals == [("vs Jun 2022", "+150"), ("On insurance", "43%")]
    (gauge,) = [row for row in _card(sample_store, "Online hospitals").facts if row.share >= 0]
    assert (gauge.share, gauge.target) == (43, "record:insured-hospital-share")
    market = _card(sample_store, "Market size").facts
    unknown = [(plain_text(row.spans), row.target) for row in market if row.lead == "?"]
    assert unknown == [("no earlier figure", "record:gap-market-2020")]


def test_a_change_is_stated_or_else_computed_from_values_of_one_source(
    sample_store: Store, content: Content
) -> None:
    (stated, *_) = _card(sample_store, "Financing").facts
    assert (stated.lead, plain_text(stated.spans)) == ("2021–2022", "−63.5%")
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    entry = catalogue.entry("financing-amount")
    assert isinstance(entry, Statistic)
    card = FigureCard(figure=entry.id)
    for sources, rows in ((1, ["−63.5% calc."]), (2, [])):
        years = [item for item in entry.observations if (item.period or "").isdecimal()]
        last = years[-1]
        if sources > 1:
            cited = tuple(each.model_copy(update={"source": "other"}) for each in last.citations)
            last = last.model_copy(update={"citations": cited})
        observations = (*years[:-1], last)
        copy = entry.model_copy(update={"rates": (), "observations": observations})
        facts = card_facts(PageBuilder(catalogue, "en"), copy, card, "2022")
        assert [plain_text(row.spans) for row in facts if "vs" in row.lead] == rows


def test_a_figure_has_its_quoted_words_and_its_scope_where_lines_are_left(
    sample_store: Store,
) -> None:
    card = _card(sample_store, "Patients")
    quoted, scope = card.notes
    assert quoted.startswith("“")
    assert quoted.endswith("’")
    assert scope.startswith("Scope: ")
    notes = ("one line", "in two lines of this width")
    bare = card._replace(rows=(), series=None, facts=(), notes=notes)
    for height, shown in ((8, 3), (6, 3), (5, 1), (3, 1), (2, 0)):
        lines = [plain_text(line).rstrip() for line in figure_card(bare, 20, height, UNICODE)]
        assert len(lines) == height
        assert sum(line in ("one line", "in two lines of this", "width") for line in lines) == shown


def test_a_shorter_period_stands_apart_from_the_years(sample_store: Store) -> None:
    card = _card(sample_store, "Financing")
    target = card.target
    assert card.series
    assert [point.period for point in card.series.points] == ["2020", "2021", "2022"]
    apart = [(point.period, point.short) for point in card.series.apart]
    assert apart == [("Q1 2023 only", "0.08")]
    in_chinese = next(card for card in _cards(sample_store, "zh").figures if card.target == target)
    assert in_chinese.series
    assert [point.period for point in in_chinese.series.apart] == ["仅2023年Q1"]


def test_policies_do_not_repeat_an_issuer_that_the_title_names(sample_store: Store) -> None:
    for row in _card(sample_store, "Latest policies").rows:
        assert not row.tail or row.tail not in plain_text(row.spans)


def test_takeaways_end_with_their_note_after_the_same_sign_where_it_is_the_same() -> None:
    def line(number: int, note: str) -> HeadLine:
        text = {"zh": f"甲{number}*。", "en": f"A{number}*."}
        return HeadLine.model_validate(
            {"text": text, "note": {"zh": note, "en": note}, "leads_to": "a"}
        )

    lines = [line(1, "x"), line(2, "y"), line(3, "x")]
    texts = takeaways(lines)
    assert [text.en for text in texts] == ["A1*. (* x)", "A2**. (** y)", "A3*. (* x)"]
    assert texts[1].zh == "甲2**。（** y）"


def test_columns_that_could_not_be_told_apart_are_not_drawn(content: Content) -> None:
    statistic = next(each for each in content.records if isinstance(each, Statistic))
    first = statistic.observations[0]

    def values(*numbers: int) -> list[Observation]:
        return [first.model_copy(update={"value": Decimal(number)}) for number in numbers]

    assert are_alike(values(362, 364))
    assert not are_alike(values(340, 364))


def test_the_note_of_a_takeaway_stands_behind_it(sample_store: Store) -> None:
    for language, note in (("en", "*. (* editor's inference)"), ("zh", "*。（* 编者推断）")):
        (card,) = (
            card
            for block in _page(sample_store, language).blocks
            if isinstance(block, Cards)
            for card in block.lists
            if card.sentences
        )
        texts = [plain_text(row.spans) for row in card.rows]
        assert [text for text in texts if "*" in text] == [texts[-1]]
        assert texts[-1].endswith(note)


def test_the_latest_events_come_first_and_policies_are_not_among_them(sample_store: Store) -> None:
    rows = _card(sample_store, "Latest events").rows
    assert {row.tail for row in rows} & {"Policy", ""} == set()
    years = [int(row.lead[-4:]) for row in rows]
    assert years == sorted(years, reverse=True)


def test_without_forecasts_no_chart_has_one(sample_store: Store) -> None:
    cards = cards_of(without_forecasts(_page(sample_store)))
    assert cards
    series = [card.series for card in cards.figures if card.series]
    assert series
    assert all(point.status != "forecast" for each in series for point in each.points)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize(
    ("width", "height"), [(87, 37), (97, 60), (109, 21), (117, 37), (157, 40), (197, 57)]
)
def test_a_wide_dashboard_fills_the_window(
    sample_store: Store, language: Language, glyphs: object, width: int, height: int
) -> None:
    lines = lay_out(_page(sample_store, language), width, glyphs, height)  # type: ignore[arg-type]
    assert {line_width(line) for line in lines} == {width}
    if width >= 109:  # below it, whole sentences may need more lines than the window has
        assert len(lines) == height if height > 30 else len(lines) < 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [20, 40, 60, 79, 86])
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [87, 109, 117, 197])
def test_a_chart_names_every_year_and_value(
    sample_store: Store, language: Language, width: int
) -> None:
    lines = [
        "".join(span.text for span in line)
        for line in lay_out(_page(sample_store, language), width, UNICODE, 57)
    ]
    of_market = "\n".join(line[: width // 5] for line in lines[:18])
    for text in ("2021", "2022", "8", "10", "13"):
        assert text in of_market
    assert "▒ " in of_market


def test_a_year_without_a_figure_is_a_gap_with_a_question_mark() -> None:
    points = tuple(
        Point(str(year), size, "", "reported", "", year + 0.5, f"{size}")
        for year, size in ((2020, 4.0), (2022, 8.0))
    )
    unknown = (Point("2021", 0.0, "no figure", "unknown", "", 2021.5, "?"),)
    series = Series("", points, unknown=unknown)
    *columns, axis, periods = (
        "".join(span.text for span in line)
        for line in column_chart(series, 25, 6, UNICODE, unit="units")
    )
    assert columns[-1].split() == ["██", "?", "██"]
    assert axis.count("┴") == 2
    assert periods.split() == ["2020", "2022"]
    assert "4.0" in columns[1]
    assert "units" in columns[0]


def test_the_axis_of_a_chart_is_proportional_to_time(sample_store: Store) -> None:
    page = sample_store.document("consultation-market", "en")
    assert page
    lines = ["".join(span.text for span in line) for line in lay_out(page, 80, UNICODE, 40)]
    (axis,) = [line for line in lines if line.count("┴") > 1]
    first, second, last = [at for at, character in enumerate(axis) if character == "┴"]
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


@pytest.mark.parametrize(
    ("language", "said"), [("en", "none earlier or later"), ("zh", "此前、此后均无数据")]
)
def test_that_nothing_earlier_and_nothing_later_is_known_is_one_row(
    sample_copy: Path, language: Language, said: str
) -> None:
    gap = sample_copy / "gaps" / "gap-market-2020.toml"
    before = 'before = "2021" }'
    text = gap.read_text("utf-8")
    assert before in text
    after = f'{before}, {{ measure = "consultation-market", after = "2030" }}'
    gap.write_text(text.replace(before, after), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        cards = [card for card in _cards(store, language).figures if "2022" in card.period]
        rows = [row for card in cards for row in card.facts if row.lead == "?"]
    (row,) = [row for row in rows if plain_text(row.spans) == said]
    assert {span.target for span in row.spans} == {"record:gap-market-2020"}
