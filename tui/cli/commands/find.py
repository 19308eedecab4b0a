"""``medbrief find``: look up a fact, with its status and source."""

from __future__ import annotations

import sys

from tui.cli.args.shared_options import JSON_OPTION, parse_limit
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import (
    is_terminal,
    printable,
    write_lines,
    write_output,
)
from tui.cli.settings import Settings
from tui.document import Span
from tui.document.shared_labels import FORCE, QUERY_HINT
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.fact_lines import entry_line, entry_lines
from tui.render.line_wrap import BLANK, Line, wrap
from tui.search import Hit, find_all
from tui.search.name_match import section_named
from tui.search.several_answers import kinds_by_word
from tui.search.several_form import NEGATIONS
from tui.search.verdict import remark_above
from tui.store import Store
from tui.store.disputed_figures import disputes_of
from tui.store.short_titles import short_titles
from tui.text.fold import fold
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.find import Found
    from tui.search.list_topics import Topic

_MOST_CHARACTERS = 1000
"""Characters of a query: a lookup of 20,000 takes seconds."""
_ALL = Wording("查看全部：medbrief {command}", "see all: medbrief {command}")
_LEFT = Wording("另有{count}条未显示", "{count} more not shown")
_IN_FULL = Wording(
    "展开全部：medbrief find {query} --all{limit}", "expand all: medbrief find {query} --all{limit}"
)
_LIMIT, _NO_LIMIT = 5, 1000
_TIMELINE = frozenset(("timeline", "chronology", "大事记", "时间线", "时间轴", "年表", "dashiji"))
"""Queries for the timeline, which is no record."""


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the hits, best first; return 1 if there are none.

    Raises:
        UsageError: for an empty query.
    """
    language = settings.language
    if options.question_word:
        from tui.cli.args.question_line import note_lookup

        note_lookup(options.query, options.question_word, settings)
    query = _without_kind(store, " ".join(options.query))
    if len(query.strip()) < 2 or len(query) > _MOST_CHARACTERS or not any(map(str.isalnum, query)):
        from tui.cli.output.no_result import report_unusable_query

        code = report_unusable_query(store, query, _MOST_CHARACTERS, settings, as_json=options.json)
        if code is not None:
            return code
    if section := section_named(store, query):
        from tui.cli.args.kind_commands import run_kind

        return run_kind(store, store.section(section).kind, options, settings)
    if fold(query) in _TIMELINE:
        from tui.cli.args.kind_commands import run_command

        return run_command(store, "timeline", options, settings)
    short = not (options.all or options.json)
    beside = short and is_terminal(sys.stdout)
    limit: int = options.limit or (_NO_LIMIT if options.all else _LIMIT)
    found = find_all(store, query, limit + beside)
    hits = found.hits
    whole = not (options.explain or options.limit)
    if whole and (listed := _narrowed_list(store, query, found)):
        from tui.cli.args.kind_commands import run_kind

        kind, filters = listed
        return run_kind(store, kind, options, settings, filters)
    is_answered = hits and hits[0].match == "exact" and (" " in query or not query.isascii())
    if options.is_implied and not is_answered:
        from tui.cli.args.mistyped_command import mistyped_command

        verdict = hits[0].verdict if hits else None
        if line := mistyped_command(store, query, verdict, remote=settings.remote):
            from tui.cli.output.no_result import report_mistyped_command

            return report_mistyped_command(query, line, settings)
    if hits and hits[0].match == "near" and hits[0].verdict.all_corrected:
        from tui.cli.output.no_result import report_corrected_query

        code = report_corrected_query(store, query, settings, as_json=options.json)
        if code is not None:
            return code
    if options.json:
        from tui.render.json_output import hit_objects, to_json

        write_output(to_json(hit_objects(store, hits)))
    else:
        lines: list[Line] = []
        if options.explain:
            from tui.cli.output.search_steps import step_lines

            lines += step_lines(store, query, limit, language, settings.width)
        highlighter: Highlighter | None = None
        if settings.color:
            from tui.search.match_highlight import Highlighter

            highlighter = Highlighter(store, query)
        if hits and (remark := remark_above(hits[0].verdict, [hit.entry.id for hit in hits])).en:
            lines += [BLANK] if lines else []
            lines += wrap((Span(remark.of(language), "title"),), settings.width)
            if sides := _companies_compared(found):
                from tui.cli.output.comparison_summary import summary_lines

                lines += summary_lines(store, sides, language, settings.width)
            if found.command:
                from tui.cli.output.command_words import command_in_language

                see = _ALL.format(command=command_in_language(store, found.command, language))
                lines += wrap((Span(see.of(language), "muted"),), settings.width)
        are_policies = found.several and all(hit.entry.kind == "policy" for hit in hits)
        answers = not (short and are_policies and len(hits) > 1 and hits[0].verdict.missing)
        answers &= not (short and _companies_compared(found))
        are_terms = {hit.entry.kind for hit in hits} == {"term"}
        short &= not (are_terms and found.several and not found.command)  # two definitions
        titles = short_titles(store, [hit.entry.id for hit in hits[answers:]]) if short else {}
        forces = _forces(store, hits, language, found.topics) if are_policies else {}
        for number, hit in enumerate(hits):
            force = forces.get(hit.entry.id, "")
            lines += [BLANK] if lines and (number < 1 + answers or not short) else []
            if short and number >= answers:
                name = titles[hit.entry.id].of(language)
                lines.append(entry_line(hit.entry, language, settings.width, force, name))
                continue
            disputes = disputes_of(store, hit.entry)
            lines += entry_lines(hit.entry, language, settings.width, highlighter, disputes)
            if force:
                label = f"  {FORCE.of(language)} "
                lines += wrap((Span(force),), settings.width, 4, (Span(label, "label"),))
        if found.left:
            left = _LEFT.format(count=found.left).of(language)
            lines += wrap((Span(left, "muted"),), settings.width)
        if short and len(hits) > 1:
            given = f" -n {options.limit + beside}" if options.limit else ""
            line = _IN_FULL.format(query=printable(query), limit=given).of(language)
            lines += wrap((Span(line, "muted"),), settings.width)
        write_lines(lines, settings)
    if hits:
        return 0
    from tui.cli.output.no_result import report_nothing

    return report_nothing(store, query, settings, as_json=options.json)


def _forces(
    store: Store, hits: Sequence[Hit], language: Language, topics: tuple[Topic, ...]
) -> dict[str, str]:
    """Return the forces of the provisions of policies on the topics of a list, in words."""
    from tui.search.several.force_counts import force_labels
    from tui.search.several.provision_topics import forces_on_topics

    forces = forces_on_topics(store, [hit.entry.id for hit in hits], topics)
    return {policy: force_labels(own).of(language) for policy, own in forces.items()}


def _companies_compared(found: Found) -> tuple[str, ...]:
    """Return the ids of the companies that a query names side by side without a measure."""
    is_whole = all(hit.entry.kind == "player" and not hit.entry.fact for hit in found.hits)
    return found.command[1:] if is_whole and found.command[:1] == ("compare",) else ()


def _without_kind(store: Store, query: str) -> str:
    """Return a query that is a kind of record and the id of one as the id alone."""
    kind, _, identity = query.strip().partition(" ")
    is_id = "-" in identity and " " not in identity and fold(kind) in kinds_by_word(store)
    return identity if is_id and identity in store.identities() else query


def _narrowed_list(
    store: Store, query: str, found: Found
) -> tuple[str, dict[str, list[str]]] | None:
    """Return kind and options of the list that a query means which begins with the word for a kind
    of record, such as ``policies insurance``; None for any other, and for a question that another
    record answers."""
    first, _, rest = query.strip().partition(" ")
    kind = kinds_by_word(store).get(fold(first)) if rest else None
    if kind is None or (found.several and not found.command and found.hits[0].entry.value):
        return None  # figures (company with most doctors)
    if not NEGATIONS.isdisjoint(fold(rest).split()):
        return None  # a list has what its words name
    from tui.cli.args.kind_commands import command_of
    from tui.cli.args.list_words import narrowed_by_words, options_of_command
    from tui.cli.args.tag_names import find_tag
    from tui.question.query_parser import parse_query
    from tui.views.selection import SelectionFilter

    if command_of(kind) != "list":
        return None
    hits = found.hits
    if hits and "\n" in hits[0].verdict.remark.en:
        return None  # it says more than a list does
    if found.command and found.command[0] in kind.words and hits[0].match == "exact":
        return kind.id, options_of_command(found.command)
    if tag := find_tag(store, rest, by_name=True).tag:
        return kind.id, {"tag": [tag]}
    if first == kind.id or any(
        hit.match == "exact" and hit.entry.kind != kind.id for hit in hits[:1]
    ):
        return None
    if (
        "?" in rest
        or parse_query(rest, store).months
        or not narrowed_by_words(store, kind.id, SelectionFilter({}), rest)
    ):
        return None
    return kind.id, {"subject": rest.split()}


COMMAND = Command(
    "find",
    Wording("查询一个事实或数字", "look up a fact or figure"),
    run,
    (
        Example(
            "medbrief find 市场规模 2022",
            Wording("某年的数字", "a figure for a year"),
            "medbrief find market size 2022",
        ),
        Example(
            "medbrief jdjk yingshou",
            Wording("用拼音或首字母查", "search by pinyin and initials"),
        ),
        Example(
            "medbrief find 医保发[2019]47号",
            Wording("按文号查", "search by document number"),
            "medbrief find Yi Bao Fa 2019 No. 47",
        ),
        Example(
            "medbrief find 市场规模 预计",
            Wording("查预测值", "look up a forecast"),
            "medbrief find market size forecast",
        ),
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
                "最多N条（默认5，--all不限）；在终端里不含答案",
                "at most N results (default: 5, or --all); in a terminal, N beside the answer",
            ),
            "N",
            parse_limit,
        ),
        Argument(
            ("--all",),
            Wording(
                "列出并展开全部结果；默认只展开答案，其余各占一行",
                "all results in full, not the answer alone and the others in a line each",
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
