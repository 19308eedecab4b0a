"""Bibliographic references and answers for exports."""

from __future__ import annotations

from tui.store import Store
from tui.store.bibliography import references
from tui.store.export_rows import export_rows
from tui.text.language import Wording


def test_a_bibliographic_reference_has_only_what_the_document_states(sample_store: Store) -> None:
    dated, undated = references(sample_store, ["herald-2023", "notes-undated"])
    assert (dated.type, dated.date, dated.inferred) == ("article-newspaper", "2023-07-02", False)
    assert dated.author == Wording("林一", "Lin Yi")
    assert (undated.date, undated.date_latest, undated.inferred) == ("2024-04", "", True)
    assert undated.author == undated.container == Wording("", "")


def test_each_source_is_returned_once_in_the_given_order(sample_store: Store) -> None:
    asked = ["notes-undated", "herald-2023", "notes-undated", "nobody"]
    found = [item.id for item in references(sample_store, asked)]
    assert found == ["notes-undated", "herald-2023"]


def test_an_answer_has_its_unit_and_measure(sample_store: Store) -> None:
    rows = {row.entry.fact: row for row in export_rows(sample_store, "qinghe-health")}
    users = rows["qinghe-health.active-users@2023-06"]
    assert (users.unit, users.measure) == ("万人", Wording("活跃用户", "Active users"))
    assert [row.entry for row in rows.values()] == sample_store.answers("qinghe-health")
