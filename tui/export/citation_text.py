"""Evidence as text for pasting: the fact, the quoted words, and references in a citation style."""

from __future__ import annotations

from collections.abc import Sequence

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
    words = [
        f"{quote.quoted_words}{quote.quoted_gloss}{quote.remark_after_source}" for quote in quotes
    ]
    if any(quote.gloss for quote in quotes):
        words.append(f"(‘ ’: {EDITORS_TRANSLATION})")
    words += ["".join(evidence.correction)] if evidence.correction[1] else []
    if evidence.reason:
        others = [f"{side.label} {side.text}" for side in evidence.others]
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
    if evidence.correction[1]:
        label, correction = evidence.correction
        lines += wrap((Span(correction),), width, 4, (Span(f"  {label}", "warning"),))
    for quote in evidence.quotes:
        lines += _quote(evidence, quote, style, width)
    if any(quote.gloss for quote in evidence.quotes):
        note = f"‘ ’: {EDITORS_TRANSLATION}"
        lines += wrap((Span(note, "muted"),), width, 4, (Span("    "),))
    if evidence.reason:
        head = Span(f"  {messages.NOT_USED.of(language)} ", "warning")
        lines += wrap((Span(evidence.reason),), width, 4, (head,))
    cited = (*evidence.references, *evidence.other_references)
    for side in evidence.others:
        who = messages.BY.format(by=side.by).of(language) if side.by else ""
        gap = "" if who.endswith("）") else " "
        head = Span(f"  {side.label}{who}{gap}", "warning")
        sources = dict.fromkeys(citation["source"] for citation in side.citations)
        marks = "".join(_mark(cited, source, style) for source in sources)
        lines += wrap((Span(side.text), Span(marks, "cite")), width, 4, (head,))
    if not evidence.references:
        lines += wrap(
            (Span(messages.NOTHING_CITED.of(language), "muted"),), width, 2, (Span("  "),)
        )
        return lines
    lines.append(BLANK)
    for number, reference in enumerate(cited, start=1):
        text = style.entry(reference, language)
        lines.append((Span(text if style.in_text else f"[{number}] {text}"),))
    notes = [note for reference in cited if (note := _missing(reference, language))]
    lines += [BLANK] if notes else []
    for note in notes:
        lines += wrap((Span(note, "muted"),), width, 2)
    return lines


def _quote(evidence: FactEvidence, quote: Quote, style: TextStyle, width: int) -> list[Line]:
    mark = _mark(evidence.references, quote.source, style)
    spans: Spans = (
        Span(quote.quoted_words, "quote"),
        Span(quote.quoted_gloss),
        Span(mark, "cite"),
    )
    if quote.remark:
        spans = (*spans, Span(f" {quote.remark}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))


def _mark(references: Sequence[Reference], source: str, style: TextStyle) -> str:
    """Return the citation of a source behind a quotation."""
    number, reference = next(
        (number, item) for number, item in enumerate(references, 1) if item.id == source
    )
    return f" {style.in_text(reference)}" if style.in_text else f"[{number}]"


def _missing(reference: Reference, language: Language) -> str:
    """Return a note on what a reference lacks because its source does not give it; else empty."""
    missing = messages.missing_data(reference)
    if not missing.en:
        return ""
    return reference.short.of(language) + messages.STOP.of(language) + missing.of(language)
