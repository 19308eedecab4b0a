"""Filters of lists: which values there are, by slug or name, and what a command line asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.cli.args.date_range import SINCE, UNTIL, requested_range
from tui.cli.args.record_kinds import PLURALS
from tui.cli.args.spec import Argument, Options, UsageError
from tui.cli.output.writer import printable
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording
from tui.views.selection import Choice, SelectionFilter, facet_choices

_PARTS = re.compile("[,，、]")
_UNKNOWN = Wording(
    "--{name}没有“{text}”这个值；有：{known}", "no such --{name}: “{text}”; there are: {known}"
)
_NOTHING = Wording("--{name}后面没有写值；有：{known}", "--{name} wants a value: {known}")

_HELP = {
    "kind": Wording("类别，如policies、政策", "kind: policies, players"),
    "level": Wording("政策层级：国家级、省级", "level of a policy: national, provincial"),
    "region": Wording("地区，如海南", "region: Hainan"),
    "status": Wording("状态：已报告、预测、拟议", "status: reported, forecast, planned"),
    "tag": Wording("主题标签，如医保支付", "subject: insurance-payment"),
    "source": Wording("引用某来源的", "citing that source: ofweek-2021"),
    "role": Wording("参与者角色，如平台", "role of a player: platform"),
    "basis": Wording("论断性质，如预测", "basis of a statement: forecast"),
    "type": Wording("论断、空白、来源的类型，如趋势", "type of statement, gap, source: trend"),
}


def _filter(name: str, help_: Wording) -> Argument:
    return Argument((f"--{name}",), help_, name.upper(), repeatable=True, completion="facet")


FILTERS: tuple[Argument, ...] = (
    *(_filter(name, help_) for name, help_ in _HELP.items()),
    SINCE,
    UNTIL,
)
"""Each may be given several times, or with commas, for one or the other; all of them must hold."""


def requested_filters(store: Store, options: Options) -> SelectionFilter:
    """What the filters of a command line ask for.

    Raises:
        UsageError: a value that there is not, or a range that ends before it begins.
    """
    facets: dict[str, tuple[str, ...]] = {}
    for name in _HELP:
        if said := getattr(options, name):
            facets[name] = parse_facet_values(name, said, facet_choices(store, name))
    if place := getattr(options, "place", None):
        facets["kind"] = (*facets.get("kind", ()), place)
    return SelectionFilter(facets, requested_range(options))


def parse_facet_values(
    name: str, said: Iterable[str], choices: Sequence[Choice]
) -> tuple[str, ...]:
    """The values that words stand for: slugs, or names in either language.

    Raises:
        UsageError: a word that stands for none.
    """
    meant = {fold(word): choice.value for choice in choices for word in _words(choice)}
    if name == "kind":
        meant |= {fold(plural): kind for plural, kind in PLURALS.items() if kind in meant.values()}
    words = [word for text in said for word in _PARTS.split(text) if word.strip()]
    if not words:
        raise UsageError(_NOTHING.format(name=name, known=_known(choices)))
    for word in words:
        if fold(word) not in meant:
            raise UsageError(
                _UNKNOWN.format(name=name, text=printable(word), known=_known(choices))
            )
    return tuple(dict.fromkeys(meant[fold(word)] for word in words))


def _words(choice: Choice) -> tuple[str, ...]:
    return (choice.value, *choice.label)


def _known(choices: Sequence[Choice]) -> Wording:
    """The values as a person may type them: in Chinese with the slug, in English the slug."""
    return Wording(
        "、".join(f"{choice.label.zh}（{choice.value}）" for choice in choices),
        ", ".join(choice.value for choice in choices),
    )
