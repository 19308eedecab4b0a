"""Numbers in short: a year without its century (21年营收), and a round amount that a question only
names (三亿多用户), which the figure itself answers; one that the briefing has, in Arabic digits.
Imported only for queries with 年, 万 or 亿."""

from __future__ import annotations

from tui.database.vocabulary import CONCEPT_MARK, CONCEPTS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import figure_positions
from tui.question.query_parser import Query, parse_query, split_words
from tui.question.term_lookup import vocabulary_terms

if TYPE_CHECKING:
    import re

    from tui.question.tables import Tables

_SHORT_YEAR = (
    r"(?<![\d.近过去前后未来展了有已这满约第超共-])([12]\d|3[0-5])年"
    r"(?!发展)(?=度|[上下]半年|[年底末初]|[^\d了来间内前后历期经多]|(?<=\s\d\d年)$)"
)
"""Not a number of years (近20年, 20年来)."""
_LATER = "30"
"""From here on only a year of which the briefing has a figure, a forecast."""
_EXCEEDED_YEAR = r"(?<=超过)([12]\d)年(?=全年|同期|[上下]半年|[一二三四]季度)"
"""A year that a figure of another time exceeds, not a number of years (超过20年)."""
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
_OVER = r"(?<![\d.])(\d{2,})[多余]([家名位个起次人所种条项])(.*)"
"""A number without a power that is only a lower limit: 3000多家."""
_LONGEST_SUBJECT = 8
"""Characters of what an amount is of, where a question is nothing else: 4亿多注册用户."""
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

        def in_full(match: re.Match[str]) -> str:
            is_year = match[1] < _LATER or _has_figure_of(tables, match[1])
            return f"20{match[1]}年" if is_year else match[0]

        years = re.sub(_EXCEEDED_YEAR, r"20\1年", text)
        query = parse_query(re.sub(_SHORT_YEAR, in_full, years), tables)
    if ("多" in text or "余" in text) and (typed := _with_lower_limit(tables, query.plain)):
        query = parse_query(typed, tables)
    has_power = "亿" in query.plain or "万" in query.plain
    if not has_power or query.figure:
        return query
    if known := _known_amount(tables, query.plain):
        return parse_query(known, tables)
    if rest := _without_round_amount(tables, query.plain):
        return query._replace(words=split_words(rest), plain=rest)
    return _with_figure(tables, query)


def _has_figure_of(tables: Tables, year: str) -> bool:
    """Return whether there is a figure of a year without its century."""
    sql = "SELECT 1 FROM answers WHERE last_month / 100 = ? AND value <> '' LIMIT 1"
    return any(tables.query(sql, (2000 + int(year),)))


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
    question asks for (三千多亿是哪一年), or that it begins with (4亿多用户): of what else it names,
    the most important reported one. Without one, an amount at the beginning stays, to be missing.
    Empty for another question."""
    import re

    match = re.search(_AMOUNT, plain)
    if match is None or not (match[3] or match[5]):
        return ""
    subject, asked = re.subn(_ASKS_OF_AMOUNT, "", plain[: match.start()] + plain[match.end() :])
    is_all = match.start() == 0 and 0 < len(subject) <= _LONGEST_SUBJECT
    if not asked and (not is_all or subject.endswith(_WHETHER)):
        return ""
    number, places, _, power, _ = match.groups()
    figure = _figure(number, places, power)
    found = _of_subject(tables, figure, _POWERS[power], subject.strip())
    if found or asked:
        return found or ""
    return f"{figure}{power} {subject}" if found is None else ""


def _with_lower_limit(tables: Tables, plain: str) -> str:
    """Return a folded question with the figure of the briefing of which it gives a lower limit
    without a power (40多起融资), else with the limit itself (3000家); empty for another one."""
    import re

    match = re.search(_OVER, plain)
    if match is None:
        return ""
    number, counted, subject = match.groups()
    subject = subject.strip()
    figure = (subject and _of_subject(tables, number, 1, subject)) or f"{number}{counted}"
    return f"{plain[: match.start()]}{figure}{subject}"


def _of_subject(tables: Tables, figure: str, power: int, subject: str) -> str | None:
    """Return the most important figure that begins like a round one and has a subject in its words,
    the titles or names of its record, or as a concept; empty for an unknown subject; None where no
    figure of the subject does."""
    zeros = len(figure) - len(figure.rstrip("0")) if figure.isdigit() else 0
    zeros = zeros or -len(figure.partition(".")[2])
    meanings = vocabulary_terms(tables, [subject]).get(subject, ())
    mark = next((f" {CONCEPT_MARK}{each} " for each, role in meanings if role in CONCEPTS), "\n\n")
    rows = tables.query(
        "SELECT a.value || a.unit, a.base_value >= ? AND a.base_value < ? AS fits FROM answers a "
        "JOIN records r USING (id) JOIN folded f USING (position) WHERE a.base_value <> '' "
        "AND (instr(f.titles || char(10) || f.names || char(10) || a.words, ?) "
        "OR instr(a.concepts, ?)) "
        "ORDER BY fits DESC, r.position, a.status <> 'reported', a.last_month DESC LIMIT 1",
        (float(figure) * power, (float(figure) + 10.0**zeros) * power, subject, mark),
    )
    return next((text if fits else None for text, fits in rows), "")


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
