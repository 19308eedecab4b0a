"""Insert an accepted candidate into the text of a record: an observation, a rate or a citation, at
the place where an editor would put it. Everything else in the text stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from tui.check.autofix import toml_string, write_text
from tui.check.context import CheckContext, LocatedMeasure
from tui.diagnostics import ContentError, Problem
from tui.edit.accepted_figure import AcceptedFigure
from tui.edit.toml_insertion import (
    ChangedText,
    TomlItem,
    end_of_keys,
    end_of_table,
    insert_inline,
    insert_lines,
    is_inline,
    set_key,
    without_comments,
)
from tui.file_write import write_file
from tui.load.pydantic_errors import validation_problems
from tui.load.toml_positions import TomlPath, TomlPositions
from tui.load.toml_reader import parse_toml
from tui.load.unfinished import is_draft, validated_draft
from tui.model import Identified, Player
from tui.text.periods import sort_key

_OWN_TABLES = ("observations", "rates", "compare_with")


class RecordEdit(NamedTuple):
    """A change of a record that is not written yet. ``line``: where what is added begins;
    ``before`` and ``after``: the text of the file, ``before`` empty for a new one, ``after`` empty
    to delete it; ``record``: the record with the change."""

    entry: str
    file: str
    line: int
    before: str
    after: str
    record: Identified

    def write(self) -> None:
        """Replace the text of the file, in one step, or delete it.

        Raises:
            OSError: the file cannot be written; it is unchanged.
        """
        path = Path(self.file)
        if not self.after:
            path.unlink()
            return
        if self.before:
            write_text(path, self.after.encode("utf-8"))
            return
        try:
            path.parent.mkdir(exist_ok=True)
            write_file(self.file, self.after.encode("utf-8"), exclusive=True)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self.file) from error


def insert_figure(
    context: CheckContext, located: LocatedMeasure, figure: AcceptedFigure
) -> RecordEdit:
    """Return the record with a figure in its measure, in the order of periods.

    Raises:
        ContentError: the record would be invalid.
    """
    text = context.content.files[located.entry].text
    array = (*located.path, figure.table)
    parts = getattr(located.measure, figure.table)
    fitting = [
        number
        for number, part in enumerate(parts)
        if sort_key(part.period) <= sort_key(figure.period or None)
    ]
    if is_inline(text, array):
        at = fitting[-1] + 1 if fitting else 0
        changed = insert_inline(text, array, at, figure.item.inline())
    elif located.path and is_inline(text, located.path):
        changed = set_key(text, located.path, figure.table, f"[{figure.item.inline()}]", ("unit",))
    else:
        name = ".".join(part for part in array if isinstance(part, str))
        line = _line_after(text, located, array, fitting)
        changed = insert_lines(text, line, [f"[[{name}]]", *figure.item.lines()])
    return edited(context, located.entry, changed)


def insert_measure(
    context: CheckContext, entry: str, keys: tuple[str, ...], figure: AcceptedFigure
) -> RecordEdit:
    """Return a company with a further measure, the last of them. ``keys``: its pairs; ``figure``:
    its first one.

    Raises:
        ContentError: the record would be invalid.
    """
    text, company = context.content.files[entry].text, context.records[entry]
    count = len(company.metrics) if isinstance(company, Player) else 0
    if is_inline(text, ("metrics",)):
        item = TomlItem(keys, ((figure.table, (figure.item.inline(),)),)).inline()
        return edited(context, entry, insert_inline(text, ("metrics",), count, item))
    line = end_of_keys(text, ())
    tables = TomlPositions(text).tables()
    if count:
        line = end_of_table(text, ("metrics", count - 1))
    elif later := [at for at, path in tables if path[0] in ("events", "relations")]:
        line = without_comments(text.splitlines(), later[0] - 1)
    elif tables:
        line = end_of_table(text, tables[-1][1][:2])
    header = ["[[metrics]]", *keys, "", f"[[metrics.{figure.table}]]"]
    return edited(context, entry, insert_lines(text, line, [*header, *figure.item.lines()]))


def insert_citation(context: CheckContext, entry: str, path: TomlPath, citation: str) -> RecordEdit:
    """Return an entry with a citation more, an inline table, in its array ``path``.

    Raises:
        ContentError: the record would be invalid.
        LookupError: there is no such array.
    """
    text = context.content.files[entry].text
    _at(context, entry, path)
    positions, count = TomlPositions(text), 0
    while positions.span((*path, count)) or any(
        table == (*path, count) for _, table in positions.tables()
    ):
        count += 1
    if is_inline(text, path):
        return edited(context, entry, insert_inline(text, path, count, citation))
    if count:
        name = ".".join(part for part in path if isinstance(part, str))
        keys = citation.removeprefix("{ ").removesuffix(" }")
        line = end_of_table(text, (*path, count - 1))
        block = [f"[[{name}]]", *_split_keys(keys)]
        return edited(context, entry, insert_lines(text, line, block))
    if len(path) > 1:
        raise LookupError(path)
    block = ["citations = [", f"  {citation},", "]"]
    changed = insert_lines(text, end_of_keys(text, ()), block, spaced=False)
    return edited(context, entry, changed)


def _split_keys(inline: str) -> list[str]:
    """Return the pairs of an inline table, of which each value is in quotes or braces."""
    found, depth, quoted, start = [], 0, False, 0
    for at, char in enumerate(inline):
        if char == '"' and inline[at - 1 : at] != "\\":
            quoted = not quoted
        elif not quoted and char in "{}":
            depth += 1 if char == "{" else -1
        elif not quoted and not depth and char == ",":
            found.append(inline[start:at].strip())
            start = at + 1
    return [*found, inline[start:].strip()]


def _at(context: CheckContext, entry: str, path: TomlPath) -> None:
    """Raise LookupError if an entry has no such field."""
    value: object = context.records[entry] if entry in context.records else context.sources[entry]
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part, None)  # type: ignore[index]
        if value is None:
            raise LookupError(path)


def _line_after(text: str, located: LocatedMeasure, array: TomlPath, fitting: list[int]) -> int:
    """Return how many lines precede the new table: those to the end of the last table of the
    measure with the same or an earlier period, else to the end of the measure's own keys."""
    tables = TomlPositions(text).tables()
    lines = text.splitlines()
    if fitting:
        return end_of_table(text, (*array, fitting[-1]))
    for line, table in tables:
        if table == (*array, 0):
            return without_comments(lines, line - 1)
    if located.path:
        return end_of_table(text, located.path)
    others = [table for _, table in tables if table[0] in _OWN_TABLES]
    return end_of_table(text, others[-1][:2]) if others else end_of_keys(text, ())


def edited(context: CheckContext, entry: str, changed: ChangedText) -> RecordEdit:
    """Return the change of an entry to another text.

    Raises:
        ContentError: the record would be invalid.
    """
    file = context.content.files[entry]
    model: type[Identified] = type(
        context.records[entry] if entry in context.records else context.sources[entry]
    )
    record = read_record(context, model, file.name, changed.text)
    return RecordEdit(entry, file.name, changed.line, file.text, changed.text, record)


def read_record(context: CheckContext, model: type[Identified], file: str, text: str) -> Identified:
    """Return the record in a text; of a draft, what is there.

    Raises:
        ContentError: it is invalid.
    """
    data = parse_toml(text, file)
    if isinstance(data, Problem):
        raise ContentError([data])
    scope = context.content.briefing.scope()._replace(unfinished=True)
    if is_draft(data) and (record := validated_draft(data, model, scope)):
        return record
    try:
        return model.model_validate(data, context=scope)
    except ValidationError as error:
        problems = validation_problems(error, model, file, TomlPositions(text))
        raise ContentError(problems) from error


def citation_text(
    source: str, exact: str, prefix: str, suffix: str, via: str = "", gloss: str = ""
) -> str:
    """Return a citation as an inline table. ``via``: an inline table as well, or empty."""
    pairs = [
        ("source", source),
        ("exact", exact),
        ("prefix", prefix),
        ("suffix", suffix),
        ("gloss", gloss),
    ]
    parts = [f"{key} = {toml_string(value)}" for key, value in pairs if value]
    return "{ " + ", ".join(parts + ([f"via = {via}"] if via else [])) + " }"
