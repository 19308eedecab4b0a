"""A comparison of groups without figures names their companies that have some."""

from __future__ import annotations

from tui.document import Paragraph, plain_text
from tui.store import Store
from tui.views import comparison


def _paragraphs(store: Store, *ids: str) -> list[Paragraph]:
    blocks = comparison(store, ids, "en").blocks
    return [block for block in blocks if isinstance(block, Paragraph)]


def test_a_group_without_figures_leads_to_its_company_with_figures(sample_store: Store) -> None:
    paragraphs = _paragraphs(sample_store, "changle-group", "qinghe-health")
    found = next(each for each in paragraphs if "Compare instead" in plain_text(each.spans))
    assert plain_text(found.spans) == (
        "Of these groups, Changle Health has figures. "
        "Compare instead: medbrief compare changle-health qinghe-health"
    )
    assert found.spans[-1].target == "compare:changle-health,qinghe-health"


def test_without_group_companies_nothing_is_named(sample_store: Store) -> None:
    paragraphs = _paragraphs(sample_store, "baize-capital", "changfeng-fund")
    assert not any("Of these groups" in plain_text(each.spans) for each in paragraphs)
