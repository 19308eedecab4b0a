"""A word that means something else than the answer is named before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.search import find
from tui.search.find import Hit
from tui.store import Store, open_store

_PRESCRIPTION = 'zh = ["处方", "药方"]\nen = ["prescription"]\n'
_RELATED = 'related = ["集采", "GPO", "scrip", "补助"]\n'
_SAID_EN = "the documents do not mention “GPO”; nearest: “Electronic prescriptions”"


@pytest.fixture
def content(sample_copy: Path) -> Path:
    """The sample with words that are related to prescriptions."""
    concepts = sample_copy / "concepts.toml"
    text = concepts.read_text("utf-8")
    assert _PRESCRIPTION in text
    concepts.write_text(text.replace(_PRESCRIPTION, _PRESCRIPTION + _RELATED), "utf-8")
    return sample_copy


def _first(content: Path, environment: Mapping[str, str], query: str) -> Hit:
    with open_store(str(content), environment) as store:
        return find(store, query)[0]


@pytest.mark.parametrize(
    ("query", "word"),
    [("GPO", "GPO"), ("集采", "集采"), ("scrip", "scrip")],
)
def test_a_related_word_leads_to_the_concept_with_a_remark(
    content: Path, environment: Mapping[str, str], query: str, word: str
) -> None:
    hit = _first(content, environment, query)
    assert hit.entry.id == "e-prescriptions"
    assert hit.match == "near"
    assert hit.verdict.missing == (word.lower(),)
    assert hit.verdict.remark.zh == f"资料没有提到“{word}”，最接近的是“电子处方量”"
    assert hit.verdict.remark.en.startswith(f"the documents do not mention “{word}”; nearest: ")


@pytest.mark.parametrize("query", ["药方", "prescription", "electronic prescription"])
def test_a_synonym_is_exact(content: Path, environment: Mapping[str, str], query: str) -> None:
    hit = _first(content, environment, query)
    assert (hit.match, hit.verdict.remark.en) == ("exact", "")


def test_a_related_word_of_a_document_is_no_other_thing(
    content: Path, environment: Mapping[str, str]
) -> None:
    hit = _first(content, environment, "补助")
    assert hit.entry.id in ("policy-county-subsidy", "gap-county-subsidy")
    assert (hit.match, hit.verdict.remark.zh) == ("exact", "")


def test_a_related_word_is_named_with_what_else_is_missing(
    content: Path, environment: Mapping[str, str]
) -> None:
    remark = _first(content, environment, "Changle Health GPO share price").verdict.remark
    assert "“GPO”" in remark.en
    assert "“price”" in remark.en


def test_the_command_line_says_it(content: Path) -> None:
    lines = run("--content", str(content), "--lang", "en", "find", "GPO").out.splitlines()
    assert lines[0] == _SAID_EN
    hit = json.loads(run("--content", str(content), "--json", "find", "GPO").out)[0]
    assert hit["match"] == "near"
    assert hit["remark"]["en"] == _SAID_EN


def test_a_word_that_only_a_known_question_has_is_named(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    questions = sample_copy / "questions" / "readers.toml"
    added = '\n[[questions]]\nanswer = "term-e-prescription"\nen = ["DRG"]\n'
    questions.write_text(questions.read_text("utf-8") + added, "utf-8")
    hit = _first(sample_copy, environment, "DRG")
    assert (hit.entry.id, hit.match) == ("term-e-prescription", "near")
    assert (
        hit.verdict.remark.en
        == "the documents do not mention “DRG”; nearest: “Electronic prescription”"
    )


def test_a_few_letters_that_begin_another_word_are_no_match(sample_store: Store) -> None:
    hit = find(sample_store, "pre")[0]
    assert hit.match == "near"
    assert hit.verdict.remark.en.startswith("the documents do not mention “pre”; nearest: ")


@pytest.mark.parametrize("query", ["net profit", "净利润", "净利润2022"])
def test_a_single_term_that_no_document_has_finds_no_record_with_a_question_about_it_only(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("query", ["sku", "zsgm", "xswz"])
def test_abbreviations_and_initials_of_the_briefing_are_exact(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert not hits or hits[0].verdict.remark.en.count("do not mention") == 0


def test_a_word_that_only_a_known_question_has_is_named_beside_others(sample_store: Store) -> None:
    hit = find(sample_store, "vestibule waiting")[0]
    assert (hit.entry.id, hit.match) == ("waiting-time", "near")
    assert hit.verdict.missing == ("vestibule",)
    assert hit.verdict.remark.en.startswith("the documents do not mention “vestibule”; nearest: ")


@pytest.mark.parametrize(
    ("query", "typed"),
    [("presciption policies since 2022", "presciption"), ("青禾建康和小满健康的营收", "青禾建康")],
)
def test_a_correction_is_named_beside_another_remark(
    sample_store: Store, query: str, typed: str
) -> None:
    remark = find(sample_store, query)[0].verdict.remark
    assert f"“{typed}”" in remark.zh


def test_a_term_that_a_gap_has_only_in_a_known_question_is_named(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    concepts, questions = sample_copy / "concepts.toml", sample_copy / "questions" / "readers.toml"
    asked = '\n[[questions]]\nanswer = "gap-hospital-definition"\nzh = ["线上医院补助"]\n'
    questions.write_text(questions.read_text("utf-8") + asked, "utf-8")
    term = '\n[[concepts]]\nid = "subsidy"\nzh = ["补助"]\n'
    concepts.write_text(concepts.read_text("utf-8") + term, "utf-8")
    hit = _first(sample_copy, environment, "线上医院补助")
    assert (hit.entry.id, hit.match) == ("gap-hospital-definition", "near")
    assert hit.verdict.missing == ("补助",)
    assert hit.verdict.remark.zh.startswith("没有关于“补助”的内容，最接近的是")


@pytest.mark.parametrize("query", ["长乐健康首购用户", "Changle Health 首购用户"])
def test_the_nearest_figure_of_a_company_is_named_with_its_measure(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    concepts = sample_copy / "concepts.toml"
    text = concepts.read_text("utf-8")
    at = text.index('id = "active-user"')
    end = text.index("\n\n", at)
    concepts.write_text(f'{text[:end]}\nrelated = ["首购用户"]{text[end:]}', "utf-8")
    hit = _first(sample_copy, environment, query)
    assert hit.entry.fact.startswith("changle-health.active-users@")
    assert "nearest: “Changle Health: Annual active users”" in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["日活", "dau"])
def test_the_figure_of_a_related_measure_comes_before_its_definition(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    concepts = sample_copy / "concepts.toml"
    text = concepts.read_text("utf-8")
    end = text.index("\n\n", text.index('id = "active-user"'))
    concepts.write_text(f'{text[:end]}\nrelated = ["日活", "dau"]{text[end:]}', "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert ".active-users@" in hits[0].entry.fact
    assert "term-active-users" in [hit.entry.id for hit in hits[1:]]
    assert hits[0].verdict.remark.zh.startswith(f"资料没有提到“{query}”，最接近的是")
