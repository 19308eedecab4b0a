"""Every citation of a record appears as a quote on its page, for every kind of record."""

from __future__ import annotations

import re
import sqlite3

import pytest

from tests.compile.citations import citations_in
from tui.compile.catalogue import Catalogue
from tui.compile.kinds import KINDS
from tui.compile.kinds.term import TermKind
from tui.compile.page_builder import PageBuilder
from tui.document import Quotes, decode, plain_text
from tui.load import Content
from tui.model import RECORD_TYPES, Term
from tui.text.language import LANGUAGES

_RECORD_KINDS = {model.record_kind for model in RECORD_TYPES.values()}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in _RECORD_KINDS])
def test_pages_quote_every_citation_of_their_records(
    database: sqlite3.Connection, content: Content, kind: str
) -> None:
    records = [record for record in content.records if record.record_kind == kind]
    assert records
    for record in records:
        cited = {
            (item.source, item.exact, item.prefix or "", item.suffix or "")
            for item in citations_in(record)
        }
        assert cited
        for language in LANGUAGES:
            (body,) = database.execute(
                "SELECT body FROM documents WHERE id = ? AND language = ?", (record.id, language)
            ).fetchone()
            quoted = {
                (quote.source, quote.exact, quote.prefix, quote.suffix)
                for block in decode(body).blocks
                if isinstance(block, Quotes)
                for quote in block.items
            }
            assert cited <= quoted, record.id


class _KindWithoutEvidence(TermKind):
    """A kind whose page shows the text without its citations."""

    def build_page(self, page: PageBuilder, entry: Term) -> None:
        page.paragraph(page.of(entry.definition))


def test_a_page_that_does_not_quote_a_citation_is_rejected(content: Content) -> None:
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    term = next(record for record in content.records if isinstance(record, Term))
    with pytest.raises(ValueError, match=f"page of '{term.id}' does not quote"):
        _KindWithoutEvidence().page(term, catalogue, "en")


def test_a_narrative_quotes_the_evidence_of_figures_statements_and_policies(
    content: Content,
) -> None:
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    records = {record.id: record for record in content.records}
    claim, policy = records["claim-qinghe-largest"], records["policy-payment-2021"]
    assert catalogue.evidence(claim.id) == claim.citations
    assert catalogue.evidence(policy.id) == policy.citations[:1]
    assert len(catalogue.evidence("consultation-market@2022")) == 1
    assert catalogue.evidence("changle-health") == ()


@pytest.mark.parametrize("text", ["《{}》，", "“{}”（{}）", "{}、{}", "（《{}》）"])
def test_marks_stand_behind_the_quotation_marks_around_a_title(content: Content, text: str) -> None:
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    page = PageBuilder(catalogue, "zh")
    shown = plain_text(page.with_evidence(text.replace("{}", "{fact:policy-payment-2021}")))
    title = page.of(catalogue.title("policy-payment-2021"))
    marked = re.sub("{}(》|”)?", rf"{title}\1[1]", text)
    assert shown == marked


def test_a_narrative_is_found_by_its_aliases(content: Content) -> None:
    brief = content.briefs[0].model_copy(update={"aliases": ("速览", "at a glance")})
    assert list(KINDS["brief"].names(brief)) == ["速览", "at a glance"]
