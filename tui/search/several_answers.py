"""Questions whose answer is several records: a list (policies on insurance since 2020, those that
encourage it, who offers it) or a comparison (JD Health vs Ali Health, users in 2022 and 2023)."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.tables import by_pinyin
from tui.search.dispute_words import CHINESE_DISPUTES, asks_which_is_right, may_ask_of_dispute
from tui.search.owner_words import asks_for_owner
from tui.search.relation_words import asks_for_relation
from tui.search.several_form import (
    may_ask_by_value,
    may_ask_for_date,
    may_ask_for_event,
    may_ask_for_events,
    may_ask_for_first_figure,
    may_ask_for_meaning,
    may_ask_of_companies,
    may_ask_of_payment,
    may_exclude,
    may_name_central_body,
)
from tui.search.source_words import asks_for_source_details, asks_who_mentions
from tui.search.value_words import (
    BINDING,
    COUNTED_BY,
    ENACTED,
    ISSUED_WORDS,
    REGULATORS,
    RULE_WORDS,
    policy_words,
)
from tui.text.fold import fold

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import KindInfo, Store

SAME_WORDS = 0.95
"""Similarity from which on a query is a known question in the same words."""
SAME_QUESTION = 0.8
"""Similarity from which on a query is a known question, whose record answers it."""
EACH_YEAR = (  # a figure in each year
    *(" by year", " per year", " each year", " every year", " year by year", " over the years"),
    *(" over time", " annually", " time series", "历年", "逐年", "各年", "每年"),
    *(f"{near}{years}年" for near in ("最近", "近", "过去", "这") for years in "几些两三五35"),
    *(f" {it} {n} years" for it in ("last", "past") for n in ("few", "two", "three", "five")),
)
_DIFFERENCES = (
    "difference",
    "gap between",
    "差多少",
    "相差",
    "差距",
    "的差",
    "高多少",
    "低多少",
    "多多少",
)
_DOCUMENTS = RULE_WORDS | ISSUED_WORDS | ENACTED
_OF_CONTENT = frozenset(("opinion", "what"))  # for what a text says


class SeveralAnswers(NamedTuple):
    """The records that a question asks for, in their order, each with its verdict; the remark of
    the first one says what they are. ``command``: the words of the command that shows them all, or
    none. ``topics``: of a list."""

    ranked: list[tuple[Ranked, Verdict]]
    command: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()


def find_several(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the records that a question asks for; None where it asks for one fact, or is one that
    an editor has written of one record, or has a word of something else."""
    if may_exclude(question):
        from tui.search.several.excluded_records import records_without

        if found := records_without(store, question, known):
            return found
    if any(part.related for part in question.parts):
        return None
    if asks_for_owner(question.query):
        from tui.search.several.owner_question import owner_of

        if found := owner_of(store, question):
            return found
    if asks_for_source_details(question.query):
        from tui.search.several.source_details import source_details

        if found := source_details(store, question):
            return found
    if asks_who_mentions(question.query):
        from tui.search.several.sources_of_record import sources_of_record

        if found := sources_of_record(store, question):
            return found
    if may_ask_for_meaning(question):
        from tui.search.several.force_meaning import meaning_of_force

        if found := meaning_of_force(store, question):
            return found
        from tui.search.several.status_meaning import meaning_of_status

        if found := meaning_of_status(store, question):
            return found
    if any(map(question.query.text.__contains__, _DIFFERENCES)):
        from tui.search.several.figures_apart import disagreement_with_both

        if found := disagreement_with_both(store, question):
            return found
    if may_ask_for_date(question):
        from tui.search.several.data_date import date_of_data

        if found := date_of_data(store, question):
            return found
    if may_ask_for_first_figure(question):
        from tui.search.several.first_reached import first_figure

        if found := first_figure(store, question):
            return found
    most = max([match.similarity for match in known.values()], default=0.0)
    is_known, is_same = most >= SAME_QUESTION, most >= SAME_WORDS
    if asks_for_relation(question.query):
        from tui.search.several.company_relations import company_and_others, overview_of_company

        if found := (overview_of_company if is_same else company_and_others)(store, question):
            return found
    names = len([part for part in question.parts if part.names])
    if names > 1 or (names and any(map(question.query.text.__contains__, CHINESE_DISPUTES))):
        from tui.search.several.comparison_question import compared_records
        from tui.search.several.founding_order import founding_order

        if found := founding_order(store, question):
            return found
        if found := compared_records(store, question, is_known=is_known, is_same=is_same):
            return found
    if may_ask_of_dispute(question) and (
        not is_same or "reason" in question.asks or asks_which_is_right(question)
    ):
        from tui.search.several.dispute_question import disputed_record

        if found := disputed_record(store, question, is_same=is_same):
            return found
    if "forecast" in question.asks:
        from tui.search.several.forecast_or_actual import forecast_or_actual

        if found := forecast_or_actual(store, question):
            return found
    if is_same and "forecast" in question.asks:
        from tui.search.several.dispute_question import dispute_of_forecast

        if found := dispute_of_forecast(store, question, known):
            return found
    if "forecast" in question.asks:
        from tui.search.several.forecast_outcome import outcome_of_forecasts

        if found := outcome_of_forecasts(store, question):
            return found
    if (not is_same or question.only_asks) and may_ask_for_event(question):
        from tui.search.several.single_event import single_event

        if found := single_event(store, question):
            return found
    if may_ask_for_events(question):
        from tui.search.several.event_list import listed_events

        if found := listed_events(store, question, known):
            return found
    if not is_same and may_ask_of_companies(question):
        from tui.search.several.company_figures import company_figures

        if found := company_figures(store, question, known):
            return found
    text = question.query.text
    if any(part.names and part.text == text for part in question.parts):
        return None if is_known else _listed(store, question, known, is_known=False)
    if (named := policy_words(question.query)) or may_name_central_body(question):
        from tui.search.several.uncovered_issuer import policies_of_uncovered_issuer

        if found := policies_of_uncovered_issuer(store, question, known, named):
            return found
        if named and any(map(text.__contains__, COUNTED_BY)):
            from tui.search.several.policy_counts import policy_counts

            if found := policy_counts(store, question):
                return found
    asks_binding = not is_same or text.rpartition(" ")[2] in REGULATORS
    if asks_binding and BINDING.word_in(text, question.query.words):
        from tui.search.several.binding_question import how_binding

        if found := how_binding(store, question, known, is_known=is_known):
            return found
    if may_ask_by_value(question):
        from tui.search.several.list_by_value import listed_by_value

        if found := listed_by_value(store, question, known, is_known=is_known):
            return found
    if found := _listed(store, question, known, is_known=is_known):
        return found
    if may_ask_of_payment(question) and not is_same:
        from tui.search.several.insurance_payment import payment_in_region, start_of_payment

        of_payment = start_of_payment if "date" in question.asks else payment_in_region
        if found := of_payment(store, question, known):
            return found
    if _may_be_of_region(store, question):
        from tui.search.several.policy_of_region import policies_of_region

        if found := policies_of_region(store, question, known):
            return found
    months = question.query.months
    is_many = question.only_asks or text.count("20") + text.count("19") > 1
    is_of_years = months and (is_many or months.is_open)
    is_each = any(map(text.__contains__, EACH_YEAR)) or " years" in text or "年" in text
    if is_of_years or (not months and not is_same and is_each):
        from tui.search.several.figures_of_periods import figures_of_periods

        return figures_of_periods(store, question, is_same=is_same)
    return None


def _listed(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    words = question.query.words if question.only_asks else ()  # documents of 2019
    kinds, texts = (
        kinds_by_word(store),
        (*[part.text for part in question.parts], *question.fillers, *words),
    )
    if question.asks.isdisjoint(("unknown", "person")) and not any(
        text.lstrip("新性类型") in kinds or text.split()[0] in kinds or text in _DOCUMENTS
        for text in texts
    ):
        return None
    from tui.search.several.list_question import listed_records

    return listed_records(store, question, known, is_known=is_known)


def _may_be_of_region(store: Store, question: Question) -> bool:
    """Return whether a question names a region and something else, and asks for no one fact."""
    is_plain = not (question.qualifiers or question.corrected) and question.asks <= _OF_CONTENT
    if len(question.parts) < 2 or not is_plain:
        return False

    def read() -> tuple[str, ...]:
        sql = "SELECT DISTINCT value, label_zh, label_en FROM facets WHERE facet = 'region'"
        return tuple({fold(text) for row in store.query(sql) for text in row})

    regions: tuple[str, ...] = store.memoize("names of regions", read)
    return any(part.text.startswith(regions) for part in question.parts)


def kinds_by_word(store: Store) -> dict[str, KindInfo]:
    """Return the kinds of record by the folded words that name them, in Chinese also in pinyin."""

    def read() -> dict[str, KindInfo]:
        words = {fold(word): kind for kind in store.kinds() for word in (*kind.words, kind.id)}
        return {typed: words[each] for typed, each in by_pinyin(store, words).items()} | words

    kinds: dict[str, KindInfo] = store.memoize("kinds by word", read)
    return kinds


def names_policies(store: Store, question: Question) -> bool:
    """Return whether a question has a word for policies."""

    def read() -> tuple[str, ...]:
        return tuple(word for word, kind in kinds_by_word(store).items() if kind.id == "policy")

    words: tuple[str, ...] = store.memoize("words for policies", read)
    return any(map(question.query.text.__contains__, words))
