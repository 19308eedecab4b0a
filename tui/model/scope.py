"""What a briefing allows in its records, as briefing.toml says: the context of validation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from pydantic import ValidationInfo
from pydantic_core import PydanticKnownError

from tui.text.fold import is_chinese
from tui.text.language import LANGUAGES, Language

Enumeration = Literal["roles", "levels"]


class Scope(NamedTuple):
    """Settings of briefing.toml that decide whether a record is valid. ``roles``, ``levels``: ids
    that the briefing adds to those that every briefing has; ``unfinished``: a measure may still be
    without a figure."""

    languages: tuple[Language, ...] = LANGUAGES
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    unfinished: bool = False


def scope_in(data: Mapping[str, object]) -> Scope:
    """Return the scope that the data of briefing.toml declare; invalid parts, which validation
    reports, count as not given."""
    languages = tuple(each for each in LANGUAGES if each in _items(data.get("languages")))
    if not languages and "languages" in data and isinstance(title := data.get("title"), str):
        # An invalid value is one error: texts that are plain strings are not further ones.
        languages = ("zh" if any(map(is_chinese, title)) else "en",)
    currency = data.get("currency")
    return Scope(
        languages or LANGUAGES,
        (*_texts(data.get("units")), *([currency] if isinstance(currency, str) else [])),
        _ids(data.get("roles")),
        _ids(data.get("levels")),
    )


def scope_of(info: ValidationInfo) -> Scope:
    """Return the scope of a validation; the default one where none is given."""
    return info.context if isinstance(info.context, Scope) else Scope()


def check_listed(
    value: str,
    info: ValidationInfo,
    what: Enumeration,
    known: tuple[str, ...],
    general: tuple[str, ...],
) -> str:
    """Return a value that the briefing declares, or one of ``general``; where it declares none, one
    of ``known``.

    Raises:
        PydanticKnownError: it is neither.
    """
    declared = cast("tuple[str, ...]", getattr(scope_of(info), what))
    allowed = tuple(dict.fromkeys((*declared, *general))) if declared else known
    if value in allowed:
        return value
    quoted = [f"'{each}'" for each in allowed]
    expected = f"{', '.join(quoted[:-1])} or {quoted[-1]}"
    raise PydanticKnownError("literal_error", {"expected": expected})


def fill_languages(value: object, info: ValidationInfo) -> object:
    """Return a bilingual text with both languages where the briefing has only one: then a plain
    text, or a table with one language, is enough."""
    languages = scope_of(info).languages
    if len(languages) > 1:
        return value
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if isinstance(value, dict) and set(value) == set(languages):
        return dict.fromkeys(LANGUAGES, value[languages[0]])
    return value


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in _items(value) if isinstance(item, str))


def _ids(value: object) -> tuple[str, ...]:
    found = (item.get("id") for item in _items(value) if isinstance(item, dict))
    return tuple(each for each in found if isinstance(each, str))
