"""How far the core figures reach, and forecasts of years that have passed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.compile.facts.edition_dates import core_figures_to, edition_year, has_outcome
from tui.document import Figures, plain_text
from tui.load import load_content
from tui.model import Statement
from tui.store import Store, open_store


def _replace(content: Path, name: str, old: str, new: str) -> None:
    file = content / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_newest_reported_figure_of_the_overview_counts(sample_copy: Path) -> None:
    # qinghe-health.active-users@2023-06; statistics outside the overview reach 2024.
    assert core_figures_to(load_content(sample_copy)) == "2023-06"


@pytest.mark.parametrize("status", ["estimate", "forecast"])
def test_estimates_and_forecasts_do_not_count(sample_copy: Path, status: str) -> None:
    file = "players/qinghe-health.toml"
    text = (sample_copy / file).read_text("utf-8")
    start = text.index('period = "2023-06"')
    changed = text[start:].replace('status = "reported"', f'status = "{status}"', 1)
    (sample_copy / file).write_text(text[:start] + changed, "utf-8")
    assert core_figures_to(load_content(sample_copy)) == "2022-12"


@pytest.mark.parametrize(("edition", "year"), [("2026.1", 2026), ("样1", 2024), ("20261", 2024)])
def test_the_year_is_that_of_the_edition_else_of_as_of(
    sample_copy: Path, edition: str, year: int
) -> None:
    _replace(sample_copy, "briefing.toml", 'edition = "样1"', f'edition = "{edition}"')
    assert edition_year(load_content(sample_copy)) == year


def _remarks(store: Store, identity: str, period: str) -> str:
    document = store.document(identity, "en")
    assert document
    rows = [row for block in document.blocks if isinstance(block, Figures) for row in block.rows]
    (row,) = [row for row in rows if row.period == period and row.status == "forecast"]
    return " ".join(plain_text(remark) for remark in row.remarks)


def test_a_forecast_of_a_past_year_says_so_on_its_page_and_in_its_answer(
    sample_copy: Path,
) -> None:
    _replace(sample_copy, "briefing.toml", 'edition = "样1"', 'edition = "2026.1"')
    with open_store(str(sample_copy), os.environ) as store:
        assert "no outcome is in the documents" in _remarks(store, "consultation-market", "2025")
        answers = [entry for entry in store.answers("consultation-market") if entry.fact]
        passed = {entry.fact for entry in answers if "has passed" in entry.answer.en}
    assert passed == {"consultation-market@2025"}


@pytest.mark.parametrize(("horizon", "known"), [("2022", True), ("2025", False)])
def test_a_figure_of_the_forecast_year_that_disputes_a_statement_is_its_outcome(
    sample_copy: Path, horizon: str, known: bool
) -> None:
    records = {record.id: record for record in load_content(sample_copy).records}
    statement = records["trend-slower-growth"]  # disputed by a figure of 2022
    assert isinstance(statement, Statement)
    assert has_outcome(statement.model_copy(update={"horizon": horizon})) == known


def test_a_forecast_whose_outcome_is_known_or_whose_year_is_not_over_says_nothing(
    sample_store: Store,
) -> None:
    assert "passed" not in _remarks(sample_store, "consultation-market", "2022")
    assert "passed" not in _remarks(sample_store, "consultation-market", "2025")
