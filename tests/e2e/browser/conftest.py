"""The browser, once for all tests; without one they say so and are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.browser.chromium import Chromium, find_chromium
from tui.export.formats import export
from tui.store import Store
from tui.text.language import Language

Exported = Callable[..., Path]


@pytest.fixture(scope="session")
def command() -> str:
    """The browser's command."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium here: install chromium to see the exported pages in a browser")
    return found


@pytest.fixture
def browser(command: str, tmp_path: Path) -> Iterator[Chromium]:
    """A browser of its own for each test."""
    with Chromium(command, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def exported(real_store: Store, tmp_path: Path) -> Exported:
    """``exported("zh", "market-size")``: the file with these records; with none, the briefing."""

    def write(language: Language, *identities: str) -> Path:
        ids = identities or real_store.identities()
        path = tmp_path / "briefing.html"
        text = export(real_store, ids, "html", language, whole=not identities)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write
