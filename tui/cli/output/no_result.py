"""What ``find`` prints when it finds nothing, or cannot look up a query: one line that says what to
do next."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import messages
from tui.cli.args.spec import UsageError
from tui.cli.args.usage_errors import suggest_command
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.document.gloss import in_quotation_marks
from tui.document.shared_labels import NOTHING_FOUND_FOR, OTHER_WORDS
from tui.question.query_parser import parse_query
from tui.question.reader import read_question
from tui.search.name_match import records_named
from tui.search.suggestions import suggest
from tui.store import Store
from tui.text.language import Wording
from tui.text.word_set import words_of

_EXPECTED = Wording(
    "应写上关键词、名称、数字或年份，如medbrief find 市场规模 2022",
    "expected words, a name, a number or a year, as in medbrief find market size 2022",
)
_EMPTY = Wording(f"查询为空：{_EXPECTED.zh}", f"empty query: {_EXPECTED.en}")
_NO_WORD = Wording(
    f"“{{query}}”没有可查的词：{_EXPECTED.zh}", f'no word in "{{query}}": {_EXPECTED.en}'
)
_ONE_LETTER = Wording(
    "“{query}”太短：应至少写两个字母或数字，或一个汉字",
    '"{query}" is too short: expected at least two letters or digits, or one Chinese character',
)
_TOO_LONG = Wording(
    "查询太长，有{count}个字符：最多{limit}个",
    "query of {count} characters is too long: expected at most {limit}",
)
_STOP = Wording("；", "; ")
_OTHER_WORDS = OTHER_WORDS.format(
    otherwise=Wording("用medbrief list查看全部记录", "medbrief list for all records")
)
_NOT_MENTIONED = Wording(
    "本简报的{sources}份资料没有提到“{query}”",
    'the {sources} documents of this briefing do not mention "{query}"',
)
_ABSENT = Wording(
    "本简报的{sources}份资料没有提到“{query}”；资料提及的{count}家企业与机构见：medbrief {command}",
    '"{query}" is not in the {sources} documents of this briefing; for the {count} companies and '
    "institutions that are: medbrief {command}",
)
_NOT_STATED = Wording("没有来源写明“{query}”", 'no source states "{query}"')
_NO_COMMAND = Wording(
    "“{word}”不是命令，简报中也没有；是不是：{line}",
    '"{word}" is neither a command nor in the briefing; did you mean: {line}',
)
_LONGEST_NAME = 8
_COMPANY_SIGNS = frozenset("医药康健")
"""Characters of short names of companies in health care: 微医."""
_COMPANY_WORDS = words_of(
    "health healthcare medical medicine pharma pharmacy pharmaceutical pharmaceuticals biotech "
    "hospital clinic group capital technology technologies insurance ltd inc"
)
"""With which English names of companies end."""


def report_unusable_query(
    store: Store, query: str, limit: int, settings: Settings, *, as_json: bool
) -> int | None:
    """Print why a query cannot be looked up and return 1: one of more than ``limit`` characters,
    without a word, or of one Latin letter or digit that is not a name. Return None for any other.

    Raises:
        UsageError: the query is empty.
    """
    language = settings.language
    words = query.strip()
    if not words:
        raise UsageError(_EMPTY)
    if len(query) > limit:
        message = _TOO_LONG.format(count=f"{len(query):,}", limit=f"{limit:,}")
    elif not any(map(str.isalnum, words)):
        message = _NO_WORD.format(query=printable(words))
    elif len(words) == 1 and words.isascii() and not records_named(store, words):
        message = _ONE_LETTER.format(query=words)
    else:
        return None
    if as_json:
        write_output("[]\n")
    print_message(message.of(language))
    return 1


def _not_in_briefing(store: Store, query: str, similar: Sequence[str]) -> Wording | None:
    """Return that a name does not occur, and how many companies do; None for a query that is not
    like a name, that asks something else than of an unknown company, or like others."""
    from tui.search.further_results import unknown_company
    from tui.search.whole_word import is_like_company

    question = read_question(store, query)
    name = unknown_company(store, question)
    if name:
        query, similar = name, ()
    words = query.split()
    capitals = [word[:1].isupper() for word in words]
    is_name = (
        all(capitals)
        or (len(words) > 1 and any(capitals) and words[-1].lower() in _COMPANY_WORDS)
        or (
            len(words) == 1
            and not query.isascii()
            and query.isalpha()
            and len(query) <= _LONGEST_NAME
        )
    )
    kind = next((each for each in store.kinds() if each.id == "player"), None)
    is_open = question.only_asks or (question.asks and not name)
    if similar or not is_name or kind is None or is_open:
        return None
    count, sources = (
        next(store.query("SELECT count(*) FROM records WHERE kind = ?", (each,)))[0]
        for each in ("player", "source")
    )
    is_company = name or query.isascii() or is_like_company(query)
    if not is_company and _COMPANY_SIGNS.isdisjoint(query):
        return _NOT_MENTIONED.format(query=printable(query), sources=sources)
    chinese = next((word for word in kind.words if not word.isascii()), kind.words[0])
    return _ABSENT.format(
        query=printable(query),
        count=count,
        sources=sources,
        command=Wording(chinese, kind.words[0]),
    )


def report_nothing(
    store: Store,
    query: str,
    settings: Settings,
    similar: Sequence[str] | None = None,
    *,
    as_json: bool,
) -> int:
    """Print that nothing is found, with suggestions; return the exit code. ``as_json``: suggestions
    on a line of their own, as ``details`` of the error object."""
    if parse_query(query, store).figure:
        print_message(_NOT_STATED.format(query=printable(query.strip())).of(settings.language))
        return 1
    if similar is None:
        similar = _suggestions(store, query, settings)
    language = settings.language
    if absent := _not_in_briefing(store, query, similar):
        print_message(absent.of(language))
        return 1
    found = NOTHING_FOUND_FOR.format(words=printable(query)).of(language)
    advice = _EXPECTED if read_question(store, query).only_asks else _OTHER_WORDS
    if similar:
        advice = messages.DID_YOU_MEAN.format(names=messages.listed(similar))
    if as_json:
        print_message(found)
        print_message(advice.of(language))
    else:
        print_message(f"{found}{_STOP.of(language)}{advice.of(language)}")
    return 1


def report_mistyped_command(query: str, line: str, settings: Settings) -> int:
    """Print the command line that a query means instead; return the exit code."""
    word = printable(query.split()[0])
    print_message(_NO_COMMAND.format(word=word, line=line).of(settings.language))
    return 2


def report_corrected_query(
    store: Store, query: str, settings: Settings, *, as_json: bool
) -> int | None:
    """Print which command a query is like that has no word of the briefing, and return 1; None
    where it is like none."""
    line = suggest_command(query, store.kinds(), remote=settings.remote)
    if not line:
        return None
    if as_json:
        write_output("[]\n")
    return report_nothing(store, query, settings, (line,), as_json=as_json)


def _suggestions(store: Store, query: str, settings: Settings) -> Sequence[str]:
    """Return a command line, or titles in quotation marks, because they may contain commas."""
    line = suggest_command(query, store.kinds(), remote=settings.remote)
    titles = () if line else suggest(store, query, settings.language_for(query))
    return (line,) if line else list(map(in_quotation_marks, titles))
