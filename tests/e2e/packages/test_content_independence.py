"""An editor who changes the content breaks no test of the code.

The checkout is copied, its live content is changed as an editor would change it, and the tests run
in the copy: unit tests and the tests of the live content here, all tests with
``MEDBRIEF_WHOLE_SUITE=1`` (``make independence``).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
_ROOT = Path(__file__).resolve().parents[3]
_NOT_COPIED = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "originals")
_UNIT_TESTS = ("load", "check", "search", "views", "render", "export")
"""Folders whose tests read a briefing and start no app, server or process."""


def _add_policy(content: Path) -> None:
    """Add a valid policy: an existing one under another id, title and number."""
    original = sorted((content / "policies").glob("*.toml"))[0]
    text = original.read_text("utf-8")
    text = re.sub(r'(?m)^id = ".*"$', 'id = "policy-added-by-a-test"', text, count=1)
    text = re.sub(r"(?m)^(number|aliases) = .*\n", "", text)
    text = re.sub(
        r"(?m)^title = .*$", 'title = { zh = "新增的通知", en = "An added notice" }', text, count=1
    )
    (content / "policies" / "policy-added-by-a-test.toml").write_text(text, "utf-8")


def _change_summary(content: Path) -> None:
    """Change the summary of one company or institution."""
    for path in sorted((content / "players").glob("*.toml")):
        text = path.read_text("utf-8")
        new = re.sub(
            r"(?m)^summary = \{ zh = \"(.*?)\", en = \"(.*?)\" \}$",
            r'summary = { zh = "改写：\1", en = "Rewritten: \2" }',
            text,
            count=1,
        )
        if new != text and "{fact:" not in new.partition("[[")[0]:
            path.write_text(new, "utf-8")
            return
    raise AssertionError("no summary to change")


def _remove_term(content: Path) -> None:
    """Remove a glossary term that no other record refers to, and how readers ask for it."""
    questions = content / "questions" / "glossary.toml"
    texts = {path: path.read_text("utf-8") for path in content.rglob("*.toml") if path != questions}
    for path in sorted((content / "glossary").glob("*.toml")):
        name = re.compile(rf"\b{re.escape(path.stem)}\b")
        if not any(name.search(text) for other, text in texts.items() if other != path):
            path.unlink()
            tables = questions.read_text("utf-8").split("[[questions]]")
            kept = [table for table in tables if not name.search(table)]
            questions.write_text("[[questions]]".join(kept), "utf-8")
            return
    raise AssertionError("every term is referred to")


@pytest.fixture
def edited_checkout(tmp_path: Path) -> Path:
    """A copy of the checkout whose live content an editor has changed."""
    copy = tmp_path / "checkout"
    shutil.copytree(_ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    for folder in (_ROOT / "tests").rglob("originals"):
        shutil.copytree(folder, copy / folder.relative_to(_ROOT), dirs_exist_ok=True)
    for change in (_add_policy, _change_summary, _remove_term):
        change(copy / "content")
    return copy


def _run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    originals = os.environ.get("MEDBRIEF_ORIGINALS") or str(_ROOT.parent / "shared" / "seeds")
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout),
        "MEDBRIEF_ORIGINALS": originals,
        "MEDBRIEF_IN_EDITED_CHECKOUT": "1",
    }
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(
    "MEDBRIEF_IN_EDITED_CHECKOUT" in os.environ, reason="this is the edited checkout already"
)
def test_the_tests_pass_in_a_checkout_with_edited_content(edited_checkout: Path) -> None:
    check = _run(edited_checkout, "tui", "--content", "content", "check")
    assert check.returncode == 0, check.stdout + check.stderr
    whole = "MEDBRIEF_WHOLE_SUITE" in os.environ
    folders = ["tests"] if whole else [f"tests/{name}" for name in (*_UNIT_TESTS, "content")]
    # Which content the tests read does not depend on the number of examples, so few will do.
    options = ["-n", "2"] if whole else ["-n", "0", "-m", "not slow", "--hypothesis-profile=few"]
    result = _run(edited_checkout, "pytest", "-q", "-p", "no:cacheprovider", *options, *folders)
    assert result.returncode == 0, result.stdout[-8000:] + result.stderr[-2000:]
