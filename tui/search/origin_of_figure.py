"""Questions for the source of one figure: source of market size, where does the 43% come from,
用户数据来源. Answered by the figure, with who published it and whom they cite."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several_answers import names_policies
from tui.search.verdict import Verdict
from tui.text.language import Wording, in_one_line, one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store

_FIGURE = r"(?: (?:figures?|numbers?|data|values?|estimates?))?"
_ASKED = re.compile(
    r"(?:what(?:'s|’s| is| are| was)? |which is |give |show )?(?:the )?"
    r"(?:original |primary |data |first )?(?:source|origin) (?:of|for|behind) (?:the |this )?"
    rf"(?P<of>.+?){_FIGURE}"
    r"|where (?:do|does|did|is|are) (?:the |this )?(?P<where>.*\d.*|.+(?= (?:figure|number|data)))"
    rf"{_FIGURE} (?:come |came )?from"
    rf"|(?P<before>.+?){_FIGURE} (?:original |data )?(?:source|origin)"
    r"|(?P<zh>.+?)(?:这个|这一|的)*(?:数据|数字|数值)?(?:的|是)?(?:原始|数据)?"
    r"(?:来源|出处|来自哪里?|来自谁|来自何处|出自哪里?|出自谁|出自何处|从?哪里?来的?)"
    r"(?:于?是?什么|于?是谁|是?哪里|在哪里?|是?哪家|是?哪个机构)?"
    r"|(?:数据|数字)?(?:来源|出处)(?:是)?[ ：:]+(?P<after>.+)",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"(?:收入|营收|资金|利润|盈利|经费)的?$")
"""Before 来源: whose money it is, not which document states it."""
_SAYS = Wording("出自{source}，转引自{via}", "published by {source}, which cites {via}")
_SAYS_ITSELF = Wording(
    "出自{source}，未说明更早的来源", "published by {source}, which states no earlier source"
)


def origin_of_figure(
    store: Store,
    text: str,
    whole: Explanation,
    limit: int,
    explain: Callable[[Store, str, int], Explanation],
) -> Explanation | None:
    """Return the answers to a question without its words for a source, the first one, a figure,
    with a remark on where it is from; None for any other question, where none is exact, and where a
    gap about the origin answers. ``whole``: what the question finds as it is."""
    found = _ASKED.fullmatch(text.strip(" ?？"))
    rest = next(filter(None, found.groups()), "") if found else ""
    if not rest or (_OF_MONEY.search(rest) and "数" not in text):
        return None
    if whole.ranked and whole.ranked[0][1].match == "exact" and _is_gap(whole.ranked[0][0]):
        return None
    steps = explain(store, rest, limit)
    is_list = steps.several and len(steps.ranked) + steps.left > 1
    if (
        is_list
        or not (steps.ranked and steps.question.parts)
        or names_policies(store, steps.question)
    ):
        return None
    (first, verdict), *others = steps.ranked
    fact = first.described.chosen.fact
    if verdict.match != "exact" or not fact.value:
        return None
    remarks = [in_one_line(verdict.remark)] if verdict.remark.en else []
    remark = one_a_line([*remarks, *_origins(store, fact)])
    return steps._replace(ranked=[(first, Verdict("exact", (), remark)), *others])


def _is_gap(item: Ranked) -> bool:
    return item.described.record.kind == "gap"


def _origins(store: Store, fact: AnswerRow) -> list[Wording]:
    """Return for each source of a figure who published it and whom they cite, in words."""
    rows = store.query(
        "SELECT DISTINCT s.short_zh, s.short_en, e.via_zh, e.via_en FROM evidence e "
        "JOIN sources s ON s.id = e.source WHERE e.answer = ? AND e.side = 0 ORDER BY e.position",
        (fact.number,),
    )
    lines = []
    for zh, en, via_zh, via_en in rows:
        said = _SAYS if via_en else _SAYS_ITSELF
        lines.append(said.format(source=Wording(zh, en), via=Wording(via_zh, via_en)))
    return lines
