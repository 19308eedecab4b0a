"""Rules for every screen. Each returns the texts that violate it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.app.golden_files import ScreenText
from tests.app.screens import Size
from tui.store import Store
from tui.text.language import Language
from tui.text.width import cell_width

# W3C, Requirements for Chinese Text Layout, 6.1.1: marks that may not begin or end a line.
_NO_START = frozenset("、。，．：；！？’”〉》」』】〕〗）％·")
_NO_END = frozenset("‘“〈《「『【〔〖（")
_CURSOR_AND_RULES = " ›•>│┃▌"
_CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff5e、。「」《》【】（）]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_QUOTE_BRACKETS = str.maketrans("", "", "【】")
"""Around a quote within the original."""
_KEYS = {"Esc", "Tab", "Home", "End", "Backspace", "S-Tab", "Ctrl", "Shift", "Option", "fg", "gg"}
_NAMES = {"medbrief",
          "English", "HK", "GAAP", "Non-GAAP", "SHA", "originals", "watch", "online", "offline",
          "Markdown", "JSON", "Word", "md", "csv", "tsv", "json", "jsonl", "html",
          "bibtex"}  # fmt: skip
"""Words that are the same in Chinese: names, options, formats, the words that O+O abbreviates."""
_TYPED = {"health", "zzzzzz", "zc", "yibao", "chufang"}
"""Queries of the screens."""
_MODAL_SCREENS = {"palette", "palette-typed", "facets", "export", "export-question", "help"}
"""Screens with widgets other than panels and bars."""
_MAX_PAGE_WIDTH = 100


class Rendering(NamedTuple):
    """A screen in one size and language."""

    name: str
    size: Size
    language: Language
    text: ScreenText


def outside_of_the_terminal(screen: Rendering) -> list[str]:
    """Return lines that are wider than the terminal, and the number of lines if it is wrong."""
    wide = [line for line in screen.text.lines if cell_width(line) > screen.size[0]]
    count = len(screen.text.lines)
    return wide if count == screen.size[1] else [*wide, f"{count} lines"]


def outside_of_panels(screen: Rendering) -> list[str]:
    """Return text that is neither in a panel nor in a bar: remains of an earlier frame."""
    if screen.name in _MODAL_SCREENS or not screen.text.panels or not screen.text.outside:
        return []
    return [screen.text.outside]


def wide_characters_cut_in_half(screen: Rendering) -> list[str]:
    """Return panels with a line at whose edge a wide character is cut in half."""
    return [panel.name for panel in screen.text.panels if None in panel.lines]


def forbidden_line_breaks(screen: Rendering) -> list[str]:
    """Return lines that begin or end with punctuation that is forbidden there."""
    stripped = (line.strip(_CURSOR_AND_RULES) for line in _panel_lines(screen))
    texts = [text for text in stripped if text]
    return [text for text in texts if text[0] in _NO_START or text[-1] in _NO_END]


_FRAME = " ─╰╯┃"


def lines_too_long_to_read(screen: Rendering) -> list[str]:
    """Return lines of running text with more than 100 cells."""
    pages = [panel for panel in screen.text.panels if panel.name in ("page", "help")]
    lines = [
        text.strip(_FRAME)
        for page in pages
        for line in page.lines
        for text in re.split("│|   *", line or "")  # cards and columns stand side by side
    ]
    return [
        line for line in lines if cell_width(line) > _MAX_PAGE_WIDTH and not set("╭╰") & set(line)
    ]


def words_of_the_other_language(screen: Rendering, source_words: str) -> list[str]:
    """Return words of the language that is not displayed, except ``source_words``."""
    if not screen.text.panels:
        return []  # too small: words are broken
    pattern = _CHINESE if screen.language == "en" else _WORD
    expected = {"中文"} if screen.language == "en" else _KEYS | _NAMES | _TYPED
    lines = [screen.text.lines[0], *screen.text.lines[-2:], *_panel_lines(screen)]
    text = "\n".join(lines).translate(_QUOTE_BRACKETS)
    words = pattern.findall(text)
    return [word for word in words if word not in expected and word.lower() not in source_words]


def words_of_sources(store: Store, originals: Path) -> str:
    """Return in lower case what is displayed in the language of the source: quotes, names, titles,
    and the originals without tags and spaces."""
    queries = (
        "SELECT exact, source_zh, source_en FROM quotes",
        "SELECT title_zh, title_en, legal_name, ticker FROM players",
        "SELECT number, issuers_zh, title_zh FROM policies",
        "SELECT names FROM folded",
        "SELECT file, sha256, license_zh, license_en, url FROM sources",
    )
    texts = [str(text) for query in queries for row in store.query(query) for text in row if text]
    for file in originals.iterdir():
        texts.append(re.sub(r"<[^>]*>|\s", "", file.read_text(encoding="utf-8")))
    return "\n".join(texts).lower()


def _panel_lines(screen: Rendering) -> list[str]:
    return [line or "" for panel in screen.text.panels for line in panel.lines]
