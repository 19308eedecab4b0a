"""What policies say on a subject with its evidence: citation marks and document numbers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Span, Spans
from tui.store import Store
from tui.text.language import Language
from tui.views.brief_paragraphs import cited_once
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_provisions import SubjectProvision

_STOP = {"zh": "。", "en": "."}


def provision_marks(
    store: Store, policy: str, provision: SubjectProvision, evidence: QuoteNumbering
) -> Spans:
    """Return the citation marks of a provision; of the beginning of a summary those of it."""
    entry = store.answers(policy)[0]
    citations = _citations(store, policy, provision.number) or entry.citations
    return evidence.mark_spans(entry._replace(citations=cited_once(citations)))


def joined_clauses(clauses: Sequence[tuple[Spans, Spans]], language: Language) -> Spans:
    """Return texts, each with its citation marks, in one paragraph. Chinese ones, which have no
    space between them, are separated by semicolons after the marks; sentences where a text has
    several. The stop of a sentence follows a label behind its marks."""
    stop = _STOP[language]
    texts = [span.text.removesuffix(stop) for text, _ in clauses for span in text]
    apart = language == "zh" and len(clauses) > 1 and not any(stop in text for text in texts)
    spans: list[Span] = []
    for number, (text, marks) in enumerate(clauses, 1):
        *before, last = text
        gap = [Span(" ")] if spans and language == "en" else []
        if apart:
            spans += [*before, last._replace(text=last.text.removesuffix(stop)), *marks]
            spans.append(Span(stop if number == len(clauses) else "；"))
        elif marks and marks[-1].role == "label" and last.text.endswith(stop):
            spans += [*gap, *before, last._replace(text=last.text.removesuffix(stop)), *marks]
            spans.append(Span(stop))
        else:
            spans += [*gap, *text, *marks]
    return tuple(spans)


def document_number(store: Store, policy: str, language: Language) -> str:
    """Return the document number as the main answer of a policy has it, before its summary; empty
    for none."""
    rows = store.query("SELECT number FROM policies WHERE id = ?", (policy,))
    number = str(next(rows, ("",))[0] or "")
    if not number:
        return ""
    head = store.answers(policy)[0].answer.of(language).partition(number)[0]
    return head.rpartition("，" if language == "zh" else ", ")[2] + number + _closed(head)


def _closed(head: str) -> str:
    """Return the bracket that closes one left open before the number."""
    return ")" if head.endswith("(") else ""


def _citations(store: Store, policy: str, provision: int) -> list[dict[str, str]]:
    """Return the citations of a provision: its verb and what it is about may be quoted apart."""
    rows = store.query(
        "SELECT source, exact, relation FROM provision_quotes WHERE id = ? AND provision = ? "
        "ORDER BY number",
        (policy, provision),
    )
    return [{"source": row[0], "exact": row[1], "relation": row[2]} for row in rows]
