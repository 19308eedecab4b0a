"""Questions for the events of a type or of a period: which companies raised money, who invested,
what happened in 2021, 哪些企业做了融资, 2021年大事."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.computed_change import joined
from tui.search.fact_choice import SAME, ChosenFact
from tui.search.period_remarks import period_words
from tui.search.ranking import Ranked
from tui.search.record_features import DescribedRecord
from tui.search.several.list_command import period_options
from tui.search.several.list_question import described_records
from tui.search.several.single_event import events_of, without_filler
from tui.search.several_answers import SAME_QUESTION, SeveralAnswers
from tui.search.verdict import Verdict
from tui.store.short_titles import short_title
from tui.text.dates import format_date
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import Store

_FIRMS = "(?:compan(?:y|ies)|firms?|start-?ups?|platforms?|players?|businesses)"
_MONEY = (
    "(?:(?:a|some|any|venture|new|more|funding|financing|investment) )*"
    "(?:money|funding|financing|capital|investments?|funds|cash|rounds?)"
)
_GET = "(?:raised?|receive[ds]?|got|gets?|secured?|obtained|closed|attracted|won|had|have|did)"
_COMPANIES = "(?:(?:创业|初创|互联网)?(?:公司|企业|平台|机构|厂商|项目))"
_WHICH = "(?:有?哪些|哪几家|哪几个|哪家|有?谁)"
_DONE = "(?:最近|近期|近年来?|已经|已|曾经|曾|都|有|也)*"
_ROUNDS = "(?:投融资|融资|投资)(?:事件|案例|交易|项目|轮次|记录|情况)?"
_INVESTORS = "(?:投资方|投资机构|投资人|投资者|资方|资本方?)"
_RECIPIENTS = re.compile(
    rf"\b(?:which|what|name|list|who|any)(?: of the| the)?(?: {_FIRMS})?(?: that| which)?"
    rf"(?: have| has| had| ever| recently)* {_GET} {_MONEY}\b"
    rf"|\b(?:which|what) {_FIRMS} (?:has |have )?(?:raised|received) the most(?: {_MONEY})?\b"
    rf"|\b{_FIRMS} (?:that|which|who) (?:have |has |had )?{_GET} {_MONEY}\b"
    r"|\b(?:list|table|overview|names?) of (?:all |the |known |recent |named )*"
    r"(?:(?:funding|financing|investment) )?(?:deals|rounds|events|financings)\b"
    r"|^(?:all )?(?:the )?(?:funding|financing|investment) rounds\b"
    r"|\b(?:list|recent|known|named|individual|which|what) (?:funding|financing|investment) "
    r"(?:rounds|deals|events)(?: are (?:there|known|named))?\b"
    rf"|有?哪些{_ROUNDS}|{_ROUNDS}(?:都?有哪些|列表|名单|清单|一览|明细|汇总)"
    rf"|{_WHICH}的?{_COMPANIES}?{_DONE}(?:做|拿到?|获得?|获取|完成|得到|进行|融到|宣布|取得|接受|有)"
    r"[了过到]?(?:新一?轮?|一轮|一笔)?的?(?:投融资|融资|投资|钱|资金)[了过]?"
    rf"|{_WHICH}{_COMPANIES}?{_DONE}被?(?:融资|融过资|投融资|获投)[了过]?"
    rf"|(?:拿到?|获得?|完成|得到)[了过]?(?:投融资|融资|投资)的{_COMPANIES}"
)
_BY_INVESTOR = re.compile(
    r"\b(?:who|which (?:investors|funds|institutions|companies|firms)) "
    r"(?:has |have )?(?:invested|put money|backed)(?: in(?:to)?)?\b"
    r"|\b(?:(?:who|which|what|are|the|list|of|top|main|biggest|largest|leading|active|known|key|"
    r"major|named) )+investors(?: are (?:there|named|(?:most )?active))?\b|^investors$"
    rf"|(?:有?哪些|主要|有什么|谁是|头部|最大的|知名)的?{_INVESTORS}(?:都?有哪些|都?有谁|是谁)?"
    rf"|{_INVESTORS}(?:都?有哪些|都?有谁|名单|列表)"
    rf"|(?:哪些|谁|哪家|哪几家){_COMPANIES}?{_DONE}(?:投资|投)[了过](?:钱)?"
)
_HAPPENED = re.compile(
    r"\bwhat (?:else )?(?:has |have )?(?:happened|changed|took place|went on)\b"
    r"|\b(?:what (?:are|were) )?(?:the )?(?:main |key |major |important )?"
    r"(?:events|developments|milestones)\b"
    r"|[和与到至]?(?:之间|期间|这?两年)?(?:都|又)?(?:发生|出)[了过]?(?:什么|哪些|啥)(?:大?事件?|变化)?"
    r"|[和与到至]?(?:之间|期间|这?两年)?(?:都|又)?有[了过]?(?:什么|哪些|啥)(?:大事件?|事件|变化|动态|进展|新闻)|大事记?件?|重要事件"
)
_LAUNCHED = re.compile(
    r"\b(?:which|what|list of|list all|all) (?:new )?(?:products?|services?|things?) "
    r"(?:were|was|have been|are) launched\b"
    r"|\b(?:which|what|list of|list all|all) (?:product |service )?launches"
    r"(?: are (?:there|named))?\b"
    r"|(?:有?哪些|什么)(?:新)?(?:产品|服务|系统)(?:已经|已|都)?(?:上线|推出|发布)了?"
    r"|(?:上线|推出)了(?:哪些|什么)(?:新)?(?:产品|服务|系统)"
)
_ASKS = frozenset(("what", "list", "person", "meaning", "now", "latest", "money", "rate"))
_HOW_MANY = ("how much", "how many", "how fast", "多少", "几")
_MOST_NAMED = 6
_FOUND = Wording("资料提及{count}笔融资：{rounds}", "{count} funding rounds named: {rounds}")
_FOUND_ONE = Wording("资料提及1笔融资：{rounds}", "1 funding round named: {rounds}")
_LAUNCHES = Wording(
    "资料提及{count}次上线，由新到旧：{named}", "{count} launches named, newest first: {named}"
)
_LAUNCH = Wording("资料提及1次上线：{named}", "1 launch named: {named}")
_AND_OTHERS = Wording("{found}等", "{found}, …")
_ROUND = Wording("{name}：{details}", "{name}: {details}")
_NO_AMOUNT, _NO_DATE = Wording("金额未注明", "amount not stated"), Wording("未注明日期", "undated")
_EVENTS_FOUND = Wording(
    "资料记载的{period}事件{count}项（{types}），由旧到新：{named}",
    "{count} dated events {period} ({types}), oldest first: {named}",
)
_EVENT_FOUND = Wording(
    "资料记载的{period}事件1项（{type}）：{named}",
    "1 dated event {period}, {article} {type}: {named}",
)
_WITH_CHANGES = Wording("{changes}\n{found}", "{changes}\n{found}")
_CHANGED = re.compile("changed|变化")
_EVENT = Wording("{name}（{date}）", "{name} ({date})")
_OF_COMPANY = Wording("{company}：{title}", "{company}: {title}")
_TYPE_COUNT = Wording("{type}{count}", "{type} {count}")


def listed_events(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the funding rounds, or the events of a period, that a question asks for; None where it
    asks for something else or names a record."""
    text = question.query.plain
    if not text.isascii():
        text = text.replace(" ", "")  # where a period was
    if question.asks - _ASKS or any(word in text for word in _HOW_MANY):
        return None
    for pattern, by_investor in ((_BY_INVESTOR, True), (_RECIPIENTS, False)):
        if found := pattern.search(text):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return _rounds(store, question, known, rest, by_investor=by_investor)
    if found := _LAUNCHED.search(text):
        return _launches(store, question, f"{text[: found.start()]} {text[found.end() :]}")
    if question.query.months and (found := _HAPPENED.search(text)):
        return _of_period(store, question, f"{text[: found.start()]} {text[found.end() :]}")
    return None


def _rounds(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    rest: str,
    *,
    by_investor: bool,
) -> SeveralAnswers | None:
    """Return the funding rounds, the newest first, behind the gap that says what is not known."""
    events = events_of(store, question, "financing", "newest", rest)
    if not events:
        return None
    dated = sorted((each for each in events if each.key), key=itemgetter(0), reverse=True)
    ranked = [each.ranked for each in (*dated, *(each for each in events if not each.key))]
    facts = [item.described.chosen.fact.fact for item in ranked]
    places = ",".join("?" * len(facts))
    rows = store.query(
        "SELECT e.fact, r.title_zh, r.title_en, e.participants_zh, e.participants_en, e.round_zh, "
        "e.round_en, e.amount_zh, e.amount_en, e.date FROM events e JOIN records r USING (id) "
        f"WHERE e.fact IN ({places})",
        facts,
    )
    named = {fact: _round(*row, by_investor=by_investor) for fact, *row in rows}
    names = [named[each] for each in facts[:_MOST_NAMED]]
    rounds = joined(names)
    if len(facts) > _MOST_NAMED:
        rounds = _AND_OTHERS.format(found=rounds)
    remark = (_FOUND if len(facts) > 1 else _FOUND_ONE).format(count=len(facts), rounds=rounds)
    gap = _gap(store, question, known)
    ranked = [*gap, *ranked]
    named_in_question = {position for part in question.parts for position in part.names}
    is_named = all(item.described.record.position in named_in_question for item in ranked)
    # No document says that it names all of them.
    verdict = Verdict("exact" if is_named else "near")
    return SeveralAnswers(
        [(ranked[0], verdict._replace(remark=remark)), *((item, verdict) for item in ranked[1:])]
    )


def _launches(store: Store, question: Question, rest: str) -> SeveralAnswers | None:
    """Return the launches, the newest first, those without a date last."""
    events = events_of(store, question, "launch", "newest", rest)
    if not events:
        return None
    events.sort(key=lambda each: -(each.key or 0))
    message = _LAUNCHES if len(events) > 1 else _LAUNCH
    answers = [(each.ranked, Verdict("near")) for each in events]
    named = _in_words(store, [each.ranked.described.chosen.fact.fact for each in events])
    remark = message.format(count=len(events), named=named)
    answers[0] = answers[0][0], Verdict("near", (), remark)
    return SeveralAnswers(answers)


def _round(
    zh: str,
    en: str,
    participants_zh: str,
    participants_en: str,
    round_zh: str,
    round_en: str,
    amount_zh: str,
    amount_en: str,
    date: str,
    *,
    by_investor: bool,
) -> Wording:
    """Return a funding round in words, with all that took part where ``by_investor``."""
    name = Wording(zh, en)
    if by_investor and participants_zh and participants_en:
        name = Wording(participants_zh, participants_en)
    details = [Wording(round_zh, round_en)] if round_zh and round_en else []
    details.append(Wording(amount_zh, amount_en) if amount_zh and amount_en else _NO_AMOUNT)
    day = Wording(format_date(date, "zh"), format_date(date, "en")) if date else _NO_DATE
    clauses = (*details, day)
    text = Wording("，".join(each.zh for each in clauses), ", ".join(each.en for each in clauses))
    return _ROUND.format(name=name, details=text)


def _gap(store: Store, question: Question, known: dict[int, KnownMatch]) -> list[Ranked]:
    """Return the gap whose known question is most like a question, if there is one."""
    like = [position for position, match in known.items() if match.similarity >= SAME_QUESTION]
    gaps = [each for each in store.indexed_records(like) if each.kind == "gap"]
    if not gaps:
        return []
    best = max(gaps, key=lambda each: known[each.position].similarity)
    return described_records(store, question, known, [best])


def _of_period(store: Store, question: Question, rest: str) -> SeveralAnswers | None:
    """Return the dated events of the period of a question, the oldest first."""
    months = question.query.months
    about = read_edited_question(store, without_filler(rest))
    parts = () if about.only_asks else about.parts
    if months is None or not all(is_about_briefing(store, part) for part in parts):
        return None
    rows = store.query(
        "SELECT f.position, e.fact, e.event, e.type_zh, e.type_en FROM events e "
        "JOIN folded f ON f.id = e.id WHERE e.status <> 'forecast' AND e.first_day >= ? "
        "AND e.last_day <= ? ORDER BY e.first_day, e.last_day, f.position",
        (_day(months.first, "01"), _day(months.last, "31")),
    )
    events = list(rows)
    if not events:
        return None
    records = {each.position: each for each in store.indexed_records({it[0] for it in events})}
    store.load_facts({record.id for record in records.values()})
    ranked = []
    for position, reference, *_ in events:
        facts = store.facts(records[position].id)
        fact = next((each for each in facts if each.fact == (reference or "")), facts[0])
        ranked.append(
            Ranked(1.0, DescribedRecord(records[position], ChosenFact(fact, [], SAME, 0), {}, []))
        )
    counts = Counter(Wording(zh, en) for *_, zh, en in events)
    types = [
        _TYPE_COUNT.format(type=Wording(each.zh, each.en.lower()), count=count)
        for each, count in counts.most_common()
    ]
    words = period_words(months)
    period = words if months.is_open else Wording(words.zh, f"in {words.en}")
    named = _in_words(store, [event for _, _, event, *_ in events])
    if len(events) == 1:
        type_ = Wording(events[0][-2], events[0][-1].lower())
        article = "an" if type_.en[:1] in "aeiou" else "a"
        remark = _EVENT_FOUND.format(period=period, type=type_, article=article, named=named)
    else:
        values = {"count": len(events), "types": enumeration(types), "named": named}
        remark = _EVENTS_FOUND.format(period=period, **values)
    if not months.is_open and _CHANGED.search(question.query.text):
        from tui.search.several.changed_figures import changed_figures

        changes = changed_figures(store, question, months)
        if changes:
            remark = _WITH_CHANGES.format(changes=enumeration(changes), found=remark)
    answers = [(item, Verdict("exact")) for item in ranked]
    answers[0] = ranked[0], Verdict("exact", (), remark)
    return SeveralAnswers(answers, ("timeline", *period_options(months)))


def _day(month: int, day: str) -> str:
    return f"{month // 100:04}-{month % 100:02}-{day}"


def _in_words(store: Store, events: list[str]) -> Wording:
    """Return events with their dates, those of policies by short titles."""
    places = ",".join("?" * len(events))
    rows = store.query(
        "SELECT e.event, e.id, e.type, e.date, e.title_zh, e.title_en, r.title_zh, r.title_en "
        f"FROM events e JOIN records r USING (id) WHERE e.event IN ({places})",
        events,
    )
    words = {}
    for event, identity, kind, date, zh, en, of_zh, of_en in rows:
        name = Wording(zh, en)
        if kind == "policy":
            name = short_title(store, identity)
        elif of_zh not in zh:
            name = _OF_COMPANY.format(company=Wording(of_zh, of_en), title=name)
        day = Wording(format_date(date, "zh"), format_date(date, "en")) if date else _NO_DATE
        words[event] = _EVENT.format(name=name, date=day)
    named = joined([words[each] for each in events[:_MOST_NAMED]])
    return _AND_OTHERS.format(found=named) if len(events) > _MOST_NAMED else named
