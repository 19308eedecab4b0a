"""A list in a format for programs has the order of the table."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.inside import run
from tui.store import open_store
from tui.views.subject_order import aside_records


def test_records_of_other_industries_are_last_in_csv_too(
    sample_copy: Path, environment: dict[str, str]
) -> None:
    briefing = sample_copy / "briefing.toml"
    text, title = briefing.read_text("utf-8"), 'title = { zh = "市场", en = "Market" }\n'
    assert title in text
    briefing.write_text(text.replace(title, f"{title}aside = true\n"), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        asides = aside_records(store)
    tags = ("--tag", "market", "--tag", "pharmacy", "--tag", "insurance-payment")
    command = ("--content", str(sample_copy), "list", "statistics", *tags)
    rows = csv.DictReader(run(*command, "--format", "csv").out.splitlines())
    ids = [row["id"] for row in rows]
    are_asides = [each in asides for each in ids]
    assert are_asides == sorted(are_asides)
    assert len(set(are_asides)) > 1
    table = run(*command).out
    heading = table.index("\nOther industries\n")
    assert [table.index(each) > heading for each in ids] == are_asides
    assert ids == sorted(ids, key=table.index)
