"""The commands of README.md and content/README.md are accepted, and the live content answers the
lookups of README.md with what it shows."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

import pytest

from tests.cli.inside import run
from tests.conftest import ROOT
from tui.cli.args.command_line import parse
from tui.store import Store

_README = (ROOT / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"```sh\n(?P<commands>.*?)```(?:\n+```\n(?P<output>.*?)```)?", re.S)


class _Example(NamedTuple):
    words: list[str]
    output: str = ""
    """What the README shows; ``…`` stands for what it leaves out."""


def _examples() -> list[_Example]:
    examples = []
    for block in _BLOCK.finditer(_README):
        for line in block["commands"].splitlines():
            command, *words = shlex.split(line.partition(" > ")[0], comments=True)
            if command == "medbrief" and words:
                example = _Example(words, block["output"] or "")
                if example not in examples:
                    examples.append(example)
    return examples


def _words_of(text: str) -> str:
    """Return a text without line breaks, which depend on the width."""
    return " ".join(text.split())


@pytest.mark.parametrize("example", _examples(), ids=lambda example: " ".join(example.words))
def test_an_example_has_an_answer(real_store: Store, example: _Example) -> None:
    result = run(*example.words)
    assert result.code in (0, None), result.err
    rest = _words_of(result.out)
    for part in filter(None, map(_words_of, example.output.split("…"))):
        _, found, rest = rest.partition(part)
        assert found, f"not in the output: {part}"


def test_the_readme_shows_outputs() -> None:
    assert sum(bool(example.output) for example in _examples()) >= 2


@pytest.mark.parametrize(
    "command",
    re.findall(
        r"`(medbrief [a-z][^`]*)`", _README + (ROOT / "content" / "README.md").read_text("utf-8")
    ),
)
def test_a_command_in_a_sentence_is_accepted(command: str) -> None:
    words = shlex.split(re.sub(r"\bN\b", "1", command).replace("COMMAND", "find"))[1:]
    parse(words, "en")
