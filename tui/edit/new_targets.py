"""Make a record or measure that does not exist yet, beginning with what a candidate states: a
company with a name, a measure of a company or a statistic with a figure, a policy, a claim."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tui.check.context import CheckContext, LocatedMeasure
from tui.edit.accepted_figure import UnfitFigureError, accepted_figure, measure_unit
from tui.edit.claim_finder import ClaimSentence
from tui.edit.figure_finder import FigureCandidate
from tui.edit.given_values import GivenValues, with_given
from tui.edit.name_finder import NameMention, PolicyTitle
from tui.edit.new_records import (
    TO_DO,
    citations,
    claim_lines,
    policy_lines,
    related_line,
    text_of,
)
from tui.edit.record_insertion import RecordEdit, insert_measure, read_record
from tui.edit.source_review import Found
from tui.load.content import BRIEFING_FILE
from tui.load.unfinished import DRAFT_KEY
from tui.model import Metric, Player, Policy, Record, Statement, Statistic
from tui.model.base import SLUG_PATTERN, Bilingual
from tui.text.language import Wording

_INVALID_ID = Wording(
    "标识“{id}”无效：应为小写字母与数字，以连字符相连，如market-size",
    "invalid id {id!r}: expected lower-case letters and digits joined by hyphens",
)
_NO_COMPANY = Wording(
    "没有企业“{id}”：先用medbrief new company {id}新建",
    "no company {id!r}: make it first with medbrief new company {id}",
)
_NOT_MADE = Wording(
    "名称可新建企业，数字可新建指标或统计数据，政策、说法新建其记录：其他记录用medbrief new",
    "a name makes a company, a figure a measure or statistic, a policy or claim its record: "
    "use medbrief new for other records",
)
_BEGINS_WITH_VALUE = Wording(
    "新指标的第一个数字是增长率：用--unit写明指标的单位，如亿元",
    "the first figure of the new measure is a growth: set the unit of the measure with --unit",
)


class NoCompanyError(UnfitFigureError):
    """A measure of a company that does not exist; ``company``: its id."""

    def __init__(self, company: str) -> None:
        super().__init__(_NO_COMPANY.format(id=company))
        self.company = company


_SLUG = re.compile(SLUG_PATTERN)


class _NewText(NamedTuple):
    """A new file. ``line``: of what readers see first."""

    model: type[Record]
    text: str


def make_target(
    context: CheckContext,
    source: str,
    target: str,
    found: Found,
    given: GivenValues,
    citation: str,
) -> RecordEdit:
    """Return the change that makes ``target`` and puts a candidate into it. A new record is a
    draft: what the document does not say is marked as to do.

    Raises:
        NoCompanyError: the measure is of a company that does not exist.
        UnfitFigureError: it cannot be made from this candidate.
        ContentError: the record would be invalid.
    """
    for part in target.split(".", 1):
        if not _SLUG.fullmatch(part) or len(part) > 60:
            raise UnfitFigureError(_INVALID_ID.format(id=part))
    if isinstance(found, NameMention) and "." not in target:
        return _new_file(context, target, _company(context, source, target, given, citation))
    title = _title(context, given)
    if isinstance(found, PolicyTitle) and "." not in target:
        lines = policy_lines(context, source, target, title, found, citation)
        return _new_file(context, target, _NewText(Policy, _joined(lines)))
    if isinstance(found, ClaimSentence) and "." not in target:
        lines = claim_lines(context, source, target, title, found, citation)
        return _new_file(context, target, _NewText(Statement, _joined(lines)))
    if not isinstance(found, FigureCandidate):
        raise UnfitFigureError(_NOT_MADE)
    entry, _, metric = target.partition(".")
    if metric and not isinstance(context.records.get(entry), Player):
        raise NoCompanyError(entry)
    figure, unit = _first_figure(found, given)
    measure = Metric.model_construct(
        id="", title=_bilingual(given), unit=unit, observations=(), rates=()
    )
    accepted = accepted_figure(LocatedMeasure("", (), "", measure), figure, citation)
    if not metric:
        lines = [
            *_statistic(context, source, target, given, unit, citation),
            "",
            f"[[{accepted.table}]]",
        ]
        return _new_file(
            context, target, _NewText(Statistic, _joined([*lines, *accepted.item.lines()]))
        )
    keys = (f'id = "{metric}"', f"title = {_title(context, given)}", f'unit = "{unit}"')
    return insert_measure(context, entry, keys, accepted)


def _bilingual(given: GivenValues) -> Bilingual:
    title = given.title or TO_DO
    return Bilingual(zh=title.zh, en=title.en)


def _first_figure(found: FigureCandidate, given: GivenValues) -> tuple[FigureCandidate, str]:
    """Return the figure and the unit of its measure: for a growth, the unit that is given is that
    of the measure."""
    if found.form in ("level", "share"):
        figure = with_given(found, given)
        return figure, measure_unit(figure)
    if found.unit in ("%", "百分点", "倍") and found.form != "change":
        if not given.unit:
            raise UnfitFigureError(_BEGINS_WITH_VALUE)
        return with_given(found, given._replace(unit="")), given.unit
    figure = with_given(found, given)
    return figure, measure_unit(figure)


def _company(
    context: CheckContext, source: str, target: str, given: GivenValues, citation: str
) -> _NewText:
    lines = [
        f"{DRAFT_KEY} = true",
        "",
        f'id = "{target}"',
        f"names = {_title(context, given)}",
        'role = "platform"  # to do',
        f"summary = {text_of(TO_DO, context)}  # to do",
        *related_line(context, source),
        *citations(citation),
    ]
    return _NewText(Player, _joined(lines))


def _statistic(
    context: CheckContext, source: str, target: str, given: GivenValues, unit: str, citation: str
) -> list[str]:
    return [
        f"{DRAFT_KEY} = true",
        "",
        f'id = "{target}"',
        f"title = {_title(context, given)}",
        f"summary = {text_of(TO_DO, context)}  # to do",
        f"scope = {text_of(TO_DO, context)}  # to do",
        f'unit = "{unit}"',
        *related_line(context, source),
        *citations(citation),
    ]


def _title(context: CheckContext, given: GivenValues) -> str:
    assert given.title is not None
    return text_of(given.title, context)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _new_file(context: CheckContext, target: str, new: _NewText) -> RecordEdit:
    folder = Path(context.content.files[BRIEFING_FILE].name).parent
    file = str(folder / new.model.folder / f"{target}.toml")
    record = read_record(context, new.model, file, new.text)
    return RecordEdit(target, file, 3, "", new.text, record)
