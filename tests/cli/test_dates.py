"""Dates: in words for readers, in ISO 8601 for programs."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.command import Medbrief

_ISO_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")


@pytest.mark.parametrize(
    ("language", "date"), [("en", "(Sep 15, 2022)"), ("zh", "（2022年9月15日）")]
)
def test_a_lookup_prints_the_date_of_a_source_in_words(
    medbrief: Medbrief, language: str, date: str
) -> None:
    text = medbrief("find", "xiaoman-health", "--lang", language, "--width", "200").text
    assert date in text
    assert not _ISO_DATE.search(_QUOTED.sub("", text))


@pytest.mark.parametrize("command", ["overview", "list policies", "show qinghe-health", "timeline"])
def test_no_readable_output_has_dates_of_data(medbrief: Medbrief, command: str) -> None:
    text = medbrief(*command.split(), "--lang", "en", "--width", "120").text
    without_ids = re.sub(r"\S+-\d{4}\S*", "", _QUOTED.sub("", text))
    assert not _ISO_DATE.search(without_ids)


def test_data_has_iso_dates(medbrief: Medbrief) -> None:
    found = json.loads(medbrief("find", "xiaoman-health", "--json").text)
    assert {citation["date"] for citation in found[0]["citations"]} == {"2022-09-15"}
    table = medbrief("list", "policies", "--format", "csv").text
    assert re.search(r",20\d\d-\d\d", table)
