"""Evidence beside the text of a page in a wide window."""

from __future__ import annotations

import pytest

from tests.render.spans import texts
from tui.app.widgets.layout_cache import LayoutCache
from tui.app.widgets.link_hints import links_of
from tui.document import Heading, Quotes
from tui.render.evidence_column import lay_out_beside
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import line_width, plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [105, 142])
def test_every_page_fits_with_its_evidence_beside(
    sample_store: Store, language: Language, width: int
) -> None:
    cache = LayoutCache(UNICODE)
    beside = 0
    for identity in list(sample_store.identities())[::6]:
        page = sample_store.document(identity, language)
        assert page
        lines, links = cache.layout(page, width, 56)
        assert max(map(line_width, lines)) <= width
        for link in links:
            assert all(lines[line][span].target == link.target for line, span in link.spans)
        if columns := lay_out_beside(page, width, UNICODE, 56, titled=True):
            beside += 1
            in_one_column = links_of(lay_out(page, columns.width, UNICODE, 56))
            assert [link.target for link in links] == [link.target for link in in_one_column]
    assert beside > 2


def test_evidence_begins_at_the_top_of_the_page(sample_store: Store) -> None:
    page = sample_store.document("consultation-market", "en")
    assert page
    lines = texts(LayoutCache(UNICODE).layout(page, 150, 56).lines)
    assert " │ Evidence (quoted in Chinese" in lines[0]
    assert " │ [1] “" in lines[1]


def test_a_page_without_evidence_in_sight_has_one_column(sample_store: Store) -> None:
    page = sample_store.document("consultation-market", "en")
    assert page
    *text, heading, quotes = page.blocks
    assert isinstance(heading, Heading)
    assert isinstance(quotes, Quotes)
    folded = page._replace(blocks=(*text, heading._replace(hidden=3)))
    for each in (folded, page._replace(blocks=tuple(text))):
        assert lay_out_beside(each, 150, UNICODE, 56, titled=True) is None


def test_a_text_that_does_not_fit_beside_it_keeps_its_width(sample_store: Store) -> None:
    page = sample_store.document("changle-health", "en")
    assert page
    assert lay_out_beside(page, 106, UNICODE, 20, titled=True) is None
    lines = LayoutCache(UNICODE).layout(page, 106, 20).lines
    assert any(plain(line).startswith("Evidence (") for line in lines)


def test_a_table_of_figures_has_the_whole_width_where_the_evidence_is_still_in_sight(
    sample_store: Store,
) -> None:
    page = sample_store.document("disagreement-e-prescriptions", "en")
    assert page
    assert lay_out_beside(page, 125, UNICODE, 56, titled=True) is None
    assert lay_out_beside(page, 125, UNICODE, 20, titled=True)
    assert lay_out_beside(page, 180, UNICODE, 56, titled=True)
