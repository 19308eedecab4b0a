"""F8: the cards of the overview show a figure."""

from __future__ import annotations

from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Statistic
from tui.model.briefing import FigureBeside
from tui.text.language import Wording


def _empty_card(context: CheckContext) -> Iterator[Violation]:
    for entry, path, card in context.parts(FigureBeside):
        record = context.records.get(card.figure)
        if not isinstance(record, Statistic) or not record.observations:
            yield Violation(entry, (*path, "figure"), {"id": card.figure})


RULES = (
    Rule(
        code="F809",
        severity="error",
        message=Wording(
            "卡片没有内容：“{id}”不是有数值的统计数据",
            "the card shows nothing: {id!r} is not a statistic with a figure",
        ),
        fix=Wording(
            "写一项有数值的统计数据；企业的指标须另建统计数据",
            "name a statistic with a figure; for a metric of a company, record a statistic",
        ),
        why=Wording(
            "卡片只显示统计数据；其他记录的卡片会从概览中消失。",
            "Cards show statistics; the card of any other record is missing from the overview.",
        ),
        incorrect='figure = "ping-an-good-doctor"   # a company',
        correct='figure = "market-size"',
        check=_empty_card,
    ),
)
