"""``medbrief find``: look up a fact, with its status and source."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION, parse_limit
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import (
    print_error,
    print_message,
    printable,
    write_lines,
    write_output,
)
from tui.cli.settings import Settings
from tui.document import Span
from tui.document.shared_labels import QUERY_HINT
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.fact_lines import entry_lines
from tui.render.line_wrap import BLANK, Line, wrap
from tui.search import Hit, find, suggest
from tui.store import Store
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter

_EMPTY_QUERY = Wording(
    "查询为空：应写上词、名称、数字或年份，如medbrief find 市场规模 2022",
    "empty query: expected words, a name, a number or a year, as in medbrief find 市场规模 2022",
)
_NOTHING_FOUND = Wording("没有找到“{query}”", 'nothing found for "{query}"')
_NO_EXACT_MATCH = Wording(
    "没有与“{query}”完全匹配的内容，已列出最接近的",
    'no exact match for "{query}"; showing the closest',
)
_OTHER_PERIOD = Wording(
    "没有{period}的数据，显示的是{shown}的", "no figure for {period}; showing {shown}"
)
_UNDATED = Wording(
    "没有{period}的数据，显示的没有注明时期", "no figure for {period}; showing one without a period"
)
_SHORTER_QUERY = Wording(
    "可以换更短的词，或用medbrief list查看全部记录",
    "try a shorter query, or medbrief list for all records",
)
_REASONS = {
    "title": Wording("题名匹配", "title"),
    "name": Wording("名称、别名或代码匹配", "name, alias or code"),
    "number": Wording("数值相同", "same value"),
    "sound": Wording("拼音或首字母匹配", "pinyin or initials"),
    "words": Wording("所有词都在题名、名称或正文中", "all words in titles, names or text"),
    "body": Wording("所有词都在正文中", "all words in the text of the page"),
    "scattered": Wording("所有字词都有，但不相连", "all of the query, but not together"),
    "parts": Wording("大部分字词匹配", "most of the query"),
    "homophone": Wording("同音", "same pronunciation"),
    "similar": Wording("写法相近", "similar spelling"),
    "period": Wording("时期匹配", "period"),
}
_SCORE = Wording("{score}：{reason}", "{score}: {reason}")


def score_lines(hit: Hit, language: Language, width: int) -> list[Line]:
    """Return the lines with a hit's score and the reason for it."""
    text = _SCORE.format(score=f"{hit.score:.2f}", reason=_REASONS[hit.reason]).of(language)
    return wrap((Span(text, "muted"),), width, 4, (Span("    "),))


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the hits, best first; return 1 if there are none, 2 for an empty query."""
    language = settings.language
    query = " ".join(options.query)
    if not query.strip():
        print_error(_EMPTY_QUERY.of(language), language)
        return 2
    hits = find(store, query, options.limit)
    if options.json:
        from tui.render.json_output import entry_object, to_json

        write_output(to_json(entry_object(hit.entry, hit.score) for hit in hits))
    else:
        lines: list[Line] = []
        highlighter = _highlighter(store, query) if settings.color else None
        for hit in hits:
            lines += [BLANK] if lines else []
            lines += entry_lines(hit.entry, language, settings.width, highlighter)
            if options.explain:
                lines += score_lines(hit, language, settings.width)
        write_lines(lines, settings)
    if not hits:
        return _report_nothing(store, query, settings)
    if hits[0].approximate or not hits[0].in_period:
        _qualify(store, query, hits[0], language)
    return 0


def _highlighter(store: Store, query: str) -> Highlighter:
    from tui.search.match_highlight import Highlighter

    return Highlighter(store, query)


def _qualify(store: Store, query: str, hit: Hit, language: Language) -> None:
    """Print how the best hit differs from what the query asks for."""
    if hit.approximate:
        print_message(_NO_EXACT_MATCH.format(query=printable(query)).of(language))
        return
    from tui.search.query_parser import parse_query
    from tui.text.periods import format_period

    months = parse_query(query, store).months
    if months:
        period = format_period(months.period(), language)
        shown = format_period(hit.entry.period, language) if hit.entry.period else ""
        message = _OTHER_PERIOD.format(period=period, shown=shown) if shown else _UNDATED
        print_message(message.format(period=period).of(language))


def _report_nothing(store: Store, query: str, settings: Settings) -> int:
    """Print that nothing is found, with a suggestion; return the exit code."""
    from tui.cli import messages
    from tui.cli.args.usage_errors import suggest_command

    language = settings.language
    print_message(_NOTHING_FOUND.format(query=printable(query)).of(language))
    if line := suggest_command(query, remote=settings.remote):
        print_message(messages.DID_YOU_MEAN.format(names=line).of(language))
    elif similar := suggest(store, query):
        names = ("、" if language == "zh" else ", ").join(similar)
        print_message(messages.DID_YOU_MEAN.format(names=names).of(language))
    else:
        print_message(_SHORTER_QUERY.of(language))
    return 1


COMMAND = Command(
    "find",
    Wording("查一个事实", "look up a fact"),
    run,
    (
        Example("medbrief find 市场规模 2022", Wording("某年的数字", "a figure for a year")),
        Example(
            "medbrief jdjk yingshou",
            Wording("用拼音或首字母查", "search by pinyin and initials"),
        ),
        Example("medbrief find 医保发[2019]47号", Wording("按文号查", "search by document number")),
        Example("medbrief find 市场规模 预计", Wording("查预测值", "look up a forecast")),
    ),
    (
        Argument(
            ("query",),
            QUERY_HINT,
            "QUERY",
            nargs="+",
            completion="name",
        ),
        Argument(
            ("--limit", "-n"),
            Wording("最多N条（默认5）", "at most N results (default: 5)"),
            "N",
            parse_limit,
            5,
        ),
        Argument(
            ("--explain",),
            Wording("显示每条的得分与匹配原因", "show the score of each result and why it matches"),
            switch=True,
        ),
        JSON_OPTION,
    ),
    group="look up",
    details=(
        Wording(
            "find可以省略：不是命令的词都作为查询。可以用汉字、拼音、首字母、股票代码、文号或数值查；"
            "写上年份则给出那一年的数字，写上“预测”则给出预测值。",
            "The word find is optional: anything that is not a command is a search. Search for "
            "names in either language, their pinyin or initials, tickers, document numbers and "
            "values. Add a year for the figure of that year, or the word forecast for forecasts.",
        ),
        Wording(
            "最匹配的排在最前：先是答案，再是引用的原文与来源，然后是与之不一致的来源。",
            "The best match comes first: the fact, the quotation that supports it and its source, "
            "then the sources that disagree.",
        ),
    ),
    over_ssh="inline",
)
