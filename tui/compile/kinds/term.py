"""Terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import Column, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.model import Term
from tui.text.language import Language, Wording

_GENERAL_KNOWLEDGE = Wording(
    "首句是编者的一般知识，不出自资料；其余除注明外，均据所引资料。",
    "The first sentence is the editor's general knowledge, not from the documents. The rest "
    "follows the documents quoted, unless marked as the editor's.",
)


class TermKind(RecordKind[Term]):
    """A term of the field and its definition."""

    entry_type = Term
    id = Term.record_kind
    order = Term.order
    label = Wording("术语", "Term")
    section = "glossary"
    title = Wording("术语", "Terms")
    columns = (
        Column("name", Wording("术语", "Term")),
        Column("meaning", Wording("释义", "Meaning")),
    )
    words = ("terms", "glossary", "definitions", "术语", "术语表", "名词解释")
    search_weight = 0.02
    questions = ("meaning",)
    sql = """
-- The glossary. aliases: other names, one a line.
CREATE TABLE terms (
    id            TEXT PRIMARY KEY REFERENCES entries (id),
    title_zh      TEXT NOT NULL,
    title_en      TEXT NOT NULL,
    definition_zh TEXT NOT NULL,
    definition_en TEXT NOT NULL,
    aliases       TEXT
);
"""
    titles_are_names = True

    def cells(self, entry: Term, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return the term and its definition."""
        return (entry.term.of(language), self.summary(entry, catalogue).of(language))

    def summary(self, entry: Term, catalogue: Catalogue) -> Wording:
        """Return the definition."""
        return catalogue.filled(entry.definition)

    def build_page(self, page: PageBuilder, entry: Term) -> None:
        """Add definition, what of it no source says, aliases, notes and related records."""
        page.paragraph(page.text_with_marks(entry.definition, entry.citations))
        if entry.general_knowledge:
            page.paragraph(page.of(_GENERAL_KNOWLEDGE))
        page.fields([(labels.FOUND_AS, page.enumeration(entry.aliases))])
        page.notes(entry.notes)
        page.neighbors(entry)

    def sql_rows(self, entry: Term, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the row of ``terms``."""
        definition = catalogue.filled(entry.definition)
        aliases = "\n".join(entry.aliases) or None
        yield "terms", (entry.id, *entry.term.wording(), *definition, aliases)
