"""Evidence of a record or fact: no reference without quoted words, no words without a reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.export.bibliography import entries
from tui.export.citation_text import cite_data, cite_lines
from tui.export.fact_evidence import FactEvidence, evidence
from tui.export.references import STYLES, TextStyle
from tui.render.line_wrap import plain
from tui.store import Store, open_store
from tui.text.language import LANGUAGES, Language

_NUMBERED = TextStyle(lambda item, language: f"<{item.id} {language}>")


def _of(store: Store, identity: str, language: Language = "zh") -> FactEvidence:
    found = evidence(store, identity, language)
    assert found is not None, identity
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_quoted_words_and_their_sources(store: Store, language: Language) -> None:
    for record in store.identities():
        for entry in store.answers(record):
            if entry.fact:
                found = _of(store, entry.fact, language)
                assert found.answer
                cited = {(citation["source"], citation["exact"]) for citation in entry.citations}
                assert cited
                assert {(quote.source, quote.exact) for quote in found.quotes} == cited
                assert {item.id for item in found.references} == {source for source, _ in cited}


def test_the_evidence_of_a_record_is_what_its_page_quotes(store: Store) -> None:
    for entry in store.entries():
        found = _of(store, entry.id)
        sources = {quote.source for quote in found.quotes} or {entry.id}
        assert sources >= {item.id for item in found.references}
        assert bool(found.references) == (bool(found.quotes) or entry.kind == "source")


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ("consultation-market@2022", ["2022年增至100亿元"]),
        ("consultation-market@2022:forecast", ["2022年市场要做到130亿元"]),
        ("consultation-market@2022:reported", ["2022年增至100亿元"]),
        ("consultation-market#growth-2022", ["同比增长25%"]),
        ("qinghe-health.active-users@2023-06", ["2023年6月活跃用户８５０万人"]),
    ],
)
def test_facts_are_found_by_their_references(
    sample_store: Store, identity: str, words: list[str]
) -> None:
    assert [quote.exact for quote in _of(sample_store, identity).quotes] == words


@pytest.mark.parametrize("identity", ["", ".", "@2022", "#", "nothing", "consultation-market@1999"])
def test_an_unknown_id_has_no_evidence(sample_store: Store, identity: str) -> None:
    assert evidence(sample_store, identity, "zh") is None


def test_a_fact_lists_what_other_sources_say(sample_store: Store) -> None:
    found = _of(sample_store, "consultation-market@2022", "en")
    (other,) = found.others
    assert (other.label, other.text) == ("Another source", "2022: CNY 13 billion (forecast)")
    assert other.by == "Investor's notes"
    assert [item.id for item in found.other_references] == ["notes-undated"]
    text = "\n".join(plain(line) for line in cite_lines(found, _NUMBERED, "en", 200))
    assert "Another source (Investor's notes) 2022: CNY 13 billion (forecast)[2]" in text
    assert "[2] <notes-undated en>" in text


def test_a_corrected_figure_says_what_is_printed_and_why(sample_store: Store) -> None:
    found = _of(sample_store, "night-consultations@2022", "en")
    text = " ".join(plain(line).strip() for line in cite_lines(found, _NUMBERED, "en", 80))
    assert "(reported, corrected)" in text
    assert "Corrected: the source prints 1.200万次. " in text
    assert "the editor corrects “1.200万次”" in text
    bibtex = STYLES["bibtex"]
    assert not isinstance(bibtex, TextStyle)
    (entry,) = entries(cite_data(found, bibtex)).values()
    assert "the source prints 1.200万次" in entry["annote"]


def test_a_note_says_what_a_source_does_not_give(sample_store: Store) -> None:
    found = _of(sample_store, "consultation-market@2022", "zh")
    text = "\n".join(plain(line) for line in cite_lines(found, _NUMBERED, "zh", 200))
    assert text.endswith("\n\n投资人手记：来源没有注明网址和日期")
    alone = _of(sample_store, "consultation-market#growth-2022", "zh")
    assert "没有注明" not in "".join(plain(line) for line in cite_lines(alone, _NUMBERED, "zh", 99))


@pytest.mark.parametrize(
    "style",
    [
        pytest.param(style, id=name)
        for name, style in STYLES.items()
        if isinstance(style, TextStyle)
    ],
)
def test_a_reference_stays_on_one_line_at_any_width(sample_store: Store, style: TextStyle) -> None:
    found = _of(sample_store, "consultation-market", "en")
    lines = [plain(line) for line in cite_lines(found, style, "en", 40)]
    references = lines[lines.index("") + 1 :]
    notes = references.index("")
    assert len(references[:notes]) == len(found.references)


def test_entries_are_annotated_with_the_quoted_words(sample_store: Store) -> None:
    found = _of(sample_store, "consultation-market@2022")
    bibtex, csl_json = STYLES["bibtex"], STYLES["csl-json"]
    assert not isinstance(bibtex, TextStyle)
    assert not isinstance(csl_json, TextStyle)
    (entry,) = entries(cite_data(found, bibtex)).values()
    (item,) = json.loads(cite_data(found, csl_json))
    assert entry["annote"] == item["annote"] == "2022年：100亿元（已公布） “2022年增至100亿元”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_says_in_full_whose_figure_it_is(sample_copy: Path, language: Language) -> None:
    record = sample_copy / "statistics" / "insured-hospital-share.toml"
    text = record.read_text("utf-8")
    origins = {"zh": "问诊行业协会问卷（编者推断）", "en": "Survey (inferred by the editor)"}
    for old, new in zip(
        ("问诊行业协会问卷", "Survey by the Consultation Industry Association"),
        origins.values(),
        strict=True,
    ):
        text = text.replace(f'"{old}"', f'"{new}"')
    record.write_text(text, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        facts = [entry.fact for entry in store.answers(record.stem) if entry.fact]
        page = store.document(record.stem, language)
        assert page is not None
        assert sum(origins[language] in quote.remark for quote in page.quotes) < len(facts)
        whole = _of(store, record.stem, language).quotes
        assert sum(origins[language] in quote.remark for quote in whole) == len(facts)
        for identity in facts:
            found = _of(store, identity, language)
            assert found.quotes
            assert all(origins[language] in quote.remark for quote in found.quotes)
            for style in STYLES.values():
                if not isinstance(style, TextStyle):
                    assert origins[language] in cite_data(found, style)


def test_a_new_style_formats_entries_and_citations(sample_store: Store) -> None:
    found = _of(sample_store, "consultation-market@2022", "en")
    named = TextStyle(lambda item, language: f"<{item.id} {language}>", lambda item: f"<{item.id}>")
    text = "\n".join(plain(line) for line in cite_lines(found, named, "en", 80))
    assert "“2022年增至100亿元” ‘rose to CNY 10 billion in 2022’ <herald-2023>" in " ".join(
        text.split()
    )
    assert "\n<herald-2023 en>\n" in text
    numbered = [plain(line) for line in cite_lines(found, _NUMBERED, "en", 80)]
    assert "[1] <herald-2023 en>" in numbered
