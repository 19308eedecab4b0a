"""``find`` for readers: the answer in full, the others in a line each; absent names."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from tests.cli.command import Medbrief

_QUERY = ("find", "医保")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_shows_the_answer_in_full_and_the_others_in_a_line(
    medbrief: Medbrief, lang: str
) -> None:
    shown = medbrief.on_terminal(*_QUERY, "--lang", lang)
    whole = medbrief(*_QUERY, "--lang", lang, "-n", "6", "--all")
    first, others = shown.text.split("\n\n")[:2]
    assert whole.text.startswith(f"{first}\n\n")
    lines = others.splitlines()
    assert len(lines) == 6
    assert all(cell_len(line) <= 80 for line in lines)
    assert not any(line.startswith(" ") for line in lines)
    assert "medbrief find 医保 --all" in lines[-1]


@pytest.mark.parametrize("query", ["深圳的政策", "科技部的政策", "江苏的政策"])
def test_policies_that_are_no_answer_are_in_a_line_each(medbrief: Medbrief, query: str) -> None:
    remark, lines = medbrief("find", query).text.split("\n\n")
    assert remark.startswith("no policies ")
    assert not any(line.startswith(" ") for line in lines.splitlines())
    assert "》" not in lines
    assert medbrief("find", query, "--all").text.count("\n\n") > 1


def test_all_prints_the_same_in_a_pipe(medbrief: Medbrief) -> None:
    whole = medbrief(*_QUERY, "--all").text
    assert medbrief.on_terminal(*_QUERY, "--all").text == whole
    assert whole == medbrief(*_QUERY, "--all", "-n", "1000").text
    assert whole.count("\n\n") > 5
    assert medbrief(*_QUERY, "--all", "-n", "5").text.count("\n\n") == 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_hint_for_all_keeps_the_limit(medbrief: Medbrief, lang: str) -> None:
    shown = medbrief(*_QUERY, "--lang", lang, "-n", "7").text
    hint = shown.splitlines()[-1]
    assert hint.endswith("medbrief find 医保 --all -n 7")
    full = medbrief(*_QUERY, "--lang", lang, "--all", "-n", "7").text
    assert full.count("\n\n") == 6


def test_the_title_of_a_line_comes_before_its_id(medbrief: Medbrief) -> None:
    for width in ("60", "80", "120"):
        text = medbrief(*_QUERY, "--lang", "en", "--width", width, "-n", "30").text
        lines = text.split("\n\n")[1].splitlines()
        ids = {each["id"] for each in json.loads(medbrief(*_QUERY, "--json", "-n", "30").text)}
        cut = [line for line in lines if "…" in line]
        assert not any(line.split()[-1] in ids for line in cut)


def test_wrapped_lines_of_the_steps_are_indented(medbrief: Medbrief) -> None:
    text = medbrief(*_QUERY, "--lang", "en", "--width", "40", "--explain").text
    steps = text.split("\n\n")[0].splitlines()
    heads = [line for line in steps if not line.startswith(" ")]
    assert [line[:2] for line in heads] == ["1 ", "2 "]
    assert any(line.startswith("      ") for line in steps)


def test_a_pipe_has_the_answer_in_full_and_n_results_in_all(medbrief: Medbrief) -> None:
    lines = medbrief(*_QUERY).text.splitlines()
    given = medbrief.on_terminal(*_QUERY, "-n", "4").text.splitlines()
    assert given == [*lines[:-1], f"{lines[-1]} -n 5"]
    first, others = medbrief(*_QUERY, "-n", "3").text.split("\n\n")
    assert medbrief(*_QUERY, "--all").text.startswith(f"{first}\n\n")
    assert len(others.splitlines()) == 3
    assert medbrief(*_QUERY, "-n", "1").text == f"{first}\n"


def test_each_remark_is_printed_on_a_line_and_json_joins_them(medbrief: Medbrief) -> None:
    query = ("find", "financing 2020 2021 2022", "--lang", "en")
    remarks = json.loads(medbrief(*query, "--json").text)[0]["remark"]["en"].split("; ")
    assert len(remarks) > 1
    assert medbrief(*query).text.splitlines()[: len(remarks)] == remarks


def test_json_is_the_same_on_a_terminal(medbrief: Medbrief) -> None:
    assert medbrief.on_terminal(*_QUERY, "--json").text == medbrief(*_QUERY, "--json").text


@pytest.mark.parametrize("name", ["WeDoctor", "Zzyzx", "微医", "Zzyzx health"])
def test_an_unknown_name_is_said_to_be_absent(medbrief: Medbrief, name: str) -> None:
    answer = medbrief("find", name, "--lang", "en")
    assert answer.code == 1
    assert f'"{name}" is not in the ' in answer.message
    assert "companies and institutions that are: medbrief companies" in answer.message
    assert f"份资料没有提到“{name}”；" in medbrief("find", name, "--lang", "zh").message


@pytest.mark.parametrize("query", ["zzyzx", "zzyzx 123"])
def test_other_words_are_not_taken_for_a_name(medbrief: Medbrief, query: str) -> None:
    assert "nothing found" in medbrief("find", query, "--lang", "en").message


@pytest.mark.parametrize("query", ["a", "7", "?", "！！！", "。 …", "-", "zzyzx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_query_that_finds_nothing_gets_one_line(
    medbrief: Medbrief, query: str, lang: str
) -> None:
    answer = medbrief("find", query, "--lang", lang)
    assert (answer.code, answer.text) == (1, "")
    assert answer.message.count("\n") == 1
    assert query in answer.message
    as_json = medbrief("find", query, "--lang", lang, "--json")
    assert (as_json.code, as_json.text) == (1, "[]\n")


def test_a_query_that_is_too_long_gets_one_line(medbrief: Medbrief) -> None:
    assert medbrief("find", "医保" * 500).code == 0
    answer = medbrief("find", "医保" * 501, "--lang", "en")
    assert (answer.code, answer.text) == (1, "")
    assert answer.message == (
        "medbrief: query of 1,002 characters is too long: expected at most 1,000\n"
    )


def test_one_chinese_character_is_a_query(medbrief: Medbrief) -> None:
    assert medbrief("find", "医").code == 0


@pytest.mark.parametrize("query", ["what is Qzxw", "Qzxw是什么"])
def test_a_question_is_no_name_that_is_missing(medbrief: Medbrief, query: str) -> None:
    answer = medbrief("find", query)
    assert answer.code == 1
    assert "companies" not in answer.message


def test_a_word_that_names_no_company_has_no_hint_on_companies(medbrief: Medbrief) -> None:
    answer = medbrief("find", "火星", "--lang", "zh")
    assert answer.code == 1
    assert "份资料没有提到“火星”" in answer.message
    assert "企业" not in answer.message


@pytest.mark.parametrize("query", ["Qinghe Health vs Changle Health", "清禾健康和长乐健康"])
def test_companies_side_by_side_are_compared_before_they_are_listed(
    medbrief: Medbrief, query: str
) -> None:
    shown = medbrief.on_terminal("find", query, "--lang", "en")
    said, listed = shown.text.split("\n\n")[:2]
    assert said.startswith("Comparison: Qinghe Health, Changle Health\n")
    assert "compared" in said.partition("\n")[2]
    assert not any(line.startswith("  ") for line in listed.splitlines())
