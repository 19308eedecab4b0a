"""G9: what a newer source or figure has outdated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Gap, MissingFigure, Source
from tui.text.language import Wording
from tui.text.periods import Period, parse_period

_COUNTED_SOURCES = re.compile(
    r"\bof the (\w+) (?:documents|sources|papers|articles)\b"
    r"|([一二三四五六七八九十]+|\d+)份(?:文件|资料|来源)(?:中唯一|都|均|各|没有|只|分别)"
)
_NUMBER_WORDS = (
    ("three", "三"),
    ("four", "四"),
    ("five", "五"),
    ("six", "六"),
    ("seven", "七"),
    ("eight", "八"),
    ("nine", "九"),
    ("ten", "十"),
    ("eleven", "十一"),
    ("twelve", "十二"),
)
_NUMBERS = {word: number for number, words in enumerate(_NUMBER_WORDS, 3) for word in words}
_FEW = 2
"""“Both documents” and “two of the documents” speak of some sources, not of all."""


def _outdated_edition(context: CheckContext) -> Iterator[Violation]:
    as_of = context.content.briefing.as_of
    dates = [_earliest_date(source) for source in context.content.sources]
    today = context.today.isoformat()  # S104 reports a date in the future
    newest = max((date for date in dates if date <= today[: len(date)]), default="")
    if as_of < newest[: len(as_of)]:
        yield Violation("briefing.toml", ("as_of",), {"as_of": as_of, "date": newest})


def _earliest_date(source: Source) -> str:
    """Return the date of a source; of an undated one, the earliest possible."""
    if source.date_inferred:
        return source.date_inferred.earliest or ""
    return source.date_published or ""


def _gaps(context: CheckContext) -> Iterator[Gap]:
    return (record for record in context.content.records if isinstance(record, Gap))


def _closed_gap(context: CheckContext) -> Iterator[Violation]:
    for gap in _gaps(context):
        for number, missing in enumerate(gap.missing):
            for figure in _figures_of(context, missing):
                yield Violation(gap.id, ("missing", number), {"figure": figure})
                break


def _figures_of(context: CheckContext, missing: MissingFigure) -> Iterator[str]:
    """Yield the references to the figures that close a gap."""
    for reference, observations in context.observations.items():
        measure = reference.partition("@")[0]
        if missing.measure not in (measure, measure.partition(".")[0]):
            continue
        for item in observations:
            if item.status != "forecast" and item.rank != "deprecated":
                period = parse_period(item.period) if item.period else None
                if _is_of(period, missing):
                    yield reference


def _is_of(period: Period | None, missing: MissingFigure) -> bool:
    if missing.period is None and missing.after is None and missing.before is None:
        return True
    if period is None:
        return False
    if missing.after:
        return period.last > parse_period(missing.after).last
    if missing.before:
        return period.last < parse_period(missing.before).first
    wanted = parse_period(missing.period or "")
    return wanted.first <= period.first and period.last <= wanted.last


def _unsearched_source(context: CheckContext) -> Iterator[Violation]:
    sources = context.sources
    for gap in _gaps(context):
        unsearched = set(sources) - set(gap.looked_in)
        newest = max((_earliest_date(sources[source]) for source in gap.looked_in), default="")
        all_newer = all(_earliest_date(sources[source]) > newest for source in unsearched)
        # A gap about one document need not be looked for in the others.
        if unsearched and len(gap.looked_in) > 1 and all_newer:
            values: dict[str, object] = {"sources": ", ".join(sorted(unsearched))}
            yield Violation(gap.id, ("looked_in",), values)


def _counted_sources(context: CheckContext) -> Iterator[Violation]:
    count = len(context.sources)
    for entry, path, text in context.editor_texts():
        for language, hint in (("zh", "份"), ("en", "of the ")):
            words = getattr(text, language)
            for match in _COUNTED_SOURCES.finditer(words) if hint in words else ():
                word = match[1] or match[2]
                number = int(word) if word.isdecimal() else _NUMBERS.get(word.lower(), 0)
                if number > _FEW and number != count:
                    values: dict[str, object] = {"words": match[0], "count": count}
                    yield Violation(entry, (*path, language), values)
                    break


RULES = (
    Rule(
        code="G901",
        severity="hint",
        message=Wording(
            "简报截至{as_of}，最新的来源却是{date}的",
            "the briefing is as of {as_of}, but its newest source is of {date}",
        ),
        fix=Wording("更新as_of", "update as_of"),
        why=Wording(
            "读者按截至日期判断内容是否过时。",
            "Readers judge by this date whether the content is still current.",
        ),
        incorrect='as_of = "2023-12"   # a source is of 2024-04',
        correct='as_of = "2024-04"',
        check=_outdated_edition,
    ),
    Rule(
        code="G902",
        severity="hint",
        message=Wording("这个数据缺口已有数字：{figure}", "a figure fills this data gap: {figure}"),
        fix=Wording(
            "删去这条数据缺口，或改写它还缺什么",
            "remove the data gap, or state what is still missing",
        ),
        why=Wording(
            "已有答案的数据缺口，会让读者以为没有答案。",
            "A gap that is closed tells readers that there is no answer where there is one.",
        ),
        incorrect='missing = [{ measure = "online-users", after = "2023-06" }]   # @2024 exists',
        correct='missing = [{ measure = "online-users", after = "2024" }]',
        check=_closed_gap,
    ),
    Rule(
        code="G903",
        severity="hint",
        message=Wording(
            "没有查过较新的来源：{sources}", "newer sources were not searched: {sources}"
        ),
        fix=Wording(
            "在其中查找；没有的，把它加入looked_in",
            "search them; if they have no answer, add them to looked_in",
        ),
        why=Wording("新的来源可能有答案。", "A new source may have the answer."),
        incorrect='looked_in = ["a", "b"]   # "c" is newer than both',
        correct='looked_in = ["a", "b", "c"]',
        check=_unsearched_source,
    ),
    Rule(
        code="G904",
        severity="hint",
        message=Wording(
            "写的是“{words}”，来源却有{count}份",
            "the text says {words!r}, but there are {count} sources",
        ),
        fix=Wording(
            "在新的来源中核对后改写；指的是其中几份的，写明是哪几份",
            "verify it in the new sources and correct the number; if it means some of them, name "
            "them",
        ),
        why=Wording(
            "说所有来源都没有的话，加了新来源就未必成立。",
            "What is said of all sources may not hold once there is another.",
        ),
        incorrect='en = "None of the five documents names it."   # there are six',
        correct='en = "None of the six documents names it."',
        check=_counted_sources,
    ),
)
