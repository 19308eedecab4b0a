"""Filters of ``list``, ``export`` and ``timeline``: matches, invalid values, undated records."""

from __future__ import annotations

import csv
import json
import re
from typing import Any

import pytest

from tests.cli.command import Medbrief
from tui.text.width import cell_width


def _ids(medbrief: Medbrief, words: str) -> list[str]:
    answer = medbrief("list", *words.split(), "--json")
    assert answer.code == 0, answer.message
    return [each["id"] for each in json.loads(answer.text)]


def test_different_filters_must_all_match(medbrief: Medbrief) -> None:
    assert _ids(medbrief, "policies --level national --since 2020 --tag insurance-payment") == [
        "policy-cross-province-2022"
    ]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("--level 国家级", "--level national"),
        ("--level 国家", "--level national"),
        ("--level NATIONAL", "--level national"),
        ("--level Ｎational", "--level national"),
        ("--region 沧岚省", "--region canglan-province"),
        ("--region Nationwide", "--region nationwide"),
        ("--tag 医保支付", "--tag insurance-payment"),
        ("--kind 政策", "policies"),
        ("--kind policies", "--kind policy"),
        ("--status 预测", "--status forecast"),
        ("--role 平台", "--role platform"),
        ("--basis 事实", "--basis fact"),
        ("--type 趋势", "--type trend"),
        ("--source 晨星报2023", "--source herald-2023"),
        ("--region=沧岚省", "--region 沧岚省"),
        ("--level national --level provincial", "--level national,provincial"),
        ("--level 国家级，省级", "--level national,provincial"),
        ("--level 国家级、provincial,", "--level provincial,national"),
        ("policies --kind players", "--kind players,policies"),
        ("--since 2021 --until 2021", "--since 2021-01 --until 2021-12-31"),
        ("--until 2021-H1", "--until 2021-06"),
    ],
)
def test_a_value_is_accepted_under_each_of_its_names(
    medbrief: Medbrief, words: str, same: str
) -> None:
    assert _ids(medbrief, words) == _ids(medbrief, same)


def test_json_and_text_have_the_same_records(medbrief: Medbrief) -> None:
    words = "--tag insurance-payment --since 2020"
    lines = [line for line in medbrief("list", *words.split()).lines if line[:1] != " "]
    listed = [line.split()[-1] for line in lines if line]
    assert set(_ids(medbrief, words)) <= set(listed)
    assert len(_ids(medbrief, words)) == sum("  " in line for line in lines) - listed.count("Id")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unknown_value_gets_the_known_ones(medbrief: Medbrief, lang: str) -> None:
    answer = medbrief("list", "--level", "municipal", "--lang", lang)
    assert (answer.code, answer.stdout) == (2, b"")
    message, _help = answer.message.splitlines()
    assert "municipal" in message
    assert all(value in message for value in ("national", "provincial", "unknown"))
    assert ("国家级" in message) is (lang == "zh")


def test_a_mistyped_value_gets_a_suggestion(medbrief: Medbrief) -> None:
    answer = medbrief("policies", "--level", "natinal")
    assert "did you mean: national" in answer.message
    assert "did you mean" not in medbrief("policies", "--level", "xyzzy").message


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_list_in_a_pipe_keeps_its_ids_and_a_width_to_read(medbrief: Medbrief, lang: str) -> None:
    lines = medbrief("list", "policies", "--lang", lang).lines
    assert [line.split()[-1] for line in lines[1:]] == _ids(medbrief, "--kind policies")
    assert max(cell_width(line) for line in lines) <= 120
    narrow = medbrief("list", "policies", "--lang", lang, "--width", "60").lines
    assert max(cell_width(line) for line in narrow) <= 60


@pytest.mark.parametrize("value", ["", " ", ",", "、，"])
def test_an_empty_value_is_a_usage_error(medbrief: Medbrief, value: str) -> None:
    answer = medbrief("list", f"--tag={value}")
    assert (answer.code, answer.stdout) == (2, b"")
    assert answer.message.startswith("medbrief list: error: --tag requires a value")


def test_a_value_with_control_characters_is_not_echoed(medbrief: Medbrief) -> None:
    answer = medbrief("list", "--tag", "\x1b[31mred\x07")
    assert answer.code == 2
    assert "\x1b" not in answer.message
    assert "\x07" not in answer.message


@pytest.mark.parametrize("command", ["list", "timeline"])
def test_a_reversed_range_is_a_usage_error(medbrief: Medbrief, command: str) -> None:
    answer = medbrief(command, "--since", "2021-07", "--until", "2021-H1")
    assert (answer.code, answer.stdout) == (2, b"")
    message, _help = answer.message.splitlines()
    assert "2021-07" in message
    assert "swap" in message


def test_no_match_returns_1(medbrief: Medbrief) -> None:
    answer = medbrief("list", "policies", "--level", "national", "--region", "the-city")
    assert (answer.code, answer.stdout) == (1, b"")
    assert "no records match" in answer.message
    answer = medbrief("list", "--since", "2090", "--json")
    assert (answer.code, json.loads(answer.text)) == (1, [])


def test_undated_records_are_omitted_and_named(medbrief: Medbrief) -> None:
    answer = medbrief("list", "policies", "--since", "2000")
    assert answer.code == 0
    assert answer.message == (
        "medbrief: 2 undated policies omitted: Measures on subsidies for online clinics; "
        "Regulation on data security in online care\n"
    )
    assert "undated" not in medbrief("list", "policies", "--level", "provincial").message
    counts = medbrief("list", "--since", "2000").message.partition("undated records omitted: ")[2]
    assert re.match(r"\d+ briefs, \d+ companies, 2 policies, \d+ statements, ", counts)


def test_records_of_unknown_level_are_omitted_and_named(medbrief: Medbrief) -> None:
    message = "1 policy of unknown level omitted: Measures on subsidies for online clinics"
    for options in (("national",), ("national", "--since", "2000"), ("provincial",)):
        assert message in medbrief("list", "policies", "--level", *options).message
    chinese = medbrief("list", "policies", "--level", "national", "--lang", "zh").message
    assert "略去层级不详的政策1条：互联网诊所补助办法" in chinese
    for options in (("unknown",), ("national", "--force", "required")):
        assert "unknown" not in medbrief("list", "policies", "--level", *options).message


def test_a_filter_selects_the_same_records_for_each_command(medbrief: Medbrief) -> None:
    words = "--kind policies --level provincial --since 2021 --until 2022"
    listed = _ids(medbrief, words)
    assert listed == ["policy-canglan-measures", "policy-payment-2021"]
    exported = medbrief("export", *words.split(), "--format", "json")
    assert list(dict.fromkeys(each["id"] for each in json.loads(exported.text))) == listed
    events = medbrief("timeline", *words.split(), "--json")
    assert sorted(each["id"] for each in json.loads(events.text)) == listed


def test_status_and_source_of_a_timeline_are_those_of_the_event(medbrief: Medbrief) -> None:
    answer = medbrief("timeline", "--status", "forecast", "--json")
    assert [each["id"] for each in json.loads(answer.text)] == ["changle-health"]
    answer = medbrief("timeline", "--source", "herald-2023", "--json")
    found = json.loads(answer.text)
    assert found
    assert all("herald-2023" in [c["source"] for c in each["citations"]] for each in found)


def test_a_filtered_timeline_names_only_undated_events_that_match(medbrief: Medbrief) -> None:
    text = medbrief("timeline", "--level", "unknown,national").text
    assert "1 undated policy omitted" not in text
    text = medbrief("timeline", "--kind", "policy", "--level", "provincial").text
    assert "omitted" not in text


@pytest.mark.parametrize("order", ["date", "value"])
def test_a_reversed_order_keeps_what_has_no_date_or_value_last(
    medbrief: Medbrief, order: str
) -> None:
    kind = {"date": "policies", "value": "statistics"}[order]
    forward = _ids(medbrief, f"{kind} --sort {order}")
    backward = _ids(medbrief, f"{kind} --sort {order} --reverse")
    assert sorted(forward) == sorted(backward)
    assert forward[0] != backward[0]
    if order == "date":
        undated = {"policy-data-draft", "policy-county-subsidy"}
        assert set(forward[-2:]) == set(backward[-2:]) == undated
        assert backward[:-2] == forward[-3::-1]


@pytest.mark.parametrize("words", ["list policies --sort name", "timeline"])
def test_an_order_can_be_reversed(medbrief: Medbrief, words: str) -> None:
    found = json.loads(medbrief(*words.split(), "--json").text)
    assert json.loads(medbrief(*words.split(), "--json", "--reverse").text) == found[::-1]


def test_the_timeline_is_filtered_by_years_and_types(medbrief: Medbrief) -> None:
    answer = medbrief(
        "timeline", "--since", "2018", "--until", "2021", "--type", "融资,成立", "--json"
    )
    assert [each["id"] for each in json.loads(answer.text)] == [
        "changle-health",  # founded
        "qinghe-health",
        "xiaoman-health",
        "chunlai-health",
    ]
    assert all(each["citations"] for each in json.loads(answer.text))


def test_an_empty_timeline_returns_1(medbrief: Medbrief) -> None:
    answer = medbrief("timeline", "--until", "1999")
    assert (answer.code, answer.stdout) == (1, b"")
    answer = medbrief("timeline", "--type", "wedding")
    assert (answer.code, answer.stdout) == (2, b"")
    assert "financing" in answer.message


def test_json_and_text_have_the_same_order(medbrief: Medbrief) -> None:
    dates = _ids(medbrief, "policies --sort date")
    assert dates == _ids(medbrief, "policies")
    assert dates != _ids(medbrief, "policies --sort importance")
    assert sorted(dates) == sorted(_ids(medbrief, "policies --sort importance"))
    printed = medbrief("list", "policies", "--sort", "date").text.splitlines()[1:]
    assert [line.split()[-1] for line in printed] == dates


def test_an_unknown_order_is_a_usage_error(medbrief: Medbrief) -> None:
    answer = medbrief("list", "--sort", "size")
    assert answer.code == 2
    assert "importance" in answer.message


def _facts(medbrief: Medbrief, words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(medbrief("list", *words.split(), "--json").text)
    return found


@pytest.mark.parametrize("status", ["estimate", "forecast", "reported"])
def test_each_record_is_listed_with_a_fact_of_the_status(medbrief: Medbrief, status: str) -> None:
    facts = _facts(medbrief, f"--status {status}")
    assert facts
    assert {fact["status"] for fact in facts} == {status}
    lines = medbrief("list", "statistics", "--status", status, "--lang", "en").lines
    assert "Value" in lines[0].split()
    assert "Latest" not in lines[0].split()
    assert all(status in line for line in lines[1:])


def test_each_statistic_is_listed_with_a_fact_of_the_dates(medbrief: Medbrief) -> None:
    facts = _facts(medbrief, "statistics --since 2025")
    assert facts
    assert all(fact["typed_fact"]["period_end"] >= "2025" for fact in facts)
    lines = medbrief("list", "statistics", "--since", "2025").lines[1:]
    assert [line.split()[-2] >= "2025" for line in lines] == [True] * len(facts)
    table = csv.DictReader(
        medbrief("list", "--since", "2025", "--format", "tsv").lines, delimiter="\t"
    )
    assert {row["status"] for row in table} == {"forecast"}


def test_status_and_dates_are_those_of_one_fact(medbrief: Medbrief) -> None:
    """Electronic prescriptions have an estimate of 2022 and reported figures of 2023."""
    assert "e-prescriptions" in _ids(medbrief, "--status estimate --until 2022")
    assert "e-prescriptions" in _ids(medbrief, "statistics --since 2023 --until 2023")
    found = [fact["id"] for fact in _facts(medbrief, "--status estimate --since 2023")]
    assert "e-prescriptions" not in found
    assert "online-patients" in found


def test_a_source_filter_lists_a_fact_that_cites_the_source(medbrief: Medbrief) -> None:
    for fact in _facts(medbrief, "statistics --source herald-2023"):
        assert "herald-2023" in {each["source"] for each in fact["citations"]}


def test_the_orders_go_by_the_listed_facts(medbrief: Medbrief) -> None:
    facts = _facts(medbrief, "statistics --status forecast --sort date")
    ends = [fact["typed_fact"]["period_end"] for fact in facts]
    assert ends == sorted(ends, reverse=True)
    facts = _facts(medbrief, "statistics --status forecast --sort value")
    money = [fact for fact in facts if fact["typed_fact"]["base_unit"] == "CNY"]
    values = [fact["typed_fact"]["base_value"] for fact in money]
    assert values == sorted(values, reverse=True)
    assert len(values) > 1


def test_a_matching_figure_of_a_company_is_in_its_row(medbrief: Medbrief) -> None:
    head, line = medbrief("list", "players", "--status", "estimate", "--lang", "en").lines
    assert "Matching fact" in head
    assert "about 40 (estimate)" in line


def test_a_filter_that_does_not_apply_to_the_kind_is_named(medbrief: Medbrief) -> None:
    answer = medbrief("list", "players", "--level", "national", "--lang", "en")
    assert answer.code == 1
    assert answer.message.splitlines()[-1] == "medbrief: --level does not apply to companies"
    answer = medbrief("list", "policies", "--level", "national", "--until", "1990")
    assert "does not apply" not in answer.message


@pytest.mark.parametrize(
    "words", ["--since 2023", "--until 2022 --reverse", "--type report", "--sort date --reverse"]
)
def test_sources_has_the_options_of_list_sources(medbrief: Medbrief, words: str) -> None:
    answer = medbrief("sources", *words.split(), "--json")
    assert answer.code == 0
    assert answer.text == medbrief("list", "sources", *words.split(), "--json").text
