"""A comparison shows each figure once, with its evidence, and only comparable records."""

from __future__ import annotations

import re
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
from tui.text.language import LANGUAGES, Language, Wording
from tui.views import IncomparableError, UnknownSubjectError, compared_entries, comparison
from tui.views.metric_matching import ComparedMetric, match_by_title

_PLAYERS = ("changle-health", "chunlai-health", "xiaoman-health")
_MARKETS = ("night-market", "consultation-market")


def _figures(document: Document) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each figure of a page with the numbers of its quotes."""
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


def _number(amount: str) -> str:
    match = re.match(r"\D*[\d,.]+(?: [mbt]illion)?", amount)
    assert match
    return match[0]


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
def test_each_figure_of_players_is_shown_once_with_evidence(
    sample_store: Store, language: Language
) -> None:
    players = _players(sample_store)
    assert len(players) >= 3
    document = comparison(sample_store, [*players, "chunlai-health"], language)
    shown = list(_figures(document))
    # The title of a measure may say what its numbers count.
    amounts = _amounts(sample_store, _measures(sample_store, *players), language)
    assert Counter(_number(value) for value, _ in shown) == Counter(
        _number(value) for value in amounts.elements()
    )
    assert all(cites for _, cites in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_two_measures_is_shown_once_with_evidence(
    sample_store: Store, language: Language
) -> None:
    for pair in combinations(_statistics(sample_store)[:9], 2):
        shown = list(_figures(comparison(sample_store, pair, language)))
        assert Counter(value for value, _ in shown) == _amounts(sample_store, list(pair), language)
        assert all(cites for _, cites in shown)


def test_citation_marks_link_to_the_quotes_of_the_figure(sample_store: Store) -> None:
    document = comparison(sample_store, _PLAYERS, "zh")
    quotes = {quote.number: quote for quote in document.quotes}
    assert [quote.number for quote in document.quotes] == list(range(1, len(quotes) + 1))
    cited = {
        value: [quotes[number].exact for number in cites] for value, cites in _figures(document)
    }
    assert cited["13.6亿元"] == ["长乐健康总收入为13.6亿元"]
    assert cited["3.82亿元"] == ["上半年营业收入３．８２亿元"]


def test_matching_metrics_share_a_row(sample_store: Store) -> None:
    document = comparison(sample_store, _PLAYERS, "zh")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = {
        (plain_text(row.label), plain_text(row.cells[0][0])): row.cells[1:]
        for row in tables[1].rows
    }
    changle, chunlai, xiaoman = rows["营业收入", "2022年上半年"]
    assert plain_text(changle[0]).startswith("13.6亿元  已公布 [")
    assert chunlai == ()
    assert plain_text(xiaoman[0]).startswith("3.82亿元  已公布 [")


def _lines(store: Store, width: int, language: Language = "zh") -> list[str]:
    return [plain(line) for line in lay_out(comparison(store, _PLAYERS, language), width)]


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_of_all_tables_begin_at_the_same_cells(
    sample_store: Store, language: Language, width: int
) -> None:
    names = {
        "zh": ("长乐健康", "春来健康", "小满健康"),
        "en": ("Changle Health", "Chunlai Health", "Xiaoman Health"),
    }
    lines = _lines(sample_store, width, language)
    rules = [number for number, line in enumerate(lines) if line and not line.strip("─")]
    heads = [lines[number - 1] for number in rules]
    heads = [line for line in heads if all(name in line for name in names[language])]
    assert len(heads) >= 4
    assert (
        len(
            {
                tuple(cell_len(line[: line.index(name)]) for name in names[language])
                for line in heads
            }
        )
        == 1
    )


def test_values_are_aligned_at_the_right(sample_store: Store) -> None:
    document = comparison(sample_store, ("changle-health", "xiaoman-health"), "en")
    lines = [plain(line) for line in lay_out(document, 100)]
    values = [match for line in lines for match in re.finditer(r"\d[^ ]*( \w+)?  reported", line)]
    ends = {match.end() for match in values}
    assert len(values) > 4
    assert len(ends) == 2  # one for each company


def test_a_measure_is_named_in_its_first_row_alone(sample_store: Store) -> None:
    document = comparison(sample_store, _players(sample_store)[:3], "en")
    labels = Counter(
        plain_text(row.label)
        for block in document.blocks
        if isinstance(block, Table) and block.lead == 1
        for row in block.rows
    )
    repeated = [label for label, count in labels.items() if count > 1]
    assert repeated
    lines = [plain(line) for line in lay_out(document, 100)]
    for label in repeated:
        assert sum(line.startswith(f"{label[:20]}") for line in lines) == 1


def test_two_sentences_say_what_is_shared_and_what_differs(sample_store: Store) -> None:
    common, different, *_ = comparison(sample_store, _PLAYERS, "en").blocks
    assert isinstance(common, Paragraph)
    assert isinstance(different, Paragraph)
    assert plain_text(common.spans).startswith("In common: role (Platform)")
    assert "measures with figures" in plain_text(different.spans)
    assert ", 0, " in plain_text(different.spans)


def test_one_measure_of_several_players_has_one_name() -> None:
    metrics = [
        ComparedMetric(
            "a.sales", Wording("总收入", "Total sales"), "亿元", ("总收入", "收益", "sales")
        ),
        ComparedMetric("b.sales", Wording("收益", "Sales"), "亿元", ("收益", "sales")),
    ]
    (match,), rest = match_by_title([[metric] for metric in metrics])
    assert rest == [[], []]
    assert [match.main("zh").title.zh, match.main("en").title.en] == ["收益", "Sales"]


def test_texts_and_gaps_are_rows(sample_store: Store) -> None:
    document = comparison(sample_store, _PLAYERS, "en")
    *_, table = (block for block in document.blocks if isinstance(block, Table))
    rows = {plain_text(row.label): row.cells for row in table.rows}
    assert list(rows)[:2] == ["Positioning", "Products and services"]
    assert any(span.role == "cite" for cell in rows["Positioning"] for span in cell[0])
    linked = [span.target for cell in rows["What sources say"] for it in cell for span in it]
    assert "record:claim-changle-first" in linked


def test_metrics_that_only_share_an_alias_are_separate_with_a_warning(sample_store: Store) -> None:
    blocks = comparison(sample_store, _PLAYERS, "en").blocks
    place = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and "different definitions" in block.text
    )
    warning, table = blocks[place + 1 : place + 3]
    assert isinstance(warning, Paragraph)
    assert warning.spans[0].role == "warning"
    assert isinstance(table, Table)
    cells = [plain_text(spans) for row in table.rows for cell in row.cells for spans in cell]
    users = {"Annual active users", "Registered users"}
    assert users | {"Contracted doctors", "Doctors of its own"} <= set(cells)


def test_a_player_without_figures_has_a_note(sample_store: Store) -> None:
    text = "\n".join(map(plain, lay_out(comparison(sample_store, _PLAYERS, "zh"), 80)))
    assert "春来健康：资料中没有经营数字" in text


def test_differences_between_measures_are_listed(sample_store: Store) -> None:
    def warnings(*ids: str) -> str:
        return "\n".join(
            plain_text(block.spans)
            for block in comparison(sample_store, ids, "zh").blocks
            if isinstance(block, Paragraph)
        )

    assert "线上问诊市场包括白天，这里只算夜间。" in warnings(*_MARKETS)
    units = warnings("e-prescriptions", "consultations")
    assert "单位不同（亿件、万次）" in units
    assert "口径不同：“电子处方量”与“线上问诊量”" in units
    assert "单位不同" not in warnings("consultation-market", "medical-spending")


def test_values_of_one_period_share_a_cell_with_their_rank(sample_store: Store) -> None:
    document = comparison(sample_store, _MARKETS, "en")
    table = next(block for block in document.blocks if isinstance(block, Table))
    row = next(row for row in table.rows if plain_text(row.label) == "2022")
    assert [plain_text(spans).split("[")[0] for spans in row.cells[1]] == [
        "CNY 10 billion reported, used here",
        "CNY 13 billion forecast",
    ]


def test_the_forecast_filter_removes_all_forecasts(sample_store: Store) -> None:
    document = comparison(sample_store, _MARKETS, "en")
    assert "forecast" in str(document.blocks)
    filtered = without_forecasts(document)
    spans = [
        span
        for block in filtered.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for line in cell
        for span in line
    ]
    assert spans
    assert "forecast" not in {span.role for span in spans}
    assert any(span == Span("CNY 10 billion", "figure") for span in spans)


@pytest.mark.parametrize("width", [20, 34, 45, 60, 80, 100, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "ids",
    [
        _PLAYERS,
        ("changle-health", "yunshan-doctor"),
        ("consultation-market", "online-patients", "financing-deals"),
        ("changle-health.revenue", "xiaoman-health.revenue"),
    ],
    ids="+".join,
)
def test_every_figure_is_shown_at_every_width(
    sample_store: Store, ids: tuple[str, ...], language: Language, width: int
) -> None:
    document = comparison(sample_store, ids, language)
    lines = [plain(line) for line in lay_out(document, width)]
    assert [line for line in lines if cell_len(line) > width] == []
    if width >= 34:
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
    if width >= 60:
        together = "".join("".join(lines).split())
        for value, _ in _figures(document):
            assert "".join(value.split()) in together


def test_entries_are_those_of_the_compared_figures(sample_store: Store) -> None:
    entries = compared_entries(sample_store, _PLAYERS)
    assert [entry.id for entry in entries] == sorted(
        (entry.id for entry in entries), key=_PLAYERS.index
    )
    facts = [entry.fact for entry in entries]
    assert facts.count("") == 3  # the main answer of each
    assert set(facts) - {""} == {
        row[0]
        for row in sample_store.query(
            "SELECT fact FROM answers WHERE measure <> '' AND id IN (?, ?, ?)", _PLAYERS
        )
    }
    assert all(entry.citations for entry in entries)
    one = compared_entries(sample_store, ["changle-health.revenue", "xiaoman-health.revenue"])
    assert {entry.fact.partition("@")[0].partition("#")[0] for entry in one} == {
        "changle-health.revenue",
        "xiaoman-health.revenue",
    }


@pytest.mark.parametrize(
    "ids",
    [
        ("changle-health", "consultation-market"),
        ("consultation-market", "changle-health"),
        ("changle-health", "policy-price-2019"),
    ],
)
def test_records_of_different_kinds_are_not_compared(
    sample_store: Store, ids: tuple[str, str]
) -> None:
    with pytest.raises(IncomparableError) as refused:
        comparison(sample_store, ids, "zh")
    assert ids[1] in refused.value.reason.zh
    assert ids[1] in refused.value.reason.en


@pytest.mark.parametrize(
    "identity", ["nobody", "changle-health.nothing", "", "changle-health@2022"]
)
def test_an_unknown_id_is_reported(sample_store: Store, identity: str) -> None:
    with pytest.raises(UnknownSubjectError) as refused:
        compared_entries(sample_store, ["changle-health", identity])
    assert refused.value.identity == identity
