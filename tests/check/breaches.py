"""For every rule, changes to the clean briefing that break it and no other rule."""

from __future__ import annotations

from typing import NamedTuple

from tests.check.briefing import CLEAN, changed


class Breach(NamedTuple):
    """A change to a file that breaks a rule.

    ``at``: words of the files as changed, with ``^`` where the finding must stand. ``found_in``:
    the file of the finding where that is not the one that was changed.
    """

    code: str
    file: str
    old: str
    new: str
    at: tuple[str, ...]
    found_in: str = ""


_INCOME = "content/statistics/income.toml"
_CLINICS = "content/statistics/clinics.toml"
_VISITS = "content/statistics/visits.toml"
_NIGHT = "content/statistics/night-income.toml"
_SHARE = "content/statistics/night-share.toml"
_SONGHE = "content/players/songhe.toml"
_POLICY = "content/policies/policy-return-visit.toml"
_DRIVER = "content/themes/driver-return-visit.toml"
_TREND = "content/themes/trend-night.toml"
_CLAIM = "content/themes/claim-largest.toml"
_TERM = "content/glossary/term-return-visit.toml"
_GAP = "content/gaps/gap-night-2022.toml"
_BRIEF = "content/briefs/one-minute.toml"
_WANBAO = "seeds/wanbao.toml"
_TAIL = "".join(CLEAN["originals/wanbao.txt"].split())[-24:]
_UNUSED = CLEAN[_WANBAO].replace('id = "wanbao"', 'id = "unused"')

BREACHES = (
    Breach(
        "S101",
        "originals/wanbao.txt",
        "会继续上升。",
        "会继续上升！",
        ('sha256 = ^"',),
        _WANBAO,
    ),
    Breach("S102", "originals/suibi.txt", "", "", ('file = ^"',), "seeds/suibi.toml"),
    Breach("S103", "seeds/unused.toml", "", _UNUSED, ('id = ^"unused"',)),
    Breach("S104", _WANBAO, "2023-05-10", "2099-05-10", ('date_published = ^"2099',)),
    Breach("S105", _WANBAO, "转载须经报社书面许可。", "不详。", ('license = ^{ zh = "不详',)),
    Breach("S105", _WANBAO, "A report, invented.", "A page", ("source_descriptor = ^{",)),
    Breach(
        "Q201", _INCOME, '"2020年收入100亿元"', '"2020年收入100亿圆"', ('^"2020年收入100亿圆"',)
    ),
    Breach("Q201", _SONGHE, "3，600次", "3,600次", ('^"月访问超过3,600次"',)),
    Breach("Q202", _INCOME, "全市网上门诊2020年收入", "网上门诊", ('^"网上门诊" },',)),
    Breach("Q203", _CLINICS, "value = 40", "value = 41", ("value = ^41",)),
    Breach("Q203", _SONGHE, "value = 3600", "value = 360", ("value = ^360",)),
    Breach(
        "Q204",
        _INCOME,
        ', via = { zh = "青松咨询", en = "Pine" }',
        "",
        ('^{ source = "wanbao", exact = "有望',),
    ),
    Breach(
        "Q205",
        _SHARE,
        'note = { zh = "25亿元除以162.5亿元。", en = "2.5 billion divided by 16.25 billion." }\n',
        "",
        ('^[[observations]]\nperiod = "2022"',),
    ),
    Breach("N301", _CLINICS, 'comparator = "~"\n', "", ("value = ^40",)),
    Breach("N301", _SONGHE, 'comparator = ">"\n', "", ("value = ^3600",)),
    Breach(
        "N302", _VISITS, '"forecast"', '"reported"', ('value = 80\nunit = "万次"\nstatus = ^"',)
    ),
    Breach("N303", _SONGHE, "2023-05", "2023-06", ('status = ^"reported"',)),
    Breach("N303", _SONGHE, '"2023-05"', '"2023"', ('status = ^"reported"',)),
    Breach("N304", _SHARE, "denominator = {", "area = {", ('en = "By income." }\nunit = ^"%"',)),
    Breach("N305", _SHARE, "value = 15.4", "value = 115.4", ("value = ^115.4",)),
    Breach("N305", _SHARE, "value = 15.4", "value = -0.1", ("value = ^-0.1",)),
    Breach("N306", _NIGHT, 'value = 25\nunit = "亿元"', 'value = 25\nunit = "亿人"', ('^"亿人"',)),
    Breach(
        "N307",
        _VISITS,
        'note = { zh = "增至十倍，原文如此。", en = "Ten times as many, as printed." }\n',
        "",
        ("value = ^80",),
    ),
    Breach("R311", _INCOME, 'start = "income@2020"', 'start = "income@2022"', ("value = ^25\n",)),
    Breach(
        "R311",
        _SHARE,
        'whole = "income@2021"',
        'whole = "income@2022"',
        ('value = ^20\nunit = "%"\nstatus = "reported"\npart',),
    ),
    Breach(
        "R312",
        _INCOME,
        'note = { zh = "两个年份相比，不是部分与整体。", en = "Two years compared." }\n',
        "",
        ('part = ^"income@2021"',),
    ),
    Breach(
        "K401",
        _INCOME,
        'rank = "preferred"\n',
        "",
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    Breach(
        "K401",
        _INCOME,
        'reason_for_rank = { zh = "只是预测。", en = "It was only forecast." }\n',
        "",
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    Breach(
        "K401",
        _INCOME,
        'status = "forecast"\nreason',
        'status = "forecast"\nrank = "preferred"\nreason',
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    Breach(
        "K402", _INCOME, "是报告值。", "数据较新。", ('reason_for_rank = ^{ zh = "数据较新。"',)
    ),
    Breach(
        "K402",
        _INCOME,
        "It was only forecast.",
        "It is newer.",
        ('reason_for_rank = ^{ zh = "只是预测。"',),
    ),
    Breach("K403", _INCOME, '"1.625亿元"', '"1.625万元"', ('as_printed = ^"1.625万元"',)),
    Breach(
        "K404",
        _INCOME,
        '["income#growth-2022"]',
        '["income#growth-2021"]',
        ('proved_by = [^"income#growth-2021"]',),
    ),
    Breach("K404", _INCOME, '["income#growth-2022"]', '["income"]', ('proved_by = [^"income"]',)),
    Breach(
        "K405",
        _CLINICS,
        'rank = "deprecated"',
        'rank = "preferred"',
        ('rank = ^"preferred"',),
    ),
    Breach("B501", _TREND, 'horizon = "2025"\n', "", ('basis = ^"forecast"',)),
    Breach("B502", _CLAIM, "related =", 'horizon = "2025"\nrelated =', ('horizon = ^"2025"',)),
    Breach(
        "B502", _DRIVER, "supports =", "open_horizon = true\nsupports =", ("open_horizon = ^true",)
    ),
    Breach("B503", _DRIVER, "复诊可以上网。", "复诊最多。", ('text = { zh = ^"复诊最多。"',)),
    Breach("B504", _DRIVER, "复诊可以上网。", "通知导致复诊上网。", ('text = { zh = ^"通知导致',)),
    Breach("E601", _SONGHE, '["松河"]', '["白杨资本"]', ('id = ^"songhe"',)),
    Breach("E602", _POLICY, "市卫发〔2022〕15号", "市卫发[2022]15号", ('number = ^"',)),
    Breach("E603", _POLICY, 'issued = "2022-03"', 'issued = "2021-03"', ('issued = ^"2021-03"',)),
    Breach(
        "E604",
        _SONGHE,
        'role = "platform"',
        'role = "platform"\nparent = "songhe"',
        ('parent = ^"songhe"',),
    ),
    Breach(
        "E605", _TERM, 'related = ["policy-return-visit"]\n', "", ('id = ^"term-return-visit"',)
    ),
    Breach(
        "T701",
        _GAP,
        "只有2021年的数。",
        "全市约40家诊所接入网上门诊；一份旧统计说2022年只有30家。",
        ('finding = { zh = ^"',),
    ),
    Breach(
        "T701",
        _GAP,
        "只有2021年的数。",
        "全市约40家诊所接入网上门诊；一份旧统计说202",
        ('finding = { zh = ^"',),
    ),
    Breach("T702", _GAP, "只有2021年的数。", "《门诊》,只有2021年的数。", ('finding = { zh = ^"',)),
    Breach("T702", _GAP, "只有2021年的数。", "只有一年(约2021)。", ('finding = { zh = ^"',)),
    Breach("T703", _GAP, "只有2021年的数。", "《门诊》 2021年的数。", ('finding = { zh = ^"',)),
    Breach("T701", _GAP, "只有2021年的数。", f"原文：{_TAIL}", ('finding = { zh = ^"',)),
    Breach("T702", _GAP, "只有2021年的数。", "只有2021年,别无他年。", ('finding = { zh = ^"',)),
    Breach("T703", _GAP, "只有2021年的数。", "只有 2021年的数。", ('finding = { zh = ^"',)),
    Breach("T704", _GAP, "Only 2021 is given.", "Only 2021  is given.", ('en = ^"Only',)),
    Breach("T705", _GAP, "Only 2021 is given.", "Only 2021\\u200b is given.", ('en = ^"Only',)),
    Breach("T706", _GAP, "只有2021年的数。", "●只有2021年的数。", ('finding = { zh = ^"',)),
    Breach("T707", _GAP, "Only 2021 is given.", "Only 网上门诊 is given.", ('en = ^"Only',)),
    Breach("T708", _GAP, "Only 2021 is given.", "TODO", ('en = ^"TODO"',)),
    Breach("F801", _BRIEF, "网上门诊有多大。", "收入1961亿元。", ('summary = { zh = ^"',)),
    Breach(
        "F801",
        _BRIEF,
        "诊所{fact:clinics@2023-05}。",
        "诊所{fact:clinics@2023-05}，共40家。",
        ('zh = ^"诊所',),
    ),
    Breach(
        "F801", "content/briefing.toml", " in 2021.", " in 2021, or 1,961.", ('en = ^"Income:',)
    ),
    Breach("F802", _BRIEF, "clinics@2023-05", "clinics@2022", ('zh = ^"诊所', 'en = ^"There')),
    Breach("F803", _BRIEF, "There are {fact:clinics@2023-05}.", "Some clinics.", ('en = ^"Some',)),
)


def broken(breach: Breach) -> dict[str, str]:
    """The files of the clean briefing with that breach."""
    if not breach.old + breach.new:  # the file is taken away
        return {name: text for name, text in CLEAN.items() if name != breach.file}
    return changed((breach.file, breach.old, breach.new))
