"""Evidence as text for pasting: the fact, the quoted words, and references in a citation style."""

from __future__ import annotations

import json

from tui.document import Quote, Role, Span, Spans
from tui.export import messages
from tui.export.fact_evidence import FactEvidence
from tui.export.references.apa import apa, apa_in_text
from tui.export.references.bibtex import bibtex
from tui.export.references.csl import csl
from tui.export.references.gb7714 import gb7714
from tui.render.fact_lines import ANOTHER_SOURCE
from tui.render.line_wrap import BLANK, Line, wrap
from tui.store.bibliography import Reference
from tui.text.language import Language


def cite_data(evidence: FactEvidence, style: str) -> str:
    """Return the references as BibTeX or CSL-JSON, with the quoted words as annotation."""
    notes = {item.id: _annote(evidence, item) for item in evidence.references}
    if style == "bibtex":
        return "\n".join(bibtex(item, notes[item.id]) for item in evidence.references)
    items = [csl(item, notes[item.id]) for item in evidence.references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _annote(evidence: FactEvidence, reference: Reference) -> str:
    words = [_quoted(quote) for quote in evidence.quotes if quote.source == reference.id]
    return " ".join([evidence.answer, *words]).strip() if words else ""


def _quoted(quote: Quote) -> str:
    return f"“{quote.exact.strip()}”".replace("\n", " ")


def cite_lines(evidence: FactEvidence, style: str, language: Language, width: int) -> list[Line]:
    """Return the evidence in GB/T 7714 or APA style.

    The heading is wrapped to ``width`` cells. Each reference stays on one line, however long, so
    that it can be pasted.
    """
    lines = wrap((Span(evidence.title, "title"), Span("  "), Span(evidence.id, "muted")), width)
    if evidence.answer:
        role: Role = "figure" if evidence.status else "body"
        lines += wrap((Span(evidence.answer, role),), width, 2, (Span("  "),))
    for quote in evidence.quotes:
        lines += _quote(evidence, quote, style, width)
    for other in evidence.others:
        head = Span(f"  {ANOTHER_SOURCE.of(language)} ", "warning")
        lines += wrap((Span(other),), width, 4, (head,))
    if not evidence.references:
        lines += wrap(
            (Span(messages.NOTHING_CITED.of(language), "muted"),), width, 2, (Span("  "),)
        )
        return lines
    lines.append(BLANK)
    for number, reference in enumerate(evidence.references, start=1):
        text = apa(reference) if style == "apa" else gb7714(reference, language)
        lines.append((Span(text if style == "apa" else f"[{number}] {text}"),))
    return lines


def _quote(evidence: FactEvidence, quote: Quote, style: str, width: int) -> list[Line]:
    ids = [reference.id for reference in evidence.references]
    index = ids.index(quote.source)
    mark = f"[{index + 1}]"
    if style == "apa":
        mark = f" {apa_in_text(evidence.references[index])}"
    spans: Spans = (Span(_quoted(quote), "quote"), Span(mark, "cite"))
    if quote.remark:
        spans = (*spans, Span(f" {quote.remark}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))
