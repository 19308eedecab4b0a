"""E6: the date of issue of a policy is the one that its quotes name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Policy
from tui.text.language import MONTHS, Wording

_MONTH = rf"(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b",
    )
)
_ISSUED = re.compile(
    r"发布|印发|下发|出台|公布|颁布|发文|\b(?:[Ii]ssued|published|promulgated|released|adopted|enacted)\b"
)
_SENTENCE_ENDS = re.compile(r"[。！？；]|(?<=[a-z0-9)])[.!?;]\s+(?=[A-Z“])")


def _other_date_in_quote(context: CheckContext) -> Iterator[Violation]:
    for record in context.content.records:
        if not isinstance(record, Policy) or not record.issued or record.issued_note:
            continue
        sentences = (part for each in record.citations for part in _SENTENCE_ENDS.split(each.exact))
        dates = [date for part in sentences if _ISSUED.search(part) for date in _dates(part)]
        if dates and not any(date.startswith(record.issued) for date in dates):
            yield Violation(record.id, ("issued",), {"issued": record.issued, "date": dates[0]})


def _dates(text: str) -> Iterator[str]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["month"])
            yield f"{parts['year']}-{month:02}-{int(parts['day']):02}"


RULES = (
    Rule(
        code="E608",
        severity="error",
        message=Wording(
            "日期{issued}与引文所说的发布日期{date}不一致",
            "the date of issue, {issued}, differs from the one in the quotation, {date}",
        ),
        fix=Wording(
            "改正issued，或用issued_note说明", "correct issued, or explain it in issued_note"
        ),
        why=Wording(
            "日期以来源所写为准；年表和按日期的查询都用它。",
            "The source states the date; the timeline and queries by date rest on it.",
        ),
        incorrect='issued = "2022-03-18"\ncitations = [{ exact = "2022年3月8日印发" }]',
        correct='issued = "2022-03-08"\ncitations = [{ exact = "2022年3月8日印发" }]',
        check=_other_date_in_quote,
    ),
)
