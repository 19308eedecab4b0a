"""Texts of exported files, in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

PERIOD = shared_labels.PERIOD
VALUE = Wording("数值", "Value")
STATUS = shared_labels.STATUS
EVIDENCE = Wording("出处", "Evidence")
CONTENTS = Wording("目录", "Contents")
SKIP = Wording("跳到正文", "Skip to content")
SOURCES = Wording("来源文件", "Sources")
DISPUTED = shared_labels.DISPUTED
UNIT = Wording("单位：{unit}", "In {unit}")
EDITION = Wording("版本{edition}，数据截至{data_to}", "Edition {edition}, data to {data_to}")
BACK = Wording("回到引用处{number}", "Back to reference {number}")
TO_EVIDENCE = Wording("出处{number}", "Evidence {number}")
NOT_USED = Wording("未采用或有分歧的原因：", "Rejected or disputed because:")
NOTHING_CITED = Wording("没有引用任何来源", "cites no source")
ABOUT_FILE = Wording(
    "每个数字都带着出处：引文照原文印出，估计与预测都已注明。由medbrief导出。",
    "No figure without its evidence: quoted words stand as printed; estimates and forecasts are "
    "named as such. Exported by medbrief.",
)
STOP = Wording("：", ": ")
OWN_NOTE = Wording("读者自己的笔记，没有出处", "Reader's own note, without a source")
PINS_OF = Wording("收藏：{title}", "Pins: {title}")
PIN_GONE = Wording("本期简报里已没有这一条", "no longer in this briefing")
PIN_MISSING = Wording(f"{{id}}（{PIN_GONE.zh}）", f"{{id}} ({PIN_GONE.en})")
