"""Input is echoed without control characters, on either stream."""

from __future__ import annotations

import unicodedata

import pytest

from tests.cli.command import Medbrief

_QUERIES = {
    "color": "\x1b[31mred",
    "title": "\x1b]0;owned\x07",
    "eight-bit": "\x9b31m",
    "bell": "a\x07b",
    "carriage return": "harmless\rforged",
    "newline": "one\ntwo",
    "bidi override": "\u202egnihton",
    "bidi isolate": "\u2066x\u2069",
    "delete": "a\x7fb",
}
_COMMANDS = [["find"], ["show"], ["list"], ["find", "--json"], [], ["list", "players"]]


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", _QUERIES)
def test_control_characters_are_not_echoed(
    medbrief: Medbrief, command: list[str], name: str
) -> None:
    answer = medbrief(*command, f"zzzzzz{_QUERIES[name]}")
    assert answer.code in {0, 1, 2}
    written = answer.text + answer.message
    assert "zzzzzz" in written
    assert {char for char in written if unicodedata.category(char) in {"Cc", "Cf"}} <= {"\n"}
    assert "\ntwo" not in written


def test_a_query_that_is_not_utf8_finds_nothing(medbrief: Medbrief) -> None:
    answer = medbrief.in_shell(r"""medbrief find "$(printf 'zzzzzz\377\376')" """)
    assert (answer.code, answer.stdout) == (1, b"")
    assert "nothing found" in answer.message


@pytest.mark.parametrize(
    "query", ['"', "'", "*", "(", "a OR b", "NEAR(a b)", "-x", "^a", "%", "_", ";--", "\\", "a:b"]
)
def test_query_syntax_of_the_index_has_no_effect(medbrief: Medbrief, query: str) -> None:
    answer = medbrief("find", "--", query)
    assert answer.code in {0, 1, 2}
    assert "error" not in answer.message


def test_a_very_long_query_is_truncated_in_the_message(medbrief: Medbrief) -> None:
    answer = medbrief("find", "z" * 100_000)
    assert (answer.code, answer.stdout) == (1, b"")
    assert len(answer.message) < 1000
