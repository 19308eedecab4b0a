"""Targets of links: parsed and formatted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document.link_target import (
    LinkTarget,
    citation_target,
    comparison_target,
    format_facets,
    parse_facets,
    parse_target,
    record_target,
    section_target,
    timeline_target,
)

_NAME = st.text(alphabet="abc019-", min_size=1, max_size=8)
_FACETS = st.lists(st.tuples(_NAME, st.lists(_NAME, min_size=1).map(tuple)), max_size=4).map(tuple)


@given(st.sampled_from(["record", "cite", "section", "compare", "timeline"]), st.text())
def test_a_target_survives_formatting_and_parsing(kind: str, name: str) -> None:
    target = LinkTarget(kind, name)
    assert parse_target(str(target)) == target


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (record_target("jd-health"), "record", "jd-health"),
        (citation_target(3), "cite", "3"),
        (section_target("players"), "section", "players"),
        (comparison_target(("a", "b.c")), "compare", "a,b.c"),
        (timeline_target(()), "timeline", ""),
        (timeline_target((("type", ("a", "b")),)), "timeline", "type=a,b"),
    ],
)
def test_each_kind_of_target_is_parsed(text: str, kind: str, name: str) -> None:
    assert parse_target(text) == LinkTarget(kind, name)


def test_text_without_a_link_has_an_empty_target() -> None:
    target = parse_target("")
    assert target == LinkTarget("", "")
    assert str(target) == ""
    assert (target.record, target.citation) == ("", 0)


def test_only_a_record_target_has_a_record_and_only_a_citation_target_a_number() -> None:
    assert (parse_target("record:a").record, parse_target("record:1").citation) == ("a", 0)
    assert (parse_target("cite:12").record, parse_target("cite:12").citation) == ("", 12)
    assert parse_target("cite:x").citation == 0


@given(_FACETS)
def test_selected_facets_survive_formatting_and_parsing(
    facets: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    assert parse_facets(format_facets(facets)) == facets
