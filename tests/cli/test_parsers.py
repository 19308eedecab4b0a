"""The fast parser parses well-formed lines, with the same result as argparse."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.cli.args import argparse_parser, fast_parser
from tui.cli.args.command_line import parse
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Argument
from tui.cli.commands import COMMAND_NAMES, load_command

_WORDS = [
    "医保",
    "市场规模",
    "2022",
    "qinghe-health",
    "players",
    "bash",
    "json",
    "find",
    "help",
    "a b",
]
_PLAIN = {"DATE": "2021", "PERIOD": "2021", "ADDRESSES": "10.0.0.0/8"}
_VALUES = [
    "zh",
    "en",
    "fr",
    "auto",
    "always",
    "80",
    "0",
    "19",
    "2 2",
    "５",
    "",
    "-",
    "--",
    "-1",
    "/tmp",
]


def _flags(name: str) -> list[Argument]:
    return [item for item in (*COMMON_OPTIONS, *load_command(name).arguments) if item.is_flag]


@st.composite
def _lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(COMMAND_NAMES))
    flags = _flags(name)
    words: list[str] = []
    for _ in range(draw(st.integers(0, 5))):
        value = draw(st.sampled_from([*_VALUES, *_WORDS]) | st.text(max_size=5))
        argument = draw(st.sampled_from(flags))
        flag = draw(st.sampled_from(argument.names))
        if argument.choices and draw(st.booleans()):
            value = draw(st.sampled_from(argument.choices))
        match draw(st.integers(0, 4)):
            case 0:
                words += [flag] if argument.switch else [flag, value]
            case 1:
                words.append(f"{flag}={value}")
            case 2:
                words.append(draw(st.sampled_from([flag, flag + value, flag[:-1]])))
            case _:
                words.append(value)
    return name, words


@given(_lines())
@example(("list", ["--content=2 2", "policies"]))
@example(("find", ["医保", "--content", "x", "2022"]))
@settings(max_examples=1000)
def test_both_parsers_give_the_same_result(line: tuple[str, list[str]]) -> None:
    name, words = line
    options = fast_parser.parse_fast(load_command(name), words)
    if options is not None:
        assert argparse_parser.parse_with_argparse(words, name, "en") == options


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_the_fast_parser_accepts_each_option(name: str) -> None:
    command = load_command(name)
    positionals = []
    for argument in command.arguments:
        if not argument.is_flag and argument.nargs not in ("?", "*"):
            positionals.append((argument.choices or ("player",))[0])
    for argument in _flags(name):
        for flag in argument.names:
            plain = _PLAIN.get(argument.metavar, "80")
            value = [] if argument.switch else [(argument.choices or (plain,))[0]]
            assert fast_parser.parse_fast(command, [*positionals, flag, *value]) is not None


def test_option_names_are_unique() -> None:
    for name in COMMAND_NAMES:
        names = [each for item in _flags(name) for each in item.names]
        assert len(names) == len(set(names))
        argparse_parser.build_parser(load_command(name), "en")  # argparse raises for duplicates


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("医保 --limit 3 支付", ["医保", "支付"]),
        ("医保 --limit=3 -- --支付 -x", ["医保", "--支付", "-x"]),
        ("--limit 3 -- 医保", ["医保"]),
        ("-- 医保 --limit 3", ["医保", "--limit", "3"]),
    ],
)
def test_options_are_accepted_between_the_words_of_a_query(line: str, query: list[str]) -> None:
    for words in (line.split(), ["find", *line.split()]):
        assert parse(words, "en").query == query
