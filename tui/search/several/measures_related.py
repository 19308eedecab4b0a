"""Questions that set two measures against each other: a ratio that no source states (users per
hospital, 慢病管理占医疗支出比例), or which of two markets is bigger (chronic vs internet healthcare
market). Both figures are shown; one never answers for the other."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.fact_choice import is_share
from tui.search.features import IN_NAME, IN_SUMMARY
from tui.search.measure_name import NAMED, measure_name
from tui.search.period_remarks import fact_period_words
from tui.search.several.compared_figures import MEASURES_DIFFER, NOT_ALIKE
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording, one_a_line
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.question.reader import Part
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store

    Explain = Callable[[Store, str, int], Explanation]

_TIMES = r"year|annum|month|week|day|quarter|half|capita|head|person|people|cent|deals?|rounds?|one"
_RATIOS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:what (?:is|was|are|were) |how (?:many|much) )?(?:the )?(?:average |mean )?"
        r"(?:number of |amount of )?(?P<a>.+?)(?: (?:is|are|was|were) there)? "
        rf"(?:per|for each|for every) (?!(?:{_TIMES})\b|\d)(?P<b>.+)$",
        r"^(?:what (?:is|was) )?(?:the )?ratio (?:of|between) (?P<a>.+?) (?:to|and) (?P<b>.+)$",
        r"^(?P<a>.+?)(?: |-)to(?: |-)(?P<b>.+?) ratio$",
        r"^(?:what (?:is|was) )?(?:the )?(?P<a>.+?) as an? "
        r"(?:share|percentage|proportion) of (?P<b>.+)$",
        r"^(?P<a>.+?)占(?:了|到|据)?(?P<b>.+?)的?"
        r"(?:比例|比重|百分比|百分之几|百分之多少)(?:是多少|有多大|多大|有多高)?$",
        r"^(?P<a>.+?)(?:和|与|跟|同|/)(?P<b>.+?)(?:之比|的比例|的比值|的比率|比例)(?:是多少)?$",
        r"^平?均?每一?[家个名位所](?P<b>.+?)(?:对应|拥有|服务|有|的)着?了?(?:平均)?(?:多少|几)?"
        r"[个名位家]?(?P<a>.+)$",
        r"^(?P<a>.+?)平?均?每一?[家个名位所](?P<b>.+?)(?:多少)?$",
        r"^(?:平均)?单个?(?P<b>用户|医院|医生|患者|客户)(?:的|平均)?(?P<a>.+)$",
    )
)
_NOUN = (
    r"(?:\b(?:market size|market|users|financing|deals|hospitals|growth)\b|"
    r"市场规模|市场|用户规模|用户数|规模|用户|融资金额|融资额|融资|增速)"
)
_NOUNS, _SIZES = re.compile(_NOUN), re.compile(f"{_NOUN}$")
_ASKS_WHICH = re.compile(
    r"哪一?个(?:的?市场(?:规模)?)?(?:更|比较)?[大小高低多少]?|谁(?:更|比较)?[大小高低多少]|"
    r"[大小高低多少]多少|的?(?:几|多少)倍|差多少|相差多少|的?差距|对比|比较|更?[大小高低多少]吗|[?？]|"
    r"\bwhich (?:one )?(?:is|has|was) (?:the )?(?:bigger|larger|smaller|greater|higher|more)\b|"
    r"\bwhich is\b|\bcompare[ds]?\b|\bcomparison(?: of| between)?\b|"
    r"\b(?:bigger|larger|smaller)(?= )(?! than)"
)
_MULTIPLE = re.compile(r"几倍|多少倍|\bhow many times\b|\btimes\b|\bratio\b")
_SEPARATOR = re.compile(
    r"\s*(?:和|与|跟|还是|相比|(?<![同环占对])比(?![例重率])|、|是)\s*|\s+(?:vs\.?|versus|or|and|against|"
    r"(?:is )?(?:bigger|larger|smaller) than|compared (?:to|with)|than)\s+(?:the )?",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"哪|谁|还是|比|倍|差|\b(?:vs|versus|or|than|compar\w+|bigger|larger|which)\b"
)
_NO_RATIO = Wording(
    "资料没有{first}与{second}之比，未计算",
    "no source gives a ratio of {first} to {second}; not calculated",
)
_LACKS = Wording("没有{name}的数字", "no figure for {name}")
_GREATER = Wording(
    "{period}数值较大的是{name}；口径可能不同",
    "{period}: greater: {name}; definitions may differ",
)
_MULTIPLE_OF = Wording(
    "{period}{more}是{less}的{times}倍（编者计算；口径可能不同）",
    "{period}: {more} is {times} times {less} (editor's calculation; definitions may differ)",
)
_OF_RATIOS = ("比例", "占", "之比", "率", "share", "ratio", "proportion")
"""In the title of a record about a ratio."""
_LOOKED_AT, _WITHIN = 3, 5


def measures_related(
    store: Store, text: str, whole: Explanation, limit: int, explain: Explain
) -> Explanation | None:
    """Return the figures of two measures whose ratio or comparison a question asks for, the first
    with a remark; None for any other question. ``whole``: what the question finds as it is."""
    if whole.several or any(it.names and _is_company(store, it) for it in whole.question.parts):
        return None
    if whole.ranked and "编者计算" in whole.ranked[0][1].remark.zh:
        return None
    typed = text.strip(" ?？。").removeprefix("平均")
    for pattern in _RATIOS:
        if asked := pattern.match(typed):
            return _ratio(store, (asked["a"], asked["b"]), whole, limit, explain)
    return _compared(store, typed, whole, limit, explain) if _COMPARES.search(text) else None


def _is_company(store: Store, part: Part) -> bool:
    return any(each.kind == "player" for each in store.indexed_records(part.names[:1]))


def _ratio(
    store: Store, names: tuple[str, str], whole: Explanation, limit: int, explain: Explain
) -> Explanation | None:
    if whole.ranked and _answers_ratio(whole):
        return None
    for pair in whole.ranked[1:_WITHIN]:  # a gap may say that the ratio is not known
        described = pair[0].described
        is_of_ratio = any(map(described.record.titles.__contains__, _OF_RATIOS))
        if is_of_ratio and min(described.found, default=0.0) >= IN_NAME:
            others = [each for each in whole.ranked if each is not pair]
            return whole._replace(ranked=[(pair[0], Verdict("exact")), *others])
    found = [_statistic(explain(store, name.strip(), _LOOKED_AT)) for name in names]
    first, second = (quoted((name.strip(),)) for name in names)
    remarks = [_NO_RATIO.format(first=first, second=second)]
    for name, item in zip((first, second), found, strict=True):
        if item is None:
            remarks.append(_LACKS.format(name=name))
        else:
            remarks.append(_figure(store, item.described.chosen.fact))
    shown = [item for item in found if item]
    if not shown:
        tops = [item for item, _ in whole.ranked[:1]]
        shown = [it for it in tops if it.described.chosen.fact.value and not _is_ratio(it)]
    return _with(whole, shown, remarks, limit) if shown else None


def _answers_ratio(whole: Explanation) -> bool:
    """Return whether the first answer is no figure, or a share that is exactly what is asked for or
    whose name or figure has every part of the question."""
    item, verdict = whole.ranked[0]
    described = item.described
    if described.record.kind not in ("statistic", "player"):
        return verdict.match == "exact"
    has_all = all(
        max(found, of_fact) > IN_SUMMARY
        for found, of_fact in zip(described.found, described.chosen.found, strict=True)
    )
    return _is_ratio(item) and (has_all or verdict.match == "exact")


def _is_ratio(item: Ranked) -> bool:
    fact = item.described.chosen.fact
    return is_share(fact) or fact.form in ("share", "rate")


def _compared(
    store: Store, typed: str, whole: Explanation, limit: int, explain: Explain
) -> Explanation | None:
    rest = " ".join(_ASKS_WHICH.sub(" ", typed).split())
    pieces = [piece.strip(" ,，的") for piece in _SEPARATOR.split(rest) if piece.strip(" ,，的")]
    if len(pieces) != 2:
        return None
    nouns = [found[0] if (found := _SIZES.search(piece)) else "" for piece in pieces]
    noun = next(filter(None, nouns), "")
    if not noun and (of_question := _NOUNS.search(typed)):
        noun = of_question.group()
    if not noun:
        return None
    space = " " if noun.isascii() else ""
    pieces = [
        piece if own else f"{piece}{space}{noun}" for piece, own in zip(pieces, nouns, strict=True)
    ]
    items = [_statistic(explain(store, piece, _LOOKED_AT)) for piece in pieces]
    first, second = items
    if first is None or second is None:
        return None
    if first.described.record.id == second.described.record.id:
        return None
    pair = next(_common(store, first, second), None)
    if pair is None:
        one, other = (item.described.chosen.fact for item in (first, second))
        remarks = [_figure(store, one), _figure(store, other), NOT_ALIKE]
        return _with(whole, [first, second], remarks, limit)
    one, other = pair
    remarks = [_figure(store, one), _figure(store, other)]
    if base_unit(one.unit) != base_unit(other.unit):
        remarks.append(MEASURES_DIFFER)
    else:
        remarks.insert(0, _greater(store, one, other, is_multiple=bool(_MULTIPLE.search(typed))))
    shown = [with_fact(first, one), with_fact(second, other)]
    return _with(whole, shown, remarks, limit)


def _common(store: Store, first: Ranked, second: Ranked) -> Iterator[tuple[AnswerRow, AnswerRow]]:
    """Yield the reported figures of two measures that are of one period, the newest first."""
    of_first, of_second = (
        {
            (each.last_month, each.first_month): each
            for each in reversed(store.facts(item.described.record.id))
            if each.form == "observation"
            and each.value
            and each.first_month
            and each.rank != "deprecated"
            and each.status != "forecast"
        }
        for item in (first, second)
    )
    for span in sorted(of_first.keys() & of_second.keys(), reverse=True):
        yield of_first[span], of_second[span]


def _greater(store: Store, one: AnswerRow, other: AnswerRow, *, is_multiple: bool) -> Wording:
    (less, lesser), (more, greater) = sorted(
        ((_value(one), one.number), (_value(other), other.number)), key=lambda pair: pair[0]
    )
    facts = {one.number: one, other.number: other}
    names = {
        "more": measure_name(store, facts[greater]),
        "less": measure_name(store, facts[lesser]),
        "period": fact_period_words(one),
    }
    rows = store.query(
        "SELECT 1 FROM answers WHERE number IN (?, ?) AND qualifier IS NOT NULL", tuple(facts)
    )
    if is_multiple and less and not list(rows):
        return _MULTIPLE_OF.format(times=f"{more / less:.1f}", **names)
    return _GREATER.format(name=names["more"], period=names["period"])


def _value(fact: AnswerRow) -> Decimal:
    return Decimal(fact.value).scaleb(UNITS[fact.unit].scale)


def _figure(store: Store, fact: AnswerRow) -> Wording:
    return NAMED.format(name=measure_name(store, fact), words=fact.answer)


def _statistic(found: Explanation) -> Ranked | None:
    """Return the first answer if it is the figure of a statistic that has all that is asked for."""
    for item, verdict in found.ranked[:1]:
        is_statistic = item.described.record.kind == "statistic"
        has_all = (
            verdict.match in ("exact", "near") and not verdict.missing and not verdict.remark.en
        )
        if is_statistic and item.described.chosen.fact.value and (has_all or verdict.also):
            return item
    return None


def _with(
    whole: Explanation, shown: list[Ranked], remarks: list[Wording], limit: int
) -> Explanation:
    verdict = Verdict("other_measure", (), one_a_line(remarks))
    ids = [item.described.record.id for item in shown]
    ranked = [(shown[0], verdict), *((item, Verdict("near")) for item in shown[1:])]
    ranked += [pair for pair in whole.ranked if pair[0].described.record.id not in ids]
    command = ("compare", *ids) if len(ids) > 1 else ()
    return whole._replace(ranked=ranked[:limit], command=command, several=len(ids) > 1)
