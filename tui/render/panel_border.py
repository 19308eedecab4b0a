"""The frame of a panel: a title at its top, and in a wide window a rounded border around it."""

from __future__ import annotations

from tui.document import Role, Span
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.text.width import cell_width, truncate

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

FrameKind: TypeAlias = 'Literal["none", "rule", "box"]'
"""``rule``: one line with the title above the panel; ``box``: a border around it."""

FOOT_SEPARATOR = " · "


class PanelTitles(NamedTuple):
    """``title``, ``tag``: at the left and right of the top; ``foot``: at the right of the bottom
    border, which only a box has; ``foot_commands``: of the parts of the foot, empty for none;
    ``shorter``: titles and tags in place of these where they have no room, longest first."""

    title: str = ""
    tag: str = ""
    foot: str = ""
    foot_commands: tuple[str, ...] = ()
    shorter: tuple[tuple[str, str], ...] = ()


def title_room(width: int, kind: FrameKind) -> int:
    """Return the cells of the longest title that a panel of ``width`` cells shows in full."""
    return width - (6 if kind == "box" else 4)


def top_line(
    titles: PanelTitles, width: int, kind: FrameKind, glyphs: Glyphs, *, focused: bool
) -> Line:
    """Return the line above a panel, with the first title that has room for its tag; if there is
    none, without a tag."""
    frame: Role = "accent" if focused else "frame"
    name: Role = "accent" if focused else "card"
    box = kind == "box"
    room = title_room(width, kind) - 3
    pairs = ((titles.title, titles.tag), *titles.shorter)
    fitting = (pair for pair in pairs if cell_width("".join(pair)) <= room)
    title, tag = next(fitting, (titles.title, ""))
    title = truncate(title, max(0, title_room(width, kind)))
    before = f"{glyphs.corners[0]}{glyphs.rule} " if box else " "
    after = f"{glyphs.rule}{glyphs.corners[1]}" if box else " "
    spans: list[Span] = [Span(before, frame)]
    if title:
        spans += [Span(title, name), Span(" ", frame)]
    used = cell_width(before) + cell_width(title) + bool(title) + cell_width(after)
    if tag and used + cell_width(tag) + 3 <= width:
        end = (
            [Span(f" {tag} ", "muted"), Span(after, frame)] if box else [Span(f" {tag} ", "muted")]
        )
        used = used + cell_width(tag) + 2 - (0 if box else cell_width(after))
    else:
        end = [Span(after, frame)]
    return (*spans, Span(glyphs.rule * max(0, width - used), frame), *end)


def bottom_line(titles: PanelTitles, width: int, glyphs: Glyphs, *, focused: bool) -> Line:
    """Return the bottom border of a box."""
    frame: Role = "accent" if focused else "frame"
    left, right = glyphs.corners[2], glyphs.corners[3]
    foot = _fitted_foot(titles, width)
    if not foot:
        return (Span(f"{left}{glyphs.rule * (width - 2)}{right}", frame),)
    rest = width - 5 - cell_width(foot)
    return (
        Span(f"{left}{glyphs.rule * rest}", frame),
        Span(f" {foot} ", "accent"),
        Span(f"{glyphs.rule}{right}", frame),
    )


def command_at(titles: PanelTitles, width: int, cell: int) -> str:
    """Return the command of the part of the foot in a cell of the bottom border; empty for none."""
    foot = _fitted_foot(titles, width)
    start = width - 3 - cell_width(foot)
    for part, command in zip(foot.split(FOOT_SEPARATOR), titles.foot_commands, strict=False):
        end = start + cell_width(part)
        if start <= cell < end:
            return command
        start = end + cell_width(FOOT_SEPARATOR)
    return ""


def _fitted_foot(titles: PanelTitles, width: int) -> str:
    return truncate(titles.foot, max(0, width - 8))
