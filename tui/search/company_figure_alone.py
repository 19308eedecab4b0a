"""A figure of one company as the answer to a question that names none, and an undated figure: what
else is known about the measure."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.candidate_records import find_candidates
from tui.search.features import IN_FACT, IN_NAME, IN_TITLE, in_fact, in_record
from tui.search.offering_figure import judge_offering
from tui.search.ranking import rank
from tui.search.verdict import ASK_NUMBER, NOT_SAID, Verdict, judge, quoted
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store

_WITHIN = 3
"""Answers among which the gap about all companies is looked for."""
_ALONE = Wording(
    "没有全行业的数字，以下只是{company}一家的",
    "no figure for the whole industry; showing {company} alone",
)
_OF_EACH = Wording(
    "没有全行业的数字，以下是{count}家企业各自的",
    "no figure for the whole industry; showing those of {count} companies",
)
_ASK_WHO = frozenset(("person",))
_FURTHER = Wording("未注明时期；另有{values}", "undated; other values: {values}")
_DISPUTED = Wording("{found}\n有分歧：{title}", "{found}\ndisputed: {title}")


def with_more_known(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers, the first of them a figure of a company, with a remark on what else is known:
    that there is no figure for all companies, that one of another period is not of the offering
    asked for (the figure of the industry is second), or the dated values beside an undated one."""
    if question.asks & _ASK_WHO:
        return best
    if best[0][1].match == "exact":
        best = _with_gap_of_industry(store, question, _about_company_or_measure(question, best))
    elif best[0][1].match == "other_period":
        (item, verdict), *others = best
        if of_whole := judge_offering(store, question, item.described):
            remark = one_a_line([verdict.remark, of_whole.remark])
            best = [(item, verdict._replace(remark=remark)), *others]
            best = _with_industry_second(store, question, best, of_whole.missing)
        elif question.asks & ASK_NUMBER and not any(part.names for part in question.parts):
            alone = _ALONE.format(company=item.described.chosen.fact.title)
            remark = one_a_line([verdict.remark, alone])
            best = [(item, verdict._replace(remark=remark)), *others]
    if question.query.months or best[0][0].described.chosen.fact.last_month:
        return best
    return _with_further_values(store, best)


def _about_company_or_measure(
    question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a figure of the company that a question names, without
    definitions of something else that only mention the company."""
    (first, verdict), *others = best
    record = first.described.record
    measures = [part for part in question.parts if record.position not in part.names]
    if not measures or len(measures) == len(question.parts):
        return best
    kept = [
        (item, each)
        for item, each in others
        if item.described.record.kind != "term"
        or any(_has_measure(part, item) for part in measures)
    ]
    return [(first, verdict), *kept]


def _has_measure(part: Part, item: Ranked) -> bool:
    described = item.described
    is_named = in_record(part, described.record) >= IN_NAME
    return is_named or in_fact(part, described.chosen.fact) >= IN_FACT


def _with_industry_second(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    offering: tuple[str, ...],
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is the figure of a company for an offering of it, with the
    figure of the industry for the same measure and time second, if there is one."""
    parts = tuple(part for part in question.parts if part.text not in offering)
    asked = question._replace(parts=parts)
    candidates = find_candidates(store, asked, {})
    for found in rank(store, asked, candidates, _WITHIN) if parts else ():
        verdict = judge(asked, candidates.weights, found.described)
        record = found.described.record
        if record.kind == "statistic" and verdict.match == "exact":
            of_offering = Verdict("near", offering, NOT_SAID.format(words=quoted(offering)))
            first, *others = best
            others = [each for each in others if each[0].described.record.id != record.id]
            score = min(found.score, first[0].score)
            return [first, (found._replace(score=score), of_offering), *others]
    return best


def _with_gap_of_industry(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first, the figure of a company that the question does not name,
    has a remark that there is none for all companies; the gap that says so comes second."""
    (item, verdict), *others = best
    first = item.described
    for part in question.parts:
        records = store.indexed_records(part.names)
        if records and all(record.kind == "player" for record in records):
            return best
    names = first.record.titles.split("\n")
    is_of_others = False
    for at, (other, _) in enumerate(others[:_WITHIN]):
        record = other.described.record
        if record.kind != "gap" or any(name in record.titles for name in names):
            continue
        if not any(in_record(part, record) >= IN_TITLE for part in question.parts):
            continue
        is_of_others = True
        if not _is_of_company(store, record.titles):
            others.insert(0, others.pop(at))
            break
    if not is_of_others:
        return best
    remark = _ALONE.format(company=first.chosen.fact.title)
    if (count := _companies_with_figure(best)) > 1:
        remark = _OF_EACH.format(count=str(count))
    return [(item, verdict._replace(remark=remark, also=())), *others]


def _companies_with_figure(best: list[tuple[Ranked, Verdict]]) -> int:
    """Return how many companies have an exact figure of the period of the first answer."""
    first = best[0][0].described.chosen.fact
    facts = [item.described.chosen.fact for item, verdict in best if verdict.match == "exact"]
    return len(
        {
            fact.id
            for fact in facts
            if fact.kind == "player" and fact.value and not fact.is_rate
            if (fact.unit, fact.first_month, fact.last_month)
            == (first.unit, first.first_month, first.last_month)
        }
    )


def _is_of_company(store: Store, titles: str) -> bool:
    """Return whether a gap is about companies: its title names one."""
    rows = store.query("SELECT title_zh, title_en FROM companies")
    return any(fold(name) in titles for names in rows for name in names)


def _with_further_values(
    store: Store, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first, an undated figure, has a remark with the other values of
    its measure and what is disputed about them."""
    (item, verdict), *others = best
    fact = item.described.chosen.fact
    measure = fact.fact.partition("@")[0]
    values = [
        each
        for each in store.facts(fact.id)
        if each.value
        and not each.is_rate
        and each.fact.partition("@")[0] == measure
        and each.number != fact.number
    ]
    if not values:
        return best
    values.sort(key=lambda each: -each.last_month)
    answers = [each.answer for each in values]
    found = _FURTHER.format(
        values=Wording(
            "；".join(each.zh for each in answers), "; ".join(each.en for each in answers)
        )
    )
    for title in _disputes(store, [fact, *values]):
        found = _DISPUTED.format(found=found, title=title)
    if verdict.remark.en:
        found = one_a_line([verdict.remark, found])
    return [(item, verdict._replace(remark=found, also=())), *others]


def _disputes(store: Store, values: list[AnswerRow]) -> list[Wording]:
    """Return the titles of the disagreements about values of a measure."""
    places, wanted = in_list(each.fact for each in values)
    rows = store.query(
        "SELECT DISTINCT r.title_zh, r.title_en FROM disputed_figures d JOIN records r USING (id) "
        f"WHERE d.fact IN ({places}) ORDER BY r.position",
        wanted,
    )
    return [Wording(zh, en) for zh, en in rows]
