"""The short brief of a subject: what it has, in which order, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.document import Document, Figures, Heading, Paragraph, Table, plain_text
from tui.export.formats import FORMATS
from tui.export.page_contents import subject_contents
from tui.store import Store, open_store
from tui.text.language import LANGUAGES, Language, Wording
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs, cited_once
from tui.views.disputed_values import values_side_by_side
from tui.views.figure_takeaways import figure_takeaways
from tui.views.first_sentences import first_sentences
from tui.views.measure_figures import figures_of
from tui.views.printed_length import printed_lines
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import facet_choices
from tui.views.subject_brief import subject_brief, subject_records
from tui.views.subject_change import change_blocks, note_paragraphs
from tui.views.subject_figures import (
    figures_of_companies,
    figures_of_other_markets,
    latest_figures,
)
from tui.views.subject_order import in_subject_order
from tui.views.subject_statements import statements_of

_ANOTHER_SOURCE = '"bureau-2023", exact = "慢性病长期管理综合试点"'


def _headings(page: Document) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subject_has_a_short_brief(sample_store: Store, language: Language) -> None:
    for (tag,) in sample_store.query("SELECT DISTINCT value FROM facets WHERE facet = 'tag'"):
        page = subject_brief(sample_store, tag, language)
        assert page.title
        assert page.blocks
        numbers = [quote.number for quote in page.quotes]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_brief_goes_from_figures_to_what_is_not_known(sample_store: Store) -> None:
    page = subject_brief(sample_store, "market", "en")
    expected = ["Latest figures", "Figures by period", "What the sources say"]
    expected += [messages.DISPUTED.en, "Data gaps"]
    found = [title for title in _headings(page) if title in expected]
    assert found == [title for title in expected if title in found]
    assert found[0] == "Latest figures"
    figures = next(block for block in page.blocks if isinstance(block, Figures))
    assert all(row.cites for row in figures.rows)
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert len(table.rows) > 1


def test_a_long_brief_names_fewer_records(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = subject_brief(sample_store, "market", "en")
    monkeypatch.setattr("tui.views.subject_brief._LONGEST", printed_lines(whole.blocks) - 5)
    shorter = subject_brief(sample_store, "market", "en")
    assert printed_lines(shorter.blocks) <= printed_lines(whole.blocks) - 5
    assert _headings(shorter) == _headings(whole)
    monkeypatch.setattr("tui.views.subject_brief._LONGEST", 0)
    # Companies that only mention the subject make room for what is about it; the one figure that
    # stays is in the table by period.
    left_out = ("Companies & institutions", "Latest figures")
    kept = [title for title in _headings(whole) if title not in left_out]
    assert _headings(subject_brief(sample_store, "market", "en")) == kept


def test_a_company_that_received_money_stays_however_long_the_brief_is(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    company = sample_copy / "players" / "baize-capital.toml"
    company.write_text(
        company.read_text("utf-8").replace("\nrole", '\nthemes = ["market"]\nrole', 1), "utf-8"
    )
    monkeypatch.setattr("tui.views.subject_brief._LONGEST", 0)
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        (item,) = _section(subject_brief(store, "market", "en"), "Companies & institutions")
        assert item.startswith(store.answers("qinghe-health")[0].title.en)


def test_records_are_in_the_order_of_a_brief(sample_store: Store) -> None:
    kinds = dict(sample_store.query("SELECT id, kind FROM records"))
    found = [kinds[each] for each in in_subject_order(sample_store, sample_store.identities())]
    order = ["brief", "statistic", "statement", "disagreement", "gap", "policy", "player", "term"]
    order.append("source")
    assert found == sorted(found, key=order.index)


def test_records_of_other_industries_are_left_out(sample_copy: Path) -> None:
    briefing = sample_copy / "briefing.toml"
    text = briefing.read_text("utf-8")
    title = 'title = { zh = "药房", en = "Pharmacy" }\n'
    briefing.write_text(text.replace(title, f"{title}aside = true\n"), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        rows = store.query("SELECT id FROM facets WHERE facet = 'tag' AND value = 'pharmacy'")
        asides = {row[0] for row in rows}
        assert asides
        assert not asides & set(subject_records(store, "insurance-payment"))
        assert set(subject_records(store, "pharmacy")) == asides


@pytest.mark.parametrize(
    ("text", "language", "beginning"),
    [
        ("None. " + "A" + "b" * 70 + ". Next one.", "en", "None. A" + "b" * 70 + "."),
        ("It cites No. 47 of the year in which " + "a" * 40 + ". More.", "en",
         "It cites No. 47 of the year in which " + "a" * 40 + "."),
        ("没有。" + "据" * 20 + "。其余。", "zh", "没有。" + "据" * 20 + "。"),
        ("no end", "en", "no end"),
    ],
)  # fmt: skip
def test_a_short_sentence_brings_the_next(text: str, language: Language, beginning: str) -> None:
    assert first_sentences(text, language) == beginning


def test_a_disputed_statement_stands_before_what_disputes_it(sample_store: Store) -> None:
    disputes = dict(sample_store.query("SELECT about, id FROM disagreements"))
    tags = "SELECT DISTINCT value FROM facets WHERE facet = 'tag'"
    found = 0
    for (tag,) in sample_store.query(tags):
        records = subject_records(sample_store, tag)
        lines = [
            plain_text(block.spans)
            for block in subject_brief(sample_store, tag, "en").blocks
            if isinstance(block, Paragraph)
        ]
        for statement in records:
            dispute = disputes.get(statement)
            if dispute not in records or sample_store.answers(dispute)[0].disagrees[0]["value"]:
                continue
            claim, *others = sample_store.answers(dispute)[0].disagrees
            said = first_sentences(claim["answer"]["en"], "en")
            (line,) = (line for line in lines if said in line)
            assert all(line.index(said) < line.index(side["reason"].en) for side in others)
            found += 1
    assert found


def _section(page: Document, title: str) -> list[str]:
    """Return the items under a heading."""
    items: list[str] = []
    current = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            current = block.text
        elif isinstance(block, Paragraph) and current == title and block.bullet:
            items.append(plain_text(block.spans))
    return items


def _tags(store: Store) -> list[str]:
    return [tag for (tag,) in store.query("SELECT DISTINCT value FROM facets WHERE facet = 'tag'")]


def test_a_statement_is_its_sentence_without_a_label(sample_store: Store) -> None:
    found = 0
    for tag in _tags(sample_store):
        answers = {
            first_sentences(sample_store.answers(each)[0].answer.en, "en")
            for each in subject_records(sample_store, tag)
        }
        for item in _section(subject_brief(sample_store, tag, "en"), "What the sources say"):
            assert item.partition("[")[0] in answers
            found += 1
    assert found


def test_a_gap_is_asked_in_full(sample_store: Store) -> None:
    found = 0
    for tag in _tags(sample_store):
        titles = [
            sample_store.answers(each)[0].title.en for each in subject_records(sample_store, tag)
        ]
        for item in _section(subject_brief(sample_store, tag, "en"), "Data gaps"):
            (title,) = (title for title in titles if item.startswith(title))
            assert item.removeprefix(title).strip(" :")
            found += 1
    assert found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_value_of_a_disputed_figure_has_source_period_status_and_evidence(
    sample_store: Store, language: Language
) -> None:
    title = messages.DISPUTED.of(language)
    page = subject_brief(sample_store, "market", language)
    entry = sample_store.answers("disagreement-consultation-market")[0]
    name = entry.title.of(language)
    (item,) = (item for item in _section(page, title) if item.startswith(name))
    quotes = {quote.number: quote.exact for quote in page.quotes}
    for side in entry.disagrees:
        sentence = item[item.index(side["by"].of(language)) :].partition("[")
        assert "2022" in sentence[0]
        assert ("预测" if language == "zh" else "forecast") in item
        assert quotes[int(sentence[2].partition("]")[0])] == side["citations"][0]["exact"]
        if not side["used"]:
            assert side["reason"].of(language) in item


def test_heads_of_the_table_of_figures_have_one_style(sample_store: Store) -> None:
    page = subject_brief(sample_store, "market", "en")
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert {span.role for head in table.heads for span in head} == {"body"}


def test_a_brief_leads_with_the_change_of_its_main_figure(sample_store: Store) -> None:
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    heading, *said = change_blocks(sample_store, ["financing-amount"], evidence, "en")
    texts = [plain_text(each.spans) for each in said if isinstance(each, Paragraph)]
    assert isinstance(heading, Heading)
    assert texts[0].startswith(
        "Financing amount fell 63.5% from 2021 to 2022 (editor's calculation)."
    )
    assert texts[1].startswith("Q1 2023: One quarter, printed in units of ten thousand yuan")
    assert len(texts) == 2


def test_a_brief_on_figures_begins_with_its_takeaways(sample_store: Store) -> None:
    page = subject_brief(sample_store, "market", "en")
    assert _headings(page)[0] == "Key takeaways"
    latest, forecast, change, disputed, unknown = _section(page, "Key takeaways")
    assert latest == (
        "Online-consultation market size: CNY 10 billion in 2022 (reported; Morning Star 2023), "
        "the latest.[1]"
    )
    assert forecast == (
        "Online-consultation market size, forecast: over CNY 20 billion in 2025 "
        "(Morning Star 2023).[2]"
    )
    assert " rose 25% from 2021 to 2022 (editor's calculation)." in change
    assert disputed == (
        "Disputed: Online-consultation market size, 2022: CNY 10 billion (reported) and "
        "CNY 13 billion (forecast), the second 30.0% higher. Online patients, 2022: "
        "21 million (reported) and 35 million (estimate), the second 66.7% higher."
    )
    assert unknown == "Not known: What are the market shares of the platforms?"


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("zh", "；已公布值最高的是2020年的30亿元。"),
        ("en", "; the highest reported is CNY 3 billion in 2020."),
    ],
)
def test_the_takeaways_name_the_highest_figure_that_is_not_the_latest(
    sample_store: Store, language: Language, end: str
) -> None:
    evidence = QuoteNumbering(sample_store, language, dated=False)
    paragraphs = BriefParagraphs(sample_store, language, evidence)
    latest, *_ = figure_takeaways(paragraphs, ["financing-amount"], [], [])
    assert isinstance(latest, Paragraph)
    assert latest.spans[0].text.endswith(end)
    assert not [*figure_takeaways(paragraphs, [], [], [])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_stands_in_two_tables(sample_store: Store, language: Language) -> None:
    found = 0
    for tag in _tags(sample_store):
        page = subject_brief(sample_store, tag, language, has_pages=False)
        tables = [block for block in page.blocks if isinstance(block, Figures)]
        labels = [row.label for table in tables for row in table.rows]
        assert len(labels) == len(set(labels))
        found += len(labels)
    assert found


def test_a_figure_of_the_table_by_period_is_not_among_the_latest(sample_store: Store) -> None:
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    paragraphs = BriefParagraphs(sample_store, "en", evidence)
    rows = sample_store.query("SELECT id, other FROM compare_with ORDER BY id")
    units = dict(sample_store.query("SELECT id, base_unit FROM answers WHERE main"))
    main, other = next(row for row in rows if units[row[0]] == units[row[1]])
    entries = [sample_store.answers(each)[0] for each in (main, other)]
    # The other market is not among them either, though its main measure is left out.
    assert not [*latest_figures(paragraphs, entries, {main})]


def test_a_dispute_about_a_value_of_a_disputed_figure_comes_last(
    sample_store: Store, sample_copy: Path
) -> None:
    disputes = [row[0] for row in sample_store.query("SELECT DISTINCT id FROM disagreements")]
    assert in_subject_order(sample_store, disputes)[-1] != "disagreement-claim-qinghe-largest"
    path = sample_copy / "themes" / "claim-qinghe-largest.toml"
    value = "consultation-market@2022:forecast 130亿元"
    text = path.read_text("utf-8").replace('["qinghe-health"]', f'["qinghe-health", "{value}"]')
    by = 'by = "claim-yunshan-largest"\n'
    path.write_text(text.replace(by, f'{by}against = "{value}"\n'), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        assert in_subject_order(store, disputes)[-1] == "disagreement-claim-qinghe-largest"


def test_a_dispute_of_a_statement_has_the_figures_of_periods_that_overlap(
    sample_store: Store, sample_copy: Path
) -> None:
    entry = sample_store.answers("disagreement-claim-changle-first")[0]
    assert values_side_by_side(sample_store, entry).en == (
        f"{entry.title.en}: Annual active users, H1 2022: 17.2 million annual active users "
        "(reported); Registered users, Jun 2022: 24 million registered users (reported)"
    )
    for path in sample_copy.rglob("*.toml"):
        text = path.read_text("utf-8")
        changed = text.replace("changle-health.active-users@2022-H1", "consultation-market@2022")
        if "disputed_by" in text:
            path.write_text(changed.replace("@2022 1720万人", "@2022 100亿元"), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        entry = store.answers("disagreement-claim-changle-first")[0]
        assert values_side_by_side(store, entry) == entry.title  # of two units


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("2021—2022年年均增长一成。", "2021—2022年年均增长一成。"),
        ("增长一成。", "2022年：增长一成。"),
    ],
)
def test_a_note_that_begins_with_its_period_stands_alone(
    sample_store: Store, note: str, printed: str
) -> None:
    figure = next(
        each for each in figures_of(sample_store, "consultation-market") if each.period == "2022"
    )
    evidence = QuoteNumbering(sample_store, "zh", dated=False)
    figure = figure._replace(note=Wording(note, ""))
    said = note_paragraphs([figure], evidence, "zh")
    assert [plain_text(each.spans[:1]) for each in said] == [printed]
    assert not [*note_paragraphs([figure._replace(as_printed="10.0")], evidence, "zh")]


def test_a_subject_without_a_change_does_not_lead_with_one(sample_store: Store) -> None:
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    assert not [*change_blocks(sample_store, ["consultations"], evidence, "en")]
    assert not [*change_blocks(sample_store, [], evidence, "en")]


@pytest.mark.parametrize(("language", "title"), [("zh", "《一分钟读懂》"), ("en", "In a minute")])
def test_the_narrative_about_a_subject_is_named_at_the_end(
    sample_copy: Path, language: Language, title: str
) -> None:
    brief = sample_copy / "briefs" / "one-minute.toml"
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("\n[[passages]]", 'themes = ["market"]\n\n[[passages]]', 1))
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        file = subject_brief(store, "market", language).blocks
        terminal = subject_brief(store, "market", language, "medbrief list").blocks
    for blocks, has_id in ((file, False), (terminal, True)):
        assert isinstance(blocks[0], Heading)
        texts = [plain_text(each.spans) for each in blocks if isinstance(each, Paragraph)]
        (named,) = (text for text in texts[-3:] if title in text)
        assert ("medbrief brief one-minute" in named) == has_id


def test_the_command_for_what_is_left_out_is_named_where_it_can_be_run(
    sample_store: Store,
) -> None:
    def text(page: Document) -> str:
        return "".join(
            plain_text(each.spans) for each in page.blocks if isinstance(each, Paragraph)
        )

    for form in (*FORMATS, ""):
        contents = subject_contents(sample_store, "pharmacy", "zh", form)
        assert contents.page is not None
        assert ("medbrief" in text(contents.page)) == (not form)
    command = "medbrief list --tag pharmacy"
    assert command in text(subject_brief(sample_store, "pharmacy", "en", command))
    assert "medbrief" not in text(subject_brief(sample_store, "pharmacy", "en"))


def test_a_text_has_the_marks_of_its_citations_but_not_of_words_quoted_twice() -> None:
    words = ["增长了一成", "增长", "共三家", "其后", "另有两家"]
    citations = [{"source": "herald", "exact": exact} for exact in words]
    citations.append({"source": "gazette", "exact": "增长"})
    assert [each["exact"] for each in cited_once(citations)] == ["增长了一成", "共三家", "其后"]
    both = [citations[0], citations[-1]]
    assert cited_once(both) == both


def test_each_citation_of_a_statement_has_its_mark(sample_store: Store) -> None:
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    (entry, *_) = sample_store.answers("driver-payment")
    (other, *_) = sample_store.answers("challenge-dual-skills")
    entry = entry._replace(citations=[*entry.citations, *other.citations])
    said = BriefParagraphs(sample_store, "en", evidence).statement(entry)
    assert plain_text(said.spans).endswith("in 2022. (fact)[1][2]")


def test_statements_that_rest_on_the_main_figure_come_first(sample_store: Store) -> None:
    statements = ["challenge-dual-skills", "driver-payment"]
    assert in_subject_order(sample_store, statements) == statements
    found = in_subject_order(sample_store, [*statements, "consultation-market"])
    assert found == ["consultation-market", *reversed(statements)]


def test_figures_of_another_market_stand_apart_from_the_main_one(sample_store: Store) -> None:
    units = dict(sample_store.query("SELECT id, base_unit FROM answers WHERE main"))
    (main, other, why), *_ = [
        row
        for row in sample_store.query("SELECT id, other, why_en FROM compare_with ORDER BY id")
        if units[row[0]] == units[row[1]]
    ]
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    paragraphs = BriefParagraphs(sample_store, "en", evidence)
    entries = [sample_store.answers(each)[0] for each in (main, other)]
    _, latest = latest_figures(paragraphs, entries)
    heading, others = figures_of_other_markets(paragraphs, entries)
    assert isinstance(latest, Figures)
    assert isinstance(others, Figures)
    assert [row.label for row in latest.rows] == [entries[0].title.en]
    assert [row.label for row in others.rows] == [entries[1].title.en]
    assert heading == Heading("Similar measures, different definitions")
    remark = plain_text(others.rows[0].remarks[0])
    assert remark == f"Compared with “{entries[0].title.en}”: {why}"
    assert not [*figures_of_other_markets(paragraphs, entries[:1])]


def test_a_company_has_its_figure_of_the_subject_and_a_supplier_of_data_is_left_out(
    sample_copy: Path,
) -> None:
    supplier = sample_copy / "players" / "wangchuan-institute.toml"
    text = supplier.read_text("utf-8")
    supplier.write_text(text.replace("\nrole =", '\nthemes = ["pharmacy"]\nrole =', 1), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        assert "wangchuan-institute" in subject_records(store, "pharmacy")
        items = _section(subject_brief(store, "pharmacy", "en"), "Companies & institutions")
    assert items[0].startswith("Changle Health: SKUs of the pharmacy, ")
    assert not any("Wangchuan" in item for item in items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_figures_are_of_several_sources_the_note_on_the_latest_is_a_takeaway(
    sample_copy: Path, language: Language
) -> None:
    notes = {"zh": "年均增长一成。", "en": "Up a tenth a year."}
    record = sample_copy / "statistics" / "consultation-market.toml"
    head, first, rest = record.read_text("utf-8").partition('period = "2021"')
    rest = rest.replace('"herald-2023", exact = "市场规模2021年为80亿元"', _ANOTHER_SOURCE, 1)
    note = f'note = {{ zh = "{notes["zh"]}", en = "{notes["en"]}" }}\nrank = "preferred"'
    record.write_text(head + first + rest.replace('rank = "preferred"', note), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        evidence = QuoteNumbering(store, language, dated=False)
        paragraphs = BriefParagraphs(store, language, evidence)
        found = figure_takeaways(paragraphs, ["consultation-market"], [], [])
        said = [plain_text(each.spans) for each in found if isinstance(each, Paragraph)]
    assert len(said) == 4
    assert "25%" in said[2]  # no change is computed, so the reported growth is not printed twice
    assert notes[language] in said[3]


def test_statements_on_the_subject_come_before_those_that_touch_it(sample_store: Store) -> None:
    on_another_market = "ecosystem-time"
    statements = ["challenge-dual-skills", on_another_market, "driver-payment"]
    rows = sample_store.query("SELECT from_id FROM links WHERE type = 'supports'")
    assert {"driver-payment"} <= {row[0] for row in rows}
    ordered, worth = statements_of(
        sample_store, {"statement": statements, "statistic": ["consultation-market"]}, "market"
    )
    assert ordered[0] == "driver-payment"
    assert worth == 1  # the subject is a measure, which the others do not name
    assert sorted(ordered) == sorted(statements)
    ordered, worth = statements_of(sample_store, {"statement": statements}, "supervision")
    assert worth == len(statements)


def test_a_statement_that_stands_with_its_dispute_is_not_listed(sample_store: Store) -> None:
    (dispute, about), *_ = sample_store.query(
        "SELECT id, about FROM disagreements JOIN statements USING (id) UNION "
        "SELECT d.id, about FROM disagreements d JOIN statements s ON s.id = d.about"
    )
    records = {"statement": [about], "disagreement": [dispute]}
    assert statements_of(sample_store, records, "market") == ([], 0)
    assert statements_of(sample_store, {"statement": [about]}, "market") == ([about], 1)


def test_a_single_figure_beside_the_subject_is_no_takeaway(sample_store: Store) -> None:
    paragraphs = BriefParagraphs(sample_store, "en", QuoteNumbering(sample_store, "en"))
    figures = ["financing-amount"]
    named = [*figure_takeaways(paragraphs, figures, [], [], ["financing"])]
    beside = [*figure_takeaways(paragraphs, figures, [], [], ["ecosystem"])]
    assert named[1:] == beside


def test_the_figures_of_companies_on_a_subject_are_those_whose_measure_names_it(
    sample_store: Store,
) -> None:
    paragraphs = BriefParagraphs(sample_store, "en", QuoteNumbering(sample_store, "en"))
    (said,) = figures_of_companies(paragraphs, ("药房", "pharmacy"))
    assert plain_text(said.spans).startswith("Changle Health: SKUs of the pharmacy, ")
    assert not [*figures_of_companies(paragraphs, ("prices",))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_the_table_by_period_has_its_source(
    sample_store: Store, language: Language
) -> None:
    for choice in facet_choices(sample_store, "tag"):
        blocks = subject_brief(sample_store, choice.value, language).blocks
        for number, block in enumerate(blocks):
            if isinstance(block, Table) and block.label_head in ("Period", "时期"):
                texts = [
                    plain_text(spans)
                    for row in block.rows
                    for cell in row.cells
                    for spans in cell
                    if any(span.target.startswith("cite:") for span in spans)
                ]
                after = blocks[number + 1]
                one = isinstance(after, Paragraph) and plain_text(after.spans)
                is_once = one and one.startswith(("Source: ", "来源："))
                assert texts
                assert is_once or all(" · " in each for each in texts)
