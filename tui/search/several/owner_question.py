"""Questions for the owner of a company: who owns JD Health, parent company of JD Health."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_OWNER = re.compile(
    r"^(?:who|which (?:company|group)) (?:owns|controls|is behind) (?P<of>.+)$"
    r"|^(?:who (?:is|are) the )?(?:owners?|parent(?: company)?|shareholders?) of (?P<noun>.+)$"
)
_BELONGS = Wording(
    "资料写明的上级企业：{parent}；股权比例未见记录",
    "the documents name {parent} as its parent; no record gives shareholdings",
)
_NOT_SAID = Wording(
    "没有记录写明{company}归谁所有，以下是该企业", "no record says who owns {company}; showing it"
)


def owner_of(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the parent of the company of which a question asks the owner, and the company; where
    no record names a parent, the company with a remark that says so. None for another question."""
    found = _OWNER.search(question.query.plain)
    if found is None:
        return None
    name = next(filter(None, found.groupdict().values()))
    part = next((each for each in question.parts if each.names and each.text in name), None)
    if part is None:
        return None
    company = next((it for it in store.indexed_records(part.names) if it.kind == "player"), None)
    if company is None:
        return None
    rows = store.query(
        "SELECT r.position FROM companies c JOIN records r ON r.id = c.parent WHERE c.id = ?",
        (company.id,),
    )
    parents = store.indexed_records([position for (position,) in rows])
    asked = question._replace(parts=(part,), asks=frozenset())
    ranked = described_records(store, asked, {}, [*parents, company])
    titles = [item.described.chosen.fact.title for item in ranked]
    if parents:
        verdict = Verdict("exact", (), _BELONGS.format(parent=titles[0]))
    else:
        verdict = Verdict("other_measure", (), _NOT_SAID.format(company=titles[0]))
    rest = [(item, Verdict("near")) for item in ranked[1:]]
    return SeveralAnswers([(ranked[0], verdict), *rest])
