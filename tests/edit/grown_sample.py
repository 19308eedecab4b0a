"""The sample briefing with an article that has grown: new figures, a claim and a new name."""

from __future__ import annotations

from pathlib import Path

from tui.check.context import CheckContext
from tui.edit.review_session import ReviewSession
from tui.load import load_content

SOURCE = "herald-2023"
ADDED = """\
<p>2024年线上问诊市场规模为150亿元，同比增长18%。2023年线上问诊市场规模为118亿元。</p>
<p>业内认为，信任是最大的瓶颈。长乐健康的对手越来越多。2022年线上问诊市场规模增至100亿元。</p>
<p>白杨资本有限公司称，旗下共12个产品。</p>
"""


def grow(content: Path) -> None:
    """Add the text to the original of a copy of the sample."""
    original = content.parent / "originals" / "herald.txt"
    original.write_text(original.read_text("utf-8") + ADDED, "utf-8")


def open_session(content: Path) -> ReviewSession:
    """Return the review of the article in a copy of the sample."""
    context = CheckContext(load_content(content), content.parent / "originals")
    return ReviewSession(context, content, SOURCE)
