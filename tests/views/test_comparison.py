"""Side by side: each figure of each record once, each with its evidence; like only with like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST
from tui.document import Document, Figures, Heading, Paragraph, Span, Spans, Table, plain_text
from tui.document.forecast_filter import without_forecasts
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language
from tui.views import IncomparableError, UnknownSubjectError, compared_entries, comparison

_GIANTS = ("jd-health", "ali-health", "ping-an-good-doctor")


def _shown(document: Document) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each figure of a page with the numbers of its quotes."""
    for block in document.blocks:
        if isinstance(block, Figures):
            yield from ((row.value, row.cites) for row in block.rows)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    for spans in cell:
                        figures = [span.text for span in spans if span.role == "figure"]
                        yield from ((figure, _cited(spans)) for figure in figures)


def _cited(spans: Spans) -> tuple[int, ...]:
    return tuple(int(span.target.removeprefix("cite:")) for span in spans if span.role == "cite")


def _amounts(store: Store, measures: list[str], language: Language) -> Counter[str]:
    places = ", ".join("?" * len(measures))
    rows = store.query(
        f"SELECT amount_{language} FROM answers WHERE measure IN ({places})", measures
    )
    return Counter(row[0] for row in rows)


def _measures(store: Store, *records: str) -> list[str]:
    places = ", ".join("?" * len(records))
    return [
        row[0]
        for row in store.query(f"SELECT measure FROM measures WHERE id IN ({places})", records)
    ]


def _players(store: Store) -> list[str]:
    rows = store.query("SELECT DISTINCT p.id FROM players p JOIN measures m USING (id)")
    return [row[0] for row in rows]


def _statistics(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT id FROM statistics")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_the_players_is_shown_once_and_with_its_evidence(
    real_store: Store, language: Language
) -> None:
    players = _players(real_store)
    assert len(players) >= 3
    document = comparison(real_store, [*players, "ali-health"], language)
    shown = list(_shown(document))
    assert Counter(value for value, _ in shown) == _amounts(
        real_store, _measures(real_store, *players), language
    )
    assert all(cites for _, cites in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_two_measures_is_shown_once_and_with_its_evidence(
    real_store: Store, language: Language
) -> None:
    for pair in combinations(_statistics(real_store)[:9], 2):
        shown = list(_shown(comparison(real_store, pair, language)))
        assert Counter(value for value, _ in shown) == _amounts(real_store, list(pair), language)
        assert all(cites for _, cites in shown)


def test_the_marks_lead_to_the_words_of_that_very_figure(real_store: Store) -> None:
    document = comparison(real_store, _GIANTS, "zh")
    quotes = {quote.number: quote for quote in document.quotes}
    assert [quote.number for quote in document.quotes] == list(range(1, len(quotes) + 1))
    cited = {value: [quotes[number].exact for number in cites] for value, cites in _shown(document)}
    assert cited["136亿元"] == ["京东健康上半年总收入为136亿"]
    assert cited["38.18亿元"] == ["今年上半年取得了38．18亿元营收"]


def test_what_measures_the_same_stands_in_one_row(real_store: Store) -> None:
    document = comparison(real_store, _GIANTS, "zh")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = {plain_text(row.label): row.cells for row in tables[1].rows}
    jd, ali, ping_an = rows["总收入／营业收入 2021年上半年"]
    assert plain_text(jd[0]).startswith("136亿元 已报告")
    assert ali == ()
    assert plain_text(ping_an[0]).startswith("38.18亿元 已报告")


def test_what_only_goes_by_one_word_is_set_apart_with_a_warning(real_store: Store) -> None:
    blocks = comparison(real_store, _GIANTS, "en").blocks
    place = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and "count differently" in block.text
    )
    warning, table = blocks[place + 1 : place + 3]
    assert isinstance(warning, Paragraph)
    assert warning.spans[0].role == "warning"
    assert isinstance(table, Table)
    cells = [plain_text(spans) for row in table.rows for cell in row.cells for spans in cell]
    assert {"Annual active users", "Registered users", "Doctors of its own"} <= set(cells)


def test_a_player_without_figures_is_said_to_have_none(real_store: Store) -> None:
    text = "\n".join(map(plain, lay_out(comparison(real_store, _GIANTS, "zh"), 80)))
    assert "阿里健康：简报里没有它的数据。" in text


def test_what_keeps_measures_apart_is_said(real_store: Store) -> None:
    def said(*ids: str) -> str:
        return "\n".join(
            plain_text(block.spans)
            for block in comparison(real_store, ids, "zh").blocks
            if isinstance(block, Paragraph)
        )

    assert "只差一位数字，容易看错" in said("market-size", "chronic-digital-market")
    units = said("market-size", "financing-deals")
    assert "单位不同（亿元、起）" in units
    assert "口径不同：“互联网医疗市场规模”与“互联网医疗投融资事件数”" in units
    assert "单位不同" not in said("market-size", "chronic-market")


def test_values_that_compete_stand_in_one_cell_with_their_rank(real_store: Store) -> None:
    document = comparison(real_store, ("market-size", "chronic-digital-market"), "en")
    table = next(block for block in document.blocks if isinstance(block, Table))
    row = next(row for row in table.rows if plain_text(row.label) == "2022")
    assert [plain_text(spans).split("[")[0] for spans in row.cells[0]] == [
        "CNY 309.9 billion reported preferred",
        "CNY 353.7 billion forecast",
    ]


def test_without_forecasts_nothing_is_a_forecast(real_store: Store) -> None:
    document = comparison(real_store, ("market-size", "chronic-digital-market"), "en")
    assert "forecast" in str(document.blocks)
    kept = without_forecasts(document)
    spans = [
        span
        for block in kept.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for line in cell
        for span in line
    ]
    assert spans
    assert "forecast" not in {span.role for span in spans}
    assert any(span == Span("CNY 309.9 billion", "figure") for span in spans)


@pytest.mark.parametrize("width", [20, 34, 45, 60, 80, 100, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "ids",
    [
        _GIANTS,
        ("jd-health", "manniu-mall"),
        ("market-size", "chronic-digital-market", "financing-deals"),
        ("jd-health.revenue", "ping-an-good-doctor.revenue"),
    ],
    ids="+".join,
)
def test_every_width_shows_every_figure_within_it(
    real_store: Store, ids: tuple[str, ...], language: Language, width: int
) -> None:
    document = comparison(real_store, ids, language)
    lines = [plain(line) for line in lay_out(document, width)]
    assert [line for line in lines if cell_len(line) > width] == []
    if width >= 34:
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
    if width >= 60:
        together = "".join("".join(lines).split())
        for value, _ in _shown(document):
            assert "".join(value.split()) in together


def test_the_json_is_of_the_facts_that_are_compared(real_store: Store) -> None:
    entries = compared_entries(real_store, _GIANTS)
    assert [entry.id for entry in entries] == sorted(
        (entry.id for entry in entries), key=_GIANTS.index
    )
    facts = [entry.fact for entry in entries]
    assert facts.count("") == 3  # what each of them is
    assert set(facts) - {""} == {
        row[0]
        for row in real_store.query(
            "SELECT fact FROM answers WHERE measure <> '' AND id IN (?, ?, ?)", _GIANTS
        )
    }
    assert all(entry.citations for entry in entries)
    one = compared_entries(real_store, ["jd-health.revenue", "ping-an-good-doctor.revenue"])
    assert {entry.fact.partition("@")[0].partition("#")[0] for entry in one} == {
        "jd-health.revenue",
        "ping-an-good-doctor.revenue",
    }


@pytest.mark.parametrize(
    "ids",
    [
        ("jd-health", "market-size"),
        ("market-size", "jd-health"),
        ("jd-health", "policy-nhsa-2019-47"),
    ],
)
def test_unlike_things_are_not_compared(real_store: Store, ids: tuple[str, str]) -> None:
    with pytest.raises(IncomparableError) as refused:
        comparison(real_store, ids, "zh")
    assert ids[1] in refused.value.reason.zh
    assert ids[1] in refused.value.reason.en


@pytest.mark.parametrize("identity", ["nobody", "jd-health.nothing", "", "jd-health@2021"])
def test_what_is_not_there_is_named(real_store: Store, identity: str) -> None:
    with pytest.raises(UnknownSubjectError) as refused:
        compared_entries(real_store, ["jd-health", identity])
    assert refused.value.identity == identity
