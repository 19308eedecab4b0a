"""The paragraphs of a short brief about one record each: sentences that can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.document import Paragraph, Span, Spans
from tui.document.link_target import record_target
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language
from tui.text.periods import format_period
from tui.views import messages
from tui.views.disputed_values import figure_of_side
from tui.views.first_sentences import first_sentences
from tui.views.measure_figures import rank_words, status_words
from tui.views.quote_numbering import QuoteNumbering

_MOST_MARKS = 3
"""Citation marks behind a text."""


def cited_once(citations: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Return the citations that a text prints marks of, without words that another one has too."""
    found = [
        each
        for each in citations
        if not any(
            each["exact"] in other["exact"] and each["source"] == other["source"]
            for other in citations
            if other["exact"] != each["exact"]
        )
    ]
    return found[:_MOST_MARKS]


class BriefParagraphs(NamedTuple):
    """Makes the paragraphs of a brief. ``evidence``: numbers its quotations."""

    store: Store
    language: Language
    evidence: QuoteNumbering

    def name(self, entry: AnswerWithEvidence) -> Span:
        """Return the name that lists have of a record, linked to it."""
        row = self.store.row(entry.id, self.language)
        name = entry.title.of(self.language)
        if row:
            section = self.store.section(row.section)
            name = row.cells[section.column_index("name")]
        return Span(name, "title", record_target(entry.id))

    def statement(self, entry: AnswerWithEvidence) -> Paragraph:
        """Return what a source says, with its quotations."""
        text = first_sentences(entry.answer.of(self.language), self.language)
        said = Span(text, target=record_target(entry.id))
        return Paragraph((said, *self._marks(entry)), bullet="-")

    def summaries(self, briefs: Iterable[str]) -> Iterator[Paragraph]:
        """Yield the summaries of the editor's briefs."""
        for identity in briefs:
            text = self.store.answers(identity)[0].answer.of(self.language)
            yield Paragraph((Span(text, target=record_target(identity)),), bullet="-")

    def figure(self, entry: AnswerWithEvidence, *, with_source: bool = False) -> Paragraph:
        """Return the title of a statistic and its figure; ``with_source``: and the name of the
        source beside its status."""
        text = entry.answer.of(self.language)
        end = "）" if self.language == "zh" else ")"
        if with_source and entry.citations and text.endswith(end):
            source = entry.citations[0][f"short_{self.language}"]
            text = f"{text.removesuffix(end)}{'；' if self.language == 'zh' else '; '}{source}{end}"
        said = Span(("，" if self.language == "zh" else ", ") + text)
        return Paragraph((self._titled(entry), said, *self._marks(entry)), bullet="-")

    def question(self, entry: AnswerWithEvidence) -> Paragraph:
        """Return a question that the sources leave open, and what they say of it instead: the
        first sentence, however short."""
        text = first_sentences(entry.answer.of(self.language), self.language, least=0)
        return self._after_name(self._titled(entry), Span(text))

    def company(self, entry: AnswerWithEvidence) -> Paragraph:
        """Return the name of a company and the beginning of its answer; an event that names it
        stands alone."""
        text = first_sentences(entry.answer.of(self.language), self.language)
        if entry.status and entry.title.of(self.language) in text:
            said = Span(text, target=record_target(entry.id))
            return Paragraph((said, *self._marks(entry)), bullet="-")
        return self._after_name(self.name(entry), Span(text), *self._marks(entry))

    def dispute(self, entry: AnswerWithEvidence) -> Paragraph:
        """Return every value of a disputed figure, with what speaks against those not used; or what
        a statement says, and after it why it is disputed, which refers to it."""
        is_figure = bool(entry.disagrees and entry.disagrees[0]["value"])
        said: list[Span] = []
        for side in entry.disagrees:
            text = self._value(side) if is_figure else side["reason"].of(self.language)
            text = text or first_sentences(side["answer"][self.language], self.language)
            cited = entry._replace(id=side["record"], citations=side["citations"])
            said += self._marked(Span(self._gap(said) + text), self._marks(cited))
            if is_figure and not side["used"] and side["reason"].en:
                said.append(Span(self._gap(said) + side["reason"].of(self.language)))
        return self._after_name(self._titled(entry) if is_figure else self.name(entry), *said)

    def _marks(self, entry: AnswerWithEvidence) -> Spans:
        return self.evidence.mark_spans(entry._replace(citations=cited_once(entry.citations)))

    def _marked(self, text: Span, marks: Spans) -> Spans:
        """Return a sentence with its citation marks; in Chinese, which has no space between
        sentences, the marks stand before its end."""
        words = text.text.removesuffix("。")
        if self.language == "en" or words == text.text:
            return (text, *marks)
        return (text._replace(text=words), *marks, Span("。"))

    def _gap(self, before: list[Span]) -> str:
        return " " if before and self.language == "en" else ""

    def _value(self, side: dict[str, Any]) -> str:
        """Return a sentence with the value of one side of a disputed figure; empty for none."""
        figure = figure_of_side(self.store, side)
        if figure is None:
            return ""
        status = [status_words(figure.entry, self.language)]
        status += [rank] if (rank := rank_words(figure, self.language)) else []
        values = {
            "by": side["by"],
            "amount": figure.amount,
            "period": format_period(figure.period, self.language),
            "status": ("，" if self.language == "zh" else ", ").join(status),
        }
        return messages.VALUE_OF_SIDE.format(**values).of(self.language)

    def _titled(self, entry: AnswerWithEvidence) -> Span:
        return Span(entry.title.of(self.language), "title", record_target(entry.id))

    def _after_name(self, name: Span, *said: Span) -> Paragraph:
        """Return a name, or a question, and what is said of it."""
        stop = "：" if self.language == "zh" else ": "
        if name.text.endswith(("?", "？")):
            stop = stop[1:]
        spans: Spans = (name, Span(stop), *said) if stop and said else (name, *said)
        return Paragraph(spans, bullet="-")
