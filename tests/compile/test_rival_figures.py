"""Rival figures of overlapping periods, and disputed rates, on pages and as answers."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.compile import compile_in_memory
from tui.load import load_content

_YEAR_END = """
[[observations]]
period = "2022-12"
value = 2300
unit = "万人"
status = "estimate"
rank = "deprecated"
reason_for_rank = { zh = "年末的估计。", en = "An estimate for December." }
citations = [{ source = "herald-2023", exact = "没有说" }]

[[rates]]
"""
_DISPUTED = """
disputed = { zh = "按其数字为10.53%。", en = "Its figures give 10.53%." }
as_printed = "105%"
correction.reason = { zh = "多一位。", en = "A digit more." }
correction.proof = { zh = "见上。", en = "Ibid." }
"""


@pytest.fixture(scope="module")
def rivals(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The sample with an estimate for December beside the value of the year, and a rate that is
    disputed."""
    folder = tmp_path_factory.mktemp("rivals") / "briefing"
    shutil.copytree(sample.parent, folder)
    file = folder / "content" / "statistics" / "online-patients.toml"
    text = file.read_text("utf-8").replace("[[rates]]\n", _YEAR_END.lstrip(), 1)
    text = text.replace("value = 10.5\n", f"value = 10.5\n{_DISPUTED}", 1)
    file.write_text(text, "utf-8")
    with closing(compile_in_memory(load_content(folder / "content"), "state")) as database:
        yield database


def _page(database: sqlite3.Connection, record: str) -> str:
    query = "SELECT body FROM documents WHERE id = ? AND language = 'en'"
    (body,) = database.execute(query, (record,)).fetchone()
    return str(body)


def test_rivals_of_overlapping_periods_and_disputed_rates_are_on_the_page_of_the_disagreement(
    rivals: sqlite3.Connection,
) -> None:
    page = _page(rivals, "disagreement-online-patients")
    assert "An estimate for December." in page
    assert "Its figures give 10.53%." in page
    assert "printed as 105%" in page


def test_a_disputed_rate_says_so_in_its_answer(rivals: sqlite3.Connection) -> None:
    query = "SELECT answer_en FROM answers WHERE fact = ?"
    (text,) = rivals.execute(query, ("online-patients#growth-2022",)).fetchone()
    assert "disputed" in text
    (text,) = rivals.execute(query, ("online-patients#growth-2021",)).fetchone()
    assert "disputed" not in text


def test_an_answer_names_its_rival_of_an_overlapping_period(rivals: sqlite3.Connection) -> None:
    query = (
        "SELECT r.answer_en FROM answers a JOIN rivals r ON r.answer = a.number WHERE a.fact = ?"
    )
    found = [text for (text,) in rivals.execute(query, ("online-patients@2022",))]
    assert any(text.startswith("Dec 2022") for text in found), found
