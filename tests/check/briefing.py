"""A small briefing without a single breach, for tests to break: files by name, as text.

Its newspaper, its companies and its figures are invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

Files: TypeAlias = Mapping[str, str]
"""Texts by path below the folder: ``content/briefing.toml``, ``seeds/…``, ``originals/…``."""
Change: TypeAlias = tuple[str, str, str]
"""A file, what to replace in it wherever that stands, and by what. A file that is not there is
written anew."""

_WANBAO = """<h1>网上看病记</h1>
全市网上门诊2020年收入100亿元，2021年增至<b>125</b>亿元，同比增长25%，相当于上年的125%。
2022年收入1.625亿元，比上年增长30%。
夜间门诊2021年收入为25亿元，占同年收入的20%。
全市约40家诊所接入网上门诊；一份旧统计说2022年只有30家。
2021年接诊8万次；2022年预计接诊80万次。
据青松咨询报告，有望在2025年达到300亿元。
松河健康月访问超过3，600次，投资方为白杨资本。它自称是全市最大的平台。
市卫生局发文：复诊可以在网上进行。夜间需求会继续上升。
"""

_SUIBI = """2021年网上门诊有望做到140亿元，我们等着看。
"""

CLEAN: Files = {
    "originals/wanbao.txt": _WANBAO,
    "originals/suibi.txt": _SUIBI,
    "seeds/wanbao.toml": f"""id = "wanbao"
type = "article-newspaper"
title = {{ zh = "网上看病记", en = "Seeing the doctor online" }}
short = {{ zh = "晚报2023", en = "Evening News 2023" }}
language = "zh"
date_published = "2023-05-10"
license = {{ zh = "转载须经报社书面许可。", en = "No reprint without written permission." }}
source_descriptor = {{ zh = "为测试编写的报道，数字皆为虚构。", en = "A report, invented." }}

[original]
file = "wanbao.txt"
size = {len(_WANBAO.encode())}
sha256 = "{sha256(_WANBAO.encode()).hexdigest()}"
""",
    "seeds/suibi.toml": f"""id = "suibi"
type = "dataset"
title = {{ zh = "随笔", en = "Jottings" }}
short = {{ zh = "随笔", en = "Jottings" }}
language = "zh"
license = {{ zh = "手稿没有授权声明。", en = "The manuscript states no licence." }}
source_descriptor = {{ zh = "为测试编写的随笔，数字皆为虚构。", en = "Jottings, invented." }}

[date_inferred]
earliest = "2020-03"
latest = "2020-12"
reason = {{ zh = "把2021年写作将来。", en = "It puts 2021 in the future." }}

[original]
file = "suibi.txt"
size = {len(_SUIBI.encode())}
sha256 = "{sha256(_SUIBI.encode()).hexdigest()}"
""",
    "content/briefing.toml": """title = { zh = "网上门诊简报", en = "Online clinics: a briefing" }
subtitle = { zh = "测试用", en = "For tests" }
edition = "一"
as_of = "2023-05"

[[lines]]
text = { zh = "收入：2021年{fact:income@2021}。", en = "Income: {fact:income@2021} in 2021." }
leads_to = "income"

[[themes]]
id = "market"
title = { zh = "市场", en = "Market" }
""",
    "content/statistics/income.toml": """id = "income"
title = { zh = "网上门诊收入", en = "Income of online clinics" }
aliases = ["门诊收入"]
summary = { zh = "2021年125亿元。", en = "CNY 12.5 billion in 2021." }
scope = { zh = "报道没有说明口径。", en = "The report does not state its scope." }
unit = "亿元"
related = ["gap-night-2022"]
citations = [
  { source = "wanbao", exact = "全市网上门诊2020年收入" },
]

[[observations]]
period = "2020"
value = 100
unit = "亿元"
status = "reported"
citations = [
  { source = "wanbao", exact = "2020年收入100亿元" },
]

# The one that the briefing follows.
[[observations]]
period = "2021"
value = 125
unit = "亿元"
status = "reported"
rank = "preferred"
reason_for_rank = { zh = "是报告值。", en = "It was reported." }
citations = [
  { source = "wanbao", exact = "2021年增至125亿元" },
]

[[observations]]
period = "2021"
value = 140
unit = "亿元"
status = "forecast"
reason_for_rank = { zh = "只是预测。", en = "It was only forecast." }
citations = [
  { source = "suibi", exact = "2021年网上门诊有望做到140亿元" },
]

[[observations]]
period = "2022"
value = 162.5
unit = "亿元"
status = "reported"
as_printed = "1.625亿元"
citations = [
  { source = "wanbao", exact = "2022年收入1.625亿元" },
]
[observations.correction]
reason = { zh = "小数点错了两位。", en = "The point is two places off." }
proof = { zh = "125亿元加三成为162.5亿元。", en = "12.5 billion and 30% more is 16.25 billion." }
proved_by = ["income#growth-2022"]

[[observations]]
period = "2025"
value = 300
unit = "亿元"
status = "forecast"
citations = [
  { source = "wanbao", exact = "有望在2025年达到300亿元", via = { zh = "青松咨询", en = "Pine" } },
]

[[rates]]
id = "growth-2021"
type = "growth"
period = "2021"
value = 25
unit = "%"
status = "reported"
start = "income@2020"
end = "income@2021"
citations = [
  { source = "wanbao", exact = "同比增长25%" },
]

[[rates]]
id = "growth-2022"
type = "growth"
period = "2022"
value = 30
unit = "%"
status = "reported"
start = "income@2021"
end = "income@2022"
citations = [
  { source = "wanbao", exact = "比上年增长30%" },
]

[[rates]]
id = "of-2020"
type = "share"
period = "2021"
value = 125
unit = "%"
status = "reported"
part = "income@2021"
whole = "income@2020"
note = { zh = "两个年份相比，不是部分与整体。", en = "Two years compared." }
citations = [
  { source = "wanbao", exact = "相当于上年的125%" },
]
""",
    "content/statistics/night-income.toml": """id = "night-income"
title = { zh = "夜间门诊收入", en = "Income of night clinics" }
summary = { zh = "2021年25亿元。", en = "CNY 2.5 billion in 2021." }
scope = { zh = "网上门诊收入的一部分。", en = "A part of the income of online clinics." }
unit = "亿元"
compare_with = [{ id = "income", why = { zh = "那是全天的。", en = "That is day and night." } }]
citations = [
  { source = "wanbao", exact = "夜间门诊2021年收入" },
]

[[observations]]
period = "2021"
value = 25
unit = "亿元"
status = "reported"
citations = [
  { source = "wanbao", exact = "夜间门诊2021年收入为25亿元" },
]
""",
    "content/statistics/night-share.toml": """id = "night-share"
title = { zh = "夜间占比", en = "Share of the night" }
summary = { zh = "2021年五分之一。", en = "A fifth in 2021." }
scope = { zh = "按收入计。", en = "By income." }
unit = "%"
denominator = { zh = "网上门诊收入", en = "the income of online clinics" }
related = ["night-income"]
citations = [
  { source = "wanbao", exact = "占同年收入" },
]

[[observations]]
period = "2021"
value = 20
unit = "%"
status = "reported"
citations = [
  { source = "wanbao", exact = "占同年收入的20%" },
]

[[observations]]
period = "2022"
value = 15.4
unit = "%"
status = "estimate"
note = { zh = "25亿元除以162.5亿元。", en = "2.5 billion divided by 16.25 billion." }
citations = [
  { source = "wanbao", exact = "夜间门诊2021年收入为25亿元", relation = "derived" },
]

[[rates]]
id = "share-2021"
type = "share"
period = "2021"
value = 20
unit = "%"
status = "reported"
part = "night-income@2021"
whole = "income@2021"
citations = [
  { source = "wanbao", exact = "占同年收入的20%" },
]
""",
    "content/statistics/clinics.toml": """id = "clinics"
title = { zh = "接入的诊所", en = "Clinics connected" }
summary = { zh = "约40家。", en = "About 40." }
scope = { zh = "报道没有说明口径。", en = "The report does not state its scope." }
unit = "家"
related = ["income"]
citations = [
  { source = "wanbao", exact = "诊所接入网上门诊" },
]

[[observations]]
period = "2022"
value = 30
unit = "家"
status = "reported"
rank = "deprecated"
reason_for_rank = { zh = "旧统计，没有出处。", en = "An old count." }
citations = [
  { source = "wanbao", exact = "2022年只有30家" },
]

[[observations]]
period = "2023-05"
value = 40
unit = "家"
comparator = "~"
status = "reported"
citations = [
  { source = "wanbao", exact = "全市约40家诊所接入" },
]
""",
    "content/statistics/visits.toml": """id = "visits"
title = { zh = "接诊次数", en = "Visits" }
summary = { zh = "2021年8万次。", en = "80,000 in 2021." }
scope = { zh = "报道没有说明口径。", en = "The report does not state its scope." }
unit = "万次"
related = ["clinics"]
citations = [
  { source = "wanbao", exact = "2021年接诊8万次" },
]

[[observations]]
period = "2021"
value = 8
unit = "万次"
status = "reported"
citations = [
  { source = "wanbao", exact = "2021年接诊8万次" },
]

[[observations]]
period = "2022"
value = 80
unit = "万次"
status = "forecast"
note = { zh = "增至十倍，原文如此。", en = "Ten times as many, as printed." }
citations = [
  { source = "wanbao", exact = "2022年预计接诊80万次" },
]
""",
    "content/players/songhe.toml": """id = "songhe"
names = { zh = "松河健康", en = "Songhe Health" }
aliases = ["松河"]
role = "platform"
summary = { zh = "网上门诊平台。", en = "A platform for online clinics." }
citations = [
  { source = "wanbao", exact = "松河健康" },
]

[[metrics]]
id = "monthly-visits"
title = { zh = "月访问", en = "Monthly visits" }
unit = "次"

[[metrics.observations]]
period = "2023-05"
value = 3600
unit = "次"
comparator = ">"
status = "reported"
citations = [
  { source = "wanbao", exact = "月访问超过3，600次" },
]

[[relations]]
type = "investor"
player = "baiyang"
citations = [
  { source = "wanbao", exact = "投资方为白杨资本" },
]
""",
    "content/players/baiyang.toml": """id = "baiyang"
names = { zh = "白杨资本", en = "Poplar Capital" }
role = "investor"
summary = { zh = "投资松河健康的机构。", en = "An investor in Songhe Health." }
citations = [
  { source = "wanbao", exact = "白杨资本" },
]
""",
    "content/players/bureau.toml": """id = "bureau"
names = { zh = "市卫生局", en = "The city's health bureau" }
role = "government"
summary = { zh = "主管门诊的部门。", en = "It supervises clinics." }
citations = [
  { source = "wanbao", exact = "市卫生局" },
]
""",
    "content/policies/policy-return-visit.toml": """id = "policy-return-visit"
title = { zh = "关于网上复诊的通知", en = "Notice on online follow-up visits" }
number = "市卫发〔2022〕15号"
level = "provincial"
issuers = ["bureau"]
issued = "2022-03"
summary = { zh = "允许网上复诊。", en = "It allows follow-up visits online." }
citations = [
  { source = "wanbao", exact = "复诊可以在网上进行" },
]
""",
    "content/themes/driver-return-visit.toml": """id = "driver-return-visit"
kind = "driver"
basis = "fact"
title = { zh = "复诊放开", en = "Follow-ups allowed" }
text = { zh = "复诊可以上网。", en = "Follow-ups may be held online." }
supports = ["policy-return-visit"]
citations = [
  { source = "wanbao", exact = "复诊可以在网上进行" },
]
""",
    "content/themes/trend-night.toml": """id = "trend-night"
kind = "trend"
basis = "forecast"
said_by = { zh = "晚报", en = "The Evening News" }
title = { zh = "夜间上升", en = "The night is rising" }
text = { zh = "夜间需求还会涨。", en = "Demand at night will go on rising." }
horizon = "2025"
supports = ["night-income"]
citations = [
  { source = "wanbao", exact = "夜间需求会继续上升" },
]
""",
    "content/themes/claim-largest.toml": """id = "claim-largest"
kind = "claim"
basis = "source_claim"
said_by = { zh = "松河健康", en = "Songhe Health" }
title = { zh = "自称最大", en = "Said to be the largest" }
text = { zh = "它说自己最大。", en = "It calls itself the largest." }
related = ["songhe"]
citations = [
  { source = "wanbao", exact = "它自称是全市最大的平台" },
]
""",
    "content/glossary/term-return-visit.toml": """id = "term-return-visit"
term = { zh = "网上复诊", en = "Online follow-up" }
definition = { zh = "已看过的病再看一次。", en = "A second visit for a known illness." }
related = ["policy-return-visit"]
citations = [
  { source = "wanbao", exact = "复诊可以在网上进行" },
]
""",
    "content/gaps/gap-night-2022.toml": """id = "gap-night-2022"
question = { zh = "2022年夜间收入是多少？", en = "What was the night's income in 2022?" }
kind = "missing_period"
looked_in = ["wanbao"]
finding = { zh = "只有2021年的数。", en = "Only 2021 is given." }
citations = [
  { source = "wanbao", exact = "夜间门诊2021年收入" },
]
""",
    "content/briefs/one-minute.toml": """id = "one-minute"
title = { zh = "一分钟", en = "One minute" }
summary = { zh = "网上门诊有多大。", en = "How large online clinics are." }

[[passages]]
heading = { zh = "收入", en = "Income" }

[[passages.paragraphs]]
zh = "2021年收入{fact:income@2021}，夜间{fact:night-share@2021}。"
en = "In 2021 income was {fact:income@2021}, {fact:night-share@2021} of it at night."

[[passages.paragraphs]]
zh = "诊所{fact:clinics@2023-05}。"
en = "There are {fact:clinics@2023-05}."
""",
}


def changed(*changes: Change) -> dict[str, str]:
    """The clean files with each change made."""
    texts = dict(CLEAN)
    for name, old, new in changes:
        if name in texts:
            assert old in texts[name], f"{old!r} is not in {name}"
            texts[name] = texts[name].replace(old, new)
        else:
            texts[name] = new
    return texts


def sealed(files: Files) -> dict[str, str]:
    """The files with the checksums of the originals as they now are."""
    texts = dict(files)
    for name, text in files.items():
        if name.startswith("seeds/"):
            original = files["originals/" + re.findall(r'file = "(.*)"', text)[0]].encode()
            text = re.sub(r"size = \d+", f"size = {len(original)}", text)
            digest = f'sha256 = "{sha256(original).hexdigest()}"'
            texts[name] = re.sub(r'sha256 = ".*"', digest, text)
    return texts


def write(folder: Path, files: Files = CLEAN) -> Path:
    """Write the files below a folder; returns the content folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder / "content"
