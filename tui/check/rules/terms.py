"""T7: one term per concept: no text has a variant that content/preferred_terms.toml excludes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.model import Citation
from tui.text.language import Wording

_AS_PRINTED = re.compile(r"\{fact:[^{}]*\}|《[^》]*》|“[^”]*”|‘[^’]*’")
_ORIGINAL_NAMES = ("title", "names", "name")
"""Fields whose Chinese is the name in the documents."""


class _Variants(NamedTuple):
    """The excluded variants of a language and the term to use instead of each."""

    pattern: re.Pattern[str] | None
    instead: dict[str, str]


def _excluded_variant(context: CheckContext) -> Iterator[Violation]:
    terms = context.content.preferred_terms
    zh = _variants([(item.zh, item.not_zh) for item in terms], re.escape)
    en = _variants([(item.en, item.not_en) for item in terms], _english)
    for entry, path, text in context.editor_texts():
        if path[-1] not in _ORIGINAL_NAMES:
            yield from _found(entry, (*path, "zh"), text.zh, zh)
        yield from _found(entry, (*path, "en"), text.en, en)
    for entry, path, citation in context.parts(Citation):
        if citation.gloss:
            yield from _found(entry, (*path, "gloss"), citation.gloss, en)


def _variants(
    terms: Iterable[tuple[str, Sequence[str]]], pattern_of: Callable[[str], str]
) -> _Variants:
    instead = {variant: term for term, excluded in terms for variant in excluded}
    longest = sorted(instead, key=len, reverse=True)
    pattern = re.compile("|".join(map(pattern_of, longest))) if instead else None
    return _Variants(pattern, {word.lower(): term for word, term in instead.items()})


def _english(word: str) -> str:
    """Return a pattern for whole words, with the plural, and with a capital at the start of a
    sentence."""
    first = f"[{word[0]}{word[0].upper()}]" if word[0].isalpha() else re.escape(word[0])
    end = "(?:s|es)?(?![A-Za-z0-9])" if word[-1].isalpha() else ""
    return f"(?<![A-Za-z0-9]){first}{re.escape(word[1:])}{end}"


def _found(entry: str, path: TomlPath, text: str, variants: _Variants) -> Iterator[Violation]:
    if variants.pattern is None:
        return
    for match in variants.pattern.finditer(_AS_PRINTED.sub("\0", text)):
        word = match[0].lower()
        stem = next(each for each in (word, word[:-1], word[:-2]) if each in variants.instead)
        yield Violation(entry, path, {"word": match[0], "term": variants.instead[stem]})


RULES = (
    Rule(
        code="T711",
        severity="error",
        message=Wording(
            "“{word}”不是本简报的用词：用“{term}”", "{word!r} is not the term used: use {term!r}"
        ),
        fix=Wording(
            "改用规定的词；原文词句加引号，题名加书名号",
            "use the preferred term; put words as printed in quotation marks",
        ),
        why=Wording(
            "一个概念两个名字，读者会以为是两件事，搜索也找不全。"
            "用词见content/preferred_terms.toml。",
            "Readers take two names for two things, and a search misses one of them. The terms are "
            "in content/preferred_terms.toml.",
        ),
        incorrect='en = "Internet+ healthcare"   # not_en = ["Internet+"]',
        correct='en = "Internet Plus healthcare"',
        check=_excluded_variant,
    ),
)
