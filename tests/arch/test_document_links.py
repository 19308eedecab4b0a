"""Links of the documents lead to files and headings that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

_DOCUMENTS = sorted(
    path
    for pattern in (
        "*.md",
        ".github/*.md",
        "content/*.md",
        "tests/*.md",
        "tests/sample/*.md",
        "tui/**/*.md",
    )
    for path in ROOT.glob(pattern)
)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


def _anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_and_headings(document: Path) -> None:
    text = document.read_text("utf-8")
    for target, anchor in _LINK.findall(_CODE.sub("", text)):
        path = (document.parent / target).resolve() if target else document
        assert path.exists(), f"no such file: {target}"
        if anchor:
            assert anchor in _anchors(path.read_text("utf-8")), f"no such heading: #{anchor}"
