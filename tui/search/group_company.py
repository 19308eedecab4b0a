"""Figures for a group without figures of its own: those of one of its companies."""

from __future__ import annotations

from itertools import pairwise

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_edited_question
from tui.question.term_lookup import named_records
from tui.search.asked_form import NO_RATE
from tui.search.features import IN_NAME
from tui.search.verdict import Verdict, judge, quoted, with_parts
from tui.search.whole_word import is_known, is_like_company
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import IndexedRecord, Store

_OF_COMPANY = Wording(
    "{group}本身没有数字，以下是旗下{company}的",
    "{group} has no figures of its own; showing those of {company}",
)

_NO_BRAND = Wording(
    "没有关于{brand}的内容，以下是{company}的内容",
    "nothing about {brand}; showing {company}",
)
_BRAND_ENDS = ("健康", "医药", "药房", "大药房", "医典", "云", "医保")


def company_of_group(store: Store, group: IndexedRecord) -> tuple[IndexedRecord, int] | None:
    """Return the company of a group that has the most figures, and their number; None for a group
    with figures of its own or without companies."""
    count = "SELECT count(*) FROM answers WHERE id = ? AND form = 'observation'"
    rows = store.query(
        f"SELECT r.position, ({count.replace('?', 'c.id')}) AS figures FROM companies c "
        f"JOIN records r ON r.id = c.id WHERE c.parent = ? AND ({count}) = 0 "
        "ORDER BY figures DESC, r.position LIMIT 1",
        (group.id, group.id),
    )
    for position, figures in rows:
        return store.indexed_records((position,))[0], figures
    return None


def with_company_second(
    store: Store, question: Question, ranked: list[Ranked], known: dict[int, KnownMatch]
) -> list[Ranked]:
    """Return the answers to a question that names only a company. If that is a group without
    figures, the company of the group with the most figures comes second."""
    group = ranked[0].described.record
    company, figures = company_of_group(store, group) or (None, 0)
    if company is None or not figures:
        return ranked
    from tui.search.several.list_question import described_records

    (second,) = described_records(store, question, known, [company])
    others = [item for item in ranked[1:] if item.described.record.id != company.id]
    score = max([second.score, *(item.score for item in others)])
    return [ranked[0], second._replace(score=min(score, ranked[0].score)), *others]


def with_group_named(store: Store, question: Question, item: Ranked, verdict: Verdict) -> Verdict:
    """Return the verdict on the figure of a company where a question names the group that it
    belongs to, with a remark that says so."""
    record = item.described.record
    group = next((part for part in question.parts if verdict.missing == (part.text,)), None)
    if group is None or record.kind != "player":
        return verdict
    for named in store.indexed_records(group.names):
        found = company_of_group(store, named)
        if found and found[0].position == record.position:
            title, name = item.described.chosen.fact.title, store.facts(named.id)[0].title
            remark = _OF_COMPANY.format(group=name, company=title)
            left = [at for at, part in enumerate(question.parts) if part is not group]
            asked, rest = with_parts(question, item.described, left)
            of_rest = judge(asked, [1.0] * len(left), rest)
            if of_rest.match == "other_period" or of_rest.remark == NO_RATE:
                remark = one_a_line([remark, of_rest.remark])
            return verdict._replace(remark=remark)
    return verdict


def asked_of_company(store: Store, question: Question) -> tuple[Question, Wording | None]:
    """Return a question about a group without figures as one about the company of the group that
    has the most, and a remark that says so; any other question as it is."""
    for at, part in enumerate(question.parts):
        for named, others in ((part, ()), _service_divided(store, part)):
            for group in store.indexed_records(named.names):
                company, figures = company_of_group(store, group) or (None, 0)
                if company is None or not figures or group.kind != "player":
                    continue
                title, name = (store.facts(each.id)[0].title for each in (company, group))
                inside = (make_part(fold(title.zh), (company.position,)), *others)
                parts = (*question.parts[:at], *inside, *question.parts[at + 1 :])
                remark = _OF_COMPANY.format(group=name, company=title)
                return question._replace(parts=parts), remark
    return question, None


def _service_divided(store: Store, part: Part) -> tuple[Part, tuple[Part, ...]]:
    """Return the Chinese name of a service as the name with which it begins and the measure after
    it (京东 and 问诊 of 京东问诊); any other part as it is."""
    text = part.text
    records = store.indexed_records(part.names)
    if text.isascii() or any(text in record.titles.split("\n") for record in records):
        return part, ()
    starts = [text[:end] for end in range(len(text) - 1, 1, -1)] if records else []
    named = named_records(store, starts) if starts else {}
    for start in starts:
        others = read_edited_question(store, text[len(start) :]).parts if start in named else ()
        if others and all(each.measure or each.concepts for each in others):
            return make_part(start, named[start]), others
    return part, ()


def with_brand_or_company(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return answers about a company that a question names beside something else, with a remark
    where it names a brand or a group that the documents do not have, or asks for a ticker."""
    from tui.search.company_attribute import with_attribute, with_missing_measure
    from tui.search.company_business import with_businesses

    completed = with_businesses(store, question, best)
    if completed is not best:
        return completed
    item, verdict = with_attribute(store, question, *best[0])
    best = [(item, verdict), *best[1:]]
    if verdict.match == "other_measure" and not item.described.chosen.fact.value:
        best = _with_company_figure(store, question, best, known)
    best = with_missing_measure(store, question, best)
    if question.query.text.isascii():
        return best
    return _with_brand_named(store, question, best)


def _with_company_figure(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a group without the figure asked for, with that of its
    company first if it has it: revenue of Ping An."""
    group = best[0][0].described
    company, figures = company_of_group(store, group.record) or (None, 0)
    if company is None or not figures:
        return best
    from tui.search.several.list_question import described_records

    others = tuple(each for each in question.parts if group.record.position not in each.names)
    asked = question._replace(parts=others)
    (item,) = described_records(store, asked, known, [company])
    described = item.described
    if not described.chosen.fact.value or not others or min(described.chosen.found) < IN_NAME:
        return best
    verdict = judge(asked, [1.0] * len(others), described)
    if verdict.match not in ("exact", "other_period"):
        return best
    item = item._replace(score=best[0][0].score)
    title, name = described.chosen.fact.title, group.chosen.fact.title
    remark = _OF_COMPANY.format(group=name, company=title)
    if verdict.match == "other_period":
        remark = one_a_line([remark, verdict.remark])
    rest = [each for each in best if each[0].described.record.id != company.id]
    return [(item, Verdict("near", (), remark)), *rest]


def _with_brand_named(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers about a company with a remark that a brand is not covered of which the name
    begins with its name (百度健康), of a query alone also one with another end (百度医疗)."""
    for name, end in pairwise(question.parts):
        brand = name.text + end.text
        is_alone = brand == question.query.text and is_like_company(brand)
        is_name = name.names or (best[0][0].described.record.kind == "player" and name.concepts)
        if not is_name or end.names or not (is_alone or end.text in _BRAND_ENDS):
            continue
        named = store.indexed_records(name.names)
        if named and all(record.kind != "player" for record in named):
            continue  # the name of a company that is not covered
        if brand in question.query.text and not is_known(store, brand):
            item, verdict = best[0]
            words, title = quoted((brand,)), item.described.chosen.fact.title
            remark = _NO_BRAND.format(brand=words, company=title)
            return [(item, verdict._replace(match="near", missing=(), remark=remark)), *best[1:]]
    return best
