"""Filters of ``list``, ``export`` and ``timeline``: values of facets, and a range of dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from tui.cli.args.record_kinds import kind_words
from tui.cli.args.spec import Argument, Options, UsageError
from tui.cli.messages import DID_YOU_MEAN, listed
from tui.cli.output.writer import printable
from tui.document.facet_declarations import FACETS
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording
from tui.text.periods import day_range
from tui.views.selection import (
    Choice,
    DateRange,
    SelectionFilter,
    accepted_choices,
    joined_subjects,
    subject_of_facets,
)

_SYNONYMS = {
    "status": {"已报告": "reported"},
    "force": {
        **dict.fromkeys(("must", "shall", "mandatory", "强制", "必须", "须"), "required"),
        **dict.fromkeys(("may", "allowed", "可以"), "permitted"),
        **dict.fromkeys(("supported", "支持"), "encouraged"),
        **dict.fromkeys(("to be promoted", "advanced", "推动", "促进"), "promoted"),
        **dict.fromkeys(("to be explored", "piloted", "pilot", "试点"), "explored"),
        **dict.fromkeys(("写明", "陈述"), "stated"),
    },
}
"""Former labels of facet values, and other words for them."""
_SEPARATORS = re.compile("[,，、]")
_UNKNOWN_VALUE = Wording(
    "--{name}的值“{text}”无效：应为{known}之一{near}",
    "invalid value '{text}' for --{name}: expected one of {known}{near}",
)
_NEAR = Wording(f"；{DID_YOU_MEAN.zh}", f"; {DID_YOU_MEAN.en}")
_NO_VALUE = Wording("--{name}需要一个值：{known}之一", "--{name} requires a value: one of {known}")
_INVALID_DATE = Wording(
    "日期“{text}”无效：应写作2021、2021-06、2021-06-30、2021-H1或2024-Q1",
    "invalid date {text!r}: expected 2021, 2021-06, 2021-06-30, 2021-H1 or 2024-Q1",
)
_FROM = Wording("{date}起", "from {date}")
_TO = Wording("截至{date}", "until {date}")
_REVERSED_RANGE = Wording(
    "--since {since}晚于--until {until}：请对调",
    "--since {since} is later than --until {until}: swap them",
)


def parse_date(text: str) -> str:
    """Return a date or period as it was written.

    Raises:
        UsageError: it is neither.
    """
    try:
        day_range(text)
    except ValueError:
        raise UsageError(_INVALID_DATE.format(text=text)) from None
    return text


def _filter(name: str, help_: Wording) -> Argument:
    return Argument((f"--{name}",), help_, name.upper(), repeatable=True, completion="facet")


SINCE = Argument(
    ("--since",),
    Wording("起始日期，如2021、2021-06", "earliest date, such as 2021 or 2021-06"),
    "DATE",
    parse_date,
)
UNTIL = Argument(
    ("--until",), Wording("截止日期，含当日", "latest date, inclusive"), "DATE", parse_date
)
FILTERS: tuple[Argument, ...] = (
    *(_filter(name, facet.help) for name, facet in FACETS.items() if facet.help.en),
    SINCE,
    UNTIL,
)
"""Several values of one filter are alternatives (OR); several filters must all match (AND)."""
EVENT_FILTERS = tuple(argument for argument in FILTERS if argument.dest != "type")
"""The filters of ``timeline``, whose ``--type`` is that of an event."""
HOW_FILTERS_COMBINE = Wording(
    "筛选条件可以组合：同一条件可写多个值（重复该选项，或以逗号分隔），各值之间为“或”，"
    "不同条件之间为“且”。",
    "Filters can be combined. A filter with several values (repeat the option, or separate them "
    "with commas) matches any of them (OR); different filters must all match (AND).",
)


def requested_filters(
    store: Store, options: Options, kind: str | None = None, arguments: Iterable[Argument] = FILTERS
) -> SelectionFilter:
    """Return the filters of a command line. ``kind``: one more kind of record, by its id;
    ``arguments``: the filters that the command has.

    Raises:
        UsageError: for an unknown value, or a range that ends before it begins.
    """
    facets: dict[str, tuple[str, ...]] = {}
    for name in (argument.dest for argument in arguments if argument.repeatable):
        if texts := getattr(options, name):
            synonyms = kind_words(store) if name == "kind" else _SYNONYMS.get(name, {})
            choices = accepted_choices(store, name)
            if name == "tag":
                texts = [_named_tag(store, word, choices) for word in _words(texts)]
            facets[name] = parse_facet_values(name, texts, choices, synonyms)
    if kind:
        facets["kind"] = (*facets.get("kind", ()), kind)
    return SelectionFilter(facets, requested_range(options))


def subject_of(store: Store, filters: SelectionFilter, options: Options) -> Wording:
    """Return what the filtered records have in common, in words: ``Financing, from 2020``."""
    parts = [subject_of_facets(store, filters.facets)]
    if options.since:
        parts.append(_FROM.format(date=options.since))
    if options.until:
        parts.append(_TO.format(date=options.until))
    return joined_subjects(parts)


def requested_range(options: Options) -> DateRange | None:
    """Return the days from ``--since`` to ``--until``; None where neither is given.

    Raises:
        UsageError: the range ends before it begins.
    """
    if not (options.since or options.until):
        return None
    unlimited = DateRange()
    first = day_range(options.since)[0] if options.since else unlimited.first
    last = day_range(options.until)[1] if options.until else unlimited.last
    if first > last:
        raise UsageError(_REVERSED_RANGE.format(since=options.since, until=options.until))
    return DateRange(first, last)


def parse_facet_values(
    name: str,
    texts: Iterable[str],
    choices: Sequence[Choice],
    synonyms: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Return the facet values that the texts name, by slug, by label in either language, or by a
    synonym of a slug.

    Raises:
        UsageError: a text names none.
    """
    values = {
        fold(word): choice.value for choice in choices for word in (choice.value, *choice.label)
    }
    known = set(values.values())
    values |= {fold(word): value for word, value in synonyms.items() if value in known}
    words = _words(texts)
    values |= {fold(word): value for word in words if (value := _begun_value(fold(word), values))}
    if not words:
        raise UsageError(_NO_VALUE.format(name=name, known=_listed(choices)))
    for word in words:
        if fold(word) not in values:
            raise UsageError(
                _UNKNOWN_VALUE.format(
                    name=name,
                    text=printable(word),
                    known=_listed(choices),
                    near=_near_values(word, values),
                )
            )
    return tuple(dict.fromkeys(values[fold(word)] for word in words))


def _begun_value(word: str, values: Mapping[str, str]) -> str:
    """Return the value whose Chinese name a word begins (国家 of 国家级); empty for none or
    several."""
    begun = {values[name] for name in values if name.startswith(word) and not word.isascii()}
    return begun.pop() if len(begun) == 1 and word not in values else values.get(word, "")


def _near_values(word: str, values: Mapping[str, str]) -> Wording | str:
    from tui.text.close_matches import close_matches

    near = dict.fromkeys(values[name] for name in close_matches(fold(word), values))
    return _NEAR.format(names=listed(list(near))) if near else ""


def requested_tag(store: Store, word: str) -> str:
    """Return the slug of the tag that a word means.

    Raises:
        UsageError: there is no such tag.
    """
    return _named_tag(store, word, accepted_choices(store, "tag"))


def _named_tag(store: Store, word: str, choices: Sequence[Choice]) -> str:
    from tui.cli.args.tag_names import find_tag

    found = find_tag(store, word)
    if found.tag:
        return found.tag
    near = _NEAR.format(names=listed(found.near)) if found.near else ""
    values = {"name": "tag", "text": printable(word), "known": _listed(choices), "near": near}
    raise UsageError(_UNKNOWN_VALUE.format(**values))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _SEPARATORS.split(text) if word.strip()]


def _listed(choices: Sequence[Choice]) -> Wording:
    """Return the values as they can be typed: in Chinese label and slug, in English the slug."""
    return Wording(
        "、".join(f"{choice.label.zh}（{choice.value}）" for choice in choices),
        ", ".join(choice.value for choice in choices),
    )
