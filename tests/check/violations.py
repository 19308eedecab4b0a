"""For every rule, changes to the clean briefing that violate it and no other rule."""

from __future__ import annotations

from typing import NamedTuple

from tests.check.briefing import CLEAN, changed, with_checksums


class ViolationExample(NamedTuple):
    """A change to a file that violates a rule.

    ``at``: excerpts of the changed file, with ``^`` at the position of each finding;
    ``found_in``: the file of the findings, if it is not the changed one; ``recorded``: the source
    records have the checksum of the changed original.
    """

    code: str
    file: str
    old: str
    new: str
    at: tuple[str, ...]
    found_in: str = ""
    recorded: bool = False


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
_CONCEPTS = "content/concepts.toml"
_QUESTIONS = "content/questions/readers.toml"
_WANBAO = "seeds/wanbao.toml"
_TAIL = "".join(CLEAN["originals/wanbao.txt"].split())[-24:]
_UNUSED = CLEAN[_WANBAO].replace('id = "wanbao"', 'id = "unused"')
_REQUIRED = """[[provisions]]
text = { zh = "复诊可以上网。", en = "Follow-up visits may be online." }
force = "required"
citations = [{ source = "wanbao", exact = "复诊可以在网上进行" }]
"""
_CITED = '  { source = "wanbao", exact = "复诊可以在网上进行" },\n]\n'
_VIA = ', via = { zh = "青松咨询", en = "Pine" }'
_PLAIN_PROVISION = _REQUIRED.replace('force = "required"\n', "")
_TYPED_PROVISION = (
    _PLAIN_PROVISION.replace("复诊可以上网", "复诊可以") + 'themes = ["market", "night"]\n'
)
_NIGHT_AGAIN = """period = "2021"
value = 250000
unit = "万元"
status = "reported"
citations = [{ source = "wanbao", exact = "为25亿元" }]
"""
_GROWTH_AGAIN = """[[rates]]
id = "again"
type = "growth"
period = "2021"
value = 25
unit = "%"
status = "reported"
start = "income@2020"
end = "income@2021"
citations = [{ source = "wanbao", exact = "同比增长25%" }]
"""
_OTHER_GROWTH = """[[rates]]
id = "other"
type = "growth"
period = "2021"
value = 30
unit = "%"
status = "reported"
citations = [{ source = "wanbao", exact = "增长30%" }]
"""


def _night(period: str) -> str:
    """Return an observation of the night's income, which no note explains, before the clean one."""
    return f"""[[observations]]
period = "{period}"
value = 125
unit = "亿元"
status = "reported"
citations = [{{ source = "wanbao", exact = "增至125亿元" }}]

[[observations]]
"""


_VISITED = ('zh = ^"接诊', 'en = ^"There')
_TOLD = ('zh = ^"2021年收入', 'en = ^"In 2021 income')

_FINDING = 'zh = "只有2021年的数。", en = "Only 2021 is given."'
_AT_FINDING = 'finding = { zh = ^"'


def _finding(zh: str, en: str) -> str:
    return f'zh = "{zh}", en = "{en}"'


VIOLATIONS = (
    ViolationExample(
        "S101",
        "originals/wanbao.txt",
        "会继续上升。",
        "会继续上升！",
        ('sha256 = ^"',),
        _WANBAO,
    ),
    ViolationExample("S102", "originals/suibi.txt", "", "", ('file = ^"',), "seeds/suibi.toml"),
    ViolationExample("S103", "seeds/unused.toml", "", _UNUSED, ('id = ^"unused"',)),
    ViolationExample("S104", _WANBAO, "2023-05-10", "2099-05-10", ('date_published = ^"2099',)),
    ViolationExample(
        "S104",
        _WANBAO,
        'date_published = "2023-05-10"',
        'date_published = "2023-05-10"\naccessed = "2099-05-10"',
        ('accessed = ^"2099',),
    ),
    ViolationExample(
        "S105", _WANBAO, "转载须经报社书面许可。", "不详。", ('license = ^{ zh = "不详',)
    ),
    ViolationExample("S105", _WANBAO, "A report, invented.", "A page", ("source_descriptor = ^{",)),
    ViolationExample("S106", _WANBAO, "size = 637", "size = 638", ("size = ^638",)),
    ViolationExample(
        "S107",
        "originals/suibi.txt",
        "2021年",
        "%PDF-1.7 2021年",
        ('file = ^"',),
        "seeds/suibi.toml",
        recorded=True,
    ),
    ViolationExample(
        "S108",
        "originals/suibi.txt",
        "140亿元",
        "&#49;40亿&#x5143;",
        ('file = ^"',),
        "seeds/suibi.toml",
        recorded=True,
    ),
    ViolationExample(
        "S109",
        "seeds/wanbao.toml",
        'date_published = "2023-05-10"',
        'date_published = "2023-05-10"  # guessed',
        ('date_published = ^"',),
    ),
    ViolationExample(
        "Q201", _INCOME, '"2020年收入100亿元"', '"2020年收入100亿圆"', ('^"2020年收入100亿圆"',)
    ),
    ViolationExample("Q201", _SONGHE, "3，600次", "3,600次", ('^"月访问超过3,600次"',)),
    ViolationExample("Q202", _INCOME, "全市网上门诊2020年收入", "网上门诊", ('^"网上门诊" },',)),
    ViolationExample("Q203", _CLINICS, "value = 40", "value = 41", ("value = ^41",)),
    ViolationExample("Q203", _SONGHE, "value = 3600", "value = 360", ("value = ^360",)),
    ViolationExample(
        "Q204",
        _INCOME,
        _VIA,
        "",
        ('^{ source = "wanbao", exact = "有望',),
    ),
    ViolationExample(
        "Q205",
        _SHARE,
        'note = { zh = "25亿元除以162.5亿元。", en = "2.5 billion divided by 16.25 billion." }\n',
        "",
        ('^[[observations]]\nperiod = "2022"',),
    ),
    ViolationExample(
        "Q206",
        _CLINICS,
        'value = 30\nunit = "家"',
        'value = 30\nunit = "万家"',
        ('unit = ^"万家"',),
    ),
    ViolationExample(
        "Q207",
        _INCOME,
        'value = 25\nunit = "%"\nstatus = "reported"\nstart = "income@2020"\nend = "income@2021"',
        'value = -25\nunit = "%"\nstatus = "reported"',
        ("value = ^-25\n",),
    ),
    ViolationExample("Q208", _CLINICS, 'period = "2022"', 'period = "2021"', ('period = ^"2021"',)),
    ViolationExample("N301", _CLINICS, 'comparator = "~"\n', "", ("value = ^40",)),
    ViolationExample("N301", _SONGHE, 'comparator = ">"\n', "", ("value = ^3600",)),
    ViolationExample(
        "N302", _VISITS, '"forecast"', '"reported"', ('value = 80\nunit = "万次"\nstatus = ^"',)
    ),
    ViolationExample("N303", _SONGHE, "2023-05", "2023-06", ('status = ^"reported"',)),
    ViolationExample("N303", _SONGHE, '"2023-05"', '"2023"', ('status = ^"reported"',)),
    ViolationExample(
        "N304", _SHARE, "denominator = {", "area = {", ('en = "By income." }\nunit = ^"%"',)
    ),
    ViolationExample("N305", _SHARE, "value = 15.4", "value = 115.4", ("value = ^115.4",)),
    ViolationExample("N305", _SHARE, "value = 15.4", "value = -0.1", ("value = ^-0.1",)),
    ViolationExample(
        "N306",
        _NIGHT,
        'unit = "亿元"\ncompare_with',
        'unit = "亿人"\ncompare_with',
        ('value = 25\nunit = ^"亿元"',),
    ),
    ViolationExample(
        "N307",
        _VISITS,
        'note = { zh = "增至十倍，原文如此。", en = "Ten times as many, as printed." }\n',
        "",
        ("value = ^80",),
    ),
    ViolationExample(
        "N308", _SHARE, 'status = "estimate"', 'status = "reported"', ('status = ^"reported"\nn',)
    ),
    ViolationExample(
        "R311", _INCOME, 'start = "income@2020"', 'start = "income@2022"', ("value = ^25\n",)
    ),
    ViolationExample(
        "R311",
        _SHARE,
        'whole = "income@2021"',
        'whole = "income@2022"',
        ('value = ^20\nunit = "%"\nstatus = "reported"\npart',),
    ),
    ViolationExample(
        "R312",
        _INCOME,
        'note = { zh = "两个年份相比，不是部分与整体。", en = "Two years compared." }\n',
        "",
        ('part = ^"income@2021"',),
    ),
    ViolationExample(
        "R313",
        _INCOME,
        'end = "income@2021"\n',
        'end = "income@2021"\ndisputed = { zh = "不符。", en = "It does not follow." }\n',
        ("disputed = ^{ zh",),
    ),
    ViolationExample(
        "K401",
        _INCOME,
        'rank = "preferred"\n',
        "",
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    ViolationExample(
        "K401",
        _INCOME,
        'reason_for_rank = { zh = "只是预测。", en = "It was only forecast." }\n',
        "",
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    ViolationExample(
        "K401",
        _INCOME,
        'status = "forecast"\nreason',
        'status = "forecast"\nrank = "preferred"\nreason',
        ('^[[observations]]\nperiod = "2021"\nvalue = 125',),
    ),
    ViolationExample(
        "K402", _INCOME, "是报告值。", "数据较新。", ('reason_for_rank = ^{ zh = "数据较新。"',)
    ),
    ViolationExample(
        "K402",
        _INCOME,
        "It was only forecast.",
        "It is newer.",
        ('reason_for_rank = ^{ zh = "只是预测。"',),
    ),
    ViolationExample("K403", _INCOME, '"1.625亿元"', '"1.625万元"', ('as_printed = ^"1.625万元"',)),
    ViolationExample(
        "K404",
        _INCOME,
        '["income#growth-2022"]',
        '["income#growth-2021"]',
        ('proved_by = [^"income#growth-2021"]',),
    ),
    ViolationExample(
        "K404", _INCOME, '["income#growth-2022"]', '["income"]', ('proved_by = [^"income"]',)
    ),
    ViolationExample(
        "K405",
        _CLINICS,
        'rank = "deprecated"',
        'rank = "preferred"',
        ('rank = ^"preferred"',),
    ),
    ViolationExample(
        "K406",
        _NIGHT,
        "[[observations]]\n",
        f"[[observations]]\n{_NIGHT_AGAIN}\n[[observations]]\n",
        ('^[[observations]]\nperiod = "2021"\nvalue = 25\n',),
    ),
    ViolationExample(
        "K406",
        _INCOME,
        '[[rates]]\nid = "of-2020"',
        f'{_GROWTH_AGAIN}\n[[rates]]\nid = "of-2020"',
        ('^[[rates]]\nid = "again"',),
    ),
    ViolationExample(
        "K401",
        _NIGHT,
        "[[observations]]\n",
        _night("2021-01/2021-12"),
        ('^[[observations]]\nperiod = "2021-01',),
    ),
    ViolationExample(
        "Q212",
        _INCOME,
        'zh = "网上门诊收入", en = "Income of online clinics" }\naliases = ["门诊收入"]',
        'zh = "网上门诊利润", en = "Profit of online clinics" }\naliases = ["门诊利润"]',
        ("value = ^100", "value = ^162.5"),
    ),
    ViolationExample(
        "Q213",
        _VISITS,
        '8万次" },\n]\n\n[[observations]]\nperiod = "2021"',
        f'8万次"{_VIA} }},\n]\n\n[[observations]]\nperiod = "2021"',
        ('  { source = "wanbao", exact = ^"2021年接诊8万次" }',),
    ),
    ViolationExample(
        "K409",
        _NIGHT,
        "[[observations]]\n",
        f'[[observations]]\ncomparator = ">"\n{_NIGHT_AGAIN}\n[[observations]]\n',
        ("value = ^25\n",),
    ),
    ViolationExample("K407", _NIGHT, "[[observations]]\n", _night("2021-12"), ("value = ^25\n",)),
    ViolationExample(
        "K407", _NIGHT, "[[observations]]\n", _night("2020-07/2021"), ("value = ^25\n",)
    ),
    ViolationExample(
        "K407",
        _NIGHT,
        "[[observations]]\n",
        "adds_up = true\n\n" + _night("2021-H1"),
        ("value = ^25\n",),
    ),
    ViolationExample(
        "K408",
        _INCOME,
        '[[rates]]\nid = "of-2020"',
        _OTHER_GROWTH + '\n[[rates]]\nid = "of-2020"',
        ('value = ^30\nunit = "%"\nstatus = "reported"\nc',),
    ),
    ViolationExample("B501", _TREND, 'horizon = "2025"\n', "", ('basis = ^"forecast"',)),
    ViolationExample(
        "B502", _CLAIM, "related =", 'horizon = "2025"\nrelated =', ('horizon = ^"2025"',)
    ),
    ViolationExample(
        "B502", _DRIVER, "supports =", "open_horizon = true\nsupports =", ("open_horizon = ^true",)
    ),
    ViolationExample(
        "B503", _DRIVER, "复诊可以上网。", "复诊最多。", ('text = { zh = ^"复诊最多。"',)
    ),
    ViolationExample(
        "B504", _DRIVER, "复诊可以上网。", "通知导致复诊上网。", ('text = { zh = ^"通知导致',)
    ),
    ViolationExample(
        "B505",
        _POLICY,
        _CITED,
        _CITED + _REQUIRED,
        ('force = ^"required"',),
    ),
    ViolationExample(
        "B506",
        _POLICY,
        _CITED,
        _CITED + _PLAIN_PROVISION + 'themes = ["market"]\n',
        ('themes = [^"market"]',),
    ),
    ViolationExample(
        "B507",
        _POLICY,
        _CITED,
        _CITED + 'themes = ["market"]\n' + _PLAIN_PROVISION + "themes = []\n",
        ('themes = [^"market"]',),
    ),
    ViolationExample(
        "B508",
        _POLICY,
        _CITED,
        f'{_CITED}themes = ["market", "night"]\n{_PLAIN_PROVISION}{_TYPED_PROVISION}',
        ('night"]\n^[[provisions]]',),
    ),
    ViolationExample(
        "B509",
        _POLICY,
        _CITED,
        _CITED + _PLAIN_PROVISION.replace("上网。", "上网（晚报转述）。"),
        ("text = ^{",),
    ),
    ViolationExample(
        "B509", _POLICY, _CITED, _CITED + _PLAIN_PROVISION + "retold = true\n", ("retold = ^true",)
    ),
    ViolationExample("E601", _SONGHE, '["松河"]', '["白杨资本"]', ('id = ^"songhe"',)),
    ViolationExample("E602", _POLICY, "市卫发〔2022〕15号", "市卫发[2022]15号", ('number = ^"',)),
    ViolationExample(
        "E603", _POLICY, 'issued = "2022-03"', 'issued = "2021-03"', ('issued = ^"2021-03"',)
    ),
    ViolationExample(
        "E604",
        _SONGHE,
        'role = "platform"',
        'role = "platform"\nparent = "songhe"',
        ('parent = ^"songhe"',),
    ),
    ViolationExample(
        "E605", _TERM, 'related = ["policy-return-visit"]\n', "", ('id = ^"term-return-visit"',)
    ),
    ViolationExample("E606", _CLAIM, '["songhe"]', '["songhe", "claim-largest"]', (', ^"claim-l',)),
    ViolationExample(
        "E606", _CLAIM, "related =", 'supports = ["claim-largest"]\nrelated =', ('s = [^"claim',)
    ),
    ViolationExample(
        "E606",
        _NIGHT,
        'compare_with = [{ id = "income"',
        'compare_with = [{ id = "night-income"',
        ('= [{ id = ^"night',),
    ),
    ViolationExample(
        "E606",
        _SONGHE,
        "[[relations]]",
        '[[relations]]\ntype = "partner"\nplayer = "songhe"\n'
        'citations = [{ source = "wanbao", exact = "投资方为白杨资本" }]\n\n[[relations]]',
        ('player = ^"songhe"',),
    ),
    ViolationExample("E607", _CLAIM, '["songhe"]', '["songhe", "songhe"]', (', ^"songhe"',)),
    ViolationExample(
        "E607",
        _NIGHT,
        "compare_with = [",
        'compare_with = [{ id = "income", why = { zh = "二。", en = "Two." } }, ',
        (', ^{ id = "income", why = { zh = "那',),
    ),
    ViolationExample(
        "E607",
        _CLAIM,
        "citations = [\n",
        'citations = [\n  { source = "wanbao", exact = "它自称是全市最大的平台" },\n',
        ('平台" },\n  ^{ source',),
    ),
    ViolationExample(
        "T701",
        _GAP,
        "只有2021年的数。",
        "市卫生局发文：复诊可以在网上进行。夜间需求会继续上升。",
        ('finding = { zh = ^"',),
    ),
    ViolationExample(
        "T701",
        _GAP,
        "只有2021年的数。",
        "市卫生局发文：复诊可以在网上进行。夜间需求会继续",
        ('finding = { zh = ^"',),
    ),
    ViolationExample(
        "T702", _GAP, "只有2021年的数。", "《门诊》,只有2021年的数。", ('finding = { zh = ^"',)
    ),
    ViolationExample(
        "T702", _GAP, "只有2021年的数。", "只有一年(约2021)。", ('finding = { zh = ^"',)
    ),
    ViolationExample(
        "T703", _GAP, "只有2021年的数。", "《门诊》 2021年的数。", ('finding = { zh = ^"',)
    ),
    ViolationExample(
        "T701",
        _GAP,
        "Only 2021 is given.",
        "It says that the night clinic sees its patients online and nobody in town has to wait.",
        ('en = ^"It says',),
    ),
    ViolationExample("T701", _GAP, "只有2021年的数。", f"原文：{_TAIL}", ('finding = { zh = ^"',)),
    ViolationExample(
        "T702", _GAP, "只有2021年的数。", "只有2021年,别无他年。", ('finding = { zh = ^"',)
    ),
    ViolationExample(
        "T703", _GAP, "只有2021年的数。", "只有 2021年的数。", ('finding = { zh = ^"',)
    ),
    ViolationExample("T704", _GAP, "Only 2021 is given.", "Only 2021  is given.", ('en = ^"Only',)),
    ViolationExample(
        "T705", _GAP, "Only 2021 is given.", "Only 2021\\u200b is given.", ('en = ^"Only',)
    ),
    ViolationExample(
        "T706", _GAP, "只有2021年的数。", "●只有2021年的数。", ('finding = { zh = ^"',)
    ),
    ViolationExample(
        "T707", _GAP, "Only 2021 is given.", "Only 网上门诊 is given.", ('en = ^"Only',)
    ),
    ViolationExample("T708", _GAP, "Only 2021 is given.", "TODO", ('en = ^"TODO"',)),
    ViolationExample(
        "T709", _GAP, _FINDING, _finding("只有3.64亿人。", "Only 36.4 million."), (_AT_FINDING,)
    ),
    ViolationExample(
        "T709", _GAP, _FINDING, _finding("只有2021年的。", "Only 2012."), (_AT_FINDING,)
    ),
    ViolationExample(
        "T709", _GAP, _FINDING, _finding("只有几家。", "Only 9 clinics."), ('en = ^"Only',)
    ),
    ViolationExample(
        "T709", _GAP, _FINDING, _finding("只有43%。", "Only 34 percent."), (_AT_FINDING,)
    ),
    ViolationExample(
        "T710",
        _SONGHE,
        'zh = "网上门诊平台。", en = "A platform for online clinics."',
        'zh = "网上门诊平台，9.9亿人。", en = "A platform, 990 million people."',
        ('summary = { zh = ^"', 'en = ^"A platform'),
    ),
    ViolationExample(
        "T710",
        _CLAIM,
        'zh = "它说自己最大。", en = "It calls itself the largest."',
        'zh = "它说自己占50%。", en = "It claims 50%."',
        ('text = { zh = ^"', 'en = ^"It claims'),
    ),
    ViolationExample(
        "T711",
        _SONGHE,
        'zh = "网上门诊平台。", en = "A platform for online clinics."',
        'zh = "网络门诊平台。", en = "Web clinics, Net+ style."',
        ('summary = { zh = ^"', 'en = ^"Web', 'en = ^"Web'),
    ),
    ViolationExample(
        "F801", _BRIEF, "网上门诊有多大。", "收入1961亿元。", ('summary = { zh = ^"',)
    ),
    ViolationExample(
        "F801",
        _BRIEF,
        "接诊{fact:visits@2021 8万次}。",
        "接诊{fact:visits@2021 8万次}，共8万次。",
        ('zh = ^"接诊',),
    ),
    ViolationExample(
        "F801", "content/briefing.toml", " in 2021.", " in 2021, or 1,961.", ('en = ^"Income:',)
    ),
    ViolationExample(
        "F802", _BRIEF, "visits@2021 8万次", "clinics@2022 30家", ('zh = ^"接诊', 'en = ^"There')
    ),
    ViolationExample(
        "F803", _BRIEF, "There were {fact:visits@2021 8万次}.", "Some visits.", ('en = ^"Some',)
    ),
    ViolationExample("F804", _BRIEF, "visits@2021 8万次", "visits@2021", _VISITED),
    ViolationExample("F804", _BRIEF, "visits@2021 8万次", "visits@2022 80万次", _VISITED),
    ViolationExample("F804", _BRIEF, "visits@2021 8万次", "visits@2021 万次8", _VISITED),
    ViolationExample("F804", _BRIEF, "visits@2021 8万次", "visits@2021 万次 8", _VISITED),
    ViolationExample("F805", _BRIEF, "income@2021 125亿元", "income@2021 512亿元", _TOLD),
    ViolationExample("F804", _DRIVER, '["pol', '["income@2021", "pol', ('= [^"income@2021"',)),
    ViolationExample("F804", _BRIEF, "income@2021 125亿元", "income@2021", _TOLD),
    ViolationExample("F804", _BRIEF, "income@2021 125亿元", "income#growth-2021", _TOLD),
    ViolationExample("F805", _VISITS, "value = 8\n", "value = 8.0\n", _VISITED, _BRIEF),
    ViolationExample("F805", _BRIEF, "visits@2021 8万次", "visits@2021 80000次", _VISITED),
    ViolationExample("F805", _BRIEF, "visits@2021 8万次", "visits@2022:forecast 8万次", _VISITED),
    ViolationExample(
        "F805",
        _TREND,
        "supports =",
        'disputed_by = [{ by = "visits@2021 9万次", reason = { zh = "少。", en = "Few." } }]\n'
        "supports =",
        ('by = ^"visits@2021',),
    ),
    ViolationExample(
        "F804",
        _TREND,
        "supports =",
        'disputed_by = [{ by = "visits", reason = { zh = "少。", en = "Few." } }]\nsupports =',
        ('by = ^"visits"',),
    ),
    ViolationExample(
        "F807",
        _TREND,
        "supports =",
        'disputed_by = [{ by = "wanbao", reason = { zh = "少。", en = "Few." } }]\nsupports =',
        ('by = ^"wanbao"',),
    ),
    ViolationExample("F808", _BRIEF, "visits@2021 8万次", "visits@2022:forecast 80万次", _VISITED),
    ViolationExample(
        "F808",
        _BRIEF,
        '接诊{fact:visits@2021 8万次}。"\nen = "There were {fact:visits@2021 8万次}.',
        '预测要到明年。接诊{fact:visits@2022:forecast 80万次}。"\n'
        'en = "Forecasts follow. There were {fact:visits@2022:forecast 80万次}.',
        ('zh = ^"预测要到', 'en = ^"Forecasts follow'),
    ),
    ViolationExample(
        "F808",
        "content/briefing.toml",
        "income@2021 125亿元",
        "income@2021:forecast 140亿元",
        ('zh = ^"收入', 'en = ^"Income'),
    ),
    ViolationExample(
        "F809",
        "content/briefing.toml",
        '[[themes]]\nid = "market"',
        '[[cards]]\nfigure = "songhe"\n\n[[themes]]\nid = "market"',
        ('figure = ^"songhe"',),
    ),
    ViolationExample(
        "F809",
        "content/briefing.toml",
        '[[themes]]\nid = "market"',
        '[[cards]]\nfigure = "income"\nbeside = [{ figure = "bureau" }]\n\n'
        '[[themes]]\nid = "market"',
        ('figure = ^"bureau"',),
    ),
    ViolationExample("F806", _GAP, "只有2021年的数。", "只有{income@2021}。", ('zh = ^"只有',)),
    ViolationExample("F806", _GAP, "Only 2021 is given.", "Only {fact:income.", ('en = ^"Only',)),
    ViolationExample(
        "G901", "content/briefing.toml", '"2023-05"', '"2023-04"', ('as_of = ^"2023-04"',)
    ),
    ViolationExample(
        "G902",
        _GAP,
        "finding =",
        'missing = [{ measure = "night-income", period = "2021" }]\nfinding =',
        ("= [^{ measure",),
    ),
    ViolationExample(
        "G902",
        _GAP,
        "finding =",
        'missing = [{ measure = "income", after = "2021" }]\nfinding =',
        ("= [^{ measure",),
    ),
    ViolationExample(
        "G902",
        _GAP,
        "finding =",
        'missing = [{ measure = "income", before = "2021" }]\nfinding =',
        ("= [^{ measure",),
    ),
    ViolationExample(
        "G902",
        _GAP,
        "finding =",
        'missing = [{ measure = "songhe" }]\nfinding =',
        ("= [^{ measure",),
    ),
    ViolationExample(
        "G904",
        _GAP,
        "只有2021年的数。",
        "三份资料都只有2021年的数。",
        ('finding = { zh = ^"三份',),
    ),
    ViolationExample(
        "T714",
        _POLICY,
        "number = ",
        'short = { zh = "关于网上复诊的一般通知", en = "Online visits" }\nnumber = ',
        ('short = { zh = ^"关于网上复诊的一般通知"',),
    ),
    ViolationExample(
        "T715",
        _POLICY,
        'en = "Notice on online follow-up visits"',
        'en = "Notice on follow-up visits that are held online"',
        ('en = ^"Notice on follow-up visits that are held online"',),
    ),
    ViolationExample(
        "T716", _GAP, "只有2021年的数。", "同文只有2021年的数。", ('finding = { zh = ^"同文',)
    ),
    ViolationExample(
        "T716",
        _GAP,
        "Only 2021 is given.",
        "According to the same article only 2021 is given.",
        ('en = ^"According to',),
    ),
    ViolationExample(
        "T717",
        _POLICY,
        _CITED,
        _CITED + _PLAIN_PROVISION.replace("复诊", "上述服务", 1),
        ('zh = ^"上述',),
    ),
    ViolationExample(
        "T717",
        _POLICY,
        _CITED,
        _CITED + _PLAIN_PROVISION.replace("Follow-up visits", "Also, they"),
        ('en = ^"Also',),
    ),
    ViolationExample(
        "G904",
        _GAP,
        "Only 2021 is given.",
        "None of the three documents goes beyond 2021.",
        ('en = ^"None of',),
    ),
    ViolationExample("V950", _CONCEPTS, '"practice"', '"income"', ('en = ["clinic", ^"income"',)),
    ViolationExample("V950", _CONCEPTS, '"practice"', '"revenues"', ('"clinic", ^"revenues"',)),
    ViolationExample(
        "V950",
        _CONCEPTS,
        '"practice"]',
        '"practice"]\nrelated = ["income"]',
        ('related = [^"income"]',),
    ),
    ViolationExample(
        "V952",
        _QUESTIONS,
        '"footfall"',
        '"takings of the clinic"',
        ('answer = "visits"\nen = [^"takings of the clinic"]',),
    ),
    ViolationExample("V952", _QUESTIONS, '"footfall"', '"进账多少"', ('en = [^"进账多少"]',)),
    ViolationExample("V951", _CONCEPTS, '"practice"', '"24/7"', ('["clinic", ^"24/7"]',)),
)


def violating_files(example: ViolationExample) -> dict[str, str]:
    """Return the files of the clean briefing with the change of the example."""
    if not example.old + example.new:  # remove the file
        return {name: text for name, text in CLEAN.items() if name != example.file}
    files = changed((example.file, example.old, example.new))
    return with_checksums(files) if example.recorded else files
