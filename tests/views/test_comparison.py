"""A comparison shows each figure once, with its evidence, and only comparable records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST
from tui.document import Document, Figures, Heading, Paragraph, Span, Spans, Table, plain_text
from tui.document.forecast_filter import without_forecasts
from tui.render.line_wrap import plain
from tui.render.page_layout import READING_WIDTH, lay_out
from tui.store import Store, open_store
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
                        texts = (span.text for span in spans if span.role == "figure")
                        figures = [text.removeprefix("≠ ") for text in texts]
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


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _matrix(store: Store, *players: str) -> dict[str, list[str]]:
    """Return the first table of a comparison in English: the texts of the cells of each row."""
    table = _tables(comparison(store, players, "en"))[0]
    return {
        plain_text(row.label): [" / ".join(map(plain_text, cell)) for cell in row.cells]
        for row in table.rows
    }


def _under(document: Document, heading: str) -> list[Table | Paragraph | Heading]:
    """Return the blocks of a section."""
    blocks = list(document.blocks)
    start = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    found: list[Table | Paragraph | Heading] = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level == 1:
            break
        assert isinstance(block, Table | Paragraph | Heading)
        found.append(block)
    return found


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


def test_comparable_figures_stand_in_the_first_table_with_status_and_evidence(
    sample_store: Store,
) -> None:
    changle, chunlai, xiaoman = _matrix(sample_store, *_PLAYERS)["Total revenue, H1 2022"]
    assert re.fullmatch(r"CNY 1.36 billion  reported \[\d+\]", changle)
    assert chunlai == "not in documents"
    assert re.fullmatch(r"CNY 382 million  reported \[\d+\]", xiaoman)


def _unnumbered(cells: list[str]) -> list[str]:
    return [re.sub(r" ?\[\d+\]", "", cell) for cell in cells]


def test_a_value_of_another_definition_or_period_stands_in_its_cell_and_says_so(
    sample_store: Store,
) -> None:
    rows = _matrix(sample_store, "qinghe-health", *_PLAYERS)
    assert _unnumbered(rows["Active users / Annual active users"]) == [
        "≠ 8.5 million  reported / Active users, Jun 2023",
        "≠ 17.2 million  reported / Annual active users, H1 2022",
        "not in documents",
        "≠ 24 million  reported / Registered users, Jun 2022",
    ]
    assert _unnumbered(rows["Contracted doctors"]) == [
        "over 3,000  reported / other period: Jun 2023",
        "over 13,000  reported / other period: Sep 2022",
        "not in documents",
        "≠ about 1,800  reported / Doctors of its own, Jun 2022",
    ]
    unmarked = {
        label
        for label, cells in rows.items()
        if not any("≠" in cell or "other period" in cell for cell in cells)
    }
    assert unmarked == {"Total revenue, H1 2022", "Growth of total revenue, year on year, H1 2022"}


def test_the_mark_of_another_definition_is_explained_below_the_table(sample_store: Store) -> None:
    blocks = comparison(sample_store, _PLAYERS, "en").blocks
    table = next(at for at, block in enumerate(blocks) if isinstance(block, Table))
    note = blocks[table + 1]
    assert isinstance(note, Paragraph)
    assert plain_text(note.spans).startswith("≠ another definition")
    revenue = comparison(sample_store, ("changle-health", "changle-pharmacy"), "en")
    assert "≠" not in str(revenue.blocks)


def test_every_row_of_the_first_table_has_figures_of_several_players(sample_store: Store) -> None:
    for players in combinations(_players(sample_store), 3):
        for cells in _matrix(sample_store, *players).values():
            assert sum("[" in cell for cell in cells) > 1


def test_every_measure_is_named(sample_store: Store) -> None:
    players = ("qinghe-health", *_PLAYERS)
    text = "\n".join(plain(line) for line in lay_out(comparison(sample_store, players, "en"), 400))
    titles = sample_store.query(
        "SELECT DISTINCT title_en FROM measures WHERE id IN (?, ?, ?, ?)", players
    )
    missing = {title for (title,) in titles if title not in text}
    assert missing == {"Operating revenue"}  # the row is named Total revenue, as Xiaoman's alias


def test_a_figure_of_one_player_alone_stands_in_its_own_section(sample_store: Store) -> None:
    document = comparison(sample_store, ("qinghe-health", "changle-health"), "en")
    blocks = _under(document, "Only one company has a figure")
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads == ["Qinghe Health only", "Changle Health only"]
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = [{plain_text(row.label): row.cells for row in table.rows} for table in tables]
    # A rate that only one has, of a measure that both have.
    assert "Growth of contracted doctors" in rows[0]
    assert "Total revenue" in rows[1]
    assert not set(rows[0]) & set(rows[1])
    notes = [
        block.text if isinstance(block, Heading) else plain_text(block.spans)
        for block in _under(document, "Definitions and notes")
        if not isinstance(block, Table)
    ]
    said = "Fall in gross margin, year on year: Possibly percentage points; the text does not say."
    assert notes.index("Changle Health") < notes.index(said)
    assert notes.count("Changle Health") == 1


def test_every_common_period_has_a_row_and_other_figures_stand_in_the_first(
    sample_copy: Path,
) -> None:
    for player, years in (
        ("xiaoman-health", ("2020", "2021")),
        ("changle-health", ("2019", "2020", "2021")),
    ):
        path = sample_copy / f"players/{player}.toml"
        text = path.read_text(encoding="utf-8")
        at = text.index("[[metrics.observations]]", text.index('id = "revenue"'))
        end = text.index("\n\n", at)
        more = [re.sub(r'period = ".*"', f'period = "{y}"', text[at:end], count=1) for y in years]
        path.write_text("\n\n".join((text[:at].rstrip(), *more, text[at:])), encoding="utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        rows = _matrix(store, "changle-health", "xiaoman-health")
    revenue = {label: cells for label, cells in rows.items() if label.startswith("Total revenue")}
    assert list(revenue) == [f"Total revenue, {each}" for each in ("H1 2022", "2021", "2020")]
    assert [cells[0].count("reported") for cells in revenue.values()] == [2, 1, 1]
    assert revenue["Total revenue, H1 2022"][0].endswith("other period: 2019")


def test_a_measure_of_two_scopes_is_not_comparable(sample_copy: Path) -> None:
    path = sample_copy / "players/xiaoman-health.toml"
    text = path.read_text(encoding="utf-8")
    scope = 'unit = "亿元"\nscope = { zh = "不含子公司。", en = "Without subsidiaries." }\n'
    path.write_text(text.replace('unit = "亿元"\n', scope, 1), encoding="utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        rows = _matrix(store, *_PLAYERS)
        assert _unnumbered(rows["Revenue"])[2] == (
            "≠ CNY 382 million  reported / Operating revenue, H1 2022 / "
            "≠ +39%  reported / Growth of operating revenue, year on year, H1 2022"
        )
        text = str(comparison(store, _PLAYERS, "en").blocks)
    assert "Without subsidiaries." in text
    assert "No figures can be compared directly." in text  # nor can its growth


def _lines(store: Store, width: int, language: Language = "zh") -> list[str]:
    return [plain(line) for line in lay_out(comparison(store, _PLAYERS, language), width)]


@pytest.mark.parametrize("width", [80, 100, 160])
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
    assert len(heads) == 2  # what can be compared, profile
    assert (
        len(
            {
                tuple(cell_len(line[: line.index(name)]) for name in names[language])
                for line in heads
            }
        )
        == 1
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_use_a_wide_window_and_texts_keep_their_width(
    sample_store: Store, language: Language
) -> None:
    players = ("qinghe-health", *_PLAYERS)
    document = comparison(sample_store, players, language)
    lines = [plain(line) for line in lay_out(document, 180)]
    rules = [cell_len(line) for line in lines if line and not line.strip("─")]
    assert max(rules) > READING_WIDTH
    texts = [block for block in document.blocks if isinstance(block, Paragraph)]
    starts = {plain_text(text.spans)[:20] for text in texts}
    shown = [line for line in lines if line.removeprefix("• ")[:20] in starts]
    assert len(shown) >= len(starts)
    assert all(cell_len(line) <= READING_WIDTH for line in shown)


def test_values_are_aligned_at_the_right_of_their_column_or_at_the_left_above_the_status(
    sample_store: Store,
) -> None:
    document = comparison(sample_store, ("changle-health", "xiaoman-health"), "en")
    for width, figure, edge in (
        (100, r"\d[^ ]*( \w+)?  reported", "end"),
        (70, r"(?<=  )(CNY|[+≠])", "start"),
    ):
        lines = [plain(line) for line in lay_out(document, width)]
        rule = next(number for number, line in enumerate(lines) if line.startswith("────"))
        users = next(number for number, line in enumerate(lines) if line.startswith("Users"))
        found = [match for line in lines[rule:users] for match in re.finditer(figure, line)]
        assert len(found) == 6
        assert len({getattr(match, edge)() for match in found}) == 2  # one for each company


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            (
                "Only total revenue and growth of total revenue, year on year (H1 2022; Changle "
                "Health and Xiaoman Health) can be compared directly. Doctors and users: the "
                "definitions differ, so the values cannot be compared. 5 measures have "
                "figures for one company only (Changle Health 4, Xiaoman Health 1).",
                "Calculated from the figures below. Total revenue: Changle Health's is about 3.6 "
                "times Xiaoman Health's; growth of total revenue, year on year: Changle Health's "
                "is 16.4 percentage points above Xiaoman Health's.",
                "Chunlai Health has no figures in the documents (data gap: How many users does "
                "Chunlai Health have, and how much revenue?).",
            ),
        ),
        (
            "zh",
            (
                "可以直接对比的只有营业收入与营业收入同比增长（2022年上半年，长乐健康与小满健康）。"
                "医生数与用户数各家口径不同，不能直接对比。有5项指标仅一家披露（长乐健康4项、小满健康1项）。",
                "按下列数据计算，长乐健康的营业收入约为小满健康的3.6倍；"
                "长乐健康的营业收入同比增长比小满健康高16.4个百分点。",
                "春来健康在资料中未见数据（数据缺口：春来健康有多少用户和收入？）。",
            ),
        ),
    ],
)
def test_the_first_sentences_say_what_can_be_compared(
    sample_store: Store, language: Language, sentences: tuple[str, ...]
) -> None:
    blocks = comparison(sample_store, _PLAYERS, language).blocks[: len(sentences)]
    assert tuple(plain_text(each.spans) for each in blocks if isinstance(each, Paragraph)) == (
        sentences
    )


def test_players_without_figures_have_no_table_of_figures(sample_store: Store) -> None:
    document = comparison(sample_store, ("baize-capital", "changfeng-fund"), "en")
    first, second, *_ = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert plain_text(first.spans) == "No figures can be compared directly."
    assert plain_text(second.spans).endswith("have no figures in the documents.")
    assert len(_tables(document)) == 1  # the profile


def test_measures_are_said_to_be_comparable_or_not(sample_store: Store) -> None:
    def first(*ids: str) -> str:
        paragraph = comparison(sample_store, ids, "en").blocks[0]
        assert isinstance(paragraph, Paragraph)
        return plain_text(paragraph.spans)

    assert first("changle-health.revenue", "xiaoman-health.revenue") == (
        "Total revenue and growth of total revenue, year on year (H1 2022) can be compared "
        "directly."
    )
    assert first(*_MARKETS) == (
        "“Night-consultation market size” and “Online-consultation market size” are different "
        "measures: they are listed side by side and cannot be compared directly. "
        "Periods in common: 2021, 2022."
    )
    assert "The figures have no period in common." in first(
        "consultation-market", "financing-deals"
    )


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


def test_texts_stand_below_the_tables_with_a_paragraph_for_each_player(
    sample_store: Store,
) -> None:
    document = comparison(sample_store, _PLAYERS, "en")
    texts = _under(document, "Summary")
    assert [plain_text(each.spans[:1]) for each in texts if isinstance(each, Paragraph)] == [
        "Changle Health",
        "Chunlai Health",
        "Xiaoman Health",
    ]
    assert all(_cited(each.spans) for each in texts if isinstance(each, Paragraph))
    said = _under(document, "What sources say")
    targets = [span.target for it in said if isinstance(it, Paragraph) for span in it.spans]
    assert "record:claim-changle-first" in targets
    assert max(document.blocks.index(table) for table in _tables(document)) < (
        document.blocks.index(Heading("Summary"))
    )


def test_a_gap_stands_with_the_player_that_it_is_about(sample_copy: Path) -> None:
    gap = (sample_copy / "gaps/gap-quality.toml").read_text(encoding="utf-8")
    head, _, tail = gap.partition("question = ")
    _, _, tail = tail.partition("\n")
    for identity, related, zh, en in (
        ("gap-xiaoman", '"changle-health", "xiaoman-health"', "小满健康", "Xiaoman Health"),
        ("gap-both", '"changle-health", "xiaoman-health"', "平台", "the platforms"),
        ("gap-pharmacy", '"changle-health"', "长乐健康大药房", "Changle Health Pharmacy"),
    ):
        question = f'question = {{ zh = "{zh}赚钱吗？", en = "Does {en} make money?" }}\n'
        text = head.replace("gap-quality", identity) + question + tail
        text = text.replace('related = ["term-online-consultation"]', f"related = [{related}]")
        (sample_copy / f"gaps/{identity}.toml").write_text(text, encoding="utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        ids = ("changle-health", "chunlai-health", "xiaoman-health")
        gaps = _under(comparison(store, ids, "en"), "Data gaps")
        assert _listed(gaps) == [
            ("Chunlai Health", ["record:gap-chunlai-figures"]),
            ("Xiaoman Health", ["record:gap-xiaoman"]),
        ]
        gaps = _under(comparison(store, ("changle-health", "xiaoman-health"), "zh"), "数据缺口")
        assert _listed(gaps) == [
            ("小满健康", ["record:gap-xiaoman"]),
            ("各家共同", ["record:gap-both"]),
        ]


def _listed(blocks: list[Table | Paragraph | Heading]) -> list[tuple[str, list[str]]]:
    """Return the headings of lists, each with the targets of its links."""
    found: list[tuple[str, list[str]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append((block.text, []))
        elif isinstance(block, Paragraph):
            found[-1][1].append(block.spans[0].target)
    return found


def test_differences_between_measures_are_listed(sample_store: Store) -> None:
    def warnings(*ids: str) -> str:
        return "\n".join(
            plain_text(block.spans)
            for block in comparison(sample_store, ids, "zh").blocks
            if isinstance(block, Paragraph)
        )

    assert "线上问诊市场包括白天，这里只算夜间。" in warnings(*_MARKETS)
    units = warnings("e-prescriptions", "consultations")
    assert "单位不同：亿件、万次" in units
    assert "“电子处方量”与“线上问诊量”口径不同" in units
    assert "单位不同" not in warnings("consultation-market", "medical-spending")


def test_values_of_one_period_share_a_cell_with_their_rank(sample_store: Store) -> None:
    document = comparison(sample_store, _MARKETS, "en")
    table = next(block for block in document.blocks if isinstance(block, Table))
    row = next(row for row in table.rows if plain_text(row.label) == "2022")
    assert [plain_text(spans).split(" [")[0] for spans in row.cells[1]] == [
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
    rows = sample_store.query("SELECT title_zh, title_en FROM records WHERE id = ?", ids[1:])
    for title, reason in zip(next(rows), refused.value.reason, strict=True):
        assert f"“{title}”" in reason


def test_a_data_gap_is_refused_because_there_are_no_data(sample_store: Store) -> None:
    with pytest.raises(IncomparableError) as refused:
        comparison(sample_store, ["changle-health", "gap-quality"], "en")
    assert refused.value.reason.en.startswith("the documents have no data to compare (data gap “")


@pytest.mark.parametrize(
    "identity", ["nobody", "changle-health.nothing", "", "changle-health@2022"]
)
def test_an_unknown_id_is_reported(sample_store: Store, identity: str) -> None:
    with pytest.raises(UnknownSubjectError) as refused:
        compared_entries(sample_store, ["changle-health", identity])
    assert refused.value.identity == identity


@pytest.mark.parametrize(
    ("players", "documents"),
    [
        (("wangchuan-institute", "medical-fortnightly"), ("yearbook-2024", "fortnightly-2022")),
        (("wangchuan-institute", "changle-health"), ("yearbook-2024",)),
    ],
)
def test_publishers_without_figures_lead_to_the_documents_they_publish(
    sample_store: Store, players: tuple[str, ...], documents: tuple[str, ...]
) -> None:
    document = comparison(sample_store, players, "en")
    targets = [
        span.target
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.target
    ]
    assert [each for each in targets if each.endswith(documents)] == [
        f"record:{each}" for each in documents
    ]
