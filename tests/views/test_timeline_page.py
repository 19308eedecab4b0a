"""The timeline shows dated policies and events in order, with their evidence."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST
from tui.document import Heading, Paragraph, plain_text
from tui.document.link_target import record_target
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language
from tui.text.periods import day_range
from tui.views import (
    DateRange,
    SelectionFilter,
    entry_for,
    select,
    timeline,
    timeline_choices,
    timeline_events,
)


def test_the_timeline_has_every_dated_policy_and_event_in_order(sample_store: Store) -> None:
    found = timeline_events(sample_store)
    firsts = [day_range(event.date)[0] for event in found]
    assert firsts == sorted(firsts)
    dated = {(row[0], row[1]) for row in sample_store.query(
        "SELECT id, '' FROM policies WHERE issued <> '' "
        "UNION SELECT id, fact FROM answers WHERE form = 'event' AND period <> ''"
    )}  # fmt: skip
    assert dated <= {(event.id, event.fact) for event in found}


def test_a_founding_date_is_listed_once(sample_store: Store) -> None:
    founded = [item.id for item in timeline_events(sample_store) if item.type == "founding"]
    assert sorted(founded) == ["changle-health", "qinghe-health"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_links_to_its_record_and_evidence(
    sample_store: Store, language: Language
) -> None:
    document = timeline(sample_store, language)
    lines = [b for b in document.blocks if isinstance(b, Paragraph) and b.bullet]
    found = timeline_events(sample_store)
    assert len(lines) == len(found)
    quotes = {quote.number: quote.exact for quote in document.quotes}
    for line, event in zip(lines, found, strict=True):
        links = [span.target for span in line.spans if span.role == "link"]
        assert links == [f"record:{event.id}"]
        cited = [
            quotes[int(s.target.removeprefix("cite:"))] for s in line.spans if s.role == "cite"
        ]
        assert cited == [each["exact"] for each in entry_for(sample_store, event).citations]


def test_each_year_is_a_heading(sample_store: Store) -> None:
    heads = [
        block.text for block in timeline(sample_store, "zh").blocks if isinstance(block, Heading)
    ]
    years = dict.fromkeys(f"{event.date[:4]}年" for event in timeline_events(sample_store))
    assert len(years) > 5
    assert heads == [*years, "出处"]


def test_a_range_includes_dates_that_overlap_it(sample_store: Store) -> None:
    found = [event.date for event in timeline_events(sample_store, DateRange(20200601, 20210501))]
    assert found == ["2020-06", "2021", "2021-03", "2021-05"]


def test_a_type_selects_its_events(sample_store: Store) -> None:
    choices = timeline_choices(sample_store)
    assert sum(choice.records for choice in choices) == len(timeline_events(sample_store))
    for choice in choices:
        found = timeline_events(sample_store, types=(choice.value,))
        assert {item.type for item in found} == {choice.value}
        assert len(found) == choice.records


def test_the_status_is_shown_unless_it_is_the_normal_one(sample_store: Store) -> None:
    forecasts = [event for event in timeline_events(sample_store) if event.status == "forecast"]
    assert forecasts
    document = timeline(sample_store, "en")
    texts = [plain_text(b.spans) for b in document.blocks if isinstance(b, Paragraph) and b.bullet]
    assert sum("(forecast)" in text for text in texts) == len(forecasts)
    assert not any("(issued)" in text or "(reported)" in text for text in texts)


def test_the_complete_timeline_names_the_undated_records_left_out(sample_store: Store) -> None:
    found = timeline(sample_store, "en").blocks
    blocks = [block for block in found if isinstance(block, Paragraph)]
    policies = select(sample_store, SelectionFilter({"kind": ("policy",)}, DateRange())).undated
    assert len(policies) == 2
    linked = {span.target for span in blocks[-2].spans if span.target}
    assert linked == {record_target(identity) for identity in policies}
    assert plain_text(blocks[-2].spans).startswith("2 undated policies omitted: ")
    assert plain_text(blocks[-1].spans).startswith("1 undated company event omitted: Zhuxi")


@pytest.mark.parametrize("width", [20, 34, 60, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_fits_every_width(sample_store: Store, language: Language, width: int) -> None:
    lines = [plain(line) for line in lay_out(timeline(sample_store, language), width)]
    assert [line for line in lines if cell_len(line) > width] == []
    if width >= 34:
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
