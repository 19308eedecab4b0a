"""A look-up pays for nothing but itself: what it does not need is never imported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tui.store import open_store

_MAKING = {"pydantic", "tomli", "tree_sitter", "tree_sitter_toml", "pypinyin", "opencc"}
_FRONTS = {"textual", "rich", "asyncssh", "prometheus_client", "prompt_toolkit"}
_OUR_MAKING = {"tui.model", "tui.load", "tui.check", "tui.compile"}
_RUN = """
import sys
from tui.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
sys.stderr.write(" ".join(sys.modules))
sys.exit(code)
"""


@pytest.fixture
def compiled(environment: Mapping[str, str]) -> None:
    """The real briefing lies in the cache, whatever other tests have compiled meanwhile: it keeps
    the newest few."""
    with open_store(str(REAL_CONTENT), environment) as store:
        assert store.identities()


def _imported(environment: Mapping[str, str], code: str, *arguments: str) -> set[str]:
    """The names of all modules that a fresh interpreter has at the end of ``code``."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    "command",
    [
        ["find", "医保"],
        ["find", "市场规模", "2022"],
        ["find", "医保", "--json"],
        ["find", "jdjk"],
        ["show", "jd-health"],
        ["list"],
        ["list", "policies", "--json"],
        ["list", "--level", "national", "--since", "2020"],
        ["compare", "jd-health", "ali-health"],
        ["timeline"],
        ["database"],
        ["sources"],
        ["brief"],
        ["disagreements"],
        ["cite", "market-size@2022"],
        ["export", "market-size"],
        ["export", "--all", "--format", "html"],
        [],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_command_that_reads_imports_neither_the_making_half_nor_a_front_end(
    environment: Mapping[str, str], compiled: None, command: list[str]
) -> None:
    imported = _imported(environment, _RUN, *command)
    assert "tui.cli.main" in imported
    assert imported & (_MAKING | _FRONTS | _OUR_MAKING) == set()


_DEAR = {"argparse", "re", "typing", "json", "enum", "contextlib", "hashlib", "shutil"}
"""Modules of Python's own of which each costs a look-up a twentieth and more."""


def test_a_plain_look_up_imports_nothing_dear(
    environment: Mapping[str, str], compiled: None
) -> None:
    imported = _imported(environment, _RUN, "find", "医保", "--lang", "zh")
    assert "sqlite3" in imported
    assert imported & _DEAR == set()


_MANNERS = {
    "argparse",
    "difflib",
    "subprocess",
    "tui.cli.completion.engine",
    "tui.cli.output.destination",
    "tui.cli.args.usage_errors",
    "tui.cli.output.atomic_write",
    "tui.cli.help.pages",
    "tui.cli.args.recovery",
    "tui.cli.help.man_page",
    "tui.cli.output.pager",
    "tui.cli.args.argparse_parser",
    "tui.render.json_fields",
}


@pytest.mark.parametrize("command", [["find", "医保"], ["医保", "--json"], ["show", "jd-health"]])
def test_a_plain_line_pays_for_no_help_no_pager_and_no_completion(
    environment: Mapping[str, str], compiled: None, command: list[str]
) -> None:
    assert _imported(environment, _RUN, *command) & _MANNERS == set()


def test_similar_spelling_is_imported_only_where_nothing_else_fits(
    environment: Mapping[str, str], compiled: None
) -> None:
    assert "rapidfuzz" not in _imported(environment, _RUN, "find", "医保")


@pytest.mark.parametrize(
    ("package", "foreign"),
    [
        ("tui", _MAKING | _FRONTS),
        ("tui.text", _MAKING | _FRONTS | {"sqlite3"}),
        ("tui.document", _MAKING | _FRONTS | {"sqlite3"}),
        ("tui.store", _MAKING | _FRONTS | _OUR_MAKING),
        ("tui.search", _MAKING | _FRONTS | _OUR_MAKING | {"rapidfuzz"}),
        ("tui.views", _MAKING | _FRONTS | _OUR_MAKING | {"rapidfuzz"}),
        ("tui.render", _MAKING | _FRONTS | _OUR_MAKING),
        ("tui.export.formats", _MAKING | _FRONTS | _OUR_MAKING | {"tui.app", "tui.cli"}),
        ("tui.cli.main", _MAKING | _FRONTS | _OUR_MAKING | {"tui.app"}),
        ("tui.app", _MAKING | _OUR_MAKING | {"asyncssh"}),
        ("tui.serve.request.parser", _MAKING | _FRONTS | _OUR_MAKING),
        ("tui.model", _FRONTS | {"tomli", "pypinyin", "opencc", "sqlite3"}),
        ("tui.load", _FRONTS | {"pypinyin", "opencc", "sqlite3"}),
        ("tui.compile", _FRONTS),
    ],
)
def test_a_package_imports_only_what_is_its_own(
    environment: Mapping[str, str], package: str, foreign: set[str]
) -> None:
    code = f"import sys, {package}; sys.stderr.write(' '.join(sys.modules))"
    imported = _imported(environment, code)
    assert package in imported
    assert imported & foreign == set()


def test_a_plain_config_costs_a_look_up_no_parser(
    environment: Mapping[str, str], compiled: None, tmp_path: Path
) -> None:
    (tmp_path / "medbrief").mkdir()
    config = tmp_path / "medbrief" / "config.toml"
    config.write_text(
        '# mine\nlanguage = "zh"\ntheme = "dark"\n\n[keys]\nopen_search = ["a", "/"]\n'
    )
    imported = _imported({**environment, "XDG_CONFIG_HOME": str(tmp_path)}, _RUN, "find", "医保")
    assert imported & (_DEAR | _MAKING | _OUR_MAKING) == set()
