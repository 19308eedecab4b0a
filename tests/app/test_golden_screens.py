"""Every screen of the app: its text, compared with a golden file, and the rules that hold for all
screens. Each screen is rendered once per size and language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.app import screen_rules as rules
from tests.app.golden_files import FOLDER, golden_path, parse
from tests.app.screen_rules import Rendering
from tests.app.screens import EXISTING_FILE, SCREENS, Size, render
from tests.golden import check_golden
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_RENDERINGS = [
    pytest.param(name, size, language, id=f"{name}-{size[0]}x{size[1]}-{language}")
    for name, screen in SCREENS.items()
    for size in screen.sizes
    for language in LANGUAGES
    # Without a golden file only the rules are checked: one language shows what they find.
    if size in screen.golden_sizes or language == "zh"
]


@pytest.fixture(scope="session")
def source_words(sample_store: Store, sample_originals: Path) -> str:
    return rules.words_of_sources(sample_store, sample_originals)


@pytest.fixture
def home(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in the home folder, on a machine without pandoc."""
    home = Path(environment["HOME"])
    (home / EXISTING_FILE).touch()
    monkeypatch.chdir(home)
    monkeypatch.setenv("PATH", str(home))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("name", "size", "language"), _RENDERINGS)
async def test_screen_equals_its_golden_file_and_keeps_the_rules(
    sample_store: Store,
    sample_originals: Path,
    source_words: str,
    name: str,
    size: Size,
    language: Language,
) -> None:
    text = await render(name, size, language, sample_store, sample_originals)
    if size in SCREENS[name].golden_sizes:
        check_golden(golden_path(name, size, language), text)
    screen = Rendering(name, size, language, parse(text))
    assert rules.outside_of_the_terminal(screen) == []
    assert rules.outside_of_panels(screen) == []
    assert rules.wide_characters_cut_in_half(screen) == []
    assert rules.forbidden_line_breaks(screen) == []
    assert rules.lines_too_long_to_read(screen) == []
    assert rules.words_of_the_other_language(screen, source_words) == []


def test_every_golden_file_belongs_to_a_screen() -> None:
    expected = {
        golden_path(name, size, language).name
        for name, screen in SCREENS.items()
        for size in screen.golden_sizes
        for language in LANGUAGES
    }
    assert {path.name for path in FOLDER.glob("*.txt")} == expected


def test_every_section_has_a_screen(sample_store: Store) -> None:
    sections = {screen.location.section for screen in SCREENS.values()}
    assert {section.id for section in sample_store.sections()} <= sections
