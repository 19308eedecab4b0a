"""Spans: runs of text with a role and, for links, a target."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias


Role: TypeAlias = """Literal[
    "body",
    "title",
    "heading",
    "label",
    "muted",
    "figure",
    "reported",
    "estimate",
    "forecast",
    "warning",
    "error",
    "quote",
    "mark",
    "link",
    "cite",
    "code",
    "bar",
    "bar-estimate",
    "bar-forecast",
    "rule",
    "frame",
    "accent",
    "card",
    "row",
    "fold",
    "used",
    "chosen",
    "selected",
    "match",
]"""
"""What a span is. A palette maps roles to colors and attributes. Colors never carry meaning alone:
each role with a meaning is also expressed in words or signs."""


class Span(NamedTuple):
    """A run of text. ``target``: where a link leads (see ``link_target``), else empty."""

    text: str
    role: Role = "body"
    target: str = ""


Spans: TypeAlias = "tuple[Span, ...]"


def plain_text(spans: Spans) -> str:
    """Return the text of spans without their roles."""
    return "".join(span.text for span in spans)
