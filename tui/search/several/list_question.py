"""Questions that ask for a list: which policies mention insurance, policies since 2020, what is not
known about financing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.briefing_subject import is_about_briefing
from tui.search.date_order import (
    dates_of,
    is_within,
    order_asked,
    ordered_remark,
    recent_months,
)
from tui.search.feature_weights import score_of
from tui.search.list_topics import Topic, distinct, records_about, tags_of, topics_of
from tui.search.ranking import Ranked
from tui.search.record_features import RecordDescriber
from tui.search.several.asked_kind import PREPOSITIONS, asked_kind, is_ordered_by_date
from tui.search.several.list_command import list_command
from tui.search.several.list_remark import doubtful_policies, found_words, no_records, none_words
from tui.search.several_answers import SAME_QUESTION, SAME_WORDS, SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import IndexedRecord, KindInfo, Store

_PERSON = "person"
_SEVERAL = 2
_LISTED_FIRST = Wording("{records}，排在最前", "{records}; listed first")
_ON = PREPOSITIONS | {"of", "the"}
_MOST_LISTED = 200
"""A list of more records is no answer."""


def listed_records(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool = False
) -> SeveralAnswers | None:
    """Return the records of the kind that a question names, on its topics and of its period: the
    newest first, or the best match where they have no date; None where it does not ask for a list.
    ``is_known``: an editor has written the question of one record: then only what narrows it to a
    time or by a second filter counts."""
    text = question.query.text
    if "date" in text or "日期" in text or "年份" in text or "时间" in text:
        from tui.search.several.undated_records import undated_records

        if found := undated_records(store, question, known):
            return found
    asked = asked_kind(store, question)
    if asked is None:
        return None
    kind, parts, is_list = asked
    if question.corrected and not (kind.id == "policy" and _are_subjects(store, kind, parts)):
        return None
    if kind.id == "policy" and (found := _by_region(store, question, known, kind, parts)):
        return found
    if is_known and not question.asks:  # of a record of another kind: policy on consultations
        is_known = not is_list or _is_known_of(store, kind, known)
    topics = distinct(topic for part in parts for topic in topics_of(store, kind, part))
    are_filters = _are_filters(store, kind, topics)
    if topics and all(topic.facet for topic in topics) and _asks_for_all(question, known):
        is_known = False
    of_all = all(is_about_briefing(store, part) for part in parts)
    is_of_time = question.query.months or recent_months(question)
    if is_of_time and of_all and is_ordered_by_date(store, kind):
        is_known, topics = False, []
    if is_ordered_by_date(store, kind) and not are_filters:
        from tui.search.several.unlisted_topic import none_on_topic

        if found := none_on_topic(store, question, known, kind, topics):
            return found
    if not (are_filters or (is_list and not is_known)):
        return None
    if is_known and not question.query.months and len(topics) < 2:
        return None
    if _PERSON in kind.questions and not all(topic.facet for topic in topics):
        return None  # which companies did one thing: one answer says it
    if question.qualifiers and not topics:
        question = question._replace(parts=())  # the biggest gaps: by importance
    found = list_of(store, question, known, kind, topics)
    if kind.id != "policy" or len(tags_of(topics)) < _SEVERAL:
        return found
    return _with_rest_of_topic(store, question, known, kind, topics, found)


def _with_rest_of_topic(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
    found: SeveralAnswers | None,
) -> SeveralAnswers | None:
    """Return records on several subjects, then all others on these but a broad one, which readers
    say for the whole industry (telemedicine reimbursement policy), with a remark that says so."""
    broad = store.meta("broad_themes").split()
    rest = [each for each in topics if each.facet != "tag" or each.value not in broad]
    if len(rest) == len(topics) or not tags_of(rest):
        return found
    wider = list_of(store, question, known, kind, rest)
    if wider is None or wider.ranked[0][1].match != "exact":
        return found
    ranked = found.ranked if found and found.ranked[0][1].match == "exact" else []
    both = {item.described.record.id for item, _ in ranked}
    others = [each for each in wider.ranked if each[0].described.record.id not in both]
    if not others:
        return found
    if ranked:
        of_both = _LISTED_FIRST.format(records=ranked[0][1].remark)
    else:
        of_both = no_records(kind, topics, question.query.months)
    wider_remark = wider.ranked[0][1].remark
    verdict = Verdict("exact", (), one_a_line([of_both, wider_remark]))
    in_order = [item for item, _ in (*ranked, *others)]
    return wider._replace(ranked=[(item, verdict) for item in in_order])


def _by_region(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    parts: list[Part],
) -> SeveralAnswers | None:
    text = question.query.text
    if not any(word in text for word in ("省", "地", "provinc", "region", "local")):
        return None
    from tui.search.several.policies_by_region import REGIONS, policies_by_region

    if not REGIONS.search(text):
        return None
    asked = question._replace(parts=())
    return policies_by_region(
        store, question, kind, parts, lambda topics: list_of(store, asked, known, kind, topics)
    )


def list_of(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
) -> SeveralAnswers | None:
    """Return the records of a kind on the topics and of the period of a question; None where there
    are none or too many."""
    records = records_about(store, kind, topics, _MOST_LISTED + 1)
    if not records or len(records) > _MOST_LISTED:
        return None
    months = question.query.months
    with_date, dates = dates_of(store, records)
    with_date = with_date and (bool(months) or is_ordered_by_date(store, kind))
    recent = recent_months(question) if with_date and not months else None
    if recent and any(is_within(each, recent) for each in dates.values() if each):
        months, recent = recent, None
    order = order_asked(question) if with_date and not months else ""
    if order:  # the newest or the oldest of them: only those with a date
        undated = sum(dates[each.id] is None for each in records)
        records = [each for each in records if dates[each.id]]
    inside = [each for each in records if is_within(dates[each.id], months)]
    if not order:
        undated = sum(dates[each.id] is None for each in records) if months else 0
    shown = inside or [each for each in records if dates[each.id]]
    if not shown:
        return None
    if with_date:
        shown.sort(key=lambda each: -(dates[each.id] or (0, 0))[1])
    if order == "oldest":
        shown.sort(key=lambda each: dates[each.id] or (0, 0))
    verdict = Verdict("exact") if inside else Verdict("other_period")
    remark = none_words(kind, topics, months)
    if inside:
        doubtful = doubtful_policies(store, shown) if kind.id == "policy" else 0
        remark = found_words(kind, topics, months, len(shown), undated, doubtful)
    ranked = described_records(store, question, known, shown)
    if order and inside:
        lead = ranked[0].described
        rows = store.query("SELECT date FROM records WHERE id = ?", (lead.record.id,))
        date = next((each for (each,) in rows if each), "")
        remark = ordered_remark(order, remark, lead.chosen.fact.title, date)
    if recent:
        verdict = Verdict("other_period")
        remark = one_a_line([no_records(kind, topics, recent), remark])
    first = verdict._replace(remark=remark)
    if question.parts and not with_date:
        ranked.sort(key=lambda item: -item.score)
    verdicts = [first, *[verdict] * (len(ranked) - 1)]
    command = list_command(kind, topics, months) if inside else ()
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)), command, tuple(topics))


def described_records(
    store: Store, question: Question, known: dict[int, KnownMatch], records: list[IndexedRecord]
) -> list[Ranked]:
    """Return records with the fact of each that fits the question."""
    weights = [1.0] * len(question.parts)
    describer = RecordDescriber(store, question, weights, known)
    store.load_facts({record.id for record in records})
    described = [describer.describe(record, describer.in_names(record)) for record in records]
    return [Ranked(min(1.0, round(score_of(each.features), 3)), each) for each in described]


def _is_known_of(store: Store, kind: KindInfo, known: dict[int, KnownMatch]) -> bool:
    """Return whether a record of the kind has the known question that is most like this one."""
    most = max((match.similarity for match in known.values()), default=0.0)
    same = [each for each, match in known.items() if match.similarity >= max(most, SAME_QUESTION)]
    return any(record.kind == kind.id for record in store.indexed_records(same))


def _asks_for_all(question: Question, known: dict[int, KnownMatch]) -> bool:
    """Return whether a question, not in the words of an editor's, asks for a list or its order, or
    is no sentence (telemedicine regulation)."""
    if any(match.similarity >= SAME_WORDS for match in known.values()):
        return False
    is_phrase = not question.asks and set(question.fillers) <= _ON
    return is_phrase or "list" in question.asks or bool(order_asked(question))


def _are_subjects(store: Store, kind: KindInfo, parts: list[Part]) -> bool:
    """Return whether parts, whose spelling is corrected, are filters or terms of the briefing:
    policies on a subject."""
    return bool(parts) and all(
        each.facet or each.part.concepts for part in parts for each in topics_of(store, kind, part)
    )


def _are_filters(store: Store, kind: KindInfo, topics: list[Topic]) -> bool:
    """Return whether the topics are filters of dated records, one of them a subject: national
    policies on insurance, but not national policies, which a figure counts."""
    facets = [topic.facet for topic in topics]
    return all(facets) and "tag" in facets and is_ordered_by_date(store, kind)
