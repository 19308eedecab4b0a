"""The palette and its depth by the environment; the chosen theme has priority."""

from __future__ import annotations

import pytest

from tui.config import THEMES
from tui.render.theme import Theme, depth, shade


@pytest.mark.parametrize(
    ("environ", "fitting"),
    [
        ({"TERM": "xterm-256color"}, "any"),
        ({"TERM": "screen"}, "any"),
        ({"TERM": "linux"}, "dark"),
        ({"TERM": "vt100"}, "mono"),
        ({"TERM": "xterm-mono"}, "mono"),
        ({"TERM": "xterm", "COLORFGBG": "15;0"}, "dark"),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "xterm", "COLORFGBG": "0;default;7"}, "light"),
        ({"TERM": "xterm", "COLORFGBG": "15;8"}, "dark"),
        ({"TERM": "xterm", "COLORFGBG": "default;default"}, "any"),
        ({"TERM": "xterm", "COLORFGBG": "0;15", "NO_COLOR": "1"}, "mono"),
        ({"TERM": "xterm", "COLORFGBG": "0;15", "NO_COLOR": ""}, "light"),
        ({}, "any"),
    ],
)
def test_auto_chooses_the_palette_by_the_terminal(environ: dict[str, str], fitting: str) -> None:
    assert shade("auto", environ) == fitting


@pytest.mark.parametrize("chosen", THEMES[1:])
def test_a_chosen_theme_is_used_in_any_terminal(chosen: Theme) -> None:
    assert shade(chosen, {"TERM": "linux", "NO_COLOR": "1"}) == chosen


@pytest.mark.parametrize(
    ("environ", "colors"),
    [
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "256"),
        ({"TERM": "screen"}, "256"),
        ({"TERM": "alacritty"}, "256"),
        ({}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "true"),
        ({"TERM": "xterm-256color", "COLORTERM": "yes"}, "256"),
        ({"TERM": "xterm-direct"}, "true"),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, "true"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor"}, "256"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux,1,0"}, "true"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "16"),
        ({"TERM": "xterm-16color"}, "16"),
    ],
)
def test_the_depth_is_what_the_terminal_has(environ: dict[str, str], colors: str) -> None:
    assert depth(environ) == colors
