"""Questions that are nothing but figures: two of them (1761亿和1961亿), a round one that no source
states (三千亿), one that is only a lower limit (三千多亿)."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import figure_positions
from tui.question.query_parser import parse_query
from tui.search.fact_choice import has_number
from tui.search.several.figure_of_editor import figure_of_editor
from tui.search.verdict import GUESSED, Verdict, quoted
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.query_parser import Query
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

    Explain = Callable[[Store, str, int], Explanation]

_JOINING = re.compile(
    r"\s*(?:[、，；;&/]|,\s|以及|和|与|及|跟|对比|比|还是|\b(?:and|vs|versus|or|to)\b\.?)\s*",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?<=[\d一二两三四五六七八九十百千])\s*[多余几](?=[万亿])|(?<=[万亿])[多余]")
_ANY_POWER = re.compile(r"万亿|亿|万")
_ASKS_WHO = re.compile(
    r"^(?:which|what) (?:source|document|report|article)s? (?:says?|gives?|states?|has|prints?|"
    r"reports?|mentions?|claims?)(?: that| the figure)? |^who (?:says?|said|gives?|gave|reported|"
    r"published|claims?)(?: that| the figure)? |(?:,? (?:according to whom?|(?:original )?source|"
    r"who says(?: so| that| this)?|says who|by whom))\??$"
    r"|(?:这个|那个)?(?:数字|数据|数|说法)?(?:最早|最初)?(?:是|由|出自|来自|来源于|源自|源于)*"
    r"(?:谁|哪家|哪里|哪儿|哪份资料|哪个来源|哪份报告|哪个机构|哪篇文章)"
    r"(?:统计|发布|公布|说|讲|预测|算|给|提|写|报)?(?:出来|出|到)?的?[?？]?$"
    r"|^(?:谁|哪家|哪份资料|哪个资料|哪个来源|哪份报告|哪个机构|哪篇文章)(?:说|写|提到|提|给出|预测)[了的]?",
    re.IGNORECASE,
)
"""Of a figure: its citation says who."""
_POWERS = {"万亿": 12, "亿": 8, "万": 4}
_NOTHING_ELSE = re.compile(
    r"(?:CNY|RMB|¥)? ?[\d.,]+ ?(?:[mb]n?|(?:m|b|tr)illion|万亿|亿|万)(?: (?:yuan|RMB|CNY)|元|人)?",
    re.IGNORECASE,
)
_MOST = 4
"""Figures that are answered at once."""
_WIDEST = Decimal("0.1")
"""Share of a figure by which one that is near it differs at most."""
_IN_TURN = Wording("依次为：{names}", "in turn: {names}")
_NOT_STATED = Wording(
    "没有{words}这个数字，接近的有：{amounts}", "no source states {words}; near it: {amounts}"
)
_WITHIN = Wording("{words}的数字有：{amounts}", "figures of {words}: {amounts}")
_LACKS = Wording("没有{words}这个数字", "no source states {words}")


class _Range(NamedTuple):
    """The values that a round figure may stand for, and the figure itself."""

    least: Decimal
    greatest: Decimal
    value: Decimal


class _Near(NamedTuple):
    """A figure near the one asked for: as a query, in words, and whether it is the same value in
    another unit (14.874万亿 of 148740亿)."""

    query: str
    amount: Wording
    is_same: bool


def stated_figures(store: Store, text: str, limit: int, explain: Explain) -> Explanation | None:
    """Return the answers to a question that is nothing but two figures or more, a round figure that
    no source states, or a figure and who says so; None for any other question."""
    if (alone := _ASKS_WHO.sub("", text).strip(" ?？")) != text.strip(" ?？"):
        query = parse_query(alone, store)
        is_stated = query.power and figure_positions(store, query.figure, query.power)
        is_amount = is_stated and _NOTHING_ELSE.fullmatch(alone)
        return _without_denial(explain(store, alone, limit), query) if is_amount else None
    pieces = [piece for piece in _JOINING.split(text) if piece]
    if len(pieces) > 1:
        return _each_figure(store, pieces, limit, explain) if len(pieces) <= _MOST else None
    typed = text.strip()
    exact = _MORE.sub("", typed)
    query = parse_query(exact, store)
    if not query.figure or query.power not in _POWERS:
        return None
    if exact == typed and figure_positions(store, query.figure, query.power):
        return _without_denial(explain(store, text, limit), query)
    around = _range_of(query.figure, query.power, is_least=exact != typed)
    near = _near_figures(store, around, exact)
    if near and near[0].is_same and exact == typed:
        return explain(store, near[0].query, limit)
    answers = [_answer(explain(store, amount, limit)) for amount, *_ in near]
    found = [answer for answer in answers if answer]
    whole = explain(store, text, limit)
    if exact == typed and (of_editor := figure_of_editor(store, whole.question, typed)):
        return whole._replace(ranked=of_editor, command=(), left=0, several=False)
    if not found:
        return whole._replace(ranked=[])
    remark = _NOT_STATED if exact == typed else _WITHIN
    amounts = enumeration([wording for _, wording, _ in near])
    remark = remark.format(words=quoted((typed,)), amounts=amounts)
    return _together(whole, found, Verdict("near", (), remark), limit)


def _each_figure(
    store: Store, pieces: list[str], limit: int, explain: Explain
) -> Explanation | None:
    power = parse_query(pieces[-1], store).power
    pieces = [f"{it}{power}" if it.replace(".", "", 1).isdigit() else it for it in pieces]
    queries = [parse_query(piece, store) for piece in pieces]
    if any(not query.figure or (query.months and not query.power) for query in queries):
        return None
    wholes = [
        _without_denial(explain(store, piece, limit), query)
        for piece, query in zip(pieces, queries, strict=True)
    ]
    answers = [_answer(whole) for whole in wholes]
    found = [answer for answer in answers if answer]
    lacking = tuple(it for it, answer in zip(pieces, answers, strict=True) if not answer)
    if not found:
        return None
    names = [Wording(it, it) for it in pieces if it not in lacking]
    remarks = [_IN_TURN.format(names=enumeration(names))] if len(names) > 1 else []
    remarks += [_LACKS.format(words=quoted(lacking))] if lacking else []
    verdict = Verdict("near" if lacking else "exact", (), one_a_line(remarks))
    return _together(wholes[0], found, verdict, limit)


def _without_denial(whole: Explanation, query: Query) -> Explanation:
    """Return the answers to a figure without a remark that the first one does not have it in these
    words, if it has that value."""
    for item, verdict in whole.ranked[:1]:
        fact = item.described.chosen.fact
        is_value = has_number(fact, query.figure, query.power)
        if is_value and (verdict.missing or verdict.remark == GUESSED):
            return whole._replace(ranked=[(item, Verdict("exact")), *whole.ranked[1:]])
    return whole


def _answer(explanation: Explanation) -> Ranked | None:
    """Return the first answer if its figure is the one that is asked for."""
    if explanation.ranked and explanation.ranked[0][1].match == "exact":
        return explanation.ranked[0][0]
    return None


def _together(whole: Explanation, found: list[Ranked], verdict: Verdict, limit: int) -> Explanation:
    """Return one answer for each figure, the first with the verdict on all."""
    items = list({item.described.chosen.fact.number: item for item in found}.values())
    ranked = [(item, Verdict("exact")) for item in items[:limit]]
    ranked[0] = (items[0], verdict)
    return whole._replace(ranked=ranked, command=(), left=0, several=len(ranked) > 1)


def _range_of(figure: str, power: str, *, is_least: bool) -> _Range:
    """Return the values that a figure stands for: of 三千多亿 up to the next thousand, of 三千亿
    those that are rounded to it."""
    number = Decimal(figure).normalize()
    value = number.scaleb(_POWERS[power])
    place = Decimal(1).scaleb(int(number.as_tuple().exponent) + _POWERS[power])
    if is_least:
        return _Range(value, value + place, value)
    width = min(place / 2, value * _WIDEST)
    return _Range(value - width, value + width, value)


def _near_figures(store: Store, around: _Range, typed: str) -> list[_Near]:
    """Return the figures within a range, nearest first."""
    unit = "%元%" if "元" in typed else "%人%" if "人" in typed else "%"
    rows = store.query(
        "SELECT DISTINCT value, unit, amount_zh, amount_en, base_value FROM answers "
        "WHERE value <> '' AND base_value BETWEEN ? AND ? AND unit LIKE ? "
        "ORDER BY abs(base_value - ?), qualifier IS NOT NULL",
        (float(around.least), float(around.greatest), unit, float(around.value)),
    )
    near: dict[str, _Near] = {}
    for value, in_unit, zh, en, base in rows:
        power = _ANY_POWER.match(in_unit)  # none where the unit is a person or a thing
        query = f"{value}{power[0]}" if power else value
        is_same = base == float(around.value)
        near.setdefault(query, _Near(query, Wording(zh, en), is_same))
    return list(near.values())[:_MOST]
