"""The Markdown export as pandoc reads it: internal links hold in each dialect."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tui.export.formats import export
from tui.store import Store
from tui.text.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dialect", ["markdown", "gfm", "commonmark_x"])
def test_internal_links_hold_in_pandoc(
    sample_store: Store, dialect: str, language: Language
) -> None:
    pandoc = shutil.which("pandoc")
    if not pandoc:
        pytest.skip("pandoc is not installed")
    text = export(sample_store, sample_store.identities(), "md", language, whole=True)
    done = subprocess.run(
        [pandoc, "--from", dialect, "--to", "html"],
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == b""
    page = done.stdout.decode()
    inside = set(re.findall(r'href="#(record--[^"]+)"', page))
    assert len(inside) == len(sample_store.identities())
    assert inside <= set(re.findall(r'id="([^"]+)"', page))
