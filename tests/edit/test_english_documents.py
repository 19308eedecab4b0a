"""A document in English, added to a briefing in English and reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import Result, run
from tui.edit.figure_finder import FigureCandidate, find_figures
from tui.edit.source_text import SourceText
from tui.load import load_content

_ARTICLE = """Sailing across the bay

By Kari Nordmann, 14 March 2025

Crews ran 1,250 extra sailings in 2024, up 4% on 2023.
The owners expect 2 million sailings to be booked by 2030. Tickets brought in about $2.5 million.
"""
_STATISTIC = """id = "sailings"
title = "Extra sailings"
summary = "Sailings beside the timetable."
scope = "The article does not say which lines."
unit = "sailings"
related = ["passengers"]
citations = [{ source = "article-2025", exact = "extra sailings" }]

[[observations]]
period = "2020"
value = 1
unit = "sailings"
status = "reported"
citations = [{ source = "article-2025", exact = "Crews ran" }]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A new briefing in English with the article."""
    assert run("init", str(tmp_path / "new"), "--languages", "en").code == 0
    content = tmp_path / "new" / "content"
    settings = content / "briefing.toml"
    text = settings.read_text("utf-8").replace(
        '"passengers", "ferries"', '"passengers", "ferries", "sailings"'
    )
    settings.write_text(text, "utf-8")
    (tmp_path / "article.txt").write_text(_ARTICLE, "utf-8")
    answer = run(
        "add", str(tmp_path / "article.txt"), "--id", "article-2025", "--content", str(content)
    )
    assert answer.code == 0, answer.err
    assert f"medbrief review article-2025 --content {content}" in answer.err
    return content


def _review(content: Path, *options: str) -> Result:
    return run("review", "article-2025", "--content", str(content), "--lang", "en", *options)


def test_its_record_is_in_english(content: Path) -> None:
    source = next(one for one in load_content(content).sources if one.id == "article-2025")
    assert source.language == "en"
    assert source.title.en == "Sailing across the bay"
    assert source.date_published == "2025-03-14"
    assert source.author
    assert source.author.en == "Kari Nordmann"
    text = (content.parent / "seeds" / "article-2025.toml").read_text("utf-8")
    assert "zh" not in text


def test_figures_have_declared_units_currencies_and_forecasts(content: Path) -> None:
    found: list[dict[str, Any]] = json.loads(_review(content, "--json").out)
    figures = {one["text"]: one["found"] for one in found if one["kind"] == "figure"}
    assert figures["1,250"]["unit"] == "sailings"
    assert figures["4%"]["form"] == "growth"
    assert figures["2 million"]["unit"] == "million sailings"
    assert figures["2 million"]["status"] == "forecast"
    assert figures["2.5 million"]["unit"] == "USD million"


def test_an_accepted_figure_needs_no_translation(content: Path) -> None:
    (content / "statistics" / "sailings.toml").write_text(_STATISTIC, "utf-8")
    found = json.loads(_review(content, "--json").out)
    number = next(one["number"] for one in found if one["text"] == "1,250")
    answer = _review(content, "--accept", str(number), "--to", "sailings", "--period", "2024")
    assert answer.code == 0, answer.err
    assert "gloss" not in answer.err
    record = next(one for one in load_content(content).records if one.id == "sailings")
    (_, measure) = next(record.measures())
    assert [str(item.value) for item in measure.observations] == ["1", "1250"]


def _figures(text: str, date: str = "", not_before: str = "") -> list[FigureCandidate]:
    return list(find_figures(SourceText(text, date, not_before), ["trams"]))


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("more than 50 trams", ">"),
        ("Over 50 trams", ">"),
        ("about 50 trams", "~"),
        ("nearly 50 trams", "<"),
        ("up to 50 trams", "<"),
        ("at least 50 trams", ">="),
        ("no more than 50 trams", "<="),
        ("at most NOK 50 million", "<="),
        ("not more than 50 trams", "<="),
        ("not exceeding 50 trams", "<="),
        ("did not exceed 50 trams", "<="),
        ("50 or more trams", ">="),
        ("more than NOK 50 million", ">"),
        ("the moreover 50 trams", ""),
        ("50 trams", ""),
    ],
)
def test_the_words_before_a_number_are_its_comparator(words: str, comparator: str) -> None:
    (figure,) = _figures(f"The town ordered {words}.")
    assert figure.comparator == comparator


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In 2027 about 13 trams will run.", "forecast"),
        ("More than 13 trams are expected to run by 2027.", "forecast"),
        ("The town plans to buy 13 trams.", "forecast"),
        ("The town had 13 trams, and it will sell them.", "reported"),
        ("In 2015 there were 13 trams.", "reported"),
    ],
)
def test_what_will_be_is_a_forecast(sentence: str, status: str) -> None:
    assert [one.status for one in _figures(sentence)] == [status]


@pytest.mark.parametrize("dates", [("2026-01-01", ""), ("", "2026"), ("", "2026-03")])
def test_a_period_after_the_document_is_a_forecast(dates: tuple[str, str]) -> None:
    (figure,) = _figures("13 trams in 2028.", *dates)
    assert (figure.period, figure.status) == ("2028", "forecast")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("It ran 20 trams by 2030. More than 15 trams will run in 2028.", ["2030", "2028"]),
        ("In 2015 it had one tram. It has 7 trams.", [""]),
        ("There were 20 trams in 2015 and 30 trams in 2019.", ["2015", "2019"]),
        ("In 2010, 5 trams and, in 2012, more than 8 trams ran.", ["2010", "2012"]),
        ("In 2010 it ran. There are now 9 trams.", [""]),
    ],
)
def test_a_figure_has_the_period_of_its_own_sentence(text: str, periods: list[str]) -> None:
    assert [one.period for one in _figures(text)] == periods


def test_what_runs_now_is_of_the_date_of_the_document() -> None:
    (figure,) = _figures("In 2010 it began. 9 trams run today.", "2024-05-01")
    assert figure.period == "2024-05"


def test_an_item_of_a_list_is_not_negative() -> None:
    figures = _figures("Trams:\n\n- 84 trams\n– 20 trams\n-5 trams\n")
    assert [str(one.value) for one in figures] == ["84", "20", "-5"]


def test_a_period_from_a_sentence_before_is_marked() -> None:
    (_, second) = _figures("2015年有30辆。另有5辆停用。")
    assert second.period == "2015"
    assert second.carried


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Sales reached 500 trams in 2024, growth of 18% on the year before.", ["2024", "2024"]),
        ("Sales grew 18% in 2024 on the year before.", ["2024"]),
        (
            "Revenue was $5 million in the first half of 2025, up 4% from the same period of 2024.",
            ["2025-H1", "2025-H1"],
        ),
        ("In the third quarter of 2024 trams carried 300 trailers.", ["2024-Q3"]),
        ("Revenue was $5 million in 2024, against $4 million a year earlier.", ["2024", "2023"]),
        ("At the end of 2024 the town had 40 trams.", ["2024-12"]),
        ("On 30 June 2025 the town had 40 trams.", ["2025-06"]),
        ("The town had 40 trams on 30 June 2025.", ["2025-06"]),
        ("The line of 2024 cost $40 million in 2012 prices.", ["2024"]),
        ("It cost $40 million in 2012 prices.", [""]),
        ("Prices rose: in 2012 prices went up by 4%.", ["2012"]),
    ],
)
def test_a_figure_has_the_period_of_its_sentence_not_of_its_base(
    text: str, periods: list[str]
) -> None:
    assert [one.period for one in _figures(text, "2025-09-10")] == periods
