"""The kinds of files that ``medbrief new`` makes, by the words that readers see: claim, company,
theme, 企业."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model import FORMS, Statement
from tui.model.registry import RECORD_TYPES


class TemplateKind(NamedTuple):
    """``form``: the key of ``FORMS``; ``preset``: values of fields that the word decides."""

    form: str
    preset: dict[str, str]


_STATEMENTS = {
    "claim": ("claims", "说法"),
    "driver": ("drivers", "驱动因素"),
    "challenge": ("challenges", "挑战"),
    "trend": ("trends", "趋势"),
    "ecosystem": ("生态",),
}
_MORE_WORDS = {"player": ("institution", "公司"), "statement": ("theme",), "term": ("definition",)}


def template_kind(word: str, words_of: Mapping[str, Sequence[str]]) -> TemplateKind | None:
    """Return the kind that a word means; None for an unknown word. ``words_of``: the words by which
    lists call each kind."""
    plain = word.strip().lower()
    for kind, words in _STATEMENTS.items():
        if plain in (kind, *words):
            return TemplateKind(Statement.record_kind, {"kind": kind})
    for form in form_names():
        words = (*words_of.get(form, ()), *_MORE_WORDS.get(form, ()))
        if plain in (form, f"{form}s", *words):
            return TemplateKind(form, {})
    return None


def form_names() -> list[str]:
    """Return the kinds of files that ``medbrief new`` makes."""
    return [name for name in FORMS if name != "briefing"]


def known_words() -> list[str]:
    """Return the words that a message suggests: each kind, and the kinds of statements."""
    return [*form_names(), *_STATEMENTS]


def folder_of(form: str) -> str:
    """Return the folder of the records of a kind; empty for sources and briefs."""
    folders = {model.record_kind: folder for folder, model in RECORD_TYPES.items()}
    return folders.get(form, "")
