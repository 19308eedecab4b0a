"""A command imports only what it needs: a lookup pays for nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.store import open_store

_BUILD_LIBRARIES = {"pydantic", "tomli", "tree_sitter", "tree_sitter_toml", "pypinyin", "opencc"}
_FRONT_END_LIBRARIES = {"textual", "rich", "asyncssh", "prometheus_client", "prompt_toolkit"}
_BUILD_PACKAGES = {"tui.model", "tui.load", "tui.check", "tui.compile", "tui.edit"}
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
def compiled(environment: Mapping[str, str], sample: Path) -> Mapping[str, str]:
    """The environment of a command over the sample briefing, which is in the cache already."""
    with open_store(str(sample), environment) as store:
        assert store.identities()
    return {**environment, "MEDBRIEF_CONTENT": str(sample)}


def _imported(environment: Mapping[str, str], code: str, *arguments: str) -> set[str]:
    """Return the names of all modules that a fresh interpreter has at the end of ``code``."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    "command",
    [
        ["find", "医保"],
        ["find", "市场规模", "2022"],
        ["find", "医保", "--json"],
        ["find", "qhjk"],
        ["show", "qinghe-health"],
        ["list"],
        ["list", "policies", "--json"],
        ["list", "--level", "provincial", "--since", "2020"],
        ["compare", "qinghe-health", "yunshan-doctor"],
        ["timeline"],
        ["database"],
        ["sources"],
        ["brief"],
        ["disagreements"],
        ["cite", "consultation-market@2022"],
        ["export", "consultation-market"],
        ["export", "--all", "--format", "html"],
        [],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_read_commands_import_neither_the_build_half_nor_a_front_end(
    compiled: Mapping[str, str], command: list[str]
) -> None:
    imported = _imported(compiled, _RUN, *command)
    assert "tui.cli.main" in imported
    assert imported & (_BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES) == set()


_EXPENSIVE = {
    *("argparse", "re", "typing", "json", "enum", "contextlib", "hashlib", "shutil", "datetime"),
}
"""Modules of the standard library whose import costs 5 % of a lookup or more each."""


@pytest.mark.parametrize("query", ["医保", "市场规模 2022"])
def test_a_lookup_imports_no_expensive_module(compiled: Mapping[str, str], query: str) -> None:
    imported = _imported(compiled, _RUN, "find", query, "--lang", "zh")
    assert "_sqlite3" in imported
    assert imported & _EXPENSIVE == set()


_NOT_FOR_LOOKUPS = {
    "argparse",
    "difflib",
    "subprocess",
    "tui.cli.completion.engine",
    "tui.cli.output.destination",
    "tui.cli.args.usage_errors",
    "tui.atomic_write",
    "tui.file_write",
    "tui.full_write",
    "tui.system_errors",
    "tui.text.close_matches",
    "tui.cli.help.pages",
    "tui.cli.help.man_page",
    "tui.cli.output.pager",
    "tui.cli.args.argparse_parser",
    "tui.render.json_fields",
}


_NOT_FOR_THE_FIRST_FRAME = {
    "tui.app.browse.clipboard_text",
    "tui.app.browse.sources.citation_view",
    "tui.app.browse.sources.export_choices",
    "tui.app.browse.sources.page_facts",
    "tui.app.content_watcher",
    "tui.config.key_bindings",
    "tui.diagnostics",
    "tui.file_write",
    "tui.search.find",
    "tui.text.quote_selector",
    "tui.views.timeline_page",
}


def test_the_app_starts_without_what_only_later_keys_need(environment: Mapping[str, str]) -> None:
    code = "import sys, tui.app.app; sys.stderr.write(' '.join(sys.modules))"
    imported = _imported(environment, code)
    assert "tui.app.browse.screen" in imported
    assert imported & (_NOT_FOR_THE_FIRST_FRAME | _BUILD_PACKAGES) == set()
    assert not any(name.startswith("tui.app.review") for name in imported)


def test_the_modules_that_lookups_must_not_import_exist() -> None:
    # Otherwise a renamed module would drop out of the tests here without notice.
    top = Path(__file__).resolve().parents[2]
    for name in {*_NOT_FOR_LOOKUPS, *_NOT_FOR_THE_FIRST_FRAME, *_BUILD_PACKAGES}:
        if name.startswith("tui."):
            path = top.joinpath(*name.split("."))
            assert path.is_dir() or path.with_suffix(".py").is_file(), name


@pytest.mark.parametrize(
    "command", [["find", "医保"], ["医保", "--json"], ["show", "qinghe-health"]]
)
def test_a_lookup_imports_no_help_no_pager_and_no_completion(
    compiled: Mapping[str, str], command: list[str]
) -> None:
    assert _imported(compiled, _RUN, *command) & _NOT_FOR_LOOKUPS == set()


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("tui", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES),
        ("tui.text", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | {"sqlite3"}),
        ("tui.document", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | {"sqlite3"}),
        ("tui.store", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.question", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.search", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.views", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.render", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.export.formats", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES),
        ("tui.cli.main", _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES | {"tui.app"}),
        ("tui.app", _BUILD_LIBRARIES | _BUILD_PACKAGES | {"asyncssh"}),
        (
            "tui.serve.request.request_parser",
            _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES,
        ),
        (
            "tui.mcp.command_call",
            _BUILD_LIBRARIES | _FRONT_END_LIBRARIES | _BUILD_PACKAGES,
        ),
        ("tui.model", _FRONT_END_LIBRARIES | {"tomli", "pypinyin", "opencc", "sqlite3"}),
        ("tui.load", _FRONT_END_LIBRARIES | {"pypinyin", "opencc", "sqlite3"}),
        ("tui.compile", _FRONT_END_LIBRARIES),
    ],
)
def test_packages_import_only_their_own_libraries(
    environment: Mapping[str, str], package: str, forbidden: set[str]
) -> None:
    code = f"import sys, {package}; sys.stderr.write(' '.join(sys.modules))"
    imported = _imported(environment, code)
    assert package in imported
    assert imported & forbidden == set()


def test_a_plain_config_is_read_without_a_parser(
    compiled: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "medbrief").mkdir()
    config = tmp_path / "medbrief" / "config.toml"
    config.write_text(
        '# mine\nlanguage = "zh"\ntheme = "dark"\n\n[keys]\nopen_search = ["a", "/"]\n'
    )
    imported = _imported({**compiled, "XDG_CONFIG_HOME": str(tmp_path)}, _RUN, "find", "医保")
    assert imported & (_EXPENSIVE | _BUILD_LIBRARIES | _BUILD_PACKAGES) == set()
