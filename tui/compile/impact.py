"""What a change of the content changes for readers: figures, records, disagreements, data gaps,
outdated texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from tui.check.rules import references, staleness
from tui.check.runner import Finding, check_content
from tui.compile.facts.disagreements import find_disagreements
from tui.compile.facts.fact_text import facts_of
from tui.document.fact_ref import is_figure, record_id_of, without_value
from tui.load import Content
from tui.load.record_references import references as references_in
from tui.text.language import NO_TEXT, Wording

ImpactKind: TypeAlias = Literal[
    "figure", "added", "removed", "dispute opened", "dispute closed", "gap answered", "outdated",
    "answer",
]  # fmt: skip
IMPACT_KINDS: tuple[ImpactKind, ...] = (
    "figure", "removed", "added", "dispute opened", "dispute closed", "gap answered", "outdated",
    "answer",
)  # fmt: skip
_CLOSED_GAP = "G902"
_CHANGED_REFERENCE = "F805"


class Impact(NamedTuple):
    """One thing that readers will see changed. ``id``: a record, figure, page or question;
    ``before``, ``after``: what readers see, empty for nothing; ``references``: how many places of
    the briefing name it."""

    kind: ImpactKind
    id: str
    before: Wording = NO_TEXT
    after: Wording = NO_TEXT
    references: int = 0


def compare_contents(old: Content, new: Content) -> Iterator[Impact]:
    """Yield what differs between two states of a briefing, without the answers of searches."""
    yield from _figures(old, new)
    yield from _records(old, new)
    yield from _disputes(old, new)
    before = {_key(finding) for finding in _findings(old)}
    for finding in {_key(item): item for item in _findings(new)}.values():
        if _key(finding) not in before:
            kind: ImpactKind = "gap answered" if finding.problem.code == _CLOSED_GAP else "outdated"
            yield Impact(kind, finding.violation.entry, NO_TEXT, finding.problem.message)


def _figures(old: Content, new: Content) -> Iterator[Impact]:
    before, after = _facts(old), _facts(new)
    named = _reference_counts(new)
    for reference, text in after.items():
        if reference in before and before[reference] != text:
            yield Impact("figure", reference, before[reference], text, named[reference])
    kept = {record.id for record in new.records}
    for reference, text in before.items():
        if reference not in after and record_id_of(reference) in kept:
            yield Impact("removed", reference, text, NO_TEXT, named[reference])


def _facts(content: Content) -> dict[str, Wording]:
    """Return the text of each figure by its reference without status and value."""
    facts = dict(facts_of(content.records))
    return {
        reference: fact.text
        for reference, fact in facts.items()
        if is_figure(reference) and " " not in reference and ":" not in reference
    }


def _reference_counts(content: Content) -> Counter[str]:
    models = (content.briefing, *content.records, *content.briefs)
    counts: Counter[str] = Counter()
    for model in models:
        for reference in references_in(model):
            counts[without_value(reference.target).partition(":")[0]] += 1
    return counts


def _records(old: Content, new: Content) -> Iterator[Impact]:
    before, after = _titles(old), _titles(new)
    for identity, title in before.items():
        if identity not in after:
            yield Impact("removed", identity, title)
    for identity, title in after.items():
        if identity not in before:
            yield Impact("added", identity, NO_TEXT, title)


def _titles(content: Content) -> dict[str, Wording]:
    titles = {record.id: record.heading.wording() for record in content.records}
    return titles | {source.id: source.title.wording() for source in content.sources}


def _disputes(old: Content, new: Content) -> Iterator[Impact]:
    before, after = (
        {
            each.about: each.title
            for item in find_disagreements(content.records)
            for each in (item, *item.merged)
        }
        for content in (old, new)
    )
    for about, title in after.items():
        if about not in before:
            yield Impact("dispute opened", about, NO_TEXT, title)
    for about, title in before.items():
        if about not in after:
            yield Impact("dispute closed", about, title)


def _findings(content: Content) -> list[Finding]:
    rules = [rule for rule in references.RULES if rule.code == _CHANGED_REFERENCE]
    return list(check_content(content, rules=(*staleness.RULES, *rules)).findings)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.violation.entry, finding.problem.code, finding.problem.message.en
