"""The line of a record in its section's list: the cells of its columns, and its date."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.catalogue import Catalogue, source_date
from tui.compile.chart_series import small_line
from tui.compile.entries import Entry
from tui.compile.facts.answers import latest
from tui.compile.facts.disagreements import Disagreement
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Brief, Gap, Player, Policy, Source, Statement, Statistic, Term
from tui.text.dates import format_date
from tui.text.language import Language
from tui.text.periods import format_period


def row_of(record: Entry, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    """The cells of a record's line in its list."""
    match record:
        case Brief():
            return (record.title.of(language), catalogue.filled(record.summary).of(language))
        case Disagreement():
            values = sum(len(group) for group in record.rivals) or 1 + len(_disputes(record))
            kind = catalogue.kind(record.record.id)
            return (record.title.of(language), kind.of(language), str(values))
        case Player():
            return _player(record, language)
        case Policy():
            return _policy(record, catalogue, language)
        case Statistic():
            return _statistic(record, catalogue, language)
        case Statement():
            return _statement(record, catalogue, language)
        case Term():
            definition = catalogue.filled(record.definition)
            return (record.term.of(language), definition.of(language))
        case Gap():
            return (record.question.of(language), labels.GAPS[record.kind].of(language))
        case Source():
            kind = labels.SOURCE_TYPES[record.type]
            return (record.short.of(language), source_date(record, language), kind.of(language))
        case _:
            raise TypeError(f"no list line for a {type(record).__name__}")


def date_of(record: Entry) -> str:
    """By what a record is sorted in time; empty for none."""
    match record:
        case Policy():
            return record.issued or ""
        case Player():
            return record.founded or ""
        case Statistic():
            newest = latest(record)
            return newest.period if newest else ""
        case Statement():
            return record.as_of or ""
        case Source():
            inferred = record.date_inferred.earliest if record.date_inferred else ""
            return record.date_published or inferred
        case _:
            return ""


def _disputes(item: Disagreement) -> tuple[object, ...]:
    return item.record.disputed_by if isinstance(item.record, Statement) else ()


def _statement(record: Statement, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    basis = labels.BASES[record.basis].of(language)
    if catalogue.disagreement(record.id):
        basis += f" {labels.DISPUTED.of(language)}"
    return (record.title.of(language), labels.STATEMENTS[record.kind].of(language), basis)


def _player(record: Player, language: Language) -> tuple[str, ...]:
    newest = latest(record)
    figure = newest.text.of(language) if newest else ""
    role = labels.ROLES[record.role].of(language)
    return (record.names.of(language), record.ticker or "", role, figure)


def _policy(record: Policy, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    issued = format_date(record.issued, language) if record.issued else ""
    issuers = [catalogue.title(issuer).of(language) for issuer in record.issuers]
    number = record.number or ""
    joined = ("、" if language == "zh" else ", ").join(issuers)
    return (
        record.title.of(language),
        issued,
        labels.LEVELS[record.level].of(language),
        joined,
        number,
    )


def _statistic(record: Statistic, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    newest = latest(record)
    title = record.title.of(language)
    if newest is None:
        return (title, "", "", "", "")
    period = format_period(newest.period, language) if newest.period else ""
    status = STATUS_WORDS[newest.status].of(language)
    if catalogue.disagreement(record.id):
        status += f" {labels.DISPUTED.of(language)}"
    return (title, newest.amount.of(language), status, small_line(record), period)
