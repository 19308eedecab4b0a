"""Where in the file a page stands: the ids of its parts, and which links lead to something."""

from __future__ import annotations

from tui.document import Role, Span, Spans
from tui.document.link_target import parse_target
from tui.export import messages
from tui.export.collection import Collection, ExportedPage
from tui.export.html.escaping import element, escaped, linked_address, said
from tui.text.language import Wording

_SHOWN: frozenset[Role] = frozenset(
    {"title", "label", "muted", "figure", "warning", "reported", "estimate", "forecast"}
)
"""Roles that have a look of their own on a page."""


class PageAnchors:
    """One page on its way into a file. Counts how often each quotation is referred to, so that it
    can lead back to every place."""

    def __init__(self, collection: Collection, page: ExportedPage) -> None:
        self.collection = collection
        self.page = page
        self._times: dict[int, int] = {}

    def of(self, wording: Wording) -> str:
        """The wording in the file's language, escaped."""
        return escaped(self.collection.of(wording))

    def said(self, text: str) -> str:
        """A text of the page, escaped and its language marked."""
        return said(text, self.collection.language)

    # Two hyphens: no record's id has them.

    def evidence_id(self, number: int) -> str:
        """The id of a quotation."""
        return f"{self.page.id}--cite-{number}"

    def back_ids(self, number: int) -> list[str]:
        """The ids of the places that have referred to a quotation up to now."""
        return [
            f"{self.page.id}--ref-{number}-{time + 1}" for time in range(self._times.get(number, 0))
        ]

    def mark(self, number: int) -> str:
        """A reference to a quotation."""
        self._times[number] = self._times.get(number, 0) + 1
        return element(
            "a",
            f"[{number}]",
            class_="cite",
            id=self.back_ids(number)[-1],
            href=f"#{self.evidence_id(number)}",
            aria_label=self.collection.of(messages.TO_EVIDENCE.format(number=number)),
        )

    def spans(self, spans: Spans) -> str:
        """Running text."""
        return "".join(self._span(span) for span in spans)

    def _span(self, span: Span) -> str:
        if number := parse_target(span.target).citation:
            return self.mark(number)
        if span.target:
            inner = self.link(span.target, self.said(span.text))
        else:
            inner = linked_address(span.text) or self.said(span.text)
        return element("span", inner, class_=span.role) if span.role in _SHOWN else inner

    def link(self, target: str, inner: str) -> str:
        """What leads to another page, where that is in the file; else what it says."""
        record = parse_target(target).record
        if record and self.collection.holds(record) and record != self.page.id:
            return element("a", inner, href=f"#{record}")
        return inner
