"""Runs of text with a role and, where they lead somewhere, a target."""

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
    "quote",
    "mark",
    "link",
    "cite",
    "bar",
    "bar-estimate",
    "bar-forecast",
    "rule",
    "chosen",
    "match",
]"""
"""What a run of text is, from which a palette tells how it looks. Meaning never rests on the
look alone: each role that means something is also said in words or signs."""


class Span(NamedTuple):
    """A run of text. ``target``: where it leads (see ``link_target``); empty for plain text."""

    text: str
    role: Role = "body"
    target: str = ""


Spans: TypeAlias = "tuple[Span, ...]"


def plain_text(spans: Spans) -> str:
    """The text alone."""
    return "".join(span.text for span in spans)
