"""What the exit code says."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

EXIT_CODES: tuple[tuple[int, Wording], ...] = (
    (0, Wording("找到了，做完了", "found, done")),
    (1, shared_labels.NOTHING_FOUND),
    (2, Wording("用法不对", "wrong usage")),
    (3, Wording("内容不合规则", "the content does not hold")),
    (70, Wording("内部错误", "an error of medbrief itself")),
    (74, Wording("结果写不出去", "the answer cannot be written")),
    (130, Wording("被Ctrl+C中断", "interrupted by Ctrl+C")),
)
"""Codes above 3 are those of sysexits.h and of shells."""
