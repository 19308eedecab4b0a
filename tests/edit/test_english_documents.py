"""A document in English, added to a briefing in English and reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import Result, run
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
