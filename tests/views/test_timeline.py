"""What happened when: in order, each with its evidence, of the years and types asked for."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST
from tui.document import Heading, Paragraph, plain_text
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language
from tui.text.periods import day_range
from tui.views import DateRange, entry_for, timeline, timeline_choices, timeline_entries


def test_it_is_in_order_and_has_every_dated_policy_and_event(real_store: Store) -> None:
    found = timeline_entries(real_store)
    firsts = [day_range(happening.date)[0] for happening in found]
    assert firsts == sorted(firsts)
    dated = {(row[0], row[1]) for row in real_store.query(
        "SELECT id, '' FROM policies WHERE issued <> '' "
        "UNION SELECT id, fact FROM answers WHERE form = 'event' AND period <> ''"
    )}  # fmt: skip
    assert dated <= {(happening.id, happening.fact) for happening in found}


def test_a_founding_stands_once(real_store: Store) -> None:
    founded = [item.id for item in timeline_entries(real_store) if item.type == "founding"]
    assert sorted(founded) == ["jd-health", "ping-an-good-doctor"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_leads_to_its_record_and_bears_its_evidence(
    real_store: Store, language: Language
) -> None:
    document = timeline(real_store, language)
    lines = [b for b in document.blocks if isinstance(b, Paragraph) and b.bullet]
    found = timeline_entries(real_store)
    assert len(lines) == len(found)
    quotes = {quote.number: quote.exact for quote in document.quotes}
    for line, happening in zip(lines, found, strict=True):
        links = [span.target for span in line.spans if span.role == "link"]
        assert links == [f"record:{happening.id}"]
        cited = [
            quotes[int(s.target.removeprefix("cite:"))] for s in line.spans if s.role == "cite"
        ]
        assert cited == [each["exact"] for each in entry_for(real_store, happening).citations]


def test_years_head_what_happened_in_them(real_store: Store) -> None:
    heads = [
        block.text for block in timeline(real_store, "zh").blocks if isinstance(block, Heading)
    ]
    assert heads == [
        "2014年",
        "2016年",
        "2018年",
        "2019年",
        "2020年",
        "2021年",
        "2022年",
        "2023年",
        "出处",
    ]


def test_a_range_keeps_what_may_lie_in_it(real_store: Store) -> None:
    within = DateRange(20190601, 20210901)
    found = {item.date for item in timeline_entries(real_store, within)}
    assert found == {"2019", "2020", "2021", "2021-09"}


def test_a_type_keeps_its_own(real_store: Store) -> None:
    choices = timeline_choices(real_store)
    assert sum(choice.records for choice in choices) == len(timeline_entries(real_store))
    for choice in choices:
        kept = timeline_entries(real_store, types=(choice.value,))
        assert {item.type for item in kept} == {choice.value}
        assert len(kept) == choice.records


def test_what_is_only_planned_is_said_to_be(real_store: Store) -> None:
    planned = [item for item in timeline_entries(real_store) if item.status == "planned"]
    document = timeline(real_store, "en")
    texts = [plain_text(b.spans) for b in document.blocks if isinstance(b, Paragraph) and b.bullet]
    assert sum("(planned)" in text for text in texts) == len(planned)
    assert not any("(issued)" in text or "(reported)" in text for text in texts)


def test_the_whole_of_it_says_what_it_leaves_out(real_store: Store) -> None:
    whole = [
        plain_text(b.spans) for b in timeline(real_store, "en").blocks if isinstance(b, Paragraph)
    ]
    assert whole[-1] == ("Without a date, and so not in it: policies 5, events of players 1.")


@pytest.mark.parametrize("width", [20, 34, 60, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_every_width(real_store: Store, language: Language, width: int) -> None:
    lines = [plain(line) for line in lay_out(timeline(real_store, language), width)]
    assert [line for line in lines if cell_len(line) > width] == []
    if width >= 34:
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
