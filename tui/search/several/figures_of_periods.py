"""Questions for a measure at three or more times (market size 2016 2020 2022), since one (total
funding since 2021) or in each year (deals per year): the figure of each time; figures are not added
up."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import EARLIEST, LATEST, MonthRange, extract_one
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import missing_years, with_fact
from tui.search.known_matches import known_matches
from tui.search.period_remarks import period_words
from tui.search.ranking import rank
from tui.search.record_features import YEAR_IN_NAME
from tui.search.several.answers_at_time import asked_at, exact_figures, measure_of
from tui.search.several.last_years import last_years
from tui.search.several.period_comparison import compared_periods
from tui.search.several.total_of_years import asks_for_total, total_of_years
from tui.search.several.two_times import CHINESE_LINKS, LINKS
from tui.search.several_answers import EACH_YEAR, SeveralAnswers
from tui.search.verdict import Verdict, judge
from tui.text.fold import is_chinese
from tui.text.language import Wording, enumeration, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.several.answers_at_time import TimeAnswers
    from tui.search.verdict import Match
    from tui.store import AnswerRow, Store

_LEAST, _MOST = 3, 8
_OTHER_ASKS = frozenset(("rate", "share", "reason", "who", "list", "origin", "definition"))
_TOTALS = words_of("total totals altogether cumulative overall combined sum much")
_CHINESE_TOTALS = ("一共", "总共", "合计", "累计", "总计", "总额", "共计", "多少", "总")
_WORDS = _TOTALS | words_of(
    "how number what was were been is are in of for and or each year by the data figures"
)
_CHINESE_WORDS = ("分别是", "分别", "各年", "各是", "各", *_CHINESE_TOTALS[:-2])
_CHANGES = ("的变化", "变化", "变动", "走势")
"""Words for the course of a measure, which the figure of each year shows."""
_LATEST = Wording(
    "以下是最近{count}个有数据的时期", "showing the latest {count} periods with a figure"
)
_ONLY = Wording("以下是唯一有数据的时期", "showing the only period with a figure")
_NONE = Wording("没有{times}的数据", "no figure for {times}")
_PART = Wording("没有{times}全年的数据", "no full-year figure for {times}")
_NO_TOTAL = Wording("资料没有{time}的合计", "no total {time} is given")


def figures_of_periods(store: Store, question: Question, *, is_same: bool) -> SeveralAnswers | None:
    """Return the figures of a measure at each of several times, or of all periods since one; None
    where a question asks for something else. ``is_same``: an editor has written it of one
    record."""
    if question.only_asks and "rate" in question.asks:
        from tui.search.several.rates_of_period import rates_of_period

        return rates_of_period(store, question) or compared_periods(store, question)
    if question.only_asks:
        from tui.search.several.figures_of_time import listed_figures

        if found := listed_figures(store, question):
            return found
    if asks_for_total(question) and (found := total_of_years(store, question)):
        return found
    if found := compared_periods(store, question):
        return found
    months = question.query.months
    if not months:
        return _of_each_year(store, question)
    if question.asks & _OTHER_ASKS:
        return None
    if months.last == LATEST:
        return _since(store, question, months)
    if is_same:
        return None
    split = _separate_times(question.query.text)
    if split is None:
        return None
    times, rest = split
    read = _read(store, rest)
    if read is None:
        return None
    asked = [asked_at(store, read, each) for each in times]
    known = known_matches(store, read)
    undated = rank(store, read, find_candidates(store, read, known), 1, known=known)
    return _of_measure(asked, undated) or _of_none(asked)


def _read(store: Store, text: str) -> Question | None:
    """Return the question of a text without words for a total or for each of several."""
    if is_chinese(text):
        for word in _CHINESE_WORDS:
            text = text.replace(word, " ")
    else:
        text = " ".join(word for word in text.split() if word not in _WORDS)
    read = read_edited_question(store, text)
    if read.only_asks or not read.parts or read.asks & _OTHER_ASKS:
        return None
    return read._replace(qualifiers=())


def _separate_times(text: str) -> tuple[list[MonthRange], str] | None:
    """Return the times that a text lists, in their order, and the text without them; None for
    fewer than three."""
    times: list[MonthRange] = []
    found, rest, at = extract_one(text)
    start, between = text[:at], ""
    while found and len(times) < _MOST:
        times.append(found)
        end = at
        found, rest, at = extract_one(rest)
        if found:
            between += f" {rest[end:at]}"
    if len(set(times)) < _LEAST or _without_links(between):
        return None
    return sorted(set(times)), f"{start} {rest[end:]}"


def _without_links(text: str) -> str:
    for word in (*CHINESE_LINKS, "、", ",", "，", "/", ";", "；"):
        text = text.replace(word, " ")
    return " ".join(word for word in text.split() if word not in LINKS)


def _of_measure(asked: list[TimeAnswers], undated: list[Ranked]) -> SeveralAnswers | None:
    """Return the figures of the measure that most of the times have; None where none has any, or
    only another statistic than the one that answers best without a time."""
    by_measure: dict[str, dict[int, Ranked]] = {}
    for at, time in enumerate(asked):
        for item in exact_figures(time):
            by_measure.setdefault(measure_of(item), {}).setdefault(at, item)
    if not by_measure:
        return None
    figures = max(by_measure.values(), key=len)
    best = undated[0].described.record if undated else None
    if best and best.kind == "statistic" and len(figures) < len(asked):
        figures = by_measure.get(best.id, {})
    if not figures:
        return None
    answers: list[Wording] = []
    missing: list[Wording] = []
    in_part: list[Wording] = []
    gaps: list[Ranked] = []
    for at, time in enumerate(asked):
        if at in figures:
            fact = figures[at].described.chosen.fact
            answers.append(fact.answer)
            if (fact.first_month, fact.last_month) != time.months[:2]:
                in_part.append(period_words(time.months))
            continue
        missing.append(period_words(time.months))
        gaps += [each for each in time.ranked[:1] if each.described.record.kind == "gap"]
    for times, words in ((missing, _NONE), (in_part, _PART)):
        answers += [words.format(times=enumeration(times))] if times else []
    shown = [figures[at] for at in sorted(figures, reverse=True)]
    seen = {each.described.record.id: each for each in gaps}
    verdicts = [(item, Verdict("exact")) for item in [*shown, *seen.values()]]
    match: Match = "other_period" if missing else "exact"
    verdicts[0] = shown[0], Verdict(match, (), one_a_line(answers))
    return SeveralAnswers(verdicts, ("show", shown[0].described.record.id))


def _of_none(asked: list[TimeAnswers]) -> SeveralAnswers | None:
    """Return the answers to the question about the last of times without a figure."""
    last = asked[-1]
    verdicts = [judge(last.question, last.weights, item.described) for item in last.ranked]
    if not verdicts or verdicts[0].missing:
        return None
    times = enumeration([period_words(each.months) for each in asked])
    verdicts[0] = Verdict("other_period", (), _NONE.format(times=times))
    return SeveralAnswers(list(zip(last.ranked, verdicts, strict=True)))


def _of_each_year(store: Store, question: Question) -> SeveralAnswers | None:
    """Return all figures of the measure of a question for each year, the newest first; for the last
    three years as many of the latest figures."""
    text = question.query.plain
    last = last_years(text)
    if not (last or any(map(text.__contains__, EACH_YEAR))):
        return None
    most, text = last or (0, text)
    for phrase in (*EACH_YEAR, *_CHANGES):
        text = text.replace(phrase, " ")
    return _since(store, question, MonthRange(EARLIEST, LATEST), text, most)


def _since(
    store: Store, question: Question, months: MonthRange, text: str = "", most: int = 0
) -> SeveralAnswers | None:
    """Return the figures since a time of the measure that answers best, the newest first. ``text``:
    the question without its time; else without its period. ``most``: how many of the latest; 0 for
    all."""
    read = _read(store, text or question.query.plain)
    if read is None:
        return None
    time = asked_at(store, read, months)
    figures = exact_figures(time)
    # A title with the first of the years is not about all of them.
    best = next((it for it in time.ranked if YEAR_IN_NAME not in it.described.features), None)
    if not figures or figures[0] is not best:
        return None
    item = figures[0]
    if item.described.record.kind != "statistic":
        return None
    if "forecast" in read.asks and item.described.chosen.fact.status != "forecast":
        return None
    facts = _facts_since(store, item, months)
    if len(facts) < 2 and not (most and facts):
        return None
    facts = facts[-most:]
    answers = [each.answer for each in facts]
    answers += missing_years(facts)
    if most:
        several = len(facts) > 1
        answers.insert(0, _LATEST.format(count=str(len(facts))) if several else _ONLY)
    is_total = months.first != EARLIEST and _asks_for_total(question)
    if is_total:
        answers.insert(0, _NO_TOTAL.format(time=period_words(months)))
    shown = [(with_fact(item, each), Verdict("exact")) for each in reversed(facts)]
    verdict = Verdict("other_measure" if is_total else "exact", (), one_a_line(answers))
    shown[0] = shown[0][0], verdict
    return SeveralAnswers(shown, ("show", item.described.record.id))


def _facts_since(store: Store, item: Ranked, months: MonthRange) -> list[AnswerRow]:
    """Return the figures of the measure of an answer since a time, oldest first: of the same
    status, without those of a part of another's period."""
    chosen = item.described.chosen.fact
    facts = {
        (each.first_month, each.last_month): each
        for each in reversed(store.facts(chosen.id))
        if each.fact.partition("@")[0] == measure_of(item)
        and each.value
        and not each.is_rate
        and each.status == chosen.status
        and each.rank != "deprecated"
        and months.first <= each.first_month
    }
    return [
        fact
        for (first, last), fact in sorted(facts.items())
        if not any(
            start <= first and last <= end for start, end in facts if (start, end) != (first, last)
        )
    ]


def _asks_for_total(question: Question) -> bool:
    text = question.query.plain
    if text.isascii():
        return not _TOTALS.isdisjoint(text.split())
    return any(word in text for word in _CHINESE_TOTALS)
