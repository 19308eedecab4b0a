"""The text that the copy command copies: a figure or quote with its citation."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.app.browse.location import PAGES, Location, generated_location
from tui.app.browse.sources.generated_pages import page_document
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.document import Paragraph, plain_text
from tui.document.link_target import parse_target
from tui.export.clipboard import ClipForm, figure_clip, quote_clip
from tui.store import AnswerWithEvidence, Row
from tui.text.periods import format_period

_NUMBER = re.compile(r"\d[\d,.]*")


class Clip(NamedTuple):
    """A text to copy. ``without_figure``: it is what a record without a figure says; ``name``: what
    it is, in a few words."""

    text: str = ""
    without_figure: bool = False
    name: str = ""


class ClipSource:
    """Finds what a row, page or link shows, in one form."""

    def __init__(self, briefing: LocalizedBriefing, form: ClipForm) -> None:
        self._briefing = briefing
        self._form: ClipForm = form

    def of_row(self, row: Row) -> Clip:
        """Return the answer that a row shows, else the main answer of its record, as on its
        page."""
        entries = self._briefing.store.answers(row.id)
        shown = [
            entry for entry in entries if entry.answer.of(self._briefing.language) in row.cells[1:]
        ]
        return self._figure(shown[:1]) if shown else self._main_figure(row.id)

    def of_page(self, location: Location, target: str, row: str = "") -> Clip:
        """Return what the selected link (``target``) of a page leads to, else the main answer of
        the page; empty where there is neither. ``row``: the line of the link."""
        link = parse_target(target)
        if link.record:
            return self._main_figure(link.record)
        if link.citation and not location.cited_by:
            return self._citation(location.page, link.citation, row)
        if location.cited_by:
            return self._citation(location.cited_by, location.citation, "")
        if location.section in PAGES:
            return Clip()
        return self._main_figure(location.record)

    def _main_figure(self, record: str) -> Clip:
        """Return the main answer of a record, or the figure that its page begins with."""
        clip = self._figure(self._briefing.store.answers(record)[:1])
        document = page_document(self._briefing.store, record, self._briefing.language)
        first = document.blocks[0] if clip.without_figure and document else None
        if isinstance(first, Paragraph) and any(span.role == "figure" for span in first.spans):
            cited = (parse_target(span.target).citation for span in first.spans)
            number = next(filter(None, cited), 0)
            headline = self._citation(record, number, plain_text(first.spans))
            return headline if headline.text else clip
        return clip

    def _citation(self, page: str, number: int, row: str) -> Clip:
        """The figure that a citation supports, of several the one in its row; else the quoted
        words."""
        document = page_document(self._briefing.store, page, self._briefing.language)
        for quote in document.quotes if document else ():
            if quote.number != number:
                continue
            cited = (quote.source, quote.exact)
            entries = [
                entry
                for entry in self._briefing.store.answers(page)
                if entry.fact
                and cited in [(item["source"], item["exact"]) for item in entry.citations]
            ]
            if len(entries) > 1:
                entries = self._in_row(entries, row)
            if len(entries) == 1:
                return self._figure(entries)
        return self._quote(page, number)

    def _in_row(self, entries: list[AnswerWithEvidence], row: str) -> list[AnswerWithEvidence]:
        """Return the figures whose period and value are in the row of a table."""
        language = self._briefing.language
        found = []
        for entry in entries:
            rows = self._briefing.store.query(
                f"SELECT period, amount_{language} FROM answers WHERE fact = ?", (entry.fact,)
            )
            for period, amount in rows:
                words = format_period(period, language) if period else ""
                number = _NUMBER.search(amount)
                if number and number[0] in row.replace(words, "", 1) and words in row:
                    found.append(entry)
        return found[:1] if len({entry.fact for entry in found}) == 1 else []

    def _quote(self, page: str, number: int) -> Clip:
        document = page_document(self._briefing.store, page, self._briefing.language)
        for quote in document.quotes if document else ():
            if quote.number == number:
                cited_as = quote.source if generated_location(page) else page
                text = quote_clip(
                    self._briefing.store, quote, cited_as, self._briefing.language, self._form
                )
                return Clip(text, name=quote.quoted_words)
        return Clip()

    def _figure(self, entries: list[AnswerWithEvidence]) -> Clip:
        if not entries:
            return Clip()
        text = figure_clip(self._briefing.store, entries[0], self._briefing.language, self._form)
        language = self._briefing.language
        if entries[0].status:
            name = f"{entries[0].answer.of(language)} · {entries[0].title.of(language)}"
            return Clip(text, name=name)
        is_dispute = entries[0].kind == "disagreement"  # of which the text has the figures
        return Clip(text, without_figure=not is_dispute, name=entries[0].title.of(language))
