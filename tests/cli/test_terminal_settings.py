"""What the environment says of the terminal: its encoding, width and capabilities."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Iterator

import pytest

from tui.cli.args.command_line import parse
from tui.cli.settings import (
    choose_language,
    is_dumb_terminal,
    locale_encoding,
    resolve_settings,
)
from tui.config import Config


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({"LANG": "zh_CN.GBK"}, "gbk"),
        ({"LANG": "zh_CN.gb18030"}, "gb18030"),
        ({"LANG": "zh_CN.GB2312"}, "gb2312"),
        ({"LANG": "zh_CN.eucCN"}, "gb2312"),
        ({"LANG": "zh_TW.Big5"}, "big5"),
        ({"LANG": "zh_HK.BIG5-HKSCS"}, "big5hkscs"),
        ({"LANG": "zh_CN.GBK@stroke"}, "gbk"),
        ({"LANG": "zh_CN.GBK", "LC_ALL": "zh_CN.UTF-8"}, ""),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.GBK"}, "gbk"),
        ({"LANG": "zh_CN.GBK", "LC_CTYPE": "C.UTF-8"}, "gbk"),  # set by Python
        ({"LANG": "zh_CN.GBK", "LC_CTYPE": "zh_CN.UTF-8"}, ""),
        ({"LANG": "zh_CN.GBK", "PYTHONUTF8": "1"}, ""),
        ({"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "utf-8"}, ""),
        ({"LANG": "zh_CN"}, ""),
        ({"LANG": "C"}, ""),
        ({}, ""),
    ],
    ids=str,
)
def test_a_chinese_locale_names_the_encoding(environ: dict[str, str], encoding: str) -> None:
    assert locale_encoding(environ) == encoding


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "zh_TW.Big5"}, "en"),
        ({"LANG": "zh_HK.BIG5-HKSCS"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii:replace"}, "en"),
        ({"LANG": "zh_TW.Big5", "PYTHONIOENCODING": "utf-8"}, "zh"),
        ({"LANG": "zh_TW.Big5", "MEDBRIEF_LANG": "zh"}, "zh"),
        ({"LANG": "zh_TW.Big5", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB2312"}, "zh"),
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LANG": "zh_CN"}, "zh"),
    ],
)
def test_the_default_language_is_one_that_the_encoding_has(
    environ: dict[str, str], language: str
) -> None:
    assert choose_language(None, environ, Config("")) == (
        language,
        "environment" if "MEDBRIEF_LANG" in environ else "default",
    )


@pytest.mark.parametrize(
    ("environ", "query", "language"),
    [
        ({"MEDBRIEF_LANG": "en"}, "医生人均", "en"),
        ({"MEDBRIEF_LANG": "zh"}, "doctors per capita", "zh"),
        ({"LANG": "C.UTF-8"}, "医生人均", "zh"),
        ({"LANG": "C.UTF-8"}, "doctors per capita", "en"),
        ({"LANG": "zh_CN.UTF-8"}, "yisheng renjun", "zh"),
    ],
)
def test_titles_are_suggested_in_the_language_of_the_interface_unless_it_is_a_guess(
    environ: dict[str, str], query: str, language: str
) -> None:
    settings = resolve_settings(parse(["find", query], "en"), environ, None, Config(""))
    assert settings.language_for(query) == language


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_without_a_type_is_dumb(term: str) -> None:
    assert is_dumb_terminal({"TERM": term})
    assert not is_dumb_terminal({"TERM": "vt100"})


@pytest.fixture
def terminal() -> Iterator[int]:
    """The descriptor of a terminal."""
    ends = pty.openpty()
    yield ends[1]
    for end in ends:
        os.close(end)


@pytest.mark.parametrize(
    ("window", "columns", "width"),
    [(100, "50", 100), (100, "", 100), (0, "50", 50), (0, "-5", 80), (0, "", 80)],
)
def test_the_width_is_that_of_the_window(
    terminal: int, window: int, columns: str, width: int
) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, window, 0, 0))
    with open(terminal, "w", encoding="utf-8", closefd=False) as out:
        settings = resolve_settings(parse(["list"], "en"), {"COLUMNS": columns}, out, Config(""))
    assert settings.width == width
