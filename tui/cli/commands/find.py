"""``medbrief find``: look up a fact, with its status and source."""

from __future__ import annotations

import sys

from tui.cli.args.shared_options import JSON_OPTION, parse_limit
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import (
    is_terminal,
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
from tui.render.fact_lines import entry_line, entry_lines
from tui.render.line_wrap import BLANK, Line, wrap
from tui.search import Hit, find_all, suggest
from tui.search.name_match import section_named
from tui.search.several_answers import kinds_by_word
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.match_highlight import Highlighter

_EMPTY_QUERY = Wording(
    "查询为空：应写上词、名称、数字或年份，如medbrief find 市场规模 2022",
    "empty query: expected words, a name, a number or a year, as in medbrief find 市场规模 2022",
)
_ALL = Wording("全部：medbrief {command}", "all of it: medbrief {command}")
_IN_FULL = Wording("全部展开：medbrief find {query} --all", "in full: medbrief find {query} --all")
_NOTHING_FOUND = Wording("没有找到“{query}”", 'nothing found for "{query}"')
_ABSENT = Wording(
    "“{query}”不在本简报的{sources}份资料里；其中的企业与机构有{count}家：medbrief {command}",
    '"{query}" does not appear in the {sources} documents of this briefing; {count} companies and '
    "institutions do: medbrief {command}",
)
_LONGEST_NAME = 8
_SHORTER_QUERY = Wording(
    "可以换更短的词，或用medbrief list查看全部记录",
    "try a shorter query, or run medbrief list to see all records",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the hits, best first; return 1 if there are none, 2 for an empty query."""
    language = settings.language
    query = " ".join(options.query)
    if not query.strip():
        print_error(_EMPTY_QUERY.of(language), language)
        return 2
    if section := section_named(store, query):
        from tui.cli.args.kind_commands import run_kind

        return run_kind(store, store.section(section).kind, options, settings)
    short = not (options.all or options.json) and is_terminal(sys.stdout)
    found = find_all(store, query, options.limit + short)
    hits = found.hits
    if not found.command and (listed := _kind_and_topic(store, query)):
        from tui.cli.args.kind_commands import run_kind

        kind, topic = listed
        return run_kind(store, kind, options, settings, topic)
    if (
        hits
        and hits[0].match == "near"
        and (line := _mistyped_command(store, query, hits[0], settings))
    ):
        if options.json:
            write_output("[]\n")
        return _report_nothing(store, query, settings, (line,))
    if hits:
        _suggest_command(store, query, hits[0], settings)
    if options.json:
        from tui.render.json_output import hit_objects, to_json

        write_output(to_json(hit_objects(store, hits)))
    else:
        lines: list[Line] = []
        if options.explain:
            from tui.cli.output.search_steps import step_lines

            lines += step_lines(store, query, options.limit, language, settings.width)
        highlighter = _highlighter(store, query) if settings.color else None
        if hits and hits[0].verdict.remark.en:
            remark = Span(hits[0].verdict.remark.of(language), "title")
            lines += [BLANK] if lines else []
            lines += wrap((remark,), settings.width)
            if found.command:
                line = _ALL.format(command=" ".join(found.command)).of(language)
                lines += wrap((Span(line, "muted"),), settings.width)
        for number, hit in enumerate(hits):
            if short and number:
                lines += [BLANK] if number == 1 else []
                lines.append(entry_line(hit.entry, language, settings.width))
                continue
            lines += [BLANK] if lines else []
            lines += entry_lines(hit.entry, language, settings.width, highlighter)
        if short and len(hits) > 1:
            lines += wrap(
                (Span(_IN_FULL.format(query=query).of(language), "muted"),), settings.width
            )
        write_lines(lines, settings)
    return (
        0 if hits else _report_nothing(store, query, settings, _suggestions(store, query, settings))
    )


def _kind_and_topic(store: Store, query: str) -> tuple[str, str] | None:
    """Return kind and tag of a query that is a kind of record and the name of a topic, such as
    ``policies insurance``; None for any other."""
    first, _, rest = query.strip().partition(" ")
    kind = kinds_by_word(store).get(fold(first)) if rest else None
    if kind is None:
        return None
    from tui.cli.args.kind_commands import command_of
    from tui.cli.args.tag_names import find_tag

    tag = find_tag(store, rest, by_name=True).tag if command_of(kind) == "list" else ""
    return (kind.id, tag) if tag else None


def _highlighter(store: Store, query: str) -> Highlighter:
    from tui.search.match_highlight import Highlighter

    return Highlighter(store, query)


def _mistyped_command(store: Store, query: str, hit: Hit, settings: Settings) -> str:
    """Return the command line that a query seems to mean of which no word is spelled as in the
    briefing; empty for none."""
    if not hit.verdict.all_corrected:
        return ""
    from tui.cli.args.usage_errors import suggest_command

    return suggest_command(query, store.kinds(), remote=settings.remote) or ""


def _suggest_command(store: Store, query: str, hit: Hit, settings: Settings) -> None:
    """Print the command line that a query may mean whose first word is much like a command."""
    first = query.split()[0]
    if not first.isascii() or not first.isalpha():
        return
    from tui.cli.args.mistyped_command import mistyped_command

    is_missing = first.lower() in hit.verdict.missing
    line = mistyped_command(store, query, is_missing=is_missing, remote=settings.remote)
    if line:
        from tui.cli import messages

        print_message(messages.DID_YOU_MEAN.format(names=line).of(settings.language))


def _not_in_briefing(store: Store, query: str, similar: Sequence[str]) -> Wording | None:
    """Return that a name does not occur, and how many companies do; None for a query that is not
    like a name, or like others."""
    words = query.split()
    is_name = all(word[:1].isupper() for word in words) or (
        len(words) == 1 and not query.isascii() and query.isalpha() and len(query) <= _LONGEST_NAME
    )
    kind = next((each for each in store.kinds() if each.id == "player"), None)
    if similar or not is_name or kind is None:
        return None
    count, sources = (
        next(store.query("SELECT count(*) FROM records WHERE kind = ?", (each,)))[0]
        for each in ("player", "source")
    )
    chinese = next((word for word in kind.words if not word.isascii()), kind.words[0])
    return _ABSENT.format(
        query=printable(query),
        count=count,
        sources=sources,
        command=Wording(chinese, kind.words[0]),
    )


def _report_nothing(store: Store, query: str, settings: Settings, similar: Sequence[str]) -> int:
    """Print that nothing is found, with suggestions; return the exit code."""
    from tui.cli import messages

    language = settings.language
    if absent := _not_in_briefing(store, query, similar):
        print_message(absent.of(language))
        return 1
    print_message(_NOTHING_FOUND.format(query=printable(query)).of(language))
    if similar:
        names = ("、" if language == "zh" else ", ").join(similar)
        print_message(messages.DID_YOU_MEAN.format(names=names).of(language))
    else:
        print_message(_SHORTER_QUERY.of(language))
    return 1


def _suggestions(store: Store, query: str, settings: Settings) -> Sequence[str]:
    from tui.cli.args.usage_errors import suggest_command

    line = suggest_command(query, store.kinds(), remote=settings.remote)
    return (line,) if line else suggest(store, query)


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
            Wording(
                "最多N条（默认5）；在终端里，是答案之外的N条",
                "at most N results (default: 5); in a terminal, N beside the answer",
            ),
            "N",
            parse_limit,
            5,
        ),
        Argument(
            ("--all",),
            Wording(
                "全部展开；在终端里默认只展开答案，其余各占一行",
                "every result in full; a terminal shows the answer, and the others in a line each",
            ),
            switch=True,
        ),
        Argument(
            ("--explain",),
            Wording("显示检索的每一步", "show the steps of the search"),
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
