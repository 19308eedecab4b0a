"""What an entry as a whole answers, where no single figure is asked for."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.catalogue import Catalogue, source_date
from tui.compile.entries import Entry, title_of
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import observation_text, said
from tui.model import Brief, Gap, Player, Policy, Record, Source, Statement, Term
from tui.text.dates import format_date
from tui.text.language import NO_TEXT, Wording


def whole_text(record: Entry, catalogue: Catalogue) -> Wording:
    """One or two sentences that stand for the whole entry."""
    match record:
        case Policy():
            return _policy(record, catalogue)
        case Statement():
            basis = labels.BASES[record.basis]
            text = catalogue.filled(record.text)
            return Wording(f"{text.zh}（{basis.zh}）", f"{text.en} ({basis.en})")
        case Term():
            return catalogue.filled(record.definition)
        case Gap():
            return catalogue.filled(record.finding)
        case Source():
            date = Wording(source_date(record, "zh"), source_date(record, "en"))
            return Wording(f"{record.title.zh}，{date.zh}", f"{record.title.en}, {date.en}")
        case Player() | Brief():
            return catalogue.filled(record.summary)
        case Disagreement():
            return _sides(record, catalogue)
        case _:
            return title_of(record)


def _sides(item: Disagreement, catalogue: Catalogue) -> Wording:
    """All values that compete, or what speaks against the statement."""
    if item.measure is None:
        return _first_dispute(item.record, catalogue)
    measure = item.measure
    sides = [
        said(each.period, observation_text(each, measure), each.status, each.rank)
        for group in item.rivals
        for each in group
    ]
    return Wording("；".join(text.zh for text in sides), "; ".join(text.en for text in sides))


def _first_dispute(record: Record, catalogue: Catalogue) -> Wording:
    reasons = [dispute.reason for dispute in getattr(record, "disputed_by", ())]
    return catalogue.filled(reasons[0]) if reasons else record.heading.wording()


def _policy(record: Policy, catalogue: Catalogue) -> Wording:
    issuers = [catalogue.title(issuer) for issuer in record.issuers]
    issued = record.issued
    when = NO_TEXT
    if issued:
        when = Wording(format_date(issued, "zh"), format_date(issued, "en"))
    zh = [when.zh, "、".join(name.zh for name in issuers), record.number or ""]
    en = [when.en, ", ".join(name.en for name in issuers), record.number or ""]
    summary = catalogue.filled(record.summary)
    return Wording(
        "，".join(part for part in zh if part) + "：" + summary.zh,
        ", ".join(part for part in en if part) + ": " + summary.en,
    )
