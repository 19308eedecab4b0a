"""Q2: whom a source cites: the same origin wherever a quote stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Bilingual, Citation
from tui.text.language import Wording


class _Origin(NamedTuple):
    """The ``via`` of a quote in the first entry that has one."""

    entry: str
    citation: Citation
    via: Bilingual


def _other_origin(context: CheckContext) -> Iterator[Violation]:
    origins = _first_origins(context)
    for entry, path, citation in context.parts(Citation):
        for known in origins.get((citation.source, citation.exact), ()):
            if citation.via != known.via and _may_be_one_passage(citation, known.citation):
                field = "via" if citation.via else "exact"
                values: dict[str, object] = {"record": known.entry, "via": known.via.wording()}
                yield Violation(entry, (*path, field), values)


def _first_origins(context: CheckContext) -> dict[tuple[str, str], list[_Origin]]:
    """Return the first origin of each passage, by source and quoted words."""
    origins: dict[tuple[str, str], list[_Origin]] = {}
    for entry, _, citation in context.parts(Citation):
        if citation.via:
            known = origins.setdefault((citation.source, citation.exact), [])
            if not any(_may_be_one_passage(citation, item.citation) for item in known):
                known.append(_Origin(entry, citation, citation.via))
    return origins


def _may_be_one_passage(one: Citation, other: Citation) -> bool:
    """Return whether two quotes of the same words are of one passage. A quote without prefix and
    suffix is: its words occur in one passage only (Q202)."""
    selections = {(item.prefix, item.suffix) for item in (one, other)}
    return len(selections) == 1 or (None, None) in selections


RULES = (
    Rule(
        code="Q213",
        severity="hint",
        message=Wording(
            "同一引文在{record}中转引自“{via}”",
            "the same quote is cited from “{via}” in {record}",
        ),
        fix=Wording(
            "按原文核对转引自谁，各处写同一个via",
            "check in the document whom it cites, and give every occurrence the same via",
        ),
        why=Wording(
            "同一句话，一处是转引，另一处像是来源自己的说法，读者无从判断是谁的数字。",
            "The same words would be someone else's figure on one page and the source's own on "
            "another.",
        ),
        incorrect='exact = "拥有40家诊所", via = { zh = "公司简介", en = "company profile" }\n…\n'
        'exact = "拥有40家诊所"',
        correct='exact = "拥有40家诊所", via = { zh = "公司简介", en = "company profile" }\n…\n'
        'exact = "拥有40家诊所", via = { zh = "公司简介", en = "company profile" }',
        check=_other_origin,
    ),
)
