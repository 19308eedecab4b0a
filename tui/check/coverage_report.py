"""The coverage of a source as text and as JSON."""

from __future__ import annotations

from typing import Any

from tui.check.coverage import Coverage
from tui.text.language import Language, Wording

_COVERED = Wording(
    "{source}：{figures}个数字中{covered}个有引文",
    "{source}: {covered} of {figures} figures are quoted",
)
_UNCOVERED = Wording(
    "未引用：{text}　…{context}…（第{line}行）", "not quoted: {text}  …{context}… (line {line})"
)
_BY_FORM = Wording("按形式排除：{forms}", "excluded by form: {forms}")
_EXCLUDED = Wording("排除：“{exact}”：{reason}", "excluded: “{exact}”: {reason}")


def coverage_object(item: Coverage) -> dict[str, Any]:
    """Return a coverage as an object for JSON."""
    return {
        "source": item.source,
        "figures": item.figures,
        "covered": item.covered,
        "uncovered": [part._asdict() for part in item.uncovered],
        "excluded": [
            {"exact": exact, "reason": reason._asdict()} for exact, reason in item.excluded
        ],
        "by_form": {name.en: count for name, count in item.by_pattern},
    }


def coverage_lines(item: Coverage, language: Language) -> list[str]:
    """Return the lines of a coverage."""
    counts = {"source": item.source, "covered": item.covered, "figures": item.figures}
    details = [_UNCOVERED.format(**part._asdict()) for part in item.uncovered]
    if item.by_pattern:
        comma = "，" if language == "zh" else ", "
        forms = comma.join(f"{name.of(language)} {count}" for name, count in item.by_pattern)
        details.append(_BY_FORM.format(forms=forms))
    details += [_EXCLUDED.format(exact=exact, reason=why) for exact, why in item.excluded]
    return [
        f"{item.share:5.1f}%  " + _COVERED.format(**counts).of(language),
        *("        " + detail.of(language) for detail in details),
    ]
