"""A look-up's answer as lines: the fact first, then its evidence, then who disagrees."""

from __future__ import annotations

from tui.document import Role, Span
from tui.render.lines import Line, wrap
from tui.store import Entry
from tui.text.language import Language, Wording

_OTHERWISE = Wording("另有", "Otherwise")
_MORE = Wording("另有{count}处出处：medbrief show {id}", "{count} more: medbrief show {id}")
_SHOWN = 2
"""Quotes that a look-up prints; the page has them all."""


def entry_lines(entry: Entry, language: Language, width: int) -> list[Line]:
    """Title and id; the answer; the quoted words and their source; other values."""
    lines = wrap(
        (Span(entry.title.of(language), "title"), Span("  "), Span(entry.id, "muted")), width
    )
    role: Role = "figure" if entry.status else "body"
    lines += wrap((Span(entry.answer.of(language), role),), width, 2, (Span("  "),))
    for citation in entry.citations[:_SHOWN]:
        lines += _evidence(citation, width)
    if more := len(entry.citations[_SHOWN:]):
        text = _MORE.format(count=more, id=entry.id).of(language)
        lines += wrap((Span(text, "muted"),), width, 4, (Span("    "),))
    for other in entry.disagrees:
        head = Span(f"  {_OTHERWISE.of(language)} ", "warning")
        lines += wrap((Span(other["answer"][language]),), width, 4, (head,))
        for citation in other["citations"]:
            lines += _evidence(citation, width)
    return lines


def _evidence(citation: dict[str, str], width: int) -> list[Line]:
    words = Span(f"“{citation['exact'].strip()}”".replace("\n", " "), "quote")
    date = f" ({citation['date']})" if citation["date"] else ""
    spans = (words, Span(" "), Span(f"{citation['title']}{date}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))
