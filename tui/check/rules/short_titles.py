"""T7: a title that lists would cut has a short one, which fits."""

from __future__ import annotations

from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Bilingual, Gap, Policy, Record, Statement
from tui.text.language import LANGUAGES, Wording
from tui.text.width import cell_width

_MAX_TITLE = 44
"""Cells of a list of the app at 120 columns."""
_MAX_SHORT = 40


def _titles(context: CheckContext) -> Iterator[tuple[Record, Bilingual | None]]:
    for record in context.content.records:
        short = getattr(record, "short", None)
        yield record, short if isinstance(short, Bilingual) else None


def _long_short_title(context: CheckContext) -> Iterator[Violation]:
    for record, short in _titles(context):
        for language in LANGUAGES if short else ():
            cells = cell_width(short.of(language)) if short else 0
            if cells > min(_MAX_SHORT, cell_width(record.heading.of(language))):
                yield Violation(record.id, ("short", language), {"cells": cells})


def _no_short_title(context: CheckContext) -> Iterator[Violation]:
    for record, short in _titles(context):
        is_listed = isinstance(record, Policy | Gap) or (
            isinstance(record, Statement) and record.disputed_by
        )
        if short is None and is_listed:
            for language in LANGUAGES:
                cells = cell_width(record.heading.of(language))
                if cells > _MAX_TITLE:
                    field = "question" if isinstance(record, Gap) else "title"
                    yield Violation(record.id, (field, language), {"cells": cells})


RULES = (
    Rule(
        code="T714",
        severity="hint",
        message=Wording(
            f"简称宽{{cells}}格：应不超过{_MAX_SHORT}格，也不长于全称",
            f"short title of {{cells}} columns: expected at most {_MAX_SHORT}, and no more than "
            "the title has",
        ),
        fix=Wording("再缩短", "shorten it"),
        why=Wording("列表容不下，仍会截断。", "A list would cut it."),
        incorrect='short = { zh = "试点方案", en = "The plan for the trial of online care" }',
        correct='short = { zh = "试点方案", en = "Trial of online care" }',
        check=_long_short_title,
    ),
    Rule(
        code="T715",
        severity="hint",
        message=Wording(
            f"标题宽{{cells}}格，没有简称：列表只容{_MAX_TITLE}格",
            f"title of {{cells}} columns without a short one: lists have {_MAX_TITLE}",
        ),
        fix=Wording("加上简称：short = …", "add a short title: short = …"),
        why=Wording(
            "120列的窗口里，列表会截断标题。", "In a window of 120 columns, lists cut the title."
        ),
        incorrect='title = { zh = "…", en = "Notice issuing the work plan for the trial of care" }',
        correct='short = { zh = "试点方案", en = "Plan for the trial of care" }',
        check=_no_short_title,
    ),
)
