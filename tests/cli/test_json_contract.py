"""``--json``: the same documented fields from every command."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.command import Medbrief

_FIELDS = {"id", "kind", "title", "answer", "status", "period", "score", "citations", "disagrees"}
_CITATION = {"source", "exact", "title", "date", "url"}
_COMMANDS = [
    "find 市场规模 2022",
    "show qinghe-health",
    "list",
    "list policies",
    "list --tag market",
    "compare qinghe-health changle-health",
    "compare consultation-market online-patients",
    "timeline",
    "sources",
]


def _objects(medbrief: Medbrief, words: str) -> list[dict[str, Any]]:
    answer = medbrief(*words.split(), "--json")
    assert answer.code == 0
    # The undated records that a timeline leaves out are named beside its output.
    assert all(line.startswith("medbrief: ") for line in answer.message.splitlines())
    assert not answer.message or words == "timeline"
    objects = json.loads(answer.text)
    assert isinstance(objects, list)
    return objects


@pytest.mark.parametrize("words", _COMMANDS)
def test_every_command_has_the_same_fields(medbrief: Medbrief, words: str) -> None:
    objects = _objects(medbrief, words)
    assert objects
    for each in objects:
        assert set(each) >= _FIELDS
        assert set(each["title"]) == set(each["answer"]) == {"zh", "en"}
        assert all(each["title"].values())
        assert all(each["answer"].values())
        assert each["status"] in {None, "reported", "estimate", "forecast"}
        assert 0 < each["score"] <= 1


@pytest.mark.parametrize("words", _COMMANDS)
def test_every_citation_names_source_and_quotation(medbrief: Medbrief, words: str) -> None:
    cited = [
        citation
        for each in _objects(medbrief, words)
        for citation in [
            *each["citations"],
            *(item for other in each["disagrees"] for item in other["citations"]),
        ]
    ]
    sources = {each["id"] for each in _objects(medbrief, "sources")}
    assert cited or words == "sources"
    for citation in cited:
        assert set(citation) >= _CITATION
        assert all(isinstance(citation[name], str) for name in _CITATION - {"date", "url"})
        assert "" not in citation.values()
        assert citation["source"] in sources
        assert 0 < len(citation["exact"]) <= 40
        assert citation["title"]


def test_a_year_in_the_query_selects_the_answer_of_that_year(medbrief: Medbrief) -> None:
    first = _objects(medbrief, "find 市场规模 2022")[0]
    assert (first["id"], first["kind"]) == ("consultation-market", "statistic")
    assert (first["status"], first["period"]) == ("reported", "2022")
    assert "2022年" in first["answer"]["zh"]
    assert "100亿元" in first["answer"]["zh"]
    assert "CNY 10 billion" in first["answer"]["en"]
    assert any("100亿元" in citation["exact"] for citation in first["citations"])
    other = first["disagrees"][0]
    assert "CNY 13 billion" in other["answer"]["en"]
    assert any("130亿元" in citation["exact"] for citation in other["citations"])


def test_another_year_selects_another_answer(medbrief: Medbrief) -> None:
    first = _objects(medbrief, "find online patients 2016")[0]
    assert (first["id"], first["period"]) == ("online-patients", "2016")
    assert "400万人" in first["answer"]["zh"]


def test_hits_are_sorted_by_score(medbrief: Medbrief) -> None:
    scores = [each["score"] for each in _objects(medbrief, "find 医保 --limit 20")]
    assert len(scores) > 5
    assert scores == sorted(scores, reverse=True)


def test_the_limit_is_respected(medbrief: Medbrief) -> None:
    assert len(_objects(medbrief, "find 医保 --limit 2")) == 2


def test_list_without_a_kind_has_all_kinds(medbrief: Medbrief) -> None:
    every = _objects(medbrief, "list")
    assert {each["kind"] for each in every} >= {
        "player",
        "policy",
        "statistic",
        "statement",
        "term",
        "gap",
        "source",
    }
    policies = [each["id"] for each in every if each["kind"] == "policy"]
    assert policies == [each["id"] for each in _objects(medbrief, "list policies")]


def test_json_does_not_depend_on_the_language(medbrief: Medbrief) -> None:
    assert _objects(medbrief, "list --lang zh") == _objects(medbrief, "list --lang en")


def test_nothing_found_is_an_empty_array(medbrief: Medbrief) -> None:
    answer = medbrief("find", "zzzzzz", "--json")
    assert (answer.code, json.loads(answer.text)) == (1, [])
