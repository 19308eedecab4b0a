"""Whether an exact answer covers all that is asked for. It does not where it is about a kind of it
(internet hospitals for hospitals), about one company, or counts things of which one is asked for
(the number of deals for the largest deal)."""

from __future__ import annotations

from tui.database.vocabulary import CONCEPT_MARK, CONCEPTS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.question.term_lookup import vocabulary_terms
from tui.search.asked_form import (
    AFTER_COUNTED,
    NO_COUNT,
    NO_COUNT_OF_MONEY,
    counted_phrase,
    counts_things,
)
from tui.search.fact_choice import COUNTED, GREATEST, SUPERLATIVES, is_share
from tui.search.features import IN_BODY, in_title
from tui.search.gap_of_number import lacks_measure
from tui.search.list_topics import same_part
from tui.search.offering_figure import judge_offering
from tui.search.several_answers import SAME_WORDS
from tui.search.verdict import (
    ASK_NUMBER,
    GUESSED,
    LIKENESS,
    NO_FIGURE,
    OF_ONE,
    SAME,
    Verdict,
    quoted,
)
from tui.text.fold import fold
from tui.text.language import Wording
from tui.text.stem import term_tokens

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.record_features import DescribedRecord
    from tui.store import AnswerRow, Store

_OF_A_KIND = Wording("没有{words}的数字，以下只是{title}", "no figure for {words}; showing {title}")
_NO_NAME = Wording("资料没有写明是哪一家，以下是数字", "no name is given; showing the figure")
_NO_NAME_OF_EVENT = Wording(
    "资料没有写明是谁，以下是相关事件", "no name is given; showing the event"
)
_NO_DEFINITION = Wording("没有给出定义，以下是数字", "no definition is given; showing the figure")
_NO_LEVEL = Wording("没有数值本身，只有变化", "the value is not given; showing its change")
_NOT_ONE = Wording(
    "资料没有逐一列出，只有总数", "the individual items are not listed; showing the total"
)
_GREATEST = Wording("以下是资料中{title}的最高值", "showing the highest figure in the documents")
_LEAST = Wording("以下是资料中{title}的最低值", "showing the lowest figure in the documents")
_GREATEST_FORECAST = Wording(
    "以下是资料中{title}的最高预测值", "showing the highest forecast in the documents"
)
_LEAST_FORECAST = Wording(
    "以下是资料中{title}的最低预测值", "showing the lowest forecast in the documents"
)
_ALONE = Wording("以下只是{company}一家的数字", "this figure is of {company} alone")
_LONGEST_TERM = 6
"""Tokens of a concept."""
_PUBLISHES = (
    *("publish", "report", "releas", "compil", "estimat", "measur", "calculat", "source"),
    *("发布", "公布", "统计", "测算", "估算", "数据"),
)
"""Of a figure: who does it is in its citation."""
_SIZES = frozenset(("largest", "biggest", "smallest", "最大", "最小"))
"""Superlatives of one thing, not of their number."""
_SHARES = (
    *("率", "占", "比", "几成", "程度", "水平", "%", "percent", "per cent", "share", "rate"),
    *("proportion", "ratio", "fraction", "penetration", "prevalence", "level", "how much of"),
)
"""Words of a question that a share answers."""
_CHANGES = (
    *("降", "增", "涨", "跌", "升", "掉", "提高", "变化", "缩", "压", "走低", "走高", "少了", "薄"),
    *("fall", "fell", "decline", "drop", "rise", "rose", "increase", "decrease", "change"),
    *("growth", "shrink", "slip", "slid", "squeeze", "compress", "down", "up ", "thin", "lower"),
)
ALL = ("全国", "全行业", "我国", "nationwide", "industry")


def judge_scope(store: Store, question: Question, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on an exact answer that is of less than what is asked for, or of which a
    reader must know how it was chosen; None for others."""
    fact = described.chosen.fact
    asks = question.asks
    if not fact.value:
        asks_number = any(f"?{kind}" in described.known_keys for kind in ASK_NUMBER)
        asks_count = fact.kind == "gap" and asks & {"count", "money"}
        if asks_count and described.known_keys and not asks_number:
            return Verdict("near", (), GUESSED)
        like = described.features.get(LIKENESS, 0.0)
        lacks_number = fact.kind != "gap" and like < SAME and counted_phrase(question.query.text)
        if lacks_number or (like < SAME_WORDS and lacks_measure(question, described)):
            return Verdict("other_measure", (), NO_FIGURE)
        if fact.kind == "gap" and max(described.found, default=1.0) <= IN_BODY:
            return Verdict("near", (), GUESSED)
        asks_who = "person" in asks and "?person" not in described.known_keys
        if asks_who and fact.form == "event" and not _has_participants(store, fact):
            return Verdict("other_measure", (), _NO_NAME_OF_EVENT)
        return None
    if "元" in fact.unit and "count" in asks and counts_things(question.query.text):
        return Verdict("other_measure", (), NO_COUNT_OF_MONEY)
    if described.record.kind == "statistic":
        if _asks_for_one(question, fact):
            return Verdict("near", (), _NOT_ONE)
        if described.features.get(LIKENESS, 0.0) < SAME_WORDS and (
            found := _judge_statistic(store, question, described)
        ):
            return found
    elif found := judge_offering(store, question, described):
        return found
    is_known = described.features.get(LIKENESS, 0.0) >= SAME
    if "definition" in asks and not is_known:
        return Verdict("other_measure", (), _NO_DEFINITION)
    if not is_known and _is_only_company(question, described):
        return Verdict("near", (), GUESSED)
    is_head_known = is_known and fact.kind == "statistic"
    if not is_head_known and (head := _other_head(store, question, described)):
        remark = _OF_A_KIND.format(words=quoted((head.text,)), title=fact.answer)
        return Verdict("near", (head.text,), remark)
    if _is_of_unnamed_company(store, question, described):
        if is_known and not _mentions(question, ALL):
            return Verdict("exact", (), _ALONE.format(company=fact.title))
        parts = tuple(part.text for part in question.parts)
        return Verdict("near", parts, OF_ONE.format(words=quoted(parts), company=fact.title))
    if _is_change(fact) and "rate" not in asks and not _mentions(question, _CHANGES):
        return Verdict("other_measure", (), _NO_LEVEL)
    if described.chosen.extreme:
        is_forecast, is_least = fact.status == "forecast", GREATEST.isdisjoint(question.qualifiers)
        messages = (_LEAST_FORECAST, _GREATEST_FORECAST) if is_forecast else (_LEAST, _GREATEST)
        message = messages[not is_least]
        return Verdict("exact", (), message.format(title=fact.title))
    return None


def _judge_statistic(
    store: Store, question: Question, described: DescribedRecord
) -> Verdict | None:
    fact, asks = described.chosen.fact, question.asks
    like = described.features.get(LIKENESS, 0.0)
    if "amount" in asks and is_share(fact) and not _mentions(question, _SHARES):
        return Verdict("other_measure", (), NO_COUNT)
    is_share_of_it = is_share(fact) and not asks and not _mentions(question, _SHARES)
    if is_share_of_it and _is_denominator(store, question, fact):
        return Verdict("other_measure", (), NO_COUNT)
    if like >= SAME:
        return None
    titled = any(part.names or in_title(part, described.record) for part in question.parts)
    if not titled and not question.query.figure:
        return Verdict("near", (), GUESSED)  # each word is in another name: not of one thing
    if "person" in asks:
        return None if _mentions(question, _PUBLISHES) else Verdict("other_measure", (), _NO_NAME)
    if not asks & (ASK_NUMBER | {"forecast"}) and not question.query.months:
        return None
    kind_of = [part for part in question.parts if _has_only_kind_of(store, part, question, fact)]
    if kind_of:
        words = tuple(part.text for part in kind_of)
        return Verdict("near", words, _OF_A_KIND.format(words=quoted(words), title=fact.title))
    return None


def _is_denominator(store: Store, question: Question, fact: AnswerRow) -> bool:
    """Return whether a question names no more than what a figure is a share of (world
    population)."""
    measure = fact.fact.partition("@")[0]
    sql = "SELECT denominator_zh, denominator_en FROM measures WHERE measure = ?"
    for texts in store.query(sql, (measure,)):
        for text in filter(None, texts):
            whole = read_edited_question(store, text).parts
            if all(any(same_part(part, each) for each in whole) for part in question.parts):
                return True
    return False


def _is_of_unnamed_company(store: Store, question: Question, described: DescribedRecord) -> bool:
    """Return whether a question for a number, which names no company, has the figure of one."""
    asks_number = question.asks & (ASK_NUMBER | {"share", "rate"}) or _mentions(question, ALL)
    if described.record.kind != "player" or not asks_number:
        return False
    if any(described.record.position in it.names and not it.measure for it in question.parts):
        return False  # by a product of it
    named = [store.indexed_records(part.names) for part in question.parts if part.names]
    is_named = any(all(each.kind == "player" for each in records) for records in named)
    return "person" not in question.asks and not is_named


def _is_only_company(question: Question, described: DescribedRecord) -> bool:
    """Return whether a sentence, other than for a date, names the company whose figure answers, and
    nothing that the figure measures (how many people work there, who runs it, what it did)."""
    is_sentence = bool(question.asks or question.fillers) and "date" not in question.asks
    if not is_sentence or described.record.kind != "player":
        return False
    return all(described.record.position in part.names for part in question.parts)


def _asks_for_one(question: Question, fact: AnswerRow) -> bool:
    """Return whether a question asks which of the things that a figure counts is the largest, the
    latest …: largest deal, latest deal, but not most deals or latest deals."""
    asks = question.asks
    if not fact.unit.endswith(COUNTED) or asks & ASK_NUMBER or "date" in asks:
        return False
    if not _SIZES.isdisjoint(question.qualifiers):
        return True
    if "latest" not in asks and SUPERLATIVES.isdisjoint(question.qualifiers):
        return False
    words = [word for part in question.parts for word in part.text.split(" ")]
    return all(word.isascii() and word[-1] != "s" for word in words)


def _is_change(fact: AnswerRow) -> bool:
    """Return whether the title of a measure says that it is the change of another one."""
    if fact.is_rate or fact.form != "observation":
        return False
    title = fact.title if fact.kind == "statistic" else fact.answer
    start = fold(title.en).split(" ")[0]
    return start in _CHANGES


def _mentions(question: Question, words: tuple[str, ...]) -> bool:
    return any(word in question.query.text for word in words)


def _has_participants(store: Store, fact: AnswerRow) -> bool:
    rows = store.query(
        "SELECT 1 FROM participants WHERE event = ? AND company <> ? LIMIT 1", (fact.fact, fact.id)
    )
    return any(True for _ in rows)


def _has_only_kind_of(store: Store, part: Part, question: Question, fact: AnswerRow) -> bool:
    """Return whether the title of a figure has a part of the question only within the name of a
    kind of it, of which the question says nothing: hospitals within internet hospitals."""
    if part.names:
        return False
    asked = {mark for each in question.parts for mark in each.concepts}
    return all(_is_within_longer(store, part, asked, fold(text)) for text in fact.title)


def _is_within_longer(store: Store, part: Part, asked: set[str], title: str) -> bool:
    tokens = [token for token, *_ in term_tokens(title)]
    keys = {
        range(first, last): " ".join(tokens[first:last])
        for first in range(len(tokens))
        for last in range(first + 1, min(first + _LONGEST_TERM, len(tokens)) + 1)
    }
    known = vocabulary_terms(store, keys.values())
    term = " ".join(token for token, *_ in term_tokens(part.text))
    meant, others = [], []
    for span, key in keys.items():
        marks = {CONCEPT_MARK + each for each, role in known.get(key, ()) if role in CONCEPTS}
        if key == term or not marks.isdisjoint(part.concepts):
            meant.append(span)
        elif marks and marks.isdisjoint(asked):
            others.append(span)
    return bool(meant) and all(
        any(_has_modifier(each, other) for other in others) for each in meant
    )


def _has_modifier(span: range, other: range) -> bool:
    return other.start < span.start < other.stop <= span.stop


def _other_head(store: Store, question: Question, described: DescribedRecord) -> Part | None:
    """Return what a question asks the number of, where a figure counts something else: policies,
    of which the provinces are counted (provincial policies), pharmacies, of which the goods are.
    The name of a statistic is what it counts."""
    fact = described.chosen.fact
    if "count" not in question.asks or is_share(fact):
        return None
    counted = counted_phrase(question.query.text)
    head = next((each for each in question.parts if counted.endswith(each.text)), None)
    is_name = bool(head and described.record.position in head.names)
    if head is None or not head.text or (is_name and fact.kind == "statistic"):
        return None
    before, _, amount = fact.answer.en.partition(": ")
    title = (fact.title.en if fact.kind == "statistic" else before).removeprefix("Number of ")
    words = title.replace(" team of ", " ").split(" ")  # a team of doctors counts doctors
    end = next((at for at, word in enumerate(words) if word in AFTER_COUNTED), len(words))
    amounts = (amount, fact.answer.zh.partition("：")[2])
    if _has(store, head, (*amounts, " ".join(words[:end]))):
        return None
    if _has(store, head, (" ".join(words[end:]),)):
        return head
    others = [part for part in question.parts if part is not head]
    return head if any(_has(store, part, amounts) for part in others) else None


def _has(store: Store, part: Part, texts: tuple[str, ...]) -> bool:
    """Return whether any of the texts has a part."""
    words = [word for word, *_ in term_tokens(part.text)]
    for text in filter(None, texts):
        if set(words) <= {word for word, *_ in term_tokens(fold(text))}:
            return True
        if any(same_part(part, each) for each in read_edited_question(store, text).parts):
            return True
    return False
