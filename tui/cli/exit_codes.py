"""The exit codes and their meanings, for the help."""

from __future__ import annotations

from tui.cli.messages import INVALID_CONTENT
from tui.document import shared_labels
from tui.text.language import Wording

EXIT_CODES: tuple[tuple[int, Wording], ...] = (
    (0, Wording("找到或完成", "found, or done")),
    (1, shared_labels.NOTHING_FOUND),
    (2, Wording("用法错误", "usage error")),
    (3, INVALID_CONTENT),
    (70, Wording("内部错误", "internal error")),
    (74, Wording("无法写入结果", "output error")),
    (130, Wording("被Ctrl+C中断", "interrupted by Ctrl+C")),
)
"""70 and 74 are those of sysexits.h; 130 is 128 + SIGINT, as in shells."""
