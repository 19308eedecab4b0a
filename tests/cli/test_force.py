"""How binding the provisions of a policy are: on its page, as a filter, and in exports."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.command import Medbrief
from tests.conftest import ROOT

_NOTE = "Labels by the editor, from the quoted verb (of two, the weaker)."
_NONE = "No quoted wording is mandatory."


def _provisions(medbrief: Medbrief, policy: str, *options: str) -> list[str]:
    lines = medbrief("show", policy, "--width", "80", *options).lines
    head = next(i for i, line in enumerate(lines) if line.startswith(("Provisions", "主要内容")))
    note = lines.index("", head)  # after the provisions
    return [*lines[head + 1 : note], *lines[note + 1 : lines.index("", note + 1)]]


def test_the_page_labels_each_provision_and_explains_the_labels_once(medbrief: Medbrief) -> None:
    assert _provisions(medbrief, "policy-cross-province-2022", "--lang", "en") == [
        "• Prescriptions may circulate between provinces[2] (permitted).",
        "• A combined pilot covers, among others, the long-term management of chronic",
        "  diseases[3] (explored).",
        f"{_NOTE} No quoted",
        "wording is mandatory. Permitted (changes what is lawful): may, allow, permit,",
        "can. Explored: explore, pilot, trial, experiment.",
    ]
    assert _provisions(medbrief, "policy-cross-province-2022", "--lang", "zh") == [
        "• 处方可以跨省流转[2]（允许）。",
        "• 就慢性病长期管理等开展综合试点[3]（探索）。",
        "分类由编者按引文的动词标注，有两个动词的取较弱的一类。引文中没有强制性措辞。",
        "“允许”：允许、准许、许可、可以、可。“探索”：探索、试点、试行、试验、先行先试。",
    ]


def test_a_provision_without_a_class_has_no_label(medbrief: Medbrief) -> None:
    assert _provisions(medbrief, "policy-canglan-measures", "--lang", "en") == [
        "• First consultations must take place in person[2] (required).",
        "• Effective on publication.[3]",
        f"{_NOTE} Required: must,",
        "shall, require, mandate, compulsory, prohibit, forbid, may not.",
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("required", "policy-night-2023 policy-canglan-measures policy-health-it-plan"),
        ("encouraged,explored", "policy-cross-province-2022 policy-emergency-2020"),
        ("鼓励、试点", "policy-cross-province-2022 policy-emergency-2020"),
        ("Promoted", "policy-guidance-2018"),
        ("To be promoted", "policy-guidance-2018"),
        ("must --level provincial", "policy-night-2023 policy-canglan-measures"),
    ],
)
def test_a_filter_finds_policies_by_the_classes_of_their_provisions(
    medbrief: Medbrief, words: str, ids: str
) -> None:
    value, *others = words.split(" --level ")
    options = ["--level", *others] if others else []
    answer = medbrief("policies", "--force", value, *options, "--json")
    assert {each["id"] for each in json.loads(answer.text)} == {*ids.split()}


def test_a_filter_that_matches_none_says_which_classes_there_are(medbrief: Medbrief) -> None:
    words = ("policies", "--tag", "insurance-payment", "--since", "2021", "--force", "encouraged")
    answer = medbrief(*words, "--lang", "en")
    assert (answer.code, answer.text) == (1, "")
    assert answer.message.splitlines() == [
        "medbrief: no records match these filters",
        "medbrief: without --force, 2 match: permitted 1 (none: 1)",
    ]


def test_words_and_a_filter_that_no_record_has_together_are_said_to_match_none(
    medbrief: Medbrief,
) -> None:
    answer = medbrief("policies", "电子处方", "--force", "required", "--lang", "en")
    assert (answer.code, answer.text) == (1, "")
    assert answer.message.splitlines() == ["medbrief: no records match these filters"]


def test_a_list_on_a_subject_has_the_provisions_on_it_with_their_force(
    medbrief: Medbrief,
) -> None:
    words = ("policies", "--tag", "supervision", "--level", "national", "--lang", "en")
    lines = medbrief(*words, "--width", "300").lines
    at = next(number for number, line in enumerate(lines) if line.startswith("Implementation"))
    assert "Permitted, explored" in lines[at]
    assert lines[at + 1] == "  Permitted · Prescriptions may circulate between provinces."
    assert lines[at + 2].startswith("  Explored · A combined pilot covers")
    words = ("policies", "--tag", "医保支付", "--level", "national", "--lang", "zh")
    lines = medbrief(*words, "--width", "120").lines
    at = next(number for number, line in enumerate(lines) if "跨省线上会诊" in line)
    assert "允许" not in lines[at]  # what it permits is not on the subject
    assert lines[at + 1] == "  整份文件 · 允许处方跨省流转。"


def test_a_lookup_on_a_subject_has_the_force_of_the_provisions_on_it(medbrief: Medbrief) -> None:
    on_supervision = medbrief("find", "提到电子处方的监管政策", "--lang", "zh").text
    assert "涉及监管并提到“电子处方”的政策1项" in on_supervision
    assert "措辞 允许、探索" in on_supervision
    on_payment = medbrief("find", "提到电子处方的医保支付政策", "--lang", "zh").text
    assert "policy-cross-province-2022" in on_payment
    assert "措辞" not in on_payment  # none of its provisions is on payment


def test_a_list_by_force_and_subject_has_the_provisions_with_both(medbrief: Medbrief) -> None:
    words = ("policies", "--tag", "supervision", "--force", "explored", "--lang", "en")
    lines = medbrief(*words, "--width", "300").lines
    assert "Explored" in lines[1]
    assert "Permitted" not in "".join(lines)
    assert [line for line in lines if line.startswith("  ")] == [
        "  Explored · A combined pilot covers, among others, the long-term management of "
        "chronic diseases."
    ]


def test_a_class_that_no_policy_has_is_accepted(medbrief: Medbrief) -> None:
    subject = str(ROOT / "tests" / "subjects" / "railways" / "content")
    answer = medbrief("policies", "--force", "explored", "--content", subject)
    assert answer.code == 1
    assert "explored" not in answer.message


def test_the_filter_applies_to_policies_only(medbrief: Medbrief) -> None:
    answer = medbrief("players", "--force", "stated", "--lang", "en")
    assert answer.code == 1
    assert "--force does not apply to companies" in answer.message
    assert "without --force" not in answer.message


def test_json_and_csv_have_each_provision_with_its_class_and_verb(medbrief: Medbrief) -> None:
    (record,) = json.loads(medbrief("show", "policy-canglan-measures", "--json").text)
    assert [
        (each["text"]["en"], each["force"], each["verb"], each["tags"])
        for each in record["attributes"]["provisions"]
    ] == [
        ("First consultations must take place in person.", "required", "不得", ["supervision"]),
        ("Effective on publication.", None, None, ["supervision"]),
    ]
    text = medbrief("export", "policy-canglan-measures", "--format", "csv").text
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["provisions_zh"] == "首诊须在线下进行。\n公布后即生效。"
    assert row["provisions_en"].count("\n") == 1
    assert (row["forces"], row["verbs"]) == ("required\n", "不得\n")
    assert row["provision_tags"] == "supervision\nsupervision"
    assert row["retold"] == "false\nfalse"


def test_json_and_csv_say_which_provision_is_retold(medbrief: Medbrief) -> None:
    (record,) = json.loads(medbrief("show", "policy-health-it-plan", "--json").text)
    assert [each["retold"] for each in record["attributes"]["provisions"]] == [True]
    text = medbrief("export", "policy-health-it-plan", "--format", "csv").text
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["retold"] == "true"


def test_markdown_and_html_have_the_labels(medbrief: Medbrief) -> None:
    words = ("export", "policy-night-2023", "--lang", "en", "--format")
    text = medbrief(*words, "md").text
    assert "- A doctor must be on duty at night[" in text
    assert "**(required)**" in text
    assert "(required)</" in medbrief(*words, "html").text


def test_words_of_a_list_narrow_the_force_to_the_provisions_with_them(medbrief: Medbrief) -> None:
    assert not medbrief("policies", "长期管理", "--force", "permitted").text
    listed = medbrief("policies", "长期管理", "--force", "explored", "--lang", "en").text
    assert "Explored" in listed
    assert "Permitted" not in medbrief("policies", "长期管理", "--lang", "en").text
