"""Texts of exported files, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.document import shared_labels
from tui.text.language import NO_TEXT, Wording

if TYPE_CHECKING:
    from tui.store.bibliography import Reference

PERIOD = shared_labels.PERIOD
VALUE = Wording("数值", "Value")
STATUS = shared_labels.STATUS
EVIDENCE = Wording("出处", "Evidence")
CONTENTS = Wording("目录", "Contents")
SKIP = Wording("跳到正文", "Skip to content")
SOURCES = Wording("参考文献", "References")
DISPUTED = shared_labels.DISPUTED
UNIT = Wording("单位：{unit}", "In {unit}")
EDITION = Wording("版本{edition}，数据截至{data_to}", "Edition {edition}, data to {data_to}")
BACK = Wording("回到引用处{number}", "Back to reference {number}")
TO_EVIDENCE = Wording("出处{number}", "Evidence {number}")
BY = Wording("（{by}）", " ({by})")
NOT_USED = Wording("未采用或有分歧的原因：", "Rejected or disputed because:")
NOTHING_CITED = Wording("没有引用任何来源", "cites no source")
ABOUT_FILE = Wording(
    "每个数字都附出处；引文照录原文，估计与预测均已注明。",
    "Every figure has its evidence. Quotations are as printed; estimates and forecasts are marked.",
)
STOP = Wording("：", ": ")
OWN_NOTE = Wording("读者自己的笔记，没有出处", "Reader's own note, without a source")
PINS_OF = Wording("收藏：{title}", "Pins: {title}")
PIN_GONE = Wording("本期简报里已没有这一条", "no longer in this briefing")
PIN_MISSING = Wording(f"{{id}}（{PIN_GONE.zh}）", f"{{id}} ({PIN_GONE.en})")
_NO_ADDRESS = Wording("来源没有注明网址", "the source gives no address")
_NO_DATE = Wording("来源没有注明日期", "the source gives no date")
_NEITHER = Wording("来源没有注明网址和日期", "the source gives neither address nor date")
_INFERRED = Wording(
    "{missing}，所列日期由编者推断", "{missing}; the date above is the editor's inference"
)


def missing_data(reference: Reference) -> Wording:
    """Return what a source does not give that its reference should have; empty for nothing."""
    if reference.date and not reference.inferred:
        return NO_TEXT if reference.url else _NO_ADDRESS
    missing = _NO_DATE if reference.url else _NEITHER
    return _INFERRED.format(missing=missing) if reference.date_latest else missing
