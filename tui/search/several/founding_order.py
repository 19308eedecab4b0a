"""Questions which of several companies was founded first: who was founded earlier, 谁成立早."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.group_company import company_of_group
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.verdict import Match
    from tui.store import Store

_ASKS = re.compile(
    r"(?:更|比较|谁|哪[家个])[老早]|(?:成立|创立|创办|创建|成立时间).{0,4}[早晚先后]|[早晚先后].{0,3}(?:成立|创立|创办|创建)"
    r"|\b(?:older|younger|newer|oldest|youngest)\b|\b(?:founded|established|created)\b.*\b(?:first|earlier|later|before)\b"
    r"|\b(?:first|earlier|later)\b.*\b(?:founded|established)\b"
)
_FOUNDINGS = (
    "SELECT DISTINCT f.position, e.fact, e.first_day, a.answer_zh, a.answer_en, c.title_zh, "
    "c.title_en FROM events e JOIN answers a ON a.fact = e.fact JOIN folded f ON f.id = a.id "
    "JOIN companies c ON c.id = a.id WHERE e.type = 'founding' AND e.first_day <> '' "
    "ORDER BY e.first_day"
)
_HAS_DATE = "SELECT 1 FROM companies WHERE id = ? AND coalesce(founded, '') <> ''"
_FIRST = Wording("{first}成立更早", "{first} was founded first")
_UNDATED = Wording(
    "资料没有{names}的成立时间，说不出谁更早",
    "no founding date of {names} is given, so which came first is not known",
)
_NONE_DATED = Wording("资料没有{names}的成立时间", "no founding date of {names} is given")
_FOR = Wording("{group}没有成立时间，取{company}", "{company} for {group}, which has no date")


def founding_order(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the foundings of the companies that a question names, the earliest first, with which
    one that is, or of which no date is known; None for another question, or where two have the same
    date."""
    if not _ASKS.search(question.query.text):
        return None
    named = list(dict.fromkeys(part.names[0] for part in question.parts if part.names))
    rows = list(store.query(_FOUNDINGS))
    dated, lines = {row[0] for row in rows}, []
    wanted, undated = set(), []
    records = store.indexed_records(named)
    for record in records:
        if record.kind != "player":
            return None
        title = store.facts(record.id)[0].title
        of_group = None if record.position in dated else company_of_group(store, record)
        if of_group and of_group[0].position in dated:
            company = store.facts(of_group[0].id)[0].title
            lines.append(_FOR.format(company=company, group=title))
            wanted.add(of_group[0].position)
        elif record.position in dated:
            wanted.add(record.position)
        elif any(store.query(_HAS_DATE, (record.id,))):
            return None  # a date without an event
        else:
            undated.append(title)
    found = [row for row in rows if row[0] in wanted]
    days = {row[2] for row in found}
    if len(days) != len(found) or len(found) + len(undated) < 2:
        return None
    if undated:
        remark = _UNDATED if found else _NONE_DATED
        lines.append(remark.format(names=enumeration(undated)))
    else:
        lines.append(_FIRST.format(first=Wording(*found[0][5:7])))
    if not found:
        whole = described_records(store, question._replace(parts=(), asks=frozenset()), {}, records)
        verdict = Verdict("other_measure", (), one_a_line(lines))
        return SeveralAnswers(
            [(whole[0], verdict), *((each, Verdict("near")) for each in whole[1:])]
        )
    lines += [Wording(*row[3:5]) for row in found]
    facts = {row[0]: row[1] for row in found}
    match: Match = "near" if undated else "exact"
    return SeveralAnswers(figure_of_each(store, question, facts, one_a_line(lines), match))
