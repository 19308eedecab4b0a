"""Golden files of each export format, with records of every kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.golden import check_golden
from tui.export.citation_text import cite_data, cite_lines
from tui.export.fact_evidence import evidence
from tui.export.formats import FORMATS, export
from tui.export.references import STYLES, TextStyle
from tui.render.sgr import to_text
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_GOLDEN = Path(__file__).parent / "golden"
_RECORDS = (
    "one-minute",
    "qinghe-health",
    "policy-payment-2021",
    "consultation-market",
    "night-consultations",
    "claim-qinghe-largest",
    "disagreement-consultation-market",
    "term-online-consultation",
    "gap-market-2020",
    "herald-2023",
    "notes-undated",
)
"""Records of every kind."""
_FOR_READERS = ("md", "html")
"""Formats in one language; any other format is expected to contain both."""
_STYLE = re.compile(
    r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<=sha256-)[^']*", re.DOTALL
)


def _shown(text: str) -> str:
    return _STYLE.sub("…", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", _FOR_READERS)
def test_records_of_every_kind(sample_store: Store, form: str, language: Language) -> None:
    text = export(sample_store, _RECORDS, form, language, whole=True)
    check_golden(_GOLDEN / f"sample-{language}.{form}", _shown(text))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - set(_FOR_READERS)))
def test_records_of_every_kind_for_programs(sample_store: Store, form: str) -> None:
    texts = {export(sample_store, _RECORDS, form, language, whole=True) for language in LANGUAGES}
    assert len(texts) == 1  # both languages are in it
    check_golden(_GOLDEN / f"sample.{form}", texts.pop())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", _FOR_READERS)
def test_one_record(sample_store: Store, form: str, language: Language) -> None:
    text = export(sample_store, ["online-patients"], form, language)
    check_golden(_GOLDEN / f"record-{language}.{form}", _shown(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in STYLES if name != "gb7714"])
def test_every_citation_style(sample_store: Store, name: str, language: Language) -> None:
    parts = []
    for identity in (
        "consultation-market@2022",
        "disagreement-consultation-market",
        "notes-undated",
        "column-2024",
        "yearbook-2024",
        "one-minute",
        "qinghe-health.doctors#growth-2023",
    ):
        found = evidence(sample_store, identity, language)
        assert found is not None
        style = STYLES[name]
        if isinstance(style, TextStyle):
            parts.append(to_text(cite_lines(found, style, language, 80), color=False))
        else:
            parts.append(cite_data(found, style))
    check_golden(_GOLDEN / f"cite-{name}-{language}.txt", "\n".join(parts))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_heading_of_a_citation_is_wrapped_to_the_width(
    sample_store: Store, width: int, language: Language
) -> None:
    found = evidence(sample_store, "xiaoman-health.revenue@2022-H1", language)
    assert found is not None
    style = STYLES["gb7714"]
    assert isinstance(style, TextStyle)
    text = to_text(cite_lines(found, style, language, width), color=False)
    check_golden(_GOLDEN / f"cite-width-{width}-{language}.txt", text)
