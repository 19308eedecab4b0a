"""Every side of a disagreement: who says it, which figure, why, in whose words."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import run
from tui.compile import compile_in_memory
from tui.export.clipboard import figure_clip
from tui.export.references import for_readers
from tui.load import load_content
from tui.render.fact_lines import entry_lines
from tui.render.line_wrap import plain
from tui.store import Store
from tui.store.bibliography import references
from tui.text.language import LANGUAGES, Language

_ESTIMATE = "online-patients@2022:estimate"
_DISPUTES = """
[[disputed_by]]
by = "xingyuan-hospital.cloud-clinic"
reason = { zh = "云诊室。", en = "A clinic." }

[[disputed_by]]
by = "policy-night-2023"
reason = { zh = "文件。", en = "A policy." }

[[disputed_by]]
by = "online-patients@2023:estimate 2250万人"
reason = { zh = "数字。", en = "A figure." }

[[disputed_by]]
by = "xiaoman-health.registered-users"
reason = { zh = "指标。", en = "A metric." }
"""
_EARLIER = """
[[observations]]
period = "2014"
value = 7
unit = "万人"
status = "reported"
rank = "deprecated"
reason_for_rank = { zh = "无从核对。", en = "Cannot be checked." }
citations = [{ source = "herald-2023", exact = "没有说" }]

[[rates]]
"""


@pytest.fixture(scope="module")
def changed(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The sample with further disputes of a claim, and a rejected value without a rival."""
    folder = tmp_path_factory.mktemp("disputes") / "briefing"
    shutil.copytree(sample.parent, folder)
    claim = folder / "content" / "themes" / "claim-qinghe-largest.toml"
    claim.write_text(claim.read_text("utf-8") + _DISPUTES, "utf-8")
    statistic = folder / "content" / "statistics" / "online-patients.toml"
    text = statistic.read_text("utf-8").replace("[[rates]]", _EARLIER.strip(), 1)
    statistic.write_text(text, "utf-8")
    with closing(compile_in_memory(load_content(folder / "content"), "")) as database:
        yield database


def _printed(*words: str) -> list[dict[str, Any]]:
    return list(json.loads(run(*words, "--json").out))


def _rows(database: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return database.execute(sql).fetchall()


@pytest.mark.usefixtures("sample_content")
@pytest.mark.parametrize(
    "words",
    [
        ["list", "themes"],
        ["show", "trend-slower-growth"],
        ["find", "患者还在增加，增速已经放慢"],
        ["export", "--all", "--format", "json"],
    ],
)
def test_a_disputed_statement_says_what_disputes_it_in_all_json(words: list[str]) -> None:
    as_json = [] if "--format" in words else ["--json"]
    found = {each["id"]: each for each in json.loads(run(*words, *as_json).out)}
    (other,) = found["trend-slower-growth"]["disagrees"]
    assert other["fact"] == other["typed_fact"]["fact"] == _ESTIMATE
    assert (other["id"], other["used"], other["by"]["en"]) == (
        *("online-patients", False),
        "Medical Fortnightly 2022",
    )
    assert other["answer"]["en"].startswith("Online patients, 2022: 35 million")
    assert other["reason"]["en"].startswith("If the magazine's figure held")
    assert [each["source"] for each in other["citations"]] == ["fortnightly-2022"]


@pytest.mark.usefixtures("sample_content")
def test_every_disputed_statement_of_a_list_disagrees() -> None:
    listed = _printed("list", "themes")
    disputed = {each["id"] for each in listed if each["disagrees"]}
    assert disputed == {
        *("claim-changle-first", "claim-qinghe-largest", "claim-yunshan-largest"),
        "trend-slower-growth",
    }


@pytest.mark.usefixtures("sample_content")
def test_find_prints_that_a_statement_is_disputed_and_by_what() -> None:
    text = run("find", "青禾健康自称最大", "--lang", "en", "--width", "300").out
    claim = text[text.index("claim-qinghe-largest") :]
    assert "Disputed; for comparison Yunshan Doctor says the same of itself." in claim
    assert "“云杉医生也这样说自己”" in claim


@pytest.mark.usefixtures("sample_content")
def test_a_figure_names_the_dispute_of_the_statement_that_rests_on_it() -> None:
    dispute = "disagreement-claim-changle-first"
    words = ("find", "Changle Health active users 2022 H1")
    text = run(*words, "--lang", "en", "--width", "200").out
    assert f"Disputed Changle Health calls itself “number one in the province”  {dispute}" in text
    (first, *_) = json.loads(run(*words, "--json").out)
    assert first["fact"] == "changle-health.active-users@2022-H1"
    assert [each["id"] for each in first["disputed_in"]] == [dispute]
    (other, *_) = json.loads(run("find", "Xiaoman Health registered users", "--json").out)
    assert other["disputed_in"] == []  # it disputes, nothing disputes it


def test_a_disagreement_has_every_side_with_its_own_evidence() -> None:
    sides = {each["id"]: each["disagrees"] for each in _printed("disagreements")}
    used, forecast = sides["disagreement-consultation-market"]
    assert [side["typed_fact"]["base_value"] for side in (used, forecast)] == [1e10, 1.3e10]
    assert (used["used"], forecast["used"]) == (True, False)
    assert used["reason"]["en"] == "Reported, where the other was only forecast."
    assert "100亿元" in used["citations"][0]["exact"]
    assert "130亿元" in forecast["citations"][0]["exact"]
    claim, rival = sides["disagreement-claim-qinghe-largest"]
    assert (claim["by"]["en"], rival["by"]["en"]) == (
        "Qinghe Health of itself",
        "Yunshan Doctor of itself",
    )
    assert (claim["fact"], claim["typed_fact"], claim["used"]) == (None, None, None)
    assert claim["reason"]["en"] == "Qinghe Health says the same of itself."
    assert rival["reason"]["en"] == "Yunshan Doctor says the same of itself."
    assert claim["citations"] != rival["citations"]


@pytest.mark.usefixtures("sample_content")
@pytest.mark.parametrize(
    "words",
    [
        ["show"], ["show", "--json"], ["open"], ["cite"], ["cite", "--json"], ["find", "-n", "1"],
        ["export", "--format", "json"], ["export", "--format", "md"],
    ],
)  # fmt: skip
def test_the_id_of_either_side_of_a_dispute_between_statements_leads_to_it(
    words: list[str],
) -> None:
    kept, merged = (
        run(*words, f"disagreement-claim-{company}-largest") for company in ("qinghe", "yunshan")
    )
    assert kept.code == merged.code == 0
    assert kept.out == merged.out
    assert "disagreement-claim-yunshan-largest" not in merged.out


@pytest.mark.usefixtures("sample_content")
def test_a_page_that_two_ids_lead_to_is_printed_once() -> None:
    ids = [f"disagreement-claim-{company}-largest" for company in ("qinghe", "yunshan")]
    assert run("show", *ids).out == run("show", ids[0]).out


@pytest.mark.usefixtures("sample_content")
def test_the_answer_of_a_disputed_statement_names_claim_and_objection() -> None:
    (found,) = _printed("show", "disagreement-trend-slower-growth")
    assert "Growth was" in found["answer"]["en"]
    assert "If the magazine's figure held" in found["answer"]["en"]
    cited = {each["exact"] for each in found["citations"]}
    assert cited == {"增速回落8.2个百分点", "今年在线患者已有3,500万人"}


@pytest.mark.usefixtures("sample_content")
def test_a_table_has_a_row_for_each_side() -> None:
    text = run("list", "disagreements", "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(StringIO(text)))
    sides = [row for row in rows if row["id"] == "disagreement-trend-slower-growth"]
    assert [row["fact"] for row in sides] == ["", _ESTIMATE]
    assert [row["by_en"] for row in sides] == ["Wangchuan 2024", "Medical Fortnightly 2022"]
    assert sides[1]["base_value"] == "35000000"
    assert sides[1]["quotes"] == "今年在线患者已有3,500万人"
    assert sides[1]["reason_en"].startswith("If the magazine's figure held")


def test_a_measure_that_disputes_is_its_newest_figure(changed: sqlite3.Connection) -> None:
    side = _rows(
        changed,
        "SELECT record, fact, text_en, by_en FROM disagreements "
        "WHERE id = 'disagreement-claim-qinghe-largest' AND side = 6",
    )
    assert [row[:2] for row in side] == [
        ("xiaoman-health", "xiaoman-health.registered-users@2022-06")
    ]
    assert side[0][2].startswith("Xiaoman Health, ")
    cited = _rows(
        changed,
        "SELECT count(*) FROM evidence e JOIN answers a ON a.number = e.answer "
        "WHERE a.id = 'disagreement-claim-qinghe-largest' AND e.side = 6",
    )
    figures = (
        "SELECT count(*) FROM citations WHERE fact = 'xiaoman-health.registered-users@2022-06'"
    )
    assert cited == _rows(changed, figures)
    page = "SELECT body FROM documents WHERE id = 'disagreement-claim-qinghe-largest'"
    words = "SELECT exact FROM citations WHERE fact = 'xiaoman-health.registered-users@2022-06'"
    for (body,) in _rows(changed, page):
        assert all(exact in body for (exact,) in _rows(changed, words))


def test_a_side_names_whose_figure_its_source_cites(changed: sqlite3.Connection) -> None:
    sides = _rows(
        changed,
        "SELECT d.via_en, q.via_en FROM disagreements d "
        "JOIN quotes q ON q.id = d.record AND q.fact = d.fact WHERE q.via_en IS NOT NULL",
    )
    assert sides
    assert all(own and cited and cited in own for own, cited in sides)
    assert _rows(changed, "SELECT count(*) > 0 FROM disagreements WHERE via_en IS NULL") == [(1,)]


def test_a_side_joins_its_fact_and_its_words(changed: sqlite3.Connection) -> None:
    sql = "SELECT fact FROM disagreements WHERE fact IS NOT NULL AND fact NOT IN (SELECT fact FROM "
    assert _rows(changed, f"{sql} facts)") == []
    sides = _rows(
        changed,
        "SELECT record, fact, base_value, used, text_en FROM disagreements "
        "WHERE id = 'disagreement-claim-qinghe-largest' ORDER BY side",
    )
    assert [side[:4] for side in sides[2:5]] == [
        ("xingyuan-hospital", "xingyuan-hospital.cloud-clinic", None, None),
        ("policy-night-2023", None, None, None),
        ("online-patients", "online-patients@2023", 2.25e7, 1),
    ]
    assert sides[4][4].startswith("Online patients, 2023: ")
    quoted = _rows(
        changed,
        "SELECT count(*) FROM disagreements d WHERE NOT EXISTS "
        "(SELECT 1 FROM quotes q WHERE q.id = d.record AND q.fact IS d.fact)",
    )
    assert quoted == [(0,)]


def test_a_rejected_value_has_its_reason_and_the_value_used(changed: sqlite3.Connection) -> None:
    sql = "SELECT used, disputed, reason_en FROM facts WHERE fact = 'online-patients@2014'"
    assert _rows(changed, sql) == [(0, 1, "Cannot be checked.")]
    rival = "SELECT by_fact FROM rivals JOIN answers ON number = answer WHERE fact = "
    assert _rows(changed, f"{rival}'online-patients@2014'") == [("online-patients@2016",)]


@pytest.mark.usefixtures("sample_content")
@pytest.mark.parametrize("style", ["apa", "gb7714", "bibtex", "csl-json"])
def test_a_rejected_value_is_cited_with_the_reason_and_the_value_used(style: str) -> None:
    words = ["cite", _ESTIMATE, "--style", style, "--lang", "en", "--width", "400"]
    text = run(*words).out
    assert "Hearsay that puts a figure on the year before it had ended" in text
    assert "2022: 21 million online patients (reported)" in text


def test_a_figure_says_that_it_is_derived_from_the_quoted_words(sample_store: Store) -> None:
    entries = sample_store.answers("medical-fortnightly")
    (entry,) = [each for each in entries if each.fact == "medical-fortnightly.magazine"]
    words = {"en": "(inferred from these words)", "zh": "（据原文推断）"}
    for language in LANGUAGES:
        printed = "".join(plain(line) for line in entry_lines(entry, language, 400))
        assert words[language] in printed
        assert words[language] in figure_clip(sample_store, entry, language)
    quoted = "".join(plain(line) for line in entry_lines(entries[0], "en", 400))
    assert words["en"] not in quoted


@pytest.mark.usefixtures("sample_content")
def test_csv_names_measure_and_id_and_ranks_no_rate() -> None:
    text = run("export", "--all", "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(StringIO(text)))
    figures = [row for row in rows if row["value"]]
    assert all(row["measure_en"] and row["measure_zh"] for row in figures)
    assert all(row["id"] == row["record"] for row in rows)
    assert {row["rank"] for row in rows if row["form"] != "observation"} == {""}
    ranks = {
        each["typed_fact"]["rank"]
        for each in json.loads(run("export", "--all", "--format", "json").out)
        if each["typed_fact"] and each["typed_fact"]["form"] != "observation"
    }
    assert ranks == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copied_rival_value_follows_with_its_reference(
    sample_store: Store, language: Language
) -> None:
    entry = next(
        entry
        for entry in sample_store.entries("statistic")
        if entry.disagrees and entry.disagrees[0]["citations"]
    )
    rival = entry.disagrees[0]["citations"][0]["source"]
    text = figure_clip(sample_store, entry, language)
    own, other = (
        text.index(for_readers(cited, language).split(".")[0])
        for each in (entry.citations[0]["source"], rival)
        for cited in references(sample_store, [each])
    )
    assert own < text.index(entry.disagrees[0]["answer"][language]) < other
