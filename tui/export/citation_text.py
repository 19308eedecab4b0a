"""Evidence as text to be pasted: the fact, the quoted words, and references in the style asked
for, each on a line of its own however long it is."""

from __future__ import annotations

import json

from tui.document import Quote, Role, Span, Spans
from tui.export import messages
from tui.export.fact_evidence import FactEvidence
from tui.export.references.apa import apa, apa_in_text
from tui.export.references.bibtex import bibtex
from tui.export.references.csl import csl
from tui.export.references.gb7714 import gb7714
from tui.render.fact_lines import OTHERWISE
from tui.render.line_wrap import BLANK, Line, wrap
from tui.store.bibliography import Reference
from tui.text.language import Language


def cite_data(evidence: FactEvidence, style: str) -> str:
    """BibTeX or CSL-JSON, the quoted words in ``annote``."""
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
    """GB/T 7714 or APA. The head is laid out for ``width``; references are not broken, so that they
    can be pasted."""
    lines = wrap((Span(evidence.title, "title"), Span("  "), Span(evidence.id, "muted")), width)
    if evidence.answer:
        role: Role = "figure" if evidence.status else "body"
        lines += wrap((Span(evidence.answer, role),), width, 2, (Span("  "),))
    for quote in evidence.quotes:
        lines += _quote(evidence, quote, style, width)
    for other in evidence.others:
        head = Span(f"  {OTHERWISE.of(language)} ", "warning")
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
    place = ids.index(quote.source)
    mark = f"[{place + 1}]"
    if style == "apa":
        mark = f" {apa_in_text(evidence.references[place])}"
    spans: Spans = (Span(_quoted(quote), "quote"), Span(mark, "cite"))
    if quote.remark:
        spans = (*spans, Span(f" {quote.remark}", "muted"))
    return wrap(spans, width, 4, (Span("    "),))
