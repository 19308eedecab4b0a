"""Kinds of records as commands, in both languages, with the options of ``list``."""

from __future__ import annotations

import pytest

from tests.cli.command import Medbrief
from tui.cli.args.command_line import parse
from tui.store import Store


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("policies", "list policies"),
        ("policies --level national --since 2020", "list policies --level national --since 2020"),
        ("--lang zh 政策 --level 国家级", "list 政策 --lang zh --level 国家级"),
        ("companies --sort name", "list players --sort name"),
        ("players --format csv", "list players --format csv"),
        ("参与者", "list 企业与机构"),
        ("Statistics --json", "list statistics --json"),
        ("themes", "list themes"),
        ("glossary --reverse", "list terms --reverse"),
        ("gaps --type missing_period", "list 数据缺口 --type missing_period"),
        ("来源 --type webpage", "sources --type webpage"),
        ("分歧", "disagreements"),
        ("分歧 --format csv", "list disagreements --format csv"),
        ("disagreements --sort name", "list disagreements --sort name"),
        ("大事记 --since 2021", "timeline --since 2021"),
        ("概览", "overview"),
        ("对比 qinghe-health changle-health", "compare qinghe-health changle-health"),
        ("比较 qinghe-health changle-health --json", "compare qinghe-health changle-health --json"),
        ("简报 --tag insurance-payment", "brief --tag insurance-payment"),
        ("专题 医保支付", "brief 医保支付"),
        ("专题", "brief"),
        ("help 政策", "help list"),
        ("policies --help", "help list"),
    ],
)
def test_a_kind_is_a_command(medbrief: Medbrief, words: str, listed: str) -> None:
    answer = medbrief(*words.split())
    assert answer.text or answer.message
    assert answer == medbrief(*listed.split())


@pytest.mark.parametrize("line", ["对比 清禾健康 的 口径", "比较 2022和2023年的用户数"])
def test_a_chinese_command_word_in_a_question_is_looked_up(medbrief: Medbrief, line: str) -> None:
    assert medbrief(*line.split()) == medbrief("find", *line.split())


def test_a_lookup_with_options_of_a_list_names_the_list(medbrief: Medbrief) -> None:
    for line in ("融资 --since 2021", "find 融资 --lang en --since 2021"):
        message = medbrief(*line.split(), "--lang", "en").message
        assert message.splitlines()[0].endswith(
            "unknown option --since; to list the records of a subject: "
            "medbrief list --tag 融资 --since 2021"
        )
    assert "list --tag" not in medbrief("融资", "--nonsense").message


@pytest.mark.parametrize("query", ["大事记", "find 大事记", "find timeline"])
def test_a_lookup_for_the_timeline_prints_it(medbrief: Medbrief, query: str) -> None:
    answer = medbrief(*query.split())
    assert answer.text
    assert answer == medbrief("timeline")


def test_a_kind_is_written_into_a_file_as_list_writes_it(
    medbrief: Medbrief, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("out")
    one, other = folder / "one.csv", folder / "other.csv"
    assert medbrief("政策", "-o", str(one)).code == 0
    assert medbrief("list", "policies", "-o", str(other)).code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_mistyped_kind_is_corrected(medbrief: Medbrief) -> None:
    answer = medbrief("polices", "--level", "national", "--lang", "en")
    assert answer.code == 2
    assert "did you mean: policies" in answer.message


def test_other_words_with_options_of_list_are_still_a_query(medbrief: Medbrief) -> None:
    answer = medbrief("青禾健康", "--level", "national", "--lang", "en")
    assert answer.code == 2
    assert answer.message.startswith("medbrief find: error: unknown option --level")


def test_kinds_are_read_from_the_briefing(sample_store: Store) -> None:
    line = ["policies", "--level", "national"]
    assert parse(line, "en", kinds=sample_store.kinds).command == "list"
    with pytest.raises(SystemExit):
        parse(line, "en", kinds=list)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_lists_the_kinds(medbrief: Medbrief, language: str) -> None:
    page = medbrief("help", "--lang", language).text
    for words in ("policies, 政策", "players, companies, 企业", "glossary, terms, 术语"):
        assert words in page


@pytest.mark.parametrize(
    ("line", "candidate"),
    [("medbrief pol", "policies"), ("medbrief 政", "政策"), ("medbrief help gl", "glossary")],
)
def test_kinds_are_completed(medbrief: Medbrief, line: str, candidate: str) -> None:
    assert candidate in medbrief("__words", "bash", line).lines


def test_the_options_of_list_are_completed_after_a_kind(medbrief: Medbrief) -> None:
    assert "--level" in medbrief("__words", "bash", "medbrief policies --lev").lines
    assert medbrief("__words", "bash", "medbrief 政策 pol").lines == []


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("policies insurance", "list policies --tag insurance-payment"),
        ("policies on insurance", "list policies --tag insurance-payment"),
        ("政策 医保", "list policies --tag insurance-payment"),
        ("policies since 2021", "list policies --since 2021"),
        ("policies national insurance", "list policies --tag insurance-payment --level national"),
    ],
)
def test_words_after_a_kind_narrow_its_list_as_filters_do(
    medbrief: Medbrief, words: str, listed: str
) -> None:
    answer = medbrief(*words.split())
    assert answer.code == 0
    assert answer.text == medbrief(*listed.split()).text


@pytest.mark.parametrize("words", ["policies night", "list policies night", "政策 夜间"])
def test_words_that_are_no_filter_narrow_a_list_to_the_records_that_have_them(
    medbrief: Medbrief, words: str
) -> None:
    _, row, *provisions = medbrief(*words.split()).lines
    assert row.endswith("policy-night-2023")
    assert all(line.startswith("  ") for line in provisions)


def test_words_that_no_record_has_are_said(medbrief: Medbrief) -> None:
    assert "no policies mentioning “zzz”" in medbrief("policies", "zzz").text
    assert medbrief("list", "policies", "zzz").code == 2


@pytest.mark.parametrize("word", ["brief", "简报", "企业"])
def test_a_kind_before_an_id_of_another_record_leads_to_it(medbrief: Medbrief, word: str) -> None:
    identity = "consultation-market"
    assert medbrief("find", f"{word} {identity}").text == medbrief("find", identity).text


def test_an_issuer_narrows_the_list_of_policies(medbrief: Medbrief) -> None:
    shown = {each["id"] for each in medbrief("policies", "市卫生局", "--json").json}
    assert shown == {"policy-night-2023", "policy-payment-2021"}
