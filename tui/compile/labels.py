"""Labels that several kinds of records share; those of one kind are in its file in ``kinds``."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

NOTES = {
    "inference": Wording("推断", "Inference"),  # below “Editor's notes”
    "doubt": shared_labels.DOUBT,
    "misprint": Wording("误印", "Misprint"),
    "scope": shared_labels.SCOPE,
    "date": Wording("日期", "Date"),
    "mismatch": Wording("数据不一致", "Mismatch"),
    "ambiguity": Wording("歧义", "Ambiguity"),
    "lost": Wording("缺失", "Missing"),
    "self_description": Wording("自我描述", "Self-description"),
    "anecdote": Wording("个例", "Anecdote"),
}
"""The kinds of the editor's notes."""

BASES = {
    "fact": Wording("事实", "fact"),
    "source_claim": Wording("来源的说法", "a source's claim"),
    "forecast": Wording("预测", "forecast"),
    "judgement": Wording("判断", "judgment"),
}
"""What a statement is."""

RELATED = Wording("相关", "Related")
FOUND_AS = Wording("检索别名", "Also found as")
SAID_BY = Wording("出自", "Said by")
AS_OF = Wording("截至", "As of")
YEAR_PASSED = Wording(
    "预测年份已过，资料中没有实际值。", "That year has passed; no outcome is in the documents."
)
DATA_TO = Wording("数据截至", "Data to")
ORIGINAL_TITLE = Wording("原题", "Chinese title")
ENGLISH_TITLE = Wording("英文原题", "English title")
DISAGREE = Wording("分歧：", "Dispute: ")
DISPUTES = Wording("涉及分歧：", "Cited in disputes: ")
NO_DATE = Wording("未注明", "not given")
NO_AUTHOR = Wording("未注明作者", "no author given")
