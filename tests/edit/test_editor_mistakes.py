"""Mistakes that editors make: each is reported at its place, with its reason and its fix."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.inside import run

_CONSULTATIONS = "statistics/consultations.toml"
_MARKET = "statistics/consultation-market.toml"
_PLAYER = "players/qinghe-health.toml"
_POLICY = "policies/policy-price-2019.toml"
_CLAIM = "themes/claim-qinghe-largest.toml"
_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):\d+  (?P<code>[A-Z]\d{3})  (?P<text>.+)")


class Mistake(NamedTuple):
    """An edit of a file of the sample: ``old`` becomes ``new``. ``at``: what stands on the reported
    line after the edit; ``says``: what message and fix contain."""

    name: str
    file: str
    old: str
    new: str
    at: str
    code: str
    says: tuple[str, ...]


_MISTAKES = [
    Mistake("full-width quotes", _CONSULTATIONS, 'unit = "万次"\nenglish', "unit = “万次”\nenglish",
            "unit = “万次”", "L004", ("full-width sign ““”", 'write " instead')),
    Mistake("full-width comma", _CONSULTATIONS, '次数。", en', '次数。"， en', "次数。", "L004",
            ("full-width sign “，”", "write , instead")),
    Mistake("full-width brackets", _MARKET, 'themes = ["market"]', 'themes = 【"market"】',
            "themes = 【", "L004", ("full-width sign “【”", "write [ instead")),
    Mistake("full-width digits", _CONSULTATIONS, "value = 4800", "value = 4８00", "value = 4８00",
            "L004", ("full-width sign “８”", "write 8 instead")),
    Mistake("thousands separator", _CONSULTATIONS, "value = 4800", "value = 4,800", "value = 4,800",
            "L004", ("a comma in the number 4,800", "write 4800")),
    Mistake("quote sign in a text", _MARKET, 'zh = "报道没有', 'zh = "报"道"没有', "scope =",
             "L004",
            ("a quote sign within the text ends it", "write “ ” instead")),
    Mistake("missing comma", _MARKET, 'why = { zh = "那是次数，不是金额。", en',
            'why = { zh = "那是次数，不是金额。" en', "why =", "L004",
            ("a comma is missing", "put , between")),
    Mistake("conflict markers", _MARKET, 'id = "consultation-market"',
            '<<<<<<< HEAD\nid = "consultation-market"', "<<<<<<< HEAD", "L004",
            ("conflict marker", "keep one version")),
    Mistake("duplicate key", _MARKET, 'unit = "亿元"\narea', 'unit = "亿元"\nunit = "元"\narea',
            'unit = "元"', "L004", ("'unit' is given twice: first in line", "delete one")),
    Mistake("line break in a quote", _MARKET, 'exact = "同比增长25%"', 'exact = "同比\n增长25%"',
            'exact = "同比', "L004", ("the text does not end on its line", "\\n")),
    Mistake("singular table", _CONSULTATIONS, "[[observations]]", "[[observation]]",
            "[[observation]]", "L005", ("unknown field 'observation'",
             "did you mean 'observations'")),
    Mistake("key after the last table", _CONSULTATIONS, "[[observations]]",
            '[[observations]]\naliases = ["x"]', "aliases", "L005",
            ("unknown field 'aliases'", "move it above the first table")),
    Mistake("name in place of an id", _POLICY, 'issuers = ["national-agency"]',
            'issuers = ["国医署"]', "issuers", "L008", ("'国医署'", 'write "national-agency"')),
    Mistake("theme by its title", _MARKET, 'themes = ["market"]', 'themes = ["Market"]', "themes",
            "L008", ("'Market'", 'write "market"')),
    Mistake("metric on a card", "briefing.toml", 'figure = "consultation-market"',
            'figure = "qinghe-health.revenue"', "figure = \"qinghe-health", "L008",
            ("'qinghe-health.revenue'", "a card shows a statistic, not a metric of a company")),
    Mistake("wrong id", _MARKET, 'related = ["gap-market-2020"]', 'related = ["gap-market-2002"]',
            "related", "L011", ("'gap-market-2002', which does not exist",
             "did you mean 'gap-market-2020'")),
    Mistake("source that does not exist", _CONSULTATIONS, 'source = "herald-2023", exact = "全市共',
            'source = "herald-2032", exact = "全市共', "全市共", "L011",
            ("'herald-2032', which does not exist", "did you mean 'herald-2023'")),
    Mistake("wrong date", _PLAYER, 'date = "2020-06"', 'date = "2020-13"', "2020-13", "L008",
            ("month 13 does not exist", "")),
    Mistake("quarter in another notation", _MARKET, 'period = "2025"', 'period = "2025Q1"',
            "2025Q1", "L008", ("write 2025-Q1", "")),
    Mistake("unknown unit", _CONSULTATIONS, 'unit = "万次"\nenglish', 'unit = "万词"\nenglish',
            "万词", "L008", ("unknown unit '万词'", "万次")),
    Mistake("over-long quote", _CONSULTATIONS, "全市共完成线上问诊", "全市共完成线上问诊" * 5,
            "全市共", "L008", ("45 characters; the limit is 40", "use a shorter phrase")),
    Mistake("missing author of a claim", _CLAIM, "said_by", "# said_by", "", "L008",
            ("requires said_by", "")),
    Mistake("one language missing", _MARKET, 'title = { zh = "线上问诊市场规模", en = ',
            'title = { zh = "线上问诊市场规模", ne = ', "title", "L005", ("unknown field 'ne'",
             "en")),
    Mistake("share above 100", _MARKET, "value = 25\n", "value = 411\n", "value = 411", "Q203",
            ("does not contain the value 411", "quote the words")),
    Mistake("quote with other punctuation", _MARKET, 'exact = "同比增长25%"',
            'exact = "同比 增长25%"', "同比 增长25%", "Q201", ("同比增长25%", "")),
    Mistake("value in another power of ten", _MARKET, 'value = 80\nunit = "亿元"',
            'value = 80\nunit = "万元"', 'unit = "万元"', "Q206", ("80亿元", "80 (万元)")),
]  # fmt: skip


@pytest.mark.parametrize("mistake", _MISTAKES, ids=[mistake.name for mistake in _MISTAKES])
def test_a_mistake_has_its_place_reason_and_fix(mistake: Mistake, sample_copy: Path) -> None:
    path = sample_copy / mistake.file
    text = path.read_text("utf-8")
    assert mistake.old in text
    text = text.replace(mistake.old, mistake.new, 1)
    path.write_text(text, "utf-8")
    originals = str(sample_copy.parent / "originals")
    answer = run("check", "--content", str(sample_copy), "--originals", originals, "--lang", "en")
    found = [match for line in answer.out.splitlines() if (match := _LINE.fullmatch(line))]
    own = [match for match in found if match["code"] == mistake.code]
    assert own, answer.out
    assert own[0]["file"] == str(path)
    line = text.splitlines()[int(own[0]["line"]) - 1]
    assert mistake.at in line
    assert all(part in own[0]["text"] for part in mistake.says), own[0]["text"]


def test_there_are_twenty_six() -> None:
    assert len({mistake.name for mistake in _MISTAKES}) == 26
