"""Usage errors: one line with the error, one with the help command, exit code 2."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.command import Medbrief
from tests.cli.inside import run
from tui.cli.args.spec import UsageError
from tui.cli.args.usage_errors import suggest_command
from tui.cli.commands import load_command
from tui.store.rows import KindInfo
from tui.text.language import Wording


@pytest.mark.parametrize(
    "words",
    [
        "find",
        "find 医保 --limit 0",
        "find 医保 --limit many",
        "find 医保 --limit ２",
        "show",
        "open qinghe-health consultation-market",
        "help nonsense",
        "compare qinghe-health",
        "compare qinghe-health consultation-market",
        "export",
        "new nonsense",
        "new policy NOT-AN-ID",
        "schema nonsense",
        "list nonsense",
        "list --level municipal",
        "list --since 2021 --until 2020",
        "timeline --type nonsense",
        "list --width 19",
        "list --width 401",
        "list --width wide",
        "list --width -80",
        "sources --lang fr",
        "sources --color sometimes",
        "sources --nonsense",
        "--wid 80 list",
        "list --level",
        "list --since yesterday",
        "list --since 2021-13",
        "list --until 2020/2018",
        "list --nonsense 3",
        "timeline --since 21",
        "timeline extra",
        "compare",
        "database one two",
    ],
)
def test_a_usage_error_prints_the_error_and_the_help_command(
    medbrief: Medbrief, words: str
) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stdout) == (2, b"")
    message, help_line = answer.message.splitlines()
    assert re.match("medbrief( [a-z]+)?: error: .", message)
    assert help_line.startswith("try: medbrief")


_ERRORS = {
    "find": ("missing QUERY: words", "缺少QUERY：关键词"),
    "find 医保 --limit": ("--limit requires a value: N,", "--limit需要一个值：N，"),
    "find 医保 --limit many": (
        "invalid limit 'many': expected a number from 1 to 1000",
        "条数“many”无效：应为1到1000之间的整数",
    ),
    "sources users": (
        "unexpected argument: users; to filter by topic: --tag users",
        "多余的参数：users；按主题筛选：--tag users",
    ),
    "open qinghe-health a b": ("unexpected argument: a b", "多余的参数：a b"),
    "list --jsn": (
        "unknown option --jsn; did you mean: --json",
        "没有选项--jsn；是不是：--json",
    ),
    "list --wdith 80": ("did you mean: --width", "是不是：--width"),
    "policies --subject x": (
        "unknown option --subject; did you mean: --tag",
        "没有选项--subject；是不是：--tag",
    ),
    "show --subject x": ("unknown option --subject\n", "没有选项--subject\n"),
    "list --zzzzzz": ("unknown option --zzzzzz\n", "没有选项--zzzzzz\n"),
    "list --json=yes": ("--json does not take a value", "--json不带值"),
    "list --lang fr": (
        "invalid value 'fr' for --lang: expected one of zh, en\n",
        "--lang的值“fr”无效：应为zh、en之一\n",
    ),
    "list --color nevr": ("did you mean: never", "是不是：never"),
    "list --color": (
        "--color requires a value: one of auto, always, never",
        "--color需要一个值：auto、always、never之一",
    ),
    "list polices": ("; did you mean: policies", "之一；是不是：policies"),
    "help fnd": (
        ", csv; did you mean: find",
        "csv；是不是：find",
    ),
    "help polices": ("; did you mean: policies", "；是不是：policies"),
    "help zzz": (
        "unknown command 'zzz': expected a command (medbrief help commands lists them)",
        "没有命令“zzz”：应为一个命令（medbrief help commands列出全部），或commands、",
    ),
    "find -x": ("unknown option -x\n", "没有选项-x\n"),
    "list -jsn": ("unknown option -jsn", "没有选项-jsn"),
    "--help=x": ("--help does not take a value\n", "--help不带值\n"),
    "check --coverage": ("coverage requires the original", "计算覆盖率需要原件"),
    "add /nowhere.txt": ("/nowhere.txt: No such file or", "/nowhere.txt：文件不存在"),
    "completion": ("missing SHELL: bash", "缺少SHELL：bash"),
    "completion csh": ("invalid value 'csh' for SHELL: expected", "SHELL的值“csh”无效：应为"),
    "--pager --lang": ("--lang requires a value: one of zh, en", "--lang需要一个值：zh、en之一"),
}


@pytest.mark.parametrize("words", _ERRORS)
def test_usage_errors_are_in_the_language_of_the_settings(words: str) -> None:
    for language, message in zip(("en", "zh"), _ERRORS[words], strict=True):
        line = words.split()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MEDBRIEF_LANG", language)
            answer = run(*line)
        assert (answer.code, answer.out) == (2, "")
        assert message in answer.err
        assert answer.err.endswith("--help\n")
        assert answer.err.count("\n") == 2
        assert ("用法见：medbrief" if language == "zh" else "try: medbrief") in answer.err
        # Nothing of argparse's own messages is left.
        assert not re.search(
            "unrecognized|invalid choice|are required|expected one arg", answer.err
        )


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("policies --sort x", "policies"),
        ("policies --level x", "policies"),
        ("--width 80 政策 --sort x", "政策"),
        ("来源 --nonsense", "来源"),
        ("概览 --nonsense", "概览"),
        ("大事记 --type x", "大事记"),
        ("list policies --sort x", "list"),
        ("policies --sort x -o -", "policies"),
        ("qinghe --limit x", "find"),
    ],
)
def test_a_usage_error_names_the_command_as_it_was_typed(words: str, typed: str) -> None:
    message, help_line = run(*words.split(), "--lang", "en").err.splitlines()
    assert message.startswith(f"medbrief {typed}: error: ")
    assert help_line == f"try: medbrief {typed} --help"
    error = json.loads(run(*words.split(), "--lang", "en", "--json").err)
    assert error["message"] == message.removeprefix(f"medbrief {typed}: error: ")
    assert run(typed, "--help").code == 0


def test_usage_errors_use_the_language_option_of_the_line() -> None:
    assert "用法见" in run("list", "--lang", "zh", "nonsense").err
    assert "用法见" in run("list", "nonsense", "--lang=zh").err


@pytest.mark.parametrize("words", ["qhjk", "青禾健康", "市场规模 2022", "changle health"])
def test_words_that_are_not_a_command_are_a_query(medbrief: Medbrief, words: str) -> None:
    found = medbrief(*words.split())
    assert found.code == 0
    assert found == medbrief("find", *words.split())


def test_initials_find_a_name(medbrief: Medbrief) -> None:
    assert medbrief("qhjk", "--lang", "zh").lines[0].startswith("青禾健康")


def test_an_empty_query_is_a_usage_error(medbrief: Medbrief) -> None:
    for query in ("", "  ", "\u3000"):
        answer = medbrief("find", query)
        assert (answer.code, answer.stdout) == (2, b"")
        assert "empty query" in answer.message


@pytest.mark.parametrize("words", ["find zzzzzz", "show zzzzzz"])
def test_nothing_found_returns_1(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stdout) == (1, b"")
    assert "zzzzzz" in answer.message


def test_a_mistyped_id_gets_a_suggestion(medbrief: Medbrief) -> None:
    assert "did you mean: consultation-market" in medbrief("show", "consultation-markte").message


@pytest.mark.parametrize("words", ["show xx", "open zzz", "compare changle-health qq"])
def test_a_few_letters_get_no_suggestion(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert answer.code == 1
    assert "no record" in answer.message
    assert "did you mean" not in answer.message


def test_a_query_that_resembles_a_command_remotely_gets_no_suggestion() -> None:
    assert suggest_command("tesla", [_kind("terms")]) == ""
    assert suggest_command("trems", [_kind("terms")]) == "medbrief terms"


def _kind(word: str) -> KindInfo:
    return KindInfo("k", Wording("", ""), (word,), 1, False, False, False, frozenset())


def test_a_mistyped_name_gets_an_id_as_suggestion(medbrief: Medbrief) -> None:
    assert "did you mean: qinghe-health" in medbrief("show", "青禾建康").message


def test_a_usage_error_in_a_command_has_exit_code_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        raise UsageError(Wording("参数有误", "not a possible argument"))

    command = load_command("sources")._replace(run=fail)
    monkeypatch.setattr("tui.cli.main.load_command", lambda _name: command)
    result = run("sources", "--lang", "en")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "medbrief sources: error: not a possible argument\ntry: medbrief sources --help\n"
    )


def test_suggested_titles_are_in_quotation_marks(medbrief: Medbrief) -> None:
    """Titles contain commas, as the list of them does."""
    answer = medbrief("find", "quality of teeth", "--lang", "en")
    title = (
        "“How do misdiagnosis and outcomes of online consultation compare with outpatient care, "
    )
    assert f"did you mean: {title}" in answer.message
    assert answer.message.strip().endswith("”")
