"""``medbrief find``: the fact that was asked for, with its status and its source."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION, parse_limit
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, printable, write_lines, write_output
from tui.cli.settings import Settings
from tui.document import Span
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.fact_lines import entry_lines
from tui.render.line_wrap import BLANK, Line, wrap
from tui.search import Hit, find, suggest
from tui.store import Store
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter

_REASONS = {
    "title": Wording("题名相合", "its title"),
    "name": Wording("名称、别名或代码相合", "a name, alias or code of it"),
    "number": Wording("数值相同", "the very figure"),
    "sound": Wording("读音相合（拼音或首字母）", "its sound (pinyin or initials)"),
    "words": Wording("每个词都在题名、名称或正文里", "every word, in titles, names or text"),
    "body": Wording("每个词都在正文里", "every word, in the text of its page"),
    "scattered": Wording("每个字词都有，分散在各处", "all of the query, here and there"),
    "parts": Wording("大部分字词相合", "most parts of the query"),
    "homophone": Wording("同音", "words that sound the same"),
    "similar": Wording("写法相近", "similar spelling"),
    "period": Wording("时期相合", "the period"),
}
_WHY = Wording("{score}：{reason}", "{score}: {reason}")


def reason_lines(hit: Hit, language: Language, width: int) -> list[Line]:
    """Why a hit stands where it does."""
    why = _WHY.format(score=f"{hit.score:.2f}", reason=_REASONS[hit.reason]).of(language)
    return wrap((Span(why, "muted"),), width, 4, (Span("    "),))


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print what is found, best first; 1 where nothing is, 2 for an empty query."""
    language = settings.language
    query = " ".join(options.query)
    if not query.strip():
        from tui.cli import messages

        print_message(messages.EMPTY_QUERY.of(language))
        return 2
    hits = find(store, query, options.limit)
    if options.json:
        from tui.render.json_output import entry_object, to_json

        write_output(to_json(entry_object(hit.entry, hit.score) for hit in hits))
    else:
        lines: list[Line] = []
        marks = _marks(store, query) if settings.color else None
        for hit in hits:
            lines += [BLANK] if lines else []
            lines += entry_lines(hit.entry, language, settings.width, marks)
            if options.explain:
                lines += reason_lines(hit, language, settings.width)
        write_lines(lines, settings)
    if hits:
        if hits[0].approximate or not hits[0].in_period:
            _remark(store, query, hits[0], language)
        return 0
    return _nothing(store, query, language)


def _marks(store: Store, query: str) -> Highlighter:
    from tui.search.match_highlight import Highlighter

    return Highlighter(store, query)


def _remark(store: Store, query: str, hit: Hit, language: Language) -> None:
    """The first answer is not quite what was asked for."""
    from tui.cli import messages

    if hit.approximate:
        print_message(messages.NOTHING_CLOSER.format(query=printable(query)).of(language))
        return
    from tui.search.query_parser import parse_query
    from tui.text.periods import format_period

    months = parse_query(query, store).months
    if months:
        period = format_period(months.period(), language)
        print_message(messages.OTHER_PERIOD.format(period=period).of(language))


def _nothing(store: Store, query: str, language: Language) -> int:
    from tui.cli import messages
    from tui.cli.args.usage_errors import suggest_command

    print_message(messages.NOTHING_FOUND.format(query=printable(query)).of(language))
    if line := suggest_command(query):
        print_message(messages.DID_YOU_MEAN.format(names=line).of(language))
        return 1
    near = suggest(store, query)
    if near:
        names = ("、" if language == "zh" else ", ").join(near)
        print_message(messages.NEAREST.format(names=names).of(language))
    else:
        print_message(messages.TRY_LIST.of(language))
    return 1


COMMAND = Command(
    "find",
    Wording("查一个事实", "look up a fact"),
    run,
    (
        Example("medbrief find 市场规模 2022", Wording("某年的数字", "a figure of a year")),
        Example(
            "medbrief jdjk yingshou", Wording("拼音、首字母都行", "pinyin and initials will do")
        ),
        Example("medbrief find 医保发[2019]47号", Wording("按文号", "by document number")),
        Example("medbrief find 市场规模 预计", Wording("要预测", "ask for a forecast")),
    ),
    (
        Argument(
            ("query",),
            Wording("词、名称、数字、年份", "words, a name, a number, a year"),
            "QUERY",
            nargs="+",
            completion="name",
        ),
        Argument(
            ("--limit", "-n"),
            Wording("至多N条（默认5）", "at most N answers (default: 5)"),
            "N",
            parse_limit,
            5,
        ),
        Argument(
            ("--explain",),
            Wording("说明每条为何排在此处", "say why each answer stands where it does"),
            switch=True,
        ),
        JSON_OPTION,
    ),
    group="look up",
    details=(
        Wording(
            "find可以省去：不是命令的词就是查询。汉字、拼音、首字母、股票代码、文号、数值都行；"
            "写上年份就答那一年的，写上“预测”就答预测。",
            "The word find may be left out: what is no command is a query. Names will do in "
            "either language, in pinyin or by their initials, and so will tickers, document "
            "numbers and values. A year asks for the figure of that year, the word forecast for "
            "what is expected.",
        ),
        Wording(
            "先印最合的一条：答案，所引的原文，来源；再印与之不一致的。",
            "The best answer comes first: the fact, the quoted words it rests on and their "
            "source; then who disagrees.",
        ),
    ),
    over_ssh="inline",
)
