"""What is not covered is named, and nothing unrelated stands below an answer that lacks a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_GAP = """
id = "{id}"
kind = "not_covered"
looked_in = [
    "herald-2023", "notes-undated", "yearbook-2024", "fortnightly-2022", "column-2024",
    "bureau-2023",
]
themes = ["supervision"]
question = {{ zh = "{zh}", en = "{en}" }}
aliases = {aliases}
finding = {{ zh = "{finding}", en = "Not given." }}
related = ["term-online-consultation"]
citations = [{{ source = "yearbook-2024", exact = "平均候诊时间由2020年", gloss = "from 2020" }}]
"""
_CONCEPT = """
[[concepts]]
id = "market-cap"
measure = true
zh = ["市值"]
en = ["market cap"]

[[concepts]]
id = "cloud-clinic"
zh = ["云诊室"]
en = ["cloud clinic"]

[[concepts]]
id = "head"
zh = ["掌柜", "大掌柜"]
en = ["head keeper"]
"""
_QUESTIONS = """
[[questions]]
answer = "changle-health"
zh = ["健康码归谁管", "有没有豆豆医", "长乐健康的掌柜"]
en = ["head keeper of Changle Health"]

[[questions]]
answer = "xiaoman-health"
zh = ["健康码在哪里用", "哪家安康宁静"]
"""


@pytest.fixture(scope="module")
def store(
    tmp_path_factory: pytest.TempPathFactory, environment: Mapping[str, str], sample: Path
) -> Iterator[Store]:
    """The sample with gaps about companies and a measure, and known questions beyond its texts."""
    import shutil

    folder = tmp_path_factory.mktemp("further") / "briefing"
    shutil.copytree(sample.parent, folder)
    content = folder / "content"
    companies = {
        "id": "gap-other-companies",
        "zh": "其他企业，资料里写了什么？",
        "en": "What is said of other companies?",
        "aliases": '["蓝田医疗", "安康宁", "云诊", "Lantian Medical", "青禾健康云", '
        '"Qinghe Health Cloud"]',
        "finding": "没有，只有一处提到“豆豆医”。",
    }
    value = {
        "id": "gap-market-value",
        "zh": "诊疗行业的市值是多少？",
        "en": "What is the market cap of the sector?",
        "aliases": "[]",
        "finding": "没有。",
    }
    rules = {
        "id": "gap-drug-rules",
        "zh": "药品能不能快递？",
        "en": "May drugs be sent by post?",
        "aliases": '["is quick delivery of drugs legal"]',
        "finding": "没有。",
    }
    for each in (companies, value, rules):
        text = _GAP.format(**each)
        (content / "gaps" / f"{each['id']}.toml").write_text(text, encoding="utf-8")
    for path, added in (("concepts.toml", _CONCEPT), ("questions/readers.toml", _QUESTIONS)):
        with (content / path).open("a", encoding="utf-8") as file:
            file.write(added)
    with open_store(str(content), environment) as opened:
        yield opened


@pytest.mark.parametrize("query", ["蓝田医疗营收", "蓝田医疗融资", "蓝田医疗的医生有多少"])
def test_the_company_that_is_not_covered_is_named_not_the_measure(store: Store, query: str) -> None:
    hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("gap-other-companies", "near")
    assert hit.verdict.missing == ("蓝田医疗",)
    assert hit.verdict.remark.zh.startswith("资料没有提到“蓝田医疗”")


@pytest.mark.parametrize("query", ["青禾健康云", "Qinghe Health Cloud"])
def test_the_company_of_a_brand_that_is_not_covered_comes_first(store: Store, query: str) -> None:
    first, second = find(store, query)[:2]
    assert (first.entry.id, second.entry.id) == ("qinghe-health", "gap-other-companies")
    assert first.verdict.remark.zh.startswith(f"没有关于“{query}”的内容，以下是")


def test_the_company_of_a_brand_comes_first_for_a_measure_too(store: Store) -> None:
    first = find(store, "Qinghe Health Cloud revenue")[0]
    assert first.entry.id == "qinghe-health"
    assert "“Qinghe Health Cloud”" in first.verdict.remark.en


def test_the_remark_writes_a_name_as_typed(store: Store) -> None:
    hit = find(store, "Lantian Medical revenue")[0]
    assert hit.verdict.remark.en.startswith("the documents do not mention “Lantian Medical”")


@pytest.mark.parametrize("query", ["蓝田医疗做线上问诊吗", "蓝田医疗", "蓝田医疗是做什么的"])
def test_what_the_briefing_is_about_changes_nothing(store: Store, query: str) -> None:
    hit = find(store, query)[0]
    assert hit.entry.id == "gap-other-companies"
    assert "但没有提到" not in hit.verdict.remark.zh
    assert "问诊" not in hit.verdict.remark.zh


def test_a_name_that_only_a_known_question_has_is_not_covered(store: Store) -> None:
    hit = find(store, "安康宁")[0]
    assert hit.entry.id == "gap-other-companies"
    assert hit.verdict.remark.zh.startswith("资料没有提到“安康宁”")


def test_two_companies_that_are_not_covered_are_named_by_the_gap(store: Store) -> None:
    hit = find(store, "蓝田医疗 安康宁")[0]
    assert hit.entry.id == "gap-other-companies"
    assert hit.verdict.remark.zh.startswith("资料没有提到“蓝田医疗”")


def test_a_company_that_is_covered_comes_first(store: Store) -> None:
    hit = find(store, "蓝田医疗和青禾健康的签约医生")[0]
    assert hit.entry.id == "qinghe-health"


def test_a_printed_name_is_not_denied(store: Store) -> None:
    hit = find(store, "豆豆医")[0]
    assert hit.entry.id == "gap-other-companies"
    assert "没有" not in hit.verdict.remark.zh


def test_a_name_within_a_longer_term_only_is_not_covered(store: Store) -> None:
    """The documents have 云诊室, a term, but not 云诊."""
    hit = find(store, "云诊")[0]
    assert hit.verdict.remark.zh.startswith("资料没有提到“云诊”")


@pytest.mark.parametrize("query", ["青健", "青健活跃用户"])
def test_an_abbreviation_leads_to_the_name(store: Store, query: str) -> None:
    hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("qinghe-health", "near")
    assert "“青健”" in hit.verdict.remark.zh


def test_a_fragment_of_a_word_is_no_further_result(store: Store) -> None:
    hits = find(store, "健康码")
    assert len(hits) == 1
    assert "没有提到“健康码”" in hits[0].verdict.remark.zh


def test_the_measure_of_others_is_no_further_result(store: Store) -> None:
    hits = find(store, "青禾健康市值")
    assert hits[0].entry.id == "qinghe-health"
    assert "gap-market-value" not in {hit.entry.id for hit in hits}


@pytest.mark.parametrize(
    ("query", "start"),
    [("最新政策是哪个", "最新的是"), ("最早的政策", "最早的是"), ("哪个是最新的政策", "最新的是")],
)
def test_the_latest_is_said_in_a_sentence(sample_store: Store, query: str, start: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.verdict.remark.zh.startswith(f"{start}{hit.entry.title.zh}（")


def test_only_the_gap_stands_below_the_name_of_what_is_not_covered(store: Store) -> None:
    (hit,) = find(store, "蓝田医疗")
    assert (hit.entry.id, hit.match) == ("gap-other-companies", "exact")
    assert hit.verdict.remark.zh.startswith("资料没有提到“蓝田医疗”")


@pytest.mark.parametrize(
    "query", ["鱼跃医疗", "鱼跃医疗营收", "小荷健康有多少签约医生", "国药集团", "国药集团 营收"]
)
def test_of_an_unknown_company_nothing_is_said(store: Store, query: str) -> None:
    assert find(store, query) == []


def test_beside_a_covered_company_an_unknown_one_is_named(store: Store) -> None:
    hit = find(store, "鱼跃医疗和青禾健康的营收")[0]
    assert hit.entry.id == "qinghe-health"
    assert "“鱼跃医疗”" in hit.verdict.remark.zh


@pytest.mark.parametrize(
    "query", ["sales of smartwatches", "profit of smartwatches", "users of smartwatches"]
)
def test_what_nothing_is_about_has_no_closest_match(sample_store: Store, query: str) -> None:
    assert not find(sample_store, query)


@pytest.mark.parametrize("query", ["what is the fee at night", "deals closed in 2022"])
def test_a_question_on_a_known_subject_keeps_its_closest_match(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)


@pytest.mark.parametrize(
    "query", ["Lantian Medical vs Changle Health", "Changle Health and Lantian Medical"]
)
def test_beside_a_company_that_is_covered_the_other_one_is_named(store: Store, query: str) -> None:
    first = find(store, query)[0]
    assert first.entry.id == "changle-health"
    assert first.match == "near"
    assert first.verdict.remark.en == ("nothing about “Lantian Medical”; showing Changle Health")


def test_an_alias_that_is_a_question_is_no_name_of_what_is_not_covered(store: Store) -> None:
    first = find(store, "is quick delivery of drugs legal")[0]
    assert first.entry.id == "gap-drug-rules"
    assert (first.match, first.verdict.remark.en) == ("exact", "")


@pytest.mark.parametrize(
    "query", ["ferry appointments", "zebra acquisition", "adjusted ferry", "zebra alias"]
)
def test_one_common_word_beside_an_unknown_one_finds_nothing(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("query", ["ferry patients", "zebra at Qinghe Health"])
def test_a_term_of_the_briefing_beside_an_unknown_word_is_shown_with_a_remark(
    sample_store: Store, query: str
) -> None:
    word = "zebra" if "zebra" in query else "ferry"
    first = find(sample_store, query)[0]
    assert first.match != "exact"
    assert f"“{word}”" in first.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["typical zebra margin", "typical margin per zebra", "典型斑马率"]
)
def test_an_unknown_measure_does_not_lead_to_a_known_question_that_is_not_like_it(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    added = {
        "concepts.toml": '[[concepts]]\nid = "zebra-margin"\nmeasure = true\n'
        'zh = ["斑马率"]\nen = ["zebra margin", "margin per zebra"]\n'
        '[[concepts]]\nid = "typical"\nzh = ["典型"]\nen = ["typical"]\n',
        "questions/readers.toml": '[[questions]]\nanswer = "gap-quality"\n'
        'zh = ["典型"]\nen = ["typical"]\n',
    }
    for name, text in added.items():
        path = sample_copy / name
        path.write_text(f"{path.read_text('utf-8')}\n{text}", "utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find(store, query) == []


@pytest.mark.parametrize("query", ["掌柜", "大掌柜", "head keeper"])
def test_what_is_asked_of_a_company_only_is_no_answer_about_others(
    store: Store, query: str
) -> None:
    assert find(store, query, 3) == []


@pytest.mark.parametrize("query", ["长乐健康 掌柜", "head keeper of Changle Health"])
def test_a_company_that_the_question_names_stays(store: Store, query: str) -> None:
    assert find(store, query, 3)[0].entry.id == "changle-health"
