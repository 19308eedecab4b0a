"""What is known of a company beside figures and texts: its ticker, when and by whom it was founded
or listed. Imported for an answer about a company that a question names beside something else."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import as_typed, read_edited_question
from tui.search.fact_choice import OUTSIDE
from tui.search.list_topics import same_part
from tui.search.verdict import NOT_OF_SUBJECT, Verdict, quoted
from tui.text.language import Wording, one_a_line
from tui.text.stem import stem

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_TICKER_WORDS = ("ticker", "股票代码")
_LISTING_WORDS = ("上市", "交易所")
_LISTED, _EXCHANGE = "list", "exchange"
_TICKER = Wording("股票代码：{ticker}（{exchange}）", "ticker: {ticker} ({exchange})")
_NO_DATA = Wording(
    "没有{company}{words}的数据，以下是其他相关内容",
    "no figure for {words} at {company}; showing what else is known",
)
_NO_EXCHANGE = Wording("资料没有写明交易所", "the documents do not name the exchange")
_NO_DATE = Wording("资料没有写明上市时间", "the documents do not say when it was listed")
_NO_NAME = Wording("资料没有写明是谁，以下是企业概况", "no name is given; showing the company")


def with_missing_measure(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a company without the measure that a question asks for,
    with a remark that there is no data on it, and second the
    gap, if there is one, of which the title names this company alone."""
    (item, verdict), *others = best
    missing = [each for each in question.parts if as_typed(question, each.text) in verdict.missing]
    if verdict.remark != NOT_OF_SUBJECT.format(words=quoted(verdict.missing)):
        return best
    if not missing or not all(part.measure for part in missing):
        return best
    record = item.described.record
    company = store.facts(record.id)[0].title
    remark = _NO_DATA.format(company=company, words=quoted(verdict.missing))
    found = zip(question.parts, item.described.chosen.found, strict=True)
    if not any(at for part, at in found if record.position not in part.names):
        item = as_whole(store, item)  # no figure of something else
    first = item, verdict._replace(remark=remark)
    names = [Wording(*each) for each in store.query("SELECT title_zh, title_en FROM companies")]
    for at, (other, _) in enumerate(others):
        title = other.described.chosen.fact.title
        if other.described.record.kind != "gap" or company.zh not in title.zh:
            continue
        if all(name.zh in company.zh or name.zh not in title.zh for name in names):
            gap = other._replace(score=max(it.score for it, _ in others))
            return [first, (gap, others[at][1]), *others[:at], *others[at + 1 :]]
    return [first, *others]


def with_attribute(
    store: Store, question: Question, item: Ranked, verdict: Verdict
) -> tuple[Ranked, Verdict]:
    """Return the answer about a company with its ticker in the remark where the question asks for
    it or for its listing; with the company as a whole where it is an event of another kind than
    asked for, or where nobody is named who is asked for."""
    described = item.described
    record, fact = described.record, described.chosen.fact
    names = {record.position, _group_of(store, record.id)}
    others = tuple(each for each in question.parts if names.isdisjoint(each.names))
    is_named = len(others) < len(question.parts)
    is_figure = fact.value and fact.form != "event"
    if is_figure or not is_named or not others or any(each.names for each in others):
        return item, verdict
    if "date" in question.asks:
        missing = tuple(
            as_typed(question, part.text)
            for part, at in zip(question.parts, described.chosen.found, strict=True)
            if not at and (part.concepts or stem(part.text) == "list")
        )
        listing = tuple(part for part in others if means(store, part, _LISTING_WORDS))
        ticker = _ticker(store, record.id) if listing and verdict.match != "exact" else None
        if ticker:
            missing = tuple(as_typed(question, part.text) for part in listing)
            remark = one_a_line([_NO_DATE, ticker])
            return as_whole(store, item), Verdict("other_measure", missing, remark)
        if fact.form != "event" or not missing or verdict.match == "exact":
            return item, verdict
        remark = NOT_OF_SUBJECT.format(words=quoted(missing))
        return as_whole(store, item), Verdict("other_measure", missing, remark)
    is_listing_event = fact.form == "event" and verdict.match == "exact"
    words = _TICKER_WORDS if is_listing_event else (*_TICKER_WORDS, *_LISTING_WORDS)
    if "reason" not in question.asks and any(means(store, part, words) for part in others):
        ticker = _ticker(store, record.id)
        rest = [part for part in others if not means(store, part, words)]
        if ticker and rest and all(part.concepts for part in rest):
            missing = tuple(as_typed(question, part.text) for part in others)
            company = store.facts(record.id)[0].title
            lacking = _NO_DATA.format(company=company, words=quoted(missing))
            remark = one_a_line([lacking, ticker])
            return as_whole(store, item), Verdict("other_measure", missing, remark)
        if ticker and not any(part.measure for part in others):
            is_exact = verdict.match == "exact"
            return as_whole(store, item), Verdict("exact" if is_exact else "near", (), ticker)
    elif (
        "person" in question.asks
        and verdict.match == "exact"
        and "?person" not in described.known_keys
    ):
        return item, Verdict("other_measure", (), _NO_NAME)
    return item, verdict


def _group_of(store: Store, company: str) -> int:
    """Return the position of the group that a company belongs to; -1 for none."""
    sql = (
        "SELECT r.position FROM companies c JOIN records r ON r.id = c.parent WHERE c.id = ? "
        "LIMIT 1"
    )
    return next((position for (position,) in store.query(sql, (company,))), -1)


def means(store: Store, part: Part, words: tuple[str, ...]) -> bool:
    """Return whether a part means one of the words, such as one for the ticker of a company."""
    if words[-1] in _LISTING_WORDS and (stem(part.text) == _LISTED or part.text == _EXCHANGE):
        return True

    def read() -> list[Part]:
        return [it for word in words for it in read_edited_question(store, word).parts]

    meant: list[Part] = store.memoize(("parts of words", words), read)
    return any(same_part(part, each) for each in meant)


def _ticker(store: Store, identity: str) -> Wording | None:
    """Return what is known of the ticker of a company; None for nothing."""
    sql = "SELECT ticker, exchange_zh, exchange_en FROM companies WHERE id = ? AND ticker <> ''"
    for ticker, zh, en in store.query(sql, (identity,)):
        return _TICKER.format(ticker=ticker, exchange=Wording(zh, en) if zh or en else _NO_EXCHANGE)
    return None


def as_whole(store: Store, item: Ranked) -> Ranked:
    """Return an answer with what the company is instead of one of its facts."""
    described = item.described
    fact = store.facts(described.record.id)[0]
    found = [0.0] * len(described.found)
    chosen = described.chosen._replace(fact=fact, found=found, period=OUTSIDE)
    return item._replace(described=described._replace(chosen=chosen))
