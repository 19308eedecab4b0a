"""The manual page: valid roff with everything that the help contains."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.cli.inside import run
from tui.cli.commands import load_command
from tui.cli.help.man_page import render_man_page
from tui.cli.help.pages import visible_commands
from tui.text.language import LANGUAGES, Language
from tui.text.width import cell_width

_FORMATTERS = {
    "man": ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", "-"],
    "groff": ["groff", "-K", "utf8", "-man", "-ww", "-Tutf8", "-Z"],
    "mandoc": ["mandoc", "-T", "lint", "-W", "warning"],
}


@pytest.mark.parametrize("formatter", _FORMATTERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_formatters_report_no_warnings(language: Language, formatter: str) -> None:
    if not shutil.which(formatter):
        pytest.skip(f"{formatter} is not installed")
    done = subprocess.run(
        _FORMATTERS[formatter],
        input=render_man_page(language, "2024-01-31").encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    warnings = done.stdout if formatter == "mandoc" else done.stderr
    assert (done.returncode, warnings) == (0, b"")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formatted_page_has_the_texts_of_the_help(language: Language) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is not installed")
    done = subprocess.run(
        ["groff", "-K", "utf8", "-man", "-Tutf8", "-P-c", "-rLL=78n"],
        input=render_man_page(language, "2024-01-31").encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    page = re.sub(r".\x08", "", done.stdout.decode())
    assert "\\" not in page
    assert [line for line in page.splitlines() if cell_width(line) > 78] == []
    joined = re.sub(r"\s+", "", page)
    for command in visible_commands():
        texts = [command.help, *command.details, *(item.help for item in command.arguments)]
        for text in (*(each.of(language) for each in texts), *_examples(command.name, language)):
            assert re.sub(r"\s+", "", text) in joined


def _examples(name: str, language: Language) -> list[str]:
    return [example.line_in(language) for example in load_command(name).examples]


def test_help_prints_the_manual_page() -> None:
    assert run("help", "--man", "--lang", "zh").out == render_man_page("zh")
    assert run("help", "--man", "--lang", "en").out == render_man_page("en")
