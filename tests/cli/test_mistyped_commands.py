"""Mistyped commands: one line that names the command, no record, exit code 2."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.command import Medbrief
from tui.cli.args.mistyped_command import mistyped_command
from tui.search import find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("timelin", "timeline"),
        ("timelines", "timeline"),
        ("helpp", "help"),
        ("Helpp", "help"),
        ("hlep", "help"),
        ("chekc", "check"),
        ("bref", "brief"),
        ("expotr", "export"),
        ("sorces", "sources"),
        ("polices", "policies"),
        ("disputs", "disputes"),
        ("verison", "--version"),
        ("version", "--version"),
        ("lsit polcies", "list polcies"),
        ("compair x", "compare x"),
        ("fnd 线上问诊市场规模", "find 线上问诊市场规模"),
        ("opne qinghe-health", "open qinghe-health"),
        ("shwo Qinghe Health", "show Qinghe Health"),
        ("cmopare 青禾健康", "compare 青禾健康"),
        ("政测", "政策"),
        ("大事几", "大事记"),
        ("概揽", "概览"),
    ],
)
def test_a_mistyped_command_is_no_query(medbrief: Medbrief, words: str, meant: str) -> None:
    answer = medbrief(*words.split(), "--lang", "en")
    assert (answer.code, answer.text) == (2, "")
    first = words.split()[0]
    line = f'"{first}" is neither a command nor in the briefing; did you mean: medbrief {meant}'
    assert answer.message == f"medbrief: {line}\n"
    as_json = medbrief(*words.split(), "--lang", "en", "--json")
    assert (as_json.code, as_json.text) == (2, "")
    error = json.loads(as_json.message)
    assert (error["error"], error["message"]) == ("usage", line)
    assert "不是命令" in medbrief(*words.split(), "--lang", "zh").message


@pytest.mark.parametrize(
    "words",
    [
        "find timelin",
        "find 政测",
        "expert",  # export
        "city hospitals",  # cite
        "how many doctors",  # show
        "last funding",  # list
        "lists of policies",
        "Cita Health",  # a name
        "policy",
        "公司",
        "医保",
    ],
)
def test_other_words_are_a_query(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split(), "--lang", "en")
    assert answer.code in (0, 1)
    assert "neither a command" not in answer.message


def test_no_known_query_is_taken_for_a_mistyped_command(sample_store: Store) -> None:
    queries = Path(__file__).parents[1] / "search" / "queries.toml"
    for table in tomllib.loads(queries.read_text("utf-8")).values():
        for query in table:
            hits = find_all(sample_store, query, 1).hits
            verdict = hits[0].verdict if hits else None
            assert mistyped_command(sample_store, query, verdict) == ""


@pytest.mark.parametrize("words", ["HELP", "Overview", "--lang en Sources"])
def test_capitals_do_not_matter_in_a_command_alone(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert answer.code == 0
    assert answer == medbrief(*words.lower().split())
