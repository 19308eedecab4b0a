"""Policies side by side: their fields, and their provisions subject by subject."""

from __future__ import annotations

from tui.document import Document, Paragraph, Table, TableRow, plain_text
from tui.document.link_target import record_target
from tui.store import Store
from tui.views import comparison

_TRIAL, _PRICES = "policy-payment-2021", "policy-price-2019"
_NIGHT = "policy-night-2023"


def _rows(page: Document) -> dict[str, list[str]]:
    """Return the cells of all rows by label, the lines of one joined."""
    found: dict[str, list[str]] = {}
    for block in page.blocks:
        if isinstance(block, Table):
            rows: tuple[TableRow, ...] = block.rows
            for row in rows:
                cells = ["\n".join(map(plain_text, cell)) for cell in row.cells]
                found[plain_text(row.label)] = cells
    return found


def test_policies_have_a_column_each_and_a_row_for_each_subject(sample_store: Store) -> None:
    page = comparison(sample_store, [_TRIAL, _PRICES], "en")
    rows = _rows(page)
    assert rows["Issued"] == ["May 2021", "Aug 2019"]
    assert rows["Force"] == ["Permitted", "Declarative"]
    trial, prices = rows["Insurance payment"]
    assert trial.startswith("Follow-ups of chronic disease may be paid by insurance[")
    assert trial.endswith("] (permitted).")
    assert prices.startswith("Insurance pays for online follow-ups[")
    assert prices.endswith("] (declarative).")
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert [head[0].target for head in table.heads] == [
        record_target(_TRIAL),
        record_target(_PRICES),
    ]
    summary = next(block for block in page.blocks if isinstance(block, Paragraph))
    assert plain_text(summary.spans) == "Subjects in common: Insurance payment."


def test_policies_without_a_common_subject_say_so(sample_store: Store) -> None:
    page = comparison(sample_store, [_PRICES, _NIGHT], "zh")
    summary = next(block for block in page.blocks if isinstance(block, Paragraph))
    assert plain_text(summary.spans) == "引用的规定没有共同的主题。"
    assert _rows(page)["医保支付"][1] == ""
