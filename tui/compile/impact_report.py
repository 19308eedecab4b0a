"""What a change of the content changes for readers, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.compile.impact import Impact
from tui.text.language import Language, Wording

_KINDS = {
    "figure": Wording("数字改变", "figures that change"),
    "removed": Wording("删去", "removed"),
    "added": Wording("新增", "added"),
    "dispute opened": Wording("出现分歧", "disagreements opened"),
    "dispute closed": Wording("分歧消除", "disagreements closed"),
    "gap answered": Wording("缺口已有答案", "data gaps answered"),
    "outdated": Wording("文字过时", "outdated texts"),
    "answer": Wording("查询的答案改变", "answers of queries that change"),
}
_REFERENCES = Wording("（{count}处引用）", " ({count} references)")


def impact_lines(impacts: Sequence[Impact], language: Language) -> list[str]:
    """Return the lines of a report, by kind."""
    lines: list[str] = []
    for kind, title in _KINDS.items():
        own = [impact for impact in impacts if impact.kind == kind]
        if own:
            lines += ["", f"{title.of(language)}  {len(own)}"]
        lines += [_line(impact, language) for impact in own]
    return lines[1:]


def _line(impact: Impact, language: Language) -> str:
    before, after = impact.before.of(language), impact.after.of(language)
    change = f"{before} → {after}" if before and after else before or after
    count = _REFERENCES.format(count=impact.references).of(language) if impact.references else ""
    return f"  {impact.id}  {change}{count}"


def impact_object(impact: Impact) -> dict[str, Any]:
    """Return an impact as an object for JSON."""
    return {
        "kind": impact.kind,
        "id": impact.id,
        "before": impact.before._asdict() if any(impact.before) else None,
        "after": impact.after._asdict() if any(impact.after) else None,
        "references": impact.references,
    }
