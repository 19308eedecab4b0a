"""Subjects on the command line: short briefs, and the words that name a tag."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import Medbrief


def test_a_subject_has_a_short_brief(medbrief: Medbrief) -> None:
    answer = medbrief("brief", "--tag", "market", "--lang", "en")
    assert (answer.code, answer.message) == (0, "")
    assert answer.lines[0].startswith("Market")
    assert answer.lines[0].endswith("Short brief")
    assert any(line.startswith("References") for line in answer.lines)
    assert medbrief("brief", "market", "--lang", "en") == answer


def test_the_name_of_a_subject_opens_its_brief_and_names_the_narrative(
    medbrief: Medbrief, sample_copy: Path
) -> None:
    record = sample_copy / "briefs" / "one-minute.toml"
    text = record.read_text("utf-8")
    named = 'aliases = ["医保支付", "一分钟医保"]\nthemes = ["insurance-payment"]\nsummary'
    record.write_text(text.replace("summary", named, 1), "utf-8")
    content = ("--content", str(sample_copy), "--lang", "zh")
    of_subject = medbrief("brief", "insurance-payment", *content)
    assert medbrief("brief", "医保支付", *content) == of_subject
    assert "《一分钟读懂》（medbrief brief one-minute）" in "".join(of_subject.lines[:6])
    narrative = medbrief("brief", "one-minute", *content)
    assert medbrief("brief", "一分钟医保", *content) == narrative
    assert narrative.lines[-1].endswith("medbrief brief --tag insurance-payment")


def test_the_words_of_a_name_need_no_quotes(medbrief: Medbrief) -> None:
    answer = medbrief("brief", "insurance", "payment", "--lang", "en")
    assert (answer.code, answer.message) == (0, "")
    assert answer == medbrief("brief", "insurance payment", "--lang", "en")
    assert "no record 'no such brief'" in medbrief("brief", "no", "such", "brief").message


def test_a_short_brief_can_be_a_file(medbrief: Medbrief, tmp_path: Path) -> None:
    file = tmp_path / "market.md"
    assert medbrief("brief", "--tag", "market", "-o", str(file)).code == 0
    text = file.read_text("utf-8")
    assert text.startswith("# ")
    assert "Latest figures" in text
    command = "medbrief list --tag pharmacy"
    assert command in " ".join(medbrief("brief", "--tag", "pharmacy").text.split())
    longer = medbrief("brief", "--tag", "pharmacy", "--format", "md").text
    assert "more items" in longer
    assert command not in longer
    csv = medbrief("brief", "--tag", "market", "--format", "csv")
    assert csv.text.startswith("record,")
    assert medbrief("brief", "one-minute", "--format", "md").text.startswith("# ")


def test_a_brief_is_on_one_subject(medbrief: Medbrief) -> None:
    answer = medbrief("brief", "--tag", "market", "--tag", "pharmacy", "--lang", "en")
    assert (answer.code, answer.stdout) == (2, b"")
    assert b"one subject at a time; received: market pharmacy\n" in answer.stderr
    twice = medbrief("brief", "--tag", "market", "--tag", "market")
    assert twice == medbrief("brief", "--tag", "market")


def test_a_name_and_a_tag_contradict_each_other(medbrief: Medbrief) -> None:
    assert medbrief("brief", "one-minute", "--tag", "market").code == 2


@pytest.mark.parametrize("word", ["insurance", "Insurance payment", "医保", "支付", "insur"])
def test_a_tag_is_named_by_a_part_of_its_name(medbrief: Medbrief, word: str) -> None:
    assert medbrief("list", "--tag", word) == medbrief("list", "--tag", "insurance-payment")


def test_a_word_that_a_subject_means_only_in_part_names_no_tag(medbrief: Medbrief) -> None:
    assert medbrief("brief", "--tag", "药店").code == 0
    assert medbrief("brief", "--tag", "药店融资").code == 2


def test_an_unknown_tag_has_a_suggestion(medbrief: Medbrief) -> None:
    answer = medbrief("list", "--tag", "pharmcy", "--lang", "en")
    if answer.code:
        assert "did you mean: pharmacy" in answer.message
    unknown = medbrief("list", "--tag", "zzzz", "--lang", "en")
    assert unknown.code == 2
    assert "did you mean" not in unknown.message


def test_a_file_of_a_subject_begins_with_its_figures(medbrief: Medbrief) -> None:
    table = medbrief("list", "--tag", "insurance-payment", "--format", "csv").text
    kinds = [line.split(",")[1] for line in table.splitlines()[1:] if line.count(",") > 20]
    order = ["brief", "statistic", "statement", "disagreement", "gap", "policy", "player", "term"]
    known = [kind for kind in kinds if kind in order]
    assert known == sorted(known, key=order.index)
    assert "statistic" in known


def test_a_topic_after_a_kind_is_a_tag(medbrief: Medbrief) -> None:
    chosen = medbrief("list", "policies", "--tag", "insurance-payment", "--since", "2015")
    assert chosen.code == 0
    assert medbrief("list", "policies", "insurance", "--since", "2015") == chosen
    assert medbrief("policies", "insurance payment", "--since", "2015") == chosen
    assert medbrief("policies", "insurance", "payment", "--since", "2015") == chosen
    assert medbrief("list", "policies", "nonsense").code == 2


@pytest.mark.parametrize("query", ["policies insurance", "政策 医保"])
def test_a_kind_and_a_topic_alone_are_its_list(medbrief: Medbrief, query: str) -> None:
    answer = medbrief(*query.split(), "--lang", "en")
    shown = medbrief("list", "policies", "--tag", "insurance-payment", "--lang", "en")
    assert answer == shown


def test_a_limit_holds_for_a_kind_and_a_topic_too(medbrief: Medbrief) -> None:
    answer = medbrief("find", "policies insurance", "--limit", "2", "--json")
    assert answer.code == 0
    assert len(json.loads(answer.text)) == 2
