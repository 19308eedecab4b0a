"""Changes to the clean briefing that resemble a violation but are valid."""

from __future__ import annotations

from typing import NamedTuple

from tests.check.briefing import Change

_INCOME = "content/statistics/income.toml"
_CLINICS = "content/statistics/clinics.toml"
_VISITS = "content/statistics/visits.toml"
_NIGHT = "content/statistics/night-income.toml"
_SHARE = "content/statistics/night-share.toml"
_SONGHE = "content/players/songhe.toml"
_BAIYANG = "content/players/baiyang.toml"
_POLICY = "content/policies/policy-return-visit.toml"
_DRIVER = "content/themes/driver-return-visit.toml"
_TREND = "content/themes/trend-night.toml"
_TERM = "content/glossary/term-return-visit.toml"
_GAP = "content/gaps/gap-night-2022.toml"
_BRIEF = "content/briefs/one-minute.toml"
_CONCEPTS = "content/concepts.toml"
_QUESTIONS = "content/questions/readers.toml"
_PAPER = "originals/wanbao.txt"
_RECORD = "seeds/wanbao.toml"
_OF_2020 = 'note = { zh = "两个年份相比，不是部分与整体。", en = "Two years compared." }\n'
_CORRECTED = """value = 250
unit = "亿元"
status = "reported"
as_printed = "25亿元"
correction = { reason = { zh = "少一位。", en = "Cut." }, proof = { zh = "无。", en = "None." } }
citations = [{ source = "wanbao", exact = "收入为25亿元" }]
"""
_SURPASSED = 'reason_for_rank = { zh = "只是预测。", en = "It was only forecast." }\n'
_OUTCOME = """[[observations]]
period = "2022"
value = 50
unit = "万次"
status = "reported"
rank = "preferred"
reason_for_rank = { zh = "是实际值。", en = "It is the outcome." }
citations = [{ source = "wanbao", exact = "实际接诊50万次" }]
"""
_FULFILLED = """[[observations]]
period = "2022"
value = 80
unit = "万次"
status = "reported"
note = { zh = "增至十倍，原文如此。", en = "Ten times as many, as printed." }
citations = [{ source = "wanbao", exact = "实际接诊80万次" }]
"""
_CITED = '  { source = "wanbao", exact = "复诊可以在网上进行" },\n]\n'
_PROVISION = """
[[provisions]]
text = { zh = "复诊可以上网。", en = "Follow-up visits may be online." }
citations = [
  { source = "wanbao", exact = "全市约40家诊所" },
  { source = "wanbao", exact = "复诊可以" },
]
"""
_SECOND_PROVISION = _PROVISION.replace("复诊可以上网", "复诊可以")
_FINANCING = """[[events]]
id = "financing"
kind = "financing"
date = "2023-01"
title = { zh = "融资", en = "Financing" }
participants = [{ player = "baiyang", role = "investor" }, { player = "songhe", role = "investee" }]
citations = [{ source = "wanbao", exact = "投资方为白杨资本" }]
"""
_PARTNER = """[[relations]]
type = "partner"
player = "baiyang"
citations = [{ source = "wanbao", exact = "投资方为白杨资本" }]
"""
_YEAR_END = """[[observations]]
period = "2021-12"
value = 125
unit = "亿元"
status = "reported"
citations = [{ source = "wanbao", exact = "增至125亿元" }]
"""
_DECEMBER = """[[observations]]
period = "2021-12"
value = 20
unit = "亿元"
status = "reported"
citations = [{ source = "wanbao", exact = "年末20亿元" }]
"""
_NOTE = 'note = { zh = "只算夜间。", en = "Night alone." }\n'
_RANKED = 'rank = "preferred"\nreason_for_rank = { zh = "含全市。", en = "The whole city." }\n'
_DISPUTED = 'disputed = { zh = "按其数字为25%。", en = "Its figures give 25%." }\n'
_REASONED = (
    'correction = { reason = { zh = "少一位。", en = "Cut." }, proof = { zh = "125除以100。",'
    ' en = "125/100." } }\n'
)
_OTHER_GROWTH = f"""[[rates]]
id = "other"
type = "growth"
period = "2021"
value = 26
unit = "%"
status = "reported"
{_DISPUTED}
start = "income@2020"
end = "income@2021"
citations = [{{ source = "wanbao", exact = "一说26%" }}]
"""
_THIS_YEAR = ("content/briefing.toml", '"2023-05"', '"2024-01"')
_RIVAL = 'value = 140\nunit = "亿元"\nstatus = "'


class NearMiss(NamedTuple):
    """Valid changes. ``rule``: the code of the rule that they must not trigger."""

    rule: str
    name: str
    changes: tuple[Change, ...]


def _chinese(rule: str, name: str, zh: str) -> NearMiss:
    return NearMiss(rule, name, ((_GAP, "只有2021年的数。", zh),))


def _english(rule: str, name: str, en: str) -> NearMiss:
    return NearMiss(rule, name, ((_GAP, "Only 2021 is given.", en),))


def _bilingual(rule: str, name: str, zh: str, en: str) -> NearMiss:
    return NearMiss(rule, name, ((_GAP, "只有2021年的数。", zh), (_GAP, "Only 2021 is given.", en)))


def _narrated(name: str, zh: str) -> NearMiss:
    return NearMiss("F801", name, ((_BRIEF, "网上门诊有多大。", zh),))


def _refers(name: str, reference: str) -> NearMiss:
    return NearMiss("F804", name, ((_BRIEF, "visits@2021 8万次", reference),))


def _foreseen(name: str, zh: str, en: str, reference: str) -> NearMiss:
    written = 'zh = "{}{{fact:{}}}。"\nen = "{} {{fact:{}}}.'.format
    old = written("接诊", "visits@2021 8万次", "There were", "visits@2021 8万次")
    return NearMiss("F808", name, ((_BRIEF, old, written(zh, reference, en, reference)),))


def _night(name: str, observation: str) -> NearMiss:
    return NearMiss("K407", name, ((_NIGHT, "[[obs", f"{observation}\n[[obs"),))


def _missing(name: str, figure: str) -> NearMiss:
    return NearMiss("G902", name, ((_GAP, "finding =", f"missing = [{figure}]\nfinding ="),))


def _share(name: str, *changes: Change) -> NearMiss:
    """The share of 2021 in 2020 lacks its explanatory note."""
    return NearMiss("R312", name, ((_INCOME, _OF_2020, ""), *changes))


def _growth(name: str, words: str, value: str) -> NearMiss:
    """The newspaper states a growth other than 25 % for the rise from 100 to 125."""
    changes = ((file, "同比增长25%", words) for file in (_PAPER, _INCOME))
    return NearMiss("R311", name, (*changes, (_INCOME, "value = 25\n", value)))


NEAR_MISSES = (
    NearMiss(
        "S105",
        "short but informative",
        (
            (_RECORD, "转载须经报社书面许可。", "转载须经书面许可"),
            (_RECORD, "No reprint without written permission.", "No reprint today"),
        ),
    ),
    NearMiss("S104", "a document of today", ((_RECORD, "2023-05-10", "2024-01-01"), _THIS_YEAR)),
    NearMiss("S104", "a document of this year", ((_RECORD, "2023-05-10", "2024"), _THIS_YEAR)),
    NearMiss(
        "Q212",
        "another measure in the clause before",
        (
            (_PAPER, "收入为25亿元", "收入不计利润,为25亿元"),
            (_NIGHT, "夜间门诊2021年收入为25亿元", "不计利润,为25亿元"),
            (_SHARE, "夜间门诊2021年收入为25亿元", "不计利润,为25亿元"),
        ),
    ),
    NearMiss(
        "Q201",
        "full-width digits, and tags within the quote",
        ((_PAPER, "100亿元", "１<i>０</i>０亿元"), (_INCOME, "收入100亿元", "收入１００亿元")),
    ),
    NearMiss("S107", "a byte order mark", ((_PAPER, "<h1>", "\ufeff<h1>"),)),
    NearMiss("S109", "another comment", ((_RECORD, '"2023-05-10"', '"2023-05-10"  # as printed'),)),
    NearMiss("S108", "entities beside quotes", ((_PAPER, "<h1>", "&nbsp;&#20114;<h1>"),)),
    NearMiss(
        "Q202",
        "repeated words with a prefix",
        ((_INCOME, '"全市网上门诊2020年收入"', '"网上门诊", prefix = "全市"'),),
    ),
    NearMiss(
        "Q202",
        "repeated words with a suffix",
        ((_INCOME, '"全市网上门诊2020年收入"', '"网上门诊", suffix = "2020"'),),
    ),
    NearMiss(
        "Q202",
        "a passage that the document prints twice",
        (
            (
                _PAPER,
                "2021年接诊8万次；",
                "2021年接诊8万次；2022年预计接诊80万次。\n2021年接诊8万次；",
            ),
        ),
    ),
    NearMiss(
        "Q203",
        "a number in Chinese",
        tuple((file, "为25亿元", "为二十五亿元") for file in (_PAPER, _NIGHT, _SHARE)),
    ),
    NearMiss(
        "Q203",
        "a number in another power of ten",
        ((_PAPER, "收入100亿元", "收入1,000千万元"), (_INCOME, "收入100亿元", "收入1,000千万元")),
    ),
    NearMiss(
        "Q203",
        "only one of two quotes contains the number",
        ((_CLINICS, '接入" }', '接入" }, { source = "wanbao", exact = "诊所接入网上门诊" }'),),
    ),
    NearMiss(
        "Q206",
        "English print",
        tuple((file, "收入100亿元", "收入CNY 10 billion") for file in (_PAPER, _INCOME)),
    ),
    NearMiss(
        "Q206",
        "the unit of a table, quoted on its own",
        (
            (_PAPER, "2020年收入100亿元", "2020年收入 100 （单位：亿元）"),
            (
                _INCOME,
                '"2020年收入100亿元" }',
                '"2020年收入 100" }, { source = "wanbao", exact = "（单位：亿元）" }',
            ),
        ),
    ),
    NearMiss(
        "Q207",
        "a fall to a level in the quote of a growth",
        tuple((file, "同比增长25%", "增速下降至25%") for file in (_PAPER, _INCOME)),
    ),
    NearMiss(
        "Q208",
        "a year that is only compared with",
        tuple((file, "同比增长25%", "比2020年增长25%") for file in (_PAPER, _INCOME)),
    ),
    NearMiss(
        "Q208",
        "a month of the year",
        tuple((file, "2021年接诊8万次", "2021年1-11月接诊8万次") for file in (_PAPER, _VISITS)),
    ),
    NearMiss(
        "Q204",
        "attribution in the sentence before",
        ((_PAPER, "2021年接诊", "据青松咨询报告，夜间看好。2021年接诊"),),
    ),
    NearMiss(
        "Q205",
        "one quoted and one derived citation",
        (
            (
                _CLINICS,
                '接入" }',
                '接入" }, { source = "wanbao", exact = "白杨资本", relation = "derived" }',
            ),
        ),
    ),
    NearMiss(
        "N301",
        "a qualifier of another number",
        tuple((file, "2021年接诊", "约40家诊所2021年接诊") for file in (_PAPER, _VISITS)),
    ),
    NearMiss(
        "N301",
        "附近 is not a qualifier",
        tuple((file, "年只有30家", "年附近30家") for file in (_PAPER, _CLINICS)),
    ),
    NearMiss(
        "N301",
        "最近 is not a qualifier",
        tuple((file, "年只有30家", "年最近30家") for file in (_PAPER, _CLINICS)),
    ),
    NearMiss(
        "N301",
        "a qualifier in the quote of a derived figure",
        (
            *((file, "为25亿元", "为约25亿元") for file in (_PAPER, _NIGHT, _SHARE)),
            (_NIGHT, "value = 25", 'comparator = "~"\nvalue = 25'),
            (_SHARE, "value = 15.4", "value = 25"),
        ),
    ),
    NearMiss(
        "N302",
        "将 that does not mark the future",
        tuple((file, "2021年接诊", "将2021年接诊") for file in (_PAPER, _VISITS)),
    ),
    NearMiss(
        "N303",
        "a year that had not ended, with a note",
        ((_SONGHE, '"2023-05"', '"2023"\nnote = { zh = "到五月为止。", en = "Until May." }'),),
    ),
    NearMiss(
        "N303",
        "a document of which only the year is known",
        ((_RECORD, '"2023-05-10"', '"2023"'), (_SONGHE, '"2023-05"', '"2023-12"')),
    ),
    NearMiss(
        "N303",
        "the later of two documents",
        (
            (
                _CLINICS,
                '接入" }',
                '接入" }, { source = "suibi", exact = "我们等着看", relation = "derived" }',
            ),
        ),
    ),
    NearMiss(
        "N303",
        "a document without a latest date",
        (
            ("seeds/suibi.toml", 'latest = "2020-12"\n', ""),
            ("originals/suibi.txt", "有望做到", "做到"),
            (_INCOME, "有望做到", "做到"),
            (_INCOME, f"{_RIVAL}forecast", f"{_RIVAL}reported"),
        ),
    ),
    NearMiss("N305", "100 %", ((_SHARE, "value = 15.4", "value = 100"),)),
    NearMiss("N305", "0 %", ((_SHARE, "value = 15.4", "value = 0"),)),
    NearMiss(
        "N306",
        "the same unit with another power of ten",
        ((_NIGHT, 'value = 25\nunit = "亿元"', 'value = 250000\nunit = "万元"'),),
    ),
    NearMiss(
        "N307",
        "just below a factor of ten",
        (
            (_PAPER, "80万次", "79万次"),
            (_VISITS, "value = 80", "value = 79"),
            (_VISITS, "接诊80万次", "接诊79万次"),
            (
                _VISITS,
                'note = { zh = "增至十倍，原文如此。", en = "Ten times as many, as printed." }',
                "",
            ),
        ),
    ),
    NearMiss(
        "N307",
        "a jump from a deprecated value",
        (
            (_PAPER, "只有30家", "只有3家"),
            (_CLINICS, "只有30家", "只有3家"),
            (_CLINICS, "= 30", "= 3"),
        ),
    ),
    NearMiss(
        "N307",
        "a jump to a value that was corrected",
        ((_NIGHT, "[[obs", f'[[observations]]\nperiod = "2022"\n{_CORRECTED}\n[[obs'),),
    ),
    NearMiss(
        "N307",
        "a jump from a value that was corrected",
        ((_NIGHT, "[[obs", f'[[observations]]\nperiod = "2020"\n{_CORRECTED}\n[[obs'),),
    ),
    NearMiss(
        "N308",
        "one of two quotes states it",
        (
            (
                _NIGHT,
                '为25亿元" }',
                '为25亿元" }, { source = "wanbao", exact = "占同年收入", relation = "derived" }',
            ),
        ),
    ),
    NearMiss("R311", "no figure at the start", ((_INCOME, '"income@2020"', '"income"'),)),
    _share("no figure for the part", (_INCOME, 'part = "income@2021"', 'part = "clinics"')),
    _share(
        "a note on the part",
        (_INCOME, 'rank = "preferred"', 'rank = "preferred"\nnote = { zh = "注。", en = "Note." }'),
    ),
    _share(
        "a part equal to its whole",
        (_INCOME, 'part = "income@2021"', 'part = "income@2020"'),
        (_INCOME, 'value = 125\nunit = "%"', 'value = 100\nunit = "%"'),
        *((file, "相当于上年的125%", "相当于上年的100%") for file in (_PAPER, _INCOME)),
    ),
    _share(
        "a whole that was corrected",
        (_INCOME, 'whole = "income@2020"', 'whole = "income@2022"'),
        (_INCOME, 'value = 125\nunit = "%"', 'value = 76.9\nunit = "%"'),
        *((file, "相当于上年的125%", "相当于来年的76.9%") for file in (_PAPER, _INCOME)),
    ),
    _growth("within the rounding of its figures", "同比增长26%", "value = 26\n"),
    _growth("more than", "同比增长超20%", 'value = 20\ncomparator = ">"\n'),
    _growth("about", "同比增长约23%", 'value = 23\ncomparator = "~"\n'),
    NearMiss(
        "K401",
        "the same amount in another unit",
        (
            *(
                (file, "做到140亿元", "做到1250000万元")
                for file in ("originals/suibi.txt", _INCOME)
            ),
            (_INCOME, 'value = 140\nunit = "亿元"', 'value = 1250000\nunit = "万元"'),
            (_INCOME, 'rank = "preferred"\n', ""),
        ),
    ),
    NearMiss(
        "K402",
        "newer, with another reason",
        (
            (_INCOME, "是报告值。", "较新，且与来年的数接得上。"),
            (_INCOME, "It was reported.", "Newer, and the next year's figure agrees."),
        ),
    ),
    NearMiss(
        "K403",
        "the misprint in one of two quotes",
        (
            (
                _INCOME,
                '1.625亿元" }',
                '1.625亿元" }, { source = "wanbao", exact = "比上年增长30%" }',
            ),
        ),
    ),
    _night("a note", f"{_YEAR_END}{_NOTE}"),
    _night("the same amount", _YEAR_END.replace("125", "25").replace("增至", "为")),
    _night("an earlier part of the year", _YEAR_END.replace("2021-12", "2021-H1")),
    _night("a year beside the next", _YEAR_END.replace("2021-12", "2022-12")),
    NearMiss(
        "K407",
        "both ranked, with reasons",
        (
            (_NIGHT, "[[obs", f"{_YEAR_END}{_RANKED}\n[[obs"),
            (_NIGHT, "value = 25\n", f"value = 25\n{_RANKED.replace('preferred', 'deprecated')}"),
        ),
    ),
    NearMiss(
        "K407",
        "a part of a measure that adds up",
        (
            (_PAPER, "收入的20%。", "收入的20%，年末20亿元。"),
            (_NIGHT, "[[obs", f"adds_up = true\n\n{_DECEMBER}\n[[obs"),
        ),
    ),
    NearMiss(
        "R311",
        "a rate that the source calculated wrongly",
        (
            *((file, "同比增长25%", "同比增长52%") for file in (_PAPER, _INCOME)),
            (_INCOME, "value = 25\n", f"value = 52\n{_DISPUTED}"),
        ),
    ),
    NearMiss(
        "R311",
        "a misprinted rate, corrected",
        (
            *((file, "同比增长25%", "同比增长2.5%") for file in (_PAPER, _INCOME)),
            (_INCOME, "value = 25\n", f'value = 25\nas_printed = "2.5%"\n{_REASONED}'),
        ),
    ),
    NearMiss(
        "K408",
        "two growths of one year, one of them disputed",
        (
            (_PAPER, "同比增长25%", "同比增长25%（一说26%）"),
            (_INCOME, '[[rates]]\nid = "of-2020"', f'{_OTHER_GROWTH}\n[[rates]]\nid = "of-2020"'),
        ),
    ),
    NearMiss("B501", "an open horizon", ((_TREND, 'horizon = "2025"', "open_horizon = true"),)),
    NearMiss("B503", "最近 is not a superlative", ((_DRIVER, "复诊可以上网。", "最近可以复诊。"),)),
    NearMiss("B505", "no force", ((_POLICY, _CITED, _CITED + _PROVISION),)),
    NearMiss(
        "B505",
        "the verb in the second quote",
        ((_POLICY, _CITED, _CITED + _PROVISION + 'force = "permitted"\n'),),
    ),
    NearMiss(
        "B507",
        "a subject of the whole document",
        (
            (
                _POLICY,
                _CITED,
                f'{_CITED}themes = ["market"]\nwhole_themes = ["market"]\n{_PROVISION}',
            ),
        ),
    ),
    NearMiss(
        "B508",
        "several provisions on the only subject",
        ((_POLICY, _CITED, f'{_CITED}themes = ["market"]\n{_PROVISION}{_SECOND_PROVISION}'),),
    ),
    NearMiss(
        "B509",
        "a retelling that the text names",
        (
            (
                _POLICY,
                _CITED,
                _CITED
                + _PROVISION.replace("上网。", "上网（晚报转述）。").replace(
                    "online.", "online, as retold."
                )
                + "retold = true\n",
            ),
        ),
    ),
    NearMiss("B504", "a cause in a forecast", ((_TREND, "夜间需求还会涨。", "加班会导致上涨。"),)),
    NearMiss(
        "E601",
        "two records of the same entity",
        ((_SONGHE, '["松河"]', '["白杨资本"]'), (_SONGHE, '"investor"', '"same-as"')),
    ),
    NearMiss(
        "E601", "the name of a record of another kind", ((_SONGHE, '["松河"]', '["网上复诊"]'),)
    ),
    NearMiss(
        "E603",
        "another year, explained",
        (
            (
                _POLICY,
                'issued = "2022-03"',
                'issued = "2023-01"\nissued_note = { zh = "次年才公布。", en = "Out later." }',
            ),
        ),
    ),
    NearMiss(
        "E604",
        "a parent and its parent",
        (
            (_SONGHE, 'role = "platform"', 'role = "platform"\nparent = "baiyang"'),
            (_BAIYANG, 'role = "investor"', 'role = "investor"\nparent = "bureau"'),
        ),
    ),
    NearMiss(
        "E605",
        "linked only by a text",
        (
            (_TERM, 'related = ["policy-return-visit"]\n', ""),
            (_GAP, "只有2021年的数。", "与{fact:term-return-visit}无关。"),
            (_GAP, "Only 2021 is given.", "Not {fact:term-return-visit}."),
        ),
    ),
    NearMiss(
        "E606",
        "a text about its own figure",
        (
            (_NIGHT, "2021年25亿元。", "2021年{fact:night-income@2021 25亿元}。"),
            (_NIGHT, "CNY 2.5 billion in 2021.", "{fact:night-income@2021 25亿元} in 2021."),
        ),
    ),
    NearMiss(
        "E606",
        "a company that takes part in its own financing",
        ((_SONGHE, "[[relations]]", f"{_FINANCING}\n[[relations]]"),),
    ),
    NearMiss(
        "E607",
        "two relations of different types to one company",
        ((_SONGHE, "[[relations]]", f"{_PARTNER}\n[[relations]]"),),
    ),
    NearMiss(
        "K406",
        "a forecast that came true",
        (
            (_PAPER, "接诊80万次", "接诊80万次，实际接诊80万次"),
            (
                _VISITS,
                '[[observations]]\nperiod = "2022"',
                f'{_FULFILLED}\n[[observations]]\nperiod = "2022"',
            ),
        ),
    ),
    NearMiss(
        "K409",
        "a forecast that came true, with a hedge",
        (
            (_PAPER, "接诊80万次", "接诊80万次，实际接诊80万次"),
            (
                _VISITS,
                '[[observations]]\nperiod = "2022"',
                f'{_FULFILLED}\n[[observations]]\nperiod = "2022"',
            ),
        ),
    ),
    NearMiss(
        "T710",
        "the name of a source",
        (
            (_SONGHE, "网上门诊平台。", "据晚报2022，网上门诊平台。"),
            (_SONGHE, "A platform for online clinics.", "A platform (Evening News 2022)."),
        ),
    ),
    _chinese("T701", "23 characters", "市卫生局发文：复诊可以在网上进行。夜间需求会继。"),
    _english(
        "T701",
        "11 words, and a quote",
        "The night clinic sees its patients online and nobody in town: "
        "“the night clinic sees its patients online and nobody in town has to wait any longer”.",
    ),
    _bilingual("T709", "another power of ten", "只有3.64亿人。", "Only 364 million people."),
    _bilingual("T709", "numbers in words", "只有3家和两次。", "Only three, 2 times."),
    _bilingual("T709", "months by name", "2022年6月起12日。", "From 12 June 2022."),
    _bilingual("T709", "a year in one language", "只有2021年的。", "Only last year."),
    _bilingual("T709", "a number as printed", "原文作“28.320亿元”。", "It is misprinted."),
    _bilingual("T709", "an ordinal and a name", "“十四五”规划与三甲。", "The 14th plan, Grade 3A."),
    NearMiss(
        "T710",
        "a calculation that a note explains",
        (
            (_INCOME, "2021年125亿元。", "2021年125亿元，两年增62.5亿元。"),
            (_INCOME, "CNY 12.5 billion in 2021.", "CNY 12.5 billion, CNY 6.25 billion more."),
            (_INCOME, "两个年份相比，", "162.5亿元减100亿元得62.5亿元；两个年份相比，"),
            (_INCOME, "Two years compared.", "CNY 16.25 billion less 10 billion is 6.25 billion."),
        ),
    ),
    NearMiss(
        "T710",
        "a figure of a related record",
        (
            (_NIGHT, "2021年25亿元。", "2021年25亿元，全天125亿元。"),
            (_NIGHT, "CNY 2.5 billion in 2021.", "CNY 2.5 billion of 12.5 billion."),
        ),
    ),
    _bilingual("T711", "words as printed", "它说“网络门诊”。", "It said “web clinic”."),
    _bilingual("T711", "part of another word", "见《网络门诊》。", "Cobweb clinic; web clinical."),
    _chinese("T701", "a quote", "“全市约40家诊所接入网上门诊；一份旧统计说2022年只有30家。”"),
    _chinese("T701", "a title", "《全市约40家诊所接入网上门诊；一份旧统计说2022年只有30家。》"),
    _chinese("T702", "titles and quotes as printed", "见《收入,支出》与“收入,(支出)”。"),
    _bilingual(
        "T702",
        "punctuation within numbers",
        "10:30起，比例3:1，共3,600.5次。",
        "From 10:30, a ratio of 3:1, 3,600.5 times.",
    ),
    _chinese("T702", "brackets around Latin", "用的是API (v2)版。"),
    _chinese("T703", "titles and quotes as printed", "见《收入 支出》与“收入 支出”。"),
    _chinese("T703", "between Latin words", "用的是open source软件。"),
    NearMiss("T703", "a title", ((_RECORD, '"网上看病记"', '"网上看病 记"'),)),
    _english("T705", "accents", "A naïve view."),
    _chinese("T706", "allowed characters of ambiguous width", "①“收入”…—±°·×÷§≥≤≈√−‘’–。"),
    _english(
        "T707", "quotes, titles, brackets", "“网上复诊”, 《网上复诊》, ‘网上复诊’ (网上复诊)."
    ),
    _english("T707", "a document number", "The notice 市卫发〔2022〕15号."),
    _english("T707", "a word or two", "The 复诊."),
    _english("T708", "a word that contains todo", "Said on Mastodon."),
    _chinese("T708", "有待定论 and 抢占位置 are not placeholders", "有待定论，忙着抢占位置。"),
    _narrated("a year and a month", "2022年6月起，12月又起。"),
    _narrated("a year alone", "到2022，或2021–2022年，1999年也算。"),
    _narrated("5G beside Chinese", "用5G和远程。"),
    _narrated("a title and a name", "《健康2030第1号》谈COVID-19。"),
    NearMiss(
        "F802",
        "the value used, of two",
        (
            (
                _INCOME,
                'reason_for_rank = { zh = "只是',
                'rank = "deprecated"\nreason_for_rank = { zh = "只是',
            ),
        ),
    ),
    _refers("a status that is reported", "visits@2021:reported 8万次"),
    _refers("a rate", "income#growth-2021 25%"),
    _foreseen("a forecast", "预计接诊", "Forecast visits:", "visits@2022:forecast 80万次"),
    _foreseen("a hope", "有望达到", "There may be", "visits@2022:forecast 80万次"),
    _foreseen("a target", "目标是", "The target is", "visits@2022:forecast 80万次"),
    _foreseen(
        "one of two values", "曾预期", "It was to be as projected:", "income@2021:forecast 140亿元"
    ),
    _foreseen(
        "no end of a sentence",
        "当时（旧账）预测",
        "Forecast of a U.S. firm:",
        "visits@2022:forecast 80万次",
    ),
    _refers("a record", "income"),
    NearMiss(
        "F804",
        "an outcome beside the forecast that a text refers to",
        (
            (_BRIEF, "接诊{fact:visits@2021 8万次}", "预测{fact:visits@2022:forecast 80万次}"),
            (
                _BRIEF,
                "There were {fact:visits@2021 8万次}",
                "Expected: {fact:visits@2022:forecast 80万次}",
            ),
            (_PAPER, "接诊80万次", "接诊80万次，实际接诊50万次"),
            (_VISITS, 'status = "forecast"\n', f'status = "forecast"\n{_SURPASSED}'),
            (
                _VISITS,
                '[[observations]]\nperiod = "2022"',
                f'{_OUTCOME}\n[[observations]]\nperiod = "2022"',
            ),
        ),
    ),
    NearMiss(
        "F809",
        "cards of statistics",
        (
            (
                "content/briefing.toml",
                '[[themes]]\nid = "market"',
                '[[cards]]\nfigure = "income"\nbeside = [{ figure = "visits" }]\n\n'
                '[[themes]]\nid = "market"',
            ),
        ),
    ),
    NearMiss(
        "F803",
        "another order",
        (
            (
                _BRIEF,
                "In 2021 income was {fact:income@2021 125亿元}, "
                "{fact:night-share@2021 20%} of it at night.",
                "At night {fact:night-share@2021 20%} of {fact:income@2021 125亿元}.",
            ),
        ),
    ),
    NearMiss("G901", "the month of the newest source", ((_RECORD, "2023-05-10", "2023-05-31"),)),
    _missing("a forecast", '{ measure = "visits", period = "2022" }'),
    _missing("a value that is not used", '{ measure = "clinics", period = "2022" }'),
    _missing("a figure before the date", '{ measure = "night-income", after = "2021" }'),
    _missing("a figure of the year itself", '{ measure = "night-income", before = "2021" }'),
    _missing("another metric of the company", '{ measure = "baiyang" }'),
    _english("G904", "two of the sources", "Neither of the two documents goes beyond 2021."),
    NearMiss("V950", "a term within another", ((_CONCEPTS, '"practice"', '"income clinic"'),)),
    NearMiss("V950", "two forms in one concept", ((_CONCEPTS, '"practice"', '"clinics"'),)),
    NearMiss("V952", "a longer question", ((_QUESTIONS, '"footfall"', '"takings"'),)),
    NearMiss(
        "V952", "twice for one answer", ((_QUESTIONS, '"进账多少"', '"takings of the clinic"'),)
    ),
    NearMiss("V951", "a number with a word", ((_CONCEPTS, '"practice"', '"24/7 clinic"'),)),
    _chinese("G904", "several documents that are not the sources", "三份通知里只有2021年的数。"),
    _bilingual(
        "T716",
        "a document named before",
        "《晚报》只有2021年的数；同文没有别的数。",
        "The Evening News gives only 2021; the same article has no other.",
    ),
    _bilingual(
        "T716",
        "the same of other things",
        "同一人群只有2021年的数。",
        "The same people are counted only in 2021.",
    ),
    NearMiss(
        "T717",
        "the same of other things",
        (
            (_POLICY, _CITED, _CITED + _PROVISION),
            (_POLICY, "复诊可以上网。", "同时使用两种药的，复诊可以上网。"),
            (_POLICY, "Follow-up visits may", "Same-day follow-up visits may"),
        ),
    ),
)
