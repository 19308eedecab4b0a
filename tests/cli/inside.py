"""The command line run inside the test's own process, for tests of very many lines."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import NamedTuple

import pytest

from tui.cli.main import main


class Said(NamedTuple):
    """What a line answered."""

    code: int | str | None
    out: str
    err: str


def run(*arguments: str) -> Said:
    """Run one line. Standard output and error are no terminals."""
    out, err = _stream(), _stream()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code: int | str | None = main(list(arguments))
        except SystemExit as ended:
            code = ended.code
    return Said(code, _text(out), _text(err))


def _stream() -> TextIOWrapper:
    return TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n")


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
