"""What every golden has to keep, checked by code: widths, line breaks, languages, no debris."""

from __future__ import annotations

import re

import pytest

from tests.app.golden_files import FOLDER, NAMES, Golden, read
from tests.app.screens import SCREENS, Size
from tui.store import Store
from tui.text.language import Language
from tui.text.width import cell_width

# W3C, Requirements for Chinese Text Layout, 6.1.1: marks that may not begin or end a line.
_NO_START = frozenset("、。，．：；！？’”〉》」』】〕〗）％·")
_NO_END = frozenset("‘“〈《「『【〔〖（")
_CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff5e、。「」《》【】（）]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_MODALS = {"palette", "palette-typed", "facets"}
"""Screens with lines of their own beside their panel."""
_KEYS = {"Esc", "Tab", "Home", "End", "Backspace", "S-Tab", "English"}
"""Names of keys, and of the language that a key leads to."""
_LATIN = {"HK", "GAAP", "Non-GAAP", "SHA", "originals", "watch", "online", "offline", "Markdown"}
"""Names that are the same in Chinese, options, and the words that O+O stands for."""
_TYPED = {"health", "zzzzzz", "zc", "yibao"}

golden_of_each = pytest.mark.parametrize(
    ("name", "size", "language"), NAMES, ids=[f"{n}-{s[0]}x{s[1]}-{lg}" for n, s, lg in NAMES]
)


@golden_of_each
def test_lines_fit_into_the_terminal_and_end_without_debris(
    name: str, size: Size, language: Language
) -> None:
    golden = read(name, size, language)
    assert len(golden.lines) == size[1]
    for line in golden.lines:
        assert cell_width(line) <= size[0]
        assert line == line.rstrip()
    if name not in _MODALS and golden.panels:
        assert golden.outside == ""


@golden_of_each
def test_no_wide_character_is_cut_by_the_edge_of_a_panel(
    name: str, size: Size, language: Language
) -> None:
    for panel in read(name, size, language).panels:
        assert None not in panel.lines


@golden_of_each
def test_no_line_begins_or_ends_with_a_mark_that_may_not(
    name: str, size: Size, language: Language
) -> None:
    for panel in read(name, size, language).panels:
        for line in panel.lines:
            text = (line or "").strip(" ›•>│")
            if text:
                assert text[0] not in _NO_START, line
                assert text[-1] not in _NO_END, line


@golden_of_each
def test_no_line_of_a_page_is_too_long_to_be_read(
    name: str, size: Size, language: Language
) -> None:
    for panel in read(name, size, language).panels:
        if panel.name in ("page", "help"):
            assert all(cell_width((line or "").strip()) <= 100 for line in panel.lines)


@golden_of_each
def test_everything_is_translated(
    real_store: Store, name: str, size: Size, language: Language
) -> None:
    golden = read(name, size, language)
    if not golden.panels:
        return  # too small for words to stand whole
    own = _chinese_of(golden) if language == "en" else _latin_of(golden)
    known = _proper(real_store)
    assert [word for word in own if word not in known] == []


def _chinese_of(golden: Golden) -> list[str]:
    return [part for text in _texts(golden) for part in _CHINESE.findall(text) if part != "中文"]


def _latin_of(golden: Golden) -> list[str]:
    words = [word for text in _texts(golden) for word in _WORD.findall(text)]
    return [word for word in words if word not in _KEYS | _LATIN | _TYPED]


def _texts(golden: Golden) -> list[str]:
    bars = [golden.lines[0], *golden.lines[-2:]]
    return bars + [line or "" for panel in golden.panels for line in panel.lines]


def _proper(store: Store) -> str:
    """Whatever the records say in the words of their sources: quotes, names, titles, numbers."""
    questions = (
        "SELECT exact, source_zh, source_en FROM quotes",
        "SELECT title_zh, title_en, legal_name, ticker FROM players",
        "SELECT number, issuers_zh, title_zh FROM policies",
        "SELECT names FROM folded",
        "SELECT file, sha256, license_zh, license_en, url FROM sources",
    )
    return "\n".join(
        str(text) for question in questions for row in store.query(question) for text in row
    )


def test_every_golden_is_of_a_screen_in_the_table() -> None:
    expected = {f"{n}-{s[0]}x{s[1]}-{lg}.txt" for n, s, lg in NAMES}
    assert {path.name for path in FOLDER.glob("*.txt")} == expected


def test_every_section_has_its_list_in_the_table(real_store: Store) -> None:
    listed = {screen.place.section for screen in SCREENS.values()}
    assert {section.id for section in real_store.sections()} <= listed
