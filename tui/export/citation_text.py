"""Evidence as text for pasting: the fact, the quoted words, and references in a citation style."""

from __future__ import annotations

from tui.document import Quote, Role, Span, Spans
from tui.document.gloss import EDITORS_TRANSLATION
from tui.export import messages
from tui.export.fact_evidence import FactEvidence
from tui.export.references import DataFormat, TextStyle
from tui.render.line_wrap import BLANK, Line, wrap
from tui.store.bibliography import Reference
from tui.text.language import Language


def cite_data(evidence: FactEvidence, style: DataFormat) -> str:
    """Return the references in a data format, with the quoted words as annotation."""
    return style((item, _annotation(evidence, item)) for item in evidence.references)


def _annotation(evidence: FactEvidence, reference: Reference) -> str:
    quotes = [quote for quote in evidence.quotes if quote.source == reference.id]
    words = [f"{quote.quoted_words}{quote.quoted_gloss}" for quote in quotes]
    if any(quote.gloss for quote in quotes):
        words.append(f"(‘ ’: {EDITORS_TRANSLATION})")
    if evidence.reason:
        others = [f"{label} {text}" for label, text in evidence.others]
        words = [*words, evidence.reason, *others]
    return " ".join([evidence.answer, *words]).strip() if words else ""


def cite_lines(
    evidence: FactEvidence, style: TextStyle, language: Language, width: int
) -> list[Line]:
    """Return the evidence as text in a citation style.

    The heading is wrapped to ``width`` cells. Each reference stays on one line, however long, so
    that it can be pasted.
    """
    lines = wrap((Span(evidence.title, "title"), Span("  "), Span(evidence.id, "muted")), width)
    if evidence.answer:
        role: Role = "figure" if evidence.status else "body"
        lines += wrap((Span(evidence.answer, role),), width, 2, (Span("  "),))
    for quote in evidence.quotes:
        lines += _quote(evidence, quote, style, width)
    if any(quote.gloss for quote in evidence.quotes):
        note = f"‘ ’: {EDITORS_TRANSLATION}"
        lines += wrap((Span(note, "muted"),), width, 4, (Span("    "),))
    if evidence.reason:
        head = Span(f"  {messages.NOT_USED.of(language)} ", "warning")
        lines += wrap((Span(evidence.reason),), width, 4, (head,))
    for label, other in evidence.others:
        lines += wrap((Span(other),), width, 4, (Span(f"  {label} ", "warning"),))
    if not evidence.references:
        lines += wrap(
            (Span(messages.NOTHING_CITED.of(language), "muted"),), width, 2, (Span("  "),)
        )
        return lines
    lines.append(BLANK)
    for number, reference in enumerate(evidence.references, start=1):
        text = style.entry(reference, language)
        lines.append((Span(text if style.in_text else f"[{number}] {text}"),))
    return lines


def _quote(evidence: FactEvidence, quote: Quote, style: TextStyle, width: int) -> list[Line]:
    ids = [reference.id for reference in evidence.references]
    index = ids.index(quote.source)
    mark = f"[{index + 1}]"
    if style.in_text:
        mark = f" {style.in_text(evidence.references[index])}"
    spans: Spans = (
        Span(quote.quoted_words, "quote"),
        Span(quote.quoted_gloss),
        Span(mark, "cite"),
    )
    if quote.remark:
        spans = (*spans, Span(f" {quote.remark}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))
