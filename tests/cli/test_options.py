"""Options: where they may stand, and what language, width and colour follow from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import Medbrief
from tests.conftest import SAMPLE

_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_CHINESE = "互联网医疗"


@pytest.mark.parametrize(
    "words",
    [
        "--lang zh --width 60 show market-size",
        "show market-size --lang zh --width 60",
        "--width 60 show --lang zh market-size",
        "--lang en --width 100 show market-size --lang zh --width 60",
    ],
)
def test_options_stand_before_or_after_the_command(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert answer.code == 0
    assert answer.text == medbrief("show", "market-size", "--lang=zh", "--width=60").text
    assert _CHINESE in answer.lines[0]
    assert max(map(cell_len, answer.lines)) <= 60


@pytest.mark.parametrize(
    ("locale", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": ""}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "MEDBRIEF_LANG": "zh"}, True),
        ({"LC_ALL": "zh_CN.UTF-8", "MEDBRIEF_LANG": "en"}, False),
    ],
)
def test_the_language_is_that_of_the_locale(
    medbrief: Medbrief, locale: dict[str, str], chinese: bool
) -> None:
    title = Medbrief({**medbrief.environment, **locale})("show", "market-size").lines[0]
    assert (_CHINESE in title) is chinese


def test_the_option_overrules_the_locale(medbrief: Medbrief) -> None:
    answer = medbrief("show", "market-size", "--lang", "en", LC_ALL="zh_CN.UTF-8")
    assert _CHINESE not in answer.lines[0]


def test_messages_speak_the_same_language(medbrief: Medbrief) -> None:
    assert "没有" in medbrief("show", "nowhere", LANG="zh_CN.UTF-8").message
    assert "there is no record" in medbrief("show", "nowhere").message


def test_without_utf8_the_page_still_comes(medbrief: Medbrief) -> None:
    answer = medbrief("show", "market-size", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (answer.code, answer.stderr) == (0, b"")
    assert answer.stdout.isascii()
    assert b"CNY 309.9 billion" in answer.stdout
    assert b"###" in answer.stdout  # bars


@pytest.mark.parametrize("words", ["", "find 医保", "show jd-health", "list", "sources"])
def test_piped_output_is_plain(medbrief: Medbrief, words: str) -> None:
    assert b"\x1b" not in medbrief(*words.split()).stdout


@pytest.mark.parametrize("words", ["", "find 医保", "show jd-health", "list --width 80", "sources"])
def test_colours_change_nothing_but_the_colours(medbrief: Medbrief, words: str) -> None:
    coloured = medbrief(*words.split(), "--color", "always").text
    assert _SGR.search(coloured)
    assert _SGR.sub("", coloured) == medbrief(*words.split()).text


@pytest.mark.parametrize("words", ["", "find 医保", "show jd-health", "list", "sources"])
def test_every_line_takes_its_colours_back(medbrief: Medbrief, words: str) -> None:
    for line in medbrief(*words.split(), "--color", "always").lines:
        codes = _SGR.findall(line)
        assert not codes or codes[-1] == "0"
        assert "\x1b" not in _SGR.sub("", line)


def test_always_is_stronger_than_no_color(medbrief: Medbrief) -> None:
    assert b"\x1b[" in medbrief("sources", "--color", "always", NO_COLOR="1").stdout


def test_json_is_never_coloured(medbrief: Medbrief) -> None:
    assert b"\x1b" not in medbrief("sources", "--json", "--color", "always").stdout


def test_another_briefing_is_read_from_the_folder_that_is_named(medbrief: Medbrief) -> None:

    content = str(SAMPLE / "content")
    named = medbrief("list", "players", "--content", content)
    assert named.code == 0
    assert "qinghe-health" in named.text
    assert "jd-health" not in named.text
    assert medbrief("list", "players", MEDBRIEF_CONTENT=content) == named
    # The option overrules the environment.
    assert medbrief("list", "players", "--content", content, MEDBRIEF_CONTENT="/nowhere") == named


def test_a_changed_content_is_seen_at_once(medbrief: Medbrief, copy: Path) -> None:
    file = copy / "players" / "qinghe-health.toml"
    before = medbrief("show", "qinghe-health", "--lang", "zh", "--content", str(copy))
    file.write_text(file.read_text(encoding="utf-8").replace("青禾", "青苗"), encoding="utf-8")
    after = medbrief("show", "qinghe-health", "--lang", "zh", "--content", str(copy))
    assert "青禾" in before.text
    assert "青苗" in after.text


@pytest.mark.parametrize("words", ["--help", "find --help", "show -h", "--version"])
def test_help_and_version_go_to_standard_output(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stderr) == (0, b"")
    assert answer.stdout.startswith(b"medbrief ")
