"""Suggest the id where an editor typed a name: ``issuers = ["国家卫生健康委"]``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ValidationError

from tui.diagnostics import Problem
from tui.load.pydantic_errors import validation_problems
from tui.load.toml_positions import TomlPositions
from tui.model import Briefing, Record, Source
from tui.model.base import SLUG_PATTERN
from tui.text.close_matches import close_matches
from tui.text.fold import fold
from tui.text.language import Wording

_WRITE_ID = Wording("写作“{id}”（{name}）", 'write "{id}" ({name})')
_MOST = 3
_SHORTEST = 2
"""Characters of a typed name that may be part of a longer one."""


def typed_names(
    error: ValidationError, model: type[BaseModel], file: str, positions: TomlPositions
) -> dict[Problem, str]:
    """Return the problems of values that are no ids, with the value, but for the id of the record
    itself."""
    details = [
        item
        for item in error.errors(include_url=False)
        if item.get("ctx", {}).get("pattern") == SLUG_PATTERN
        and [part for part in item["loc"] if isinstance(part, str)][-1] != "id"
    ]
    texts = [str(item["input"]) for item in details]
    found: dict[Problem, str] = {}
    for problem in validation_problems(error, model, file, positions):
        for text in texts:
            if repr(text) in problem.message.en:
                found[problem] = text
    return found


def with_suggested_ids(
    problems: Sequence[Problem], typed: Mapping[Problem, str], names: Mapping[str, str]
) -> list[Problem]:
    """Return the problems; those of a typed name that ``names`` has (folded names and their ids)
    say which id to write."""
    return [
        _suggest(problem, typed[problem], names) if problem in typed else problem
        for problem in problems
    ]


def _suggest(problem: Problem, text: str, names: Mapping[str, str]) -> Problem:
    wanted = fold(text)
    found = [wanted] if wanted in names else []
    if not found and len(wanted) >= _SHORTEST:
        found = [
            name for name in names if wanted in name or (len(name) > _SHORTEST and name in wanted)
        ]
        found.sort(key=lambda name: abs(len(name) - len(wanted)))
    found = found or list(close_matches(wanted, names))
    ids = list(dict.fromkeys(names[name] for name in found))[:_MOST]
    if not ids:
        return problem
    first = next(name for name in found if names[name] == ids[0])
    fix = _WRITE_ID.format(id='" / "'.join(ids), name=first)
    return problem._replace(fix=fix)


def names_of(
    briefing: Briefing | None, sources: Iterable[Source], records: Iterable[Record]
) -> dict[str, str]:
    """Return the id of each name, folded: of themes, records and sources, and their ids."""
    pairs: list[tuple[str, str]] = []
    for theme in briefing.themes if briefing else ():
        pairs += [(name, theme.id) for name in (theme.id, *theme.title.wording())]
    for record in records:
        short = getattr(record, "short", None)
        own = (
            record.id,
            *record.heading.wording(),
            *record.other_names,
            *(short.wording() if short else ()),
        )
        pairs += [(name, record.id) for name in own]
    for source in sources:
        own = (source.id, *source.short.wording(), *source.title.wording())
        pairs += [(name, source.id) for name in own]
    names: dict[str, str] = {}
    for name, identity in pairs:
        names.setdefault(fold(name), identity)
    return names
