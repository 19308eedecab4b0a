"""Common options: their position, language, width, color, content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import Medbrief

_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_CHINESE = "线上问诊"


@pytest.mark.parametrize(
    "words",
    [
        "--lang zh --width 60 show consultation-market",
        "show consultation-market --lang zh --width 60",
        "--width 60 show --lang zh consultation-market",
        "--lang en --width 100 show consultation-market --lang zh --width 60",
    ],
)
def test_options_are_accepted_before_and_after_the_command(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert answer.code == 0
    assert answer.text == medbrief("show", "consultation-market", "--lang=zh", "--width=60").text
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
def test_the_language_comes_from_the_locale(
    medbrief: Medbrief, locale: dict[str, str], chinese: bool
) -> None:
    title = Medbrief({**medbrief.environment, **locale})("show", "consultation-market").lines[0]
    assert (_CHINESE in title) is chinese


def test_the_option_overrides_the_locale(medbrief: Medbrief) -> None:
    answer = medbrief("show", "consultation-market", "--lang", "en", LC_ALL="zh_CN.UTF-8")
    assert _CHINESE not in answer.lines[0]


def test_messages_are_in_the_same_language(medbrief: Medbrief) -> None:
    assert "没有" in medbrief("show", "nowhere", LANG="zh_CN.UTF-8").message
    assert "no record" in medbrief("show", "nowhere").message


def test_without_utf8_the_output_is_ascii(medbrief: Medbrief) -> None:
    answer = medbrief.process(
        "show", "consultation-market", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert (answer.code, answer.stderr) == (0, b"")
    assert answer.stdout.isascii()
    assert b"CNY 10 billion" in answer.stdout
    assert b"###" in answer.stdout  # bars


@pytest.mark.parametrize("words", ["", "find 医保", "show qinghe-health", "list", "sources"])
def test_piped_output_has_no_colors(medbrief: Medbrief, words: str) -> None:
    assert b"\x1b" not in medbrief(*words.split()).stdout


@pytest.mark.parametrize(
    "words", ["", "find 医保", "show qinghe-health", "list --width 80", "sources"]
)
def test_colors_do_not_change_the_text(medbrief: Medbrief, words: str) -> None:
    colored = medbrief(*words.split(), "--color", "always").text
    assert _SGR.search(colored)
    assert _SGR.sub("", colored) == medbrief(*words.split()).text


@pytest.mark.parametrize("words", ["", "find 医保", "show qinghe-health", "list", "sources"])
def test_each_line_resets_its_colors(medbrief: Medbrief, words: str) -> None:
    for line in medbrief(*words.split(), "--color", "always").lines:
        codes = _SGR.findall(line)
        assert not codes or codes[-1] == "0"
        assert "\x1b" not in _SGR.sub("", line)


def test_color_always_overrides_no_color(medbrief: Medbrief) -> None:
    assert b"\x1b[" in medbrief("sources", "--color", "always", NO_COLOR="1").stdout


def test_json_has_no_colors(medbrief: Medbrief) -> None:
    assert b"\x1b" not in medbrief("sources", "--json", "--color", "always").stdout


def test_content_overrides_the_environment(medbrief: Medbrief, sample_copy: Path) -> None:
    file = sample_copy / "players" / "qinghe-health.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("青禾", "青苗"), encoding="utf-8")
    content = str(sample_copy)
    copied = medbrief("list", "players", "--lang", "zh", "--content", content)
    assert copied.code == 0
    assert "青苗" in copied.text
    assert "青苗" not in medbrief("list", "players", "--lang", "zh").text
    assert medbrief("list", "players", "--lang", "zh", MEDBRIEF_CONTENT=content) == copied


def test_changed_content_is_compiled_again(medbrief: Medbrief, sample_copy: Path) -> None:
    file = sample_copy / "players" / "qinghe-health.toml"
    before = medbrief("show", "qinghe-health", "--lang", "zh", "--content", str(sample_copy))
    file.write_text(file.read_text(encoding="utf-8").replace("青禾", "青苗"), encoding="utf-8")
    after = medbrief("show", "qinghe-health", "--lang", "zh", "--content", str(sample_copy))
    assert "青禾" in before.text
    assert "青苗" in after.text


@pytest.mark.parametrize("words", ["--help", "find --help", "show -h", "--version", "-V"])
def test_help_and_version_are_printed_to_standard_output(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stderr) == (0, b"")
    assert answer.stdout.startswith(b"medbrief ")
