"""Each rule for screens reports a screen that breaks it."""

from __future__ import annotations

from tests.app import screen_rules as rules
from tests.app.golden_files import PanelText, ScreenText, parse
from tests.app.screen_rules import Rendering
from tui.text.language import Language


def _screen(
    lines: list[str], panel: str = "page", outside: str = "", language: Language = "zh"
) -> Rendering:
    text = ScreenText(["", *lines, "", ""], [PanelText(panel, [*lines])], outside)
    return Rendering("players", (120, len(text.lines)), language, text)


def test_lines_that_do_not_fit_are_reported() -> None:
    screen = _screen(["x" * 121])
    assert rules.outside_of_the_terminal(screen) == ["x" * 121]
    assert rules.outside_of_the_terminal(screen._replace(size=(121, 5))) == ["4 lines"]


def test_text_outside_of_panels_is_reported() -> None:
    assert rules.outside_of_panels(_screen([], outside="left over")) == ["left over"]


def test_wide_characters_cut_in_half_are_reported() -> None:
    text = ScreenText([], [PanelText("list", ["whole", None])], "")
    assert rules.wide_characters_cut_in_half(Rendering("players", (9, 2), "zh", text)) == ["list"]


def test_forbidden_line_breaks_are_reported() -> None:
    screen = _screen([" ，而且", "一行", "规定（"])
    assert rules.forbidden_line_breaks(screen) == ["，而且", "规定（"]


def test_long_lines_are_reported_on_pages_only() -> None:
    assert rules.lines_too_long_to_read(_screen(["x" * 101])) == ["x" * 101]
    assert rules.lines_too_long_to_read(_screen(["x" * 101], panel="list")) == []


def test_words_of_the_other_language_are_reported() -> None:
    screen = _screen(["市场 market"])
    assert rules.words_of_the_other_language(screen, "") == ["market"]
    assert rules.words_of_the_other_language(screen, "the market") == []
    english = screen._replace(language="en")
    assert rules.words_of_the_other_language(english, "") == ["市场"]


def test_a_golden_file_is_parsed_into_panels() -> None:
    text = "title\n市场│x│\n─页面\n\nkeys\n--- chosen: 市\n--- panels: a 0,1 5x1; b 1,2 2x1\n"
    screen = parse(text)
    assert screen.lines == ["title", "市场│x│", "─页面", "", "keys"]
    assert screen.panels == [PanelText("a", ["市场"]), PanelText("b", ["页"])]
    assert screen.outside == "x│─面"
    assert parse(text.replace("b 1,2 2x1", "b 1,2 3x1")).panels[1].lines == [None]
