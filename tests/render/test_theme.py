"""The palette by the environment; the chosen theme has priority."""

from __future__ import annotations

import pytest

from tui.render.theme import Theme, shade


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


@pytest.mark.parametrize("chosen", ["dark", "light", "mono"])
def test_a_chosen_theme_is_used_in_any_terminal(chosen: Theme) -> None:
    assert shade(chosen, {"TERM": "linux", "NO_COLOR": "1"}) == chosen
