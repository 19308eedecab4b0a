"""What ``tui/serve/README.md`` says about commands, metrics, events and reasons is true."""

from __future__ import annotations

import ast
import re
import shlex

import pytest
from markdown_it import MarkdownIt

from tests.conftest import ROOT
from tui.cli.args.command_line import parse
from tui.cli.args.serve_options import resolve_server_settings
from tui.config.server_setting_table import SETTINGS
from tui.serve.observability.metrics import Metrics

_PACKAGE = ROOT / "tui" / "serve"
_TEXT = (_PACKAGE / "README.md").read_text(encoding="utf-8")


def _table(heading: str) -> list[list[str]]:
    """The rows of the table whose first column has this heading."""
    lines = _TEXT.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"| {heading} |")) + 2
    rows = lines[start : lines.index("", start)]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _literals() -> set[str]:
    """Every string literal of the server's modules."""
    found: set[str] = set()
    for file in _PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_metric_is_documented() -> None:
    families = Metrics().registry.collect()
    names = {f.name + ("_total" if f.type == "counter" else "") for f in families}
    documented = {_code(row[0])[0].partition("{")[0] for row in _table("Metric")}
    assert documented == names


def test_every_event_is_documented() -> None:
    documented = {name for row in _table("Event") for name in _code(row[0])}
    logged: set[str] = set()
    for file in _PACKAGE.rglob("*.py"):
        logged |= set(re.findall(r'\.event\(\s*"([^"]+)"', file.read_text(encoding="utf-8")))
    assert logged <= documented
    assert documented <= _literals()


def test_documented_limits_exist() -> None:
    literals = _literals()
    for _, settings, reasons in _table("What"):
        assert set(_code(settings)) <= set(SETTINGS)
        assert set(_code(reasons)) <= literals


def _command_lines() -> list[str]:
    blocks = [token.content for token in MarkdownIt().parse(_TEXT) if token.info == "sh"]
    text = "\n".join(blocks).replace("\\\n", "")
    return re.findall(r"^(?:.*/)?(?:.*&& .*/)?(medbrief serve .*)$", text, re.MULTILINE)


@pytest.mark.parametrize("line", _command_lines())
def test_the_command_lines_are_accepted(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0].partition(" | ")[0], comments=True)
    options = parse(words[1:], "en")
    assert resolve_server_settings(options, {}).authorized_keys


def test_links_lead_to_a_heading() -> None:
    headings = re.findall(r"^## (.+)$", _TEXT, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", _TEXT)) <= anchors
