"""A definition whose first sentence is in no source says so on the page of the term."""

from __future__ import annotations

import pytest

from tui.compile.catalogue import Catalogue
from tui.compile.kinds import KINDS
from tui.compile.kinds.term import TermKind
from tui.load import Content
from tui.model import Term
from tui.text.language import Language


def _page(content: Content, language: Language, *, general_knowledge: bool) -> str:
    term = next(record for record in content.records if isinstance(record, Term))
    marked = term.model_copy(update={"general_knowledge": general_knowledge})
    catalogue = Catalogue(content, {kind.id: kind.label for kind in KINDS.values()})
    return str(TermKind().page(marked, catalogue, language))


@pytest.mark.parametrize(("language", "words"), [("zh", "一般知识"), ("en", "general knowledge")])
def test_general_knowledge_is_marked_on_the_page(
    content: Content, language: Language, words: str
) -> None:
    assert words in _page(content, language, general_knowledge=True)
    assert words not in _page(content, language, general_knowledge=False)
