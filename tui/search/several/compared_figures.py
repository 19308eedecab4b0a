"""The figures of records that are compared, in one remark."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.store import AnswerRow

MEASURES_DIFFER = Wording(
    "指标不同，不能直接比较大小", "the measures differ, so sizes cannot be compared directly"
)
_NOT_ALIKE = Wording(
    "口径或时期不同，不能直接比较大小",
    "definitions or periods differ, so sizes cannot be compared directly",
)
_FIGURE = Wording("{title}：{answer}", "{title}: {answer}")


def figures_side_by_side(facts: Sequence[AnswerRow]) -> list[Wording]:
    """Return the figure of each record, and that they are of different measures or periods where
    they are; none where fewer than two have one."""
    figures = [fact for fact in facts if fact.value]
    if len(figures) < 2:
        return []
    measures = {
        fact.fact.partition("@")[0].partition("#")[0].rpartition(".")[2] for fact in figures
    }
    is_alike = len(measures) == 1 and len({fact.period for fact in figures}) == 1
    clauses = [_FIGURE.format(title=fact.title, answer=fact.answer) for fact in figures]
    return clauses if is_alike else [*clauses, _NOT_ALIKE]
