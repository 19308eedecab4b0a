"""The tables contain all content: records, pages, answers, citations, links."""

from __future__ import annotations

import sqlite3

import pytest

from tests.compile.citations import citations_in
from tui.document import Paragraph, decode, plain_text
from tui.load import Content
from tui.text.language import LANGUAGES, Language


def _column(database: sqlite3.Connection, sql: str, *values: str) -> list[str]:
    return [row[0] for row in database.execute(sql, values)]


def test_every_record_and_source_has_a_row(database: sqlite3.Connection, content: Content) -> None:
    written = {record.id for record in content.records} | {s.id for s in content.sources}
    assert written <= set(_column(database, "SELECT id FROM records"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_page_in_each_language(
    database: sqlite3.Connection, language: Language
) -> None:
    pages = {
        identity: decode(body)
        for identity, body in database.execute(
            "SELECT id, body FROM documents WHERE language = ?", (language,)
        )
    }
    assert set(pages) == {*_column(database, "SELECT id FROM records"), "overview"}
    assert all(page.title and page.blocks for page in pages.values())


def test_texts_contain_figures_instead_of_references(database: sqlite3.Connection) -> None:
    dump = "\n".join(database.iterdump())
    assert "{fact:" not in dump
    (overview,) = _column(
        database, "SELECT body FROM documents WHERE id = 'overview' AND language = 'zh'"
    )
    lines = [plain_text(b.spans) for b in decode(overview).blocks if isinstance(b, Paragraph)]
    assert any("2022年100亿元，同比增长25%" in line for line in lines)


def test_every_record_has_one_main_answer(database: sqlite3.Connection) -> None:
    mains = _column(database, "SELECT id FROM answers WHERE main")
    assert len(mains) == len(set(mains))
    assert set(mains) == set(_column(database, "SELECT id FROM records"))


@pytest.mark.parametrize(
    ("fact", "months", "zh", "en"),
    [
        (
            "consultation-market@2021",
            (202101, 202112),
            "2021年：80亿元（已公布）",
            "2021: CNY 8 billion (reported)",
        ),
        (
            "financing-deals@2021-H1",
            (202101, 202106),
            "2021年上半年：12起（已公布）",
            "H1 2021: 12 deals (reported)",
        ),
        (
            "financing-deals@2024-Q1",
            (202401, 202403),
            "2024年第一季度：3起（已公布）",
            "Q1 2024: 3 deals (reported)",
        ),
        (
            "qinghe-health.active-users@2023-06",
            (202306, 202306),
            "活跃用户，2023年6月：850万人（已公布）",
            "Active users, Jun 2023: 8.5 million (reported)",
        ),
    ],
)
def test_a_figure_answers_in_both_languages(
    database: sqlite3.Connection,
    fact: str,
    months: tuple[int, int],
    zh: str,
    en: str,
) -> None:
    rows = database.execute(
        "SELECT period, first_month, last_month, answer_zh, answer_en FROM answers "
        "WHERE id = ? AND fact = ?",
        (fact.split("@")[0].split(".")[0], fact),
    ).fetchall()
    assert rows == [(fact.split("@")[1], *months, zh, en)]


def test_an_undated_figure_has_no_months(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT period, first_month, last_month FROM answers "
        "WHERE fact LIKE 'yunshan-doctor.cities@%'"
    ).fetchall()
    assert rows == [("", 0, 0)]


def test_competing_values_refer_to_each_other(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT a.answer_zh, r.answer_zh, e.exact FROM answers a "
        "JOIN rivals r ON r.answer = a.number "
        "JOIN evidence e ON e.answer = r.answer AND e.side = r.side "
        "WHERE a.id = 'consultation-market' AND a.period = '2022'"
    ).fetchall()
    reported, forecast = "2022年：100亿元（已公布）", "2022年：130亿元（预测）"
    assert sorted(rows) == [
        (reported, forecast, "2022年市场要做到130亿元"),
        (forecast, reported, "2022年增至100亿元"),
    ]


def test_a_single_value_has_no_rivals(database: sqlite3.Connection) -> None:
    rivals = "SELECT count(*) FROM rivals JOIN answers ON number = answer WHERE fact = ?"
    assert _column(database, rivals, "consultation-market@2021") == [0]


def test_every_figure_has_evidence(database: sqlite3.Connection) -> None:
    bare = (
        "SELECT fact FROM answers WHERE value <> '' AND NOT EXISTS "
        "(SELECT 1 FROM evidence WHERE answer = number AND side = 0)"
    )
    assert _column(database, bare) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_shows_the_printed_value_and_the_proof(
    database: sqlite3.Connection, language: Language
) -> None:
    (body,) = _column(
        database,
        "SELECT body FROM documents WHERE id = 'night-consultations' AND language = ?",
        language,
    )
    assert "1.200万次" in body
    assert "1,200" in body or "12 million" in body
    assert {"zh": "千分位逗号印成了小数点", "en": "printed as a decimal point"}[language] in body


def test_every_citation_is_stored_with_the_fact_that_it_supports(
    database: sqlite3.Connection, content: Content
) -> None:
    written = sorted(
        (record.id, cited.source, cited.exact, cited.prefix or "", cited.suffix or "")
        for record in content.records
        for cited in citations_in(record)
    )
    stored = database.execute("SELECT id, source, exact, prefix, suffix FROM citations").fetchall()
    assert sorted(stored) == written
    facts = _column(database, "SELECT fact FROM citations WHERE exact = '2022年增至100亿元'")
    assert facts == ["consultation-market@2022"]


def test_links_connect_two_different_records(database: sqlite3.Connection) -> None:
    records = set(_column(database, "SELECT id FROM records"))
    links = database.execute("SELECT from_id, to_id, type FROM links").fetchall()
    assert all({start, end} <= records and start != end for start, end, _ in links)
    assert {
        ("qinghe-health", "baize-capital", "investor"),
        ("qinghe-health", "term-online-consultation", "related"),
        ("policy-payment-2021", "health-bureau", "issuer"),
        ("consultation-market", "consultations", "compare_with"),
        ("driver-payment", "policy-payment-2021", "supports"),
        ("claim-qinghe-largest", "claim-yunshan-largest", "disputed_by"),
        ("claim-yunshan-largest", "claim-qinghe-largest", "disputed_by"),
    } <= set(links)


def test_sources_have_their_original_file(database: sqlite3.Connection, content: Content) -> None:
    stored = database.execute("SELECT id, file, size, sha256 FROM sources").fetchall()
    assert stored == [
        (source.id, source.original.file, source.original.size, source.original.sha256)
        for source in content.sources
    ]


def test_sources_have_the_fields_of_a_reference(
    database: sqlite3.Connection, content: Content
) -> None:
    stored = database.execute(
        "SELECT id, type, title_zh, short_en, author_zh, container_en, date_earliest, date_latest, "
        "published, license_zh FROM sources"
    ).fetchall()
    assert stored == [
        (
            source.id,
            source.type,
            source.title.zh,
            source.short.en,
            source.author.zh if source.author else "",
            source.container.en if source.container else "",
            source.date_published or (source.date_inferred and source.date_inferred.earliest),
            source.date_inferred.latest if source.date_inferred else source.date_published,
            source.date_published,
            source.license.zh,
        )
        for source in content.sources
    ]


def test_positions_follow_the_order_of_the_briefing(database: sqlite3.Connection) -> None:
    ordered = _column(
        database, "SELECT id FROM records WHERE kind IN ('player', 'statistic') ORDER BY position"
    )
    assert ordered[:3] == ["qinghe-health", "consultation-market", "baize-capital"]
