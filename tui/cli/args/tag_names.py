"""Find the tag that a word means: by slug, label, the beginning of one, or a synonym."""

from __future__ import annotations

from typing import NamedTuple

from tui.question.reader import read_question
from tui.store import Store
from tui.store.tag_aliases import tag_aliases
from tui.text.close_matches import close_matches
from tui.text.fold import fold
from tui.views.selection import Choice, facet_choices


class TagMatch(NamedTuple):
    """``tag``: the slug of the tag that a word means, empty if there is no such tag or several;
    ``near``: the slugs that it may mean."""

    tag: str
    near: tuple[str, ...] = ()


def find_tag(store: Store, word: str, *, by_name: bool = False) -> TagMatch:
    """Return the tag that a word means. ``by_name``: only by a name, an alias or its beginning."""
    choices = facet_choices(store, "tag")
    typed = fold(word.strip())
    if not typed:
        return TagMatch("")
    names = _names(store, choices)
    if typed in names:
        return TagMatch(names[typed])
    for found in (
        _with(choices, typed, at_start=True),
        _with(choices, typed, at_start=False),
        () if by_name else _with_concept(store, choices, word),
    ):
        if found:
            return TagMatch(found[0], found) if len(found) == 1 else TagMatch("", found)
    near = close_matches(typed, names)
    return TagMatch("", tuple(dict.fromkeys(names[each] for each in near)))


def tag_named(store: Store, word: str) -> str:
    """Return the tag that goes by this whole name or alias; empty for none."""
    return _names(store, facet_choices(store, "tag")).get(fold(word.strip()), "")


def _names(store: Store, choices: list[Choice]) -> dict[str, str]:
    """Return the tag of each name and alias."""
    names = {fold(name): each.value for each in choices for name in (each.value, *each.label)}
    known = set(names.values())
    for tag, alias in tag_aliases(store):
        if tag in known:
            names.setdefault(fold(alias), tag)
    return names


def _with(choices: list[Choice], typed: str, *, at_start: bool) -> tuple[str, ...]:
    """Return the tags whose slug or label begins with the text, or has a word that does; in
    Chinese, has it anywhere."""
    found = []
    for each in choices:
        names = [fold(name).replace("-", " ") for name in (each.value, *each.label)]
        text = typed.replace("-", " ")
        if any(
            name.startswith(text)
            if at_start
            else f" {text}" in name or (not text.isascii() and text in name)
            for name in names
        ):
            found.append(each.value)
    return tuple(found)


def _with_concept(store: Store, choices: list[Choice], word: str) -> tuple[str, ...]:
    """Return the tags whose labels have a meaning of each term of the word."""
    terms = [set(part.concepts) for part in read_question(store, word).parts]
    if not all(terms):
        return ()
    meanings = {
        each.value: {mark for label in each.label for mark in _concepts(store, label)}
        for each in choices
    }
    return tuple(tag for tag, marks in meanings.items() if all(marks & term for term in terms))


def _concepts(store: Store, text: str) -> set[str]:
    return {mark for part in read_question(store, text).parts for mark in part.concepts}
