"""Run the command line inside the test's own process."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import NamedTuple

import pytest

from tui.cli.main import main


class Result(NamedTuple):
    """Exit code and output of a run."""

    code: int | str | None
    out: str
    err: str


class _Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        """Return True."""
        return True


def run(*arguments: str, terminal: bool = False) -> Result:
    """Run one command line. Standard output and error are UTF-8 streams; ``terminal``: whether
    standard output says that it is a terminal."""
    out, err = _stream(_Terminal if terminal else TextIOWrapper), _stream()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code: int | str | None = main(list(arguments))
        except SystemExit as ended:
            code = ended.code
    return Result(code, _text(out), _text(err))


def _stream(kind: type[TextIOWrapper] = TextIOWrapper) -> TextIOWrapper:
    return kind(BytesIO(), encoding="utf-8", newline="\n")


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]
