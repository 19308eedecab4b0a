"""The browser; without one the tests are skipped with a reason."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.browser.chromium import Chromium, find_chromium
from tui.export.formats import export
from tui.store import Store
from tui.text.language import Language

Exported = Callable[..., Path]


def npm_package(name: str) -> Path:
    """Return the folder of a package that npm has installed globally; it need not exist."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    asked = [npm, "root", "--global"]
    root = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return Path(root) / name


@pytest.fixture(scope="session")
def command() -> str:
    """The command that starts Chromium."""
    found = find_chromium()
    if found is None:
        pytest.skip("Chromium is not installed")
    return found


@pytest.fixture
def browser(command: str, tmp_path: Path) -> Iterator[Chromium]:
    """A new browser for each test."""
    with Chromium(command, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def exported(sample_store: Store, tmp_path: Path) -> Exported:
    """``exported("zh", "online-patients")`` exports these records; without ids, the briefing."""

    def write(language: Language, *identities: str) -> Path:
        ids = identities or sample_store.identities()
        path = tmp_path / "briefing.html"
        text = export(sample_store, ids, "html", language, whole=not identities)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write
