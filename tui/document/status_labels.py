"""How sure a figure is, in words: the same everywhere a figure is shown."""

from __future__ import annotations

from tui.text.language import Wording

STATUS_WORDS: dict[str, Wording] = {
    "reported": Wording("已报告", "reported"),
    "estimate": Wording("估计", "estimate"),
    "forecast": Wording("预测", "forecast"),
}
RANK_WORDS: dict[str, Wording] = {
    "preferred": Wording("首选", "preferred"),
    "normal": Wording("并列", "beside it"),
    "deprecated": Wording("不采用", "not adopted"),
}
