"""Numbers in short: a year without its century (21年营收), and a round amount that a question only
names (三亿多用户), which the figure itself answers; one that the briefing has, in Arabic digits.
Imported only for queries with 年, 万 or 亿."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import figure_positions
from tui.question.query_parser import Query, parse_query, split_words

if TYPE_CHECKING:
    from tui.question.tables import Tables

_SHORT_YEAR = (
    r"(?<![\d.近过去前后未来展了有已这满约第超共-])([12]\d)年"
    r"(?!发展)(?=度|[上下]半年|[年底末初]|[^\d了来间内前后历期经多]|(?<=\s\d\d年)$)"
)
"""Not a number of years (近20年, 20年来)."""
_AMOUNT = (
    r"(?:超过|超|突破|破|达到|达|大约|大概|约|将近|近|有|到)*"
    r"(\d+(?:\.\d+)?|[一二两三四五六七八九十][一二两三四五六七八九十百千]*)\s*([百千]?)"
    r"([多余几]?)(万亿|亿|万)([多余]?)(?:元|块|人|家|名|位|个|笔|起|的)?"
)
_WHETHER = ("吗", "么", "没", "没有")
_WHEN = ("什么时候", "何时", "哪年", "哪一年", "几时")
_REACHED = ("破", "超", "达", "到")
_PLACES = {"百": 100, "千": 1000, "": 1}
_POWERS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_ASKS_OF_AMOUNT = (
    r"(?:这个|那个|这|那)?(?:数字|数据|数|说法)?(?:最早|最初)?(?:是|在|由|出自|来自)?"
    r"(?:哪一?年|什么时候|何时|几时|谁|哪家|哪里来|哪来|从哪来)"
    r"(?:统计|发布|公布|说|讲|预测|算|给|提|报)?(?:出来|出)?(?:的|了)?(?:数字|数据|数|事)?"
)
"""A question for the year of an amount or who published it, as its figure says."""
_LEAST_LEFT = 2
_WHOLE_AMOUNT = (
    r"(?:(?<![\d.])\d+(?:\.\d+)?\s*(?:万亿|亿|万)"
    r"|[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿点]*[万亿])(?![多余几千百])"
)


def without_shorthand(tables: Tables, text: str, query: Query) -> Query:
    """Return a query with its year in full and without a round amount; ``query``: as it is."""
    at = text.find("年")
    if text[max(0, at - 2) : max(0, at)].isdigit() and not text[: at - 2][-1:].isdigit():
        import re

        query = parse_query(re.sub(_SHORT_YEAR, r"20\1年", text), tables)
    has_power = "亿" in query.plain or "万" in query.plain
    if not has_power or query.figure:
        return query
    if known := _known_amount(tables, query.plain):
        return parse_query(known, tables)
    if rest := _without_round_amount(tables, query.plain):
        return query._replace(words=split_words(rest), plain=rest)
    return _with_figure(tables, query)


def _with_figure(tables: Tables, query: Query) -> Query:
    """Return a query with the one amount in it as its figure, in Arabic digits, if the briefing has
    that: 4亿用户 for 四亿用户."""
    import re

    matches = list(re.finditer(_WHOLE_AMOUNT, query.plain))
    if len(matches) != 1:
        return query
    match = matches[0]
    amount = match[0]
    if not amount[0].isdigit():
        from tui.question.chinese_numerals import arabic_amount

        amount = arabic_amount(amount)
    figure = amount.rstrip("万亿 ")
    power = amount[len(figure) :].strip()
    if not figure.replace(".", "", 1).isdigit() or not figure_positions(tables, figure, power):
        return query
    plain = f"{query.plain[: match.start()]}{amount}{query.plain[match.end() :]}"
    return query._replace(words=split_words(plain), plain=plain, figure=figure, power=power)


def _known_amount(tables: Tables, plain: str) -> str:
    """Return the figure of the briefing of about the amount whose year, or publisher, a folded
    question asks for (三千多亿是哪一年): of what else it names, the most important reported one;
    empty for another question."""
    import re

    match = re.search(_AMOUNT, plain)
    if match is None or not (match[3] or match[5]):
        return ""
    subject, asked = re.subn(_ASKS_OF_AMOUNT, "", plain[: match.start()] + plain[match.end() :])
    if not asked:
        return ""
    number, places, _, power, _ = match.groups()
    figure = _figure(number, places, power)
    digits = figure.partition(".")[2]
    zeros = len(figure) - len(figure.rstrip("0")) if figure.isdigit() else -len(digits)
    least, step = float(figure), 10.0**zeros
    rows = tables.query(
        "SELECT a.value || a.unit FROM answers a "
        "JOIN records r USING (id) JOIN folded f USING (position) "
        "WHERE a.base_value >= ? AND a.base_value < ? "
        "AND instr(f.titles || char(10) || f.names || char(10) || a.measure_zh, ?) "
        "ORDER BY r.position, a.status <> 'reported', a.last_month DESC LIMIT 1",
        (least * _POWERS[power], (least + step) * _POWERS[power], subject.strip()),
    )
    return next((text for (text,) in rows), "")


def _without_round_amount(tables: Tables, plain: str) -> str:
    """Return a folded question without an amount that it gives in round numbers, or asks whether
    it is right; empty for another question, one for when an amount was reached, one that has no
    other words, and for an amount that the briefing has."""
    import re

    match = re.search(_AMOUNT, plain)
    if match is None:
        return ""
    number, places, about, power, more = match.groups()
    asks_whether = plain.rstrip("?？ ").endswith(_WHETHER)
    if not (about or more or asks_whether):
        return ""
    if any(word in plain for word in _WHEN) and any(word in match[0] for word in _REACHED):
        return ""
    if not (about or more):
        figure = _figure(number, places, power)
        if figure_positions(tables, figure, power):
            return ""
    rest = f"{plain[: match.start()]} {plain[match.end() :]}".strip()
    return rest if len(rest.rstrip("吗么没有了?？ ")) >= _LEAST_LEFT else ""


def _figure(number: str, places: str, power: str) -> str:
    if not number[0].isdigit():
        from tui.question.chinese_numerals import arabic_amount

        return arabic_amount(f"{number}{places}{power}").removesuffix(power)
    value = float(number) * _PLACES[places]
    return f"{value:.6f}".rstrip("0").rstrip(".")
