"""One page of the file as its template needs it: blocks, running text, links and element ids."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from tui.document import FigureRow, Quote, Role, Span, Spans, plain_text
from tui.document.link_target import parse_target, record_target
from tui.export import messages
from tui.export.collection import LANGUAGE_TAGS, Collection, ExportedPage
from tui.export.html.markup import linked_url, marked_text
from tui.export.list_grouping import Group, grouped
from tui.export.references import for_readers
from tui.store.bibliography import Reference

_STYLED: frozenset[Role] = frozenset(
    {"title", "label", "muted", "figure", "warning", "reported", "used", "estimate", "forecast"}
)
"""Roles that have a CSS class of their own."""
_STOPS = "，。；：、！？）」』”’,.;:!?)"
"""Characters that begin no line."""


class HtmlPage:
    """A page while it is rendered. It counts the references to each quotation, so that the
    quotation can link back to every one of them."""

    plain_text = staticmethod(plain_text)

    def __init__(self, collection: Collection, page: ExportedPage) -> None:
        self.collection = collection
        self.page = page
        self._references: dict[int, int] = {}

    def blocks(self) -> Iterator[tuple[str, Group]]:
        """Yield the blocks in order, each with the name of its macro (its class, lower case)."""
        for block in grouped(self.page.document.blocks):
            yield type(block).__name__.lower(), block

    @staticmethod
    def row_groups(rows: tuple[FigureRow, ...]) -> list[tuple[str, list[FigureRow]]]:
        """Group neighboring rows of a table of figures by their label, in order."""
        return [(label, list(group)) for label, group in groupby(rows, lambda row: row.label)]

    @staticmethod
    def has_label_cells(rows: tuple[FigureRow, ...]) -> bool:
        """Return whether each row of a table of figures has a label of its own."""
        labels = [row.label for row in rows]
        return all(labels) and len({*labels}) == len(labels)

    def text(self, text: str) -> Markup:
        """Return a text of the page, escaped and its language marked."""
        return marked_text(text, self.collection.language)

    def spans(self, spans: Spans) -> Markup:
        """Return running text with its roles, links and citation marks. No line breaks between a
        mark, which is a box of its own, and a stop after it."""
        found: list[Markup] = []
        is_mark = False
        for span in spans:
            rest = span.text.lstrip(_STOPS)
            if is_mark and rest != span.text and not span.target:
                stop = self._span(span._replace(text=span.text[: len(span.text) - len(rest)]))
                found[-1] = Markup('<span class="together">{}{}</span>').format(found[-1], stop)
                span = span._replace(text=rest)
            is_mark = bool(parse_target(span.target).citation)
            found += [self._span(span)] if span.text else []
        return Markup("").join(found)

    def _span(self, span: Span) -> Markup:
        if number := parse_target(span.target).citation:
            return self.citation_mark(number)
        if span.target:
            inner = self.link(span.target, span.text)
        else:
            inner = linked_url(span.text) or self.text(span.text)
        if span.role == "code":
            return Markup("<code>{}</code>").format(inner)
        if span.role not in _STYLED:
            return inner
        return Markup('<span class="{}">{}</span>').format(span.role, inner)

    def link(self, target: str, text: str) -> Markup:
        """Return ``text`` as a link if the page it leads to is another one of this file."""
        record = parse_target(target).record
        inner = self.text(text)
        if record and self.collection.contains(record) and record != self.page.id:
            return Markup('<a href="#{}">{}</a>').format(record, inner)
        return inner

    # Element ids contain two hyphens, which no record id does.

    def quotation_id(self, number: int) -> str:
        """Return the element id of a quotation."""
        return f"{self.page.id}--cite-{number}"

    def mark_ids(self, number: int) -> list[str]:
        """Return the element ids of the marks that have referred to a quotation so far."""
        count = self._references.get(number, 0)
        return [f"{self.page.id}--ref-{number}-{each + 1}" for each in range(count)]

    def citation_mark(self, number: int) -> Markup:
        """Return the mark ``[number]`` that links to a quotation."""
        self._references[number] = self._references.get(number, 0) + 1
        label = self.collection.of(messages.TO_EVIDENCE.format(number=number))
        mark = Markup('<a class="cite" id="{}" href="#{}" aria-label="{}">[{}]</a>')
        return mark.format(self.mark_ids(number)[-1], self.quotation_id(number), label, number)

    def quote_language(self, quote: Quote) -> str:
        """Return the language tag of the quoted words: that of their source."""
        reference = self.collection.reference(quote.source)
        return LANGUAGE_TAGS["en" if reference and reference.language == "en" else "zh"]

    def source(self, quote: Quote) -> Markup:
        """Return the title of a quotation's source, linked to the list of references."""
        title = self.text(quote.title)
        reference = self.collection.reference(quote.source)
        if reference is None:
            return title
        return Markup('<a href="#{}">{}</a>').format(reference_id(reference), title)

    def reference(self, reference: Reference) -> Markup:
        """Return an entry of the list of references: short title, reference, link."""
        text = for_readers(reference, self.collection.language)
        before, url, after = text.partition(reference.url) if reference.url else (text, "", "")
        short = self.link(record_target(reference.id), self.collection.of(reference.short))
        linked = linked_url(url) or self.text(url)
        label = Markup('<span class="label">{}</span> ').format(short)
        return label + self.text(before) + linked + self.text(after)


def reference_id(reference: Reference) -> str:
    """Return the element id of a source in the list of references."""
    return f"source--{reference.id}"
