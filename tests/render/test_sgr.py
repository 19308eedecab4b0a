"""SGR sequences (ECMA-48) of printed lines: for 16 colors, 256 colors and true color."""

from __future__ import annotations

import pytest

from tui.document import Span
from tui.render.palette import Depth, Shade
from tui.render.sgr import to_text

_LINES = [(Span("a", "accent"), Span(" "), Span("b", "forecast"))]


@pytest.mark.parametrize(
    ("shade", "depth", "text"),
    [
        ("dark", "16", "\x1b[1;36ma\x1b[0m \x1b[94mb\x1b[0m\n"),
        ("light", "16", "\x1b[1;36ma\x1b[0m \x1b[34mb\x1b[0m\n"),
        ("any", "256", "\x1b[1;38;5;29ma\x1b[0m \x1b[38;5;63mb\x1b[0m\n"),
        ("any", "true", "\x1b[1;38;2;0;130;147ma\x1b[0m \x1b[38;2;30;106;255mb\x1b[0m\n"),
        ("mono", "true", "\x1b[1ma\x1b[0m b\n"),
    ],
)
def test_a_color_is_written_as_the_terminal_has_it(shade: Shade, depth: Depth, text: str) -> None:
    assert to_text(_LINES, color=True, shade=shade, depth=depth) == text


def test_a_named_theme_prints_its_colors_on_the_background_of_the_terminal() -> None:
    text = to_text([(Span("a", "accent"),)], color=True, shade="nord", depth="true")
    assert text == "\x1b[1;38;2;136;192;208ma\x1b[0m\n"


def test_a_match_has_a_background() -> None:
    text = to_text([(Span("a", "match"),)], color=True, shade="dark")
    assert text == "\x1b[1;4;38;5;231;48;5;61ma\x1b[0m\n"


def test_without_color_there_is_no_sequence() -> None:
    assert to_text(_LINES, color=False) == "a b\n"
