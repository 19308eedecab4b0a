"""Questions for one event among those of its type: largest deal, latest launch, 最大一笔融资."""

from __future__ import annotations

import re
from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.fact_choice import SAME, ChosenFact
from tui.search.features import IN_NAME, in_fact, in_record
from tui.search.period_remarks import period_words
from tui.search.ranking import Ranked
from tui.search.record_features import DescribedRecord
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import NO_TEXT, Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.verdict import Match
    from tui.store import Store

_SOURCE_WORDS = ("source", "article", "report", "资料", "来源", "文章", "报告", "文献", "材料")
_LARGEST = re.compile(
    r"(?:哪一?[家个]|谁)(?:公司|企业|平台|厂商|机构)?的?(?:规模)?(?:是)?最大的?"
    r"|最大的(?:公司|企业|平台|厂商)是(?:谁|哪一?[家个])"
    r"|(?:which|what) (?:company|firm|platform) is (?:the )?(?:largest|biggest)(?: one)?"
    r"|who is (?:the )?(?:largest|biggest)"
)
"""The largest company, without a measure."""
_COUNTER = "[笔起轮次宗单项个家]"
_FINANCING = rf"{_COUNTER}的?(?:融资|投资|交易)|(?:融资|投资)?交易|(?:融资|投资)(?:轮次?|$)"
_COMPANIES = "(?:公司|企业|平台|机构)"
_TYPES = {
    "financing": (
        "(?:(?:funding|financing|investment) )?(?:deals?|rounds?)|investment",
        _FINANCING,
        Wording("笔融资", "funding rounds"),
    ),
    "acquisition": (
        "acquisitions?|mergers?|takeovers?|buyouts?",
        "并购|收购",
        Wording("起并购", "acquisitions"),
    ),
    "listing": (
        "(?:stock )?listings?|ipos?|flotations?",
        f"(?:上市|挂牌)的?{_COMPANIES}?",
        Wording("次上市", "listings"),
    ),
    "launch": (
        "(?:(?:product|service) )?(?:launch|launches|roll-?outs?)",
        "(?:上线|推出)的?(?:产品|服务|平台)?",
        Wording("次上线", "launches"),
    ),
    "partnership": ("partnerships?", "合作", Wording("项合作", "partnerships")),
    "founding": (
        "(?:company|firm|platform)(?: (?:founded|established))?",
        f"(?:成立|创立|创办)的?{_COMPANIES}?|{_COMPANIES}",
        Wording("家企业的成立时间", "founding dates"),
    ),
}
"""How a question names an event of each type in both languages, and what several are called."""
_NOUNS = frozenset(("公司", "企业", "平台", "机构", "company", "companies", "platform", "firm"))
_DOES = frozenset(("to", "that", "with", "who"))
_ORDERS = {
    "largest": ("largest|biggest", "最大|最多|最高"),
    "smallest": ("smallest", "最小|最少|最低"),
    "newest": ("latest|newest|youngest|most recent|last", "最新|最近|最后|最晚|最年轻"),
    "oldest": ("earliest|oldest|first", "最早|最先|最老|第一|首"),
}
_SIZES = ("largest", "smallest")
_WITH_SIZE = ("financing", "acquisition")
_SINGLE = "(?:single |known |named |ever |reported )?"
_MORE = f"(?:的|一|这|那|金额|规模|{_COUNTER}(?={_COUNTER}|的|融|投|交|并|收|上|推|合|成|创))*"
_SAYS_NOTHING = words_of(
    "what which who is was were the a an of in by to for made did does do how much big raised when "
    "with and its there any known so far ever happen happened receive received get got company"
)
_CHINESE_SAYS_NOTHING = re.compile(
    rf"哪一?{_COUNTER}|是哪|哪家|多少钱?|什么时候|什么|金额|规模|谁|有|是|的|了|在|中|一{_COUNTER}"
)
_SORTED = {
    "largest": Wording("由大到小", "largest first"),
    "smallest": Wording("由小到大", "smallest first"),
    "newest": Wording("由新到旧", "newest first"),
    "oldest": Wording("由旧到新", "oldest first"),
}
_AMOUNT, _DATE = Wording("金额", "an amount"), Wording("日期", "a date")
_KNOWN = Wording(
    "资料提及{period}{count}{events}，其中{known}{unit}有{what}，{order}",
    "{known} of the {count} {events} named{period} have {what}, {order}",
)
_ALL = Wording(
    "资料提及{period}{count}{events}，{order}", "the {count} {events} named{period}, {order}"
)
_ONE = Wording(
    "资料提及{period}{count}{events}，只有1{unit}有{what}，无从比较",
    "only 1 of the {count} {events} named{period} has {what}, so none can be compared",
)
_ONLY = Wording(
    "资料仅提及{period}1{events}，无从比较",
    "the documents name no other of the {events}{period}: nothing to compare",
)
_NONE = Wording(
    "资料提及{period}{count}{events}，都没有{what}",
    "none of the {count} {events} named{period} has {what}",
)


_NONE_THEN = Wording(
    "资料写到的{noun}没有一{unit}{period}，以下是其他时期或未注明日期的",
    "none of the {events} named is dated{period}; showing those of other times or without a date",
)


class _Event(NamedTuple):
    """An event of a company with its sort key; None where it has no amount or date."""

    key: float | int | None
    ranked: Ranked


def single_event(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the events of the type that a question asks for, the one it asks for first, with what
    has no amount or no date last; None where it asks for something else."""
    if _LARGEST.fullmatch(question.query.plain.strip(" ?？")):
        from tui.search.several.largest_company import largest_company

        return largest_company(store, question)
    if any(map(question.query.text.__contains__, _SOURCE_WORDS)):
        from tui.search.several.source_order import sources_by_date

        if found := sources_by_date(store, question):
            return found
    plain = question.query.plain
    asked = _asked(plain) or _asked(_without_subject(store, question))
    if asked is None or "count" in question.asks:
        return None
    kind, order, rest = asked
    events = events_of(store, question, kind, order, rest)
    if not events and question.query.months:
        return _of_other_times(store, question, kind, order, rest)
    if not events:
        return None
    known = [event for event in events if event.key is not None]
    known.sort(key=itemgetter(0), reverse=order in ("largest", "newest"))
    others = [event for event in events if event.key is None]
    values = {
        "count": str(len(events)),
        "known": str(len(known)),
        "events": _TYPES[kind][2],
        "unit": Wording(_TYPES[kind][2].zh[0], ""),
        "what": _AMOUNT if order in _SIZES else _DATE,
        "order": _SORTED[order],
        "period": _period(question),
    }
    remark = _KNOWN if len(known) > 1 else _ONE if known else _NONE
    if not others:
        remark = _ALL if len(known) > 1 else _ONLY
    # Most companies have no founding date: the oldest that has one is hardly the oldest.
    match: Match = "exact" if len(known) > 1 and kind != "founding" else "near"
    verdicts = [Verdict(match, (), remark.format(**values))]
    verdicts += [Verdict(match)] * (len(known) - 1) + [Verdict("near")] * len(others)
    ranked = [event.ranked for event in (*known, *others)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=False)))


def _of_other_times(
    store: Store, question: Question, kind: str, order: str, rest: str
) -> SeveralAnswers | None:
    """Return the events of any time where none is dated in that of the question; None where there
    is none at all."""
    undated = question._replace(query=question.query._replace(months=None))
    events = events_of(store, undated, kind, order, rest)
    if not events:
        return None
    events.sort(key=lambda event: event.key or 0, reverse=order in ("largest", "newest"))
    name = _TYPES[kind][2]
    unit, noun = Wording(name.zh[0], ""), Wording(name.zh[1:], "")
    remark = _NONE_THEN.format(period=_period(question), events=name, unit=unit, noun=noun)
    verdicts = [Verdict("other_period", (), remark), *[Verdict("near")] * (len(events) - 1)]
    ranked = [event.ranked for event in events]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))


def _without_subject(store: Store, question: Question) -> str:
    """Return a question without what the whole briefing is about."""
    text = question.query.plain
    for part in question.parts:
        if is_about_briefing(store, part):
            text = text.replace(part.text, "" if not part.text.isascii() else " ")
    return " ".join(text.split())


def _period(question: Question) -> Wording:
    if not question.query.months:
        return NO_TEXT
    words = period_words(question.query.months)
    return Wording(f"在{words.zh}", f" in {words.en}")


def _asked(text: str) -> tuple[str, str, str] | None:
    """Return the type of event and the order that a text asks for, and the rest of it."""
    for kind, (english, chinese, _) in _TYPES.items():
        for order, (english_order, chinese_order) in _ORDERS.items():
            if order in _SIZES and kind not in _WITH_SIZE:
                continue
            if text.isascii():
                pattern = rf"\b(?:{english_order}) {_SINGLE}(?:{english})\b"
                if kind == "founding":
                    pattern += rf"|\b(?:founded|established) (?:the )?(?:{english_order})\b"
            else:
                pattern = (
                    rf"(?:{chinese_order}){_MORE}(?:{chinese})"
                    rf"|(?:{chinese})(?:的?金额|的?规模|里|中|是|日期)*(?:{chinese_order})"
                )
                if kind == "financing":
                    pattern += rf"|(?:融资|投资)(?:里|中)?(?:{chinese_order})的?[一那]{_COUNTER}"
            if found := re.search(pattern, text):
                if order not in _SIZES and found.group().endswith("investment"):
                    continue  # the amount of a period
                return kind, order, f"{text[: found.start()]} {text[found.end() :]}"
    return None


def without_filler(text: str) -> str:
    """Return the words of a text that say what an event is about."""
    text = _CHINESE_SAYS_NOTHING.sub(" ", text) if not text.isascii() else text
    return " ".join(word for word in text.split() if word not in _SAYS_NOTHING)


def events_of(
    store: Store, question: Question, kind: str, order: str, rest: str
) -> list[_Event] | None:
    """Return the events of a type that have the rest of a question; None where it has a word that
    none of them has."""
    if kind == "founding" and not _DOES.isdisjoint(question.query.words):
        return None  # the first company to do something
    rest = without_filler(rest)
    about = read_edited_question(store, rest)
    parts = () if not rest or about.only_asks else about.parts
    parts = tuple(part for part in parts if not is_about_briefing(store, part))
    if kind == "founding" and not all(part.text in _NOUNS for part in parts):
        return None
    parts = () if kind == "founding" else parts
    rows = store.query(
        "SELECT f.position, e.fact, e.base_value, e.first_day FROM events e "
        "JOIN folded f ON f.id = e.id WHERE e.type = ? AND e.status <> 'forecast' "
        "ORDER BY f.position, e.event",
        (kind,),
    )
    events = [(position, fact or "", size, day) for position, fact, size, day in rows]
    records = {each.position: each for each in store.indexed_records({it[0] for it in events})}
    store.load_facts({record.id for record in records.values()})
    months = question.query.months
    found = []
    for position, reference, size, day in events:
        record = records[position]
        facts = store.facts(record.id)
        fact = next((each for each in facts if each.fact == reference), facts[0])
        in_event = [in_fact(part, fact) for part in parts]
        in_names = [in_record(part, record) for part in parts]
        having = [max(pair) for pair in zip(in_event, in_names, strict=True)]
        if not all(a or b >= IN_NAME for a, b in zip(in_event, in_names, strict=True)):
            continue
        key = size if order in _SIZES else int(day.replace("-", "")) if day else None
        if months and not (day and months.first <= int(day[:4] + day[5:7]) <= months.last):
            continue
        chosen = ChosenFact(fact, having, SAME, 0)
        found.append(_Event(key, Ranked(1.0, DescribedRecord(record, chosen, {}, having))))
    named = {position for part in parts for position in part.names[:1]}
    of_named = [each for each in found if each.ranked.described.record.position in named]
    return of_named or found  # not of a company whose name has that of another
