"""The labels of what a statement rests on claim no more than the evidence."""

from __future__ import annotations

import json
import sqlite3

import pytest

from tui.document import Paragraph, plain_text
from tui.store import Store


def _headings(database: sqlite3.Connection, record: str) -> set[str]:
    query = "SELECT body FROM documents WHERE id = ? AND language = 'en'"
    (body,) = database.execute(query, (record,)).fetchone()
    return {text for text in _LABELS if json.dumps(text) in body}


_ITS_FIGURE = "The figure it states"
_REASONING = "The source's reasoning"
_SUPPORT = "Supported by another source"
_ABOUT = "About"
_LABELS = (_ITS_FIGURE, _REASONING, _SUPPORT, _ABOUT)


@pytest.mark.parametrize(
    ("record", "labels"),
    [
        ("trend-slower-growth", {_ITS_FIGURE, _REASONING}),
        ("driver-waiting", {_REASONING}),
        ("ecosystem-time", {_SUPPORT}),
        ("claim-ten-minutes", {_ABOUT}),
        ("driver-payment", {_REASONING, _ABOUT}),
        ("challenge-dual-skills", set()),
    ],
)
def test_only_a_figure_of_another_source_is_called_support(
    database: sqlite3.Connection, record: str, labels: set[str]
) -> None:
    assert _headings(database, record) == labels


@pytest.mark.parametrize(
    ("record", "figure"),
    [
        ("claim-changle-first", "Changle Health · Annual active users · 17.2 million"),
        ("trend-slower-growth", "Online patients 21 million"),
    ],
)
def test_a_figure_of_a_company_names_its_measure(
    sample_store: Store, record: str, figure: str
) -> None:
    page = sample_store.document(record, "en")
    assert page
    texts = [plain_text(block.spans) for block in page.blocks if isinstance(block, Paragraph)]
    assert any(text.startswith(figure) for text in texts), texts


def test_the_horizon_of_a_forecast_is_its_forecast_year(database: sqlite3.Connection) -> None:
    query = "SELECT body FROM documents WHERE id = 'trend-night-standard' AND language = ?"
    for language, label in (("zh", "预测年份"), ("en", "Forecast year")):
        (body,) = database.execute(query, (language,)).fetchone()
        assert label in body
