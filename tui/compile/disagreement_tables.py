"""The tables of a disagreement's page: a row for each side, then what the editor makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import cast

from tui.compile import labels
from tui.compile.facts.answer import Side
from tui.compile.facts.disagreement_sides import disputes_of
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import measure_title, observation_text, status_in_words
from tui.compile.page_builder import PageBuilder
from tui.document import Cell, Role, Span, Spans, shared_labels
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS, rank_role
from tui.model import Citation, Dispute, Measure, Observation, Statement
from tui.text.language import Wording
from tui.text.number_format import format_quantity, without_counted
from tui.text.periods import format_period
from tui.text.units import UNITS

_SOURCE_AND_DATE = Wording("来源（写作时间）", "Source (written)")
_FIGURE_HEADS = (
    Wording("数值", "Value"),
    shared_labels.PERIOD,
    shared_labels.STATUS,
    _SOURCE_AND_DATE,
    Wording("理由", "Why"),
)
_SIDE_HEADS = (
    Wording("一方", "Side"),
    shared_labels.STATUS,
    _SOURCE_AND_DATE,
    Wording("内容", "What it says"),
)
_CLAIM = Wording("说法", "Claim")
_BESIDE = shared_labels.FOR_COMPARISON
_REPLY = Wording("与另一方对照：{reason}", "Beside the other side: {reason}")
_COMPARED_BY = Wording("编者注", "Editor's note")
_BY_EDITOR = Wording(
    "由编者并列对照，来源之间未必相互回应",
    "compared here by the editor; the sources may not refer to each other",
)
_BESIDE_NUMBER = Wording("对照{number}", "For comparison {number}")
_MEASURE = Wording("指标", "Measure")
_STATEMENT = Wording("论断", "Record")
_DIFFERENCE = Wording("差额", "Difference")
_CONCLUSION = Wording("结论", "Conclusion")
_ABOVE = Wording(
    "{amount}（{value}比{first}高{percent}%）", "{amount} ({value} is {percent}% above {first})"
)
_BELOW = Wording(
    "{amount}（{value}比{first}低{percent}%）", "{amount} ({value} is {percent}% below {first})"
)
_WITHOUT_PERCENT = Wording("{amount}（{value}与{first}）", "{amount} ({value} and {first})")
_USED = Wording(
    "{period}采用{value}（{source}）。{reason}", "{value} ({source}) is used{period}. {reason}"
)
_NONE_PREFERRED = Wording(
    "{period}未作取舍，各值并列。", "None is preferred{period}: the values are listed side by side."
)
_NONE_USED = Wording("{period}没有可采用的值。", "No value is used{period}.")
_FOR_PERIOD = Wording("{period}", " for {period}")


def add_rivals(
    page: PageBuilder, measure: Measure, record: str, groups: Sequence[Sequence[Observation]]
) -> None:
    """Add a row for each value: period, status, source, when that was written, and why; below
    them the differences, the conclusion, and a link to the record of the measure."""
    name = page.of(measure_title(measure) or page.catalogue.title(record))
    rows = [_figure(page, measure, item, name) for group in groups for item in group]
    page.table(_FIGURE_HEADS, rows, prose=True)
    differences = [
        _with_period(page, first, text) if len(groups) > 1 else text
        for first, *others in groups
        for other in others
        if (text := _difference(page, measure, first, other, name))
    ]
    conclusions = [_conclusion(page, measure, group) for group in groups]
    stop = "；" if page.language == "zh" else "; "
    page.fields(
        [
            (_DIFFERENCE, stop.join(differences)),
            (_CONCLUSION, page.spans(("" if page.language == "zh" else " ").join(conclusions))),
            (_MEASURE, (page.link(record),)),
        ]
    )


def add_sides(page: PageBuilder, statement: Statement, entry: Disagreement) -> None:
    """Add a row for a statement and for each fact that disputes it: its status, source, when that
    was written, and what is said, with the reasons against the other side, or why the fact, named
    below, disputes the statement; then a link to the record of the statement."""
    basis = page.of(labels.BASES[statement.basis])
    claim: tuple[Cell, ...] = (
        page.cell(page.of(_CLAIM), "label"),
        page.cell(basis),
        _sources(page, statement.citations),
        (
            page.text_with_marks(statement.text, statement.citations),
            *(page.spans(page.of(_REPLY.format(reason=each.wording()))) for each in entry.replies),
        ),
    )
    sides = disputes_of(entry.disputes, page.catalogue)
    many = len(sides) > 1
    rows = [claim]
    for number, (dispute, side) in enumerate(zip(entry.disputes, sides, strict=True), 1):
        name = _BESIDE_NUMBER.format(number=number) if many else _BESIDE
        rows.append((page.cell(page.of(name), "warning"), *_dispute(page, dispute, side)))
    page.table(_SIDE_HEADS, rows, prose=True)
    said_by = [(labels.SAID_BY, statement.said_by)] if statement.said_by else []
    page.fields(
        [
            *said_by,
            (_STATEMENT, (page.link(statement.id),)),
            (_COMPARED_BY, page.spans(page.of(_BY_EDITOR))),
        ]
    )


def _dispute(page: PageBuilder, dispute: Dispute, side: Side) -> tuple[Cell, ...]:
    status = side.figure.status if side.figure else ""
    status_words = STATUS_WORDS[status].of(page.language) if status else ""
    entry = page.catalogue.entry(side.record)
    if isinstance(entry, Statement):
        status_words = page.of(labels.BASES[entry.basis])
    return (
        page.cell(status_words, cast("Role", status or "body")),
        _sources(page, side.citations),
        (page.text_with_marks(dispute.reason, side.citations), page.reference(dispute.by)),
    )


def _sources(page: PageBuilder, citations: Iterable[Citation]) -> Cell:
    sources = (citation.source for citation in citations)
    return page.cell(page.catalogue.sources_and_dates(sources, page.language), "label")


def _figure(page: PageBuilder, measure: Measure, item: Observation, name: str) -> tuple[Cell, ...]:
    marks = page.mark_spans(page.citation_numbers(item.citations))
    value = without_counted(observation_text(item, measure).of(page.language), name)
    rank = RANK_WORDS[item.rank].of(page.language)
    status: Spans = (Span(status_in_words(item).of(page.language), cast("Role", item.status)),)
    if item.rank != "normal":
        # The space, where a narrow column breaks the line, separates the words in Chinese.
        comma = (Span(","),) if page.language == "en" else ()
        status = (*status, *comma, Span(" "), Span(rank, rank_role(rank)))
    # The conclusion says why a value is used.
    texts = (None if item.rank == "preferred" else item.reason_for_rank, item.note)
    return (
        ((Span(value, "figure"), *marks),),
        page.cell(format_period(item.period, page.language) if item.period else "", "label"),
        (status,),
        _sources(page, item.citations),
        tuple(page.spans(page.of(text)) for text in texts if text),
    )


def _with_period(page: PageBuilder, item: Observation, text: str) -> str:
    """Return a text about one of several groups of values after the period of the group."""
    if not item.period:
        return text
    stop = "：" if page.language == "zh" else ": "
    return format_period(item.period, page.language) + stop + text


def _difference(
    page: PageBuilder, measure: Measure, first: Observation, other: Observation, name: str
) -> str:
    """Return how far a value is from the first one of its period; empty if they are equal or count
    different things. ``name``: of the measure, which may say what is counted."""
    if UNITS[first.unit].base != UNITS[other.unit].base:
        return ""
    own = first.value.scaleb(UNITS[first.unit].scale)
    off = other.value.scaleb(UNITS[other.unit].scale) - own
    if not off:
        return ""
    hedge = "~" if first.comparator or other.comparator else None
    unit = "百分点" if first.unit == "%" else first.unit
    amount = Decimal(f"{abs(off).scaleb(-UNITS[first.unit].scale).normalize():f}")
    noun = measure.english_noun if unit == first.unit else None
    amount_in_words = format_quantity(amount, unit, page.language, hedge, noun=noun)
    label = _WITHOUT_PERCENT
    if own > 0 and first.unit != "%":
        label = _ABOVE if off > 0 else _BELOW
    values = (page.of(observation_text(item, measure)) for item in (other, first))
    texts = [without_counted(text, name) for text in (amount_in_words, *values)]
    percent = f"{abs(off) / own * 100:.1f}" if own > 0 else ""
    filled = label.format(amount=texts[0], value=texts[1], first=texts[2], percent=percent)
    return page.of(filled)


def _conclusion(page: PageBuilder, measure: Measure, group: Sequence[Observation]) -> str:
    """Return which value of a group is used, and why."""
    first = group[0]
    period = ""
    if first.period:
        words = format_period(first.period, page.language)
        period = _FOR_PERIOD.format(period=words).of(page.language)
    if first.rank == "preferred":
        names = page.catalogue.source_names(
            (citation.source for citation in first.citations), page.language
        )
        value = observation_text(first, measure).of(page.language)
        reason = page.of(first.reason_for_rank) if first.reason_for_rank else ""
        text = _USED.format(period=period, value=value, source=names, reason=reason)
        return text.of(page.language).strip()
    is_rejected = all(item.rank == "deprecated" for item in group)
    label = _NONE_USED if is_rejected else _NONE_PREFERRED
    return label.format(period=period).of(page.language)
