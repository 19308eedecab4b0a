"""Frames of panels: as wide as the panel, the title before the tag."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.glyphs import ASCII, UNICODE
from tui.render.line_wrap import line_width, plain
from tui.render.panel_border import FrameKind, PanelTitles, bottom_line, title_room, top_line

_TITLES = PanelTitles("政策", "2/18", "已标记2条")


def test_a_box_has_the_title_above_and_the_foot_below() -> None:
    top = top_line(_TITLES, 24, "box", UNICODE, focused=False)
    assert plain(top) == "╭─ 政策 ──────── 2/18 ─╮"
    assert plain(bottom_line(_TITLES, 24, UNICODE, focused=False)) == "╰────────── 已标记2条 ─╯"
    assert plain(top_line(_TITLES, 24, "box", ASCII, focused=False)) == "+- 政策 -------- 2/18 -+"


def test_a_rule_has_title_and_tag() -> None:
    assert plain(top_line(_TITLES, 24, "rule", UNICODE, focused=False)) == " 政策 ──────────── 2/18"


def test_a_focused_frame_has_the_accent() -> None:
    for kind in ("box", "rule"):
        line = top_line(_TITLES, 24, kind, UNICODE, focused=True)  # type: ignore[arg-type]
        assert {span.role for span in line} == {"accent", "muted"}
        line = top_line(_TITLES, 24, kind, UNICODE, focused=False)  # type: ignore[arg-type]
        assert "accent" not in {span.role for span in line}


def test_a_tag_without_room_is_left_out() -> None:
    assert "2/18" not in plain(top_line(_TITLES, 14, "box", UNICODE, focused=False))


@pytest.mark.parametrize("kind", ["box", "rule"])
@given(st.integers(8, 80))
def test_the_longest_titles_with_room_are_shown(kind: FrameKind, width: int) -> None:
    pairs = [("企业与机构", "按拼音 ↑ · 1/2"), ("企业", "拼音 ↑ · 1/2"), ("企业", "1/2")]
    titles = PanelTitles(*pairs[0], shorter=tuple(pairs[1:]))
    line = plain(top_line(titles, width, kind, UNICODE, focused=False))
    shown = [tag in line and f" {title} " in line for title, tag in pairs]
    assert any(shown) == (width >= (16 if kind == "box" else 14))
    assert shown[0] == (width >= (33 if kind == "box" else 31))


@pytest.mark.parametrize("kind", ["box", "rule"])
@given(st.text("ab政策", max_size=60), st.text("1/策", max_size=12), st.integers(8, 80))
def test_every_line_is_as_wide_as_the_panel(
    kind: FrameKind, title: str, tag: str, width: int
) -> None:
    titles = PanelTitles(title, tag, tag)
    top = top_line(titles, width, kind, UNICODE, focused=True)
    assert line_width(top) == width
    assert line_width(bottom_line(titles, width, UNICODE, focused=True)) == width
    if len(title.encode("gb18030")) <= title_room(width, kind):
        assert title in plain(top)
