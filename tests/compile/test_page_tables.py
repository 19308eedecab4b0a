"""Tables of pages: offerings, events and relations of a company, the sides of a disagreement."""

from __future__ import annotations

import pytest

from tui.document import Document, Fields, Figures, Links, Paragraph, Table, plain_text
from tui.document.folding import section_names
from tui.document.forecast_filter import without_forecasts
from tui.document.link_target import parse_target, record_target
from tui.store import Store


def _page(store: Store, identity: str) -> Document:
    page = store.document(identity, "en")
    assert page
    return page


def _tables(page: Document) -> list[tuple[list[str], list[list[str]]]]:
    """Return the heads and rows of each table, a cell as one text."""
    found = []
    for block in page.blocks:
        if isinstance(block, Table):
            heads = [block.label_head, *map(plain_text, block.heads)]
            rows = [
                [plain_text(row.label), *(" ".join(map(plain_text, cell)) for cell in row.cells)]
                for row in block.rows
            ]
            found.append((heads, rows))
    return found


def _fields(page: Document) -> dict[str, str]:
    return {
        label: plain_text(spans)
        for block in page.blocks
        if isinstance(block, Fields)
        for label, spans in block.rows
    }


def test_offerings_events_and_relations_are_tables(sample_store: Store) -> None:
    offerings, events, relations = _tables(_page(sample_store, "qinghe-health"))
    assert offerings == (
        ["Name", "Type", "Since", "Description"],
        [["Night Lamp", "service", "2021", "Consultations at night.[6]"]],
    )
    assert events[0] == ["Date", "Event", "Type", "Amount", "Participants"]
    (event,) = events[1]
    assert event[0] == "Jun 2020"
    assert event[2:] == [
        "Financing, Series B",
        "CNY 200 million reported",
        "lead investor: Baize Capital",  # not the company of the page itself
    ]
    assert relations == (["Relation", "With"], [["investor", "Baize Capital[7]"]])


def test_a_relation_that_the_editor_infers_says_so_beside_its_type(sample_store: Store) -> None:
    ((heads, rows),) = _tables(_page(sample_store, "hefeng-insurance"))
    assert heads[:2] == ["Relation", "With"]  # short views leave out the notes
    assert [row[0] for row in rows] == ["partner (editor's inference)"]


def test_a_column_without_text_is_left_out(sample_store: Store) -> None:
    offerings, events, _ = _tables(_page(sample_store, "changle-health"))
    assert offerings[0] == ["Name", "Type", "Description"]
    assert "Amount" not in events[0]


def test_all_figures_of_a_company_are_one_table_without_repeated_units(sample_store: Store) -> None:
    page = _page(sample_store, "changle-health")
    (figures,) = (block for block in page.blocks if isinstance(block, Figures))
    values = {row.label: row.value for row in figures.rows}
    assert values["SKUs of the pharmacy"] == "40 million"
    assert values["Total revenue"] == "CNY 1.36 billion"
    assert _fields(page)["Annual active users"] == "Users active in the preceding twelve months."


def test_a_disagreement_has_a_row_per_source_then_difference_and_conclusion(
    sample_store: Store,
) -> None:
    page = _page(sample_store, "disagreement-consultation-market")
    ((heads, rows),) = _tables(page)
    assert heads == ["Value", "Period", "Status", "Source (written)", "Why"]
    assert [row[:3] for row in rows] == [
        ["CNY 10 billion[1]", "2022", "reported, used here"],
        ["CNY 13 billion[2]", "2022", "forecast"],
    ]
    fields = _fields(page)
    assert fields["Difference"] == "CNY 3 billion (CNY 13 billion is 30.0% above CNY 10 billion)"
    assert "is used for 2022." in fields["Conclusion"]
    assert fields["Measure"] == "Online-consultation market size"


def test_without_forecasts_a_disagreement_keeps_the_other_rows(sample_store: Store) -> None:
    page = without_forecasts(_page(sample_store, "disagreement-consultation-market"))
    ((_, rows),) = _tables(page)
    assert [row[2] for row in rows] == ["reported, used here"]


def test_a_disputed_statement_has_a_row_for_the_claim_and_each_fact_against_it(
    sample_store: Store,
) -> None:
    page = _page(sample_store, "disagreement-claim-changle-first")
    ((heads, (claim, against)),) = _tables(page)
    assert heads == ["Side", "Status", "Source (written)", "What it says"]
    assert claim[0] == "Claim"
    assert claim[1] == "a source's claim"
    assert against[0] == "For comparison"
    assert against[3].startswith("Xiaoman Health has more registered users")
    assert against[3].endswith("Xiaoman Health · Registered users · 24 million")


def test_two_statements_that_dispute_each_other_have_one_page_with_both_reasons(
    sample_store: Store,
) -> None:
    ((_, (claim, against)),) = _tables(_page(sample_store, "disagreement-claim-qinghe-largest"))
    assert claim[3].startswith("Qinghe Health calls itself the largest platform of the city.")
    assert claim[3].endswith("Beside the other side: Qinghe Health says the same of itself.")
    assert against[3].startswith("Yunshan Doctor says the same of itself.")
    assert against[3].endswith("Yunshan Doctor calls itself the largest")


@pytest.mark.parametrize(
    ("identity", "about"),
    [
        ("xiaoman-health", "disagreement-claim-changle-first"),  # a figure of it is a side
        ("claim-qinghe-largest", "disagreement-claim-qinghe-largest"),
        ("claim-yunshan-largest", "disagreement-claim-qinghe-largest"),  # the same dispute
        ("consultation-market", "disagreement-consultation-market"),
    ],
)
def test_a_record_that_is_marked_as_disputed_leads_to_the_disagreement(
    sample_store: Store, identity: str, about: str
) -> None:
    row = sample_store.row(identity, "en")
    assert row
    assert row.disputed
    links = [
        span.target
        for block in _page(sample_store, identity).blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if any(each.role == "warning" for each in block.spans)
    ]
    assert links.count(record_target(about)) == 1


def test_related_records_have_the_names_that_lists_have(sample_store: Store) -> None:
    named = 0
    for identity, *_ in sample_store.query("SELECT id FROM records"):
        for block in _page(sample_store, identity).blocks:
            for link in block.items if isinstance(block, Links) else ():
                row = sample_store.row(parse_target(link.target).record, "en")
                named += bool(row)
                assert row is None or link.title == row.cells[0]
    assert named


def test_figures_come_before_products_and_events(sample_store: Store) -> None:
    names = section_names(_page(sample_store, "qinghe-health"))
    assert names[:4] == ["Figures", "Products and services", "Events", "Relations"]
