"""Companies, measures and statistics that do not exist yet, drafts, and records in every form: by
the command, as a new editor uses it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.edit.test_review_command import Review
from tui.check.context import CheckContext
from tui.edit.given_values import parse_amount, parse_names
from tui.load import load_content
from tui.model import Player, Statistic
from tui.text.language import Wording

_MORE = """\
<p>松鹤科技发布年报。2020—2022年松鹤科技营收分别为2.5亿、3.1亿和4.2亿，2022年毛利1.1亿。</p>
<p>截至2022年6月，松鹤科技注册用户860万，同比增长35%。2022年长乐健康和青禾健康的营收分别为30亿和8亿。</p>
<p>据松涛咨询统计，2022年线上问诊市场规模为101亿。两大平台、三大门户都在扩张。</p>
<p>2023年线上问诊市场规模不超过140亿元。2023年线上问诊市场的患者有77万人。2023年线上问诊的注册用户96万。</p>
"""
_COMPANY = """\
draft = true

id = "songhe"
names = { zh = "松鹤科技", en = "Songhe" }
role = ""
summary = { zh = "", en = "" }
citations = []
"""
_KEYS = ('id = "m"', 'title = { zh = "营收", en = "Revenue" }', 'unit = "亿元"')


@pytest.fixture
def review(sample_copy: Path) -> Review:
    found = Review(sample_copy)
    original = found.originals / "herald.txt"
    original.write_text(original.read_text("utf-8") + _MORE, "utf-8")
    return found


@pytest.fixture
def draft(review: Review) -> Path:
    path = review.file("players/songhe.toml")
    path.write_text(_COMPANY, "utf-8")
    return path


def _accept(review: Review, text: str, target: str, *options: str) -> str:
    answer = review("--accept", review.number(text), "--to", target, *options)
    assert answer.code == 0, answer.message
    return answer.message


def _company(review: Review) -> Player:
    content = load_content(review.content, unfinished=True)
    (found,) = [one for one in content.records if one.id == "songhe"]
    assert isinstance(found, Player)
    return found


def test_a_company_is_made_from_its_name_then_its_measures_from_figures(review: Review) -> None:
    name = "松鹤科技"
    message = _accept(review, name, "songhe", "--new", "松鹤科技 / Songhe Healthcare")
    assert "draft" in message
    text = review.file("players/songhe.toml").read_text("utf-8")
    assert text.startswith("draft = true\n")
    assert 'names = { zh = "松鹤科技", en = "Songhe Healthcare" }' in text
    _accept(
        review, "2.5亿", "songhe.revenue", "--new", "营收/Revenue", "--gloss", "CNY 250 million"
    )
    _accept(review, "3.1亿", "songhe.revenue")
    _accept(review, "4.2亿", "songhe.revenue")
    (revenue,) = _company(review).metrics
    assert [(one.period, str(one.value), one.unit) for one in revenue.observations] == [
        ("2020", "2.5", "亿元"),
        ("2021", "3.1", "亿元"),
        ("2022", "4.2", "亿元"),
    ]
    assert revenue.observations[0].citations[0].gloss == "CNY 250 million"
    assert load_content(review.content)  # a draft does not break the briefing


def test_a_draft_that_is_hardly_begun_is_a_target(review: Review, draft: Path) -> None:
    _accept(review, "860万", "songhe.users", "--new", "注册用户 / Registered users")
    _accept(review, "35%", "songhe.users")
    (users,) = _company(review).metrics
    assert (users.unit, users.observations[0].period) == ("万人", "2022-06")
    assert users.rates[0].type == "growth"
    _accept(review, "松鹤科技", "songhe")
    assert "citations = [{ source" in draft.read_text("utf-8")


def test_a_measure_without_a_figure_does_not_block_the_review(review: Review) -> None:
    path = review.file("players/changle-health.toml")
    text = path.read_text("utf-8")
    metric = '[[metrics]]\nid = "visits"\ntitle = { zh = "访问", en = "Visits" }\nunit = "亿元"\n\n'
    path.write_text(text.replace("[[events]]", f"{metric}[[events]]", 1), "utf-8")
    assert review("--open").code == 0
    _accept(review, "30亿", "changle-health.visits")
    load_content(review.content)


@pytest.mark.parametrize(
    "metrics",
    [
        f"metrics = [{{ {', '.join(_KEYS)} }}]\n",
        f"metrics = [\n  {{ {', '.join(_KEYS)}, observations = [] }},\n]\n",
        "\n".join(["[[metrics]]", *_KEYS, "observations = []\n"]),
        "\n".join(["[[metrics]]", *_KEYS]),
    ],
)
def test_figures_are_added_in_order_in_every_form(
    review: Review, draft: Path, metrics: str
) -> None:
    draft.write_text(_COMPANY + metrics, "utf-8")
    for text in ("3.1亿", "4.2亿", "2.5亿"):
        _accept(review, text, "songhe.m")
    _accept(review, "1.1亿", "songhe.profit", "--new", "毛利 / Gross profit")
    (revenue, profit) = _company(review).metrics
    assert [one.period for one in revenue.observations] == ["2020", "2021", "2022"]
    assert [one.period for one in profit.observations] == ["2022"]


def test_citations_in_tables_of_their_own_are_continued(review: Review, draft: Path) -> None:
    figure = (
        '[[metrics]]\nid = "m"\ntitle = { zh = "营收", en = "Revenue" }\nunit = "亿元"\n\n'
        '[[metrics.observations]]\nperiod = "2021"\nvalue = 3.1\nunit = "亿元"\n'
        'status = "reported"\n\n[[metrics.observations.citations]]\nsource = "herald-2023"\n'
        'exact = "年报"\n\n[metrics.observations.note]\nzh = "注"\nen = "A note."\n'
    )
    draft.write_text(_COMPANY + "\n" + figure, "utf-8")
    _accept(review, "3.1亿", "songhe.m")
    _accept(review, "4.2亿", "songhe.m")
    (measure,) = _company(review).metrics
    assert [len(one.citations) for one in measure.observations] == [2, 1]
    assert measure.observations[0].note


def test_a_statistic_is_made_as_a_draft(review: Review) -> None:
    options = ("--new", "线上问诊收费 / Fees of online consultation")
    _accept(review, "101亿", "fees", *options, "--via", "松涛咨询 / Songtao Consulting")
    content = load_content(review.content, unfinished=True)
    (found,) = [one for one in content.records if one.id == "fees"]
    assert isinstance(found, Statistic)
    (figure,) = found.observations
    assert figure.citations[0].via
    assert figure.citations[0].via.en == "Songtao Consulting"
    assert "fees" not in {one.id for one in load_content(review.content).records}


def test_an_origin_is_asked_for_before_its_figure_is_written(review: Review) -> None:
    number, path = review.number("101亿"), review.file("statistics/fees.toml")
    new = ("--accept", number, "--to", "fees", "--new", "收费 / Fees")
    answer = review(*new)
    assert (answer.code, path.exists()) == (2, False)
    assert "--via '松涛咨询 / English'" in answer.message
    assert review(*new, "--via", "none").code == 0
    assert "via" not in path.read_text("utf-8")
    assert review("--reopen", number).code == 0
    text = review.file("statistics/consultation-market.toml")
    _accept(
        review, "101亿", "consultation-market", "--period", "2024", "--via", "松涛咨询 / Songtao"
    )
    assert 'via = { zh = "松涛咨询", en = "Songtao" }' in text.read_text("utf-8")


@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ("songhe.revenue", ("--new", "营收 / Revenue"), "no company 'songhe'"),
        ("Fees", ("--new", "收费 / Fees"), "invalid id 'Fees'"),
        ("fees", ("--new", "收费"), "lacks a language"),
        ("fees", (), "--new"),
        ("fees", ("--new", "收费 / Fees", "--unit", "亿圆"), "unknown unit"),
    ],
)
def test_what_cannot_be_made_is_refused(
    review: Review, target: str, options: tuple[str, ...], message: str
) -> None:
    answer = review("--accept", review.number("1.1亿"), "--to", target, *options)
    assert answer.code == 2
    assert message in answer.message


def test_no_measure_of_another_company_is_suggested(review: Review) -> None:
    answer = review("--accept", review.number("1.1亿"), "--to", "songhe.revenue")
    assert "did you mean" not in answer.message


def test_the_figures_of_a_list_belong_to_its_companies_in_their_order(review: Review) -> None:
    homes = {one["text"]: one["homes"] for one in review.candidates("--open")}
    assert homes["30亿"][0]["id"] == "changle-health.revenue"
    assert all(home["id"] != "changle-health.revenue" for home in homes["8亿"])


def test_unit_and_value_can_be_given(review: Review, draft: Path) -> None:
    _accept(review, "1.1亿", "songhe.profit", "--new", "毛利 / Profit", "--unit", "万元")
    _accept(review, "4.2亿", "songhe.profit", "--value", "-4.2", "--period", "2021")
    (profit,) = _company(review).metrics
    assert [(str(one.value), one.unit) for one in profit.observations] == [
        ("-4.2", "亿元"),
        ("11000", "万元"),
    ]


def test_the_numbers_of_figures_stay_when_a_company_is_added(review: Review) -> None:
    before = {one["text"]: one["number"] for one in review.candidates() if one["kind"] == "figure"}
    review.file("players/songhe.toml").write_text(_COMPANY, "utf-8")
    after = {one["text"]: one["number"] for one in review.candidates() if one["kind"] == "figure"}
    assert before == after


def test_reopening_takes_back_what_was_written(review: Review, draft: Path) -> None:
    path = review.file("statistics/consultation-market.toml")
    before = path.read_text("utf-8")
    _accept(review, "118亿元", "consultation-market")
    assert review("--reopen", review.number("118亿元")).code == 0
    assert path.read_text("utf-8") == before
    assert review.state("118亿元") == "open"
    _accept(review, "100亿元", "consultation-market")  # a further citation only
    assert review("--reopen", review.number("100亿元")).code == 0
    assert path.read_text("utf-8") == before
    _accept(review, "1.1亿", "songhe.profit", "--new", "毛利 / Profit")
    assert review("--reopen", review.number("1.1亿")).code == 0
    assert draft.read_text("utf-8").strip() == _COMPANY.strip()


def test_what_others_refer_to_or_the_review_did_not_write_is_not_taken_back(
    review: Review,
) -> None:
    answer = review("--reopen", review.number("80亿元"))
    assert answer.code == 2
    assert "consultation-market.toml" in answer.message


def test_the_same_words_are_not_cited_twice(review: Review) -> None:
    _accept(review, "118亿元", "consultation-market")
    again = review("--accept", review.number("118亿元"), "--to", "consultation-market")
    assert again.code == 2
    assert "already" in again.message


def test_a_value_with_another_hedge_gets_a_citation(review: Review) -> None:
    path = review.file("statistics/consultation-market.toml")
    text = path.read_text("utf-8")
    hedged = 'period = "2023"\nvalue = 118\nunit = "亿元"\ncomparator = ">"\nstatus = "reported"\n'
    cited = 'citations = [{ source = "herald-2023", exact = "2023年线上问诊" }]\n'
    path.write_text(f"{text}\n[[observations]]\n{hedged}{cited}", "utf-8")
    _accept(review, "118亿元", "consultation-market")
    context = CheckContext(load_content(review.content), None)
    (figure,) = context.observations["consultation-market@2023"]
    assert len(figure.citations) == 2


def test_many_candidates_are_rejected_at_once(review: Review) -> None:
    two, three = review.number("12个"), review.number("18%")
    assert review("--reject", f"{two},{three}", "--reason", "a slogan").code == 0
    assert (review.state("12个"), review.state("18%")) == ("rejected", "rejected")
    names = [one for one in review.candidates("--open") if one["kind"] == "new-name"]
    first = str(names[0]["number"])
    assert review("--reject", first, "--alike", "--reason", "investors").code == 0
    assert not [one for one in review.candidates("--open") if one["kind"] == "new-name"]
    assert review("--reject", "5-3", "--reason", "x").code == 2


def test_a_used_candidate_is_not_rejected(review: Review) -> None:
    answer = review("--reject", review.number("80亿元"), "--reason", "x")
    assert answer.code == 2
    assert "--reopen" in answer.message


def test_todo_lists_what_a_new_record_lacks(review: Review) -> None:
    from tests.cli.inside import run

    _accept(review, "松鹤科技", "songhe", "--new", "松鹤科技 / Songhe")
    found = run("todo", "--content", str(review.content), "--lang", "en").out
    assert "songhe.toml:5" in found  # role
    assert "summary" in found
    assert "songhe.toml: the draft is complete" not in found


def test_in_a_briefing_of_one_language_a_name_is_enough() -> None:
    assert parse_names("Revenue", ("en",)) == Wording("Revenue", "Revenue")
    assert parse_names("营收", ("zh", "en")) is None
    assert parse_names("营收 / Revenue", ("zh", "en")) == Wording("营收", "Revenue")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95.96 亿元", (Decimal("95.96"), "亿元")),
        ("1,200万人", (Decimal(1200), "万人")),
        ("亿元", (None, "亿元")),
        ("-3", (Decimal(-3), "")),
        ("", None),
        ("3 zillion", None),
        ("三", None),
    ],
)
def test_an_amount_is_read_as_it_is_typed(text: str, expected: object) -> None:
    assert parse_amount(text) == expected


_POLICY = """\
<p>2022年3月，国家医疗署、市卫生局联合印发《夜间问诊管理办法》（卫发〔2022〕9号）。业内认为，夜间问诊是最大的缺口。</p>
"""


def test_a_policy_is_made_from_its_title(review: Review) -> None:
    original = review.originals / "herald.txt"
    original.write_text(original.read_text("utf-8") + _POLICY, "utf-8")
    title = "夜间问诊管理办法 / Measures for night consultations"
    message = _accept(review, "《夜间问诊管理办法》", "policy-night", "--new", title)
    assert "draft" in message
    text = review.file("policies/policy-night.toml").read_text("utf-8")
    for line in (
        "draft = true",
        'title = { zh = "夜间问诊管理办法", en = "Measures for night consultations" }',
        'number = "卫发〔2022〕9号"',
        'level = "national"  # guessed',
        'issuers = ["national-agency", "health-bureau"]  # guessed',
        'issued = "2022-03"  # guessed',
    ):
        assert line in text.splitlines()
    content = load_content(review.content, unfinished=True)
    assert any(one.id == "policy-night" for one in content.records)


def test_a_claim_is_made_from_its_sentence(review: Review) -> None:
    original = review.originals / "herald.txt"
    original.write_text(original.read_text("utf-8") + _POLICY, "utf-8")
    title = "夜间缺口 / The gap at night"
    words = "业内认为，夜间问诊是最大的缺口。"
    _accept(review, words, "claim-night", "--new", title, "--gloss", "the largest gap is at night")
    text = review.file("themes/claim-night.toml").read_text("utf-8")
    for line in (
        'basis = "judgement"  # guessed',
        'said_by = { zh = "林一", en = "Lin Yi" }  # guessed',
        'text = { zh = "待补写", en = "To be written." }  # to do',
    ):
        assert line in text.splitlines()
    assert f'exact = "{words[:-1]}' in text


def test_a_forecast_has_the_year_that_it_names(review: Review) -> None:
    original = review.originals / "herald.txt"
    more = "<p>业内预计，到2030年夜间问诊将翻倍。业内预计，价格战有望很快结束。</p>"
    original.write_text(original.read_text("utf-8") + more, "utf-8")
    for number, (words, line) in enumerate(
        (
            ("业内预计，到2030年夜间问诊将翻倍。", 'horizon = "2030"  # guessed'),
            ("业内预计，价格战有望很快结束。", "open_horizon = true  # guessed"),
        )
    ):
        _accept(review, words, f"claim-{number}", "--new", "预测 / Forecast")
        text = review.file(f"themes/claim-{number}.toml").read_text("utf-8")
        assert line in text.splitlines()


def test_a_measure_of_a_company_that_does_not_exist_names_the_command(review: Review) -> None:
    answer = review("--accept", review.number("860万"), "--to", "songhe.users", "--new", "a / b")
    assert answer.code == 2
    assert f"medbrief new company songhe --content {review.content}" in answer.message


@pytest.mark.parametrize("language", ["zh", "en", "zh,en"])
def test_a_template_is_a_target_in_every_language(tmp_path: Path, language: str) -> None:
    assert run("init", str(tmp_path / "new"), "--languages", language).code == 0
    content = tmp_path / "new" / "content"
    for kind, name in (("company", "songhe"), ("statistic", "fees")):
        assert run("new", kind, name, "--content", str(content)).code == 0
    records = {record.id for record in load_content(content, unfinished=True).records}
    assert {"songhe", "fees"} <= records
    assert not {"songhe", "fees"} & {record.id for record in load_content(content).records}


def test_a_template_takes_figures_and_a_statistic_asks_for_its_unit(review: Review) -> None:
    for kind, name in (("company", "songhe"), ("statistic", "users")):
        assert run("new", kind, name, "--content", str(review.content)).code == 0
    _accept(review, "860万", "songhe.users", "--new", "注册用户 / Registered users")
    (users,) = _company(review).metrics
    assert [one.value for one in users.observations] == [860]
    number = review.number("4.2亿")
    refused = review("--accept", number, "--to", "users")
    assert refused.code == 2
    assert "has no unit yet" in refused.message
    path = review.file("statistics/users.toml")
    path.write_text(path.read_text("utf-8").replace('unit = ""', 'unit = "亿元"', 1), "utf-8")
    _accept(review, "4.2亿", "users")
    assert review.state("4.2亿") == "used"


def test_an_upper_bound_is_no_value(review: Review) -> None:
    target = ("--accept", review.number("140亿元"), "--to", "consultation-market")
    refused = review(*target)
    assert refused.code == 2
    assert "at most 140 亿元" in refused.message
    assert review(*target, "--value", "140").code == 0
    text = review.file("statistics/consultation-market.toml").read_text("utf-8")
    assert 'value = 140\nunit = "亿元"\nstatus' in text


@pytest.mark.parametrize(
    ("text", "options", "units"),
    [
        ("77万人", ("--unit", "亿元"), ("万人", "亿元")),
        ("77万人", (), ("万人", "亿元")),
        ("96万", (), ("万人", "亿元")),
    ],
)
def test_people_do_not_become_money(
    review: Review, text: str, options: tuple[str, ...], units: tuple[str, ...]
) -> None:
    path = review.file("statistics/consultation-market.toml")
    before = path.read_bytes()
    answer = review("--accept", review.number(text), "--to", "consultation-market", *options)
    assert answer.code == 2
    assert all(unit in answer.message for unit in units)
    assert path.read_bytes() == before
